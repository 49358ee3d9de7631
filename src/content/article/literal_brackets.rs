//! Round brackets in the words of a block of which one lacks the other, and a square one too many behind a link.

use super::literal_inline::OPAQUE;
use super::literal_lines::Found;

/// The first such bracket. A remark that goes over several blocks begins with one and ends with one, and `a)` numbers.
pub fn unpaired_bracket(text: &str) -> Option<Found> {
    if let Some(at) = text.find("\u{fffc}]").map(|at| at + OPAQUE.len_utf8()) {
        let is_open = text[..at].matches('[').count() > text[..at].matches(']').count();
        let message = "this bracket closes nothing, and readers see it";
        if !is_open {
            return Some((at..at + 1, message.to_owned(), "take it away, or write `\\]`".to_owned()));
        }
    }
    let mut open: Vec<(usize, u8)> = Vec::new();
    let mut closes_nothing = None;
    for (at, bracket) in text.bytes().enumerate().filter(|(_, byte)| b"()[]".contains(byte)) {
        match bracket {
            _ if is_of_face(text, at) => {}
            b'(' | b'[' => open.push((at, bracket)),
            // An interval may begin with one and end with the other.
            _ if open.last().is_some_and(|(start, of)| is_pair(*of, bracket) || is_interval(&text[start + 1..at])) => {
                open.pop();
            }
            b')' if open.iter().any(|(_, of)| *of == b'(') => {
                open.truncate(open.iter().rposition(|(_, of)| *of == b'(').unwrap_or_default());
            }
            b')' if is_number_of_item(&text[..at]) => {}
            b')' if closes_nothing.is_none() && !ends_remark(text, at) => closes_nothing = Some(at),
            _ => {}
        }
    }
    // What opens behind one that closes is the wrong way round, which is a fault of its own.
    if let Some(at) = closes_nothing {
        let message = "this bracket closes nothing, and readers see it";
        return open.is_empty().then(|| (at..at + 1, message.to_owned(), "take it away, or open it before".to_owned()));
    }
    let (at, _) = open.into_iter().find(|(at, bracket)| *bracket == b'(' && *at > 0)?;
    let is_of_words = text[at + 1..].starts_with(|c: char| c.is_alphanumeric() || c == OPAQUE);
    is_of_words.then(|| (at..at + 1, "nothing closes this bracket".to_owned(), "write `)` where it ends".to_owned()))
}

fn is_pair(open: u8, close: u8) -> bool {
    matches!((open, close), (b'(', b')') | (b'[', b']'))
}

/// `:)`, `;-)`, `:(`.
fn is_of_face(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let face = before.strip_suffix('-').unwrap_or(before).strip_suffix([':', ';']);
    face.is_some_and(|before| before.chars().next_back().is_none_or(|c| c.is_whitespace() || c == OPAQUE))
}

/// What stands between the two ends of an interval, as in `[0, 1)`.
fn is_interval(inside: &str) -> bool {
    inside.len() < 24
        && inside.contains([',', ';', '،'])
        && inside.split([',', ';', '،']).all(|end| end.trim().len() < 8)
}

/// Whether a text ends with the number of an item, as in `a) …; b) …`, `2) …` and `iv) …`.
fn is_number_of_item(before: &str) -> bool {
    let number = &before[before.trim_end_matches(|c: char| c.is_alphanumeric() || c == 'ـ' || c == '.').len()..];
    let is_alone =
        before[..before.len() - number.len()].chars().next_back().is_none_or(|c| c.is_whitespace() || c == OPAQUE);
    let letters = number.chars().filter(|c| *c != 'ـ').count();
    let is_number = number.chars().all(|c| c.is_numeric() || c == '.') && letters < 6;
    is_alone && letters > 0 && (letters == 1 || is_number || number.bytes().all(|byte| b"ivxIVX".contains(&byte)))
}

/// Whether a bracket ends a block, behind a sentence: the remark may have begun in a block before.
fn ends_remark(text: &str, at: usize) -> bool {
    text[at + 1..].trim_matches(['.', ' ', OPAQUE]).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_without_their_other() {
        for (text, at) in [
            ("المركزية (1908–1912. ومن هناك", "المركزية ".len()),
            ("See \u{fffc}tickets\u{fffc}) and", 17),
            ("a (b) cell) and d", 10),
            ("one \u{fffc}] two", 7),
            ("the list (first, second [third] and", 9),
        ] {
            assert_eq!(unpaired_bracket(text).map(|(range, ..)| range.start), Some(at), "{text}");
        }
    }

    #[test]
    fn what_is_meant_as_it_stands() {
        for text in [
            "(a) b (c [d]) e",
            "a) one; b) two; 12) three; iv) four; أ) خمسة",
            "in [0, 1) and (0, 1]",
            "so :) or ;-) or :(",
            "(A remark that goes on",
            "and ends.)",
            "and ends).",
            "[x \u{fffc}] y",
            ") turned (",
            "f(",
            "a \u{fffc}(b)\u{fffc} c",
        ] {
            assert_eq!(unpaired_bracket(text), None, "{text}");
        }
    }
}
