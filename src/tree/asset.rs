//! Files that are published as they are, and what can be read off their bytes.

use bytes::Bytes;
use icu_normalizer::ComposingNormalizerBorrowed;

use super::asset_fault::AssetFault;
use super::image::inspect;
use crate::text::{FileId, fingerprint};

/// A file that is published as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Relative to the page's folder or to `static/`.
    pub name: String,
    /// Its bytes.
    pub bytes: Bytes,
    /// Names the bytes: see [`fingerprint`].
    pub digest: String,
    /// Width and height in CSS pixels, as it is shown, if it is an image that says them.
    pub dimensions: Option<(u32, u32)>,
    /// What is wrong with it, if it is an image.
    pub fault: Option<AssetFault>,
    /// Whether it is a default of the generator's, unchanged.
    pub default: bool,
    /// Its text, if it lies beside a page and is CSV, from which charts are drawn, or TOML, which may be settings under another
    /// name; with U+FFFD for what is not UTF-8.
    pub text: Option<FileId>,
}

impl Asset {
    /// Where the file of a name stands among others. A file system may hold the name in another form of Unicode than it was
    /// typed in (macOS parts letters from their marks): one of the same characters goes before, one of the same letters does.
    pub fn position(files: &[Asset], name: &str) -> Option<usize> {
        let same = files.iter().position(|file| file.name == name);
        if same.is_some() || name.is_ascii() {
            return same;
        }
        let nfc = ComposingNormalizerBorrowed::new_nfc();
        let name = nfc.normalize(name);
        files.iter().position(|file| !file.name.is_ascii() && nfc.normalize(&file.name) == name)
    }

    /// The text of a table, from which charts are drawn.
    pub fn table(&self) -> Option<FileId> {
        self.text.filter(|_| self.name.ends_with(".csv"))
    }

    /// A file of these bytes; its image size is read from them.
    pub fn new(name: String, bytes: &[u8]) -> Self {
        let (dimensions, fault) = inspect(&name, bytes);
        Self {
            name,
            digest: fingerprint(bytes),
            bytes: Bytes::copy_from_slice(bytes),
            dimensions,
            fault,
            default: false,
            text: None,
        }
    }
}
