//! One build from the tree to finished files: reads, parses, assembles and renders, gathers what every stage found wrong,
//! and does again only what a change since an earlier build makes necessary. It decides neither what is written nor what is
//! printed.
//!
//! What a document shows comes from the site, which is made of faces, and from the words of its own page. So where only
//! words have changed and every face is as it was, only the documents of those pages are rendered, and their segments of
//! the index made anew; where anything else has changed, everything is.

mod live;
mod parse;
mod snapshot;
mod translation_status;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Mutex;

use serde::{Deserialize, Serialize};

use crate::config::{BaseUrl, Config, read_config};
use crate::content::{Lock, Packed, Whole, Words, read_bibliography};
use crate::diagnostic::{Code, Diagnostic, Severity, sort};
use crate::locale::{Messages, parse_messages};
use crate::render::{
    self, DependsOn, Index, Indexed, Output, Parts, PendingText, RenderScope, Statics, Templates, Theme,
};
use crate::site::{Freshness, PageId, PageInput, Site, assemble};
use crate::text::{Date, FileId, Sources};
use crate::tree::{Found, History, Stamp, discover, read_text};
pub use live::Held;
use live::{Files, Shelf, outputs};
use parse::{Copies, Part, Read, Reading};
use snapshot::{Earlier, Standing, Unkept, keep};
pub use snapshot::{Memory, Remembered, Store};
pub use translation_status::{LanguageRecord, PageRecord, Record};

/// How to build.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// In place of the one in site.toml.
    pub base_url: Option<BaseUrl>,
    /// Whether pages that are marked as drafts are part of the site.
    pub drafts: bool,
    /// The day against which `review_by` of sources is held; nothing leaves that out.
    pub today: Option<Date>,
    /// In place of the one in site.toml.
    pub repository: Option<String>,
    /// Whether to take down how far the languages go together: see [`Build::record`].
    pub record: bool,
    /// The commit whose history tells when pages were last changed that do not say so; nothing leaves that out.
    pub commit: Option<String>,
}

/// What a build came to.
#[derive(Debug, Default)]
pub struct Build {
    /// The texts that the diagnostics speak of.
    pub sources: Sources,
    /// Everything that was found, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// The whole site, sorted by path; empty if there are errors, or if the files went elsewhere.
    pub outputs: Vec<Output>,
    /// What there is, for the summary line.
    pub counts: Counts,
    /// How far the languages go together; empty unless it was asked for.
    pub record: Record,
    /// The path under which the site expects to be served: begins and ends with a slash.
    pub base_path: String,
    /// What had to be done.
    pub work: Work,
    /// What a later build may use, if this one becomes the site; nothing if it has errors.
    pub remembered: Option<Remembered>,
}

/// How much a site holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Pages with a folder.
    pub pages: usize,
    /// Languages.
    pub languages: usize,
}

/// What a build had to do, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Language files that were read and parsed.
    pub parsed: usize,
    /// Blocks of code that were coloured.
    pub coloured: usize,
    /// Documents that a template made.
    pub rendered: usize,
}

/// Where finished files go, and who hears how far a build is. Called from many threads.
pub trait Sink: Sync {
    /// Takes a file of the site.
    fn take(&self, output: Output);

    /// Forgets all files: the build begins anew.
    fn restart(&self) {}

    /// Keeps a file of the earlier build, which the site still has.
    fn keep(&self, _path: &str) {}

    /// Whether a file is still as the earlier build left it.
    fn stands(&self, _path: &str, _stamp: Stamp) -> bool {
        false
    }

    /// A stage begins, with so many steps.
    fn begin(&self, _stage: Stage, _steps: usize) {}

    /// A step of the stage is done.
    fn step(&self) {}
}

/// A stage of a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Language files are parsed.
    Parse,
    /// Pages are rendered.
    Render,
}

impl Build {
    /// How many errors and warnings there are.
    pub fn faults(&self) -> (usize, usize) {
        let errors = self.diagnostics.iter().filter(|fault| fault.severity == Severity::Error).count();
        (errors, self.diagnostics.len() - errors)
    }
}

/// Builds the site under `root`, in memory.
pub fn build(root: &Path, options: &Options) -> Build {
    build_with(root, options, &Memory::default())
}

/// The same with a memory of what has been coloured before.
pub fn build_with(root: &Path, options: &Options, memory: &Memory<'_>) -> Build {
    let nothing = Files::default();
    let shelf = Shelf::over(&nothing);
    let mut build = build_into(root, options, memory, &shelf);
    if build.faults().0 == 0 {
        build.outputs = outputs(&shelf.into_files());
    }
    build
}

