//! The frozen model of a site: pages and their faces, and everything that follows from them together: order, links
//! and backlinks, the terms and sources that pages use, the correspondence of sections. It is built whole, from faces
//! alone, and never changed.

mod address_checks;
mod balance;
mod charts;
mod checks;
mod citations;
mod copied_pages;
mod dates;
mod drafts;
mod evidence;
mod face;
mod folder_addresses;
mod freshness;
mod generated;
mod names_of_files;
mod names_of_terms;
mod neighbours;
mod order;
mod parallel;
mod resolve;
mod sections;
mod standing;
mod tree;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::config::{Config, LanguageId};
use crate::content::{Facts, Lock, PageKind, ParallelUnit, SourceEntry};
use crate::diagnostic::Diagnostic;
use crate::text::{Date, Span};
use crate::tree::Asset;

pub use balance::{Distance, MOST_WEIGHT, SharedSources, extremes, strongest, weigh};
pub use charts::{ChartPlace, SCALE};
pub use checks::redirect_path;
pub use drafts::Drafts;
pub use evidence::SourceCounts;
pub use face::{ChartFace, Face};
pub use folder_addresses::FolderAddresses;
pub use freshness::{Freshness, SectionDigests};
pub use generated::{Generated, SiteFile};
pub use resolve::{Destination, Resolved};
pub use standing::{PageStanding, StandingKind};
pub use tree::{Group, NodeId, SidebarRoot, Tree};

/// Identifies a page; an index into [`Site::pages`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PageId(pub usize);

/// Identifies a source; an index into [`Site::bibliography`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub usize);

/// Identifies a published file: the page that it belongs to, and its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileRef(pub PageId, pub usize);

/// A page, or a group of pages, as the content gives it.
#[derive(Debug, PartialEq)]
pub struct PageInput {
    /// Below `content/`; empty for home.
    pub path: String,
    /// What kind of page it is.
    pub kind: PageKind,
    /// The content of page.toml; the defaults where there is none.
    pub facts: Facts,
    /// Whether there is a page.toml.
    pub has_facts: bool,
    /// page.toml, or else the first language file.
    pub top: Span,
    /// Its face in each language of the site; a group has none.
    pub faces: Vec<Option<Face>>,
    /// The other files of its folder.
    pub files: Vec<Asset>,
}

impl PageInput {
    /// Whether it is a folder without words.
    pub fn is_group(&self) -> bool {
        self.faces.iter().all(Option::is_none)
    }
}

/// A page in its place among the others.
#[derive(Debug)]
pub struct Page {
    /// What the content gives.
    pub input: Arc<PageInput>,
    /// Its address below that of a language, where that is not its path.
    own_address: Option<String>,
    /// The page that is read before it.
    pub previous: Option<PageId>,
    /// The page that is read after it.
    pub next: Option<PageId>,
    /// What stands beside each other where it is read in all its languages; nothing where it cannot be.
    pub parallel: Option<ParallelUnit>,
    /// As page.toml lists them.
    pub related: Vec<PageId>,
    /// Pages that link here in any language, in the site's order.
    pub backlinks: Vec<PageId>,
    /// Terms that it links to in any language, in the site's order.
    pub terms: Vec<PageId>,
    /// By language: where each link of the face leads.
    pub links: Vec<Vec<Option<Resolved>>>,
    /// By language: what each image of the face shows: a file of a page, of `static/` or of the site's own, or what
    /// another site has.
    pub images: Vec<Vec<Option<Resolved>>>,
    /// By language: the source of each citation of the face.
    pub citations: Vec<Vec<Option<SourceId>>>,
    /// Its charts that have addresses of their own.
    pub charts: Vec<ChartPlace>,
}

