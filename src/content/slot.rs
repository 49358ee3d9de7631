//! What is left open in the HTML of an article, to be filled in when its page is rendered.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// Something in the HTML that is filled in when the page is rendered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Slot {
    /// The address of a link, by its number in [`Body::links`](super::Body::links); it stands inside a quoted attribute.
    Link(usize),
    /// What marks a link, as attributes: the class of one to a term, `hreflang` of one to another language; nothing for
    /// most.
    LinkClass(usize),
    /// The words of a link that has none of its own: the title of where it leads.
    LinkTitle(usize),
    /// The reference to a note.
    Note(NoteRef),
    /// The address of an image, by its number in [`Body::images`](super::Body::images); it stands inside a quoted attribute.
    Image(usize),
    /// The width and height of an image as attributes, where they are known.
    ImageSize(usize),
    /// A chart, by its number in [`Body::charts`](super::Body::charts).
    Chart(usize),
    /// An id that has to be unique in the document.
    Id(String),
    /// A word of the interface.
    Message(Cow<'static, str>),
}

/// A reference to a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteRef {
    /// The note's number in [`Body::notes`](super::Body::notes).
    pub note: usize,
    /// How often the article referred to it before.
    pub earlier: usize,
}
