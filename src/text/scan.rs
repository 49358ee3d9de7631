//! What bytes of UTF-8 tell of a text before its characters are read, for what is done to every text of a site.

/// Whether a text surely begins with a letter of U+0620 to U+064A, as nearly every word of an Arabic text does.
pub fn begins_arabic(text: &[u8]) -> bool {
    matches!(text, [0xd8, 0xa0..=0xbf, ..] | [0xd9, 0x80..=0x8a, ..])
}

/// Whether a character is a letter: what `char::is_alphabetic` says, which looks every letter up in a table that is not
/// ASCII. U+0620 to U+064A are letters without an exception.
pub fn is_letter(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '\u{620}'..='\u{64a}') || !c.is_ascii() && c.is_alphabetic()
}

/// Whether white space may begin with a byte: all of it begins with one of these, and few other characters do.
pub fn may_be_white(byte: u8) -> bool {
    matches!(byte, 0..=b' ' | 0xc2 | 0xe1..=0xe3)
}

/// Whether a character is one of the letters that nearly all Arabic words consist of: U+0627 to U+063A, U+0641 to U+0648, and
/// U+064A. Of these each is spelt in one way; other letters of the Arabic script are rarer, or spellings of these.
pub fn is_common_arabic(c: char) -> bool {
    matches!(c, 'ا'..='غ' | 'ف'..='و' | 'ي')
}

/// Whether the sign behind a text of Markdown has a backslash of its own before it: of two, the first is that of the second.
pub fn escapes_next(before: &str) -> bool {
    before.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1
}

/// How many bytes at the beginning of a text are letters for which [`is_common_arabic`] holds.
pub fn common_arabic_run(text: &[u8]) -> usize {
    let is_common = |pair: &[u8]| matches!(pair, [0xd8, 0xa7..=0xba] | [0xd9, 0x81..=0x88 | 0x8a]);
    2 * text.chunks_exact(2).take_while(|pair| is_common(pair)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_tell_what_characters_would() {
        for c in '\0'..=char::MAX {
            let mut bytes = [0; 4];
            let text = c.encode_utf8(&mut bytes).as_bytes();
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(begins_arabic(text), ('\u{620}'..='\u{64a}').contains(&c), "{c:?}");
            let run = if is_common_arabic(c) { text.len() } else { 0 };
            assert_eq!(common_arabic_run(text), run, "{c:?}");
            assert!(may_be_white(text[0]) || !c.is_whitespace(), "{c:?}");
        }
    }

    #[test]
    fn a_run_of_common_arabic_letters_ends_with_the_first_other() {
        for (text, run) in [("", 0), ("وكيل", 8), ("وكيل.", 8), ("كآبة", 2), ("a", 0), ("ي\u{664}", 2)] {
            assert_eq!(common_arabic_run(text.as_bytes()), run, "{text}");
        }
    }
}
