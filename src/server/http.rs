//! Requests answered: who may ask, what may be asked, and the answers as a reader's host would give them.

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::http::request::Parts;
use hyper::http::uri::Authority;
use hyper::{Method, Request, Response, StatusCode, Uri};
use tokio::sync::watch::Receiver;

use super::body::ResponseBody;
use super::conditional::{ByteRange, entity_tag, matches_none, requested_range};
use super::content_type::content_type;
use super::events::{self, AnsweredPage, EVENTS, NO_SITE, OPEN, OWN_FILES, Resource, Served};

/// Answers a request.
pub(super) async fn answer<B>(served: Receiver<Served>, request: Request<B>) -> Response<ResponseBody> {
    let (mut head, _) = request.into_parts();
    if let Err(refused) = may_ask(&head.uri, &head.headers) {
        return *refused;
    }
    if head.uri.path() == OPEN {
        return open_fault(served, &head).await;
    }
    let is_head = match head.method {
        Method::GET => false,
        Method::HEAD => {
            // Ranges are for GET alone.
            head.headers.remove(header::RANGE);
            true
        }
        _ => return not_allowed("GET, HEAD", "only GET and HEAD are answered"),
    };
    let answer = match head.uri.path() {
        EVENTS => with_type(StatusCode::OK, "text/event-stream", events::stream(served, page_that_listens(&head.uri))),
        path => {
            if let Some((_, name, text)) = OWN_FILES.iter().find(|(address, ..)| *address == path) {
                return finished(whole_or_part(&head.headers, name, Bytes::from_static(text.as_bytes())), is_head);
            }
            let served = served.borrow().clone();
            let (uri, headers) = (head.uri, head.headers);
            // A file may have to be made first; others are answered meanwhile.
            let answer = tokio::task::spawn_blocking(move || file(&served, &uri, &headers)).await;
            answer.unwrap_or_else(|_| text(StatusCode::INTERNAL_SERVER_ERROR, "the file could not be made"))
        }
    };
    finished(answer, is_head)
}

fn finished(mut answer: Response<ResponseBody>, is_head: bool) -> Response<ResponseBody> {
    // No other site may show what is not published yet.
    answer
        .headers_mut()
        .insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin"));
    if is_head {
        *answer.body_mut() = Full::default().boxed_unsync();
    }
    answer
}

/// Leads the editor to a fault, which the query names by its id: nothing else can be opened.
async fn open_fault(served: Receiver<Served>, head: &Parts) -> Response<ResponseBody> {
    if head.method != Method::POST {
        return not_allowed("POST", "only POST is answered");
    }
    // A browser always says where such a request comes from, and `may_ask` has looked at it.
    if !head.headers.contains_key(header::ORIGIN) {
        return text(StatusCode::FORBIDDEN, "only pages of this server may ask for this");
    }
    let id = head.uri.query().and_then(|query| query.strip_prefix("fault=")).unwrap_or_default();
    let served = served.borrow().clone();
    let place = served.faults.iter().find(|fault| fault.id() == id).and_then(|fault| fault.place.clone());
    let (Some(place), Some(desk)) = (place, served.desk) else {
        return text(StatusCode::NOT_FOUND, "there is no such fault any more, or no editor for it");
    };
    let opened = tokio::task::spawn_blocking(move || desk.open(&place)).await;
    match opened.unwrap_or_else(|error| Err(error.to_string())) {
        Ok(()) => text(StatusCode::NO_CONTENT, ""),
        Err(why) => {
            let body = Full::new(Bytes::from(why)).boxed_unsync();
            with_type(StatusCode::BAD_GATEWAY, "text/plain; charset=utf-8", body)
        }
    }
}

fn not_allowed(methods: &'static str, words: &'static str) -> Response<ResponseBody> {
    let mut refused = text(StatusCode::METHOD_NOT_ALLOWED, words);
    refused.headers_mut().insert(header::ALLOW, HeaderValue::from_static(methods));
    refused
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
    match served.answer(uri.path()) {
        Some(Resource::Page(found)) => page(served, &found, headers),
        Some(Resource::File(name, bytes)) => whole_or_part(headers, &name, bytes),
        Some(Resource::Slash) => redirect(uri),
        None => {
            let html = Bytes::from_static(NO_SITE);
            page(
                served,
                &AnsweredPage { status: StatusCode::NOT_FOUND, name: String::new(), html, state: String::new() },
                headers,
            )
        }
    }
}

/// A page with the script that follows changes.
fn page(served: &Served, page: &AnsweredPage, headers: &HeaderMap) -> Response<ResponseBody> {
    let bytes = Bytes::from([&page.html, served.script(page).as_bytes()].concat());
    match page.status {
        StatusCode::OK => whole_or_part(headers, "index.html", bytes),
        status => {
            let mut answer = with_type(status, &content_type("404.html"), Full::new(bytes.clone()).boxed_unsync());
            set_length(&mut answer, bytes.len());
            answer
        }
    }
}

/// The path of the page that listens, as the query of the stream's address has it: all of the query.
fn page_that_listens(uri: &Uri) -> Option<String> {
    Some(uri.query()?.strip_prefix("page=")?.to_owned())
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

#[cfg(test)]
mod tests {
    use super::*;

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
