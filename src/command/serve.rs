//! `muwazana serve`: serves the site on this machine as GitHub Pages would, and follows every change. With errors the last
//! good state stays, and they are printed and shown over it.

use std::process::ExitCode;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::{Duration, Instant};

use bytes::Bytes;

use super::{Detail, Format, Global, Outcome, extent, print_error, tally, whole_number};
use crate::build::{Build, UpdateWork, Workspace};
use crate::cache::{Cache, DiskStorage, store_highlights};
use crate::diagnostic::{overview, printable};
use crate::server::{Editor, Publisher, Server, ShownFault, SiteFiles, Watch, WatchMethod};
use crate::text::BaseUrl;
use crate::tree::Change;

/// How many changed files are named.
const NAMED: usize = 3;
/// How long a program that opens a browser may take to fail.
const BROWSER_FAILS_WITHIN: Duration = Duration::from_secs(3);
/// The variable of the environment that names the editor where the command line does not.
const EDITOR: &str = "MUWAZANA_EDITOR";

#[derive(Debug, clap::Args)]
pub struct ServeArguments {
    /// The port on 127.0.0.1; 0 takes any that is free
    #[arg(long, default_value_t = 1111, value_parser = whole_number(u16::MAX))]
    port: u16,
    /// What opens the place of a fault from a page: a known editor such as `code` or `zed`, a command such as
    /// `myedit {file}:{line}:{column}`, or an address such as `vscode://file/{file}:{line}:{column}`; else MUWAZANA_EDITOR
    #[arg(long, value_name = "EDITOR", value_parser = Editor::parse)]
    editor: Option<Editor>,
    /// Open the site in a browser
    #[arg(long)]
    open: bool,
}

pub fn run(global: &Global, arguments: &ServeArguments) -> Outcome {
    let server = bind(arguments.port)?;
    if let Some(editor) = editor(arguments)? {
        server.set_editor(&global.root, editor).map_err(|error| format!("{}: {error}", global.root.display()))?;
    }
    let mut options = global.options();
    options.drafts = true;
    let path = global.base_url.as_ref().map_or("/", |url| &url.path);
    let address = format!("http://{}{path}", server.address());
    options.base_url = BaseUrl::parse(&address).ok();
    let warn = |reason: &str| {
        let how = "  = help: changes are found by looking at all files twice a second instead";
        print_error(&format!("warning: changes cannot be watched: {reason}\n{how}\n"));
    };
    let watch = Watch::begin(&global.root, WatchMethod::Auto, warn).map_err(|error| error.to_string())?;
    let storage = DiskStorage::under(&global.root);
    let highlights = Cache::open(&storage, None).into_highlights();
    let workspace = Workspace::open(global.root.clone(), options, highlights);
    store_highlights(workspace.highlights(), &storage);
    let first = workspace.report();
    if first.counts.languages == 0 {
        tell(global, &first);
        return Ok(ExitCode::from(1)); // There is no site here to wait for.
    }
    let publisher = server.publisher();
    let live = Arc::new(LiveSite(RwLock::new(workspace)));
    publish(&publisher, &live, &first);
    tell(global, &first);
    global.say(&format!("serving on {address} (Ctrl+C ends it)"));
    if let Some(home) = live.read().first_home() {
        global.say(&format!("side by side: {}", server.side_by_side(&format!("{path}{home}"))));
    }
    if arguments.open {
        std::thread::spawn(move || open_in_browser(&address));
    }
    let mut last = LastReport::new(global, &first);
    std::thread::scope(|scope| {
        scope.spawn(|| server.run());
        watch.run(|change| {
            let begun = Instant::now();
            let (work, report) = {
                let mut workspace = live.write();
                let work = workspace.update(&change);
                if work.is_nothing() {
                    return;
                }
                (work, workspace.report())
            };
            // Open pages hear of it first.
            publish(&publisher, &live, &report);
            last.change(global, &change, work, &report, begun.elapsed());
        });
    });
    Ok(ExitCode::SUCCESS)
}

fn bind(port: u16) -> Result<Server, String> {
    Server::bind(port).map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            format!("port {port} is in use\n  help: choose another with --port, or any free one with --port 0")
        }
        _ => format!("127.0.0.1:{port}: {error}"),
    })
}

