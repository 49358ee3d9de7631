//! `muwazana check`: the same faults as `build`, and nothing else.

use std::path::PathBuf;
use std::process::ExitCode;

use super::explain::code;
use super::fix::fix;
use super::{Detail, Format, Global, Outcome, extent, sources_in_words, strict, tally};
use crate::build::{Options, check};
use crate::diagnostic::{Baseline, Code};
use crate::output::{read_source_file, write_source_file};

#[derive(Debug, clap::Args)]
pub struct CheckArguments {
    /// Mend what can be mended without asking, then report the rest
    #[arg(long, conflicts_with_all = ["baseline", "baseline_write"])]
    fix: bool,
    /// With --fix: show the changes, and make none
    #[arg(long, requires = "fix")]
    dry_run: bool,
    /// Look at pages that are drafts, too
    #[arg(long)]
    drafts: bool,
    /// Take warnings for errors
    #[arg(long)]
    strict: bool,
    /// How to print faults
    #[arg(long, default_value = "human", value_name = "FORMAT")]
    format: Format,
    /// Show every fault, however many there are
    #[arg(long)]
    all: bool,
    /// Report faults of this kind alone; may be given several times
    #[arg(long, value_name = "KIND", value_parser = code)]
    only: Vec<Code>,
    /// Leave out the faults that this file lists
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write the faults that are there now into this file
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    baseline_write: Option<PathBuf>,
}

pub fn run(global: &Global, arguments: &CheckArguments) -> Outcome {
    let options = Options { drafts: arguments.drafts, ..global.options() };
    if arguments.fix {
        fix(global, &options, &arguments.only, arguments.dry_run.into())?;
    }
    let mut built = check(&global.root, &options);
    if !arguments.only.is_empty() {
        built.diagnostics.retain(|fault| arguments.only.contains(&fault.code));
    }
    if let Some(path) = &arguments.baseline_write {
        let baseline = Baseline::of(&built.sources, &built.diagnostics);
        write_source_file(path, baseline.write().as_bytes()).map_err(|failure| failure.to_string())?;
        global.say(&format!("wrote {} faults into {}", built.diagnostics.len(), path.display()));
        return Ok(ExitCode::SUCCESS);
    }
    let mut known = String::new();
    if let Some(path) = &arguments.baseline {
        let text = read_source_file(path).map_err(|failure| failure.to_string())?;
        let count = Baseline::read(&text).remove_from(&built.sources, &mut built.diagnostics);
        known = format!("; {count} known ones are left out");
    }
    if arguments.strict {
        strict(&mut built);
    }
    let detail = if arguments.all || !arguments.only.is_empty() { Detail::All } else { Detail::Screen };
    global.report(&built, arguments.format, detail);
    let faults = built.faults();
    if built.counts.sources.all > 0 {
        global.say(&sources_in_words(built.counts.sources));
    }
    global.say(&format!("{}: {}{known}", extent(built.counts), tally(faults)));
    Ok(ExitCode::from(u8::from(faults.0 > 0)))
}
