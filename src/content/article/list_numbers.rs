//! The numbers of items: where a list begins, what is left out of it, and what is a year or a day and no number of an item.

use std::ops::Range;

use super::writer::Writer;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::Locale;
use crate::text::{Date, ascii_digits};

/// A list that is open.
#[derive(Debug)]
pub struct OpenList {
    /// How far its first item is indented.
    pub indent: Option<usize>,
    /// The number with which the next item is shown, as long as all before it were written with theirs.
    next: Option<u64>,
}

impl OpenList {
    /// One whose first item has this number, if its items have numbers.
    pub fn new(first: Option<u64>) -> Self {
        Self { indent: None, next: first }
    }
}

/// How the message begins of a list that begins in its midst.
pub const LIST_BEGINS: &str = "this list begins with";

/// A list that begins with 2 or a little more, though no list of its section has come so far.
pub fn check_first_number(first: u64, goes_on: bool, range: Range<usize>, writer: &mut Writer<'_>) {
    let is_date = || begins_date(writer.markdown[range.start..].trim_start(), writer.locale()).is_some();
    if (2..10).contains(&first) && !goes_on && !is_date() {
        let message = format!("{LIST_BEGINS} {first}, and no list before it in the section ends with {}", first - 1);
        let fault = Diagnostic::warning(Code::Markup, message);
        writer.fault(fault.help("begin it with 1, or write the items that are missing"), range.start..range.start + 1);
    }
}

/// An item with a higher number than it is shown with, behind items that were counted: one is missing, or was taken out.
pub fn check_count(item: &str, at: usize, list: &mut OpenList, writer: &mut Writer<'_>) {
    let Some(shown) = list.next else { return };
    let digits = item.len() - item.trim_start_matches(char::is_numeric).len();
    let written = ascii_digits(&item[..digits]).parse::<u64>().ok();
    list.next = written.filter(|written| *written == shown).map(|written| written.saturating_add(1));
    // More than a few are another way to number.
    if let Some(written) = written.filter(|written| (1..4).contains(&written.saturating_sub(shown))) {
        let message = format!("this item is shown with the number {shown}, and {written} is written");
        let fault = Diagnostic::warning(Code::Markup, message);
        writer.fault(fault.help("write the item that is missing, or count on without it"), at..at + digits);
    }
}

/// How long the number and its stop are of a date with which an item begins: in languages that write a stop behind the
/// day, before the name of a month, and in others if a year follows, too.
fn begins_date(item: &str, locale: &Locale) -> Option<usize> {
    let digits = item.bytes().take_while(u8::is_ascii_digit).count();
    let rest = item[digits..].strip_prefix(". ").filter(|_| (1..=2).contains(&digits))?;
    let name = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
    let month = u8::try_from(locale.month_number(name)?).ok();
    let behind = rest[name.len()..].trim_start_matches([' ', ',', '،']);
    let has_year = behind.chars().take_while(|c| c.is_numeric()).count() == 4;
    let has_stop = || locale.date(Date { year: 2001, month, day: Some(3) }).contains("3. ");
    (has_year || has_stop()).then_some(digits + 1)
}

/// A year or the day of a month at the beginning of a line, which becomes the number of an item.
pub fn check_number(item: &str, at: usize, writer: &mut Writer<'_>) {
    let digits = item.bytes().take_while(u8::is_ascii_digit).count();
    let is_year = digits == 4 && item[digits..].starts_with(". ") && matches!(item.as_bytes()[0], b'1' | b'2');
    if is_year {
        let year = &item[..digits];
        let message = format!("`{year}.` at the beginning of a line is the number of an item of a list");
        let help = format!("write a backslash before the stop if it is none: {year}\\.");
        writer.fault(Diagnostic::warning(Code::Markup, message).help(help), at..at + digits + 1);
    } else if let Some(length) = begins_date(item, writer.locale()).filter(|_| !is_counted(at, writer.markdown)) {
        let day = &item[..digits];
        let message = format!("the day `{day}.` at the beginning of a line is the number of an item of a list");
        let help = format!("write a backslash before the stop: {day}\\.");
        writer.fault(Diagnostic::warning(Code::Markup, message).help(help), at..at + length);
    }
}

/// Bytes before and behind an item in which the ones next to it are looked for.
const NEAR: usize = 400;

/// Whether the item with a number at this place is one of several that are counted: `1. January`, `2. February`. As a date or as
/// an item, it is shown alike.
fn is_counted(at: usize, markdown: &str) -> bool {
    let Some((number, _)) = markdown[at..].split_once('.') else { return false };
    let number: usize = number.parse().unwrap_or_default();
    let near = |range: Range<usize>| {
        &markdown[markdown.floor_char_boundary(range.start)..markdown.ceil_char_boundary(range.end)]
    };
    let begins = |text: &str, with: usize| {
        let mut lines = text.lines().map(|line| line.trim_start_matches([' ', '>']));
        lines.any(|line| line.strip_prefix(&with.to_string()).is_some_and(|rest| rest.starts_with(". ")))
    };
    begins(near(at.saturating_sub(NEAR)..at), number.saturating_sub(1))
        || begins(near(at..(at + NEAR).min(markdown.len())), number + 1)
}
