//! `[output]`: which files a site has beside its pages.

use crate::fields::Fields;

/// Files beside pages that a site may do without: a table `[output]` in `site.toml`, where most are on unless they
/// are switched off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutputParts {
    /// Pages in all their languages side by side: dimensions, and those that ask for it.
    pub parallel: bool,
    /// The Markdown of each page beside it.
    pub markdown: bool,
    /// The search: its index and its page.
    pub search: bool,
    /// The page that shows how far the languages go together; this one is off unless it is switched on.
    pub status: bool,
    /// The words of the newest pages in the feeds.
    pub feed_text: bool,
    /// The words of the pages of a language in one file; nothing where the size of the site decides.
    pub llms_full: Option<bool>,
    /// The pages as books. Off unless it is switched on: a book is made again whole after each edit of a page, which takes
    /// longer than all else that the edit makes necessary.
    pub epub: bool,
    /// A page, pictures and a document to embed for each chart.
    pub charts: bool,
    /// The pictures that are shown where a link to a page is shared; nothing where the size of the site decides.
    pub social_images: Option<bool>,
}

impl Default for OutputParts {
    fn default() -> Self {
        Self {
            parallel: true,
            markdown: true,
            search: true,
            status: false,
            feed_text: true,
            llms_full: None,
            epub: false,
            charts: true,
            social_images: None,
        }
    }
}

impl OutputParts {
    /// Its keys.
    pub(super) const KEYS: [&str; 9] =
        ["parallel", "markdown", "search", "status", "feed_text", "llms_full", "epub", "charts", "social_images"];

    /// Reads the table.
    pub(super) fn read(parts: &mut Fields<'_, '_>) -> Self {
        let is_on = |parts: &mut Fields<'_, '_>, key| !parts.has(key) || parts.boolean(key);
        let or_by_size = |parts: &mut Fields<'_, '_>, key| parts.has(key).then(|| parts.boolean(key));
        Self {
            parallel: is_on(parts, "parallel"),
            markdown: is_on(parts, "markdown"),
            search: is_on(parts, "search"),
            status: parts.boolean("status"),
            feed_text: is_on(parts, "feed_text"),
            llms_full: or_by_size(parts, "llms_full"),
            epub: parts.boolean("epub"),
            charts: is_on(parts, "charts"),
            social_images: or_by_size(parts, "social_images"),
        }
    }
}
