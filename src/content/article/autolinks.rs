//! Bare web and mail addresses in running text, found as GitHub finds them: `https://…`, `http://…`, `www.…` and
//! `name@host`, without the signs that end a sentence.

use std::ops::Range;

use crate::locale::joins_words;
use crate::text::{is_host, is_invisible};

/// A bare address in a text.
#[derive(Debug, PartialEq, Eq)]
pub struct BareAddress {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// Where a link to it leads.
    pub href: String,
}

/// The bare addresses of a text, in order.
pub fn autolinks(text: &str) -> Vec<BareAddress> {
    let mut found = Vec::new();
    // Hardly any text holds one of the signs of an address.
    let may = text.contains("://") || text.contains("www.") || text.contains("WWW.") || text.contains('@');
    if !may {
        return found;
    }
    let (mut from, mut end) = (0, 0);
    while from < text.len() {
        let rest = &text[from..];
        let last = text[..from].chars().next_back();
        if let Some(address) = web_address(text, from, last, &mut end) {
            from = address.range.end;
            found.push(address);
        } else if rest.starts_with('@') {
            let floor = found.last().map_or(0, |last: &BareAddress| last.range.end);
            let mail = mail_address(text, from, floor);
            from = mail.as_ref().map_or(from + 1, |mail| mail.range.end);
            found.extend(mail);
        } else {
            from += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    found
}

/// The words of a text that begin as a web address does, up to white space or `<`, each with its place.
pub fn bare_addresses(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let starts = memchr::memmem::find_iter(text.as_bytes(), b"://");
    starts.filter_map(move |at| {
        let scheme = ["https", "http"].into_iter().find(|scheme| text[..at].ends_with(scheme))?;
        let start = at - scheme.len();
        let length = text[start..].find(|c: char| c.is_whitespace() || c == '<').unwrap_or(text.len() - start);
        Some((start, &text[start..start + length]))
    })
}

/// How long an address may be, in bytes: browsers and servers take no longer ones.
pub const LONGEST: usize = 2048;

/// The web address that begins at `start`. `signs_end` is where the signs end that the last one was looked for in, up to where
/// they need not be looked through again.
fn web_address(text: &str, start: usize, before: Option<char>, signs_end: &mut usize) -> Option<BareAddress> {
    let rest = &text[start..];
    let begins = |name: &str| rest.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name));
    let scheme = ["https://", "http://", "www."].into_iter().find(|name| begins(name))?;
    // Letters that no address begins with may be joined to it, as the Arabic و is.
    if before.is_some_and(|c| c.is_ascii_alphanumeric() || "_/.@-".contains(c)) {
        return None;
    }
    let domain = if scheme == "www." { 0 } else { scheme.len() };
    // A host that is none is told by its first signs.
    let of_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let head = rest[domain..].find(|c| !of_host(c)).map(|end| &rest[domain..domain + end]);
    let is_whole = head.is_some_and(|head| rest[domain + head.len()..].starts_with(['/', '?', '#', ':']));
    if is_whole && head.is_some_and(|head| !is_host(head.trim_end_matches(['.', '_']))) {
        return None;
    }
    if *signs_end <= start {
        *signs_end = start + end_of_signs(rest);
    }
    if *signs_end - start >= LONGEST {
        return None;
    }
    let end = without_end_of_sentence(&text[start..*signs_end]);
    let host_end = rest[domain..end].find(['/', '?', '#', ':']).map_or(end, |at| domain + at);
    if !is_host(&rest[domain..host_end]) {
        return None;
    }
    let end = end.max(domain);
    let written = &rest[..end];
    let href = if scheme == "www." { format!("http://{written}") } else { written.to_owned() };
    Some(BareAddress { range: start..start + end, href })
}

/// Where an address ends that a text begins with: where what can be one does, and before the signs that end a sentence.
pub fn address_end(text: &str) -> usize {
    without_end_of_sentence(&text[..end_of_signs(text)])
}

/// Where the signs end of which an address can be: before white space, `<`, a sign of another script, and a letter of a script
/// that joins words if one of ours stands before it (`…/docs를`, but `…/wiki/維基`).
fn end_of_signs(text: &str) -> usize {
    let stops = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || "<>\"`«»“”„،؛؟…".contains(c)
            || matches!(c, '\u{3000}'..='\u{3020}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff65}')
            || is_invisible(c)
    };
    let is_joined = |at: usize, c: char| {
        at > 0 && !c.is_ascii() && text.as_bytes()[at - 1].is_ascii_alphanumeric() && joins_words(c)
    };
    text.char_indices().find(|(at, c)| stops(*c) || is_joined(*at, *c)).map_or(text.len(), |(at, _)| at)
}

