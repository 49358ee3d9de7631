//! Reads a tree of files that is no site yet, for `muwazana import`.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// Folders in which nobody writes: what version control, package managers and builds have put there.
const MADE: [&str; 6] = [".git", "node_modules", ".cache", ".docusaurus", "_site", ".muwazana"];

/// Every file below a folder by its path with `/`. Links are not followed, and names that are no UTF-8 are left out.
pub fn foreign_files(root: &Path) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
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
                files.insert(path, fs::read(entry.path())?);
            }
        }
    }
    Ok(files)
}
