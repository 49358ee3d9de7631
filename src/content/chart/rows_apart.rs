//! What tells the rows of a chart's data apart: a column that was forgotten, and names that were meant to be one.

use std::collections::{BTreeMap, BTreeSet};

use super::block::Spec;
use super::found::Data;
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Located;

/// A row that a chart shows.
type Row<'t> = &'t [Located<String>];

/// What is said where a chart without `series` has several numbers for its categories, and one more column would tell them
/// apart. `category` are the columns that say what a row is of, `used` all that the block names; `most` series can be drawn.
pub fn forgotten_series(
    data: &Data,
    spec: &Spec,
    rows: &[Row<'_>],
    (category, used): (&[usize], &[usize]),
    most: usize,
) -> Option<Diagnostic> {
    let x = spec.x.first().filter(|_| spec.series.is_none() && rows.len() > 3)?;
    let key = |row: &Row<'_>| -> Vec<String> { category.iter().map(|column| row[*column].value.clone()).collect() };
    let mut counts: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    rows.iter().for_each(|row| *counts.entry(key(row)).or_default() += 1);
    // One row that stands twice is a slip of its own.
    counts.values().filter(|count| **count > 1).nth(1)?;
    let tells_apart = |column: &usize| {
        let cells: BTreeSet<&str> = rows.iter().map(|row| row[*column].value.as_str()).collect();
        let whole: BTreeSet<_> = rows.iter().map(|row| (key(row), row[*column].value.as_str())).collect();
        (2..=most).contains(&cells.len()) && whole.len() == rows.len()
    };
    let name = (0..data.table.head.len()).filter(|column| !used.contains(column)).find(tells_apart)?;
    let message = format!("several rows of `{}` have one `{}`", data.name.value, x.value);
    let help = format!("name the column that tells them apart: series = \"{}\"", data.table.head[name].value);
    let fault = Diagnostic::error(Code::InvalidValue, message).at(data.name.span).help(help);
    let cause = data.cause("series", &x.value, None);
    Some(fault.because_of(cause))
}

/// The first cell of a column that differs from others in its capitals alone: what was meant to be one name is two. The name
/// that stands in fewer rows is the slip.
pub fn in_two_cases(column: &Located<String>, cells: &[&Located<String>]) -> Option<Diagnostic> {
    let mut spellings: BTreeMap<String, Vec<(&str, usize)>> = BTreeMap::new();
    for cell in cells.iter().filter(|cell| cell.value.chars().any(char::is_alphabetic)) {
        let known = spellings.entry(cell.value.to_lowercase()).or_default();
        match known.iter_mut().find(|(spelt, _)| *spelt == cell.value) {
            Some((_, count)) => *count += 1,
            None => known.push((&cell.value, 1)),
        }
    }
    let known = spellings.into_values().find(|known| known.len() > 1)?;
    let rare = known.iter().rev().min_by_key(|(_, count)| *count)?.0;
    let usual = known.iter().find(|(spelt, _)| *spelt != rare)?.0;
    let cell = cells.iter().find(|cell| cell.value == rare)?;
    let message = format!("`{rare}` differs from `{usual}` in its capitals alone, and is another name");
    let help = format!("write `{usual}`, as in the other rows of the column `{}`", column.value);
    Some(Diagnostic::warning(Code::InvalidCell, message).at(cell.span).help(help))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;

    #[test]
    fn the_rarer_spelling_is_the_slip() {
        let said = |cells: &[&str]| {
            let located =
                |(n, cell): (usize, &&str)| Located { value: (*cell).to_owned(), span: FileId(0).span(n..n + 1) };
            let cells: Vec<_> = cells.iter().enumerate().map(located).collect();
            let column = Located { value: "way".to_owned(), span: FileId(0).top() };
            in_two_cases(&column, &cells.iter().collect::<Vec<_>>())
                .map(|fault| (fault.span.map_or(0, |span| span.start), fault.message))
        };
        for (cells, place, rare) in [
            (&["Car", "car", "Car"][..], 1, "`car`"),
            (&["CAR", "Car", "Car"], 0, "`CAR`"),
            (&["Car", "car"], 1, "`car`"),
        ] {
            let (at, message) = said(cells).unwrap();
            assert!(at == place && message.starts_with(rare), "{cells:?}: {at}, {message}");
        }
        for cells in [&["Car", "Train", "Car"][..], &["2024", "2024"], &[""], &["السيارة", "القطار"]] {
            assert_eq!(said(cells), None, "{cells:?}");
        }
    }
}
