//! `serve` from outside: its HTTP over real sockets, and its watching of real folders. Whatever depends on time waits for
//! a condition, up to a deadline that no machine needs.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use bytes::Bytes;
use muwazana::diagnostic::{Code, Diagnostic};
use muwazana::server::{Editor, Limits, Publisher, Server, ShownFault, SiteFiles, Watch, WatchMethod};
use muwazana::text::{Source, Sources};
use muwazana::tree::Change;

/// When a test gives up.
const DEADLINE: Duration = Duration::from_secs(60);

/// A server of its own thread, and what replaces its site.
fn start(limits: Limits) -> (SocketAddr, Publisher) {
    let server = Server::bind_with(0, limits).expect("a port");
    let (address, publisher) = (server.address(), server.publisher());
    std::thread::spawn(|| server.run());
    (address, publisher)
}

/// A server of a small site.
fn start_with_site() -> (SocketAddr, Publisher) {
    let (address, publisher) = start(Limits::default());
    publisher.publish("/", small_site(), Vec::new());
    (address, publisher)
}

fn small_site() -> Arc<dyn SiteFiles> {
    let files = [
        ("index.html", "<!doctype html><title>Home</title>"),
        ("ar/index.html", "<!doctype html><title>الرئيسة</title>"),
        ("404.html", "<!doctype html><title>Missing</title>"),
        ("film.mp4", "0123456789"),
        ("ar/خط/index.html", "<!doctype html><title>خط</title>"),
        ("ar/index.md", "# الرئيسة"),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), Bytes::from_static(text.as_bytes())));
    Arc::new(BTreeMap::from(files))
}

/// An answer, taken apart.
#[derive(Debug)]
struct Reply {
    status: u16,
    /// Lower-case names.
    headers: BTreeMap<String, String>,
    body: String,
}

fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).expect("it listens");
    stream.set_read_timeout(Some(DEADLINE)).expect("a timeout");
    stream
}

/// Sends a request of lines and reads the whole answer.
fn ask(address: SocketAddr, request: &str, headers: &[&str]) -> Reply {
    let mut stream = connect(address);
    let lines: String = headers.iter().map(|line| format!("{line}\r\n")).collect();
    write!(stream, "{request} HTTP/1.1\r\n{lines}Connection: close\r\n\r\n").expect("sent");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("an answer");
    let answer = String::from_utf8(answer).expect("UTF-8");
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).expect("a status");
    let header = |line: &str| {
        let (name, value) = line.split_once(": ").expect("a header");
        (name.to_lowercase(), value.to_owned())
    };
    Reply { status, headers: lines.map(header).collect(), body: body.to_owned() }
}

fn get(address: SocketAddr, path: &str) -> Reply {
    ask(address, &format!("GET {path}"), &["Host: localhost"])
}

#[test]
fn only_pages_of_this_machine_are_answered() {
    let (address, _publisher) = start_with_site();
    for host in [address.to_string(), format!("localhost:{}", address.port()), "[::1]:8000".to_owned()] {
        assert_eq!(ask(address, "GET /", &[&format!("Host: {host}")]).status, 200, "{host}");
    }
    for path in ["/", "/.muwazana/events", "/.muwazana/reload.js", "/none"] {
        let refused = ask(address, &format!("GET {path}"), &["Host: evil.example"]);
        assert_eq!((refused.status, refused.body.contains("Home")), (421, false), "{path}");
        assert!(refused.body.contains("localhost"), "it says why: {}", refused.body);
        let origin = ask(address, &format!("GET {path}"), &["Host: localhost", "Origin: http://evil.example"]);
        assert_eq!(origin.status, 403, "{path}");
    }
    assert_eq!(ask(address, "GET http://evil.example/", &["Host: localhost"]).status, 421);
    assert_eq!(ask(address, "GET /", &[]).status, 400);
    assert_eq!(ask(address, "GET /", &["Host: localhost", "Host: evil.example"]).status, 400);
    let own = ask(address, "GET /", &["Host: localhost:5", "Origin: http://localhost:5"]);
    assert_eq!(own.status, 200);
}

