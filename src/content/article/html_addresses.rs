//! Where addresses and ids stand in HTML that is written into the page as it is: so that the links and images of authors
//! who may write any HTML lead to the same places as those in Markdown, and can be linked to. `writer/addresses.rs` writes them.

use std::ops::Range;

use super::raw_html::{AddressKind, address_kind};
use crate::text::html_tags::{HtmlAttribute, start_tags};

/// An attribute that has a meaning for the rest of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundAttribute<'a> {
    /// The element, in small letters.
    pub element: String,
    /// Its name, in small letters.
    pub name: &'static str,
    /// What it does with its address; nothing for an id.
    pub kind: Option<AddressKind>,
    /// The value as it was written, entities and all.
    pub value: &'a str,
    /// Name, sign and value with its quotation marks.
    pub range: Range<usize>,
}

/// The attributes of HTML that lead, load or name, in order.
pub fn found_attributes(html: &str) -> Vec<FoundAttribute<'_>> {
    let mut found = Vec::new();
    for (tag, _) in start_tags(html) {
        let element = tag.name.to_ascii_lowercase();
        for HtmlAttribute { name, value, range, .. } in tag.attributes().filter(|own| own.has_value) {
            let name = name.to_ascii_lowercase();
            let known = address_kind(&element, &name).map(|(name, kind)| (name, Some(kind)));
            if let Some((name, kind)) = known.or((name == "id").then_some(("id", None))) {
                found.push(FoundAttribute { element: element.clone(), name, kind, value, range });
            }
        }
    }
    found
}

/// The addresses of a `srcset`, each with its width or density as it was written, or nothing.
pub fn source_set(set: &str) -> Vec<(&str, &str)> {
    let mut candidates = Vec::new();
    let mut rest = set;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        if rest.is_empty() {
            return candidates;
        }
        let (address, more) = rest.split_at(rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len()));
        // A comma at its end ends the candidate; one inside is part of the address.
        if address.ends_with(',') {
            candidates.push((address.trim_end_matches(','), ""));
            rest = more;
            continue;
        }
        let (descriptor, more) = more.split_at(more.find(',').unwrap_or(more.len()));
        candidates.push((address, descriptor.trim()));
        rest = more;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_wherever_a_browser_finds_them() {
        let found = |html| -> Vec<(&'static str, String)> {
            found_attributes(html).into_iter().map(|found| (found.name, found.value.to_owned())).collect()
        };
        let one = |name, value: &str| vec![(name, value.to_owned())];
        for html in [
            "<img alt=\"a > b\" src=\"x.png\">",
            "<IMG SRC='x.png'/>",
            "<img src=x.png>",
            "<img\nsrc = x.png alt>",
            "<!-- <a href=no> --><img src=\"x.png\">",
            "<script>'<a href=no>'</script><img src=x.png>",
            "a < b <img src=x.png>",
            "<div href=no src=no><img src=x.png></div>",
        ] {
            assert_eq!(found(html), one("src", "x.png"), "{html}");
        }
        assert_eq!(found("<p id=مرسى>"), one("id", "مرسى"));
        assert_eq!(found("<a href=\"../x/?a=1&amp;b#c\">"), one("href", "../x/?a=1&amp;b#c"));
        assert_eq!(found("<video poster=p.png src=v.mp4>").len(), 2);
        for html in ["<a href=\"never closed", "<", "<a", "<a =", "</a href=x>", "<!--", "<a href"] {
            let _ = found_attributes(html);
        }
        let html = "<a class=b href='x'>";
        assert_eq!(&html[found_attributes(html)[0].range.clone()], "href='x'");
    }

    #[test]
    fn source_sets() {
        assert_eq!(source_set("a.png 1x, b.png 2x"), [("a.png", "1x"), ("b.png", "2x")]);
        assert_eq!(source_set(" a.png , b,c.png 400w "), [("a.png", ""), ("b,c.png", "400w")]);
        assert_eq!(source_set("a.png,\nb.png"), [("a.png", ""), ("b.png", "")]);
        assert_eq!(source_set(" , "), []);
    }
}
