//! Addresses of the site that stand as they are in a site's own templates. Those that views give are right by themselves; these
//! nobody else looks up.

use std::collections::BTreeSet;

use super::path_check::plan;
use super::published_addresses::address;
use super::template_tags::{is_between, is_in_comment};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Guesses};
use crate::site::Site;
use crate::text::FileId;
use crate::tree::{Asset, SourceTree};

/// Attributes that hold an address.
const ATTRIBUTES: [&str; 3] = ["href", "src", "action"];

/// A warning for each address of the site in a template of its own at which nothing will be.
pub fn broken_template_addresses(
    tree: &SourceTree,
    config: &Config,
    site: &Site,
    statics: &[Asset],
) -> Vec<Diagnostic> {
    let own = tree.templates.iter().filter(|(name, file)| name.ends_with(".html") && is_own(tree, name, *file));
    let written: Vec<(FileId, usize, &str)> = own
        .flat_map(|(_, file)| addresses(&tree.sources.get(*file).text).map(|(at, address)| (*file, at, address)))
        .collect();
    if written.is_empty() {
        return Vec::new();
    }
    let planned: BTreeSet<String> = plan(config, site, statics).iter().map(|file| address(&file.path)).collect();
    let base = &config.base_url.path;
    let guesses = Guesses::default();
    let fault = |(file, at, written): (FileId, usize, &str)| {
        let fault =
            |message: String| Diagnostic::warning(Code::BrokenLink, message).at(file.span(at..at + written.len()));
        let Some(below) = written.strip_prefix(base.as_str()) else {
            let help =
                format!("write `{}{}`, or take the address from the view", base, written.trim_start_matches('/'));
            return Some(fault(format!("`{written}` is outside the site, which is at `{base}`")).help(help));
        };
        let path = format!("/{}", below.split(['#', '?']).next().unwrap_or_default());
        let known = |path: &str| planned.contains(path);
        // A host shows what stands in the folder, too, if its slash is left out.
        if known(&path) || known(&format!("{path}/")) || known(&path.replace("/index.html", "/")) {
            return None;
        }
        let otherwise = "take the address from the view, or mend it";
        let known = planned.iter().map(String::as_str).take_while(|_| guesses.allow(planned.len()));
        Some(
            fault(format!("this template links to `{written}`, and nothing is there")).nearest(&path, known, otherwise),
        )
    };
    written.into_iter().filter_map(fault).collect()
}

fn is_own(tree: &SourceTree, name: &str, file: FileId) -> bool {
    tree.default_template(name) != Some(file)
}

/// The addresses from the root of a host that stand in attributes of a template, each with its place; those with a part that
/// the template fills in are left out.
fn addresses(text: &str) -> impl Iterator<Item = (usize, &str)> {
    ATTRIBUTES.iter().flat_map(move |attribute| {
        text.match_indices(attribute).filter_map(|(at, attribute)| {
            let before = text[..at].chars().next_back()?;
            let value = text[at + attribute.len()..].strip_prefix("=\"/")?;
            let start = at + attribute.len() + "=\"".len();
            let address = &text[start..start + 1 + value.find('"')?];
            let is_plain = !address.starts_with("//") && !address.contains(['{', '\n']);
            (before.is_whitespace() && is_plain && !is_in_comment(text, at) && !is_between("<!--", "-->", text, at))
                .then_some((start, address))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::addresses;

    #[test]
    fn addresses_that_stand_as_they_are() {
        let text = "<a href=\"/a/\"><a href=\"{{ x }}/b\"><img src=\"/c.svg\"><a data-href=\"/d\"><a href=\"//e/\">\
                    <a href=\"/{{ f }}/\">{# <a href=\"/g/\"> #}<!-- <a href=\"/h/\"> --><form action=\"/i\">";
        let found: Vec<&str> = addresses(text).map(|(_, address)| address).collect();
        assert_eq!(found, ["/a/", "/c.svg", "/i"]);
    }
}
