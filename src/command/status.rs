//! `muwazana status`: pages by languages. What is complete, missing or behind, how long it is, and how many sources are
//! past their date. It judges nothing and always ends well, unless there is no site to tell of.

use std::process::ExitCode;

use clap::ValueEnum;
use serde_json::{Value, json};

use super::word_diff::TerminalMarks;
use super::{Global, Outcome, counted, print, sources_in_words, tally};
use crate::build::{
    LanguageStatus, Options, PageStatus, SectionChange, TranslationStatus, translation_changes, translation_status,
};
use crate::content::Grade;
use crate::diagnostic::{human, printable};
use crate::site::StandingKind;
use crate::text::{HtmlMarks, word_diff};

#[derive(Debug, clap::Args)]
pub struct StatusArguments {
    /// How to print it
    #[arg(long, default_value = "human", value_name = "FORMAT")]
    format: Shape,
    /// Show what has changed in each section that leaves another behind, since the languages last agreed
    #[arg(long)]
    diff: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// A table
    Human,
    /// One JSON object
    Json,
    /// A table and differences for a pull request
    Markdown,
}

pub fn run(global: &Global, arguments: &StatusArguments) -> Outcome {
    let options = Options { drafts: true, ..global.options() };
    let (status, built) = translation_status(&global.root, &options);
    let faults = built.faults();
    if status.pages.is_empty() {
        return Err(format!(
            "there is no page to tell of\n\n{}",
            human(&built.sources, &built.diagnostics, global.colour())
        ));
    }
    let changes = if arguments.diff { translation_changes(&global.root, &options) } else { Vec::new() };
    match arguments.format {
        Shape::Human if arguments.diff => {
            let marks = TerminalMarks { colour: global.colour_of_output() };
            changes.iter().for_each(|change| print(&difference(change, &marks)));
            print(&summary(&status));
        }
        Shape::Human => print(&table(&status)),
        Shape::Json => {
            let mut object = object(&status);
            if arguments.diff {
                object["changes"] = changes.iter().map(change_object).collect();
            }
            print(&format!("{object:#}\n"));
        }
        Shape::Markdown => print(&markdown(&status, &changes)),
    }
    if faults.0 > 0 {
        global.say(&format!("{}: `muwazana check` names them", tally(faults)));
    }
    Ok(ExitCode::SUCCESS)
}

/// How a page stands in a language.
fn state(status: Option<&LanguageStatus>) -> &'static str {
    status.map_or(StandingKind::Missing, |status| status.kind).as_str()
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
    let name = |id: &String| if id.is_empty() { "(head)".to_owned() } else { format!("#{}", printable(id)) };
    ids.iter().map(name).collect::<Vec<_>>().join(" ")
}

fn cell(status: Option<&LanguageStatus>) -> String {
    let Some(LanguageStatus { words, .. }) = status else {
        return format!("{:>6}  missing", "–");
    };
    format!("{words:>6}  {}", said(status))
}

/// How a page stands in a language, with the sections that it lacks or that are behind.
fn said(status: Option<&LanguageStatus>) -> String {
    let Some(LanguageStatus { missing, behind, copy_of, .. }) = status else { return "missing".to_owned() };
    let mut said = Vec::new();
    said.extend(copy_of.as_ref().map(|original| format!("a copy of {original}")));
    if !behind.is_empty() {
        said.push(format!("behind {}", sections(behind)));
    }
    if !missing.is_empty() {
        said.push(format!("lacks {}", sections(missing)));
    }
    if said.is_empty() { "complete".to_owned() } else { said.join(", ") }
}

/// A section, as it was and is, for a terminal.
fn difference(change: &SectionChange, marks: &TerminalMarks) -> String {
    let SectionChange { page, section, changed, file, line, behind, before, after } = change;
    let (page, section) = (shown(page), sections(std::slice::from_ref(section)));
    let mut out = format!(
        "{page} {section}: {changed} has changed, {} not\n  --> {}:{line}\n",
        behind.join(" and "),
        printable(file)
    );
    match before {
        Some(before) => {
            let lines = word_diff(before, after, marks);
            lines.iter().for_each(|line| out += &format!("   | {line}\n"));
        }
        None => out += "   = the text on which they agreed is not in the repository's history\n",
    }
    out + "\n"
}

