//! What a section says in every language alike, whatever its words are: its charts, tables, formulas, figures and sources. By this
//! the languages of a page can be compared that nobody has said to agree.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::locale::{Locale, is_right_to_left};
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
    /// The sources that it cites, each once, sorted.
    pub cited: Vec<String>,
    /// How many formulas stand by themselves.
    pub displayed: usize,
    /// The formulas that hold no words, sorted.
    pub formulas: Vec<String>,
    /// The numbers in it that have two digits at least, with a point for decimals and without groups, each once, sorted.
    pub numbers: Vec<String>,
    /// The months of a year that it names, as `2025-04`, each once, sorted.
    pub months: Vec<String>,
    /// What it counts in thousands, millions or more, and in per cent, as `3e6` and `3%`, each once, sorted.
    pub amounts: Vec<String>,
}

/// In which part of a section a line stands.
enum Part {
    Text,
    /// Behind a fence of this sign.
    Code(&'static str),
    /// Behind the `$$` of a formula that goes on.
    Formula(String),
}

impl SectionFacts {
    /// Those of the Markdown of a section; notes are sources if their keys are among `sources`.
    pub fn of(text: &str, sources: &BTreeSet<&str>, locale: &Locale) -> Self {
        let mut facts = Self { has_html_tables: text.contains("<table"), ..Self::default() };
        let mut part = Part::Text;
        let mut rows = 0;
        for line in text.lines() {
            let shown = line.trim_start();
            let is_row = matches!(part, Part::Text) && shown.starts_with('|');
            if rows > 0 && !is_row {
                facts.tables.push(below_head(rows));
                rows = 0;
            }
            rows += usize::from(is_row);
            part = facts.line(shown, part, locale);
        }
        facts.tables.extend((rows > 0).then(|| below_head(rows)));
        let Self { cited, formulas, numbers, months, amounts, .. } = &mut facts;
        cited.retain(|key| sources.contains(key.as_str()));
        for found in [cited, numbers, months, amounts] {
            found.sort_unstable();
            found.dedup();
        }
        formulas.sort_unstable();
        facts
    }

    /// Adds what a line holds, and says where the next one stands.
    fn line(&mut self, shown: &str, part: Part, locale: &Locale) -> Part {
        match part {
            Part::Code(open) if shown.starts_with(open) => Part::Text,
            Part::Code(open) => Part::Code(open),
            Part::Formula(tex) => match shown.split_once("$$") {
                Some((end, _)) => {
                    self.displayed += 1;
                    self.formulas.extend(formula(&(tex + end)));
                    Part::Text
                }
                None => Part::Formula(tex + shown),
            },
            Part::Text => {
                if let Some(sign) = ["```", "~~~"].into_iter().find(|sign| shown.starts_with(sign)) {
                    self.charts += usize::from(shown.trim_matches(['`', '~', ' ']) == "chart");
                    return Part::Code(sign);
                }
                if let Some(tex) = shown.strip_prefix("$$") {
                    return self.line(tex, Part::Formula(String::new()), locale);
                }
                self.add(shown, locale);
                Part::Text
            }
        }
    }

    fn add(&mut self, line: &str, locale: &Locale) {
        let bytes = line.as_bytes();
        // Most lines have none of these signs.
        if memchr::memchr(b'[', bytes).is_some() {
            self.cited.extend(cited(line).map(str::to_owned));
        }
        if memchr::memchr(b'$', bytes).is_some() {
            self.formulas.extend(formulas(line));
        }
        match digits_in(bytes) {
            (false, false) => {}
            (true, false) => self.add_numbers(line, locale),
            (_, true) => self.add_numbers(&ascii_digits(line), locale),
        }
    }

