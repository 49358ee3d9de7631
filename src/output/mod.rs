//! Writes a site into a folder: only what differs, each file whole or not at all, and nothing that is not its own.
//! The folder carries a list of the files that a build put there; others are neither overwritten nor removed.
//!
//! Files come one by one while a site is rendered, and some fault may still come after them. So those that differ are
//! staged in a folder beside their places. When all is well, everything that could be in the way is looked for; then a
//! journal is written, and they are moved: whole folders at once where nothing is there. Where that is interrupted, the
//! next build finishes it before it begins.

mod destination;
mod failure;
mod install;
mod list;
mod source_file;
mod staging;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rustc_hash::FxHashSet;

use crate::render::{Output, OutputSink};
use crate::tree::Stamp;
pub use destination::check_destination;
pub use failure::Failure;
use install::{Installation, Present};
pub use list::file_sizes;
use list::{LIST, OwnFiles, is_inside};
pub use source_file::{create_source_files, move_source_folder, read_source_file, write_below, write_source_file};
use staging::Staging;

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

/// A site on its way into a folder. What is not committed leaves no trace.
///
/// ```
/// use muwazana::output::Writing;
/// use muwazana::render::{Output, OutputSink};
///
/// # let folder = tempfile::tempdir()?;
/// # let folder = folder.path();
/// let writing = Writing::into(folder)?;
/// writing.write(Output { path: "en/index.html".to_owned(), bytes: "<!doctype html>".into() });
/// let (written, _) = writing.commit()?;
/// assert_eq!(written.written, 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Writing {
    folder: PathBuf,
    staging: Staging,
    /// The files that a build has put there.
    own: OwnFiles,
    /// Whether the folder is empty or was not there at all: then there is nothing to compare with.
    empty: bool,
    state: Mutex<State>,
    /// The folders that have been looked at: whether they are there.
    folders: Mutex<BTreeMap<String, bool>>,
    /// The folders that have been made for staged files.
    made: Mutex<FxHashSet<String>>,
}

#[derive(Default)]
struct State {
    /// The files of the site. Where a path comes twice, the later one counts.
    files: Vec<(String, Placed)>,
    /// The one whose path comes first, so that it does not depend on which thread was faster.
    failure: Option<(String, Failure)>,
}

/// A file of the site: its stamp if it was emitted in this build, and whether it is staged.
type Placed = (Option<Stamp>, bool);

impl Writing {
    /// Begins to write into a folder, which need not be there. Another build of the same folder is waited for.
    pub fn into(folder: &Path) -> Result<Self, Failure> {
        Self::after_others(folder, &|| {})
    }

    /// The same; `wait` is called once if there is another build to wait for.
    pub fn after_others(folder: &Path, wait: &dyn Fn()) -> Result<Self, Failure> {
        // A folder or file of the same name would only be found to be in the way when all has been rendered.
        if Present::at(folder)?.0 == Present::File {
            return Err(Failure::Foreign(folder.to_owned()));
        }
        let mut staging = Staging::open(folder, wait)?;
        if staging.has_journal() {
            finish(folder, &mut staging)?;
        }
        staging.clear()?;
        let empty = staging.is_alone();
        let own = OwnFiles::read(&folder.join(LIST))?;
        let (folder, state, made) = (folder.to_owned(), Mutex::default(), Mutex::default());
        Ok(Self { folder, staging, own, empty, state, folders: Mutex::default(), made })
    }

