//! The stamps of all files of a site, compared with earlier ones: for file systems that send no events, and after events
//! were lost.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::change::{FOLDERS, Locations, SETTINGS};
use crate::tree::{Change, Stamp, is_hidden};

/// The stamps of everything that [`Change::Paths`] may name, and of the files that tell the commit.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FileStamps {
    files: BTreeMap<String, Stamp>,
    commit: Vec<Option<Stamp>>,
}

impl FileStamps {
    /// Reads the stamps as they are now. What cannot be read counts as missing.
    pub(super) fn at(locations: &Locations) -> Self {
        let root = &locations.root;
        let mut stamps = Self::default();
        if let Some(stamp) = stamp(&root.join(SETTINGS)) {
            stamps.files.insert(SETTINGS.to_owned(), stamp);
        }
        for folder in FOLDERS {
            stamps.list(&root.join(folder), folder);
        }
        if let Some(repository) = &locations.repository {
            stamps.commit = ["HEAD", "logs/HEAD"].map(|name| stamp(&repository.own.join(name))).into();
        }
        stamps
    }

    fn list(&mut self, folder: &Path, name: &str) {
        let Ok(entries) = std::fs::read_dir(folder) else { return };
        // A folder is there or not; its own times change with its files.
        self.files.insert(name.to_owned(), Stamp::default());
        for entry in entries.flatten() {
            let part = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{name}/{part}");
            match entry.metadata() {
                _ if is_hidden(name.split('/').next().unwrap_or(name), &part) => {}
                Ok(data) if data.is_dir() => self.list(&entry.path(), &path),
                Ok(data) => {
                    self.files.insert(path, Stamp::of(&data).unwrap_or_default());
                }
                Err(_) => {}
            }
        }
    }

    /// What has changed since earlier stamps were read, in order; empty if nothing has.
    pub(super) fn since(&self, earlier: &Self) -> Vec<Change> {
        let gone = earlier.files.keys().filter(|path| !self.files.contains_key(*path));
        let other = self.files.iter().filter(|(path, stamp)| earlier.files.get(*path) != Some(stamp));
        let paths: BTreeSet<String> = gone.chain(other.map(|(path, _)| path)).cloned().collect();
        if paths.iter().any(|path| FOLDERS.contains(&path.as_str())) {
            return vec![Change::Everything];
        }
        let paths = (!paths.is_empty()).then_some(Change::Paths(paths));
        let commit = (self.commit != earlier.commit).then_some(Change::Commit);
        paths.into_iter().chain(commit).collect()
    }
}

fn stamp(path: &Path) -> Option<Stamp> {
    std::fs::symlink_metadata(path).ok().map(|data| Stamp::of(&data).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn stamps_tell_what_has_changed() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        fs::create_dir_all(root.join("content/a")).expect("a folder");
        fs::create_dir_all(root.join("static/.well-known")).expect("a folder");
        for name in [
            "site.toml",
            "content/a/ar.md",
            "content/a/en.md",
            "content/.hidden",
            "static/.DS_Store",
            "static/.well-known/x",
        ] {
            fs::write(root.join(name), name).expect("a file");
        }
        let locations = Locations::of(root).expect("it is there");
        let first = FileStamps::at(&locations);
        assert_eq!(FileStamps::at(&locations).since(&first), []);
        for name in ["content/.hidden", "static/.DS_Store", "static/.well-known/x"] {
            fs::write(root.join(name), "other than before").expect("a file");
        }
        fs::write(root.join("content/a/en.md"), "longer than before").expect("a file");
        fs::rename(root.join("content/a/ar.md"), root.join("content/a/fa.md")).expect("renamed");
        let second = FileStamps::at(&locations);
        let expected = ["content/a/ar.md", "content/a/en.md", "content/a/fa.md", "static/.well-known/x"];
        let expected = expected.map(str::to_owned);
        assert_eq!(second.since(&first), [Change::Paths(expected.into())]);
        fs::remove_dir_all(root.join("content")).expect("removed");
        assert_eq!(FileStamps::at(&locations).since(&second), [Change::Everything]);
    }
}
