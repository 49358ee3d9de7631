//! Containers of other generators: `::: tip Title` … `:::`, as VitePress and Docusaurus have them, `!!! note "Title"` and
//! `??? note` of MkDocs, and alerts with a title of their own (see `alerts.rs`). Each is rewritten into a quotation before Markdown is
//! parsed, so that whatever may stand in a quotation may stand in them, and the events of that quotation are told apart
//! by where it begins.

use std::collections::BTreeMap;
use std::ops::Range;

use super::alerts::{AlertKind, alert_before_colon, titled_alert};
use super::edited_text::TextChange;
use super::fence_lines::FenceLines;
use crate::diagnostic::{Code, Diagnostic, quoted_list};

/// What a container looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContainerKind {
    /// As an alert of this kind.
    Alert(AlertKind),
    /// Folded, until the reader opens it.
    Details {
        /// Whether it is open from the beginning.
        open: bool,
    },
}

/// A quotation that stands for a container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Container {
    /// What it looks like.
    pub kind: ContainerKind,
    /// The message that is its title; `None` where its first paragraph is.
    pub title: Option<&'static str>,
}

/// By where each begins in the text as it was written.
pub type ContainersByPlace = BTreeMap<usize, Container>;

/// A fault of a container: where, and all but the place.
pub type ContainerFault = (Range<usize>, Diagnostic);

/// The names of containers, and the alert that each looks like, if it is not only folded.
const NAMES: &[(&str, Option<AlertKind>)] = &[
    ("note", Some(AlertKind::Note)),
    ("info", Some(AlertKind::Note)),
    ("tip", Some(AlertKind::Tip)),
    ("hint", Some(AlertKind::Tip)),
    ("success", Some(AlertKind::Tip)),
    ("important", Some(AlertKind::Important)),
    ("warning", Some(AlertKind::Warning)),
    ("attention", Some(AlertKind::Warning)),
    ("caution", Some(AlertKind::Caution)),
    ("danger", Some(AlertKind::Caution)),
    ("error", Some(AlertKind::Caution)),
    ("details", None),
];

/// Other names of MkDocs, the alert that is nearest to each, and the message that says what it means: MkDocs shows the name
/// where there is no title.
const RELATED: &[(&str, AlertKind, &str)] = &[
    ("abstract", AlertKind::Note, "alert_summary"),
    ("summary", AlertKind::Note, "alert_summary"),
    ("tldr", AlertKind::Note, "alert_summary"),
    ("todo", AlertKind::Note, "task_open"),
    ("example", AlertKind::Note, "alert_example"),
    ("question", AlertKind::Note, "alert_question"),
    ("help", AlertKind::Note, "alert_question"),
    ("faq", AlertKind::Note, "alert_question"),
    ("quote", AlertKind::Note, "alert_quote"),
    ("cite", AlertKind::Note, "alert_quote"),
    ("check", AlertKind::Tip, "task_done"),
    ("done", AlertKind::Tip, "task_done"),
    ("failure", AlertKind::Caution, "alert_failure"),
    ("fail", AlertKind::Caution, "alert_failure"),
    ("missing", AlertKind::Caution, "alert_failure"),
    ("bug", AlertKind::Caution, "alert_bug"),
];

/// The container of a name: the alert that it looks like, if it is not only folded, and the message that is its title where it
/// has none of its own.
fn named(name: &str) -> Option<(Option<AlertKind>, &'static str)> {
    let own = NAMES.iter().find(|(known, _)| name.eq_ignore_ascii_case(known));
    let own = own.map(|(_, alert)| (*alert, alert.map_or("details", AlertKind::message)));
    let related = || RELATED.iter().find(|(known, ..)| name.eq_ignore_ascii_case(known));
    own.or_else(|| related().map(|(_, alert, title)| (Some(*alert), *title)))
}

/// The container of other generators around blocks of code with labels.
const CODE_GROUP: &str = "code-group";

/// How far one may be indented, in bytes: each line without words in it is indented as far.
const MOST_INDENTED: usize = 64;

/// How many containers may be open; what would be one more is left as it is, and named as such.
const DEEPEST: usize = 16;

