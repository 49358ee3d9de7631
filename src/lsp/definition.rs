//! Where what stands at a place is defined: the page in the language of the link, the entry of the source, the same section in
//! the other languages.

use std::ops::Range;

use super::spot::{Named, Spot};
use crate::config::LanguageId;
use crate::site::PageId;
use crate::symbols::{Role, Symbol, headings, occurrences};

/// Files, and the bytes in them.
pub fn definition(spot: &Spot<'_>) -> Vec<(String, Range<usize>)> {
    let Some(Named { symbol, .. }) = spot.named() else { return spot.footnote_definition() };
    match symbol {
        Symbol::Page(page) => spot.words_of(page).into_iter().collect(),
        Symbol::Section(page, id) => spot.section(page, &id),
        Symbol::Source(key) => {
            let all = occurrences(spot.model, &Symbol::Source(key)).into_iter();
            let defined = all.filter(|occurrence| occurrence.role == Role::Definition);
            defined.map(|occurrence| (occurrence.path, occurrence.whole)).collect()
        }
    }
}

impl Spot<'_> {
    /// The words of a page in the language of this file, or else in the first that there is.
    fn words_of(&self, page: PageId) -> Option<(String, Range<usize>)> {
        let own = self.page().map_or(LanguageId(0), |(_, language)| language);
        let languages = [own].into_iter().chain(self.model.config.language_ids());
        let path = languages.filter_map(|language| self.model.words_path(page, language)).next()?;
        Some((path.to_owned(), 0..0))
    }

    /// A heading that is linked to; of one that one stands on, its counterparts.
    fn section(&self, page: PageId, id: &str) -> Vec<(String, Range<usize>)> {
        let (own, language) = self.page().unwrap_or((page, LanguageId(0)));
        let texts = self.model.texts(page);
        let heading = |language: LanguageId| {
            let words = texts.get(language.0)?.as_ref()?;
            let heading = headings(words).find(|heading| heading.id == id)?;
            let path = self.model.words_path(page, language)?.to_owned();
            Some((path, heading.span.start..heading.span.end))
        };
        let here = heading(language).filter(|_| own == page);
        let on_heading = here.is_some_and(|(_, range)| range.start <= self.offset && self.offset <= range.end);
        if on_heading {
            let others = self.model.config.language_ids().filter(|other| *other != language);
            return others.filter_map(heading).collect();
        }
        let languages = [language].into_iter().chain(self.model.config.language_ids());
        languages.filter_map(heading).next().into_iter().collect()
    }

    fn footnote_definition(&self) -> Vec<(String, Range<usize>)> {
        let Some(label) = self.footnote() else { return Vec::new() };
        let text = &self.source.text;
        let written = format!("[^{label}]:");
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let inside = line.trim_start();
            if inside.get(..written.len()).is_some_and(|begin| begin.to_lowercase() == written) {
                let at = start + line.len() - inside.len();
                return vec![(self.path.to_owned(), at..at + written.len() - 1)];
            }
            start += line.len();
        }
        Vec::new()
    }
}
