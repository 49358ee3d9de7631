//! `serve` and `lsp` for hours, made short: hundreds of random edits over the disk, HTTP and the protocol of editors. What is
//! served and said is again and again compared with a build from nothing, and neither program may keep memory, files or
//! threads. `MUWAZANA_LONG=1 cargo test --test soak -- --nocapture` makes 2,000 edits and prints what was measured.
#![cfg(target_os = "linux")]

#[path = "support/corpus.rs"]
mod corpus;
#[path = "support/editor.rs"]
mod editor;
#[path = "support/random_edits.rs"]
mod random_edits;
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use corpus::{SMALL, corpus, put, read};
use editor::{DEADLINE, Editor, position};
use muwazana::build::{Build, Options, build};
use muwazana::config::BaseUrl;
use random_edits::edit_at_random;
use serde_json::{Value, json};
use support::{Random, without_pictures};

/// How many edits are between two comparisons.
const BETWEEN: usize = 20;

fn edits() -> usize {
    if std::env::var_os("MUWAZANA_LONG").is_some() { 2000 } else { 80 }
}

/// `serve` as a process of its own.
struct Served {
    child: Child,
    /// `127.0.0.1:PORT`
    host: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Served {
    fn start(root: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_muwazana"))
            .args(["serve", "--port", "0", "--root"])
            .arg(root)
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        let mut lines = BufReader::new(child.stderr.take().expect("its words")).lines().map_while(Result::ok);
        let address = lines.find_map(|line| Some(line.strip_prefix("serving on http://")?.to_owned()));
        let host = address.expect("an address").split('/').next().expect("a host").to_owned();
        // Who is not listened to any more may come to stand still.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, host }
    }

    fn request(&self, path: &str, connection: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.host).expect("it listens");
        stream.set_read_timeout(Some(DEADLINE)).expect("a timeout");
        let host = &self.host;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: {connection}\r\n\r\n").expect("sent");
        stream
    }

    /// Status and body of an answer.
    fn get(&self, path: &str) -> (u16, Vec<u8>) {
        let mut answer = Vec::new();
        self.request(path, "close").read_to_end(&mut answer).expect("an answer");
        let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").expect("a head");
        let status = std::str::from_utf8(&answer[9..12]).expect("a status").parse().expect("a number");
        (status, answer.split_off(end + 4))
    }

    /// What a page that listens is told first.
    fn told(&self, page: &str) -> Value {
        let lines = BufReader::new(self.request(&format!("/.muwazana/events?page={page}"), "keep-alive")).lines();
        let mut messages =
            lines.map_while(Result::ok).filter_map(|line| serde_json::from_str(line.strip_prefix("data: ")?).ok());
        messages.next().expect("a message")
    }

    /// The first file that is not served as a build from nothing makes it.
    fn differs(&self, fresh: &Build, known: &BTreeSet<String>) -> Option<String> {
        if fresh.faults().0 > 0 {
            let told = self.told("/ar/");
            let is_told = ["own", "elsewhere"].iter().any(|of| {
                told["faults"][of].as_array().is_some_and(|faults| faults.iter().any(|one| one["severity"] == "error"))
            });
            return (!is_told).then(|| "the errors".to_owned());
        }
        let paths: BTreeSet<&str> = fresh.outputs.iter().map(|output| output.path.as_str()).collect();
        if let Some(gone) =
            known.iter().find(|path| !paths.contains(path.as_str()) && self.get(&format!("/{path}")).0 != 404)
        {
            return Some(format!("{gone}, which is no more"));
        }
        fresh.outputs.iter().find(|output| !self.serves(&output.path, &output.bytes)).map(|output| output.path.clone())
    }

    fn serves(&self, path: &str, bytes: &[u8]) -> bool {
        let (status, body) = self.get(&format!("/{path}"));
        let rest = body.strip_prefix(bytes);
        let is_whole =
            |rest: &[u8]| rest.is_empty() || path.ends_with(".html") && rest.starts_with(b"<script src=\"/.muwazana/");
        status == 200 && rest.is_some_and(is_whole)
    }
}

