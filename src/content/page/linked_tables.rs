//! Tables that an article offers for download and no chart draws: a cell too many or too few is seen by their readers alone.

use std::collections::BTreeSet;

use super::input::LanguageFileInput;
use crate::content::article::{Link, Target};
use crate::content::chart::uneven_rows;
use crate::diagnostic::{Diagnostic, Severity};
use crate::tree::Asset;

/// Their rows that are shorter or longer than the head. Nothing rests on them, and so they are warnings.
pub fn linked_tables(links: &[Link], input: &LanguageFileInput<'_>) -> Vec<Diagnostic> {
    let names = links.iter().filter_map(|link| match &link.target {
        Target::Path { path, .. } if path.ends_with(".csv") => Some(path.trim_start_matches("./")),
        _ => None,
    });
    let tables = names.collect::<BTreeSet<_>>().into_iter().filter_map(|name| {
        // A chart tells of the file that it names.
        let is_drawn = input.source.text.contains(&format!("\"{name}\""));
        let at = Asset::position(input.files, name).filter(|_| !is_drawn)?;
        input.files[at].table()
    });
    let mut faults: Vec<_> = tables.flat_map(|file| uneven_rows(file, &input.sources.get(file).text)).collect();
    faults.iter_mut().for_each(|fault| fault.severity = Severity::Warning);
    faults
}
