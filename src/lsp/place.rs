//! Places as the protocol counts them: lines from zero, and within a line code units of UTF-16.

use std::ops::Range;

use lsp_types::Position;

/// The lines of a text.
pub struct TextPlaces<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> TextPlaces<'t> {
    /// Of a text whose lines end with a line feed, whatever stands before that.
    pub fn new(text: &'t str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// The place of a byte; one inside a character is that of the character, one past the end that of the end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let units = self.text[self.starts[line]..offset].encode_utf16().count();
        Position { line: number(line), character: number(units) }
    }

    /// The byte at a place; one past the end of a line is the end of the line, as the protocol wants it.
    pub fn offset(&self, position: Position) -> usize {
        let Some(start) = self.starts.get(position.line as usize).copied() else { return self.text.len() };
        let line = self.text[start..].split('\n').next().unwrap_or_default();
        let mut units = 0;
        for (at, c) in line.char_indices() {
            if units >= position.character as usize {
                return start + at;
            }
            units += c.len_utf16();
        }
        start + line.len()
    }

    /// The place of bytes.
    pub fn range(&self, range: Range<usize>) -> lsp_types::Range {
        lsp_types::Range { start: self.position(range.start), end: self.position(range.end) }
    }
}

/// Lines and columns of the protocol have 32 bits.
fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn columns_are_units_of_utf_16() {
        let lines = TextPlaces::new("سطر\n😀x\r\nab");
        assert_eq!(lines.position(0), Position::new(0, 0));
        assert_eq!(lines.position("سطر".len()), Position::new(0, 3));
        assert_eq!(lines.position("سطر\n😀".len()), Position::new(1, 2));
        assert_eq!(lines.offset(Position::new(1, 2)), "سطر\n😀".len());
        assert_eq!(lines.offset(Position::new(1, 99)), "سطر\n😀x\r".len());
        assert_eq!(lines.offset(Position::new(9, 0)), "سطر\n😀x\r\nab".len());
    }

    proptest! {
        #[test]
        fn a_place_and_its_byte_are_one(text in "[aم😀\\n\\r\u{301}]{0,24}") {
            let lines = TextPlaces::new(&text);
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                prop_assert_eq!(lines.offset(lines.position(at)), at);
            }
        }
    }
}
