//! `[output]`: which files a site has beside its pages.

use crate::fields::Fields;

/// Files beside pages that a site may do without: a table `[output]` in `site.toml`, where each is on unless it is
/// switched off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutputParts {
    /// Dimensions in all their languages side by side.
    pub parallel: bool,
    /// The Markdown of each page beside it.
    pub markdown: bool,
    /// The search: its index and its page.
    pub search: bool,
    /// The words of the newest pages in the feeds.
    pub feed_text: bool,
    /// The words of the pages of a language in one file.
    pub llms_full: bool,
}

impl Default for OutputParts {
    fn default() -> Self {
        Self { parallel: true, markdown: true, search: true, feed_text: true, llms_full: true }
    }
}

impl OutputParts {
    /// Reads the table.
    pub(super) fn read(parts: &mut Fields<'_, '_>) -> Self {
        let mut is_on = |key| !parts.has(key) || parts.boolean(key);
        Self {
            parallel: is_on("parallel"),
            markdown: is_on("markdown"),
            search: is_on("search"),
            feed_text: is_on("feed_text"),
            llms_full: is_on("llms_full"),
        }
    }
}
