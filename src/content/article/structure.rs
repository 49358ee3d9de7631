//! Blocks of Markdown that are nearly what was meant: items that are indented too little to be nested, cells that a table has
//! no column for, code that is not closed.

use std::ops::Range;

use super::list_numbers::{OpenList, check_count, check_number};
use super::writer::Writer;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::ends_sentence;
use crate::text::is_bidi_control;

/// An item of a list. One that is indented further than the first, but not as far as the words of the one before it, is no item
/// of a list in the list.
pub fn check_item(list: Option<&mut OpenList>, range: Range<usize>, writer: &mut Writer<'_>) {
    // What stands further behind the beginning of its line is indented by other things than blanks.
    let from = writer.markdown.floor_char_boundary(range.start.saturating_sub(100));
    let Some(start) =
        writer.markdown[from..range.start].rfind('\n').map(|at| from + at + 1).or((from == 0).then_some(0))
    else {
        return;
    };
    let line = &writer.markdown[start..];
    let indent = &line[..line.len() - line.trim_start_matches(' ').len()];
    let (Some(list), true) = (list, writer.markdown[start..range.start].chars().all(|c| c == ' ')) else { return };
    let marker = line[indent.len()..].chars().take_while(|c| !c.is_whitespace()).count() + 1;
    check_number(&line[indent.len()..], start + indent.len(), writer);
    check_count(&line[indent.len()..], start + indent.len(), list, writer);
    match list.indent {
        None => list.indent = Some(indent.len()),
        Some(of_first) if indent.len() > of_first => {
            let blanks = indent.len() - of_first;
            let message =
                format!("this item is indented by {blanks} more than the first one, and is no list in the list");
            let help = format!("indent it by {} to nest it, or as the others are", of_first + marker);
            let line = start..start + indent.len() + 1;
            writer.fault(Diagnostic::warning(Code::Markup, message).help(help), line);
        }
        Some(_) => {}
    }
}

/// What a block may belong to if it is indented far enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// An item of a list.
    Item,
    /// A footnote.
    Note,
    /// A table.
    Table,
}

/// A block directly after a list or a footnote that is indented, but too little to belong to it; after a table, rows of it.
/// Whether these were named.
pub fn check_indentation(holder: Holder, block: &str, start: usize, writer: &mut Writer<'_>) -> bool {
    let (what, far) = match holder {
        Holder::Table => return check_parted_row(start, writer),
        Holder::Item => ("the item above it", "as far as the words of the item"),
        Holder::Note => ("the note above it", "by 4"),
    };
    let before = &writer.markdown[..start];
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    // A list begins with the blanks before it.
    let indent = writer.markdown[line..].bytes().take_while(|byte| *byte == b' ').count();
    if !(1..=3).contains(&indent) || line + indent < start {
        return false;
    }
    let message = format!("this {block} is indented by {indent}, too little to belong to {what}");
    let fault = Diagnostic::warning(Code::Markup, message);
    writer.fault(fault.help(format!("indent it {far}, or not at all")), line..line + indent + 1);
    false
}

/// Rows that an empty line parts from the table above them, unless they are a table of their own that lacks something.
fn check_parted_row(start: usize, writer: &mut Writer<'_>) -> bool {
    let is_row = |line: &str| line.len() > 2 && line.starts_with('|') && line.ends_with('|');
    let mut lines = writer.markdown[start..].lines().map(str::trim);
    let Some(row) = lines.next().filter(|line| is_row(line)) else { return false };
    let message = match lines.next().filter(|line| is_row(line)) {
        Some(second) if second.chars().all(|c| "|-–—: ".contains(c)) => return false,
        Some(_) => "an empty line parts these rows from their table, and readers see their bars",
        None => "an empty line parts this row from its table, and readers see its bars",
    };
    let fault = Diagnostic::warning(Code::Markup, message).help("take the empty line away");
    writer.fault(fault, start..start + row.len());
    true
}

