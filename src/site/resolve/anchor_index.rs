//! The anchors of pages to look up: a page may have as many links to its headings as it has headings.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::config::LanguageId;
use crate::site::{Page, PageId};

/// What links can name in a page's words, with the id that each means; made for the words that links lead to.
#[derive(Default)]
pub struct AnchorIndex<'a>(RefCell<HashMap<(PageId, LanguageId), Anchors<'a>>>);

/// Ids and their aliases, each with the id that it means.
type Anchors<'a> = Rc<HashMap<&'a str, &'a str>>;

impl<'a> AnchorIndex<'a> {
    /// Those of a page's words for a language.
    pub fn of(&self, pages: &'a [Page], page: PageId, language: LanguageId) -> Anchors<'a> {
        let make = || {
            let (_, face) = pages[page.0].face(language);
            let aliases = face.anchor_aliases.iter().rev().map(|(name, id)| (name.as_str(), id.as_str()));
            let ids = face.anchors.iter().map(|id| (id.as_str(), id.as_str()));
            // An id comes before an alias of another, and the first alias before others.
            Rc::new(aliases.chain(ids).collect())
        };
        Rc::clone(self.0.borrow_mut().entry((page, language)).or_insert_with(make))
    }
}
