//! Which paths under the root a site is made of, and how events about them become one change: what has come to its end
//! is told at once, a burst is told together, and a write whose end is not told is given time to settle.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::tree::{Change, is_hidden};

/// The folders a site is made of.
pub(super) const FOLDERS: [&str; 3] = ["content", "templates", "static"];
/// The settings of a site.
pub(super) const SETTINGS: &str = "site.toml";

/// How long nothing more may come before a change is told. One save is some events within a fraction of this.
const QUIET: Duration = Duration::from_millis(1);
/// The same while many files change: a checkout pauses longer between two files.
const QUIET_BURST: Duration = Duration::from_millis(5);
/// From how many paths on it is a burst.
const BURST: usize = 4;
/// How long a burst may put off what has come to its end.
const LIMIT: Duration = Duration::from_millis(50);
/// How long a file that was written to must rest if nothing says that the writing is over.
const SETTLE: Duration = Duration::from_millis(50);

/// What an event's path is to the site.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Relevance {
    /// The root, a folder of [`FOLDERS`] or the repository: when it goes or comes, what watched it is gone, too.
    RootFolder,
    /// A file or a folder of the site.
    Inside(String),
    /// Tells which commit is checked out.
    Commit,
    /// Nothing.
    Foreign,
}

/// Where a site and its repository lie.
#[derive(Debug)]
pub(super) struct Locations {
    /// The site's root: absolute, without symbolic links.
    pub(super) root: PathBuf,
    /// The repository that the root lies in, if there is one.
    pub(super) repository: Option<Repository>,
}

/// The folders in which Git says what is checked out.
#[derive(Debug)]
pub(super) struct Repository {
    /// Holds `HEAD` and `logs/HEAD`.
    pub(super) own: PathBuf,
    /// Holds `refs/heads`; another one than `own` in an additional work tree.
    pub(super) common: PathBuf,
}

impl Locations {
    /// Looks where they lie now. Fails if the root cannot be found.
    pub(super) fn of(root: &Path) -> std::io::Result<Self> {
        let root = root.canonicalize()?;
        let repository = Repository::around(&root);
        Ok(Self { root, repository })
    }

    /// What a path of an event is to the site.
    pub(super) fn relevance(&self, path: &Path) -> Relevance {
        match &self.repository {
            Some(repository) if repository.tells_commit(path) => return Relevance::Commit,
            Some(repository) if repository.folders().iter().any(|folder| folder == path) => {
                return Relevance::RootFolder;
            }
            _ => {}
        }
        let Ok(below) = path.strip_prefix(&self.root) else {
            // Where the root's own folder went or came.
            return if self.root.starts_with(path) { Relevance::RootFolder } else { Relevance::Foreign };
        };
        let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
        match parts.as_slice() {
            [] => Relevance::RootFolder,
            [only] if FOLDERS.contains(&&**only) || *only == ".git" => Relevance::RootFolder,
            [only] if *only == SETTINGS => Relevance::Inside(SETTINGS.to_owned()),
            [first, rest @ ..] if FOLDERS.contains(&&**first) && !rest.iter().any(|part| is_hidden(first, part)) => {
                Relevance::Inside(parts.join("/"))
            }
            _ => Relevance::Foreign,
        }
    }
}

impl Repository {
    /// The repository that a folder lies in.
    fn around(folder: &Path) -> Option<Self> {
        let git = folder.ancestors().map(|folder| folder.join(".git")).find(|git| git.exists())?;
        let own = if git.is_file() {
            // An additional work tree or a submodule has a file that names the folder.
            let text = std::fs::read_to_string(&git).ok()?;
            git.parent()?.join(text.strip_prefix("gitdir:")?.trim()).canonicalize().ok()?
        } else {
            git
        };
        let common = match std::fs::read_to_string(own.join("commondir")) {
            Ok(text) => own.join(text.trim()).canonicalize().ok()?,
            Err(_) => own.clone(),
        };
        Some(Self { own, common })
    }

