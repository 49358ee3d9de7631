//! What has changed in the sections that leave others behind: the text as it was when the languages last agreed, from the
//! history of the repository, and the text as it is now.

use std::path::Path;

use super::agreed_texts::AgreedTexts;
use super::options::Options;
use super::report::MemorySink;
use super::{Pipeline, Prepared};
use crate::cache::{Cache, PackedText};
use crate::config::LanguageId;
use crate::content::section_texts;
use crate::tree::{History, discover, read_text};

/// A section that has changed in one language, and not in others.
#[derive(Debug)]
pub struct SectionChange {
    /// The page, by its path; empty for home.
    pub page: String,
    /// The section, by its id; empty for title, summary, stances and what stands before the first heading.
    pub section: String,
    /// The tag of the language in which it has changed.
    pub changed: String,
    /// The file of that language.
    pub file: String,
    /// The line at which the section begins there.
    pub line: usize,
    /// The tags of the languages that are behind.
    pub behind: Vec<String>,
    /// The text on which the languages agreed; `None` where the repository's history does not have it.
    pub before: Option<String>,
    /// The text as it is now.
    pub after: String,
}

/// What has changed since the languages of the site under `root` last agreed, by page, in the order of the sections.
pub fn translation_changes(root: &Path, options: &Options) -> Vec<SectionChange> {
    let (mut tree, mut faults) = discover(root);
    let (cache, history) = (Cache::default(), History::default());
    let progress = &super::NoProgress;
    let pipeline = Pipeline { root, options, cache: &cache, sink: &MemorySink::default(), progress, history: &history };
    let Some(Prepared { config, linked, parsed }) = pipeline.prepare(&mut tree, None, &mut faults) else {
        return Vec::new();
    };
    let agreed = AgreedTexts { parser: pipeline.parser(&tree, &config), tree: &tree, linked: &linked };
    let mut changes = Vec::new();
    for page in linked.site.ids() {
        let at = linked.folders[page.0];
        let behind = |language: &LanguageId, id: &str| linked.freshness.behind(page, *language, id);
        let languages = || config.language_ids();
        let digests = &parsed.folders[at].section_digests;
        let leaves_behind =
            |language: LanguageId, id: &str| languages().any(|other| behind(&other, id) == Some(language));
        if !languages().any(|language| {
            let own = digests[language.0].iter().flat_map(|own| &own.digests);
            own.into_iter().any(|(id, _)| leaves_behind(language, id))
        }) {
            continue;
        }
        let texts = parsed.folders[at].text.as_ref().map(PackedText::unpack).unwrap_or_default();
        for language in languages() {
            let Some(Some(words)) = texts.get(language.0) else { continue };
            let Some(source) = read_text(root, &tree.sources, words.top.file).0 else { continue };
            let mut sections = section_texts(words, &source.text);
            sections.retain(|(id, _)| leaves_behind(language, id));
            let ids: Vec<&str> = sections.iter().map(|(id, _)| id.as_str()).collect();
            let mut before = agreed.of(page, language, &ids);
            for (id, after) in sections {
                let tag = |language: LanguageId| config.at(language).locale.tag.clone();
                let heading = words.body.sections.iter().filter_map(|section| section.heading.as_ref());
                let start =
                    heading.into_iter().find(|heading| heading.id == id).map_or(0, |heading| heading.span.start);
                changes.push(SectionChange {
                    before: before.remove(&id),
                    page: linked.site.page(page).input.path.clone(),
                    changed: tag(language),
                    file: source.path.clone(),
                    line: source.line_column(start).line,
                    behind: languages().filter(|other| behind(other, &id) == Some(language)).map(tag).collect(),
                    section: id,
                    after,
                });
            }
        }
    }
    changes
}
