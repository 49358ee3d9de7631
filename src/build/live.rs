//! A site that one process builds again and again: its files, and what one build leaves for the next, stay in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Mutex};

use bytes::Bytes;

use super::{Build, Options, Sink, build_into};
use crate::build::{Memory, Store};
use crate::render::Output;
use crate::tree::Stamp;

/// The last build that had no error; nothing at first.
#[derive(Debug, Default)]
pub struct Held {
    files: Files,
    kept: Kept,
}

/// What one build leaves for the next, by name.
#[derive(Debug, Default)]
struct Kept(Mutex<BTreeMap<String, Arc<Vec<u8>>>>);

impl Store for Kept {
    fn get(&self, name: &str) -> Option<Arc<Vec<u8>>> {
        self.0.lock().ok()?.get(name).cloned()
    }

    fn put(&self, name: &str, bytes: Vec<u8>) {
        if let Ok(mut kept) = self.0.lock() {
            kept.insert(name.to_owned(), Arc::new(bytes));
        }
    }

    fn retain(&self, folder: &str, names: &BTreeSet<String>) {
        let is_inside = |name: &str| name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        if let Ok(mut kept) = self.0.lock() {
            kept.retain(|name, _| !is_inside(name) || names.contains(name));
        }
    }
}

/// The bytes of files by their paths.
pub(super) type Files = BTreeMap<String, Bytes>;

/// The same as a build hands them out.
pub(super) fn outputs(files: &Files) -> Vec<Output> {
    files.iter().map(|(path, bytes)| Output { path: path.clone(), bytes: bytes.clone() }).collect()
}

/// Takes new files, and earlier ones that stay.
pub(super) struct Shelf<'a> {
    earlier: &'a Files,
    files: Mutex<Files>,
}

impl<'a> Shelf<'a> {
    pub(super) fn over(earlier: &'a Files) -> Self {
        Self { earlier, files: Mutex::default() }
    }

    pub(super) fn into_files(self) -> Files {
        self.files.into_inner().unwrap_or_default()
    }

    fn put(&self, path: &str, bytes: Bytes) {
        if let Ok(mut files) = self.files.lock() {
            files.insert(path.to_owned(), bytes);
        }
    }
}

impl Sink for Shelf<'_> {
    fn take(&self, output: Output) {
        // A copy is as long as the text; the text may have room for more, which `serve` would hold for good.
        self.put(&output.path, Bytes::copy_from_slice(&output.bytes));
    }

    fn restart(&self) {
        if let Ok(mut files) = self.files.lock() {
            files.clear();
        }
    }

    fn keep(&self, path: &str) {
        self.earlier.get(path).into_iter().for_each(|bytes| self.put(path, bytes.clone()));
    }

    fn stands(&self, path: &str, _: Stamp) -> bool {
        self.earlier.contains_key(path)
    }
}

impl Held {
    /// Builds the site under `root`, and does again only what has changed since the last time. The outputs are the whole
    /// site.
    pub fn build(&mut self, root: &Path, options: &Options) -> Build {
        let memory = Memory::of(&self.kept, Some(format!("{options:?}")));
        let shelf = Shelf::over(&self.files);
        let mut build = build_into(root, options, &memory, &shelf);
        let files = shelf.into_files();
        if build.faults().0 > 0 {
            return build;
        }
        if let Some(remembered) = build.remembered.take() {
            // Nobody else changes them, so that any stamp will do.
            let stamps: Vec<_> = files.keys().map(|path| (path.clone(), Stamp::default())).collect();
            remembered.keep(&stamps, &self.kept);
        }
        self.files = files;
        build.outputs = outputs(&self.files);
        build
    }
}
