//! Texts and places in them. Every later room speaks of a file by [`FileId`] and of a place in it by a [`Span`] of bytes;
//! lines and columns exist only where a person reads them. Nothing here touches a file.

mod conflict;
mod control;
mod date;
pub mod html;
pub mod html_tags;
pub mod scan;
mod typing;
mod web_address;
mod word_diff;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

pub use conflict::{Conflicts, find_conflicts, find_left_lines};
pub use control::find_control;
pub use date::{Date, date_help, month_in_words};
pub use typing::{ascii_digits, between_commas, find_invisible, has_other_digits, is_bidi_control, is_invisible};
pub use web_address::{BaseUrl, WebAddress, is_host, typed_address};
pub use word_diff::{DiffMarks, DiffRun, HtmlMarks, word_diff};

/// Identifies a text file of one build; an index into [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FileId(pub u32);

/// A range of bytes in one file; `start <= end`, both on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// The file that the bytes belong to.
    pub file: FileId,
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl FileId {
    /// The span of `range` in this file.
    pub fn span(self, range: std::ops::Range<usize>) -> Span {
        Span { file: self, start: range.start, end: range.end.max(range.start) }
    }

    /// The very beginning of this file, for a fault of the file as a whole.
    pub fn top(self) -> Span {
        self.span(0..0)
    }
}

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

/// One text file.
#[derive(Debug)]
pub struct Source {
    /// Relative to the site's root, with `/` between its parts whatever the platform.
    pub path: String,
    /// The whole text, without a byte order mark.
    pub text: String,
    /// What the author wrote, byte for byte at the same places, where parts of it are blanks in the text.
    written: Option<String>,
    line_starts: OnceLock<Vec<usize>>,
    /// How many characters stand before each block of [`BLOCK`] bytes; asked for in long lines alone.
    chars_before: OnceLock<Vec<usize>>,
}

/// Bytes.
const BLOCK: usize = 4_096;

/// A line and a column as people count them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// 1-based.
    pub line: usize,
    /// 1-based, in characters.
    pub column: usize,
}

