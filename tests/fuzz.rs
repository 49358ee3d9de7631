//! Inputs that nobody would write: texts of `tests/fuzz/NAME/`, changed at random, in the place of each kind of file and
//! request that the program reads. Whatever comes, it does not panic, it ends in good time, and the page that is made of it,
//! read as a browser reads it, holds only elements, attributes and addresses that may be there.
//!
//! `cargo test --test fuzz` tries every text of the folders and some changes of them. For more:
//! `FUZZ_SECONDS=600 cargo test --test fuzz markdown -- --nocapture`, with `FUZZ_SEED` for other changes. An input that is
//! answered wrongly is written to `target/fuzz/`; put it into the folder when it is mended.

#[path = "support/intruder.rs"]
mod intruder;
#[path = "fuzz/mutation.rs"]
mod mutation;
mod support;

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use cpu_time::ProcessTime;
use intruder::{Allowed, intruder};
use lsp_server::{Message, Request};
use lsp_types::InitializeParams;
use mutation::Mutations;
use muwazana::build::{Build, NoProgress, Workspace, build_into};
use muwazana::cache::{BuildKey, Cache, DiskStorage};
use muwazana::content::HighlightCache;
use muwazana::diagnostic::human;
use muwazana::lsp::{Event, Session};
use muwazana::output::Writing;
use muwazana::server::{Limits, Server, SiteFiles};
use muwazana::tree::{Change, Stamp};
use scraper::Html;
use support::{options, select};
use url::Url;

/// Without `FUZZ_SECONDS`, so many changed inputs a target.
const FEW: u64 = 40;

/// No input may take longer: they have at most some ten thousand bytes, and the fewest take a tenth of a second.
const LIMIT: Duration = Duration::from_secs(30);

/// Tries a target with inputs, the seeds first; `tokens` are what its files are made of.
fn fuzz(name: &str, tokens: &[&str], mut answer: impl FnMut(&[u8]) -> Result<(), String>) {
    let folder = support::root().join("tests/fuzz").join(name);
    let seeds: Vec<Vec<u8>> = support::files(&folder).into_values().collect();
    assert!(!seeds.is_empty(), "{} holds no texts", folder.display());
    let number = |name: &str| std::env::var(name).ok().and_then(|value| value.parse::<u64>().ok());
    let (seconds, seed) = (number("FUZZ_SECONDS"), number("FUZZ_SEED").unwrap_or(1));
    let mut mutations = Mutations::new(seeds, tokens, seed);
    let begin = ProcessTime::now();
    let mut count = 0;
    let mut slowest = Duration::ZERO;
    while match seconds {
        Some(seconds) => begin.elapsed().as_secs() < seconds,
        None => count < mutations.seeds() + FEW,
    } {
        let input = mutations.next();
        count += 1;
        let start = ProcessTime::now();
        let answered = catch_unwind(AssertUnwindSafe(|| answer(&input)));
        let taken = start.elapsed();
        slowest = slowest.max(taken);
        let wrong = match answered {
            Err(_) => "it panics".to_owned(),
            Ok(Err(wrong)) => wrong,
            Ok(Ok(())) if taken > LIMIT => format!("it takes {taken:?}"),
            Ok(Ok(())) => continue,
        };
        let found = support::root().join("target/fuzz");
        std::fs::create_dir_all(&found).expect("a folder");
        let file = found.join(format!("{name}-{seed}-{count}"));
        std::fs::write(&file, &input).expect("written");
        panic!("{name}, input {count} of seed {seed}, now {}: {wrong}", file.display());
    }
    println!("{name}: {count} inputs in {:?}, the slowest in {slowest:?}", begin.elapsed());
}

const HEAD: &str = "+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n";

const PICTURE: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>";

/// A site in which an input takes the place of one file. What is written in articles is mostly wrong: that is no error
/// here, or no page would be made of it.
struct FuzzedSite {
    folder: tempfile::TempDir,
    workspace: Workspace,
    /// Inline scripts of its pages.
    scripts: BTreeSet<String>,
    allowed: Allowed,
    count: u64,
    /// Of how many inputs a page was made.
    shown: u64,
}

