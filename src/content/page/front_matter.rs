//! The TOML between two `+++` lines at the head of a language file.

use super::kind::PageKind;
use crate::config::{Config, unknown_subjects};
use crate::diagnostic::{Code, Diagnostic};
use crate::fields::{Fields, Region, read_toml};
use crate::text::{FileId, Located};

/// What the front matter says.
#[derive(Debug, Default)]
pub struct FrontMatter {
    pub title: Option<Located<String>>,
    pub summary: Option<Located<String>>,
    pub aliases: Vec<Located<String>>,
    pub redirects: Vec<Located<String>>,
    pub stances: Vec<Located<String>>,
    pub poles: Option<[Located<String>; 2]>,
}

/// Splits a file at its front matter: the TOML and its offset, and the offset at which the body begins.
pub fn split(text: &str) -> Option<(&str, usize, usize)> {
    let start = text.strip_prefix("+++\n").map(|_| 4)?;
    let end = match text[start..].strip_prefix("+++") {
        Some(_) => start,
        None => start + text[start..].find("\n+++")? + 1,
    };
    let after = end + 3;
    let line_end = text[after..].find('\n').map_or(text.len(), |at| after + at + 1);
    text[after..line_end].trim().is_empty().then_some((&text[start..end], start, line_end))
}

/// Reads the front matter of a page; where there is none, that is the fault, and everything is empty.
pub fn read(
    file: FileId,
    text: &str,
    kind: PageKind,
    config: &Config,
    faults: &mut Vec<Diagnostic>,
) -> (FrontMatter, usize) {
    let Some((toml, offset, body)) = split(text) else {
        let message = match text.starts_with("+++") {
            true => "the front matter that begins here does not end",
            false => "this page has no front matter",
        };
        let end = text.lines().next().map_or(0, str::len);
        faults.push(
            Diagnostic::error(Code::FrontMatter, message)
                .at(file.span(0..end))
                .help("begin the file with a line `+++`, then title = \"…\" and summary = \"…\", then a line `+++`"),
        );
        return (FrontMatter::default(), text.len());
    };
    let read = read_toml(toml, Region { file, offset }, faults, |fields| keys(fields, kind, config));
    (read, body)
}

fn keys(fields: &mut Fields<'_, '_>, kind: PageKind, config: &Config) -> FrontMatter {
    let mut front = FrontMatter {
        title: fields.required_string("title", "give the page a title: title = \"…\""),
        summary: fields
            .required_string("summary", "say in one or two sentences what a reader learns here: summary = \"…\""),
        aliases: fields.strings("aliases"),
        redirects: fields.strings("redirects"),
        ..FrontMatter::default()
    };
    if !kind.is_dimension() {
        return front;
    }
    let top = fields.span();
    let stances = fields.table("stance", |stance| {
        let said =
            config.subject_ids().map(|id| stance.required_string(id, "say in one sentence where this subject stands"));
        // A missing sentence is reported, and the others keep their places.
        let nothing = || Located { value: String::new(), span: top };
        let said: Vec<_> = said.map(|said| said.unwrap_or_else(nothing)).collect();
        unknown_subjects(stance, config);
        said
    });
    if stances.is_none() {
        fields.missing("stance", "say where each subject stands: [stance], then one line for each subject");
    }
    front.stances = stances.unwrap_or_default();
    let poles = fields.table("axis", |axis| {
        let start = axis.required_string("start", "name the end of the axis that 0 stands for");
        let end = axis.required_string("end", "name the end of the axis that 100 stands for");
        Some([start?, end?])
    });
    if poles.is_none() {
        fields.missing("axis", "name the two ends of the axis: [axis], start = \"…\", end = \"…\"");
    }
    front.poles = poles.flatten();
    front
}
