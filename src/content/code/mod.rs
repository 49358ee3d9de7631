//! Blocks of code: the info string of a fence, and highlighting.

mod highlight;
mod highlight_cache;

pub use highlight::{Fence, HighlightBudget};
pub use highlight_cache::{Coverage, HighlightCache};
