//! Home and the list of dimensions: an article, the scale and a card for each dimension.

use serde::Serialize;

use super::BalanceLine;
use crate::config::LanguageId;
use crate::render::parts::{Article, DocumentHead, Lists};
use crate::render::renderer::{Rendered, Renderer};
use crate::render::templates::Shared;
use crate::site::{Destination, PageId};

/// `home.html` and `dimensions.html`: of each dimension a [`ScaleRow`](super::super::parts::ScaleRow) and a
/// [`Card`](super::super::parts::Card).
#[derive(Debug, Serialize)]
pub struct OverviewView {
    pub site: Shared,
    pub document: DocumentHead,
    pub article: Article,
    /// Of each dimension a [`ScaleRow`](crate::render::parts::ScaleRow).
    pub scale: Shared,
    /// Of each dimension a [`Card`](crate::render::parts::Card).
    pub dimensions: Shared,
    /// Whether the text leads to every dimension itself: what each says need not be told again below it.
    pub all_linked: bool,
    /// Nothing where the site has no balance.
    pub balance: Option<BalanceLine>,
}

/// Home, in a language.
pub fn home(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> Rendered {
    overview(renderer, page, reader, "home")
}

/// All dimensions, in a language.
pub fn dimensions(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> Rendered {
    overview(renderer, page, reader, "dimensions")
}

/// `name` is that of the kind of page and of its template.
fn overview(renderer: &Renderer<'_>, page: PageId, reader: LanguageId, name: &'static str) -> Rendered {
    let Lists { rows, cards } = renderer.lists(reader);
    let view = OverviewView {
        site: renderer.shared[reader.0].clone(),
        document: renderer.document_head(page, reader, name),
        article: renderer.article(page, reader, ""),
        scale: rows,
        dimensions: cards,
        all_linked: links_all_dimensions(renderer, page, reader),
        balance: renderer.balance_line(reader),
    };
    renderer.page_template(page, reader, &format!("{name}.html"), &view)
}

/// Whether the text of a page, as a reader gets it, leads to every dimension.
fn links_all_dimensions(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> bool {
    let here = renderer.site.page(page);
    let (written, _) = here.face(reader);
    let leads_to = |dimension: &PageId| {
        let mut links = here.links[written.0].iter().flatten();
        links.any(|link| matches!(link.to, Destination::Page(to) if to == *dimension))
    };
    renderer.site.dimensions.iter().all(leads_to)
}
