//! Running text: quotation marks of the language, and the faults of typing that a reader would see or, worse,
//! would not: marks of another script, letters from another language's keyboard, invisible direction controls.

use std::borrow::Cow;
use std::ops::Range;

use crate::diagnostic::Code;
use crate::locale::Locale;
use crate::text::scan::{begins_arabic, may_be_white};

/// Straight quotes become the language's own, three dots one sign. `before` is the character in front of the text.
pub fn typographic<'a>(text: &'a str, locale: &Locale, before: Option<char>) -> Cow<'a, str> {
    let mut out = String::new();
    let mut done = 0;
    let mut from = 0;
    while let Some(at) = memchr::memchr3(b'"', b'\'', b'.', &text.as_bytes()[from..]).map(|at| from + at) {
        from = at + 1;
        let written = match text.as_bytes()[at] {
            b'.' if text[at..].starts_with("...") => {
                from = at + 3;
                '…'
            }
            b'.' => continue,
            mark => {
                let last = match done == at && at > 0 {
                    true => out.chars().next_back(),
                    false => text[..at].chars().next_back().or(before),
                };
                let opening = last.is_none_or(|last| last.is_whitespace() || "([{«“‘—–/".contains(last));
                quote(mark, opening, locale)
            }
        };
        out.push_str(&text[done..at]);
        out.push(written);
        done = from;
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

fn quote(mark: u8, opening: bool, locale: &Locale) -> char {
    let [outer, inner] = locale.quotes();
    match mark {
        b'"' if opening => outer.0,
        b'"' => outer.1,
        // In Arabic an apostrophe can only stand in a foreign word.
        _ if opening && !locale.arabic_script => inner.0,
        _ => '’',
    }
}

/// How many words a text has: runs without white space that hold a letter or a digit.
pub fn words(text: &str) -> usize {
    let mut count = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let (run, after) = rest.split_at(white_space(rest).unwrap_or(rest.len()));
        count += usize::from(begins_with_letter(run) || run.contains(char::is_alphanumeric));
        rest = after.strip_prefix(' ').unwrap_or_else(|| after.trim_start());
    }
    count
}

/// Whether a text surely begins with a letter or a digit. Nearly all words do, and this is told faster than the table of
/// all letters is searched.
fn begins_with_letter(text: &str) -> bool {
    begins_arabic(text.as_bytes()) || text.starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// Where the first white space of a text stands.
fn white_space(text: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = text.as_bytes()[from..].iter().position(|byte| may_be_white(*byte)).map(|at| from + at) {
        if text[at..].starts_with(char::is_whitespace) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

/// A fault of typing: where in the text, what kind, what is wrong, and what to do.
pub type Slip = (Range<usize>, Code, String, &'static str);

/// Finds the faults of typing in a text; `before` is the character in front of it.
pub fn slips(text: &str, locale: &Locale, before: Option<char>) -> Vec<Slip> {
    if text.is_ascii() && !locale.arabic_script {
        return Vec::new();
    }
    let mut slips = Vec::new();
    let mut guillemets = 0;
    let language = locale.tag.split('-').next().unwrap_or("");
    let mut from = 0;
    loop {
        from += right(&text.as_bytes()[from..], language);
        let Some(c) = text[from..].chars().next() else { return slips };
        let last = text[..from].chars().next_back().or(before);
        let range = from..from + c.len_utf8();
        from = range.end;
        let is_control =
            matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        match c {
            // Controls in a row are one fault.
            _ if is_control
                && let Some((before, Code::BidiControl, ..)) = slips.last_mut()
                && before.end == range.start =>
            {
                before.end = range.end;
            }
            _ if is_control => slips.push((
                range,
                Code::BidiControl,
                format!("here stands the invisible direction control U+{:04X}", c as u32),
                "delete it: runs of the other direction are isolated when the site is built",
            )),
            '«' => guillemets += 1,
            '»' => guillemets -= 1,
            ',' | ';' | '?' if locale.arabic_script && last.is_some_and(is_arabic_letter) => slips.push((
                range,
                Code::Punctuation,
                format!("the Latin `{c}` follows an Arabic word"),
                match c {
                    ',' => "write the Arabic comma ،",
                    ';' => "write the Arabic semicolon ؛",
                    _ => "write the Arabic question mark ؟",
                },
            )),
            '“' | '”' | '"' if locale.arabic_script && guillemets <= 0 => slips.push((
                range,
                Code::Punctuation,
                format!("the Latin quotation mark `{c}` stands in Arabic text"),
                "write «…», and “…” only inside them",
            )),
            _ => {
                if let Some(right) = own_letter(c, language) {
                    slips.push((
                        range,
                        Code::ForeignLetter,
                        format!("the letter `{c}` (U+{:04X}) is from another language's keyboard", c as u32),
                        right,
                    ));
                }
            }
        }
    }
}

/// How many bytes at the beginning of a text are right for sure: nearly all are.
fn right(text: &[u8], language: &str) -> usize {
    let ascii = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'.');
    let mut at = 0;
    loop {
        at += text[at..].iter().position(|byte| !ascii(byte)).unwrap_or(text.len() - at);
        if language != "ar" || !begins_arabic(&text[at..]) {
            return at;
        }
        at += 2;
    }
}

fn is_arabic_letter(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{064a}' | '\u{0671}'..='\u{06d3}')
}

/// What to type in place of a letter that looks like one of the language's own.
fn own_letter(c: char, language: &str) -> Option<&'static str> {
    match (language, c) {
        ("ar", 'ک') => Some("type the Arabic ك"),
        ("ar", 'ی') => Some("type the Arabic ي, or ى at the end of a word"),
        ("ar", 'ہ' | 'ھ') => Some("type the Arabic ه"),
        ("fa" | "ur", 'ك') => Some("type ک"),
        ("fa" | "ur", 'ي' | 'ى') => Some("type ی"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Digits;

    #[test]
    fn quotes_follow_the_language() {
        let english = Locale::new("en", Digits::Latin).unwrap();
        let arabic = Locale::new("ar", Digits::Latin).unwrap();
        assert_eq!(typographic("\"it's\" ('so')...", &english, None), "“it’s” (‘so’)…");
        assert_eq!(typographic("قال \"نعم\" v1.2", &arabic, None), "قال «نعم» v1.2");
        assert_eq!(typographic("\" after", &english, Some('x')), "” after");
    }

    #[test]
    fn words_are_between_white_space() {
        for (text, count) in [("", 0), (" a, b\u{a0}c\n–\u{3000}«د» 5% … é", 6), ("don’t “so”\u{2003}x\u{85}y", 4)]
        {
            assert_eq!(words(text), count, "{text:?}");
        }
        for c in ('\0'..=char::MAX).filter(|c| c.is_whitespace()) {
            assert_eq!(white_space(&format!("–é\u{205e}{c}")), Some(8), "{c:?}");
        }
    }

    #[test]
    fn slips_of_the_keyboard() {
        let arabic = Locale::new("ar", Digits::Latin).unwrap();
        let codes = |text| slips(text, &arabic, None).into_iter().map(|(_, code, ..)| code).collect::<Vec<_>>();
        assert_eq!(codes("نعم, لا"), [Code::Punctuation]);
        assert_eq!(codes("«قال “نعم” وسكت»، Base, وغيرها"), []);
        assert_eq!(codes("کتاب"), [Code::ForeignLetter]);
        assert_eq!(codes("عام\u{200f} 2026"), [Code::BidiControl]);
        assert_eq!(codes(&format!("عام{}", "\u{202e}".repeat(50_000))), [Code::BidiControl]);
    }
}
