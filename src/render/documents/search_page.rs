//! The page of the search. With JavaScript it searches; without, it is a list of all pages and their sections.

use serde::Serialize;

use crate::config::LanguageId;
use crate::content::PageKind;
use crate::render::parts::{DocumentHead, LinkView};
use crate::render::renderer::{Rendered, Renderer};
use crate::render::templates::{Shared, html};
use crate::site::{Generated, PageId};

/// The page of the search, in a language.
pub fn search_page(renderer: &Renderer<'_>, reader: LanguageId) -> Rendered {
    let path = Generated::Search.path();
    let mut document = renderer.bare_head(reader, path, "search", &renderer.ui(reader, "search_title"));
    document.description = renderer.ui(reader, "search_summary");
    document.tree = renderer.tree_of_site(reader);
    let site = renderer.site;
    let mut shelves = Vec::new();
    let mut put = |title: Shared, pages: Vec<PageId>| {
        if !pages.is_empty() {
            shelves
                .push(Shelf { title, entries: pages.into_iter().map(|page| entry(renderer, page, reader)).collect() });
        }
    };
    let title = |path: &str, message: &str| match site.find(path) {
        Some(page) => renderer.title(page, reader),
        None => html(&renderer.ui(reader, message)),
    };
    put(title("dimensions", "search_dimension"), site.dimensions.clone());
    let locale = &renderer.config.at(reader).locale;
    let mut terms = site.terms.clone();
    let name = |page: &PageId| site.page(*page).face(reader).1.title.as_str();
    terms.sort_by(|a, b| locale.compare(name(a), name(b)).then(a.cmp(b)));
    put(title("terms", "search_term"), terms);
    let is_other = |page: &PageId| !matches!(site.page(*page).input.kind, PageKind::Dimension | PageKind::Term);
    let below = site.tree.top().iter().flat_map(|node| site.tree.pages(*node));
    let others = site.find("").into_iter().chain(below).filter(is_other);
    let are_all = site.dimensions.is_empty() && site.terms.is_empty();
    let title = if are_all { "all_pages" } else { "search_pages" };
    put(html(&renderer.ui(reader, title)), others.collect());
    let view = SearchView { site: renderer.shared[reader.0].clone(), document, shelves };
    renderer.long_template("search.html", &view)
}

fn entry(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> ShelfEntry {
    let (words, face) = renderer.site.page(page).face(reader);
    let url = renderer.url(page, reader);
    let section = |(id, title): &(String, String)| LinkView {
        url: format!("{url}#{id}"),
        title: renderer.foreign(reader, words, title),
    };
    ShelfEntry { sections: face.sections.iter().map(section).collect(), page: renderer.link(page, reader) }
}

/// `search.html`
#[derive(Debug, Serialize)]
pub struct SearchView {
    pub site: Shared,
    pub document: DocumentHead,
    /// All pages, by their kind.
    pub shelves: Vec<Shelf>,
}

/// Pages of one kind in the list of all pages.
#[derive(Debug, Serialize)]
pub struct Shelf {
    pub title: Shared,
    pub entries: Vec<ShelfEntry>,
}

/// A page in the list of all pages.
#[derive(Debug, Serialize)]
pub struct ShelfEntry {
    /// The page.
    pub page: LinkView,
    pub sections: Vec<LinkView>,
}
