//! What each template is given: one struct a template, named after it. A view is the whole list of what a page
//! depends on. Texts of type [`Shared`] made by `html` are HTML; strings are plain text, which templates escape.

use serde::Serialize;

use super::templates::Shared;
use crate::locale::Direction;

/// What every document shows: `page` in templates.
#[derive(Debug, Serialize)]
pub struct Frame {
    /// For `<title>`: plain text, isolated.
    pub title: String,
    /// For `<meta>`: plain text, isolated; empty for none.
    pub description: String,
    /// The document's own address, absolute; the original's where this is a stand-in.
    pub canonical: String,
    /// Absolute addresses of the page in every language that has it.
    pub alternates: Vec<Alternate>,
    /// The page in every language, for the language switch.
    pub languages: Vec<LanguageLink>,
    /// Whether search engines should leave it out.
    pub noindex: bool,
    /// Whether an article in it holds blocks of code.
    pub code: bool,
    /// Names the kind of page in class names.
    pub kind: &'static str,
    /// The path of the page below its language's folder, for marking where the reader is.
    pub path: String,
}

/// A page's address in a language.
#[derive(Debug, Serialize)]
pub struct Alternate {
    /// The language's tag.
    pub tag: String,
    /// Absolute.
    pub url: String,
}

/// An entry of the language switch.
#[derive(Debug, Serialize)]
pub struct LanguageLink {
    /// The language's tag.
    pub tag: String,
    /// Its own name.
    pub name: String,
    /// Its direction.
    pub dir: Direction,
    /// The page in that language.
    pub url: String,
    /// Whether it is the language of this document.
    pub current: bool,
}

/// A link with its words.
#[derive(Debug, Serialize)]
pub struct LinkView {
    /// Where to.
    pub url: String,
    /// The words.
    pub title: Shared,
}

/// An article: `article` in templates.
#[derive(Debug, Serialize)]
pub struct Article {
    /// The page's title.
    pub title: Shared,
    /// The summary.
    pub summary: Shared,
    /// Set where the words are in another language than the page around them.
    pub stand_in: Option<StandIn>,
    /// What stands before the first section.
    pub lede: Shared,
    /// Set where title, summary and lede are behind those of another language: says so, and leads there.
    pub behind: Option<LinkView>,
    /// The sections.
    pub sections: Vec<SectionView>,
    /// Citations and footnotes.
    pub notes: Vec<NoteView>,
    /// When it was first published, in words and as a machine reads it.
    pub published: Option<DateView>,
    /// When it was last changed.
    pub updated: Option<DateView>,
    /// Where the words can be edited.
    pub edit_url: Option<String>,
    /// The Markdown that the words are made of; nothing where they stand in for missing ones.
    pub markdown_url: Option<String>,
    /// How long it takes to read, in words; nothing for a page that is hardly more than its summary.
    pub reading_time: Option<String>,
    /// The terms that it links to, with their definitions.
    pub terms: Vec<Card>,
    /// How to cite it.
    pub cite: Cite,
}

/// How to cite a page: plain text, isolated, and BibTeX.
#[derive(Debug, Serialize)]
pub struct Cite {
    /// A line for a list of references.
    pub text: String,
    /// An entry for BibLaTeX.
    pub bibtex: String,
}

/// Words of another language in place of missing ones.
#[derive(Debug, Serialize)]
pub struct StandIn {
    /// The tag of the language that they are in.
    pub tag: String,
    /// Its direction.
    pub dir: Direction,
    /// Says so.
    pub notice: String,
}

/// A date.
#[derive(Debug, Serialize)]
pub struct DateView {
    /// ISO 8601.
    pub iso: String,
    /// In words.
    pub text: String,
}

/// A section of an article.
#[derive(Debug, Serialize)]
pub struct SectionView {
    /// The id of its heading.
    pub id: String,
    /// The inside of its heading.
    pub title: Shared,
    /// The words of its heading alone, for lists and links.
    pub words: Shared,
    /// What stands under it.
    pub html: Shared,
    /// Set where it is behind its counterpart in another language: says so, and leads there.
    pub behind: Option<LinkView>,
    /// The headings of the next level in it.
    pub inner: Vec<HeadingView>,
}

/// A heading in the table of contents.
#[derive(Debug, Serialize)]
pub struct HeadingView {
    /// Its id.
    pub id: String,
    /// Its words.
    pub title: Shared,
}

