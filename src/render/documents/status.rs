//! How far the languages go together, for those who write and translate: the same as `muwazana status` tells.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::config::LanguageId;
use crate::content::section_texts;
use crate::locale::Direction;
use crate::render::parts::{DocumentHead, LinkView};
use crate::render::renderer::{Rendered, Renderer};
use crate::render::templates::{Shared, html};
use crate::site::{Generated, PageId, PageStanding, StandingKind};
use crate::text::{HtmlMarks, word_diff};

/// `status.html`
#[derive(Debug, Serialize)]
pub struct StatusView {
    pub site: Shared,
    pub document: DocumentHead,
    /// The languages of the site.
    pub languages: Vec<StatusLanguage>,
    /// The pages, those that need work first.
    pub pages: Vec<StatusPage>,
    /// Whether nothing is to be done.
    pub is_complete: bool,
}

/// How many pages stand how in a language.
#[derive(Debug, Serialize)]
pub struct StatusLanguage {
    pub tag: String,
    pub dir: Direction,
    /// Its own name.
    pub name: String,
    /// How many pages are complete: a number of all.
    pub complete: String,
    /// What the bar consists of, from its start.
    pub parts: Vec<StatusPart>,
}

/// A part of a bar.
#[derive(Debug, Serialize)]
pub struct StatusPart {
    /// How these pages stand: `complete`, `incomplete`, `behind`, `copy` or `missing`.
    pub state: &'static str,
    /// The same in words.
    pub title: String,
    /// How many there are.
    pub count: String,
    /// Where the part begins, in hundredths of the bar.
    pub start: String,
    /// How long it is, in hundredths of the bar.
    pub length: String,
}

/// A page.
#[derive(Debug, Serialize)]
pub struct StatusPage {
    /// The page.
    pub page: LinkView,
    /// Whether readers do not see it.
    pub draft: bool,
    /// How it stands in each language.
    pub cells: Vec<StatusCell>,
}

/// A page in a language.
#[derive(Debug, Serialize)]
pub struct StatusCell {
    /// The tag of the language.
    pub tag: String,
    /// Its own name.
    pub name: String,
    /// The direction of its name.
    pub dir: Direction,
    /// `complete`, `incomplete`, `behind`, `copy` or `missing`.
    pub state: &'static str,
    /// The same in words.
    pub title: String,
    /// How many words the article has; `None` where there is no page.
    pub words: Option<String>,
    /// The language whose words these are; `None` for a page that is no copy.
    pub copy_of: Option<String>,
    /// Sections that the language lacks, where another has them.
    pub missing: Vec<LinkView>,
    /// Sections that are behind.
    pub behind: Vec<StatusSection>,
}

/// A section that is behind.
#[derive(Debug, Serialize)]
pub struct StatusSection {
    /// The section, in the language that is behind.
    pub section: LinkView,
    /// Says in which language the text is newer.
    pub newer: String,
    /// The section in that language.
    pub newer_url: String,
    /// The id of what has changed there.
    pub id: String,
    /// What has changed there since the languages agreed: lines of words, those in between that did not change left out. Empty
    /// where the history of the repository does not have the text on which they agreed.
    pub diff: Vec<Shared>,
    /// The tag of that language.
    pub newer_tag: String,
    /// Its direction.
    pub newer_dir: Direction,
    /// The history of the file in that language; `None` where the site has no repository.
    pub changes: Option<String>,
}

/// How far the languages go together, in a language.
pub fn status(renderer: &Renderer<'_>, reader: LanguageId) -> Rendered {
    let path = Generated::Status.path();
    let mut document = renderer.bare_head(reader, path, "status", &renderer.ui(reader, "status_title"));
    document.description = renderer.ui(reader, "status_summary");
    document.tree = renderer.tree_of_site(reader);
    document.noindex = true;
    let mut pages: Vec<(StandingKind, StatusPage)> =
        renderer.site.ids().map(|page| row(renderer, page, reader)).collect();
    let is_complete = pages.iter().all(|(worst, _)| *worst == StandingKind::Complete);
    pages.sort_by_key(|(worst, _)| *worst == StandingKind::Complete);
    let view = StatusView {
        site: renderer.shared[reader.0].clone(),
        document,
        languages: renderer.config.language_ids().map(|language| bar(renderer, language, reader)).collect(),
        pages: pages.into_iter().map(|(_, page)| page).collect(),
        is_complete,
    };
    renderer.long_template("status.html", &view)
}

fn title(renderer: &Renderer<'_>, reader: LanguageId, kind: StandingKind) -> String {
    renderer.ui(reader, &format!("status_{}", kind.as_str()))
}

/// The bar of a language. Parts without a page are left out.
fn bar(renderer: &Renderer<'_>, language: LanguageId, reader: LanguageId) -> StatusLanguage {
    let here = renderer.config.at(language);
    let locale = &renderer.config.at(reader).locale;
    let counts = renderer.input.freshness.count_standings(language);
    let all = counts.iter().sum::<usize>().max(1);
    let mut before = 0;
    let mut parts = Vec::new();
    for (kind, count) in StandingKind::ALL.into_iter().zip(counts).filter(|(_, count)| *count > 0) {
        parts.push(StatusPart {
            state: kind.as_str(),
            title: title(renderer, reader, kind),
            count: locale.number(count),
            start: hundredths(before, all),
            length: hundredths(count, all),
        });
        before += count;
    }
    let numbers = [("number", locale.number(counts[0])), ("all", locale.number(all))];
    let numbers = numbers.each_ref().map(|(name, number)| (*name, number.as_str()));
    StatusLanguage {
        tag: here.locale.tag.clone(),
        dir: here.locale.direction,
        name: here.name.clone(),
        complete: renderer.input.theme.messages[reader.0].with("status_share", &numbers),
        parts,
    }
}

