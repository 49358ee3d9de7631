//! Writes single files of a site's sources that a person asked for.

use std::fs;
use std::io::Write;
use std::path::Path;

use super::failure::Failure;
use crate::cache::write_atomically;

/// Reads a text that an earlier run has written with [`write_source_file`].
pub fn read_source_file(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::System(path.to_owned(), error))
}

/// Writes a file of the site's sources: whole, or it stays as it was.
pub fn write_source_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    write_atomically(path, bytes).map_err(|error| Failure::System(path.to_owned(), error))
}

/// Writes a file of the site's sources that must not be there yet.
pub fn create_source_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let create = || {
        fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
        let mut file = fs::OpenOptions::new().write(true).create_new(true).open(path)?;
        file.write_all(bytes)
    };
    create().map_err(|error| Failure::System(path.to_owned(), error))
}
