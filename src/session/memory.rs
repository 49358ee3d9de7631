//! What one build leaves for the next: for each file what tells whether it has changed, for each page its face and facts,
//! for each file of the site what it was when it was written, and coloured code. All of it can be made again; what is
//! damaged, or was left by another program, for other options or another output folder, counts for nothing.

use std::collections::BTreeSet;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::{Build, Counts, Made, Sink};
use crate::content::{Colours, Facts};
use crate::diagnostic::Diagnostic;
use crate::site::{Extent, Face, PageId, PageInput};
use crate::source::{Date, Found, Span, Stamp};

/// What is known of earlier builds.
#[derive(Debug, Default)]
pub struct Memory {
    /// Coloured code.
    pub colours: Colours,
    /// Names whatever decides what is built beside the files: the program, its options, the output folder.
    pub making: String,
    /// The last build, as [`Remembered`] gave it.
    pub build: Vec<u8>,
    /// Its pages, likewise.
    pub pages: Vec<u8>,
}

/// The names under which it is kept.
pub const CODE: &str = "code";
/// See [`CODE`].
pub const BUILD: &str = "build";
/// See [`CODE`].
pub const PAGES: &str = "pages";

/// A build as the next one wants to know it; read when it becomes the site.
#[derive(Debug)]
pub struct Remembered {
    head: Head,
    pages: Option<Vec<u8>>,
    code: Option<Vec<u8>>,
    /// By path: the page that a file of the site belongs to.
    owners: Vec<(String, Option<PageId>)>,
    /// Files that the build left as they were.
    kept: Vec<Standing>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Head {
    making: String,
    /// Every file of the site's own.
    files: Vec<(String, Option<Stamp>)>,
    /// Every file of the site that came out, sorted by path.
    outputs: Vec<Standing>,
    counts: Counts,
    base_path: String,
    /// The day of the build, and whether it had nothing to say.
    today: Option<Date>,
    silent: bool,
    /// The digest of the pages that go with it.
    pages: [u8; 32],
}

/// A file of the site as it was written.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Standing {
    path: String,
    page: Option<PageId>,
    stamp: Stamp,
}

/// A page as others see it.
#[derive(Deserialize)]
pub struct Seen {
    pub faces: Vec<Option<Face>>,
    pub extents: Vec<Option<Extent>>,
    pub facts: Facts,
    pub has_facts: bool,
    pub top: Span,
    pub faults: Vec<Diagnostic>,
}

/// The same, to be written.
#[derive(Serialize)]
struct SeenRef<'a> {
    faces: &'a [Option<Face>],
    extents: &'a [Option<Extent>],
    facts: &'a Facts,
    has_facts: bool,
    top: Span,
    faults: &'a [Diagnostic],
}

/// An earlier build of the same files by the same program.
pub struct Earlier<'a> {
    head: Head,
    changed: BTreeSet<String>,
    pages: &'a [u8],
}

impl Memory {
    /// The earlier build, if it was of the same files, whatever stood in them.
    pub(super) fn earlier(&self, found: &Found) -> Option<Earlier<'_>> {
        let (content, digest) = self.build.split_last_chunk::<32>()?;
        if blake3::hash(content).as_bytes() != digest {
            return None;
        }
        let head: Head = postcard::from_bytes(content).ok()?;
        let pairs = || head.files.iter().zip(&found.stamps);
        let same = head.files.len() == found.stamps.len() && pairs().all(|((before, _), (now, _))| before == now);
        if !same || head.making != self.making {
            return None;
        }
        let changed = pairs().filter(|((_, before), (_, now))| before != now || now.is_none());
        let changed = changed.map(|(_, (path, _))| path.clone()).collect();
        Some(Earlier { head, changed, pages: &self.pages })
    }

    /// What the next build may want to know of this one.
    pub(super) fn remember(
        &self,
        files: Vec<(String, Option<Stamp>)>,
        build: &Build,
        today: Option<Date>,
        made: Made,
    ) -> Option<Remembered> {
        let seen = |(page, faults): &'_ (Option<PageId>, Vec<Diagnostic>)| {
            let PageInput { faces, extents, facts, has_facts, top, .. } = &made.site.page((*page)?).input;
            postcard::to_stdvec(&SeenRef { faces, extents, facts, has_facts: *has_facts, top: *top, faults }).ok()
        };
        let pages: Vec<Option<Vec<u8>>> = made.folders.par_iter().map(seen).collect();
        let pages = postcard::to_stdvec(&pages).ok()?;
        let head = Head {
            making: self.making.clone(),
            files,
            outputs: Vec::new(),
            counts: build.counts,
            base_path: build.base_path.clone(),
            today,
            silent: build.diagnostics.is_empty(),
            pages: *blake3::hash(&pages).as_bytes(),
        };
        let pages = Some(pages).filter(|pages| *pages != self.pages);
        let code = self.colours.to_bytes(made.whole);
        Some(Remembered { head, pages, code, owners: made.outputs, kept: made.kept })
    }
}

