//! The HTML of a page as that of a chapter: only what a reader of books knows, links within the book, and pictures that are
//! in it.

use std::collections::BTreeSet;

use crate::render::xhtml::{ElementFate, XhtmlElement, xhtml};

/// Where addresses of the site lead in the book.
pub trait BookAddresses {
    /// The whole address or the one in the book of what a link leads to.
    fn link(&self, address: &str) -> String;

    /// Where a picture lies in the book; `None` if it cannot be in it.
    fn picture(&self, address: &str) -> Option<String>;
}

/// Attributes that books have no use for, or that are no longer part of HTML.
const UNWANTED: [&str; 37] = [
    "align",
    "autoplay",
    "bgcolor",
    "border",
    "cellpadding",
    "cellspacing",
    "char",
    "charoff",
    "clear",
    "color",
    "compact",
    "controls",
    "crossorigin",
    "decoding",
    "download",
    "face",
    "fetchpriority",
    "for",
    "frame",
    "hspace",
    "loading",
    "loop",
    "muted",
    "name",
    "nowrap",
    "open",
    "ping",
    "popover",
    "popovertarget",
    "referrerpolicy",
    "rules",
    "sizes",
    "srcset",
    "tabindex",
    "target",
    "valign",
    "vspace",
];

/// Elements whose width and height are a matter of the sheet.
const SIZED_BY_SHEET: [&str; 9] = ["table", "td", "th", "tr", "col", "colgroup", "hr", "pre", "div"];

/// HTML of the site as XML of a chapter; its ids are gathered.
pub fn chapter_markup(html: &str, addresses: &dyn BookAddresses, ids: &mut BTreeSet<String>) -> String {
    xhtml(html, &mut |element| {
        let fate = decide(element, addresses);
        element.retain(|name| !UNWANTED.contains(&name) && !name.starts_with("data-") && !name.starts_with("on"));
        // In the formulas that books may have only one element takes it.
        if element.name != "mstyle" {
            element.retain(|name| name != "scriptlevel");
        }
        if SIZED_BY_SHEET.contains(&element.name.as_str()) {
            element.retain(|name| name != "width" && name != "height");
        }
        for (name, value) in &mut element.attributes {
            match name.as_str() {
                "id" => {
                    *value = xml_id(value);
                    ids.insert(value.clone());
                }
                "aria-labelledby" | "aria-describedby" | "headers" => {
                    *value = value.split_ascii_whitespace().map(xml_id).collect::<Vec<_>>().join(" ");
                }
                _ => {}
            }
        }
        fate
    })
}

fn decide(element: &mut XhtmlElement, addresses: &dyn BookAddresses) -> ElementFate {
    let rename = |element: &mut XhtmlElement, name: &str| name.clone_into(&mut element.name);
    match element.name.as_str() {
        "script" | "style" | "link" | "meta" | "base" | "button" | "form" | "canvas" | "dialog" | "map" | "area"
        | "track" => {
            return ElementFate::LeftOut;
        }
        // What a book cannot play has its address in its place.
        "audio" | "video" | "iframe" | "embed" | "object" | "source" => {
            return match element.get("src").or(element.get("data")) {
                Some(address) => ElementFate::Text(addresses.link(address)),
                None if element.name == "source" => ElementFate::LeftOut,
                None => ElementFate::Unwrapped,
            };
        }
        "picture" => return ElementFate::Unwrapped,
        "img" => {
            return match element.get("src").and_then(|address| addresses.picture(address)) {
                Some(address) => {
                    element.set("src", &address);
                    if element.get("alt").is_none() {
                        element.set("alt", "");
                    }
                    ElementFate::Written
                }
                None => ElementFate::Text(element.get("alt").unwrap_or_default().to_owned()),
            };
        }
        "input" => {
            let is_task = element.get("type") == Some("checkbox");
            element.retain(|name| matches!(name, "type" | "checked" | "disabled"));
            return if is_task { ElementFate::Written } else { ElementFate::LeftOut };
        }
        "a" if element.has_class("anchor") || element.has_class("back") => return ElementFate::LeftOut,
        "a" if is_note_reference(element) => {
            element.set("epub:type", "noteref");
            element.set("role", "doc-noteref");
        }
        // Nothing can be unfolded on paper, and in few readers of books.
        "details" => {
            rename(element, "div");
            element.set("class", "unfolded");
        }
        "summary" => {
            rename(element, "div");
            element.set("class", "fold");
        }
        "label" => {
            rename(element, "div");
            element.set("class", "label");
        }
        // The sheet of a book may say nothing of directions, so these are isolated by their own.
        "sup" | "code" | "kbd" | "samp" if element.get("dir").is_none() => element.set("dir", "auto"),
        "pre" | "math" if element.get("dir").is_none() => element.set("dir", "ltr"),
        "center" => rename(element, "div"),
        "acronym" => rename(element, "abbr"),
        "big" | "tt" | "strike" | "font" | "nobr" => rename(element, "span"),
        _ => {}
    }
    element.map_addresses(&mut |address| Some(addresses.link(address)));
    ElementFate::Written
}

