//! The folder inside an output folder in which a build gathers what it will move into place. It carries the lock that
//! keeps two builds apart, and the journal that tells the next build to finish what this one could not.
//!
//! ```text
//! public/.muwazana-staging/lock        held as long as a build lasts; marks the folder as the program's own
//!                          site/…      files that are new or have changed
//!                          files       the journal: the list of all files of the new site. While it is there, the
//!                                      staged files are complete and must be moved into place.
//!                          files.part  a journal that is being written
//! ```
//!
//! The last step of moving a site into place is to rename the journal to be the list of the output folder.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::list::LIST;

const STAGING: &str = ".muwazana-staging";
const LOCK: &str = "lock";
const SITE: &str = "site";
const JOURNAL: &str = "files";
const UNFINISHED_JOURNAL: &str = "files.part";

/// How often the lock is asked for anew after another build has removed it on its way out.
const ATTEMPTS: usize = 1_000;

/// The staging folder, locked. Unless a journal is there, it goes when this is dropped, and with it the folders that were
/// made for it.
#[derive(Debug)]
pub struct Staging {
    folder: PathBuf,
    root: PathBuf,
    /// Folders that were not there before, outermost first.
    created: Vec<PathBuf>,
    /// Closing it lets the next build go on.
    _lock: File,
}

impl Staging {
    /// Opens the staging folder of an output folder, and makes both if need be. Where another build has it, `wait` is called
    /// once, and then it is waited for. Fails where something that is not the program's is in the way.
    pub fn open(folder: &Path, wait: &dyn Fn()) -> Result<Self, Failure> {
        let mut created = Vec::new();
        let mut has_waited = false;
        for _ in 0..ATTEMPTS {
            create_folders(folder, &mut created).map_err(|error| Failure::System(folder.to_owned(), error))?;
            let once = || {
                if !std::mem::replace(&mut has_waited, true) {
                    wait();
                }
            };
            match lock(&folder.join(STAGING), once) {
                Ok(Some(lock)) => {
                    let (folder, root) = (folder.to_owned(), folder.join(STAGING));
                    return Ok(Self { folder, root, created, _lock: lock });
                }
                Ok(None) => {}
                Err(failure) => {
                    remove_folders(&created);
                    return Err(failure);
                }
            }
        }
        Err(Failure::Busy(folder.to_owned()))
    }

    /// Where staged files are, by their paths in the output folder.
    pub fn site(&self) -> PathBuf {
        self.root.join(SITE)
    }

    /// Where the journal is, if there is one.
    pub fn journal(&self) -> PathBuf {
        self.root.join(JOURNAL)
    }

    /// Whether an earlier build was interrupted while it moved its files into place.
    pub fn has_journal(&self) -> bool {
        fs::symlink_metadata(self.journal()).is_ok_and(|data| data.is_file())
    }

    /// Whether the output folder holds nothing but this.
    pub fn is_alone(&self) -> bool {
        let mut entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        entries.all(|entry| entry.file_name() == STAGING)
    }

    /// Forgets all staged files.
    pub fn clear(&self) -> Result<(), Failure> {
        match fs::remove_dir_all(self.site()) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Failure::System(self.site(), error)),
            _ => Ok(()),
        }
    }

    /// Writes the journal: as a whole, and onto the disk.
    pub fn write_journal(&self, list: &[u8]) -> Result<(), Failure> {
        let unfinished = self.root.join(UNFINISHED_JOURNAL);
        let write = || {
            let mut file = File::create(&unfinished)?;
            file.write_all(list)?;
            file.sync_data()?;
            fs::rename(&unfinished, self.journal())
        };
        write().map_err(|error| Failure::System(unfinished.clone(), error))
    }

    /// Takes the journal back, as long as nothing has been moved.
    pub fn remove_journal(&self) {
        let _ = fs::remove_file(self.journal());
    }

    /// Ends the moving: the journal becomes the list of the output folder.
    pub fn publish_journal(&mut self) -> Result<(), Failure> {
        let list = self.folder.join(LIST);
        fs::rename(self.journal(), &list).map_err(|error| Failure::System(list, error))?;
        self.keep_folders();
        Ok(())
    }

    /// What was made for this build stays, as the site is in it now.
    pub fn keep_folders(&mut self) {
        self.created.clear();
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if self.has_journal() {
            return;
        }
        // The lock goes last: it marks what is left as the program's, should this be cut short.
        let _ = fs::remove_dir_all(self.site());
        let _ = fs::remove_file(self.root.join(UNFINISHED_JOURNAL));
        let _ = fs::remove_file(self.root.join(LOCK));
        let _ = fs::remove_dir(&self.root);
        remove_folders(&self.created);
    }
}

/// Makes a folder and those above it; adds those that were not there.
fn create_folders(folder: &Path, created: &mut Vec<PathBuf>) -> io::Result<()> {
    let above = folder.ancestors().filter(|at| !at.as_os_str().is_empty());
    let missing: Vec<_> = above.take_while(|at| !at.exists()).collect();
    for at in missing.into_iter().rev() {
        match fs::create_dir(at) {
            Ok(()) => created.push(at.to_owned()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && at.is_dir() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Removes folders that are empty.
fn remove_folders(created: &[PathBuf]) {
    for at in created.iter().rev() {
        let _ = fs::remove_dir(at);
    }
}

/// Locks the staging folder, which is made if need be; `None` if it has been removed in between.
fn lock(root: &Path, wait: impl FnOnce()) -> Result<Option<File>, Failure> {
    let failure = |error| Failure::System(root.to_owned(), error);
    match fs::create_dir(root) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(failure(error)),
        _ => {}
    }
    match is_own(root) {
        Ok(true) => {}
        Ok(false) => return Err(Failure::Foreign(root.to_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failure(error)),
    }
    let path = root.join(LOCK);
    let file = match OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failure(error)),
    };
    let locked = match file.try_lock() {
        Err(TryLockError::WouldBlock) => {
            wait();
            file.lock()
        }
        Err(TryLockError::Error(error)) => Err(error),
        Ok(()) => Ok(()),
    };
    match locked {
        // A file system that knows no locks: builds of one folder at once are up to whoever starts them.
        Err(error) if error.kind() != io::ErrorKind::Unsupported => Err(failure(error)),
        _ => Ok(is_still_at(&file, &path).then_some(file)),
    }
}

/// Whether a folder is one that this module has made: it holds nothing else, and the lock unless it is empty.
fn is_own(root: &Path) -> io::Result<bool> {
    if !fs::symlink_metadata(root)?.is_dir() {
        return Ok(false);
    }
    let names = fs::read_dir(root)?.map(|entry| Ok(entry?.file_name())).collect::<io::Result<Vec<_>>>()?;
    let is_known =
        |name: &std::ffi::OsString| [LOCK, SITE, JOURNAL, UNFINISHED_JOURNAL].iter().any(|known| name == known);
    if names.is_empty() {
        return Ok(true);
    }
    let has_lock = fs::symlink_metadata(root.join(LOCK)).is_ok_and(|data| data.is_file());
    // Between the two looks another build may have removed it all.
    let has_lock = has_lock || fs::read_dir(root)?.next().is_none();
    Ok(has_lock && names.iter().all(is_known))
}

/// Whether an open file is still the one at its path: a build that ends removes its lock.
fn is_still_at(file: &File, path: &Path) -> bool {
    let (Ok(opened), Ok(there)) = (file.metadata(), fs::symlink_metadata(path)) else { return false };
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        (opened.dev(), opened.ino()) == (there.dev(), there.ino())
    }
    #[cfg(not(unix))]
    {
        opened.created().ok() == there.created().ok()
    }
}
