//! The feed of a language.

use std::cmp::Reverse;

use serde::Serialize;

use super::course::{change_id, moves_in_words};
use crate::config::{Config, LanguageId};
use crate::content::PageKind;
use crate::locale::Direction;
use crate::render::parts::{Article, ScaleRow};
use crate::render::renderer::{Rendered, Renderer};
use crate::render::templates::Shared;
use crate::render::xhtml::{ElementFate, XhtmlElement, xhtml};
use crate::site::{Generated, PageId, Site, SiteFile};
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
    /// The licence of the words, as one line; nothing where the site names none.
    pub rights: Option<String>,
    pub entries: Vec<FeedEntry>,
}

/// A page in the feed.
#[derive(Debug, Serialize)]
pub struct FeedEntry {
    pub url: String,
    pub title: String,
    pub summary: String,
    /// The words of the page as HTML, whose addresses are whole; nothing where only the summary is in the feed.
    pub content: Option<String>,
    /// When it was published.
    pub published: String,
    pub updated: String,
}

/// `feed_content.html`: the words of a page in the feed.
#[derive(Debug, Serialize)]
pub struct FeedContentView {
    pub site: Shared,
    pub tag: String,
    pub dir: Direction,
    pub article: Article,
    /// Where the subjects stand, and what is said of each; dimensions only.
    pub row: Option<ScaleRow>,
}

/// As many pages as the feed of documentation has at most: whoever follows it wants what is new, and all its pages may
/// be dated by the repository's history.
const NEWEST: usize = 50;

/// As many pages as have their words in the feed, the newest ones: programs ask for the whole of it again and again.
const WITH_TEXT: usize = 20;

/// Whether the words of pages are in the feeds.
pub fn has_text(config: &Config) -> bool {
    config.output.feed_text
}

/// The pages whose words are in the feed of a language.
pub fn texts(config: &Config, site: &Site, language: LanguageId) -> Vec<PageId> {
    let dated = dated(config, site, language).into_iter();
    dated.take(WITH_TEXT).map(|(_, page)| page).collect()
}

/// The dimensions of a language, or what is newest in documentation, the newest change first.
fn dated(config: &Config, site: &Site, language: LanguageId) -> Vec<(Date, PageId)> {
    let compares = config.compares();
    let kind = if compares { PageKind::Dimension } else { PageKind::Ordinary };
    let mut dated: Vec<(Date, PageId)> = Vec::new();
    for id in site.ids().filter(|id| site.page(*id).input.kind == kind) {
        let page = site.page(id);
        dated.extend(page.changed().filter(|date| date.is_day() && page.speaks(language)).map(|date| (date, id)));
    }
    dated.sort_by_key(|(date, id)| (Reverse(*date), *id));
    if !compares {
        dated.truncate(NEWEST);
    }
    dated
}

/// The feed of a language.
pub fn feed(renderer: &Renderer<'_>, language: LanguageId) -> Rendered {
    let dated = dated(renderer.config, renderer.site, language);
    let mut entries = Vec::with_capacity(dated.len());
    for (number, (changed, id)) in dated.iter().enumerate() {
        let page = renderer.site.page(*id);
        let has_text = has_text(renderer.config) && number < WITH_TEXT;
        entries.push(FeedEntry {
            url: renderer.addresses.absolute(&renderer.url(*id, language)),
            title: renderer.plain_title(*id, language),
            summary: renderer.config.at(language).isolator.plain(&page.face(language).1.summary),
            content: has_text.then(|| content(renderer, *id, language)).transpose()?,
            published: at(page.input.facts.date.unwrap_or(*changed)),
            updated: at(*changed),
        });
    }
    let view = FeedView {
        // A feed has to say when it changed; one without entries never did.
        updated: at(dated.first().map_or(Date { year: 1970, month: Some(1), day: Some(1) }, |(date, _)| *date)),
        entries,
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
    dated.sort_by_key(|(change, id)| (Reverse(change.date), *id));
    let isolator = &renderer.config.at(language).isolator;
    let entries = dated.iter().map(|(change, id)| {
        let reason = change.reasons.get(language.0).map_or("", String::as_str);
        let moves = moves_in_words(renderer, change, language);
        let moves = renderer.config.at(language).locale.list(moves.iter().map(String::as_str));
        let id_on_page = change_id(renderer.site.page(*id).address_name(), change.date);
        FeedEntry {
            url: format!("{}#{id_on_page}", renderer.addresses.absolute(&page)),
            title: renderer.plain_title(*id, language),
            summary: isolator.plain(&format!("{moves}. {reason}")),
            content: None,
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
    let licence = renderer.config.licence.as_ref();
    FeedView {
        tag: renderer.config.at(language).locale.tag.clone(),
        title: home.map_or(String::new(), |face| face.title.clone()),
        subtitle: home.map_or(String::new(), |face| face.summary.clone()),
        home: renderer.addresses.absolute(&renderer.addresses.page(language, "")),
        url: renderer.addresses.absolute(&renderer.addresses.site_file(language, file)),
        updated: String::new(),
        rights: licence.map(|licence| format!("{} ({})", licence.name, licence.url)),
        entries: Vec::new(),
    }
}

/// The words of a page as HTML that can be read anywhere: without what needs the sheets and scripts of the site, and with
/// addresses that are whole.
fn content(
    renderer: &Renderer<'_>,
    page: PageId,
    language: LanguageId,
) -> Result<String, crate::diagnostic::Diagnostic> {
    let words = renderer.input.texts.map(|texts| texts.text(page)).unwrap_or_default();
    let renderer = renderer.with_words(page, &words);
    let locale = &renderer.config.at(language).locale;
    let is_dimension = renderer.site.page(page).input.kind.is_dimension();
    let view = FeedContentView {
        site: renderer.shared[language.0].clone(),
        tag: locale.tag.clone(),
        dir: locale.direction,
        article: renderer.article(page, language, ""),
        row: is_dimension.then(|| renderer.row(page, language)),
    };
    let html = renderer.template("feed_content.html", &view)?;
    let here = renderer.url(page, language);
    let mut decide = |element: &mut XhtmlElement| {
        let fate = fate(element);
        element.retain(|name| {
            !matches!(name, "class" | "id" | "tabindex") && !name.starts_with("data-") && !name.starts_with("on")
        });
        element.map_addresses(&mut |address| Some(renderer.addresses.whole(&here, address)));
        fate
    };
    Ok(xhtml(&String::from_utf8_lossy(&html), &mut decide).trim().to_owned())
}

/// What becomes of an element in a feed. Drawings take their form and inks from the sheets of the site, and what they say
/// stands in words beside them.
fn fate(element: &mut XhtmlElement) -> ElementFate {
    match element.name.as_str() {
        "script" | "style" | "link" | "meta" | "button" | "svg" => ElementFate::LeftOut,
        // The sign that leads to a heading.
        "a" if element.has_class("anchor") || element.has_class("back") => ElementFate::LeftOut,
        // The data of a chart, whose drawing is left out.
        "details" => {
            element.set("open", "");
            ElementFate::Written
        }
        _ => ElementFate::Written,
    }
}
