//! `muwazana serve`: builds, serves on this machine as GitHub Pages would, and builds again when anything changes.
//! With errors the last good site stays, and they are printed and shown over it.

use super::{Global, Outcome, tally};
use crate::build::{Build, Workspace};
use crate::config::BaseUrl;
use crate::diagnostic::human;
use crate::render::Output;
use crate::server::{Server, Watch, serve};
use crate::tree::Change;
use std::process::ExitCode;
use std::sync::Mutex;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The port on 127.0.0.1; 0 takes any that is free
    #[arg(long, default_value_t = 1111)]
    port: u16,
}

pub fn run(global: &Global, arguments: &Arguments) -> Outcome {
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
    options.base_url = BaseUrl::parse(&format!("http://{}{path}", server.address()));
    let address = format!("http://{}{path}", server.address());
    let workspace: Mutex<Option<Workspace>> = Mutex::new(None);
    let rebuild = || {
        let Ok(mut workspace) = workspace.lock() else { return Build::default() };
        match workspace.as_mut() {
            Some(workspace) => {
                workspace.update(&Change::Everything);
            }
            None => *workspace = Some(Workspace::open(global.root.clone(), options.clone())),
        }
        let Some(workspace) = workspace.as_ref() else { return Build::default() };
        let mut built = workspace.report();
        let file = |path: String| Some(Output { bytes: workspace.file(&path)?.ok()?, path });
        built.outputs = workspace.paths().into_iter().filter_map(file).collect();
        let faults = built.faults();
        global.report(&built, super::Format::Human);
        global.say(&format!("{} pages in {} languages: {}", built.counts.pages, built.counts.languages, tally(faults)));
        built
    };
    let watch = Watch::begin(&global.root).map_err(|error| error.to_string())?;
    let first = rebuild();
    if first.counts.languages == 0 {
        return Ok(ExitCode::from(1)); // There is no site here to wait for.
    }
    global.say(&format!("serving on {address} (Ctrl+C ends it)"));
    let explain = |built: &Build| human(&built.sources, &built.diagnostics, false);
    serve(server, watch, first, rebuild, explain).map_err(|error| error.to_string())?;
    Ok(ExitCode::SUCCESS)
}
