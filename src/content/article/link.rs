//! What a link's destination means, before it is known whether anything is there.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;
use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};

use crate::diagnostic::nearest;
use crate::text::{BaseUrl, is_host, typed_address};

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
        /// As it was written, percent-decoded, without query and anchor.
        path: String,
        /// The query as it was written, with its question mark; empty where there is none.
        query: String,
        /// A section of it, percent-decoded.
        anchor: Option<String>,
    },
    /// A path of this site in an address written whole, and kept so: another program may answer there, too.
    OwnAddress {
        /// Percent-decoded, without query and anchor; begins with a slash.
        path: String,
        /// A section of it, percent-decoded.
        anchor: Option<String>,
        /// Whether readers see it, as it has no words of its own.
        is_shown: bool,
    },
    /// A path at an address of the author's own machine, at which `serve` may have shown this site.
    Preview {
        /// Percent-decoded, without query and anchor; begins with a slash.
        path: String,
        /// A section of it, percent-decoded.
        anchor: Option<String>,
    },
    /// Another site, or a scheme such as `mailto:`.
    External,
    /// A scheme that runs code, or one that browsers do not know.
    Forbidden,
}

/// Schemes that an address may have: what leads out of the site, and runs nothing in it.
const SCHEMES: &[&str] = &[
    "http", "https", "mailto", "tel", "sms", "doi", "ftp", "ftps", "geo", "irc", "ircs", "magnet", "matrix", "sip",
    "sips", "tg", "urn", "webcal", "xmpp",
];

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
        match scheme(written).map(str::to_ascii_lowercase) {
            Some(_) if remedy_of_web_address(written).is_some() => return Self::Forbidden,
            Some(scheme) if SCHEMES.contains(&scheme.as_str()) => return Self::External,
            Some(_) => return Self::Forbidden,
            None if written.starts_with("//") => return Self::External,
            None => {}
        }
        let (address, anchor) = split_anchor(written);
        let (path, query) = address.split_at(address.find('?').unwrap_or(address.len()));
        // A question mark alone asks for nothing.
        let query = if query == "?" { "" } else { query };
        Self::Path { path: percent_decode(path), query: query.to_owned(), anchor }
    }

    /// The meaning of an address of the web if it is one of this site, or may be one at which its author saw it. That of a
    /// site which has no address yet is none.
    pub fn own_address(address: &str, base_url: &BaseUrl, is_shown: bool) -> Option<Self> {
        let parts = |below: &str| {
            let (path, anchor) = split_anchor(below);
            let path = path.split('?').next().unwrap_or_default();
            (format!("/{}", percent_decode(path)), anchor)
        };
        if let Some(below) = below_own_machine(address) {
            let (path, anchor) = parts(below.strip_prefix(&base_url.path).unwrap_or(below.trim_start_matches('/')));
            return Some(Self::Preview { path, anchor });
        }
        let below = address.strip_prefix(&base_url.origin)?.strip_prefix(&base_url.path)?;
        if *base_url == BaseUrl::placeholder() {
            return None;
        }
        let (path, anchor) = parts(below);
        Some(Self::OwnAddress { path, anchor, is_shown })
    }

    /// The meaning of the name of a file, in which no sign but the slash has a meaning of its own.
    pub fn file(name: String) -> Self {
        Self::Path { path: name, query: String::new(), anchor: None }
    }

    /// Whether an image, sound or film may have the address, although a link may not: its bytes stand in it.
    pub fn is_inline_media(written: &str) -> bool {
        let start = written.trim_start().get(..11).unwrap_or_default();
        ["data:image/", "data:audio/", "data:video/"].iter().any(|kind| start.eq_ignore_ascii_case(kind))
    }
}

/// What stands behind the host of an address of one's own machine.
fn below_own_machine(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("http://").or_else(|| address.strip_prefix("https://"))?;
    let (host, _) = rest.split_once('/')?;
    let name = match host.strip_prefix("[::1]") {
        Some(port) if port.is_empty() || port.starts_with(':') => "localhost",
        _ => host.split(':').next().unwrap_or_default(),
    };
    matches!(name, "localhost" | "127.0.0.1" | "0.0.0.0").then(|| &rest[host.len()..])
}

