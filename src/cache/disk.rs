//! The cache folder beside a site's sources.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::storage::Storage;

/// The cache folder below the root; all of it can be made again.
pub const CACHE_DIR: &str = ".muwazana";

/// The cache folder of a site. A run that cannot store something only goes slower next time, and there is nothing to say to
/// anybody: the folder may lie where nothing can be written.
#[derive(Debug)]
pub struct DiskStorage(PathBuf);

impl DiskStorage {
    /// Under the root of a site.
    pub fn under(root: &Path) -> Self {
        Self(root.join(CACHE_DIR))
    }
}

impl Storage for DiskStorage {
    fn get(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.0.join(name)).ok()
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        let path = self.0.join(name);
        // Another version may have stored a file where this one has a folder.
        if let Some(parent) = path.parent().filter(|parent| **parent != *self.0 && parent.is_file()) {
            let _ = fs::remove_file(parent);
        }
        let _ = write_atomically(&path, bytes);
    }

    fn retain(&self, folder: &str, names: &BTreeSet<String>) {
        let path = self.0.join(folder);
        // What is behind a link is somebody else's.
        if !fs::symlink_metadata(&path).is_ok_and(|data| data.is_dir()) {
            return;
        }
        for entry in fs::read_dir(path).into_iter().flatten().flatten() {
            if !names.contains(&format!("{folder}/{}", entry.file_name().to_string_lossy())) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// Writes beside the place first and then renames, so that a reader never sees half a file.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let parent = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent)?;
    let mut file = tempfile::Builder::new().prefix(".muwazana-").tempfile_in(parent)?;
    file.write_all(bytes)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // A temporary file is private; what lies beside the sources is as readable as they are.
        file.as_file().set_permissions(fs::Permissions::from_mode(0o644))?;
    }
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
