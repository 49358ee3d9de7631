//! Writes a site into a folder: only what differs, each file whole or not at all, and nothing that is not its own.
//! The folder carries a list of the files that a build put there; others are neither overwritten nor removed.
//!
//! Files come one by one while a site is rendered, and some fault may still come after them. So those that differ wait in
//! a folder beside their places, and when all is well they are moved there: whole folders at once where nothing stands.

mod source_file;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;

use rustc_hash::FxHashSet;

use crate::render::{Output, OutputSink};
use crate::tree::Stamp;
pub use source_file::write_source_file;

/// The list, at the top of the output folder: one path a line, sorted.
const LIST: &str = ".muwazana-files";

/// Where files wait, in the output folder, so that moving them is no copying.
const WAITING: &str = ".muwazana-new";

/// What writing came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or have changed.
    pub written: usize,
    /// Files that were there already, byte for byte.
    pub unchanged: usize,
    /// Files of an earlier build that the site no longer has.
    pub removed: usize,
}

/// Why a site was not written. What was there before is there still, but for files of an earlier build of it.
#[derive(Debug)]
pub enum Failure {
    /// A file that no build has put there stands where the site has one of its own.
    Foreign(PathBuf),
    /// A path that would leave the folder.
    Outside(String),
    /// The system refused.
    System(PathBuf, io::Error),
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Foreign(path) => write!(
                f,
                "{} is in the way: no build has put it there\n  help: move it, or write the site elsewhere with --out",
                path.display()
            ),
            Self::Outside(path) => write!(f, "`{path}` would leave the output folder"),
            Self::System(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

/// A site on its way into a folder. What is not committed leaves no trace.
pub struct Writing {
    folder: PathBuf,
    /// The files that a build has put there.
    own: FxHashSet<String>,
    /// Whether the folder is empty or not there at all: then there is nothing to compare with.
    empty: bool,
    state: Mutex<State>,
    /// The folders that have been looked at: whether they are there.
    folders: Mutex<BTreeMap<String, bool>>,
    /// The folders that have been made for files that wait.
    made: Mutex<FxHashSet<String>>,
}

#[derive(Default)]
struct State {
    /// The files of the site. Where a path comes twice, the later one counts.
    files: Vec<(String, Placed)>,
    /// The one whose path comes first, so that it does not depend on which thread was faster.
    failure: Option<(String, Failure)>,
}

/// A file of the site: its stamp if it was handed on in this build, and whether it waits.
type Placed = (Option<Stamp>, bool);

impl Writing {
    /// Begins to write into a folder, which need not be there.
    pub fn into(folder: &Path) -> Result<Self, Failure> {
        let waiting = folder.join(WAITING);
        // A build that was killed may have left it.
        match fs::remove_dir_all(&waiting) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(Failure::System(waiting, error)),
            _ => {}
        }
        let empty = fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none());
        let own = read_list(folder)?;
        let folder = folder.to_owned();
        Ok(Self { folder, own, empty, state: Mutex::default(), folders: Mutex::default(), made: Mutex::default() })
    }

    /// Makes the folder hold exactly the files that were taken and kept, beside what others have put there. The second
    /// value is the stamp of each file that was taken, sorted by path.
    pub fn commit(self) -> Result<(Written, Vec<(String, Stamp)>), Failure> {
        let State { mut files, failure } = self.state.lock().map(|mut s| std::mem::take(&mut *s)).unwrap_or_default();
        if let Some((_, failure)) = failure {
            return Err(failure);
        }
        // Kept files come sorted, and a stable sort does little then; it leaves the later of two with one path behind.
        files.sort_by(|(a, _), (b, _)| a.cmp(b));
        files.dedup_by(|later, earlier| {
            let same = later.0 == earlier.0;
            if same {
                earlier.1 = later.1;
            }
            same
        });
        let changed = files.iter().filter(|(_, (_, waits))| *waits).count();
        let mut stale: FxHashSet<&str> = self.own.iter().map(String::as_str).collect();
        let kept = || files.iter().map(|(path, _)| path.as_str());
        let known = kept().filter(|path| stale.remove(path)).count();
        let mut stale: Vec<&str> = stale.into_iter().collect();
        stale.sort_unstable();
        // Should the moving be cut short, the list knows old files and new ones.
        if known < files.len() {
            self.write_list(kept().chain(stale.iter().copied()).collect())?;
        }
        if changed > 0 {
            merge(&self.folder.join(WAITING), &self.folder)?;
        }
        let mut removed = 0;
        for path in &stale {
            removed += usize::from(remove(&self.folder, path)?);
        }
        if !stale.is_empty() {
            self.write_list(kept().collect())?;
        }
        let written = Written { written: changed, unchanged: files.len() - changed, removed };
        Ok((written, files.into_iter().filter_map(|(path, (stamp, _))| Some((path, stamp?))).collect()))
    }

