//! The search index of a site that is being edited: made when it is asked for, and from then on only as far as texts have
//! changed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use bytes::Bytes;

use super::locked::locked;
use crate::content::PageText;
use crate::diagnostic::Diagnostic;
use crate::render::{self, Input, SharedViews};
use crate::search::index::{IndexUpdate, LanguageIndex, MemoryIndexStore, SearchIndex};
use crate::site::PageId;

/// The index of a linked site. Another linking begins another one.
#[derive(Default)]
pub struct LiveSearch {
    store: MemoryIndexStore,
    latest: Option<Arc<LiveIndex>>,
    /// The pages whose text has changed since.
    changed: BTreeSet<PageId>,
}

/// An index with all of its files.
#[derive(Debug, Default)]
pub struct LiveIndex {
    index: SearchIndex,
    /// By path below the output folder.
    pub files: BTreeMap<String, Bytes>,
}

impl LiveSearch {
    /// The text of a page has changed, and nothing that other pages see of it.
    pub fn page_changed(&mut self, page: PageId) {
        self.changed.insert(page);
    }

    /// The index as it is now; `text` gives that of a page.
    pub fn update(
        &mut self,
        input: &Input<'_>,
        shared: &SharedViews,
        text: &(dyn Fn(PageId) -> Vec<Option<PageText>> + Sync),
    ) -> Result<Arc<LiveIndex>, Diagnostic> {
        if let Some(latest) = self.latest.as_ref().filter(|_| self.changed.is_empty()) {
            return Ok(latest.clone());
        }
        let emitted = Mutex::new(BTreeMap::new());
        let emit = |file: render::Output| {
            locked(&emitted).insert(file.path, file.bytes);
        };
        let earlier = self.latest.as_deref().map(|latest| (&latest.index, &self.changed));
        let mut update = render::search_index(input, shared, text, earlier, &self.store, &emit)?;
        if matches!(update, IndexUpdate::CacheMiss) {
            locked(&emitted).clear();
            update = render::search_index(input, shared, text, None, &self.store, &emit)?;
        }
        self.changed.clear();
        let mut files = std::mem::take(&mut *locked(&emitted));
        if let IndexUpdate::Rebuilt { index, unchanged_files } = update {
            let earlier = self.latest.as_ref().map(|latest| &latest.files);
            let unchanged = unchanged_files.into_iter().filter_map(|path| Some((earlier?.get(&path)?.clone(), path)));
            files.extend(unchanged.map(|(bytes, path)| (path, bytes)));
            self.store.retain(&index.iter().flat_map(LanguageIndex::parts).copied().collect());
            self.latest = Some(Arc::new(LiveIndex { index, files }));
        }
        Ok(self.latest.clone().unwrap_or_default())
    }
}