/// `<a id="r1" href="#n1">`, before both of which the tag of a language may stand.
fn is_note_reference(element: &XhtmlElement) -> bool {
    let is_of = |text: Option<&str>, letter: char| {
        let number = text.and_then(|text| text.rsplit('-').find(|part| part.starts_with(letter)));
        number.is_some_and(|number| number.len() > 1 && number[1..].bytes().all(|byte| byte.is_ascii_digit()))
    };
    is_of(element.get("id"), 'r') && is_of(element.get("href").and_then(|href| href.strip_prefix('#')), 'n')
}

/// An id that XML can have: it begins with a letter and has no sign but a few.
pub fn xml_id(id: &str) -> String {
    let is_legal = |c: char| c.is_alphanumeric() || "-_.".contains(c);
    let mut legal: String = id.chars().map(|c| if is_legal(c) { c } else { '_' }).collect();
    if !legal.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        legal.insert(0, '_');
    }
    legal
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Elsewhere;

    impl BookAddresses for Elsewhere {
        fn link(&self, address: &str) -> String {
            format!("L{address}")
        }

        fn picture(&self, address: &str) -> Option<String> {
            address.starts_with('/').then(|| format!("P{address}"))
        }
    }

    #[test]
    fn a_chapter_has_what_a_reader_of_books_knows() {
        for (html, expected) in [
            (
                "<a id=r1 href=\"#n1\">1</a>",
                "<a id=\"r1\" href=\"L#n1\" epub:type=\"noteref\" role=\"doc-noteref\">1</a>",
            ),
            (
                "<a id=ar-r1-2 href=\"#ar-n1\">1</a>",
                "<a id=\"ar-r1-2\" href=\"L#ar-n1\" epub:type=\"noteref\" role=\"doc-noteref\">1</a>",
            ),
            ("<a id=rat href=\"#n1\">1</a>", "<a id=\"rat\" href=\"L#n1\">1</a>"),
            (
                "<details open><summary>s</summary>t</details>",
                "<div class=\"unfolded\"><div class=\"fold\">s</div>t</div>",
            ),
            ("<pre><code>x</code></pre>", "<pre dir=\"ltr\"><code dir=\"auto\">x</code></pre>"),
            ("<img src=/a.png loading=lazy>", "<img src=\"Lx\" alt=\"\"/>"),
            ("<img src=https://x/a.png alt=b>", "b"),
            ("<video src=/a.mp4></video>", "L/a.mp4"),
            ("<table align=center width=3><tr><td>x", "<table><tbody><tr><td>x</td></tr></tbody></table>"),
            ("<b id=\"2 x\">y</b>", "<b id=\"_2_x\">y</b>"),
            (
                "<input type=checkbox disabled checked><input type=radio>",
                "<input type=\"checkbox\" disabled=\"\" checked=\"\"/>",
            ),
        ] {
            let expected = expected.replace("Lx", "P/a.png");
            assert_eq!(chapter_markup(html, &Elsewhere, &mut BTreeSet::new()), expected, "{html}");
        }
    }
}
