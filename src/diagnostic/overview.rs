//! Many diagnostics on one screen: the first of each kind as a whole, the others counted.

use std::collections::{BTreeMap, BTreeSet};

use super::human::isolate;
use super::{Code, Diagnostic, Severity, human};
use crate::text::{FileId, Sources};

/// As many are shown one by one.
const FEW: usize = 20;
/// So many lines of the first ones are shown, where there are more.
const SCREEN: usize = 28;
/// So many lines of few faults are shown, a line for each that is cut short among them.
const FEW_LINES: usize = 40;

/// Faults of one kind.
struct FaultGroup<'a> {
    severity: Severity,
    code: Code,
    faults: Vec<&'a Diagnostic>,
}

/// What a person is shown of diagnostics: few of them one by one, errors first, as a whole as far as there is room; of many,
/// the first of each kind as far as there is room, and a line for each kind with how many there are.
pub fn overview(sources: &Sources, diagnostics: &[Diagnostic], colour: bool) -> String {
    if diagnostics.len() <= FEW {
        return few(sources, &errors_first(diagnostics), colour);
    }
    let (mut shown, mut lines) = (String::new(), 0);
    let mut counted = String::new();
    for kind in kinds(diagnostics) {
        let [first, ..] = kind.faults.as_slice() else { continue };
        let block = human(sources, &[(*first).clone()], colour);
        let height = block.lines().count();
        let fits = lines == 0 || lines + height <= SCREEN;
        if fits {
            shown.push_str(&block);
            lines += height;
        }
        counted.push_str(&line(&kind, sources, fits));
    }
    format!(
        "{shown}{counted}\n`--all` shows them one by one, `--only KIND` those of a kind; `muwazana explain KIND` says more.\n\n"
    )
}

/// Each fault: the first ones with their lines, and of those that no screen has room for what is wrong and where.
fn few(sources: &Sources, faults: &[Diagnostic], colour: bool) -> String {
    let blocks: Vec<String> = faults.iter().map(|fault| human(sources, std::slice::from_ref(fault), colour)).collect();
    let heights = blocks.iter().map(|block| block.lines().count());
    if heights.clone().sum::<usize>() <= FEW_LINES || faults.len() < 2 {
        return blocks.concat();
    }
    let mut lines = 0;
    let fits = |(n, height): &(usize, usize)| {
        lines += height;
        *n == 0 || lines + (faults.len() - n - 1) <= FEW_LINES
    };
    let whole = heights.enumerate().take_while(fits).count();
    let rest: String = faults[whole..].iter().map(|fault| short(fault, sources)).collect();
    format!("{}{rest}\n`--all` shows them with their lines and remedies.\n\n", blocks[..whole].concat())
}

/// `error[broken-link]: there is no page … (content/en.md:3)`
fn short(fault: &Diagnostic, sources: &Sources) -> String {
    let place = fault.span.map_or_else(String::new, |span| {
        let source = sources.get(span.file);
        format!(" ({}:{})", super::printable(&source.path), source.line_column(span.start).line)
    });
    format!("{}[{}]: {}{place}\n", severity(fault.severity), fault.code.as_str(), isolate(&fault.message))
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// Errors before warnings, otherwise in the same order.
pub fn errors_first(diagnostics: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut sorted = diagnostics.to_vec();
    sorted.sort_by_key(|fault| fault.severity);
    sorted
}

/// The kinds, errors first, the most frequent first.
fn kinds(diagnostics: &[Diagnostic]) -> Vec<FaultGroup<'_>> {
    let mut by_kind: BTreeMap<(Severity, Code), Vec<&Diagnostic>> = BTreeMap::new();
    for fault in diagnostics {
        by_kind.entry((fault.severity, fault.code)).or_default().push(fault);
    }
    let kind = |((severity, code), faults)| FaultGroup { severity, code, faults };
    let mut kinds: Vec<_> = by_kind.into_iter().map(kind).collect();
    kinds.sort_by_key(|kind| (kind.severity, std::cmp::Reverse(kind.faults.len()), kind.code));
    kinds
}

/// `17 × uncited-figure in 4 files`, and where the first is, if it is not shown.
fn line(kind: &FaultGroup<'_>, sources: &Sources, is_shown: bool) -> String {
    let files: BTreeSet<FileId> = kind.faults.iter().filter_map(|fault| Some(fault.span?.file)).collect();
    let severity = severity(kind.severity);
    let place = match files.len() {
        0 => String::new(),
        1 => " in 1 file".to_owned(),
        n => format!(" in {n} files"),
    };
    let first = kind.faults.first().and_then(|fault| fault.span).filter(|_| !is_shown);
    let first = first.map_or_else(String::new, |span| {
        let source = sources.get(span.file);
        format!(", first {}:{}", super::printable(&source.path), source.line_column(span.start).line)
    });
    format!("{severity}: {} × {}{place}{first}\n", kind.faults.len(), kind.code.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Source;

    #[test]
    fn many_faults_are_counted_and_errors_come_first() {
        let mut sources = Sources::default();
        let (a, b) = (sources.add(Source::new("a.md", "x\ny\n")), sources.add(Source::new("b.md", "z\n")));
        let mut faults: Vec<_> =
            (0..30).map(|n| Diagnostic::warning(Code::UncitedFigure, format!("w{n}")).at(a.top())).collect();
        faults.push(Diagnostic::warning(Code::UncitedFigure, "w").at(b.top()));
        faults.push(Diagnostic::error(Code::BrokenLink, "e").at(a.span(2..3)));
        let text = overview(&sources, &faults, false);
        assert!(text.starts_with("error[broken-link]: e"), "{text}");
        assert!(
            text.contains("\nerror: 1 × broken-link in 1 file\nwarning: 31 × uncited-figure in 2 files\n"),
            "{text}"
        );
        assert!(text.lines().count() < 40 && text.contains("w0") && !text.contains("w1"), "{text}");
        let tall = overview(&sources, &faults[20..], false);
        assert!(tall.lines().count() <= 44 && tall.starts_with("error[broken-link]: e\n"), "{tall}");
        assert!(tall.contains("\nwarning[uncited-figure]: w29 (a.md:1)\n") && tall.contains("--all"), "{tall}");
        let few = overview(&sources, &faults[28..], false);
        assert!(few.starts_with("error[broken-link]") && few.contains("w28") && few.contains("w29"), "{few}");
    }
}
