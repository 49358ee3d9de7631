//! TOML that does not parse, made readable: slips are named and mended, keys that are given twice are named and passed
//! over, and of what remains the first error is reported and its lines are passed over.

use toml::de::DeTable;

use super::mended::{Edit, Mended};
use super::region::Region;
use super::slips;
use super::strings::{self, is_header};
use crate::diagnostic::{Cause, Code, Diagnostic, Matter};

/// A text that parses.
pub struct Readable {
    pub mended: Mended,
    /// What had to be mended or passed over.
    pub faults: Vec<Broken>,
    /// Whether nothing was passed over.
    pub is_whole: bool,
}

/// A fault of the syntax.
pub struct Broken {
    fault: Diagnostic,
    /// Whether a more particular fault at the same place takes its place.
    gives_way: bool,
}

/// More errors than this are left to another day.
const MOST_STEPS: usize = 200;

/// So many bytes are parsed again to find what can be passed over: some tenths of a second.
const MOST_BYTES: usize = 4 << 20;

impl Default for Readable {
    /// A text in which nothing has to be mended.
    fn default() -> Self {
        Self { mended: Mended::default(), faults: Vec::new(), is_whole: true }
    }
}

/// Mends a text until it parses.
pub fn readable(text: &str, region: Region) -> Readable {
    let mut readable = Readable::default();
    readable.mend(text, region);
    for _ in 0..(MOST_BYTES / text.len().max(1)).clamp(1, MOST_STEPS) {
        let (_, errors) = DeTable::parse_recoverable(&readable.mended.text);
        let Some(error) = errors.first() else { return readable };
        let range = error.span().unwrap_or(0..0);
        if error.message() == "duplicate key" {
            readable.pass_over_double(range, region);
        } else {
            readable.pass_over_error(range, error.message(), region);
        }
    }
    readable.is_whole = false;
    readable.mended = Mended::default();
    readable
}

impl Readable {
    fn mend(&mut self, text: &str, region: Region) {
        let mut edits: Vec<Edit> = Vec::new();
        let mut last: Option<(usize, String)> = None;
        let mut named_line = None;
        for slip in slips::find(text) {
            let start = slip.edits.iter().map(|edit| edit.range.start).min().unwrap_or(0);
            let end = slip.edits.iter().map(|edit| edit.range.end).max().unwrap_or(start);
            if let Some((message, help)) = slip.words {
                // A slip that is made several times in a line is one.
                let kind: String = message.split('`').step_by(2).collect();
                let is_again = last.as_ref().is_some_and(|(before, said)| {
                    *said == kind && !text.get(*before..start).unwrap_or("\n").contains('\n')
                });
                // What else is no TOML on the line of one that knows no TOML is told with it.
                let line = text[..start].rfind('\n').unwrap_or_default();
                let is_told = named_line == Some(line);
                if slip.on_each_line {
                    named_line = Some(line);
                }
                last = Some((start, kind));
                if is_again || is_told {
                    edits.extend(slip.edits);
                    continue;
                }
                let fault = Diagnostic::error(Code::InvalidToml, message).at(region.span(start..end)).help(help);
                let fault = if slip.on_each_line { once_in_file(fault) } else { fault };
                let fault = if slip.loses_value { fault.doubting(Matter::File(region.file)) } else { fault };
                self.is_whole &= !slip.loses_value;
                self.faults.push(Broken { fault, gives_way: slip.gives_way });
            }
            edits.extend(slip.edits.into_iter().filter(|edit| !(edit.range.is_empty() && edit.with.is_empty())));
        }
        self.mended = Mended::new(text, edits);
    }

    fn place(&self, range: std::ops::Range<usize>, region: Region) -> crate::text::Span {
        region.span(self.mended.original(range.start)..self.mended.original(range.end))
    }

    /// A key or table that stands above already: it is passed over, with all that belongs to it.
    fn pass_over_double(&mut self, range: std::ops::Range<usize>, region: Region) {
        let text = &self.mended.text;
        let name = text.get(range.clone()).unwrap_or_default().to_owned();
        if let Some(lines) = headless(text, range.start) {
            let message = format!("from `{name}` on, the keys of the table above stand a second time");
            let fault = Diagnostic::error(Code::InvalidToml, message).at(self.place(range, region));
            let fault = fault.doubting(Matter::File(region.file));
            let help = "the header of another table is missing above this line: [name]";
            self.faults.push(Broken { fault: fault.help(help), gives_way: false });
            self.is_whole = false;
            self.mended.blank(lines);
            return;
        }
        let line_start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let is_table = text[line_start..].trim_start().starts_with('[');
        let what = if is_table { "table" } else { "key" };
        let fault = Diagnostic::error(Code::InvalidToml, format!("the {what} `{name}` is given twice"));
        // What is missing may have been meant by the one of the two that is passed over: a key was copied for another language.
        let fault = fault.doubting(Matter::File(region.file));
        self.is_whole = false;
        let help = "keep one of the two, or give one the name that was meant";
        self.faults.push(Broken { fault: fault.at(self.place(range.clone(), region)).help(help), gives_way: false });
        let end = match is_table {
            true => table_end(text, range.end),
            false => value_end(text, range.end),
        };
        // A key among others on its line goes alone.
        let start = if is_table || text[line_start..range.start].trim().is_empty() { line_start } else { range.start };
        self.mended.blank(start..end);
    }

