//! Dates and years among the words that cannot be meant as they stand: a day that no calendar has, and years that go backwards.

use std::ops::Range;

use super::literal_lines::Found;
use crate::text::{Date, ascii_digits, date_help};

/// Years that texts tell of. Other numbers of four digits are prices and parts of numbers.
const YEARS: std::ops::RangeInclusive<u16> = 1500..=2199;

/// Years that lie further apart are hardly a span, but two numbers with a hyphen, as in an ISSN.
const LONGEST_SPAN: u16 = 100;

/// What stands behind years that are counted down.
const BEFORE_THE_ERA: [&str; 11] =
    ["BC", "BCE", "B.C", "ق.م", "ق. م", "قبل ", "v. Chr", "v.\u{a0}Chr", "av. J", "לפנה", "MÖ"];

/// A number of the text: where it stands, its digits in ASCII.
struct WrittenNumber {
    range: Range<usize>,
    digits: String,
}

/// The first of each kind.
pub fn dates(text: &str) -> Vec<Found> {
    let numbers = numbers(text);
    impossible_day(text, &numbers).into_iter().chain(backward_years(text, &numbers)).collect()
}

fn numbers(text: &str) -> Vec<WrittenNumber> {
    let mut found: Vec<WrittenNumber> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_numeric()) {
        let end = at + c.len_utf8();
        match found.last_mut() {
            Some(last) if last.range.end == at => last.range.end = end,
            _ => found.push(WrittenNumber { range: at..end, digits: String::new() }),
        }
    }
    for number in &mut found {
        number.digits = ascii_digits(&text[number.range.clone()]);
    }
    found
}

/// Whether nothing is joined to what stands in a range, so that it is no part of a longer name or number.
fn is_alone(text: &str, range: &Range<usize>) -> bool {
    let joins = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '–' | '/' | '_' | '.' | ':' | '+' | '#');
    let before = text[..range.start].chars().next_back();
    let mut behind = text[range.end..].chars();
    let next = behind.next();
    // A full stop or a colon ends a sentence, or goes on in a number.
    let goes_on = next.is_some_and(joins)
        && (!matches!(next, Some('.' | ':')) || behind.next().is_some_and(char::is_alphanumeric));
    !before.is_some_and(joins) && !goes_on
}

fn year(number: &WrittenNumber) -> Option<u16> {
    number.digits.parse().ok().filter(|year| number.digits.len() == 4 && YEARS.contains(year))
}

/// `2024-13-05`: a date of the form that machines read, which is none.
fn impossible_day(text: &str, numbers: &[WrittenNumber]) -> Option<Found> {
    numbers.windows(3).find_map(|window| {
        let [first, month, day] = window else { return None };
        let range = first.range.start..day.range.end;
        let parted = |one: &WrittenNumber, other: &WrittenNumber| &text[one.range.end..other.range.start] == "-";
        let is_date = year(first).is_some()
            && [month, day].iter().all(|part| part.digits.len() == 2)
            && parted(first, month)
            && parted(month, day)
            && is_alone(text, &range);
        let written = ascii_digits(&text[range.clone()]);
        (is_date && Date::parse(&written).is_none())
            .then(|| (range.clone(), format!("`{}` is no day of the calendar", &text[range]), date_help(&written)))
    })
}

/// `2020–2012`: a span of years whose end comes before its beginning.
fn backward_years(text: &str, numbers: &[WrittenNumber]) -> Option<Found> {
    // Looked for once: a text may hold very many years.
    let mut is_of_serials = None;
    numbers.windows(2).find_map(|window| {
        let [first, last] = window else { return None };
        let range = first.range.start..last.range.end;
        let sign = &text[first.range.end..last.range.start];
        let (from, to) = (year(first)?, year(last)?);
        let behind = text[range.end..].trim_start();
        let is_span = matches!(sign, "-" | "–")
            && to < from
            && from - to <= LONGEST_SPAN
            && is_alone(text, &range)
            && !BEFORE_THE_ERA.iter().any(|era| behind.starts_with(era))
            && !*is_of_serials.get_or_insert_with(|| text.contains("ISSN"));
        let turned = || format!("{}{sign}{}", &text[last.range.clone()], &text[first.range.clone()]);
        is_span.then(|| {
            (
                range.clone(),
                format!("the years `{}` go backwards", &text[range]),
                format!("write the earlier one first: {}", turned()),
            )
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_years_that_cannot_be_are_told() {
        for (text, told) in [
            ("On 2024-13-05 it was.", "2024-13-05"),
            ("(2023-02-29)", "2023-02-29"),
            ("في ٢٠٢٤-١٣-٠٥.", "٢٠٢٤-١٣-٠٥"),
            ("from 2020–2012, or so", "2020–2012"),
            ("بين 2020-2012.", "2020-2012"),
        ] {
            let found = dates(text);
            assert_eq!(found.iter().map(|(range, ..)| &text[range.clone()]).collect::<Vec<_>>(), [told], "{text}");
        }
    }

    #[test]
    fn what_looks_like_them_is_left_alone() {
        for text in [
            "On 2024-12-05, 2024-02-29 and 2020–2024.",
            "1900–1600 BC and 2000–1700 قبل الميلاد",
            "ISSN 2049-1980",
            "call 2049-1980-33 or x2020-2012, 2020-2012/b, v2020-2012.1",
            "2024-99-99-01 and RFC-2024-13-05",
            "2100–1500 metres",
            "the 2020-12 and 5000–4000",
        ] {
            assert!(dates(text).is_empty(), "{text}: {:?}", dates(text));
        }
    }
}
