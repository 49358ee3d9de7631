//! The texts of the pages of a site that is being edited, for documents that show those of many.

use std::collections::BTreeMap;

use super::super::agreed_texts::AgreedTexts;
use super::super::texts::source;
use super::{Workspace, parser, text};
use crate::config::LanguageId;
use crate::content::PageText;
use crate::render::PageTexts;
use crate::site::PageId;

impl PageTexts for Workspace {
    fn text(&self, page: PageId) -> Vec<Option<PageText>> {
        self.linked.as_ref().map(|linked| text(&linked.site, &self.folders, page)).unwrap_or_default()
    }

    fn markdown(&self, page: PageId, language: LanguageId) -> Option<String> {
        let (config, linked) = (self.config.as_ref()?, self.linked.as_ref()?);
        let parser = parser(&self.root, config, &self.tree, &self.highlights, &self.history);
        source(&parser, &self.tree, config, &linked.site, page, language)
    }

    fn agreed(&self, page: PageId, language: LanguageId, sections: &[&str]) -> BTreeMap<String, String> {
        let (Some(config), Some(linked)) = (&self.config, &self.linked) else { return BTreeMap::new() };
        let parser = parser(&self.root, config, &self.tree, &self.highlights, &self.history);
        AgreedTexts { parser, tree: &self.tree, linked: &linked.site }.of(page, language, sections)
    }
}
