//! Which pages can be read in all their languages side by side, and what stands beside each other there.

use std::sync::Arc;

use super::{Page, PageInput};
use crate::config::Config;
use crate::content::{PageKind, ParallelUnit};

/// The unit of the parallel reading of each page, in the order of the inputs without the groups: its own, else that of the
/// nearest page or group above it that names one. Dimensions have one without asking. What has words in one language only
/// has none, nor have home, the list of dimensions and the glossary, whose documents show more than their words. The inputs
/// come sorted by path.
pub fn parallel_units(inputs: &[Arc<PageInput>], config: &Config) -> Vec<Option<ParallelUnit>> {
    let pages = inputs.iter().filter(|input| !input.is_group());
    pages.map(|input| if config.output.parallel { unit(input, inputs) } else { None }).collect()
}

fn unit(page: &PageInput, inputs: &[Arc<PageInput>]) -> Option<ParallelUnit> {
    let of_kind = match page.kind {
        PageKind::Dimension => ParallelUnit::Sections,
        PageKind::Ordinary => ParallelUnit::None,
        PageKind::Home | PageKind::Dimensions | PageKind::Terms | PageKind::Term => return None,
    };
    let named = |path: &str| {
        let found = inputs.binary_search_by(|input| input.path.as_str().cmp(path)).ok()?;
        inputs[found].facts.parallel
    };
    let above = || page.path.rmatch_indices('/').map(|(at, _)| &page.path[..at]).chain([""]).find_map(named);
    let unit = page.facts.parallel.or_else(above).unwrap_or(of_kind);
    let languages = page.faces.iter().flatten().count();
    Some(unit).filter(|unit| languages > 1 && *unit != ParallelUnit::None)
}

impl Page {
    /// Its place among the documents that show all languages side by side: the last part of a dimension's address, the whole address of any other
    /// page;
    /// nothing where it has no such document.
    pub fn parallel_name(&self) -> Option<&str> {
        self.parallel?;
        Some(if self.input.kind.is_dimension() { self.address_name() } else { self.address() })
    }
}
