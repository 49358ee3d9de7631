//! All places of a site at which something is named: where it is defined, and where it is referred to.

use std::ops::Range;

use super::lines::{chart_sources, note_references};
use super::symbol::{Symbol, headings, resolve, unquoted, written_id};
use super::written::{WrittenLink, written_link};
use crate::build::SiteModel;
use crate::config::LanguageId;
use crate::content::PageText;
use crate::site::{Destination, Generated, PageId, Resolved};
use crate::text::Source;
use crate::tree::Asset;

/// A place at which something is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The file.
    pub path: String,
    /// All that speaks of it, such as a whole link.
    pub whole: Range<usize>,
    /// The name in it; `None` where it is written in a way in which it cannot be told.
    pub name: Option<Range<usize>>,
    /// What stands there.
    pub role: Role,
}

/// What names something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Where it is defined.
    Definition,
    /// A link: the name is the path, or the id behind its sign.
    Link,
    /// A citation, or an entry of a list.
    Mention,
}

/// A language file, read.
struct WordsOfFile<'a> {
    page: PageId,
    language: LanguageId,
    path: &'a str,
    source: Source,
    text: PageText,
}

/// All places of a symbol, by file and place.
pub fn occurrences(model: &SiteModel<'_>, symbol: &Symbol) -> Vec<Occurrence> {
    let mut found = match symbol {
        Symbol::Page(page) => of_page(model, *page),
        Symbol::Section(page, id) => of_section(model, *page, id),
        Symbol::Source(key) => of_source(model, key),
    };
    found.sort_by(|a, b| (&a.path, a.whole.start).cmp(&(&b.path, b.whole.start)));
    found.dedup();
    found
}

/// The links of pages that lead to what `is_it` tells.
pub fn links(
    model: &SiteModel<'_>,
    pages: impl Iterator<Item = PageId>,
    is_it: impl Fn(&Resolved) -> bool,
) -> Vec<(Occurrence, Option<WrittenLink>)> {
    let mut found = Vec::new();
    for words in pages.flat_map(|page| words(model, page)) {
        let leads =
            |link: &&crate::content::Link| resolve(model, words.page, words.language, &link.target).is_some_and(&is_it);
        for link in words.text.body.links.iter().filter(leads) {
            let whole = link.span.start..link.span.end;
            let written = written_link(&words.source.text, whole.clone());
            let occurrence = Occurrence { path: words.path.to_owned(), whole, name: None, role: Role::Link };
            found.push((occurrence, written));
        }
    }
    found
}

/// The images of pages that show what `is_it` tells.
pub fn images(
    model: &SiteModel<'_>,
    is_it: impl Fn(&Resolved) -> bool + Copy,
) -> Vec<(Occurrence, Option<WrittenLink>)> {
    let mut found = Vec::new();
    let shows = |page: &PageId| model.site.page(*page).images.iter().flatten().flatten().any(is_it);
    for words in model.site.ids().filter(shows).flat_map(|page| words(model, page)) {
        let known = &model.site.page(words.page).images[words.language.0];
        let shown = words.text.body.images.iter().zip(known);
        for (image, _) in shown.filter(|(_, resolved)| resolved.as_ref().is_some_and(is_it)) {
            let whole = image.span.start..image.span.end;
            let written = written_link(&words.source.text, whole.clone());
            let occurrence = Occurrence { path: words.path.to_owned(), whole, name: None, role: Role::Link };
            found.push((occurrence, written));
        }
    }
    found
}

fn of_page(model: &SiteModel<'_>, page: PageId) -> Vec<Occurrence> {
    let from = model.site.page(page).backlinks.iter().copied().chain([page]);
    let is_it =
        |resolved: &Resolved| matches!(resolved.to, Destination::Page(to) | Destination::Parallel(to) if to == page);
    let mut found: Vec<_> = links(model, from, is_it)
        .into_iter()
        .map(|(link, written)| Occurrence { name: written.map(|written| written.page), ..link })
        .collect();
    for (path, range) in related(model, page) {
        found.push(Occurrence { path, whole: range.clone(), name: Some(range), role: Role::Mention });
    }
    found
}

/// The entries of `related` that name a page.
pub fn related(model: &SiteModel<'_>, page: PageId) -> Vec<(String, Range<usize>)> {
    let last = |path: &str| path.trim_matches('/').rsplit('/').next().unwrap_or_default().to_owned();
    let name = last(&model.site.page(page).input.path);
    let mut found = Vec::new();
    for other in model.site.ids().filter(|other| model.site.page(*other).related.contains(&page)) {
        let Some(path) = model.facts_path(other) else { continue };
        let Some(source) = model.source(path) else { continue };
        let names = model.site.page(other).input.facts.related.iter().filter(|written| last(&written.value) == name);
        let spans = names.map(|written| unquoted(&source.text, written.span.start..written.span.end));
        found.extend(spans.map(|span| (path.to_owned(), span)));
    }
    found
}

