//! Loads what a site looks like and speaks with: templates, messages, static files.

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::{Messages, parse_messages};
use crate::render::{Policy, Statics, Templates, Theme};
use crate::tree::SourceTree;

/// Templates, messages and static files, and what is wrong with them; nothing but the latter if there is an error.
pub fn load_theme(tree: &SourceTree, config: &Config) -> (Option<Theme>, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let messages = messages(tree, config, &mut faults);
    let files: Vec<_> = tree.templates.iter().filter(|(name, _)| !name.ends_with(".ftl")).cloned().collect();
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

/// The interface's words in every language of the site; any that is missing is reported.
fn messages(tree: &SourceTree, config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Vec<Messages> {
    let file = |tag: &str| {
        let name = format!("i18n/{tag}.ftl");
        tree.templates.iter().find(|(known, _)| *known == name).map(|(_, file)| *file)
    };
    let parse = |tag: &str, diagnostics: &mut Vec<Diagnostic>| {
        file(tag).map(|file| (file, parse_messages(file, tree.sources.get(file), diagnostics)))
    };
    let contract = parse("en", &mut Vec::new()).map(|(_, parsed)| parsed.ids().to_vec()).unwrap_or_default();
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
        for id in contract.iter().filter(|id| !parsed.ids().contains(id)) {
            diagnostics.push(
                Diagnostic::error(Code::Message, format!("the message `{id}` is missing"))
                    .at(file.top())
                    .help(format!("add a line `{id} = …` to this file")),
            );
        }
        messages.push(parsed.into_messages(tag));
    }
    messages
}
