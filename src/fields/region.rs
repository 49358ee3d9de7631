//! Where in a file a text of settings stands.

use std::ops::Range;

use crate::text::{FileId, Span};

/// The place of a TOML text in a file.
#[derive(Clone, Copy, Debug)]
pub struct Region {
    /// The file.
    pub file: FileId,
    /// Where in the file the TOML begins, in bytes.
    pub offset: usize,
}

impl Region {
    /// A range of the text as a place in the file.
    pub fn span(self, range: Range<usize>) -> Span {
        self.file.span(self.offset + range.start..self.offset + range.end)
    }
}
