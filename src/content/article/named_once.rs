//! What is named once in an article, however often it stands there.

use std::collections::BTreeSet;

use super::reference_lines::ReferenceLines;

/// What has been named.
#[derive(Debug, Default)]
pub struct NamedOnce {
    /// Labels, as in `[words][label]`, that are defined nowhere: one line mends all of a name.
    pub undefined: BTreeSet<String>,
    /// Names of emoji that there are not: a table may hold one in each cell.
    pub emoji: BTreeSet<String>,
    /// Whether a word has `*` behind it: what begins with one may be a note to it.
    pub star: bool,
    /// The lines that look as if they defined some.
    pub lines: ReferenceLines,
}