fn change_object(change: &SectionChange) -> Value {
    let SectionChange { page, section, changed, file, line, behind, before, after } = change;
    json!({
        "path": page, "section": section, "changed": changed, "file": file, "line": line, "behind": behind,
        "before": before, "after": after,
    })
}

/// What a pull request needs to know: the pages that are not complete, and what has changed.
fn markdown(status: &TranslationStatus, changes: &[SectionChange]) -> String {
    let is_open = |page: &&PageStatus| page.languages.iter().any(|language| state(language.as_ref()) != "complete");
    let cell = |text: String| text.replace('|', "\\|");
    let mut out = String::new();
    let rows: Vec<&PageStatus> = status.pages.iter().filter(is_open).collect();
    if !rows.is_empty() {
        out += &format!("| page | {} |\n|---|{}\n", status.tags.join(" | "), "---|".repeat(status.tags.len()));
        for page in rows {
            let cells = page.languages.iter().map(|language| cell(said(language.as_ref())));
            out += &format!("| `{}` | {} |\n", cell(shown(&page.path)), cells.collect::<Vec<_>>().join(" | "));
        }
        out.push('\n');
    }
    for change in changes {
        let SectionChange { page, section, changed, file, line, behind, before, after } = change;
        let (page, section) = (shown(page), sections(std::slice::from_ref(section)));
        out += &format!("### `{page}` {section}\n\n");
        out += &format!("`{changed}` has changed (`{file}`, line {line}), {} not.\n\n", behind.join(" and "));
        match before {
            Some(before) => {
                let lines = word_diff(before, after, &HtmlMarks);
                out += &format!("<p dir=\"auto\" lang=\"{changed}\">{}</p>\n\n", lines.join("<br>\n"));
            }
            None => out += "The text on which they agreed is not in the repository's history.\n\n",
        }
    }
    out + &summary(status)
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
    let states = ["complete", "copy", "missing", "incomplete", "behind"].map(|state| {
        let count = all().filter(|other| *other == state).count();
        format!("{count} {state}")
    });
    let drafts = match status.pages.iter().filter(|page| page.is_draft).count() {
        0 => String::new(),
        1 => " (1 draft)".to_owned(),
        n => format!(" ({n} drafts)"),
    };
    let overdue = match status.overdue.as_slice() {
        [] => String::new(),
        keys => format!(": {}", keys.iter().map(|key| printable(key)).collect::<Vec<_>>().join(", ")),
    };
    let total = status.pages.iter().flat_map(|page| page.languages.iter().flatten()).map(|status| status.words);
    format!(
        "{}{drafts} in {}: {}; {}; {}{overdue}\n",
        counted(status.pages.len(), "page"),
        counted(status.tags.len(), "language"),
        states.join(", "),
        counted(total.sum::<usize>(), "word"),
        sources_in_words(status.sources),
    )
}

fn object(status: &TranslationStatus) -> Value {
    let language = |(tag, language): (&String, &Option<LanguageStatus>)| {
        let state = state(language.as_ref());
        let value = match language {
            None => json!({ "state": state }),
            Some(LanguageStatus { words, missing, behind, copy_of, .. }) => {
                let mut value = json!({ "state": state, "words": words, "missing": missing, "behind": behind });
                if let Some(original) = copy_of {
                    value["copy_of"] = json!(original);
                }
                value
            }
        };
        (tag.clone(), value)
    };
    let page = |page: &PageStatus| {
        let languages: serde_json::Map<_, _> = status.tags.iter().zip(&page.languages).map(language).collect();
        json!({ "path": page.path, "draft": page.is_draft, "languages": languages })
    };
    let grades =
        Grade::ALL.iter().zip(status.sources.grades).map(|(grade, count)| (grade.as_str().to_owned(), json!(count)));
    let grades: serde_json::Map<_, _> = grades.collect();
    json!({
        "languages": status.tags,
        "pages": status.pages.iter().map(page).collect::<Vec<_>>(),
        "sources": {
            "all": status.sources.all, "grades": grades, "past_their_date": status.sources.overdue, "overdue": status.overdue,
        },
    })
}
