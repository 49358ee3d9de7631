//! The order of pages and groups that stand side by side: as `nav` in the page.toml above them lists them, then by the
//! `order` of each, then by path.

use std::collections::{BTreeMap, BTreeSet};

use super::PageInput;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::text::Located;

/// One of several that stand side by side.
pub struct Sibling<'a> {
    /// Below `content/`.
    pub path: &'a str,
    /// As its page.toml has it.
    pub order: Option<&'a Located<i64>>,
}

impl Sibling<'_> {
    fn name(&self) -> &str {
        last_part(self.path)
    }
}

/// Which sibling comes first, and so on, by their numbers. `parent` is what they stand below, and `drafts` are the paths of
/// pages that are left out.
pub fn in_order(
    siblings: &[Sibling<'_>],
    parent: Option<&PageInput>,
    drafts: &[&str],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<usize> {
    let mut places: BTreeMap<usize, usize> = BTreeMap::new();
    if let Some(parent) = parent.filter(|parent| !parent.facts.nav.is_empty()) {
        let named: BTreeMap<&str, usize> =
            siblings.iter().enumerate().map(|(at, sibling)| (sibling.name(), at)).collect();
        for (place, name) in parent.facts.nav.iter().enumerate() {
            match named.get(name.value.as_str()).copied() {
                Some(at) if places.contains_key(&at) => diagnostics.push(listed_twice(name)),
                Some(at) => {
                    diagnostics.extend(siblings[at].order.map(|order| order_without_effect(order, &parent.path)));
                    places.insert(at, place);
                }
                None => diagnostics.extend(unknown(name, siblings, parent, drafts)),
            }
        }
    }
    let mut order: Vec<usize> = (0..siblings.len()).collect();
    let written = |at: usize| siblings[at].order.map_or(i64::MAX, |order| order.value);
    order.sort_by_key(|at| (places.get(at).copied().unwrap_or(usize::MAX), written(*at), siblings[*at].path));
    order
}

/// A draft is no fault: it has its place as soon as it is published.
fn unknown(
    name: &Located<String>,
    siblings: &[Sibling<'_>],
    parent: &PageInput,
    drafts: &[&str],
) -> Option<Diagnostic> {
    let is_here = |draft: &&&str| draft.rsplit_once('/').map_or("", |(folder, _)| folder) == parent.path;
    if drafts.iter().filter(is_here).any(|draft| last_part(draft) == name.value) {
        return None;
    }
    let folder = if parent.path.is_empty() { "content" } else { &parent.path };
    let fault = Diagnostic::error(Code::UnknownName, format!("there is no page `{}` in `{folder}`", name.value));
    let help = match nearest(&name.value, siblings.iter().map(Sibling::name)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "list the folders that lie in it by their names".to_owned(),
    };
    Some(fault.at(name.span).help(help))
}

fn listed_twice(name: &Located<String>) -> Diagnostic {
    let fault = Diagnostic::error(Code::InvalidValue, format!("`nav` lists `{}` twice", name.value));
    fault.at(name.span).help("leave one of them out")
}

fn order_without_effect(order: &Located<i64>, parent: &str) -> Diagnostic {
    let folder = if parent.is_empty() { String::new() } else { format!("{parent}/") };
    let message = format!("this `order` changes nothing: `nav` in `content/{folder}page.toml` lists the page");
    Diagnostic::warning(Code::InvalidValue, message).at(order.span).help("leave one of the two out")
}

/// Reports siblings of one order.
pub fn duplicate_orders(siblings: &[Sibling<'_>], diagnostics: &mut Vec<Diagnostic>) {
    let used: BTreeSet<i64> = siblings.iter().filter_map(|sibling| sibling.order).map(|order| order.value).collect();
    let mut taken: BTreeMap<i64, &str> = BTreeMap::new();
    for Sibling { path, order } in siblings {
        let Some(order) = order else { continue };
        if let Some(other) = taken.get(&order.value) {
            let free = (order.value + 1..).find(|n| !used.contains(n)).unwrap_or(order.value);
            let message = format!("`order = {}` is also the place of `{other}`", order.value);
            let fault = Diagnostic::error(Code::DuplicateOrder, message).at(order.span);
            diagnostics.push(fault.help(format!("give it a place of its own; {free} is free")));
        } else {
            taken.insert(order.value, path);
        }
    }
}

fn last_part(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
