//! Which folders a site is never written into: the sources of the site, which the next build would then take the output
//! for, and places that hold so much else that nobody can mean them.

use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::list::LIST;
use crate::cache::CACHE_DIR;

/// Refuses an output folder that is, or is in, a folder of the sources of the site under `root`, or that is the root of a
/// site, a repository or a file system, the user's home, or a folder of other things that nobody has said it may stand
/// beside. Links are followed. The folder need not be there.
pub fn check_destination(root: &Path, folder: &Path) -> Result<(), Failure> {
    let real = resolve(folder);
    let root = resolve(root);
    let misplaced = |what| Err(Failure::Misplaced(folder.to_owned(), what));
    for (name, what) in [
        ("content", "the folder of the site's pages, or in it"),
        ("static", "the folder of the site's static files, or in it"),
        ("templates", "the folder of the site's templates, or in it"),
        (CACHE_DIR, "the folder of what builds leave for later ones, or in it"),
    ] {
        if real.starts_with(resolve(&root.join(name))) {
            return misplaced(what);
        }
    }
    if real.parent().is_none() {
        return misplaced("the root of the file system");
    }
    if std::env::home_dir().is_some_and(|home| home.is_absolute() && resolve(&home) == real) {
        return misplaced("your home folder");
    }
    if real == root || real.join("site.toml").exists() {
        return misplaced("the root of a site");
    }
    if real.iter().any(|part| part == ".git") {
        return misplaced("in the folder of a repository's history");
    }
    // Where `.git` is a file, this is a second working tree or a submodule, which sites are published from.
    if real.join(".git").is_dir() {
        return misplaced("the root of a repository");
    }
    if folder.is_symlink() && !folder.exists() {
        return Err(Failure::Dangling(folder.to_owned()));
    }
    match stranger(&real) {
        Some(name) => Err(Failure::Shared { folder: folder.to_owned(), name, list: folder.join(LIST) }),
        None => Ok(()),
    }
}

/// The first by name of what lies in a folder that no build has written into. What hosts and systems leave there for
/// themselves is none: the domain of GitHub Pages, hidden files.
fn stranger(folder: &Path) -> Option<String> {
    if folder.join(LIST).exists() {
        return None;
    }
    let names = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| !name.starts_with('.') && !matches!(name.as_str(), "CNAME" | "Thumbs.db" | "desktop.ini")).min()
}

/// A path without links and `..`, as far as it is there.
fn resolve(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut rest = Vec::new();
    for above in path.ancestors() {
        if let Ok(real) = above.canonicalize() {
            return rest.iter().rev().fold(real, |at: PathBuf, part: &&std::ffi::OsStr| match part.to_str() {
                Some("..") => at.parent().map_or(PathBuf::new(), Path::to_owned),
                _ => at.join(part),
            });
        }
        rest.extend(above.components().next_back().map(|part| part.as_os_str()));
    }
    path
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn site() -> tempfile::TempDir {
        let site = tempfile::tempdir().unwrap();
        for folder in ["content/about", "static", ".git"] {
            fs::create_dir_all(site.path().join(folder)).unwrap();
        }
        fs::write(site.path().join("site.toml"), "").unwrap();
        site
    }

    #[test]
    fn no_site_is_written_into_sources_or_roots() {
        let site = site();
        let root = site.path();
        let refused = [
            "",
            "content",
            "content/",
            "content/about",
            "content/new/deep",
            "static",
            "static/x",
            "templates",
            "templates/x",
            ".muwazana",
            ".muwazana/x",
            ".git",
            ".git/x",
            "public/../content",
            "missing/../static/x",
            "content/../content",
        ];
        for folder in refused {
            let at = root.join(folder);
            assert!(matches!(check_destination(root, &at), Err(Failure::Misplaced(..))), "{folder}");
        }
        assert!(matches!(check_destination(root, Path::new("/")), Err(Failure::Misplaced(..))));
        for folder in ["public", "contents", "content-site", "public/content", "a/b/c"] {
            assert!(check_destination(root, &root.join(folder)).is_ok(), "{folder}");
        }
    }

    #[test]
    fn the_roots_of_other_sites_and_repositories_are_refused_and_worktrees_are_not() {
        let (site, other) = (site(), tempfile::tempdir().unwrap());
        fs::create_dir(other.path().join("repository")).unwrap();
        fs::create_dir(other.path().join("repository/.git")).unwrap();
        fs::create_dir(other.path().join("worktree")).unwrap();
        fs::write(other.path().join("worktree/.git"), "gitdir: elsewhere").unwrap();
        let check = |name: &str| check_destination(site.path(), &other.path().join(name));
        assert!(matches!(check("repository"), Err(Failure::Misplaced(..))));
        assert!(check("repository/docs").is_ok() && check("worktree").is_ok());
        assert!(matches!(check(""), Err(Failure::Shared { name, .. }) if name == "repository"));
        fs::write(other.path().join(LIST), "").unwrap();
        assert!(check("").is_ok());
        fs::write(other.path().join("site.toml"), "").unwrap();
        assert!(matches!(check(""), Err(Failure::Misplaced(..))));
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed() {
        let (site, other) = (site(), tempfile::tempdir().unwrap());
        let link = other.path().join("link");
        std::os::unix::fs::symlink(site.path().join("content"), &link).unwrap();
        for folder in [link.clone(), link.join("new")] {
            assert!(matches!(check_destination(site.path(), &folder), Err(Failure::Misplaced(..))));
        }
        let nowhere = other.path().join("nowhere");
        std::os::unix::fs::symlink(other.path().join("missing"), &nowhere).unwrap();
        assert!(matches!(check_destination(site.path(), &nowhere), Err(Failure::Dangling(_))));
    }
}
