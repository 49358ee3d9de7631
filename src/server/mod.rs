//! HTTP on this machine. Files come from memory and are answered as GitHub Pages answers: `index.html` for a folder, a
//! redirect to the address with the slash, `404.html` for what is not there. Watching and reloading are beside.

mod watch;

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Arc, RwLock};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream;
use percent_encoding::percent_decode_str;
use tokio::sync::watch as channel;

use crate::build::Build;
pub use watch::Watch;

/// Below no site's own paths: it begins with a name that no slug can have.
const EVENTS: &str = "/.muwazana/reload";

/// Reloads a page when the site has changed, and shows faults over it. Only `serve` adds it, and only as it sends.
const RELOAD: &str = include_str!("reload.html");

/// A port that is ours, before anything is served on it.
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
}

impl Server {
    /// Takes a port on 127.0.0.1.
    pub fn bind(port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        Ok(Self { listener, address })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

/// The site that is being served.
#[derive(Default)]
struct Live {
    files: BTreeMap<String, Bytes>,
    base: String,
}

#[derive(Clone)]
struct Shared {
    live: Arc<RwLock<Live>>,
    /// What browsers are told: how often the site has changed, and what is wrong with it.
    news: channel::Receiver<(u64, String)>,
}

/// Serves until the process ends. `rebuild` is called when the watch hears of a change; `explain` makes a text
/// of what is wrong.
pub fn serve(
    server: Server,
    watch: Watch,
    first: Build,
    rebuild: impl Fn() -> Build + Send,
    explain: impl Fn(&Build) -> String + Send,
) -> io::Result<()> {
    let live = Arc::new(RwLock::new(Live::default()));
    let (tell, news) = channel::channel((0, String::new()));
    let take = |built: Build| {
        let wrong = if built.faults().0 > 0 { explain(&built) } else { String::new() };
        if wrong.is_empty()
            && let Ok(mut live) = live.write()
        {
            live.base = built.base_path;
            live.files = built.outputs.into_iter().map(|output| (output.path, output.bytes)).collect();
        }
        tell.send_modify(|(version, said)| {
            *version += 1;
            *said = wrong;
        });
    };
    take(first);
    let shared = Shared { live: live.clone(), news };
    std::thread::scope(|scope| {
        let http = scope.spawn(|| listen(server, shared));
        watch.run(|| take(rebuild()));
        http.join().unwrap_or(Ok(()))
    })
}

fn listen(server: Server, shared: Shared) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        server.listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(server.listener)?;
        let router = Router::new().route(EVENTS, get(events)).fallback(file).with_state(shared);
        axum::serve(listener, router).await
    })
}

/// Server-sent events: one at once, then one a change.
async fn events(State(shared): State<Shared>) -> Response {
    let body = stream::unfold((shared.news, true), |(mut news, first)| async move {
        if !first {
            news.changed().await.ok()?;
        }
        let (version, wrong) = news.borrow_and_update().clone();
        let data = serde_json::json!({ "version": version, "wrong": wrong });
        Some((Ok::<_, Infallible>(Bytes::from(format!("data: {data}\n\n"))), (news, false)))
    });
    let headers = [(header::CONTENT_TYPE, "text/event-stream"), (header::CACHE_CONTROL, "no-store")];
    (headers, Body::from_stream(body)).into_response()
}

async fn file(State(shared): State<Shared>, uri: Uri) -> Response {
    let Ok(live) = shared.live.read() else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let path = percent_decode_str(uri.path()).decode_utf8_lossy();
    match find(&live.files, &live.base, &path) {
        Answer::File(name, bytes) => respond(StatusCode::OK, name, bytes),
        Answer::Slash => {
            let query = uri.query().map_or(String::new(), |query| format!("?{query}"));
            // One leading slash only: `//host/` would lead to another host.
            let place = format!("/{}/{query}", uri.path().trim_matches('/'));
            (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, place)]).into_response()
        }
        Answer::Nothing => match live.files.get("404.html") {
            Some(bytes) => respond(StatusCode::NOT_FOUND, "404.html", bytes),
            None => {
                let waiting = b"<!doctype html><title>Muwazana</title><p>The site has errors." as &[u8];
                respond(StatusCode::NOT_FOUND, "404.html", &waiting.into())
            }
        },
    }
}

enum Answer<'a> {
    File(&'a str, &'a Bytes),
    Slash,
    Nothing,
}

/// What GitHub Pages would answer for a decoded path.
fn find<'a>(files: &'a BTreeMap<String, Bytes>, base: &str, path: &str) -> Answer<'a> {
    let Some(path) = path.strip_prefix(base) else {
        return if format!("{path}/") == base { Answer::Slash } else { Answer::Nothing };
    };
    let file = |name: &str| files.get_key_value(name).map(|(name, bytes)| Answer::File(name, bytes));
    let folder = path.trim_end_matches('/');
    let index = if folder.is_empty() { "index.html".to_owned() } else { format!("{folder}/index.html") };
    if path.is_empty() || path.ends_with('/') {
        return file(&index).unwrap_or(Answer::Nothing);
    }
    let page = || file(&format!("{path}.html"));
    file(path).or_else(page).unwrap_or(if files.contains_key(&index) { Answer::Slash } else { Answer::Nothing })
}

fn respond(status: StatusCode, name: &str, bytes: &Bytes) -> Response {
    let kind = content_type(name);
    let body = match kind {
        "text/html; charset=utf-8" => [bytes, RELOAD.as_bytes()].concat().into(),
        _ => bytes.clone(),
    };
    (status, [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store")], body).into_response()
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "xml" => "application/xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "ico" => "image/vnd.microsoft.icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_as_pages_does() {
        let names = ["index.html", "404.html", "ar/index.html", "ar/x.html", "assets/a.css"];
        let files: BTreeMap<_, _> = names.iter().map(|name| ((*name).to_owned(), Bytes::new())).collect();
        let answer = |path: &str| match find(&files, "/repo/", path) {
            Answer::File(name, _) => name.to_owned(),
            Answer::Slash => "slash".to_owned(),
            Answer::Nothing => "nothing".to_owned(),
        };
        for (path, expected) in [
            ("/repo/", "index.html"),
            ("/repo", "slash"),
            ("/repo/ar/", "ar/index.html"),
            ("/repo/ar", "slash"),
            ("/repo/ar/x", "ar/x.html"),
            ("/repo/assets/a.css", "assets/a.css"),
            ("/repo/assets/", "nothing"),
            ("/repo/none/", "nothing"),
            ("/", "nothing"),
        ] {
            assert_eq!(answer(path), expected, "{path}");
        }
    }
}
