//! The Markdown of a page beside it.

use bytes::Bytes;

use crate::render::output::Output;
use crate::render::renderer::{MARKDOWN, document_path};

/// The Markdown of the page at a path in a language, whose pages lie in a folder: whoever reads the text can hand it on at once, so that it
/// need not be kept until the page is rendered.
pub fn markdown_copy(folder: &str, path: &str, text: &str) -> Output {
    Output { path: markdown_path(folder, path), bytes: Bytes::copy_from_slice(text.as_bytes()) }
}

/// Where the Markdown of the page at a path lies, in a language, whose pages lie in a folder.
pub fn markdown_path(folder: &str, path: &str) -> String {
    document_path(folder, path, MARKDOWN)
}