/// What a process holds.
#[derive(Clone, Copy, Debug)]
struct Held {
    /// In kB.
    memory: usize,
    files: usize,
    threads: usize,
}

impl Held {
    fn by(child: &Child) -> Self {
        let folder = PathBuf::from(format!("/proc/{}", child.id()));
        let status = std::fs::read_to_string(folder.join("status")).expect("its status");
        let number = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).expect(name);
            line.split_whitespace().next().expect("a number").parse().expect("a number")
        };
        let files = std::fs::read_dir(folder.join("fd")).expect("its files").count();
        Self { memory: number("VmRSS:"), files, threads: number("Threads:") }
    }
}

/// Types into a text as somebody does who is not done, asks on the way, and saves or drops it.
fn type_at_random(editor: &mut Editor, root: &Path, random: &mut Random) -> String {
    let path = format!("content/dimensions/point-{:05}/{}.md", random.below(8), ["ar", "en"][random.below(2)]);
    if !root.join(&path).is_file() {
        return format!("no {path}");
    }
    let mut text = editor.open_file(&path);
    let pieces = ["م", "😀 ", "[[point-00001]] ", "[[", "[^", "\n", "\n\n## New {#n}\n\n", "**", "1,000 ", "<b>"];
    for _ in 0..=random.below(6) {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let at = places[places.len() / 2 + random.below(places.len() / 2)];
        let piece = pieces[random.below(pieces.len())];
        let here = position(&text, at);
        editor.change(&path, json!([{ "range": { "start": here, "end": here }, "text": piece }]));
        text.insert_str(at, piece);
        let method = ["textDocument/hover", "textDocument/completion", "textDocument/definition"][random.below(3)];
        let place = editor.at(&path, &text, at);
        editor.ask(method, place).expect("an answer");
    }
    let is_saved = random.below(2) == 0;
    if is_saved {
        // What was typed may be wrong; the next edit at random mends what says that it is.
        put(root, &path, &(text + "\n<!-- broken -->\n"));
        editor.tell("textDocument/didSave", json!({ "textDocument": { "uri": editor.uri(&path) } }));
    }
    editor.tell("textDocument/didClose", json!({ "textDocument": { "uri": editor.uri(&path) } }));
    format!("typed into {path}, {}", if is_saved { "saved" } else { "dropped" })
}

/// What is wrong in each file: the codes, with their lines, counted from 0.
fn expected_faults(fresh: &Build) -> BTreeMap<String, BTreeSet<(u64, String)>> {
    let mut faults: BTreeMap<String, BTreeSet<(u64, String)>> = BTreeMap::new();
    for fault in &fresh.diagnostics {
        let source = fault.span.map(|span| fresh.sources.get(span.file)).filter(|source| !source.path.starts_with('('));
        // What has no file of the site's own is said of the settings.
        let place =
            source.zip(fault.span).map(|(source, span)| (&source.path, source.line_column(span.start).line - 1));
        let (path, line) = place.map_or(("site.toml", 0), |(path, line)| (path.as_str(), line));
        faults.entry(path.to_owned()).or_default().insert((line as u64, fault.code.as_str().to_owned()));
    }
    faults
}

fn told_faults(faults: &BTreeMap<String, Vec<Value>>) -> BTreeMap<String, BTreeSet<(u64, String)>> {
    let one = |fault: &Value| {
        let line = fault["range"]["start"]["line"].as_u64().expect("a line");
        (line, fault["code"].as_str().expect("a code").to_owned())
    };
    let told = faults.iter().map(|(path, faults)| (path.clone(), faults.iter().map(one).collect::<BTreeSet<_>>()));
    told.filter(|(_, faults)| !faults.is_empty()).collect()
}

/// The site, and the two programs that follow it.
struct Soak {
    site: tempfile::TempDir,
    served: Served,
    editor: Editor,
    /// All paths that ever were.
    known: BTreeSet<String>,
    options: Options,
    compared: usize,
}

