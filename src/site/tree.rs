//! The tree of pages: folders that hold pages and have no words of their own are groups in it, and every list of pages
//! that belong together follows its order.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::order::{Sibling, duplicate_orders, in_order};
use super::{Around, Page, PageId, PageInput};
use crate::config::{Config, LanguageId};
use crate::content::PageKind;
use crate::diagnostic::{Code, Diagnostic, Matter, nearest};

/// Identifies a place in the tree, whether a page or a group; an index into the tree's nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(usize);

/// A folder that holds pages and has no words of its own.
#[derive(Debug)]
pub struct Group {
    /// Below `content/`.
    pub path: String,
    /// Its address below that of a language.
    pub address: String,
    /// By language, plain text: as its page.toml has it, or else the name of the folder.
    titles: Vec<String>,
    /// Its page.toml.
    input: Option<Arc<PageInput>>,
}

/// What stands at a place in the tree.
#[derive(Debug)]
enum Stand {
    Page(PageId),
    Group(Group),
}

#[derive(Debug)]
struct Node {
    stand: Stand,
    parent: Option<NodeId>,
    /// Its number in the row that it stands in.
    place: usize,
    /// In their order.
    children: Vec<NodeId>,
    /// How many pages and groups there are, with all below it.
    size: usize,
}

/// Which part of the tree readers are shown beside a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SidebarRoot {
    /// All of it, but for home.
    Site,
    /// A part at the top of it.
    Section(NodeId),
}

/// All pages and groups in their order.
#[derive(Debug, Default)]
pub struct Tree {
    /// Pages come first, by their ids; then groups, by path.
    nodes: Vec<Node>,
    /// What stands at the top, in its order: below home, or below nothing where there is no home page.
    top: Vec<NodeId>,
}

impl Tree {
    /// Finds the place of every page. `pages` come sorted by path, `groups` are the folders with a page.toml and no words,
    /// and `around` says which pages are left out as drafts, and where folders stand on the site.
    pub fn new(
        config: &Config,
        pages: &[Page],
        groups: Vec<Arc<PageInput>>,
        around: &Around<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let drafts = around.drafts;
        let mut nodes: Vec<Node> = (0..pages.len()).map(|at| Node::new(Stand::Page(PageId(at)))).collect();
        let mut by_path: BTreeMap<&str, NodeId> =
            pages.iter().enumerate().map(|(at, page)| (page.input.path.as_str(), NodeId(at))).collect();
        let mut of_facts: BTreeMap<&str, &Arc<PageInput>> =
            groups.iter().map(|group| (group.path.as_str(), group)).collect();
        let mut wanted: BTreeMap<&str, &Page> = BTreeMap::new();
        for page in pages {
            let above = folders_above(&page.input.path).filter(|path| !by_path.contains_key(path));
            for path in above.filter(|path| PageKind::of(path, config) == PageKind::Ordinary) {
                wanted.entry(path).or_insert(page);
            }
        }
        for (path, first) in wanted {
            by_path.insert(path, NodeId(nodes.len()));
            let input = of_facts.remove(path).cloned();
            if input.is_none() && !drafts.has(path) {
                diagnostics.push(untitled(path, first, config));
            }
            nodes.push(Node::new(Stand::Group(Group::new(path, input, config, around.addresses.of(path)))));
        }
        diagnostics.extend(of_facts.into_values().map(|group| empty(group)));
        let mut children: BTreeMap<Option<NodeId>, Vec<NodeId>> = BTreeMap::new();
        for (path, node) in by_path.iter().filter(|(path, _)| !path.is_empty()) {
            let parent = folders_above(path).chain([""]).find_map(|above| by_path.get(above)).copied();
            nodes[node.0].parent = parent;
            children.entry(parent).or_default().push(*node);
        }
        let mut tree = Self { nodes, top: Vec::new() };
        // A `nav` in a folder that has no pages lists nothing that is there.
        for node in (0..tree.nodes.len()).map(NodeId).filter(|node| !children.contains_key(&Some(*node))) {
            in_order(&[], tree.input(node, pages), drafts, diagnostics);
        }
        for (parent, nodes) in children {
            let siblings: Vec<Sibling<'_>> = nodes.iter().map(|node| tree.sibling(*node, pages)).collect();
            duplicate_orders(&siblings, diagnostics);
            let parent_input = parent.and_then(|parent| tree.input(parent, pages));
            let order = in_order(&siblings, parent_input, drafts, diagnostics);
            let nodes: Vec<NodeId> = order.into_iter().map(|at| nodes[at]).collect();
            nodes.iter().enumerate().for_each(|(place, node)| tree.nodes[node.0].place = place);
            if parent.is_none_or(|parent| tree.path(parent, pages).is_empty()) {
                tree.top.clone_from(&nodes);
            }
            if let Some(parent) = parent {
                tree.nodes[parent.0].children = nodes;
            }
        }
        tree.count();
        tree
    }

    /// How many pages and groups stand at and below each place.
    fn count(&mut self) {
        let depth = |tree: &Self, node: NodeId| tree.ancestors(node).count();
        let mut nodes: Vec<(usize, NodeId)> =
            (0..self.nodes.len()).map(NodeId).map(|id| (depth(self, id), id)).collect();
        nodes.sort_unstable();
        for (_, node) in nodes.into_iter().rev() {
            if let Some(parent) = self.nodes[node.0].parent {
                self.nodes[parent.0].size += self.nodes[node.0].size;
            }
        }
    }

