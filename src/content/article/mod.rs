//! Markdown to HTML with slots: an article as one file tells it, without any other page.
//!
//! `source_text.rs` changes what Markdown would misread, `markdown.rs` takes the parser's events, [`Writer`] writes. Which file
//! knows which construct:
//!
//! | construct | read in | written in |
//! |---|---|---|
//! | headings and their ids | `heading_blanks.rs`, `heading_id.rs` | `writer/heading.rs` |
//! | lists, quotations, tables | `list_digits.rs`, `markdown.rs` | `markdown.rs` |
//! | alerts | `alerts.rs`; with a title of their own `containers.rs` | `writer/container.rs` |
//! | containers `:::`, `!!!`, `???` | `containers.rs` | `writer/container.rs` |
//! | links, `[[page]]`, images | `link.rs`; bare addresses `autolinks.rs` | `writer/link.rs` |
//! | notes `[^key]` | `writer/note_reference.rs`, `writer/note_numbers.rs` | `writer/footnote.rs` |
//! | emphasis | `emphasis.rs` | `markdown.rs` |
//! | `==…==`, `H~2~O`, `{width=300}`, emoji | `markdown/marks.rs`, `emoji.rs` | `markdown.rs` |
//! | formulas | `dollars.rs`, `math.rs` | `writer/math.rs` |
//! | code | `fence_lines.rs`, `content/code` | `writer/code.rs` |
//! | charts | `chart_block.rs`, `content/chart` | `chart_block.rs` |
//! | HTML of the author's | `raw_html.rs`, `html_addresses.rs` | `writer/html.rs`, `writer/addresses.rs` |
//! | components of other generators | `components.rs` | `writer/html.rs` |
//! | running text, quotation marks | `typography.rs`, `quotation.rs`, `style.rs`; faults of typing `locale/typing_slips.rs` | `writer.rs`; for the search `writer/plain_text.rs` |
//! | words of the other direction | `directed.rs`, `inline.rs` | `directed.rs` |
//! | title and summary in the article | `markdown/beginning.rs`, `opening.rs` | `content/page/words.rs` |
//! | what is nearly one of these | `structure.rs` and `list_numbers.rs` (blocks), `literal_lines.rs`, `literal_inline.rs`, `literal_links.rs`, `literal_dates.rs` and `literal_foreign.rs` (marks) | |
//! | figures that want a source | `figures.rs` | |

mod alerts;
mod autolinks;
mod body;
mod chart_block;
mod components;
mod containers;
mod dashes;
mod directed;
mod dollars;
mod edited_text;
mod emoji;
mod emphasis;
mod fence_lines;
mod figures;
mod heading_blanks;
mod heading_id;
mod html_addresses;
mod inline;
mod link;
mod list_digits;
mod list_numbers;
mod literal_brackets;
mod literal_dates;
mod literal_foreign;
mod literal_html;
mod literal_inline;
mod literal_lines;
mod literal_links;
mod literal_marks;
mod literal_pasted;
mod markdown;
mod math;
mod named_once;
mod opening;
mod quotation;
mod raw_html;
mod reference_lines;
mod signs;
mod source_text;
mod structure;
mod style;
mod typography;
mod unread_markup;
mod writer;

pub use body::{Body, Heading, Image, Link, Section};
pub(super) use heading_id::Ids;
pub use heading_id::{github_slug, is_slug_of, slug};
pub use link::{Target, remedy_of_path};
pub use list_numbers::LIST_BEGINS;
pub(super) use markdown::article;
pub use markdown::opening;
pub use opening::{Opening, first_sentences};
pub(super) use typography::typographic;
pub use unread_markup::unread_in_plain_text;
pub(super) use writer::Writer;
