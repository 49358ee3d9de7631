//! The lines that define references, `[label]: address`, as they are written: which of them Markdown reads is not told here,
//! for it is those that it does not read that an author has to be told of.

use std::collections::BTreeMap;
use std::ops::Range;

use super::fence_lines::FenceLines;
use super::writer::Writer;
use crate::diagnostic::{Code, Diagnostic};

/// A line that defines a reference, or is meant to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceLine {
    /// Counted from 1, in the article.
    pub line: usize,
    /// Where it stands.
    pub range: Range<usize>,
    address: String,
}

/// Such lines by their labels, in small letters.
pub type ReferenceLines = BTreeMap<String, Vec<ReferenceLine>>;

/// The lines of a text that define references, outside of fenced code.
pub fn reference_lines(text: &str) -> ReferenceLines {
    let mut found = ReferenceLines::new();
    if !text.contains("]:") {
        return found;
    }
    let (mut fences, mut start) = (FenceLines::default(), 0);
    for (n, line) in text.split_inclusive('\n').enumerate() {
        let range = start..start + line.trim_end().len();
        start += line.len();
        if fences.take(line) {
            continue;
        }
        let shown = line.trim_start_matches(' ');
        let Some((label, address)) = shown.strip_prefix('[').and_then(|rest| rest.split_once("]:")) else { continue };
        let is_label = !label.is_empty() && !label.starts_with('^') && !label.contains(['[', ']']);
        let address = address.split_whitespace().next().unwrap_or_default();
        if line.len() - shown.len() < 4 && is_label && !address.is_empty() {
            let entry = ReferenceLine { line: n + 1, range, address: address.to_owned() };
            found.entry(label.to_lowercase()).or_default().push(entry);
        }
    }
    found
}

/// The lines that define a label again, with another address: that is lost.
fn lost_definitions(lines: &ReferenceLines) -> impl Iterator<Item = (&str, &ReferenceLine)> {
    lines.iter().filter_map(|(label, lines)| {
        let first = lines.first()?;
        Some((label.as_str(), lines.iter().find(|line| line.address != first.address)?))
    })
}

/// Addresses that are lost because their labels have another one.
pub fn check_references(lines: &ReferenceLines, writer: &mut Writer<'_>) {
    for (label, line) in lost_definitions(lines) {
        let message = format!("the reference `[{label}]` is defined a second time, and this address is lost");
        let fault = Diagnostic::warning(Code::Markup, message).help("give one of the two another name, or take it out");
        writer.fault(fault, line.range.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_found_by_their_labels() {
        let text = "[a]: https://a.example\n```\n[a]: https://code.example\n```\n[A]: https://b.example\n[^n]: note\n";
        let lines = reference_lines(text);
        assert_eq!(lines.keys().collect::<Vec<_>>(), ["a"]);
        let lost: Vec<_> = lost_definitions(&lines).map(|(label, line)| (label, line.line)).collect();
        assert_eq!(lost, [("a", 5)]);
    }
}
