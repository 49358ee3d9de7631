//! Signs that a slip of the hand sets twice, and a blank that it sets before a comma: readers see them, or a search does not find
//! the word.

use super::Slip;
use super::scripts::is_arabic_letter;
use crate::diagnostic::Code;

const HALF_SPACE: char = '\u{200c}';
const BESIDE_BLANK: &str = "the half-space, U+200C, stands beside a blank, and does nothing";
const HELP_BESIDE_BLANK: &str = "delete one of the two";

/// Finds them in a text, in one pass over its bytes.
pub fn doubled_signs(text: &str) -> Vec<Slip> {
    let bytes = text.as_bytes();
    let at = |n: usize| bytes.get(n).copied();
    let mut found: Vec<Slip> = Vec::new();
    let mut push = |range, code, message: &str, help| found.push((range, code, message.to_owned(), help));
    for n in 1..bytes.len() {
        let before = n.checked_sub(2).and_then(at);
        match (bytes[n - 1], bytes[n]) {
            // Two full stops stand for three in some texts in Arabic; `..` is a folder, and `a..b` a range.
            (b'.', b'.')
                if before.is_some_and(|c| c.is_ascii_alphabetic())
                    && at(n + 1).is_none_or(|c| c.is_ascii_whitespace()) =>
            {
                push(
                    n - 1..n + 1,
                    Code::Punctuation,
                    "two full stops end this sentence",
                    "write one, or three that something is left out",
                );
            }
            (b'%', b'%') if before.is_some_and(|c| c.is_ascii_digit()) && at(n + 1) != Some(b'%') => {
                push(n - 1..n + 1, Code::Punctuation, "`%` stands twice", "write it once");
            }
            (b' ', b',') if at(n + 1) == Some(b' ') && ends_with(&text[..n - 1], char::is_alphabetic) => {
                push(n - 1..n + 1, Code::Punctuation, "a blank stands before this comma", "take it away");
            }
            (b' ', 0xd8) if matches!(at(n + 1), Some(0x8c | 0x9b)) && ends_with(&text[..n - 1], is_arabic_letter) => {
                let sign = if at(n + 1) == Some(0x8c) { "comma" } else { "semicolon" };
                let message = format!("a blank stands before this {sign}");
                push(n - 1..n + 2, Code::Punctuation, &message, "take it away");
            }
            (0x8c, 0xe2) if n > 2 && at(n - 3) == Some(0xe2) && text[n - 3..].starts_with("\u{200c}\u{200c}") => {
                let help = "delete one: nobody sees it, and the search does not find the word";
                push(n - 3..n + 3, Code::ControlCharacter, "the half-space, U+200C, stands twice", help);
            }
            (b' ', 0xe2) if text[n..].starts_with(HALF_SPACE) && text[n + 3..].starts_with(is_arabic_letter) => {
                push(n..n + 3, Code::ControlCharacter, BESIDE_BLANK, HELP_BESIDE_BLANK);
            }
            (0x8c, b' ') if text[..n].ends_with(HALF_SPACE) && ends_with(&text[..n - 3], is_arabic_letter) => {
                push(n - 3..n, Code::ControlCharacter, BESIDE_BLANK, HELP_BESIDE_BLANK);
            }
            // A vowel mark of Arabic, U+064B to U+0652.
            (mark @ 0x8b..=0x92, 0xd9) if before == Some(0xd9) && at(n + 1) == Some(mark) => {
                let message = format!("the mark U+{:04X} stands twice on this letter", 0x64b + u32::from(mark - 0x8b));
                let help = "delete one: nobody sees it, and the search does not find the word";
                push(n - 2..n + 2, Code::Punctuation, &message, help);
            }
            _ => {}
        }
    }
    found
}

/// Whether a text ends with such a letter, so that a comma behind it belongs to a word.
fn ends_with(text: &str, is_letter: impl Fn(char) -> bool) -> bool {
    text.chars().next_back().is_some_and(is_letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_twice_is_told_once() {
        for (text, slip) in [
            ("It ends..", ".."),
            ("It ends.. And goes on", ".."),
            ("by 5%% in a year", "%%"),
            ("one , two", " ,"),
            ("القلّة ، والكثرة", " ،"),
            ("القلّة ؛ والكثرة", " ؛"),
            ("القلّّة", "ّّ"),
            ("می\u{200c}\u{200c}توان", "\u{200c}\u{200c}"),
            ("صفحه\u{200c} ای", "\u{200c}"),
            ("صفحه \u{200c}ای", "\u{200c}"),
        ] {
            let found = doubled_signs(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!(&text[found[0].0.clone()], slip, "{text}");
        }
        for text in [
            "It ends...",
            "in ..",
            "../a",
            "1..2",
            "a..b",
            "five %% of",
            "5%%%",
            "( , )",
            "a, b",
            "القلّة، ثم",
            "قلّ مَن",
            "می\u{200c}توان",
            "قيل.. ثم",
            "",
            "كلٌّ",
            "x",
            "`a` , b",
            "the comma ، of Arabic",
        ] {
            assert_eq!(doubled_signs(text).len(), 0, "{text}");
        }
    }
}
