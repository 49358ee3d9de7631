//! Citations and footnotes: the entries of the list under an article, and the references to them.

use serde::{Deserialize, Serialize};

use super::slotted::Slotted;
use crate::text::Span;

/// An entry in the list of notes under the article.
#[derive(Debug, Serialize, Deserialize)]
pub struct Note {
    /// Citation or footnote.
    pub kind: NoteKind,
    /// How often it is referred to.
    pub uses: usize,
    /// Where it is referred to first.
    pub span: Span,
    /// Whether a chart names it first, whose keys are those of sources alone.
    pub of_chart: bool,
    /// What was most likely meant to define it, if nothing does.
    pub nearly_defined: Option<NearDefinition>,
}

impl Note {
    /// The key of the source that it cites, if it cites one.
    pub fn source_key(&self) -> Option<&str> {
        match &self.kind {
            NoteKind::Citation(key) => Some(key),
            NoteKind::Footnote(_) => None,
        }
    }
}

/// What nearly defines a note.
#[derive(Debug, Serialize, Deserialize)]
pub enum NearDefinition {
    /// Where a line begins that would, stood no blank before its colon.
    Line(Span),
    /// The label of a note that nothing refers to, and that is nearly the key.
    Label(String),
}

/// What a note is.
#[derive(Debug, Serialize, Deserialize)]
pub enum NoteKind {
    /// A source, by its key.
    Citation(String),
    /// Words of the article's own.
    Footnote(Footnote),
}

/// A footnote.
#[derive(Debug, Serialize, Deserialize)]
pub struct Footnote {
    /// What it is called in the Markdown.
    pub label: String,
    /// Its HTML.
    pub html: Slotted,
}
