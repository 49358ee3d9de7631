//! `content/sources.toml`: every source that is cited, once, by key.

use crate::diagnostic::{Code, Diagnostic};
use crate::fields::{Fields, Region, read_toml};
use crate::text::{Date, Located, Source, Span};

/// What sort of document a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceKind(&'static str);

const KINDS: [&str; 5] = ["analysis", "data", "news", "official", "paper"];

impl SourceKind {
    /// Its name in sources.toml and among the messages.
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

/// A source.
#[derive(Debug)]
pub struct SourceEntry {
    /// What articles cite it by.
    pub key: Located<String>,
    /// As it names itself.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Where it was read.
    pub url: String,
    /// When it appeared, as far as it says.
    pub published: Option<Date>,
    /// When it was read.
    pub accessed: Option<Date>,
    /// The language that it is written in.
    pub language: Option<String>,
    /// What sort of document it is.
    pub kind: Option<SourceKind>,
    /// A remark for readers.
    pub note: Option<String>,
    /// When its figures should be looked at again.
    pub review_by: Option<Located<Date>>,
}

/// Reads `sources.toml`; the entries come sorted by key.
pub fn read_bibliography(top: Span, source: &Source, faults: &mut Vec<Diagnostic>) -> Vec<SourceEntry> {
    let region = Region { file: top.file, offset: 0 };
    read_toml(&source.text, region, faults, |fields| {
        let keys = fields.keys();
        let entries = keys.iter().filter_map(|key| {
            let span = fields.key_span(key);
            fields.table(key, |entry| read_entry(Located { value: key.clone(), span }, entry)).flatten()
        });
        entries.collect()
    })
}

fn read_entry(key: Located<String>, fields: &mut Fields<'_, '_>) -> Option<SourceEntry> {
    let title = fields.required_string("title", "give its title as it names itself");
    let publisher = fields.required_string("publisher", "say who published it");
    let url = fields.required_string("url", "give the address at which it was read");
    if let Some(url) =
        url.as_ref().filter(|url| !url.value.starts_with("https://") && !url.value.starts_with("http://"))
    {
        let message = format!("`{}` is not a web address", url.value);
        fields.fault(Diagnostic::error(Code::InvalidValue, message).at(url.span).help("write it whole: \"https://…\""));
    }
    let entry = SourceEntry {
        published: fields.date("published").map(|date| date.value),
        accessed: fields.date("accessed").map(|date| date.value),
        language: fields.string("lang").map(|tag| tag.value),
        kind: fields.choice("kind", &KINDS.map(|kind| (kind, SourceKind(kind)))).map(|choice| choice.value),
        note: fields.string("note").map(|note| note.value),
        review_by: fields.date("review_by"),
        // Titles are in many languages; all of them have this sign for an apostrophe.
        title: title?.value.replace('\'', "’"),
        publisher: publisher?.value,
        url: url?.value,
        key,
    };
    Some(entry)
}
