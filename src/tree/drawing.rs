//! Drawings in SVG: their size, and whether they are no more than drawings.

use roxmltree::{Document, Node, ParsingOptions};

use super::asset_fault::AssetFault;
use crate::text::html_tags::{MOST_ATTRIBUTES, has_many_attributes};

/// The size of a drawing in CSS pixels, and what is wrong with it.
pub fn drawing(bytes: &[u8]) -> (Option<(u32, u32)>, Option<AssetFault>) {
    let damaged = |why: String| (None, Some(AssetFault::Damaged(why)));
    let Ok(text) = std::str::from_utf8(bytes) else { return damaged("it is not UTF-8".to_owned()) };
    let text = text.trim_start_matches('\u{feff}');
    if has_many_attributes(text) {
        return damaged(format!("an element of it has more than {MOST_ATTRIBUTES} attributes"));
    }
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

/// What in a drawing could act in the name of the site that it is opened on, or ask another site for something.
fn activity(document: &Document<'_>) -> Option<String> {
    if let Some(declared) = declarations(document) {
        return Some(declared.to_owned());
    }
    let style = document.root().children().find_map(|node| node.pi().filter(|pi| pi.target == "xml-stylesheet"));
    if style.is_some() {
        return Some("a style sheet (`xml-stylesheet`)".to_owned());
    }
    document.descendants().filter(Node::is_element).find_map(|node| {
        let name = node.tag_name().name();
        let is_active = ["script", "handler", "listener", "iframe", "object", "embed", "foreignObject"]
            .iter()
            .any(|active| name.eq_ignore_ascii_case(active));
        if is_active || node.tag_name().namespace() == Some("http://www.w3.org/1999/xhtml") {
            return Some(format!("`<{name}>`"));
        }
        let is_style = name.eq_ignore_ascii_case("style");
        let text = || node.descendants().filter_map(|inner| inner.text()).collect::<String>();
        if is_style && style_leads_out(&text()) {
            return Some("an address of another site, or an escape, in its `<style>`".to_owned());
        }
        node.attributes().find_map(|attribute| activity_of(name, attribute.name(), attribute.value()))
    })
}

/// What an attribute does, if it does something.
fn activity_of(element: &str, name: &str, value: &str) -> Option<String> {
    let plain: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let plain = plain.to_ascii_lowercase();
    let runs = plain.contains("javascript:") || plain.starts_with("data:text");
    let handles = name.len() > 2 && name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on"));
    if runs || handles {
        return Some(format!("`{name}=…`"));
    }
    // A link is followed by whoever clicks on it; all else that has an address loads what is there.
    let loads = matches!(name, "href" | "src") && !element.eq_ignore_ascii_case("a");
    let is_style = name == "style" || plain.contains("url(");
    let leads_out = loads && leads_out(&plain) || is_style && style_leads_out(value);
    leads_out.then(|| format!("an address of another site (`{name}=…`)"))
}

/// Declarations in front of a drawing: entities and attributes that they bring in are not seen where they stand.
fn declarations(document: &Document<'_>) -> Option<&'static str> {
    let before = document.input_text().get(..document.root_element().range().start)?;
    let (_, declared) = before.split_once("<!DOCTYPE")?;
    if declared.contains('[') {
        return Some("declarations of its own (`<!DOCTYPE … [`)");
    }
    let of_others = declared
        .split(['"', '\''])
        .any(|written| written.starts_with("//") || written.contains("://") && !written.contains("://www.w3.org/"));
    of_others.then_some("a document type of another site")
}

/// Whether an address, without blanks and in small letters, is one of another site.
fn leads_out(address: &str) -> bool {
    let is_scheme = |scheme: &str| scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c));
    let has_scheme = address.split_once(':').is_some_and(|(scheme, _)| !scheme.is_empty() && is_scheme(scheme));
    has_scheme && !address.starts_with("data:image/") || address.starts_with("//") || address.contains('\\')
}

