//! What a section says in every language alike, whatever its words are: its charts, tables, images, formulas, figures and sources.
//! By this the languages of a page can be compared that nobody has said to agree.

use std::collections::BTreeSet;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::figure::Figure;
use super::section_difference::{NOT, SectionDifference};
use super::{code_facts, line_marks};
use crate::locale::{Direction, Locale, is_right_to_left};
use crate::text::ascii_digits;

/// What a section holds beside words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionFacts {
    /// How many charts.
    pub charts: usize,
    /// How many rows each of its tables has, without the head.
    pub tables: Vec<usize>,
    /// Whether there may be tables in HTML besides.
    pub has_html_tables: bool,
    /// The cells and columns that its charts have labels for, sorted.
    pub labels: Vec<String>,
    /// Where the labels of the last of them begin, in bytes from the beginning of the section.
    pub labels_at: Option<usize>,
    /// Whether its language is written from right to left, so that words in Latin letters are of another.
    pub is_right_to_left: bool,
    /// The files or addresses of its images, each once, sorted; empty for one that is not known.
    pub images: Vec<String>,
    /// The sources that it cites, each once, sorted.
    pub cited: Vec<String>,
    /// The lines of each of its blocks of code, as `code_facts.rs` compares them; none of one that is not compared.
    pub code: Vec<Vec<Figure>>,
    /// The pages to which its links lead that name one, each once, sorted.
    pub linked: Vec<String>,
    /// How many formulas stand by themselves.
    pub displayed: usize,
    /// The formulas that hold no words, sorted.
    pub formulas: Vec<String>,
    /// The numbers in it that have two digits at least, with a point for decimals and without groups, each once, sorted.
    pub numbers: Vec<Figure>,
    /// The months of a year that it names, as `2025-04`, each once, sorted.
    pub months: Vec<Figure>,
    /// What it counts in thousands, millions or more, and in per cent, as `3e6` and `3%`, each once, sorted.
    pub amounts: Vec<Figure>,
}

/// The line in the block of a chart behind which its labels stand.
const LABELS: &str = "[labels]";

