//! The site as bytes: a view for every document, a template for every view. Everything here is pure; where the bytes
//! go is not known.

mod address;
mod article;
mod chart;
mod generated;
mod pages;
mod search;
mod site_view;
mod templates;
mod views;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::config::{Config, LanguageId, Subject};
use crate::content::Packed;
use crate::content::{Stand, Words};
use crate::diagnostic::Diagnostic;
use crate::locale::{Direction, Messages};
use crate::site::{Freshness, PageId, Site};
use crate::text::Sources;
use crate::text::html::escape;
use crate::tree::Asset;
use address::Addresses;
pub use search::{Digest, Index, Indexed, Parts};
use search::{Document, Indexing};
pub use templates::Templates;
use templates::{Shared, html, share};
use views::{Alternate, Card, Frame, LanguageLink, LinkView, Mark, ScaleRow};

/// A file of the site that comes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Relative to the output folder, with `/` between its parts.
    pub path: String,
    /// Its bytes.
    pub bytes: Bytes,
}

/// All that rendering is given.
pub struct Input<'a> {
    /// The settings.
    pub config: &'a Config,
    /// The model.
    pub site: &'a Site,
    /// Which texts are behind.
    pub freshness: &'a Freshness,
    /// By language.
    pub messages: &'a [Messages],
    /// The template set.
    pub templates: &'a Templates,
    /// Files from `static/`.
    pub assets: &'a [Asset],
    /// Texts, for the places of template errors.
    pub sources: &'a Sources,
}

/// What a file of the site is made of, and so what has to change before the file does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Owner {
    /// The words of a page with a folder, and what the site says of it.
    Page(PageId),
    /// The words of all pages together: the index of the search.
    Words,
    /// What all pages show of themselves to others.
    Site,
}

/// Takes a finished file.
pub type Take<'a> = dyn Fn(Owner, Output) + Sync + 'a;

/// What a rendering came to.
#[derive(Debug, Default)]
pub struct Rendering {
    /// Documents that a template has made.
    pub documents: usize,
    /// What went wrong.
    pub faults: Vec<Diagnostic>,
    /// The index of the search.
    pub index: Indexed,
}

/// Renders pages, and with them whatever is made of all pages together unless only some pages are asked for. Files are
/// handed on as they are finished, in no order, and each page's words are let go with its last document: a large site is
/// never in memory as a whole. `step` is called for each page. Where anything fails, only the faults count.
pub fn render(
    input: &Input<'_>,
    asked: Asked<'_>,
    parts: &dyn Parts,
    take: &Take<'_>,
    step: &(dyn Fn() + Sync),
) -> Rendering {
    let Input { config, site, .. } = *input;
    let addresses = Addresses::new(input);
    let files = addresses.files(input);
    // A static file takes the place of a document of the same address.
    let statics: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let bare = Renderer { input, config, site, addresses: &addresses, shared: &[], own: None };
    let shared: Vec<_> = input.config.language_ids().map(|language| share(&bare.site_view(language))).collect();
    let renderer = Renderer { shared: &shared, ..bare };
    let documents = AtomicUsize::new(0);
    let finish = |owner: Owner, rendered: Rendered| {
        documents.fetch_add(1, Ordering::Relaxed);
        match rendered {
            Ok(output) if statics.contains(output.path.as_str()) => None,
            Ok(output) => {
                take(owner, output);
                None
            }
            Err(fault) => Some(fault),
        }
    };
    let page = |(id, words): (PageId, Packed)| -> (Vec<Diagnostic>, (PageId, Vec<Document>)) {
        let words = words.unpack();
        let renderer = Renderer { own: Some((id, &words)), ..renderer };
        let mut faults = Vec::new();
        for language in input.config.language_ids() {
            let rendered = pages::page(&renderer, id, language).into_iter();
            faults.extend(rendered.filter_map(|rendered| finish(Owner::Page(id), rendered)));
        }
        if input.site.page(id).input.kind.is_dimension() {
            let rendered = generated::parallel(&renderer, id);
            faults.extend(rendered.and_then(|rendered| finish(Owner::Page(id), rendered)));
        }
        step();
        (faults, (id, search::documents(&renderer, id)))
    };
    let (pages, known) = match asked {
        Asked::All(words) => (words.into_iter().enumerate().map(|(at, words)| (PageId(at), words)).collect(), None),
        Asked::Pages(pages, known) => (pages, Some(known)),
    };
    let hand = |file: Output| take(Owner::Words, file);
    let indexing = Indexing::new(&renderer, known.map(Vec::as_slice), parts, &hand);
    let segment = |(number, pages): (usize, Vec<(PageId, Packed)>)| {
        let (faults, found): (Vec<_>, Vec<_>) = pages.into_par_iter().map(page).unzip();
        (faults, indexing.segment(number, found).map(|states| (number, states)))
    };
    let (faults_of_pages, segments): (Vec<_>, Vec<_>) = indexing.by_segment(pages).into_par_iter().map(segment).unzip();
    let mut faults: Vec<Diagnostic> = faults_of_pages.into_iter().flatten().flatten().collect();
    let index = segments.into_iter().collect::<Option<Vec<_>>>();
    let index = index.map_or(Indexed::Lost, |segments| indexing.finish(segments));
    if known.is_none() {
        // Last, since the long lists among these take much memory for a while, and words and index have let theirs go.
        files.iter().cloned().for_each(|file| take(Owner::Site, file));
        let jobs = generated::rest(&renderer);
        faults.par_extend(jobs.into_par_iter().filter_map(|job| finish(Owner::Site, job(&renderer))));
    }
    Rendering { documents: documents.into_inner(), faults, index }
}

