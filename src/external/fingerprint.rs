//! By what it can be told that a page has changed: its words, and what its server says of it.

use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use crate::text::Date;

/// What is kept of a page. Nothing of it says what stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    /// The server's own mark of this version.
    pub etag: Option<String>,
    /// The day on which it was last changed, as the server says.
    pub last_modified: Option<Date>,
    /// The digest of the words, as far as they were read.
    pub words: Option<String>,
}

impl Fingerprint {
    /// Whether it is of another version than an earlier one. Words tell before marks: a server may make a new mark for the same
    /// page.
    pub fn differs_from(&self, earlier: &Self) -> bool {
        fn strong(etag: &Option<String>) -> Option<&str> {
            etag.as_deref().map(|etag| etag.trim_start_matches("W/"))
        }
        match (&self.words, &earlier.words) {
            (Some(now), Some(then)) => now != then,
            _ => match (strong(&self.etag), strong(&earlier.etag)) {
                (Some(now), Some(then)) => now != then,
                _ => self.last_modified.zip(earlier.last_modified).is_some_and(|(now, then)| now > then),
            },
        }
    }
}

/// The day of a date as HTTP has it.
pub fn http_day(written: &str) -> Option<Date> {
    let time = httpdate::parse_http_date(written).ok()?;
    Date::of_unix_seconds(time.duration_since(UNIX_EPOCH).ok()?.as_secs())
}

/// The digest of what a reader would read: of HTML the words alone, since scripts, styles and attributes change with every
/// request on many sites.
pub fn words_digest(bytes: &[u8], content_type: &str) -> String {
    let text = String::from_utf8_lossy(bytes);
    let is_html = content_type.is_empty() || content_type.to_ascii_lowercase().contains("html");
    let hash = match is_html {
        true => blake3::hash(visible(&text).split_whitespace().collect::<Vec<_>>().join(" ").as_bytes()),
        false => blake3::hash(bytes),
    };
    hash.to_hex().as_str()[..32].to_owned()
}

/// HTML without comments, tags, and the elements that no reader sees.
fn visible(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        out.push(' ');
        let tag = &rest[at..];
        let end_of = |mark: &str| {
            let small = tag.to_ascii_lowercase();
            small.find(mark).map_or(tag.len(), |end| end + mark.len())
        };
        let begins = |name: &str| tag.get(1..=name.len()).is_some_and(|written| written.eq_ignore_ascii_case(name));
        let length = if tag.starts_with("<!--") {
            end_of("-->")
        } else if begins("script") {
            end_of("</script>")
        } else if begins("style") {
            end_of("</style>")
        } else if begins("noscript") {
            end_of("</noscript>")
        } else {
            tag.find('>').map_or(tag.len(), |end| end + 1)
        };
        rest = &tag[length..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_count_and_what_no_reader_sees_does_not() {
        let of = |html: &str| words_digest(html.as_bytes(), "text/html; charset=utf-8");
        let page = "<html nonce=1><script>var t = 1</script><p class=a>مرحبا  Fees: 12</p><!-- 1 --></html>";
        let same = "<html nonce=2><script>var t = 2</script>\n<p class=b>مرحبا Fees: 12</p><!-- 2 --></html>";
        assert_eq!(of(page), of(same));
        assert_ne!(of(page), of(&page.replace("12", "13")));
        assert_ne!(words_digest(b"<a 1>", "text/plain"), words_digest(b"<a 2>", "text/plain"));
        // Nothing that is cut off or nested makes it read past the end.
        for odd in ["<", "<script", "<!--", "a<b", "<script><style>", "<é"] {
            of(odd);
        }
    }

    #[test]
    fn a_change_is_told_by_words_then_by_marks_then_by_days() {
        let print = |etag: &str, day: &str, words: &str| Fingerprint {
            etag: Some(etag.to_owned()).filter(|etag| !etag.is_empty()),
            last_modified: Date::parse(day),
            words: Some(words.to_owned()).filter(|words| !words.is_empty()),
        };
        assert!(!print("2", "2026-02-01", "a").differs_from(&print("1", "2026-01-01", "a")));
        assert!(print("1", "2026-01-01", "b").differs_from(&print("1", "2026-01-01", "a")));
        assert!(print("2", "", "").differs_from(&print("1", "", "a")));
        assert!(!print("W/1", "2026-02-01", "").differs_from(&print("1", "2026-01-01", "")));
        assert!(print("", "2026-02-01", "").differs_from(&print("1", "2026-01-01", "")));
        assert!(!print("", "", "").differs_from(&print("1", "2026-01-01", "a")));
        assert_eq!(http_day("Sun, 06 Nov 1994 08:49:37 GMT"), Date::parse("1994-11-06"));
    }
}
