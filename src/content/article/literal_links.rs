//! Brackets that nearly are a link or a reference, and stay as they are.

use std::ops::Range;

use super::link::misread_address;
use super::literal_lines::Found;
use super::named_once::NamedOnce;
use crate::locale::is_right_to_left;

/// The message of a wikilink that is open, which the bar of one in a table leaves behind, too.
pub const UNCLOSED_WIKILINK: &str = "`[[` is not closed by `]]`";

/// In the message of a link whose title is open: the mark is no quotation that should end.
pub const OF_TITLE: &str = "before its title";

/// Labels that are defined nowhere, and the first wikilink or link that is none.
pub fn brackets(text: &str, once: &mut NamedOnce) -> Vec<Found> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(['[', ']']).map(|at| from + at) {
        from = at + 1;
        let rest = &text[at..];
        if let Some(empty) = empty_wikilink(rest).filter(|_| !text[..at].trim_end().ends_with(['[', '='])) {
            found.push((
                at..at + empty,
                "`[[]]` names no page".to_owned(),
                "write the page between the brackets: [[page]] or [[page|words]]".to_owned(),
            ));
            break;
        }
        if let Some((length, name)) = turned_wikilink(rest) {
            let message = "the brackets of this link to a page have changed places, and it is none";
            found.push((at..at + length, message.to_owned(), format!("write [[{name}]]")));
            break;
        }
        if rest.starts_with("[[")
            && !text[..at].ends_with('[')
            && !rest[2..].starts_with([']', ' ', '"', '\''])
            && !starts_number(&rest[2..])
        {
            let closed = rest.find("]]").is_some();
            let message = if closed { "`[[…]]` is no link here" } else { UNCLOSED_WIKILINK };
            found.push((
                at..at + 2,
                message.to_owned(),
                "write a link to a page as [[page]] or [[page|words]], on one line".to_owned(),
            ));
            break;
        }
        if let Some(inside) = rest.strip_prefix("](") {
            found.push(link(text, at, inside));
            break;
        }
        let label = rest.strip_prefix("][").and_then(|rest| rest.split_once(']')).map(|(label, _)| label);
        let Some((name, range)) = label.and_then(|label| reference(text, at, label)) else { continue };
        from = range.end;
        if once.undefined.insert(name.to_lowercase()) {
            let message = format!("the reference `[{name}]` is defined nowhere, so this is no link");
            let help = match once.lines.contains_key(&name.to_lowercase()) {
                true => format!("leave an empty line before `[{name}]: …`, which belongs to what stands above it"),
                false => format!("write a line `[{name}]: address` in this file, or [words](address)"),
            };
            found.push((range, message, help));
        }
    }
    found
}

/// `[label]: address` in a paragraph, or with a blank before its colon: a line that defines nothing.
pub fn late_definition(text: &str, once: &NamedOnce) -> Option<Found> {
    let mut start = 0;
    for line in text.split('\n') {
        let at = start;
        start += line.len() + 1;
        let Some((label, rest)) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')) else { continue };
        let Some(address) = rest.trim_start_matches(' ').strip_prefix(':') else { continue };
        let (is_parted, address) = (rest.starts_with(' '), address.trim());
        let is_address =
            ["https://", "http://", "/", "./", "../", "#", "mailto:"].iter().any(|begin| address.starts_with(begin));
        let is_named = once.undefined.contains(&label.to_lowercase());
        if label.is_empty() || label.starts_with('^') || !is_address || is_named || at == 0 && !is_parted {
            continue;
        }
        let help = match is_parted {
            true => format!("write it without the blank, behind an empty line: [{label}]: {address}"),
            false => "leave an empty line before it".to_owned(),
        };
        let message = format!("this line defines no `[{label}]`, and is shown as it is");
        return Some((at..at + label.len() + 2, message, help));
    }
    None
}

/// `]]name[[` at the beginning of a text: a link to a page between brackets that have changed places, as they seem to stand
/// right from right to left.
fn turned_wikilink(text: &str) -> Option<(usize, &str)> {
    let rest = text.strip_prefix("]]")?;
    let name = &rest[..rest.find(|c: char| !(c.is_alphanumeric() || " -_/#|".contains(c)))?];
    let is_link = name.starts_with(char::is_alphabetic) && rest[name.len()..].starts_with("[[");
    is_link.then_some((name.len() + 4, name))
}

