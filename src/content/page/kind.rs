//! The kinds of pages.

use crate::config::Config;

/// What kind of page a folder is; its place in the tree decides. Only a site that compares has dimensions.
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
    pub fn of(path: &str, config: &Config) -> Self {
        let compares = config.compares();
        match path.split('/').collect::<Vec<_>>()[..] {
            [""] => Self::Home,
            ["dimensions"] if compares => Self::Dimensions,
            ["terms"] => Self::Terms,
            ["dimensions", _] if compares => Self::Dimension,
            ["terms", _] => Self::Term,
            _ => Self::Ordinary,
        }
    }

    /// Whether it is a comparison point.
    pub fn is_dimension(self) -> bool {
        self == Self::Dimension
    }
}
