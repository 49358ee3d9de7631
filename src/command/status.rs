//! `muwazana status`: pages by languages. What is complete, missing or behind, how long it is, and how many sources are
//! past their date. It judges nothing and always ends well, unless there is no site to tell of.

use std::process::ExitCode;

use clap::ValueEnum;
use serde_json::{Value, json};

use super::{Global, Outcome, print, tally};
use crate::build::{LanguageStatus, Options, PageStatus, TranslationStatus, translation_status};
use crate::diagnostic::{human, printable};

#[derive(Debug, clap::Args)]
pub struct StatusArguments {
    /// How to print it
    #[arg(long, default_value = "human", value_name = "FORMAT")]
    format: Shape,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// A table
    Human,
    /// One JSON object
    Json,
}

pub fn run(global: &Global, arguments: &StatusArguments) -> Outcome {
    let (status, built) = translation_status(&global.root, &Options { drafts: true, ..global.options() });
    let faults = built.faults();
    if status.pages.is_empty() {
        return Err(format!(
            "there is no page to tell of\n\n{}",
            human(&built.sources, &built.diagnostics, global.colour())
        ));
    }
    match arguments.format {
        Shape::Human => print(&table(&status)),
        Shape::Json => print(&format!("{:#}\n", object(&status))),
    }
    if faults.0 > 0 {
        global.say(&format!("{}: `muwazana check` names them", tally(faults)));
    }
    Ok(ExitCode::SUCCESS)
}

/// How a page stands in a language.
fn state(status: Option<&LanguageStatus>) -> &'static str {
    match status {
        None => "missing",
        Some(status) if !status.behind.is_empty() => "behind",
        Some(status) if !status.missing.is_empty() => "incomplete",
        Some(_) => "complete",
    }
}

/// The home page and the head of a page have empty names, which nobody could see.
fn shown(path: &str) -> String {
    match path {
        "" => "/".to_owned(),
        // Runners take a line that begins so for a command to them.
        path if path.starts_with("::") || path.starts_with("##[") => format!("./{}", printable(path)),
        path => printable(path).into_owned(),
    }
}

fn sections(ids: &[String]) -> String {
    let name = |id: &String| if id.is_empty() { "(head)".to_owned() } else { format!("#{id}") };
    ids.iter().map(name).collect::<Vec<_>>().join(" ")
}

fn cell(status: Option<&LanguageStatus>) -> String {
    let Some(LanguageStatus { words, missing, behind, .. }) = status else {
        return format!("{:>6}  missing", "–");
    };
    let mut said = Vec::new();
    if !behind.is_empty() {
        said.push(format!("behind {}", sections(behind)));
    }
    if !missing.is_empty() {
        said.push(format!("lacks {}", sections(missing)));
    }
    let said = if said.is_empty() { "complete".to_owned() } else { said.join(", ") };
    format!("{words:>6}  {said}")
}

/// A row a page; the number in each column is how many words the article has.
fn table(status: &TranslationStatus) -> String {
    let head = [String::new()].into_iter().chain(status.tags.iter().map(|tag| format!("{:>6}  {tag}", "words")));
    let row = |page: &PageStatus| -> Vec<String> {
        let cells = page.languages.iter().map(|status| cell(status.as_ref()));
        let draft = if page.is_draft { "  (draft)" } else { "" };
        [shown(&page.path) + draft].into_iter().chain(cells).collect()
    };
    let rows: Vec<Vec<String>> = [head.collect()].into_iter().chain(status.pages.iter().map(row)).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<_> = (0..=status.tags.len()).map(width).collect();
    let mut out = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
        out += cells.collect::<Vec<_>>().join("  ").trim_end();
        out.push('\n');
    }
    out + "\n" + &summary(status)
}

fn summary(status: &TranslationStatus) -> String {
    let all = || status.pages.iter().flat_map(|page| &page.languages).map(|status| state(status.as_ref()));
    let states = ["complete", "missing", "incomplete", "behind"].map(|state| {
        let count = all().filter(|other| *other == state).count();
        format!("{count} {state}")
    });
    let drafts = match status.pages.iter().filter(|page| page.is_draft).count() {
        0 => String::new(),
        1 => " (1 draft)".to_owned(),
        n => format!(" ({n} drafts)"),
    };
    let total = status.pages.iter().flat_map(|page| page.languages.iter().flatten()).map(|status| status.words);
    format!(
        "{} pages{drafts} in {} languages: {}; {} words; {} of {} sources past their date\n",
        status.pages.len(),
        status.tags.len(),
        states.join(", "),
        total.sum::<usize>(),
        status.overdue,
        status.sources,
    )
}

fn object(status: &TranslationStatus) -> Value {
    let language = |(tag, language): (&String, &Option<LanguageStatus>)| {
        let state = state(language.as_ref());
        let value = match language {
            None => json!({ "state": state }),
            Some(LanguageStatus { words, missing, behind, .. }) => {
                json!({ "state": state, "words": words, "missing": missing, "behind": behind })
            }
        };
        (tag.clone(), value)
    };
    let page = |page: &PageStatus| {
        let languages: serde_json::Map<_, _> = status.tags.iter().zip(&page.languages).map(language).collect();
        json!({ "path": page.path, "draft": page.is_draft, "languages": languages })
    };
    json!({
        "languages": status.tags,
        "pages": status.pages.iter().map(page).collect::<Vec<_>>(),
        "sources": { "all": status.sources, "past_their_date": status.overdue },
    })
}
