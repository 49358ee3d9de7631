//! Requests answered: who may ask, what may be asked, and the answers as a reader's host would give them.

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::http::uri::Authority;
use hyper::{Method, Request, Response, StatusCode, Uri};
use percent_encoding::percent_decode_str;
use tokio::sync::watch::Receiver;

use super::body::ResponseBody;
use super::conditional::{ByteRange, entity_tag, matches_none, requested_range};
use super::events::{self, EVENTS, RELOAD, SCRIPT, Served};
use super::files::{Lookup, find};

/// What is sent where there is no page to send, not even `404.html`.
const NO_SITE: &[u8] = b"<!doctype html><html lang=\"en\"><title>Muwazana</title><p>The site has errors.</p>\n";

/// Answers a request.
pub(super) async fn answer<B>(served: Receiver<Served>, request: Request<B>) -> Response<ResponseBody> {
    let (head, _) = request.into_parts();
    if let Err(refused) = may_ask(&head.uri, &head.headers) {
        return *refused;
    }
    let is_head = match head.method {
        Method::GET => false,
        Method::HEAD => true,
        _ => {
            let mut refused = text(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD are answered");
            refused.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
            return refused;
        }
    };
    let mut answer = match head.uri.path() {
        EVENTS => with_type(StatusCode::OK, "text/event-stream", events::stream(served)),
        SCRIPT => whole_or_part(&head.headers, "reload.js", Bytes::from_static(RELOAD.as_bytes())),
        _ => {
            let served = served.borrow().clone();
            let (uri, headers) = (head.uri, head.headers);
            // A file may have to be made first; others are answered meanwhile.
            let answer = tokio::task::spawn_blocking(move || file(&served, &uri, &headers)).await;
            answer.unwrap_or_else(|_| text(StatusCode::INTERNAL_SERVER_ERROR, "the file could not be made"))
        }
    };
    // No other site may show what is not published yet.
    answer
        .headers_mut()
        .insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin"));
    if is_head {
        *answer.body_mut() = Full::default().boxed_unsync();
    }
    answer
}

/// Only who opened this very server by a name of this machine may ask. A page of another site could make its own name
/// lead here and read all pages; then the browser sends that name. The port may be another one, as a tunnel has it.
fn may_ask(uri: &Uri, headers: &HeaderMap) -> Result<(), Box<Response<ResponseBody>>> {
    let mut hosts = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return Err(Box::new(text(StatusCode::BAD_REQUEST, "a request needs one Host")));
    };
    let host = host.to_str().unwrap_or_default();
    let is_ours = is_this_machine(host) && uri.authority().is_none_or(|authority| is_this_machine(authority.as_str()));
    if !is_ours {
        let word = "this server answers to localhost, 127.0.0.1 and [::1] only";
        return Err(Box::new(text(StatusCode::MISDIRECTED_REQUEST, word)));
    }
    let own = format!("http://{host}");
    match headers.get_all(header::ORIGIN).iter().all(|origin| origin.as_bytes().eq_ignore_ascii_case(own.as_bytes())) {
        true => Ok(()),
        false => Err(Box::new(text(StatusCode::FORBIDDEN, "pages of other sites are not answered"))),
    }
}

fn is_this_machine(host: &str) -> bool {
    let Ok(authority) = host.parse::<Authority>() else { return false };
    let name = authority.host();
    !host.contains('@') && ["localhost", "127.0.0.1", "[::1]"].iter().any(|own| name.eq_ignore_ascii_case(own))
}

/// Answers with a file of the site.
fn file(served: &Served, uri: &Uri, headers: &HeaderMap) -> Response<ResponseBody> {
    let Some(files) = &served.files else { return page(served, StatusCode::NOT_FOUND, NO_SITE, headers) };
    let path = percent_decode_str(uri.path()).decode_utf8();
    match path.map_or(Lookup::Nothing, |path| find(&**files, &served.base, &path)) {
        Lookup::File(name, bytes) if is_page(&name) => page(served, StatusCode::OK, &bytes, headers),
        Lookup::File(name, bytes) => whole_or_part(headers, &name, bytes),
        Lookup::Slash => redirect(uri),
        Lookup::Nothing => {
            let missing = files.file("404.html").unwrap_or_else(|| Bytes::from_static(NO_SITE));
            page(served, StatusCode::NOT_FOUND, &missing, headers)
        }
    }
}

fn is_page(name: &str) -> bool {
    content_type(name).starts_with("text/html")
}

/// A page with the script that reloads it.
fn page(served: &Served, status: StatusCode, bytes: &[u8], headers: &HeaderMap) -> Response<ResponseBody> {
    let bytes = Bytes::from([bytes, served.script().as_bytes()].concat());
    match status {
        StatusCode::OK => whole_or_part(headers, "index.html", bytes),
        _ => {
            let mut answer = with_type(status, &content_type("404.html"), Full::new(bytes.clone()).boxed_unsync());
            set_length(&mut answer, bytes.len());
            answer
        }
    }
}

fn redirect(uri: &Uri) -> Response<ResponseBody> {
    let query = uri.query().map_or(String::new(), |query| format!("?{query}"));
    // One leading slash only: `//host/` would lead to another host.
    let place = format!("/{}/{query}", uri.path().trim_matches('/'));
    let mut answer = text(StatusCode::MOVED_PERMANENTLY, "");
    match HeaderValue::try_from(place) {
        Ok(place) => drop(answer.headers_mut().insert(header::LOCATION, place)),
        Err(_) => *answer.status_mut() = StatusCode::NOT_FOUND,
    }
    answer
}

