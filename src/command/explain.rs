//! `muwazana explain`: what a kind of fault means, and an example, in a language in which faults are explained.

use std::process::ExitCode;

use super::{Outcome, print};
use crate::diagnostic::{Code, explained_languages, explanations, nearest};

#[derive(Debug, clap::Args)]
pub struct ExplainArguments {
    /// The kind, such as broken-link [default: a list of all]
    #[arg(value_name = "KIND")]
    code: Option<String>,
    /// The language of the explanation: en or ar
    #[arg(long, default_value = "en", value_name = "TAG")]
    lang: String,
}

pub fn run(arguments: &ExplainArguments) -> Outcome {
    let tag = arguments.lang.as_str();
    let explained = explanations(tag).ok_or_else(|| {
        let known = explained_languages().collect::<Vec<_>>().join(" and ");
        format!("kinds of faults are not explained in `{tag}`, only in {known}")
    })?;
    let Some(written) = &arguments.code else {
        let list = explained.iter().map(|(code, own)| format!("{:20} {}\n", code.as_str(), own.meaning));
        print(&list.collect::<String>());
        return Ok(ExitCode::SUCCESS);
    };
    let wanted = code(written)?;
    for (code, own) in explained.iter().filter(|(code, _)| *code == wanted) {
        let see = own.see.as_ref().map_or_else(String::new, |address| format!("\nsee {address}\n"));
        print(&format!("{}: {}\n\n{}\n{see}", code.as_str(), own.meaning, own.with_example()));
    }
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
