//! What has a name in a site, a page, a section or a source: where it is named, and how it gets another name everywhere. The
//! language server and `muwazana rename` do so with this room. Nothing here writes: what is to be changed is told as edits.

mod lines;
mod occurrences;
mod rename;
mod symbol;
mod written;

pub use lines::{FileLine, LineKind, chart_sources, lines, note_references};
pub use occurrences::{Occurrence, Role, occurrences};
pub use rename::{Renaming, current_name, rename};
pub use symbol::{Symbol, headings, resolve, unquoted, written_id};
pub use written::{WrittenLink, written_link};
