//! Pages whose folders were renamed by hand, beside what was confirmed of them: without it nobody is told that one of their
//! texts has changed.

use std::collections::{BTreeMap, BTreeSet};

use super::parse::ParsedFolder;
use crate::config::Config;
use crate::content::{Confirmed, Lock};
use crate::diagnostic::{Code, Diagnostic};

/// Pages without records, by what they have: a section, the tag of a language and the digest of its text.
type Unrecorded<'a> = BTreeMap<(&'a str, &'a str, &'a str), Vec<&'a str>>;

/// The records of pages that are no more where a page without records has most of the texts that were confirmed.
pub fn renamed_pages(lock: &Lock, folders: &[&ParsedFolder], config: &Config) -> Vec<Diagnostic> {
    let paths: BTreeSet<&str> = folders.iter().filter_map(|folder| Some(folder.path_and_facts()?.0)).collect();
    let mut lost = lock.pages().filter(|(path, ..)| !paths.contains(path)).peekable();
    if lost.peek().is_none() {
        return Vec::new();
    }
    let unrecorded = unrecorded(lock, folders, config);
    let found = lost.filter_map(|(path, span, sections)| {
        let now = has_most(&unrecorded, sections)?;
        let message = format!("there is no page `{path}`, and `{now}` has the texts that were confirmed of it");
        let help = format!(
            "`muwazana sync {now}` confirms them under that name; `muwazana rename` takes the links and what was confirmed with \
             it"
        );
        let fault = Diagnostic::warning(Code::UnknownName, message).help(help);
        Some(span.into_iter().fold(fault, Diagnostic::at))
    });
    found.collect()
}

fn unrecorded<'a>(lock: &Lock, folders: &[&'a ParsedFolder], config: &'a Config) -> Unrecorded<'a> {
    let mut unrecorded = Unrecorded::new();
    for folder in folders {
        let Some((path, _)) = folder.path_and_facts().filter(|(path, _)| !lock.has(path)) else { continue };
        for (language, own) in config.languages.iter().zip(&folder.section_digests) {
            for (section, digest) in own.iter().flat_map(|own| &own.digests) {
                let text = (section.as_str(), language.locale.tag.as_str(), digest.as_str());
                unrecorded.entry(text).or_default().push(path);
            }
        }
    }
    unrecorded
}

/// The one page that has more than half of the texts that were confirmed.
fn has_most<'a>(unrecorded: &Unrecorded<'a>, sections: &BTreeMap<String, Confirmed>) -> Option<&'a str> {
    let texts =
        || sections.iter().flat_map(|(id, tags)| tags.iter().map(move |(tag, digest)| (&**id, &**tag, &**digest)));
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    texts().filter_map(|text| unrecorded.get(&text)).flatten().for_each(|path| *counts.entry(path).or_default() += 1);
    let all = texts().count();
    let mut meant = counts.into_iter().filter(|(_, count)| 2 * count > all).map(|(path, _)| path);
    meant.next().filter(|_| meant.next().is_none())
}