/// Builds the site under `root` and hands on its files as they are finished; they are of use only if there turns out to
/// be no error.
pub fn build_into(root: &Path, options: &Options, memory: &Memory<'_>, sink: &dyn Sink) -> Build {
    let (found, diagnostics) = discover(root);
    let earlier = memory.earlier(&found);
    let earlier = match earlier {
        Some(earlier) if earlier.is_all_as_it_was(options.today, sink) => {
            let (counts, base_path) = (earlier.counts(), earlier.base_path());
            let (kept, kept_index) = earlier.standing(&BTreeSet::new());
            [kept, kept_index].iter().for_each(|outputs| keep(outputs, sink));
            return Build { counts, base_path, ..Build::default() };
        }
        earlier => earlier,
    };
    let history = options.commit.as_deref().map(|commit| History::read(root, commit)).unwrap_or_default();
    let work = Work::default();
    let session = Session { root, options, memory, sink, found, history, diagnostics, work };
    session.build(earlier).unwrap_or_else(|Lost(history)| {
        sink.restart();
        let (found, diagnostics) = discover(root);
        let session = Session { root, options, memory, sink, found, history, diagnostics, work };
        session.build(None).unwrap_or_else(|_| {
            let fault = Diagnostic::error(Code::Unreadable, "the index of the search cannot be made");
            let fault = fault.help("remove the folder .muwazana, which can be made again, and report this");
            Build { diagnostics: vec![fault], ..Build::default() }
        })
    })
}

/// Reads the texts of pages that diagnostics speak of once more. Where one has changed in between, its place is unknown.
fn restore(root: &Path, sources: &mut Sources, diagnostics: &mut [Diagnostic]) {
    let named = diagnostics.iter().filter_map(|fault| Some(fault.span?.file));
    let missing: BTreeSet<FileId> = named.filter(|file| sources.get(*file).text.is_empty()).collect();
    for file in missing {
        let path = sources.get(file).path.clone();
        if let (Some(source), _) = read_text(root, &path, file) {
            sources.fill(file, source);
        }
    }
    for fault in diagnostics {
        fault.span = fault.span.filter(|span| span.end <= sources.get(span.file).text.len());
    }
}

/// Files of the site by their paths, and what they are made of.
pub(crate) type Owned = Vec<(String, DependsOn)>;

/// What a build has made, for the next one.
pub(crate) struct Made {
    pub(crate) site: Site,
    /// By folder: the page that it is, and the faults of its files.
    pub(crate) folders: Vec<(Option<PageId>, Vec<Diagnostic>)>,
    /// Every file of the site that was made.
    pub(crate) outputs: Owned,
    /// Files of the earlier build that are still part of the site.
    pub(crate) kept: Vec<Standing>,
    pub(crate) index: Index,
    pub(crate) whole: Whole,
}

/// The pages of a site, with as many of their words as have been read.
#[derive(Default)]
struct Gathered {
    inputs: Vec<PageInput>,
    /// By page; nothing where they have not been read.
    words: Vec<Option<Packed>>,
    /// By page: its folder.
    folder: Vec<usize>,
    folders: Vec<(Option<PageId>, Vec<Diagnostic>)>,
    /// Files of the site that have been handed on already.
    outputs: Owned,
}

struct Session<'a> {
    root: &'a Path,
    options: &'a Options,
    memory: &'a Memory<'a>,
    sink: &'a dyn Sink,
    found: Found,
    history: History,
    diagnostics: Vec<Diagnostic>,
    work: Work,
}

/// What the earlier build had kept is not there any more.
struct Lost(History);