impl Page {
    /// A page that nothing is known of but what the content gives.
    fn new(input: Arc<PageInput>, config: &Config) -> Self {
        let languages = config.languages.len();
        Self {
            input,
            own_address: None,
            previous: None,
            next: None,
            parallel: None,
            related: Vec::new(),
            backlinks: Vec::new(),
            terms: Vec::new(),
            links: vec![Vec::new(); languages],
            images: vec![Vec::new(); languages],
            citations: vec![Vec::new(); languages],
            charts: Vec::new(),
        }
    }

    /// The page's face in a language, or where there is none, in the first language that has one.
    pub fn face(&self, language: LanguageId) -> (LanguageId, &Face) {
        let faces = &self.input.faces;
        let own = faces[language.0].as_ref().map(|face| (language, face));
        let any = || faces.iter().enumerate().find_map(|(at, face)| Some((LanguageId(at), face.as_ref()?)));
        // A page without any words does not come into the site.
        own.or_else(any).unwrap_or((language, Face::EMPTY))
    }

    /// Whether the page has words in a language.
    pub fn speaks(&self, language: LanguageId) -> bool {
        self.input.faces[language.0].is_some()
    }

    /// The charts of its words in a language.
    pub fn charts_in(&self, language: LanguageId) -> &[ChartFace] {
        self.input.faces[language.0].as_ref().map_or(&[], |face| &face.charts)
    }

    /// The link to the data of a chart, by the chart's number among those that have addresses.
    pub fn data_link(&self, language: LanguageId, n: usize) -> Option<usize> {
        let number = self.charts.get(n)?.numbers[language.0]?;
        self.charts_in(language).get(number).map(|chart| chart.link)
    }

    /// The name of its folder, by which authors know it; empty for home.
    pub fn name(&self) -> &str {
        self.input.path.rsplit('/').next().unwrap_or_default()
    }

    /// Its address below that of a language: its path, but for slugs in place of names of folders.
    pub fn address(&self) -> &str {
        self.own_address.as_deref().unwrap_or(&self.input.path)
    }

    /// Its address where that is not its path.
    pub fn own_address(&self) -> Option<&str> {
        self.own_address.as_deref()
    }

    /// The last part of its address, by which readers know it; empty for home.
    pub fn address_name(&self) -> &str {
        self.address().rsplit('/').next().unwrap_or_default()
    }

    /// The day of its last change, or of its publication.
    pub fn changed(&self) -> Option<Date> {
        self.input.facts.updated.or(self.input.facts.date)
    }
}

/// A site.
#[derive(Debug)]
pub struct Site {
    /// Sorted by path.
    pub pages: Vec<Page>,
    /// The dimensions, in their order.
    pub dimensions: Vec<PageId>,
    /// The terms, by path.
    pub terms: Vec<PageId>,
    /// All pages in their order.
    pub tree: Tree,
    /// Every source.
    pub bibliography: Arc<[SourceEntry]>,
    /// For each source, the pages that cite it in any language.
    pub cited_by: Vec<Vec<PageId>>,
    /// The day against which dates are held; nothing where none is known.
    pub today: Option<Date>,
    /// Whether any page has a chart with an address of its own.
    has_page_charts: bool,
    /// The pages whose address is not their path, by address.
    by_address: BTreeMap<String, PageId>,
}

