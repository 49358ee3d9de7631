//! Which place in a page a link means.

use super::Resolver;
use crate::config::LanguageId;
use crate::content::github_slug;
use crate::diagnostic::{Code, Diagnostic, Matter, quoted_list};
use crate::site::PageId;

/// How many anchors a message lists.
const MOST_LISTED: usize = 12;

impl Resolver<'_> {
    /// The id that a link to a page means, in a language's words: as it is, or as GitHub would make it of a heading.
    /// Nothing if it means the page's title.
    pub(super) fn id_of(&self, page: PageId, language: LanguageId, anchor: &str) -> Result<Option<String>, Diagnostic> {
        let (_, face) = self.pages[page.0].face(language);
        let index = self.anchors.of(self.pages, page, language);
        if let Some(id) = index.get(anchor) {
            return Ok(Some((*id).to_owned()));
        }
        // Browsers take `#top` for the beginning of every page.
        if github_slug(&face.title) == anchor || anchor.eq_ignore_ascii_case("top") {
            return Ok(None);
        }
        let shown: Vec<&str> = face.anchors.iter().map(String::as_str).take(MOST_LISTED).collect();
        let otherwise = match face.anchors.len() {
            0 => "link to the page as a whole".to_owned(),
            n if n > MOST_LISTED => format!("its headings are {} and {} others", shown.join(", "), n - MOST_LISTED),
            _ => format!("its headings are {}", quoted_list(shown)),
        };
        let names = face.anchors.iter().chain(face.anchor_aliases.iter().map(|(name, _)| name)).map(String::as_str);
        let message = format!("{} has no heading `#{anchor}`", self.title_of(page));
        let tag = self.config.at(language).locale.tag.clone();
        let fault = Diagnostic::error(Code::BrokenAnchor, message);
        let path = &self.pages[page.0].input.path;
        let section = Matter::Section(path.clone(), tag.clone(), anchor.to_owned());
        let fault = fault.resting_on(Matter::Anchors(path.clone(), tag)).resting_on(section);
        let is_guessed = self.guesses.allow(index.len());
        Err(fault.nearest(anchor, names.take_while(|_| is_guessed), &otherwise))
    }

    /// Where a page stands in all its languages side by side, the tag of each begins its ids.
    pub(super) fn id_side_by_side(&self, page: PageId, anchor: &str) -> Result<String, Diagnostic> {
        let of_language = |language: LanguageId| {
            let tag = self.config.at(language).locale.tag.as_str();
            let id = anchor.strip_prefix(tag)?.strip_prefix('-')?;
            Some(self.id_of(page, language, id).map(|id| format!("{tag}-{}", id.unwrap_or_default())))
        };
        let tag = &self.config.at(self.language).locale.tag;
        let message = format!("side by side, {} has no heading `#{anchor}`", self.title_of(page));
        let help = format!("begin the id with the tag of a language: `#{tag}-{anchor}`");
        let found = self.config.language_ids().find_map(of_language);
        found.unwrap_or_else(|| Err(Diagnostic::error(Code::BrokenAnchor, message).help(help)))
    }

    /// A source has its key for an id on the page of the sources.
    pub(super) fn check_source(&self, anchor: &str) -> Result<(), Diagnostic> {
        if anchor == "sources" || self.sources.contains_key(anchor) {
            return Ok(());
        }
        let message = format!("the sources have no entry `#{anchor}`");
        let is_guessed = self.guesses.allow(self.sources.len());
        let keys = self.sources.keys().copied().take_while(|_| is_guessed);
        Err(Diagnostic::error(Code::BrokenAnchor, message).nearest(anchor, keys, "write the key of a source"))
    }

    /// A page in a sentence.
    pub(super) fn title_of(&self, page: PageId) -> String {
        match self.pages[page.0].input.path.as_str() {
            _ if page == self.page => "this page".to_owned(),
            "" => "the home page".to_owned(),
            path => format!("`{path}`"),
        }
    }
}
