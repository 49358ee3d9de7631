//! Writes single files beside the site's sources: what spares later runs work, and what a person asked to have recorded.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::Failure;
use crate::source::KEPT;

/// Keeps bytes, which come in pieces, under a name for later runs: whole, or as they were. A run that cannot keep them only
/// goes slower next time.
pub fn keep(root: &Path, name: &str, pieces: &mut dyn Iterator<Item = Vec<u8>>) {
    // There is nothing to say to anybody: the folder may lie where nothing can be written.
    let _ = replace(&root.join(KEPT).join(name), pieces);
}

/// Writes a file of the site's sources: whole, or as it was.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    replace(path, &mut std::iter::once(bytes.to_vec())).map_err(|error| Failure::System(path.to_owned(), error))
}

/// Writes beside the place first and then renames, so that a reader never sees half a file.
fn replace(path: &Path, pieces: &mut dyn Iterator<Item = Vec<u8>>) -> io::Result<()> {
    let parent = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent)?;
    let mut file = tempfile::Builder::new().prefix(".muwazana-").tempfile_in(parent)?;
    for piece in pieces {
        file.write_all(&piece)?;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // A temporary file is private; what lies beside the sources is as readable as they are.
        file.as_file().set_permissions(fs::Permissions::from_mode(0o644))?;
    }
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