/// Finds the containers of a text: the changes that make quotations of them, and what each of these is.
pub fn containers(
    text: &str,
    separator: char,
    changes: &mut Vec<TextChange>,
) -> (ContainersByPlace, Vec<ContainerFault>) {
    let last_close = last_close(text);
    let (found, faults) = (BTreeMap::new(), Vec::new());
    let open = Vec::new();
    let mut scan = Scan { text, separator, changes, open, found, faults, last_close, nameless: None };
    let signs: [&[u8]; 4] = [b":::", b"!!!", b"???", b"[!"];
    let may = signs.iter().any(|sign| memchr::memmem::find(text.as_bytes(), sign).is_some());
    if may {
        let mut fences = FenceLines::default();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            scan.line(start, line, fences.take(line));
            start += line.len();
        }
        scan.finish();
    }
    (scan.found, scan.faults)
}

/// A container that is open.
struct OpenContainer {
    /// How many colons open it; none for one whose content is told by its indentation.
    colons: usize,
    /// What stands before it on the line that opens it, white space and marks of quotations, in bytes.
    indentation: usize,
    /// In how many quotations of the author's it stands.
    quotes: usize,
    /// Where that line stands.
    line: Range<usize>,
    /// Whether it leaves what is in it as it is: blocks of code with labels are a group without it.
    is_transparent: bool,
}

/// A line that opens a container, taken apart.
struct OpeningLine<'a> {
    colons: usize,
    name: &'a str,
    /// For one that is folded, whether it is open from the beginning; nothing where its name decides.
    folded: Option<bool>,
    title: &'a str,
    /// What stands behind the title and is not understood.
    rest: &'a str,
}

struct Scan<'a, 'c> {
    text: &'a str,
    separator: char,
    changes: &'c mut Vec<TextChange>,
    open: Vec<OpenContainer>,
    found: ContainersByPlace,
    faults: Vec<ContainerFault>,
    /// Where the last line stands that closes a container; 0 if there is none.
    last_close: usize,
    /// The colons of the last line that closes nothing, and which of the faults it is.
    nameless: Option<(usize, usize)>,
}

impl Scan<'_, '_> {
    fn line(&mut self, start: usize, line: &str, in_code: bool) {
        let shown = line.trim_end();
        let quotes = quotes(shown);
        let indentation = indentation(shown, quotes);
        // A quotation ends with all that stands in it.
        while let Some(last) = self.open.pop_if(|last| last.quotes > quotes && !in_code) {
            self.faults.extend((last.colons > 0).then(|| unclosed(&last, self.text)));
        }
        // What is told by its indentation ends at the first line that has less.
        let mut ended = None;
        while let Some(last) = self.open.last().filter(|last| last.colons == 0) {
            let own = self::indentation(shown, last.quotes);
            if own >= last.indentation + 4 || own == shown.len() {
                break;
            }
            ended = Some(last.quotes);
            self.open.pop();
        }
        // A line without words parts what follows from it.
        if let Some(marks) = ended {
            let with = format!("{}\n", self.blank_line(marks).0);
            self.changes.push(TextChange { range: start..start, with });
        }
        let range = start..start + shown.len();
        let text = shown.get(indentation..).unwrap_or_default();
        if !in_code && closes(text) {
            self.close(text.len(), range, indentation, quotes);
            return;
        }
        let is_deep = self.open.len() >= DEEPEST || indentation > MOST_INDENTED;
        let opening = if in_code || is_deep { None } else { opening(text) };
        match opening {
            Some(opening) => self.begin(&opening, indentation, quotes, range),
            None => {
                self.prefix(start, line.trim_end_matches(['\n', '\r']));
                if !in_code {
                    self.alert_title(start, shown);
                }
            }
        }
    }

    /// A line without words in what is open and in as many quotations of the author's, and which column of the author's it
    /// comes to.
    fn blank_line(&self, quotes: usize) -> (String, usize) {
        let (mut line, mut at, mut marks) = (String::new(), 0, 0);
        let mut quote = |line: &mut String, at: &mut usize, upto: usize| {
            let missing = upto.saturating_sub(marks);
            line.push_str(&"> ".repeat(missing));
            *at += 2 * missing;
            marks += missing;
        };
        for container in self.open.iter().filter(|container| !container.is_transparent) {
            quote(&mut line, &mut at, container.quotes);
            let own = container.indentation.max(at);
            line += &format!("{}> ", " ".repeat(own - at));
            at = if container.colons == 0 { own + 4 } else { own };
        }
        quote(&mut line, &mut at, quotes);
        (line, at)
    }

