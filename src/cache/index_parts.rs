//! The parts of the search index, each stored under its BLAKE3 digest.

use std::sync::Arc;

use super::Cache;
use crate::render::{Digest, Parts};

/// The folder of the parts.
pub const FOLDER: &str = "index";

impl Parts for Cache<'_> {
    fn get(&self, digest: &Digest) -> Option<Arc<Vec<u8>>> {
        self.get_checked(&name_of(digest), digest).map(Arc::new)
    }

    fn put(&self, bytes: Vec<u8>) -> Digest {
        let Some(storage) = self.storage else { return Digest::default() };
        let digest = *blake3::hash(&bytes).as_bytes();
        storage.put(&name_of(&digest), &bytes);
        digest
    }
}

/// The same for a build that is known to have errors: nothing new is stored.
pub struct ReadOnlyParts<'a>(pub &'a Cache<'a>);

impl Parts for ReadOnlyParts<'_> {
    fn get(&self, digest: &Digest) -> Option<Arc<Vec<u8>>> {
        Parts::get(self.0, digest)
    }

    fn put(&self, _: Vec<u8>) -> Digest {
        Digest::default()
    }
}

/// The name of a part.
pub fn name_of(digest: &Digest) -> String {
    format!("{FOLDER}/{}", blake3::Hash::from(*digest).to_hex())
}
