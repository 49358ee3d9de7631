//! A finished file.

use bytes::Bytes;

/// A file of the site that comes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Relative to the output folder, with `/` between its parts.
    pub path: String,
    /// Its bytes.
    pub bytes: Bytes,
}
