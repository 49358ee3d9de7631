//! A slip that makes TOML invalid: what is said of it, and what mends it.

use super::mended::Edit;

/// Something that an author typed and that is no TOML.
#[derive(Debug, PartialEq, Eq)]
pub struct TomlSlip {
    /// What to change, so that the rest can be read.
    pub edits: Vec<Edit>,
    /// What is wrong and what to type instead; nothing where whoever reads the value has more to say.
    pub words: Option<(String, String)>,
    /// Whether a more particular fault at this place takes the place of this one.
    pub gives_way: bool,
    /// Whether who makes it makes it on one line after the other, as somebody does who takes TOML for another language.
    pub on_each_line: bool,
    /// Whether what mends it takes a value out, so that it is not known what is missing.
    pub loses_value: bool,
}

impl TomlSlip {
    /// One that is said whatever else is.
    pub fn new(edits: Vec<Edit>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { gives_way: false, ..Self::giving_way(edits, Some((message.into(), help.into()))) }
    }

    /// One in the place of which something more particular may be said.
    pub fn giving_way(edits: Vec<Edit>, words: Option<(String, String)>) -> Self {
        Self { edits, words, gives_way: true, on_each_line: false, loses_value: false }
    }
}

/// A change of one place.
pub fn edit(start: usize, end: usize, with: impl Into<String>) -> Edit {
    Edit { range: start..end, with: with.into() }
}
