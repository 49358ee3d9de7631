//! A source as a reader sees it.

use crate::content::SourceEntry;
use serde::Serialize;

use crate::config::LanguageId;
use crate::render::renderer::Renderer;
use crate::render::templates::Shared;
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
    /// A remark.
    pub note: Option<Shared>,
}

impl Renderer<'_> {
    /// A source as a reader of a language sees it.
    pub fn source(&self, id: SourceId, reader: LanguageId) -> SourceView {
        let SourceEntry { key, title, publisher, url, published, accessed, language, kind, note, .. } =
            &self.site.bibliography[id.0];
        let locale = &self.config.at(reader).locale;
        let language = language.clone().filter(|tag| *tag != locale.tag);
        // A title in a language of the site is isolated as that language asks.
        let own = language.as_ref().and_then(|tag| self.config.language(tag)).unwrap_or(reader);
        SourceView {
            key: key.value.clone(),
            title: self.isolated(own, title),
            stop: !title.ends_with(['.', '?', '!', '؟', '…']),
            publisher: self.isolated(own, publisher),
            url: url.clone(),
            published: published.map(|date| locale.date(date)),
            accessed: accessed.map(|date| locale.date(date)),
            kind: kind.map(|kind| self.ui(reader, &format!("source_{}", kind.as_str()))),
            note: note.as_ref().map(|note| self.isolated(own, note)),
            language,
        }
    }
}
