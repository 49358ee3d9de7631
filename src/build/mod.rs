//! One build from the tree to finished files: reads, parses, links and renders, gathers what every stage found wrong, and
//! does again only what a change since an earlier build makes necessary. It decides neither what is written nor what is
//! printed.
//!
//! What a document shows comes from the site, which is made of faces, and from the text of its own page. So where only text
//! has changed and every face is as it was, only the documents of those pages are rendered, and their segments of the search
//! index made again; where anything else has changed, everything is.

mod agreed_texts;
mod alike;
mod appearance;
mod configure;
mod external_addresses;
mod heading_ids;
mod incremental;
mod interface;
mod language_files;
mod link;
mod live;
mod live_search;
mod locked;
mod message_lines;
mod message_names;
mod message_slips;
mod options;
mod parse;
mod place;
mod progress;
mod renamed_pages;
mod report;
mod routes;
mod style_sheet;
mod texts;
mod theme;
mod translation_changes;
mod translation_status;
mod unread_messages;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::cache::{
    Cache, CachedPageRef, EarlierOutputs, OutputRecord, PackedText, ReadOnlyParts, Snapshot, SnapshotInput,
};
use crate::config::Config;
use crate::content::{AddressesLock, Coverage, PageText};
use crate::diagnostic::{Code, Diagnostic, has_errors, without_consequences};
use crate::render::{self, DependsOn, ImageStore, NoImages, Output, OutputSink, PageTexts, PendingText, RenderScope};
use crate::search::index::{IndexStore, IndexUpdate, SearchIndex};
use crate::site::{FolderAddresses, PageId};
use crate::tree::{History, SourceTree, discover};
use configure::{configure, levels};
pub use external_addresses::ExternalAddress;
use external_addresses::ExternalAddresses;
use incremental::PartialRebuild;
use link::{LinkedSite, addresses_lock, bibliography, link, no_page};
pub use live::{SiteModel, UpdateWork, Workspace};
use locked::locked;
pub use options::Options;
use parse::{MarkdownCopies, ParsedFolder, Parser};
use place::place;
pub use progress::{NoProgress, Progress, Stage};
pub use report::{Build, Work};
use report::{MemorySink, NoSink};
use texts::BuildTexts;
use theme::load_theme;
pub use translation_changes::{SectionChange, translation_changes};
pub use translation_status::{LanguageStatus, PageStatus, TranslationStatus};

/// Builds the site under `root`, in memory.
///
/// ```
/// use muwazana::build::{Options, build};
/// use muwazana::diagnostic::human;
///
/// # let folder = tempfile::tempdir()?;
/// # let root = folder.path();
/// # std::fs::create_dir(root.join("content"))?;
/// std::fs::write(root.join("site.toml"), r##"
/// base_url = "https://example.org/"
/// languages = [{ tag = "en", name = "English" }]
/// subjects = [
///   { id = "tea", name = { en = "Tea" }, accent = "#2f6b3a" },
///   { id = "coffee", name = { en = "Coffee" }, accent = "#6b3f2a" },
/// ]
/// "##)?;
/// std::fs::write(root.join("content/en.md"), "+++\ntitle = \"Cups\"\nsummary = \"Two drinks.\"\n+++\n")?;
/// let built = build(root, &Options::default());
/// assert_eq!(built.faults(), (0, 0), "{}", human(&built.sources, &built.diagnostics, false));
/// assert!(built.outputs.iter().any(|output| output.path == "index.html"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn build(root: &Path, options: &Options) -> Build {
    build_with(root, options, &Cache::default())
}

/// The same with a cache of what has been highlighted before.
pub fn build_with(root: &Path, options: &Options, cache: &Cache<'_>) -> Build {
    let outputs = MemorySink::default();
    let mut build = build_into(root, options, cache, &outputs, &NoProgress);
    if build.faults().0 == 0 {
        build.outputs = outputs.into_outputs();
    }
    build
}

/// What is wrong with the site under `root`: all that a build of it finds, without its files.
pub fn check(root: &Path, options: &Options) -> Build {
    build_into(root, options, &Cache::default(), &NoSink, &NoProgress)
}

