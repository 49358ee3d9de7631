//! What a build comes to.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Mutex;

use super::external_addresses::ExternalAddress;
use super::link::LinkedSite;
use super::locked::locked;
use super::parse::ParsedFolder;
use crate::cache::{Counts, PendingSnapshot};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Levels, Severity, sort, without_consequences};
use crate::render::{Output, OutputSink};
use crate::text::{FileId, Sources};
use crate::tree::read_text;

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
    /// The path under which the site expects to be served: begins and ends with a slash.
    pub base_path: String,
    /// Where the site is published.
    pub site_address: String,
    /// The addresses of other sites, where the options ask for them.
    pub addresses: Vec<ExternalAddress>,
    /// How bad the settings take each kind of fault, where the options ask for addresses.
    pub levels: Levels,
    /// What had to be done.
    pub work: Work,
    /// What a later build may use, if this one becomes the site; `None` if it has errors.
    pub pending: Option<PendingSnapshot>,
}

/// What a build had to do, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Language files that were read and parsed.
    pub parsed: usize,
    /// Blocks of code that were highlighted.
    pub highlighted: usize,
    /// Documents that a template made.
    pub rendered: usize,
}

impl Build {
    /// A build that ended before there was a site.
    pub(super) fn of_faults(sources: Sources, mut diagnostics: Vec<Diagnostic>) -> Self {
        without_consequences(&mut diagnostics);
        sort(&sources, &mut diagnostics);
        Self { sources, diagnostics, base_path: "/".to_owned(), ..Self::default() }
    }

    /// A build of a site, before its diagnostics.
    pub(super) fn of_site(config: &Config, linked: &LinkedSite, folders: &[ParsedFolder]) -> Self {
        let parsed = folders.iter().map(|folder| folder.parsed).sum();
        Self {
            counts: counts(config, linked),
            base_path: config.base_url.path.clone(),
            site_address: format!("{}{}", config.base_url.origin, config.base_url.path),
            work: Work { parsed, ..Work::default() },
            ..Self::default()
        }
    }

    /// Adds what was found, sorted, with the texts that it speaks of.
    pub(super) fn diagnose(&mut self, root: &Path, sources: Sources, diagnostics: Vec<Diagnostic>, levels: &Levels) {
        (self.sources, self.diagnostics) = (sources, diagnostics);
        levels.apply(&self.sources, &mut self.diagnostics);
        without_consequences(&mut self.diagnostics);
        sort(&self.sources, &mut self.diagnostics);
        restore_sources(root, &mut self.sources, &mut self.diagnostics);
    }

    /// Adds what was found beside the build.
    pub fn add(&mut self, root: &Path, mut found: Vec<Diagnostic>) {
        self.levels.apply(&self.sources, &mut found);
        self.diagnostics.extend(found);
        sort(&self.sources, &mut self.diagnostics);
        restore_sources(root, &mut self.sources, &mut self.diagnostics);
    }

    /// The errors.
    pub fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(|fault| fault.severity == Severity::Error)
    }

    /// How many errors and warnings there are.
    pub fn faults(&self) -> (usize, usize) {
        let errors = self.errors().count();
        (errors, self.diagnostics.len() - errors)
    }
}

/// How much there is of a site.
pub(super) fn counts(config: &Config, linked: &LinkedSite) -> Counts {
    let drafts = linked.site.pages.iter().filter(|page| page.input.facts.draft).count();
    Counts {
        pages: linked.folders.len(),
        drafts,
        languages: config.languages.len(),
        sources: linked.site.source_counts(),
    }
}

/// Reads the texts of pages that diagnostics speak of once more. Where one has changed in between, its place is unknown.
pub(super) fn restore_sources(root: &Path, sources: &mut Sources, diagnostics: &mut [Diagnostic]) {
    let named = diagnostics.iter().flat_map(Diagnostic::each).filter_map(|fault| Some(fault.span?.file));
    let missing: BTreeSet<FileId> = named.filter(|file| sources.get(*file).text.is_empty()).collect();
    for file in missing {
        if let (Some(source), _) = read_text(root, sources, file) {
            sources.fill(file, source);
        }
    }
    for fault in diagnostics {
        fault.retain_places(|span| span.end <= sources.get(span.file).text.len());
    }
}

/// Nobody wants the files.
pub(super) struct NoSink;

impl OutputSink for NoSink {
    fn write(&self, _: Output) {}

    fn restart(&self) {}
}

/// The files of a build, in memory.
#[derive(Default)]
pub(super) struct MemorySink(Mutex<Vec<Output>>);

impl MemorySink {
    /// Sorted by path.
    pub(super) fn into_outputs(self) -> Vec<Output> {
        let mut outputs = std::mem::take(&mut *locked(&self.0));
        outputs.sort_by(|a, b| a.path.cmp(&b.path));
        outputs
    }
}

impl OutputSink for MemorySink {
    fn write(&self, output: Output) {
        locked(&self.0).push(output);
    }

    fn restart(&self) {
        locked(&self.0).clear();
    }
}
