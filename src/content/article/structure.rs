//! Blocks of Markdown that are nearly what was meant: items that are indented too little to be nested, cells that a table has
//! no column for, code that is not closed.

use std::ops::Range;

use super::writer::Writer;
use crate::diagnostic::{Code, Diagnostic};

/// An item of a list, whose first item is indented as far as `first` says. An item that is indented further, but not as far
/// as the words of the one before it, is no item of a list in the list.
pub fn check_item(first: Option<&mut Option<usize>>, range: Range<usize>, writer: &mut Writer<'_>) {
    // What stands further behind the beginning of its line is indented by other things than blanks.
    let from = writer.markdown.floor_char_boundary(range.start.saturating_sub(100));
    let Some(start) =
        writer.markdown[from..range.start].rfind('\n').map(|at| from + at + 1).or((from == 0).then_some(0))
    else {
        return;
    };
    let line = &writer.markdown[start..];
    let indent = &line[..line.len() - line.trim_start_matches(' ').len()];
    let (Some(first), true) = (first, writer.markdown[start..range.start].chars().all(|c| c == ' ')) else { return };
    let marker = line[indent.len()..].chars().take_while(|c| !c.is_whitespace()).count() + 1;
    match *first {
        None => *first = Some(indent.len()),
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

/// A row of a table of so many columns, as it was written.
pub fn check_row(row: &str, columns: usize) -> Option<Diagnostic> {
    let row = row.trim();
    let inside = row.strip_prefix('|').unwrap_or(row);
    let bars = inside.match_indices('|').filter(|(at, _)| !inside[..*at].ends_with('\\')).count();
    let ends = inside.ends_with('|') && !inside.ends_with("\\|");
    let cells = bars + usize::from(!ends);
    if cells <= columns || columns == 0 {
        return None;
    }
    let wikilink = inside.find("[[").is_some_and(|at| {
        inside[at..].split("]]").next().is_some_and(|link| link.contains('|') && !link.contains("\\|"))
    });
    let help = match wikilink {
        true => "write the bar of a wikilink as `\\|` in a table: [[page\\|words]]",
        false => "give the table a column for it, or write a bar inside a cell as `\\|`",
    };
    let message = format!("this row has {cells} cells, and its table {columns} columns: what is over is lost");
    Some(Diagnostic::warning(Code::Markup, message).help(help))
}

/// HTML of the author's: a comment that is not closed hides all that follows.
pub fn check_comment(html: &str, range: Range<usize>, writer: &mut Writer<'_>) {
    let Some(at) = html.rfind("<!--").filter(|at| !html[*at..].contains("-->")) else { return };
    let start = writer.markdown[range.clone()].rfind("<!--").map_or(range.start, |found| range.start + found);
    let message = "this comment is not closed, and all that follows is lost in it";
    let fault = Diagnostic::warning(Code::Markup, message).help("write `-->` behind it");
    writer.fault(fault, start..start + html[at..].lines().next().map_or(4, str::len));
}

/// A block of code as it was written, if it is fenced.
pub fn check_fence(block: &str, range: Range<usize>, writer: &mut Writer<'_>) {
    let block = block.trim();
    let Some(mark) = block.chars().next().filter(|c| matches!(c, '`' | '~')) else { return };
    let length = block.len() - block.trim_start_matches(mark).len();
    if length < 3 {
        return;
    }
    let last = block.lines().skip(1).last().unwrap_or_default().trim_start_matches([' ', '\t', '>']).trim();
    if last.len() >= length && last.chars().all(|c| c == mark) {
        return;
    }
    let first = range.start..range.start + writer.markdown[range.start..].lines().next().map_or(0, str::len);
    let help = format!("write {} on a line of its own behind it", mark.to_string().repeat(length));
    writer.fault(
        Diagnostic::warning(Code::Markup, "this code is not closed, and all that follows is part of it").help(help),
        first,
    );
}
