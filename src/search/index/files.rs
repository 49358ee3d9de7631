//! Hands out finished files of a language's index under the addresses that the format gives them.

use crate::search::format::{FileKind, file_path};
use crate::text::fingerprint;

/// Receives a finished file: its path below the output folder, and its bytes. Called from many threads, in no order.
pub type EmitIndexFile<'a> = dyn Fn(String, Vec<u8>) + Sync + 'a;

/// The files of one language, but for the manifest.
#[derive(Clone, Copy)]
pub struct IndexFiles<'a> {
    /// The tag of the language.
    pub tag: &'a str,
    /// Receives them.
    pub emit: &'a EmitIndexFile<'a>,
}

impl IndexFiles<'_> {
    /// Emits a file; gives the digest in its name. `numbers` are those of [`file_path`].
    pub fn emit(&self, kind: FileKind, numbers: &[usize], text: String) -> String {
        let digest = fingerprint(text.as_bytes());
        (self.emit)(file_path(self.tag, kind, numbers, &digest), text.into_bytes());
        digest
    }

    /// The paths of the files of a kind by their digests, of one segment or of none.
    pub fn paths(&self, kind: FileKind, segment: Option<usize>, digests: &[String]) -> Vec<String> {
        let path = |(number, digest): (usize, &String)| {
            let numbers: Vec<usize> = segment.into_iter().chain([number]).collect();
            file_path(self.tag, kind, &numbers, digest)
        };
        digests.iter().enumerate().map(path).collect()
    }
}
