//! The Markdown of a page beside it.

use bytes::Bytes;

use crate::render::output::Output;
use crate::render::renderer::{MARKDOWN, document_path};

/// The Markdown of the page at a path in the language of a tag: whoever reads the text can hand it on at once, so that it
/// need not be kept until the page is rendered.
pub fn markdown_copy(tag: &str, path: &str, text: &str) -> Output {
    Output { path: document_path(tag, path, MARKDOWN), bytes: Bytes::copy_from_slice(text.as_bytes()) }
}
