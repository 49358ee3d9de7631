//! Decides which pages have to be rendered again since an earlier build: those whose text has changed or whose outputs are
//! gone, if no other page can see a difference; otherwise all.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::parse::{MarkdownCopies, ParsedFolder, Parser};
use super::progress::{Progress, Stage};
use crate::cache::{CachedPage, EarlierOutputs, Snapshot};
use crate::config::Config;
use crate::content::PageKind;
use crate::search::index::SearchIndex;
use crate::site::{FolderAddresses, PageId, PageInput};
use crate::text::FileId;
use crate::tree::Folder;

/// A site of which most is as the earlier build saw it.
pub struct PartialRebuild {
    /// By folder.
    pub folders: Vec<ParsedFolder>,
    /// The pages that have to be rendered.
    pub stale: BTreeSet<PageId>,
    /// The search index as it was.
    pub index: SearchIndex,
    /// What the earlier build has made.
    pub outputs: EarlierOutputs,
}

impl Parser<'_> {
    /// Parses the folders whose text has changed, or whose documents are no longer there, and takes all others from the
    /// snapshot. `None` if more than text has changed: then everything has to be parsed.
    pub fn changed(
        &self,
        folders: &[Folder],
        snapshot: Snapshot<'_>,
        copies: &MarkdownCopies<'_>,
        progress: &dyn Progress,
    ) -> Option<PartialRebuild> {
        let is_changed = |file: FileId| snapshot.changed().contains(self.sources.get(file).path.as_str());
        let has_changed = |folder: &Folder| folder.words.iter().any(|words| is_changed(words.file));
        let texts = folders.iter().flat_map(|folder| &folder.words);
        if texts.filter(|text| is_changed(text.file)).count() < snapshot.changed().len() {
            return None;
        }
        let outdated = snapshot.outdated_pages(copies.sink)?;
        let cached = snapshot.pages().filter(|cached| cached.len() == folders.len())?;
        let of_pages = folders.iter().zip(&cached);
        let addresses = of_pages.filter_map(|(folder, page)| Some((folder.path.as_str(), &page.as_ref()?.facts)));
        let addresses = &FolderAddresses::new(addresses);
        let copies = MarkdownCopies { addresses, ..*copies };
        let mut stale = BTreeSet::new();
        let mut pages = (0..).map(PageId);
        let mut wanted = Vec::with_capacity(folders.len());
        for (folder, cached) in folders.iter().zip(&cached) {
            let is_page = cached.as_ref().is_some_and(|cached| cached.faces.iter().any(Option::is_some));
            let page = is_page.then(|| pages.next()).flatten();
            wanted.push(has_changed(folder) || page.is_some_and(|page| outdated.contains(&page)));
            stale.extend(page.filter(|_| wanted.last() == Some(&true)));
        }
        progress.begin(Stage::Parse, stale.len());
        let parsed: Option<Vec<ParsedFolder>> = (folders.par_iter(), cached, wanted)
            .into_par_iter()
            .map(|(folder, cached, wanted)| match wanted {
                true => self.folder(folder, Some(&copies)).if_same_faces(cached),
                false => Some(ParsedFolder::from_cache(folder, cached, self.config)),
            })
            .collect();
        let folders = parsed?;
        let index = snapshot.index();
        let outputs = snapshot.split_outputs(&stale);
        outputs.valid.iter().for_each(|output| copies.sink.reuse(output.path()));
        Some(PartialRebuild { folders, stale, index, outputs })
    }
}

impl ParsedFolder {
    /// The page as the earlier build saw it.
    fn from_cache(folder: &Folder, cached: Option<CachedPage>, config: &Config) -> Self {
        let Some(CachedPage { faces, section_digests, facts, has_facts, top, faults }) = cached else {
            return Self::default();
        };
        let kind = PageKind::of(&folder.path, config);
        let files = folder.assets.clone();
        let page = PageInput { path: folder.path.clone(), kind, facts, has_facts, top, faces, files };
        Self { page: Some(Arc::new(page)), section_digests, faults, ..Self::default() }
    }

    /// The same if no other page can see a difference from what the earlier build saw.
    fn if_same_faces(self, cached: Option<CachedPage>) -> Option<Self> {
        let same = self.page.as_ref().zip(cached.as_ref()).is_some_and(|(page, cached)| page.faces == cached.faces);
        same.then_some(self)
    }
}
