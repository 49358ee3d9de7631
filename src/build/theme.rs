//! Loads what a site looks like and speaks with: templates, messages, static files.

use std::collections::BTreeSet;

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::locale::{Messages, ParsedMessages, parse_messages};
use crate::render::{Policy, Statics, Templates, Theme};
use crate::text::{FileId, Source};
use crate::tree::{SourceTree, embedded_templates};

/// Templates, messages and static files, and what is wrong with them; nothing but the latter if there is an error.
pub fn load_theme(tree: &SourceTree, config: &Config) -> (Option<Theme>, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let messages = messages(tree, config, &mut faults);
    let files: Vec<_> = tree.templates.iter().filter(|(name, _)| !name.ends_with(".ftl")).cloned().collect();
    faults.extend(unused(tree, &files));
    match Templates::load(&files, &tree.sources) {
        Ok(templates) if faults.is_empty() => {
            let mut policy = Policy::new(config);
            let faults = templates.inform(&mut policy, &tree.sources);
            let statics = Statics::new(&tree.assets, config);
            (Some(Theme { templates, messages, statics, policy }), faults)
        }
        templates => {
            faults.extend(templates.err().into_iter().flatten());
            (None, faults)
        }
    }
}

/// Templates that no page is made by and that no other one names: their names are most likely misspelt.
fn unused(tree: &SourceTree, files: &[(String, FileId)]) -> Vec<Diagnostic> {
    let known: BTreeSet<String> = embedded_templates().into_iter().map(|(name, _)| name).collect();
    let is_named = |name: &str| {
        let mut texts = files.iter().map(|(_, file)| tree.sources.get(*file).text.as_str());
        texts.any(|text| text.contains(&format!("\"{name}\"")) || text.contains(&format!("'{name}'")))
    };
    let is_template = |name: &str| name.ends_with(".html") || name.ends_with(".xml");
    let own = files.iter().filter(|(name, _)| {
        is_template(name) && !known.contains(name) && !name.starts_with("components/") && !is_named(name)
    });
    let fault = |(name, file): &(String, FileId)| {
        let pages = known.iter().map(String::as_str).filter(|name| is_template(name));
        let near = nearest(name, pages)?;
        let fault = Diagnostic::error(Code::Template, format!("no page is made by a template `{name}`"));
        Some(fault.at(file.top()).help(format!("did you mean `{near}`?")))
    };
    own.filter_map(fault).collect()
}

/// The interface's words in every language of the site; any that is missing is reported.
fn messages(tree: &SourceTree, config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Vec<Messages> {
    let file = |tag: &str| {
        let name = format!("i18n/{tag}.ftl");
        tree.templates.iter().find(|(known, _)| *known == name).map(|(_, file)| *file)
    };
    let parse = |tag: &str, diagnostics: &mut Vec<Diagnostic>| {
        file(tag).map(|file| (file, parse_messages(file, tree.sources.get(file), diagnostics)))
    };
    let contract = Contract::new(parse("en", &mut Vec::new()).map(|(_, parsed)| parsed));
    let mut messages = Vec::new();
    for language in &config.languages {
        let tag = &language.locale.tag;
        let Some((file, parsed)) = parse(tag, diagnostics) else {
            diagnostics.push(
                Diagnostic::error(Code::Message, format!("the interface has no words in `{tag}`"))
                    .help(format!("copy templates/i18n/en.ftl to templates/i18n/{tag}.ftl and translate it")),
            );
            continue;
        };
        diagnostics.extend(contract.differences(file, tree.sources.get(file), &parsed));
        messages.push(parsed.into_messages(tag));
    }
    messages
}

/// The names of the messages that every language has: those that the program speaks with, and those that the site's
/// English file adds for templates of its own.
struct Contract {
    own: Vec<String>,
    added: Vec<String>,
}

impl Contract {
    fn new(english: Option<ParsedMessages>) -> Self {
        let default = embedded_templates().into_iter().find(|(name, _)| name == "i18n/en.ftl");
        let default = default.map(|(name, text)| Source::new(name, text));
        let own = default.map(|source| parse_messages(FileId(0), &source, &mut Vec::new()).ids().to_vec());
        let own = own.unwrap_or_default();
        let ids = english.map(|english| english.ids().to_vec()).unwrap_or_default();
        let missing: Vec<_> = own.iter().filter(|id| !ids.contains(id)).collect();
        let is_misspelt = |id: &String| nearest(id, missing.iter().map(|id| id.as_str())).is_some();
        let added = ids.iter().filter(|id| !own.contains(id) && !is_misspelt(id)).cloned().collect();
        Self { own, added }
    }

    /// Messages that a file misspells, and others that it lacks.
    fn differences(&self, file: FileId, source: &Source, parsed: &ParsedMessages) -> Vec<Diagnostic> {
        let all = || self.own.iter().chain(&self.added);
        let extra: Vec<_> = parsed.ids().iter().filter(|id| !all().any(|known| known == *id)).collect();
        let line = |id: &str| {
            let mut at = 0;
            source.text.split_inclusive('\n').find_map(|line| {
                let start = at;
                at += line.len();
                let rest = line.strip_prefix(id)?;
                rest.starts_with(|c: char| c == '=' || c.is_whitespace()).then_some((start, start + id.len(), rest))
            })
        };
        let mut faults = Vec::new();
        for id in all().filter(|id| !parsed.ids().contains(id)) {
            let misspelt = nearest(id, extra.iter().map(|id| id.as_str()));
            faults.push(match (misspelt, line(id)) {
                (Some(written), _) => {
                    let (start, end, _) = line(written).unwrap_or((0, 0, ""));
                    Diagnostic::error(Code::Message, format!("nothing asks for a message `{written}`"))
                        .at(file.span(start..end))
                        .help(format!("did you mean `{id}`?"))
                }
                // It stands there in a way that cannot be read, which is reported.
                (None, Some(_)) => continue,
                (None, None) => Diagnostic::error(Code::Message, format!("the message `{id}` is missing"))
                    .at(file.top())
                    .help(format!("add a line `{id} = …` to this file")),
            });
        }
        faults
    }
}