    /// The marks of the quotations that are open, in front of a line of their content.
    fn prefix(&mut self, start: usize, line: &str) {
        let mut at = 0;
        let is_blank = line.trim_matches([' ', '\t', '>']).is_empty();
        for container in self.open.iter().filter(|container| !container.is_transparent) {
            // A line without words belongs to it however little it is indented.
            let indentation = match is_blank {
                true => container.indentation.max(at) + 4,
                false => indentation(line, container.quotes),
            };
            let own = container.indentation.clamp(at, indentation.max(at));
            let blanks = match container.colons {
                0 => (own + 4).min(indentation).max(own),
                _ => own,
            };
            let missing = own.saturating_sub(line.len().max(at));
            let range = start + own.min(line.len())..start + blanks.min(line.len());
            at = blanks;
            self.changes.push(TextChange { range, with: format!("{}> ", " ".repeat(missing)) });
        }
    }

    fn begin(&mut self, opening: &OpeningLine<'_>, indentation: usize, quotes: usize, line: Range<usize>) {
        self.prefix(line.start, &self.text[line.clone()]);
        let colons = opening.colons;
        let at = line.start + indentation;
        // One that nobody knows and nothing closes is none: what follows is not in it.
        let holds_nothing = match colons {
            0 => opening.title.is_empty() && self.is_followed_at_once(&line, quotes, indentation),
            _ => self.last_close < line.start,
        };
        if !is_known(opening.name) && holds_nothing {
            self.faults.push((line, unknown(opening.name)));
            // The first sign of colons would begin a definition.
            if colons > 0 {
                self.changes.push(TextChange { range: at..at, with: self.separator.to_string() });
            }
            return;
        }
        if opening.name == CODE_GROUP {
            self.changes.push(TextChange { range: at..line.end, with: String::new() });
            self.open.push(OpenContainer { colons, indentation, quotes, line, is_transparent: true });
            return;
        }
        let titled = !opening.title.is_empty();
        let container = self.container(opening, &line);
        self.found.insert(at, container);
        let title = match titled {
            // Its title is a paragraph whatever it begins with, and a line without words ends it.
            true => offset_in(self.text, opening.title),
            false => line.end,
        };
        self.changes.push(TextChange { range: at..title, with: "> ".to_owned() });
        if colons == 0 && self.is_followed_at_once(&line, quotes, indentation) {
            let fault = Diagnostic::warning(Code::Markup, format!("nothing stands in this `{}`", opening.name));
            self.faults.push((line.clone(), fault.help("indent the lines that belong to it by four blanks")));
        }
        let title_end = title + opening.title.len()..line.end;
        self.open.push(OpenContainer { colons, indentation, quotes, line, is_transparent: false });
        if titled {
            let with = format!("\n{}", self.blank_line(quotes).0);
            self.changes.push(TextChange { range: title..title, with: self.separator.to_string() });
            self.changes.push(TextChange { range: title_end, with });
        }
    }

    /// Whether the line below has words, and is not indented.
    fn is_followed_at_once(&self, line: &Range<usize>, quotes: usize, indentation: usize) -> bool {
        let below = self.text.get(line.end..).and_then(|below| below.split_once('\n')).map_or("", |(_, below)| below);
        let next = below.lines().next().unwrap_or_default();
        !next.trim_matches([' ', '\t', '>']).is_empty() && self::indentation(next, quotes) < indentation + 2
    }

    fn container(&mut self, opening: &OpeningLine<'_>, line: &Range<usize>) -> Container {
        if !opening.rest.is_empty() {
            let message = format!("`{}` behind the title of this container is not understood", opening.rest);
            self.faults.push((
                line.clone(),
                Diagnostic::warning(Code::Markup, message).help("take it out; `{open}` is known behind `::: details`"),
            ));
        }
        let (alert, message) = named(opening.name).unwrap_or_else(|| {
            self.faults.push((line.clone(), unknown(opening.name)));
            (Some(AlertKind::Note), AlertKind::Note.message())
        });
        let folded = opening.folded.filter(|_| opening.colons == 0 || alert.is_none());
        let kind = match (alert, folded) {
            (Some(alert), None) => ContainerKind::Alert(alert),
            (_, folded) => ContainerKind::Details { open: folded.unwrap_or_default() },
        };
        Container { kind, title: opening.title.is_empty().then_some(message) }
    }

