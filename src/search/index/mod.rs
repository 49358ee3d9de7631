//! The index of the search, made in segments of some dozens of pages: a change to one page makes one segment anew, and a
//! large site is never in memory as a whole. What a segment shows is written as soon as its last page is known; only what
//! its pages are found by waits for the words of all others.
//!
//! Plain [`SearchEntry`] values go in, finished files and a [`SearchIndex`] come out: see [`IndexBuilder`]. What the next
//! build needs of this one is in an [`IndexStore`]. Pages know only where the manifest is, so that a change to a text
//! changes no other page. The files are described in [`super::format`].

mod builder;
mod document;
mod entry;
mod error;
mod files;
mod language;
mod manifest;
mod memory_store;
mod merge;
mod model;
mod postings;
mod record;
mod record_files;
mod segment;
mod store;
mod term_lists;
mod varint;
mod vocabulary;

pub use builder::{IndexBuilder, SegmentUpdate};
pub use document::AnalysedPage;
pub use entry::{EntrySection, ReaderEntry, SearchEntry};
pub use error::IndexError;
pub use files::EmitIndexFile;
pub use language::IndexLanguage;
pub use memory_store::MemoryIndexStore;
pub use model::{IndexUpdate, LanguageIndex, PartId, SearchIndex};
pub use segment::SegmentPages;
pub use store::IndexStore;
pub use term_lists::TermLists;