/// An attribute of a heading that does nothing: its id alone is read.
pub fn check_heading(name: &str, range: &Range<usize>, writer: &mut Writer<'_>) {
    let written = writer.markdown.get(range.clone()).unwrap_or_default();
    let at = written.rfind('{').and_then(|brace| Some(brace + written[brace..].find(name)?)).unwrap_or(0);
    let message = format!("`{name}` has no effect on a heading, and is left out");
    let fault = Diagnostic::warning(Code::Markup, message).help("take it out: an id alone is read here: ## … {#id}");
    writer.fault(fault, range.start + at..range.start + at + name.len());
}

/// A row of a table of so many columns, as it was written.
pub fn check_row(row: &str, columns: usize) -> Option<Diagnostic> {
    let row = row.trim();
    let written = cells(row);
    let count = written.len();
    if columns == 0 || count == columns {
        return None;
    }
    if count < columns {
        return too_few(row, count, columns);
    }
    if written[columns..].iter().all(|cell| cell.trim().is_empty()) {
        return None; // Nothing is lost.
    }
    let wikilink = row
        .find("[[")
        .is_some_and(|at| row[at..].split("]]").next().is_some_and(|link| link.contains('|') && !link.contains("\\|")));
    let help = match wikilink {
        true => "write the bar of a wikilink as `\\|` in a table: [[page\\|words]]",
        false => "give the table a column for it, or write a bar inside a cell as `\\|`",
    };
    let message = format!("this row has {count} cells, and its table {columns} columns: what is over is lost");
    Some(Diagnostic::warning(Code::Markup, message).help(help))
}

/// What stands between the bars of a row, of which the first and the last only hold it; a bar behind a backslash parts nothing.
pub fn cells(row: &str) -> Vec<&str> {
    let row = row.trim();
    let inside = row.strip_prefix('|').unwrap_or(row);
    let mut is_escaped = false;
    let parts = inside.split(|c| {
        let is_bar = c == '|' && !is_escaped;
        is_escaped = c == '\\';
        is_bar
    });
    let mut cells: Vec<&str> = parts.collect();
    if cells.len() > 1 && cells.last().is_some_and(|last| last.is_empty()) {
        cells.pop();
    }
    cells
}

/// A row that has no bar, or fewer cells than its table has columns.
fn too_few(row: &str, cells: usize, columns: usize) -> Option<Diagnostic> {
    if !row.contains('|') {
        let message = "this line has no bar, and is a row of the table above it";
        let help = "leave an empty line before what does not belong to the table";
        return Some(Diagnostic::warning(Code::Markup, message).help(help));
    }
    let message = format!("this row has {}, and its table {columns} columns: the last ones stay empty", count(cells));
    let help = "write a bar before each cell, also before those that are empty: | … | |";
    Some(Diagnostic::warning(Code::Markup, message).help(help))
}

fn count(cells: usize) -> String {
    if cells == 1 { "1 cell".to_owned() } else { format!("{cells} cells") }
}

/// HTML of the author's: a comment that is not closed hides all that follows.
pub fn check_comment(html: &str, range: Range<usize>, writer: &mut Writer<'_>) {
    check_include(html, &range, writer);
    let Some(at) = html.rfind("<!--").filter(|at| !html[*at..].contains("-->")) else { return };
    let start = writer.markdown[range.clone()].rfind("<!--").map_or(range.start, |found| range.start + found);
    let message = "this comment is not closed, and all that follows is lost in it";
    let fault = writer.doubting_headings(Diagnostic::warning(Code::Markup, message).help("write `-->` behind it"));
    writer.fault(fault, start..start + html[at..].lines().next().map_or(4, str::len));
}

/// A comment with which other tools bring in a file.
fn check_include(html: &str, range: &Range<usize>, writer: &mut Writer<'_>) {
    let is_include = |comment: &str| {
        let comment = comment.trim_start().trim_start_matches(['@', '#']);
        comment.starts_with("include:") || comment.starts_with("include virtual") || comment.starts_with("include file")
    };
    let Some((at, _)) = html.match_indices("<!--").find(|(at, _)| is_include(&html[at + 4..])) else { return };
    let message = "no file is brought in here: readers see nothing in its place";
    let fault = Diagnostic::warning(Code::Markup, message).help("write here what the file says, or link to it");
    let start = writer.markdown[range.clone()].find("<!--").map_or(range.start, |found| range.start + found);
    writer.fault(fault, start..start + html[at..].lines().next().map_or(4, str::len));
}

