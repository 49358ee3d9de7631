//! Control characters: no page, feed or terminal is served by one, XML forbids them, and nobody sees them in an editor.

/// The first character of a text that no text may hold, and where it stands: the controls of ASCII but tab and line end,
/// and the two signs of every file's end that XML forbids. None for nearly all texts.
pub fn find_control(text: &str) -> Option<(usize, char)> {
    // All bytes are looked at, many at a time; EF begins the characters that XML forbids, and few others.
    let suspect = |byte: u8| (byte < 0x20 && byte != b'\t' && byte != b'\n') || byte == 0x7f || byte == 0xef;
    if !text.bytes().fold(false, |found, byte| found | suspect(byte)) {
        return None;
    }
    text.char_indices().find(|(_, c)| is_forbidden(*c))
}

fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_and_line_ends_are_the_only_controls() {
        for c in ('\0'..='\u{ffff}').filter(|c| *c != '\u{fffe}' && *c != '\u{ffff}') {
            let wanted = c.is_ascii_control() && c != '\t' && c != '\n';
            assert_eq!(find_control(&format!("نص{c}")).is_some(), wanted, "{c:?}");
        }
        assert_eq!(find_control("a\u{ffff}"), Some((1, '\u{ffff}')));
        assert_eq!(find_control("\u{feff}\u{fffd}"), None);
    }
}
