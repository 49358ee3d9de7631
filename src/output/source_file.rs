//! Writes single files of a site's sources that a person asked for.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use crate::cache::write_atomically;

/// Reads a text that an earlier run has written with [`write_source_file`].
pub fn read_source_file(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::System(path.to_owned(), error))
}

/// Writes a file below the folder of a site, by its path with `/`: whole, or it stays as it was.
pub fn write_below(root: &Path, path: &str, bytes: &[u8]) -> Result<(), Failure> {
    refuse_links(root, path)?;
    write_source_file(&root.join(path), bytes)
}

/// A folder on the way to a file may be a symbolic link, and lead out of the site.
fn refuse_links(root: &Path, path: &str) -> Result<(), Failure> {
    let folders = path.match_indices('/').map(|(end, _)| root.join(&path[..end]));
    let is_link = |folder: &PathBuf| folder.symlink_metadata().is_ok_and(|folder| folder.is_symlink());
    folders.into_iter().find(is_link).map_or(Ok(()), |link| Err(Failure::Link(link)))
}

/// Writes a file of the site's sources: whole, or it stays as it was.
pub fn write_source_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    write_atomically(path, bytes).map_err(|error| Failure::System(path.to_owned(), error))
}

/// Gives a folder of the site's sources another name.
pub fn move_source_folder(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::rename(from, to).map_err(|error| Failure::System(from.to_owned(), error))
}

/// Writes files below a folder, by their paths with `/`, of which none may be there yet: else none is written.
pub fn create_source_files<'a>(
    root: &Path,
    files: impl Iterator<Item = (&'a str, &'a [u8])> + Clone,
) -> Result<(), Failure> {
    if let Some(path) = files.clone().map(|(path, _)| root.join(path)).find(|path| path.symlink_metadata().is_ok()) {
        return Err(Failure::Present(path));
    }
    files.clone().try_for_each(|(path, _)| refuse_links(root, path))?;
    for (path, bytes) in files {
        let path = root.join(path);
        let create = || {
            fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
            let mut file = fs::OpenOptions::new().write(true).create_new(true).open(&path)?;
            file.write_all(bytes)
        };
        create().map_err(|error| Failure::System(path.clone(), error))?;
    }
    Ok(())
}
