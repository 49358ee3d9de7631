//! CSV read cell by cell, each with its place: the only file that knows `csv-core`. It judges the shape alone: every
//! row has as many cells as the head.

use std::collections::BTreeSet;

use csv_core::{ReadFieldResult, ReaderBuilder};

use crate::diagnostic::{Code, Diagnostic, Matter};
use crate::text::{FileId, Located, Span};

/// The cells of a file, without blanks around them.
#[derive(Debug, Default)]
pub struct Table {
    /// The names of the columns.
    pub head: Vec<Located<String>>,
    /// The rows, each as long as the head.
    pub rows: Vec<Vec<Located<String>>>,
    /// The cells of rows that are left out.
    pub loose: Vec<String>,
    /// Whether one of these rows is too short: which of its cells is missing nobody can tell.
    pub lacks_cells: bool,
}

/// The names of the columns of a CSV file.
pub fn columns(text: &str) -> Vec<String> {
    read_table(FileId(0), text, &mut Vec::new()).head.into_iter().map(|name| name.value).collect()
}

/// Reads a CSV file; rows that are too short or too long are reported and left out. Cells that are parted by semicolons or
/// tabs are reported and read.
pub fn read_table(file: FileId, text: &str, faults: &mut Vec<Diagnostic>) -> Table {
    let separator = separator(text);
    if let Some((name, _)) = NAMES.iter().find(|(_, sign)| *sign == separator) {
        let head = text.trim_start_matches('\n').lines().next().unwrap_or_default();
        let start = text.len() - text.trim_start_matches('\n').len();
        let message = format!("the cells of this file are separated by {name}");
        let fault = Diagnostic::error(Code::InvalidCell, message).at(file.span(start..start + head.len()));
        faults.push(fault.help("save it with commas between the cells"));
    }
    if separator == b',' {
        let head = text.trim_start_matches('\n').lines().next().unwrap_or_default();
        if !head.contains(',') && head.contains(['،', '؛']) {
            let message = "the cells of this file are separated by Arabic commas";
            let fault = Diagnostic::error(Code::InvalidCell, message).at(file.top()).doubting(Matter::File(file));
            faults.push(fault.help("save it with plain commas, `,`, between the cells"));
        }
    }
    let rows = rows(file, text, separator);
    if let Some(span) = rows.open {
        let fault = Diagnostic::error(Code::InvalidCell, "the quotation mark that begins this cell is not closed");
        faults.push(fault.at(span).help("write `\"` at the end of the cell, too").doubting(Matter::File(file)));
    }
    let is_cut_off = rows.open.is_some();
    let mut rows = rows.rows.into_iter();
    let head = rows.next().unwrap_or_default();
    if head.is_empty() && faults.is_empty() {
        let fault = Diagnostic::error(Code::InvalidCell, "this CSV file is empty").at(file.top());
        faults.push(fault.help("write the names of the columns in its first line, and the numbers below"));
    }
    check_head(file, &head, faults);
    let mut table = Table { head, ..Table::default() };
    for row in rows {
        let (wanted, found) = (table.head.len(), row.len());
        // A line of blanks, or of the empty cells that a spreadsheet has beside its data.
        if wanted > 1 && row.iter().all(|cell| cell.value.is_empty()) {
            continue;
        }
        if wanted == found {
            table.rows.push(row);
            continue;
        }
        let Some(fault) = uneven(file, &row, wanted) else { continue };
        table.loose.extend(row.iter().map(|cell| cell.value.clone()));
        faults.push(fault);
        table.lacks_cells |= found < wanted;
    }
    if let Some(fault) = cell_in_typographic_marks(file, &table) {
        faults.push(fault);
    }
    if let [first, ..] = &table.head[..]
        && table.rows.is_empty()
        && table.loose.is_empty()
        && !is_cut_off
    {
        let fault = Diagnostic::error(Code::InvalidCell, "below the names of its columns, this CSV file has no rows");
        faults.push(fault.at(first.span).help("write the numbers below, a row a line").doubting(Matter::File(file)));
    }
    table
}

/// The rows of a CSV file that are too short or too long, if most are as long as the head: above the head of a table that is
/// made for people may stand a title.
pub fn uneven_rows(file: FileId, text: &str) -> Vec<Diagnostic> {
    let mut rows = rows(file, text, separator(text)).rows.into_iter();
    let wanted = rows.next().map_or(0, |head| head.len());
    let rows: Vec<_> = rows.filter(|row| row.iter().any(|cell| !cell.value.is_empty())).collect();
    let uneven: Vec<_> = rows.iter().filter(|row| row.len() != wanted).collect();
    let is_table = uneven.len() * 2 < rows.len();
    uneven.into_iter().filter(|_| is_table).filter_map(|row| self::uneven(file, row, wanted)).collect()
}

/// A row that is too short or too long.
fn uneven(file: FileId, row: &[Located<String>], wanted: usize) -> Option<Diagnostic> {
    let (first, last) = row.first().zip(row.last())?;
    let found = row.len();
    let cells = if found == 1 { "cell" } else { "cells" };
    let help = if found == wanted + 1 && last.value.is_empty() {
        "take away the comma at its end"
    } else if found < wanted {
        "write the cell that is missing; one that is empty stands as nothing between two commas: `,,`"
    } else {
        "a cell that holds a comma or a quotation mark stands in double quotes; a number has a point for its comma, 9.5"
    };
    let message = format!("this row has {found} {cells}, and the head has {wanted}");
    let fault = Diagnostic::error(Code::InvalidCell, message).at(file.span(first.span.start..last.span.end));
    Some(fault.help(help).doubting(Matter::Rows(file)))
}