/// Whether style may lead to another site: a plain address stands in it, or a sign by which one can be hidden.
fn style_leads_out(style: &str) -> bool {
    let mut rest = style.to_ascii_lowercase();
    while let Some((start, end)) = rest.find("/*").map(|at| (at, rest[at + 2..].find("*/").map(|end| at + 2 + end + 2)))
    {
        rest.replace_range(start..end.unwrap_or(rest.len()), " ");
    }
    // Pictures and fonts may stand in it themselves, and their letters hold slashes.
    let mut shown = String::new();
    let mut parts = rest.split("data:");
    shown.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let is_plain =
            ["image/", "font/", "application/font", "application/x-font"].iter().any(|kind| part.starts_with(kind));
        let end = part.find([')', '"', '\'', ';']).filter(|_| is_plain).map_or(0, |end| {
            // `data:image/png;base64,…` has a semicolon before its letters.
            part[end..].find([')', '"', '\'']).map_or(part.len(), |more| end + more)
        });
        shown.push_str(&part[end..]);
    }
    shown.contains("//") || shown.contains('\\') || shown.contains("@import") || shown.contains("javascript:")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(svg: &str) -> Option<(u32, u32)> {
        drawing(svg.as_bytes()).0
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
        assert_eq!(drawing(typed.as_bytes()), (Some((8, 9)), None));
    }

    #[test]
    fn a_drawing_that_does_something_is_told_from_one_that_shows_something() {
        for (inside, what) in [
            ("<script>alert(1)</script>", "`<script>`"),
            ("<g onclick='x()'/>", "`onclick=…`"),
            ("<a href='java&#10;script:x'/>", "`href=…`"),
            ("<set attributeName='href' to=' javascript:x'/>", "`to=…`"),
            ("<foreignObject/>", "`<foreignObject>`"),
            ("<h:form xmlns:h='http://www.w3.org/1999/xhtml' action='https://x.example/'/>", "`<form>`"),
            ("<image href='https://x.example/a.png'/>", "an address of another site (`href=…`)"),
            (
                "<use xmlns:l='http://www.w3.org/1999/xlink' l:href=' //x.example/a'/>",
                "an address of another site (`href=…`)",
            ),
            ("<path fill='url( \"//x.example/a\" )'/>", "an address of another site (`fill=…`)"),
            ("<path style='fill:u\\72l(x)'/>", "an address of another site (`style=…`)"),
            ("<set to='url(//x.example)'/>", "an address of another site (`to=…`)"),
            (
                "<style>@im/**/port 'x'; a{fill:url(//x.example)}</style>",
                "an address of another site, or an escape, in its `<style>`",
            ),
            ("<style>@import 'a.css';</style>", "an address of another site, or an escape, in its `<style>`"),
        ] {
            let svg = format!("<svg xmlns='http://www.w3.org/2000/svg'>{inside}</svg>");
            assert_eq!(drawing(svg.as_bytes()).1, Some(AssetFault::Active(what.to_owned())), "{inside}");
        }
        let styled = "<?xml-stylesheet type='text/xsl' href='x'?><svg/>";
        assert!(matches!(drawing(styled.as_bytes()).1, Some(AssetFault::Active(_))));
        for declared in [
            "[<!ENTITY x '&#60;script>alert(1)&#60;/script>'>]",
            "[<!ATTLIST svg onload CDATA 'alert(1)'>]",
            "SYSTEM '//x.example/x.dtd'",
        ] {
            let svg = format!("<!DOCTYPE svg {declared}><svg xmlns='http://www.w3.org/2000/svg'/>");
            assert!(matches!(drawing(svg.as_bytes()).1, Some(AssetFault::Active(_))), "{declared}");
        }
        for plain in [
            "<style>/* https://x */ a{fill:url(#b)}</style><a href='https://x'><path d='M0 0' fill='url(#b)'/></a>",
            "<image href='data:image/png;base64,//8='/><use href='#a'/><image href='other.png'/>",
            "<style>@font-face{src:url(data:font/woff2;base64,d09//GMg)} a{fill:red}</style>",
        ] {
            let svg = format!("<svg xmlns='http://www.w3.org/2000/svg'>{plain}</svg>");
            assert_eq!(drawing(svg.as_bytes()).1, None, "{plain}");
        }
    }
}
