//! Sources in and out of the text of `sources.toml`. What stands there and is not touched stays as it is, comments and all.

use toml_edit::{Date as TomlDate, Datetime, DocumentMut, Item, Table, Value};

use super::record::SourceRecord;
use crate::text::Date;

/// What happens to a source that is there already and says something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergePolicy {
    /// It stays as it is.
    Keep,
    /// It gets what is new; what the other has not, it keeps.
    Update,
}

/// What came of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct MergedSources {
    /// The text of `sources.toml`.
    pub text: String,
    /// Keys that are new.
    pub added: Vec<String>,
    /// Keys of sources that have changed, and in what.
    pub updated: Vec<(String, Vec<&'static str>)>,
    /// Keys of sources that stay although they differ, and in what.
    pub kept: Vec<(String, Vec<&'static str>)>,
    /// Keys of sources that say the same already.
    pub same: Vec<String>,
}

/// The keys of `sources.toml` that formats of others have a place for.
const KNOWN: [&str; 8] = ["title", "publisher", "url", "published", "accessed", "lang", "kind", "note"];

/// All sources of a text that has no faults, in its order.
pub fn source_records(text: &str) -> Result<Vec<SourceRecord>, String> {
    let document = parsed(text)?;
    let records = document.iter().filter_map(|(key, item)| Some((key, item.as_table_like()?)));
    Ok(records
        .map(|(key, table)| {
            let text = |name: &str| table.get(name).and_then(written);
            let date = |name: &str| text(name).and_then(|text| Date::parse(&text));
            // A note may be a table of one for each language, which no other format has.
            let is_other = |name: &str, item: &Item| !KNOWN.contains(&name) || name == "note" && !item.is_str();
            let others = table.iter().filter(|(name, item)| is_other(name, item));
            let others = others.filter_map(|(name, item)| Some((name.to_owned(), item.as_value()?)));
            SourceRecord {
                key: key.to_owned(),
                title: text("title").unwrap_or_default(),
                publisher: text("publisher").unwrap_or_default(),
                url: text("url").unwrap_or_default(),
                published: date("published"),
                accessed: date("accessed"),
                language: text("lang"),
                kind: text("kind"),
                note: table.get("note").filter(|item| item.is_str()).and_then(written),
                others: others.map(|(name, value)| (name, plain(value))).collect(),
            }
        })
        .collect())
}

/// The text with sources put in, in the order of keys where it has been in that order.
pub fn merge_sources(text: &str, records: &[SourceRecord], policy: MergePolicy) -> Result<MergedSources, String> {
    let mut document = parsed(text)?;
    let mut merged = MergedSources::default();
    for record in records {
        let Some(table) = document.get_mut(&record.key).and_then(Item::as_table_like_mut) else {
            insert(&mut document, record);
            merged.added.push(record.key.clone());
            continue;
        };
        let fields = fields(record);
        let differs = |key: &str, value: &Value| table.get(key).and_then(written) != Some(text_of(value));
        let differing: Vec<&str> =
            fields.iter().filter(|(key, value)| differs(key, value)).map(|(key, _)| *key).collect();
        let differing: Vec<&'static str> = KNOWN.into_iter().filter(|key| differing.contains(key)).collect();
        match policy {
            _ if differing.is_empty() => merged.same.push(record.key.clone()),
            MergePolicy::Keep => merged.kept.push((record.key.clone(), differing)),
            MergePolicy::Update => {
                for (key, mut value) in fields.into_iter().filter(|(key, _)| differing.contains(key)) {
                    if let Some(before) = table.get(key).and_then(Item::as_value) {
                        *value.decor_mut() = before.decor().clone();
                    }
                    table.insert(key, Item::Value(value));
                }
                merged.updated.push((record.key.clone(), differing));
            }
        }
    }
    merged.text = document.to_string();
    Ok(merged)
}

fn parsed(text: &str) -> Result<DocumentMut, String> {
    text.parse::<DocumentMut>().map_err(|_| "sources.toml does not parse: see `muwazana check`".to_owned())
}

/// Puts a source before the first whose key is greater.
fn insert(document: &mut DocumentMut, record: &SourceRecord) {
    let mut table = Table::new();
    for (key, value) in fields(record) {
        table.insert(key, Item::Value(value));
    }
    for (key, value) in &record.others {
        if let Ok(value) = value.parse::<Value>() {
            table.insert(key, Item::Value(value));
        }
    }
    let mut order: Vec<(isize, String)> = document
        .iter()
        .filter_map(|(key, item)| Some((item.as_table()?.position().unwrap_or(0), key.to_owned())))
        .collect();
    order.sort();
    let at = order.iter().position(|(_, key)| *key > record.key).unwrap_or(order.len());
    // What stands above the first source is about the file.
    match order.get(at).filter(|_| at == 0).and_then(|(_, key)| document.get_mut(key)).and_then(Item::as_table_mut) {
        Some(first) => {
            let before = first.decor().prefix().and_then(|text| text.as_str()).unwrap_or_default().to_owned();
            let (head, own) = before
                .rsplit_once("\n\n")
                .map_or((String::new(), before.as_str()), |(head, own)| (format!("{head}\n\n"), own));
            first.decor_mut().set_prefix(format!("\n{own}"));
            table.decor_mut().set_prefix(head);
        }
        None => table.decor_mut().set_prefix(if order.is_empty() { "" } else { "\n" }),
    }
    for (n, (_, key)) in order.iter().enumerate() {
        let position = isize::try_from(if n < at { n } else { n + 1 }).unwrap_or(isize::MAX);
        if let Some(table) = document.get_mut(key).and_then(Item::as_table_mut) {
            table.set_position(Some(position));
        }
    }
    table.set_position(isize::try_from(at).ok());
    document.insert(&record.key, Item::Table(table));
}

/// The keys and values that a source has in `sources.toml`.
fn fields(record: &SourceRecord) -> Vec<(&'static str, Value)> {
    record.texts().map(|(key, text)| (key, Value::from(text))).collect()
}

/// What a value says as a text.
fn written(item: &Item) -> Option<String> {
    item.as_value().map(text_of)
}

fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.value().clone(),
        Value::Datetime(date) => day(date.value()),
        other => plain(other),
    }
}

fn day(date: &Datetime) -> String {
    match date.date {
        Some(TomlDate { year, month, day }) => format!("{year:04}-{month:02}-{day:02}"),
        None => date.to_string(),
    }
}

/// A value as TOML, without blanks and comments around it.
fn plain(value: &Value) -> String {
    value.clone().decorated("", "").to_string()
}
