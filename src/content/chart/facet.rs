//! Small multiples: which rows belong to which of the small drawings.

use std::collections::BTreeMap;

use super::model::{Cell, ChartFacet};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Located;

/// How many small drawings can be seen together.
const MOST: usize = 12;

/// Rows of one drawing together, in the order in which the drawings first come.
pub fn grouped<'t>(rows: Vec<&'t [Located<String>]>, facet: Option<usize>) -> Vec<&'t [Located<String>]> {
    let Some(facet) = facet else { return rows };
    let mut order: BTreeMap<&str, usize> = BTreeMap::new();
    let place = |row: &'t [Located<String>]| {
        let next = order.len();
        (*order.entry(&row[facet].value).or_insert(next), row)
    };
    let mut placed: Vec<_> = rows.into_iter().map(place).collect();
    placed.sort_by_key(|(at, _)| *at);
    placed.into_iter().map(|(_, row)| row).collect()
}

/// Puts a category into the drawing of that name, which is the last one or comes after it.
pub fn put(facets: &mut Vec<ChartFacet>, category: usize, name: &Cell) {
    match facets.last_mut().filter(|facet| facet.name == *name) {
        Some(facet) => facet.categories.end = facet.categories.end.max(category + 1),
        None => facets.push(ChartFacet { name: name.clone(), categories: category..category + 1 }),
    }
}

/// Whether there are more of them than can be seen together.
pub fn are_too_many(facets: &[ChartFacet]) -> bool {
    facets.len() > MOST
}

/// What is said then.
pub fn too_many(facets: &[ChartFacet], column: &Located<String>) -> Option<Diagnostic> {
    let count = facets.len();
    are_too_many(facets).then(|| {
        let message = format!("this chart has {count} small drawings, and {MOST} can be seen together");
        let fault = Diagnostic::error(Code::InvalidValue, message).at(column.span);
        fault.help("ask for fewer rows with `only`, or name a column in `facet` that has fewer different cells")
    })
}
