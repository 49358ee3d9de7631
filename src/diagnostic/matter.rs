//! What faults can be about, so that one can say that others may be its consequences.

use serde::{Deserialize, Serialize};

use crate::text::{FileId, Span};

/// What can be in doubt.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Matter {
    /// What a file says: a part of it could not be read as it was meant.
    File(FileId),
    /// What the letters of a file are: it was read in another encoding than it was written in.
    Encoding(FileId),
    /// What a value is, by its place: it cannot be the one that was meant.
    Value(Span),
    /// Which rows a file of data has.
    Rows(FileId),
    /// Which sources there are.
    Sources,
    /// Which subjects there are.
    Subjects,
    /// Which languages there are.
    Languages,
    /// Whether a page, by its path, has words in the language of a tag.
    Translation(String, String),
    /// Which pages are linked to: a link that leads nowhere was meant to lead to one.
    Links,
    /// Whether anything cites a source, by its key: a citation of none was most likely meant to be one of it.
    Citation(String),
    /// Which messages of the interface there are and are asked for, by name: one may be called otherwise in one place.
    Message(String),
    /// Whether the words of a page, by its path, are written yet.
    Words(String),
    /// Which page has a name, by its path or the end of it.
    Page(String),
    /// Whether a page, by its path, has a section in the language of a tag, by its id.
    Section(String, String, String),
    /// Which headings a page, by its path, has in the language of a tag.
    Anchors(String, String),
    /// Whether a note of a file, by its label, is referred to.
    Note(FileId, String),
    /// Whether elements of a name are opened in a file as their author means.
    Element(FileId, String),
    /// Which folder pages lie in, by the path of the folder.
    Folder(String),
    /// Which dimensions there are.
    Dimensions,
    /// Which addresses pages have.
    Addresses,
}