/// What is to be rendered.
pub enum Asked<'a> {
    /// Everything; the words by page.
    All(Vec<Packed>),
    /// These pages alone: the rest is as it was, and so is the index, but for them.
    Pages(Vec<(PageId, Packed)>, &'a Index),
}

impl Asked<'_> {
    /// How many pages are asked for.
    pub fn pages(&self) -> usize {
        match self {
            Self::All(words) => words.len(),
            Self::Pages(pages, _) => pages.len(),
        }
    }
}

/// Room for most documents, in bytes, so that they need not be moved as they grow; and for each row of a long one.
const ROOM: usize = 24 << 10;
const ROOM_OF_A_ROW: usize = 2 << 10;

/// What a document becomes, or why not.
type Rendered = Result<Output, Diagnostic>;

#[derive(Clone, Copy)]
struct Renderer<'a> {
    input: &'a Input<'a>,
    config: &'a Config,
    site: &'a Site,
    addresses: &'a Addresses,
    /// By language: what every document in it shows.
    shared: &'a [Shared],
    /// The page whose documents are being made, and its words by language. Of other pages only faces are known.
    own: Option<(PageId, &'a [Option<Words>])>,
}

/// All dimensions in their order.
struct Lists {
    /// By dimension a [`ScaleRow`].
    rows: Shared,
    /// By dimension a [`Card`].
    cards: Shared,
}

