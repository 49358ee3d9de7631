//! Which files a page of a site that is being edited is made of.

use super::Workspace;
use crate::build::routes::Route;
use crate::config::LanguageId;
use crate::render::Document;
use crate::site::PageId;
use crate::text::FileId;

impl Workspace {
    /// The files, by their paths below the root, that the document at a path of the site is made of and no other page is:
    /// a page's words, its `page.toml` and the data of its charts; the bibliography for its own page.
    pub fn made_of(&self, path: &str) -> Vec<String> {
        let Some(Route::Document(document)) = self.route(path) else { return Vec::new() };
        let files = match document {
            Document::Page(page, language) | Document::Chart(page, language, ..) => {
                self.files_of_page(page, Some(language))
            }
            Document::Parallel(page) => self.files_of_page(page, None),
            Document::Sources(_) => self.tree.bibliography.into_iter().collect(),
            _ => Vec::new(),
        };
        files.into_iter().map(|file| self.tree.sources.get(file).path.clone()).collect()
    }

    /// The paths of the documents of drafts, in every language.
    pub fn drafts(&self) -> Vec<String> {
        let (Some(config), Some(linked)) = (&self.config, &self.linked) else { return Vec::new() };
        let site = &linked.site.site;
        let drafts = site.ids().filter(|page| site.page(*page).input.facts.draft);
        let of_page = |page| config.language_ids().map(move |language| Document::Page(page, language));
        drafts.flat_map(of_page).map(|document| document.path(config, site)).collect()
    }

    /// The path of the home page in the first language below the root of the site, if there are several languages.
    pub fn first_home(&self) -> Option<String> {
        let config = self.config.as_ref()?;
        let first = config.language_ids().next().filter(|_| config.languages.len() > 1)?;
        let folder = config.folder(first);
        Some(if folder.is_empty() { String::new() } else { format!("{folder}/") })
    }

    fn files_of_page(&self, page: PageId, language: Option<LanguageId>) -> Vec<FileId> {
        let (Some(config), Some(linked)) = (&self.config, &self.linked) else { return Vec::new() };
        let folder = &self.tree.folders[linked.site.folders[page.0]];
        let tag = language.map(|language| config.at(language).locale.tag.as_str());
        // Where a language has no words, those of another one are shown.
        let tag = tag.filter(|tag| folder.words.iter().any(|words| words.tag == *tag));
        let words = folder.words.iter().filter(|words| tag.is_none_or(|tag| words.tag == tag));
        let data = folder.assets.iter().filter_map(|asset| asset.text);
        words.map(|words| words.file).chain(folder.facts).chain(data).collect()
    }
}
