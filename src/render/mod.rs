//! The site as bytes: a view for every document, a template for every view. Everything here is pure; where the bytes
//! go is not known.

mod address;
mod chart;
mod compact;
mod documents;
mod epub;
mod faces;
mod file_names;
mod icon;
mod output;
mod own_rules;
mod parts;
mod path_check;
mod policy;
mod published_addresses;
mod renderer;
mod search_entries;
mod short_names;
mod social_image;
mod statics;
mod template_addresses;
mod template_parents;
mod template_tags;
mod templates;
mod theme;
mod touch_icon;
mod xhtml;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::content::PageText;
use crate::diagnostic::Diagnostic;
use crate::search::index::{AnalysedPage, IndexBuilder, IndexStore, IndexUpdate, SearchEntry, SearchIndex};
use crate::site::PageId;
pub use documents::{Document, markdown_copy, markdown_path};
pub use output::{DependsOn, Output, OutputSink};
pub use path_check::check_paths;
pub use policy::Policy;
pub use published_addresses::{lost_addresses, published_addresses};
pub use renderer::{Input, PageTexts, Renderer, SharedViews};
pub use social_image::{ImageKey, ImageStore, NoImageStore, NoImages};
pub use statics::{SHEET, Statics};
pub use template_addresses::broken_template_addresses;
pub use template_tags::is_in_comment;
pub use templates::Templates;
pub use theme::Theme;

/// Takes a finished file.
pub type EmitOutput<'a> = dyn Fn(DependsOn, Output) + Sync + 'a;

/// What a rendering came to.
#[derive(Debug, Default)]
pub struct Rendering {
    /// Documents that a template has made.
    pub documents: usize,
    /// What went wrong.
    pub faults: Vec<Diagnostic>,
    /// The index of the search.
    pub index: IndexUpdate,
}

/// The text of a page, by language, in whatever form it waits to be rendered.
pub trait PendingText: Send {
    /// The text.
    fn text(&self) -> Vec<Option<PageText>>;
}

/// Renders pages, and with them whatever is made of all pages together unless only some pages are asked for. Files are
/// emitted as they are finished, in no order, and each page's words are let go with its last document: a large site is
/// never in memory as a whole. `step` is called for each page. Where anything fails, only the faults count.
pub fn render<T: PendingText>(
    input: &Input<'_>,
    scope: RenderScope<'_, T>,
    store: &dyn IndexStore,
    emit: &EmitOutput<'_>,
    step: &(dyn Fn() + Sync),
) -> Rendering {
    let Input { config, site, .. } = *input;
    let files = input.theme.statics.files(site);
    // A static file takes the place of a document of the same address.
    let statics: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let shared = SharedViews::new(input);
    let renderer = Renderer::new(input, &shared);
    let rendered = AtomicUsize::new(0);
    let make = |document: Document, depends_on: DependsOn, renderer: &Renderer<'_>| {
        if document.is_drawn() {
            if !input.images.wants_images() {
                return None;
            }
        } else {
            rendered.fetch_add(1, Ordering::Relaxed);
        }
        let path = document.path(config, site);
        match document.render(renderer) {
            Ok(_) if statics.contains(path.as_str()) => None,
            Ok(bytes) => {
                emit(depends_on, Output { path, bytes });
                None
            }
            Err(fault) => Some(fault),
        }
    };
    let mut of_texts = Document::of_texts(config, site);
    let (pages, known) = match scope {
        RenderScope::All(words) => {
            (words.into_iter().enumerate().map(|(at, words)| (PageId(at), words)).collect(), None)
        }
        RenderScope::Pages(pages, known) => (pages, Some(known)),
    };
    if known.is_some() {
        let stale: BTreeSet<PageId> = pages.iter().map(|(page, _)| *page).collect();
        of_texts.retain(|document| document.texts(config, site).iter().any(|page| stale.contains(page)));
    }
    let languages = search_entries::languages(&renderer);
    let emit_index_file = |path: String, bytes: Vec<u8>| emit(DependsOn::AllText, Output { path, bytes: bytes.into() });
    let index =
        IndexBuilder::new(&languages, search_entries::entry_count(config, site), known, store, &emit_index_file);
    let analyse = |number: usize, entry: &dyn Fn() -> SearchEntry| -> Option<(usize, AnalysedPage)> {
        config.output.search.then(|| (number, index.analyse(&entry())))
    };
    let page = |(id, text): (PageId, T)| -> (Vec<Diagnostic>, Option<(usize, AnalysedPage)>) {
        let words = text.text();
        let renderer = renderer.with_words(id, &words);
        let documents = Document::of_page(config, site, id).into_iter();
        let faults = documents.filter_map(|document| make(document, DependsOn::Page(id), &renderer)).collect();
        step();
        (faults, analyse(id.0, &|| search_entries::page(&renderer, id)))
    };
    let indexed = |(number, item): (usize, Indexable<T>)| match item {
        Indexable::Page(text) => page((PageId(number), text)),
        Indexable::Generated(entry) => (Vec::new(), analyse(number, &|| entry.clone())),
    };
    let segment = |(number, pages): (usize, Vec<(usize, Indexable<T>)>)| {
        let (faults, pages): (Vec<_>, Vec<_>) = pages.into_par_iter().map(indexed).unzip();
        let pages: Option<Vec<_>> = pages.into_iter().collect();
        (faults, pages.map(|pages| index.segment(number, pages)))
    };
    let generated = if known.is_none() { search_entries::generated(&renderer) } else { Vec::new() };
    let pages = pages.into_iter().map(|(id, text): (PageId, T)| (id.0, Indexable::Page(text)));
    let pages = pages.chain((site.pages.len()..).zip(generated.into_iter().map(Indexable::Generated)));
    let (faults_of_pages, segments): (Vec<_>, Vec<_>) =
        IndexBuilder::by_segment(pages).into_par_iter().map(segment).unzip();
    let mut faults: Vec<Diagnostic> = faults_of_pages.into_iter().flatten().flatten().collect();
    // Nothing where the site has no search.
    let segments: Option<Vec<_>> = segments.into_iter().collect();
    let index = segments.map_or(Ok(IndexUpdate::default()), |segments| index.finish(segments));
    let index = index.unwrap_or_else(|fault| {
        faults.push(fault);
        IndexUpdate::default()
    });
    if known.is_some() {
        let documents = Document::of_site(config, site).into_par_iter();
        let documents = documents.filter(|document| document.depends_on() == DependsOn::AllText);
        faults.par_extend(documents.filter_map(|document| make(document, document.depends_on(), &renderer)));
    }
    if known.is_none() {
        // Last, since the long lists among these take much memory for a while, and words and index have let theirs go.
        files.iter().cloned().for_each(|file| emit(DependsOn::Site, file));
        let documents = Document::of_site(config, site).into_par_iter();
        faults.par_extend(documents.filter_map(|document| make(document, document.depends_on(), &renderer)));
    }
    faults.par_extend(of_texts.into_par_iter().filter_map(|document| make(document, DependsOn::Texts, &renderer)));
    Rendering { documents: rendered.into_inner(), faults, index }
}

