//! Addresses on the web, checked where they are read: what is one can stand in a page, and can be no script.

use std::fmt;

use serde::Serialize;
use url::Url;

use super::is_bidi_control;

/// An absolute address that begins with `https://` or `http://` and names a host, as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct WebAddress(String);

impl WebAddress {
    /// Reads an address; the error is one sentence that says what to write instead.
    ///
    /// ```
    /// use muwazana::text::WebAddress;
    ///
    /// assert!(WebAddress::parse("https://example.org/a?b#c").is_ok());
    /// assert!(WebAddress::parse("javascript:alert(1)").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self, String> {
        read(text).map(|_| Self(text.to_owned()))
    }

    /// The same as others are made of, by a slash and more behind it.
    #[must_use]
    pub fn without_last_slash(self) -> Self {
        Self(self.0.trim_end_matches('/').to_owned())
    }

    /// The address as it was written; empty in a [`Default`], which stands where a fault has been reported.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether a text looks like the name of a host: at least two labels of letters, digits and hyphens, with underscores in none
/// of the last two.
pub fn is_host(text: &str) -> bool {
    let is_label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    text.contains('.') && text.split('.').all(is_label) && text.rsplit('.').take(2).all(|label| !label.contains('_'))
}

/// An absolute address in two parts: `https://example.org` and `/repository/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    /// Scheme, host and port, without a slash at the end. The host is in ASCII: `xn--…` for one in other letters.
    pub origin: String,
    /// Begins and ends with a slash.
    pub path: String,
}

impl BaseUrl {
    /// The address of a site that has none yet: a new site begins with it.
    pub fn placeholder() -> Self {
        Self { origin: "https://example.org".to_owned(), path: "/".to_owned() }
    }

    /// Reads `https://host/path`, with or without the last slash; the error says what to write instead.
    pub fn parse(text: &str) -> Result<Self, String> {
        let url = read(text)?;
        let (_, rest) = text.split_once("://").unwrap_or_default();
        let path = rest.split_once('/').map_or("", |(_, path)| path);
        if text.contains(['?', '#', '@']) {
            return Err("leave out what a base address does not have: a name, a query and a fragment".to_owned());
        }
        if !path.chars().all(|c| c.is_ascii_alphanumeric() || "/._~-%".contains(c)) {
            return Err("write other letters and signs of the path with per cent signs, such as %20".to_owned());
        }
        let path = path.trim_matches('/');
        let last = path.rsplit('/').next().unwrap_or_default();
        if [".html", ".htm", ".php"].iter().any(|ending| last.ends_with(ending)) {
            let folder = text.trim_end_matches('/').trim_end_matches(last);
            return Err(format!("write the folder of the site, and no file: \"{folder}\""));
        }
        if path.split('/').any(|part| matches!(part, "." | "..")) || path.contains("//") {
            return Err("write the path without `.`, `..` and empty parts".to_owned());
        }
        let path = if path.is_empty() { "/".to_owned() } else { format!("/{path}/") };
        Ok(Self { origin: url.origin().ascii_serialization(), path })
    }
}

impl BaseUrl {
    /// Whether it is on the machine that asks for it, so that nobody else can be sent there.
    pub fn is_local(&self) -> bool {
        let host = Url::parse(&self.origin).ok();
        host.is_some_and(|url| match url.host() {
            Some(url::Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            Some(url::Host::Ipv4(address)) => address.is_loopback() || address.is_unspecified(),
            Some(url::Host::Ipv6(address)) => address.is_loopback() || address.is_unspecified(),
            None => false,
        })
    }
}

/// An address without what only looks as if it belonged to it, if it holds such: signs of Arabic in the place of their
/// Latin twins, and invisible controls.
pub fn typed_address(text: &str) -> Option<String> {
    let is_control = |c: char| is_bidi_control(c) || matches!(c, '\u{200b}' | '\u{feff}');
    if !text.contains(|c: char| is_control(c) || matches!(c, '،' | '؛' | '؟')) {
        return None;
    }
    let visible: String = text.chars().filter(|c| !is_control(*c)).collect();
    Some(visible.trim_end_matches(['،', '؛', '؟']).replace('،', ",").replace('؛', ";").replace('؟', "?"))
}

/// The address of a document that is given by its number in a register, if this is one: a DOI, or a number of arXiv or PubMed.
pub fn address_of_record(text: &str) -> Option<String> {
    let bare = text.trim();
    let bare = bare.strip_prefix("https://").or_else(|| bare.strip_prefix("http://")).unwrap_or(bare);
    let (register, number) = match bare.split_once([':', ' ']) {
        Some((register, number)) if !register.contains('.') => (register.to_lowercase(), number.trim_start()),
        _ => (String::new(), bare),
    };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_doi = |number: &str| {
        let rest = number.strip_prefix("10.").and_then(|rest| rest.split_once('/'));
        rest.is_some_and(|(owner, name)| owner.len() >= 4 && is_number(owner) && !name.is_empty())
    };
    let begin = match register.as_str() {
        "" | "doi" if is_doi(number) => "https://doi.org/",
        "arxiv" if number.contains(|c: char| c.is_ascii_digit()) => "https://arxiv.org/abs/",
        "pmid" | "pubmed" if is_number(number) => "https://pubmed.ncbi.nlm.nih.gov/",
        _ => return None,
    };
    (!number.contains(char::is_whitespace)).then(|| format!("{begin}{number}"))
}

fn read(text: &str) -> Result<Url, String> {
    if let Some(address) = address_of_record(text) {
        return Err(format!("this is the number of a document, and its address is \"{address}\""));
    }
    if let Some(typed) = typed_address(text) {
        return Err(format!(
            "signs stand in it that no address has, some of them perhaps invisible: write \"{typed}\""
        ));
    }
    if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        let parts = text.split([' ', ';', ',']).filter(|part| part.starts_with("http"));
        return Err(match parts.count() {
            0 | 1 => "write it without blanks and line ends; a blank inside is %20".to_owned(),
            _ => "here stand several: write one, and the others where each belongs".to_owned(),
        });
    }
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let Some(rest) = rest else { return Err(whole(text)) };
    if rest.starts_with("https://") || rest.starts_with("http://") {
        let begins = |text: &str| text.starts_with("https://") || text.starts_with("http://");
        let mut once = rest;
        while let Some((_, more)) = once.split_once("://").filter(|(_, more)| begins(more)) {
            once = more;
        }
        return Err(format!("write its beginning once: \"{once}\""));
    }
    // A host stands right behind the scheme; the library would look for one behind further slashes.
    let url = Url::parse(text).ok().filter(|_| !rest.starts_with(['/', '\\']));
    url.filter(|url| url.host_str().is_some_and(|host| !host.is_empty()))
        .ok_or_else(|| "write the name of the host behind the scheme: \"https://example.org/\"".to_owned())
}

