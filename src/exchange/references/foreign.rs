//! An entry of a reference manager, and how a source of ours is made of it. Both formats come through here, so that they carry
//! the same.

use std::collections::BTreeMap;

use super::record::SourceRecord;
use crate::content::source_key;
use crate::text::{Date, WebAddress};

/// What an entry says, in whichever format.
#[derive(Debug, Default)]
pub struct ForeignReference {
    /// Its key or id there.
    pub key: String,
    /// What sort of document it is, in our words, where its type says so.
    pub kind: Option<&'static str>,
    /// The title and the title in the language that it was translated from.
    pub titles: Vec<String>,
    /// Who may have published it, the best first: a publisher, an institution, a journal.
    pub publishers: Vec<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Where it may be read, the best first.
    pub addresses: Vec<String>,
    /// When it appeared, as far as that is a day, month or year; else what is written.
    pub published: Option<Result<Date, String>>,
    /// When it was read.
    pub accessed: Option<Result<Date, String>>,
    /// The tag of its language; else what is written.
    pub language: Option<Result<String, String>>,
    /// A remark.
    pub note: Option<String>,
    /// Keys of ours that it has brought along, with their values as TOML.
    pub others: BTreeMap<String, String>,
    /// The names of its other fields.
    pub left_out: Vec<String>,
}

impl ForeignReference {
    /// What people know it by.
    pub fn name(&self) -> String {
        let titles = self.titles.iter().map(String::as_str);
        std::iter::once(self.key.as_str()).chain(titles).find(|name| !name.is_empty()).unwrap_or("an entry").to_owned()
    }

    /// The source of ours, and notes on what it lacks or has otherwise. An error says why there is none.
    pub fn carried(self, notes: &mut Vec<String>) -> Result<SourceRecord, String> {
        let name = self.name();
        let title = title(self.titles).ok_or("it has no title")?;
        let url = address(self.addresses)?;
        let (publisher, authors_left) = publisher(self.publishers, self.authors, &url, notes);
        let mut dated = |what: &str, date: Option<Result<Date, String>>| match date? {
            Ok(date) => Some(date),
            Err(written) => {
                notes.push(format!("{what} `{written}` is no day, month or year"));
                None
            }
        };
        let (published, accessed) = (dated("the date", self.published), dated("the date of reading", self.accessed));
        let language = match self.language.transpose() {
            Ok(language) => language,
            Err(written) => {
                notes.push(format!("the language `{written}` is not known; write its tag as `lang`"));
                None
            }
        };
        let left_out: Vec<String> = authors_left.into_iter().chain(self.left_out).collect();
        if !left_out.is_empty() {
            notes.push(format!("not carried over: {}", left_out.join(", ")));
        }
        let words: Vec<&str> = name.split_whitespace().take(5).collect();
        let key =
            Some(source_key(&words.join(" "))).filter(|key| !key.is_empty()).unwrap_or_else(|| "source".to_owned());
        let (kind, note) = (self.kind.map(str::to_owned), self.note);
        Ok(SourceRecord { key, title, publisher, url, published, accessed, language, kind, note, others: self.others })
    }
}

/// The title; with the original one behind it in brackets, as bibliographies have it.
fn title(titles: Vec<String>) -> Option<String> {
    let mut titles = titles.into_iter().filter(|title| !title.is_empty());
    let title = titles.next()?;
    match titles.next().filter(|original| !title.contains(original.as_str())) {
        Some(original) => Some(format!("{title} [{original}]")),
        None => Some(title),
    }
}

fn address(addresses: Vec<String>) -> Result<String, String> {
    let mut why = "it has no address on the web (url or DOI)".to_owned();
    for address in addresses.iter().filter(|address| !address.is_empty()) {
        match WebAddress::parse(address) {
            Ok(address) => return Ok(address.to_string()),
            Err(remedy) => why = format!("its address is `{address}`: {remedy}"),
        }
    }
    Err(why)
}

/// Who published it, and the name of the field of authors if that is lost.
fn publisher(
    publishers: Vec<String>,
    authors: Vec<String>,
    url: &str,
    notes: &mut Vec<String>,
) -> (String, Option<String>) {
    let authors = authors.join(", ");
    let lost = Some("author".to_owned()).filter(|_| !authors.is_empty());
    if let Some(publisher) = publishers.into_iter().find(|publisher| !publisher.is_empty()) {
        return (publisher, lost);
    }
    if !authors.is_empty() {
        notes.push("its authors stand as the publisher, since it names none".to_owned());
        return (authors, None);
    }
    let host = url.split('/').nth(2).unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host).to_owned();
    notes.push(format!("the publisher is `{host}`, since it names none"));
    (host, None)
}
