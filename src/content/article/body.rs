//! What an article becomes: a body of HTML in which all that depends on other pages, on the language of the reader or on
//! the address of the site is a numbered [`Slot`].

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::link::Target;
use crate::content::chart::Chart;
use crate::content::note::{Note, NoteRef};
use crate::text::Span;

/// An article.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Body {
    /// What stands before the first heading of the second level, then the sections; never empty.
    pub sections: Vec<Section>,
    /// What the marks in the HTML stand for.
    pub slots: Vec<Slot>,
    /// Every link to another place of the site, in order.
    pub links: Vec<Link>,
    /// Citations and footnotes in the order in which they are first used: the first is number one.
    pub notes: Vec<Note>,
    /// Images, in order.
    pub images: Vec<Image>,
    /// Whether it holds blocks of code, which have a sheet of their own.
    pub code: bool,
    /// Charts, in order.
    pub charts: Vec<Chart>,
    /// How many words the article has.
    pub words: usize,
}

/// What stands between two headings of the second level.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Section {
    /// The heading's id; empty for what stands before the first heading.
    pub id: String,
    /// The heading.
    pub heading: Option<Heading>,
    /// The HTML under it.
    pub html: String,
    /// The third-level headings in it.
    pub inner: Vec<Heading>,
}

/// A heading.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Heading {
    /// Its id in the page.
    pub id: String,
    /// Its text, for lists of contents.
    pub text: String,
    /// The inside of its element.
    pub html: String,
    /// Where it stands.
    pub span: Span,
}

/// Something in the HTML that is filled in when the page is rendered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Slot {
    /// The address of a link, by its number in [`Body::links`]; more attributes may follow inside the quotes.
    Link(usize),
    /// The words of a link that has none of its own: the title of where it leads.
    LinkTitle(usize),
    /// The reference to a note.
    Note(NoteRef),
    /// The address of an image, by its number in [`Body::images`]; more attributes may follow inside the quotes.
    Image(usize),
    /// A chart, by its number in [`Body::charts`].
    Chart(usize),
    /// An id that has to be unique in the document.
    Id(String),
    /// A word of the interface.
    Message(Cow<'static, str>),
}

/// A link to another place of the site.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Link {
    /// Where to.
    pub target: Target,
    /// Where it stands.
    pub span: Span,
}

/// An image.
#[derive(Debug, Serialize, Deserialize)]
pub struct Image {
    /// As it was written: the name of a file of the page, or an address of another site.
    pub source: String,
    /// Where it stands.
    pub span: Span,
}

/// Marks the place of a slot in HTML. Private-use characters of an author are escaped, so that no text can forge one.
pub const SLOT_START: char = '\u{e000}';
/// Ends the mark that [`SLOT_START`] begins.
pub const SLOT_END: char = '\u{e001}';
/// The first byte of both in UTF-8, which nearly no text holds.
pub const PRIVATE: u8 = 0xee;

impl Body {
    /// Adds a slot and gives its mark.
    pub fn mark(&mut self, slot: Slot) -> String {
        self.slots.push(slot);
        format!("{SLOT_START}{}{SLOT_END}", self.slots.len() - 1)
    }

    /// Copies `html` to `out`, every mark replaced by what `fill` writes for its slot.
    pub fn fill(&self, html: &str, out: &mut String, mut fill: impl FnMut(&Slot, &mut String)) {
        let mut rest = html;
        while let Some(at) = memchr::memchr(PRIVATE, rest.as_bytes()) {
            let (before, marked) = rest.split_at(at);
            out.push_str(before);
            let number = marked.strip_prefix(SLOT_START).and_then(|marked| marked.split_once(SLOT_END));
            rest = match number {
                Some((number, after)) => {
                    if let Some(slot) = number.parse::<usize>().ok().and_then(|n| self.slots.get(n)) {
                        fill(slot, out);
                    }
                    after
                }
                // Another character that begins so.
                None => {
                    let c = marked.chars().next().unwrap_or_default();
                    out.push(c);
                    &marked[c.len_utf8()..]
                }
            };
        }
        out.push_str(rest);
    }
}