/// A share in hundredths, as SVG writes a number.
fn hundredths(part: usize, all: usize) -> String {
    let thousandths = part * 100_000 / all;
    format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
}

/// A page, and how it stands where it stands worst.
fn row(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> (StandingKind, StatusPage) {
    let cells: Vec<(StandingKind, StatusCell)> =
        renderer.config.language_ids().map(|language| cell(renderer, page, language, reader)).collect();
    let worst = cells.iter().map(|(kind, _)| *kind).min().unwrap_or(StandingKind::Complete);
    let page = StatusPage {
        page: renderer.link(page, reader),
        draft: renderer.site.page(page).input.facts.draft,
        cells: cells.into_iter().map(|(_, cell)| cell).collect(),
    };
    (worst, page)
}

fn cell(renderer: &Renderer<'_>, page: PageId, language: LanguageId, reader: LanguageId) -> (StandingKind, StatusCell) {
    let standing = renderer.input.freshness.standing(page, language);
    let kind = StandingKind::of(standing);
    let here = renderer.config.at(language);
    let reads = |language: LanguageId| renderer.language_name(reader, &renderer.config.at(language).locale.tag);
    let of = |standing: &PageStanding| {
        let mut diffs = section_diffs(renderer, page, &standing.behind);
        let behind = standing.behind.iter().map(|(id, newer)| {
            let diff = diffs.remove(id.as_str()).unwrap_or_default();
            behind(renderer, page, (language, *newer), id, reader, diff)
        });
        (behind.collect(), standing.missing.iter().map(|id| missing(renderer, page, id, reader)).collect())
    };
    let (behind, missing) = standing.map(of).unwrap_or_default();
    let cell = StatusCell {
        tag: here.locale.tag.clone(),
        name: here.name.clone(),
        dir: here.locale.direction,
        state: kind.as_str(),
        title: title(renderer, reader, kind),
        words: standing.map(|standing| {
            renderer.input.theme.messages[reader.0].count(
                &renderer.config.at(reader).locale,
                "status_words",
                standing.words,
            )
        }),
        copy_of: standing.and_then(|standing| standing.copy_of).map(reads),
        missing,
        behind,
    };
    (kind, cell)
}

/// A section that is behind, and where its counterpart is; `languages` are the two.
fn behind(
    renderer: &Renderer<'_>,
    page: PageId,
    (language, newer): (LanguageId, LanguageId),
    id: &str,
    reader: LanguageId,
    diff: Vec<Shared>,
) -> StatusSection {
    let message = if id.is_empty() { "head_behind" } else { "section_behind" };
    let there = &renderer.config.at(newer).locale;
    let name = renderer.language_name(reader, &there.tag);
    let newer_section = section(renderer, page, newer, id, reader);
    StatusSection {
        section: section(renderer, page, language, id, reader),
        newer: renderer.input.theme.messages[reader.0].with(message, &[("language", &name)]),
        newer_url: newer_section.url,
        id: renderer.changes_id(page, language, id),
        diff,
        newer_tag: there.tag.clone(),
        newer_dir: there.direction,
        changes: renderer.history_url(page, newer),
    }
}

/// What has changed in sections that leave others behind, by the ids of the sections.
fn section_diffs<'a>(
    renderer: &Renderer<'_>,
    page: PageId,
    behind: &'a [(String, LanguageId)],
) -> BTreeMap<&'a str, Vec<Shared>> {
    let mut diffs = BTreeMap::new();
    let Some(texts) = renderer.input.texts.filter(|_| !behind.is_empty()) else { return diffs };
    let words = texts.text(page);
    let newer: BTreeSet<LanguageId> = behind.iter().map(|(_, newer)| *newer).collect();
    for language in newer {
        let ids: Vec<&str> = behind.iter().filter(|(_, newer)| *newer == language).map(|(id, _)| id.as_str()).collect();
        let agreed = texts.agreed(page, language, &ids);
        let (Some(Some(words)), Some(markdown)) = (words.get(language.0), texts.markdown(page, language)) else {
            continue;
        };
        let now: BTreeMap<String, String> = section_texts(words, &markdown).into_iter().collect();
        let diff = |id: &'a str| {
            let lines = word_diff(agreed.get(id)?, now.get(id)?, &HtmlMarks);
            Some((id, lines.iter().map(|line| html(line)).collect()))
        };
        diffs.extend(ids.into_iter().filter_map(diff));
    }
    diffs
}

/// A section that a language lacks, where the first other language has it.
fn missing(renderer: &Renderer<'_>, page: PageId, id: &str, reader: LanguageId) -> LinkView {
    let faces = &renderer.site.page(page).input.faces;
    let has = |language: &LanguageId| {
        faces[language.0].as_ref().is_some_and(|face| id.is_empty() || face.sections.iter().any(|(own, _)| own == id))
    };
    let language = renderer.config.language_ids().find(has).unwrap_or(reader);
    section(renderer, page, language, id, reader)
}

/// A section of a page in a language, called as it is there.
fn section(renderer: &Renderer<'_>, page: PageId, language: LanguageId, id: &str, reader: LanguageId) -> LinkView {
    let url = renderer.url(page, language);
    let face = renderer.site.page(page).input.faces[language.0].as_ref();
    let title = face.and_then(|face| face.sections.iter().find(|(own, _)| own == id)).map(|(_, title)| title);
    match title {
        Some(title) => LinkView { url: format!("{url}#{id}"), title: renderer.foreign(reader, language, title) },
        None => LinkView { url, title: renderer.isolated(reader, &renderer.ui(reader, "status_head")) },
    }
}
