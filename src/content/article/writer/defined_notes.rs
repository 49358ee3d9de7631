//! The footnotes that an article defines, as far as it has been read.

use std::collections::BTreeMap;

use crate::content::slotted::Slotted;
use crate::text::Span;

/// The footnotes of an article.
#[derive(Default)]
pub struct Footnotes {
    /// By label in small letters.
    pub defined: BTreeMap<String, DefinedNote>,
    /// The one that is being written: its label and where it begins.
    pub open: Option<(String, Span)>,
}

/// A footnote that is defined.
pub struct DefinedNote {
    /// Its words.
    pub html: Slotted,
    /// Where it begins.
    pub span: Span,
}

impl Footnotes {
    /// Whether a footnote is being written.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }
}
