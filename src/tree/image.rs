//! What can be read off the bytes of an image: its size as browsers show it, whether it is whole, and whether it is more
//! than an image.

use std::io::Cursor;

use exif::{In, Tag};
use memchr::memmem;

use super::asset_fault::AssetFault;
use super::drawing::drawing;
use super::table_file::formula;

/// The size of an image in CSS pixels, where it says one, and what is wrong with it. A file whose name has no ending of an
/// image is none.
pub fn inspect(name: &str, bytes: &[u8]) -> (Option<(u32, u32)>, Option<AssetFault>) {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "svg" => drawing(bytes),
        "csv" | "tsv" => (None, formula(bytes).map(AssetFault::Formula)),
        "apng" | "avif" | "bmp" | "gif" | "ico" | "jfif" | "jpe" | "jpeg" | "jpg" | "jxl" | "png" | "webp" => {
            match raster_size(bytes) {
                Ok(size) => (Some(size), None),
                Err(why) => (None, Some(AssetFault::Damaged(why.to_owned()))),
            }
        }
        _ => (None, None),
    }
}

/// The size as it is shown; the error says why the image cannot be shown.
fn raster_size(bytes: &[u8]) -> Result<(u32, u32), &'static str> {
    if bytes.is_empty() {
        return Err("it is empty");
    }
    if bytes.starts_with(b"version https://git-lfs") {
        return Err("it is a pointer of Git LFS; fetch the file itself with `git lfs pull`");
    }
    let not_one = |_| "its bytes are not those of an image";
    let size = imagesize::blob_size(bytes).map_err(not_one)?;
    let pixels = |side: usize| u32::try_from(side).map_err(|_| "it says a size that cannot be");
    let (width, height) = (pixels(size.width)?, pixels(size.height)?);
    if width == 0 || height == 0 {
        return Err("it says that it is 0 pixels wide or high");
    }
    if is_cut_off(bytes) {
        return Err("its end is missing");
    }
    Ok(if is_turned(bytes) { (height, width) } else { (width, height) })
}

/// Whether an image of a format that marks its end lacks that.
fn is_cut_off(bytes: &[u8]) -> bool {
    let last = |needle: &[u8]| memmem::rfind(bytes, needle);
    if bytes.starts_with(b"\x89PNG") {
        return last(b"IEND").is_none();
    }
    if bytes.starts_with(b"\xff\xd8") {
        // What is between the start of a scan and the end of the image holds neither mark.
        return last(b"\xff\xda").is_none_or(|scan| last(b"\xff\xd9").is_none_or(|end| end < scan));
    }
    if bytes.starts_with(b"RIFF") {
        let length = bytes.get(4..8).and_then(|length| <[u8; 4]>::try_from(length).ok()).map(u32::from_le_bytes);
        return length.is_none_or(|length| bytes.len() < length as usize + 8);
    }
    false
}

/// Whether the image's EXIF data says that its sides change places when it is shown. Browsers heed it in JPEG and PNG;
/// WebP they show as it is stored.
fn is_turned(bytes: &[u8]) -> bool {
    let has_exif = [&b"\xff\xd8"[..], b"\x89PNG"].iter().any(|start| bytes.starts_with(start));
    let read = || exif::Reader::new().read_from_container(&mut Cursor::new(bytes)).ok();
    let orientation = has_exif.then(read).flatten().and_then(|exif| {
        let field = exif.get_field(Tag::Orientation, In::PRIMARY)?;
        field.value.get_uint(0)
    });
    orientation.is_some_and(|orientation| (5..=8).contains(&orientation))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_image_is_told() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x03\x08\x06\0\0\0\0\0\0\0".as_slice();
        let whole = [png, b"\0\0\0\0IEND\xaeB`\x82"].concat();
        assert_eq!(inspect("x.png", &whole), (Some((2, 3)), None));
        for (name, bytes) in [
            ("x.png", png),
            ("x.png", b""),
            ("x.jpg", b"<!doctype html>"),
            ("x.jpeg", b"version https://git-lfs.github.com/spec/v1"),
            ("x.svg", b"<svg"),
            ("x.svg", b"<html/>"),
            ("x.svg", b"\xff\xfe<\0"),
        ] {
            assert!(matches!(inspect(name, bytes), (None, Some(AssetFault::Damaged(_)))), "{name} {bytes:?}");
        }
        assert_eq!(inspect("x.txt", b"text"), (None, None));
    }
}
