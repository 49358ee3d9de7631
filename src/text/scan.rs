//! What bytes of UTF-8 tell of a text before its characters are read, for what is done to every text of a site.

/// Whether a text surely begins with a letter of U+0620 to U+064A, as nearly every word of an Arabic text does.
pub fn begins_arabic(text: &[u8]) -> bool {
    matches!(text, [0xd8, 0xa0..=0xbf, ..] | [0xd9, 0x80..=0x8a, ..])
}

/// Whether white space may begin with a byte: all of it begins with one of these, and few other characters do.
pub fn may_be_white(byte: u8) -> bool {
    matches!(byte, 0..=b' ' | 0xc2 | 0xe1..=0xe3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_tell_what_characters_would() {
        for c in '\0'..=char::MAX {
            let mut bytes = [0; 4];
            let text = c.encode_utf8(&mut bytes).as_bytes();
            assert_eq!(begins_arabic(text), ('\u{620}'..='\u{64a}').contains(&c), "{c:?}");
            assert!(may_be_white(text[0]) || !c.is_whitespace(), "{c:?}");
        }
    }
}