/// What stands before the first colon of an address, if that can be a scheme.
fn scheme(written: &str) -> Option<&str> {
    let (scheme, _) = written.split_once(':')?;
    let fits = |c: char| c.is_ascii_alphanumeric() || "+.-".contains(c);
    (scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(fits)).then_some(scheme)
}

/// What to write in place of an address of another site that is nearly one: `https:/x.example`, `https://https://x.example`,
/// `mailto://a@x.example`.
pub fn remedy_of_web_address(written: &str) -> Option<String> {
    let (scheme, rest) = written.split_once(':')?;
    if scheme.eq_ignore_ascii_case("mailto") {
        let address = rest.strip_prefix("//").unwrap_or(rest).trim_start();
        if address.len() < rest.len() {
            return Some(format!("write `mailto:{address}`"));
        }
        // A comma parts several addresses, of which each has an `@`.
        let (to, more) = address.split_at(address.find('?').unwrap_or(address.len()));
        let is_broken = !to.is_empty() && to.split(',').any(|to| !to.contains('@')) || to.contains('،');
        let mended = to.replace([',', '،'], ".");
        let host = mended.split_once('@').map_or("", |(_, host)| host);
        return (is_broken && is_host(host))
            .then(|| format!("write `.` in the name of the host: `mailto:{mended}{more}`"));
    }
    if !["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web)) {
        return None;
    }
    if let Some(typed) = typed_address(written) {
        return Some(format!("write `{typed}`"));
    }
    let Some(address) = rest.strip_prefix("//") else {
        return Some(format!("write `{scheme}://{}`", rest.trim_start_matches(['/', '\\'])));
    };
    let again = ["https://", "http://", "https//", "http//"].iter().find_map(|again| address.strip_prefix(again));
    if let Some(address) = again {
        return Some(format!("write the scheme once: `{scheme}://{address}`"));
    }
    let host = address.split(['/', '?', '#', ':']).next().unwrap_or_default();
    if host.contains("..") {
        let parts = host.split('.').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".");
        return Some(format!("write one dot in the name of the site: `{scheme}://{parts}{}`", &address[host.len()..]));
    }
    let with_dots = host.replace([',', '،'], ".");
    (with_dots != host && is_host(&with_dots))
        .then(|| format!("write `.` in the name of the site: `{scheme}://{with_dots}{}`", &address[host.len()..]))
}

/// Why nobody can be reached at an address of mail or of a telephone, and what to write.
pub fn reaches_nobody(written: &str) -> Option<(String, String)> {
    let (scheme, rest) = written.split_once(':')?;
    let to = rest.split('?').next().unwrap_or_default().trim();
    if scheme.eq_ignore_ascii_case("mailto") {
        let example = "write a whole address: `mailto:name@example.org`";
        if to.is_empty() {
            // Words for a message to anybody.
            return (!rest.contains('?')).then(|| ("this link names no mail address".to_owned(), example.to_owned()));
        }
        return to.split(',').map(str::trim).find_map(|to| {
            let why = match percent_decode(to).rsplit_once('@') {
                None => "it has no `@`",
                Some(("", _)) => "no name stands before the `@`",
                Some((name, _)) if name.contains('@') && !name.starts_with('"') => "it has more than one `@`",
                Some((_, host)) if !host.contains('.') => "what stands behind the `@` has no ending",
                Some((_, host)) if host.split('.').any(str::is_empty) => {
                    "a dot behind the `@` parts nothing from something"
                }
                Some(_) => return None,
            };
            Some((format!("`{to}` is no mail address: {why}"), example.to_owned()))
        });
    }
    let is_of_numbers = ["tel", "sms"].iter().any(|numbers| scheme.eq_ignore_ascii_case(numbers));
    // Words for a message to anybody.
    let is_of_words = to.is_empty() && rest.contains('?');
    (is_of_numbers && !is_of_words && !to.contains(|c: char| c.is_numeric())).then(|| {
        let message = "no telephone number stands behind this colon".to_owned();
        (message, format!("write it with the number of its country: `{scheme}:+4930123456`"))
    })
}

