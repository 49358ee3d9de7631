//! What one build leaves for the next: for each file what tells whether it has changed, for each page its face and facts,
//! for each file of the site what it was when it was written, the parts of the index of the search, and coloured code. All
//! of it can be made again; what is damaged, or was left by another program, for other options or another output folder,
//! counts for nothing.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_bytes::{ByteBuf, Bytes};

use crate::build::{Build, Counts, Made, Sink};
use crate::content::{Colours, Facts};
use crate::diagnostic::Diagnostic;
use crate::render::{DependsOn, Digest, Index, Parts};
use crate::site::{Extent, Face, PageId, PageInput};
use crate::text::{Date, Span};
use crate::tree::{Found, Stamp};

/// Where builds leave something for later ones, by name. Whatever is lost or cannot be kept is made again.
pub trait Store: std::fmt::Debug + Sync {
    /// What was kept under a name.
    fn get(&self, name: &str) -> Option<Arc<Vec<u8>>>;

    /// Keeps something under a name: whole, or what was there before.
    fn put(&self, name: &str, bytes: Vec<u8>);

    /// Lets go of what is kept below a folder under names that are not among these.
    fn retain(&self, folder: &str, names: &BTreeSet<String>);
}

/// What is known of earlier builds.
#[derive(Debug, Default)]
pub struct Memory<'a> {
    colours: OnceLock<Colours>,
    /// Names whatever decides what is built beside the files: the program, its options, the output folder. Nothing where
    /// that is not known: then no build is like an earlier one.
    making: Option<String>,
    /// Nothing for a build that begins anew and leaves nothing.
    store: Option<&'a dyn Store>,
}

/// The names under which something is kept: coloured code, …
const CODE: &str = "code";
/// … the last build, …
const BUILD: &str = "build";
/// … its pages, as others see them, …
const PAGES: &str = "pages";
/// … and the folder of the parts of its index, each under its digest.
const INDEX: &str = "index";

/// A build as the next one wants to know it; read when it becomes the site.
#[derive(Debug)]
pub struct Remembered {
    head: Head,
    pages: Option<Vec<u8>>,
    code: Option<Vec<u8>>,
    /// By path: what a file of the site is made of.
    owners: Vec<(String, DependsOn)>,
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
    pages: Digest,
    index: Index,
}

/// A file of the site as it was written.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Standing {
    path: String,
    owner: DependsOn,
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
    memory: &'a Memory<'a>,
}

impl<'a> Memory<'a> {
    /// What was left by builds of the same making; coloured code is of use to any.
    pub fn of(store: &'a dyn Store, making: Option<String>) -> Self {
        Self { colours: OnceLock::new(), making, store: Some(store) }
    }

    /// Coloured code.
    pub fn colours(&self) -> &Colours {
        self.colours.get_or_init(|| Colours::from_bytes(self.kept(CODE).map(Arc::unwrap_or_clone).unwrap_or_default()))
    }

    fn kept(&self, name: &str) -> Option<Arc<Vec<u8>>> {
        self.store?.get(name)
    }

    /// What was kept under a name, if it is what the digest says.
    fn checked(&self, name: &str, digest: &Digest) -> Option<Arc<Vec<u8>>> {
        self.kept(name).filter(|bytes| blake3::hash(bytes).as_bytes() == digest)
    }

    /// The earlier build, if it was of the same files, whatever stood in them.
    pub(crate) fn earlier(&self, found: &Found) -> Option<Earlier<'_>> {
        let bytes = self.kept(BUILD)?;
        let (content, digest) = bytes.split_last_chunk::<32>()?;
        if blake3::hash(content).as_bytes() != digest {
            return None;
        }
        let head: Head = postcard::from_bytes(content).ok()?;
        let pairs = || head.files.iter().zip(&found.stamps);
        let same = head.files.len() == found.stamps.len() && pairs().all(|((before, _), (now, _))| before == now);
        if !same || Some(&head.making) != self.making.as_ref() {
            return None;
        }
        let changed = pairs().filter(|((_, before), (_, now))| before != now || now.is_none());
        let changed = changed.map(|(_, (path, _))| path.clone()).collect();
        Some(Earlier { head, changed, memory: self })
    }

    /// What the next build may want to know of this one.
    pub(crate) fn remember(
        &self,
        files: Vec<(String, Option<Stamp>)>,
        build: &Build,
        today: Option<Date>,
        made: Made,
    ) -> Option<Remembered> {
        self.store?;
        let seen = |(page, faults): &'_ (Option<PageId>, Vec<Diagnostic>)| {
            let PageInput { faces, extents, facts, has_facts, top, .. } = &made.site.page((*page)?).input;
            postcard::to_stdvec(&SeenRef { faces, extents, facts, has_facts: *has_facts, top: *top, faults }).ok()
        };
        let pages: Vec<Option<ByteBuf>> =
            made.folders.par_iter().map(|folder| seen(folder).map(ByteBuf::from)).collect();
        // Before each stand a tag and its length.
        let size: usize = pages.iter().map(|page| page.as_ref().map_or(1, |bytes| bytes.len() + 6)).sum();
        let pages = postcard::to_extend(&pages, Vec::with_capacity(size)).ok()?;
        let head = Head {
            making: self.making.clone().unwrap_or_default(),
            files,
            outputs: Vec::new(),
            counts: build.counts,
            base_path: build.base_path.clone(),
            today,
            silent: build.diagnostics.is_empty(),
            pages: *blake3::hash(&pages).as_bytes(),
            index: made.index,
        };
        let pages = Some(pages).filter(|pages| self.kept(PAGES).is_none_or(|kept| *kept != *pages));
        let code = self.colours().to_bytes(made.whole);
        Some(Remembered { head, pages, code, owners: made.outputs, kept: made.kept })
    }
}

