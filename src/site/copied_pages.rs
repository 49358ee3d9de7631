//! Pages that were made of a copy of another one's folder, and those whose summary is still that of the other.

use std::collections::BTreeMap;

use super::{Face, Fault, PageId, Place, Site};
use crate::config::{Config, LanguageId};
use crate::diagnostic::{Cause, Code, Diagnostic};

/// So many words two pages may have in common by chance.
const FEW_WORDS: usize = 4;

/// The pages that show in every language what another shows, each with the other.
pub fn copies(site: &Site, config: &Config) -> BTreeMap<PageId, PageId> {
    let mut originals: BTreeMap<&str, Vec<PageId>> = BTreeMap::new();
    let mut copies = BTreeMap::new();
    for id in site.ids() {
        let Some(face) = spoken(site, config, id).next().map(|(_, face)| face) else { continue };
        if face.title.is_empty() || face.sections.is_empty() && face.links.is_empty() {
            continue;
        }
        let of_title = originals.entry(&face.title).or_default();
        match of_title.iter().find(|other| spoken(site, config, id).eq(spoken(site, config, **other))) {
            Some(other) => {
                // The copy has the longer name, as `about-old` and `about copy` have.
                let length = |page: PageId| site.page(page).input.path.len();
                let (copy, original) = if length(*other) > length(id) { (*other, id) } else { (id, *other) };
                copies.insert(copy, original);
            }
            None if of_title.len() < MOST_OF_ONE_TITLE => of_title.push(id),
            None => {}
        }
    }
    copies
}

/// With so many pages of one title a page is compared.
const MOST_OF_ONE_TITLE: usize = 8;

fn spoken<'a>(site: &'a Site, config: &'a Config, id: PageId) -> impl Iterator<Item = (LanguageId, &'a Face)> {
    config.language_ids().filter_map(move |language| Some((language, site.page(id).input.faces[language.0].as_ref()?)))
}

/// What is wrong with copies, and with summaries that several pages have.
pub fn check(site: &Site, config: &Config, copies: &BTreeMap<PageId, PageId>, faults: &mut Vec<Fault>) {
    for (copy, original) in copies {
        let Some((language, _)) = spoken(site, config, *copy).next() else { continue };
        let (copied, path) = (&site.page(*copy).input.path, &site.page(*original).input.path);
        let message = format!("`content/{copied}` shows what `content/{path}` shows: it is a copy");
        let fault = Diagnostic::warning(Code::DuplicateTitle, message);
        let diagnostic = fault.help("delete one of the two folders, or write the new page");
        faults.push(Fault { page: *copy, language, place: Place::Section(None), diagnostic });
    }
    for language in config.language_ids() {
        let mut pages: BTreeMap<&str, PageId> = BTreeMap::new();
        for id in site.ids().filter(|id| !copies.contains_key(id)) {
            let Some(face) = &site.page(id).input.faces[language.0] else { continue };
            if face.is_summary_in_article || face.summary.split_whitespace().nth(FEW_WORDS).is_none() {
                continue;
            }
            let first = *pages.entry(&face.summary).or_insert(id);
            if first != id {
                let message = format!("the page `{}` has this summary, too", site.page(first).input.path);
                let cause = Cause { name: format!("summary of {} in {}", first.0, language.0), instead: None };
                let fault = Diagnostic::warning(Code::DuplicateTitle, message);
                let diagnostic = fault.help("say what this page is about").because_of(cause);
                faults.push(Fault { page: id, language, place: Place::Section(None), diagnostic });
            }
        }
    }
}
