//! CSV read cell by cell, each with its place: the only file that knows `csv-core`. It judges the shape alone: every
//! row has as many cells as the head.

use csv_core::{ReadFieldResult, Reader};

use crate::diagnostic::{Code, Diagnostic};
use crate::text::{FileId, Located};

/// The cells of a file, without blanks around them.
#[derive(Debug, Default)]
pub struct Table {
    /// The names of the columns.
    pub head: Vec<Located<String>>,
    /// The rows, each as long as the head.
    pub rows: Vec<Vec<Located<String>>>,
}

/// Reads a CSV file; rows that are too short or too long are reported and left out.
pub fn read_table(file: FileId, text: &str, faults: &mut Vec<Diagnostic>) -> Table {
    let mut rows = rows(file, text).into_iter();
    let head = rows.next().unwrap_or_default();
    let mut table = Table { head, rows: Vec::new() };
    for row in rows {
        let (wanted, found) = (table.head.len(), row.len());
        if wanted == found {
            table.rows.push(row);
            continue;
        }
        let Some(span) = row.first().zip(row.last()).map(|(first, last)| file.span(first.span.start..last.span.end))
        else {
            continue;
        };
        faults.push(
            Diagnostic::error(Code::InvalidCell, format!("this row has {found} cells, and the head has {wanted}"))
                .at(span)
                .help("a cell that holds a comma or a quotation mark stands in double quotes"),
        );
    }
    table
}

fn rows(file: FileId, text: &str) -> Vec<Vec<Located<String>>> {
    let input = text.as_bytes();
    let mut reader = Reader::new();
    // No cell is longer than the file.
    let mut cell = vec![0; input.len() + 1];
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    let (mut at, mut start, mut filled) = (0, 0, 0);
    loop {
        let (result, read, written) = reader.read_field(&input[at..], &mut cell[filled..]);
        at += read;
        filled += written;
        match result {
            // The next call is given an empty input, which means the end.
            ReadFieldResult::InputEmpty => {}
            ReadFieldResult::OutputFull | ReadFieldResult::End => return rows,
            ReadFieldResult::Field { record_end } => {
                let value = String::from_utf8_lossy(&cell[..filled]).trim().to_owned();
                // Blank lines are passed over together with the cell after them; the sign that ends a cell is its last byte.
                let raw = text[start..at].trim_end_matches(['\n', ',']);
                let skipped = raw.len() - raw.trim_start_matches('\n').len();
                let span = file.span(start + skipped..start + raw.len());
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
        assert_eq!(cells, [["a, \"b\"", "1"], ["ج", "2.50"], ["", ""], ["last", "3"]]);
        assert_eq!(&text[table.rows[0][0].span.start..table.rows[0][0].span.end], "\"a, \"\"b\"\"\"");
        assert_eq!(&text[table.rows[1][0].span.start..table.rows[1][0].span.end], "ج ");
        assert_eq!(&text[table.rows[3][1].span.start..table.rows[3][1].span.end], "3");
        assert!(faults.is_empty());
        assert!(read_table(FileId(0), "", &mut faults).head.is_empty());
        read_table(FileId(0), "a,b\n1\n1,2,3\n", &mut faults);
        assert_eq!(faults.len(), 2);
    }
}