impl Source {
    /// A text at a path relative to the root.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
            written: None,
            line_starts: OnceLock::new(),
            chars_before: OnceLock::new(),
        }
    }

    /// The same, in which lines are shown as they were written; the text has only blanks in the place of parts of it.
    #[must_use]
    pub fn shown_as(self, written: Option<String>) -> Self {
        Self { written: written.filter(|written| written.len() == self.text.len()), ..self }
    }

    fn line_starts(&self) -> &[usize] {
        self.line_starts
            .get_or_init(|| std::iter::once(0).chain(self.text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    /// Where `offset` is, for people.
    pub fn line_column(&self, offset: usize) -> LineColumn {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line_starts().partition_point(|start| *start <= offset);
        let start = self.line_starts()[line - 1];
        LineColumn { line, column: self.chars(start, offset) + 1 }
    }

    /// How many characters stand between two places: in a line of a megabyte, there may be a fault at every tenth byte.
    fn chars(&self, start: usize, end: usize) -> usize {
        if end - start < BLOCK {
            return self.text[start..end].chars().count();
        }
        let blocks = self.chars_before.get_or_init(|| {
            let count = |block: &[u8]| block.iter().filter(|byte| is_first_of_char(**byte)).count();
            let counts = self.text.as_bytes().chunks(BLOCK).map(count);
            let sum = |sum: &mut usize, count| Some(std::mem::replace(sum, *sum + count));
            counts.scan(0, sum).collect()
        });
        let before = |at: usize| {
            let begin = at / BLOCK * BLOCK;
            let rest = self.text.as_bytes()[begin..at].iter().filter(|byte| is_first_of_char(**byte)).count();
            blocks.get(at / BLOCK).map_or_else(|| self.text.chars().count(), |count| count + rest)
        };
        before(end) - before(start)
    }

    /// The byte offset of a line and column, clamped to the text.
    pub fn offset(&self, at: LineColumn) -> usize {
        let Some(start) = self.line_starts().get(at.line.saturating_sub(1)) else { return self.text.len() };
        let line = &self.text[*start..];
        line.char_indices().nth(at.column.saturating_sub(1)).map_or(self.text.len(), |(at, _)| start + at)
    }

    /// The line that holds `offset` as it was written, without its end, and the offset at which it starts.
    pub fn line_at(&self, offset: usize) -> (usize, &str) {
        let line = self.line_column(offset).line;
        let start = self.line_starts()[line - 1];
        let shown = self.written.as_ref().unwrap_or(&self.text);
        (start, shown.get(start..).and_then(|rest| rest.lines().next()).unwrap_or(""))
    }
}

/// Whether a byte of UTF-8 begins a character.
fn is_first_of_char(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

/// Every text file of a build.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<Arc<Source>>,
    /// The files of an earlier reading, whose ids are used again.
    earlier: Arc<BTreeMap<String, FileId>>,
    /// Texts by path that an editor holds and has not saved: they stand in the place of what is on the disk.
    unsaved: BTreeMap<String, Arc<str>>,
}

impl Sources {
    /// For another reading of the same site: a file that was there before gets the same id, so that spans stay valid. The
    /// texts are empty until they are added.
    pub fn continuing(earlier: &Self) -> Self {
        let empty = |file: &Arc<Source>| Arc::new(Source::new(file.path.clone(), ""));
        let ids: BTreeMap<_, _> = earlier.files.iter().map(|file| file.path.clone()).zip((0..).map(FileId)).collect();
        let files = earlier.files.iter().map(empty).collect();
        Self { files, earlier: Arc::new(ids), unsaved: earlier.unsaved.clone() }
    }

    /// Puts a text that is not saved in the place of a file on the disk, or takes it away again.
    pub fn set_unsaved(&mut self, path: &str, text: Option<&str>) {
        match text {
            Some(text) => self.unsaved.insert(path.to_owned(), text.into()),
            None => self.unsaved.remove(path),
        };
    }

    /// The text that is not saved of a file, if there is one.
    pub fn unsaved(&self, path: &str) -> Option<&str> {
        self.unsaved.get(path).map(|text| &**text)
    }

    /// The paths of all texts that are not saved, sorted.
    pub fn unsaved_paths(&self) -> impl Iterator<Item = &str> {
        self.unsaved.keys().map(String::as_str)
    }

    /// Adds a file and names it.
    pub fn add(&mut self, source: Source) -> FileId {
        let file = self.id_for(&source.path);
        match self.files.get_mut(file.0 as usize) {
            Some(place) => *place = Arc::new(source),
            None => self.files.push(Arc::new(source)),
        }
        file
    }

    /// The id that a file at this path has if it is added now.
    pub fn id_for(&self, path: &str) -> FileId {
        self.earlier.get(path).copied().unwrap_or(FileId(self.files.len() as u32))
    }

    /// Puts the text of a file in its place.
    pub fn fill(&mut self, file: FileId, source: Source) {
        self.files[file.0 as usize] = Arc::new(source);
    }

    /// Empties the text of a file, which is not known any more.
    pub fn forget_text(&mut self, file: FileId) {
        let path = self.get(file).path.clone();
        self.fill(file, Source::new(path, ""));
    }

    /// The file of that name; ids come from [`Sources::add`] of the same build only.
    pub fn get(&self, file: FileId) -> &Source {
        &self.files[file.0 as usize]
    }

    /// The text of the file at a path.
    pub fn text_at(&self, path: &str) -> Option<&str> {
        self.files.iter().find(|file| file.path == path).map(|file| file.text.as_str())
    }

    /// The bytes that a span covers.
    pub fn text(&self, span: Span) -> &str {
        self.get(span.file).text.get(span.start..span.end).unwrap_or("")
    }
}

/// A short digest of bytes, in eight hexadecimal digits: enough to tell the versions of a file apart.
pub fn fingerprint(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..8].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_from_one() {
        let source = Source::new("a.md", "سطر\nab\u{641}c\n");
        assert_eq!(source.line_column(0), LineColumn { line: 1, column: 1 });
        assert_eq!(source.line_column(7), LineColumn { line: 2, column: 1 });
        assert_eq!(source.line_column(11), LineColumn { line: 2, column: 4 });
        assert_eq!(source.offset(LineColumn { line: 2, column: 4 }), 11);
        assert_eq!(source.line_at(9), (7, "ab\u{641}c"));
    }

    #[test]
    fn columns_of_a_long_line_are_counted_alike() {
        let text = format!("x\n{}", "aسb€".repeat(5_000));
        let source = Source::new("a.md", &text);
        for (at, _) in text.char_indices().skip(2).step_by(13).chain([(text.len(), ' ')]) {
            assert_eq!(source.line_column(at), LineColumn { line: 2, column: text[2..at].chars().count() + 1 });
        }
    }
}