    /// Makes the folder hold exactly the files that were written and reused, beside what others have put there. The second
    /// value is the stamp of each file that was taken, sorted by path.
    pub fn commit(mut self) -> Result<(Written, Vec<(String, Stamp)>), Failure> {
        let State { mut files, failure } = self.state.lock().map(|mut s| std::mem::take(&mut *s)).unwrap_or_default();
        if let Some((_, failure)) = failure {
            return Err(failure);
        }
        // Reused files come sorted, and a stable sort does little then; of two with one path, the later comes last.
        files.sort_by(|(a, _), (b, _)| a.cmp(b));
        files.dedup_by(|later, earlier| {
            let same = later.0 == earlier.0;
            if same {
                earlier.1 = later.1;
            }
            same
        });
        let changed = files.iter().filter(|(_, (_, is_staged))| *is_staged).count();
        let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        let stale = stale(&self.own.paths, &paths);
        let is_listed = self.own.paths.len() - stale.len() == paths.len();
        let mut removed = 0;
        if changed > 0 || !is_listed || !stale.is_empty() {
            let site = self.staging.site();
            let mut installation = Installation::new(&self.folder, &site, &self.own.paths, &stale);
            let moved = move_into_place(&mut installation, &mut self.staging, Some(&list::format(paths.into_iter())));
            removed = moved.map_err(|failure| self.own.explain(failure))?;
        }
        self.staging.keep_folders();
        let written = Written { written: changed, unchanged: files.len() - changed, removed };
        Ok((written, files.into_iter().filter_map(|(path, (stamp, _))| Some((path, stamp?))).collect()))
    }

    /// Writes a file that will be moved into place; gives its stamp.
    fn stage(&self, path: &str, bytes: &[u8]) -> Result<Option<Stamp>, Failure> {
        let at = self.staging.site().join(path);
        let write = || {
            self.make(path.rsplit_once('/').map_or("", |(folder, _)| folder))?;
            let mut file = fs::File::create(&at)?;
            file.write_all(bytes)?;
            file.metadata()
        };
        let data = write().map_err(|error| Failure::System(self.folder.join(path), error))?;
        Ok(Stamp::of(&data).map(Stamp::of_content))
    }

    /// Makes a folder for staged files, once.
    fn make(&self, folder: &str) -> io::Result<()> {
        if self.made.lock().is_ok_and(|made| made.contains(folder)) {
            return Ok(());
        }
        fs::create_dir_all(self.staging.site().join(folder))?;
        if let Ok(mut made) = self.made.lock() {
            made.insert(folder.to_owned());
        }
        Ok(())
    }

    /// Compares a file with what is in its place; where it differs, it is staged. Gives its stamp, and whether it is staged.
    fn place(&self, output: &Output) -> Result<Placed, Failure> {
        if !is_inside(&output.path) {
            return Err(Failure::Outside(output.path.clone()));
        }
        if self.empty {
            return Ok((self.stage(&output.path, &output.bytes)?, true));
        }
        let path = self.folder.join(&output.path);
        let parent = output.path.rsplit_once('/').map_or("", |(parent, _)| parent);
        let present = if self.is_there(parent)? { Present::at(&path)? } else { (Present::Nothing, None) };
        match present {
            (Present::File, Some(data)) => {
                let same = data.len() == output.bytes.len() as u64
                    && fs::read(&path).map_err(|error| Failure::System(path.clone(), error))? == *output.bytes;
                if same {
                    return Ok((Stamp::of(&data).map(Stamp::of_content), false));
                }
                if !self.own.paths.contains(&output.path) {
                    return Err(self.own.explain(Failure::Foreign(path)));
                }
            }
            (Present::Other, _) => return Err(self.own.explain(Failure::Foreign(path))),
            // A folder may turn out to hold only files that the site no longer has.
            _ => {}
        }
        Ok((self.stage(&output.path, &output.bytes)?, true))
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
        let path = self.folder.join(folder);
        let present = if self.is_there(parent)? { Present::at(&path)?.0 } else { Present::Nothing };
        let there = match present {
            Present::Folder => true,
            Present::Nothing => false,
            // A file of an earlier build: the site may no longer have it.
            Present::File if self.own.paths.contains(folder) => false,
            Present::File | Present::Other => return Err(self.own.explain(Failure::Foreign(path))),
        };
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
        let _ = self.staging.clear();
    }

    fn reuse(&self, path: &str) {
        if let Ok(mut state) = self.state.lock() {
            state.files.push((path.to_owned(), (None, false)));
        }
    }

    fn is_current(&self, path: &str, stamp: Stamp) -> bool {
        let data = fs::symlink_metadata(self.folder.join(path)).ok().filter(|data| data.is_file());
        let now = data.and_then(|data| Stamp::of(&data)).map(Stamp::of_content);
        self.own.paths.contains(path) && now == Some(stamp)
    }
}

