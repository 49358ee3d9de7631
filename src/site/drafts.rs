//! Pages that are left out because they are drafts, by their paths.

use std::collections::{BTreeMap, BTreeSet};

/// The drafts of a site.
#[derive(Debug, Default)]
pub struct Drafts<'a> {
    paths: BTreeSet<&'a str>,
    /// By the end of its path, from any folder on: the first of that name.
    by_end: BTreeMap<&'a str, &'a str>,
}

impl<'a> Drafts<'a> {
    /// Takes their paths below `content/`.
    pub fn new(paths: impl IntoIterator<Item = &'a str>) -> Self {
        let mut drafts = Self::default();
        for path in paths {
            drafts.paths.insert(path);
            let ends = path.match_indices('/').map(|(at, _)| &path[at + 1..]);
            for end in std::iter::once(path).chain(ends) {
                drafts.by_end.entry(end).or_insert(path);
            }
        }
        drafts
    }

    /// Whether this is the path of a draft.
    pub fn has(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    /// The draft whose path ends with these folders.
    pub fn ending_with(&self, name: &str) -> Option<&'a str> {
        self.by_end.get(name).copied()
    }

    /// The draft that lies at a path, or in whose folder a file of this path would lie.
    pub fn around(&self, path: &str) -> Option<&'a str> {
        let whole = path.trim_end_matches('/');
        let folder = whole.rsplit_once('/').map(|(folder, _)| folder.trim_end_matches('/'));
        [Some(whole), folder].into_iter().flatten().find_map(|path| self.paths.get(path).copied())
    }
}

#[cfg(test)]
mod tests {
    use super::Drafts;

    #[test]
    fn a_draft_is_found_by_its_path_its_files_and_its_name() {
        let drafts = Drafts::new(["a/b", "c", "d/b"]);
        assert!(drafts.has("a/b") && !drafts.has("a"));
        for path in ["a/b", "a/b/", "a/b/en.md", "a/b/en.md/"] {
            assert_eq!(drafts.around(path), Some("a/b"), "{path}");
        }
        for path in ["a", "a/bc", "a/b/c/d.png", "", "/c", "b"] {
            assert_eq!(drafts.around(path), None, "{path}");
        }
        assert_eq!(drafts.ending_with("b"), Some("a/b"));
        assert_eq!(drafts.ending_with("d/b"), Some("d/b"));
        assert_eq!(drafts.ending_with("/b"), None);
    }
}
