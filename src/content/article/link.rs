//! What a link's destination means, before it is known whether anything is there.

use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Target {
    /// `[[page#anchor]]`: a page by the last parts of its path; empty for the page itself.
    Wiki {
        /// The parts of the path that were written.
        page: String,
        /// A section of it.
        anchor: Option<String>,
    },
    /// A path to a page or a file, absolute from `content/` or relative to the page's folder.
    Path {
        /// As it was written, percent-decoded, without the anchor.
        path: String,
        /// A section of it.
        anchor: Option<String>,
    },
    /// Another site, or a scheme such as `mailto:`.
    External,
    /// A scheme that runs code.
    Forbidden,
}

impl Target {
    /// The meaning of `[[…]]`.
    pub fn wiki(written: &str) -> Self {
        // In a table the bar of a wikilink is escaped, and the backslash stays behind.
        let written = written.trim_end_matches('\\').trim();
        let (page, anchor) = split_anchor(written);
        Self::Wiki { page: page.trim_matches('/').to_owned(), anchor }
    }

    /// The meaning of `[…](…)`.
    pub fn inline(written: &str) -> Self {
        let scheme = written.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| {
            !scheme.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c))
        });
        match scheme.map(str::to_ascii_lowercase).as_deref() {
            Some("http" | "https" | "mailto" | "tel" | "doi" | "ftp") => return Self::External,
            Some(_) => return Self::Forbidden,
            None if written.starts_with("//") => return Self::External,
            None => {}
        }
        let (path, anchor) = split_anchor(written);
        Self::Path { path: percent_decode(path), anchor }
    }
}

fn split_anchor(written: &str) -> (&str, Option<String>) {
    match written.split_once('#') {
        Some((page, anchor)) => (page, Some(percent_decode(anchor)).filter(|anchor| !anchor.is_empty())),
        None => (written, None),
    }
}

fn percent_decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8().map_or_else(|_| text.to_owned(), |text| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meanings() {
        let path =
            |path: &str, anchor: Option<&str>| Target::Path { path: path.into(), anchor: anchor.map(Into::into) };
        assert_eq!(Target::inline("../a/#b"), path("../a/", Some("b")));
        assert_eq!(Target::inline("%D9%85.svg"), path("م.svg", None));
        assert_eq!(Target::inline("100%"), path("100%", None));
        assert_eq!(Target::inline("https://x/"), Target::External);
        assert_eq!(Target::inline("JavaScript:alert(1)"), Target::Forbidden);
        assert_eq!(Target::inline("data:text/html,x"), Target::Forbidden);
        assert_eq!(Target::wiki("terms/x\\"), Target::Wiki { page: "terms/x".into(), anchor: None });
        assert_eq!(Target::wiki("#here"), Target::Wiki { page: String::new(), anchor: Some("here".into()) });
    }
}
