//! CSL-JSON, which Zotero, Pandoc and citeproc read and write. It is read as plain JSON: the types of the crates for it refuse a
//! whole file for one unusual value, and write dates as the standard does not have them.

use serde_json::{Map, Value, json};

use super::foreign::ForeignReference;
use super::language_names::tag_of_language;
use super::record::{OWN_FIELD, SourceRecord};
use crate::text::Date;

/// Types that say what sort of document it is. Of several that stand for one, the first is written.
const TYPES: &[(&str, &str)] = &[
    ("article-journal", "paper"),
    ("paper-conference", "paper"),
    ("thesis", "paper"),
    ("book", "paper"),
    ("chapter", "paper"),
    ("article", "paper"),
    ("manuscript", "paper"),
    ("dataset", "data"),
    ("article-newspaper", "news"),
    ("article-magazine", "news"),
    ("broadcast", "news"),
    ("legislation", "official"),
    ("bill", "official"),
    ("legal_case", "official"),
    ("regulation", "official"),
    ("treaty", "official"),
    ("standard", "official"),
    ("report", "analysis"),
];

/// The type of what has no sort.
const WEB_PAGE: &str = "webpage";

/// Where a key of ours stands that CSL has no place for.
const CUSTOM: &str = "custom";

/// Writes sources.
pub fn write(records: &[SourceRecord]) -> String {
    let items: Vec<Value> = records.iter().map(item).collect();
    format!("{:#}\n", Value::Array(items))
}

fn item(record: &SourceRecord) -> Value {
    let mut item = Map::new();
    let kind = record.kind.as_deref();
    // What an office has published is most often no law.
    let written_as = if kind == Some("official") { Some("analysis") } else { kind };
    let of_kind = TYPES.iter().find(|(_, of)| Some(*of) == written_as).map_or(WEB_PAGE, |(name, _)| name);
    item.insert("id".to_owned(), json!(record.key));
    item.insert("type".to_owned(), json!(of_kind));
    item.insert("title".to_owned(), json!(escaped(&record.title)));
    item.insert("publisher".to_owned(), json!(escaped(&record.publisher)));
    item.insert("URL".to_owned(), json!(record.url));
    let dates = [("issued", record.published), ("accessed", record.accessed)];
    for (name, date) in dates.into_iter().filter_map(|(name, date)| Some((name, date?))) {
        let parts: Vec<u16> =
            [Some(date.year), date.month.map(u16::from), date.day.map(u16::from)].into_iter().flatten().collect();
        item.insert(name.to_owned(), json!({ "date-parts": [parts] }));
    }
    let texts = [("language", &record.language), ("annote", &record.note)];
    for (name, text) in texts.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?))) {
        let text = if name == "annote" { escaped(text) } else { text.clone() };
        item.insert(name.to_owned(), json!(text));
    }
    let mut own: Map<String, Value> =
        record.others.iter().map(|(key, value)| (format!("{OWN_FIELD}{key}"), json!(value))).collect();
    if let Some(kind) = kind.filter(|_| written_as != kind) {
        own.insert(format!("{OWN_FIELD}kind"), json!(kind));
    }
    if !own.is_empty() {
        item.insert(CUSTOM.to_owned(), Value::Object(own));
    }
    Value::Object(item)
}

/// A text of ours in a format whose texts may hold a few elements of HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Reads entries; what is none goes into the remarks.
pub fn read(text: &str, remarks: &mut Vec<String>) -> Result<Vec<ForeignReference>, String> {
    let value: Value = serde_json::from_str(text).map_err(|error| format!("its JSON does not parse: {error}"))?;
    let items = match value {
        Value::Array(items) => items,
        Value::Object(mut top) => match top.remove("items") {
            Some(Value::Array(items)) => items,
            _ => vec![Value::Object(top)],
        },
        _ => Vec::new(),
    };
    let mut found = Vec::new();
    for (n, item) in items.into_iter().enumerate() {
        match item {
            Value::Object(item) => found.push(entry(item)),
            _ => remarks.push(format!("entry {} is left out: it is no object", n + 1)),
        }
    }
    Ok(found)
}

