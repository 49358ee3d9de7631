//! `check --external` against servers of this machine that answer in every way that other sites do. Nothing here speaks to any
//! other machine.

mod support;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use assert_cmd::cargo::cargo_bin_cmd;

/// A request that came: its method, path and the headers that matter, and when.
#[derive(Clone, Debug)]
struct Request {
    method: String,
    path: String,
    headers: BTreeMap<String, String>,
    at: Instant,
}

/// A server of a few canned answers.
struct Site {
    address: String,
    requests: Arc<Mutex<Vec<Request>>>,
    /// What a page says, where a test changes it.
    words: Arc<Mutex<String>>,
}

impl Site {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let site = Self { address, requests: Arc::default(), words: Arc::new(Mutex::new("first".to_owned())) };
        let (requests, words, own) = (site.requests.clone(), site.words.clone(), site.address.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (requests, words, own) = (requests.clone(), words.clone(), own.clone());
                std::thread::spawn(move || serve(stream, &requests, &words, &own));
            }
        });
        site
    }

    fn requests_of(&self, path: &str) -> Vec<Request> {
        let requests = self.requests.lock().expect("requests");
        requests.iter().filter(|request| request.path == path).cloned().collect()
    }

    fn forget(&self) {
        self.requests.lock().expect("requests").clear();
    }
}

/// Answers one request and closes.
fn serve(mut stream: TcpStream, requests: &Mutex<Vec<Request>>, words: &Mutex<String>, own: &str) {
    // Who speaks TLS begins with this byte, and is answered as by a server that knows none.
    let mut first = [0];
    if stream.peek(&mut first).is_ok_and(|count| count == 1) && first[0] == 0x16 {
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n");
        std::thread::sleep(Duration::from_millis(300));
        return;
    }
    let mut lines = BufReader::new(stream.try_clone().expect("a stream")).lines().map_while(Result::ok);
    let Some(first) = lines.next() else { return };
    let mut parts = first.split(' ');
    let (method, path) = (parts.next().unwrap_or_default().to_owned(), parts.next().unwrap_or_default().to_owned());
    let headers = lines.take_while(|line| !line.is_empty());
    let headers =
        headers.filter_map(|line| Some(line.split_once(": ")?).map(|(a, b)| (a.to_lowercase(), b.to_owned())));
    let request =
        Request { method: method.clone(), path: path.clone(), headers: headers.collect(), at: Instant::now() };
    let sent_etag = request.headers.get("if-none-match").cloned();
    let earlier = {
        let mut requests = requests.lock().expect("requests");
        requests.push(request);
        requests.iter().filter(|request| request.path == path).count() - 1
    };
    let words = words.lock().expect("words").clone();
    let html = "content-type: text/html\r\n";
    let (head, body) = match path.as_str() {
        "/fine" => ("200 OK\r\n".to_owned(), "<p>fine</p>".to_owned()),
        "/moved" => (format!("301 Moved\r\nlocation: {own}/fine\r\n"), String::new()),
        "/chain" => ("308 Moved\r\nlocation: /moved\r\n".to_owned(), String::new()),
        "/sometimes" => ("302 Found\r\nlocation: /fine\r\n".to_owned(), String::new()),
        "/mixed" => ("301 Moved\r\nlocation: /sometimes\r\n".to_owned(), String::new()),
        "/front" => ("301 Moved\r\nlocation: /\r\n".to_owned(), String::new()),
        "/" => ("200 OK\r\n".to_owned(), "front".to_owned()),
        "/loop" => ("301 Moved\r\nlocation: /loop2\r\n".to_owned(), String::new()),
        "/loop2" => ("301 Moved\r\nlocation: /loop\r\n".to_owned(), String::new()),
        "/script" => ("301 Moved\r\nlocation: javascript:alert(1)\r\n".to_owned(), String::new()),
        "/gone" => ("410 Gone\r\n".to_owned(), String::new()),
        "/missing" => ("404 Not Found\r\n".to_owned(), String::new()),
        "/moved-and-gone" => ("301 Moved\r\nlocation: /missing\r\n".to_owned(), String::new()),
        "/shy" if method == "HEAD" => ("405 Not Allowed\r\n".to_owned(), String::new()),
        "/shy" => ("200 OK\r\n".to_owned(), "<p>shy</p>".to_owned()),
        "/closed-to-programs" => ("403 Forbidden\r\n".to_owned(), String::new()),
        "/busy" if earlier == 0 => ("429 Too Many\r\nretry-after: 1\r\n".to_owned(), String::new()),
        "/busy" => ("200 OK\r\n".to_owned(), "ok".to_owned()),
        "/long-busy" => ("429 Too Many\r\nretry-after: 3600\r\n".to_owned(), String::new()),
        "/broken" => ("500 Error\r\n".to_owned(), String::new()),
        "/hangs-up" => return,
        "/slow" => {
            std::thread::sleep(Duration::from_secs(4));
            return;
        }
        "/no-http" => {
            let _ = stream.write_all(b"SSH-2.0-Test\r\n");
            return;
        }
        "/huge" => {
            let _ =
                stream.write_all(format!("HTTP/1.1 200 OK\r\n{html}content-length: 100000000000\r\n\r\n").as_bytes());
            let block = [b'a'; 65_536];
            // Whoever reads all of it would never come back.
            while stream.write_all(&block).is_ok() {}
            return;
        }
        "/page" => (format!("200 OK\r\n{html}"), format!("<p class={earlier}>{words}</p><script>{earlier}</script>")),
        "/marked" if sent_etag.as_deref() == Some("\"1\"") => {
            ("304 Not Modified\r\netag: \"1\"\r\n".to_owned(), String::new())
        }
        "/marked" => (format!("200 OK\r\n{html}etag: \"1\"\r\n"), "marked".to_owned()),
        "/dated" => ("200 OK\r\nlast-modified: Sun, 15 Mar 2026 10:00:00 GMT\r\n".to_owned(), "dated".to_owned()),
        other => panic!("nobody asks for {other}"),
    };
    let length = if head.starts_with("304") { String::new() } else { format!("content-length: {}\r\n", body.len()) };
    let body = if method == "HEAD" { String::new() } else { body };
    let _ = stream.write_all(format!("HTTP/1.1 {head}{length}connection: close\r\n\r\n{body}").as_bytes());
}

fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    std::fs::write(path, text).expect("a file");
}

/// A site of one page with links, and sources that it cites.
fn site(links: &[String], sources: &[(&str, String, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let languages = "languages = [{ tag = \"en\", name = \"English\" }]\n";
    put(folder.path(), "site.toml", &format!("base_url = \"https://site.example/\"\nname = \"Site\"\n{languages}"));
    let links: String = links.iter().enumerate().map(|(n, link)| format!("See [link {n}]({link}).\n\n")).collect();
    let cites: String = sources.iter().map(|(key, ..)| format!("Said.[^{key}]\n\n")).collect();
    put(folder.path(), "content/en.md", &format!("+++\ntitle = \"Home\"\nsummary = \"Words.\"\n+++\n\n{links}{cites}"));
    let entry = |(key, url, accessed): &(&str, String, &str)| {
        format!("[{key}]\ntitle = \"T\"\npublisher = \"P\"\nurl = \"{url}\"\naccessed = \"{accessed}\"\n\n")
    };
    let entries: String = sources.iter().map(entry).collect();
    if !sources.is_empty() {
        put(folder.path(), "content/sources.toml", &entries);
    }
    folder
}

fn check(root: &Path, arguments: &[&str]) -> (i32, String) {
    let mut command = cargo_bin_cmd!("muwazana");
    for name in ["http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
        command.env_remove(name);
    }
    let command = command.arg("--root").arg(root).args(["check", "--external", "--all"]).args(arguments);
    let output = command.output().expect("it runs");
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// The lines that are about an address, each beginning with its kind.
fn said<'a>(text: &'a str, address: &str) -> Vec<&'a str> {
    let begins = format!("]: `{address}` ");
    let is_fault = |line: &&str| line.starts_with("error[") || line.starts_with("warning[");
    text.lines().filter(is_fault).filter(|line| line.contains(&begins)).collect()
}

const QUICK: &[&str] = &["--private", "--pause", "0", "--timeout", "2"];

#[test]
fn every_answer_is_told_for_what_it_is() {
    let server = Site::new();
    let paths = [
        "/fine",
        "/moved",
        "/chain",
        "/sometimes",
        "/mixed",
        "/front",
        "/loop",
        "/script",
        "/gone",
        "/missing",
        "/moved-and-gone",
        "/shy",
        "/closed-to-programs",
        "/busy",
        "/long-busy",
        "/broken",
        "/hangs-up",
        "/slow",
        "/no-http",
        "/huge",
    ];
    let url = |path: &str| format!("{}{path}", server.address);
    let closed = {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        format!("http://{}/closed", listener.local_addr().expect("an address"))
    };
    let tls = url("/fine").replace("http://", "https://");
    let mut links: Vec<String> = paths.iter().map(|path| url(path)).collect();
    links.extend([closed.clone(), tls.clone(), format!("{}#a", url("/gone")), "mailto:a@b.example".to_owned()]);
    let folder = site(&links, &[]);
    let (status, text) = check(folder.path(), QUICK);
    assert_eq!(status, 1, "{text}");
    for path in ["/fine", "/sometimes", "/shy", "/busy", "/huge"] {
        assert_eq!(said(&text, &url(path)), Vec::<&str>::new(), "{path}");
    }
    for (path, kind, words) in [
        ("/moved", "warning[address-moved]", "has moved for good to"),
        ("/chain", "warning[address-moved]", "/fine`"),
        ("/mixed", "warning[address-moved]", "/sometimes`"),
        ("/front", "warning[address-moved]", "front page"),
        ("/loop", "warning[address-unreachable]", "in a circle"),
        ("/script", "warning[address-unreachable]", "which is no web page"),
        ("/missing", "error[address-gone]", "answers 404"),
        ("/moved-and-gone", "error[address-gone]", "answers 404"),
        ("/closed-to-programs", "warning[address-unreachable]", "answers programs with 403"),
        ("/long-busy", "warning[address-unreachable]", "asked too often"),
        ("/broken", "warning[address-unreachable]", "answers 500"),
        ("/hangs-up", "warning[address-unreachable]", "cannot be reached"),
        ("/slow", "warning[address-unreachable]", "did not answer in time"),
        ("/no-http", "warning[address-unreachable]", "cannot be reached"),
    ] {
        let said = said(&text, &url(path));
        assert!(said.len() == 1 && said[0].starts_with(kind) && said[0].contains(words), "{path}: {said:?}\n{text}");
    }
    // An address is asked once, and told at each of its places.
    assert_eq!(said(&text, &url("/gone")).len(), 2, "{text}");
    assert_eq!(server.requests_of("/gone").len(), 2, "once by its head, and once whole");
    let closed = said(&text, &closed);
    assert!(closed.len() == 1 && closed[0].contains("nothing answers there"), "{closed:?}");
    let tls = said(&text, &tls);
    assert!(tls.len() == 1 && tls[0].contains("encryption"), "{tls:?}");
    assert!(text.contains(&format!("write `{}`", url("/fine"))), "{text}");
    // What need not be read is not.
    let methods =
        |path: &str| server.requests_of(path).iter().map(|request| request.method.clone()).collect::<Vec<_>>();
    assert_eq!(methods("/huge"), ["HEAD"]);
    assert_eq!(methods("/shy"), ["HEAD", "GET"]);
    let busy = server.requests_of("/busy");
    assert!(busy.len() == 2 && busy[1].at - busy[0].at >= Duration::from_millis(950), "{busy:?}");
    assert_eq!(methods("/broken").len(), 2);
    let agent = &busy[0].headers["user-agent"];
    assert!(agent.starts_with("muwazana/") && agent.contains("https://site.example/"), "{agent}");
    // What was answered of late is not asked again; what may be otherwise by now is.
    server.forget();
    let (status, again) = check(folder.path(), QUICK);
    assert_eq!((status, said(&again, &url("/moved-and-gone")).len()), (1, 1), "{again}");
    let asked = |path: &str| !server.requests_of(path).is_empty();
    assert!(!asked("/fine") && !asked("/gone") && !asked("/chain") && !asked("/closed-to-programs"));
    assert!(asked("/hangs-up") && asked("/long-busy") && asked("/broken"));
    server.forget();
    check(folder.path(), &[QUICK, &["--max-age", "0", "--only", "address-gone"]].concat());
    assert!(asked("/fine") && asked("/gone"));
}

#[test]
fn kinds_levels_formats_and_baselines_are_those_of_other_faults() {
    let server = Site::new();
    let links = [format!("{}/gone", server.address), format!("{}/moved", server.address)];
    let folder = site(&links, &[]);
    let root = folder.path();
    let (status, text) = check(root, &[QUICK, &["--only", "address-moved"]].concat());
    assert!(status == 0 && text.contains("address-moved") && !text.contains("address-gone"), "{text}");
    let settings = std::fs::read_to_string(root.join("site.toml")).expect("settings");
    put(root, "site.toml", &format!("{settings}[check]\naddress-gone = \"warning\"\naddress-moved = \"off\"\n"));
    let (status, text) = check(root, QUICK);
    assert!(status == 0 && text.contains("warning[address-gone]") && !text.contains("address-moved"), "{text}");
    let baseline = root.join("known").to_string_lossy().into_owned();
    assert_eq!(check(root, &[QUICK, &["--baseline-write", &baseline]].concat()).0, 0);
    let (status, text) = check(root, &[QUICK, &["--strict", "--baseline", &baseline]].concat());
    assert!(status == 0 && text.contains("1 known ones are left out"), "{text}");
    // Without the option nobody is asked.
    server.forget();
    std::fs::remove_dir_all(root.join(".muwazana")).expect("a cache");
    cargo_bin_cmd!("muwazana").arg("--root").arg(root).arg("check").assert().success();
    assert!(server.requests.lock().expect("requests").is_empty());
}

#[test]
fn a_source_that_has_changed_since_it_was_read_is_named_until_it_is_read_again() {
    let server = Site::new();
    let url = |path: &str| format!("{}{path}", server.address);
    let sources = |accessed: &'static str| {
        [("dated", url("/dated"), "2026-03-01"), ("marked", url("/marked"), accessed), ("page", url("/page"), accessed)]
    };
    let folder = site(&[], &sources("2026-03-01"));
    let root = folder.path();
    let everything = [QUICK, &["--max-age", "0"]].concat();
    let changed = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| line.contains("[source-changed]"));
        lines.filter_map(|line| line.split('`').nth(1)).map(str::to_owned).collect()
    };
    let (status, text) = check(root, &everything);
    assert_eq!((status, changed(&text)), (0, vec!["dated".to_owned()]), "{text}");
    assert!(text.contains("its server says that it changed on 2026-03-15"), "{text}");
    // Other scripts and attributes are no change; other words are.
    let (_, text) = check(root, &everything);
    assert_eq!(changed(&text), ["dated"], "{text}");
    let marked = server.requests_of("/marked");
    assert_eq!(
        marked.last().and_then(|request| request.headers.get("if-none-match")).map(String::as_str),
        Some("\"1\"")
    );
    *server.words.lock().expect("words") = "second".to_owned();
    let (_, text) = check(root, &everything);
    assert_eq!(changed(&text), ["dated", "page"], "{text}");
    let (_, text) = check(root, QUICK);
    assert_eq!(changed(&text), ["dated", "page"], "{text}");
    let bibliography = std::fs::read_to_string(root.join("content/sources.toml")).expect("sources");
    put(root, "content/sources.toml", &bibliography.replace("accessed = \"2026-03-01\"", "accessed = \"2026-03-20\""));
    let (_, text) = check(root, QUICK);
    assert_eq!(changed(&text), Vec::<String>::new(), "{text}");
}