    /// The numbers of a line whose digits are those of ASCII. Only the words that hold digits are looked at: going through all
    /// letters took a tenth of the time of a build.
    fn add_numbers(&mut self, line: &str, locale: &Locale) {
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
            let word = line[start..end].trim_start_matches(is_right_to_left).trim_matches(is_separator);
            if !word.chars().all(|c| c.is_ascii_digit() || is_separator(c)) {
                continue;
            }
            let number = normal(word);
            let scale = scale_behind(behind);
            if before.ends_with('٪') || behind.starts_with(['%', '٪']) {
                self.amounts.push(format!("{number}%"));
            } else if let Some(scale) = scale {
                self.amounts.push(format!("{number}{scale}"));
            }
            if number.len() == 4 {
                let name =
                    before.strip_suffix(' ').and_then(|before| before.rsplit(|c: char| !c.is_alphabetic()).next());
                let month = name.and_then(|name| locale.month_number(name));
                self.months.extend(month.map(|month| format!("{number}-{month:02}")));
            }
            self.numbers.extend((number.len() > 1).then_some(number));
        }
    }

    /// How another language differs in what it holds; both in the words of a message, this one first.
    pub fn differs(&self, other: &Self) -> Option<[String; 2]> {
        if self.charts != other.charts {
            return Some([self, other].map(|facts| counted(facts.charts, "chart")));
        }
        let pairs = || self.tables.iter().zip(&other.tables);
        let may_have_others = self.has_html_tables || other.has_html_tables;
        if self.tables.len() == other.tables.len()
            && let Some((own, theirs)) = pairs().find(|(own, theirs)| own != theirs)
        {
            return Some([own, theirs].map(|rows| format!("a table of {}", counted(*rows, "row"))));
        }
        // A language may set in two tables what another sets in one.
        if self.tables.is_empty() != other.tables.is_empty() && !may_have_others {
            return Some([self, other].map(|facts| counted(facts.tables.len(), "table")));
        }
        if self.displayed != other.displayed {
            return Some([self, other].map(|facts| counted(facts.displayed, "formula")));
        }
        if let Some(pair) = one_for_another(&self.formulas, &other.formulas) {
            return Some(pair.map(|formula| format!("the formula `{formula}`")));
        }
        if let Some(pair) = one_for_another(&self.numbers, &other.numbers).filter(|[own, theirs]| mistyped(own, theirs))
        {
            return Some(pair.map(|number| format!("the number {number}")));
        }
        if let Some(pair) = one_for_another(&self.months, &other.months).filter(|[own, theirs]| own[..4] == theirs[..4])
        {
            return Some(pair.map(|month| format!("the month {month}")));
        }
        if let Some(pair) = one_for_another(&self.amounts, &other.amounts).filter(|[own, theirs]| one_slip(own, theirs))
        {
            return Some(pair.map(amount_in_words));
        }
        let (only_here, only_there) = (without(&self.cited, &other.cited), without(&other.cited, &self.cited));
        match (only_here.as_slice(), only_there.as_slice()) {
            ([], []) => None,
            ([key], []) => Some([format!("the source `{key}`"), "not".to_owned()]),
            ([], [key]) => Some(["not".to_owned(), format!("the source `{key}`")]),
            ([key, ..], [other, ..]) => Some([key, other].map(|key| format!("the source `{key}`"))),
            _ => Some([self, other].map(|facts| counted(facts.cited.len(), "source"))),
        }
    }

