//! Writes a site into a folder: only what differs, each file whole or not at all, and nothing that is not its own.
//! The folder carries a list of the files that a build put there; others are neither overwritten nor removed.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use crate::render::Output;

/// The list, at the top of the output folder: one path a line, sorted.
const LIST: &str = ".muwazana-files";

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

/// Makes `folder` hold exactly the outputs, beside what others have put there.
pub fn write(folder: &Path, outputs: &[Output]) -> Result<Written, Failure> {
    let own = read_list(folder)?;
    // Everything that can be refused is refused before the first byte is written.
    let mut changed = Vec::new();
    for output in outputs {
        let path = inside(folder, &output.path)?;
        match fs::read(&path) {
            Ok(bytes) if bytes == *output.bytes => {}
            Ok(_) if !own.contains(&output.path) => return Err(Failure::Foreign(path)),
            Ok(_) => changed.push((path, output)),
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound) => changed.push((path, output)),
            Err(error) => return Err(Failure::System(path, error)),
        }
    }
    for (path, output) in &changed {
        write_whole(path, &output.bytes)?;
    }
    let kept: BTreeSet<&str> = outputs.iter().map(|output| output.path.as_str()).collect();
    let mut removed = 0;
    for stale in own.iter().filter(|path| !kept.contains(path.as_str())) {
        removed += usize::from(remove(folder, stale)?);
    }
    let list: String = kept.iter().map(|path| format!("{path}\n")).collect();
    let list_path = folder.join(LIST);
    if fs::read(&list_path).ok().as_deref() != Some(list.as_bytes()) {
        write_whole(&list_path, list.as_bytes())?;
    }
    Ok(Written { written: changed.len(), unchanged: outputs.len() - changed.len(), removed })
}

fn read_list(folder: &Path) -> Result<BTreeSet<String>, Failure> {
    let path = folder.join(LIST);
    match fs::read_to_string(&path) {
        Ok(text) => Ok(text.lines().map(str::to_owned).collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(BTreeSet::new()),
        Err(error) => Err(Failure::System(path, error)),
    }
}

/// A path below the folder, through no symbolic link.
fn inside(folder: &Path, path: &str) -> Result<PathBuf, Failure> {
    let outside = || Failure::Outside(path.to_owned());
    if path.is_empty() || !Path::new(path).components().all(|part| matches!(part, Component::Normal(_))) {
        return Err(outside());
    }
    let mut at = folder.to_owned();
    for part in Path::new(path).components() {
        at.push(part);
        if fs::symlink_metadata(&at).is_ok_and(|data| data.file_type().is_symlink()) {
            return Err(Failure::Foreign(at));
        }
    }
    Ok(at)
}

/// Writes beside the place first and then renames, so that a reader never sees half a file.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failure = |error| Failure::System(path.to_owned(), error);
    let parent = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(failure)?;
    let mut file = tempfile::Builder::new().prefix(".muwazana-").tempfile_in(parent).map_err(failure)?;
    file.write_all(bytes).map_err(failure)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // A temporary file is private; a page is not.
        file.as_file().set_permissions(fs::Permissions::from_mode(0o644)).map_err(failure)?;
    }
    file.persist(path).map_err(|error| failure(error.error))?;
    Ok(())
}

/// Removes a file of an earlier build, and the folders that it leaves empty.
fn remove(folder: &Path, path: &str) -> Result<bool, Failure> {
    let path = inside(folder, path)?;
    match fs::remove_file(&path) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(Failure::System(path, error)),
    }
    let mut parent = path.parent();
    while let Some(dir) = parent.filter(|dir| *dir != folder && fs::remove_dir(dir).is_ok()) {
        parent = dir.parent();
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output(path: &str, text: &str) -> Output {
        Output { path: path.to_owned(), bytes: text.as_bytes().into() }
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
