//! Markdown to HTML with slots: an article as one file tells it, without any other page.

mod autolinks;
mod body;
mod chart_block;
mod containers;
mod directed;
mod dollars;
mod edited_text;
mod emphasis;
mod fence_lines;
mod figures;
mod heading_blanks;
mod heading_id;
mod html_addresses;
mod inline;
mod link;
mod list_digits;
mod literal_marks;
mod markdown;
mod math;
mod opening;
mod quotation;
mod raw_html;
mod source_text;
mod structure;
mod typography;
mod writer;

pub use body::{Body, Heading, Image, Link, Section};
pub(super) use heading_id::Ids;
pub use heading_id::{github_slug, is_slug_of};
pub use link::{Target, remedy_of_path};
pub(super) use literal_marks::markup_in_plain_text;
pub(super) use markdown::{article, opening};
pub(super) use opening::Opening;
pub(super) use typography::{slips_of_whole, typographic};
pub(super) use writer::Writer;
