//! What is wrong with a message, in the words of whoever wrote it: its parser names what it would have read next, and often a
//! line or more below the slip.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic};
use crate::locale::slips_of_text;
use crate::text::{FileId, Located, Source};

/// The same fault, or a plainer one at the place of the slip.
pub fn in_plain_words(file: FileId, source: &Source, fault: Diagnostic) -> Diagnostic {
    let Some(at) = fault.span.map(|span| span.start) else { return fault };
    let (name, text) = message_before(&source.text, at);
    let written = &source.text[text.clone()];
    // A choice is whole but for its brace, at which the parser stops.
    let lacks_other =
        written.contains("->") && !written.contains("*[") && source.text[at..].trim_start().starts_with('}');
    let slip = if lacks_other {
        let message = format!("no form of the message `{name}` is the one for all other numbers");
        let line = |at: usize| at + written[at..].lines().next().unwrap_or_default().trim_end().len();
        let last = written.rfind('[').map(|at| at..line(at));
        last.map(|within| (within, message, "begin it with `*`: `*[other] …`".to_owned()))
    } else if let Some(within) = open_brace(written) {
        let inner = written[within.clone()].trim_start_matches('{').split_whitespace().next().unwrap_or("$number");
        let message = format!("the `{{` of the message `{name}` is not closed");
        Some((within, message, format!("write `}}` behind what it fills in: `{{ {inner} }}`")))
    } else if source.text[..at].ends_with('$') {
        let message = format!("in the message `{name}` what stands behind `$` is no name that the program knows");
        let help = "write the name as the default has it, in Latin letters, as in `{ $number }`".to_owned();
        let length = source.text[at..].find(|c: char| !c.is_alphanumeric()).unwrap_or_default();
        let start = at - 1 - text.start;
        Some((start..start + 1 + length, message, help))
    } else if fault.message.ends_with("Unbalanced closing brace") {
        let message = format!("in the message `{name}` stands a `}}` whose `{{` is missing");
        let help = "write `{` before the name, as in `{ $number }`, or take it out".to_owned();
        written.rfind('}').map(|at| (at..at + 1, message, help))
    } else {
        None
    };
    match slip {
        Some((within, message, help)) => {
            let place = file.span(text.start + within.start..text.start + within.end);
            Diagnostic::error(Code::Message, message).at(place).help(help)
        }
        None => fault,
    }
}

/// The faults of typing in the words of a file of messages, without the names and what is filled in.
pub fn typing_slips(file: FileId, source: &Source, tag: &str) -> Vec<Diagnostic> {
    let mut slips = Vec::new();
    let mut start = 0;
    for line in source.text.split_inclusive('\n') {
        let at = start;
        start += line.len();
        let words = match line.chars().next() {
            Some('#') | None => continue,
            Some(c) if c.is_whitespace() => 0,
            Some(_) => line.find('=').map_or(line.len(), |sign| sign + 1),
        };
        for piece in words_outside_braces(line, words) {
            let span = file.span(at + piece.start..at + piece.end);
            slips.extend(slips_of_text(&Located { value: line[piece].to_owned(), span }, tag));
        }
    }
    slips
}

/// The parts of a line, from a place on, that are neither between braces nor, as the name of a form, between brackets.
fn words_outside_braces(line: &str, from: usize) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let is_form = line[from..].trim_start().starts_with(['[', '*']);
    let from = line[from..].find(']').filter(|_| is_form).map_or(from, |end| from + end + 1);
    let (mut start, mut depth) = (from, 0_usize);
    for (at, c) in line[from..].char_indices().map(|(at, c)| (from + at, c)) {
        match c {
            '{' => {
                if depth == 0 {
                    pieces.push(start..at);
                }
                depth += 1;
            }
            '}' => {
                depth = depth.saturating_sub(1);
                start = at + 1;
            }
            _ => {}
        }
    }
    if depth == 0 {
        pieces.push(start..line.len());
    }
    pieces
}

/// The name of the message in which a place stands or which ends before it, and its text up to there.
fn message_before(text: &str, at: usize) -> (&str, Range<usize>) {
    let end = text[..at].trim_end().len();
    // The rest of the line of the place belongs to the message, unless it begins another one.
    let end = if text[end..at].contains('\n') { end } else { at + text[at..].find('\n').unwrap_or(text.len() - at) };
    let mut start = 0;
    let mut line_start = 0;
    for line in text[..end].split_inclusive('\n') {
        if line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-') && line.contains('=') {
            start = line_start;
        }
        line_start += line.len();
    }
    let name = text[start..end].split(['=', '\n']).next().unwrap_or_default().trim();
    (name, start..end)
}

/// The first brace that nothing closes, with the rest of its line.
fn open_brace(message: &str) -> Option<Range<usize>> {
    let mut open = Vec::new();
    let mut is_quoted = false;
    for (at, c) in message.char_indices() {
        match c {
            '"' if !open.is_empty() => is_quoted = !is_quoted,
            '\n' => is_quoted = false,
            '{' if !is_quoted => open.push(at),
            '}' if !is_quoted => drop(open.pop()),
            _ => {}
        }
    }
    let start = *open.last()?;
    let line = message[start..].lines().next().unwrap_or_default().trim_end();
    Some(start..start + line.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::parse_messages;

    #[test]
    fn words_are_what_stands_outside_of_braces() {
        for (text, places) in [
            ("menu = القائمة, كلها\n", &[","][..]),
            ("# ملاحظة, لا تُقرأ\nmenu = القائمة\n", &[]),
            ("back = نعم, { $a ->\n    [one] کتاب { $number }\n   *[other] { $number } كتب\n    }\n", &[",", "ک"]),
            ("code = { \"نعم, لا\" } نعم\n", &[]),
        ] {
            let source = Source::new("templates/i18n/ar.ftl", text);
            let slips = typing_slips(FileId(0), &source, "ar");
            let at: Vec<&str> = slips.iter().filter_map(|slip| slip.span).map(|at| &text[at.start..at.end]).collect();
            assert_eq!(at, places, "{text}");
        }
    }

    #[test]
    fn slips_are_named_where_they_are() {
        for (text, place, message, help) in [
            ("a = x\nback = To { $number\nopen = Open\n", "{ $number", "`{` of the message `back`", "`{ $number }`"),
            ("back = To { $number, the text\n", "{ $number, the text", "`back`", "`{ $number, }`"),
            ("back = To { $number", "{ $number", "`back`", "`{ $number }`"),
            ("a = x\nback = To $number }\nopen = Open\n", "}", "`}` whose `{` is missing", "`{ $number }`"),
            (
                "n = { $number ->\n    [one] One\n    [other] Many\n    }\n",
                "[other] Many",
                "no form of the message `n`",
                "`*[other] …`",
            ),
        ] {
            let (file, source, mut faults) = (FileId(0), Source::new("en.ftl", text), Vec::new());
            let _ = parse_messages(file, &source, &mut faults);
            let fault = in_plain_words(file, &source, faults.remove(0));
            let span = fault.span.expect("a place");
            assert_eq!(&text[span.start..span.end], place, "{fault:?}");
            assert!(fault.message.contains(message), "{fault:?}");
            assert!(fault.help.is_some_and(|said| said.contains(help)), "{text}");
        }
    }
}