impl Site {
    /// A page by its id.
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0]
    }

    /// All pages, by path.
    pub fn ids(&self) -> impl Iterator<Item = PageId> + use<> {
        (0..self.pages.len()).map(PageId)
    }

    /// The page at a path below `content/`.
    pub fn find(&self, path: &str) -> Option<PageId> {
        self.pages.binary_search_by(|page| page.input.path.as_str().cmp(path)).ok().map(PageId)
    }

    /// The page at an address below that of a language.
    pub fn at_address(&self, address: &str) -> Option<PageId> {
        let of_path = || self.find(address).filter(|id| self.page(*id).own_address.is_none());
        self.by_address.get(address).copied().or_else(of_path)
    }

    /// The address of a page or group below that of a language.
    pub fn address_of(&self, node: NodeId) -> &str {
        match self.tree.group(node) {
            Some(group) => &group.address,
            None => self.tree.page(node).map_or("", |page| self.page(page).address()),
        }
    }

    /// What is written of the folder in whose row a page stands: the `nav` in it is the order of that row.
    pub fn row_of(&self, page: PageId) -> Option<&PageInput> {
        self.tree.row_of(page, &self.pages)
    }

    /// What stands at the top of the tree and is neither home nor the section of dimensions or terms, in its order.
    pub fn sections(&self) -> impl Iterator<Item = NodeId> {
        self.tree.top().iter().copied().filter(|node| self.is_ordinary(*node))
    }

    fn is_ordinary(&self, node: NodeId) -> bool {
        self.tree.page(node).is_none_or(|page| self.page(page).input.kind == PageKind::Ordinary)
    }

    /// Which part of the tree readers are shown beside a page; nothing where it has no others below or beside it. In
    /// documentation that is the same for every page.
    pub fn sidebar_root(&self, page: PageId, config: &Config) -> Option<SidebarRoot> {
        if !config.compares() {
            return self.sidebar_of_site(config);
        }
        let home = self.find("").map(Tree::node);
        let node = Some(Tree::node(page)).filter(|node| Some(*node) != home)?;
        let top = self.tree.ancestors(node).take_while(|above| Some(*above) != home).last().unwrap_or(node);
        (self.is_ordinary(top) && self.tree.size(top) > 1).then_some(SidebarRoot::Section(top))
    }

    /// The tree beside a page of documentation that is made of others: all of it, where there is more than home.
    pub fn sidebar_of_site(&self, config: &Config) -> Option<SidebarRoot> {
        (!config.compares() && !self.tree.top().is_empty()).then_some(SidebarRoot::Site)
    }

    /// The pages that are made of others.
    pub fn generated(&self, config: &Config) -> impl Iterator<Item = Generated> + use<> {
        let (compares, cites, search) = (config.compares(), self.cites(), config.output.search);
        let (balance, evidence) = (self.has_balance(config), compares && self.has_evidence());
        let (charts, status) = (self.has_charts(config), config.output.status);
        Generated::ALL.into_iter().filter(move |page| match page {
            Generated::Matrix => compares,
            Generated::Balance => balance,
            Generated::Evidence => evidence,
            Generated::Charts => charts,
            Generated::Sources => cites,
            Generated::Search => search,
            Generated::Status => status,
        })
    }

    /// Whether the scale has an address of its own: where there is one that is short enough for a picture, and charts have.
    pub fn has_scale(&self, config: &Config) -> bool {
        let values = self.dimensions.len() * config.subjects.len();
        config.output.charts && (1..=charts::MOST_VALUES).contains(&values)
    }

    /// Whether any chart has an address of its own, or the scale.
    pub fn has_charts(&self, config: &Config) -> bool {
        self.has_page_charts || self.has_scale(config)
    }

    /// The files that are made of others: documentation has a feed if its pages have dates.
    pub fn site_files(&self, config: &Config) -> impl Iterator<Item = SiteFile> + use<> {
        let (compares, history, epub) = (config.compares(), self.has_history(), config.output.epub);
        let feeds = compares || self.pages.iter().any(|page| page.changed().is_some_and(Date::is_day));
        SiteFile::ALL.into_iter().filter(move |file| match file {
            SiteFile::Feed => feeds,
            SiteFile::Judgements => compares && history,
            SiteFile::MatrixCsv => compares,
            SiteFile::Book => epub,
            SiteFile::Sitemap | SiteFile::Robots | SiteFile::Icon | SiteFile::TouchIcon | SiteFile::Manifest => true,
        })
    }

    /// Whether it has a bibliography.
    pub fn cites(&self) -> bool {
        !self.bibliography.is_empty()
    }

    /// How many sources are cited.
    pub fn cited_sources(&self) -> usize {
        self.cited_by.iter().filter(|pages| !pages.is_empty()).count()
    }
}

