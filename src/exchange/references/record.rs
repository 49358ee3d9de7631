//! A source as it stands in `sources.toml`, for exchange: texts that have been checked, and keys that other tools do not know.

use std::collections::BTreeMap;

use crate::text::Date;

/// A source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceRecord {
    /// What articles cite it by.
    pub key: String,
    /// As it names itself.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Where it was read; a web address.
    pub url: String,
    /// When it appeared.
    pub published: Option<Date>,
    /// When it was read.
    pub accessed: Option<Date>,
    /// The tag of its language.
    pub language: Option<String>,
    /// What sort of document it is, as in `sources.toml`.
    pub kind: Option<String>,
    /// A remark for readers.
    pub note: Option<String>,
    /// All other keys that it has in `sources.toml`, with their values as TOML.
    pub others: BTreeMap<String, String>,
}

/// How the fields of other formats begin that hold a key of `sources.toml` which those formats do not know.
pub const OWN_FIELD: &str = "muwazana-";

impl SourceRecord {
    /// What it says, key by key, in the order in which `sources.toml` has them: texts, without those that say nothing.
    pub fn texts(&self) -> impl Iterator<Item = (&'static str, String)> {
        let date = |date: Option<Date>| date.map(|date| date.to_string());
        let texts = [
            ("title", Some(self.title.clone())),
            ("publisher", Some(self.publisher.clone())),
            ("url", Some(self.url.clone())),
            ("published", date(self.published)),
            ("accessed", date(self.accessed)),
            ("lang", self.language.clone()),
            ("kind", self.kind.clone()),
            ("note", self.note.clone()),
        ];
        texts.into_iter().filter_map(|(key, text)| Some((key, text?)))
    }
}
