//! What the pages of a site rest on: how many of its sources are of which grade, to when their evidence reaches, and whether
//! the sources that a judgement rests on most are still to be trusted.

use serde::{Deserialize, Serialize};

use super::citations::unknown_source;
use super::{PageId, Site, SourceId};
use crate::content::{Facts, Grade};
use crate::diagnostic::{Diagnostic, Guesses};
use crate::text::Date;

/// How many sources a site has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceCounts {
    /// All of them.
    pub all: usize,
    /// Those of each grade, in the order of [`Grade::ALL`]; the others say none.
    pub grades: [usize; 3],
    /// Those whose figures were to be looked at again before today.
    pub overdue: usize,
}

impl Site {
    /// How many sources there are of each grade, and how many are past their date.
    pub fn source_counts(&self) -> SourceCounts {
        let graded = |grade: Grade| self.bibliography.iter().filter(|source| source.grade == Some(grade)).count();
        SourceCounts {
            all: self.bibliography.len(),
            grades: Grade::ALL.map(graded),
            overdue: self.bibliography.iter().filter(|source| source.is_overdue(self.today)).count(),
        }
    }

    /// The sources that a page cites in any language, each once, in the order of the bibliography.
    pub fn sources_of(&self, page: PageId) -> Vec<SourceId> {
        let mut sources: Vec<_> = self.page(page).citations.iter().flatten().flatten().copied().collect();
        sources.sort_unstable();
        sources.dedup();
        sources
    }

    /// The month or year to which the evidence of a page reaches: that of the latest source that it cites. `None` where no
    /// source says when it is of.
    pub fn evidence_to(&self, page: PageId) -> Option<Date> {
        let reached = self.sources_of(page).into_iter().filter_map(|source| self.bibliography[source.0].reaches());
        reached.max().map(|latest| Date { day: None, ..latest })
    }

    /// A source by its key.
    pub fn source_of_key(&self, key: &str) -> Option<SourceId> {
        // They are sorted by key.
        self.bibliography.binary_search_by(|source| source.key.value.as_str().cmp(key)).ok().map(SourceId)
    }

    /// The first day by which a source that the judgement of a dimension rests on most was to be looked at again, where that
    /// has passed: then the judgement is under review.
    pub fn under_review(&self, page: PageId) -> Option<Date> {
        let evidence = self.page(page).input.facts.evidence.as_ref()?;
        let sources = evidence.sources.iter().filter_map(|key| self.source_of_key(&key.value));
        let sources = sources.map(|source| &self.bibliography[source.0]);
        let overdue = sources.filter(|source| source.is_overdue(self.today));
        overdue.filter_map(|source| source.review_by.as_ref()).map(|date| date.value).min()
    }

    /// Whether any dimension says how sure it is, how its judgement has changed, or what would change it.
    pub fn has_evidence(&self) -> bool {
        let says = |facts: &Facts| facts.evidence.is_some() || !facts.history.is_empty() || !facts.tests.is_empty();
        self.dimensions.iter().any(|page| says(&self.page(*page).input.facts))
    }

    /// Whether the judgement of any dimension has changed.
    pub fn has_history(&self) -> bool {
        self.dimensions.iter().any(|page| !self.page(*page).input.facts.history.is_empty())
    }
}

/// Sources that `page.toml` names have to be there.
pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let guesses = Guesses::default();
    for page in site.ids() {
        let named = site.page(page).input.facts.named_sources();
        for key in named.filter(|key| site.source_of_key(&key.value).is_none()) {
            let fault = unknown_source(site, &key.value, &guesses, "add the source to content/sources.toml");
            diagnostics.push(fault.at(key.span));
        }
    }
}