    /// What has been lost or mistyped, to judge by `other`, in which nothing was changed; both in the words of a message.
    pub fn lost(&self, other: &Self) -> Option<[String; 2]> {
        let has_more = self.charts > other.charts
            || self.displayed > other.displayed
            || self.tables.len() > other.tables.len()
            || self.tables.iter().zip(&other.tables).any(|(own, theirs)| own > theirs)
            || !without(&self.cited, &other.cited).is_empty();
        self.differs(other).filter(|_| !has_more)
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
fn one_for_another<'a>(own: &'a [String], others: &'a [String]) -> Option<[&'a str; 2]> {
    let others: BTreeSet<&str> = others.iter().map(String::as_str).collect();
    let known: BTreeSet<&str> = own.iter().map(String::as_str).collect();
    let mut here = known.difference(&others);
    let mut there = others.difference(&known);
    match (here.next(), here.next(), there.next(), there.next()) {
        (Some(here), None, Some(there), None) => Some([here, there]),
        _ => None,
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

/// The keys of the notes to which a line refers; one that it defines is none of them.
fn cited(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices('[').filter_map(move |(at, _)| {
        let label = line[at + 1..].trim_start_matches([' ', '\t']).strip_prefix('^')?;
        // To the next bracket, of either kind: to the next `]` would be the whole text for each `[` of one that has none.
        let (key, behind) = label.split_at(label.find(['[', ']'])?);
        let behind = behind.strip_prefix(']')?;
        let is_defined = at == 0 && behind.starts_with(':');
        Some(key.trim()).filter(|key| !is_defined && !key.is_empty())
    })
}

/// The formulas of a line in which nothing is written in words.
fn formulas(line: &str) -> impl Iterator<Item = String> {
    let parts: Vec<&str> = line.split('$').collect();
    let inside = (1..parts.len().saturating_sub(1)).step_by(2).map(move |n| parts[n]);
    let is_formula = |tex: &&str| {
        !tex.starts_with(' ')
            && !tex.ends_with(' ')
            && (tex.contains(['=', '\\', '^', '_', '+', '/', '<', '>'])
                || tex.contains('-') && tex.contains(|c: char| c.is_ascii_alphabetic()))
    };
    inside.filter(is_formula).filter_map(formula).collect::<Vec<String>>().into_iter()
}

/// A formula without its blanks, if nothing in it is written in words.
fn formula(tex: &str) -> Option<String> {
    let is_formula = tex.is_ascii() && !tex.contains("\\text");
    Some(tex.split_whitespace().collect()).filter(|tex: &String| is_formula && !tex.is_empty())
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

    #[test]
    fn what_differs_is_told() {
        for (one, other, told) in [
            ("took 95 minutes, 1,020 in all", "استغرق 59 دقيقة، و1020 في الجملة", "the number 95 / the number 59"),
            ("| a | 430 |\n| b | 49 |", "| أ | ٣٤٠ |\n| ب | ٤٩ |", "the number 430 / the number 340"),
            ("| a |\n|---|\n| b |\n| c |", "| أ |\n|---|\n| ب |", "a table of 2 rows / a table of 1 row"),
            ("```chart\nx\n```\n", "نص", "1 chart / no chart"),
            ("so $p = c / n$", "ثم $p = n / c$", "the formula `p=c/n` / the formula `p=n/c`"),
            ("said[^a][^b]", "قيل[^a][^c]", "the source `b` / the source `c`"),
            ("said[^a]", "قيل", "the source `a` / not"),
            ("some 12.5 of them", "نحو ١٢٥ منها", "the number 12.5 / the number 125"),
            ("in April 2025 it", "في مايو 2025 كان", "the month 2025-04 / the month 2025-05"),
            ("some 3 million people", "نحو 3 مليارات إنسان", "3 million / 3 billion"),
            ("it is 3% of all", "وهي 4٪ من الكل", "3% / 4%"),
            ("so $x-1$ is", "فيكون $x+1$ هو", "the formula `x-1` / the formula `x+1`"),
            ("$$\nx - 1\n$$\n", "$$\nx + 1\n$$\n", "the formula `x-1` / the formula `x+1`"),
            ("it is\n\n$$\nx = 1\n$$\n", "هو كذلك", "1 formula / no formula"),
            ("| a |\n|---|\n| b |", "لا جدول هنا", "1 table / no table"),
        ] {
            let told_of = of(one).differs(&of(other)).map(|pair| pair.join(" / "));
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
            ("```sh\nrun 95\n```", "```sh\nrun 59\n```"),
            ("$\\text{cost} = c$", "$\\text{كلفة} = c$"),
            ("after 30 days", "بعد 45 يومًا"),
            ("in May 2025, and 2 of 3", "في أيار (مايو) 2025"),
            ("may 2025 be that", "لعلها 2025"),
            ("3% and 4 per cent", "3 في المئة و٪4"),
            ("5.6 million, or 5,600,000", "5.6 ملايين، أي 5600000"),
            ("2 million of them", "مليونان منها"),
            ("costs $5-$6", "بين 5$-6$"),
            ("<table><tr><td>1</td></tr></table>", "| أ |\n|---|\n| ب |"),
        ] {
            assert_eq!(of(one).differs(&of(other)), None, "{one}");
        }
    }
}