/// What to write in place of an address whose scheme cannot be followed.
pub fn remedy_of_scheme(written: &str) -> String {
    if let Some(remedy) = remedy_of_web_address(written) {
        return remedy;
    }
    let otherwise = "link to a page, a file of the page, or an https:// address".to_owned();
    let Some((scheme, rest)) = written.split_once(':') else { return otherwise };
    if scheme.len() == 1 || scheme.eq_ignore_ascii_case("file") {
        return "this is a place on one computer: put the file beside the page and write its name".to_owned();
    }
    let runs = ["javascript", "vbscript", "data", "blob"].iter().any(|runs| scheme.eq_ignore_ascii_case(runs));
    if !runs && scheme.contains('.') && rest.starts_with(|c: char| c.is_ascii_digit()) {
        return format!("write the whole address: https://{written}");
    }
    match nearest(&scheme.to_ascii_lowercase(), ["https", "http", "mailto"]).filter(|_| !runs) {
        Some(near) => format!("did you mean `{near}:{rest}`?"),
        None if runs || rest.starts_with("//") => otherwise,
        None => format!("{otherwise}; the name of a file is written `./{written}`"),
    }
}

/// Why an address is none that holds a blank.
pub const HAS_BLANK: &str = "a blank stands in its address";

/// The file that is meant by a name with blanks where none of the files is called so: with a hyphen in the place of each, a low
/// line, or nothing.
pub fn file_without_blanks<'f>(name: &str, files: impl Iterator<Item = &'f str> + Clone) -> Option<&'f str> {
    if files.clone().any(|file| file == name) {
        return None;
    }
    let joined = ["-", "_", ""].map(|sign| name.split_whitespace().collect::<Vec<_>>().join(sign));
    files.into_iter().find(|file| joined.iter().any(|joined| joined.eq_ignore_ascii_case(file)))
}

/// Why what stands between the parentheses of a link is no address, and what is: a blank stands in the address, or a
/// mark in the title that ends it.
pub fn misread_address(inside: &str) -> Option<(&'static str, String)> {
    let (address, title) = titled(inside).unwrap_or((inside, ""));
    let right = title_in_marks(title);
    let has_blank = address.contains(char::is_whitespace);
    let address = if has_blank { format!("<{address}>") } else { address.to_owned() };
    let blank = if title.is_empty() { "" } else { " " };
    let written = format!("]({address}{blank}{right})");
    if right != title {
        return Some(("its title holds quotation marks like those around it", format!("write {written}")));
    }
    has_blank.then(|| (HAS_BLANK, format!("write the address between < and >: {written}")))
}

/// An address and the title behind it, with its marks.
fn titled(inside: &str) -> Option<(&str, &str)> {
    let mark = inside.chars().next_back().filter(|c| matches!(c, '"' | '\''))?;
    let begins = |at: &usize| inside[..*at].ends_with(char::is_whitespace);
    let start = inside.match_indices(mark).map(|(at, _)| at).find(begins).filter(|at| at + 1 < inside.len())?;
    Some((inside[..start].trim_end(), &inside[start..]))
}

/// The address that stands alone or with a title between the parentheses of a link.
pub fn without_title(inside: &str) -> &str {
    titled(inside.trim_end()).map_or(inside, |(address, _)| address)
}

/// A title between marks that it does not hold, or with a backslash before each that it does.
fn title_in_marks(title: &str) -> Cow<'_, str> {
    let Some(words) = title.get(1..title.len().saturating_sub(1)) else { return title.into() };
    if !title.starts_with(|mark| words.contains(mark)) {
        return title.into();
    }
    match ['"', '\''].into_iter().find(|mark| !words.contains(*mark)) {
        Some(mark) => format!("{mark}{words}{mark}").into(),
        None => format!("\"{}\"", words.replace('"', "\\\"")).into(),
    }
}

/// What to write in place of a path at which nothing is, where it plainly should have been something else: an address
/// without its scheme, a mail address, a path with backslashes.
pub fn remedy_of_path(path: &str) -> Option<String> {
    let (first, rest) = path.split_at(path.find('/').unwrap_or(path.len()));
    if matches!(first.to_ascii_lowercase().as_str(), "http" | "https") && rest.starts_with("//") {
        return Some(format!("write the colon: `{first}:{rest}`"));
    }
    if let Some(scheme) = first.strip_suffix([';', '؛', '.', ',']).filter(|_| rest.starts_with("//"))
        && matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https")
    {
        return Some(format!("write a colon behind the scheme: `{scheme}:{rest}`"));
    }
    if path.contains('\\') {
        return Some(format!("write `/` in place of `\\`: `{}`", path.replace('\\', "/")));
    }
    if let Some((name, host)) = path.split_once('@')
        && !name.is_empty()
        && is_host(host)
    {
        return Some(format!("write `mailto:{path}` for a mail address"));
    }
    let begins = path.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
    (begins && is_host(first) || is_host(first) && KNOWN_ENDINGS.iter().any(|ending| first.ends_with(ending)))
        .then(|| format!("write the whole address: `https://{path}`"))
}