    fn write_list(&self, paths: BTreeSet<&str>) -> Result<(), Failure> {
        let list: String = paths.iter().flat_map(|path| [*path, "\n"]).collect();
        self.wait(LIST, list.as_bytes())?;
        let (from, to) = (self.folder.join(WAITING).join(LIST), self.folder.join(LIST));
        fs::rename(from, &to).map_err(|error| Failure::System(to, error))
    }

    /// Writes a file that has to wait; gives its stamp.
    fn wait(&self, path: &str, bytes: &[u8]) -> Result<Option<Stamp>, Failure> {
        let at = self.folder.join(WAITING).join(path);
        let write = || {
            self.make(path.rsplit_once('/').map_or("", |(folder, _)| folder))?;
            let mut file = fs::File::create(&at)?;
            file.write_all(bytes)?;
            file.metadata()
        };
        let data = write().map_err(|error| Failure::System(self.folder.join(path), error))?;
        Ok(Stamp::of(&data).map(Stamp::of_content))
    }

    /// Makes a folder for files that wait, once.
    fn make(&self, folder: &str) -> io::Result<()> {
        if self.made.lock().is_ok_and(|made| made.contains(folder)) {
            return Ok(());
        }
        fs::create_dir_all(self.folder.join(WAITING).join(folder))?;
        if let Ok(mut made) = self.made.lock() {
            made.insert(folder.to_owned());
        }
        Ok(())
    }

    /// Compares a file with what stands in its place; where it differs, it waits. Gives its stamp, and whether it waits.
    fn place(&self, output: &Output) -> Result<Placed, Failure> {
        if !is_inside(&output.path) {
            return Err(Failure::Outside(output.path.clone()));
        }
        if self.empty {
            return Ok((self.wait(&output.path, &output.bytes)?, true));
        }
        let path = self.folder.join(&output.path);
        let parent = output.path.rsplit_once('/').map_or("", |(parent, _)| parent);
        let stands = if self.is_there(parent)? { look(&path)? } else { None };
        if let Some(data) = stands {
            let same = data.len() == output.bytes.len() as u64
                && fs::read(&path).map_err(|error| Failure::System(path.clone(), error))? == *output.bytes;
            if same {
                return Ok((Stamp::of(&data).map(Stamp::of_content), false));
            }
            if !self.own.contains(&output.path) {
                return Err(Failure::Foreign(path));
            }
        }
        Ok((self.wait(&output.path, &output.bytes)?, true))
    }

    /// Whether a folder of the site is there, and is no link to elsewhere. Each is looked at once.
    fn is_there(&self, folder: &str) -> Result<bool, Failure> {
        if folder.is_empty() {
            return Ok(true);
        }
        if let Some(known) = self.folders.lock().ok().and_then(|folders| folders.get(folder).copied()) {
            return Ok(known);
        }
        let parent = folder.rsplit_once('/').map_or("", |(parent, _)| parent);
        let there = self.is_there(parent)? && look(&self.folder.join(folder))?.is_some();
        if let Ok(mut folders) = self.folders.lock() {
            folders.insert(folder.to_owned(), there);
        }
        Ok(there)
    }
}

impl OutputSink for Writing {
    fn write(&self, output: Output) {
        let placed = self.place(&output);
        let Ok(mut state) = self.state.lock() else { return };
        match placed {
            Ok(placed) => {
                state.files.push((output.path, placed));
            }
            Err(failure) if state.failure.as_ref().is_none_or(|(first, _)| output.path < *first) => {
                state.failure = Some((output.path, failure));
            }
            Err(_) => {}
        }
    }

    fn restart(&self) {
        if let Ok(mut state) = self.state.lock() {
            *state = State::default();
        }
        if let Ok(mut made) = self.made.lock() {
            made.clear();
        }
        // What cannot be removed will be written over, or else is found to be in the way.
        let _ = fs::remove_dir_all(self.folder.join(WAITING));
    }

    fn reuse(&self, path: &str) {
        if let Ok(mut state) = self.state.lock() {
            state.files.push((path.to_owned(), (None, false)));
        }
    }

    fn is_current(&self, path: &str, stamp: Stamp) -> bool {
        let data = fs::symlink_metadata(self.folder.join(path)).ok().filter(|data| data.is_file());
        let now = data.and_then(|data| Stamp::of(&data)).map(Stamp::of_content);
        self.own.contains(path) && now == Some(stamp)
    }
}

