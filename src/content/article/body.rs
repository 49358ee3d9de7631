//! What an article becomes: a body of HTML in which all that depends on other pages, on the language of the reader or on
//! the address of the site is a [`Slot`](crate::content::slot::Slot).

use serde::{Deserialize, Serialize};

use super::link::Target;
use crate::content::chart::Chart;
use crate::content::note::Note;
use crate::content::slotted::Slotted;
use crate::text::{Located, Span};

/// An article.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Body {
    /// What stands before the first heading of the second level, then the sections; never empty.
    pub sections: Vec<Section>,
    /// Every id in it that a link may lead to, in order: those of headings and of HTML of the author's.
    pub anchors: Vec<Located<String>>,
    /// Other names of headings that links may use: what GitHub would call them, each with the id.
    pub anchor_aliases: Vec<(String, String)>,
    /// Every link to another place of the site, in order.
    pub links: Vec<Link>,
    /// Every address of another site that a link leads to, as it was written, in order.
    pub addresses: Vec<Located<String>>,
    /// Citations and footnotes in the order in which they are first used: the first is number one.
    pub notes: Vec<Note>,
    /// What stands alone in square brackets and may be meant as a source or a page, in order.
    pub bracketed: Vec<Located<String>>,
    /// Images, in order.
    pub images: Vec<Image>,
    /// Whether it holds blocks of code or formulas, which have a sheet of their own.
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
    pub html: Slotted,
    /// Its words without HTML, as a reader would read them aloud: blanks single, runs of the other direction between
    /// U+2068 and U+2069. Slots are titles of links and charts.
    pub text: Slotted,
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
    pub html: Slotted,
    /// Where it stands.
    pub span: Span,
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
    /// As it was written: the path of a file, or an address of another site.
    pub source: String,
    /// Where it stands.
    pub span: Span,
}