/// How an address begins, shown at this one where it only lacks or misspells that.
fn whole(text: &str) -> String {
    let rest = text.split_once("//").map_or(text, |(_, rest)| rest);
    let whole = format!("https://{rest}");
    let host = Url::parse(&whole).ok().and_then(|url| url.host_str().map(|host| host.contains('.')));
    match host {
        Some(true) if !rest.contains(':') => format!("it begins with `https://`: \"{whole}\""),
        _ => "it begins with `https://`, such as \"https://example.org/\"".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_urls() {
        let parse = |text| BaseUrl::parse(text).ok().map(|url| (url.origin, url.path));
        let site = |origin: &str, path: &str| Some((origin.to_owned(), path.to_owned()));
        assert_eq!(parse("https://example.org"), site("https://example.org", "/"));
        assert_eq!(parse("http://127.0.0.1:8000/a/b"), site("http://127.0.0.1:8000", "/a/b/"));
        assert_eq!(parse("http://[::1]:8000/a%20b/"), site("http://[::1]:8000", "/a%20b/"));
        assert_eq!(parse("https://مثال.إختبار/"), site("https://xn--mgbh0fb.xn--kgbechtv", "/"));
        for bad in [
            "example.org",
            "ftp://x/",
            "https:///x",
            "https://x/../y",
            "https://x/a//b",
            "https://x/a b",
            "https://x/\"><script>",
            "https://x/?a",
            "https://x/#a",
            "https://name@x/",
            "https://x/عربي/",
            "https://",
        ] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn sites_of_ones_own_machine() {
        let is_local = |text| BaseUrl::parse(text).is_ok_and(|url| url.is_local());
        for local in
            ["http://localhost:1111/", "http://127.0.0.1/a", "http://[::1]:80", "http://0.0.0.0", "http://a.localhost"]
        {
            assert!(is_local(local), "{local}");
        }
        for other in ["https://localhost.example/", "http://192.168.0.2/", "https://127.example/"] {
            assert!(!is_local(other), "{other}");
        }
    }

    #[test]
    fn an_address_is_kept_as_it_was_written_or_refused_with_a_remedy() {
        for good in [
            "https://10.0.0.1/a",
            "https://example.org",
            "http://a.b:80/c?d=e#f",
            "https://web.archive.org/web/2026/https://x.org/",
            "https://مثال.إختبار/صفحة",
            "https://x/a(b)'c",
        ] {
            assert_eq!(WebAddress::parse(good).map(|address| address.to_string()).as_deref(), Ok(good));
        }
        for (bad, remedy) in [
            ("lines.example/tariff", "\"https://lines.example/tariff\""),
            ("htps://lines.example", "\"https://lines.example\""),
            ("//lines.example", "\"https://lines.example\""),
            ("10.1016/j.mobil.2024.03.001", "\"https://doi.org/10.1016/j.mobil.2024.03.001\""),
            ("doi:10.1016/a", "\"https://doi.org/10.1016/a\""),
            ("DOI: 10.1016/a", "\"https://doi.org/10.1016/a\""),
            ("https://10.1016/a", "\"https://doi.org/10.1016/a\""),
            ("doi.org/10.1016/a", "\"https://doi.org/10.1016/a\""),
            ("arXiv:2301.00001v2", "\"https://arxiv.org/abs/2301.00001v2\""),
            ("PMID 12345", "\"https://pubmed.ncbi.nlm.nih.gov/12345\""),
            ("10.0.0.1/a", "\"https://10.0.0.1/a\""),
            ("javascript:alert(1)", "it begins with `https://`, such as"),
            ("javascript://x.org/%0aalert(1)", "it begins with `https://`"),
            ("data:text/html,x", "it begins with `https://`, such as"),
            ("", "it begins with `https://`, such as"),
            (" https://x.org", "without blanks"),
            ("https://x.org/a\nb", "without blanks"),
            ("https://", "the name of the host"),
            ("https:///x.org", "the name of the host"),
            ("https://a<b>/", "the name of the host"),
            ("https://https://x.org/a", "once: \"https://x.org/a\""),
            ("http://https://http://x.org", "once: \"http://x.org\""),
        ] {
            let refused = WebAddress::parse(bad).expect_err(bad);
            assert!(refused.contains(remedy), "{bad}: {refused}");
        }
    }
}
