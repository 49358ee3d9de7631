//! The parts of the search index, each stored under the BLAKE3 digest of its bytes: postcard, and the pages of segments
//! compressed by LZ4 as well. The index itself knows nothing of that.

use std::sync::Arc;

use super::Cache;
use crate::search::index::{IndexStore, PartId, SegmentPages, TermLists};

/// The folder of the parts.
pub const FOLDER: &str = "index";

impl Cache<'_> {
    /// The bytes of a part; `None` if they are lost or damaged.
    fn index_part(&self, part: &PartId) -> Option<Vec<u8>> {
        self.get_checked(&name_of(part), &part.0)
    }

    /// Stores the bytes of a part. Where nothing is stored, they are not made either. A value that cannot be written is lost:
    /// then the next build makes it again.
    fn put_index_part(&self, bytes: impl FnOnce() -> Option<Vec<u8>>) -> PartId {
        let Some((storage, bytes)) = self.storage.and_then(|storage| Some((storage, bytes()?))) else {
            return PartId::default();
        };
        let part = PartId(*blake3::hash(&bytes).as_bytes());
        storage.put(&name_of(&part), &bytes);
        part
    }
}

impl IndexStore for Cache<'_> {
    fn segment_pages(&self, id: &PartId) -> Option<Arc<SegmentPages>> {
        let bytes = lz4_flex::decompress_size_prepended(&self.index_part(id)?).ok()?;
        postcard::from_bytes(&bytes).ok().map(Arc::new)
    }

    fn put_segment_pages(&self, pages: Arc<SegmentPages>) -> PartId {
        self.put_index_part(|| Some(lz4_flex::compress_prepend_size(&postcard::to_stdvec(&*pages).ok()?)))
    }

    fn term_lists(&self, id: &PartId) -> Option<Arc<TermLists>> {
        postcard::from_bytes(&self.index_part(id)?).ok().map(Arc::new)
    }

    fn put_term_lists(&self, lists: Arc<TermLists>) -> PartId {
        // Those of all segments are read for every change, so that they are not compressed.
        self.put_index_part(|| postcard::to_stdvec(&*lists).ok())
    }
}

/// The same for a build that is known to have errors: nothing new is stored.
pub struct ReadOnlyParts<'a>(pub &'a Cache<'a>);

impl IndexStore for ReadOnlyParts<'_> {
    fn segment_pages(&self, id: &PartId) -> Option<Arc<SegmentPages>> {
        self.0.segment_pages(id)
    }

    fn put_segment_pages(&self, _: Arc<SegmentPages>) -> PartId {
        PartId::default()
    }

    fn term_lists(&self, id: &PartId) -> Option<Arc<TermLists>> {
        self.0.term_lists(id)
    }

    fn put_term_lists(&self, _: Arc<TermLists>) -> PartId {
        PartId::default()
    }
}

/// The name of a part.
pub fn name_of(part: &PartId) -> String {
    format!("{FOLDER}/{}", blake3::Hash::from(part.0).to_hex())
}
