//! What can be read off the bytes of an image: its size as browsers show it, whether it is whole, and whether it is more
//! than an image.

use std::io::Cursor;

use exif::{In, Tag};
use memchr::memmem;
use roxmltree::{Document, Node, ParsingOptions};

/// Why a file is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AssetFault {
    /// An image that no browser can show; one clause that says why.
    Damaged(String),
    /// A drawing that does something when it is opened; what it holds.
    Active(String),
}

/// The size of an image in CSS pixels, where it says one, and what is wrong with it. A file whose name has no ending of an
/// image is none.
pub fn inspect(name: &str, bytes: &[u8]) -> (Option<(u32, u32)>, Option<AssetFault>) {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "svg" => drawing(bytes),
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

fn drawing(bytes: &[u8]) -> (Option<(u32, u32)>, Option<AssetFault>) {
    let damaged = |why: String| (None, Some(AssetFault::Damaged(why)));
    let Ok(text) = std::str::from_utf8(bytes) else { return damaged("it is not UTF-8".to_owned()) };
    let text = text.trim_start_matches('\u{feff}');
    // Drawing programs still write the document type of SVG 1.1.
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    match Document::parse_with_options(text, options) {
        Ok(document) if document.root_element().tag_name().name() != "svg" => {
            damaged("it has no <svg> at its root".to_owned())
        }
        Ok(document) => (drawing_size(document.root_element()), activity(&document).map(AssetFault::Active)),
        Err(error) => damaged(format!("it is no XML that can be read: {error}")),
    }
}

/// The size that a drawing has beside other content: its sides in any unit but parts of what is around it, and what is
/// missing of them from the view box.
fn drawing_size(svg: Node<'_, '_>) -> Option<(u32, u32)> {
    let sides = [svg.attribute("width").and_then(length), svg.attribute("height").and_then(length)];
    let view_box = svg.attribute("viewBox").and_then(|text| {
        let mut numbers = text.split([' ', ',', '\t', '\n', '\r']).filter(|part| !part.is_empty()).skip(2);
        let (width, height) = (numbers.next()?.parse::<f64>().ok()?, numbers.next()?.parse::<f64>().ok()?);
        (width > 0.0 && height > 0.0).then_some((width, height))
    });
    let (width, height) = match (sides, view_box) {
        ([Some(width), Some(height)], _) => (width, height),
        ([Some(width), None], Some(shape)) => (width, width * shape.1 / shape.0),
        ([None, Some(height)], Some(shape)) => (height * shape.0 / shape.1, height),
        ([None, None], Some(shape)) => shape,
        _ => return None,
    };
    let fits = |side: f64| (side > 0.0 && side < 1e6).then(|| (side.round() as u32).max(1));
    Some((fits(width)?, fits(height)?))
}

/// A length in CSS pixels; nothing for one that depends on what is around the drawing.
fn length(text: &str) -> Option<f64> {
    let text = text.trim();
    let unit = text.find(|c: char| c.is_ascii_alphabetic() && c != 'e' && c != 'E' || c == '%');
    let (number, unit) = text.split_at(unit.unwrap_or(text.len()));
    // `1em` and `1ex` begin like an exponent.
    let (number, unit) = match number.strip_suffix(['e', 'E']) {
        Some(number) => (number, format!("e{unit}")),
        None => (number, unit.to_owned()),
    };
    let pixels = match unit.to_ascii_lowercase().as_str() {
        "" | "px" => 1.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 9.6 / 2.54,
        "q" => 2.4 / 2.54,
        "pt" => 96.0 / 72.0,
        "pc" | "em" | "rem" => 16.0,
        "ex" | "ch" => 8.0,
        _ => return None,
    };
    Some(number.trim().parse::<f64>().ok()? * pixels)
}

/// What in a drawing could act in the name of the site that it is opened on.
fn activity(document: &Document<'_>) -> Option<String> {
    let style = document.root().children().find_map(|node| node.pi().filter(|pi| pi.target == "xml-stylesheet"));
    if style.is_some() {
        return Some("a style sheet (`xml-stylesheet`)".to_owned());
    }
    document.descendants().filter(Node::is_element).find_map(|node| {
        let name = node.tag_name().name();
        if ["script", "handler", "listener", "iframe", "object", "embed", "foreignObject"]
            .iter()
            .any(|active| name.eq_ignore_ascii_case(active))
        {
            return Some(format!("`<{name}>`"));
        }
        node.attributes().find_map(|attribute| {
            let (name, value) = (attribute.name(), attribute.value());
            let plain: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
            let plain = plain.to_ascii_lowercase();
            let runs = plain.contains("javascript:") || plain.starts_with("data:text");
            let handles = name.len() > 2 && name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on"));
            (runs || handles).then(|| format!("`{name}=…`"))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(svg: &str) -> Option<(u32, u32)> {
        inspect("x.svg", svg.as_bytes()).0
    }

    #[test]
    fn a_drawing_has_its_size_in_every_unit() {
        for (attributes, expected) in [
            ("width='40' height='20'", Some((40, 20))),
            ("width='40px' height='1e2'", Some((40, 100))),
            ("width='10mm' height='1in'", Some((38, 96))),
            ("width='3pt' height='2.54cm'", Some((4, 96))),
            ("width='2em' height='2ex'", Some((32, 16))),
            ("width='100%' height='100%' viewBox='0 0 30 60'", Some((30, 60))),
            ("width='15' viewBox='0,0,30,60'", Some((15, 30))),
            ("viewBox='0 0\n30 60'", Some((30, 60))),
            ("width='100%'", None),
            ("width='-1' height='2'", None),
            ("", None),
        ] {
            assert_eq!(
                size(&format!("<svg xmlns='http://www.w3.org/2000/svg' {attributes}/>")),
                expected,
                "{attributes}"
            );
        }
        let typed = "\u{feff}<?xml version='1.0'?>\n<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'svg11.dtd'>\n\
                     <svg width='8' height='9'/>";
        assert_eq!(inspect("X.SVG", typed.as_bytes()), (Some((8, 9)), None));
    }

    #[test]
    fn a_drawing_that_does_something_is_told_from_one_that_shows_something() {
        for (inside, what) in [
            ("<script>alert(1)</script>", "`<script>`"),
            ("<g onclick='x()'/>", "`onclick=…`"),
            ("<a href='java&#10;script:x'/>", "`href=…`"),
            ("<set attributeName='href' to=' javascript:x'/>", "`to=…`"),
            ("<foreignObject/>", "`<foreignObject>`"),
        ] {
            let svg = format!("<svg xmlns='http://www.w3.org/2000/svg'>{inside}</svg>");
            assert_eq!(inspect("x.svg", svg.as_bytes()).1, Some(AssetFault::Active(what.to_owned())), "{inside}");
        }
        let styled = "<?xml-stylesheet type='text/xsl' href='x'?><svg/>";
        assert!(matches!(inspect("x.svg", styled.as_bytes()).1, Some(AssetFault::Active(_))));
        let plain =
            "<svg xmlns='http://www.w3.org/2000/svg'><style>a{}</style><a href='https://x'><path d='M0 0'/></a></svg>";
        assert_eq!(inspect("x.svg", plain.as_bytes()).1, None);
    }

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