impl Renderer<'_> {
    fn words(&self, page: PageId, language: LanguageId) -> Option<&Words> {
        self.own.filter(|(own, _)| *own == page).and_then(|(_, words)| words.get(language.0)?.as_ref())
    }

    fn template(&self, name: &str, path: String, view: &impl Serialize) -> Rendered {
        self.with_room(ROOM, name, path, view)
    }

    fn with_room(&self, room: usize, name: &str, path: String, view: &impl Serialize) -> Rendered {
        let bytes = self.input.templates.render(name, view, room, self.input.sources)?.into();
        Ok(Output { path, bytes })
    }

    /// A document at `<language>/<path>/index.html`.
    fn document(&self, template: &str, language: LanguageId, path: &str, view: &impl Serialize) -> Rendered {
        self.template(template, self.document_path(language, path, "index.html"), view)
    }

    /// A document that shows all dimensions, or all pages: one that grew from little would be in memory twice as it grows.
    fn long_document(&self, template: &str, language: LanguageId, path: &str, view: &impl Serialize) -> Rendered {
        let room = ROOM + self.site.pages.len() * ROOM_OF_A_ROW;
        self.with_room(room, template, self.document_path(language, path, "index.html"), view)
    }

    /// `<language>/<path>/<name>`
    fn document_path(&self, language: LanguageId, path: &str, name: &str) -> String {
        document_path(&self.config.at(language).locale.tag, path, name)
    }

    fn ui(&self, language: LanguageId, id: &str) -> String {
        self.input.messages[language.0].with(id, &[])
    }

    fn url(&self, page: PageId, language: LanguageId) -> String {
        self.addresses.page(language, &self.site.page(page).input.path)
    }

    /// Plain text of a language as HTML, isolated.
    fn isolated(&self, language: LanguageId, text: &str) -> Shared {
        let mut out = String::with_capacity(text.len());
        self.config.at(language).isolator.html(text, &mut out);
        html(&out)
    }

    /// Text of one language inside a document of another: marked if they differ.
    fn foreign(&self, reader: LanguageId, words: LanguageId, text: &str) -> Shared {
        if reader == words {
            return self.isolated(words, text);
        }
        let locale = &self.config.at(words).locale;
        let mut out = format!("<bdi lang={} dir={}>", locale.tag, locale.direction.as_str());
        self.config.at(words).isolator.html(text, &mut out);
        html(&(out + "</bdi>"))
    }

    fn title(&self, page: PageId, reader: LanguageId) -> Shared {
        let (words, face) = self.site.page(page).face(reader);
        self.foreign(reader, words, &face.title)
    }

    fn summary(&self, page: PageId, reader: LanguageId) -> Shared {
        let (words, face) = self.site.page(page).face(reader);
        self.foreign(reader, words, &face.summary)
    }

    /// For titles and attributes.
    fn plain_title(&self, page: PageId, reader: LanguageId) -> String {
        let (words, face) = self.site.page(page).face(reader);
        self.config.at(words).isolator.plain(&face.title)
    }

    fn link(&self, page: PageId, reader: LanguageId) -> LinkView {
        LinkView { url: self.url(page, reader), title: self.title(page, reader) }
    }

    fn links(&self, pages: &[PageId], reader: LanguageId) -> Vec<LinkView> {
        pages.iter().map(|page| self.link(*page, reader)).collect()
    }

    fn card(&self, page: PageId, reader: LanguageId) -> Card {
        let stand = self.site.page(page).input.facts.stand.map(Stand::as_str);
        Card {
            url: self.url(page, reader),
            title: self.title(page, reader),
            summary: self.summary(page, reader),
            stand,
            stand_name: stand.map(|stand| self.ui(reader, &format!("kind_{stand}"))),
        }
    }

    fn cards(&self, pages: &[PageId], reader: LanguageId) -> Vec<Card> {
        pages.iter().map(|page| self.card(*page, reader)).collect()
    }

    fn row(&self, page: PageId, reader: LanguageId) -> ScaleRow {
        let input = &self.site.page(page).input;
        let (words, face) = self.site.page(page).face(reader);
        let [start, end] = face.poles.clone().unwrap_or_default();
        let here = self.config.at(reader);
        let mirrored = |at: u8| if here.locale.direction == Direction::Rtl { 100 - at.min(100) } else { at };
        let marks: Vec<Mark> = self
            .config
            .subjects
            .iter()
            .zip(&input.facts.axis)
            .enumerate()
            .map(|(n, (subject, at))| Mark {
                name: self.isolated(reader, &subject.names[reader.0]),
                at: *at,
                x: mirrored(*at),
                number: here.locale.number(usize::from(*at)),
                stance: self.foreign(reader, words, face.stances.get(n).map_or("", String::as_str)),
            })
            .collect();
        let ends = [(&start, 0), (&end, 100)]
            .map(|(pole, at)| format!("{}: {}", self.config.at(words).isolator.plain(pole), here.locale.number(at)));
        let place = |(mark, subject): (&Mark, &Subject)| {
            format!("{}: {}", here.isolator.plain(&subject.names[reader.0]), mark.number)
        };
        let places: Vec<_> = marks.iter().zip(&self.config.subjects).map(place).collect();
        let list = |items: &[String]| here.locale.list(items.iter().map(String::as_str));
        let at = || input.facts.axis.iter().copied();
        let gap = at().max().unwrap_or(0) - at().min().unwrap_or(0);
        let x = || marks.iter().map(|mark| mark.x);
        ScaleRow {
            card: share(&self.card(page, reader)),
            start: self.foreign(reader, words, &start),
            end: self.foreign(reader, words, &end),
            label: format!("{} ({})", list(&places), list(&ends)),
            gap,
            span: [x().min().unwrap_or(0), x().max().unwrap_or(0)],
            marks,
        }
    }

    fn lists(&self, reader: LanguageId) -> Lists {
        // Row by row, since those of a large site take much memory, all the more in both forms.
        let row = |page: &PageId| {
            let row = self.row(*page, reader);
            (share(&row), row.card)
        };
        let (rows, cards): (Vec<_>, Vec<_>) = self.site.dimensions.iter().map(row).unzip();
        Lists { rows: rows.into(), cards: cards.into() }
    }

    /// What a page that has a folder shows around its words.
    fn frame(&self, page: PageId, reader: LanguageId, kind: &'static str) -> Frame {
        let here = self.site.page(page);
        let (words, face) = here.face(reader);
        let spoken = self.config.language_ids().filter(|language| here.speaks(*language));
        let mut frame = self.bare_frame(reader, &here.input.path, kind, &face.title);
        frame.title = match here.input.path.as_str() {
            "" => self.plain_title(page, reader),
            _ => self.document_title(reader, &self.plain_title(page, reader)),
        };
        frame.description = self.config.at(words).isolator.plain(&face.summary);
        frame.canonical = self.addresses.absolute(&self.url(page, words));
        frame.noindex = words != reader;
        frame.code = self.has_code(page, words);
        frame.alternates = spoken.map(|language| self.alternate(language, &here.input.path)).collect();
        frame
    }

    fn has_code(&self, page: PageId, words: LanguageId) -> bool {
        self.words(page, words).is_some_and(|words| words.body.code)
    }

    /// What a document shows that exists alike in every language.
    fn bare_frame(&self, reader: LanguageId, path: &str, kind: &'static str, title: &str) -> Frame {
        Frame {
            title: self.document_title(reader, &self.config.at(reader).isolator.plain(title)),
            description: String::new(),
            canonical: self.addresses.absolute(&self.addresses.page(reader, path)),
            alternates: self.config.language_ids().map(|language| self.alternate(language, path)).collect(),
            languages: self.language_links(Some(reader), path),
            noindex: false,
            code: false,
            kind,
            path: path.to_owned(),
        }
    }

    /// The page's title, then the site's name.
    fn document_title(&self, reader: LanguageId, title: &str) -> String {
        format!("{title} · {}", self.site_name(reader))
    }

    fn alternate(&self, language: LanguageId, path: &str) -> Alternate {
        let tag = self.config.at(language).locale.tag.clone();
        Alternate { tag, url: self.addresses.absolute(&self.addresses.page(language, path)) }
    }

    fn language_links(&self, current: Option<LanguageId>, path: &str) -> Vec<LanguageLink> {
        let link = |language: LanguageId| {
            let here = self.config.at(language);
            LanguageLink {
                tag: here.locale.tag.clone(),
                name: here.name.clone(),
                dir: here.locale.direction,
                url: self.addresses.page(language, path),
                current: current == Some(language),
            }
        };
        self.config.language_ids().map(link).collect()
    }
}

/// The Markdown of a page beside it, in the language of a tag: whoever reads the text can hand it on at once, so that it
/// need not be kept until the page is rendered.
pub fn markdown_beside(tag: &str, path: &str, text: &str) -> Output {
    Output { path: document_path(tag, path, article::MARKDOWN), bytes: Bytes::copy_from_slice(text.as_bytes()) }
}

fn document_path(tag: &str, path: &str, name: &str) -> String {
    if path.is_empty() { format!("{tag}/{name}") } else { format!("{tag}/{path}/{name}") }
}

/// Escaped for an attribute in double quotes.
fn attribute(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(text, &mut out);
    out
}
