//! Loads what a site looks like and speaks with: templates, messages, static files.

use std::collections::BTreeSet;

use super::interface::interface;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, has_errors, nearest};
use crate::render::{Policy, Statics, Templates, Theme};
use crate::text::{FileId, fingerprint};
use crate::tree::{CopyOrigin, SourceTree, embedded_assets, embedded_templates, origin_of_copy};

/// Templates, messages and static files, and what is wrong with them; nothing but the latter if there is an error.
pub fn load_theme(tree: &SourceTree, config: &Config) -> (Option<Theme>, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let messages = interface(tree, config, &mut faults);
    let files: Vec<_> = tree.templates.iter().filter(|(name, _)| !name.ends_with(".ftl")).cloned().collect();
    faults.extend(unused(tree, &files));
    let warnings = old_copies(tree);
    let defaults: Vec<_> = tree.default_templates.iter().filter(|(name, _)| !name.ends_with(".ftl")).cloned().collect();
    match Templates::load(&files, &defaults, &tree.sources) {
        Ok(templates) if !has_errors(&faults) => {
            let mut policy = Policy::new(config);
            faults.extend(templates.inform(&mut policy, &tree.sources));
            faults.extend(warnings);
            let statics = Statics::new(&tree.assets, config);
            (Some(Theme { templates, messages, statics, policy }), faults)
        }
        templates => {
            faults.extend(templates.err().into_iter().flatten().chain(warnings));
            (None, faults)
        }
    }
}

/// Names the templates of a tree, without its messages.
pub fn templates_digest(tree: &SourceTree) -> String {
    let mut digest = blake3::Hasher::new();
    for (name, file) in tree.templates.iter().filter(|(name, _)| !name.ends_with(".ftl")) {
        let text = tree.sources.get(*file).text.as_bytes();
        digest.update(name.as_bytes()).update(&text.len().to_le_bytes()).update(text);
    }
    digest.finalize().to_hex()[..16].to_owned()
}

/// Copies of defaults that have changed since.
fn old_copies(tree: &SourceTree) -> Vec<Diagnostic> {
    let fault = |path: &str, origin: CopyOrigin| {
        let version = origin.version;
        let message = format!("`{path}` was copied from the default of muwazana {version}, which has changed since");
        let name = path.rsplit('/').next().unwrap_or(path);
        let kind = match name.rsplit('.').next() {
            Some("ftl") => "messages",
            Some("css") => "styles",
            Some("js") => "scripts",
            _ => "templates",
        };
        Diagnostic::warning(Code::OldDefault, message)
            .help(format!("`muwazana defaults {kind} {name}` prints the default as it is now"))
    };
    let templates = tree.default_templates.iter().filter_map(|(name, default)| {
        let own = tree.own_template(name)?;
        let origin = origin_of_copy(&tree.sources.get(own).text)?;
        let is_old = origin.digest != fingerprint(tree.sources.get(*default).text.as_bytes());
        is_old.then(|| fault(&tree.sources.get(own).path, origin).at(own.top()))
    });
    let defaults = embedded_assets();
    let assets = tree.assets.iter().filter(|asset| !asset.default).filter_map(|asset| {
        let (_, default) = defaults.iter().find(|(name, _)| *name == asset.name)?;
        let origin = origin_of_copy(std::str::from_utf8(&asset.bytes).ok()?)?;
        (origin.digest != fingerprint(default)).then(|| fault(&format!("static/{}", asset.name), origin))
    });
    templates.chain(assets).collect()
}

/// Templates that no page is made by and that no other one names.
fn unused(tree: &SourceTree, files: &[(String, FileId)]) -> Vec<Diagnostic> {
    let known: BTreeSet<String> = embedded_templates().into_iter().map(|(name, _)| name).collect();
    let is_named = |name: &str| {
        let mut texts = files.iter().map(|(_, file)| tree.sources.get(*file).text.as_str());
        texts.any(|text| text.contains(&format!("\"{name}\"")) || text.contains(&format!("'{name}'")))
    };
    let is_template = |name: &str| [".html", ".xml", ".htm", ".tera", ".jinja"].iter().any(|end| name.ends_with(end));
    let own = files.iter().filter(|(name, _)| {
        is_template(name)
            && !known.contains(name)
            && !name.starts_with("components/")
            && !name.starts_with("pages/")
            && !is_named(name)
    });
    let fault = |(name, file): &(String, FileId)| {
        let pages = known.iter().map(String::as_str).filter(|name| is_template(name));
        let message = format!("no page is made by a template `{name}`");
        let fault = match nearest(name, pages) {
            Some(near) => Diagnostic::error(Code::Template, message).help(format!(
                "did you mean `{near}`? One that a page names belongs into `templates/pages`"
            )),
            None => Diagnostic::warning(Code::Template, message).help(
                "give it the name of a default, which `muwazana defaults templates` lists, put it into `templates/pages` for a \
                 page that names it, or remove it",
            ),
        };
        fault.at(file.top())
    };
    own.map(fault).collect()
}
