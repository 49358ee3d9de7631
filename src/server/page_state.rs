//! What tells whether an open page is still as it was sent: a digest of its own bytes, and one of the pictures, sounds and
//! films that it shows under addresses that stay the same when the files change.

use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;

use super::files::{Lookup, SiteFiles, find};
use crate::text::html_tags::start_tags;

/// Of larger files only the beginning, the end and the length are looked at: a page may show hours of film.
const LOOKED_AT: usize = 1 << 20;

/// The attributes whose value is the address of what an element shows.
const ADDRESSES: [&str; 3] = ["src", "poster", "data"];

/// Names a page with all that it shows: `DOCUMENT-FILES`, the digests of its HTML and of the files.
pub(super) fn page_state(files: &dyn SiteFiles, base: &str, html: &[u8]) -> String {
    let document = blake3::hash(html).to_hex();
    let mut shown = blake3::Hasher::new();
    for path in std::str::from_utf8(html).map(shown_paths).unwrap_or_default() {
        if let Lookup::File(name, bytes) = find(files, base, &path) {
            let (start, end) = (&bytes[..bytes.len().min(LOOKED_AT)], &bytes[bytes.len().saturating_sub(LOOKED_AT)..]);
            shown.update(name.as_bytes()).update(&bytes.len().to_le_bytes()).update(start).update(end);
        }
    }
    format!("{}-{}", &document[..32], &shown.finalize().to_hex()[..16])
}

/// The paths of this host at which the files lie that a page shows, decoded and sorted.
fn shown_paths(html: &str) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    let mut add = |address: &str| {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        if path.starts_with('/') && !path.starts_with("//") {
            paths.extend(percent_decode_str(path).decode_utf8().map(|path| path.into_owned()));
        }
    };
    // A script or a document in a frame follows the site by itself.
    for (tag, _) in start_tags(html).filter(|(tag, _)| !tag.is("script") && !tag.is("iframe")) {
        for attribute in tag.attributes() {
            let is = |name: &str| attribute.name.eq_ignore_ascii_case(name);
            if is("srcset") {
                attribute.value.split(',').filter_map(|one| one.split_whitespace().next()).for_each(&mut add);
            } else if ADDRESSES.iter().any(|name| is(name)) || is("href") && tag.is("image") {
                add(attribute.value);
            }
        }
    }
    paths
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use bytes::Bytes;

    use super::*;

    #[test]
    fn a_page_is_another_one_if_its_bytes_or_what_it_shows_are_others() {
        let site = |logo: &'static str| {
            BTreeMap::from([("static/a b.svg".to_owned(), Bytes::from(logo)), ("x.html".to_owned(), Bytes::from(logo))])
        };
        let html = b"<p><img alt=x src=\"/repo/static/a%20b.svg?1\">";
        let of = |html: &[u8], logo| page_state(&site(logo), "/repo/", html);
        let (document, files) =
            of(html, "one").split_once('-').map(|(a, b)| (a.to_owned(), b.to_owned())).expect("two");
        assert_eq!(of(html, "one"), format!("{document}-{files}"));
        assert!(of(html, "two").starts_with(&document) && !of(html, "two").ends_with(&files));
        assert!(!of(b"<p>", "one").starts_with(&document));
        assert_eq!(
            of(b"<a href=\"/repo/x.html\">", "one"),
            of(b"<a href=\"/repo/x.html\">", "two"),
            "a link shows nothing"
        );
    }

    #[test]
    fn all_that_a_page_shows_is_found() {
        let html = "<img src='/a.png' srcset=\"/b.png 1x, /c.png 2x\"><video poster=/d.png src=\"/e.mp4#t=1\"></video>\
                    <object data=/f.svg></object><svg><image href=/g.png /></svg><!-- <img src=/no.png> -->\
                    <img src=\"https://example.org/x\"><img src=//x/y><script src=/s.js></script><img src=\"data:x\">";
        let found: Vec<_> = shown_paths(html).into_iter().collect();
        assert_eq!(found, ["/a.png", "/b.png", "/c.png", "/d.png", "/e.mp4", "/f.svg", "/g.png"]);
    }
}
