//! `muwazana serve`: serves the site on this machine as GitHub Pages would, and follows every change. With errors the last
//! good state stays, and they are printed and shown over it.

use std::process::ExitCode;
use std::sync::{Arc, PoisonError, RwLock};

use bytes::Bytes;

use super::{Detail, Format, Global, Outcome, extent, print_error, tally};
use crate::build::{Build, Workspace};
use crate::cache::{Cache, DiskStorage, store_highlights};
use crate::diagnostic::human;
use crate::server::{Publisher, Server, SiteFiles, Watch, WatchMethod};
use crate::text::BaseUrl;

#[derive(Debug, clap::Args)]
pub struct ServeArguments {
    /// The port on 127.0.0.1; 0 takes any that is free
    #[arg(long, default_value_t = 1111)]
    port: u16,
}

pub fn run(global: &Global, arguments: &ServeArguments) -> Outcome {
    let server = Server::bind(arguments.port).map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            format!(
                "port {} is in use\n  help: choose another with --port, or any free one with --port 0",
                arguments.port
            )
        }
        _ => format!("127.0.0.1:{}: {error}", arguments.port),
    })?;
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
    std::thread::scope(|scope| {
        scope.spawn(|| server.run());
        watch.run(|change| {
            let report = {
                let mut workspace = live.0.write().unwrap_or_else(PoisonError::into_inner);
                if workspace.update(&change).is_nothing() {
                    return;
                }
                workspace.report()
            };
            // Open pages hear of it first.
            publish(&publisher, &live, &report);
            tell(global, &report);
        });
    });
    Ok(ExitCode::SUCCESS)
}

/// The site that is being edited, as the server asks for it.
struct LiveSite(RwLock<Workspace>);

impl SiteFiles for LiveSite {
    fn file(&self, path: &str) -> Option<Bytes> {
        let workspace = self.0.read().unwrap_or_else(PoisonError::into_inner);
        match workspace.file(path)? {
            Ok(bytes) => Some(bytes),
            Err(fault) => Some(Bytes::from(failed(&workspace.explain(fault)))),
        }
    }

    fn contains(&self, path: &str) -> bool {
        self.0.read().unwrap_or_else(PoisonError::into_inner).contains(path)
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
    let errors = match report.faults() {
        (0, _) => String::new(),
        _ => human(&report.sources, &report.diagnostics, false),
    };
    publisher.publish(&report.base_path, live.clone(), &errors);
}

/// Prints what is wrong, and how much there is.
fn tell(global: &Global, report: &Build) {
    global.report(report, Format::Human, Detail::Screen);
    global.say(&format!("{}: {}", extent(report.counts), tally(report.faults())));
}