/// The seventh quotation in quotations is a line that a merge has left.
pub fn check_quote(depth: usize, range: Range<usize>, writer: &mut Writer<'_>) {
    let from = writer.markdown[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let line = writer.markdown[from..].lines().next().unwrap_or_default();
    if depth == 6 && line.starts_with(">>>>>>> ") {
        let message = "this line is left over from a merge, and opens seven quotations";
        let help = "leave what is right, and remove the lines of `<`, `=` and `>`";
        writer.fault(Diagnostic::error(Code::MergeConflict, message).help(help), from..from + line.len());
    }
}

/// Emphasis whose signs are those of a product, as in `2*3*4`, of patterns of files, as in `src/*.c and lib/*.h`, or of a name
/// of Python, as in `__init__.py`.
pub fn check_operators(range: Range<usize>, writer: &mut Writer<'_>) {
    let Some(written) = writer.markdown.get(range.clone()) else { return };
    let before = writer.markdown[..range.start].chars().next_back();
    let after = writer.markdown[range.end..].chars().next();
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_numeric());
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric());
    if let Some(inside) = written.strip_prefix('*').and_then(|written| written.strip_suffix('*')) {
        let (first, last) = (inside.chars().next(), inside.chars().next_back());
        let joined = is_letter(before) && is_letter(first) && is_letter(last) && is_letter(after);
        if joined && (is_digit(before) || is_digit(first)) && (is_digit(last) || is_digit(after)) {
            let message = "the two `*` of this product vanish, and what stands between them is emphasised";
            let fault = Diagnostic::warning(Code::Markup, message).help("write `\\*`, or ×, or code between backticks");
            writer.fault(fault, range);
        } else if last == Some('/') || before == Some('/') && first == Some('.') {
            let message = "the two `*` of these names of files vanish, and what stands between them is emphasised";
            let fault = Diagnostic::warning(Code::Markup, message).help("write `\\*`, or code between backticks");
            writer.fault(fault, range);
        }
        return;
    }
    let Some(name) = written.strip_prefix("__").and_then(|written| written.strip_suffix("__")) else { return };
    let is_name =
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    let goes_on = matches!(after, Some('.' | '('))
        && writer.markdown[range.end + 1..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == ')');
    if is_name && (goes_on || PYTHON_NAMES.contains(&name)) {
        let message = format!("the underscores of `__{name}__` vanish, and the name is shown bold");
        let fault = Diagnostic::warning(Code::Markup, message)
            .help(format!("write it as code: `__{name}__` between backticks"));
        writer.fault(fault, range);
    }
}

/// Names with two underscores on both sides that people write about.
const PYTHON_NAMES: [&str; 16] = [
    "init", "main", "all", "name", "file", "dict", "call", "str", "repr", "len", "enter", "exit", "new", "del",
    "pycache", "dirname",
];

/// Fenced code and sentences that were indented, and so are code.
pub fn check_indented_code(block: &str, range: Range<usize>, writer: &mut Writer<'_>) {
    if block.trim_start().starts_with(['`', '~']) {
        let shows = |sign: &str| block.starts_with(sign) && block.trim_end().ends_with(sign);
        if shows("```") || shows("~~~") {
            let message = "this code is indented by four blanks, and its fences are shown in it";
            let fault = Diagnostic::warning(Code::Markup, message).help("take the blanks away");
            let line = block.lines().next().map_or(0, str::len);
            writer.fault(fault, range.start..range.start + line);
        }
        return;
    }
    let words = block.split_whitespace().count();
    let shown = block.trim_end();
    let is_sentence = (ends_sentence(shown) || shown.ends_with(['»', '”'])) && words >= 4;
    let is_code =
        block.contains(['{', '}', ';', '=', '<', '>', '$', '|', '\\', '/', '_', '[', ']', '@', '#', '+', '`']);
    let begins = block.trim_start().starts_with(char::is_alphabetic);
    if is_sentence && begins && !is_code {
        let message = "these words are indented by four blanks or a tab, and are shown as code";
        let line = writer.markdown[range.start..].lines().next().map_or(0, str::len);
        let fault =
            Diagnostic::warning(Code::Markup, message).help("take the blanks away; code stands between lines of ```");
        writer.fault(fault, range.start..range.start + line);
    }
}

