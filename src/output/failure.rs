//! Why a site could not be written, in words that say what to do.

use std::io;
use std::path::PathBuf;

/// Why a site was not written. What was there before is there still, but for [`Failure::Unfinished`].
#[derive(Debug)]
pub enum Failure {
    /// Something that no build has put there is where the site has a file or folder of its own.
    Foreign(PathBuf),
    /// The same, beside a list of own files that cannot be read.
    Unlisted(PathBuf),
    /// A path that would leave the folder, or takes a name that is the program's own.
    Outside(String),
    /// A folder into which no site should be written: what it is.
    Misplaced(PathBuf, &'static str),
    /// A folder that holds what no build has put there, with the name of one of these, and no list of a build's own.
    Shared {
        /// The folder.
        folder: PathBuf,
        /// What is in it.
        name: String,
        /// Where an empty list would say that the site may stand there.
        list: PathBuf,
    },
    /// A link that leads nowhere.
    Dangling(PathBuf),
    /// Other builds of this folder follow one another too fast.
    Busy(PathBuf),
    /// A file that was to be made is there already.
    Present(PathBuf),
    /// A folder on the way to a file that was to be made is a symbolic link.
    Link(PathBuf),
    /// The system refused.
    System(PathBuf, io::Error),
    /// Some files have been moved into place when this happened. The next build will go on from there.
    Unfinished(Box<Failure>),
}

/// What a system says of a file, in words that are the same on every system.
fn words(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    let words = match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder",
        ErrorKind::PermissionDenied => "this program may not read or write it",
        ErrorKind::IsADirectory => "it is a folder, and no file",
        ErrorKind::NotADirectory => "a part of this path is a file, and no folder",
        ErrorKind::StorageFull => "there is no room left for it",
        ErrorKind::ReadOnlyFilesystem => "nothing can be written there",
        ErrorKind::InvalidData => "it is no text in UTF-8",
        _ => return error.to_string(),
    };
    words.to_owned()
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Foreign(path) => write!(
                f,
                "{} is in the way: no build has put it there\n  help: move it, or write the site elsewhere with --out",
                path.display()
            ),
            Self::Unlisted(path) => write!(
                f,
                "{} is in the way: the list of what builds have put there is damaged, or of another version\n  help: if \
                 everything in the folder comes from builds, remove the folder; else move what is yours",
                path.display()
            ),
            Self::Outside(path) => write!(f, "`{}` is no path for a file in the output folder", path.escape_debug()),
            Self::Misplaced(path, what) => write!(
                f,
                "no site is written into {}: it is {what}\n  help: name a folder for the site alone with --out, such as \
                 public",
                path.display()
            ),
            Self::Shared { folder, name, list } => write!(
                f,
                "no site is written into {}, where `{name}` is in the way: no build has put it there\n  help: name a folder for the site alone \
                 with --out; if the site is to stand beside what is there, make an empty file {}",
                folder.display(),
                list.display()
            ),
            Self::Dangling(path) => write!(
                f,
                "{} is a link that leads nowhere\n  help: remove it, or make the folder to which it leads",
                path.display()
            ),
            Self::Busy(path) => write!(f, "other builds are writing into {} all the time", path.display()),
            Self::Present(path) => write!(f, "{} is there already, and nothing was written", path.display()),
            Self::Link(path) => write!(
                f,
                "{} is a symbolic link, which may lead out of the site, and nothing was written",
                path.display()
            ),
            Self::System(path, error) => write!(f, "{}: {}", path.display(), words(error)),
            Self::Unfinished(failure) => write!(
                f,
                "{failure}\n  note: only a part of the new site is in place; the next build will move the rest there first"
            ),
        }
    }
}

impl std::error::Error for Failure {}
