//! The order of pages and groups that stand side by side: as `nav` in the page.toml above them lists them, then by the
//! `order` of each, then by path, with the numbers in it in the order of numbers: `p2` before `p10`.

use std::collections::{BTreeMap, BTreeSet};

use super::PageInput;
use super::drafts::Drafts;
use crate::diagnostic::{Code, Diagnostic, Guesses, Matter, nearest};
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

/// Which sibling comes first, and so on, by their numbers. `parent` is what they stand below, and `drafts` are the pages
/// that are left out.
pub fn in_order(
    siblings: &[Sibling<'_>],
    parent: Option<&PageInput>,
    drafts: &Drafts<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<usize> {
    let mut places: BTreeMap<usize, usize> = BTreeMap::new();
    if let Some(parent) = parent.filter(|parent| !parent.facts.nav.is_empty()) {
        let named: BTreeMap<&str, usize> =
            siblings.iter().enumerate().map(|(at, sibling)| (sibling.name(), at)).collect();
        let guesses = Guesses::default();
        for (place, name) in parent.facts.nav.iter().enumerate() {
            match named.get(name.value.as_str()).copied() {
                Some(at) if places.contains_key(&at) => diagnostics.push(listed_twice(name)),
                Some(at) => {
                    diagnostics.extend(siblings[at].order.map(|order| order_without_effect(order, &parent.path)));
                    places.insert(at, place);
                }
                None => diagnostics.extend(unknown(name, siblings, parent, drafts, &guesses)),
            }
        }
    }
    let mut order: Vec<usize> = (0..siblings.len()).collect();
    let written = |at: usize| siblings[at].order.map_or(i64::MAX, |order| order.value);
    let place = |at: usize| places.get(&at).copied().unwrap_or(usize::MAX);
    order.sort_by_cached_key(|at| (place(*at), written(*at), natural_key(siblings[*at].path), siblings[*at].path));
    order
}

/// A draft is no fault: it has its place as soon as it is published.
fn unknown(
    name: &Located<String>,
    siblings: &[Sibling<'_>],
    parent: &PageInput,
    drafts: &Drafts<'_>,
    guesses: &Guesses,
) -> Option<Diagnostic> {
    let separator = if parent.path.is_empty() { "" } else { "/" };
    if !name.value.contains('/') && drafts.has(&format!("{}{separator}{}", parent.path, name.value)) {
        return None;
    }
    let folder = if parent.path.is_empty() { "content" } else { &parent.path };
    let fault = Diagnostic::error(Code::UnknownName, format!("there is no page `{}` in `{folder}`", name.value));
    let is_guessed = guesses.allow(siblings.len());
    let help = match nearest(&name.value, siblings.iter().map(Sibling::name).take_while(|_| is_guessed)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "list the folders that lie in it by their names".to_owned(),
    };
    Some(fault.at(name.span).help(help).resting_on(Matter::Page(name.value.clone())))
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
    let mut free_after: BTreeMap<i64, i64> = BTreeMap::new();
    for Sibling { path, order } in siblings {
        let Some(order) = order else { continue };
        if let Some(other) = taken.get(&order.value) {
            let free = *free_after.entry(order.value).or_insert_with(|| {
                let run = used.range(order.value..).zip(order.value..).take_while(|(used, n)| *used == n);
                order.value + run.count() as i64
            });
            let message = format!("`order = {}` is also the place of `{other}`", order.value);
            let fault = Diagnostic::error(Code::DuplicateOrder, message).at(order.span);
            diagnostics.push(fault.help(format!("give it a place of its own; {free} is free")));
        } else {
            taken.insert(order.value, path);
        }
    }
}

/// By what paths are sorted: a number in it is taken for what it says.
fn natural_key(path: &str) -> Vec<PathPiece<'_>> {
    let is_number = |c: char| c.is_ascii_digit();
    let mut pieces = Vec::new();
    let mut rest = path;
    while let Some(first) = rest.chars().next() {
        let ends = |c: char| is_number(c) != is_number(first);
        let (piece, after) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
        let digits = piece.trim_start_matches('0');
        pieces.push(if is_number(first) { PathPiece::Number(digits.len(), digits) } else { PathPiece::Text(piece) });
        rest = after;
    }
    pieces
}

/// A piece of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum PathPiece<'a> {
    /// How many digits it has, and which.
    Number(usize, &'a str),
    Text(&'a str),
}

fn last_part(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_are_in_the_order_of_numbers() {
        let mut paths = ["p10", "p2", "p", "p01", "p1", "p1/b", "1", "a10b2", "a9b10", "a10b10", "٢"];
        paths.sort_by_key(|path| natural_key(path));
        assert_eq!(paths, ["1", "a9b10", "a10b2", "a10b10", "p", "p01", "p1", "p1/b", "p2", "p10", "٢"]);
    }
}
