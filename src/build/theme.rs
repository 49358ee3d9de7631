//! Loads what a site looks like and speaks with: templates, messages, static files.

use std::collections::BTreeSet;

use super::interface::interface;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::render::{Policy, Statics, Templates, Theme};
use crate::text::FileId;
use crate::tree::{SourceTree, embedded_templates};

/// Templates, messages and static files, and what is wrong with them; nothing but the latter if there is an error.
pub fn load_theme(tree: &SourceTree, config: &Config) -> (Option<Theme>, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let messages = interface(tree, config, &mut faults);
    let files: Vec<_> = tree.templates.iter().filter(|(name, _)| !name.ends_with(".ftl")).cloned().collect();
    faults.extend(unused(tree, &files));
    let defaults: Vec<_> = tree.default_templates.iter().filter(|(name, _)| !name.ends_with(".ftl")).cloned().collect();
    match Templates::load(&files, &defaults, &tree.sources) {
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
