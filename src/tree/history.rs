//! When files were last changed, as the repository's history tells: the only place that runs Git.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use crate::text::Date;

/// The day of the last commit that changed a file, by its path below the site's root.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct History(BTreeMap<String, Date>);

impl History {
    /// Reads the history of `content/` under `root` up to the commit that [`head`] named.
    pub fn read(root: &Path, commit: &str) -> Self {
        let quoting = ["-c", "core.quotePath=false"];
        let log = ["log", commit, "--format=%as", "--name-only", "--relative", "--", "content"];
        let mut days = BTreeMap::new();
        let mut day = None;
        for line in git(root, &[&quoting[..], &log].concat()).iter().flat_map(|log| log.lines()) {
            if line.starts_with("content/") {
                // The newest commit comes first.
                day.map(|day| *days.entry(line.to_owned()).or_insert(day));
            } else if let Some(next) = Date::parse(line) {
                day = Some(next);
            }
        }
        Self(days)
    }

    /// The day on which any of some files was changed last. Where there is no history, no path is made.
    pub fn last_change<'a>(&self, paths: impl Iterator<Item = Cow<'a, str>>) -> Option<Date> {
        match self.0.is_empty() {
            true => None,
            false => paths.filter_map(|path| self.0.get(&*path).copied()).max(),
        }
    }
}

/// The commit that is checked out, if its history tells anything. `None` outside a repository, where Git is missing, and
/// in a clone that has only the last commits, where every file would seem to be as old as these.
pub fn head(root: &Path) -> Option<String> {
    let answer = git(root, &["rev-parse", "--is-shallow-repository", "HEAD"])?;
    answer.strip_prefix("false\n").map(|commit| commit.trim_end().to_owned())
}

/// The texts that a file had at earlier commits, also under other names, the newest first; at most as many as are asked for.
pub fn earlier_texts(root: &Path, path: &str, most: usize) -> impl Iterator<Item = String> + use<> {
    let quoting = ["-c", "core.quotePath=false"];
    let most = format!("--max-count={most}");
    let log = ["log", most.as_str(), "--follow", "--name-only", "--relative", "--format=:%H", "--", path];
    let log = git(root, &[&quoting[..], &log].concat()).unwrap_or_default();
    let mut commit = String::new();
    let mut versions = Vec::new();
    for line in log.lines().filter(|line| !line.is_empty()) {
        match line.strip_prefix(':') {
            Some(next) => next.clone_into(&mut commit),
            None => versions.push(format!("{commit}:./{line}")),
        }
    }
    let root = root.to_owned();
    versions.into_iter().filter_map(move |version| git(&root, &["show", &version]))
}

fn git(root: &Path, arguments: &[&str]) -> Option<String> {
    // Nothing is started where there is no repository.
    std::path::absolute(root).ok()?.ancestors().find(|folder| folder.join(".git").exists())?;
    let output = Command::new("git").arg("-C").arg(root).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8(output.stdout).ok()).flatten()
}
