//! Finished files, and where they go.

use bytes::Bytes;
use serde::{Deserialize, Serialize};

use crate::site::PageId;
use crate::tree::Stamp;

/// What a file of the site is made of, and so what has to change before the file does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DependsOn {
    /// The words of a page with a folder, and what the site says of it.
    Page(PageId),
    /// The words of all pages together: the index of the search, and how far the languages are.
    AllText,
    /// The words of many pages, such as those of the newest in the feed.
    Texts,
    /// What all pages show of themselves to others.
    Site,
}

/// A file of the site that comes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Relative to the output folder, with `/` between its parts.
    pub path: String,
    /// Its bytes.
    pub bytes: Bytes,
}

/// Where finished files go. Called from many threads.
pub trait OutputSink: Sync {
    /// Takes a file of the site.
    fn write(&self, output: Output);

    /// Forgets all files: the build begins anew.
    fn restart(&self) {}

    /// Takes a file as an earlier build has written it.
    fn reuse(&self, _path: &str) {}

    /// Whether a file is still as an earlier build has written it.
    fn is_current(&self, _path: &str, _stamp: Stamp) -> bool {
        false
    }
}