/// How long `[[]]` is, with white space between the brackets or without, if a text begins with it.
fn empty_wikilink(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("[[")?.trim_start().strip_prefix("]]")?;
    Some(text.len() - rest.len())
}

fn starts_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_numeric() || c == '-')
}

fn link(text: &str, at: usize, inside: &str) -> Found {
    let address = inside.split([')', '\n']).next().unwrap_or_default();
    let closed = inside[address.len()..].starts_with(')');
    let is_size =
        |word: &str| word.strip_prefix('=').is_some_and(|size| size.starts_with(|c: char| c.is_ascii_digit()));
    let size = address.split_whitespace().find(|word| is_size(word));
    let start = text[..at].rfind('[').unwrap_or(at);
    let (noun, sign) = if text[..start].ends_with('!') { ("image", "!") } else { ("link", "") };
    let (message, help) = if let Some(open) = address.strip_prefix('<').filter(|open| !open.contains('>')) {
        (
            format!("this is no {noun}: nothing closes the `<` of its address"),
            format!("write it as {sign}[words]({open})"),
        )
    } else if let Some(size) = size.filter(|_| closed) {
        let width = size[1..].split('x').next().unwrap_or_default();
        (
            "this is no image: a size stands in its address".to_owned(),
            format!("write the size behind it: ](…){{width={width}}}"),
        )
    } else if let Some((path, title)) = open_title(address).filter(|_| closed) {
        let mark = &title[..1];
        (
            format!("this is no {noun}: nothing closes the `{mark}` {OF_TITLE}"),
            format!("write {sign}[words]({path} {title}{mark})"),
        )
    } else if let Some((why, help)) = misread_address(address.trim()).filter(|_| closed) {
        (format!("this is no {noun}: {why}"), help)
    } else if closed && address.contains('(') {
        (
            format!("this {noun} is not closed by `)`: that in it closes the `(` of its address"),
            format!("write one more: {sign}[words]({address}))"),
        )
    } else if closed {
        (
            format!("this is no {noun}, and its signs are shown as they are"),
            format!("write it as {sign}[words](address)"),
        )
    } else {
        (format!("this {noun} is not closed by `)`"), "write `)` behind its address, on the same line".to_owned())
    };
    (start..at + 2, message, help)
}

/// An address and, behind a blank, a title that its first mark alone parts from it: `x.html "Title`.
fn open_title(inside: &str) -> Option<(&str, &str)> {
    let (path, title) = inside.split_once(char::is_whitespace)?;
    let title = title.trim();
    let mark = title.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    (!title[1..].contains(mark)).then_some((path, title))
}

/// `[words][label]` of a label that is defined nowhere: its name, and where it stands. `at` is the end of the words.
fn reference<'t>(text: &'t str, at: usize, label: &'t str) -> Option<(&'t str, Range<usize>)> {
    let start = text[..at].rfind('[')?;
    let words = &text[start + 1..at];
    // An index of an array, or two numbers of notes.
    let is_code =
        text[..start].ends_with(|c: char| c.is_alphanumeric() && !is_right_to_left(c) || matches!(c, '_' | ')' | ']'));
    // Tags in front of a line of a list of changes: `[win][arm64] Starts again`.
    let is_tag = |text: &str| {
        (1..=8).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    let behind = &text[at + "][".len() + label.len() + "]".len()..];
    let are_tags = text[..start].trim().is_empty() && is_tag(words) && is_tag(label) && behind.starts_with(' ');
    let number = |text: &str| text.chars().all(|c| c.is_numeric() || c.is_whitespace());
    if is_code
        || are_tags
        || words.starts_with('^')
        || label.starts_with('^')
        || number(words)
        || number(label) && !label.is_empty()
        || words.contains(']')
    {
        return None;
    }
    let name = if label.is_empty() { words } else { label };
    Some((name, start..at + 2 + label.len() + 1))
}