/// An entry in the list of notes.
#[derive(Debug, Serialize)]
pub struct NoteView {
    /// Its id.
    pub id: String,
    /// Its number as the text shows it.
    pub number: String,
    /// A footnote's words; nothing for a citation.
    pub html: Option<Shared>,
    /// The source of a citation.
    pub source: Option<SourceView>,
    /// The id of the first place that refers to it.
    pub back: String,
    /// What a voice says of the way back.
    pub back_label: String,
}

/// A source.
#[derive(Debug, Serialize)]
pub struct SourceView {
    /// Its key; also its id on the page of sources.
    pub key: String,
    /// As it names itself.
    pub title: Shared,
    /// Whether the title ends without a stop of its own.
    pub stop: bool,
    /// Who published it.
    pub publisher: Shared,
    /// Where it was read.
    pub url: String,
    /// When it appeared.
    pub published: Option<String>,
    /// When it was read.
    pub accessed: Option<String>,
    /// The tag of its language, where that is not the page's.
    pub language: Option<String>,
    /// What sort of document it is, in words.
    pub kind: Option<String>,
    /// A remark.
    pub note: Option<Shared>,
}

/// A dimension, term or other page in a list.
#[derive(Debug, Serialize)]
pub struct Card {
    /// Its address.
    pub url: String,
    /// Its title.
    pub title: Shared,
    /// Its summary.
    pub summary: Shared,
    /// How the subjects stand: the name of the class, for dimensions.
    pub stand: Option<&'static str>,
    /// The same in words.
    pub stand_name: Option<String>,
}

/// A dimension on the scale.
#[derive(Debug, Serialize)]
pub struct ScaleRow {
    /// The dimension: [`Card`].
    pub card: Shared,
    /// The name of the end that 0 stands for.
    pub start: Shared,
    /// The name of the end that 100 stands for.
    pub end: Shared,
    /// Where each subject stands.
    pub marks: Vec<Mark>,
    /// The whole row in words, plain text.
    pub label: String,
    /// How far the outermost marks are apart, 0 to 100.
    pub gap: u8,
    /// Where the outermost marks lie: per cent of the width from the left of the picture, the least first.
    pub span: [u8; 2],
}

/// A subject on an axis.
#[derive(Debug, Serialize)]
pub struct Mark {
    /// Its name.
    pub name: Shared,
    /// 0 to 100.
    pub at: u8,
    /// Where that lies: per cent of the width from the left of the picture, mirrored in right-to-left.
    pub x: u8,
    /// The same as the language writes it.
    pub number: String,
    /// What is said of the subject here.
    pub stance: Shared,
}

/// `home.html`: of each dimension a [`ScaleRow`] and a [`Card`].
#[derive(Debug, Serialize)]
pub struct HomeView {
    pub site: Shared,
    pub page: Frame,
    pub article: Article,
    pub scale: Shared,
    pub dimensions: Shared,
}

/// `dimension.html`
#[derive(Debug, Serialize)]
pub struct DimensionView {
    pub site: Shared,
    pub page: Frame,
    pub article: Article,
    pub row: ScaleRow,
    /// Empty for a page in one language.
    pub parallel_url: String,
    /// The tag before the ids of the parallel page.
    pub parallel_prefix: String,
    pub related: Vec<LinkView>,
    pub backlinks: Vec<LinkView>,
    pub previous: Option<LinkView>,
    pub next: Option<LinkView>,
}

/// `dimensions.html`, likewise.
#[derive(Debug, Serialize)]
pub struct DimensionsView {
    pub site: Shared,
    pub page: Frame,
    pub article: Article,
    pub scale: Shared,
    pub dimensions: Shared,
}

/// `matrix.html`
#[derive(Debug, Serialize)]
pub struct MatrixView {
    pub site: Shared,
    pub page: Frame,
    pub rows: Shared,
    pub count: String,
    /// How many of the rows are shown: words with `{shown}` and `{all}` in them.
    pub part: String,
    /// The kinds that occur, by class name and in words.
    pub kinds: Vec<Choice>,
    /// Subjects to sort by.
    pub sorts: Vec<Choice>,
    /// The same table as CSV.
    pub csv_url: String,
}

/// A choice of a filter.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Choice {
    /// What a reader chooses by.
    pub name: String,
    /// The value in the address.
    pub value: String,
}

/// `terms.html`
#[derive(Debug, Serialize)]
pub struct TermsView {
    pub site: Shared,
    pub page: Frame,
    pub article: Article,
    pub letters: Vec<Letter>,
    pub count: String,
}