impl Session<'_> {
    /// Builds the site, with what an earlier build has left; without one, nothing can be lost.
    fn build(mut self, earlier: Option<Earlier<'_>>) -> Result<Build, Lost> {
        let config = self.configure();
        let base_path = config.as_ref().map_or_else(|| "/".to_owned(), |config| config.base_url.path.clone());
        let (counts, record, made) = match &config {
            Some(config) => match self.site(config, earlier) {
                Some(site) => site,
                None => return Err(Lost(self.history)),
            },
            None => Default::default(),
        };
        let Self { root, options, memory, mut found, mut diagnostics, mut work, .. } = self;
        work.coloured = memory.colours().coloured();
        sort(&found.sources, &mut diagnostics);
        restore(root, &mut found.sources, &mut diagnostics);
        let mut build = Build { diagnostics, counts, record, base_path, work, ..Build::default() };
        if build.faults().0 == 0
            && let Some(made) = made
        {
            let stamps = std::mem::take(&mut found.stamps);
            build.remembered = memory.remember(stamps, &build, options.today, made);
        }
        build.sources = found.sources;
        Ok(build)
    }

    fn configure(&mut self) -> Option<Config> {
        let Some(file) = self.found.site else {
            self.diagnostics.push(
                Diagnostic::error(Code::NoSite, "there is no site.toml here")
                    .help("run this in the folder that holds site.toml, or name that folder with --root"),
            );
            return None;
        };
        let mut config = read_config(file.top(), self.found.sources.get(file), &mut self.diagnostics)?;
        if let Some(base_url) = &self.options.base_url {
            config.base_url = base_url.clone();
        }
        if let Some(repository) = &self.options.repository {
            config.repository = Some(repository.clone());
        }
        Some(config)
    }

    fn reading<'b>(&'b self, config: &'b Config) -> Reading<'b> {
        Reading {
            root: self.root,
            config,
            sources: &self.found.sources,
            colours: self.memory.colours(),
            sink: self.sink,
            drafts: self.options.drafts,
            history: &self.history,
            statics: &self.found.assets,
        }
    }

    /// Nothing if what the earlier build had kept is lost.
    fn site(&mut self, config: &Config, earlier: Option<Earlier<'_>>) -> Option<(Counts, Record, Option<Made>)> {
        let part = earlier.and_then(|earlier| self.reading(config).changed(&self.found.folders, earlier));
        let (read, part) = match part {
            Some(mut part) => (std::mem::take(&mut part.read), Some(part)),
            None => (self.reading(config).all(&self.found.folders), None),
        };
        let mut gathered = self.gather(read);
        if gathered.inputs.is_empty() && self.diagnostics.is_empty() {
            let fault = Diagnostic::error(Code::NoSite, "there is no page under content/");
            self.diagnostics.push(fault.help("write content/<language>.md for the home page"));
        }
        let bibliography = match self.found.bibliography {
            Some(file) => read_bibliography(file.top(), self.found.sources.get(file), &mut self.diagnostics),
            None => Vec::new(),
        };
        let counts = Counts { pages: gathered.inputs.len(), languages: config.languages.len() };
        let (site, faults, more) =
            assemble(config, std::mem::take(&mut gathered.inputs), bibliography, self.options.today);
        self.diagnostics.extend(more);
        let lock = match self.found.lock {
            Some(file) => Lock::read(file.top(), self.found.sources.get(file), &mut self.diagnostics),
            None => Lock::default(),
        };
        let freshness = Freshness::new(&lock, &site, config);
        for fault in faults.iter().chain(&freshness.faults(&site, config)) {
            let at = fault.page.0;
            if gathered.words[at].is_none() {
                // The earlier build has read this page, and nothing of it has changed.
                let folder = &self.found.folders[gathered.folder[at]];
                gathered.words[at] = self.reading(config).folder(folder, Copies::Kept).words;
            }
            let words = gathered.words[at].as_ref().map(Packed::unpack).unwrap_or_default();
            self.diagnostics.push(parse::placed(fault, &words));
        }
        let whole = if part.is_some() { Whole::No } else { Whole::Yes };
        let words = gathered.words.into_iter();
        let (stale, known, mut kept, kept_index) = match part {
            Some(Part { stale, index, kept, kept_index, .. }) => (Some(stale), index, kept, kept_index),
            None => (None, Index::new(), Vec::new(), Vec::new()),
        };
        let asked = match stale {
            None => RenderScope::All(words.map(Option::unwrap_or_default).collect()),
            Some(stale) => {
                let read = words.enumerate().map(|(at, words)| (PageId(at), words));
                let stale = read.filter(|(id, _)| stale.contains(id));
                RenderScope::Pages(stale.filter_map(|(id, words)| Some((id, words?))).collect(), &known)
            }
        };
        let record = match self.options.record {
            true => Record::new(config, &site, (lock, &freshness), self.options.today),
            false => Record::default(),
        };
        let rendered = self.render(config, (&site, &freshness), asked, gathered.outputs);
        let Some((outputs, indexed)) = rendered else { return Some((counts, record, None)) };
        let (index, kept_index) = match indexed {
            Indexed::AsItWas => (known, kept_index),
            Indexed::Anew(index, stays) => {
                let stays: BTreeSet<String> = stays.into_iter().collect();
                (index, kept_index.into_iter().filter(|output| stays.contains(output.path())).collect())
            }
            Indexed::Lost => return None,
        };
        keep(&kept_index, self.sink);
        kept.extend(kept_index);
        let made = Made { site, folders: gathered.folders, outputs, kept, index, whole };
        Some((counts, record, Some(made)))
    }

    fn gather(&mut self, read: Vec<Read>) -> Gathered {
        let mut gathered = Gathered::default();
        for (at, Read { page, words, faults, texts, parsed, outputs }) in read.into_iter().enumerate() {
            self.work.parsed += parsed;
            self.diagnostics.extend(faults.iter().cloned());
            texts.into_iter().for_each(|(file, source)| self.found.sources.fill(file, source));
            let page = page.filter(|input| self.options.drafts || !input.facts.draft);
            let id = page.as_ref().map(|_| PageId(gathered.inputs.len()));
            let owner = id.map_or(DependsOn::Site, DependsOn::Page);
            gathered.outputs.extend(outputs.into_iter().map(|path| (path, owner)));
            gathered.folders.push((id, faults));
            if let Some(input) = page {
                gathered.inputs.push(input);
                gathered.words.push(words);
                gathered.folder.push(at);
            }
        }
        gathered
    }

    /// Hands on the files, `outputs` having been handed on before; gives each one's path, and what it is made of, and what
    /// has become of the index.
    fn render(
        &mut self,
        config: &Config,
        (site, freshness): (&Site, &Freshness),
        asked: RenderScope<'_, Packed>,
        outputs: Owned,
    ) -> Option<(Owned, Indexed)> {
        let messages = messages(&self.found, config, &mut self.diagnostics);
        let files: Vec<_> = self.found.templates.iter().filter(|(name, _)| !name.ends_with(".ftl")).cloned().collect();
        let (templates, messages) = match (Templates::load(&files, &self.found.sources), messages) {
            (Ok(templates), Some(messages)) => (templates, messages),
            (templates, _) => {
                self.diagnostics.extend(templates.err().into_iter().flatten());
                return None;
            }
        };
        let theme = Theme { templates, messages, statics: Statics::new(&self.found.assets) };
        let input = render::Input { config, site, freshness, theme: &theme, sources: &self.found.sources };
        self.sink.begin(Stage::Render, asked.pages());
        // With an error known, files are of no use any more, but what else is wrong is still worth knowing.
        let useless = self.diagnostics.iter().any(|fault| fault.severity == Severity::Error);
        let outputs = Mutex::new(outputs);
        let take = |owner: DependsOn, output: Output| {
            if useless {
                return;
            }
            if let Ok(mut outputs) = outputs.lock() {
                outputs.push((output.path.clone(), owner));
            }
            self.sink.take(output);
        };
        let parts: &dyn Parts = if useless { &Unkept(self.memory) } else { self.memory };
        let rendering = render::render(&input, asked, parts, &take, &|| self.sink.step());
        self.work.rendered = rendering.documents;
        self.diagnostics.extend(rendering.faults);
        let mut outputs = outputs.into_inner().unwrap_or_default();
        outputs.sort();
        Some((outputs, rendering.index))
    }
}

