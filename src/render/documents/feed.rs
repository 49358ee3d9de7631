//! The feed of a language.

use serde::Serialize;

use super::course::{change_id, moves_in_words};
use crate::config::LanguageId;
use crate::content::PageKind;
use crate::render::renderer::{Rendered, Renderer};
use crate::site::{Generated, PageId, SiteFile};
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
    let view = FeedView {
        // A feed has to say when it changed; one without entries never did.
        updated: at(dated.first().map_or(Date { year: 1970, month: Some(1), day: Some(1) }, |(date, _)| *date)),
        entries: entries.collect(),
        ..of_site(renderer, language, SiteFile::Feed)
    };
    renderer.template("feed.xml", &view)
}

/// How the judgements of a site have changed, the newest change first.
pub fn changes(renderer: &Renderer<'_>, language: LanguageId) -> Rendered {
    let page = renderer.addresses.page(language, Generated::Evidence.path());
    let mut dated = Vec::new();
    for id in &renderer.site.dimensions {
        dated.extend(renderer.site.page(*id).input.facts.history.iter().map(|change| (change, *id)));
    }
    dated.sort_by_key(|(change, id)| (std::cmp::Reverse(change.date), *id));
    let isolator = &renderer.config.at(language).isolator;
    let entries = dated.iter().map(|(change, id)| {
        let reason = change.reasons.get(language.0).map_or("", String::as_str);
        let moves = moves_in_words(renderer, change, language);
        let moves = renderer.config.at(language).locale.list(moves.iter().map(String::as_str));
        let id_on_page = change_id(renderer.site.page(*id).name(), change.date);
        FeedEntry {
            url: format!("{}#{id_on_page}", renderer.addresses.absolute(&page)),
            title: renderer.plain_title(*id, language),
            summary: isolator.plain(&format!("{moves}. {reason}")),
            published: at(change.date),
            updated: at(change.date),
        }
    });
    let of_site = of_site(renderer, language, SiteFile::Judgements);
    let view = FeedView {
        title: format!("{}: {}", of_site.title, renderer.ui(language, "history_title")),
        subtitle: renderer.ui(language, "evidence_summary"),
        home: renderer.addresses.absolute(&page),
        updated: dated.first().map_or_else(String::new, |(change, _)| at(change.date)),
        entries: entries.collect(),
        ..of_site
    };
    renderer.template("feed.xml", &view)
}

fn at(date: Date) -> String {
    format!("{date}T00:00:00Z")
}

/// A feed of the site without its entries.
fn of_site(renderer: &Renderer<'_>, language: LanguageId, file: SiteFile) -> FeedView {
    let home = renderer.site.find("").map(|home| renderer.site.page(home).face(language).1);
    FeedView {
        tag: renderer.config.at(language).locale.tag.clone(),
        title: home.map_or(String::new(), |face| face.title.clone()),
        subtitle: home.map_or(String::new(), |face| face.summary.clone()),
        home: renderer.addresses.absolute(&renderer.addresses.page(language, "")),
        url: renderer.addresses.absolute(&renderer.addresses.site_file(language, file)),
        updated: String::new(),
        entries: Vec::new(),
    }
}
