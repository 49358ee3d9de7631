//! What one build leaves for the next. All of it can be made again: what is damaged, or was left by another program, for
//! other options or another output folder, is ignored. The only room that knows postcard, LZ4 and the cache folder.

mod disk;
mod highlights;
mod images;
mod index_parts;
mod key;
mod packed;
mod snapshot;
mod storage;

use std::collections::BTreeSet;
use std::sync::{Mutex, OnceLock};

use crate::content::HighlightCache;
pub use disk::{CACHE_DIR, DiskStorage, write_atomically};
pub use highlights::store_highlights;
pub use index_parts::ReadOnlyParts;
pub use key::BuildKey;
pub use packed::PackedText;
pub use snapshot::{
    CachedPage, CachedPageRef, Counts, EarlierOutputs, OutputRecord, PendingSnapshot, Snapshot, SnapshotInput,
};
pub use storage::Storage;

/// What is known of earlier builds.
#[derive(Debug, Default)]
pub struct Cache<'a> {
    highlights: OnceLock<HighlightCache>,
    /// `None` where the program has no stamp: then no snapshot is used.
    key: Option<BuildKey>,
    /// `None` for a build that uses and leaves nothing.
    storage: Option<&'a dyn Storage>,
    /// The names of stored pictures that the build has used or made.
    images: Mutex<BTreeSet<String>>,
}

impl<'a> Cache<'a> {
    /// What was left by builds with the same key; highlighted code is of use to any.
    pub fn open(storage: &'a dyn Storage, key: Option<BuildKey>) -> Self {
        Self { highlights: OnceLock::new(), key, storage: Some(storage), images: Mutex::default() }
    }

    /// Highlighted code, read from the storage when it is first wanted.
    pub fn highlights(&self) -> &HighlightCache {
        self.highlights.get_or_init(|| highlights::read(self.get(highlights::NAME).unwrap_or_default()))
    }

    /// Gives away highlighted code, to be used beyond this cache.
    pub fn into_highlights(self) -> HighlightCache {
        self.highlights();
        self.highlights.into_inner().unwrap_or_default()
    }

    fn get(&self, name: &str) -> Option<Vec<u8>> {
        self.storage?.get(name)
    }

    /// What is stored under a name, if it is what the digest says.
    fn get_checked(&self, name: &str, digest: &[u8; 32]) -> Option<Vec<u8>> {
        self.get(name).filter(|bytes| blake3::hash(bytes).as_bytes() == digest)
    }
}
