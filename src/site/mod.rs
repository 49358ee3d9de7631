//! The frozen model of a site: pages and their faces, and everything that follows from them together: order, links
//! and backlinks, the terms and sources that pages use, the correspondence of sections. It is built whole, from faces
//! alone, and never changed.

mod checks;
mod dates;
mod face;
mod freshness;
mod names_of_files;
mod resolve;
mod sections;
mod tree;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::config::{Config, LanguageId};
use crate::content::{Facts, PageKind, SourceEntry};
use crate::diagnostic::Diagnostic;
use crate::text::{Date, Span};
use crate::tree::Asset;

pub use checks::redirect_path;
pub use face::Face;
pub use freshness::{Freshness, SectionDigests};
pub use resolve::{Destination, Resolved};

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
    /// The bibliography.
    Sources,
    /// Search, and all pages with their sections in a row.
    Search,
}

impl Generated {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Matrix, Self::Sources, Self::Search];

    /// Those that a site with these settings has.
    pub fn of_site(config: &Config) -> impl Iterator<Item = Self> {
        let search = config.output.search;
        Self::ALL.into_iter().filter(move |page| search || *page != Self::Search)
    }

    /// Its path below the language's folder.
    pub fn path(self) -> &'static str {
        match self {
            Self::Matrix => "matrix",
            Self::Sources => "sources",
            Self::Search => "search",
        }
    }
}

/// A file that is made of others and is no page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SiteFile {
    /// What has changed of late.
    Feed,
    /// The matrix for spreadsheets.
    MatrixCsv,
    /// All addresses, for search engines.
    Sitemap,
    /// What programs may read.
    Robots,
}

impl SiteFile {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Feed, Self::MatrixCsv, Self::Sitemap, Self::Robots];

    /// Its path, below the folder of a language if there is one for each.
    pub fn path(self) -> &'static str {
        match self {
            Self::Feed => "feed.xml",
            Self::MatrixCsv => "matrix/matrix.csv",
            Self::Sitemap => "sitemap.xml",
            Self::Robots => "robots.txt",
        }
    }

    /// Whether there is one for each language.
    pub fn is_of_language(self) -> bool {
        matches!(self, Self::Feed | Self::MatrixCsv)
    }
}

/// A page as the content gives it.
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
    /// Its face in each language of the site.
    pub faces: Vec<Option<Face>>,
    /// The other files of its folder.
    pub files: Vec<Asset>,
}

/// A page in its place among the others.
#[derive(Debug)]
pub struct Page {
    /// What the content gives.
    pub input: Arc<PageInput>,
    /// The page whose folder holds this one's.
    pub parent: Option<PageId>,
    /// In their order.
    pub children: Vec<PageId>,
    /// The sibling before it.
    pub previous: Option<PageId>,
    /// The sibling after it.
    pub next: Option<PageId>,
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
}

impl Page {
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

    /// The last part of the address at which it can be read in all its languages side by side; nothing for what is no
    /// dimension, has one language only, or where the site has no such documents.
    pub fn parallel_name(&self, config: &Config) -> Option<&str> {
        let is_wanted = config.output.parallel && self.input.kind.is_dimension();
        let languages = config.language_ids().filter(|language| self.speaks(*language)).count();
        (is_wanted && languages > 1).then(|| self.input.path.rsplit('/').next().unwrap_or_default())
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
    /// The pages at the top of the tree that are neither home nor the sections of dimensions and terms, in their order; also
    /// those in folders that have no page.
    pub ordinary: Vec<PageId>,
    /// Every source.
    pub bibliography: Arc<[SourceEntry]>,
    /// For each source, the pages that cite it in any language.
    pub cited_by: Vec<Vec<PageId>>,
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
    /// An image, by its number.
    Image(usize),
    /// A section, by its number; none for the file as a whole.
    Section(Option<usize>),
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

/// Puts pages together. The inputs come sorted by path, and each has words in at least one language. `today`, if
/// given, is the day against which dates are held; `around` is what the site has beside
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
    let pages = tree::build_tree(inputs, &mut diagnostics);
    let of_kind = |kind: PageKind, pages: &[Page]| -> Vec<PageId> {
        (0..pages.len()).map(PageId).filter(|id| pages[id.0].input.kind == kind).collect()
    };
    let top = |path: &str| pages.binary_search_by(|page| page.input.path.as_str().cmp(path)).ok();
    let dimensions = match top("dimensions") {
        Some(at) => pages[at].children.clone(),
        None => tree::in_order(of_kind(PageKind::Dimension, &pages), &pages),
    };
    let is_home = |id: PageId| pages[id.0].input.path.is_empty();
    let ordinary = (0..pages.len()).map(PageId).filter(|id| {
        let page = &pages[id.0];
        // In a folder without a page of its own, a page is at the top: else no list would lead to it.
        page.input.kind == PageKind::Ordinary && page.parent.is_none_or(is_home)
    });
    let ordinary = tree::in_order(ordinary.collect(), &pages);
    let terms = of_kind(PageKind::Term, &pages);
    let mut site = Site { dimensions, terms, ordinary, bibliography, cited_by: Vec::new(), pages };
    resolve::resolve(&mut site, config, around, &mut faults);
    checks::check(&site, config, around, today, &mut faults, &mut diagnostics);
    (site, faults, diagnostics)
}
