//! `muwazana schema`: JSON Schemas of the settings, for editors.

use std::process::ExitCode;

use clap::ValueEnum;

use super::{Global, Outcome, print};
use crate::output::write_below;
use crate::schema::{SchemaOf, schema, schema_file};

#[derive(Debug, clap::Args)]
pub struct SchemaArguments {
    /// The settings
    #[arg(required_unless_present = "write")]
    of: Option<Settings>,
    /// Write all of them into .schemas/ of the site, where the files of a new site name them
    #[arg(long, conflicts_with = "of")]
    write: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Settings {
    /// site.toml
    Site,
    /// page.toml
    Page,
    /// The head of a language file
    Head,
    /// content/sources.toml
    Sources,
}

pub fn run(global: &Global, arguments: &SchemaArguments) -> Outcome {
    let of = |settings: Settings| match settings {
        Settings::Site => SchemaOf::Site,
        Settings::Page => SchemaOf::Page,
        Settings::Head => SchemaOf::Head,
        Settings::Sources => SchemaOf::Sources,
    };
    if let Some(settings) = arguments.of {
        print(&schema(of(settings)));
        return Ok(ExitCode::SUCCESS);
    }
    for of in SchemaOf::FILES {
        let path = schema_file(of);
        write_below(&global.root, &path, schema(of).as_bytes()).map_err(|failure| failure.to_string())?;
        global.say(&format!("wrote {}", global.root.join(path).display()));
    }
    Ok(ExitCode::SUCCESS)
}
