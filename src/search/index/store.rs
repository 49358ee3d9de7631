//! Where parts of the index wait for the next build.

use std::sync::Arc;

use super::model::PartId;
use super::segment::SegmentPages;
use super::term_lists::TermLists;

/// Where parts of the index wait for the next build. Used from many threads. A store may lose parts: then the index is made
/// of all pages again.
pub trait IndexStore: Sync {
    /// The pages of a segment; `None` if they are lost or damaged.
    fn segment_pages(&self, id: &PartId) -> Option<Arc<SegmentPages>>;

    /// Stores the pages of a segment.
    fn put_segment_pages(&self, pages: Arc<SegmentPages>) -> PartId;

    /// The term lists of a segment; `None` if they are lost or damaged.
    fn term_lists(&self, id: &PartId) -> Option<Arc<TermLists>>;

    /// Stores the term lists of a segment.
    fn put_term_lists(&self, lists: Arc<TermLists>) -> PartId;
}