/// A file, or as much of it as is asked for: nothing if it is known, a range of it, or all.
fn whole_or_part(headers: &HeaderMap, name: &str, bytes: Bytes) -> Response<ResponseBody> {
    let tag = entity_tag(&bytes);
    let length = bytes.len();
    let mut answer = if matches_none(headers, &tag) {
        let mut unchanged = Response::new(Full::default().boxed_unsync());
        *unchanged.status_mut() = StatusCode::NOT_MODIFIED;
        unchanged.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        unchanged
    } else {
        let (status, part, range) = match requested_range(headers, &tag, length) {
            ByteRange::Whole => (StatusCode::OK, bytes, None),
            ByteRange::Part(first, last) => {
                let told = format!("bytes {first}-{last}/{length}");
                (StatusCode::PARTIAL_CONTENT, bytes.slice(first..=last), Some(told))
            }
            ByteRange::Unsatisfiable => {
                (StatusCode::RANGE_NOT_SATISFIABLE, Bytes::new(), Some(format!("bytes */{length}")))
            }
        };
        let sent = part.len();
        let mut answer = with_type(status, &content_type(name), Full::new(part).boxed_unsync());
        set_length(&mut answer, sent);
        answer.headers_mut().insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
        if let Some(range) = range.and_then(|range| HeaderValue::try_from(range).ok()) {
            answer.headers_mut().insert(header::CONTENT_RANGE, range);
        }
        answer
    };
    if let Ok(tag) = HeaderValue::try_from(tag) {
        answer.headers_mut().insert(header::ETAG, tag);
    }
    answer
}

fn set_length(answer: &mut Response<ResponseBody>, length: usize) {
    answer.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
}

fn text(status: StatusCode, words: &'static str) -> Response<ResponseBody> {
    let body = Full::new(Bytes::from_static(words.as_bytes())).boxed_unsync();
    let mut answer = with_type(status, "text/plain; charset=utf-8", body);
    set_length(&mut answer, words.len());
    answer
}

/// An answer that is asked for again before it is used again.
fn with_type(status: StatusCode, kind: &str, body: ResponseBody) -> Response<ResponseBody> {
    let mut answer = Response::new(body);
    *answer.status_mut() = status;
    if let Ok(kind) = HeaderValue::try_from(kind) {
        answer.headers_mut().insert(header::CONTENT_TYPE, kind);
    }
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    answer
}

/// The type of a file by the end of its name. Texts are in UTF-8, as a site's all are.
fn content_type(name: &str) -> String {
    let kind = mime_guess::from_path(name).first_or_octet_stream();
    match kind.type_() == "text" || kind.subtype() == "javascript" {
        true => format!("{kind}; charset=utf-8"),
        false => kind.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_those_that_browsers_want() {
        for (name, expected) in [
            ("a/index.html", "text/html; charset=utf-8"),
            ("a.css", "text/css; charset=utf-8"),
            ("a.js", "text/javascript; charset=utf-8"),
            ("a.mjs", "application/javascript; charset=utf-8"),
            ("a.md", "text/markdown; charset=utf-8"),
            ("a.txt", "text/plain; charset=utf-8"),
            ("a.csv", "text/csv; charset=utf-8"),
            ("a.json", "application/json"),
            ("feed.xml", "text/xml; charset=utf-8"),
            ("a.webmanifest", "application/manifest+json"),
            ("a.wasm", "application/wasm"),
            ("a.svg", "image/svg+xml"),
            ("a.png", "image/png"),
            ("a.JPG", "image/jpeg"),
            ("a.webp", "image/webp"),
            ("a.avif", "image/avif"),
            ("favicon.ico", "image/x-icon"),
            ("خط.woff2", "font/woff2"),
            ("a.pdf", "application/pdf"),
            ("a.epub", "application/epub+zip"),
            ("a.mp4", "video/mp4"),
            ("a.mp3", "audio/mpeg"),
            ("a.bin", "application/octet-stream"),
            ("CNAME", "application/octet-stream"),
        ] {
            assert_eq!(content_type(name), expected, "{name}");
        }
    }

    #[test]
    fn only_names_of_this_machine_are_answered() {
        for host in ["localhost", "localhost:1111", "LOCALHOST:80", "127.0.0.1:1111", "[::1]:1111", "[::1]"] {
            assert!(is_this_machine(host), "{host}");
        }
        for host in [
            "",
            "evil.example",
            "evil.example:1111",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "evil@localhost",
            "localhost@evil.example",
            "127.0.0.2",
            "0.0.0.0:1111",
            "localhost/",
            "local host",
            "[::1",
            "2130706433",
        ] {
            assert!(!is_this_machine(host), "{host}");
        }
    }

    #[test]
    fn a_page_of_another_site_is_refused() {
        let uri = Uri::from_static("/");
        let may = |host: &'static str, origin: Option<&'static str>| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, HeaderValue::from_static(host));
            origin.map(|origin| headers.insert(header::ORIGIN, HeaderValue::from_static(origin)));
            may_ask(&uri, &headers).map_err(|refused| refused.status().as_u16())
        };
        assert_eq!(may("localhost:1111", None), Ok(()));
        assert_eq!(may("localhost:1111", Some("http://localhost:1111")), Ok(()));
        for origin in ["http://evil.example", "http://localhost:8000", "https://localhost:1111", "null"] {
            assert_eq!(may("localhost:1111", Some(origin)), Err(403), "{origin}");
        }
        assert_eq!(may("evil.example", Some("http://evil.example")), Err(421));
        assert_eq!(may_ask(&uri, &HeaderMap::new()).map_err(|refused| refused.status().as_u16()), Err(400));
    }
}