/// Builds the site under `root` and emits its files as they are finished; they are of use only if there turns out to
/// be no error.
pub fn build_into(
    root: &Path,
    options: &Options,
    cache: &Cache<'_>,
    sink: &dyn OutputSink,
    progress: &dyn Progress,
) -> Build {
    let (tree, faults) = discover(root);
    let snapshot = match cache.snapshot(&tree) {
        Some(snapshot) if snapshot.is_unchanged(options.today, sink) => return unchanged(snapshot, sink),
        snapshot => snapshot,
    };
    let history = options.commit.as_deref().map(|commit| History::read(root, commit)).unwrap_or_default();
    let pipeline = Pipeline { root, options, cache, sink, progress, history: &history };
    pipeline.run(tree, faults, snapshot).unwrap_or_else(|CacheMiss| {
        sink.restart();
        let (tree, faults) = discover(root);
        pipeline.run(tree, faults, None).unwrap_or_else(|CacheMiss| {
            let fault = Diagnostic::error(Code::Unreadable, "the index of the search cannot be made");
            let fault = fault.help("remove the folder .muwazana, which can be made again, and report this");
            Build { diagnostics: vec![fault], ..Build::default() }
        })
    })
}

/// Nothing is to be done: every file is as the earlier build left it.
fn unchanged(snapshot: Snapshot<'_>, sink: &dyn OutputSink) -> Build {
    let (counts, base_path) = (snapshot.counts(), snapshot.base_path());
    snapshot.split_outputs(&BTreeSet::new()).all().for_each(|output| sink.reuse(output.path()));
    Build { counts, base_path, ..Build::default() }
}

/// How far the languages of the site under `root` go together; with drafts, where the options want them. Nothing is rendered; the build has what was found wrong.
pub fn translation_status(root: &Path, options: &Options) -> (TranslationStatus, Build) {
    let (mut tree, mut diagnostics) = discover(root);
    let (cache, history) = (Cache::default(), History::default());
    let (sink, progress) = (&MemorySink::default(), &NoProgress);
    let pipeline = Pipeline { root, options, cache: &cache, sink, progress, history: &history };
    let Some(Prepared { config, linked, parsed }) = pipeline.prepare(&mut tree, None, &mut diagnostics) else {
        return (TranslationStatus::default(), Build::of_faults(tree.sources, diagnostics));
    };
    diagnostics.extend(load_theme(&tree, &config).1);
    let mut build = Build::of_site(&config, &linked, &parsed.folders);
    build.diagnose(root, tree.sources, diagnostics, &config.levels);
    (TranslationStatus::new(&config, linked, &parsed.folders), build)
}

/// The addresses that the site under `root` has been published with, and those that it has now. Nothing is rendered; the build
/// has what was found wrong.
pub fn known_addresses(root: &Path, options: &Options) -> (AddressesLock, BTreeSet<String>, Build) {
    let (mut tree, mut diagnostics) = discover(root);
    let (cache, history) = (Cache::default(), History::default());
    let (sink, progress) = (&MemorySink::default(), &NoProgress);
    let pipeline = Pipeline { root, options, cache: &cache, sink, progress, history: &history };
    let Some(Prepared { config, linked, parsed }) = pipeline.prepare(&mut tree, None, &mut diagnostics) else {
        return (AddressesLock::default(), BTreeSet::new(), Build::of_faults(tree.sources, diagnostics));
    };
    let addresses = render::published_addresses(&config, &linked.site, &tree.assets);
    let lock = addresses_lock(&tree);
    let mut build = Build::of_site(&config, &linked, &parsed.folders);
    build.diagnose(root, tree.sources, diagnostics, &config.levels);
    (lock, addresses, build)
}

/// What the snapshot refers to is not in the cache any more, or no longer what this day asks for.
struct CacheMiss;

/// The stages of a build, with what does not change between them.
struct Pipeline<'a> {
    root: &'a Path,
    options: &'a Options,
    cache: &'a Cache<'a>,
    sink: &'a dyn OutputSink,
    progress: &'a dyn Progress,
    history: &'a History,
}

