//! Copies of defaults that a site changes. Each begins with a line that says which version of the program it came from, and
//! names what the default was then: so that it can be told when the default has changed since.

use crate::text::fingerprint;

/// What the first line of every copy says, between the version and the name of its bytes.
const HEAD: &str = "Copy of a default of muwazana ";

/// Where a copy came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyOrigin {
    /// The version of the program.
    pub version: String,
    /// Names the bytes of the default: see [`fingerprint`].
    pub digest: String,
}

/// A default as it is written into a site: with its origin at its head, in a comment of its language.
pub fn copy_of_default(name: &str, text: &str) -> String {
    let origin = format!("{HEAD}{} ({})", env!("CARGO_PKG_VERSION"), fingerprint(text.as_bytes()));
    match name.rsplit('.').next() {
        // A document begins with its first byte: the comment takes its line with it.
        Some("html" | "xml") => format!("{{#- {origin}. -#}}\n{text}"),
        Some("ftl") => format!("# {origin}.\n# What stays as it is may be removed.\n\n{text}"),
        _ => format!("/* {origin}. */\n{text}"),
    }
}

/// The origin of a file that began as a copy and still says so.
pub fn origin_of_copy(text: &str) -> Option<CopyOrigin> {
    let (_, rest) = text.lines().next()?.split_once(HEAD)?;
    let (version, rest) = rest.split_once(" (")?;
    let (digest, _) = rest.split_once(')')?;
    Some(CopyOrigin { version: version.to_owned(), digest: digest.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_says_where_it_came_from() {
        for name in ["base.html", "feed.xml", "i18n/en.ftl", "assets/style.css", "assets/site.js"] {
            let origin = origin_of_copy(&copy_of_default(name, "x\n")).expect(name);
            assert_eq!(origin.version, env!("CARGO_PKG_VERSION"));
            assert_eq!(origin.digest, fingerprint(b"x\n"));
        }
        for text in ["", "x", "{# Copy of a default of muwazana #}", "# Copy of a default of muwazana 1 (", "\n# Copy"]
        {
            assert_eq!(origin_of_copy(text), None, "{text}");
        }
    }
}
