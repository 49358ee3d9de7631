//! The tree of pages and the order of siblings.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Page, PageId, PageInput};
use crate::diagnostic::{Code, Diagnostic};

/// Finds every page's parent, children and neighbours. Inputs come sorted by path.
pub fn build_tree(inputs: Vec<Arc<PageInput>>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Page> {
    let languages = inputs.first().map_or(0, |input| input.faces.len());
    let mut pages: Vec<Page> = inputs
        .into_iter()
        .map(|input| Page {
            input,
            parent: None,
            children: Vec::new(),
            previous: None,
            next: None,
            related: Vec::new(),
            backlinks: Vec::new(),
            terms: Vec::new(),
            links: vec![Vec::new(); languages],
            images: vec![Vec::new(); languages],
            citations: vec![Vec::new(); languages],
        })
        .collect();
    let mut siblings: BTreeMap<Option<PageId>, Vec<PageId>> = BTreeMap::new();
    for at in 0..pages.len() {
        let parent = parent(&pages, &pages[at].input.path);
        pages[at].parent = parent;
        if !pages[at].input.path.is_empty() {
            siblings.entry(parent).or_default().push(PageId(at));
        }
    }
    for (parent, children) in siblings {
        duplicate_orders(&pages, &children, diagnostics);
        let children = in_order(children, &pages);
        for pair in children.windows(2) {
            pages[pair[0].0].next = Some(pair[1]);
            pages[pair[1].0].previous = Some(pair[0]);
        }
        if let Some(parent) = parent {
            pages[parent.0].children = children;
        }
    }
    pages
}

/// The page of the nearest folder above.
fn parent(pages: &[Page], path: &str) -> Option<PageId> {
    let mut above = path;
    while !above.is_empty() {
        above = above.rsplit_once('/').map_or("", |(parent, _)| parent);
        if let Ok(at) = pages.binary_search_by(|page| page.input.path.as_str().cmp(above)) {
            return Some(PageId(at));
        }
    }
    None
}

/// By the order that page.toml gives, those without one last, then by path.
pub fn in_order(mut pages: Vec<PageId>, all: &[Page]) -> Vec<PageId> {
    let order = |id: &PageId| all[id.0].input.facts.order.as_ref().map_or(i64::MAX, |order| order.value);
    pages.sort_by_key(|id| (order(id), *id));
    pages
}

fn duplicate_orders(pages: &[Page], siblings: &[PageId], diagnostics: &mut Vec<Diagnostic>) {
    let mut taken: BTreeMap<i64, PageId> = BTreeMap::new();
    for id in siblings {
        let Some(order) = &pages[id.0].input.facts.order else { continue };
        match taken.get(&order.value) {
            None => {
                taken.insert(order.value, *id);
            }
            Some(other) => {
                let other = &pages[other.0].input.path;
                let used = |n: &i64| {
                    siblings.iter().any(|id| pages[id.0].input.facts.order.as_ref().is_some_and(|o| o.value == *n))
                };
                let free = (order.value + 1..).find(|n| !used(n)).unwrap_or(order.value);
                diagnostics.push(
                    Diagnostic::error(
                        Code::DuplicateOrder,
                        format!("`order = {}` is also the place of `{other}`", order.value),
                    )
                    .at(order.span)
                    .help(format!("give it a place of its own; {free} is free")),
                );
            }
        }
    }
}
