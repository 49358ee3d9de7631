//! The frozen model of a site: pages and their faces, and everything that follows from them together: order, links
//! and backlinks, the terms and sources that pages use, the correspondence of sections. It is built whole, from faces
//! alone, and never changed.

mod balance;
mod charts;
mod checks;
mod dates;
mod evidence;
mod face;
mod freshness;
mod names_of_files;
mod neighbours;
mod order;
mod parallel;
mod resolve;
mod sections;
mod standing;
mod tree;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::config::{Config, LanguageId};
use crate::content::{Facts, PageKind, ParallelUnit, SourceEntry};
use crate::diagnostic::Diagnostic;
use crate::text::{Date, Span};
use crate::tree::Asset;

pub use balance::{Distance, MOST_WEIGHT, SharedSources, extremes, strongest, weigh};
pub use charts::{ChartPlace, SCALE};
pub use checks::{is_address_name, redirect_path};
pub use evidence::SourceCounts;
pub use face::{ChartFace, Face};
pub use freshness::{Freshness, SectionDigests};
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

/// A page that is made of others and has no folder of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Generated {
    /// All dimensions by all subjects.
    Matrix,
    /// How alike the subjects come out as a reader weighs the dimensions.
    Balance,
    /// What the judgements rest on.
    Evidence,
    /// The charts, and the scale.
    Charts,
    /// The bibliography.
    Sources,
    /// Search, and all pages with their sections in a row.
    Search,
    /// How far the languages go together.
    Status,
}

impl Generated {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Matrix, Self::Balance, Self::Evidence, Self::Charts, Self::Sources, Self::Search, Self::Status];

    /// Its path below the language's folder.
    pub fn path(self) -> &'static str {
        match self {
            Self::Matrix => "matrix",
            Self::Balance => "balance",
            Self::Evidence => "evidence",
            Self::Charts => "charts",
            Self::Sources => "sources",
            Self::Search => "search",
            Self::Status => "status",
        }
    }
}

/// A file that is made of others and is no page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SiteFile {
    /// What has changed of late.
    Feed,
    /// How judgements have changed.
    Judgements,
    /// The matrix for spreadsheets.
    MatrixCsv,
    /// All addresses, for search engines.
    Sitemap,
    /// What programs may read.
    Robots,
    /// The marks of the first two subjects.
    Icon,
    /// The same for telephones.
    TouchIcon,
    /// What a browser needs to keep the site among its programs.
    Manifest,
    /// The pages as a book.
    Book,
}

impl SiteFile {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Feed,
        Self::Judgements,
        Self::MatrixCsv,
        Self::Sitemap,
        Self::Robots,
        Self::Icon,
        Self::TouchIcon,
        Self::Manifest,
        Self::Book,
    ];

    /// Its path, below the folder of a language if there is one for each.
    pub fn path(self) -> &'static str {
        match self {
            Self::Feed => "feed.xml",
            Self::Judgements => "evidence/changes.xml",
            Self::MatrixCsv => "matrix/matrix.csv",
            Self::Sitemap => "sitemap.xml",
            Self::Robots => "robots.txt",
            Self::Icon => "icon.svg",
            Self::TouchIcon => "apple-touch-icon.png",
            Self::Manifest => "site.webmanifest",
            Self::Book => "book.epub",
        }
    }

    /// Whether there is one for each language.
    pub fn is_of_language(self) -> bool {
        matches!(self, Self::Feed | Self::Judgements | Self::MatrixCsv | Self::Manifest | Self::Book)
    }
}

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

    /// The last part of its path, by which it is known; empty for home.
    pub fn name(&self) -> &str {
        self.input.path.rsplit('/').next().unwrap_or_default()
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

    /// Whether the scale has an address of its own: where there is one, and charts have.
    pub fn has_scale(&self, config: &Config) -> bool {
        config.output.charts && config.compares() && !self.dimensions.is_empty()
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
    },
    /// An id that a link may lead to, by its number.
    Anchor(usize),
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
    /// The paths of pages that are left out because they are drafts.
    pub drafts: &'a [&'a str],
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
    let pages: Vec<Page> = inputs.map(|(input, parallel)| Page { parallel, ..Page::new(input, config) }).collect();
    let tree = Tree::new(config, &pages, groups, around.drafts, &mut diagnostics);
    let kinds: Vec<PageKind> = pages.iter().map(|page| page.input.kind).collect();
    let of_kind =
        |kind: PageKind| kinds.iter().enumerate().filter(move |(_, own)| **own == kind).map(|(at, _)| PageId(at));
    // All of them stand below one page, be it their own section or home.
    let parent = of_kind(PageKind::Dimension).next().and_then(|page| tree.parent(Tree::node(page)));
    let siblings = parent.map_or(tree.top(), |parent| tree.children(parent)).iter();
    let siblings = siblings.filter_map(|node| tree.page(*node));
    let dimensions = siblings.filter(|id| kinds[id.0] == PageKind::Dimension).collect();
    let terms = of_kind(PageKind::Term).collect();
    let mut site =
        Site { dimensions, terms, tree, bibliography, cited_by: Vec::new(), pages, today, has_page_charts: false };
    neighbours::connect(&mut site, config);
    charts::place(&mut site, config, &mut faults);
    resolve::resolve(&mut site, config, around, &mut faults);
    checks::check(&site, config, around, &mut faults, &mut diagnostics);
    (site, faults, diagnostics)
}
