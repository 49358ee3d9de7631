//! A source as a reader sees it.

use crate::content::{Grade, SourceEntry, SourceNote};
use serde::Serialize;

use crate::config::LanguageId;
use crate::locale::ends_sentence;
use crate::render::renderer::Renderer;
use crate::render::templates::{Shared, html};
use crate::site::SourceId;
use crate::text::WebAddress;

/// A source.
#[derive(Debug, Serialize)]
pub struct SourceView {
    /// Its key; also its id on the page of sources.
    pub key: String,
    /// As it names itself.
    pub title: Shared,
    /// Whether the title ends without a stop of its own.
    pub stop: bool,
    /// Who published it.
    pub publisher: Shared,
    /// Where it was read.
    pub url: WebAddress,
    /// When it appeared.
    pub published: Option<String>,
    /// When it was read.
    pub accessed: Option<String>,
    /// The tag of its language, where that is not the page's.
    pub language: Option<String>,
    /// What sort of document it is, in words.
    pub kind: Option<String>,
    /// How near it stands to what it tells, in words.
    pub grade: Option<String>,
    /// Whether it is an account or a copy, which a citation says.
    pub weak: bool,
    /// A remark.
    pub note: Option<Shared>,
    /// To when its evidence reaches, where it says so itself.
    pub evidence_to: Option<String>,
    /// When its figures are to be looked at again.
    pub review_by: Option<String>,
    /// Where a copy is kept that does not change.
    pub archived: Option<WebAddress>,
}

impl Renderer<'_> {
    /// A source as a reader of a language sees it.
    pub fn source(&self, id: SourceId, reader: LanguageId) -> SourceView {
        let entry = &self.site.bibliography[id.0];
        let SourceEntry { key, title, publisher, url, published, accessed, language, kind, grade, .. } = entry;
        let locale = &self.config.at(reader).locale;
        let language = language.clone().filter(|tag| *tag != locale.tag);
        // A title in a language of the site is isolated as that language asks.
        let own = language.as_ref().and_then(|tag| self.config.language(tag)).unwrap_or(reader);
        // Behind a title that is written in the other direction the day of a date that breaks stands as if it were the title's.
        let unbroken = |date| locale.date(date).replace(' ', "\u{a0}");
        SourceView {
            key: key.value.clone(),
            title: self.isolated(own, title),
            stop: !ends_sentence(title),
            publisher: self.isolated(own, publisher),
            url: url.clone(),
            published: published.map(unbroken),
            accessed: accessed.map(unbroken),
            kind: kind.map(|kind| self.ui(reader, &format!("source_{}", kind.as_str()))),
            grade: grade.map(|grade| self.ui(reader, &format!("grade_{}", grade.as_str()))),
            weak: grade.is_some_and(Grade::is_weak),
            note: entry.note.as_ref().and_then(|note| self.source_note(note, reader)),
            evidence_to: entry.evidence_to.map(unbroken),
            review_by: entry.review_by.as_ref().map(|date| unbroken(date.value)),
            archived: entry.archived.clone(),
            language,
        }
    }

    /// A remark in the reader's language, or else in the first of the site that it is written in. One text for all may be in
    /// any language, and finds its direction by itself.
    fn source_note(&self, note: &SourceNote, reader: LanguageId) -> Option<Shared> {
        let notes = match note {
            SourceNote::Plain(note) => {
                let mut out = "<bdi>".to_owned();
                self.config.at(reader).isolator.html(note, &mut out);
                return Some(html(&(out + "</bdi>")));
            }
            SourceNote::ByLanguage(notes) => notes,
        };
        let said = |language: LanguageId| {
            let tag = &self.config.at(language).locale.tag;
            let (_, note) = notes.iter().find(|(own, _)| own.value == *tag)?;
            Some(self.foreign(reader, language, note))
        };
        said(reader).or_else(|| self.config.language_ids().find_map(said))
    }
}
