//! Files of messages that no language of the site reads: `english.ftl`, `en.ftl.txt`. Their words would be looked for in vain.

use super::message_lines::message_lines;
use crate::config::{Config, Language};
use crate::diagnostic::{Code, Diagnostic, Matter, nearest, quoted_list};
use crate::text::FileId;
use crate::tree::SourceTree;

/// The files with words for a language, the most general first: `fr` and `fr-CA` for `fr-CA`.
pub fn file_names(tag: &str) -> Vec<String> {
    let language = tag.split('-').next().unwrap_or_default();
    let mut names = vec![format!("i18n/{language}.ftl"), format!("i18n/{tag}.ftl")];
    names.dedup();
    names
}

/// The files that no language reads, each with what to do. One of a language that the program speaks may stand ready for a site that has it.
pub fn unread_messages(tree: &SourceTree, config: &Config) -> Vec<(FileId, Diagnostic)> {
    let others = config.languages.iter().filter_map(|language| language.interface.as_ref());
    let tags = config.languages.iter().map(|language| language.locale.tag.as_str());
    let read: Vec<String> = tags.chain(others.map(|other| other.value.as_str())).flat_map(file_names).collect();
    let is_of_messages = |name: &str| {
        let lower = name.to_lowercase();
        lower.ends_with(".ftl") || lower.starts_with("i18n/") && [".ftl", ".flt"].iter().any(|end| lower.contains(end))
    };
    let is_unread = |(name, file): &&(String, FileId)| {
        tree.default_template(name).is_none() && tree.own_template(name) == Some(*file) && !read.contains(name)
    };
    let files = tree.templates.iter().filter(|(name, _)| is_of_messages(name)).filter(is_unread);
    // What is written there is asked for elsewhere.
    let fault = |name: &str, file: FileId| {
        let fault = unread(name, config).at(file.top());
        let names = message_lines(tree.sources.get(file)).into_keys();
        names.map(|name| Matter::Message(name.to_owned())).fold(fault, Diagnostic::doubting)
    };
    files.map(|(name, file)| (*file, fault(name, *file))).collect()
}

fn unread(name: &str, config: &Config) -> Diagnostic {
    let stem = name.rsplit('/').next().unwrap_or(name).split('.').next().unwrap_or_default().to_lowercase();
    let is_meant = |language: &&Language| {
        let names =
            [language.locale.tag.to_lowercase(), language.locale.bibliography_name(), language.name.to_lowercase()];
        let parts = |tag: &str| tag.split(['-', '_']).next().map(str::to_owned);
        names.contains(&stem) || parts(&stem) == parts(&names[0])
    };
    let tags = || config.languages.iter().map(|language| language.locale.tag.as_str());
    let meant = config.languages.iter().find(is_meant).map(|language| language.locale.tag.as_str());
    let message = format!("no language of the site reads `templates/{name}`");
    let help = match meant.or_else(|| nearest(&stem, tags())) {
        Some(tag) => format!("did you mean `templates/i18n/{tag}.ftl`? Give the file that name"),
        None => format!("call it by the tag of a language, {}, or take it out", quoted_list(tags())),
    };
    Diagnostic::warning(Code::Message, message).help(help)
}
