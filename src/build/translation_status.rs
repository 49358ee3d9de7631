//! What `status` tells and `sync` writes down of a build: for every page and language how much there is, what is
//! missing or behind, and the digests of the texts.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::Config;
use crate::content::{Confirmed, Lock};
use crate::site::{Freshness, PageId, Site};
use crate::text::Date;

/// The state of the translations.
#[derive(Debug, Default)]
pub struct Record {
    /// The tags of the languages, in their order.
    pub tags: Vec<String>,
    /// The pages, by path.
    pub pages: Vec<PageRecord>,
    /// What was confirmed before.
    pub lock: Lock,
    /// How many sources there are.
    pub sources: usize,
    /// How many of them were to be looked at again before today.
    pub overdue: usize,
}

/// A page.
#[derive(Debug)]
pub struct PageRecord {
    /// Below `content/`; empty for home.
    pub path: String,
    /// By language.
    pub languages: Vec<Option<LanguageRecord>>,
}

/// A page in a language. Sections are named by their ids; the empty one is what stands before the first heading.
#[derive(Debug)]
pub struct LanguageRecord {
    /// How many words the article has.
    pub words: usize,
    /// Sections that other languages have and this one lacks.
    pub missing: Vec<String>,
    /// Sections that are behind their counterparts.
    pub behind: Vec<String>,
    /// The digests of the sections, in their order.
    pub digests: Vec<(String, String)>,
}

impl Record {
    /// Takes down a site.
    pub fn new(config: &Config, site: &Site, (lock, freshness): (Lock, &Freshness), today: Option<Date>) -> Self {
        let page = |page: PageId| {
            let extents = &site.page(page).input.extents;
            let sections = extents.iter().flatten().flat_map(|extent| &extent.digests).map(|(id, _)| id.as_str());
            let all: BTreeSet<&str> = sections.collect();
            let record = |language: crate::config::LanguageId| {
                let extent = extents[language.0].as_ref()?;
                let ids = || extent.digests.iter().map(|(id, _)| id.as_str());
                let lacks = |id: &&str| !ids().any(|own| own == *id);
                let behind = |id: &&str| freshness.behind(page, language, id).is_some();
                Some(LanguageRecord {
                    words: extent.words,
                    missing: all.iter().copied().filter(lacks).map(str::to_owned).collect(),
                    behind: ids().filter(behind).map(str::to_owned).collect(),
                    digests: extent.digests.clone(),
                })
            };
            PageRecord {
                path: site.page(page).input.path.clone(),
                languages: config.language_ids().map(record).collect(),
            }
        };
        let overdue = site
            .bibliography
            .iter()
            .filter(|source| source.review_by.as_ref().zip(today).is_some_and(|(review, today)| review.value < today));
        Self {
            tags: config.languages.iter().map(|language| language.locale.tag.clone()).collect(),
            pages: site.ids().map(page).collect(),
            lock,
            sources: site.bibliography.len(),
            overdue: overdue.count(),
        }
    }

    /// The page at a path.
    pub fn page(&self, path: &str) -> Option<&PageRecord> {
        self.pages.binary_search_by(|page| page.path.as_str().cmp(path)).ok().map(|at| &self.pages[at])
    }

    /// What there is to confirm of a page: the sections that at least two languages have.
    pub fn agreement(&self, page: &PageRecord) -> BTreeMap<String, Confirmed> {
        let mut sections: BTreeMap<String, Confirmed> = BTreeMap::new();
        for (tag, record) in self.tags.iter().zip(&page.languages) {
            for (id, digest) in record.iter().flat_map(|record| &record.digests) {
                sections.entry(id.clone()).or_default().insert(tag.clone(), digest.clone());
            }
        }
        sections.retain(|_, confirmed| confirmed.len() > 1);
        sections
    }
}
