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
}

impl TomlSlip {
    /// One that is said whatever else is.
    pub fn new(edits: Vec<Edit>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { edits, words: Some((message.into(), help.into())), gives_way: false }
    }
}

/// A change of one place.
pub fn edit(start: usize, end: usize, with: impl Into<String>) -> Edit {
    Edit { range: start..end, with: with.into() }
}