    /// The folders that are watched.
    pub(super) fn folders(&self) -> [PathBuf; 3] {
        [self.own.clone(), self.own.join("logs"), self.common.join("refs/heads")]
    }

    fn tells_commit(&self, path: &Path) -> bool {
        let is_lock = path.extension().is_some_and(|extension| extension == "lock");
        let is_branch =
            path.strip_prefix(self.common.join("refs/heads")).is_ok_and(|name| name != Path::new("")) && !is_lock;
        is_branch || path == self.own.join("HEAD") || path == self.own.join("logs/HEAD")
    }
}

/// Events on their way to one change.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// What has come to its end.
    finished: BTreeSet<String>,
    /// What is being written, and when an event last told of it.
    written: BTreeMap<String, Instant>,
    commit: bool,
    everything: bool,
    /// When the first of what is to be told came to its end.
    begun: Option<Instant>,
    /// When the last event came that matters.
    last: Option<Instant>,
}

impl Batch {
    /// A path has reached a state that is worth reading: closed after writing, renamed, removed.
    pub(super) fn finish(&mut self, path: String, now: Instant) {
        self.written.remove(&path);
        self.finished.insert(path);
        self.touch(now);
    }

    /// A path is being written, and nothing says whether more will come.
    pub(super) fn write(&mut self, path: String, now: Instant) {
        self.last = Some(now);
        self.written.insert(path, now);
    }

    /// The commit may be another one.
    pub(super) fn commit(&mut self, now: Instant) {
        self.commit = true;
        self.touch(now);
    }

    /// Anything may have changed.
    pub(super) fn everything(&mut self, now: Instant) {
        self.everything = true;
        self.touch(now);
    }

    fn touch(&mut self, now: Instant) {
        self.begun.get_or_insert(now);
        self.last = Some(now);
    }

    /// When to look again if no event comes; `None` if there is nothing to wait for.
    pub(super) fn deadline(&self) -> Option<Instant> {
        let settled = self.written.values().min().map(|at| *at + SETTLE);
        let quiet = if self.finished.len() >= BURST { QUIET_BURST } else { QUIET };
        let told = self.begun.zip(self.last).map(|(begun, last)| (last + quiet).min(begun + LIMIT));
        settled.into_iter().chain(told).min()
    }