/// Page folders, parsed, and what is reused of an earlier build.
struct ParsedSite {
    folders: Vec<ParsedFolder>,
    /// `None` where everything was parsed.
    partial: Option<PartialRebuild>,
}

/// A site that is ready to be rendered.
struct Prepared {
    config: Config,
    linked: LinkedSite,
    parsed: ParsedSite,
}

/// What rendering has made, for the next build.
struct Artifacts {
    outputs: Vec<(String, DependsOn)>,
    reused: Vec<OutputRecord>,
    index: SearchIndex,
    rendered: usize,
}

impl Pipeline<'_> {
    /// Builds the site, with what an earlier build has left; without a snapshot, nothing can be missed in the cache.
    fn run(
        &self,
        mut tree: SourceTree,
        mut diagnostics: Vec<Diagnostic>,
        snapshot: Option<Snapshot<'_>>,
    ) -> Result<Build, CacheMiss> {
        let overdue = snapshot.as_ref().map(|snapshot| snapshot.counts().sources.overdue);
        let Some(prepared) = self.prepare(&mut tree, snapshot, &mut diagnostics) else {
            return Ok(Build::of_faults(tree.sources, diagnostics));
        };
        let Prepared { config, linked, mut parsed } = prepared;
        let mut build = Build::of_site(&config, &linked, &parsed.folders);
        // Where a source has passed its date since, pages that have not changed themselves say so.
        if parsed.partial.is_some() && overdue.is_some_and(|overdue| overdue != build.counts.sources.overdue) {
            return Err(CacheMiss);
        }
        if self.options.addresses {
            build.addresses = parsed.addresses(&linked);
            build.levels = config.levels.clone();
        }
        let coverage = parsed.coverage();
        let mut artifacts = None;
        let (theme, faults) = load_theme(&tree, &config);
        diagnostics.extend(faults);
        if let Some(theme) = theme {
            let LinkedSite { site, freshness, .. } = &linked;
            let parser = self.parser(&tree, &config);
            let texts = BuildTexts::new(parser, &tree, &config, &linked, &parsed.folders);
            let images: &dyn ImageStore = if self.options.faults_only { &NoImages } else { self.cache };
            let (theme, sources, texts) = (&theme, &tree.sources, Some(&texts as &dyn PageTexts));
            let input = render::Input { config: &config, site, freshness, theme, sources, texts, images };
            artifacts = Some(self.render(&input, &linked, &mut parsed, &mut diagnostics)?);
        }
        build.work.rendered = artifacts.as_ref().map_or(0, |artifacts| artifacts.rendered);
        build.work.highlighted = self.cache.highlights().highlighted();
        build.diagnose(self.root, tree.sources, diagnostics, &config.levels);
        if let Some(artifacts) = artifacts.filter(|_| build.faults().0 == 0) {
            let pages = linked.pages.iter().zip(&parsed.folders);
            build.pending = self.cache.pending_snapshot(SnapshotInput {
                files: tree.stamps,
                counts: build.counts,
                base_path: build.base_path.clone(),
                today: self.options.today,
                had_no_diagnostics: build.diagnostics.is_empty(),
                pages: pages.map(|(page, folder)| cached_page(*page, folder)).collect(),
                outputs: artifacts.outputs,
                reused: artifacts.reused,
                index: artifacts.index,
                coverage,
            });
        }
        Ok(build)
    }

    /// Everything that comes before rendering; `None` without usable settings.
    fn prepare(
        &self,
        tree: &mut SourceTree,
        snapshot: Option<Snapshot<'_>>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Prepared> {
        let (config, faults) = configure(tree, self.options);
        diagnostics.extend(faults);
        let config = config?;
        let mut parsed = self.parse(tree, &config, snapshot);
        for folder in &mut parsed.folders {
            // What is left to be written in a draft is a matter of those who see it.
            let is_unseen = !self.options.drafts && folder.page.as_ref().is_some_and(|page| page.facts.draft);
            let is_told = |fault: &&Diagnostic| !is_unseen || fault.code != Code::Placeholder;
            diagnostics.extend(folder.faults.iter().filter(is_told).cloned());
            folder.sources.drain(..).for_each(|(file, source)| tree.sources.fill(file, source));
        }
        let (sources, faults) = bibliography(tree);
        diagnostics.extend(faults);
        let mut linked = link(&config, parsed.folders.iter(), sources.into(), tree, self.options);
        diagnostics.extend((linked.folders.is_empty() && diagnostics.is_empty()).then(no_page));
        diagnostics.append(&mut linked.diagnostics);
        diagnostics.extend(self.place(tree, &config, &linked, &mut parsed));
        levels(&config, tree).apply(&tree.sources, diagnostics);
        without_consequences(diagnostics);
        Some(Prepared { config, linked, parsed })
    }

    fn parser<'b>(&'b self, tree: &'b SourceTree, config: &'b Config) -> Parser<'b> {
        let (sources, highlights) = (&tree.sources, self.cache.highlights());
        Parser { root: self.root, config, sources, highlights, history: self.history }
    }

    /// Parses what has changed, or else everything.
    fn parse(&self, tree: &SourceTree, config: &Config, snapshot: Option<Snapshot<'_>>) -> ParsedSite {
        let parser = self.parser(tree, config);
        let addresses = &FolderAddresses::default();
        let copies = MarkdownCopies { sink: self.sink, statics: &tree.assets, drafts: self.options.drafts, addresses };
        let partial = snapshot.and_then(|snapshot| parser.changed(&tree.folders, snapshot, &copies, self.progress));
        match partial {
            Some(mut partial) => ParsedSite { folders: std::mem::take(&mut partial.folders), partial: Some(partial) },
            None => ParsedSite { folders: parser.all(&tree.folders, &copies, self.progress), partial: None },
        }
    }

    /// Looks up the places of faults. Pages that an earlier build has read are parsed for it; they have not changed.
    fn place(
        &self,
        tree: &SourceTree,
        config: &Config,
        linked: &LinkedSite,
        parsed: &mut ParsedSite,
    ) -> Vec<Diagnostic> {
        let behind = linked.freshness.faults(&linked.site, config);
        place(linked.faults.iter().chain(&behind), |page| {
            let at = linked.folders[page.0];
            let folder = &mut parsed.folders[at];
            if folder.text.is_none() {
                folder.text = self.parser(tree, config).folder(&tree.folders[at], None).text;
            }
            folder.text.as_ref().map(PackedText::unpack).unwrap_or_default()
        })
    }

    /// Renders what has to be, and emits its files. With an error known, files are of no use any more, but what else is
    /// wrong is still worth knowing.
    fn render(
        &self,
        input: &render::Input<'_>,
        linked: &LinkedSite,
        parsed: &mut ParsedSite,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<Artifacts, CacheMiss> {
        let has_errors = has_errors(diagnostics);
        let outputs = Mutex::new(parsed.markdown_copies(linked));
        let emit = |depends_on: DependsOn, output: Output| {
            if has_errors {
                return;
            }
            locked(&outputs).push((output.path.clone(), depends_on));
            self.sink.write(output);
        };
        let store: &dyn IndexStore = if has_errors { &ReadOnlyParts(self.cache) } else { self.cache };
        let partial = parsed.partial.take();
        let scope = parsed.scope(linked, partial.as_ref());
        self.progress.begin(Stage::Render, scope.pages());
        let rendering = render::render(input, scope, store, &emit, &|| self.progress.step());
        diagnostics.extend(rendering.faults);
        let mut outputs = outputs.into_inner().unwrap_or_else(PoisonError::into_inner);
        outputs.sort();
        let (index, reused) = self.reuse(rendering.index, partial, &outputs)?;
        Ok(Artifacts { outputs, reused, index, rendered: rendering.documents })
    }

    /// The search index, and the outputs of the earlier build that are still part of the site, beside those that were made
    /// now, which come sorted.
    fn reuse(
        &self,
        index: IndexUpdate,
        partial: Option<PartialRebuild>,
        made: &[(String, DependsOn)],
    ) -> Result<(SearchIndex, Vec<OutputRecord>), CacheMiss> {
        let (known, EarlierOutputs { valid: mut reused, of_index, mut of_texts }) = match partial {
            Some(PartialRebuild { index, outputs, .. }) => (index, outputs),
            None => Default::default(),
        };
        of_texts.retain(|output| made.binary_search_by(|(path, _)| path.as_str().cmp(output.path())).is_err());
        of_texts.iter().for_each(|output| self.sink.reuse(output.path()));
        reused.extend(of_texts);
        let (index, of_index) = match index {
            IndexUpdate::Unchanged => (known, of_index),
            IndexUpdate::Rebuilt { index, unchanged_files } => {
                let valid: BTreeSet<String> = unchanged_files.into_iter().collect();
                (index, of_index.into_iter().filter(|output| valid.contains(output.path())).collect())
            }
            IndexUpdate::CacheMiss => return Err(CacheMiss),
        };
        // What is made of all text and is no file of the index has been made again.
        let is_made = |path: &str| made.binary_search_by(|(own, _)| own.as_str().cmp(path)).is_ok();
        let of_index: Vec<OutputRecord> = of_index.into_iter().filter(|output| !is_made(output.path())).collect();
        of_index.iter().for_each(|output| self.sink.reuse(output.path()));
        reused.extend(of_index);
        Ok((index, reused))
    }
}

