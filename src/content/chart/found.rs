//! The data of a chart, and its columns and cells by the names that the block gives them. A name that is not there may be
//! missed several times, in each language of the page and by several keys of a block: it is told once.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::block::Spec;
use super::csv::{Table, read_table};
use crate::content::page::LanguageFileInput;
use crate::diagnostic::{Cause, Code, Diagnostic, Guesses, Matter, nearest, quoted_list};
use crate::locale::Locale;
use crate::text::{FileId, Located, Span, between_commas};
use crate::tree::Asset;

/// The data of a chart.
pub struct Data {
    /// Its name, and where the block names it.
    pub name: Located<String>,
    /// The file.
    pub file: FileId,
    /// What the file holds.
    pub table: Rc<Table>,
}

impl Data {
    /// The data: in the file that is made for the language, if there is one.
    pub fn open(
        name: Located<String>,
        locale: &Locale,
        input: &LanguageFileInput<'_>,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let find = |name: &str| Asset::position(input.files, name).map(|at| &input.files[at]);
        let of_language =
            name.value.rsplit_once('.').and_then(|(stem, ending)| find(&format!("{stem}.{}.{ending}", locale.tag)));
        let Some(Asset { text, .. }) = of_language.or_else(|| find(&name.value)) else {
            faults.push(no_file(&name, input));
            return None;
        };
        let Some(file) = *text else {
            let message = format!("`{}` is not a CSV file", name.value);
            let fault = Diagnostic::error(Code::InvalidUtf8, message).at(name.span);
            faults.push(fault.help("give the file a name in .csv, and save it as comma-separated values in UTF-8"));
            return None;
        };
        let text = &input.sources.get(file).text;
        if text.contains(['\u{fffd}', '\0']) {
            let fault = Diagnostic::error(Code::InvalidUtf8, "this CSV file is not in UTF-8").at(file.top());
            faults.push(fault.help("save it again with the encoding UTF-8"));
            return None;
        }
        let table = Rc::new(read_table(file, text, faults));
        Some(Self { name, file, table })
    }

    /// What faults of a name that this file has not come of.
    pub fn cause(&self, what: &str, name: &str, instead: Option<Diagnostic>) -> Cause {
        Cause { name: format!("{what} `{name}` of the file {}", self.file.0), instead }
    }
}

/// The file is not there, or under a name that is no CSV file's.
fn no_file(data: &Located<String>, input: &LanguageFileInput<'_>) -> Diagnostic {
    let message = format!("there is no file `{}` beside the page", data.value);
    let fault = Diagnostic::error(Code::BrokenLink, message).at(data.span);
    let folder = input.source.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let fault = fault.because_of(Cause { name: format!("file `{folder}/{}`", data.value), instead: None });
    let names = || input.files.iter().map(|file| file.name.as_str());
    let stem = |name: &str| name.split('.').next().unwrap_or_default().to_lowercase();
    let has_other_ending = |name: &&str| {
        let lower = name.to_lowercase();
        let is_of_tables = [".csv", ".csv.txt", ".txt", ".tsv", ".xlsx", ".xls", ".ods", ".numbers"];
        stem(&lower) == stem(&data.value)
            && !name.ends_with(".csv")
            && is_of_tables.iter().any(|end| lower.ends_with(end))
    };
    match names().find(has_other_ending) {
        Some(other) if other.to_lowercase().contains(".csv") || other.ends_with(".txt") => {
            fault.help(format!("`{other}` is there: rename it to `{}`", data.value))
        }
        Some(other) => fault.help(format!(
            "`{other}` is there: save it as comma-separated values in UTF-8, under the name `{}`",
            data.value
        )),
        None => {
            if let Some(whole) = names().find(|name| name.strip_suffix(".csv") == Some(&data.value)) {
                return fault.help(format!("write the whole name: `{whole}`"));
            }
            let csv = names().filter(|name| name.ends_with(".csv"));
            fault.nearest(&data.value, csv, "put the CSV file into the page's folder")
        }
    }
}

/// The number of a column.
pub fn column(data: &Data, table: &Table, name: &Located<String>) -> Result<usize, Diagnostic> {
    let names = || table.head.iter().map(|column| column.value.as_str());
    names().position(|column| column == name.value).ok_or_else(|| {
        let message = format!("`{}` has no column `{}`", data.name.value, name.value);
        let otherwise = format!("its columns are {}", quoted_list(names()));
        let fault = Diagnostic::error(Code::UnknownColumn, message).at(name.span);
        let fault = fault.resting_on(Matter::File(data.file));
        // Several in one pair of quotation marks.
        let parts: Vec<&str> = between_commas(&name.value).collect();
        let fault = match parts.len() > 1 && parts.iter().all(|part| names().any(|column| column == *part)) {
            true => fault.help(format!("write each in its own quotation marks: [\"{}\"]", parts.join("\", \""))),
            false => fault.nearest(&name.value, names(), &otherwise),
        };
        fault.because_of(data.cause("column", &name.value, renamed_column(data, table, &name.value, &otherwise)))
    })
}