    /// Says what the parser says, once, and passes over the line.
    fn pass_over_error(&mut self, range: std::ops::Range<usize>, message: &str, region: Region) {
        if self.is_whole {
            let fault = Diagnostic::error(Code::InvalidToml, format!("this is not valid TOML: {message}"));
            let fault = fault.at(self.place(range.clone(), region)).doubting(Matter::File(region.file));
            let fault = if message.contains("escape") {
                let mut fault = fault;
                "a backslash in a text begins an escape, and this is none".clone_into(&mut fault.message);
                match path_with_slashes(&self.mended.text, range.start) {
                    Some(path) => fault.help(format!("write `/` between the parts of a path: \"{path}\"")),
                    None => fault.help("write `\\\\` for a backslash, or put the text between '…'"),
                }
            } else {
                fault.help("texts stand in double quotes, lists in brackets, dates as 2026-11-23")
            };
            self.faults.push(Broken { fault, gives_way: false });
        }
        self.is_whole = false;
        let text = &self.mended.text;
        let at = range.start.min(text.len());
        let mut start = text[..at].rfind('\n').map_or(0, |at| at + 1);
        // Lines that are blank already belong to what stands before them.
        while start > 0 && text[start..].lines().next().unwrap_or_default().trim().is_empty() {
            start = text[..start - 1].rfind('\n').map_or(0, |at| at + 1);
        }
        let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
        self.mended.blank(start..end);
    }
}

/// A slip that is told once in a file, with the other places.
fn once_in_file(fault: Diagnostic) -> Diagnostic {
    let file = fault.span.map(|span| span.file.0).unwrap_or_default();
    let name = format!("{}: {file}", fault.message);
    fault.because_of(Cause { name, instead: None })
}

/// The lines of a table that lost its header, where the key at a place is the first of the table above once more, and another
/// of its keys follows: they reach up to the next header.
fn headless(text: &str, at: usize) -> Option<std::ops::Range<usize>> {
    let start = text[..at].rfind('\n').map_or(0, |before| before + 1);
    let key = |line: &str| {
        strings::begins_with_key(line).then(|| line.split('=').next().unwrap_or_default().trim().to_owned())
    };
    let above: Vec<&str> = text[..start].lines().collect();
    if is_header(text[start..].lines().next().unwrap_or_default()) {
        return None;
    }
    let header = above.iter().rposition(|line| is_header(line))?;
    let mut keys = above[header + 1..].iter().filter_map(|line| key(line));
    let first = keys.next()?;
    let below = &text[start..];
    let mut again = below.lines().filter_map(key);
    let is_begun_again = again.next()? == first && again.next().is_some_and(|second| keys.any(|key| key == second));
    is_begun_again.then(|| start..table_end(text, start))
}

/// A path whose parts a backslash parts, with slashes: `"\old\page.html"`. Nothing where it may be anything else.
fn path_with_slashes(text: &str, at: usize) -> Option<String> {
    let start = text[..at].rfind('"')? + 1;
    let path = &text[start..start + text[start..].find('"')?];
    let is_of_path = |c: char| c.is_alphanumeric() || "\\/.-_%#".contains(c);
    (path.chars().all(is_of_path) && path.contains('\\')).then(|| path.replace('\\', "/"))
}

/// Where the table ends whose header ends at `at`.
fn table_end(text: &str, at: usize) -> usize {
    let mut end = text[at..].find('\n').map_or(text.len(), |end| at + end + 1);
    for line in text[end..].split_inclusive('\n') {
        if is_header(line) {
            break;
        }
        end += line.len();
    }
    end
}

/// Where the value ends whose key ends at `at`: at a line end, or before the comma or bracket that follows it.
fn value_end(text: &str, at: usize) -> usize {
    let line = text[at..].find('\n').map_or(text.len(), |end| at + end);
    let ends = text[at..].match_indices(['\n', ',', '}']).map(|(end, _)| at + end).chain([text.len()]);
    let is_value = |end: &usize| {
        let value = text.get(at..*end).unwrap_or_default().trim_start().trim_start_matches('=');
        DeTable::parse_recoverable(&format!("x = {}", value.trim())).1.is_empty()
    };
    let mut parsed = 0;
    let mut is_soon = |end: &usize| {
        parsed += end - at;
        parsed < MOST_BYTES / MOST_STEPS
    };
    let end = ends.take_while(|end| is_soon(end)).find(is_value).unwrap_or(line);
    end + usize::from(text[end..].starts_with(','))
}

/// The faults of the syntax, without those that give way to one of the readers' faults.
pub fn without_doubles(broken: Vec<Broken>, others: &[Diagnostic]) -> Vec<Diagnostic> {
    let spans = others.iter().filter_map(|other| other.span).filter(|span| span.start < span.end);
    let mut around: Vec<(usize, usize)> = spans.map(|span| (span.start, span.end)).collect();
    around.sort_unstable();
    // Each with how far those before it reach.
    let mut reach = 0;
    for (_, end) in &mut around {
        reach = reach.max(*end);
        *end = reach;
    }
    let is_at = |fault: &Diagnostic| {
        let Some(own) = fault.span else { return false };
        let before = around.partition_point(|(start, _)| *start <= own.start);
        before.checked_sub(1).is_some_and(|last| own.end <= around[last].1)
    };
    let stays = |broken: &Broken| !(broken.gives_way && is_at(&broken.fault));
    broken.into_iter().filter(stays).map(|broken| broken.fault).collect()
}