impl Soak {
    fn begin() -> Self {
        let site = corpus(SMALL);
        without_pictures(site.path());
        let served = Served::start(site.path());
        let base_url = BaseUrl::parse(&format!("http://{}/", served.host)).expect("an address");
        let options = Options { base_url: Some(base_url), drafts: true, ..support::options(None) };
        let editor = Editor::open(site.path());
        Self { site, served, editor, known: BTreeSet::new(), options, compared: 0 }
    }

    /// Waits until both say what a build from nothing says.
    fn compare(&mut self, after: &str) {
        let root = self.site.path();
        let fresh = build(root, &self.options);
        let begun = Instant::now();
        while let Some(differs) = self.served.differs(&fresh, &self.known) {
            assert!(begun.elapsed() < DEADLINE, "after {after}: {differs} is stale");
            std::thread::sleep(Duration::from_millis(20));
        }
        let base_url = None;
        let expected = expected_faults(&build(root, &Options { base_url, ..self.options.clone() }));
        self.editor.wait(&format!("after {after}: {expected:#?}"), |faults| told_faults(faults) == expected);
        self.known.extend(fresh.outputs.iter().map(|output| output.path.clone()));
        self.compared += 1;
    }

    /// Puts the site back as it was, and says what both hold then.
    fn restore(&mut self, original: &BTreeMap<String, Vec<u8>>) -> [Held; 2] {
        let root = self.site.path();
        for (path, bytes) in support::files(root) {
            if original.get(&path) != Some(&bytes) && !path.starts_with(".muwazana/") {
                std::fs::remove_file(root.join(path)).expect("removed");
            }
        }
        for (path, bytes) in original {
            if !root.join(path).is_file() {
                put(root, path, std::str::from_utf8(bytes).expect("a text"));
            }
        }
        self.compare("it was put back");
        [Held::by(&self.served.child), Held::by(&self.editor.child)]
    }
}

#[test]
fn after_any_number_of_edits_all_is_as_at_first_and_nothing_is_kept() {
    let mut soak = Soak::begin();
    let mut original = support::files(soak.site.path());
    original.retain(|path, _| !path.starts_with(".muwazana/"));
    soak.compare("nothing");
    let (mut random, mut done, mut held) = (Random(18), Vec::new(), Vec::new());
    // Pages that are open all the while, as in a browser.
    for page in ["/ar/", "/en/", "/en/dimensions/point-00001/"] {
        let mut stream = soak.served.request(&format!("/.muwazana/events?page={page}"), "keep-alive");
        std::thread::spawn(move || std::io::copy(&mut stream, &mut std::io::sink()));
    }
    let count = edits();
    for edit in 1..=count {
        let root = soak.site.path().to_owned();
        done.push(match random.below(3) {
            0 => type_at_random(&mut soak.editor, &root, &mut random),
            _ => edit_at_random(&root, &mut random).1,
        });
        // Somebody looks at what may just be changing.
        soak.served.get(["/ar/", "/en/dimensions/", "/en/matrix/", "/none/"][random.below(4)]);
        if edit % BETWEEN == 0 {
            soak.compare(&format!("edit {edit}, of {:?}", &done[done.len() - BETWEEN..]));
        }
        if edit % (count / 4) == 0 {
            held.push(soak.restore(&original));
        }
    }
    let (first, last) = (held[0], held[held.len() - 1]);
    println!("{count} edits, compared {} times; after each quarter serve and lsp hold {held:#?}", soak.compared);
    for (name, first, last) in [("serve", first[0], last[0]), ("lsp", first[1], last[1])] {
        assert!(last.files <= first.files + 2, "{name} keeps files: {first:?} {last:?}");
        assert!(last.threads <= first.threads.max(40), "{name} keeps threads: {first:?} {last:?}");
        assert!(last.memory <= first.memory + first.memory / 4 + 16_384, "{name} keeps memory: {first:?} {last:?}");
    }
    assert!(read(soak.site.path(), "site.toml").contains("base_url"), "the site is there");
}