/// Moves staged files into place, with a journal of the new list unless there is one from before; gives the number of files
/// that were removed. Where something is in the way, nothing changes.
fn move_into_place(
    installation: &mut Installation<'_>,
    staging: &mut Staging,
    list: Option<&[u8]>,
) -> Result<usize, Failure> {
    installation.verify()?;
    if let Some(list) = list {
        staging.write_journal(list)?;
    }
    let failure = match installation.run().and_then(|removed| staging.publish_journal().map(|()| removed)) {
        Ok(removed) => return Ok(removed),
        Err(failure) => failure,
    };
    if list.is_some() && !installation.has_begun() {
        staging.remove_journal();
        return Err(failure);
    }
    Err(Failure::Unfinished(Box::new(failure)))
}

/// Finishes what an earlier build could not: the journal says what the site is.
fn finish(folder: &Path, staging: &mut Staging) -> Result<(), Failure> {
    let old = OwnFiles::read(&folder.join(LIST))?;
    let new = OwnFiles::read(&staging.journal())?;
    let paths: Vec<&str> = new.paths.iter().map(String::as_str).collect();
    let stale = stale(&old.paths, &paths);
    let site = staging.site();
    let mut installation = Installation::new(folder, &site, &old.paths, &stale);
    move_into_place(&mut installation, staging, None).map(|_| ()).map_err(|failure| old.explain(failure))
}