impl Drop for FuzzedSite {
    fn drop(&mut self) {
        println!("pages were made of {} of {} inputs", self.shown, self.count);
    }
}

impl FuzzedSite {
    fn new() -> Self {
        let lowered = [
            "broken-link",
            "broken-anchor",
            "ambiguous-link",
            "unknown-citation",
            "missing-image",
            "invalid-math",
            "invalid-id",
            "unknown-column",
            "invalid-cell",
            "share-sum",
            "file-type",
            "raw-html",
            "unknown-key",
            "unknown-name",
        ];
        let levels: String = lowered.iter().map(|code| format!("{code} = \"warning\"\n")).collect();
        let settings = format!("{}\n[check]\n{levels}", support::SITE);
        let dimension = "kind = \"difference\"\norder = 1\n[axis]\nllm = 20\nchain = 70\n";
        let stance =
            "[stance]\nllm = \"a\"\nchain = \"b\"\n[axis]\nstart = \"x\"\nend = \"y\"\n+++\n## A {#a}\n\nText.[^key]\n";
        let stance = HEAD.replace("+++\n", "") + stance;
        let stance = format!("+++\n{stance}");
        let chart =
            format!("{HEAD}```chart\ntype = \"bar\"\ndata = \"d.csv\"\nx = \"who\"\ny = \"n\"\ntitle = \"T\"\n```\n");
        let files = [
            ("site.toml", settings.as_str()),
            ("content/ar.md", HEAD),
            ("content/en.md", HEAD),
            ("content/sources.toml", "[key]\ntitle = \"T\"\npublisher = \"P\"\nurl = \"https://example.org/\"\n"),
            ("content/about/ar.md", HEAD),
            ("content/about/en.md", HEAD),
            ("content/about/p.svg", PICTURE),
            ("content/about/d.csv", "who,n\na,1\nb,2\n"),
            ("content/data/ar.md", &chart),
            ("content/data/en.md", &chart),
            ("content/data/d.csv", "who,n\na,1\nb,2\n"),
            ("content/terms/word/ar.md", HEAD),
            ("content/terms/word/en.md", HEAD),
            ("content/dimensions/cost/page.toml", dimension),
            ("content/dimensions/cost/ar.md", &stance),
            ("content/dimensions/cost/en.md", &stance),
        ];
        let folder = support::site(files);
        let workspace = Workspace::open(folder.path().to_owned(), options(None), HighlightCache::default());
        let mut site =
            Self { folder, workspace, scripts: BTreeSet::new(), allowed: Allowed::of_articles(), count: 0, shown: 0 };
        let page = site.page("en/dimensions/cost/index.html").expect("the site is right");
        site.scripts = scripts(&page);
        site
    }

    fn page(&self, path: &str) -> Option<Html> {
        let bytes = self.workspace.file(path)?.ok()?;
        Some(Html::parse_document(std::str::from_utf8(&bytes).expect("pages are UTF-8")))
    }

    /// Puts an input in the place of a file; the pages that show it hold nothing that may not be there.
    fn put(&mut self, path: &str, input: &[u8], pages: &[&str]) -> Result<(), String> {
        std::fs::write(self.folder.path().join(path), input).expect("written");
        self.workspace.update(&Change::Paths(BTreeSet::from([path.to_owned()])));
        for path in pages {
            let Some(page) = self.page(path) else { continue };
            let mut found: Vec<_> = select(&page, "*").filter_map(|element| intruder(element, &self.allowed)).collect();
            found.extend(scripts(&page).difference(&self.scripts).map(|script| format!("the script {script:?}")));
            if let Some(what) = found.into_iter().next() {
                return Err(format!("{path} holds {what}"));
            }
        }
        self.count += 1;
        // What needs all pages takes longer.
        for feed in ["en/feed.xml", "sitemap.xml"].iter().filter(|_| self.count.is_multiple_of(8)) {
            if let Some(Ok(bytes)) = self.workspace.file(feed)
                && let Err(wrong) = roxmltree::Document::parse(&String::from_utf8_lossy(&bytes))
            {
                return Err(format!("{feed}: {wrong}"));
            }
        }
        let report = self.workspace.report();
        self.shown += u64::from(report.faults().0 == 0);
        let said = human(&report.sources, &report.diagnostics, false);
        match said.chars().find(|c| c.is_control() && *c != '\n') {
            Some(c) => Err(format!("a message holds {c:?}")),
            None => Ok(()),
        }
    }
}