/// Endings of hosts that are no endings of files.
const KNOWN_ENDINGS: &[&str] =
    &[".com", ".org", ".net", ".edu", ".gov", ".io", ".dev", ".info", ".example", ".sa", ".eg"];

fn split_anchor(written: &str) -> (&str, Option<String>) {
    match written.split_once('#') {
        Some((page, anchor)) => {
            let anchor = percent_decode(anchor);
            let anchor = ComposingNormalizerBorrowed::new_nfc().normalize(&anchor).into_owned();
            (page, Some(anchor).filter(|anchor| !anchor.is_empty()))
        }
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
    fn misread_addresses() {
        for (inside, remedy) in [
            ("a b.pdf", "write the address between < and >: ](<a b.pdf>)"),
            ("a b.pdf \"The title\"", "write the address between < and >: ](<a b.pdf> \"The title\")"),
            ("a.svg \"The \"big\" one\"", "write ](a.svg 'The \"big\" one')"),
            ("a.svg 'What's new'", "write ](a.svg \"What's new\")"),
            ("a b.svg 'It's \"big\"'", "write ](<a b.svg> \"It's \\\"big\\\"\")"),
        ] {
            assert_eq!(misread_address(inside).map(|(_, remedy)| remedy).as_deref(), Some(remedy), "{inside}");
        }
        for inside in ["a.svg", "a.svg \"title\"", "a.svg\"", "\"", "'", ""] {
            assert_eq!(misread_address(inside), None, "{inside}");
        }
    }

    #[test]
    fn meanings() {
        let full = |path: &str, query: &str, anchor: Option<&str>| Target::Path {
            path: path.into(),
            query: query.into(),
            anchor: anchor.map(Into::into),
        };
        let path = |path: &str, anchor: Option<&str>| full(path, "", anchor);
        assert_eq!(Target::inline("../a/#b"), path("../a/", Some("b")));
        assert_eq!(Target::inline("%D9%85.svg"), path("م.svg", None));
        assert_eq!(Target::inline("100%"), path("100%", None));
        assert_eq!(Target::inline("/a/?x=%20&y#z"), full("/a/", "?x=%20&y", Some("z")));
        assert_eq!(Target::inline("a%3Fb?"), path("a?b", None));
        assert_eq!(Target::inline("#a?b"), path("", Some("a?b")));
        assert_eq!(Target::inline("#e\u{301}"), path("", Some("\u{e9}")));
        assert_eq!(Target::inline("10:30.pdf"), path("10:30.pdf", None));
        assert_eq!(Target::inline("https://x/"), Target::External);
        assert_eq!(Target::inline("https://web.archive.org/web/https://x/?a,b"), Target::External);
        assert_eq!(Target::inline("https:/x.example"), Target::Forbidden);
        assert_eq!(Target::inline("JavaScript:alert(1)"), Target::Forbidden);
        assert_eq!(Target::inline("data:text/html,x"), Target::Forbidden);
        assert_eq!(Target::inline("htps://x/"), Target::Forbidden);
        assert_eq!(Target::wiki("terms/x\\"), Target::Wiki { page: "terms/x".into(), anchor: None });
        let own =
            |address: &str, base: &str| Target::own_address(address, &BaseUrl::parse(base).expect("an address"), false);
        let own_path = |path: &str, anchor: Option<&str>| {
            Some(Target::OwnAddress { path: path.into(), anchor: anchor.map(Into::into), is_shown: false })
        };
        assert_eq!(own("https://a.dev/b/c/?q#d", "https://a.dev/b/"), own_path("/c/", Some("d")));
        assert_eq!(own("https://a.dev/%D9%85", "https://a.dev"), own_path("/م", None));
        assert_eq!(own("https://a.dev/c/", "https://a.dev/b/"), None);
        assert_eq!(own("https://a.development/", "https://a.dev"), None);
        assert_eq!(own("https://example.org/x", "https://example.org/"), None);
        let preview = Some(Target::Preview { path: "/en/c/".into(), anchor: Some("d".into()) });
        for host in ["127.0.0.1:1111", "localhost", "[::1]:80"] {
            assert_eq!(own(&format!("http://{host}/b/en/c/#d"), "https://a.dev/b/"), preview, "{host}");
            assert_eq!(own(&format!("http://{host}/en/c/#d"), "https://example.org/"), preview, "{host}");
        }
        assert_eq!(own("http://127.0.0.1.example/en/", "https://a.dev/"), None);
        assert_eq!(Target::wiki("#here"), Target::Wiki { page: String::new(), anchor: Some("here".into()) });
    }

    #[test]
    fn an_address_at_which_nobody_is_reached_is_told() {
        for (written, said) in [
            ("mailto:", "no mail address"),
            ("MAILTO:office", "no `@`"),
            ("mailto:a@x.example,office", "`office`"),
            ("mailto:@x.example", "no name"),
            ("mailto:a@street", "no ending"),
            ("mailto:a@x.", "a dot"),
            ("mailto:a@x..example", "a dot"),
            ("mailto:a@@x.example", "more than one `@`"),
            ("tel:", "no telephone number"),
            ("sms:office", "no telephone number"),
        ] {
            let told = reaches_nobody(written).map(|(message, _)| message).unwrap_or_default();
            assert!(told.contains(said), "{written}: {told}");
        }
        for written in [
            "mailto:a@x.example",
            "mailto:?subject=x",
            "mailto:a%40x.example",
            "sms:?body=x",
            "tel:+٤٩",
            "https://x",
            "a",
            "geo:",
        ] {
            assert_eq!(reaches_nobody(written), None, "{written}");
        }
    }

    #[test]
    fn a_file_is_found_that_is_meant_by_a_name_with_blanks() {
        let files = ["two-ways.csv", "one_way.csv", "a b.csv", "allinone.csv"].into_iter();
        let meant = |name| file_without_blanks(name, files.clone());
        assert_eq!(meant("Two ways.csv"), Some("two-ways.csv"));
        assert_eq!(meant("one way.csv"), Some("one_way.csv"));
        assert_eq!(meant("all in one.csv"), Some("allinone.csv"));
        assert_eq!(meant("a b.csv"), None);
        assert_eq!(meant("three ways.csv"), None);
    }

    #[test]
    fn an_address_that_is_nearly_one_is_answered_with_what_to_write() {
        for (written, remedy) in [
            ("htps://x.example/", "`https://x.example/`"),
            ("https:/x.example/a", "`https://x.example/a`"),
            ("http:x.example", "`http://x.example`"),
            ("https://https://x.example", "`https://x.example`"),
            ("https://x,example/a", "`https://x.example/a`"),
            ("mailto://a@x.example", "`mailto:a@x.example`"),
            ("mailo:a@x.example", "`mailto:a@x.example`"),
            ("C:\\papers\\x.pdf", "one computer"),
            ("file:///x.pdf", "one computer"),
            ("x.example:8080/a", "https://x.example:8080/a"),
            ("note:one.pdf", "`./note:one.pdf`"),
            ("javascript:alert(1)", "https:// address"),
        ] {
            let said = remedy_of_scheme(written);
            assert!(said.contains(remedy), "{written}: {said}");
        }
        for (path, remedy) in [
            ("www.street.example", "`https://www.street.example`"),
            ("street.example/a", "`https://street.example/a`"),
            ("مكتب@بلد.example", "`mailto:مكتب@بلد.example`"),
            ("office@street.example", "`mailto:office@street.example`"),
            ("..\\weather\\en.md", "`../weather/en.md`"),
            ("https//x.example", "`https://x.example`"),
        ] {
            let said = remedy_of_path(path).unwrap_or_default();
            assert!(said.contains(remedy), "{path}: {said}");
        }
        for path in ["../weather/", "other.md", "a.b/c", "@x", "data.csv"] {
            assert_eq!(remedy_of_path(path), None, "{path}");
        }
    }
}
