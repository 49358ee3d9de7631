//! Pages whose folders were renamed by hand, beside what was confirmed of them: without it nobody is told that one of their
//! texts has changed.

use std::collections::{BTreeMap, BTreeSet};

use super::parse::ParsedFolder;
use crate::config::Config;
use crate::content::{Confirmed, Lock};
use crate::diagnostic::{Code, Diagnostic, Matter};

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
        let fault = Diagnostic::warning(Code::UnknownName, message).help(remedy(path, now));
        let is_dimension = path.starts_with("dimensions/").then_some(Matter::Dimensions);
        let fault = is_dimension.into_iter().fold(fault, Diagnostic::resting_on);
        // Links name a page by its path or an end of it.
        let ends = path.match_indices('/').map(|(at, _)| &path[at + 1..]).chain([path]);
        let fault = ends.map(|end| Matter::Page(end.to_owned())).fold(fault, Diagnostic::doubting);
        Some(span.into_iter().fold(fault, Diagnostic::at))
    });
    found.collect()
}

/// A page that was renamed by hand may have lost its links, which the command takes along; it moves none to another folder.
fn remedy(path: &str, now: &str) -> String {
    let parted =
        |path: &'_ str| path.rsplit_once('/').map_or((String::new(), path.to_owned()), |(a, b)| (a.into(), b.into()));
    let ((above, old), (above_now, new)) = (parted(path), parted(now));
    if above == above_now {
        return format!(
            "call the folder `{old}` again, and `muwazana rename {path} {new}` takes links and confirmed texts with it; where \
             nothing links to it, `muwazana sync {now}` is enough"
        );
    }
    format!("move the folder back, or let links lead to `{now}` and confirm its texts there: `muwazana sync {now}`")
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