/// Files of earlier builds that the site no longer has, sorted.
fn stale<'a>(old: &'a FxHashSet<String>, new: &[&str]) -> Vec<&'a str> {
    let mut stale: FxHashSet<&str> = old.iter().map(String::as_str).collect();
    for path in new {
        stale.remove(*path);
    }
    let mut stale: Vec<&str> = stale.into_iter().collect();
    stale.sort_unstable();
    stale
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
        for path in ["a//b", "./a", "a/.", ".muwazana-files", ".muwazana-staging/lock", "a\0"] {
            assert!(matches!(write(folder.path(), &[output(path, "1")]), Err(Failure::Outside(_))), "{path:?}");
        }
    }

    /// Every file and folder below a folder, sorted: the text of a file, nothing for a folder.
    fn tree(folder: &Path) -> BTreeMap<String, Option<String>> {
        let mut found = BTreeMap::new();
        let mut open = vec![folder.to_owned()];
        while let Some(at) = open.pop() {
            for path in fs::read_dir(&at).unwrap().map(|entry| entry.unwrap().path()) {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                let text = path.is_file().then(|| fs::read_to_string(&path).unwrap());
                found.insert(name, text);
                if path.is_dir() {
                    open.push(path);
                }
            }
        }
        found
    }

    fn put(folder: &Path, path: &str, text: &str) {
        fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
        fs::write(folder.join(path), text).unwrap();
    }

    #[test]
    fn names_with_line_ends_claim_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        write(at, &[output("en/x\nblog/index.html", "1"), output("y\nnotes.txt", "2"), output("z\r", "3")]).unwrap();
        put(at, "blog/index.html", "theirs");
        put(at, "notes.txt", "theirs");
        let last = write(at, &[output("a", "1")]).unwrap();
        assert_eq!(last, Written { written: 1, unchanged: 0, removed: 3 });
        let mut left = tree(at);
        left.remove(LIST);
        let theirs = Some("theirs".to_owned());
        let expected =
            [("a", Some("1".to_owned())), ("blog", None), ("blog/index.html", theirs.clone()), ("notes.txt", theirs)];
        assert_eq!(left, expected.map(|(path, text)| (path.to_owned(), text)).into());
    }

    #[test]
    fn a_list_that_cannot_be_read_claims_nothing() {
        for list in ["a\nnotes.txt\n", "../outside\n/etc/passwd\n", "muwazana-files 2\na\0notes.txt", "\u{fffd}"] {
            let folder = tempfile::tempdir().unwrap();
            let at = folder.path().join("public");
            [("a", "old"), ("notes.txt", "theirs"), (LIST, list)].iter().for_each(|(path, text)| put(&at, path, text));
            put(folder.path(), "outside", "theirs");
            let before = tree(folder.path());
            let refused = write(&at, &[output("a", "new")]);
            assert!(matches!(refused, Err(Failure::Unlisted(_))), "{list:?}: {refused:?}");
            assert_eq!(tree(folder.path()), before, "{list:?}");
            // What is as it should be is the site's from now on.
            write(&at, &[output("a", "old")]).unwrap();
            write(&at, &[output("a", "new")]).unwrap();
            assert_eq!(fs::read_to_string(at.join("notes.txt")).unwrap(), "theirs");
        }
    }

    #[test]
    fn a_hostile_list_touches_nothing_outside() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().join("public");
        put(folder.path(), "outside", "theirs");
        put(&at, "a", "old");
        let absolute = folder.path().join("outside");
        let hostile = ["../outside", &*absolute.to_string_lossy(), "a/../../outside", "a"];
        fs::write(at.join(LIST), list::format(hostile.into_iter())).unwrap();
        write(&at, &[output("b", "1")]).unwrap();
        assert_eq!(fs::read_to_string(absolute).unwrap(), "theirs");
        assert!(!at.join("a").exists() && at.join("b").exists());
    }

    #[test]
    fn a_file_becomes_a_folder_and_a_folder_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        write(at, &[output("x", "1"), output("y/z", "2"), output("y/deep/er", "3")]).unwrap();
        let turned = write(at, &[output("x/index.html", "4"), output("y", "5")]).unwrap();
        assert_eq!(turned, Written { written: 2, unchanged: 0, removed: 3 });
        assert_eq!(fs::read_to_string(at.join("x/index.html")).unwrap(), "4");
        assert_eq!(fs::read_to_string(at.join("y")).unwrap(), "5");
        put(at, "x/theirs", "keep");
        let before = tree(at);
        assert!(matches!(write(at, &[output("x", "6")]), Err(Failure::Foreign(_))));
        assert_eq!(tree(at), before);
    }

    #[test]
    fn what_is_in_the_way_is_found_before_anything_is_moved() {
        for foreign in ["ar", "en/about/index.html/theirs", "en/about/feed", LIST] {
            let folder = tempfile::tempdir().unwrap();
            let at = folder.path();
            match foreign {
                LIST => put(at, ".muwazana-files/theirs", "keep"),
                _ => put(at, foreign, "keep"),
            }
            let before = tree(at);
            let site = ["a", "ar/index.html", "en/about/index.html", "en/about/feed/x", "en/index.html"];
            let refused = write(at, &site.map(|path| output(path, "1")));
            assert!(matches!(refused, Err(Failure::Foreign(_))), "{foreign}: {refused:?}");
            assert_eq!(tree(at), before, "{foreign}");
        }
    }

    #[test]
    fn what_fails_leaves_folders_as_they_were() {
        let parent = tempfile::tempdir().unwrap();
        let (empty, missing) = (parent.path().join("empty"), parent.path().join("not/there"));
        fs::create_dir(&empty).unwrap();
        #[cfg(unix)]
        fs::set_permissions(&empty, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
        let before = fs::metadata(&empty).unwrap().permissions();
        for folder in [&empty, &missing] {
            let writing = Writing::into(folder).unwrap();
            writing.write(output("en/index.html", "1"));
            drop(writing);
        }
        assert_eq!(tree(parent.path()), BTreeMap::from([("empty".to_owned(), None)]));
        assert_eq!(fs::metadata(&empty).unwrap().permissions(), before);
    }

    #[test]
    fn a_folder_of_the_users_that_looks_like_the_programs_stays() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        for name in [".muwazana-new/site/mine", ".muwazana-staging/mine", ".muwazana-staging/site/mine"] {
            put(at, name, "keep");
        }
        let before = tree(at);
        assert!(matches!(write(at, &[output("a", "1")]), Err(Failure::Foreign(_))));
        put(at, ".muwazana-staging/lock", "");
        assert!(matches!(write(at, &[output("a", "1")]), Err(Failure::Foreign(_))));
        fs::remove_file(at.join(".muwazana-staging/lock")).unwrap();
        assert_eq!(tree(at), before);
    }

    /// Leaves the folder as a build leaves it that ends after so many steps of moving, then builds something else.
    #[test]
    fn an_interrupted_build_is_finished_by_the_next() {
        let old = [output("a", "1"), output("b/c", "1"), output("d", "1"), output("same", "1")];
        let new = [output("a", "2"), output("b", "2"), output("d/e/f", "2"), output("g/h", "2"), output("same", "1")];
        let finished = {
            let folder = tempfile::tempdir().unwrap();
            for site in [&old[..], &new[..]] {
                write(folder.path(), site).unwrap();
            }
            tree(folder.path())
        };
        for steps in 0..=5 {
            let folder = tempfile::tempdir().unwrap();
            let at = folder.path();
            put(at, "theirs", "keep");
            write(at, &old).unwrap();
            let writing = Writing::into(at).unwrap();
            new.iter().for_each(|output| writing.write(output.clone()));
            let journal = list::format(new.iter().map(|output| output.path.as_str()));
            writing.staging.write_journal(&journal).unwrap();
            interrupted(&writing, steps);
            drop(writing);
            assert!(at.join(".muwazana-staging").exists(), "{steps}: what is unfinished is not thrown away");
            drop(Writing::into(at).unwrap());
            let mut found = tree(at);
            assert_eq!(found.remove("theirs"), Some(Some("keep".to_owned())));
            assert_eq!(found, finished, "after {steps} steps");
        }
    }

    /// Does the first steps of moving, by hand.
    fn interrupted(writing: &Writing, steps: usize) {
        let (at, site) = (&writing.folder, writing.staging.site());
        let moves: [&dyn Fn(); 5] = [
            &|| fs::rename(site.join("a"), at.join("a")).unwrap(),
            &|| fs::remove_dir_all(at.join("b")).unwrap(),
            &|| fs::rename(site.join("b"), at.join("b")).unwrap(),
            &|| fs::remove_file(at.join("d")).unwrap(),
            &|| fs::rename(site.join("d"), at.join("d")).unwrap(),
        ];
        moves.iter().take(steps).for_each(|step| step());
    }

    #[test]
    fn what_a_user_puts_in_the_way_of_an_unfinished_build_stays() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        let writing = Writing::into(at).unwrap();
        writing.write(output("a", "ours"));
        writing.staging.write_journal(&list::format(["a"].into_iter())).unwrap();
        drop(writing);
        put(at, "a", "theirs");
        assert!(write(at, &[output("b", "1")]).is_err());
        assert_eq!(fs::read_to_string(at.join("a")).unwrap(), "theirs");
        fs::rename(at.join("a"), at.join("moved")).unwrap();
        write(at, &[output("b", "1")]).unwrap();
        assert!(at.join("moved").exists() && !at.join("a").exists() && at.join("b").exists());
    }

    #[test]
    fn a_journal_that_is_not_whole_counts_for_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        write(at, &[output("a", "1")]).unwrap();
        let before = tree(at);
        for (path, text) in [("lock", ""), ("files.part", "muwazana-files 2\na"), ("site/a", "2"), ("site/b", "2")] {
            put(at, &format!(".muwazana-staging/{path}"), text);
        }
        drop(Writing::into(at).unwrap());
        assert_eq!(tree(at), before);
    }

    #[test]
    fn builds_of_one_folder_follow_one_another() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        let waited = std::sync::atomic::AtomicUsize::new(0);
        let site =
            |n: usize| (0..40).map(|i| output(&format!("{i}/{}", (i * n) % 7), &n.to_string())).collect::<Vec<_>>();
        let build = |n: usize| {
            let wait = || {
                waited.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            };
            let writing = Writing::after_others(at, &wait).unwrap();
            site(n).into_iter().for_each(|output| writing.write(output));
            writing.commit().unwrap();
        };
        let first = Writing::into(at).unwrap();
        std::thread::scope(|scope| {
            (1..5).for_each(|n| drop(scope.spawn(move || (0..3).for_each(|_| build(n)))));
            // All of them wait for this one.
            while waited.load(std::sync::atomic::Ordering::Relaxed) < 4 {
                std::thread::yield_now();
            }
            drop(first);
        });
        let there: BTreeMap<_, _> =
            tree(at).into_iter().filter(|(path, text)| path != LIST && text.is_some()).collect();
        let expected = |n| site(n).into_iter().map(|file| (file.path, Some(n.to_string()))).collect::<BTreeMap<_, _>>();
        assert!((1..5).any(|n| there == expected(n)), "{there:?}");
    }
}
