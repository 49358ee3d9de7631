//! Pages in lists: as links and as cards.

use serde::Serialize;

use crate::config::LanguageId;
use crate::content::{DimensionKind, Finding};
use crate::render::renderer::Renderer;
use crate::render::templates::Shared;
use crate::site::PageId;

/// A link with its words.
#[derive(Debug, Serialize)]
pub struct LinkView {
    /// Where to.
    pub url: String,
    /// The words.
    pub title: Shared,
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
    /// How the subjects compare, as a CSS class; dimensions only.
    pub kind: Option<&'static str>,
    /// The same in words.
    pub kind_name: Option<String>,
    /// What was found of its claim, as a CSS class; dimensions that say it only.
    pub finding: Option<&'static str>,
    /// The same in words.
    pub finding_name: Option<String>,
}

impl Renderer<'_> {
    /// A link to a page, with its title in the reader's language.
    pub fn link(&self, page: PageId, reader: LanguageId) -> LinkView {
        LinkView { url: self.url(page, reader), title: self.title(page, reader) }
    }

    /// The same with what lists that name the page again and again call it.
    pub fn short_link(&self, page: PageId, reader: LanguageId) -> LinkView {
        LinkView { url: self.url(page, reader), title: self.name(page, reader) }
    }

    /// Links to pages.
    pub fn links(&self, pages: &[PageId], reader: LanguageId) -> Vec<LinkView> {
        pages.iter().map(|page| self.link(*page, reader)).collect()
    }

    /// A page as a card.
    pub fn card(&self, page: PageId, reader: LanguageId) -> Card {
        let facts = &self.site.page(page).input.facts;
        let (kind, finding) = (facts.kind.map(DimensionKind::as_str), facts.finding.map(Finding::as_str));
        Card {
            url: self.url(page, reader),
            title: self.title(page, reader),
            summary: self.summary(page, reader),
            kind,
            kind_name: kind.map(|kind| self.ui(reader, &format!("kind_{kind}"))),
            finding,
            finding_name: finding.map(|finding| self.ui(reader, &format!("finding_{finding}"))),
        }
    }

    /// Pages as cards.
    pub fn cards(&self, pages: &[PageId], reader: LanguageId) -> Vec<Card> {
        pages.iter().map(|page| self.card(*page, reader)).collect()
    }
}
