//! Reads a tree of files that is no site yet, for `muwazana import`.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Folders in which nobody writes: what version control, package managers and builds have put there.
const MADE: [&str; 6] = [".git", "node_modules", ".cache", ".docusaurus", "_site", ".muwazana"];

/// The files of a tree that was written for another generator.
#[derive(Debug, Default)]
pub struct ForeignTree {
    /// Every file by its path with `/`.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The symbolic links that were not followed, by their paths.
    pub links: Vec<String>,
}

/// Every file below a folder; names that are no UTF-8 are left out. A symbolic link is the file to which it leads, if that
/// lies in the folder, too. One to a folder is not followed, for it may lead around in circles.
pub fn foreign_files(root: &Path) -> io::Result<ForeignTree> {
    let top = fs::canonicalize(root)?;
    let mut tree = ForeignTree::default();
    let mut open = vec![String::new()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(root.join(&folder))? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
            let kind = entry.file_type()?;
            if kind.is_dir() && !MADE.contains(&name.as_str()) {
                open.push(path);
            } else if kind.is_file() {
                tree.files.insert(path, fs::read(entry.path())?);
            } else if kind.is_symlink() {
                match file_in(&top, &entry.path()) {
                    Some(file) => drop(tree.files.insert(path, fs::read(file)?)),
                    None => tree.links.push(path),
                }
            }
        }
    }
    Ok(tree)
}

/// The file of a tree to which a symbolic link leads; nothing where it leads to none, or to one that is no part of the tree.
fn file_in(top: &Path, link: &Path) -> Option<PathBuf> {
    let file = fs::canonicalize(link).ok().filter(|file| file.is_file())?;
    let mut parts = file.strip_prefix(top).ok()?.iter();
    parts.all(|part| MADE.iter().all(|made| part != *made)).then_some(file)
}