/// In which part of a section a line stands.
enum Part {
    Text,
    /// Behind a fence of this sign; what reads its lines, if its code is compared.
    Code(&'static str, Option<code_facts::CodeLines>),
    /// In the block of a chart that a fence of this sign opened; whether among its labels.
    Chart(&'static str, bool),
    /// Behind the `$$` of a formula that goes on.
    Formula(String),
}

impl SectionFacts {
    /// Those of the Markdown of a section; notes are sources if their keys are among `sources`.
    pub fn of(text: &str, sources: &BTreeSet<&str>, locale: &Locale) -> Self {
        let mut facts = Self {
            has_html_tables: text.contains("<table"),
            is_right_to_left: locale.direction == Direction::Rtl,
            images: line_marks::html_images(text).collect(),
            ..Self::default()
        };
        let mut part = Part::Text;
        let mut rows = 0;
        let mut end = 0;
        for line in text.split_inclusive('\n') {
            end += line.len();
            let shown = line.trim_start();
            let at = end - shown.len();
            let shown = shown.trim_end_matches(['\n', '\r']);
            let is_row = matches!(part, Part::Text) && shown.starts_with('|');
            if rows > 0 && !is_row {
                facts.tables.push(below_head(rows));
                rows = 0;
            }
            rows += usize::from(is_row);
            part = facts.line(shown, at, part, locale);
        }
        facts.tables.extend((rows > 0).then(|| below_head(rows)));
        // A fence that nothing closes is a fault of its own.
        if matches!(part, Part::Code(..)) {
            facts.code.pop();
        }
        let Self { cited, formulas, labels, images, linked, numbers, months, amounts, .. } = &mut facts;
        cited.retain(|key| sources.contains(key.as_str()));
        for found in [cited, labels, images, linked] {
            found.sort_unstable();
            found.dedup();
        }
        for found in [numbers, months, amounts] {
            found.sort_unstable();
            found.dedup_by(|one, other| one.value == other.value);
        }
        formulas.sort_unstable();
        facts
    }

    /// Adds what a line holds, which begins at this place, and says where the next one stands.
    fn line(&mut self, shown: &str, at: usize, part: Part, locale: &Locale) -> Part {
        match part {
            Part::Code(open, _) | Part::Chart(open, _) if shown.starts_with(open) => Part::Text,
            Part::Code(open, Some(mut lines)) => {
                let Some(block) = self.code.last_mut() else { return Part::Code(open, None) };
                let Some(value) = lines.next(shown) else {
                    block.clear();
                    return Part::Code(open, None);
                };
                if !value.is_empty() {
                    block.push(Figure { value, at, written: shown.trim_end().to_owned() });
                }
                Part::Code(open, Some(lines))
            }
            Part::Code(open, None) => Part::Code(open, None),
            Part::Chart(open, _) if shown.starts_with('[') => {
                let is_label = shown.trim_end() == LABELS;
                self.labels_at = if is_label { Some(at) } else { self.labels_at };
                Part::Chart(open, is_label)
            }
            Part::Chart(open, is_label) => {
                if let Some((name, _)) = shown.split_once('=').filter(|_| is_label) {
                    self.labels.push(name.trim().trim_matches(['"', '\'']).to_owned());
                }
                Part::Chart(open, is_label)
            }
            Part::Formula(tex) => match shown.split_once("$$") {
                Some((end, _)) => {
                    self.displayed += 1;
                    self.formulas.extend(line_marks::formula(&(tex + end)));
                    Part::Text
                }
                None => Part::Formula(tex + shown),
            },
            Part::Text => {
                if let Some(sign) = ["```", "~~~"].into_iter().find(|sign| shown.starts_with(sign)) {
                    if shown.trim_matches(['`', '~', ' ']) == "chart" {
                        self.charts += 1;
                        return Part::Chart(sign, false);
                    }
                    self.code.push(Vec::new());
                    return Part::Code(sign, code_facts::CodeLines::of(shown.trim_matches(['`', '~', ' '])));
                }
                if let Some(tex) = shown.strip_prefix("$$") {
                    return self.line(tex, at + 2, Part::Formula(String::new()), locale);
                }
                self.add(shown, at, locale);
                Part::Text
            }
        }
    }

    fn add(&mut self, line: &str, at: usize, locale: &Locale) {
        let bytes = line.as_bytes();
        // Most lines have none of these signs.
        if memchr::memchr(b'[', bytes).is_some() {
            self.cited.extend(line_marks::cited(line).map(str::to_owned));
            self.images.extend(line_marks::images(line));
            self.linked.extend(line_marks::linked(line).chain(line_marks::linked_by_path(line)));
        }
        if memchr::memchr(b'$', bytes).is_some() {
            self.formulas.extend(line_marks::formulas(line));
        }
        match digits_in(bytes) {
            (false, false) => {}
            (true, false) => self.add_numbers(line, locale, |range| (at + range.start, line[range].to_owned())),
            // Their digits have two bytes, and those of ASCII one.
            (_, true) => {
                let read = ascii_digits(line);
                self.add_numbers(&read, locale, |range| {
                    let written = line.char_indices().skip(read[..range.start].chars().count());
                    let written: Vec<(usize, char)> = written.take(read[range].chars().count()).collect();
                    (at + written.first().map_or(0, |(at, _)| *at), written.iter().map(|(_, c)| c).collect())
                });
            }
        }
    }

    /// The numbers of a line whose digits are those of ASCII; `written` says where one stands in the section, and how. Only the
    /// words that hold digits are looked at: going through all letters took a tenth of the time of a build.
    fn add_numbers(&mut self, line: &str, locale: &Locale, written: impl Fn(Range<usize>) -> (usize, String)) {
        let is_of_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '#');
        let is_outside = |c: char| !(is_of_word(c) || is_separator(c));
        let mut from = 0;
        while let Some(at) = line.as_bytes()[from..].iter().position(u8::is_ascii_digit).map(|at| from + at) {
            let outside = line[from..at].char_indices().rfind(|(_, c)| is_outside(*c));
            let start = outside.map_or(from, |(before, c)| from + before + c.len_utf8());
            let end = line[at..].find(is_outside).map_or(line.len(), |end| at + end);
            from = end;
            let (before, behind) = (&line[..start], &line[end..]);
            // Arabic and Hebrew join particles to a number.
            let joined = line[start..end].trim_start_matches(is_right_to_left).trim_start_matches(is_separator);
            let first = end - joined.len();
            let word = joined.trim_end_matches(is_separator);
            if !word.chars().all(|c| c.is_ascii_digit() || is_separator(c)) {
                continue;
            }
            let number = normal(word);
            let figure = |value: String| {
                let (at, written) = written(first..first + word.len());
                Figure { value, at, written }
            };
            if before.ends_with('٪') || behind.starts_with(['%', '٪']) {
                self.amounts.push(figure(format!("{number}%")));
            } else if let Some(scale) = scale_behind(behind) {
                self.amounts.push(figure(format!("{number}{scale}")));
            }
            if number.len() == 4 {
                let name =
                    before.strip_suffix(' ').and_then(|before| before.rsplit(|c: char| !c.is_alphabetic()).next());
                let month = name.and_then(|name| locale.month_number(name));
                self.months.extend(month.map(|month| figure(format!("{number}-{month:02}"))));
            }
            if number.len() > 1 {
                self.numbers.push(figure(number));
            }
        }
    }

    /// How another language differs in what it holds, this one first.
    pub fn differs(&self, other: &Self) -> Option<SectionDifference> {
        if self.charts != other.charts {
            return Some([self, other].map(|facts| counted(facts.charts, "chart")).into());
        }
        let pairs = || self.tables.iter().zip(&other.tables);
        let may_have_others = self.has_html_tables || other.has_html_tables;
        if self.tables.len() == other.tables.len()
            && let Some((own, theirs)) = pairs().find(|(own, theirs)| own != theirs)
        {
            return Some([own, theirs].map(|rows| format!("a table of {}", counted(*rows, "row"))).into());
        }
        // A language may set in two tables what another sets in one.
        if self.tables.is_empty() != other.tables.is_empty() && !may_have_others {
            return Some([self, other].map(|facts| counted(facts.tables.len(), "table")).into());
        }
        // A picture of the screen may be another in each language.
        if self.images.len() != other.images.len() {
            let alone = held_alone(&self.images, &other.images, "image");
            return Some(
                alone.unwrap_or_else(|| [self, other].map(|facts| counted(facts.images.len(), "image"))).into(),
            );
        }
        let foreign = |of: &&Self| of.is_right_to_left;
        let unlabelled = Some(self).filter(foreign).and_then(|own| own.unlabelled(other));
        let of_other = || Some(other).filter(foreign)?.unlabelled(self).map(SectionDifference::turned);
        if let Some(found) = unlabelled.or_else(of_other) {
            return Some(found);
        }
        if self.displayed != other.displayed {
            return Some([self, other].map(|facts| counted(facts.displayed, "formula")).into());
        }
        if let Some(pair) = one_for_another(&self.formulas, &other.formulas) {
            return Some(pair.map(|formula| format!("the formula `{formula}`")).into());
        }
        let figures = |own: &[Figure],
                       theirs: &[Figure],
                       is_slip: &dyn Fn(&str, &str) -> bool,
                       say: &dyn Fn(&Figure) -> String| {
            let [own, theirs] = one_for_another(own, theirs)?;
            is_slip(&own.value, &theirs.value).then(|| SectionDifference {
                held: [own, theirs].map(say),
                within: [own, theirs].map(|of| Some(of.range())),
            })
        };
        let numbers = || figures(&self.numbers, &other.numbers, &mistyped, &|of| format!("the number {}", of.written));
        let same_year = |own: &str, theirs: &str| own[..4] == theirs[..4];
        let months = || figures(&self.months, &other.months, &same_year, &|of| format!("the month {}", of.value));
        let amounts = || figures(&self.amounts, &other.amounts, &one_slip, &|of| amount_in_words(&of.value));
        if let Some(found) = numbers().or_else(months).or_else(amounts) {
            return Some(found);
        }
        if code_facts::is_one_left_out(&self.code, &other.code) {
            return Some([self, other].map(|facts| counted(facts.code.len(), "code block")).into());
        }
        let blocks = || self.code.iter().zip(&other.code).filter(|_| self.code.len() == other.code.len());
        let of_code = || blocks().find_map(|(own, theirs)| code_facts::differ(own, theirs));
        let of_links = || {
            one_for_another(&self.linked, &other.linked)
                .map(|pair| pair.map(|page| format!("a link to `{page}`")).into())
        };
        if let Some(found) = of_code().or_else(of_links) {
            return Some(found);
        }
        if self.cited == other.cited {
            return None;
        }
        let alone = held_alone(&self.cited, &other.cited, "source");
        let first = || {
            let [own, theirs] = [without(&self.cited, &other.cited), without(&other.cited, &self.cited)];
            Some([*own.first()?, *theirs.first()?].map(|key| format!("the source `{key}`")))
        };
        let counted = || [self, other].map(|facts| counted(facts.cited.len(), "source"));
        Some(alone.or_else(first).unwrap_or_else(counted).into())
    }

    /// What has been lost or mistyped, to judge by `other`, in which nothing was changed.
    pub fn lost(&self, other: &Self) -> Option<SectionDifference> {
        let has_more = self.charts > other.charts
            || self.displayed > other.displayed
            || self.code.len() > other.code.len()
            || self.code.iter().zip(&other.code).any(|(own, theirs)| own.len() > theirs.len())
            || self.tables.len() > other.tables.len()
            || self.tables.iter().zip(&other.tables).any(|(own, theirs)| own > theirs)
            || self.images.len() > other.images.len()
            || !without(&self.labels, &other.labels).is_empty()
            || !without(&self.cited, &other.cited).is_empty();
        self.differs(other).or_else(|| self.unlabelled(other)).filter(|_| !has_more)
    }

    /// A name in the data of a chart that has a label in another language and none here, where most have one in both.
    fn unlabelled(&self, other: &Self) -> Option<SectionDifference> {
        let missing = without(&other.labels, &self.labels);
        let is_slip = missing.len() * 2 <= self.labels.len() && without(&self.labels, &other.labels).is_empty();
        let name = missing.into_iter().find(|name| is_slip && name.contains(|c: char| c.is_ascii_lowercase()))?;
        let lines = |facts: &Self| facts.labels_at.map(|at| [at, at + LABELS.len()]);
        Some(SectionDifference {
            held: [NOT.to_owned(), format!("a label for `{name}`")],
            within: [lines(self), lines(other)],
        })
    }
}

/// What one of two has alone, if that is one thing with a name.
fn held_alone(own: &[String], theirs: &[String], what: &str) -> Option<[String; 2]> {
    let named = |name: &str| Some(format!("the {what} `{name}`")).filter(|_| !name.is_empty());
    match (without(own, theirs).as_slice(), without(theirs, own).as_slice()) {
        ([name], []) => Some([named(name)?, NOT.to_owned()]),
        ([], [name]) => Some([NOT.to_owned(), named(name)?]),
        _ => None,
    }
}

/// Whether there are digits of ASCII in a line, and of Arabic or Persian.
fn digits_in(line: &[u8]) -> (bool, bool) {
    let is_other = |pair: &[u8]| matches!(pair, [0xd9, 0xa0..=0xa9] | [0xdb, 0xb0..=0xb9]);
    (line.iter().any(u8::is_ascii_digit), !line.is_ascii() && line.windows(2).any(is_other))
}

/// How many lines of a table are rows below its head.
fn below_head(lines: usize) -> usize {
    lines.saturating_sub(2)
}

fn counted(count: usize, what: &str) -> String {
    match count {
        0 => format!("no {what}"),
        1 => format!("1 {what}"),
        count => format!("{count} {what}s"),
    }
}

fn without<'a>(own: &'a [String], others: &[String]) -> Vec<&'a str> {
    own.iter().filter(|key| !others.contains(key)).map(String::as_str).collect()
}

