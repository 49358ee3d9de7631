//! What sections were when their languages last agreed, from the history of the repository.

use std::collections::BTreeMap;

use super::link::LinkedSite;
use super::parse::Parser;
use crate::cache::PackedText;
use crate::config::LanguageId;
use crate::content::section_texts;
use crate::site::PageId;
use crate::tree::{SourceTree, earlier_texts, read_text};

/// How many earlier states of a file are looked at.
const MOST_VERSIONS: usize = 500;

/// The states of a site's texts that the lock of translations names.
pub struct AgreedTexts<'a> {
    pub parser: Parser<'a>,
    pub tree: &'a SourceTree,
    pub linked: &'a LinkedSite,
}

impl AgreedTexts<'_> {
    /// The texts of sections of a page in a language, by their ids: each in the newest state in which it was confirmed to agree
    /// with the other languages. Those are left out that were never confirmed, or not in a state that the history has.
    pub fn of(&self, page: PageId, language: LanguageId, ids: &[&str]) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        let tag = &self.parser.config.at(language).locale.tag;
        let path = &self.linked.site.page(page).input.path;
        let digest = |id| Some((id, self.linked.lock.section(path, id)?.get(tag)?.as_str()));
        let mut wanted: Vec<(&str, &str)> = ids.iter().copied().filter_map(digest).collect();
        let folder = &self.tree.folders[self.linked.folders[page.0]];
        let Some(words) = folder.words.iter().find(|words| words.tag == *tag) else { return found };
        let file = &self.tree.sources.get(words.file).path;
        let mut sources = self.tree.sources.clone();
        for version in earlier_texts(self.parser.root, file, MOST_VERSIONS) {
            if wanted.is_empty() {
                break;
            }
            sources.set_unsaved(file, Some(&version));
            let parsed = Parser { sources: &sources, ..self.parser }.folder(folder, None);
            let texts = parsed.text.as_ref().map(PackedText::unpack).unwrap_or_default();
            let Some(words) = texts.into_iter().nth(language.0).flatten() else { continue };
            let was_so =
                |(id, digest): &(&str, &str)| words.digests.iter().any(|(own, known)| own == id && known == digest);
            let (agreed, later): (Vec<_>, Vec<_>) = wanted.into_iter().partition(was_so);
            wanted = later;
            if agreed.is_empty() {
                continue;
            }
            let Some(source) = read_text(self.parser.root, &sources, words.top.file).0 else { continue };
            let is_agreed = |(id, _): &(String, String)| agreed.iter().any(|(own, _)| own == id);
            found.extend(section_texts(&words, &source.text).into_iter().filter(is_agreed));
        }
        found
    }
}
