//! Words at a value: which value the block means, by the words of the data.

use std::collections::{BTreeMap, BTreeSet};

use super::block::{AnnotationSpec, Spec};
use super::found::{Data, unknown_cell};
use super::model::Chart;
use crate::diagnostic::{Code, Diagnostic, Guesses, quoted_list};
use crate::text::{Located, Span};

/// How many letters are read beside a drawing.
const MOST_LETTERS: usize = 80;

/// How many values can stand out among the others.
pub const MOST: usize = 4;

/// What categories and series are called in the data.
#[derive(Default)]
pub struct Annotator {
    /// By category: its cells, that of `facet` before those of `x`.
    categories: Vec<Vec<String>>,
    /// The columns of `y` or the cells of `series`, with the number of the series.
    series: BTreeMap<String, usize>,
}

impl Annotator {
    /// Takes the next category.
    pub fn category(&mut self, cells: &[String]) {
        self.categories.push(cells.to_vec());
    }

    /// Takes a series.
    pub fn series(&mut self, name: &str, number: usize) {
        if !self.series.contains_key(name) {
            self.series.insert(name.to_owned(), number);
        }
    }

    /// The category and the series that are meant.
    pub fn find(
        &self,
        meant: &AnnotationSpec,
        data: &Data,
        spec: &Spec,
        chart: &Chart,
        guesses: &Guesses,
    ) -> Result<[usize; 2], Diagnostic> {
        let category = self.find_category(meant, data, spec, guesses)?;
        let values = &chart.values[category];
        let there: Vec<usize> = (0..values.len()).filter(|series| values[*series].is_some()).collect();
        let place = meant.at.first().map_or(meant.span, |at| at.span);
        let series = match (&meant.series, &there[..]) {
            (Some(name), _) => self.find_series(name, data, guesses)?,
            (None, [only]) => *only,
            (None, []) => 0,
            (None, _) => {
                let message = "there are values of several series at this place";
                let mut series: Vec<_> = self.series.iter().collect();
                series.sort_by_key(|(_, number)| **number);
                let names = quoted_list(series.iter().map(|(name, _)| name.as_str()));
                return Err(invalid(place, message.to_owned(), &format!("say in `series` which is meant: {names}")));
            }
        };
        if !there.contains(&series) {
            let named: Vec<_> = meant.at.iter().map(|cell| cell.value.as_str()).collect();
            let message = format!("`{}` has no number here that something could be said of", named.join(" · "));
            return Err(invalid(place, message, "name a place that has a mark"));
        }
        Ok([category, series])
    }

    fn find_category(
        &self,
        meant: &AnnotationSpec,
        data: &Data,
        spec: &Spec,
        guesses: &Guesses,
    ) -> Result<usize, Diagnostic> {
        let facets = usize::from(spec.facet.is_some());
        let columns: Vec<_> = spec.facet.iter().chain(&spec.x).map(|column| column.value.as_str()).collect();
        if let Some(facet) = meant.facet.as_ref().filter(|_| facets == 0) {
            return Err(invalid(facet.span, "this chart has no facets".to_owned(), "leave out `facet`"));
        }
        if let Some(more) = meant.at.get(columns.len() - facets) {
            let message = format!("`at` has more cells than `x` has columns: `{}` is of none", more.value);
            return Err(invalid(more.span, message, "give one cell for each column of `x`, in their order"));
        }
        let mut left: Vec<usize> = (0..self.categories.len()).collect();
        let cells = meant.facet.iter().map(|cell| (0, cell));
        for (column, cell) in cells.chain(meant.at.iter().enumerate().map(|(n, cell)| (n + facets, cell))) {
            let of = |category: &usize| self.categories[*category].get(column).map_or("", String::as_str);
            let there: BTreeSet<&str> = left.iter().map(of).collect();
            if !there.contains(cell.value.as_str()) {
                let message = format!("no row of this chart has `{}` in the column `{}`", cell.value, columns[column]);
                return Err(unknown(data, cell, message, &there, guesses));
            }
            left.retain(|category| of(category) == cell.value);
        }
        let place = meant.at.last().map_or(meant.span, |cell| cell.span);
        match left[..] {
            [category] => Ok(category),
            // What is not named is told otherwise.
            [] => Err(invalid(place, "`at` names no place".to_owned(), "name a cell of `x`")),
            [first, ..] => {
                let cells = &self.categories[first];
                let named = meant.at.iter().map(|cell| cell.value.as_str()).collect::<Vec<_>>().join(" · ");
                let message = format!("`{named}` is {} places of this chart", left.len());
                let is_elsewhere = facets > 0 && left.iter().any(|other| self.categories[*other][0] != cells[0]);
                let help = match is_elsewhere {
                    true => format!("say in which of the small drawings: facet = \"{}\"", cells[0]),
                    false => format!("name the cell of each column of `x`: at = [{}]", listed(&cells[facets..])),
                };
                Err(invalid(place, message, &help))
            }
        }
    }

    fn find_series(&self, name: &Located<String>, data: &Data, guesses: &Guesses) -> Result<usize, Diagnostic> {
        self.series.get(&name.value).copied().ok_or_else(|| {
            let message = format!("`{}` is no series of this chart", name.value);
            let names = self.series.keys().map(String::as_str).collect();
            unknown(data, name, message, &names, guesses)
        })
    }
}

fn unknown(
    data: &Data,
    name: &Located<String>,
    message: String,
    known: &BTreeSet<&str>,
    guesses: &Guesses,
) -> Diagnostic {
    let otherwise = format!("write it as the CSV file does: {}", quoted_list(known.iter().copied()));
    unknown_cell(data, name, message, known, &otherwise, guesses)
}

/// A text that nobody reads beside a drawing.
pub fn too_long(text: &Located<String>) -> Option<Diagnostic> {
    let letters = text.value.chars().count();
    (letters > MOST_LETTERS).then(|| {
        let message = format!("this annotation has {letters} letters, and {MOST_LETTERS} are read beside a drawing");
        let fault = Diagnostic::warning(Code::InvalidValue, message).at(text.span);
        fault.help("say only what there is to see, and the rest in `note` or in the text")
    })
}

/// More values than can stand out.
pub fn too_many(annotations: &[AnnotationSpec]) -> Option<Diagnostic> {
    let fifth = annotations.get(MOST)?;
    let message = format!("this chart has {} annotations, and {MOST} can be seen together", annotations.len());
    Some(invalid(fifth.span, message, "keep those that the text speaks of"))
}

fn invalid(span: Span, message: String, help: &str) -> Diagnostic {
    Diagnostic::error(Code::InvalidValue, message).at(span).help(help)
}

fn listed(cells: &[String]) -> String {
    cells.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(", ")
}