#[test]
fn only_reading_is_answered() {
    let (address, _publisher) = start_with_site();
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"] {
        for path in ["/", "/.muwazana/events", "/none"] {
            let refused = ask(address, &format!("{method} {path}"), &["Host: localhost", "Content-Length: 0"]);
            assert_eq!(refused.status, 405, "{method} {path}");
            assert_eq!(refused.headers.get("allow").map(String::as_str), Some("GET, HEAD"), "{method} {path}");
        }
    }
    for path in ["/", "/film.mp4", "/none", "/ar", "/.muwazana/reload.js"] {
        let whole = get(address, path);
        let head = ask(address, &format!("HEAD {path}"), &["Host: localhost"]);
        assert_eq!((head.status, head.body.as_str()), (whole.status, ""), "{path}");
        for name in ["content-type", "content-length", "etag", "location", "cache-control"] {
            assert_eq!(head.headers.get(name), whole.headers.get(name), "{path}: {name}");
        }
    }
    let events = ask(address, "HEAD /.muwazana/events", &["Host: localhost"]);
    assert_eq!((events.status, events.body.as_str()), (200, ""));
}

#[test]
fn answers_are_those_of_a_host_for_readers() {
    let (address, publisher) = start_with_site();
    let home = get(address, "/");
    assert!(home.status == 200 && home.body.contains("<title>Home</title>"), "{home:?}");
    assert_eq!(home.headers["content-type"], "text/html; charset=utf-8");
    assert_eq!(home.headers["cache-control"], "no-cache");
    assert_eq!(get(address, "/ar/index.md").headers["content-type"], "text/markdown; charset=utf-8");
    let slash = get(address, "/ar?x=1");
    assert_eq!((slash.status, slash.headers["location"].as_str()), (301, "/ar/?x=1"));
    let arabic = get(address, "/ar/%D8%AE%D8%B7");
    assert_eq!((arabic.status, arabic.headers["location"].as_str()), (301, "/ar/%D8%AE%D8%B7/"));
    assert!(get(address, "/ar/%D8%AE%D8%B7/").body.contains("<title>خط</title>"));
    assert_eq!(get(address, "/.muwazana/split?page=/ar/").headers["content-type"], "text/html; charset=utf-8");
    for file in ["split.js", "split.css", "reload.js"] {
        let reply = get(address, &format!("/.muwazana/{file}"));
        assert!(reply.status == 200 && reply.headers.contains_key("etag"), "{reply:?}");
    }
    let missing = get(address, "/none/");
    assert!(missing.status == 404 && missing.body.contains("<title>Missing</title>"), "{missing:?}");
    for path in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/..%2fCargo.toml", "/ar/..%5c..%5cx", "/%00", "/%ff", "//ar"]
    {
        assert_eq!(get(address, path).status, 404, "{path}");
    }
    publisher.publish("/repo/", small_site(), Vec::new());
    assert_eq!(get(address, "/repo/").status, 200);
    assert_eq!(get(address, "/repo").headers["location"], "/repo/");
    assert_eq!(get(address, "/").status, 404);
}

#[test]
fn what_a_browser_has_is_not_sent_again() {
    let (address, publisher) = start_with_site();
    for path in ["/", "/film.mp4"] {
        let tag = get(address, path).headers["etag"].clone();
        let again =
            |tag: &str| ask(address, &format!("GET {path}"), &["Host: localhost", &format!("If-None-Match: {tag}")]);
        let unchanged = again(&tag);
        assert_eq!((unchanged.status, unchanged.body.as_str()), (304, ""), "{path}");
        assert_eq!(unchanged.headers["etag"], tag);
        assert_eq!(again(&format!("\"x\", W/{tag}")).status, 304);
        assert_eq!(again("\"x\"").status, 200);
        let head = ask(address, &format!("HEAD {path}"), &["Host: localhost", &format!("If-None-Match: {tag}")]);
        assert_eq!((head.status, &head.headers["etag"]), (304, &tag));
        assert_eq!(get(address, path).headers["etag"], tag);
    }
    let tag = get(address, "/film.mp4").headers["etag"].clone();
    publisher.publish(
        "/",
        Arc::new(BTreeMap::from([("film.mp4".to_owned(), Bytes::from_static(b"other"))])),
        Vec::new(),
    );
    let changed = ask(address, "GET /film.mp4", &["Host: localhost", &format!("If-None-Match: {tag}")]);
    assert_eq!((changed.status, changed.body.as_str()), (200, "other"));
}