    fn close(&mut self, colons: usize, line: Range<usize>, indentation: usize, quotes: usize) {
        let may = |open: &OpenContainer| open.quotes == quotes && open.colons > 0;
        let same = self.open.iter().rposition(|open| may(open) && open.colons == colons);
        let Some(n) = same.or_else(|| self.open.iter().rposition(|open| may(open) && open.colons <= colons)) else {
            self.surplus_close(colons, line.clone());
            // What stands around it goes on.
            let range = if quotes > 0 { line.start + indentation..line.end } else { line };
            self.changes.push(TextChange { range, with: String::new() });
            return;
        };
        let inner = self.open.split_off(n + 1);
        inner.iter().filter(|open| open.colons > 0).for_each(|open| self.faults.push(unclosed(open, self.text)));
        self.open.pop();
        // The line is one without words of what the container stands in.
        self.prefix(line.start, &self.text[line.clone()]);
        self.changes.push(TextChange { range: line.start + indentation..line.end, with: String::new() });
    }

    /// A line of colons that closes nothing: two of them are meant to stand around something, and the first has no name.
    fn surplus_close(&mut self, colons: usize, line: Range<usize>) {
        let sign = ":".repeat(colons);
        match self.nameless.take() {
            Some((same, at)) if same == colons => {
                let fault = Diagnostic::warning(Code::Markup, format!("this `{sign}` does not say what it begins"));
                self.faults[at].1 = fault.help(format!("write a name behind it: `{sign} note`"));
            }
            _ => {
                self.nameless = Some((colons, self.faults.len()));
                let fault = Diagnostic::warning(Code::Markup, format!("`{sign}` closes no container"));
                let fault = fault.help(format!("take it out, or open a container before it: `{sign} note`"));
                self.faults.push((line, fault));
            }
        }
    }

    /// `> [!NOTE] Title`: the title becomes a paragraph of its own.
    fn alert_title(&mut self, start: usize, line: &str) {
        let marks = line.len() - line.trim_start_matches([' ', '>', '\t']).len();
        let Some(quote) = line[..marks].rfind('>') else { return };
        if let Some(length) = alert_before_colon(&line[marks..]) {
            let colon = start + marks + length..start + line.len();
            self.changes.push(TextChange { range: colon, with: String::new() });
        }
        let Some(alert) = titled_alert(&line[marks..]) else { return };
        let kind = match alert.folded {
            Some(open) => ContainerKind::Details { open },
            None => ContainerKind::Alert(alert.kind),
        };
        self.found.insert(start + quote, Container { kind, title: None });
        let end = start + line.len();
        let title = end - alert.title.len();
        self.changes.push(TextChange { range: start + marks..title, with: String::new() });
        self.changes.push(TextChange { range: title..title, with: self.separator.to_string() });
        let (outer, at) = self.blank_line(0);
        let own = line.get(at.min(quote)..=quote).unwrap_or(">");
        self.changes.push(TextChange { range: end..end, with: format!("\n{outer}{own}") });
    }

    fn finish(&mut self) {
        for open in std::mem::take(&mut self.open).iter().filter(|open| open.colons > 0) {
            self.faults.push(unclosed(open, self.text));
        }
    }
}

/// How many marks of quotations a line begins with.
fn quotes(line: &str) -> usize {
    let behind = line.trim_start_matches([' ', '\t', '>']);
    line[..line.len() - behind.len()].matches('>').count()
}

/// How long is what stands before the content of a line that is in so many quotations, in bytes.
fn indentation(line: &str, quotes: usize) -> usize {
    let mut rest = line.trim_start_matches([' ', '\t']);
    for _ in 0..quotes {
        let Some(behind) = rest.strip_prefix('>') else { break };
        rest = behind.trim_start_matches([' ', '\t']);
    }
    line.len() - rest.len()
}

fn is_known(name: &str) -> bool {
    named(name).is_some() || name.eq_ignore_ascii_case(CODE_GROUP)
}