/// How long an address is without what belongs to the sentence in which it stands.
fn without_end_of_sentence(address: &str) -> usize {
    let mut end = address.len();
    loop {
        let shown = &address[..end];
        let shorter = if shown.ends_with(['?', '!', '.', ',', ':', '*', '_', '~', '\'', '’', ']', '}', '|', '۔']) {
            let last = shown.chars().next_back().map_or(0, char::len_utf8);
            let sign = &shown[end - last..];
            let closes = match sign {
                "]" => shown.matches(']').count() > shown.matches('[').count(),
                "}" => shown.matches('}').count() > shown.matches('{').count(),
                _ => true,
            };
            closes.then_some(end - last)
        } else if shown.ends_with(')') {
            // Brackets inside an address are its own; one that closes what was opened before it is not.
            (shown.matches(')').count() > shown.matches('(').count()).then_some(end - 1)
        } else if shown.ends_with(';') {
            let entity = shown[..end - 1].rfind('&').filter(|at| {
                let name = &shown[at + 1..end - 1];
                !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric())
            });
            Some(entity.unwrap_or(end - 1))
        } else {
            None
        };
        match shorter {
            Some(shorter) => end = shorter,
            None => return end,
        }
    }
}

/// The mail address around the sign at `at`; it does not begin before `floor`.
fn mail_address(text: &str, at: usize, floor: usize) -> Option<BareAddress> {
    let name = |c: char| c.is_ascii_alphanumeric() || ".-_+".contains(c);
    let head = &text[floor..at];
    let start = at - (head.len() - head.trim_end_matches(name).len());
    let prior = text[..start].chars().next_back();
    if start == at || prior.is_some_and(|c| c == '/' || c == ':') {
        return None;
    }
    let rest = &text[at + 1..];
    let host = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    let length = rest.len() - rest.trim_start_matches(host).len();
    let domain = rest[..length].trim_end_matches('.');
    let fine = is_host(domain) && !domain.ends_with(['-', '_']) && domain.contains(|c: char| c.is_ascii_alphabetic());
    // An address goes on in neither direction; `git@host:path` is none.
    let mut behind = rest[length..].chars();
    let ends = match behind.next() {
        Some('@') => false,
        Some(':') => !behind.next().is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '~')),
        _ => true,
    };
    let range = start..at + 1 + domain.len();
    (fine && ends).then(|| BareAddress { href: format!("mailto:{}", &text[range.clone()]), range })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        autolinks(text).into_iter().map(|found| &text[found.range]).collect()
    }

    #[test]
    fn addresses_end_where_github_ends_them() {
        for (text, wanted) in [
            (
                "See https://example.com/foo?a=1&b=2. Mail me@example.com.",
                vec!["https://example.com/foo?a=1&b=2", "me@example.com"],
            ),
            ("www.commonmark.org/help for", vec!["www.commonmark.org/help"]),
            ("Visit www.commonmark.org/a.b.", vec!["www.commonmark.org/a.b"]),
            ("www.google.com/search?q=Markup+(business)", vec!["www.google.com/search?q=Markup+(business)"]),
            ("(www.google.com/search?q=Markup+(business))", vec!["www.google.com/search?q=Markup+(business)"]),
            ("www.google.com/search?q=commonmark&hl=en", vec!["www.google.com/search?q=commonmark&hl=en"]),
            ("www.google.com/search?q=commonmark&hl;", vec!["www.google.com/search?q=commonmark"]),
            ("hello@mail+xyz.example isn't valid, but hello+xyz@mail.example is.", vec!["hello+xyz@mail.example"]),
            ("a.b-c_d@a.b a.b-c_d@a.b. a.b-c_d@a.b- a.b-c_d@a.b_", vec!["a.b-c_d@a.b", "a.b-c_d@a.b"]),
            ("راجع https://example.org/أ، وwww.example.org؟", vec!["https://example.org/أ", "www.example.org"]),
            ("«https://example.org/»", vec!["https://example.org/"]),
            (&format!("https://a.b/{}", "x".repeat(3000)), vec![]),
            (&format!("https://a.b/{}", ":".repeat(3000)), vec![]),
            ("https://:https://a:www.a.b.:80 www.a.b.: https://a.b_/ https://a.b:!", vec!["www.a.b", "https://a.b"]),
            ("https://localhost:8080 and http:// and www.", vec![]),
            ("xhttps://a.b/ user@host @name a@b", vec![]),
            ("HTTPS://EXAMPLE.ORG/x", vec!["HTTPS://EXAMPLE.ORG/x"]),
            ("詳細はhttps://e.org/aを参照。（https://e.org/b）です。", vec!["https://e.org/a", "https://e.org/b"]),
            (
                "https://e.org/ko/docs를 또는 https://e.org/wiki/維基",
                vec!["https://e.org/ko/docs", "https://e.org/wiki/維基"],
            ),
            ("https://e.org/a，然后。邮箱a@b.org。", vec!["https://e.org/a", "a@b.org"]),
            ("https://example.org/* *x*", vec!["https://example.org/"]),
            ("git@github.com:user/repo.git and me@example.com: so", vec!["me@example.com"]),
        ] {
            assert_eq!(found(text), wanted, "{text}");
        }
        assert_eq!(autolinks("www.a.b")[0].href, "http://www.a.b");
    }
}
