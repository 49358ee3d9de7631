//! `muwazana check`: the same faults as `build`, and nothing else.

use std::process::ExitCode;

use super::{Format, Global, Outcome, strict, tally};
use crate::build::build;

#[derive(Debug, clap::Args)]
pub struct CheckArguments {
    /// Take warnings for errors
    #[arg(long)]
    strict: bool,
    /// How to print faults
    #[arg(long, default_value = "human", value_name = "FORMAT")]
    format: Format,
}

pub fn run(global: &Global, arguments: &CheckArguments) -> Outcome {
    let mut built = build(&global.root, &global.options());
    if arguments.strict {
        strict(&mut built);
    }
    global.report(&built, arguments.format);
    let faults = built.faults();
    global.say(&format!("{} pages in {} languages: {}", built.counts.pages, built.counts.languages, tally(faults)));
    Ok(ExitCode::from(u8::from(faults.0 > 0)))
}
