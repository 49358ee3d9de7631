//! What several documents show: each part has its view and how it is filled.

mod article;
mod blocks;
mod cards;
mod document_head;
mod evidence;
mod filter;
mod page_tree;
mod scale;
mod site;
mod slots;
mod source;
mod structured_data;

pub use article::{Article, Cite, CitedWork, SectionView};
pub use blocks::blocks;
pub use cards::{Card, LinkView};
pub use document_head::{Alternate, DocumentHead, HeadImage};
pub use evidence::EvidenceView;
pub use filter::{Choice, choices, shown_of_all};
pub use page_tree::{Crumb, PageTree};
pub use scale::{Lists, ScaleRow};
pub use site::PARALLEL_BOOK;
pub use slots::{ReaderContext, reference_id};
pub use source::SourceView;
pub use structured_data::ChartFacts;
