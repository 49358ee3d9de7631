//! Names that two terms have: the glossary would list one word twice, and readers of the other term are told it is this one.

use std::collections::{BTreeMap, BTreeSet};

use super::{Face, Fault, PageId, Place, Site};
use crate::config::LanguageId;
use crate::diagnostic::{Code, Diagnostic};

/// Names them: titles at the later term, other names where they are written.
pub fn of_terms(site: &Site, faults: &mut Vec<Fault>) {
    let mut told = BTreeSet::new();
    for language in 0..site.pages.first().map_or(0, |page| page.input.faces.len()) {
        let faces = || site.terms.iter().filter_map(|id| Some((*id, site.page(*id).input.faces[language].as_ref()?)));
        let mut fault = |page: PageId, place: Place, message: String, help: &str| {
            let diagnostic = Diagnostic::warning(Code::DuplicateTitle, message).help(help);
            faults.push(Fault { page, language: LanguageId(language), place, diagnostic });
        };
        let path = |id: PageId| &site.page(id).input.path;
        let mut titles: BTreeMap<String, PageId> = BTreeMap::new();
        for (id, face) in faces().filter(|(_, face)| !face.title.is_empty()) {
            let first = *titles.entry(face.title.to_lowercase()).or_insert(id);
            // What is so in every language is told once.
            if first != id && told.insert(id) {
                let message = format!("the term `{}` is called `{}`, too", path(first), face.title);
                fault(id, Place::Section(None), message, "give one of the two another title, or make one page of them");
            }
        }
        let mut aliases: BTreeMap<String, PageId> = BTreeMap::new();
        for (id, n, alias) in faces().flat_map(|(id, face)| named(id, face)) {
            let name = alias.to_lowercase();
            if let Some(other) = titles.get(&name).filter(|other| **other != id) {
                let message = format!("`{alias}` is what the term `{}` is called", path(*other));
                fault(id, Place::Alias(n), message, "take it out: whoever looks it up is meant to find that term");
                continue;
            }
            let first = *aliases.entry(name).or_insert(id);
            if first != id {
                let message = format!("`{alias}` is another name of the term `{}`, too", path(first));
                fault(id, Place::Alias(n), message, "leave it to one of the two");
            }
        }
    }
}

/// The other names of a term, with their numbers.
fn named(id: PageId, face: &Face) -> impl Iterator<Item = (PageId, usize, &String)> {
    face.aliases.iter().enumerate().map(move |(n, alias)| (id, n, alias))
}