impl Parts for Memory<'_> {
    fn get(&self, digest: &Digest) -> Option<Arc<Vec<u8>>> {
        self.checked(&name_of(digest), digest)
    }

    fn put(&self, bytes: Vec<u8>) -> Digest {
        let Some(store) = self.store else { return Digest::default() };
        let digest = *blake3::hash(&bytes).as_bytes();
        store.put(&name_of(&digest), bytes);
        digest
    }
}

/// The same for a build that is known to have errors: nothing new is kept.
pub struct Unkept<'a>(pub &'a Memory<'a>);

impl Parts for Unkept<'_> {
    fn get(&self, digest: &Digest) -> Option<Arc<Vec<u8>>> {
        self.0.get(digest)
    }

    fn put(&self, _: Vec<u8>) -> Digest {
        Digest::default()
    }
}

/// The name of a part of the index.
fn name_of(digest: &Digest) -> String {
    format!("{INDEX}/{}", blake3::Hash::from(*digest).to_hex())
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
        let outputs = self.head.outputs.par_iter().filter(|output| !sink.stands(&output.path, output.stamp));
        let page = |output: &Standing| match output.owner {
            DependsOn::Page(page) => Some(page),
            DependsOn::AllText | DependsOn::Site => None,
        };
        outputs.map(page).collect()
    }

    /// The pages as they were seen, by folder; nothing where a folder was no page.
    pub fn pages(&self) -> Option<Vec<Option<Seen>>> {
        let bytes = self.memory.checked(PAGES, &self.head.pages)?;
        let pages: Vec<Option<&Bytes>> = postcard::from_bytes(&bytes).ok()?;
        pages
            .into_par_iter()
            .map(|seen| seen.map(|seen| postcard::from_bytes(seen).ok()).map_or(Some(None), |seen| seen.map(Some)))
            .collect()
    }

    /// The index of the search.
    pub fn index(&self) -> Index {
        self.head.index.clone()
    }

    /// The files of all pages but these, and those that are made of what pages show of themselves; then those that are
    /// made of all words.
    pub fn standing(self, but: &BTreeSet<PageId>) -> (Vec<Standing>, Vec<Standing>) {
        let stays = |output: &Standing| !matches!(output.owner, DependsOn::Page(page) if but.contains(&page));
        let stays = self.head.outputs.into_iter().filter(stays);
        stays.partition(|output| output.owner != DependsOn::AllText)
    }
}

impl Standing {
    /// Its path.
    pub fn path(&self) -> &str {
        &self.path
    }
}

/// Keeps files of the earlier build.
pub fn keep(outputs: &[Standing], sink: &dyn Sink) {
    outputs.iter().for_each(|output| sink.keep(&output.path));
}

impl Remembered {
    /// Keeps what the next build may want to know, now that the files of the site have been written: `stamps` holds those
    /// that this build handed on, sorted by path. Where one of them is not there, the build is not remembered.
    pub fn keep(mut self, stamps: &[(String, Stamp)], store: &dyn Store) {
        self.code.into_iter().for_each(|code| store.put(CODE, code));
        let standing = |(path, owner): (String, DependsOn)| {
            let at = stamps.binary_search_by(|(known, _)| known.as_str().cmp(&path)).ok()?;
            Some(Standing { path, owner, stamp: stamps[at].1 })
        };
        let Some(fresh) = self.owners.into_iter().map(standing).collect::<Option<Vec<_>>>() else { return };
        self.head.outputs = fresh;
        self.head.outputs.extend(self.kept);
        self.head.outputs.sort_by(|a, b| a.path.cmp(&b.path));
        let Ok(mut head) = postcard::to_stdvec(&self.head) else { return };
        let digest = *blake3::hash(&head).as_bytes();
        head.extend_from_slice(&digest);
        self.pages.into_iter().for_each(|pages| store.put(PAGES, pages));
        store.put(BUILD, head);
        let parts = self.head.index.iter().flat_map(|language| language.parts()).map(name_of);
        store.retain(INDEX, &parts.collect());
    }
}