/// The one that each side has for itself, if each has one.
fn one_for_another<'a, T: Comparable>(own: &'a [T], others: &'a [T]) -> Option<[&'a T; 2]> {
    let alone = |own: &'a [T], others: &[T]| {
        let others: BTreeSet<&str> = others.iter().map(Comparable::value).collect();
        let mut alone = own.iter().filter(move |one| !others.contains(one.value()));
        alone.next().filter(|first| alone.all(|one| one.value() == first.value()))
    };
    Some([alone(own, others)?, alone(others, own)?])
}

/// What can be held against what another language has.
trait Comparable {
    /// In the form that all languages share.
    fn value(&self) -> &str;
}

impl Comparable for String {
    fn value(&self) -> &str {
        self
    }
}

impl Comparable for Figure {
    fn value(&self) -> &str {
        &self.value
    }
}

/// Whether two numbers are one, mistyped: digits have changed places, one is another, or the point is lost or moved.
fn mistyped(own: &str, theirs: &str) -> bool {
    let digits = |number: &str| number.bytes().filter(u8::is_ascii_digit).collect::<Vec<u8>>();
    let (own, theirs) = (digits(own), digits(theirs));
    let sorted = |mut digits: Vec<u8>| {
        digits.sort_unstable();
        digits
    };
    let differing = own.iter().zip(&theirs).filter(|(own, theirs)| own != theirs).count();
    own.len() == theirs.len() && (own.len() > 2 && differing == 1 || sorted(own) == sorted(theirs))
}

