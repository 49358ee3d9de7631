//! A page that is neither home, dimension nor term.

use serde::Serialize;

use crate::config::LanguageId;
use crate::render::parts::{Article, Card, DocumentHead, LinkView};
use crate::render::renderer::{Rendered, Renderer};
use crate::render::templates::Shared;
use crate::site::PageId;

/// `page.html`
#[derive(Debug, Serialize)]
pub struct PageView {
    pub site: Shared,
    pub document: DocumentHead,
    pub article: Article,
    pub parent: Option<LinkView>,
    pub children: Vec<Card>,
    pub backlinks: Vec<LinkView>,
    pub previous: Option<LinkView>,
    pub next: Option<LinkView>,
}

/// A page, in a language.
pub fn page(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> Rendered {
    let here = renderer.site.page(page);
    let link = |other: Option<PageId>| other.map(|other| renderer.link(other, reader));
    // At the top of the tree the neighbours are sections of other kinds; only pages of one folder follow each other.
    let nested = here.input.path.contains('/');
    let view = PageView {
        site: renderer.shared[reader.0].clone(),
        document: renderer.document_head(page, reader, "page"),
        article: renderer.article(page, reader, ""),
        parent: link(here.parent.filter(|_| nested)),
        children: renderer.cards(&here.children, reader),
        backlinks: renderer.links(&here.backlinks, reader),
        previous: link(here.previous.filter(|_| nested)),
        next: link(here.next.filter(|_| nested)),
    };
    renderer.template("page.html", &view)
}