    /// What is to be told now, in order; what is still being written stays for later. Empty before its time.
    pub(super) fn take(&mut self, now: Instant) -> Vec<Change> {
        let settled: Vec<_> =
            self.written.iter().filter(|(_, at)| **at + SETTLE <= now).map(|(path, _)| path.clone()).collect();
        for path in settled {
            self.written.remove(&path);
            self.finished.insert(path);
            self.begun.get_or_insert(now);
        }
        if self.begun.is_none() || self.deadline().is_some_and(|deadline| deadline > now) {
            return Vec::new();
        }
        self.begun = None;
        let finished = std::mem::take(&mut self.finished);
        let commit = std::mem::take(&mut self.commit);
        if std::mem::take(&mut self.everything) {
            self.written.clear();
            return vec![Change::Everything];
        }
        let paths = (!finished.is_empty()).then_some(Change::Paths(finished));
        paths.into_iter().chain(commit.then_some(Change::Commit)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_site_is_made_of_matters() {
        let own = PathBuf::from("/repo/.git");
        let locations =
            Locations { root: "/repo/site".into(), repository: Some(Repository { common: own.clone(), own }) };
        for (path, expected) in [
            ("/repo/site", Relevance::RootFolder),
            ("/repo", Relevance::RootFolder),
            ("/repo/site/content", Relevance::RootFolder),
            ("/repo/site/.git", Relevance::RootFolder),
            ("/repo/site/site.toml", Relevance::Inside("site.toml".to_owned())),
            ("/repo/site/content/a/ar.md", Relevance::Inside("content/a/ar.md".to_owned())),
            ("/repo/site/static/خط.woff2", Relevance::Inside("static/خط.woff2".to_owned())),
            ("/repo/site/content/.a.swp", Relevance::Foreign),
            ("/repo/site/content/.drafts/en.md", Relevance::Foreign),
            ("/repo/site/public/index.html", Relevance::Foreign),
            ("/repo/site/site.toml/x", Relevance::Foreign),
            ("/repo/other/content/a", Relevance::Foreign),
            ("/repo/.git/HEAD", Relevance::Commit),
            ("/repo/.git/logs/HEAD", Relevance::Commit),
            ("/repo/.git/refs/heads/a/b", Relevance::Commit),
            ("/repo/.git/refs/heads/a.lock", Relevance::Foreign),
            ("/repo/.git/index", Relevance::Foreign),
            ("/repo/.git", Relevance::RootFolder),
            ("/repo/.git/logs", Relevance::RootFolder),
            ("/repo/.git/refs/heads", Relevance::RootFolder),
        ] {
            assert_eq!(locations.relevance(Path::new(path)), expected, "{path}");
        }
    }

    fn paths(names: &[&str]) -> Vec<Change> {
        vec![Change::Paths(names.iter().map(|name| (*name).to_owned()).collect())]
    }

    #[test]
    fn one_save_is_told_after_a_moment_and_a_burst_together() {
        let start = Instant::now();
        let at = |millis| start + Duration::from_millis(millis);
        let mut batch = Batch::default();
        assert_eq!(batch.deadline(), None);
        batch.write("a".to_owned(), at(0));
        batch.finish("a".to_owned(), at(0));
        assert_eq!(batch.take(at(0)), []);
        assert_eq!(batch.take(start + QUIET), paths(&["a"]));
        assert_eq!(batch.deadline(), None, "nothing is left");
        for n in 0..5 {
            batch.finish(format!("b{n}"), at(10));
        }
        assert_eq!(batch.take(at(12)), [], "more files may come");
        batch.finish("b5".to_owned(), at(14));
        assert_eq!(batch.take(at(17)), []);
        assert_eq!(batch.take(at(19)), paths(&["b0", "b1", "b2", "b3", "b4", "b5"]));
    }

    #[test]
    fn an_endless_burst_is_told_in_parts() {
        let start = Instant::now();
        let mut batch = Batch::default();
        let mut told = 0;
        for n in 0..500 {
            let now = start + Duration::from_millis(n);
            batch.finish(format!("{n}"), now);
            told += batch.take(now).len();
        }
        assert!((9..=10).contains(&told), "{told}");
    }

    #[test]
    fn what_has_no_end_is_told_when_it_rests() {
        let start = Instant::now();
        let mut batch = Batch::default();
        batch.write("long".to_owned(), start);
        batch.write("long".to_owned(), start + SETTLE / 2);
        batch.finish("other".to_owned(), start + SETTLE / 2);
        assert_eq!(batch.take(start + SETTLE), paths(&["other"]), "it waits for nothing else");
        assert_eq!(batch.take(start + SETTLE), []);
        let rested = batch.deadline().expect("it is waited for");
        assert_eq!(rested, start + SETTLE / 2 + SETTLE);
        let told = batch.take(rested + QUIET);
        assert_eq!(told, paths(&["long"]));
    }

    #[test]
    fn everything_covers_the_rest_and_a_commit_comes_after_its_files() {
        let now = Instant::now();
        let mut batch = Batch::default();
        batch.commit(now);
        batch.finish("a".to_owned(), now);
        assert_eq!(batch.take(now + QUIET), [paths(&["a"]), vec![Change::Commit]].concat());
        batch.finish("a".to_owned(), now);
        batch.commit(now);
        batch.everything(now);
        batch.write("b".to_owned(), now);
        assert_eq!(batch.take(now + QUIET), [Change::Everything]);
        assert_eq!(batch.deadline(), None);
    }
}
