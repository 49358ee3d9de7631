//! How far a value is known: two columns with the least and the most that it may be.

use super::model::Number;
use crate::diagnostic::{Code, Diagnostic};
use crate::fields::Fields;
use crate::text::Located;

/// The names of the two columns; of none where there are not two.
pub fn columns(fields: &mut Fields<'_, '_>) -> Vec<Located<String>> {
    let columns = fields.one_or_more("range");
    let Some(last) = columns.last().filter(|_| columns.len() != 2) else { return columns };
    let named = if columns.len() == 1 { "one is" } else { "more are" };
    let message = format!("a range has two columns, and {named} named here");
    let fault = Diagnostic::error(Code::InvalidValue, message).at(last.span);
    fields.fault(fault.help("name the column of the least and that of the most: range = [\"…\", \"…\"]"));
    Vec::new()
}

/// The fault of two columns of which the one that is named first is more in every row than the other.
pub fn exchanged(names: &[Located<String>], rows: &[&[Located<String>]], columns: [usize; 2]) -> Option<Diagnostic> {
    let [least, most] = names else { return None };
    let number = |row: &[Located<String>], column: usize| row[column].value.parse::<f64>().ok();
    let pair = |row: &&[Located<String>]| number(row, columns[0]).zip(number(row, columns[1]));
    let mut ranges = rows.iter().filter_map(pair).filter(|(low, high)| low != high).peekable();
    let is_exchanged = ranges.peek().is_some() && rows.len() > 1 && ranges.all(|(low, high)| low > high);
    let (first, second) = (&least.value, &most.value);
    is_exchanged.then(|| {
        let message =
            format!("the columns of this range are exchanged: `{first}` is more than `{second}` in every row");
        let fault = Diagnostic::error(Code::InvalidValue, message).at(least.span);
        fault.help(format!("name that of the least first: range = [\"{second}\", \"{first}\"]"))
    })
}

/// The range of a value, by its cells: the value, the least and the most, each with what it is as a number.
pub fn read(
    [value, least, most]: [(&Located<String>, Option<&Number>); 3],
    of: &str,
) -> Result<Option<[Number; 2]>, Diagnostic> {
    let fault = |cell: &Located<String>, message: String, help: &str| {
        Diagnostic::error(Code::InvalidCell, message).at(cell.span).help(help)
    };
    let is_empty = |(cell, _): &(&Located<String>, Option<&Number>)| cell.value.trim().is_empty();
    match (is_empty(&least), is_empty(&most)) {
        (true, true) => return Ok(None),
        (false, false) => {}
        (is_least, _) => {
            let (empty, which) = if is_least { (least.0, "least") } else { (most.0, "most") };
            let message = format!("the range of `{of}` has one end: the {which} that it may be is missing");
            return Err(fault(empty, message, "fill in this cell, or leave both cells of the range empty"));
        }
    }
    if is_empty(&value) {
        let message = format!("the range of `{of}` has no value in it");
        let help = "fill in the value, or draw both ends as two columns of `y`";
        return Err(fault(value.0, message, help));
    }
    // What is no number is said of its cell.
    let (Some(number), Some(low), Some(high)) = (value.1, least.1, most.1) else { return Ok(None) };
    if low.value > high.value {
        let message =
            format!("the range of `{of}` ends before it begins: {} is more than {}", low.written, high.written);
        return Err(fault(least.0, message, "exchange the two cells, or the two columns in `range`"));
    }
    if !(low.value..=high.value).contains(&number.value) {
        let message =
            format!("the value of `{of}`, {}, is not between {} and {}", number.written, low.written, high.written);
        return Err(fault(value.0, message, "a range holds its value: correct one of the three cells"));
    }
    Ok(Some([low.clone(), high.clone()]))
}

/// Puts the range of a value into its place, for which room is made.
pub fn put(ranges: &mut Vec<Vec<Option<[Number; 2]>>>, [category, series]: [usize; 2], range: [Number; 2]) {
    ranges.resize_with(ranges.len().max(category + 1), Vec::new);
    let of_category = &mut ranges[category];
    of_category.resize(of_category.len().max(series + 1), None);
    of_category[series] = Some(range);
}
