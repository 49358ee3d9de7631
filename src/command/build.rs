//! `muwazana build`: the whole site into a folder. With any error nothing is written, and the previous site stays.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use super::progress::Bar;
use super::{Detail, Format, Global, Outcome, counted, extent, strict, tally};
use crate::build::{Options, build_into};
use crate::cache::{BuildKey, Cache, DiskStorage};
use crate::output::{Writing, check_destination, file_sizes};
use crate::search::format::is_index_file;
use crate::tree::{Stamp, head};

#[derive(Debug, clap::Args)]
pub struct BuildArguments {
    /// The folder to write into [default: public in the root]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Make pages that are drafts, too
    #[arg(long)]
    drafts: bool,
    /// Take warnings for errors
    #[arg(long)]
    strict: bool,
    /// How to print faults
    #[arg(long, default_value = "human", value_name = "FORMAT")]
    format: Format,
    /// Say how large each part of the site is
    #[arg(long, short)]
    verbose: bool,
}

pub fn run(global: &Global, arguments: &BuildArguments) -> Outcome {
    let start = Instant::now();
    let folder = arguments.out.clone().unwrap_or_else(|| global.root.join("public"));
    check_destination(&global.root, &folder).map_err(|failure| failure.to_string())?;
    let wait =
        || global.say(&format!("another build is writing into {}: waiting until it has ended", folder.display()));
    // Whatever is read is read after this, so that it is not older than what another build has made meanwhile.
    let writing = Writing::after_others(&folder, &wait).map_err(|failure| failure.to_string())?;
    let options = Options { commit: head(&global.root), drafts: arguments.drafts, ..global.options() };
    let storage = DiskStorage::under(&global.root);
    let cache = Cache::open(&storage, build_key(&options, &folder));
    let bar = Bar::new(start, global.quiet);
    let mut built = build_into(&global.root, &options, &cache, &writing, &bar);
    bar.end();
    if arguments.strict {
        strict(&mut built);
    }
    global.report(&built, arguments.format, Detail::Screen);
    let faults = built.faults();
    if faults.0 > 0 {
        global.say(&format!("nothing was written: {}", tally(faults)));
        return Ok(ExitCode::from(1));
    }
    let (done, stamps) = writing.commit().map_err(|failure| failure.to_string())?;
    if let Some(pending) = built.pending.take() {
        pending.store(&stamps, &storage);
    }
    if arguments.verbose {
        global.say(&sizes(&file_sizes(&folder).map_err(|failure| failure.to_string())?));
    }
    global.say(&format!(
        "{}: {} written, {} unchanged, {} removed in {} ms; {}",
        extent(built.counts),
        counted(done.written, "file"),
        done.unchanged,
        done.removed,
        start.elapsed().as_millis(),
        tally(faults),
    ));
    Ok(ExitCode::SUCCESS)
}

/// How large the parts of a site are that it may do without, and the rest.
fn sizes(files: &[(String, u64)]) -> String {
    let part = |path: &str| match path {
        path if is_index_file(path) => "search",
        path if path.ends_with("feed.xml") => "feeds",
        path if path.ends_with("llms-full.txt") => "llms-full",
        path if path.ends_with("book.epub") => "books",
        path if path.starts_with("parallel/") => "parallel",
        path if path.ends_with("/index.md") => "markdown",
        path if path.ends_with(".html") => "pages",
        _ => "other files",
    };
    let parts = ["pages", "parallel", "markdown", "search", "feeds", "llms-full", "books", "other files"].map(|name| {
        let of_part = || files.iter().filter(|(path, _)| part(path) == name);
        let bytes: u64 = of_part().map(|(_, size)| size).sum();
        format!("{name} {:.1} MB in {}", bytes as f64 / 1e6, counted(of_part().count(), "file"))
    });
    parts.join(", ")
}

/// Tells builds by this very program with these options into this folder from all others; nothing where the program cannot
/// be told from another of the same version.
fn build_key(options: &Options, folder: &Path) -> Option<BuildKey> {
    let program = Stamp::of_program()?;
    let Options { base_url, drafts, addresses: _, today: _, repository, commit, faults_only: _ } = options.clone();
    Some(BuildKey {
        program,
        base_url: base_url.map(|url| format!("{}{}", url.origin, url.path)),
        repository: repository.map(|url| url.to_string()),
        drafts,
        commit,
        output: std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned()),
    })
}
