//! `muwazana build`: the whole site into a folder. With any error nothing is written, and the previous site stays.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use super::{Format, Global, Outcome, strict, tally};
use crate::content::Colours;
use crate::output::{Writing, keep};
use crate::session::{BUILD, CODE, Counts, Memory, Options, PAGES, build_into};
use crate::source::{Stamp, read_kept};

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
    let options = global.options();
    let memory = memory(global, &options, &folder);
    let writing = Writing::into(&folder).map_err(|failure| failure.to_string())?;
    let mut built = build_into(&global.root, &options, &memory, &writing);
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
    for (name, bytes) in built.remembered.take().into_iter().flat_map(|remembered| remembered.to_bytes(&stamps)) {
        keep(&global.root, name, &bytes);
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

/// What earlier builds have left, for a build by this very program with these options into this folder.
fn memory(global: &Global, options: &Options, folder: &Path) -> Memory {
    let kept = |name| read_kept(&global.root, name).unwrap_or_default();
    // Another program of the same version may make another site: a stamp of the file tells them apart.
    let program = std::env::current_exe().and_then(std::fs::metadata).ok().and_then(|data| Stamp::of(&data));
    let colours = Colours::from_bytes(kept(CODE));
    let Some(program) = program else { return Memory { colours, ..Memory::default() } };
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let Options { base_url, drafts, today: _ } = options;
    let making = format!("{program:?} {base_url:?} {drafts} {}", folder.display());
    Memory { colours, making, build: kept(BUILD), pages: kept(PAGES) }
}
