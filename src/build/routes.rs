//! What answers the path of a file while a site is served: documents are made when they are asked for.

use std::collections::BTreeMap;

use bytes::Bytes;

use crate::config::{Config, LanguageId};
use crate::render::{Document, Theme, markdown_path};
use crate::site::{PageId, Site};

/// What a file of the site is made of.
#[derive(Clone, Debug)]
pub enum Route {
    /// A document, which a template makes.
    Document(Document),
    /// The Markdown of a page in a language.
    Markdown(PageId, LanguageId),
    /// A file that is published as it is.
    File(Bytes),
}

/// All files of a site but those of the search index, whose paths are named by their bytes.
#[derive(Debug, Default)]
pub struct Routes(BTreeMap<String, Route>);

impl Routes {
    /// The files of a linked site. A static file takes the place of a document of the same path.
    pub fn new(config: &Config, site: &Site, theme: &Theme) -> Self {
        let mut routes = BTreeMap::new();
        for page in site.ids() {
            let here = site.page(page);
            let languages = config.language_ids().filter(|language| config.output.markdown && here.speaks(*language));
            for language in languages {
                let path = markdown_path(config.folder(language), here.address());
                routes.insert(path, Route::Markdown(page, language));
            }
        }
        let of_pages = site.ids().flat_map(|page| Document::of_page(config, site, page));
        let documents = of_pages.chain(Document::of_site(config, site)).chain(Document::of_texts(config, site));
        routes.extend(documents.map(|document| (document.path(config, site), Route::Document(document))));
        routes.extend(theme.statics.files(site).into_iter().map(|file| (file.path, Route::File(file.bytes))));
        Self(routes)
    }

    /// What the file at a path is made of; `None` if there is none.
    pub fn get(&self, path: &str) -> Option<&Route> {
        self.0.get(path)
    }

    /// All paths, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}
