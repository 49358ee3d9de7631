//! The faces of the site's sheet as outlines: taken out of WOFF2 when the first picture is drawn. The only place that knows
//! how faces are stored.

use std::fmt;

use harfrust::font::Font;

use crate::render::faces::FontFace;

/// The most that a face may be when it is unpacked, in bytes: the length that a file claims is not to be believed.
const LARGEST: usize = 64 << 20;

/// The faces that pictures are written with, in the order of the sheet.
pub struct TypefaceSet(Vec<Typeface>);

/// A face in two weights; one that has no axis of weights is the same in both.
pub struct Typeface {
    ranges: FontFace,
    regular: Font,
    bold: Font,
}

/// How heavy letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

impl TypefaceSet {
    /// Without a face.
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// Of the faces of a sheet with the bytes of their files. What is no face is left out, as browsers do.
    pub fn new<'a>(files: impl Iterator<Item = (&'a FontFace, &'a [u8])>) -> Self {
        Self(files.filter_map(|(face, bytes)| Typeface::new(face, bytes)).collect())
    }

    /// The first face that is for a character and has it, by its number.
    pub fn face_for(&self, letter: char) -> Option<usize> {
        self.0.iter().position(|face| face.has(letter))
    }

    /// A face by its number.
    pub fn font(&self, number: usize, weight: Weight) -> Option<&Font> {
        let face = self.0.get(number)?;
        Some(if weight == Weight::Bold { &face.bold } else { &face.regular })
    }
}

impl Typeface {
    fn new(face: &FontFace, bytes: &[u8]) -> Option<Self> {
        let unpacked = match bytes.get(..4)? {
            b"wOF2" => wuff::decompress_woff2(bytes).ok()?,
            _ => bytes.to_vec(),
        };
        let regular = (unpacked.len() <= LARGEST).then(|| Font::new(unpacked, 0)).flatten()?;
        let bold = regular.instance_builder().variations([("wght", 700.0)]).build();
        Some(Self { ranges: face.clone(), regular, bold })
    }

    fn has(&self, letter: char) -> bool {
        self.ranges.has(letter) && self.regular.charmap().map_unicode(letter).is_some()
    }
}

impl fmt::Debug for TypefaceSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TypefaceSet({})", self.0.len())
    }
}
