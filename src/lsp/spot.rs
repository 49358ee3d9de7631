//! A place at which an editor asks, and what stands there.

use std::ops::Range;

use crate::build::SiteModel;
use crate::config::LanguageId;
use crate::content::{NoteKind, PageText};
use crate::site::{Destination, Generated, PageId};
use crate::symbols::{
    Symbol, WrittenLink, chart_sources, headings, note_references, resolve, unquoted, written_id, written_link,
};
use crate::text::Source;

/// A place of a file.
pub struct Spot<'m> {
    /// The site.
    pub model: &'m SiteModel<'m>,
    /// The file, relative to the root.
    pub path: &'m str,
    /// Its text.
    pub source: &'m Source,
    /// The byte in it.
    pub offset: usize,
}

/// What stands at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// What it is.
    pub symbol: Symbol,
    /// The bytes that name it.
    pub name: Range<usize>,
}

impl Spot<'_> {
    /// The page that the file belongs to, and the language of its words; the first one for `page.toml`.
    pub fn page(&self) -> Option<(PageId, LanguageId)> {
        let (page, language) = self.model.page_of(self.path)?;
        Some((page, language.unwrap_or(LanguageId(0))))
    }

    /// What is named here.
    pub fn named(&self) -> Option<Named> {
        if Some(self.path) == self.model.bibliography_path() {
            let mut entries = self.model.bibliography().iter();
            let entry = entries.find(|entry| self.touches(&(entry.key.span.start..entry.key.span.end)))?;
            let name = unquoted(&self.source.text, entry.key.span.start..entry.key.span.end);
            return Some(Named { symbol: Symbol::Source(entry.key.value.clone()), name });
        }
        let (page, language) = self.model.page_of(self.path)?;
        let Some(language) = language else { return self.related(page).or_else(|| self.named_source(page)) };
        let texts = self.model.texts(page);
        let words = texts.get(language.0)?.as_ref()?;
        self.heading(page, words).or_else(|| self.link(page, language, words)).or_else(|| self.source_key(page))
    }

    fn touches(&self, range: &Range<usize>) -> bool {
        range.start <= self.offset && self.offset <= range.end
    }

    fn related(&self, page: PageId) -> Option<Named> {
        let page = self.model.site.page(page);
        // What is related is in the order in which it is written, without what is not there.
        let name = page.input.facts.related.iter().find(|name| self.touches(&(name.span.start..name.span.end)))?;
        let last = |path: &str| path.trim_matches('/').rsplit('/').next().unwrap_or_default().to_owned();
        let is_it = |id: &&PageId| last(&self.model.site.page(**id).input.path) == last(&name.value);
        let to = *page.related.iter().find(is_it)?;
        let name = unquoted(&self.source.text, name.span.start..name.span.end);
        Some(Named { symbol: Symbol::Page(to), name })
    }

    fn named_source(&self, page: PageId) -> Option<Named> {
        let mut named = self.model.site.page(page).input.facts.named_sources();
        let key = named.find(|key| self.touches(&(key.span.start..key.span.end)))?;
        let name = unquoted(&self.source.text, key.span.start..key.span.end);
        Some(Named { symbol: Symbol::Source(key.value.clone()), name })
    }

    fn heading(&self, page: PageId, words: &PageText) -> Option<Named> {
        let mut headings = headings(words);
        let heading = headings.find(|heading| self.touches(&(heading.span.start..heading.span.end)))?;
        // A link in a heading is the link.
        let in_link = |link: &crate::content::Link| self.touches(&(link.span.start..link.span.end));
        if words.body.links.iter().any(in_link) {
            return None;
        }
        let name = written_id(&self.source.text, heading).unwrap_or(heading.span.start..heading.span.end);
        Some(Named { symbol: Symbol::Section(page, heading.id.clone()), name })
    }

    fn link(&self, page: PageId, language: LanguageId, words: &PageText) -> Option<Named> {
        let link = words.body.links.iter().rfind(|link| self.touches(&(link.span.start..link.span.end)))?;
        let resolved = resolve(self.model, page, language, &link.target)?;
        let WrittenLink { page: written, anchor } = written_link(&self.source.text, link.span.start..link.span.end)?;
        let on_anchor = anchor.as_ref().is_some_and(|anchor| self.offset + 1 >= anchor.start);
        match (&resolved.to, &resolved.anchor) {
            (Destination::Generated(Generated::Sources), Some(key)) => {
                Some(Named { symbol: Symbol::Source(key.clone()), name: anchor? })
            }
            (Destination::Page(to), Some(id)) if on_anchor || written.is_empty() => {
                Some(Named { symbol: Symbol::Section(*to, id.clone()), name: anchor? })
            }
            (Destination::Page(to), _) => Some(Named { symbol: Symbol::Page(*to), name: written }),
            _ => None,
        }
    }

    fn source_key(&self, page: PageId) -> Option<Named> {
        let cited = self.model.site.page(page).citations.iter().flatten().flatten();
        let keys = cited.map(|source| self.model.bibliography()[source.0].key.value.clone());
        for key in keys {
            let notes = note_references(&self.source.text, &key);
            let of_notes = notes.into_iter().find(|(whole, _)| self.touches(whole)).map(|(_, name)| name);
            let of_charts = || chart_sources(&self.source.text, &key).into_iter().find(|name| self.touches(name));
            if let Some(name) = of_notes.or_else(of_charts) {
                return Some(Named { symbol: Symbol::Source(key), name });
            }
        }
        None
    }

    /// The label of the article's own footnote that is referred to here.
    pub fn footnote(&self) -> Option<String> {
        let (page, language) = self.page()?;
        let texts = self.model.texts(page);
        let notes = &texts.get(language.0)?.as_ref()?.body.notes;
        let labels = notes.iter().filter_map(|note| match &note.kind {
            NoteKind::Footnote(footnote) => Some(footnote.label.clone()),
            NoteKind::Citation(_) => None,
        });
        let is_here = |label: &String| note_references(&self.source.text, label).iter().any(|(at, _)| self.touches(at));
        labels.into_iter().find(is_here)
    }
}