#[test]
fn a_player_gets_the_part_it_asks_for() {
    let (address, _publisher) = start_with_site();
    let part = |range: &str| ask(address, "GET /film.mp4", &["Host: localhost", &format!("Range: {range}")]);
    assert_eq!(get(address, "/film.mp4").headers["accept-ranges"], "bytes");
    for (range, told, body) in
        [("bytes=2-4", "bytes 2-4/10", "234"), ("bytes=7-", "bytes 7-9/10", "789"), ("bytes=-1", "bytes 9-9/10", "9")]
    {
        let reply = part(range);
        assert_eq!((reply.status, reply.headers["content-range"].as_str(), reply.body.as_str()), (206, told, body));
        assert_eq!(reply.headers["content-length"], body.len().to_string());
        assert_eq!(reply.headers["content-type"], "video/mp4");
    }
    let beyond = part("bytes=10-");
    assert_eq!((beyond.status, beyond.headers["content-range"].as_str()), (416, "bytes */10"));
    assert_eq!(part("bytes=0-1,3-4").status, 200);
    let head = ask(address, "HEAD /film.mp4", &["Host: localhost", "Range: bytes=2-4"]);
    assert_eq!((head.status, head.headers["content-length"].as_str()), (200, "10"), "a range is for GET alone");
    let tag = get(address, "/film.mp4").headers["etag"].clone();
    let conditional = |etag: &str, range: &str| {
        ask(address, "GET /film.mp4", &["Host: localhost", &format!("Range: {range}"), &format!("If-Range: {etag}")])
    };
    assert_eq!(conditional(&tag, "bytes=2-4").body, "234");
    assert_eq!(conditional("\"other\"", "bytes=2-4").body, "0123456789");
    let known =
        ask(address, "GET /film.mp4", &["Host: localhost", "Range: bytes=2-4", &format!("If-None-Match: {tag}")]);
    assert_eq!(known.status, 304, "what is known is not sent in parts either");
}

/// Waits until the peer has closed a connection, and gives what was read until then.
fn read_until_closed(mut stream: &TcpStream) -> usize {
    let (mut read, mut buffer) = (0, [0; 65536]);
    loop {
        match stream.read(&mut buffer) {
            Ok(0) => return read,
            Ok(count) => read += count,
            Err(error) if error.kind() == std::io::ErrorKind::ConnectionReset => return read,
            Err(error) => panic!("it is still open: {error}"),
        }
    }
}

