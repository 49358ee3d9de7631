//! What the pages of a site rest on: how many of its sources are of which grade, and to when their evidence reaches.

use serde::{Deserialize, Serialize};

use super::{PageId, Site, SourceId};
use crate::content::Grade;
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
}
