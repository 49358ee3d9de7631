//! What the cells of a column are, taken together: words where numbers are asked for, and one cell that is no date among dates.

use super::block::Spec;
use super::csv::Table;
use super::found::Data;
use super::model::{ChartKind, Number};
use crate::diagnostic::{Code, Diagnostic, quoted_list};
use crate::text::{Date, Located, ascii_digits, date_help, month_in_words};

/// Columns of which numbers are asked, and that hold words or dates alone.
pub fn without_numbers(data: &Data, spec: &Spec) -> Vec<Diagnostic> {
    let asked = spec.y.iter().chain(&spec.range);
    let found = asked.filter_map(|name| Some((name, other_than_numbers(&data.table, &name.value)?)));
    found.map(|(name, what)| no_numbers(data, spec, name, what)).collect()
}

fn cells<'t>(table: &'t Table, name: &str) -> impl Iterator<Item = &'t str> {
    let at = table.head.iter().position(|column| column.value == name);
    let cells = at.into_iter().flat_map(|at| table.rows.iter().map(move |row| row[at].value.as_str()));
    cells.filter(|cell| !cell.is_empty())
}

/// What a column holds that has no number. In one row alone, a word may stand for a number that is not known.
fn other_than_numbers(table: &Table, name: &str) -> Option<&'static str> {
    cells(table, name).nth(1)?;
    let is_date = |cell: &str| Date::parse(cell).is_some() && Number::parse(cell).is_none();
    let is_word = |cell: &str| cell.contains(char::is_alphabetic) && !cell.contains(char::is_numeric);
    match (cells(table, name).all(is_date), cells(table, name).all(is_word)) {
        (true, _) => Some("dates"),
        (_, true) => Some("words"),
        _ => None,
    }
}

fn holds_numbers(table: &Table, name: &str) -> bool {
    cells(table, name).all(|cell| Number::parse(cell).is_some()) && cells(table, name).next().is_some()
}

fn no_numbers(data: &Data, spec: &Spec, name: &Located<String>, what: &str) -> Diagnostic {
    let message = format!("the column `{}` of `{}` holds {what}, and no numbers", name.value, data.name.value);
    let fault = with_numbers(Diagnostic::error(Code::InvalidValue, message).at(name.span), data, spec, &name.value);
    let column = data.table.head.iter().find(|column| column.value == name.value);
    let instead = column.map(|column| fault.clone().at(column.span));
    fault.because_of(data.cause("words of", &name.value, instead))
}

/// The same, with the columns that could be meant in place of one of words.
fn with_numbers(fault: Diagnostic, data: &Data, spec: &Spec, name: &str) -> Diagnostic {
    let used: Vec<&str> = spec.x.iter().chain(&spec.y).chain(&spec.range).map(|column| column.value.as_str()).collect();
    let numbers = data.table.head.iter().map(|column| column.value.as_str());
    let numbers: Vec<&str> = numbers.filter(|column| holds_numbers(&data.table, column)).collect();
    let free: Vec<&str> = numbers.iter().copied().filter(|column| !used.contains(column)).collect();
    let are_years = |column: &str| cells(&data.table, column).all(|cell| Date::parse(cell).is_some());
    let x = spec.x.iter().map(|column| column.value.as_str());
    let x = x.filter(|column| !are_years(column)).find(|column| numbers.contains(column));
    match (&free[..], x) {
        (_, Some(x)) => fault.help(format!("`{x}` holds numbers: are `x` and `y` exchanged?")),
        ([one], None) => fault.help(format!("did you mean `{one}`?")).likely_mended(name, *one),
        ([], None) => fault.help("name a column of numbers; if this one is, write digits into its cells"),
        _ => fault.help(format!("name a column of numbers: {}", quoted_list(free))),
    }
}

/// The first cell of a column that was meant as a date and is none, though others are or a line runs over them; or the one
/// cell of such a line that is no date at all. What has a label is a name.
pub fn no_date(spec: &Spec, column: &str, cells: &[&Located<String>]) -> Option<Diagnostic> {
    let has_label = |cell: &Located<String>| spec.labels.iter().any(|(name, _)| name.value == cell.value);
    let filled = cells.iter().copied().filter(|cell| !cell.value.is_empty());
    let (dates, others): (Vec<_>, Vec<_>) = filled.partition(|cell| Date::parse(&cell.value).is_some());
    let first = others.first().filter(|first| !has_label(first))?;
    let (is_line, example) = (spec.is(ChartKind::Line), dates.first().map(|cell| cell.value.as_str()));
    let is_meant = others.iter().all(|cell| is_shaped(&cell.value)) && (dates.len() > 1 || is_line && others.len() > 1);
    let is_odd = is_line && dates.len() > 2 && others.len() == 1 && Number::parse(&first.value).is_none();
    let written = format!("`{}` in the column `{column}` is no date", first.value);
    let message = if example.is_some() {
        format!("{written}, and other cells are")
    } else {
        format!("{written} as data files write it")
    };
    let example = example.unwrap_or("2025-04");
    match (is_meant, is_odd) {
        // Whoever writes one date so writes all so.
        (true, _) => Some(Diagnostic::error(Code::InvalidCell, message).help(remedy(&first.value, example))),
        (false, true) => {
            let help = format!("write when it was, such as {example}, or take the row out: this line runs over time");
            Some(Diagnostic::warning(Code::InvalidCell, message).help(help))
        }
        (false, false) => None,
    }
    .map(|fault| fault.at(first.span))
}

fn remedy(written: &str, example: &str) -> String {
    let help = date_help(written);
    match help.split_once("; ") {
        Some((why, _)) => format!("{why}; write it as in the other cells, such as {example}"),
        None => help,
    }
}

/// Whether a cell is written as a day or month is, though perhaps with other signs or digits. A year and the last digits of the
/// next one, `2012-13`, are a season.
fn is_shaped(written: &str) -> bool {
    if month_in_words(written).is_some() {
        return true;
    }
    let digits = ascii_digits(written);
    let is_sign = |c: char| matches!(c, '-' | '‐' | '‑' | '–' | '—' | '−' | '/' | '.');
    let groups: Vec<&str> = digits.split(is_sign).map(str::trim).collect();
    let is_group = |group: &&str| (1..=4).contains(&group.len()) && group.bytes().all(|byte| byte.is_ascii_digit());
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let is_date = match lengths[..] {
        [4, 1..=2] | [1..=2, 4] => !is_season(groups[0], groups[1]),
        [4, 1..=2, 1..=2] | [1..=2, 1..=2, 4] => true,
        _ => false,
    };
    is_date && groups.iter().all(is_group) && Number::parse(written).is_none()
}

fn is_season(year: &str, end: &str) -> bool {
    let number = |text: &str| text.parse::<u32>().unwrap_or_default();
    year.len() == 4 && (number(year) + 1) % 100 == number(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_meant_as_a_date() {
        for shaped in [
            "2025-13",
            "2025-1",
            "2025/04",
            "04/2025",
            "٢٠٢٥-٠٤",
            "2025–04",
            "2025-02-30",
            "5.1.2025",
            "Jan-25",
            "Sept 2025",
        ] {
            assert!(is_shaped(shaped), "{shaped}");
        }
        for other in [
            "2012-13",
            "1999-00",
            "2020-2024",
            "1000.5",
            "10.2025",
            "Total",
            "2025 Q1",
            "",
            "-",
            "20250101",
            "Line 25",
            "Jan",
            "May contain 25",
            "Decile 10",
            "Marketing 2025",
        ] {
            assert!(!is_shaped(other), "{other}");
        }
    }
}