#[test]
fn a_host_is_asked_one_thing_at_a_time_with_a_pause() {
    let server = Site::new();
    let links: Vec<String> =
        ["/fine", "/sometimes", "/shy"].iter().map(|path| format!("{}{path}", server.address)).collect();
    let folder = site(&links, &[]);
    check(folder.path(), &["--private", "--pause", "200"]);
    let requests = server.requests.lock().expect("requests").clone();
    assert_eq!(requests.len(), 5);
    // The first may take longer to arrive than the others.
    for pair in requests.windows(2) {
        assert!(pair[1].at - pair[0].at >= Duration::from_millis(100), "{pair:?}");
    }
    assert!(requests[4].at - requests[0].at >= Duration::from_millis(700), "{requests:?}");
}

#[test]
fn private_networks_are_not_asked_unless_that_is_wished() {
    let server = Site::new();
    let by_name = server.address.replace("127.0.0.1", "localhost");
    let folder = site(&[format!("{}/fine", server.address), format!("{by_name}/fine")], &[]);
    let (status, text) = check(folder.path(), &["--pause", "0"]);
    assert_eq!(text.matches("it is in a private network").count(), 2, "{text}");
    assert!(status == 0 && server.requests.lock().expect("requests").is_empty(), "{text}");
    let (_, text) = check(folder.path(), QUICK);
    assert!(!text.contains("address-unreachable") && !server.requests_of("/fine").is_empty(), "{text}");
}

/// Names under `.invalid` are nobody's: to look them up fails as everything does without a network.
#[test]
fn without_a_network_that_is_said_once() {
    let links: Vec<String> = (0..40).map(|n| format!("https://host{n}.invalid/")).collect();
    let folder = site(&links, &[]);
    let (status, text) = check(folder.path(), &["--timeout", "5"]);
    assert_eq!(text.matches("address-unreachable").count(), 1, "{text}");
    assert!(status == 0 && text.contains("no other site can be reached"), "{text}");
    assert!(!folder.path().join(".muwazana/external.json").exists(), "nothing was learnt");
    // With one that answers, the others are out of reach by themselves.
    let server = Site::new();
    let folder = site(&[format!("{}/fine", server.address), links[0].clone()], &[]);
    let (_, text) = check(folder.path(), QUICK);
    assert!(text.contains("`https://host0.invalid/` cannot be reached: the name of its host is not known"), "{text}");
}
