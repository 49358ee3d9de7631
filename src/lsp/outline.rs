//! The parts of a file, of the site, and what of a file can be folded.

use std::ops::Range;

use lsp_types::{DocumentSymbol, FoldingRange, FoldingRangeKind, SymbolKind};

use super::place::TextPlaces;
use super::spot::Spot;
use crate::build::SiteModel;
use crate::config::LanguageId;
use crate::content::Heading;
use crate::symbols::{LineKind, headings, lines};

/// How many parts of the site are listed at once.
const MOST: usize = 200;

/// A part of the site: its name, what it is part of, what kind it is, and its place.
pub type SitePart = (String, String, SymbolKind, String, Range<usize>);

/// Sections with their subsections; the entries of the bibliography.
pub fn document_symbols(spot: &Spot<'_>) -> Vec<DocumentSymbol> {
    let places = TextPlaces::new(&spot.source.text);
    let symbol = |name: String, detail: String, kind, whole: Range<usize>, name_at: Range<usize>, children| {
        #[allow(deprecated, reason = "the protocol has the field still")]
        DocumentSymbol {
            name: if name.is_empty() { "…".to_owned() } else { name },
            detail: Some(detail),
            kind,
            tags: None,
            deprecated: None,
            range: places.range(whole),
            selection_range: places.range(name_at),
            children,
        }
    };
    if Some(spot.path) == spot.model.bibliography_path() {
        let entries = spot.model.bibliography().iter().map(|entry| {
            let at = entry.key.span.start..entry.key.span.end;
            symbol(entry.key.value.clone(), entry.title.clone(), SymbolKind::KEY, at.clone(), at, None)
        });
        return entries.collect();
    }
    let Some((page, Some(language))) = spot.model.page_of(spot.path) else { return Vec::new() };
    let texts = spot.model.texts(page);
    let Some(Some(words)) = texts.get(language.0) else { return Vec::new() };
    let end = spot.source.text.trim_end().len();
    let starts: Vec<usize> = headings(words).map(|heading| heading.span.start).collect();
    let until = |heading: &Heading, level_two: &[usize]| {
        level_two.iter().copied().find(|start| *start > heading.span.start).unwrap_or(end).max(heading.span.end)
    };
    let sections: Vec<usize> =
        words.body.sections.iter().filter_map(|section| Some(section.heading.as_ref()?.span.start)).collect();
    let of = |heading: &Heading, ends: &[usize], children| {
        let (start, name_at) = (heading.span.start, heading.span.start..heading.span.end);
        symbol(
            heading.text.clone(),
            format!("#{}", heading.id),
            SymbolKind::STRING,
            start..until(heading, ends),
            name_at,
            children,
        )
    };
    let with_children = words.body.sections.iter().flat_map(|section| {
        let inner: Vec<_> = section.inner.iter().map(|heading| of(heading, &starts, None)).collect();
        match &section.heading {
            Some(heading) => vec![of(heading, &sections, Some(inner))],
            None => inner,
        }
    });
    with_children.collect()
}

/// Pages, sections and sources whose names hold the words that are asked for, in any language.
pub fn workspace_symbols(model: &SiteModel<'_>, query: &str) -> Vec<SitePart> {
    let query = query.to_lowercase();
    let fits = |texts: &[&str]| texts.iter().any(|text| text.to_lowercase().contains(&query));
    let mut found = Vec::new();
    for page in model.site.ids() {
        let input = &model.site.page(page).input;
        for language in model.config.language_ids() {
            let (Some(face), Some(path)) = (&input.faces[language.0], model.words_path(page, language)) else {
                continue;
            };
            if fits(&[&face.title, face.name(), &input.path, model.site.page(page).address()]) {
                found.push((face.title.clone(), input.path.clone(), SymbolKind::FILE, path.to_owned(), 0..0));
            }
            if !query.is_empty() && face.sections.iter().any(|(id, title)| fits(&[title, id])) {
                found.extend(sections(model, page, language, path, &fits));
            }
        }
        if found.len() >= MOST {
            break;
        }
    }
    let path = model.bibliography_path().unwrap_or_default();
    for entry in model.bibliography().iter().filter(|entry| fits(&[&entry.key.value, &entry.title])) {
        let at = entry.key.span.start..entry.key.span.end;
        found.push((entry.key.value.clone(), entry.title.clone(), SymbolKind::KEY, path.to_owned(), at));
    }
    found.truncate(MOST);
    found
}

fn sections(
    model: &SiteModel<'_>,
    page: crate::site::PageId,
    language: LanguageId,
    path: &str,
    fits: &dyn Fn(&[&str]) -> bool,
) -> Vec<SitePart> {
    let texts = model.texts(page);
    let Some(Some(words)) = texts.get(language.0) else { return Vec::new() };
    let headings = words.body.sections.iter().filter_map(|section| section.heading.as_ref());
    let found = headings.filter(|heading| fits(&[&heading.text, &heading.id]));
    let part = |heading: &Heading| {
        let span = heading.span.start..heading.span.end;
        (heading.text.clone(), words.title.clone(), SymbolKind::STRING, path.to_owned(), span)
    };
    found.map(part).collect()
}

/// Front matter, blocks of code, and sections with all below them.
pub fn folding_ranges(text: &str) -> Vec<FoldingRange> {
    let lines = lines(text);
    let mut folds = Vec::new();
    let mut add = |start: usize, end: usize, kind| {
        if end > start {
            let line = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            folds.push(FoldingRange { start_line: line(start), end_line: line(end), kind, ..FoldingRange::default() });
        }
    };
    let front = lines.iter().take_while(|line| line.kind == LineKind::FrontMatter).count();
    add(0, front.saturating_sub(1), Some(FoldingRangeKind::Region));
    let fences: Vec<usize> = (0..lines.len()).filter(|n| lines[*n].kind == LineKind::Fence).collect();
    for pair in fences.chunks(2) {
        add(pair[0], *pair.get(1).unwrap_or(&(lines.len() - 1)), None);
    }
    let level = |n: usize| match &lines[n].kind {
        LineKind::Prose => {
            let signs = lines[n].text.chars().take_while(|c| *c == '#').count();
            let is_heading = (1..=6).contains(&signs) && lines[n].text[signs..].starts_with([' ', '\t']);
            is_heading.then_some(signs)
        }
        _ => None,
    };
    let is_blank = |n: usize| lines[n].text.trim().is_empty();
    for start in (0..lines.len()).filter(|n| level(*n).is_some()) {
        let next = (start + 1..lines.len()).find(|n| level(*n).is_some_and(|other| Some(other) <= level(start)));
        let end = (start..next.unwrap_or(lines.len())).rev().find(|n| !is_blank(*n)).unwrap_or(start);
        add(start, end, None);
    }
    folds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_fold_with_what_is_below_them() {
        let text = "+++\ntitle = \"a\"\n+++\n## One\n```sh\n# no heading\n```\n### Inner\ntext\n\n## Two\n";
        let folds: Vec<_> = folding_ranges(text).into_iter().map(|fold| (fold.start_line, fold.end_line)).collect();
        assert_eq!(folds, [(0, 2), (4, 6), (3, 8), (7, 8)]);
    }
}
