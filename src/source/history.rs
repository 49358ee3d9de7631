//! When files were last changed, as the repository's history tells: the only place that runs Git.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use super::Date;

/// The day of the last commit that changed a file, by its path below the site's root.
#[derive(Debug, Default)]
pub struct History(BTreeMap<String, Date>);

impl History {
    /// Reads the history of `content/` under `root`. Nothing outside a repository, where Git is missing, and in a clone
    /// that has only the last commits, where every file would seem to be as old as these.
    pub fn read(root: &Path) -> Self {
        let log = ["-c", "core.quotePath=false", "log", "--format=%as", "--name-only", "--relative", "--", "content"];
        let mut days = BTreeMap::new();
        let mut day = None;
        for line in head(root).and_then(|_| git(root, &log)).iter().flat_map(|log| log.lines()) {
            if line.starts_with("content/") {
                // The newest commit comes first.
                day.map(|day| *days.entry(line.to_owned()).or_insert(day));
            } else if let Some(next) = Date::parse(line) {
                day = Some(next);
            }
        }
        Self(days)
    }

    /// The day on which any of some files was changed last.
    pub fn last_change<'a>(&self, paths: impl Iterator<Item = &'a str>) -> Option<Date> {
        paths.filter_map(|path| self.0.get(path).copied()).max()
    }
}

/// Names the history that [`History::read`] reads: the commit that is checked out.
pub fn head(root: &Path) -> Option<String> {
    let answer = git(root, &["rev-parse", "--is-shallow-repository", "HEAD"])?;
    answer.strip_prefix("false\n").map(|commit| commit.trim_end().to_owned())
}

fn git(root: &Path, arguments: &[&str]) -> Option<String> {
    // Nothing is started where there is no repository.
    std::path::absolute(root).ok()?.ancestors().find(|folder| folder.join(".git").exists())?;
    let output = Command::new("git").arg("-C").arg(root).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8(output.stdout).ok()).flatten()
}
