//! Highlighted code as it is stored.

use super::storage::Storage;
use crate::content::{Coverage, HighlightCache};

/// Under which name it is stored.
pub const NAME: &str = "code";

/// What was stored; nothing of it if it is damaged or was made by another program.
pub fn read(bytes: Vec<u8>) -> HighlightCache {
    HighlightCache::from_bytes(bytes)
}

/// What a later build may use; `None` if that is what was stored already.
pub fn write(cache: &HighlightCache, coverage: Coverage) -> Option<Vec<u8>> {
    cache.to_bytes(coverage)
}

/// Stores what a run has highlighted of a whole site.
pub fn store_highlights(highlights: &HighlightCache, storage: &dyn Storage) {
    if let Some(bytes) = write(highlights, Coverage::Complete) {
        storage.put(NAME, &bytes);
    }
}
