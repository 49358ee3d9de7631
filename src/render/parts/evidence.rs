//! How sure a page is of what it says, as readers see it.

use serde::Serialize;

use super::LinkView;
use crate::config::LanguageId;
use crate::content::Evidence;
use crate::render::renderer::Renderer;
use crate::render::templates::Shared;
use crate::site::{Generated, PageId, SourceId};
use crate::text::Located;

/// How sure a judgement is.
#[derive(Debug, Serialize)]
pub struct EvidenceView {
    /// `high`, `moderate` or `low`.
    pub level: &'static str,
    /// The same in words.
    pub words: String,
    /// Why.
    pub reason: Shared,
}

impl Renderer<'_> {
    /// How sure a dimension says that its judgement is.
    pub fn evidence(&self, page: PageId, reader: LanguageId) -> Option<EvidenceView> {
        let Evidence { level, reasons, .. } = self.site.page(page).input.facts.evidence.as_ref()?;
        let reason = reasons.get(reader.0).map_or("", String::as_str);
        Some(EvidenceView {
            level: level.as_str(),
            words: self.ui(reader, &format!("evidence_{}", level.as_str())),
            reason: self.isolated(reader, reason),
        })
    }

    /// "Evidence to July 2026", from the sources of a page of a comparison; nothing where none says of when it is.
    pub fn evidence_to(&self, page: PageId, reader: LanguageId) -> Option<String> {
        let reached = self.site.evidence_to(page).filter(|_| self.config.compares())?;
        let date = self.config.at(reader).locale.date(reached);
        Some(self.input.theme.messages[reader.0].with("evidence_to", &[("date", &date)]))
    }

    /// Says that a judgement is under review, if it is.
    pub fn under_review(&self, page: PageId, reader: LanguageId) -> Option<String> {
        let date = self.config.at(reader).locale.date(self.site.under_review(page)?);
        Some(self.input.theme.messages[reader.0].with("under_review", &[("date", &date)]))
    }

    /// Where the page of the evidence tells of a dimension; nothing where the site has no such page.
    pub fn evidence_url(&self, page: PageId, reader: LanguageId) -> Option<String> {
        let path = self.addresses.page(reader, Generated::Evidence.path());
        self.site.has_evidence().then(|| format!("{path}#{}", self.site.page(page).address_name()))
    }

    /// The sources of these keys, each as its publisher with a link into the list of sources. Unknown ones are faults elsewhere.
    pub fn sources_of_keys(&self, keys: &[Located<String>], reader: LanguageId) -> Vec<LinkView> {
        let found = keys.iter().filter_map(|key| self.site.source_of_key(&key.value));
        found.map(|source| self.source_link(source, reader)).collect()
    }

    fn source_link(&self, SourceId(source): SourceId, reader: LanguageId) -> LinkView {
        let entry = &self.site.bibliography[source];
        let path = self.addresses.page(reader, Generated::Sources.path());
        let publisher = self.isolated(reader, &entry.publisher);
        LinkView { url: format!("{path}#{}", entry.key.value), title: publisher }
    }
}
