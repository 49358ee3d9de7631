//! A language file as a whole, and what a page's own files say beside the article: front matter, `page.toml`, and the
//! digests of sections.

mod axis;
mod claim;
mod code_facts;
mod digests;
mod evidence;
mod figure;
mod front_matter;
mod input;
mod keys;
mod kind;
mod line_marks;
mod linked_tables;
mod misplaced_dimension;
mod page_toml;
mod paired_ids;
mod parts;
pub mod placeholder;
mod section_difference;
mod section_facts;
mod slug;
mod text;
mod untranslated;
mod words;

pub use axis::AxisPlace;
pub use claim::{DimensionKind, Finding};
pub use digests::section_texts;
pub use evidence::{Evidence, JudgementTest, Movement, Reweighing};
pub use front_matter::read as read_front_matter;
pub use input::LanguageFileInput;
pub use kind::PageKind;
pub use page_toml::{Facts, ParallelUnit, read_facts, read_group};
pub use paired_ids::{IdEdit, Pairing, pair_ids, with_ids};
pub use parts::{head_texts, section_ranges};
pub use section_difference::SectionDifference;
pub use section_facts::SectionFacts;
pub use slug::{address_name, is_address_name};
pub use text::{ArticleDigest, PageText};
pub use untranslated::{Passages, PassagesOfFile, untranslated};
pub use words::read_language_file;
