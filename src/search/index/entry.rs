//! What the index is given of a page: plain values. Languages are numbered as the site lists them.

use std::borrow::Cow;

/// A page as search finds it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchEntry {
    /// By language of the site: what comes before the first heading of the page's text in it, then its sections; empty
    /// where the page has no text in the language.
    pub texts: Vec<Vec<EntrySection>>,
    /// By language of the site: what its readers are shown.
    pub readers: Vec<ReaderEntry>,
}

/// A page for the readers of one language. Title, summary and names are plain text as it was written, not isolated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReaderEntry {
    /// Its address.
    pub url: String,
    /// Its title.
    pub title: String,
    /// Its summary.
    pub summary: String,
    /// The name of its kind among the messages `search_…`; empty for none.
    pub kind: Cow<'static, str>,
    /// Its other names in the language of the text.
    pub aliases: Vec<String>,
    /// Its names in other languages; those that are among its own do not count.
    pub foreign_names: Vec<String>,
    /// The language of its text, title and summary: the readers' own, or one that stands in for it.
    pub language: usize,
}

/// A section of a page's text in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntrySection {
    /// The id of its heading, the same in all languages; empty for what comes before the first heading.
    pub id: String,
    /// Its heading, not isolated.
    pub heading: String,
    /// The headings inside it, not isolated.
    pub inner_headings: Vec<String>,
    /// Its text with single blanks, runs of the other direction between U+2068 and U+2069.
    pub text: String,
}
