//! Blocks of code: the info string of a fence, and highlighting.

mod fence;
mod highlight;
mod highlight_cache;
mod language;
mod line_notes;
mod lines;

pub use fence::{ATTRIBUTES, Fence};
pub use highlight::HighlightBudget;
pub use highlight_cache::{Coverage, HighlightCache};
pub use language::{code_languages, is_running_text, nearest_language};
pub use line_notes::{take_notes, unknown_note};
