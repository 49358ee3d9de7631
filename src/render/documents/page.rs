//! A page that is neither dimension nor term, and in documentation home as well.

use serde::Serialize;

use super::parallel::parallel_prefix;
use crate::config::LanguageId;
use crate::render::parts::{Article, Card, Crumb, DocumentHead, LinkView};
use crate::render::renderer::{Rendered, Renderer};
use crate::render::templates::{Shared, html};
use crate::site::{NodeId, PageId, Tree};

/// `page.html`
#[derive(Debug, Serialize)]
pub struct PageView {
    pub site: Shared,
    pub document: DocumentHead,
    pub article: Article,
    /// Empty for a page that is not shown in all languages side by side.
    pub parallel_url: String,
    /// The tag before the ids of the parallel page.
    pub parallel_prefix: String,
    /// The places above it in the tree, the uppermost first.
    pub crumbs: Vec<Crumb>,
    /// What stands below it.
    pub lists: Vec<CardList>,
    pub backlinks: Vec<LinkView>,
    pub previous: Option<LinkView>,
    pub next: Option<LinkView>,
}

/// Pages that stand below a page, as cards.
#[derive(Debug, Serialize)]
pub struct CardList {
    pub title: Shared,
    /// Of its heading; empty for a group, whose title is not known to the program.
    pub id: &'static str,
    pub cards: Vec<Card>,
}

/// A page, in a language.
pub fn page(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> Rendered {
    let here = renderer.site.page(page);
    let link = |other: Option<PageId>| other.map(|other| renderer.short_link(other, reader));
    let is_home = here.input.path.is_empty();
    let tree = &renderer.site.tree;
    let below = if is_home { tree.top() } else { tree.children(Tree::node(page)) };
    let view = PageView {
        site: renderer.shared[reader.0].clone(),
        document: renderer.document_head(page, reader, if is_home { "home" } else { "page" }),
        article: renderer.article(page, reader, ""),
        parallel_url: renderer.parallel_url(page).unwrap_or_default(),
        parallel_prefix: parallel_prefix(renderer, here.face(reader).0),
        crumbs: renderer.way_down(page, reader),
        lists: lists(renderer, below, reader),
        backlinks: renderer.links(&here.backlinks, reader),
        previous: link(here.previous),
        next: link(here.next),
    };
    renderer.page_template(page, reader, "page.html", &view)
}

/// The pages of these places in one list, then a list for each group.
fn lists(renderer: &Renderer<'_>, nodes: &[NodeId], reader: LanguageId) -> Vec<CardList> {
    let tree = &renderer.site.tree;
    let pages: Vec<PageId> = nodes.iter().filter_map(|node| tree.page(*node)).collect();
    let own = CardList {
        title: html(&renderer.ui(reader, "children_title")),
        id: "children",
        cards: renderer.cards(&pages, reader),
    };
    let groups = nodes.iter().filter(|node| tree.group(**node).is_some()).map(|group| CardList {
        title: renderer.node_title(*group, reader),
        id: "",
        cards: renderer.cards(&of_group(tree, *group), reader),
    });
    std::iter::once(own).chain(groups).filter(|list| !list.cards.is_empty()).collect()
}

/// The pages of a group and of the groups in it, without what stands below a page.
fn of_group(tree: &Tree, group: NodeId) -> Vec<PageId> {
    let (mut pages, mut open) = (Vec::new(), vec![group]);
    while let Some(node) = open.pop() {
        match tree.page(node) {
            Some(page) => pages.push(page),
            None => open.extend(tree.children(node).iter().rev()),
        }
    }
    pages
}
