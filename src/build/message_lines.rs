//! The lines of a file of messages, whether or not its parser can read them.

use std::collections::HashMap;
use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Source;

/// Where each message begins in a file, by its name, whether or not it can be read.
pub fn message_lines(source: &Source) -> HashMap<&str, Range<usize>> {
    let mut lines = HashMap::new();
    let mut at = 0;
    for line in source.text.split_inclusive('\n') {
        if let Some(end) = line.find(|c: char| c == '=' || c.is_whitespace()) {
            lines.entry(&line[..end]).or_insert(at..at + end);
        }
        at += line.len();
    }
    lines
}

/// Messages that stand twice in a file, and those with quotation marks around all of their words.
pub fn slips_of_lines(source: &Source) -> Vec<(Range<usize>, Diagnostic)> {
    let (mut first, mut found, mut start) = (HashMap::new(), Vec::new(), 0);
    for (n, line) in source.text.split_inclusive('\n').enumerate() {
        let at = start;
        start += line.len();
        let Some((name, words)) = line.split_once('=').filter(|_| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        else {
            continue;
        };
        let (name, place) = (name.trim(), at..at + name.trim_end().len());
        if let Some(line) = first.insert(name, n + 1) {
            let message = format!("the message `{name}` stands on line {line} already, and what stands there is lost");
            found.push((place.clone(), Diagnostic::warning(Code::Message, message).help("take one of the two out")));
        }
        let words = words.trim();
        let is_quoted = words.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        if is_quoted.is_some_and(|inside| !inside.is_empty() && !inside.contains('"')) {
            let message = format!("the quotation marks around the message `{name}` are shown to readers");
            found.push((place, Diagnostic::warning(Code::Message, message).help("write the words alone")));
        }
    }
    found
}
