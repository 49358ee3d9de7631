//! `muwazana build`: the whole site into a folder. With any error nothing is written, and the previous site stays.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use super::progress::Progress;
use super::{Format, Global, Outcome, strict, tally};
use crate::build::Memory;
use crate::build::{Counts, Options, build_into};
use crate::output::Kept;
use crate::output::Writing;
use crate::tree::{Stamp, head};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The folder to write into [default: public in the root]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Take warnings for errors
    #[arg(long)]
    strict: bool,
    /// How to print faults
    #[arg(long, default_value = "human", value_name = "FORMAT")]
    format: Format,
}

pub fn run(global: &Global, arguments: &Arguments) -> Outcome {
    let start = Instant::now();
    let folder = arguments.out.clone().unwrap_or_else(|| global.root.join("public"));
    let options = Options { commit: head(&global.root), ..global.options() };
    let kept = Kept::under(&global.root);
    let memory = Memory::of(&kept, making(&options, &folder));
    let writing = Writing::into(&folder).map_err(|failure| failure.to_string())?;
    let progress = Progress::new(&writing, start, global.quiet);
    let mut built = build_into(&global.root, &options, &memory, &progress);
    progress.end();
    if arguments.strict {
        strict(&mut built);
    }
    global.report(&built, arguments.format);
    let faults = built.faults();
    if faults.0 > 0 {
        global.say(&format!("nothing was written: {}", tally(faults)));
        return Ok(ExitCode::from(1));
    }
    let (done, stamps) = writing.commit().map_err(|failure| failure.to_string())?;
    if let Some(remembered) = built.remembered.take() {
        remembered.keep(&stamps, &kept);
    }
    let Counts { pages, languages } = built.counts;
    global.say(&format!(
        "{pages} pages in {languages} languages: {} files written, {} unchanged, {} removed in {} ms; {}",
        done.written,
        done.unchanged,
        done.removed,
        start.elapsed().as_millis(),
        tally(faults),
    ));
    Ok(ExitCode::SUCCESS)
}

/// What names a build by this very program with these options into this folder.
fn making(options: &Options, folder: &Path) -> Option<String> {
    // Another program of the same version may make another site: a stamp of the file tells them apart. Where none can be
    // had, only coloured code is of use.
    let program = std::env::current_exe().and_then(std::fs::metadata).ok().and_then(|data| Stamp::of(&data))?;
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let Options { base_url, drafts, today: _, repository, record: _, commit } = options;
    Some(format!("{program:?} {base_url:?} {drafts} {repository:?} {commit:?} {}", folder.display()))
}
