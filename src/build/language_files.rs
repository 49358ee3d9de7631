//! A language of `site.toml` after which no file is named, where files are named after one that is not there: the tag was
//! changed in one place alone, and each file that is told as unknown is but a consequence.

use std::collections::BTreeMap;

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Matter};
use crate::locale::{Digits, Locale};
use crate::tree::SourceTree;

/// The one language without files, if all files of another language may be its own.
pub fn language_without_files(config: &Config, tree: &SourceTree) -> Option<Diagnostic> {
    let mut files: BTreeMap<&str, usize> = BTreeMap::new();
    let tags = tree.folders.iter().flat_map(|folder| &folder.words).map(|words| words.tag.as_str());
    tags.for_each(|tag| *files.entry(tag).or_default() += 1);
    let has_none = |tag: &str| !files.contains_key(tag);
    let mut without = config.languages.iter().filter(|language| has_none(&language.locale.tag));
    let (language, None) = (without.next()?, without.next()) else { return None };
    let is_tag = |tag: &&str| config.language(tag).is_none() && Locale::new(tag, Digits::Latin).is_some();
    let mut unknown = files.keys().copied().filter(is_tag);
    let (named, None) = (unknown.next()?, unknown.next()) else { return None };
    // One file may be a slip of its own; that of a home page alone is all that a small site has.
    if files[named] < 2 {
        return None;
    }
    let tag = &language.locale.tag;
    let message = format!("no file is named after the language `{tag}`, and {} are named `{named}.md`", files[named]);
    let fault = Diagnostic::error(Code::UnknownName, message).at(language.place);
    let help = format!("write tag = \"{named}\", or rename the files to `{tag}.md`, and the keys `{named}` with them");
    Some(fault.help(help).doubting(Matter::Languages))
}
