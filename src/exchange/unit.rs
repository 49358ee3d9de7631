//! What is exchanged: texts of one language beside those of another.

use crate::build::SiteModel;
use crate::config::LanguageId;
use crate::content::{head_texts, section_ranges};
use crate::site::PageId;

/// How a translation stands to its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitState {
    /// There is none.
    Missing,
    /// The source has changed since they agreed.
    Behind,
    /// As far as is known, it says the same.
    Translated,
}

/// A text and its translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The page, by its path; empty for home.
    pub page: String,
    /// `@title`, `@summary`, `@stance.…`, `@axis.…`; `#` with the id of a section; `#` for what stands before the first.
    pub part: String,
    /// The text.
    pub source: String,
    /// The translation; empty where there is none.
    pub target: String,
    /// How they stand to each other.
    pub state: UnitState,
}

impl Unit {
    /// Its id in files, such as `dimensions/cost#claim`.
    pub fn id(&self) -> String {
        format!("{}{}", self.page, self.part)
    }

    /// The page and the part that an id names.
    pub fn split_id(id: &str) -> Option<(&str, &str)> {
        Some(id.split_at(id.find(['#', '@'])?))
    }
}

/// Units, and the tags of their two languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// The language that is translated from.
    pub source: String,
    /// The language that is translated to.
    pub target: String,
    /// The units, page by page.
    pub units: Vec<Unit>,
}

/// The texts of pages in a language, with their translations as they are. A page that the first language lacks has none.
pub fn units(model: &SiteModel<'_>, pages: &[PageId], source: LanguageId, target: LanguageId) -> Exchange {
    let tag = |language: LanguageId| model.config.at(language).locale.tag.clone();
    let mut units = Vec::new();
    for page in pages {
        let path = &model.site.page(*page).input.path;
        let theirs = parts(model, *page, target);
        for (part, source) in parts(model, *page, source) {
            let translation = theirs.iter().find(|(own, _)| *own == part).map(|(_, text)| text.clone());
            let section = if part.starts_with('@') { "" } else { &part[1..] };
            let state = match &translation {
                None => UnitState::Missing,
                Some(_) if model.freshness.behind(*page, target, section).is_some() => UnitState::Behind,
                Some(_) if model.freshness.copy_of(*page, target).is_some() => UnitState::Behind,
                Some(_) => UnitState::Translated,
            };
            units.push(Unit { page: path.clone(), part, source, target: translation.unwrap_or_default(), state });
        }
    }
    Exchange { source: tag(source), target: tag(target), units }
}

/// What a page says in a language, part by part.
pub fn parts(model: &SiteModel<'_>, page: PageId, language: LanguageId) -> Vec<(String, String)> {
    let texts = model.texts(page);
    let Some(Some(words)) = texts.get(language.0) else { return Vec::new() };
    let Some(source) = model.words_path(page, language).and_then(|path| model.source(path)) else { return Vec::new() };
    let head = head_texts(words.top.file, &source.text).into_iter();
    let head = head.map(|(key, value)| (format!("@{key}"), value.value));
    let sections = section_ranges(words, &source.text).into_iter();
    let sections = sections.map(|(id, range)| (format!("#{id}"), source.text[range].trim().to_owned()));
    head.chain(sections).filter(|(_, text)| !text.trim().is_empty()).collect()
}
