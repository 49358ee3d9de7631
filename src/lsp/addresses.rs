//! The addresses by which an editor names files, and the paths by which the site does.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use lsp_types::Uri;
use url::Url;

/// The files of a site as an editor calls them.
pub struct FileAddresses {
    /// The root as it was given, and as it is where links lead there.
    roots: Vec<PathBuf>,
    /// What the editor calls the files that it has opened: it need not spell them as they would be spelt here.
    opened: BTreeMap<String, Uri>,
}

impl FileAddresses {
    /// Of the site under a root.
    pub fn new(root: &Path) -> Self {
        let absolute = std::path::absolute(root).unwrap_or_else(|_| root.to_owned());
        let real = absolute.canonicalize().ok();
        Self { roots: [absolute].into_iter().chain(real).collect(), opened: BTreeMap::new() }
    }

    /// The path of a file relative to the root, its parts joined by `/`; `None` for what lies elsewhere.
    pub fn path(&self, uri: &Uri) -> Option<String> {
        let file = Url::parse(uri.as_str()).ok()?.to_file_path().ok()?;
        let below = self.roots.iter().find_map(|root| file.strip_prefix(root).ok())?;
        Some(below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/"))
    }

    /// The address of a path relative to the root.
    pub fn uri(&self, path: &str) -> Option<Uri> {
        if let Some(uri) = self.opened.get(path) {
            return Some(uri.clone());
        }
        let file = self.roots.first()?.join(path);
        Uri::from_str(Url::from_file_path(file).ok()?.as_str()).ok()
    }

    /// Remembers what the editor calls a file.
    pub fn open(&mut self, path: &str, uri: Uri) {
        self.opened.insert(path.to_owned(), uri);
    }

    /// Forgets it.
    pub fn close(&mut self, path: &str) {
        self.opened.remove(path);
    }
}
