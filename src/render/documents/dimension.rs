//! A dimension.

use serde::Serialize;

use super::BalanceLine;
use super::parallel::parallel_prefix;
use crate::config::LanguageId;
use crate::content::DimensionKind;
use crate::render::parts::{Article, DocumentHead, LinkView, ScaleRow};
use crate::render::renderer::{Rendered, Renderer};
use crate::render::templates::Shared;
use crate::site::PageId;

/// `dimension.html`
#[derive(Debug, Serialize)]
pub struct DimensionView {
    pub site: Shared,
    pub document: DocumentHead,
    pub article: Article,
    /// Where the subjects stand between its two poles.
    pub row: ScaleRow,
    /// Empty for a page that is not shown in all languages side by side.
    pub parallel_url: String,
    /// The tag before the ids of the parallel page.
    pub parallel_prefix: String,
    /// Of a dimension that draws the others together; nothing where the site has no balance.
    pub balance: Option<BalanceLine>,
    /// Where the page of the evidence tells of it; nothing where the site has none.
    pub evidence_url: Option<String>,
    /// Set where the judgement is under review.
    pub under_review: Option<String>,
    pub related: Vec<LinkView>,
    pub backlinks: Vec<LinkView>,
    pub previous: Option<LinkView>,
    pub next: Option<LinkView>,
}

/// A dimension, in a language.
pub fn dimension(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> Rendered {
    let here = renderer.site.page(page);
    let link = |other: Option<PageId>| other.map(|other| renderer.short_link(other, reader));
    let is_synthesis = here.input.facts.kind == Some(DimensionKind::Synthesis);
    let view = DimensionView {
        site: renderer.shared[reader.0].clone(),
        document: renderer.document_head(page, reader, "dimension"),
        article: renderer.article(page, reader, ""),
        row: renderer.row(page, reader),
        parallel_url: renderer.parallel_url(page).unwrap_or_default(),
        balance: is_synthesis.then(|| renderer.balance_line(reader)).flatten(),
        evidence_url: renderer.evidence_url(page, reader),
        under_review: renderer.under_review(page, reader),
        related: renderer.links(&here.related, reader),
        backlinks: renderer.links(&here.backlinks, reader),
        parallel_prefix: parallel_prefix(renderer, here.face(reader).0),
        previous: link(here.previous),
        next: link(here.next),
    };
    renderer.page_template(page, reader, "dimension.html", &view)
}
