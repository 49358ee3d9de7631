//! References to notes in text that Markdown takes for words: `[^key]` of a source, and the same with blanks in it.

use std::ops::Range;

/// Finds the next reference from a place on: where it stands, and its key. Blanks around the sign and the key are read over,
/// as in `[ ^key]`, where nothing else can be meant.
pub fn next_reference(text: &str, mut from: usize) -> Option<(Range<usize>, &str)> {
    while let Some(sign) = memchr::memchr(b'^', &text.as_bytes()[from..]).map(|at| from + at) {
        from = sign + 1;
        let before = text[..sign].trim_end_matches(is_blank);
        // A key holds no bracket: so each character is looked at once, however many begin a key.
        let (Some(start), inside) = (before.strip_suffix('[').map(str::len), text[from..].trim_start_matches(is_blank))
        else {
            continue;
        };
        let key = &inside[..inside.find(|c: char| c.is_whitespace() || matches!(c, '[' | ']')).unwrap_or(inside.len())];
        let behind = inside[key.len()..].trim_start_matches(is_blank);
        let end = text.len() - behind.len();
        let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
        let has_blanks = end - start > "[^".len() + key.len();
        let is_key = !key.is_empty() && (!has_blanks || key.chars().all(is_plain));
        if is_key && behind.starts_with(']') {
            return Some((start..end + 1, key));
        }
        from = end.max(from);
    }
    None
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_with_blanks_and_without() {
        for (text, found) in [
            ("كلام[^key] آخر", Some(("[^key]", "key"))),
            ("a [ ^key-1] b", Some(("[ ^key-1]", "key-1"))),
            ("a [^ key ] b", Some(("[^ key ]", "key"))),
            ("a [^key\u{a0}] b", Some(("[^key\u{a0}]", "key"))),
            ("2^[x] [^] [^a[b]", None),
            ("[ ^_^ ] and [^a b] and [^ ]", None),
            ("[^x\n] [^a[^b]", Some(("[^b]", "b"))),
            ("[^(a)]", Some(("[^(a)]", "(a)"))),
            ("[ ^(a)]", None),
        ] {
            assert_eq!(next_reference(text, 0).map(|(range, key)| (&text[range], key)), found, "{text}");
        }
    }

    #[test]
    fn many_signs_take_no_more_than_their_length() {
        for text in ["[^".repeat(200_000), "[ ^ a".repeat(200_000), "^".repeat(200_000), " ^".repeat(200_000)] {
            assert_eq!(next_reference(&text, 0), None);
        }
    }
}