/// A block of code as it was written: whether it is fenced, and ends where its author says.
pub fn is_open_code(block: &str) -> bool {
    fence(block).is_some_and(|(mark, length)| {
        !is_closed(block.trim(), mark, length) || inner_fence(block, mark, length).is_some()
    })
}

/// The sign of a fence, and how many of it.
fn fence(block: &str) -> Option<(char, usize)> {
    let block = block.trim_start();
    let mark = block.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = block.len() - block.trim_start_matches(mark).len();
    (length >= 3).then_some((mark, length))
}

fn is_closed(block: &str, mark: char, length: usize) -> bool {
    let last = block.lines().skip(1).last().unwrap_or_default().trim_start_matches([' ', '\t', '>']).trim();
    last.len() >= length && last.chars().all(|c| c == mark)
}

/// The line inside a block of code that would begin another one: the first one is not closed.
fn inner_fence(block: &str, mark: char, length: usize) -> Option<usize> {
    let begins = |line: &str| {
        let behind = line.trim_start_matches(mark);
        line.len() - behind.len() >= length
            && behind.starts_with(|c: char| c.is_ascii_alphabetic())
            && !behind.contains(mark)
    };
    block.trim().lines().skip(1).position(|line| begins(line.trim_start_matches([' ', '>']))).map(|n| n + 1)
}

/// An alert whose words an empty line parts from it.
pub fn check_alert(block: &str, range: Range<usize>, writer: &mut Writer<'_>) {
    let is_empty = block.trim().lines().nth(1).is_none() && block.trim_end().ends_with(']');
    let below = writer.markdown.get(range.end..).unwrap_or_default().trim_start();
    if is_empty {
        let help = match below.starts_with('>') {
            true => "take away the empty line behind it",
            false => "write them below it, each line behind `> `",
        };
        writer.fault(Diagnostic::warning(Code::Markup, "this alert has no words").help(help), range);
    }
}

/// Controls of direction in code, which whoever copies it takes along.
fn check_controls(range: Range<usize>, writer: &mut Writer<'_>) {
    let written = writer.markdown.get(range.clone()).unwrap_or_default();
    let Some((at, c)) = written.char_indices().find(|(_, c)| is_bidi_control(*c)) else { return };
    let place = range.start + at..range.start + at + c.len_utf8();
    let message = format!("in this code stands the invisible direction control U+{:04X}", c as u32);
    let fault = Diagnostic::warning(Code::BidiControl, message);
    writer.fault(fault.help("delete it: whoever copies the code copies it, too"), place);
}