impl Earlier<'_> {
    /// Whether there is nothing to do and nothing to say.
    pub fn is_all_as_it_was(&self, today: Option<Date>, sink: &dyn Sink) -> bool {
        self.changed.is_empty()
            && self.head.silent
            && self.head.today == today
            && self.head.outputs.par_iter().all(|output| sink.stands(&output.path, output.stamp))
    }

    pub fn counts(&self) -> Counts {
        self.head.counts
    }

    pub fn base_path(&self) -> String {
        self.head.base_path.clone()
    }

    /// The site's files that have changed.
    pub fn changed(&self) -> &BTreeSet<String> {
        &self.changed
    }

    /// The pages whose files are no longer as they were written; nothing if that is so of what belongs to no page.
    pub fn broken(&self, sink: &dyn Sink) -> Option<BTreeSet<PageId>> {
        let outputs = self.head.outputs.par_iter();
        outputs.filter(|output| !sink.stands(&output.path, output.stamp)).map(|output| output.page).collect()
    }

    /// The pages as they were seen, by folder; nothing where a folder was no page.
    pub fn pages(&self) -> Option<Vec<Option<Seen>>> {
        if blake3::hash(self.pages).as_bytes() != &self.head.pages {
            return None;
        }
        let pages: Vec<Option<&[u8]>> = postcard::from_bytes(self.pages).ok()?;
        pages
            .into_par_iter()
            .map(|seen| seen.map(|seen| postcard::from_bytes(seen).ok()).map_or(Some(None), |seen| seen.map(Some)))
            .collect()
    }

    /// The files of all pages but these, and of no page.
    pub fn keep(self, but: &BTreeSet<PageId>, sink: &dyn Sink) -> Vec<Standing> {
        let mut outputs = self.head.outputs;
        outputs.retain(|output| output.page.is_none_or(|page| !but.contains(&page)));
        outputs.iter().for_each(|output| sink.keep(&output.path));
        outputs
    }
}

impl Remembered {
    /// What to keep, by name, now that the files of the site have been written: `stamps` holds those that this build
    /// handed on, sorted by path. Nothing if one of them is not there.
    pub fn to_bytes(mut self, stamps: &[(String, Stamp)]) -> Vec<(&'static str, Vec<u8>)> {
        let mut kept: Vec<_> = self.code.into_iter().map(|code| (CODE, code)).collect();
        let standing = |(path, page): (String, Option<PageId>)| {
            let at = stamps.binary_search_by(|(known, _)| known.as_str().cmp(&path)).ok()?;
            Some(Standing { path, page, stamp: stamps[at].1 })
        };
        let Some(fresh) = self.owners.into_iter().map(standing).collect::<Option<Vec<_>>>() else { return kept };
        self.head.outputs = fresh;
        self.head.outputs.extend(self.kept);
        self.head.outputs.sort_by(|a, b| a.path.cmp(&b.path));
        if let Ok(mut head) = postcard::to_stdvec(&self.head) {
            let digest = *blake3::hash(&head).as_bytes();
            head.extend_from_slice(&digest);
            kept.extend(self.pages.map(|pages| (PAGES, pages)));
            kept.push((BUILD, head));
        }
        kept
    }
}