/// The editor that faults lead to.
fn editor(arguments: &ServeArguments) -> Result<Option<Editor>, String> {
    match (&arguments.editor, std::env::var(EDITOR)) {
        (Some(editor), _) => Ok(Some(editor.clone())),
        (None, Ok(text)) if !text.is_empty() => {
            Editor::parse(&text).map(Some).map_err(|why| format!("{EDITOR}={text}: {why}"))
        }
        _ => Ok(None),
    }
}

/// The site that is being edited, as the server asks for it.
struct LiveSite(RwLock<Workspace>);

impl LiveSite {
    fn read(&self) -> RwLockReadGuard<'_, Workspace> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Workspace> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl SiteFiles for LiveSite {
    fn file(&self, path: &str) -> Option<Bytes> {
        let workspace = self.read();
        match workspace.file(path)? {
            Ok(bytes) => Some(bytes),
            Err(fault) => Some(Bytes::from(failed(&workspace.explain(fault)))),
        }
    }

    fn contains(&self, path: &str) -> bool {
        self.read().contains(path)
    }

    fn made_of(&self, path: &str) -> Vec<String> {
        self.read().made_of(path)
    }

    fn drafts(&self) -> Vec<String> {
        self.read().drafts()
    }

    fn templates(&self) -> String {
        self.read().templates().to_owned()
    }
}

/// A document in the place of one whose template fails.
fn failed(why: &str) -> String {
    let mut text = String::new();
    crate::text::html::escape(why, &mut text);
    format!("<!doctype html><meta charset=\"utf-8\"><title>Muwazana</title><pre dir=\"ltr\">{text}</pre>")
}

/// Serves the site as it is now, with what is wrong with it shown over its pages.
fn publish(publisher: &Publisher, live: &Arc<LiveSite>, report: &Build) {
    let faults = ShownFault::all(&report.sources, &report.diagnostics);
    publisher.publish(&report.base_path, live.clone(), faults);
}

/// Prints what is wrong, and how much there is.
fn tell(global: &Global, report: &Build) {
    global.report(report, Format::Human, Detail::Screen);
    global.say(&format!("{}: {}", extent(report.counts), tally(report.faults())));
}

/// What was printed last of what is wrong: it is not printed again after each change.
struct LastReport(String);

impl LastReport {
    fn new(global: &Global, report: &Build) -> Self {
        Self(overview(&report.sources, &report.diagnostics, global.colour()))
    }

    /// Prints a line about a change, after what is wrong since then.
    fn change(&mut self, global: &Global, change: &Change, work: UpdateWork, report: &Build, took: Duration) {
        let now = overview(&report.sources, &report.diagnostics, global.colour());
        if now != self.0 {
            print_error(&now);
            self.0 = now;
        }
        let pages = match (work.parsed, work.linked) {
            (0, _) => String::new(),
            (1, false) => "1 page, ".to_owned(),
            (1, true) => "1 page and what shows it, ".to_owned(),
            (n, false) => format!("{n} pages, "),
            (n, true) => format!("{n} pages and what shows them, "),
        };
        let (what, faults) = (what_changed(change), tally(report.faults()));
        global.say(&format!("{what}: {pages}{} ms; {faults}", took.as_millis().max(1)));
    }
}

fn what_changed(change: &Change) -> String {
    match change {
        Change::Paths(paths) if paths.len() <= NAMED => {
            paths.iter().map(|path| printable(path)).collect::<Vec<_>>().join(", ")
        }
        Change::Paths(paths) => format!("{} files", paths.len()),
        Change::Commit => "another commit".to_owned(),
        Change::Everything => "all files".to_owned(),
    }
}

fn open_in_browser(address: &str) {
    if let Err(error) = open::that_detached_with_timeout(address, BROWSER_FAILS_WITHIN) {
        print_error(&format!("warning: no browser could be opened: {error}\n  = help: open {address} yourself\n"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_named_in_a_few_words() {
        let paths = |paths: &[&str]| Change::Paths(paths.iter().map(|path| (*path).to_owned()).collect());
        for (change, words) in [
            (paths(&["content/a/ar.md"]), "content/a/ar.md"),
            (paths(&["content/a/ar.md", "site.toml"]), "content/a/ar.md, site.toml"),
            (paths(&["a", "b", "c", "d"]), "4 files"),
            (Change::Commit, "another commit"),
            (Change::Everything, "all files"),
        ] {
            assert_eq!(what_changed(&change), words);
        }
    }
}
