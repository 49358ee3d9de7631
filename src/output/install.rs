//! Moves staged files into place, and removes those that the site no longer has. All that can be in the way is looked for
//! before the first of them is moved. Each step can be done again after an interruption, with the same two lists.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rustc_hash::FxHashSet;

use super::failure::Failure;

/// What is at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Present {
    Nothing,
    /// A regular file.
    File,
    Folder,
    /// A link, a pipe …: never the program's own.
    Other,
}

impl Present {
    /// Links are not followed.
    pub fn at(path: &Path) -> Result<(Self, Option<fs::Metadata>), Failure> {
        match fs::symlink_metadata(path) {
            Ok(data) if data.is_file() => Ok((Self::File, Some(data))),
            Ok(data) if data.is_dir() => Ok((Self::Folder, Some(data))),
            Ok(data) => Ok((Self::Other, Some(data))),
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                Ok((Self::Nothing, None))
            }
            Err(error) => Err(Failure::System(path.to_owned(), error)),
        }
    }
}

/// How a staged file or folder comes into its place.
enum Step {
    /// Nothing is there, or a file of an earlier build that it replaces.
    Move,
    /// Both are folders: what is in them is looked at one by one.
    Descend,
    /// A file of an earlier build is there that the site no longer has.
    RemoveFile,
    /// A folder is there in which there are only such files.
    RemoveFolder,
}

/// One site on its way from the staging folder to the output folder.
pub struct Installation<'a> {
    folder: &'a Path,
    staged: &'a Path,
    /// What earlier builds have put into the folder.
    old: &'a FxHashSet<String>,
    /// Those that the site no longer has, sorted.
    stale: &'a [&'a str],
    /// How many staged files and folders have been moved, and how many stale files removed.
    moved: usize,
    removed: usize,
}

impl<'a> Installation<'a> {
    pub fn new(folder: &'a Path, staged: &'a Path, old: &'a FxHashSet<String>, stale: &'a [&'a str]) -> Self {
        Self { folder, staged, old, stale, moved: 0, removed: 0 }
    }

    /// Looks for whatever is in the way, and changes nothing.
    pub fn verify(&self) -> Result<(), Failure> {
        self.verify_below("")
    }

    /// Moves and removes; gives the number of files removed.
    pub fn run(&mut self) -> Result<usize, Failure> {
        self.merge("")?;
        let stale = self.stale;
        for path in stale {
            self.remove(path)?;
        }
        Ok(self.removed)
    }

    /// Whether anything has been changed so far.
    pub fn has_begun(&self) -> bool {
        self.moved + self.removed > 0
    }

    fn verify_below(&self, below: &str) -> Result<(), Failure> {
        for (path, is_folder) in self.entries(below)? {
            if matches!(self.step(&path, is_folder)?, Step::Descend) {
                self.verify_below(&path)?;
            }
        }
        Ok(())
    }

    fn merge(&mut self, below: &str) -> Result<(), Failure> {
        for (path, is_folder) in self.entries(below)? {
            match self.step(&path, is_folder)? {
                Step::Descend => {
                    self.merge(&path)?;
                    continue;
                }
                Step::Move => {}
                Step::RemoveFile => self.remove(&path)?,
                Step::RemoveFolder => {
                    let stale = self.stale_below(&path);
                    stale.iter().try_for_each(|path| self.remove(path))?;
                    remove_empty(&self.folder.join(&path))?;
                }
            }
            let target = self.folder.join(&path);
            fs::rename(self.staged.join(&path), &target).map_err(|error| Failure::System(target, error))?;
            self.moved += 1;
        }
        Ok(())
    }

    /// What is staged in a folder, sorted, and whether each is a folder itself.
    fn entries(&self, below: &str) -> Result<Vec<(String, bool)>, Failure> {
        let folder = self.staged.join(below);
        let read = || -> io::Result<Vec<(String, bool)>> {
            let mut entries = Vec::new();
            for entry in fs::read_dir(&folder)? {
                let entry = entry?;
                let name = entry.file_name().to_string_lossy().into_owned();
                let path = if below.is_empty() { name } else { format!("{below}/{name}") };
                entries.push((path, entry.file_type()?.is_dir()));
            }
            entries.sort_unstable();
            Ok(entries)
        };
        match read() {
            // Nothing but removals, or an interruption after the last file was moved.
            Err(error) if below.is_empty() && error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            other => other.map_err(|error| Failure::System(folder.clone(), error)),
        }
    }

    fn step(&self, path: &str, is_folder: bool) -> Result<Step, Failure> {
        let target = self.folder.join(path);
        match (is_folder, Present::at(&target)?.0) {
            (_, Present::Nothing) => Ok(Step::Move),
            (true, Present::Folder) => Ok(Step::Descend),
            (true, Present::File) if self.stale.binary_search(&path).is_ok() => Ok(Step::RemoveFile),
            (false, Present::File) if self.old.contains(path) => Ok(Step::Move),
            (false, Present::Folder) => {
                self.holds_only_stale_files(path)?;
                Ok(Step::RemoveFolder)
            }
            _ => Err(Failure::Foreign(target)),
        }
    }

    fn holds_only_stale_files(&self, path: &str) -> Result<(), Failure> {
        let folder = self.folder.join(path);
        let failure = |error| Failure::System(folder.clone(), error);
        for entry in fs::read_dir(&folder).map_err(failure)? {
            let entry = entry.map_err(failure)?;
            let inner = format!("{path}/{}", entry.file_name().to_string_lossy());
            match Present::at(&entry.path())?.0 {
                Present::Nothing => {}
                Present::Folder => self.holds_only_stale_files(&inner)?,
                Present::File if self.stale.binary_search(&inner.as_str()).is_ok() => {}
                _ => return Err(Failure::Foreign(entry.path())),
            }
        }
        Ok(())
    }

    /// Stale files in a folder.
    fn stale_below(&self, folder: &str) -> &'a [&'a str] {
        let prefix = format!("{folder}/");
        let stale = self.stale;
        let start = stale.partition_point(|path| *path < prefix.as_str());
        let end = stale[start..].partition_point(|path| path.starts_with(&prefix));
        &stale[start..start + end]
    }

    /// Removes a file of an earlier build, and the folders that it leaves empty. What has taken its place since, and
    /// whatever is behind a link, is somebody else's.
    fn remove(&mut self, path: &str) -> Result<(), Failure> {
        let mut at = self.folder.to_owned();
        let mut parts = path.split('/').peekable();
        while let Some(part) = parts.next() {
            at.push(part);
            let expected = if parts.peek().is_some() { Present::Folder } else { Present::File };
            if Present::at(&at)?.0 != expected {
                return Ok(());
            }
        }
        match fs::remove_file(&at) {
            Ok(()) => self.removed += 1,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(Failure::System(at, error)),
        }
        let mut parent = at.parent();
        while let Some(dir) = parent.filter(|dir| *dir != self.folder && fs::remove_dir(dir).is_ok()) {
            parent = dir.parent();
        }
        Ok(())
    }
}

/// Removes a folder in which there are only empty folders.
fn remove_empty(folder: &Path) -> Result<(), Failure> {
    let failure = |error| Failure::System(folder.to_owned(), error);
    let inner: Vec<PathBuf> = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => {
            entries.map_err(failure)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>().map_err(failure)?
        }
    };
    inner.iter().try_for_each(|path| remove_empty(path))?;
    fs::remove_dir(folder).map_err(failure)
}
