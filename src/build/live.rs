//! A site that is being edited: every stage's result stays in memory, typed, and a change does again what it touches. An
//! edit of a text is one parse; documents are rendered when they are asked for, and so is what needs all pages.
//!
//! Invariant: without errors, every file that is asked for is the same, byte for byte, as a build from nothing would write.
//! A folder with errors is shown as it is now, as far as it can be read. Where the settings or the theme have errors, or nothing
//! of a folder can be read, what was there before stays on show.

mod folder;
mod model;
mod origin;
mod texts;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

use bytes::Bytes;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::configure::{configure, is_configured, levels};
use super::link::{LinkedSite, bibliography, link, no_page};
use super::live_search::{LiveIndex, LiveSearch};
use super::locked::locked;
use super::options::Options;
use super::parse::Parser;
use super::place::place;
use super::report::{Build, counts, restore_sources};
use super::routes::{Route, Routes};
use super::theme::{load_theme, templates_digest};
use crate::cache::PackedText;
use crate::config::Config;
use crate::content::{HighlightCache, PageText, SourceEntry};
use crate::diagnostic::{Diagnostic, has_errors, human, sort, without_consequences};
use crate::render::{Document, Input, NoImageStore, PageTexts, Renderer, SharedViews, Theme};
use crate::search::format::is_index_file;
use crate::site::PageId;
use crate::tree::{Change, Folder, History, SourceTree, TreeEntry, discover, discover_again, entry_at, head};

use folder::{LiveFolder, OnError};
pub use model::SiteModel;

/// Highlighted code is forgotten beyond so many bytes: each edit of a block leaves another version of it.
const HIGHLIGHTS: usize = 32 << 20;

/// The site under a root, kept up to date.
///
/// ```no_run
/// use std::collections::BTreeSet;
///
/// use muwazana::build::{Options, Workspace};
/// use muwazana::content::HighlightCache;
/// use muwazana::tree::Change;
///
/// let mut workspace = Workspace::open("my-site".into(), Options::default(), HighlightCache::default());
/// // The file is written, and whoever watches the folder says so:
/// let work = workspace.update(&Change::Paths(BTreeSet::from(["content/about/en.md".to_owned()])));
/// assert!(!work.listed, "an edited text is one parse");
/// let page = workspace.file("en/about/index.html");
/// ```
pub struct Workspace {
    root: PathBuf,
    options: Options,
    on_error: OnError,
    tree: SourceTree,
    tree_faults: Vec<Diagnostic>,
    history: History,
    highlights: HighlightCache,
    config: Option<Config>,
    config_faults: Vec<Diagnostic>,
    /// By folder of the tree.
    folders: Vec<LiveFolder>,
    /// The folder of each text file of a page, by its path.
    folder_of_file: FxHashMap<String, usize>,
    bibliography: Arc<[SourceEntry]>,
    bibliography_faults: Vec<Diagnostic>,
    theme: Option<Theme>,
    theme_faults: Vec<Diagnostic>,
    /// A digest of the templates of the theme.
    templates: String,
    linked: Option<Linked>,
}

/// The site as it is linked, and what was made of it on request.
struct Linked {
    site: LinkedSite,
    /// `None` while no theme has loaded.
    shared: Option<SharedViews>,
    /// Faults by page, placed.
    placed: BTreeMap<PageId, Vec<Diagnostic>>,
    routes: OnceLock<Routes>,
    search: Mutex<LiveSearch>,
}

/// What an update had to do, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UpdateWork {
    /// Page folders that were parsed.
    pub parsed: usize,
    /// Whether the site was linked again.
    pub linked: bool,
    /// Whether the tree was listed again.
    pub listed: bool,
}

impl UpdateWork {
    /// Whether nothing had to be done.
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

impl Workspace {
    /// Reads the site under a root, with code that has been highlighted before. The commit of the options is the one that is
    /// checked out.
    pub fn open(root: PathBuf, options: Options, highlights: HighlightCache) -> Self {
        Self::read(root, options, highlights, OnError::KeepLast)
    }