fn entry(mut item: Map<String, Value>) -> ForeignReference {
    let mut take = |name: &str| item.remove(name).and_then(|value| text(&value)).unwrap_or_default();
    let mut entry = ForeignReference { key: take("id"), ..ForeignReference::default() };
    for name in ["citation-key", "citation-label"] {
        let key = take(name);
        if !key.is_empty() {
            entry.key = key;
        }
    }
    // Zotero names an entry by its address; what follows the last slash is enough to tell it by.
    if entry.key.contains("://") {
        entry.key = entry.key.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_owned();
    }
    let of_type = take("type");
    entry.kind = TYPES.iter().find(|(name, _)| *name == of_type).map(|(_, kind)| *kind);
    entry.titles = vec![take("title"), take("original-title")];
    entry.addresses = vec![take("URL")];
    let doi = take("DOI");
    if !doi.is_empty() {
        entry.addresses.push(doi_address(&doi));
        if !entry.addresses[0].is_empty() {
            entry.left_out.push("DOI".to_owned());
        }
    }
    let (publisher, container) = (take("publisher"), take("container-title"));
    // An article is known by its journal; its publisher is seldom.
    let (best, other) = match of_type.starts_with("article") && !container.is_empty() {
        true => ((container, "container-title"), (publisher, "publisher")),
        false => ((publisher, "publisher"), (container, "container-title")),
    };
    let is_used_up = best.0.is_empty();
    if !is_used_up && !other.0.is_empty() {
        entry.left_out.push(other.1.to_owned());
    }
    entry.publishers = vec![best.0, other.0, take("authority")];
    let language = take("language");
    entry.language = Some(language).filter(|written| !written.is_empty()).map(|written| tag_of_language(&written));
    let (annote, note) = (take("annote"), take("note"));
    if !annote.is_empty() && !note.is_empty() {
        entry.left_out.push("note".to_owned());
    }
    entry.note = [annote, note].into_iter().find(|note| !note.is_empty());
    entry.published = item.remove("issued").and_then(|value| date(&value));
    entry.accessed = item.remove("accessed").and_then(|value| date(&value));
    entry.authors = item.remove("author").map(|value| names(&value)).unwrap_or_default();
    if let Some(Value::Object(custom)) = item.remove(CUSTOM) {
        for (name, value) in custom {
            match (name.strip_prefix(OWN_FIELD), value) {
                (Some("kind"), Value::String(value)) => {
                    let named = TYPES.iter().map(|(_, kind)| *kind).find(|kind| *kind == value);
                    entry.kind = named.or(entry.kind);
                }
                (Some(key), Value::String(value)) => drop(entry.others.insert(key.to_owned(), value)),
                _ => entry.left_out.push(format!("{CUSTOM}.{name}")),
            }
        }
    }
    entry.left_out.extend(item.into_iter().map(|(name, _)| name));
    entry
}

/// The address of a DOI, which may be written as one already.
pub fn doi_address(doi: &str) -> String {
    let doi = doi.trim();
    match doi.contains("://") {
        true => doi.to_owned(),
        false => format!("https://doi.org/{}", doi.trim_start_matches("doi:").trim()),
    }
}

/// A text or number, without the elements that CSL allows in texts, in one line.
fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    let mut plain = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find('<') {
        plain.push_str(&rest[..at]);
        let tag = ["i", "b", "sup", "sub", "sc", "span"].iter().find_map(|name| {
            let after = rest[at + 1..].trim_start_matches('/').strip_prefix(name)?;
            after.starts_with(['>', ' ']).then(|| rest[at..].find('>').map(|end| at + end + 1)).flatten()
        });
        plain.push_str(if tag.is_some() { "" } else { "<" });
        rest = &rest[tag.unwrap_or(at + 1)..];
    }
    plain.push_str(rest);
    let plain = plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    Some(plain.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A date; what is written, if that is no day, month or year.
fn date(value: &Value) -> Option<Result<Date, String>> {
    let part = |part: &Value| text(part).filter(|part| !part.is_empty());
    let whole = |parts: Vec<String>| {
        let padded =
            parts.iter().enumerate().map(|(n, part)| format!("{part:0>width$}", width = if n == 0 { 4 } else { 2 }));
        padded.collect::<Vec<_>>().join("-")
    };
    let parts: Vec<String> = match value.get("date-parts").and_then(Value::as_array) {
        Some(dates) => {
            let dates = dates.iter().filter_map(Value::as_array);
            dates.map(|parts| whole(parts.iter().filter_map(part).collect())).filter(|date| !date.is_empty()).collect()
        }
        None => ["raw", "literal"].iter().filter_map(|name| part(value.get(name)?)).take(1).collect(),
    };
    let written = if parts.is_empty() { text(value).filter(|text| !text.is_empty())? } else { parts.join("/") };
    Some(Date::parse(&written).ok_or(written))
}

fn names(value: &Value) -> Vec<String> {
    let name = |value: &Value| {
        let part = |name: &str| value.get(name).and_then(text).filter(|part| !part.is_empty());
        let whole = || [part("given"), part("non-dropping-particle"), part("family")].into_iter().flatten();
        part("literal").or_else(|| Some(whole().collect::<Vec<_>>().join(" "))).filter(|name| !name.is_empty())
    };
    value.as_array().map(|names| names.iter().filter_map(name).collect()).unwrap_or_default()
}