/// A cell between typographic quotation marks that another cell of its column does without: to CSV they are a part of it.
fn cell_in_typographic_marks(file: FileId, table: &Table) -> Option<Diagnostic> {
    let is_mark = |c: char| matches!(c, '“' | '”' | '„' | '«' | '»' | '‘' | '’');
    let cells = table.rows.iter().flat_map(|row| row.iter().enumerate());
    let (cell, inner) = cells.into_iter().find_map(|(column, cell)| {
        let inner = cell.value.strip_prefix(is_mark)?.strip_suffix(is_mark)?.trim();
        let is_there = table.rows.iter().any(|row| row[column].value == inner);
        is_there.then_some((cell, inner))
    })?;
    let message = format!("`{}` stands between typographic quotation marks, which are a part of the cell", cell.value);
    let fault = Diagnostic::error(Code::InvalidCell, message).at(cell.span).doubting(Matter::File(file));
    Some(fault.help(format!("write it as the other rows do: \"{inner}\"")))
}

/// Each column has a name, and one of its own.
fn check_head(file: FileId, head: &[Located<String>], faults: &mut Vec<Diagnostic>) {
    let mut names = BTreeSet::new();
    for (n, name) in head.iter().enumerate() {
        let (message, help) = if name.value.is_empty() && n > 0 {
            let message = format!("the column {} has no name", n + 1);
            (message, "write one, or take out the comma that begins the column, in all lines".to_owned())
        } else if !names.insert(name.value.as_str()) {
            (format!("two columns are called `{}`", name.value), "give each a name of its own".to_owned())
        } else {
            continue;
        };
        // The comma alone tells where a column without a name is.
        let start = name.span.start - usize::from(name.value.is_empty());
        let severity = if name.value.is_empty() { Diagnostic::warning } else { Diagnostic::error };
        let fault = severity(Code::InvalidCell, message).at(file.span(start..name.span.end));
        faults.push(fault.help(help).doubting(Matter::File(file)));
        return;
    }
}

/// What cells are separated by that are not separated by commas.
const NAMES: [(&str, u8); 2] = [("semicolons", b';'), ("tabs", b'\t')];

/// The sign that separates the cells of the head.
fn separator(text: &str) -> u8 {
    let head = text.trim_start_matches('\n').lines().next().unwrap_or_default();
    let other = NAMES.iter().map(|(_, sign)| *sign).find(|sign| head.as_bytes().contains(sign));
    other.filter(|_| !head.contains(',')).unwrap_or(b',')
}

/// The rows of a file, and the cell that is not closed.
struct CsvRows {
    rows: Vec<Vec<Located<String>>>,
    open: Option<Span>,
}

fn rows(file: FileId, text: &str, separator: u8) -> CsvRows {
    let input = text.as_bytes();
    let mut reader = ReaderBuilder::new().delimiter(separator).build();
    // No cell is longer than the file.
    let mut cell = vec![0; input.len() + 1];
    let (mut rows, mut row, mut open) = (Vec::new(), Vec::new(), None);
    let (mut at, mut start, mut filled) = (0, 0, 0);
    loop {
        let (result, read, written) = reader.read_field(&input[at..], &mut cell[filled..]);
        at += read;
        filled += written;
        match result {
            // The next call is given an empty input, which means the end.
            ReadFieldResult::InputEmpty => {}
            ReadFieldResult::OutputFull | ReadFieldResult::End => return CsvRows { rows, open },
            ReadFieldResult::Field { record_end } => {
                let value = String::from_utf8_lossy(&cell[..filled]).trim().to_owned();
                // Blank lines are passed over together with the cell after them; the sign that ends a cell is its last byte.
                let raw = text[start..at].trim_end_matches(['\n', char::from(separator)]);
                let skipped = raw.len() - raw.trim_start_matches('\n').len();
                let span = file.span(start + skipped..start + raw.len());
                let begins = raw.trim_start_matches('\n');
                if begins.starts_with('"') && begins.matches('"').count() % 2 == 1 {
                    let line = begins.lines().next().unwrap_or_default();
                    open = Some(file.span(span.start..span.start + line.len()));
                    // What it swallows is no row.
                    return CsvRows { rows, open };
                }
                row.push(Located { value, span });
                if record_end {
                    rows.push(std::mem::take(&mut row));
                }
                (start, filled) = (at, 0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_know_their_places() {
        let text = "name,count\n\"a, \"\"b\"\"\",1\n\nج , 2.50\n,\nlast,3";
        let mut faults = Vec::new();
        let table = read_table(FileId(0), text, &mut faults);
        let cells: Vec<Vec<_>> =
            table.rows.iter().map(|row| row.iter().map(|cell| cell.value.as_str()).collect()).collect();
        assert_eq!(cells, [["a, \"b\"", "1"], ["ج", "2.50"], ["last", "3"]]);
        assert_eq!(&text[table.rows[0][0].span.start..table.rows[0][0].span.end], "\"a, \"\"b\"\"\"");
        assert_eq!(&text[table.rows[1][0].span.start..table.rows[1][0].span.end], "ج ");
        assert_eq!(&text[table.rows[2][1].span.start..table.rows[2][1].span.end], "3");
        assert!(faults.is_empty());
        assert!(read_table(FileId(0), "", &mut faults).head.is_empty());
        read_table(FileId(0), "a,b\n1\n1,2,3\n", &mut faults);
        assert_eq!(faults.len(), 3, "an empty file, and two rows");
    }
}