    /// The same for a writer: it says of the site what a build from nothing says, whatever is wrong. It is not to be shown.
    pub fn open_for_writing(root: PathBuf, options: Options) -> Self {
        Self::read(root, options, HighlightCache::default(), OnError::Take)
    }

    fn read(root: PathBuf, options: Options, highlights: HighlightCache, on_error: OnError) -> Self {
        let options = Options { commit: head(&root), ..options };
        let history = options.commit.as_deref().map(|commit| History::read(&root, commit)).unwrap_or_default();
        let (tree, tree_faults) = discover(&root);
        let mut workspace = Self {
            root,
            options,
            on_error,
            tree,
            tree_faults,
            history,
            highlights,
            config: None,
            config_faults: Vec::new(),
            folders: Vec::new(),
            folder_of_file: FxHashMap::default(),
            bibliography: Arc::default(),
            bibliography_faults: Vec::new(),
            theme: None,
            theme_faults: Vec::new(),
            templates: String::new(),
            linked: None,
        };
        workspace.take_tree(&SourceTree::default(), true);
        workspace
    }

    /// The code that has been highlighted.
    pub fn highlights(&self) -> &HighlightCache {
        &self.highlights
    }

    /// Puts texts that an editor holds in the place of files, or where there is none any more takes the files again, and
    /// does again what that touches.
    pub fn set_unsaved<'t>(&mut self, texts: impl Iterator<Item = (&'t str, Option<&'t str>)>) -> UpdateWork {
        let mut paths = BTreeSet::new();
        for (path, text) in texts {
            self.tree.sources.set_unsaved(path, text);
            paths.insert(path.to_owned());
        }
        self.update(&Change::Paths(paths))
    }

    /// Does again what a change touches.
    pub fn update(&mut self, change: &Change) -> UpdateWork {
        let edited = match change {
            Change::Paths(paths) => self.edited_folders(paths.iter().map(String::as_str)),
            Change::Commit | Change::Everything => None,
        };
        if let Some(edited) = edited {
            return self.reparse(&edited);
        }
        let commit = match change {
            Change::Paths(_) => self.options.commit.clone(),
            Change::Commit | Change::Everything => head(&self.root),
        };
        let mut history_changed = false;
        if commit != self.options.commit {
            let history = commit.as_deref().map(|commit| History::read(&self.root, commit)).unwrap_or_default();
            history_changed = history != self.history;
            (self.history, self.options.commit) = (history, commit);
        }
        if *change == Change::Commit && !history_changed {
            return UpdateWork::default();
        }
        let (tree, faults) = discover_again(&self.root, &self.tree);
        let earlier = std::mem::replace(&mut self.tree, tree);
        self.tree_faults = faults;
        self.take_tree(&earlier, history_changed)
    }

