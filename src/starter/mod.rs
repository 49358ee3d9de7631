//! What new pages and sites begin with. Their words are in `files/words/`, and files that are the same in every language
//! beside them; here stands only where which of them goes.

mod fill;
mod page;
mod site;

pub use page::{PageFacts, new_page};
pub use site::{
    PlannedLanguage, PlannedSubject, SiteKind, SitePlan, begin_site, default_subjects, default_titles, has_interface,
    site_files,
};

/// A file that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Below the root of the site, parts joined by `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl NewFile {
    fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into() }
    }
}
