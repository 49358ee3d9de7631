//! Which page is read before a page, and which after it: pages of one section follow each other through the whole tree,
//! dimensions follow each other, and a term has no neighbours.

use super::{PageId, Site, Tree};
use crate::config::Config;
use crate::content::PageKind;

/// Gives every page its neighbours.
pub fn connect(site: &mut Site, config: &Config) {
    for row in rows(site, config) {
        for pair in row.windows(2) {
            site.pages[pair[0].0].next = Some(pair[1]);
            site.pages[pair[1].0].previous = Some(pair[0]);
        }
    }
}

/// Pages in the order in which they are read, each in one row at most.
fn rows(site: &Site, config: &Config) -> Vec<Vec<PageId>> {
    let sections = site.sections().map(|section| site.tree.pages(section));
    if !config.compares() {
        let home = site.find("").into_iter();
        return vec![home.chain(sections.flatten()).collect()];
    }
    let below = |page: &PageId| site.tree.children(Tree::node(*page)).iter().flat_map(|node| site.tree.pages(*node));
    let is_point = |page: &PageId| site.page(*page).input.kind == PageKind::Dimension;
    let of_points = site.ids().filter(is_point).map(|page| below(&page).collect());
    sections.chain(of_points).chain([site.dimensions.clone()]).collect()
}
