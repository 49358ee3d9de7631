//! The corpus of the benchmarks as a site in a temporary folder, and its files changed.

#![allow(dead_code, reason = "each test uses its own part")]

use std::path::Path;

#[path = "../../benches/corpus/mod.rs"]
mod generated;

#[allow(unused_imports, reason = "each test uses its own part")]
pub use generated::{Page, Shape, pages, words_file};

/// A corpus that is built in no time.
pub const SMALL: Shape = Shape { dimensions: 8, terms: 3, languages: 2 };

/// A corpus of a shape.
pub fn corpus(shape: Shape) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    generated::write(shape, &mut |path, text| put(folder.path(), path, text));
    folder
}

/// Writes a file, and its folder if there is none.
pub fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    std::fs::write(path, text).expect("a file");
}

/// The text of a file; nothing if there is none.
pub fn read(root: &Path, path: &str) -> String {
    std::fs::read_to_string(root.join(path)).unwrap_or_default()
}

/// Changes the text of a file.
pub fn edit(root: &Path, path: &str, change: impl Fn(String) -> String) {
    let text = std::fs::read_to_string(root.join(path)).expect("a text");
    put(root, path, &change(text));
}
