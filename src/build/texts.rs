//! The texts of pages for documents that show those of many, once most texts have been rendered and let go.

use std::collections::{BTreeMap, BTreeSet};

use super::agreed_texts::AgreedTexts;
use super::link::LinkedSite;
use super::parse::{ParsedFolder, Parser};
use crate::cache::PackedText;
use crate::config::{Config, LanguageId};
use crate::content::PageText;
use crate::render::{Document, PageTexts};
use crate::site::PageId;
use crate::tree::{SourceTree, read_text};

/// Texts of a build: those that will be asked for are kept, and one that an earlier build has parsed is parsed again.
pub struct BuildTexts<'a> {
    parser: Parser<'a>,
    tree: &'a SourceTree,
    config: &'a Config,
    linked: &'a LinkedSite,
    kept: BTreeMap<PageId, PackedText>,
}

impl<'a> BuildTexts<'a> {
    /// Keeps the texts that documents of many texts will ask for.
    pub fn new(
        parser: Parser<'a>,
        tree: &'a SourceTree,
        config: &'a Config,
        linked: &'a LinkedSite,
        folders: &[ParsedFolder],
    ) -> Self {
        let documents = Document::of_texts(config, &linked.site).into_iter();
        let wanted: BTreeSet<PageId> = documents.flat_map(|document| document.texts(config, &linked.site)).collect();
        let kept = wanted.into_iter().filter_map(|page| Some((page, folders[linked.folders[page.0]].text.clone()?)));
        Self { parser, tree, config, linked, kept: kept.collect() }
    }
}

impl PageTexts for BuildTexts<'_> {
    fn text(&self, page: PageId) -> Vec<Option<PageText>> {
        if let Some(text) = self.kept.get(&page) {
            return text.unpack();
        }
        let folder = &self.tree.folders[self.linked.folders[page.0]];
        self.parser.folder(folder, None).text.as_ref().map(PackedText::unpack).unwrap_or_default()
    }

    fn markdown(&self, page: PageId, language: LanguageId) -> Option<String> {
        source(&self.parser, self.tree, self.config, self.linked, page, language)
    }

    fn agreed(&self, page: PageId, language: LanguageId, sections: &[&str]) -> BTreeMap<String, String> {
        AgreedTexts { parser: self.parser, tree: self.tree, linked: self.linked }.of(page, language, sections)
    }
}

/// The file of a page in a language, as it is now.
pub fn source(
    parser: &Parser<'_>,
    tree: &SourceTree,
    config: &Config,
    linked: &LinkedSite,
    page: PageId,
    language: LanguageId,
) -> Option<String> {
    let folder = &tree.folders[linked.folders[page.0]];
    let tag = &config.at(language).locale.tag;
    let file = folder.words.iter().find(|words| words.tag == *tag)?.file;
    let (source, _) = read_text(parser.root, &tree.sources, file);
    source.map(|source| source.text)
}