/// The search index alone; `text` gives that of a page. Made of all pages, or of an earlier index with the pages whose text
/// has changed since, while faces and messages have not. Without an error, files are emitted that differ from the earlier
/// index.
pub fn search_index(
    input: &Input<'_>,
    shared: &SharedViews,
    text: &(dyn Fn(PageId) -> Vec<Option<PageText>> + Sync),
    earlier: Option<(&SearchIndex, &BTreeSet<PageId>)>,
    store: &dyn IndexStore,
    emit: &(dyn Fn(Output) + Sync),
) -> Result<IndexUpdate, Diagnostic> {
    let renderer = Renderer::new(input, shared);
    let languages = search_entries::languages(&renderer);
    let emit_index_file = |path: String, bytes: Vec<u8>| emit(Output { path, bytes: bytes.into() });
    let count = search_entries::entry_count(input.config, input.site);
    let index = IndexBuilder::new(&languages, count, earlier.map(|(index, _)| index), store, &emit_index_file);
    let analysed = |(number, item): (usize, Indexable<PageId>)| match item {
        Indexable::Page(id) => (number, index.analyse(&search_entries::page(&renderer.with_words(id, &text(id)), id))),
        Indexable::Generated(entry) => (number, index.analyse(&entry)),
    };
    let segment = |(number, pages): (usize, Vec<(usize, Indexable<PageId>)>)| {
        index.segment(number, pages.into_par_iter().map(analysed).collect())
    };
    let pages: Vec<(usize, Indexable<PageId>)> = match earlier {
        Some((_, changed)) => changed.iter().map(|page| (page.0, Indexable::Page(*page))).collect(),
        None => {
            let generated = search_entries::generated(&renderer).into_iter().map(Indexable::Generated);
            input.site.ids().map(Indexable::Page).chain(generated).enumerate().collect()
        }
    };
    let segments = IndexBuilder::by_segment(pages).into_par_iter().map(segment).collect();
    index.finish(segments)
}

/// A page of the index, before its entry is analysed.
enum Indexable<T> {
    /// One with a folder, which is rendered first.
    Page(T),
    /// One that is made of others.
    Generated(SearchEntry),
}

/// What is to be rendered.
pub enum RenderScope<'a, T> {
    /// Everything; the words by page.
    All(Vec<T>),
    /// These pages alone: the rest is as it was, and so is the index, but for them.
    Pages(Vec<(PageId, T)>, &'a SearchIndex),
}

impl<T> RenderScope<'_, T> {
    /// How many pages are asked for.
    pub fn pages(&self) -> usize {
        match self {
            Self::All(words) => words.len(),
            Self::Pages(pages, _) => pages.len(),
        }
    }
}
