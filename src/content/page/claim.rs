//! What a dimension claims, and what was found of it.

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Code, Diagnostic};
use crate::fields::Fields;

/// How the subjects compare on a dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DimensionKind {
    /// They are alike.
    Similarity,
    /// They differ.
    Difference,
    /// The dimension draws the others together.
    Synthesis,
}

impl DimensionKind {
    /// Its name in `page.toml`, in class names and in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            DimensionKind::Similarity => "similarity",
            DimensionKind::Difference => "difference",
            DimensionKind::Synthesis => "synthesis",
        }
    }

    /// Reads `kind`, which has to be there.
    pub fn read(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let choices = [Self::Similarity, Self::Difference, Self::Synthesis].map(|kind| (kind.as_str(), kind));
        if !fields.has("kind") {
            fields.missing(
                "kind",
                "say how the subjects compare: kind = \"similarity\", \"difference\" or \"synthesis\"",
            );
        }
        fields.choice("kind", &choices).map(|choice| choice.value)
    }
}

/// What was found of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Finding {
    /// The subjects are alike.
    Alike,
    /// They differ.
    Different,
    /// They differ in some cases, and in others not.
    Depends,
    /// Nothing that was found decides it: the dimension has no weight in the balance until a reader gives it some.
    Unknown,
}

impl Finding {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Alike, Self::Different, Self::Depends, Self::Unknown];

    /// Its name in page.toml, among the messages and as a class.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Alike => "alike",
            Self::Different => "different",
            Self::Depends => "depends",
            Self::Unknown => "unknown",
        }
    }

    /// Reads `finding`, if it is there.
    pub fn read(fields: &mut Fields<'_, '_>, kind: Option<DimensionKind>) -> Option<Self> {
        let finding = fields.choice("finding", &Self::ALL.map(|finding| (finding.as_str(), finding)))?;
        if kind != Some(DimensionKind::Synthesis) {
            return Some(finding.value);
        }
        let message = "`finding` says what was found of a claim, and a page that draws others together makes none";
        let fault = Diagnostic::warning(Code::InvalidValue, message).at(finding.span);
        fields
            .fault(fault.help("take it out, or give the page the kind of its claim: \"similarity\" or \"difference\""));
        None
    }
}