#[test]
fn peers_that_send_nothing_are_left() {
    let (address, publisher) = start(Limits { head: Duration::from_millis(300), ..Limits::default() });
    publisher.publish("/", small_site(), Vec::new());
    let slow: Vec<_> = (0..60)
        .map(|n| {
            let mut stream = connect(address);
            // Some say nothing, some begin, some have asked once.
            let said = ["", "GET / HTTP/1.1\r\nHost: loc", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"][n % 3];
            stream.write_all(said.as_bytes()).expect("sent");
            stream
        })
        .collect();
    for stream in &slow {
        read_until_closed(stream);
    }
    assert_eq!(get(address, "/").status, 200);
}

#[test]
fn peers_that_say_nothing_keep_nobody_out() {
    let limits = Limits { connections: 4, head: DEADLINE * 10, ..Limits::default() };
    let (address, publisher) = start(limits);
    publisher.publish("/", small_site(), Vec::new());
    let silent: Vec<_> = (0..40).map(|_| connect(address)).collect();
    assert_eq!(get(address, "/").status, 200);
    // The oldest made room, and no more than are allowed are open.
    for stream in &silent[..30] {
        read_until_closed(stream);
    }
}

#[test]
fn peers_that_read_nothing_are_left() {
    let (address, publisher) = start(Limits { stall: Duration::from_millis(300), ..Limits::default() });
    let size = 64 << 20;
    publisher.publish("/", Arc::new(BTreeMap::from([("big.bin".to_owned(), Bytes::from(vec![0; size]))])), Vec::new());
    let mut stalled = connect(address);
    stalled.write_all(b"GET /big.bin HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("sent");
    let begun = Instant::now();
    // Once it is left, the rest never comes. Until then, another peer may be answered at any time.
    while begun.elapsed() < Duration::from_secs(3) {
        assert_eq!(get(address, "/none").status, 404);
    }
    assert!(read_until_closed(&stalled) < size);
}

/// A site one file of which takes its time.
struct Slow(Mutex<Receiver<()>>);

impl SiteFiles for Slow {
    fn file(&self, path: &str) -> Option<Bytes> {
        if path == "search.json" {
            self.0.lock().expect("alone").recv().expect("a word");
        }
        Some(Bytes::from(path.to_owned()))
    }
}

#[test]
fn a_file_that_is_made_when_asked_for_keeps_no_other_waiting() {
    let (address, publisher) = start(Limits::default());
    let (go, wait) = channel();
    publisher.publish("/", Arc::new(Slow(Mutex::new(wait))), Vec::new());
    let slow = std::thread::spawn(move || get(address, "/search.json"));
    for _ in 0..20 {
        assert_eq!(get(address, "/quick.txt").body, "quick.txt");
    }
    go.send(()).expect("it waits");
    assert_eq!(slow.join().expect("an answer").body, "search.json");
}

/// The messages of the event stream of a page.
fn listen(address: SocketAddr, page: &str) -> impl Iterator<Item = serde_json::Value> {
    let mut stream = connect(address);
    write!(stream, "GET /.muwazana/events?page={page} HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("sent");
    let lines = BufReader::new(stream).lines().map_while(Result::ok);
    lines.filter_map(|line| serde_json::from_str(line.strip_prefix("data: ")?).ok())
}

/// A site of two pages with these words, one of which shows a picture, made by these templates.
struct TwoPages(&'static str, &'static str, &'static str, &'static str);

impl SiteFiles for TwoPages {
    fn file(&self, path: &str) -> Option<Bytes> {
        let Self(home, other, picture, _) = self;
        match path {
            "index.html" => Some(format!("<p>{home}<img src=/a.svg>").into()),
            "other/index.html" => Some(Bytes::from_static(other.as_bytes())),
            "a.svg" => Some(Bytes::from_static(picture.as_bytes())),
            _ => None,
        }
    }

    fn templates(&self) -> String {
        self.3.to_owned()
    }
}

/// Faults in a file, at its second line.
fn faults(file: &str, messages: &[&str]) -> Vec<ShownFault> {
    let mut sources = Sources::default();
    let source = sources.add(Source::new(file, "one\ntwo\n"));
    let fault = |message: &&str| Diagnostic::error(Code::BrokenLink, *message).at(source.span(4..7));
    ShownFault::all(&sources, &messages.iter().map(fault).collect::<Vec<_>>())
}

#[test]
fn open_pages_are_told_what_is_wrong() {
    let (address, publisher) = start(Limits::default());
    let mut told = listen(address, "/");
    let mut next = || told.next().expect("a message");
    let messages = |told: &serde_json::Value| told["faults"]["elsewhere"].as_array().map(Vec::len);
    let wrong = || faults("content/en.md", &["<b>wrong</b>", "and more"]);
    let first = next();
    assert!(first["state"].is_null() && messages(&first) == Some(0), "{first}");
    assert!(get(address, "/").body.contains("The site has errors"));
    publisher.publish("/", small_site(), wrong());
    let second = next();
    assert!(second["state"].is_string() && messages(&second) == Some(2), "{second}");
    assert_eq!(second["faults"]["elsewhere"][0]["message"], "<b>wrong</b>");
    publisher.publish("/", small_site(), Vec::new());
    let third = next();
    assert!(third["state"] == second["state"] && messages(&third) == Some(0), "{third}");
    publisher.publish("/", small_site(), wrong());
    assert_eq!(next(), second);
    assert!(get(address, "/").body.contains("<title>Home</title>"), "the last good site stays");
}

#[test]
fn only_a_fault_is_opened_in_the_editor_and_only_for_a_page_of_this_server() {
    let folder = support::site([("content/a b.md", "one\ntwo\n"), ("secret.txt", "x")]);
    let told = folder.path().join("told");
    let server = Server::bind(0).expect("a port");
    let (address, publisher) = (server.address(), server.publisher());
    let editor = Editor::parse(&format!("sh -c 'echo \"$0\" \"$1\" >> {}' {{file}} {{line}}", told.display()));
    server.set_editor(folder.path(), editor.expect("an editor")).expect("a root");
    std::thread::spawn(|| server.run());
    publisher.publish("/", small_site(), faults("content/a b.md", &["wrong"]));
    let message = listen(address, "/").next().expect("a message");
    assert_eq!(message["editor"], true);
    let id = message["faults"]["elsewhere"][0]["id"].as_str().expect("an id").to_owned();
    let post = |query: &str, origin: &str| {
        let mut headers = vec!["Host: localhost:7", "Content-Length: 0"];
        headers.extend((!origin.is_empty()).then_some(origin));
        ask(address, &format!("POST /.muwazana/open{query}"), &headers).status
    };
    let own = "Origin: http://localhost:7";
    let query = format!("?fault={id}");
    for (query, origin, expected) in [
        (query.as_str(), "", 403),
        (&query, "Origin: http://evil.example", 403),
        (&query, "Origin: null", 403),
        ("", own, 404),
        ("?fault=secret.txt", own, 404),
        ("?fault=../secret.txt", own, 404),
    ] {
        assert_eq!(post(query, origin), expected, "{query} {origin}");
    }
    assert!(!told.exists(), "nothing was opened");
    assert_eq!(post(&query, own), 204);
    let file = folder.path().canonicalize().expect("a root").join("content/a b.md");
    assert_eq!(fs::read_to_string(&told).expect("told"), format!("{} 2\n", file.display()));
    let refused = ask(address, &format!("GET /.muwazana/open{query}"), &["Host: localhost"]);
    assert_eq!((refused.status, refused.headers["allow"].as_str()), (405, "POST"));
    publisher.publish("/", small_site(), Vec::new());
    assert_eq!(post(&query, own), 404, "it is mended");
    publisher.publish("/", small_site(), faults("content/gone.md", &["wrong"]));
    let gone = listen(address, "/").next().expect("a message");
    let id = gone["faults"]["elsewhere"][0]["id"].as_str().expect("an id").to_owned();
    assert_eq!(post(&format!("?fault={id}"), own), 502, "it says why");
}

#[test]
fn an_open_page_is_told_of_its_own_changes_and_of_no_others() {
    let (address, publisher) = start(Limits::default());
    let publish = |pages| publisher.publish("/", Arc::new(pages), Vec::new());
    publish(TwoPages("one", "two", "<svg/>", "a"));
    let mut streams = [listen(address, "/"), listen(address, "/other/"), listen(address, "/none/")];
    let mut next = |of: usize| streams[of].next().expect("a message");
    let first = [next(0), next(1), next(2)];
    publish(TwoPages("one", "two more", "<svg/>", "a"));
    let other = next(1);
    assert_ne!(other["state"], first[1]["state"]);
    // Had the others been told of that, it would come before this.
    publish(TwoPages("one", "two more", "<svg></svg>", "a"));
    let home = next(0);
    let parts = |message: &serde_json::Value| -> Vec<String> {
        message["state"].as_str().expect("a state").split('-').map(str::to_owned).collect()
    };
    assert_eq!(parts(&home)[0], parts(&first[0])[0], "the page itself is the same");
    assert_ne!(parts(&home)[1], parts(&first[0])[1], "what it shows is not");
    publish(TwoPages("one", "two more", "<svg></svg>", "b"));
    for (of, before) in [(0, &home), (1, &other), (2, &first[2])] {
        let message = next(of);
        assert_eq!((&message["templates"], &message["state"]), (&"b".into(), &before["state"]));
    }
}

#[test]
fn a_page_knows_what_it_was_sent_as() {
    let (address, publisher) = start_with_site();
    for path in ["/", "/ar/", "/none"] {
        let page = get(address, path);
        let told = listen(address, path).next().expect("a message");
        let attributes = format!("data-templates=\"\" data-state=\"{}\"", told["state"].as_str().expect("a state"));
        assert!(page.body.contains(&attributes), "{}", page.body);
        publisher.publish("/", small_site(), Vec::new());
        assert_eq!(get(address, path).headers.get("etag"), page.headers.get("etag"), "{path}: it is still the same");
        // What a page meets on the same port after a restart.
        let (other, _publisher) = start_with_site();
        assert_eq!(listen(other, path).next(), Some(told), "{path}");
    }
    let script = get(address, "/.muwazana/reload.js");
    assert_eq!(script.headers["content-type"], "text/javascript; charset=utf-8");
    assert!(!script.body.contains("innerHTML"), "errors are text");
}

/// Everything that a watch tells, from now on.
fn watch(root: &Path, method: WatchMethod) -> Receiver<Change> {
    let watch = Watch::begin(root, method, |reason| panic!("it cannot hear: {reason}")).expect("a root");
    let (send, changes) = channel();
    std::thread::spawn(move || watch.run(|change| drop(send.send(change))));
    changes
}

/// A site to be changed.
fn site() -> tempfile::TempDir {
    support::site([
        ("site/site.toml", support::SITE),
        ("site/content/about/en.md", "text"),
        ("site/content/about/ar.md", "نص"),
        ("site/static/a/x.txt", "x"),
        ("site/templates/home.html", "x"),
    ])
}

/// Insists that a change of a file is heard, however often it has to be made: what was deaf stays deaf.
fn hears(changes: &Receiver<Change>, root: &Path, path: &str) {
    let begun = Instant::now();
    let mut edits = 0;
    while begun.elapsed() < DEADLINE {
        edits += 1;
        fs::write(root.join(path), format!("edit {edits}")).expect("written");
        while let Ok(change) = changes.recv_timeout(Duration::from_secs(1)) {
            if matches!(change, Change::Paths(paths) if paths.contains(path)) {
                return;
            }
        }
    }
    panic!("{path} is not heard any more");
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in support::files(from) {
        let path = to.join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
}

/// Insists that an action on the folders of a site is told as a change of everything, and that files are heard after it.
fn survives(what: &str, path: &str, action: impl Fn(&Path)) {
    let folder = site();
    let root = folder.path().join("site");
    let changes = watch(&root, WatchMethod::Auto);
    action(&root);
    let begun = Instant::now();
    let mut told = false;
    while !told && begun.elapsed() < DEADLINE {
        told = changes.recv_timeout(DEADLINE).is_ok_and(|change| change == Change::Everything);
    }
    assert!(told, "{what}: nothing was told");
    hears(&changes, &root, path);
}

#[test]
fn folders_that_go_and_come_back_are_heard() {
    for (name, path) in
        [("content", "content/about/en.md"), ("static", "static/a/x.txt"), ("templates", "templates/home.html")]
    {
        survives(&format!("{name} removed and copied"), path, |root| {
            copy(&root.join(name), &root.join("copy"));
            fs::remove_dir_all(root.join(name)).expect("removed");
            copy(&root.join("copy"), &root.join(name));
        });
        survives(&format!("{name} moved away and back"), path, |root| {
            fs::rename(root.join(name), root.join("away")).expect("moved");
            fs::rename(root.join("away"), root.join(name)).expect("moved");
        });
        survives(&format!("{name} moved away and back later"), path, |root| {
            fs::rename(root.join(name), root.join("away")).expect("moved");
            std::thread::sleep(Duration::from_secs(1));
            fs::rename(root.join("away"), root.join(name)).expect("moved");
        });
        survives(&format!("{name} swapped"), path, |root| {
            copy(&root.join(name), &root.join("copy"));
            fs::rename(root.join(name), root.join("away")).expect("moved");
            fs::rename(root.join("copy"), root.join(name)).expect("moved");
        });
    }
}

#[test]
fn a_root_that_goes_and_comes_back_is_heard() {
    let path = "content/about/en.md";
    for pause in [0, 1000] {
        survives("the root moved away and back", path, |root| {
            let away = root.with_file_name("away");
            fs::rename(root, &away).expect("moved");
            std::thread::sleep(Duration::from_millis(pause));
            fs::rename(&away, root).expect("moved");
        });
        survives("the root swapped", path, |root| {
            let copied = root.with_file_name("copy");
            copy(root, &copied);
            fs::remove_dir_all(root).expect("removed");
            std::thread::sleep(Duration::from_millis(pause));
            fs::rename(&copied, root).expect("moved");
        });
    }
}

#[test]
fn settings_that_go_and_come_back_are_heard() {
    let folder = site();
    let root = folder.path().join("site");
    let changes = watch(&root, WatchMethod::Auto);
    let settings = root.join("site.toml");
    for _ in 0..3 {
        fs::rename(&settings, root.join("away.toml")).expect("moved");
        fs::rename(root.join("away.toml"), &settings).expect("moved");
        hears(&changes, &root, "site.toml");
        fs::remove_file(&settings).expect("removed");
        hears(&changes, &root, "site.toml");
    }
}

/// The commands of Git that a test needs.
fn git(root: &Path, arguments: &[&str]) {
    let identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
    let done = std::process::Command::new("git").arg("-C").arg(root).args(identity).args(arguments).output();
    let done = done.expect("git runs");
    assert!(done.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// Waits until all of some changes were told, whatever else is told.
fn expect_all(changes: &Receiver<Change>, paths: &[&str], commit: bool) {
    let mut missing: BTreeSet<_> = paths.iter().map(|path| (*path).to_owned()).collect();
    let mut has_commit = !commit;
    while !missing.is_empty() || !has_commit {
        match changes.recv_timeout(DEADLINE) {
            Ok(Change::Paths(paths)) => missing.retain(|path| !paths.contains(path)),
            Ok(Change::Commit) => has_commit = true,
            Ok(Change::Everything) => return,
            Err(_) => panic!("not told: {missing:?}, commit {has_commit}"),
        }
    }
}

#[test]
fn commits_and_branches_are_heard() {
    let folder = site();
    let root = folder.path().join("site");
    git(folder.path(), &["init", "--quiet", "--initial-branch=main"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "--quiet", "-m", "one"]);
    git(folder.path(), &["branch", "other"]);
    fs::write(root.join("content/about/en.md"), "second").expect("written");
    fs::create_dir_all(root.join("content/new")).expect("a folder");
    fs::write(root.join("content/new/en.md"), "new").expect("written");
    git(folder.path(), &["add", "."]);
    let changes = watch(&root, WatchMethod::Auto);
    git(folder.path(), &["commit", "--quiet", "-m", "two"]);
    assert_eq!(changes.recv_timeout(DEADLINE), Ok(Change::Commit), "no file has changed");
    git(folder.path(), &["checkout", "--quiet", "other"]);
    expect_all(&changes, &["content/about/en.md", "content/new"], true);
    git(folder.path(), &["checkout", "--quiet", "main"]);
    expect_all(&changes, &["content/about/en.md", "content/new"], true);
    hears(&changes, &root, "content/new/en.md");
    let tree = folder.path().join("tree");
    git(folder.path(), &["worktree", "add", "--quiet", tree.to_str().expect("UTF-8"), "other"]);
    let changes = watch(&tree.join("site"), WatchMethod::Auto);
    git(&tree, &["commit", "--quiet", "--allow-empty", "-m", "three"]);
    assert_eq!(changes.recv_timeout(DEADLINE), Ok(Change::Commit), "in another work tree");
}

#[test]
fn a_burst_is_told_whole_and_in_few_parts() {
    let folder = site();
    let root = folder.path().join("site");
    let changes = watch(&root, WatchMethod::Auto);
    let mut missing = BTreeSet::new();
    for n in 0..300 {
        let path = format!("content/about/{n}.md");
        fs::write(root.join(&path), "text").expect("written");
        missing.insert(path);
    }
    let mut parts = 0;
    while !missing.is_empty() {
        match changes.recv_timeout(DEADLINE) {
            Ok(Change::Paths(paths)) => missing.retain(|path| !paths.contains(path)),
            other => panic!("{other:?}, not told: {missing:?}"),
        }
        parts += 1;
    }
    assert!(parts < 150, "{parts} parts");
}

#[test]
fn what_is_no_part_of_the_site_is_not_told() {
    let folder = site();
    let root = folder.path().join("site");
    let changes = watch(&root, WatchMethod::Auto);
    for path in ["public/index.html", "notes.md", "content/.draft.swp", "content/.hidden/x.md"] {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, "x").expect("written");
    }
    support::files(&root); // Reading is no change.
    fs::write(root.join("content/about/en.md"), "after").expect("written");
    assert_eq!(changes.recv_timeout(DEADLINE), Ok(Change::Paths(["content/about/en.md".to_owned()].into())));
}

#[test]
fn files_that_are_only_looked_at_are_heard_later() {
    let folder = site();
    let root = folder.path().join("site");
    let changes = watch(&root, WatchMethod::Poll);
    hears(&changes, &root, "content/about/en.md");
    fs::rename(root.join("content"), root.join("away")).expect("moved");
    assert_eq!(changes.recv_timeout(DEADLINE), Ok(Change::Everything));
    fs::rename(root.join("away"), root.join("content")).expect("moved");
    assert_eq!(changes.recv_timeout(DEADLINE), Ok(Change::Everything));
    hears(&changes, &root, "content/about/ar.md");
}

/// One random act on the tree below a folder.
fn act(content: &Path, random: &mut impl FnMut(usize) -> usize) {
    let folder = |random: &mut dyn FnMut(usize) -> usize| {
        let names = ["a", "b", "c", "ج"];
        (0..=random(3)).fold(content.to_owned(), |path, _| path.join(names[random(4)]))
    };
    let (one, other) = (folder(random), folder(random));
    // Many acts find nothing to do.
    let _ = match random(6) {
        0 | 1 => fs::create_dir_all(&one).and_then(|()| fs::write(one.join("en.md"), random(1000).to_string())),
        2 => fs::rename(&one, &other),
        3 => fs::remove_dir_all(&one),
        4 => fs::remove_file(one.join("en.md")),
        _ => fs::rename(one.join("en.md"), one.join("ar.md")),
    };
}

#[test]
fn who_reads_again_what_is_told_knows_the_whole_tree() {
    let folder = site();
    let root = folder.path().join("site");
    let changes = watch(&root, WatchMethod::Auto);
    let mut known = support::files(&root.join("content"));
    let mut state = 7_u64;
    let mut random = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits") % below
    };
    let apply = |known: &mut BTreeMap<String, Vec<u8>>, change: Change| {
        let Change::Paths(paths) = change else {
            *known = support::files(&root.join("content"));
            return;
        };
        for path in paths.iter().filter_map(|path| path.strip_prefix("content/")) {
            known.retain(|file, _| file != path && !file.starts_with(&format!("{path}/")));
            let full = root.join("content").join(path);
            if full.is_file() {
                // Gone again? Then that is told, too.
                let bytes = fs::read(&full).ok();
                bytes.map(|bytes| known.insert(path.to_owned(), bytes));
            }
            for entry in walk(&full) {
                let below = entry.strip_prefix(root.join("content")).expect("below").to_string_lossy().into_owned();
                let bytes = fs::read(&entry).ok();
                bytes.map(|bytes| known.insert(below, bytes));
            }
        }
    };
    for round in 0..20 {
        for _ in 0..50 {
            act(&root.join("content"), &mut random);
            changes.try_iter().for_each(|change| apply(&mut known, change));
        }
        let begun = Instant::now();
        while known != support::files(&root.join("content")) {
            assert!(begun.elapsed() < DEADLINE, "round {round}: something was not told");
            let change = changes.recv_timeout(Duration::from_millis(100));
            change.into_iter().for_each(|change| apply(&mut known, change));
        }
    }
}

/// All files below a folder that may vanish meanwhile.
fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}
