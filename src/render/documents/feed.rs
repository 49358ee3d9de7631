//! The feed of a language.

use serde::Serialize;

use crate::config::LanguageId;
use crate::content::PageKind;
use crate::render::renderer::{Rendered, Renderer};
use crate::site::{PageId, SiteFile};
use crate::text::Date;

/// `feed.xml`
#[derive(Debug, Serialize)]
pub struct FeedView {
    pub tag: String,
    pub title: String,
    /// One or two sentences on the site.
    pub subtitle: String,
    /// The address of the home page.
    pub home: String,
    pub url: String,
    pub updated: String,
    pub entries: Vec<FeedEntry>,
}

/// A page in the feed.
#[derive(Debug, Serialize)]
pub struct FeedEntry {
    pub url: String,
    pub title: String,
    pub summary: String,
    /// When it was published.
    pub published: String,
    pub updated: String,
}

/// As many pages as the feed of documentation has at most: whoever follows it wants what is new, and all its pages may
/// be dated by the repository's history.
const NEWEST: usize = 50;

/// The dimensions of a language, or what is newest in documentation, the newest change first.
pub fn feed(renderer: &Renderer<'_>, language: LanguageId) -> Rendered {
    let locale = &renderer.config.at(language).locale;
    let mut dated: Vec<(Date, PageId)> = Vec::new();
    let compares = renderer.config.compares();
    let kind = if compares { PageKind::Dimension } else { PageKind::Ordinary };
    for id in renderer.site.ids().filter(|id| renderer.site.page(*id).input.kind == kind) {
        let page = renderer.site.page(id);
        dated.extend(page.changed().filter(|date| date.is_day() && page.speaks(language)).map(|date| (date, id)));
    }
    dated.sort_by_key(|(date, id)| (std::cmp::Reverse(*date), *id));
    if !compares {
        dated.truncate(NEWEST);
    }
    let at = |date: Date| format!("{date}T00:00:00Z");
    let entries = dated.iter().map(|(changed, id)| {
        let page = renderer.site.page(*id);
        FeedEntry {
            url: renderer.addresses.absolute(&renderer.url(*id, language)),
            title: renderer.plain_title(*id, language),
            summary: renderer.config.at(language).isolator.plain(&page.face(language).1.summary),
            published: at(page.input.facts.date.unwrap_or(*changed)),
            updated: at(*changed),
        }
    });
    let home = renderer.site.find("").map(|home| renderer.site.page(home).face(language).1);
    let view = FeedView {
        tag: locale.tag.clone(),
        title: home.map_or(String::new(), |face| face.title.clone()),
        subtitle: home.map_or(String::new(), |face| face.summary.clone()),
        home: renderer.addresses.absolute(&renderer.addresses.page(language, "")),
        url: renderer.addresses.absolute(&renderer.addresses.site_file(language, SiteFile::Feed)),
        // A feed has to say when it changed; one without entries never did.
        updated: at(dated.first().map_or(Date { year: 1970, month: Some(1), day: Some(1) }, |(date, _)| *date)),
        entries: entries.collect(),
    };
    renderer.template("feed.xml", &view)
}
