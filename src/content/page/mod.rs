//! A language file as a whole, and what a page's own files say beside the article: front matter, `page.toml`, and the
//! digests of sections.

mod digests;
mod front_matter;
mod input;
mod kind;
mod page_toml;
mod text;
mod words;

pub use input::WordsInput;
pub use kind::PageKind;
pub use page_toml::{Facts, Stand, read_facts};
pub use text::Words;
pub use words::read_words;
