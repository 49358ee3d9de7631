//! What `status` tells and `sync` records of a site: for every page and language how much there is, what is
//! missing or behind, and the digests of the texts.

use std::collections::BTreeMap;

use super::link::LinkedSite;
use super::parse::ParsedFolder;
use crate::config::{Config, LanguageId};
use crate::content::{Confirmed, Lock};
use crate::site::{PageId, SourceCounts, StandingKind};

/// The state of the translations.
#[derive(Debug, Default)]
pub struct TranslationStatus {
    /// The tags of the languages, in their order.
    pub tags: Vec<String>,
    /// The pages, by path.
    pub pages: Vec<PageStatus>,
    /// What was confirmed before.
    pub lock: Lock,
    /// How many sources there are.
    pub sources: SourceCounts,
    /// The keys of those that were to be looked at again before today.
    pub overdue: Vec<String>,
}

/// A page.
#[derive(Debug)]
pub struct PageStatus {
    /// Below `content/`; empty for home.
    pub path: String,
    /// Whether it is left out of a build.
    pub is_draft: bool,
    /// By language.
    pub languages: Vec<Option<LanguageStatus>>,
}

/// A page in a language. Sections are named by their ids; the empty one is what stands before the first heading.
#[derive(Debug)]
pub struct LanguageStatus {
    /// How many words the article has.
    pub words: usize,
    /// The tag of the language whose words these are, if nobody has translated them.
    pub copy_of: Option<String>,
    /// How it stands, in one word.
    pub kind: StandingKind,
    /// Sections that other languages have and this one lacks.
    pub missing: Vec<String>,
    /// Sections that are behind their counterparts.
    pub behind: Vec<String>,
    /// The digests of the sections, in their order.
    pub digests: Vec<(String, String)>,
}

impl TranslationStatus {
    /// Of a linked site.
    pub(super) fn new(config: &Config, linked: LinkedSite, parsed: &[ParsedFolder]) -> Self {
        let LinkedSite { site, freshness, lock, folders, .. } = linked;
        let page = |page: PageId| {
            let section_digests = &parsed[folders[page.0]].section_digests;
            let status = |language: LanguageId| {
                let digests_of_page = section_digests[language.0].as_ref()?;
                let standing = freshness.standing(page, language)?;
                Some(LanguageStatus {
                    words: standing.words,
                    copy_of: standing.copy_of.map(|other| config.at(other).locale.tag.clone()),
                    kind: StandingKind::of(Some(standing)),
                    missing: standing.missing.clone(),
                    behind: standing.behind.iter().map(|(id, _)| id.clone()).collect(),
                    digests: digests_of_page.digests.clone(),
                })
            };
            PageStatus {
                path: site.page(page).input.path.clone(),
                is_draft: site.page(page).input.facts.draft,
                languages: config.language_ids().map(status).collect(),
            }
        };
        let overdue = site.bibliography.iter().filter(|source| source.is_overdue(site.today));
        Self {
            tags: config.languages.iter().map(|language| language.locale.tag.clone()).collect(),
            pages: site.ids().map(page).collect(),
            lock,
            sources: site.source_counts(),
            overdue: overdue.map(|source| source.key.value.clone()).collect(),
        }
    }

    /// The page at a path.
    pub fn page(&self, path: &str) -> Option<&PageStatus> {
        self.pages.binary_search_by(|page| page.path.as_str().cmp(path)).ok().map(|at| &self.pages[at])
    }

    /// The pages whose paths end with a name, such as `open-source` or `dimensions/open-source`.
    pub fn pages_named<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a PageStatus> + use<'a> {
        let end = format!("/{name}");
        let ends = move |page: &&PageStatus| page.path.ends_with(&end);
        self.pages.iter().filter(ends)
    }

    /// What there is to confirm of a page: the sections that at least two languages have.
    pub fn agreement(&self, page: &PageStatus) -> BTreeMap<String, Confirmed> {
        let mut sections: BTreeMap<String, Confirmed> = BTreeMap::new();
        for (tag, status) in self.tags.iter().zip(&page.languages) {
            for (id, digest) in status.iter().flat_map(|status| &status.digests) {
                sections.entry(id.clone()).or_default().insert(tag.clone(), digest.clone());
            }
        }
        sections.retain(|_, confirmed| confirmed.len() > 1);
        sections
    }
}