fn scripts(page: &Html) -> BTreeSet<String> {
    select(page, "script:not([src]):not([type='application/ld+json'])").map(|script| script.inner_html()).collect()
}

const DIMENSION: &str = "en/dimensions/cost/index.html";

#[test]
fn front_matter() {
    let mut site = FuzzedSite::new();
    let tokens = [
        "+++\n",
        "---\n",
        "title = ",
        "summary = ",
        "\"",
        "'''",
        "\"\"\"",
        "[stance]\n",
        "[axis]\n",
        "llm = ",
        "start = ",
        "redirects = [",
        "]",
        "aliases = [",
        "= ",
        "\n",
        "<script>",
        "٣",
        "،",
        "\u{a0}",
        "\\u0001",
        "title: ",
        "- ",
        "&a ",
        "*a",
        "{",
        "}",
        "../",
        "feed.xml",
        "1e999",
        "2026-13-40",
    ];
    fuzz("front-matter", &tokens, |input| site.put("content/dimensions/cost/en.md", input, &[DIMENSION]));
}

#[test]
fn fields() {
    let mut site = FuzzedSite::new();
    let tokens = [
        "kind = ",
        "\"difference\"",
        "order = ",
        "related = [",
        "]",
        "date = ",
        "2026-11-01",
        "draft = true\n",
        "[axis]\n",
        "llm = ",
        "-1",
        "101",
        "9999999999999999999",
        "nan",
        "inf",
        "\"",
        "\n",
        "=",
        "updated = ",
        "[[",
        "# ",
        "{",
        "}",
        ".",
    ];
    fuzz("fields", &tokens, |input| site.put("content/dimensions/cost/page.toml", input, &[DIMENSION]));
}

#[test]
fn sources() {
    let mut site = FuzzedSite::new();
    let tokens = [
        "[key]\n",
        "title = ",
        "publisher = ",
        "url = ",
        "\"https://example.org/\"",
        "javascript:",
        "lang = ",
        "\"ar\"",
        "date = ",
        "review_by = ",
        "accessed = ",
        "2026-10-20",
        "note = ",
        "\"",
        "\n",
        "<b onclick=x>",
        "[",
        "]",
        "=",
    ];
    fuzz("sources", &tokens, |input| site.put("content/sources.toml", input, &[DIMENSION, "en/sources/index.html"]));
}

#[test]
fn markdown() {
    let mut site = FuzzedSite::new();
    let tokens = [
        "\n",
        "\n\n",
        "## ",
        "{#a}",
        "> ",
        "> [!NOTE]\n",
        "- ",
        "1. ",
        "١. ",
        "```",
        "```rust {1}\n",
        "`",
        "**",
        "*",
        "~~",
        "|",
        "|---|",
        "[^key]",
        "[^n]: ",
        "![x](p.svg)",
        "[x](",
        "<",
        ">",
        "<script>",
        "</script>",
        "<img src=x onerror=alert(1)>",
        "<details>",
        "</details>",
        "<table>",
        "<td>",
        "<a href=\"javascript:alert(1)\">",
        "<!--",
        "-->",
        "&#xE000;0&#xE001;",
        "&lt;",
        "\"",
        "'",
        "$",
        "$$",
        "\\frac{1}{2}",
        "::: tip\n",
        ":::\n",
        "!!! note\n",
        "    ",
        "http://a.b/",
        "a@b.c",
        "عربي ",
        "GPT-4: Technical ",
        "\u{202e}",
        "\u{e000}0\u{e001}",
        "\u{fdd0}",
        "\u{a0}",
        "\0",
        "\\",
        "2026-05-01",
        "-40%",
        "\r\n",
        ": ",
        "[ ] ",
        "style=x",
        "id=n1",
        "<svg onload=x>",
        "<p id=\"",
        "srcset=\"a 1x, b 2x\"",
        "[ ^key ]",
    ];
    fuzz("markdown", &tokens, |input| {
        let text = [HEAD.as_bytes(), input].concat();
        site.put("content/about/en.md", &text, &["en/about/index.html", "parallel/about/index.html"])
    });
}

