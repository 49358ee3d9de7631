//! Which sections have fallen behind: in one language the text has changed since all were last confirmed to agree, in
//! another it has not. It rests on digests of texts, which no page's face holds, and so stands beside the model.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Fault, PageId, Place, Site};
use crate::config::{Config, LanguageId};
use crate::content::{Lock, PageText};
use crate::diagnostic::{Code, Diagnostic};

/// How much text a page has in one language, and what stands for it. Nothing that other pages show depends on it, and every
/// edit changes it: so it is no part of the face.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionDigests {
    /// How many words the article has.
    pub words: usize,
    /// The digests of the sections, in their order: see [`PageText::digests`].
    pub digests: Vec<(String, String)>,
}

impl SectionDigests {
    /// The digests_of_page of a language file.
    pub fn of(words: &PageText) -> Self {
        Self { words: words.body.words, digests: words.digests.clone() }
    }
}

/// For each text that is behind, the language in which its counterpart has changed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Freshness(BTreeMap<(PageId, LanguageId), BTreeMap<String, LanguageId>>);

impl Freshness {
    /// Compares the texts of a site with what was confirmed; `section_digests` holds by page those of its languages. What nobody
    /// confirmed is neither fresh nor behind.
    pub fn new<'a>(
        lock: &Lock,
        site: &Site,
        section_digests: impl Iterator<Item = &'a [Option<SectionDigests>]>,
        config: &Config,
    ) -> Self {
        let mut freshness = Self::default();
        for (page, section_digests) in site.ids().zip(section_digests) {
            freshness.update(lock, site, page, section_digests, config);
        }
        freshness
    }

    /// The same for one page, whose text has changed.
    pub fn update(
        &mut self,
        lock: &Lock,
        site: &Site,
        page: PageId,
        section_digests: &[Option<SectionDigests>],
        config: &Config,
    ) {
        for language in config.language_ids() {
            self.0.remove(&(page, language));
        }
        for (section, changed) in changes(lock, &site.page(page).input.path, section_digests, config) {
            let Some((newer, _)) = changed.iter().find(|(_, changed)| *changed) else { continue };
            for (language, _) in changed.iter().filter(|(_, changed)| !*changed) {
                self.0.entry((page, *language)).or_default().insert(section.to_owned(), *newer);
            }
        }
    }

    /// The language in which a section's counterpart has changed, if the section is behind.
    pub fn behind(&self, page: PageId, language: LanguageId, section: &str) -> Option<LanguageId> {
        self.0.get(&(page, language))?.get(section).copied()
    }

    /// A warning for each section that is behind.
    pub fn faults(&self, site: &Site, config: &Config) -> Vec<Fault> {
        let fault = |page: PageId, language: LanguageId, section: &str, newer: LanguageId| {
            let here = site.page(page);
            let path = here.input.path.as_str();
            let (_, face) = here.face(language);
            let (what, place) = match section {
                "" => ("the head of this page".to_owned(), None),
                id => (format!("the section `#{id}`"), face.sections.iter().position(|(own, _)| own == id)),
            };
            let (own, newer) = (&config.at(language).locale.tag, &config.at(newer).locale.tag);
            let message = format!("{what} is behind its counterpart in `{newer}`, which has changed since they agreed");
            let shown = if path.is_empty() { "/" } else { path };
            let help = format!("bring the `{own}` text up to date, then say so: muwazana sync {shown}");
            let diagnostic = Diagnostic::warning(Code::Behind, message).help(help);
            Fault { page, language, place: Place::Section(place), diagnostic }
        };
        let of_page = |((page, language), sections): (&(PageId, LanguageId), &BTreeMap<String, LanguageId>)| {
            let sections = sections.iter().map(|(section, newer)| fault(*page, *language, section, *newer));
            sections.collect::<Vec<_>>()
        };
        self.0.iter().flat_map(of_page).collect()
    }
}

/// For each confirmed section of a page, the languages that were confirmed and still have it, each with whether its
/// text has changed.
fn changes<'a>(
    lock: &Lock,
    path: &str,
    section_digests: &'a [Option<SectionDigests>],
    config: &Config,
) -> BTreeMap<&'a str, Vec<(LanguageId, bool)>> {
    let mut sections: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for language in config.language_ids() {
        let Some(digests_of_page) = &section_digests[language.0] else { continue };
        for (section, digest) in &digests_of_page.digests {
            let confirmed = lock.section(path, section).and_then(|all| all.get(&config.at(language).locale.tag));
            if let Some(confirmed) = confirmed {
                sections.entry(section).or_default().push((language, confirmed != digest));
            }
        }
    }
    sections
}
