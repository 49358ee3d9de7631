//! What the index of the search is given of the site: its pages as plain entries, and what the interface says.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::config::{Config, LanguageId};
use crate::content::{Cell, Chart, PageKind, PageText, Section, Slot};
use crate::locale::Isolator;
use crate::render::renderer::Renderer;
use crate::search::index::{EntrySection, IndexLanguage, ReaderEntry, SearchEntry};
use crate::site::{Destination, Face, Generated, PageId, Resolved, Site};

/// How many terms are offered before anything is typed.
const SUGGESTIONS: usize = 8;

/// How many pages can be found: those with a folder, by their ids, then the others.
pub fn entry_count(config: &Config, site: &Site) -> usize {
    site.pages.len() + generated_pages(config, site).count()
}

/// The pages without a folder that can be found. In the index they come after all others, in this order.
fn generated_pages(config: &Config, site: &Site) -> impl Iterator<Item = Generated> {
    site.generated(config).filter(|page| !matches!(page, Generated::Search | Generated::Status))
}

/// The languages of the site, as the index knows them.
pub fn languages<'a>(renderer: &Renderer<'a>) -> Vec<IndexLanguage<'a>> {
    let language = |reader: LanguageId| {
        let language = renderer.config.at(reader);
        IndexLanguage {
            locale: &language.locale,
            isolator: &language.isolator,
            name: &language.name,
            messages: messages(renderer, reader),
            suggestions: suggestions(renderer, reader),
        }
    };
    renderer.config.language_ids().map(language).collect()
}

/// The messages whose names begin with `search_`; what is said of a count is there once a plural form, with `#` for the
/// number.
fn messages(renderer: &Renderer<'_>, reader: LanguageId) -> BTreeMap<String, String> {
    let messages = &renderer.input.theme.messages[reader.0];
    let plain = messages.plain().into_iter().filter(|(id, _)| id.starts_with("search_"));
    let forms = ["zero", "one", "two", "few", "many", "other"];
    let counted = forms.map(|form| (format!("search_count_{form}"), messages.with_form("search_count", form, "#")));
    plain.chain(counted).collect()
}

/// Title and address of the terms that most pages link to.
fn suggestions(renderer: &Renderer<'_>, reader: LanguageId) -> Vec<[String; 2]> {
    let site = renderer.site;
    let mut terms: Vec<PageId> = site.terms.iter().copied().filter(|term| site.page(*term).speaks(reader)).collect();
    terms.sort_by_key(|term| (Reverse(site.page(*term).backlinks.len()), *term));
    terms.truncate(SUGGESTIONS);
    let title = |term| site.page(term).face(reader).1.title.clone();
    terms.into_iter().map(|term| [title(term), renderer.url(term, reader)]).collect()
}

/// The pages without a folder.
pub fn generated(renderer: &Renderer<'_>) -> Vec<SearchEntry> {
    let reader = |page: Generated, reader: LanguageId| {
        let path = page.path();
        ReaderEntry {
            url: renderer.addresses.page(reader, path),
            title: renderer.ui(reader, &format!("{path}_title")),
            summary: renderer.ui(reader, &format!("{path}_summary")),
            language: reader.0,
            ..ReaderEntry::default()
        }
    };
    let entry = |page| SearchEntry {
        texts: Vec::new(),
        readers: renderer.config.language_ids().map(|language| reader(page, language)).collect(),
    };
    generated_pages(renderer.config, renderer.site).map(entry).collect()
}

/// A page with a folder, whose words the renderer has at hand.
pub fn page(renderer: &Renderer<'_>, page: PageId) -> SearchEntry {
    SearchEntry {
        texts: renderer.config.language_ids().map(|language| sections(renderer, page, language)).collect(),
        readers: renderer.config.language_ids().map(|reader| reader_entry(renderer, page, reader)).collect(),
    }
}

/// The other names of a page, the short title among them.
fn aliases(face: &Face) -> Vec<String> {
    let is_new = |short: &&String| **short != face.title && !face.aliases.contains(short);
    face.aliases.iter().chain(face.short_title.as_ref().filter(is_new)).cloned().collect()
}

