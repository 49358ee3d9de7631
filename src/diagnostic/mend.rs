//! Changes of a text that take a fault away, as data: what stands at the fault's place, and what is to stand there instead.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Diagnostic;
use crate::text::Sources;

/// Whether a change is what the author means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Certainty {
    /// It takes the fault away and changes no meaning: it can be made without asking.
    Sure,
    /// It is likely: somebody has to choose it.
    Likely,
}

/// A change of the text at the place of a fault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mend {
    /// What stands in the place, once; where this is empty, the change is an addition at the end of the place.
    pub from: String,
    /// What is to stand there.
    pub to: String,
    /// Whether it can be made without asking.
    pub certainty: Certainty,
}

impl Diagnostic {
    /// The same, which a change takes away that needs no asking.
    #[must_use]
    pub fn mended(self, from: impl Into<String>, to: impl Into<String>) -> Self {
        let mend = Mend { from: from.into(), to: to.into(), certainty: Certainty::Sure };
        Self { mend: Some(Box::new(mend)), ..self }
    }

    /// The same, which a change is likely to take away.
    #[must_use]
    pub fn likely_mended(self, from: impl Into<String>, to: impl Into<String>) -> Self {
        let mend = Mend { from: from.into(), to: to.into(), certainty: Certainty::Likely };
        Self { mend: Some(Box::new(mend)), ..self }
    }

    /// What is written, and what is likely meant by it. `None` where nothing is known to be near.
    pub fn meant(&self) -> Option<(&str, &str)> {
        self.mend.as_ref().map(|mend| (mend.from.as_str(), mend.to.as_str()))
    }

    /// The bytes of its file that change, and what takes their place. `None` where no change is known, or where the place does
    /// not say just once what is to be changed.
    pub fn edit(&self, sources: &Sources) -> Option<(Range<usize>, &Mend)> {
        let (mend, span) = (self.mend.as_deref()?, self.span?);
        let text = sources.get(span.file).text.get(span.start..span.end)?;
        if mend.from.is_empty() {
            return Some((span.end..span.end, mend));
        }
        let mut places = text.match_indices(&mend.from);
        let (at, _) = places.next()?;
        places.next().is_none().then(|| (span.start + at..span.start + at + mend.from.len(), mend))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::text::Source;

    #[test]
    fn only_what_stands_in_the_place_once_is_changed() {
        let mut sources = Sources::default();
        let file = sources.add(Source::new("a.md", "x a b a"));
        let fault =
            |from: &str, end: usize| Diagnostic::error(Code::Markup, "m").at(file.span(2..end)).mended(from, "c");
        assert_eq!(fault("a", 5).edit(&sources).map(|(at, _)| at), Some(2..3));
        assert_eq!(fault("a", 7).edit(&sources), None);
        assert_eq!(fault("z", 7).edit(&sources), None);
        assert_eq!(fault("", 7).edit(&sources).map(|(at, _)| at), Some(7..7));
    }
}