/// A comma, semicolon or question mark of Arabic between signs of code: `price(430، 200)`. In a text or a remark of the code it
/// stands beside Arabic letters, and alone between quotation marks or brackets it is meant.
fn check_arabic_signs(range: Range<usize>, writer: &mut Writer<'_>) {
    let written = writer.markdown.get(range.clone()).unwrap_or_default();
    let is_of_code = |(at, sign): &(usize, &str)| {
        let before = written[..*at].trim_end_matches(' ').chars().next_back();
        let behind = written[at + sign.len()..].trim_start_matches(' ').chars().next();
        before.is_some_and(|c| c.is_ascii_alphanumeric() || ")]}".contains(c))
            && behind.is_some_and(|c| c.is_ascii_alphanumeric() || "([{\"'\n-".contains(c))
            || before.is_some_and(|c| "\"'".contains(c))
                && behind.is_some_and(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let Some((at, sign)) = written.match_indices(['،', '؛', '؟']).find(is_of_code) else { return };
    let plain = match sign {
        "،" => ',',
        "؛" => ';',
        _ => '?',
    };
    let message = format!("the Arabic `{sign}` stands in this code: whoever copies it gets an error");
    let place = range.start + at..range.start + at + sign.len();
    writer.fault(Diagnostic::warning(Code::Punctuation, message).help(format!("write `{plain}`")), place);
}

/// An option whose hyphens became a dash, as word processors make of two: `–dry-run`.
fn check_options(range: Range<usize>, writer: &mut Writer<'_>) {
    let written = writer.markdown.get(range.clone()).unwrap_or_default();
    let is_option = |(at, dash): &(usize, &str)| {
        let begins = written[..*at].ends_with(|c: char| c.is_whitespace() || c == '`');
        let behind = &written[at + dash.len()..];
        let name = behind.len() - behind.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-').len();
        begins && name > 0 && behind.starts_with(|c: char| c.is_ascii_alphabetic())
    };
    let Some((at, dash)) = written.match_indices(['–', '—']).find(is_option) else { return };
    let behind = &written[at + dash.len()..];
    let name = &behind[..behind.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(behind.len())];
    let hyphens = if name.len() == 1 { "-" } else { "--" };
    let message = format!("this option begins with a dash, `{dash}{name}`: whoever copies the code gets an error");
    let place = range.start + at..range.start + at + dash.len() + name.len();
    writer.fault(Diagnostic::warning(Code::Markup, message).help(format!("write `{hyphens}{name}`")), place);
}

/// A link of reStructuredText: `` `words <address>`_ ``.
fn check_text_link(written: &str, range: Range<usize>, writer: &mut Writer<'_>) {
    let inside = written.trim_matches('`');
    let link = inside.strip_suffix('>').and_then(|inside| inside.split_once(" <"));
    let Some((words, address)) = link.filter(|_| writer.markdown[range.end..].starts_with('_')) else { return };
    let message = "this is a link of reStructuredText, and is shown as code";
    let fault = Diagnostic::warning(Code::Markup, message).help(format!("write [{}]({address})", words.trim()));
    writer.fault(fault, range.start..range.end + 1);
}

/// Code between two backticks that was meant as a block: a language stands on its first line.
pub fn check_code_span(range: Range<usize>, writer: &mut Writer<'_>) {
    check_controls(range.clone(), writer);
    check_options(range.clone(), writer);
    check_arabic_signs(range.clone(), writer);
    let written = writer.markdown.get(range.clone()).unwrap_or_default();
    check_text_link(written, range.clone(), writer);
    let written = writer.markdown.get(range.clone()).unwrap_or_default();
    let Some((language, _)) = written.strip_prefix("``").and_then(|rest| rest.split_once('\n')) else { return };
    let begins_line = writer.markdown[..range.start].trim_end_matches(' ').ends_with('\n') || range.start == 0;
    if begins_line && !language.is_empty() && language.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        let first = range.start..range.start + 2 + language.len();
        let fault = Diagnostic::warning(Code::Markup, "two backticks begin no block of code, and its lines are joined");
        writer.fault(
            fault.help(format!("write three before and behind it, on lines of their own: ```{language}")),
            first,
        );
    }
}

/// A block of code that is fenced.
pub fn check_fence(block: &str, range: Range<usize>, writer: &mut Writer<'_>) {
    check_controls(range.clone(), writer);
    check_options(range.clone(), writer);
    check_arabic_signs(range.clone(), writer);
    let Some((mark, length)) = fence(block) else { return };
    let inner = inner_fence(block, mark, length);
    // What would have begun the code may be hidden, which is said there, and this is its end.
    let is_explained = inner.is_none() && std::mem::take(&mut writer.hides_fence);
    if inner.is_none() && is_closed(block.trim(), mark, length) || is_explained {
        return;
    }
    let first = range.start..range.start + writer.markdown[range.start..].lines().next().map_or(0, str::len);
    let signs = mark.to_string().repeat(length);
    let (message, help) = match inner {
        Some(lines) => (
            format!("this code is not closed, and other code begins {lines} lines further down"),
            format!(
                "write {signs} on a line of its own behind it; code that shows such lines stands between more signs, {signs}{mark}"
            ),
        ),
        None => (
            "this code is not closed, and all that follows is part of it".to_owned(),
            format!("write {signs} on a line of its own behind it"),
        ),
    };
    let fault = writer.doubting_headings(Diagnostic::warning(Code::Markup, message).help(help));
    writer.fault(fault, first);
}
