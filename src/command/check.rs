//! `muwazana check`: the same faults as `build`, and nothing else.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use super::explain::code;
use super::fix::fix;
use super::{Detail, Format, Global, Outcome, counted, extent, sources_in_words, strict, tally, today, whole_number};
use crate::build::{Build, Options, check};
use crate::cache::DiskStorage;
use crate::diagnostic::{Baseline, Code};
use crate::external::{ExternalOptions, Reach, findings, survey};
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
    /// Ask the addresses of other sites, too: which have moved, are gone, or have changed since they were read
    #[arg(long, conflicts_with = "fix")]
    external: bool,
    /// With --external: for how many days an answer is good; with 0 everything is asked again
    #[arg(long, value_name = "DAYS", default_value_t = 7, value_parser = whole_number(u32::MAX), requires = "external")]
    max_age: u32,
    /// With --external: the pause between two requests to one host, in milliseconds
    #[arg(long, value_name = "MILLISECONDS", default_value_t = 1000, value_parser = whole_number(u64::MAX), requires = "external")]
    pause: u64,
    /// With --external: for how many seconds an answer is waited for
    #[arg(long, value_name = "SECONDS", default_value_t = 20, value_parser = whole_number(u64::MAX), requires = "external")]
    timeout: u64,
    /// With --external: ask this machine and private networks, too
    #[arg(long, requires = "external")]
    private: bool,
    /// Write the faults that are there now into this file
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    baseline_write: Option<PathBuf>,
}

pub fn run(global: &Global, arguments: &CheckArguments) -> Outcome {
    let options =
        Options { drafts: arguments.drafts, addresses: arguments.external, faults_only: true, ..global.options() };
    if arguments.fix {
        fix(global, &options, &arguments.only, arguments.dry_run.into())?;
    }
    let mut built = check(&global.root, &options);
    if arguments.external {
        ask_other_sites(global, arguments, &mut built);
    }
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

/// Adds what other sites answer. What was answered of late is not asked again.
fn ask_other_sites(global: &Global, arguments: &CheckArguments, built: &mut Build) {
    let Some(today) = today() else { return };
    let addresses = std::mem::take(&mut built.addresses);
    let options = ExternalOptions {
        today,
        max_age: arguments.max_age,
        pause: Duration::from_millis(arguments.pause),
        timeout: Duration::from_secs(arguments.timeout.max(1)),
        reach: if arguments.private { Reach::Everywhere } else { Reach::Public },
        contact: built.site_address.clone(),
    };
    global.say(&format!("{} of other sites", counted(addresses.len(), "address")));
    let survey = survey(&addresses, &DiskStorage::under(&global.root), &options);
    built.add(&global.root, findings(&addresses, &survey, today));
    global
        .say(&format!("{} of them asked, {} known from the last {} days", survey.asked, survey.known, options.max_age));
}
