//! What several documents show: each part has its view and how it is filled.

mod article;
mod cards;
mod filter;
mod frame;
mod scale;
mod site;
mod slots;
mod source;

pub use article::{Article, SectionView};
pub use cards::{Card, LinkView};
pub use filter::{Choice, choices, shown_of_all};
pub use frame::{Alternate, Frame};
pub use scale::{Lists, ScaleRow};
pub use slots::{ReaderContext, reference_id};
pub use source::SourceView;
