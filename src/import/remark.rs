//! What could not be carried over.

/// Something that could not be carried over.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remark {
    /// The file in the old tree.
    pub file: String,
    /// The line in it, from 1; 0 for the file as a whole.
    pub line: usize,
    /// What, and what became of it.
    pub said: String,
}

impl Remark {
    /// About a file as a whole.
    pub fn of_file(file: &str, said: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: 0, said: said.into() }
    }
}
