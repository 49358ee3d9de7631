//! The state of a build, stored for the next one: the stamp of each source file, what other pages see of each page, and the
//! stamp of each output.

use std::collections::BTreeSet;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_bytes::{ByteBuf, Bytes};

use super::index_parts::{FOLDER, name_of};
use super::key::BuildKey;
use super::storage::Storage;
use super::{Cache, highlights, images};
use crate::content::{Coverage, Facts};
use crate::diagnostic::Diagnostic;
use crate::render::{DependsOn, OutputSink};
use crate::search::index::SearchIndex;
use crate::site::{Face, PageId, SectionDigests, SourceCounts};
use crate::text::{Date, Span};
use crate::tree::{SourceTree, Stamp};

/// The name of the last build …
const BUILD: &str = "build";
/// … and of its pages.
const PAGES: &str = "pages";

/// How much a site holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Pages with a folder.
    pub pages: usize,
    /// Those of them that are drafts.
    pub drafts: usize,
    /// Languages.
    pub languages: usize,
    /// What it rests on.
    pub sources: SourceCounts,
}

/// A file of the site as it was written.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OutputRecord {
    path: String,
    depends_on: DependsOn,
    stamp: Stamp,
}

/// The files that an earlier build has made.
#[derive(Debug, Default)]
pub struct EarlierOutputs {
    /// Those that are as they would be made again.
    pub valid: Vec<OutputRecord>,
    /// The files of the search index, which are valid unless the index turns out to be another.
    pub of_index: Vec<OutputRecord>,
    /// Files that show the words of many pages, which are valid unless they are made again.
    pub of_texts: Vec<OutputRecord>,
}

/// What other pages see of a page, and what was found wrong in its files.
#[derive(Debug, Deserialize)]
pub struct CachedPage {
    /// By language.
    pub faces: Vec<Option<Face>>,
    /// By language.
    pub section_digests: Vec<Option<SectionDigests>>,
    /// The content of page.toml.
    pub facts: Facts,
    /// Whether there is a page.toml.
    pub has_facts: bool,
    /// Where faults of the page as a whole are placed.
    pub top: Span,
    /// What is wrong in its files.
    pub faults: Vec<Diagnostic>,
}

/// The same, borrowed, to be written.
#[derive(Serialize)]
#[expect(missing_docs, reason = "as in CachedPage")]
pub struct CachedPageRef<'a> {
    pub faces: &'a [Option<Face>],
    pub section_digests: &'a [Option<SectionDigests>],
    pub facts: &'a Facts,
    pub has_facts: bool,
    pub top: Span,
    pub faults: &'a [Diagnostic],
}

/// What is stored under [`BUILD`], followed by its BLAKE3 digest.
#[derive(Debug, Serialize, Deserialize)]
struct Stored {
    key: BuildKey,
    /// Every file of the site's own.
    files: Vec<(String, Option<Stamp>)>,
    /// Every file of the site that came out, sorted by path.
    outputs: Vec<OutputRecord>,
    counts: Counts,
    base_path: String,
    today: Option<Date>,
    /// Whether the build found nothing wrong.
    had_no_diagnostics: bool,
    /// The digest of the pages that go with it.
    pages: [u8; 32],
    index: SearchIndex,
}

/// An earlier build of the same files, whatever stood in them, with the same key.
pub struct Snapshot<'a> {
    stored: Stored,
    changed: BTreeSet<String>,
    cache: &'a Cache<'a>,
}

/// What a snapshot is made of.
pub struct SnapshotInput<'a> {
    /// The files of the site's own, with their stamps.
    pub files: Vec<(String, Option<Stamp>)>,
    /// How much the site holds.
    pub counts: Counts,
    /// The path under which the site expects to be served.
    pub base_path: String,
    /// The day of the build.
    pub today: Option<Date>,
    /// Whether nothing was found wrong.
    pub had_no_diagnostics: bool,
    /// By folder; `None` where a folder is no page of the site.
    pub pages: Vec<Option<CachedPageRef<'a>>>,
    /// By path, sorted: what each file that was made depends on.
    pub outputs: Vec<(String, DependsOn)>,
    /// Files that the build left as they were.
    pub reused: Vec<OutputRecord>,
    /// The search index.
    pub index: SearchIndex,
    /// Whether all code of the site was seen.
    pub coverage: Coverage,
}

/// A snapshot that waits until the files of the build have been written.
#[derive(Debug)]
pub struct PendingSnapshot {
    stored: Stored,
    /// `None` where they are stored already.
    pages: Option<Vec<u8>>,
    highlights: Option<Vec<u8>>,
    /// The names of all stored pictures of the site; nothing where not all of it was looked at.
    images: Option<BTreeSet<String>>,
    outputs: Vec<(String, DependsOn)>,
    reused: Vec<OutputRecord>,
}

