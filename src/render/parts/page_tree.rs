//! The tree of pages beside a page, and the way down to it.
//!
//! A page holds no more of the tree than helps on it, so that a thousand pages do not make a million links. A small tree is
//! there as a whole, and readers open and close its parts. Of a larger one there is the branch that is open: what lies below
//! the page, what stands beside it, and what stands beside each of the places above it. Of a long row there are the places
//! around the branch, and a link to a page that lists all.

use serde::Serialize;

use crate::config::LanguageId;
use crate::content::PageKind;
use crate::render::parts::LinkView;
use crate::render::renderer::Renderer;
use crate::render::templates::{Shared, html};
use crate::site::{Generated, NodeId, PageId, SidebarRoot, Tree};

/// As many pages and groups as a tree may have that is shown as a whole.
const WHOLE: usize = 80;

/// As many places as a row of a larger tree shows.
const ROW: usize = 40;

/// As many levels as are shown. Deeper in the tree the uppermost are left to the way down to the page; the template is
/// called once for each, and must not be called more than twenty times.
const LEVELS: usize = 6;

/// The tree of pages: `document.tree` in templates.
#[derive(Debug, Serialize)]
pub struct PageTree {
    /// The section that it is the tree of; `None` for that of the whole site.
    pub section: Option<PageTreeEntry>,
    /// What stands at its top.
    pub rows: TreeRow,
}

/// What stands side by side in the tree.
#[derive(Debug, Default, Serialize)]
pub struct TreeRow {
    /// In their order.
    pub entries: Vec<PageTreeEntry>,
    /// Where all of them are listed, if these are only some.
    pub all: Option<String>,
}

/// A page or group in the tree.
#[derive(Debug, Serialize)]
pub struct PageTreeEntry {
    /// Its title.
    pub title: Shared,
    /// Where it leads; `None` for a group whose pages are shown.
    pub url: Option<String>,
    /// Whether it is the page that is read.
    pub current: bool,
    /// Whether the page that is read is below it.
    pub open: bool,
    /// What stands below it, as far as that is shown.
    pub below: TreeRow,
}

/// Where the tree is looked at from.
struct TreePosition {
    reader: LanguageId,
    current: Option<NodeId>,
    /// The places above it, and itself.
    branch: Vec<NodeId>,
    is_whole: bool,
}