#[test]
fn wikilinks() {
    let mut site = FuzzedSite::new();
    let tokens = [
        "[[",
        "]]",
        "|",
        "\\|",
        "#",
        "word",
        "cost",
        "terms/",
        "/",
        "../",
        "(",
        ")",
        "](",
        "<",
        ">",
        "en.md",
        "ar.md",
        "?a=b",
        "&",
        "%20",
        "%00",
        "%E2%80%AE",
        "javascript:",
        "https://",
        "//",
        "mailto:",
        "data:text/html,",
        "\n",
        " ",
        "`",
        "[^",
        "]",
        "#a",
        "feed.xml",
        "matrix/",
        "é",
        "e\u{301}",
        "\\",
        ":",
        "\"",
        "'",
    ];
    fuzz("wikilinks", &tokens, |input| {
        let text = [HEAD.as_bytes(), input].concat();
        site.put("content/about/en.md", &text, &["en/about/index.html"])
    });
}

#[test]
fn charts() {
    let mut site = FuzzedSite::new();
    let tokens = [
        "type = ",
        "\"bar\"",
        "\"line\"",
        "\"dot\"",
        "\"share\"",
        "data = ",
        "\"d.csv\"",
        "x = ",
        "y = ",
        "\"who\"",
        "\"n\"",
        "title = ",
        "unit = ",
        "note = ",
        "sources = [\"key\"]",
        "scale = \"log\"",
        "series = ",
        "[labels]\n",
        "[subjects]\n",
        "subject = \"llm\"",
        "min = ",
        "max = ",
        "-1e308",
        "0",
        "nan",
        "\"",
        "\n",
        "```\n",
        "```chart\n",
        "<b>",
        "عربي",
    ];
    fuzz("charts", &tokens, |input| {
        let text = [HEAD.as_bytes(), b"```chart\n", input, b"\n```\n"].concat();
        site.put("content/about/en.md", &text, &["en/about/index.html"])
    });
}

#[test]
fn csv() {
    let mut site = FuzzedSite::new();
    let tokens = [
        ",",
        ";",
        "\t",
        "\n",
        "\r\n",
        "\"",
        "\"\"",
        "who",
        "n",
        "-",
        "1e308",
        "-1e308",
        "0",
        "0.1",
        "1 400",
        "٣٦٥",
        "365٫5",
        "nan",
        "inf",
        "<b>",
        "=1+1",
        "\u{feff}",
        "\0",
        "<<<<<<< a\n",
        "عربي",
        "2026",
        "2026-01",
        "%",
    ];
    fuzz("csv", &tokens, |input| site.put("content/data/d.csv", input, &["en/data/index.html", "ar/data/index.html"]));
}

#[test]
fn lock() {
    let mut site = FuzzedSite::new();
    let tokens = [
        "[\"dimensions/cost\"]\n",
        "a = ",
        "\"\" = ",
        "{ ar = \"1\", en = \"2\" }",
        "{",
        "}",
        "ar",
        "en",
        "\"",
        "=",
        "\n",
        "[",
        "]",
        "<<<<<<< HEAD\n",
        "=======\n",
        ">>>>>>> b\n",
        "\u{1}",
        "0123456789abcdef",
    ];
    fuzz("lock", &tokens, |input| site.put("content/translations.lock", input, &[DIMENSION]));
}

/// Builds as the program does, with what is in the cache.
fn build_with_cache(root: &Path) -> Build {
    let storage = DiskStorage::under(root);
    let output = root.join("public");
    let writing = Writing::into(&output).expect("a folder to write into");
    let key =
        BuildKey { program: Stamp::default(), base_url: None, repository: None, drafts: false, commit: None, output };
    let cache = Cache::open(&storage, Some(key));
    let mut built = build_into(root, &options(None), &cache, &writing, &NoProgress);
    let (_, stamps) = writing.commit().expect("written");
    if let Some(pending) = built.pending.take() {
        pending.store(&stamps, &storage);
    }
    built
}

