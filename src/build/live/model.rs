//! A site that is being edited, as an editor asks for it: the model, and the texts as they stand in this moment, with their
//! places, also where they have errors.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Linked, Workspace, parser, text};
use crate::build::parse::Parser;
use crate::cache::PackedText;
use crate::config::{Config, LanguageId};
use crate::content::{Lock, PageText, SourceEntry, section_texts};
use crate::diagnostic::has_errors;
use crate::render::PageTexts;
use crate::site::{Freshness, PageId, Site};
use crate::text::{FileId, Source};
use crate::tree::{Folder, read_text};

/// A site that is linked, and its files.
pub struct SiteModel<'a> {
    /// The settings.
    pub config: &'a Config,
    /// The pages.
    pub site: &'a Site,
    /// Which sections are behind.
    pub freshness: &'a Freshness,
    /// Which sections were confirmed to agree.
    pub lock: &'a Lock,
    workspace: &'a Workspace,
    linked: &'a Linked,
}

impl Workspace {
    /// The site; `None` while there are no settings that can be used.
    pub fn model(&self) -> Option<SiteModel<'_>> {
        let (config, linked) = (self.config.as_ref()?, self.linked.as_ref()?);
        let (site, freshness, lock) = (&linked.site.site, &linked.site.freshness, &linked.site.lock);
        Some(SiteModel { config, site, freshness, lock, workspace: self, linked })
    }

    /// The text of a file of the site as it is now, as places count in it; `None` if it is none of the site's.
    pub fn source(&self, path: &str) -> Option<Source> {
        read_text(&self.root, &self.tree.sources, self.file_id(path)?).0
    }

    /// The file at a path relative to the root.
    fn file_id(&self, path: &str) -> Option<FileId> {
        let tree = &self.tree;
        let is_it = |file: &FileId| tree.sources.get(*file).path == path;
        if let Some(folder) = self.folder_of_file.get(path) {
            let folder = &tree.folders[*folder];
            return folder.words.iter().map(|words| words.file).chain(folder.facts).find(is_it);
        }
        let of_site = [tree.site, tree.bibliography, tree.lock].into_iter().flatten();
        let data = || tree.folders.iter().flat_map(|folder| &folder.assets).filter_map(|asset| asset.text);
        of_site.chain(data()).chain(tree.templates.iter().map(|(_, file)| *file)).find(is_it)
    }
}

impl<'a> SiteModel<'a> {
    /// The page that a text file belongs to, and the language of its words; none for `page.toml`.
    pub fn page_of(&self, path: &str) -> Option<(PageId, Option<LanguageId>)> {
        let at = *self.workspace.folder_of_file.get(path)?;
        let page = self.linked.site.pages.get(at).copied().flatten()?;
        let of_path = |file: FileId| self.path(file) == path;
        let words = self.workspace.tree.folders[at].words.iter().find(|words| of_path(words.file));
        Some((page, words.and_then(|words| self.config.language(&words.tag))))
    }

    /// The folder of a page.
    pub fn folder(&self, page: PageId) -> &'a Folder {
        &self.workspace.tree.folders[self.linked.site.folders[page.0]]
    }

    /// The path of a page's words in a language, if there are any.
    pub fn words_path(&self, page: PageId, language: LanguageId) -> Option<&'a str> {
        let tag = &self.config.at(language).locale.tag;
        let words = self.folder(page).words.iter().find(|words| words.tag == *tag)?;
        Some(self.path(words.file))
    }

    /// The path of a page's `page.toml`, if there is one.
    pub fn facts_path(&self, page: PageId) -> Option<&'a str> {
        self.folder(page).facts.map(|file| self.path(file))
    }

    /// The path of a file.
    pub fn path(&self, file: FileId) -> &'a str {
        &self.workspace.tree.sources.get(file).path
    }

    /// The path of the bibliography, if there is one.
    pub fn bibliography_path(&self) -> Option<&'a str> {
        self.workspace.tree.bibliography.map(|file| self.path(file))
    }

    /// The bibliography.
    pub fn bibliography(&self) -> &'a Arc<[SourceEntry]> {
        &self.site.bibliography
    }

    /// The text of a file as it is now.
    pub fn source(&self, path: &str) -> Option<Source> {
        self.workspace.source(path)
    }

    /// A page's words by language, as they will be with other texts in the place of files, by their paths.
    pub fn texts_with(&self, page: PageId, edited: &BTreeMap<String, String>) -> Vec<Option<PageText>> {
        let Workspace { root, tree, highlights, history, .. } = self.workspace;
        let mut sources = tree.sources.clone();
        edited.iter().for_each(|(path, text)| sources.set_unsaved(path, Some(text)));
        let parser = Parser { root, config: self.config, sources: &sources, highlights, history };
        let parsed = parser.folder(self.folder(page), None);
        parsed.text.as_ref().map(PackedText::unpack).unwrap_or_default()
    }

    /// A section of a page in a language, by its id, as it was when it last agreed with the other languages, and as it is now;
    /// `None` where the history of the repository does not have the former.
    pub fn section_change(&self, page: PageId, language: LanguageId, id: &str) -> Option<[String; 2]> {
        let before = self.workspace.agreed(page, language, &[id]).remove(id)?;
        let words = self.texts(page).into_iter().nth(language.0).flatten()?;
        let source = self.source(self.words_path(page, language)?)?;
        let (_, now) = section_texts(&words, &source.text).into_iter().find(|(own, _)| own == id)?;
        Some([before, now])
    }

    /// A page's words by language, as they stand now; with errors in them, as far as they can be read.
    pub fn texts(&self, page: PageId) -> Vec<Option<PageText>> {
        let at = self.linked.site.folders[page.0];
        let Workspace { root, tree, highlights, history, folders, .. } = self.workspace;
        if !has_errors(&folders[at].faults) {
            return text(&self.linked.site, folders, page);
        }
        let parsed = parser(root, self.config, tree, highlights, history).folder(&tree.folders[at], None);
        parsed.text.as_ref().map(PackedText::unpack).unwrap_or_default()
    }
}
