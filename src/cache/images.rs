//! Pictures that have been drawn, each under the digest of all that decides how it looks and of the program that drew it.

use bytes::Bytes;

use super::Cache;
use crate::render::{ImageKey, ImageStore};

/// The folder of the pictures.
pub const FOLDER: &str = "images";

impl Cache<'_> {
    /// The name of a picture. Another program may draw it otherwise, and nobody who does not know this one, by the moment at
    /// which its file was written, can put a picture here for a build to publish.
    fn image_name(&self, key: &ImageKey) -> Option<String> {
        let program = postcard::to_stdvec(&self.key.as_ref()?.program).ok()?;
        let name = blake3::Hasher::new().update(&program).update(key).finalize().to_hex();
        Some(format!("{FOLDER}/{name}"))
    }

    /// Remembers that a picture is part of the site.
    fn keep_image(&self, name: String) {
        if let Ok(mut images) = self.images.lock() {
            images.insert(name);
        }
    }
}

impl ImageStore for Cache<'_> {
    fn image(&self, key: &ImageKey) -> Option<Bytes> {
        let name = self.image_name(key)?;
        let (digest, image) = self.get(&name).map(Bytes::from).filter(|bytes| bytes.len() > 32).map(|bytes| {
            let (digest, image) = (bytes.slice(..32), bytes.slice(32..));
            (digest, image)
        })?;
        let is_whole = blake3::hash(&image).as_bytes()[..] == digest[..];
        is_whole.then(|| {
            self.keep_image(name);
            image
        })
    }

    fn put_image(&self, key: &ImageKey, image: &Bytes) {
        let (Some(storage), Some(name)) = (self.storage, self.image_name(key)) else { return };
        storage.put(&name, &[blake3::hash(image).as_bytes(), &image[..]].concat());
        self.keep_image(name);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::sync::Mutex;

    use super::*;
    use crate::cache::{BuildKey, Storage};
    use crate::tree::Stamp;

    #[derive(Debug, Default)]
    struct Memory(Mutex<BTreeMap<String, Vec<u8>>>);

    impl Storage for Memory {
        fn get(&self, name: &str) -> Option<Vec<u8>> {
            self.0.lock().unwrap().get(name).cloned()
        }

        fn put(&self, name: &str, bytes: &[u8]) {
            self.0.lock().unwrap().insert(name.to_owned(), bytes.to_vec());
        }

        fn retain(&self, _: &str, names: &BTreeSet<String>) {
            self.0.lock().unwrap().retain(|name, _| names.contains(name));
        }
    }

    fn key() -> Option<BuildKey> {
        Some(BuildKey {
            program: Stamp::of_program()?,
            base_url: None,
            repository: None,
            drafts: false,
            commit: None,
            output: "public".into(),
        })
    }

    #[test]
    fn a_picture_comes_back_to_the_program_that_drew_it_and_whole_or_not_at_all() {
        let storage = Memory::default();
        let image = Bytes::from_static(b"picture");
        Cache::open(&storage, key()).put_image(&[1; 32], &image);
        let cache = Cache::open(&storage, key());
        assert_eq!((cache.image(&[1; 32]), cache.image(&[2; 32])), (Some(image.clone()), None));
        assert_eq!(cache.images.lock().unwrap().len(), 1, "it is known to be in use");
        assert_eq!(Cache::open(&storage, None).image(&[1; 32]), None, "nobody knows which program has drawn it");
        storage.0.lock().unwrap().values_mut().for_each(|bytes| *bytes.last_mut().unwrap() ^= 1);
        assert_eq!(Cache::open(&storage, key()).image(&[1; 32]), None);
        storage.0.lock().unwrap().values_mut().for_each(|bytes| bytes.truncate(20));
        assert_eq!(Cache::open(&storage, key()).image(&[1; 32]), None);
    }
}