    fn input<'a>(&'a self, node: NodeId, pages: &'a [Page]) -> Option<&'a PageInput> {
        match &self.nodes[node.0].stand {
            Stand::Page(page) => Some(&pages[page.0].input),
            Stand::Group(group) => group.input.as_deref(),
        }
    }

    /// Its path below `content/`.
    pub fn path<'a>(&'a self, node: NodeId, pages: &'a [Page]) -> &'a str {
        match &self.nodes[node.0].stand {
            Stand::Page(page) => &pages[page.0].input.path,
            Stand::Group(group) => &group.path,
        }
    }

    /// What is written of the folder in whose row a page stands.
    pub fn row_of<'a>(&'a self, page: PageId, pages: &'a [Page]) -> Option<&'a PageInput> {
        self.input(self.parent(Self::node(page))?, pages)
    }

    fn sibling<'a>(&'a self, node: NodeId, pages: &'a [Page]) -> Sibling<'a> {
        Sibling {
            path: self.path(node, pages),
            order: self.input(node, pages).and_then(|input| input.facts.order.as_ref()),
        }
    }

    /// Where a page stands.
    pub fn node(page: PageId) -> NodeId {
        NodeId(page.0)
    }

    /// The page at a place; nothing for a group.
    pub fn page(&self, node: NodeId) -> Option<PageId> {
        match &self.nodes[node.0].stand {
            Stand::Page(page) => Some(*page),
            Stand::Group(_) => None,
        }
    }

    /// The group at a place; nothing for a page.
    pub fn group(&self, node: NodeId) -> Option<&Group> {
        match &self.nodes[node.0].stand {
            Stand::Page(_) => None,
            Stand::Group(group) => Some(group),
        }
    }

    /// What stands at the top of the tree, below home, in its order.
    pub fn top(&self) -> &[NodeId] {
        &self.top
    }

    /// What stands below a place, in its order.
    pub fn children(&self, node: NodeId) -> &[NodeId] {
        &self.nodes[node.0].children
    }

    /// What a place stands below.
    pub fn parent(&self, node: NodeId) -> Option<NodeId> {
        self.nodes[node.0].parent
    }

    /// Its number in the row that it stands in.
    pub fn place(&self, node: NodeId) -> usize {
        self.nodes[node.0].place
    }

    /// The places above one, the nearest first.
    pub fn ancestors(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.parent(node), |node| self.parent(*node))
    }

    /// How many pages and groups there are at and below a place.
    pub fn size(&self, node: NodeId) -> usize {
        self.nodes[node.0].size
    }

    /// The pages at and below a place, in the order in which they are read.
    pub fn pages(&self, node: NodeId) -> Vec<PageId> {
        let (mut found, mut open) = (Vec::new(), vec![node]);
        while let Some(node) = open.pop() {
            found.extend(self.page(node));
            open.extend(self.children(node).iter().rev());
        }
        found
    }

    /// The first page at or below a place.
    pub fn first_page(&self, node: NodeId) -> Option<PageId> {
        let mut at = Some(node);
        std::iter::from_fn(|| {
            let node = at?;
            at = self.children(node).first().copied();
            Some(self.page(node))
        })
        .flatten()
        .next()
    }
}

impl Node {
    fn new(stand: Stand) -> Self {
        Self { stand, parent: None, place: 0, children: Vec::new(), size: 1 }
    }
}

impl Group {
    fn new(path: &str, input: Option<Arc<PageInput>>, config: &Config, address: String) -> Self {
        let titles = match &input {
            Some(input) => input.facts.titles.clone(),
            None => config.languages.iter().map(|_| name_of(path)).collect(),
        };
        Self { path: path.to_owned(), address, titles, input }
    }

    /// What it is called in a language, plain text.
    pub fn title(&self, language: LanguageId) -> &str {
        &self.titles[language.0]
    }
}

/// A name of a folder in words.
fn name_of(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path).replace(['-', '_'], " ");
    let mut chars = name.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// The paths of the folders above one, the nearest first, without `content/` itself.
fn folders_above(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(path.rsplit_once('/'), |(above, _)| above.rsplit_once('/')).map(|(above, _)| above)
}

fn untitled(path: &str, first: &Page, config: &Config) -> Diagnostic {
    let titles: Vec<_> = config.languages.iter().map(|language| format!("{} = \"…\"", language.locale.tag)).collect();
    let titles = titles.join(", ");
    // A folder of a name that means something is hardly ever called nearly so on purpose.
    let named = ["terms", "dimensions"].into_iter().filter(|name| *name == "terms" || config.compares());
    if let Some(meant) = nearest(path, named) {
        let message = format!("the folder `{path}` is not `{meant}`, and its pages are ordinary ones");
        let fault = Diagnostic::warning(Code::Group, message).resting_on(Matter::Folder(path.to_owned()));
        return fault.at(first.input.top).help(format!(
            "did you mean `content/{meant}/`? Rename the folder; if not, write `content/{path}/page.toml` with title = {{ {titles} }}"
        ));
    }
    let message = format!("the folder `{path}` has pages, and no title in the list of pages");
    let fault = Diagnostic::warning(Code::Group, message).resting_on(Matter::Folder(path.to_owned()));
    fault.at(first.input.top).help(format!(
        "write `content/{path}/page.toml` with title = {{ {} }}, or a page of its own, `content/{path}/{}.md`",
        titles, config.languages[0].locale.tag,
    ))
}

fn empty(group: &PageInput) -> Diagnostic {
    let message = format!("the folder `{}` has a title, and no page", group.path);
    Diagnostic::warning(Code::Group, message).at(group.top).help("write pages in folders below it, or remove it")
}