fn unknown(name: &str) -> Diagnostic {
    let names = || NAMES.iter().map(|(name, _)| *name);
    let fault = Diagnostic::warning(Code::Markup, format!("there is no container `{name}`"));
    let otherwise = format!("write {}, and its title behind it", quoted_list(names()));
    fault.nearest(&name.to_lowercase(), names(), &otherwise)
}

fn unclosed(open: &OpenContainer, text: &str) -> ContainerFault {
    // The line that was meant to close it.
    let mut at = open.line.end;
    let short = text[at..].split_inclusive('\n').find_map(|line| {
        at += line.len();
        (line.trim_end() == "::").then_some(at - line.len())
    });
    if let Some(at) = short {
        let fault = Diagnostic::warning(Code::Markup, "two colons close no container, and readers see them");
        return (at..at + 2, fault.help(format!("write `{}`", ":".repeat(open.colons))));
    }
    let fault = Diagnostic::warning(Code::Markup, "this container is not closed");
    (open.line.clone(), fault.help(format!("write `{}` on a line of its own behind it", ":".repeat(open.colons))))
}

/// Where the last line stands that closes a container; 0 if there is none.
fn last_close(text: &str) -> usize {
    let mut end = text.len();
    for line in text.split_inclusive('\n').rev() {
        let start = end - line.len();
        let shown = line.trim_end();
        let before = shown.trim_end_matches(':');
        if closes(&shown[before.len()..]) {
            return start + before.len();
        }
        end = start;
    }
    0
}

/// Whether a line opens or closes a container with colons.
pub fn is_container_line(line: &str) -> bool {
    line.starts_with(":::") && (closes(line) || opening(line).is_some())
}

fn closes(line: &str) -> bool {
    line.len() >= 3 && line.bytes().all(|byte| byte == b':')
}

fn opening(line: &str) -> Option<OpeningLine<'_>> {
    if let Some(rest) = line.strip_prefix("!!!") {
        return indented(rest, None);
    }
    if let Some(rest) = line.strip_prefix("???") {
        return indented(rest.trim_start_matches('+'), Some(rest.starts_with('+')));
    }
    let colons = line.len() - line.trim_start_matches(':').len();
    let rest = line[colons..].trim_start();
    if let Some((name, rest)) = braced(rest).filter(|_| colons >= 3) {
        return Some(OpeningLine { colons, name, folded: None, title: rest.trim(), rest: "" });
    }
    let name = rest.len() - rest.trim_start_matches(|c: char| c.is_alphanumeric() || c == '-' || c == '_').len();
    if colons < 3 || name == 0 {
        return None;
    }
    let (name, rest) = rest.split_at(name);
    if !rest.is_empty() && !rest.starts_with([' ', '\t', '[', '{']) {
        return None;
    }
    let rest = rest.trim();
    let (title, rest) = match rest.rfind('{').filter(|_| rest.ends_with('}')) {
        Some(at) => (rest[..at].trim_end(), &rest[at..]),
        None => (rest, ""),
    };
    let title = title.strip_prefix('[').and_then(|title| title.strip_suffix(']')).unwrap_or(title);
    let open = rest == "{open}";
    Some(OpeningLine { colons, name, folded: open.then_some(true), title, rest: if open { "" } else { rest } })
}

/// The kind of a container as MyST and Quarto write it, `{warning}` and `{.callout-warning}`, and what stands behind it.
fn braced(text: &str) -> Option<(&str, &str)> {
    let (inside, rest) = text.strip_prefix('{')?.split_once('}')?;
    let name = inside.trim().trim_start_matches('.');
    let name = name.strip_prefix("callout-").unwrap_or(name);
    AlertKind::parse(name).is_some().then_some((name, rest))
}

/// `note "Title"`, behind `!!!` or `???`.
fn indented(rest: &str, folded: Option<bool>) -> Option<OpeningLine<'_>> {
    let rest = rest.strip_prefix(' ')?.trim();
    let (name, title) = rest.split_once(' ').unwrap_or((rest, ""));
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphabetic() || c == '-');
    let title = title.trim();
    let quoted = title.strip_prefix('"').and_then(|title| title.strip_suffix('"'));
    if !is_name || !title.is_empty() && quoted.is_none() {
        return None;
    }
    Some(OpeningLine { colons: 0, name, folded, title: quoted.unwrap_or_default(), rest: "" })
}

/// Where a part of a text begins in it, in bytes.
fn offset_in(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}