/// Whether two amounts have their number or their unit in common: `3e6` and `3e9`, `3%` and `4%`.
fn one_slip(own: &str, theirs: &str) -> bool {
    let parts = |amount: &str| {
        let end = amount.find(['e', '%']).unwrap_or(amount.len());
        [amount[..end].to_owned(), amount[end..].to_owned()]
    };
    let (own, theirs) = (parts(own), parts(theirs));
    own[0] == theirs[0] || own[1] == theirs[1] && own[0].len() == theirs[0].len()
}

fn amount_in_words(amount: &str) -> String {
    let scales = [("e3", "thousand"), ("e6", "million"), ("e9", "billion")];
    let scaled = scales.iter().find_map(|(scale, name)| Some(format!("{} {name}", amount.strip_suffix(scale)?)));
    scaled.unwrap_or_else(|| amount.to_owned())
}

fn is_separator(c: char) -> bool {
    matches!(c, ',' | '.' | '٬' | '٫' | '\u{a0}' | '\u{202f}')
}

/// A number with a point for decimals and without groups: three digits behind a separator are a group, in any language.
fn normal(number: &str) -> String {
    let is_group = |part: &str| part.len() == 3;
    let mut parts = number.split(is_separator);
    let mut normal = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        if !is_group(part) {
            normal.push('.');
        }
        normal.push_str(part);
    }
    normal
}

