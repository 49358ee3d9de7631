//! What a section holds in every language in one form, and where.

use serde::{Deserialize, Serialize};

/// A number, a month, an amount, or a line of code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Figure {
    /// In the form that all languages share.
    pub value: String,
    /// Where it stands, in bytes from the beginning of the section.
    pub at: usize,
    /// As it is written there.
    pub written: String,
}

impl Figure {
    /// Where it stands, in bytes from the beginning of the section.
    pub fn range(&self) -> [usize; 2] {
        [self.at, self.at + self.written.len()]
    }
}
