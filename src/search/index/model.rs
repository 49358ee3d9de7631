//! What a build leaves of the index for the next one.

use serde::{Deserialize, Serialize};

/// Identifies a part of the index in its [store](super::IndexStore), which alone knows what the bytes mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PartId(pub [u8; 32]);

/// The index, by language of the site.
pub type SearchIndex = Vec<LanguageIndex>;

/// The index of a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanguageIndex {
    /// How many pages it has.
    pub(super) pages: usize,
    pub(super) segments: Vec<IndexSegment>,
    /// The paths of the files that are made of all segments: places, terms and the manifest.
    pub(super) files: Vec<String>,
}

impl LanguageIndex {
    /// The parts of it in the store; a store may drop all others.
    pub fn parts(&self) -> impl Iterator<Item = &PartId> {
        self.segments.iter().flat_map(|segment| [&segment.pages, &segment.term_lists])
    }
}

/// A segment of a language's index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexSegment {
    /// By file of records: the digest in its name.
    pub records: Vec<String>,
    /// The same of texts.
    pub texts: Vec<String>,
    /// How long its pages are, a digit for each.
    pub lengths: String,
    /// Its [`SegmentPages`](super::SegmentPages).
    pub pages: PartId,
    /// Its [`TermLists`](super::TermLists).
    pub term_lists: PartId,
}

/// What has become of the index.
#[derive(Debug, Default, PartialEq, Eq)]
pub enum IndexUpdate {
    /// It is the earlier one: no file was emitted, and all of its files are valid.
    #[default]
    Unchanged,
    /// It is another one.
    Rebuilt {
        /// The new index.
        index: SearchIndex,
        /// The paths of files of the earlier index that were not emitted again and are part of this one, too.
        unchanged_files: Vec<String>,
    },
    /// The store has lost a part of the earlier index: it has to be made of all pages.
    CacheMiss,
}
