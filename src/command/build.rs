//! `muwazana build`: the whole site into a folder. With any error nothing is written, and the previous site stays.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use super::{Format, Global, Outcome, strict, tally};
use crate::output::write;
use crate::session::{Build, Counts, build};

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
    let mut built = build(&global.root, &global.options());
    if arguments.strict {
        strict(&mut built);
    }
    global.report(&built, arguments.format);
    let Build { outputs, counts: Counts { pages, languages }, .. } = &built;
    let faults = built.faults();
    if faults.0 > 0 {
        global.say(&format!("nothing was written: {}", tally(faults)));
        return Ok(ExitCode::from(1));
    }
    let folder = arguments.out.clone().unwrap_or_else(|| global.root.join("public"));
    let done = write(&folder, outputs).map_err(|failure| failure.to_string())?;
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
