//! The kinds of pages.

/// What kind of page a folder is; its place in the tree decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// `content/` itself.
    Home,
    /// `content/dimensions/`.
    Dimensions,
    /// A folder in `content/dimensions/`.
    Dimension,
    /// `content/terms/`.
    Terms,
    /// A folder in `content/terms/`.
    Term,
    /// Any other.
    Ordinary,
}

impl PageKind {
    /// The kind of the page at a path below `content/`.
    pub fn of(path: &str) -> Self {
        match path.split('/').collect::<Vec<_>>()[..] {
            [""] => Self::Home,
            ["dimensions"] => Self::Dimensions,
            ["terms"] => Self::Terms,
            ["dimensions", _] => Self::Dimension,
            ["terms", _] => Self::Term,
            _ => Self::Ordinary,
        }
    }

    /// Whether it is a comparison point.
    pub fn is_dimension(self) -> bool {
        self == Self::Dimension
    }
}
