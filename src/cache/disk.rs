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

impl DiskStorage {
    /// The path of a file, if every folder on the way is one, or is not there yet: what is behind a link is somebody else's.
    fn path(&self, name: &str) -> Option<PathBuf> {
        let mut folder = self.0.clone();
        let mut parts = name.split('/').peekable();
        while let Some(part) = parts.next() {
            if fs::symlink_metadata(&folder).is_ok_and(|data| !data.is_dir()) {
                return None;
            }
            folder.push(part);
            if parts.peek().is_none() {
                return Some(folder);
            }
        }
        None
    }
}

/// Whether a regular file is at a path. To open anything else might never end, or reach a file of somebody else's.
fn is_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|data| data.is_file())
}

impl Storage for DiskStorage {
    fn get(&self, name: &str) -> Option<Vec<u8>> {
        let path = self.path(name).filter(|path| is_file(path))?;
        fs::read(path).ok()
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        // Another version may have stored a file where this one has a folder.
        if let Some((folder, _)) = name.rsplit_once('/')
            && let Some(folder) = self.path(folder).filter(|folder| is_file(folder))
        {
            let _ = fs::remove_file(folder);
        }
        let Some(path) = self.path(name) else { return };
        if is_file(&path) || fs::symlink_metadata(&path).is_err() {
            let _ = write_atomically(&path, bytes);
        }
    }

    fn retain(&self, folder: &str, names: &BTreeSet<String>) {
        let Some(path) = self.path(folder).filter(|path| fs::symlink_metadata(path).is_ok_and(|data| data.is_dir()))
        else {
            return;
        };
        for entry in fs::read_dir(path).into_iter().flatten().flatten() {
            let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if !names.contains(&name) && is_file(&entry.path()) {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(storage: &DiskStorage, name: &str) -> Option<Vec<u8>> {
        storage.get(name)
    }

    #[test]
    fn a_file_comes_back_and_what_is_of_no_use_goes() {
        let root = tempfile::tempdir().unwrap();
        let storage = DiskStorage::under(root.path());
        storage.put("code", b"1");
        storage.put("index/a", b"2");
        storage.put("index/b", b"3");
        storage.retain("index", &BTreeSet::from(["index/b".to_owned()]));
        let found = ["code", "index/a", "index/b", "other"].map(|name| bytes(&storage, name));
        assert_eq!(found, [Some(b"1".to_vec()), None, Some(b"3".to_vec()), None]);
    }

    #[test]
    fn a_file_of_another_version_gives_way_to_a_folder() {
        let root = tempfile::tempdir().unwrap();
        let storage = DiskStorage::under(root.path());
        storage.put("index", b"old");
        storage.put("index/a", b"new");
        assert_eq!(bytes(&storage, "index/a"), Some(b"new".to_vec()));
    }

    #[cfg(unix)]
    #[test]
    fn what_is_behind_a_link_is_neither_read_nor_changed() {
        let (root, theirs) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let before = [("code", "theirs"), ("index/a", "theirs")];
        fs::create_dir(theirs.path().join("index")).unwrap();
        before.iter().for_each(|(name, text)| fs::write(theirs.path().join(name), text).unwrap());
        let link = |to: &str, at: &str| {
            let at = root.path().join(CACHE_DIR).join(at);
            let _ = fs::create_dir(root.path().join(CACHE_DIR));
            std::os::unix::fs::symlink(theirs.path().join(to), at).unwrap();
        };
        let check = || {
            let storage = DiskStorage::under(root.path());
            for name in ["code", "index/a"] {
                assert_eq!(bytes(&storage, name), None, "{name}");
                storage.put(name, b"ours");
            }
            storage.retain("index", &BTreeSet::new());
            for (name, text) in before {
                assert_eq!(fs::read_to_string(theirs.path().join(name)).unwrap(), text, "{name}");
            }
        };
        link("code", "code");
        link("index", "index");
        check();
        assert!(root.path().join(CACHE_DIR).join("code").is_symlink(), "the link is somebody's own");
        fs::remove_dir_all(root.path().join(CACHE_DIR)).unwrap();
        std::os::unix::fs::symlink(theirs.path(), root.path().join(CACHE_DIR)).unwrap();
        check();
    }
}
