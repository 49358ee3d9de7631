//! What a section says in every language alike, whatever its words are: its charts, tables, formulas, figures and sources. By this
//! the languages of a page can be compared that nobody has said to agree.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::locale::is_right_to_left;
use crate::text::ascii_digits;

/// What a section holds beside words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionFacts {
    /// How many charts.
    pub charts: usize,
    /// How many rows each of its tables has, without the head.
    pub tables: Vec<usize>,
    /// The sources that it cites, each once, sorted.
    pub cited: Vec<String>,
    /// The formulas that hold no words, sorted.
    pub formulas: Vec<String>,
    /// The numbers in it that have two digits at least, without their separators, each once, sorted.
    pub numbers: Vec<String>,
}

impl SectionFacts {
    /// Those of the Markdown of a section; notes are sources if their keys are among `sources`.
    pub fn of(text: &str, sources: &BTreeSet<&str>) -> Self {
        let mut facts = Self::default();
        // The sign of the fence that is open, and of what a table's rows consist.
        let mut fence: Option<&str> = None;
        let mut rows = 0;
        for line in text.lines() {
            let shown = line.trim_start();
            let sign = ["```", "~~~"].into_iter().find(|sign| shown.starts_with(sign));
            match (fence, sign) {
                (Some(open), Some(sign)) if open == sign => fence = None,
                (None, Some(sign)) => {
                    fence = Some(sign);
                    facts.charts += usize::from(shown.trim_matches(['`', '~', ' ']) == "chart");
                }
                (None, None) => {
                    if shown.starts_with('|') {
                        rows += 1;
                        facts.add(shown);
                        continue;
                    }
                    facts.add(shown);
                }
                _ => {}
            }
            if rows > 0 {
                facts.tables.push(below_head(rows));
                rows = 0;
            }
        }
        facts.tables.extend((rows > 0).then(|| below_head(rows)));
        for found in [&mut facts.cited, &mut facts.formulas, &mut facts.numbers] {
            found.sort_unstable();
        }
        facts.cited.retain(|key| sources.contains(key.as_str()));
        facts.cited.dedup();
        facts.numbers.dedup();
        facts
    }

    fn add(&mut self, line: &str) {
        let bytes = line.as_bytes();
        // Most lines have none of these signs.
        if memchr::memchr(b'[', bytes).is_some() {
            self.cited.extend(cited(line).map(str::to_owned));
        }
        if memchr::memchr(b'$', bytes).is_some() {
            self.formulas.extend(formulas(line));
        }
        self.numbers.extend(numbers(line));
    }

    /// How another language differs in what it holds; both in the words of a message, this one first.
    pub fn differs(&self, other: &Self) -> Option<[String; 2]> {
        if self.charts != other.charts {
            return Some([self, other].map(|facts| counted(facts.charts, "chart")));
        }
        // A language may set in a table what another says in words.
        let pairs = || self.tables.iter().zip(&other.tables);
        if self.tables.len() == other.tables.len()
            && let Some((own, theirs)) = pairs().find(|(own, theirs)| own != theirs)
        {
            return Some([own, theirs].map(|rows| format!("a table of {}", counted(*rows, "row"))));
        }
        if let Some(pair) = one_for_another(&self.formulas, &other.formulas) {
            return Some(pair.map(|formula| format!("the formula `{formula}`")));
        }
        if let Some(pair) = one_for_another(&self.numbers, &other.numbers).filter(|[own, theirs]| mistyped(own, theirs))
        {
            return Some(pair.map(|number| format!("the number {number}")));
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

/// Whether two numbers are one, mistyped: digits have changed places, or one is another.
fn mistyped(own: &str, theirs: &str) -> bool {
    let sorted = |number: &str| {
        let mut digits: Vec<u8> = number.bytes().collect();
        digits.sort_unstable();
        digits
    };
    let differing = own.bytes().zip(theirs.bytes()).filter(|(own, theirs)| own != theirs).count();
    own.len() == theirs.len() && (sorted(own) == sorted(theirs) || own.len() > 2 && differing == 1)
}

/// The keys of the notes to which a line refers; one that it defines is none of them.
fn cited(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices('[').filter_map(move |(at, _)| {
        let (key, behind) = line[at + 1..].trim_start().strip_prefix('^')?.split_once(']')?;
        let is_defined = at == 0 && behind.starts_with(':');
        Some(key.trim()).filter(|key| !is_defined && !key.is_empty())
    })
}

/// The formulas of a line in which nothing is written in words.
fn formulas(line: &str) -> impl Iterator<Item = String> {
    let parts: Vec<&str> = line.split('$').collect();
    let inside = (1..parts.len().saturating_sub(1)).step_by(2).map(move |n| parts[n]);
    let is_formula = |tex: &&str| {
        !tex.is_empty()
            && tex.is_ascii()
            && !tex.starts_with(' ')
            && !tex.ends_with(' ')
            && tex.contains(['=', '\\', '^', '_', '+', '/', '<', '>'])
            && !tex.contains("\\text")
    };
    inside.filter(is_formula).map(|tex| tex.split_whitespace().collect()).collect::<Vec<String>>().into_iter()
}

/// The numbers of a line.
fn numbers(line: &str) -> Vec<String> {
    let bytes = line.as_bytes();
    if line.is_ascii() && !bytes.iter().any(u8::is_ascii_digit) {
        return Vec::new();
    }
    let plain = ascii_digits(line);
    let is_separator = |c: char| matches!(c, ',' | '.' | '٬' | '٫' | '\u{a0}' | '\u{202f}');
    let is_of_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '#');
    let mut numbers = Vec::new();
    for word in plain.split(|c: char| !(is_of_word(c) || is_separator(c))) {
        // Arabic and Hebrew join particles to a number.
        let word = word.trim_start_matches(is_right_to_left).trim_matches(is_separator);
        if word.chars().all(|c| c.is_ascii_digit() || is_separator(c)) {
            let digits: String = word.chars().filter(char::is_ascii_digit).collect();
            numbers.extend((digits.len() > 1).then_some(digits));
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> SectionFacts {
        SectionFacts::of(text, &BTreeSet::from(["a", "b", "c"]))
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
        ] {
            let told_of = of(one).differs(&of(other)).map(|pair| pair.join(" / "));
            assert_eq!(told_of.as_deref(), Some(told), "{one}");
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
        ] {
            assert_eq!(of(one).differs(&of(other)), None, "{one}");
        }
    }
}