/// How many zeros the word behind a number stands for, or that it says *per cent*. German `Billion` is not English `billion`.
fn scale_behind(behind: &str) -> Option<&'static str> {
    let behind = behind.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let word = behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    match word.trim_end_matches(['ا', 'ً']) {
        "thousand" | "ألف" | "آلاف" | "هزار" | "אלף" | "bin" | "ribu" => Some("e3"),
        "million" | "millions" | "مليون" | "ملايين" | "میلیون" | "מיליון" | "Million" | "Millionen" | "milyon"
        | "juta" | "millones" => Some("e6"),
        "billion" | "billions" | "مليار" | "مليارات" | "میلیارد" | "מיליארד" | "Milliarde" | "Milliarden"
        | "milliard" | "milliards" | "milyar" | "miliar" => Some("e9"),
        "percent" | "Prozent" => Some("%"),
        "per" if behind.starts_with("per cent") => Some("%"),
        "في" if behind.starts_with("في المئة") || behind.starts_with("في المائة") => Some("%"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Digits;

    fn of(text: &str) -> SectionFacts {
        let tag = if text.contains(is_right_to_left) { "ar" } else { "en" };
        let locale = Locale::new(tag, Digits::Latin).expect("a language");
        SectionFacts::of(text, &BTreeSet::from(["a", "b", "c"]), &locale)
    }

    const CHART: &str = "```chart\ntype = \"bars\"\n[labels]\nboth = \"Both\"\nsun = \"Sun\"\nwind = \"Wind\"\n```\n";

    #[test]
    fn what_differs_is_told() {
        for (one, other, told) in [
            ("took 95 minutes, 1,020 in all", "استغرق 59 دقيقة، و1020 في الجملة", "the number 95 / the number 59"),
            ("| a | 430 |\n| b | 49 |", "| أ | ٣٤٠ |\n| ب | ٤٩ |", "the number 430 / the number ٣٤٠"),
            ("some 430,000 of", "نحو 340,000 منها", "the number 430,000 / the number 340,000"),
            ("![x](a.png) and ![y](b.png)", "![س](a.png)", "the image `b.png` / not"),
            ("<img src=\"a.png\">", "نص", "the image `a.png` / not"),
            (CHART, &CHART.replace("Sun", "شمس").replace("both = \"Both\"\n", ""), "a label for `both` / not"),
            ("| a |\n|---|\n| b |\n| c |", "| أ |\n|---|\n| ب |", "a table of 2 rows / a table of 1 row"),
            ("```chart\nx\n```\n", "نص", "1 chart / no chart"),
            ("so $p = c / n$", "ثم $p = n / c$", "the formula `p=c/n` / the formula `p=n/c`"),
            ("said[^a][^b]", "قيل[^a][^c]", "the source `b` / the source `c`"),
            ("said[^a]", "قيل", "the source `a` / not"),
            ("some 12.5 of them", "نحو ١٢٥ منها", "the number 12.5 / the number ١٢٥"),
            ("in April 2025 it", "في مايو 2025 كان", "the month 2025-04 / the month 2025-05"),
            ("some 3 million people", "نحو 3 مليارات إنسان", "3 million / 3 billion"),
            ("it is 3% of all", "وهي 4٪ من الكل", "3% / 4%"),
            ("so $x-1$ is", "فيكون $x+1$ هو", "the formula `x-1` / the formula `x+1`"),
            ("$$\nx - 1\n$$\n", "$$\nx + 1\n$$\n", "the formula `x-1` / the formula `x+1`"),
            ("see [n](../node/) here", "انظر [ع](../chain/ar.md#x) هنا", "a link to `node` / a link to `chain`"),
            ("see [[node]] and [[x/chain|it]]", "انظر [[بلا]] و[[chain]]", "a link to `node` / a link to `بلا`"),
            ("```sh\nrun --fast\n```\n", "نص", "1 code block / no code block"),
            (
                "```sh\nrun --fast # so\n```\n",
                "```sh\nrun --fats # كذا\n```\n",
                "the line of code `run --fast # so` / the line of code `run --fats # كذا`",
            ),
            ("it is\n\n$$\nx = 1\n$$\n", "هو كذلك", "1 formula / no formula"),
            ("| a |\n|---|\n| b |", "لا جدول هنا", "1 table / no table"),
        ] {
            let told_of = of(one).differs(&of(other)).map(|found| found.held.join(" / "));
            assert_eq!(told_of.as_deref(), Some(told), "{one}");
        }
    }

    #[test]
    fn what_was_lost_is_told_from_what_was_added() {
        for (newer, older, is_lost) in [
            ("said", "قيل[^a]", true),
            ("said[^a]", "قيل", false),
            ("said[^a]", "قيل[^b]", false),
            ("took 59 minutes", "استغرق 95 دقيقة", true),
            ("| a |\n|---|\n| b |\n", "| أ |\n|---|\n| ب |\n| ج |\n", true),
            ("| a |\n|---|\n| b |\n| c |\n", "| أ |\n|---|\n| ب |\n", false),
            ("![x](a.png)", "نص", false),
            ("text", "![س](a.png)", true),
            (&CHART.replace("both = \"Both\"\n", ""), CHART, true),
            (CHART, &CHART.replace("both = \"Both\"\n", ""), false),
        ] {
            assert_eq!(of(newer).lost(&of(older)).is_some(), is_lost, "{newer}");
        }
    }

    #[test]
    fn what_may_be_said_otherwise_is_no_difference() {
        for (one, other) in [
            ("in 2024 and 12 of them", "في 2024 واثنا عشر منها"),
            ("costs $5 and $6", "ثمنه 5$ و6$"),
            ("9.5% of 1,000", "٩٫٥٪ من ١٬٠٠٠"),
            ("said[^a], and again[^a][^n]\n\n[^n]: words of 95", "قيل[^a]\n\n[^n]: كلام من 95"),
            ("```\nrun 95\n```", "```\nrun 59\n```"),
            ("see [n](../node/en.md) or [it](chain.md)", "انظر [[node]] و[ال](../chain/)"),
            (
                "see `[n](../node/)` ![](../a/) [x](https://x.example/) [y](./)",
                "انظر `[ن](../chain/)` ![](../a/) [س](../)",
            ),
            ("see [[node]] and [[chain]]", "انظر [[node#a|العقدة]]"),
            ("write `[[node]]`", "اكتب `[[chain]]`"),
            ("$\\text{cost} = c$", "$\\text{كلفة} = c$"),
            ("after 30 days", "بعد 45 يومًا"),
            ("in May 2025, and 2 of 3", "في أيار (مايو) 2025"),
            ("may 2025 be that", "لعلها 2025"),
            ("3% and 4 per cent", "3 في المئة و٪4"),
            ("5.6 million, or 5,600,000", "5.6 ملايين، أي 5600000"),
            ("2 million of them", "مليونان منها"),
            ("costs $5-$6", "بين 5$-6$"),
            ("![x](a.png) and ![y](a.png)", "![س](a.png)"),
            ("![x](home-en.png), `![`, \\![", "![س](home-ar.png)"),
            ("```chart\n[labels]\nسعر = \"Price\"\n```", "```chart\n```\nنص"),
            ("<table><tr><td>1</td></tr></table>", "| أ |\n|---|\n| ب |"),
        ] {
            assert_eq!(of(one).differs(&of(other)), None, "{one}");
        }
    }
}