impl Drop for Writing {
    /// The waiting files go; so does the folder, if it is here for their sake alone.
    fn drop(&mut self) {
        if fs::remove_dir_all(self.folder.join(WAITING)).is_ok() && self.empty {
            let _ = fs::remove_dir(&self.folder);
        }
    }
}

/// What stands at a path, if anything; a link is not ours to follow.
fn look(path: &Path) -> Result<Option<fs::Metadata>, Failure> {
    match fs::symlink_metadata(path) {
        Ok(data) if data.file_type().is_symlink() => Err(Failure::Foreign(path.to_owned())),
        Ok(data) => Ok(Some(data)),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(Failure::System(path.to_owned(), error)),
    }
}

/// Moves what is in one folder into another: folders that are not there as a whole, files over those that are.
fn merge(from: &Path, to: &Path) -> Result<(), Failure> {
    let failure = |error| Failure::System(to.to_owned(), error);
    for entry in fs::read_dir(from).map_err(failure)? {
        let entry = entry.map_err(failure)?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        match fs::symlink_metadata(&target) {
            Ok(data) if data.is_dir() && entry.file_type().map_err(failure)?.is_dir() => merge(&source, &target)?,
            _ => fs::rename(&source, &target).map_err(|error| Failure::System(target, error))?,
        }
    }
    Ok(())
}

fn read_list(folder: &Path) -> Result<FxHashSet<String>, Failure> {
    let path = folder.join(LIST);
    match fs::read_to_string(&path) {
        Ok(text) => Ok(text.lines().map(str::to_owned).collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(FxHashSet::default()),
        Err(error) => Err(Failure::System(path, error)),
    }
}

/// Whether a path stays below the folder.
fn is_inside(path: &str) -> bool {
    !path.is_empty() && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

/// Removes a file of an earlier build, and the folders that it leaves empty.
fn remove(folder: &Path, path: &str) -> Result<bool, Failure> {
    if !is_inside(path) {
        return Err(Failure::Outside(path.to_owned()));
    }
    // Where a folder has become a link, what is behind it is not ours.
    let mut at = folder.to_owned();
    for part in Path::new(path).components() {
        at.push(part);
        if look(&at).is_err() {
            return Ok(false);
        }
    }
    match fs::remove_file(&at) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(Failure::System(at, error)),
    }
    let mut parent = at.parent();
    while let Some(dir) = parent.filter(|dir| *dir != folder && fs::remove_dir(dir).is_ok()) {
        parent = dir.parent();
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output(path: &str, text: &str) -> Output {
        Output { path: path.to_owned(), bytes: text.as_bytes().to_vec().into() }
    }

    fn write(folder: &Path, outputs: &[Output]) -> Result<Written, Failure> {
        let writing = Writing::into(folder)?;
        outputs.iter().for_each(|output| OutputSink::write(&writing, output.clone()));
        Ok(writing.commit()?.0)
    }

    #[test]
    fn only_differences_are_written_and_only_its_own_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        let first = write(at, &[output("a.html", "1"), output("b/c.html", "2")]).unwrap();
        assert_eq!(first, Written { written: 2, unchanged: 0, removed: 0 });
        fs::write(at.join("b/theirs.txt"), "keep").unwrap();
        let second = write(at, &[output("a.html", "1"), output("d.html", "3")]).unwrap();
        assert_eq!(second, Written { written: 1, unchanged: 1, removed: 1 });
        assert!(at.join("b/theirs.txt").exists() && !at.join("b/c.html").exists());
    }

    #[test]
    fn what_is_not_its_own_is_not_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("index.html"), "theirs").unwrap();
        let refused = write(folder.path(), &[output("a.html", "1"), output("index.html", "ours")]);
        assert!(matches!(refused, Err(Failure::Foreign(_))));
        assert_eq!(fs::read_to_string(folder.path().join("index.html")).unwrap(), "theirs");
        assert!(!folder.path().join("a.html").exists());
    }

    #[test]
    fn nothing_leaves_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        for path in ["../x", "/x", "a/../../x", ""] {
            assert!(matches!(write(folder.path(), &[output(path, "1")]), Err(Failure::Outside(_))), "{path}");
        }
        #[cfg(unix)]
        {
            let elsewhere = tempfile::tempdir().unwrap();
            std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("ar")).unwrap();
            assert!(matches!(write(folder.path(), &[output("ar/x", "1")]), Err(Failure::Foreign(_))));
        }
    }
}
