//! What reading a language file needs.

use super::kind::PageKind;
use crate::config::{Config, LanguageId};
use crate::content::code::HighlightCache;
use crate::text::{FileId, Source, Sources};
use crate::tree::Asset;

/// A language file to read.
pub struct LanguageFileInput<'a> {
    /// The file.
    pub file: FileId,
    /// Its text.
    pub source: &'a Source,
    /// The other files of its folder, for charts.
    pub files: &'a [Asset],
    /// The texts of those files.
    pub sources: &'a Sources,
    /// What kind of page it belongs to.
    pub kind: PageKind,
    /// Whether it belongs to a dimension that finds its subjects alike: what is said of them may be the same.
    pub finds_alike: bool,
    /// The language that its name says.
    pub language: LanguageId,
    /// The site.
    pub config: &'a Config,
    /// Coloured code.
    pub highlights: &'a HighlightCache,
}