impl PendingText for Packed {
    fn words(&self) -> Vec<Option<Words>> {
        self.unpack()
    }
}

/// The interface's words in every language of the site; nothing if any is missing, which is reported.
fn messages(found: &Found, config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Option<Vec<Messages>> {
    let file = |tag: &str| {
        let name = format!("i18n/{tag}.ftl");
        found.templates.iter().find(|(known, _)| *known == name).map(|(_, file)| *file)
    };
    let parse = |tag: &str, diagnostics: &mut Vec<Diagnostic>| {
        file(tag).map(|file| (file, parse_messages(file, found.sources.get(file), diagnostics)))
    };
    let contract = parse("en", &mut Vec::new()).map(|(_, parsed)| parsed.ids().to_vec()).unwrap_or_default();
    let before = diagnostics.len();
    let mut messages = Vec::new();
    for language in &config.languages {
        let tag = &language.locale.tag;
        let Some((file, parsed)) = parse(tag, diagnostics) else {
            diagnostics.push(
                Diagnostic::error(Code::Message, format!("the interface has no words in `{tag}`"))
                    .help(format!("copy templates/i18n/en.ftl to templates/i18n/{tag}.ftl and translate it")),
            );
            continue;
        };
        for id in contract.iter().filter(|id| !parsed.ids().contains(id)) {
            diagnostics.push(
                Diagnostic::error(Code::Message, format!("the message `{id}` is missing"))
                    .at(file.top())
                    .help(format!("add a line `{id} = …` to this file")),
            );
        }
        messages.push(parsed.into_messages(tag));
    }
    (diagnostics.len() == before).then_some(messages)
}
