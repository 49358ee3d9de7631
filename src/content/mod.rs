//! One file in, one value out: front matter, Markdown, facts, the bibliography. Nothing here knows of any
//! other page; what depends on others is left open as a [`Slot`], to be filled when the page is rendered.

mod bibliography;
mod body;
mod chart;
mod chart_data;
mod code;
mod colours;
mod digests;
mod facts;
mod figures;
mod front_matter;
mod heading_id;
mod link;
mod lock;
mod markdown;
mod packed;
mod prose;
mod raw_html;
mod table;
mod writer;

pub use bibliography::{SourceEntry, SourceKind, read_bibliography};
pub use body::{Body, Footnote, Heading, Image, Link, Note, NoteKind, Section, Slot, Words};
pub use chart::{Cell, Chart, ChartKind, Grid, Number};
pub use code::Fence;
pub use colours::{Colours, Whole};
pub use facts::{Facts, PageKind, Stand, read_facts};
pub use link::Target;
pub use lock::{Confirmed, Lock};
pub use markdown::{WordsInput, read_words};
pub use packed::{Packed, pack, unpack};