/// Which part of a page a fault is about; the page's words know where that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A link, by its number.
    Link(usize),
    /// A citation or footnote, by its number.
    Note(usize),
    /// What stands alone in square brackets, by its number.
    Bracketed(usize),
    /// An image, by its number.
    Image(usize),
    /// A section, by its number; none for the file as a whole.
    Section(Option<usize>),
    /// A section that is behind, by its number, and its counterpart in the language whose text has changed; none for the
    /// head of the page.
    Behind {
        /// The number of the section.
        section: Option<usize>,
        /// The language whose text has changed.
        newer: LanguageId,
        /// The number of the section there.
        changed: Option<usize>,
        /// Which bytes of the section the fault is about, from its beginning; none for its heading.
        within: Option<[usize; 2]>,
    },
    /// An id that a link may lead to, by its number.
    Anchor(usize),
    /// Another name of the page, by its number.
    Alias(usize),
    /// An old path in the front matter, by its number.
    Redirect(usize),
    /// A place that is known already.
    Known(Span),
}

/// A fault of a page among others.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The page.
    pub page: PageId,
    /// The language of its words.
    pub language: LanguageId,
    /// Where in them.
    pub place: Place,
    /// The fault, without its place.
    pub diagnostic: Diagnostic,
}

/// What stands around the pages of a site.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The files of `static/`.
    pub statics: &'a [Asset],
    /// The pages that are left out because they are drafts.
    pub drafts: &'a Drafts<'a>,
    /// Where folders stand on the site.
    pub addresses: &'a FolderAddresses,
    /// What the languages were when they were last said to agree.
    pub lock: &'a Lock,
}

/// Puts pages and groups together. The inputs come sorted by path. `today`, if given, is the day against which dates are held; `around` is what the site has beside
/// its pages.
pub fn assemble(
    config: &Config,
    inputs: Vec<Arc<PageInput>>,
    bibliography: Arc<[SourceEntry]>,
    around: &Around<'_>,
    today: Option<Date>,
) -> (Site, Vec<Fault>, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let mut diagnostics = Vec::new();
    let units = parallel::parallel_units(&inputs, config);
    let (groups, inputs): (Vec<_>, Vec<_>) = inputs.into_iter().partition(|input| input.is_group());
    let inputs = inputs.into_iter().zip(units);
    let page = |(input, parallel): (Arc<PageInput>, _)| {
        let own_address = around.addresses.other_than_path(&input.path);
        Page { parallel, own_address, ..Page::new(input, config) }
    };
    let pages: Vec<Page> = inputs.map(page).collect();
    let by_address = |(at, page): (usize, &Page)| Some((page.own_address.clone()?, PageId(at)));
    let by_address = pages.iter().enumerate().filter_map(by_address).collect();
    let tree = Tree::new(config, &pages, groups, around, &mut diagnostics);
    let kinds: Vec<PageKind> = pages.iter().map(|page| page.input.kind).collect();
    let of_kind =
        |kind: PageKind| kinds.iter().enumerate().filter(move |(_, own)| **own == kind).map(|(at, _)| PageId(at));
    // All of them stand below one page, be it their own section or home.
    let parent = of_kind(PageKind::Dimension).next().and_then(|page| tree.parent(Tree::node(page)));
    let siblings = parent.map_or(tree.top(), |parent| tree.children(parent)).iter();
    let siblings = siblings.filter_map(|node| tree.page(*node));
    let dimensions = siblings.filter(|id| kinds[id.0] == PageKind::Dimension).collect();
    let terms = of_kind(PageKind::Term).collect();
    let mut site = Site {
        dimensions,
        terms,
        tree,
        bibliography,
        cited_by: Vec::new(),
        pages,
        today,
        has_page_charts: false,
        by_address,
    };
    neighbours::connect(&mut site, config);
    charts::place(&mut site, config, &mut faults);
    resolve::resolve(&mut site, config, around, &mut faults);
    checks::check(&site, config, around, &mut faults, &mut diagnostics);
    (site, faults, diagnostics)
}
