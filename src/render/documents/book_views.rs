//! What the templates of a book are given.

use serde::Serialize;

use super::parallel::{ParallelCell, ParallelColumn};
use crate::locale::Direction;
use crate::render::parts::{Article, Card, ScaleRow, SourceView};
use crate::render::templates::Shared;

/// `book_chapter.html`: a page of the site in the book.
#[derive(Debug, Serialize)]
pub struct BookChapterView {
    pub site: Shared,
    pub article: Article,
    /// Where the subjects stand, and what is said of each; dimensions only.
    pub row: Option<ScaleRow>,
    /// The pages below it, with their summaries.
    pub cards: Vec<Card>,
    /// Whether these are the terms.
    pub glossary: bool,
}

/// `book_parallel.html`: a dimension in all its languages, section by section.
#[derive(Debug, Serialize)]
pub struct BookParallelView {
    pub site: Shared,
    pub columns: Vec<ParallelColumn>,
    pub rows: Vec<Vec<ParallelCell>>,
}

/// `book_sources.html`: the sources of the book.
#[derive(Debug, Serialize)]
pub struct BookSourcesView {
    pub site: Shared,
    pub sources: Vec<SourceView>,
}

/// `book_about.html`: what the book is made of.
#[derive(Debug, Serialize)]
pub struct BookAboutView {
    pub site: Shared,
    /// What the site is, in a sentence or two.
    pub summary: Shared,
    /// The address of the site.
    pub url: String,
    /// The day of the last change, in words; nothing where no page has a date.
    pub updated: Option<String>,
    /// How many pages of the site are not in the book, as a sentence; nothing where all are.
    pub left_out: Option<String>,
}

/// `book_nav.html`: the table of contents.
#[derive(Debug, Serialize)]
pub struct BookNavView {
    pub site: Shared,
    /// The list, as HTML.
    pub contents: Shared,
}

/// `book_package.xml`: what the book is and has.
#[derive(Debug, Serialize)]
pub struct BookPackageView {
    /// The tags of its languages, the first one first.
    pub languages: Vec<String>,
    pub dir: Direction,
    pub title: String,
    pub summary: String,
    /// The address of the book, which tells it from all others.
    pub identifier: String,
    /// The address of the site.
    pub url: String,
    /// The licence of the words, as one line.
    pub rights: Option<String>,
    /// The day of the last change, as a machine reads it.
    pub modified: String,
    /// Its files.
    pub items: Vec<BookItem>,
}

/// A file in the list of a book.
#[derive(Debug, Serialize)]
pub struct BookItem {
    /// Its name in the list.
    pub id: String,
    /// Its path.
    pub href: String,
    /// Its type.
    pub media_type: &'static str,
    /// What a reader has to know of it, as the format calls it.
    pub properties: String,
    /// Whether it is one of those that are read one after the other.
    pub in_spine: bool,
}

/// `book.css`: the sheet of the book.
#[derive(Debug, Serialize)]
pub struct BookSheetView {
    pub site: Shared,
    /// The faces that its text needs.
    pub faces: Shared,
}