fn reader_entry(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> ReaderEntry {
    let here = renderer.site.page(page);
    let (language, face) = here.face(reader);
    let other_faces = here.input.faces.iter().enumerate().filter(|(at, _)| *at != language.0);
    let other_names = other_faces.flat_map(|(_, face)| face).flat_map(|face| [aliases(face), vec![face.title.clone()]]);
    let mut foreign_names: Vec<String> = other_names.flatten().collect();
    // The last part of the address is a name in every language.
    foreign_names.push(here.address_name().to_owned());
    ReaderEntry {
        url: renderer.url(page, reader),
        title: face.title.clone(),
        summary: face.summary.clone(),
        kind: Cow::Borrowed(match here.input.kind {
            PageKind::Dimension => "dimension",
            PageKind::Term => "term",
            PageKind::Home | PageKind::Dimensions | PageKind::Terms | PageKind::Ordinary => "",
        }),
        aliases: aliases(face),
        foreign_names,
        language: language.0,
    }
}

/// What comes before the first heading of a page, then its sections; empty if it has no words in the language.
fn sections(renderer: &Renderer<'_>, page: PageId, language: LanguageId) -> Vec<EntrySection> {
    let here = renderer.site.page(page);
    let Some(PageText { body, stances, poles, .. }) = renderer.words(page, language) else {
        return Vec::new();
    };
    let isolator = &renderer.config.at(language).isolator;
    let entry = |(slot, section): (usize, &Section)| {
        let mut text = String::with_capacity(section.text.as_str().len());
        section.text.fill(&mut text, |slot, out| match slot {
            Slot::LinkTitle(n) => match here.links[language.0].get(*n).and_then(Option::as_ref) {
                Some(Resolved { to: Destination::Page(target), anchor, .. }) => {
                    let (words, title) = renderer.link_words(*target, anchor.as_deref(), language);
                    out.push_str(&renderer.config.at(words).isolator.plain(title));
                }
                Some(Resolved { to: Destination::Generated(page), .. }) => {
                    out.push_str(&renderer.ui(language, &format!("{}_title", page.path())));
                }
                _ => {}
            },
            Slot::Chart(n) => {
                if let Some(chart) = body.charts.get(*n) {
                    chart_words(chart, isolator, out);
                }
            }
            _ => {}
        });
        text.truncate(text.trim_end().len());
        if slot == 0 {
            // What is said of each subject, and between which poles, stands above the article.
            let said = stances.iter().chain(poles.iter().flatten()).map(|said| isolator.plain(said));
            text = said.chain([text]).collect::<Vec<String>>().join(" ").trim().to_owned();
        }
        EntrySection {
            id: section.id.clone(),
            heading: section.heading.as_ref().map_or(String::new(), |heading| heading.text.clone()),
            inner_headings: section.inner.iter().map(|heading| heading.text.clone()).collect(),
            text,
        }
    };
    body.sections.iter().enumerate().map(entry).collect()
}

/// Adds the words of a chart and of the table under it.
fn chart_words(chart: &Chart, isolator: &Isolator, out: &mut String) {
    let said = [Some(&chart.title), chart.unit.as_ref(), chart.note.as_ref()].into_iter().flatten();
    let cells = chart.table.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| match cell {
        Cell::Text(text) => Some(text),
        _ => None,
    });
    let words = said.chain(&chart.table.head).chain(cells).chain(chart.annotations.iter().map(|said| &said.text));
    out.push_str(&words.map(|words| isolator.plain(words) + " ·").collect::<Vec<_>>().join(" "));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_found_by_its_short_title_once() {
        let face = |title: &str, short: Option<&str>| Face {
            title: title.to_owned(),
            short_title: short.map(str::to_owned),
            aliases: vec!["الكهرباء".to_owned(), "power".to_owned()],
            ..Face::default()
        };
        for (short, names) in [
            (None, &["الكهرباء", "power"][..]),
            (Some("الطاقة"), &["الكهرباء", "power", "الطاقة"]),
            (Some("power"), &["الكهرباء", "power"]),
            (Some("Energy: all of it"), &["الكهرباء", "power"]),
        ] {
            assert_eq!(aliases(&face("Energy: all of it", short)), names, "{short:?}");
        }
    }
}
