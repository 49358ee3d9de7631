//! Postcard and LZ4: the text of pages between parsing and rendering. A packed page
//! takes a third of the memory, for a fiftieth of the time that it took to parse.

use bytes::Bytes;

use crate::content::PageText;

/// A page's text by language, packed. A clone shares the bytes.
#[derive(Clone, Debug, Default)]
pub struct PackedText(Bytes);

impl PackedText {
    /// Packs the text of a page.
    pub fn new(text: &[Option<PageText>]) -> Self {
        Self(postcard::to_stdvec(text).map(|bytes| lz4_flex::compress_prepend_size(&bytes).into()).unwrap_or_default())
    }

    /// The text that was packed.
    pub fn unpack(&self) -> Vec<Option<PageText>> {
        let bytes = lz4_flex::decompress_size_prepended(&self.0).unwrap_or_default();
        postcard::from_bytes(&bytes).unwrap_or_default()
    }
}