/// What is said where the first line of the data has none of the columns that a chart asks for, and a number among its cells: it
/// is a row, and the line with the names has gone.
pub fn lost_head(data: &Data, table: &Table, spec: &Spec) -> Option<Diagnostic> {
    let asked: Vec<&str> = spec.x.iter().chain(&spec.series).chain(&spec.y).map(|name| name.value.as_str()).collect();
    let is_number = |cell: &Located<String>| cell.value.parse::<f64>().is_ok_and(f64::is_finite);
    let is_head = table.head.iter().any(|cell| asked.contains(&cell.value.as_str()));
    if asked.is_empty() || is_head || !table.head.iter().any(is_number) {
        return None;
    }
    let (first, last) = (table.head.first()?, table.head.last()?);
    let message = format!("the first line of `{}` names no columns: it is a row", data.name.value);
    let fault = Diagnostic::error(Code::InvalidCell, message).at(data.file.span(first.span.start..last.span.end));
    let fault = fault.help(format!("write the names of the columns above it, such as `{}`", asked.join(",")));
    let cause = Cause { name: format!("head of the file {}", data.file.0), instead: None };
    Some(fault.doubting(Matter::File(data.file)).because_of(cause))
}

/// A column that charts of several languages miss was renamed in the data.
fn renamed_column(data: &Data, table: &Table, name: &str, otherwise: &str) -> Option<Diagnostic> {
    let near = nearest(name, table.head.iter().map(|column| column.value.as_str()));
    let column = table.head.iter().find(|column| Some(column.value.as_str()) == near);
    let (first, last) = (table.head.first()?, table.head.last()?);
    let at = column.map_or_else(|| data.file.span(first.span.start..last.span.end), |column| column.span);
    let message = format!("`{}` has no column `{name}`, which charts of several languages ask for", data.name.value);
    let help = match near {
        Some(near) => format!("if this one is meant, call it `{name}` again, or write `{near}` in each of the charts"),
        None => format!("add the column, or ask for another in each of the charts: {otherwise}"),
    };
    Some(Diagnostic::error(Code::UnknownColumn, message).at(at).help(help))
}

/// A column of the data that a chart names in its labels, and does not show.
pub fn unshown_column(data: &Data, name: &Located<String>) -> Diagnostic {
    let message = format!("`{}` is a column of `{}`, and this chart does not show it", name.value, data.name.value);
    let fault = Diagnostic::error(Code::UnknownName, message).at(name.span);
    let fault = fault.help("name it in `x`, `y`, `range`, `series` or `also`, as a chart of another language may do");
    let cause = format!("unshown column of the file {} in the file {}", data.file.0, name.span.file.0);
    fault.because_of(Cause { name: cause, instead: None })
}

/// A cell that the data has not. `cells` are those that could be meant.
pub fn unknown_cell(
    data: &Data,
    cell: &Located<String>,
    message: String,
    cells: &BTreeSet<&str>,
    otherwise: &str,
    guesses: &Guesses,
) -> Diagnostic {
    let name = cell.value.as_str();
    let fault = Diagnostic::error(Code::UnknownName, message).at(cell.span);
    let fault = fault.resting_on(Matter::File(data.file));
    let is_parted = guesses.allow(data.table.loose.len()) && is_parted(name, &data.table);
    let fault = if is_parted { fault.resting_on(Matter::Rows(data.file)) } else { fault };
    let is_guessed = guesses.allow(cells.len());
    let candidates = || cells.iter().copied().take_while(|_| is_guessed);
    let by_letters = nearest(name, candidates());
    let near = by_letters.or_else(|| with_the_same_words(name, candidates()));
    let fault = match (by_letters, near) {
        (None, Some(near)) => fault.help(format!("did you mean `{near}`?")).likely_mended(name, near),
        _ => fault.nearest(name, candidates(), otherwise),
    };
    let instead = near.and_then(|near| renamed_cell(data, name, near));
    fault.because_of(data.cause("cell", name, instead))
}

/// Whether a cell stands in rows that were left out, and a comma within it parts it there.
fn is_parted(name: &str, table: &Table) -> bool {
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let left_out: String = table.loose.iter().map(|cell| letters(cell)).collect();
    !left_out.is_empty() && left_out.contains(&letters(name))
}

/// A cell that charts of several languages miss was renamed in the data.
fn renamed_cell(data: &Data, name: &str, near: &str) -> Option<Diagnostic> {
    let at: Span = data.table.rows.iter().flatten().find(|cell| cell.value == near)?.span;
    let message = format!("`{}` has no cell `{name}`, which charts of several languages name", data.name.value);
    let help = format!("if this one is meant, write `{name}` here again, or `{near}` in each of the charts");
    Some(Diagnostic::error(Code::UnknownName, message).at(at).help(help))
}

/// The name that has most words in common with another, more than half of all words of both.
fn with_the_same_words<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let words = |name: &str| -> BTreeSet<String> { name.split_whitespace().map(str::to_lowercase).collect() };
    let own = words(name);
    let near = |candidate: &'a str| {
        let theirs = words(candidate);
        let (both, all) = (own.intersection(&theirs).count(), own.union(&theirs).count());
        (both >= 2 && 2 * both > all).then_some((all - both, candidate))
    };
    candidates.filter_map(near).min().map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_other_words_are_near() {
        let cells = ["AI servers", "All data centres", "Ethereum with stake", "Ethereum with mining"];
        let near = |name| with_the_same_words(name, cells.into_iter());
        assert_eq!(near("Servers for AI"), Some("AI servers"));
        assert_eq!(near("stake, Ethereum with"), None);
        assert_eq!(near("Ethereum with gas"), None);
        assert_eq!(near("data centres"), Some("All data centres"));
    }
}