    /// The folders whose texts have been edited; `None` if more than texts may have changed.
    fn edited_folders<'a>(&self, paths: impl Iterator<Item = &'a str>) -> Option<Vec<usize>> {
        let mut edited = Vec::new();
        for path in paths {
            let entry = match self.tree.sources.unsaved(path) {
                Some(_) => TreeEntry::File,
                None => entry_at(&self.root, path),
            };
            match (self.folder_of_file.get(path), entry) {
                (Some(folder), TreeEntry::File) => edited.push(*folder),
                // Editors write beside a file for a moment.
                (None, TreeEntry::Nothing) if !self.tree.holds(path) => {}
                _ => return None,
            }
        }
        edited.sort_unstable();
        edited.dedup();
        (self.linked.is_some()).then_some(edited)
    }

    /// Parses folders again; the site is linked again only if another page could see a difference.
    fn reparse(&mut self, edited: &[usize]) -> UpdateWork {
        let mut work = UpdateWork { parsed: edited.len(), ..UpdateWork::default() };
        let Some(config) = &self.config else { return work };
        let parser = parser(&self.root, config, &self.tree, &self.highlights, &self.history);
        let folders = &self.tree.folders;
        let parsed: Vec<_> = edited.par_iter().map(|at| (*at, parser.folder(&folders[*at], None))).collect();
        for (at, parsed) in parsed {
            // A file that was changed in this moment may change again: what is listed next does not rely on its stamp.
            self.tree.folders[at].forget_stamps();
            work.linked |= self.folders[at].take(parsed, &self.tree.folders[at], &mut self.tree.sources, self.on_error);
        }
        self.bound_highlights();
        if work.linked {
            self.relink();
        } else {
            self.refresh(edited);
        }
        work
    }

    /// Follows edits that no other page can see: freshness, the places of faults, and what is made of all text.
    fn refresh(&mut self, edited: &[usize]) {
        let (Some(config), Some(linked)) = (&self.config, &mut self.linked) else { return };
        let pages: Vec<PageId> = edited.iter().filter_map(|at| linked.site.pages[*at]).collect();
        for page in pages {
            let LinkedSite { lock, site, freshness, folders, .. } = &mut linked.site;
            freshness.update(lock, site, page, &self.folders[folders[page.0]].parsed.section_digests, config);
            let behind = linked.site.freshness.faults(&linked.site.site, config);
            let faults = linked.site.faults.iter().chain(&behind).filter(|fault| fault.page == page);
            let placed = place(faults, |page| text(&linked.site, &self.folders, page));
            linked.placed.insert(page, placed);
            locked(&linked.search).page_changed(page);
        }
    }

    /// Follows a tree that was listed again: whatever differs from the earlier one is read.
    fn take_tree(&mut self, earlier: &SourceTree, all: bool) -> UpdateWork {
        let same_settings = self.config.as_ref().is_some_and(|config| is_configured(config, earlier, &self.tree));
        if !same_settings {
            let (config, faults) = configure(&self.tree, &self.options);
            let keep = self.keeps_last(&faults) && self.config.is_some() || config.is_none();
            self.config = if keep { self.config.take() } else { config };
            self.config_faults = faults;
        }
        let Some(config) = &self.config else { return UpdateWork { listed: true, ..UpdateWork::default() } };
        let mut old: FxHashMap<&str, (&Folder, LiveFolder)> = FxHashMap::default();
        if same_settings && !all {
            let folders = earlier.folders.iter().zip(std::mem::take(&mut self.folders));
            old.extend(folders.map(|(folder, live)| (folder.path.as_str(), (folder, live))));
        }
        let parser = parser(&self.root, config, &self.tree, &self.highlights, &self.history);
        let is_unchanged =
            |folder: &Folder| old.get(folder.path.as_str()).is_some_and(|(before, _)| before.has_same_files(folder));
        let parse = |folder: &Folder| (!is_unchanged(folder)).then(|| parser.folder(folder, None));
        let parsed: Vec<_> = self.tree.folders.par_iter().map(parse).collect();
        let mut work = UpdateWork { linked: true, listed: true, ..UpdateWork::default() };
        let mut folders = Vec::with_capacity(parsed.len());
        for (at, parsed) in parsed.into_iter().enumerate() {
            let folder = &self.tree.folders[at];
            let mut live = old.remove(folder.path.as_str()).map(|(_, live)| live).unwrap_or_default();
            if let Some(parsed) = parsed {
                work.parsed += 1;
                live.take(parsed, folder, &mut self.tree.sources, self.on_error);
            }
            folders.push(live);
        }
        self.folders = folders;
        self.folder_of_file = folder_of_file(&self.tree);
        self.bound_highlights();
        self.take_bibliography(earlier);
        self.take_theme(earlier, same_settings);
        self.relink();
        work
    }

    fn take_bibliography(&mut self, earlier: &SourceTree) {
        if self.tree.bibliography_text() == earlier.bibliography_text() {
            return;
        }
        let (entries, faults) = bibliography(&self.tree);
        if !self.keeps_last(&faults) || self.bibliography.is_empty() {
            self.bibliography = entries.into();
        }
        self.bibliography_faults = faults;
    }

    fn take_theme(&mut self, earlier: &SourceTree, same_settings: bool) {
        let Some(config) = &self.config else { return };
        if same_settings && self.theme.is_some() && self.theme_faults.is_empty() && self.tree.has_same_theme(earlier) {
            return;
        }
        let (theme, faults) = load_theme(&self.tree, config);
        if theme.is_some() {
            self.templates = templates_digest(&self.tree);
        }
        self.theme = theme.or_else(|| self.theme.take());
        self.theme_faults = faults;
    }

    /// Links the site again, whole.
    fn relink(&mut self) {
        let Some(config) = &self.config else { return };
        let parsed = self.folders.iter().map(|folder| &folder.parsed);
        let site = link(config, parsed, self.bibliography.clone(), &self.tree, &self.options);
        let behind = site.freshness.faults(&site.site, config);
        let mut placed: BTreeMap<PageId, Vec<Diagnostic>> = BTreeMap::new();
        let mut pages: Vec<PageId> = site.faults.iter().chain(&behind).map(|fault| fault.page).collect();
        pages.sort_unstable();
        pages.dedup();
        let mut faults: FxHashMap<PageId, Vec<_>> = FxHashMap::default();
        for fault in site.faults.iter().chain(&behind) {
            faults.entry(fault.page).or_default().push(fault);
        }
        for page in pages {
            let faults = faults.remove(&page).unwrap_or_default();
            placed.insert(page, place(faults.into_iter(), |page| text(&site, &self.folders, page)));
        }
        let shared = self.theme.as_ref().map(|theme| {
            let LinkedSite { site, freshness, .. } = &site;
            SharedViews::new(&Input {
                config,
                site,
                freshness,
                theme,
                sources: &self.tree.sources,
                texts: None,
                images: &NoImageStore,
            })
        });
        self.linked = Some(Linked { site, shared, placed, routes: OnceLock::new(), search: Mutex::default() });
    }

    /// Whether a part that has these faults stays as it was.
    fn keeps_last(&self, faults: &[Diagnostic]) -> bool {
        self.on_error == OnError::KeepLast && has_errors(faults)
    }

    fn bound_highlights(&mut self) {
        if self.highlights.size() > HIGHLIGHTS {
            self.highlights = HighlightCache::default();
        }
    }

    /// A file of the site. `None` if there is no such file; an error if its template fails.
    pub fn file(&self, path: &str) -> Option<Result<Bytes, Diagnostic>> {
        let (config, theme, linked) = (self.config.as_ref()?, self.theme.as_ref()?, self.linked.as_ref()?);
        let LinkedSite { site, freshness, .. } = &linked.site;
        let shared = linked.shared.as_ref()?;
        let routes = linked.routes.get_or_init(|| Routes::new(config, site, theme));
        let sources = &self.tree.sources;
        let input = Input { config, site, freshness, theme, sources, texts: Some(self), images: &NoImageStore };
        match routes.get(path) {
            Some(Route::File(bytes)) => Some(Ok(bytes.clone())),
            Some(Route::Document(document)) => Some(self.render(&input, shared, *document)),
            Some(Route::Markdown(page, language)) => Some(Ok(self.markdown(*page, *language)?.into_bytes().into())),
            None if config.output.search && is_index_file(path) => match self.search_files(&input, linked, shared) {
                Ok(index) => index.files.get(path).cloned().map(Ok),
                Err(fault) => Some(Err(fault)),
            },
            None => None,
        }
    }

    /// What the file at a path is made of, but for those of the search index.
    fn route(&self, path: &str) -> Option<Route> {
        let (config, theme, linked) = (self.config.as_ref()?, self.theme.as_ref()?, self.linked.as_ref()?);
        linked.routes.get_or_init(|| Routes::new(config, &linked.site.site, theme)).get(path).cloned()
    }

    fn render(&self, input: &Input<'_>, shared: &SharedViews, document: Document) -> Result<Bytes, Diagnostic> {
        let renderer = Renderer::new(input, shared);
        let Some((page, linked)) = document.shows_text_of().zip(self.linked.as_ref()) else {
            return document.render(&renderer);
        };
        let text = text(&linked.site, &self.folders, page);
        document.render(&renderer.with_words(page, &text))
    }

    /// The search index as it is now.
    fn search_files(
        &self,
        input: &Input<'_>,
        linked: &Linked,
        shared: &SharedViews,
    ) -> Result<Arc<LiveIndex>, Diagnostic> {
        let text = |page| text(&linked.site, &self.folders, page);
        locked(&linked.search).update(input, shared, &text)
    }

    /// Whether there is a file, without making it; those of the search index are made for it.
    pub fn contains(&self, path: &str) -> bool {
        let (Some(config), Some(theme), Some(linked)) = (&self.config, &self.theme, &self.linked) else { return false };
        let routes = linked.routes.get_or_init(|| Routes::new(config, &linked.site.site, theme));
        routes.get(path).is_some() || (config.output.search && is_index_file(path) && self.file(path).is_some())
    }

    /// A digest of the templates that pages are made by: letters and digits.
    pub fn templates(&self) -> &str {
        &self.templates
    }

    /// What is wrong with a template, for a person.
    pub fn explain(&self, fault: Diagnostic) -> String {
        let (mut sources, mut faults) = (self.tree.sources.clone(), [fault]);
        restore_sources(&self.root, &mut sources, &mut faults);
        human(&sources, &faults, false)
    }

    /// The paths of all files, sorted; those of the search index are made for it.
    pub fn paths(&self) -> Vec<String> {
        let (Some(config), Some(theme), Some(linked)) = (&self.config, &self.theme, &self.linked) else {
            return Vec::new();
        };
        let LinkedSite { site, freshness, .. } = &linked.site;
        let routes = linked.routes.get_or_init(|| Routes::new(config, site, theme));
        let sources = &self.tree.sources;
        let input = Input { config, site, freshness, theme, sources, texts: None, images: &NoImageStore };
        let mut paths: Vec<String> = routes.paths().map(str::to_owned).collect();
        if let Some(shared) = linked.shared.as_ref().filter(|_| config.output.search) {
            let index = self.search_files(&input, linked, shared);
            paths.extend(index.iter().flat_map(|index| index.files.keys()).cloned());
        }
        paths.sort_unstable();
        paths
    }

    /// Everything that is wrong now, as a build tells it; without files.
    pub fn report(&self) -> Build {
        let mut diagnostics = self.tree_faults.clone();
        diagnostics.extend(self.config_faults.iter().cloned());
        diagnostics.extend(self.bibliography_faults.iter().chain(&self.theme_faults).cloned());
        diagnostics.extend(self.folders.iter().flat_map(|folder| &folder.faults).cloned());
        let mut build = Build::default();
        if let (Some(config), Some(linked)) = (&self.config, &self.linked) {
            build.counts = counts(config, &linked.site);
            build.base_path.clone_from(&config.base_url.path);
            diagnostics.extend((linked.site.folders.is_empty() && diagnostics.is_empty()).then(no_page));
            diagnostics.extend(linked.site.diagnostics.iter().cloned());
            for (page, placed) in &linked.placed {
                // Places in a text that is shown no more are none of the one that has the errors.
                if !self.folders[linked.site.folders[page.0]].is_kept {
                    diagnostics.extend(placed.iter().cloned());
                }
            }
        }
        if diagnostics.is_empty() {
            return build;
        }
        let mut sources = self.tree.sources.clone();
        if let Some(config) = &self.config {
            levels(config, &self.tree).apply(&sources, &mut diagnostics);
        }
        without_consequences(&mut diagnostics);
        sort(&sources, &mut diagnostics);
        restore_sources(&self.root, &mut sources, &mut diagnostics);
        (build.sources, build.diagnostics) = (sources, diagnostics);
        build
    }
}

fn parser<'a>(
    root: &'a Path,
    config: &'a Config,
    tree: &'a SourceTree,
    highlights: &'a HighlightCache,
    history: &'a History,
) -> Parser<'a> {
    Parser { root, config, sources: &tree.sources, highlights, history }
}

/// The text of a page by language.
fn text(linked: &LinkedSite, folders: &[LiveFolder], page: PageId) -> Vec<Option<PageText>> {
    folders[linked.folders[page.0]].parsed.text.as_ref().map(PackedText::unpack).unwrap_or_default()
}

fn folder_of_file(tree: &SourceTree) -> FxHashMap<String, usize> {
    let mut folders = FxHashMap::default();
    for (at, folder) in tree.folders.iter().enumerate() {
        for file in folder.words.iter().map(|words| words.file).chain(folder.facts) {
            folders.insert(tree.sources.get(file).path.clone(), at);
        }
    }
    folders
}