fn of_section(model: &SiteModel<'_>, page: PageId, id: &str) -> Vec<Occurrence> {
    let mut found = Vec::new();
    for words in words(model, page) {
        for heading in headings(&words.text).filter(|heading| heading.id == id) {
            found.push(Occurrence {
                path: words.path.to_owned(),
                whole: heading.span.start..heading.span.end,
                name: written_id(&words.source.text, heading),
                role: Role::Definition,
            });
        }
    }
    let from = model.site.page(page).backlinks.iter().copied().chain([page]);
    let is_it = |resolved: &Resolved| {
        matches!(resolved.to, Destination::Page(to) if to == page) && resolved.anchor.as_deref() == Some(id)
    };
    let links = links(model, from, is_it).into_iter();
    found.extend(links.map(|(link, written)| Occurrence { name: written.and_then(|written| written.anchor), ..link }));
    found
}

fn of_source(model: &SiteModel<'_>, key: &str) -> Vec<Occurrence> {
    let mut found = Vec::new();
    let at = model.bibliography().iter().position(|entry| entry.key.value == key);
    if let Some((at, path)) = at.zip(model.bibliography_path())
        && let Some(source) = model.source(path)
    {
        let span = model.bibliography()[at].key.span;
        let name = unquoted(&source.text, span.start..span.end);
        let whole = name.clone();
        found.push(Occurrence { path: path.to_owned(), whole, name: Some(name), role: Role::Definition });
    }
    let citing = at.map_or(&[][..], |at| &model.site.cited_by[at]);
    for words in citing.iter().flat_map(|page| words(model, *page)) {
        let mention = |whole: Range<usize>, name: Range<usize>| Occurrence {
            path: words.path.to_owned(),
            whole,
            name: Some(name),
            role: Role::Mention,
        };
        let text = &words.source.text;
        found.extend(note_references(text, key).into_iter().map(|(whole, name)| mention(whole, name)));
        found.extend(chart_sources(text, key).into_iter().map(|name| mention(name.clone(), name)));
    }
    for page in citing {
        found.extend(of_source_in_facts(model, *page, key));
        found.extend(model.folder(*page).assets.iter().filter_map(Asset::table).flat_map(|file| {
            let path = model.path(file);
            let cells = model.source(path).map(|source| cells(&source.text, key)).unwrap_or_default();
            cells.into_iter().map(|name| Occurrence {
                path: path.to_owned(),
                whole: name.clone(),
                name: Some(name),
                role: Role::Mention,
            })
        }));
    }
    let to_source = |resolved: &Resolved| {
        resolved.to == Destination::Generated(Generated::Sources) && resolved.anchor.as_deref() == Some(key)
    };
    let links = links(model, model.site.ids(), to_source).into_iter();
    found.extend(links.map(|(link, written)| Occurrence { name: written.and_then(|written| written.anchor), ..link }));
    found
}

/// Where the page.toml of a page names a source.
fn of_source_in_facts(model: &SiteModel<'_>, page: PageId, key: &str) -> Vec<Occurrence> {
    let Some((path, source)) = model.facts_path(page).and_then(|path| Some((path, model.source(path)?))) else {
        return Vec::new();
    };
    let named = model.site.page(page).input.facts.named_sources().filter(|named| named.value == key);
    let mention = |range: Range<usize>| Occurrence {
        path: path.to_owned(),
        whole: range.clone(),
        name: Some(range),
        role: Role::Mention,
    };
    named.map(|named| mention(unquoted(&source.text, named.span.start..named.span.end))).collect()
}

/// The cells of a CSV file that are a key, whether or not others stand with it in one cell.
fn cells(text: &str, key: &str) -> Vec<Range<usize>> {
    let parts = |c: char| matches!(c, ',' | ';' | '"' | '\n' | '\r' | ' ' | '\t');
    let is_cell = |at: usize| {
        let (before, after) = (&text[..at], &text[at + key.len()..]);
        before.chars().next_back().is_none_or(parts) && after.chars().next().is_none_or(parts)
    };
    text.match_indices(key).filter(|(at, _)| is_cell(*at)).map(|(at, _)| at..at + key.len()).collect()
}

/// A page's language files, as they stand now.
fn words<'a>(model: &SiteModel<'a>, page: PageId) -> Vec<WordsOfFile<'a>> {
    let texts = model.texts(page).into_iter().zip(model.config.language_ids());
    let read = |(text, language): (Option<PageText>, LanguageId)| {
        let path = model.words_path(page, language)?;
        Some(WordsOfFile { page, language, path, source: model.source(path)?, text: text? })
    };
    texts.filter_map(read).collect()
}
