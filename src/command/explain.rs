//! `muwazana explain`: what a kind of fault means, and an example.

use std::process::ExitCode;

use super::{Outcome, print};
use crate::diagnostic::{Code, explain, manual_address, nearest};

#[derive(Debug, clap::Args)]
pub struct ExplainArguments {
    /// The kind, such as broken-link [default: a list of all]
    #[arg(value_name = "KIND")]
    code: Option<String>,
}

pub fn run(arguments: &ExplainArguments) -> Outcome {
    let Some(written) = &arguments.code else {
        let list = Code::ALL.iter().map(|code| format!("{:20} {}\n", code.as_str(), code.meaning()));
        print(&list.collect::<String>());
        return Ok(ExitCode::SUCCESS);
    };
    let code = code(written)?;
    let (meaning, text) = (code.meaning(), explain(code).trim_start());
    print(&format!("{}: {meaning}\n\n{text}\n\nsee {}\n", code.as_str(), manual_address(code)));
    Ok(ExitCode::SUCCESS)
}

/// A kind by its name.
pub fn code(written: &str) -> Result<Code, String> {
    Code::parse(written).ok_or_else(|| {
        let near = nearest(written, Code::ALL.iter().map(|code| code.as_str()));
        let near =
            near.map_or_else(|| "`muwazana explain` lists them".to_owned(), |near| format!("did you mean `{near}`?"));
        format!("`{written}` is no kind of fault; {near}")
    })
}