impl ParsedSite {
    /// The Markdown beside pages, which has been emitted already.
    fn markdown_copies(&mut self, linked: &LinkedSite) -> Vec<(String, DependsOn)> {
        let mut outputs = Vec::new();
        for (folder, page) in self.folders.iter_mut().zip(&linked.pages) {
            let depends_on = page.map_or(DependsOn::Site, DependsOn::Page);
            outputs.extend(folder.outputs.drain(..).map(|path| (path, depends_on)));
        }
        outputs
    }

    /// What is to be rendered; the text of each page is handed over.
    fn scope<'a>(&mut self, linked: &LinkedSite, partial: Option<&'a PartialRebuild>) -> RenderScope<'a, PackedText> {
        let mut text = |page: PageId| self.folders[linked.folders[page.0]].text.take();
        match partial {
            None => RenderScope::All(linked.site.ids().map(|page| text(page).unwrap_or_default()).collect()),
            Some(partial) => {
                let pages = partial.stale.iter().filter_map(|page| Some((*page, text(*page)?)));
                RenderScope::Pages(pages.collect(), &partial.index)
            }
        }
    }

    /// The addresses of other sites that the pages and sources of the site name.
    fn addresses(&self, linked: &LinkedSite) -> Vec<ExternalAddress> {
        let mut addresses = ExternalAddresses::default();
        addresses.add_sources(&linked.site.bibliography);
        for at in &linked.folders {
            let words = self.folders[*at].text.as_ref().map(PackedText::unpack).unwrap_or_default();
            words.iter().flatten().for_each(|words| addresses.add_text(words));
        }
        addresses.into_list()
    }

    fn coverage(&self) -> Coverage {
        if self.partial.is_some() { Coverage::Partial } else { Coverage::Complete }
    }
}

impl PendingText for PackedText {
    fn text(&self) -> Vec<Option<PageText>> {
        self.unpack()
    }
}

/// A page of the site or a group of pages. Of a draft nothing is kept that others see but where it stands: the pages below it
/// have their addresses by that.
fn cached_page(page: Option<PageId>, folder: &ParsedFolder) -> Option<CachedPageRef<'_>> {
    let is_part = page.is_some();
    let page = folder.page.as_ref()?;
    Some(CachedPageRef {
        faces: if is_part || page.is_group() { &page.faces } else { &[] },
        section_digests: &folder.section_digests,
        facts: &page.facts,
        has_facts: page.has_facts,
        top: page.top,
        faults: &folder.faults,
    })
}