/// A file of the cache is damaged: what is built is the same as without it.
#[test]
fn cache() {
    let site = FuzzedSite::new();
    let root = site.folder.path();
    let code = format!("{HEAD}```rust\nfn main() {{}}\n```\n\n## A {{#a}}\n\nWords.\n");
    std::fs::write(root.join("content/about/en.md"), code).expect("written");
    build_with_cache(root);
    let whole = support::files(&root.join("public"));
    let kept = support::files(&root.join(".muwazana"));
    let names: Vec<&String> = kept.keys().collect();
    assert!(names.len() > 1, "{names:?}");
    let mut turn = 0;
    // The input says where and how a file is changed: the bytes themselves are no text that anybody could keep.
    fuzz("cache", &["0", "9", "a", "z", "\0", "\u{ff}"], |input| {
        turn += 1;
        let path = names[turn % names.len()];
        let mut bytes = kept[path].clone();
        for change in input.chunks(4) {
            let at = change.iter().fold(0, |sum, byte| sum * 256 + usize::from(*byte)) % bytes.len().max(1);
            match change.first().map_or(0, |byte| byte % 4) {
                0 => bytes.truncate(at),
                1 if at < bytes.len() => bytes[at] ^= change.last().map_or(1, |byte| byte | 1),
                2 => drop(bytes.splice(at..at, change.iter().copied())),
                _ => drop(bytes.splice(at..(at + change.len()).min(bytes.len()), [])),
            }
        }
        std::fs::write(root.join(".muwazana").join(path), bytes).expect("written");
        build_with_cache(root);
        let built = support::files(&root.join("public"));
        for (path, bytes) in &kept {
            std::fs::write(root.join(".muwazana").join(path), bytes).expect("written");
        }
        (built == whole).then_some(()).ok_or_else(|| format!("with a damaged `{path}` another site is built"))
    });
}