impl Cache<'_> {
    /// The earlier build, if it was of the same files.
    pub fn snapshot(&self, tree: &SourceTree) -> Option<Snapshot<'_>> {
        let bytes = self.get(BUILD)?;
        let (content, digest) = bytes.split_last_chunk::<32>()?;
        if blake3::hash(content).as_bytes() != digest {
            return None;
        }
        let stored: Stored = postcard::from_bytes(content).ok()?;
        let pairs = || stored.files.iter().zip(&tree.stamps);
        let same = stored.files.len() == tree.stamps.len() && pairs().all(|((before, _), (now, _))| before == now);
        if !same || Some(&stored.key) != self.key.as_ref() {
            return None;
        }
        let changed = pairs().filter(|((_, before), (_, now))| before != now || now.is_none());
        let changed = changed.map(|(_, (path, _))| path.clone()).collect();
        Some(Snapshot { stored, changed, cache: self })
    }

    /// What the next build may want to know of this one; `None` if it could not be told from others.
    pub fn pending_snapshot(&self, input: SnapshotInput<'_>) -> Option<PendingSnapshot> {
        self.storage?;
        let bytes = |page: &Option<CachedPageRef<'_>>| postcard::to_stdvec(page.as_ref()?).ok().map(ByteBuf::from);
        let pages: Vec<Option<ByteBuf>> = input.pages.par_iter().map(bytes).collect();
        // Before each stand a tag and its length.
        let size: usize = pages.iter().map(|page| page.as_ref().map_or(1, |bytes| bytes.len() + 6)).sum();
        let pages = postcard::to_extend(&pages, Vec::with_capacity(size)).ok()?;
        let stored = Stored {
            key: self.key.clone()?,
            files: input.files,
            outputs: Vec::new(),
            counts: input.counts,
            base_path: input.base_path,
            today: input.today,
            had_no_diagnostics: input.had_no_diagnostics,
            pages: *blake3::hash(&pages).as_bytes(),
            index: input.index,
        };
        let pages = Some(pages).filter(|pages| self.get(PAGES).is_none_or(|stored| stored != *pages));
        let highlights = highlights::write(self.highlights(), input.coverage);
        let images = self.images.lock().ok().filter(|_| input.coverage == Coverage::Complete);
        let images = images.map(|images| images.clone());
        Some(PendingSnapshot { stored, pages, highlights, images, outputs: input.outputs, reused: input.reused })
    }
}

impl Snapshot<'_> {
    /// Whether there is nothing to do and nothing to say.
    pub fn is_unchanged(&self, today: Option<Date>, sink: &dyn OutputSink) -> bool {
        self.changed.is_empty()
            && self.stored.had_no_diagnostics
            && self.stored.today == today
            && self.stored.outputs.par_iter().all(|output| sink.is_current(&output.path, output.stamp))
    }

    /// How much the site held.
    pub fn counts(&self) -> Counts {
        self.stored.counts
    }

    /// The path under which the site expected to be served.
    pub fn base_path(&self) -> String {
        self.stored.base_path.clone()
    }

    /// The site's files that have changed since.
    pub fn changed(&self) -> &BTreeSet<String> {
        &self.changed
    }

    /// The pages whose outputs are no longer as they were written; `None` if that is so of an output of no page.
    pub fn outdated_pages(&self, sink: &dyn OutputSink) -> Option<BTreeSet<PageId>> {
        let outdated = self.stored.outputs.par_iter().filter(|output| !sink.is_current(&output.path, output.stamp));
        let page = |output: &OutputRecord| match output.depends_on {
            DependsOn::Page(page) => Some(page),
            DependsOn::AllText | DependsOn::Texts | DependsOn::Site => None,
        };
        outdated.map(page).collect()
    }

    /// The pages by folder, with nothing where a folder was no page. Nothing at all if they are lost.
    pub fn pages(&self) -> Option<Vec<Option<CachedPage>>> {
        let bytes = self.cache.get_checked(PAGES, &self.stored.pages)?;
        let pages: Vec<Option<&Bytes>> = postcard::from_bytes(&bytes).ok()?;
        pages
            .into_par_iter()
            .map(|page| page.map(|page| postcard::from_bytes(page).ok()).map_or(Some(None), |page| page.map(Some)))
            .collect()
    }

    /// The search index.
    pub fn index(&self) -> SearchIndex {
        self.stored.index.clone()
    }

    /// Its outputs by what becomes of them where these pages have changed, and nothing that others see of them.
    pub fn split_outputs(self, changed: &BTreeSet<PageId>) -> EarlierOutputs {
        let mut split = EarlierOutputs::default();
        for output in self.stored.outputs {
            match output.depends_on {
                DependsOn::Page(page) if changed.contains(&page) => {}
                DependsOn::Page(_) | DependsOn::Site => split.valid.push(output),
                DependsOn::AllText => split.of_index.push(output),
                DependsOn::Texts => split.of_texts.push(output),
            }
        }
        split
    }
}

impl EarlierOutputs {
    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &OutputRecord> {
        self.valid.iter().chain(&self.of_index).chain(&self.of_texts)
    }
}

impl OutputRecord {
    /// Its path.
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl PendingSnapshot {
    /// Stores it, now that the files of the site have been written: `stamps` holds those that this build emitted, sorted
    /// by path. Where one of them is missing, only highlighted code is stored.
    pub fn store(mut self, stamps: &[(String, Stamp)], storage: &dyn Storage) {
        if let Some(code) = &self.highlights {
            storage.put(highlights::NAME, code);
        }
        let record = |(path, depends_on): (String, DependsOn)| {
            let at = stamps.binary_search_by(|(known, _)| known.as_str().cmp(&path)).ok()?;
            Some(OutputRecord { path, depends_on, stamp: stamps[at].1 })
        };
        let Some(outputs) = self.outputs.into_iter().map(record).collect::<Option<Vec<_>>>() else { return };
        self.stored.outputs = outputs;
        self.stored.outputs.extend(self.reused);
        self.stored.outputs.sort_by(|a, b| a.path.cmp(&b.path));
        let Ok(mut bytes) = postcard::to_stdvec(&self.stored) else { return };
        let digest = *blake3::hash(&bytes).as_bytes();
        bytes.extend_from_slice(&digest);
        if let Some(pages) = &self.pages {
            storage.put(PAGES, pages);
        }
        storage.put(BUILD, &bytes);
        let parts = self.stored.index.iter().flat_map(|language| language.parts()).map(name_of);
        storage.retain(FOLDER, &parts.collect());
        if let Some(images) = &self.images {
            storage.retain(images::FOLDER, images);
        }
    }
}