/// The terms that begin with a letter.
#[derive(Debug, Serialize)]
pub struct Letter {
    pub letter: String,
    pub terms: Vec<TermEntry>,
}

/// A line of the glossary.
#[derive(Debug, Serialize)]
pub struct TermEntry {
    /// The last part of its path.
    pub id: String,
    pub url: String,
    pub title: Shared,
    pub summary: Shared,
    pub others: Vec<OtherWords>,
}

/// A title in another language of the site.
#[derive(Debug, Serialize)]
pub struct OtherWords {
    pub tag: String,
    pub dir: Direction,
    pub name: String,
    pub title: String,
    pub url: String,
}

/// `term.html`
#[derive(Debug, Serialize)]
pub struct TermView {
    pub site: Shared,
    pub page: Frame,
    pub article: Article,
    pub others: Vec<OtherWords>,
    /// Other names, as a list in words.
    pub aliases: Option<Shared>,
    /// The dimensions and other pages that use it.
    pub used_in: Vec<LinkView>,
    pub related: Vec<LinkView>,
}

/// `page.html`
#[derive(Debug, Serialize)]
pub struct PageView {
    pub site: Shared,
    pub page: Frame,
    pub article: Article,
    pub parent: Option<LinkView>,
    pub children: Vec<Card>,
    pub backlinks: Vec<LinkView>,
    pub previous: Option<LinkView>,
    pub next: Option<LinkView>,
}

/// `sources.html`
#[derive(Debug, Serialize)]
pub struct SourcesView {
    pub site: Shared,
    pub page: Frame,
    pub sources: Vec<CitedSource>,
    pub count: String,
    /// How many of the sources are shown: words with `{shown}` and `{all}` in them.
    pub part: String,
    /// The kinds of source that occur.
    pub kinds: Vec<Choice>,
    /// The languages of the sources.
    pub tongues: Vec<Choice>,
}

/// A source and where it is cited.
#[derive(Debug, Serialize)]
pub struct CitedSource {
    pub source: SourceView,
    /// The value of its kind in the filter.
    pub kind: &'static str,
    /// The value of its language in the filter.
    pub tongue: String,
    pub cited_by: Vec<LinkView>,
}

/// `parallel.html`
#[derive(Debug, Serialize)]
pub struct ParallelView {
    pub site: Shared,
    pub page: Frame,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

/// A language of a parallel page.
#[derive(Debug, Serialize)]
pub struct Column {
    pub tag: String,
    pub dir: Direction,
    pub name: String,
    pub url: String,
    pub article: Article,
    /// The heading of its notes.
    pub notes_title: String,
    /// What stands before the date on which a source was read.
    pub accessed: String,
}

/// A section in one language.
#[derive(Debug, Serialize)]
pub struct Cell {
    pub tag: String,
    pub dir: Direction,
    /// Nothing where the language lacks the section.
    pub section: Option<SectionView>,
    /// Says so, in the language.
    pub missing: String,
    /// The section on the page in that language.
    pub url: String,
}

/// `gate.html` and `404.html`
#[derive(Debug, Serialize)]
pub struct GateView {
    pub site: Shared,
    pub page: Frame,
    pub doors: Vec<Door>,
}

/// A language at the gate.
#[derive(Debug, Serialize)]
pub struct Door {
    pub tag: String,
    pub dir: Direction,
    pub url: String,
    pub title: Shared,
    pub summary: Shared,
    pub enter: String,
    pub not_found_title: String,
    pub not_found_text: String,
    pub not_found_home: String,
}

/// `redirect.html`
#[derive(Debug, Serialize)]
pub struct RedirectView {
    pub tag: String,
    pub dir: Direction,
    pub title: String,
    pub url: String,
    pub canonical: String,
}

/// `sitemap.xml`
#[derive(Debug, Serialize)]
pub struct SitemapView {
    pub entries: Vec<SitemapEntry>,
}

/// A page in the sitemap.
#[derive(Debug, Serialize)]
pub struct SitemapEntry {
    pub url: String,
    pub changed: Option<String>,
    pub alternates: Vec<Alternate>,
}

/// `feed.xml`
#[derive(Debug, Serialize)]
pub struct FeedView {
    pub tag: String,
    pub title: String,
    pub subtitle: String,
    pub home: String,
    pub url: String,
    pub updated: String,
    pub entries: Vec<FeedEntry>,
}

/// A dimension in the feed.
#[derive(Debug, Serialize)]
pub struct FeedEntry {
    pub url: String,
    pub title: String,
    pub summary: String,
    pub published: String,
    pub updated: String,
}
