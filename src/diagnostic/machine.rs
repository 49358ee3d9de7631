//! Diagnostics for programs: JSON lines for editors, workflow commands for GitHub.

use serde::Serialize;

use super::printable::steers;
use super::{Diagnostic, Severity, manual_address, printable};
use crate::text::{LineColumn, Sources, Span};

#[derive(Serialize)]
struct Record<'a> {
    severity: &'static str,
    code: &'static str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<OtherPlace<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    see: Option<String>,
}

/// Where else the slip of a fault shows.
#[derive(Serialize)]
struct OtherPlace<'a> {
    file: &'a str,
    line: usize,
    column: usize,
}

fn record<'a>(sources: &'a Sources, diagnostic: &'a Diagnostic) -> Record<'a> {
    let source = diagnostic.span.map(|span| sources.get(span.file));
    let place =
        |offset: fn(Span) -> usize| -> Option<LineColumn> { Some(source?.line_column(offset(diagnostic.span?))) };
    let (start, end) = (place(|span| span.start), place(|span| span.end));
    Record {
        severity: severity(diagnostic.severity),
        code: diagnostic.code.as_str(),
        message: &diagnostic.message,
        file: source.map(|source| source.path.as_str()),
        line: start.map(|at| at.line),
        column: start.map(|at| at.column),
        end_line: end.map(|at| at.line),
        end_column: end.map(|at| at.column),
        also: diagnostic.others().iter().filter_map(|other| Some(other_place(sources, other.span?))).collect(),
        help: diagnostic.help.as_deref(),
        see: manual_address(diagnostic.code),
    }
}

fn other_place(sources: &Sources, span: Span) -> OtherPlace<'_> {
    let source = sources.get(span.file);
    let LineColumn { line, column } = source.line_column(span.start);
    OtherPlace { file: &source.path, line, column }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// One JSON object a line: `severity`, `code`, `message`, and where they are known `file`, `line`, `column`,
/// `end_line`, `end_column` (1-based, columns in characters, the end exclusive), `also`, a list of other places of the same slip
/// by `file`, `line` and `column`, `help`, and `see`, where the manual explains the kind.
pub fn json(sources: &Sources, diagnostics: &[Diagnostic]) -> String {
    diagnostics
        .iter()
        .filter_map(|diagnostic| serde_json::to_string(&record(sources, diagnostic)).ok())
        .map(|line| without_controls(&line) + "\n")
        .collect()
}

/// One GitHub workflow command a line, which GitHub shows beside the line of a pull request.
pub fn github(sources: &Sources, diagnostics: &[Diagnostic]) -> String {
    let line = |diagnostic| {
        let record = record(sources, diagnostic);
        let mut properties = vec![format!("title={}", record.code)];
        let mut push = |name: &str, value: Option<String>| {
            properties.extend(
                value.map(|value| format!("{name}={}", escape(&value).replace(':', "%3A").replace(',', "%2C"))),
            );
        };
        push("file", record.file.map(str::to_owned));
        push("line", record.line.map(|n| n.to_string()));
        push("col", record.column.map(|n| n.to_string()));
        let also = record.also.iter().map(|place| format!("{}:{}", place.file, place.line)).collect::<Vec<_>>();
        let also = Some(format!("also: {}", also.join(", "))).filter(|_| !also.is_empty());
        let text = [Some(record.message), also.as_deref(), record.help, record.see.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("\n");
        format!("::{} {}::{}\n", record.severity, properties.join(","), escape(&text))
    };
    diagnostics.iter().map(line).collect()
}

/// What JSON lets stand and a terminal obeys, or what parts lines for some readers, as JSON writes other controls. The line ends
/// between its values stay.
pub(super) fn without_controls(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c != '\n' && steers(c) {
            out += &format!("\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// Data of a workflow command on one line; line ends are the only controls that it can hold.
fn escape(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(printable).collect();
    lines.join("\n").replace('%', "%25").replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::text::Source;

    #[test]
    fn both_formats_name_the_place() {
        let mut sources = Sources::default();
        let file = sources.add(Source::new("content/ar.md", "one\ntwo: 100%\n"));
        let fault = Diagnostic::error(Code::UnknownKey, "bad: 100%").at(file.span(4..7)).help("fix, it");
        let see = manual_address(Code::UnknownKey).map_or_else(String::new, |see| format!("%0A{see}"));
        assert_eq!(
            github(&sources, std::slice::from_ref(&fault)),
            format!("::error title=unknown-key,file=content/ar.md,line=2,col=1::bad: 100%25%0Afix, it{see}\n")
        );
        let line = json(&sources, &[fault]);
        assert!(line.contains(r#""line":2,"column":1,"end_line":2,"end_column":4,"help":"fix, it""#), "{line}");
    }
}