/// Whatever a client sends, it gets an answer of HTTP or none, and the next one is answered as if nothing had been.
#[test]
fn http() {
    let server = Server::bind_with(0, Limits::default()).expect("a port");
    let (address, publisher) = (server.address(), server.publisher());
    std::thread::spawn(|| server.run());
    let files: Arc<dyn SiteFiles> = Arc::new(std::collections::BTreeMap::from([
        ("index.html".to_owned(), Bytes::from_static(b"<!doctype html><title>Home</title>")),
        ("404.html".to_owned(), Bytes::from_static(b"<!doctype html><title>Missing</title>")),
    ]));
    publisher.publish("/", files, Vec::new());
    let ask = |bytes: &[u8], and_end: bool| {
        let mut stream = TcpStream::connect(address).expect("it listens");
        stream.set_read_timeout(Some(LIMIT)).expect("a timeout");
        let mut reply = Vec::new();
        // It may have closed the connection already.
        let _ = stream.write_all(bytes);
        if and_end {
            let _ = stream.shutdown(Shutdown::Write);
        }
        // Events go on for ever: their beginning is enough.
        let _ = stream.take(100_000).read_to_end(&mut reply);
        reply
    };
    let tokens = [
        "GET ",
        "HEAD ",
        "POST ",
        "/",
        "../",
        "%2e%2e/",
        "%00",
        " HTTP/1.1\r\n",
        " HTTP/1.0\r\n",
        "Host: 127.0.0.1\r\n",
        "Host: evil\r\n",
        "\r\n",
        "\n",
        "Content-Length: 5\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Range: bytes=0-",
        "Range: bytes=-1\r\n",
        "If-None-Match: *\r\n",
        "Connection: close\r\n",
        "Upgrade: h2c\r\n",
        ": ",
        "\0",
        "?",
        "#",
        "//",
        "\\",
        "http://a/",
        "Expect: 100-continue\r\n",
    ];
    fuzz("http", &tokens, |input| {
        // The stream of events is open for as long as somebody listens.
        if memchr::memmem::find(input, b"events").is_some() {
            return Ok(());
        }
        // Of a head that is not whole, nothing more comes.
        let reply = ask(input, true);
        if !reply.is_empty() && !reply.starts_with(b"HTTP/1.") {
            return Err(format!("the answer is {:?}", String::from_utf8_lossy(&reply[..reply.len().min(80)])));
        }
        if memchr::memmem::find(&reply, b"root:").is_some() {
            return Err("a file outside the site is sent".to_owned());
        }
        let next = ask(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", false);
        let is_well =
            next.starts_with(b"HTTP/1.1 200") && memchr::memmem::find(&next, b"<title>Home</title>").is_some();
        is_well.then_some(()).ok_or_else(|| format!("the next is answered with {:?}", String::from_utf8_lossy(&next)))
    });
}

/// Whatever an editor says, each request gets one answer, nothing is told of files outside the site, and the session goes
/// on. An input is a message a line, `ROOT` the folder of the site.
/// What a message of the language server means as addresses of files: values of such keys, and keys of edits. A text of the
/// author's may read like one.
fn addresses_in(said: &serde_json::Value) -> Vec<String> {
    match said {
        serde_json::Value::Array(items) => items.iter().flat_map(addresses_in).collect(),
        serde_json::Value::Object(fields) => {
            let is_address = |key: &str| key == "target" || key.to_lowercase().ends_with("uri");
            let named = fields.iter().filter(|(key, _)| is_address(key)).filter_map(|(_, value)| value.as_str());
            let named = named.map(str::to_owned).chain(fields.keys().cloned());
            named.chain(fields.values().flat_map(addresses_in)).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn lsp() {
    let site = FuzzedSite::new();
    let root = site.folder.path().canonicalize().expect("a root");
    let tokens = [
        "\n",
        "\"id\":",
        "\"method\":",
        "\"params\":",
        "\"line\":12",
        "\"character\":",
        "4294967295",
        "-1",
        "1e999",
        "null",
        "[]",
        "{}",
        "\"\"",
        "file://ROOT/site.toml",
        "file://ROOT/content/about/ar.md",
        "file://ROOT/content/dimensions/cost/page.toml",
        "file://ROOT/../",
        "file:///etc/passwd",
        "%2e%2e/",
        "%00",
        "untitled:a",
        "\\n",
        "\\ud83d",
        "😀",
        "ع",
        "[[",
        "{#",
        "+++\\n",
        "textDocument/rename",
        "textDocument/completion",
        "textDocument/didChange",
        "textDocument/didClose",
        "shutdown",
    ];
    fuzz("lsp", &tokens, |input| {
        let workspace = Workspace::open(root.clone(), options(None), HighlightCache::default());
        let mut session = Session::new(&root, workspace, &InitializeParams::default());
        let text = String::from_utf8_lossy(input).replace("ROOT", &root.display().to_string());
        for line in text.lines() {
            let framed = format!("Content-Length: {}\r\n\r\n{line}", line.len());
            // What is no message ends the process with a sentence.
            let Ok(Some(message)) = Message::read(&mut framed.as_bytes()) else { continue };
            let asked = match &message {
                Message::Request(request) => Some(request.id.clone()),
                _ => None,
            };
            let Some(answers) = session.hear(Event::Message(message)) else { break };
            let ids = answers.iter().filter_map(|answer| match answer {
                Message::Response(response) => Some(&response.id),
                _ => None,
            });
            if !ids.eq(asked.as_ref()) {
                return Err(format!("{asked:?} is answered with {answers:?}"));
            }
            let said = serde_json::to_value((answers, session.news())).map_err(|error| error.to_string())?;
            // An address may be spelt as the editor has spelt it: what counts is where it leads.
            let is_inside = |address: &str| {
                Url::parse(address).is_ok_and(|url| url.to_file_path().is_ok_and(|file| file.starts_with(&root)))
            };
            let mut addresses = addresses_in(&said).into_iter().filter(|address| address.starts_with("file:"));
            if let Some(outside) = addresses.find(|address| !is_inside(address.as_str())) {
                return Err(format!("it speaks of {outside}"));
            }
        }
        let last = Request::new(0.into(), "workspace/symbol".to_owned(), serde_json::json!({ "query": "" }));
        let answers = session.hear(Event::Message(last.into())).unwrap_or_default();
        (answers.len() == 1).then_some(()).ok_or_else(|| "it does not answer any more".to_owned())
    });
}