impl Renderer<'_> {
    /// The tree beside a page in a language; nothing where none is shown.
    pub fn page_tree(&self, page: PageId, reader: LanguageId) -> Option<PageTree> {
        let root = self.site.sidebar_root(page, self.config)?;
        Some(self.tree_below(root, Some(Tree::node(page)), reader))
    }

    /// The tree beside a page that is made of others.
    pub fn tree_of_site(&self, reader: LanguageId) -> Option<PageTree> {
        self.site.sidebar_of_site(self.config).map(|root| self.tree_below(root, None, reader))
    }

    fn tree_below(&self, root: SidebarRoot, current: Option<NodeId>, reader: LanguageId) -> PageTree {
        let tree = &self.site.tree;
        let mut branch: Vec<NodeId> = current.into_iter().flat_map(|node| tree.ancestors(node)).collect();
        branch.reverse();
        branch.extend(current);
        let home = self.site.find("").map(Tree::node);
        branch.retain(|node| Some(*node) != home);
        let section = match root {
            SidebarRoot::Site => None,
            SidebarRoot::Section(section) => Some(section),
        };
        let size = section.map_or(self.site.pages.len(), |section| tree.size(section));
        let from = branch.len().saturating_sub(LEVELS).checked_sub(1).map(|at| branch[at]);
        let root = from.or(section);
        let position = TreePosition { reader, current, branch, is_whole: size <= WHOLE };
        let top = root.map_or(tree.top(), |root| tree.children(root));
        let mut rows = self.tree_row(&position, top, root, 0);
        if section.is_none() && self.site.cites() {
            let title = html(&self.ui(reader, "sources_title"));
            let url = Some(self.addresses.page(reader, Generated::Sources.path()));
            rows.entries.push(PageTreeEntry { title, url, current: false, open: false, below: TreeRow::default() });
        }
        PageTree { section: section.map(|section| self.entry(&position, section, LEVELS)), rows }
    }

    /// What stands below a place, or at the top.
    fn tree_row(&self, position: &TreePosition, nodes: &[NodeId], parent: Option<NodeId>, level: usize) -> TreeRow {
        let places = position.branch.iter().map(|node| (self.site.tree.place(*node), node));
        let at = places.into_iter().find(|(at, node)| nodes.get(*at) == Some(node)).map_or(0, |(at, _)| at);
        let shown = if position.is_whole { 0..nodes.len() } else { around(at, nodes.len()) };
        let is_part = shown.len() < nodes.len();
        TreeRow {
            entries: nodes[shown].iter().map(|node| self.entry(position, *node, level)).collect(),
            all: is_part.then(|| self.list_of(parent, position.reader)),
        }
    }

    /// The page that lists all that stands below a place: that of the place itself, or of the nearest one above.
    fn list_of(&self, parent: Option<NodeId>, reader: LanguageId) -> String {
        let tree = &self.site.tree;
        let above = parent.into_iter().flat_map(|parent| std::iter::once(parent).chain(tree.ancestors(parent)));
        let page = above.filter_map(|node| tree.page(node)).next();
        page.or(self.site.find("")).map_or_else(|| self.addresses.page(reader, ""), |page| self.url(page, reader))
    }

    fn entry(&self, position: &TreePosition, node: NodeId, level: usize) -> PageTreeEntry {
        let tree = &self.site.tree;
        let is_open = position.branch.contains(&node);
        let is_shown = level < LEVELS && (position.is_whole || is_open) && !self.has_list_of_its_own(node);
        let below = match is_shown {
            true => self.tree_row(position, tree.children(node), Some(node), level + 1),
            false => TreeRow::default(),
        };
        let own = tree.page(node);
        // A group that is closed leads to its first page, beside which it is open.
        let page = own.or_else(|| tree.first_page(node).filter(|_| below.entries.is_empty()));
        PageTreeEntry {
            title: self.node_title(node, position.reader),
            url: page.map(|page| self.url(page, position.reader)),
            current: position.current == Some(node),
            open: is_open,
            below,
        }
    }

    /// Whether what stands below a place is listed by a page of its own kind: terms are in the glossary.
    fn has_list_of_its_own(&self, node: NodeId) -> bool {
        let page = self.site.tree.page(node).map(|page| self.site.page(page).input.kind);
        page.is_some_and(|kind| kind == PageKind::Terms)
    }

    /// What a page or group is called in the tree, in a language.
    pub fn node_title(&self, node: NodeId, reader: LanguageId) -> Shared {
        match (self.site.tree.page(node), self.site.tree.group(node)) {
            (Some(page), _) => self.name(page, reader),
            (None, Some(group)) => self.isolated(reader, group.title(reader)),
            (None, None) => html(""),
        }
    }

    /// The places above a page, from the top of the tree, without home.
    pub fn way_down(&self, page: PageId, reader: LanguageId) -> Vec<Crumb> {
        let tree = &self.site.tree;
        let home = self.site.find("").map(Tree::node);
        let above = tree.ancestors(Tree::node(page)).filter(|node| Some(*node) != home);
        let mut crumbs: Vec<Crumb> = above
            .map(|node| Crumb {
                title: self.node_title(node, reader),
                url: tree.page(node).map(|page| self.url(page, reader)),
            })
            .collect();
        crumbs.reverse();
        crumbs
    }

    /// A link to what stands at a place: a group leads to its first page.
    pub fn node_link(&self, node: NodeId, reader: LanguageId) -> Option<LinkView> {
        let page = self.site.tree.first_page(node)?;
        Some(LinkView { url: self.url(page, reader), title: self.node_title(node, reader) })
    }
}

/// A place above a page.
#[derive(Debug, Serialize)]
pub struct Crumb {
    /// Its title.
    pub title: Shared,
    /// `None` for a group.
    pub url: Option<String>,
}

/// As many places as are shown of a row, around one of them.
fn around(at: usize, count: usize) -> std::ops::Range<usize> {
    let start = at.saturating_sub(ROW / 2).min(count.saturating_sub(ROW));
    start..count.min(start + ROW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_row_as_many_are_shown_wherever_the_page_stands() {
        for count in [0, 1, ROW, ROW + 1, 1000] {
            for at in 0..count {
                let shown = around(at, count);
                assert!(shown.contains(&at) && shown.len() == count.min(ROW), "{at} of {count}: {shown:?}");
            }
        }
    }
}
