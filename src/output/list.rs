//! The list of the files that builds have put into an output folder: nothing else there is ever overwritten or removed. It
//! opens with a line that names its format; each path ends in a NUL byte, which no file name can hold.

use std::fs;
use std::io;
use std::path::{Component, Path};

use rustc_hash::FxHashSet;

use super::failure::Failure;

/// Where the list is, at the top of the output folder.
pub const LIST: &str = ".muwazana-files";

/// All names at the top of the output folder that begin so are the program's own, and no file of a site.
const RESERVED: &str = ".muwazana-";

const HEADER: &str = "muwazana-files 2\n";

/// What the list of an output folder says.
#[derive(Debug, Default)]
pub struct OwnFiles {
    /// The files that builds have put there, relative to the folder, with `/` between their parts.
    pub paths: FxHashSet<String>,
    /// Whether there is a list that this version cannot read. Its files then count as somebody else's.
    pub is_unreadable: bool,
}

impl OwnFiles {
    /// Reads a list; one that is not there lists nothing.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        // Anything but a regular file is not the program's, and reading a named pipe would never end.
        match fs::symlink_metadata(path) {
            Ok(data) if !data.is_file() => return Err(Failure::Foreign(path.to_owned())),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(Failure::System(path.to_owned(), error)),
        }
        let bytes = fs::read(path).map_err(|error| Failure::System(path.to_owned(), error))?;
        Ok(match parse(&bytes) {
            Some(paths) => Self { paths, is_unreadable: false },
            None => Self { paths: FxHashSet::default(), is_unreadable: true },
        })
    }

    /// Says what to do about a list that cannot be read where that is why something is in the way.
    pub fn explain(&self, failure: Failure) -> Failure {
        match failure {
            Failure::Foreign(path) if self.is_unreadable => Failure::Unlisted(path),
            other => other,
        }
    }
}

/// The files that builds have put into a folder, by path, with their sizes in bytes.
pub fn file_sizes(folder: &Path) -> Result<Vec<(String, u64)>, Failure> {
    let own = OwnFiles::read(&folder.join(LIST))?;
    let size = |path: String| Some((fs::symlink_metadata(folder.join(&path)).ok()?.len(), path));
    let mut sizes: Vec<_> = own.paths.into_iter().filter_map(size).map(|(size, path)| (path, size)).collect();
    sizes.sort_unstable();
    Ok(sizes)
}

/// The bytes of a list of these paths.
pub fn format<'a>(paths: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut bytes = HEADER.as_bytes().to_vec();
    for path in paths {
        bytes.extend_from_slice(path.as_bytes());
        bytes.push(0);
    }
    bytes
}

/// Nothing for another format, or a list that has been cut short. Paths that lead out of the folder count for nothing.
fn parse(bytes: &[u8]) -> Option<FxHashSet<String>> {
    // One that somebody has made so that a site may stand beside their files.
    if bytes.is_empty() {
        return Some(FxHashSet::default());
    }
    let text = std::str::from_utf8(bytes).ok()?.strip_prefix(HEADER)?;
    if text.is_empty() {
        return Some(FxHashSet::default());
    }
    let paths = text.strip_suffix('\0')?.split('\0');
    Some(paths.filter(|path| is_inside(path)).map(str::to_owned).collect())
}

/// Whether a path names a place below the folder, in the only way in which it can be written, that is not the program's own.
pub fn is_inside(path: &str) -> bool {
    !path.starts_with(RESERVED)
        && !path.contains('\0')
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
        // On some systems more signs than the slash lead elsewhere.
        && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_comes_back_as_it_was() {
        let names = ["a", "x\nblog/index.html", "\r\n", "ar/صفحة", " b ", "\u{1}\u{2028}"];
        let read = parse(&format(names.into_iter())).unwrap();
        assert_eq!(read, names.into_iter().map(str::to_owned).collect());
        assert!(parse(&format(std::iter::empty())).unwrap().is_empty());
    }

    #[test]
    fn what_is_no_list_lists_nothing() {
        assert_eq!(parse(b""), Some(FxHashSet::default()));
        for bytes in ["a.html\nb.html\n", "muwazana-files 3\na\0", "muwazana-files 2\na\0b"] {
            assert_eq!(parse(bytes.as_bytes()), None, "{bytes:?}");
        }
        assert_eq!(parse(b"muwazana-files 2\n\xff\0"), None);
    }

    #[test]
    fn paths_that_lead_elsewhere_are_not_listed() {
        let hostile = ["../x", "/etc/passwd", "a/../../x", "", "a//b", "./a", "a/.", ".muwazana-files", "good"];
        let read = parse(&format(hostile.into_iter())).unwrap();
        assert_eq!(read.into_iter().collect::<Vec<_>>(), ["good"]);
    }
}
