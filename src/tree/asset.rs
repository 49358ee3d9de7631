//! Files that are published as they are, and what can be read off their bytes.

use bytes::Bytes;

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
    /// Width and height in CSS pixels, if it is an image that says them.
    pub dimensions: Option<(u32, u32)>,
    /// Whether it is a default of the generator's, unchanged.
    pub default: bool,
    /// Its text, if it is a page's CSV file in UTF-8, from which charts are drawn.
    pub text: Option<FileId>,
}

impl Asset {
    /// A file of these bytes; its image size is read from them.
    pub fn new(name: String, bytes: &[u8]) -> Self {
        let dimensions = dimensions(&name, bytes);
        Self {
            name,
            digest: fingerprint(bytes),
            bytes: Bytes::copy_from_slice(bytes),
            dimensions,
            default: false,
            text: None,
        }
    }
}

fn dimensions(name: &str, bytes: &[u8]) -> Option<(u32, u32)> {
    if name.ends_with(".svg") {
        return svg_dimensions(std::str::from_utf8(bytes).ok()?);
    }
    let size = imagesize::blob_size(bytes).ok()?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}

fn svg_dimensions(text: &str) -> Option<(u32, u32)> {
    let document = roxmltree::Document::parse(text).ok()?;
    let svg = document.root_element();
    let pixels = |name| svg.attribute(name)?.trim_end_matches("px").parse::<f64>().ok();
    let (width, height) = pixels("width").zip(pixels("height")).or_else(|| {
        let mut sides = svg.attribute("viewBox")?.split([' ', ',']).filter(|part| !part.is_empty()).skip(2);
        Some((sides.next()?.parse().ok()?, sides.next()?.parse().ok()?))
    })?;
    Some((width.round() as u32, height.round() as u32))
}
