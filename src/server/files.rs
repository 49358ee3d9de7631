//! Which file answers a path: the rules of GitHub Pages, over anything that can be asked for a file.

use std::collections::BTreeMap;

use bytes::Bytes;

/// The files of a site. They are asked for one by one, from several threads at once, so that what is seldom wanted can
/// be made when it is asked for. Until it is replaced, a site answers the same for the same path.
pub trait SiteFiles: Send + Sync {
    /// The bytes of a file by its path in the output folder, such as `ar/index.html` or `assets/style.css`; `None` if
    /// the site has no such file. A path has no empty part, no part `.` or `..`, no `\` and no control character.
    fn file(&self, path: &str) -> Option<Bytes>;

    /// Whether there is such a file. Worth its own implementation where making the bytes costs something.
    fn contains(&self, path: &str) -> bool {
        self.file(path).is_some()
    }

    /// The files of the site's source, by their paths below its root, that the file at a path is made of and no other page
    /// is: what is wrong in them is wrong with that page.
    fn made_of(&self, _path: &str) -> Vec<String> {
        Vec::new()
    }

    /// The paths of the pages that are drafts: links to them are marked.
    fn drafts(&self) -> Vec<String> {
        Vec::new()
    }

    /// Names what pages are made by: while it stays the same, an open page can take over what differs in a new version of
    /// itself; else it is loaded again, since its scripts may rely on what is there no more. Letters and digits alone.
    fn templates(&self) -> String {
        String::new()
    }
}

impl SiteFiles for BTreeMap<String, Bytes> {
    fn file(&self, path: &str) -> Option<Bytes> {
        self.get(path).cloned()
    }

    fn contains(&self, path: &str) -> bool {
        self.contains_key(path)
    }
}

/// What answers a path.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Lookup {
    /// A file, by its path in the output folder.
    File(String, Bytes),
    /// The address with a slash at its end.
    Slash,
    /// Nothing.
    Nothing,
}

/// What GitHub Pages would answer for a decoded path, when the site lies below `base`, which begins and ends with a
/// slash.
pub(super) fn find(files: &dyn SiteFiles, base: &str, path: &str) -> Lookup {
    let Some(path) = path.strip_prefix(base) else {
        return if format!("{path}/") == base { Lookup::Slash } else { Lookup::Nothing };
    };
    let file = |name: String| files.file(&name).map(|bytes| Lookup::File(name, bytes));
    let folder = path.strip_suffix('/').unwrap_or(path);
    if !folder.is_empty() && !is_plain(folder) {
        return Lookup::Nothing;
    }
    let index = if folder.is_empty() { "index.html".to_owned() } else { format!("{folder}/index.html") };
    if folder.len() < path.len() || path.is_empty() {
        return file(index).unwrap_or(Lookup::Nothing);
    }
    let page = || file(format!("{path}.html"));
    let slash = || if files.contains(&index) { Lookup::Slash } else { Lookup::Nothing };
    file(path.to_owned()).or_else(page).unwrap_or_else(slash)
}

/// Whether a path can only mean a file below a folder, on every system.
fn is_plain(path: &str) -> bool {
    let part = |part: &str| !matches!(part, "" | "." | "..");
    path.split('/').all(part) && !path.contains(|c: char| c == '\\' || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_as_pages_does() {
        let names = ["index.html", "404.html", "ar/index.html", "ar/x.html", "assets/a.css"];
        let files: BTreeMap<_, _> = names.iter().map(|name| ((*name).to_owned(), Bytes::new())).collect();
        let answer = |path: &str| match find(&files, "/repo/", path) {
            Lookup::File(name, _) => name,
            Lookup::Slash => "slash".to_owned(),
            Lookup::Nothing => "nothing".to_owned(),
        };
        for (path, expected) in [
            ("/repo/", "index.html"),
            ("/repo", "slash"),
            ("/repo/ar/", "ar/index.html"),
            ("/repo/ar", "slash"),
            ("/repo/ar/x", "ar/x.html"),
            ("/repo/assets/a.css", "assets/a.css"),
            ("/repo/assets/", "nothing"),
            ("/repo/none/", "nothing"),
            ("/", "nothing"),
        ] {
            assert_eq!(answer(path), expected, "{path}");
        }
    }

    /// Answers whatever it is asked for.
    struct Anything;

    impl SiteFiles for Anything {
        fn file(&self, path: &str) -> Option<Bytes> {
            Some(Bytes::from(path.to_owned()))
        }
    }

    #[test]
    fn nothing_outside_the_site_is_asked_for() {
        for path in ["/../x", "/a/../../x", "/./x", "/a//x", "//etc/x", "/a\\..\\x", "/a\0", "/a\n/", "/..", "/.//"] {
            assert_eq!(find(&Anything, "/", path), Lookup::Nothing, "{path:?}");
        }
        assert!(matches!(find(&Anything, "/", "/...a/خط"), Lookup::File(..)));
    }
}
