//! Pages whose folders were renamed by hand, beside what was confirmed of them: without it nobody is told that one of their
//! texts has changed.

use std::collections::BTreeMap;

use super::parse::ParsedFolder;
use crate::config::Config;
use crate::content::{Confirmed, Lock};
use crate::diagnostic::{Code, Diagnostic};

/// The records of pages that are no more where a page without records has most of the texts that were confirmed.
pub fn renamed_pages(lock: &Lock, folders: &[&ParsedFolder], config: &Config) -> Vec<Diagnostic> {
    let exists = |path: &str| folders.iter().any(|folder| folder.path_and_facts().is_some_and(|(own, _)| own == path));
    let lost = lock.pages().filter(|(path, ..)| !exists(path));
    let found = lost.filter_map(|(path, span, sections)| {
        let is_meant = |folder: &&&ParsedFolder| has_most(folder, sections, config);
        let unrecorded = folders.iter().filter(|folder| {
            folder.path_and_facts().is_some_and(|(path, _)| lock.page(path).is_empty())
        });
        let mut meant = unrecorded.filter(is_meant).filter_map(|folder| folder.path_and_facts());
        let (now, _) = meant.next().filter(|_| meant.next().is_none())?;
        let message = format!("there is no page `{path}`, and `{now}` has the texts that were confirmed of it");
        let help = format!(
            "`muwazana sync {now}` confirms them under that name; `muwazana rename` takes the links and what was confirmed with \
             it"
        );
        let fault = Diagnostic::warning(Code::UnknownName, message).help(help);
        Some(span.map_or_else(|| fault.clone(), |span| fault.clone().at(span)))
    });
    found.collect()
}

/// Whether a folder has more than half of the texts that were confirmed.
fn has_most(folder: &ParsedFolder, sections: &BTreeMap<String, Confirmed>, config: &Config) -> bool {
    let has = |section: &str, tag: &str, digest: &str| {
        let language = config.language(tag).and_then(|language| folder.section_digests.get(language.0)?.as_ref());
        language.is_some_and(|own| own.digests.iter().any(|(id, now)| id == section && now == digest))
    };
    let texts = || sections.iter().flat_map(|(id, tags)| tags.iter().map(move |(tag, digest)| (id, tag, digest)));
    2 * texts().filter(|(section, tag, digest)| has(section, tag, digest)).count() > texts().count()
}
