//! Writes single files of a site's sources that a person asked for.

use std::path::Path;

use super::failure::Failure;
use crate::cache::write_atomically;

/// Writes a file of the site's sources: whole, or it stays as it was.
pub fn write_source_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    write_atomically(path, bytes).map_err(|error| Failure::System(path.to_owned(), error))
}
