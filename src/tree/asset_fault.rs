//! What can be wrong with a file beside a page.

/// Why a file is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AssetFault {
    /// An image that no browser can show; one clause that says why.
    Damaged(String),
    /// A drawing that does something when it is opened; what it holds.
    Active(String),
    /// A table with a cell that a program for tables would run; how the cell begins.
    Formula(String),
}
