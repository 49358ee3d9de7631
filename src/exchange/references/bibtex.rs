//! BibTeX with the fields of BibLaTeX. It is read with a library and written here: what the library writes for `~`, `^` and `\`
//! are accents and line ends in TeX.

use std::collections::BTreeSet;

use biblatex::{Bibliography, ChunksExt, DateValue, Datetime, Entry, EntryType, PermissiveType, RawBibliography};

use super::csl_json::doi_address;
use super::foreign::ForeignReference;
use super::language_names::{language_in_tex, tag_of_language};
use super::record::{OWN_FIELD, SourceRecord};
use super::unique;
use crate::text::Date;

/// The sort of document, which the types of BibLaTeX do not tell apart, as the field says which no style prints.
const SUBTYPE: &str = "entrysubtype";

/// Where the tag of a language stands that TeX has no name for.
const TAG: &str = "muwazana-lang";

/// Writes sources.
pub fn write(records: &[SourceRecord]) -> String {
    records.iter().map(written).collect::<Vec<_>>().join("\n")
}

fn written(record: &SourceRecord) -> String {
    let kind = record.kind.as_deref();
    let (of_type, publisher) = match kind {
        Some("paper" | "news") => ("article", "journaltitle"),
        Some("data") => ("dataset", "publisher"),
        Some("official" | "analysis") => ("report", "institution"),
        _ => ("online", "organization"),
    };
    let date = |date: Option<Date>| date.map(|date| date.to_string());
    let language = record.language.as_deref();
    let in_tex = language.and_then(language_in_tex);
    let fields = [
        // A second pair of braces keeps capitals as they are.
        ("title", Some(format!("{{{}}}", escaped(&record.title)))),
        (publisher, Some(format!("{{{}}}", escaped(&record.publisher)))),
        ("url", Some(record.url.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C"))),
        ("date", date(record.published)),
        ("urldate", date(record.accessed)),
        ("langid", in_tex.map(str::to_owned)),
        (TAG, language.filter(|_| in_tex.is_none()).map(str::to_owned)),
        (SUBTYPE, kind.map(str::to_owned)),
        ("annotation", record.note.as_deref().map(escaped)),
    ];
    let own = record.others.iter().map(|(key, value)| (format!("{OWN_FIELD}{key}"), escaped(value)));
    let fields = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).chain(own);
    let lines: String = fields.map(|(name, value)| format!("  {name} = {{{value}}},\n")).collect();
    format!("@{of_type}{{{},\n{lines}}}\n", record.key)
}

/// A text as TeX reads it. A brace is written as a command: BibTeX counts braces, whatever stands before them.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '\\' => out += "\\textbackslash{}",
            '{' => out += "\\textbraceleft{}",
            '}' => out += "\\textbraceright{}",
            '~' => out += "\\textasciitilde{}",
            '^' => out += "\\textasciicircum{}",
            '#' | '&' | '%' | '$' | '_' => out.extend(['\\', c]),
            // Two hyphens in a row would be a dash.
            '-' if before == '-' => out += "{}-",
            _ => out.push(c),
        }
        before = c;
    }
    out
}

/// Reads entries; those that cannot be read go into the remarks.
pub fn read(text: &str, remarks: &mut Vec<String>) -> Result<Vec<ForeignReference>, String> {
    let text = &plain(text);
    let line = |at: usize| text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1;
    let parse =
        || RawBibliography::parse(text).map_err(|error| format!("line {}: {}", line(error.span.start), error.kind));
    let raw = parse()?;
    let addresses: Vec<RawAddresses> = raw.entries.iter().map(|entry| raw_addresses(&entry.v)).collect();
    let mut taken = BTreeSet::new();
    let keys: Vec<String> = raw.entries.iter().map(|entry| fresh(entry.v.key.v, &mut taken)).collect();
    let lines: Vec<usize> = raw.entries.iter().map(|entry| line(entry.span.start)).collect();
    // Two entries of one key are two entries.
    let mut raw = parse()?;
    let mut kept = Vec::new();
    let mut readable = Vec::new();
    for (n, (mut entry, key)) in std::mem::take(&mut raw.entries).into_iter().zip(&keys).enumerate() {
        entry.v.key.v = key;
        let mut alone = entry.clone();
        alone.v.fields.retain(|field| !matches!(field.key.v.to_lowercase().as_str(), "crossref" | "xref" | "xdata"));
        let (preamble, abbreviations) = (String::new(), raw.abbreviations.clone());
        match Bibliography::from_raw(RawBibliography { preamble, entries: vec![alone], abbreviations }) {
            Ok(_) => {
                readable.push(entry);
                kept.push(n);
            }
            Err(error) => remarks.push(format!("`{key}` (line {}): left out: {}", lines[n], error.kind)),
        }
    }
    without_endless_links(&mut readable, remarks);
    raw.entries = readable;
    let read =
        Bibliography::from_raw(raw).map_err(|error| format!("line {}: {}", line(error.span.start), error.kind))?;
    Ok(read.iter().zip(kept).map(|(entry, n)| foreign(entry, &addresses[n])).collect())
}

/// How many entries may take what they lack from one another in a row.
const MOST_LINKS: usize = 20;

/// Takes away the links by which entries take fields from others where they lead back or too far: the parser follows them by
/// recursion, without an end.
fn without_endless_links(entries: &mut [biblatex::Spanned<biblatex::RawEntry<'_>>], remarks: &mut Vec<String>) {
    let is_link = |name: &str| ["crossref", "xref", "xdata"].iter().any(|link| name.eq_ignore_ascii_case(link));
    let mut sound: BTreeSet<String> = BTreeSet::new();
    for _ in 0..MOST_LINKS {
        let before = sound.len();
        for entry in entries.iter() {
            let links = entry.v.fields.iter().filter(|field| is_link(field.key.v));
            let mut named = links.flat_map(|field| {
                let words = field.value.v.iter().map(|chunk| match chunk.v {
                    biblatex::RawChunk::Normal(text) | biblatex::RawChunk::Abbreviation(text) => text,
                });
                let is_separator = |c: char| matches!(c, ',' | '{' | '}') || c.is_whitespace();
                words.collect::<String>().split(is_separator).map(str::to_owned).collect::<Vec<_>>()
            });
            if named.all(|name| name.is_empty() || sound.contains(&name)) {
                sound.insert(entry.v.key.v.to_owned());
            }
        }
        if sound.len() == before {
            break;
        }
    }
    for entry in entries.iter_mut().filter(|entry| !sound.contains(entry.v.key.v)) {
        let before = entry.v.fields.len();
        entry.v.fields.retain(|field| !is_link(field.key.v));
        if entry.v.fields.len() < before {
            remarks.push(format!("`{}`: what it takes from another entry cannot be found", entry.v.key.v));
        }
    }
}

/// Commands that change how a text looks, and not what it says.
const LOOKS: &[&str] = &[
    "emph",
    "enquote",
    "mathrm",
    "mbox",
    "nocase",
    "textbf",
    "textit",
    "textnormal",
    "textrm",
    "textsc",
    "textsf",
    "textsl",
    "textsubscript",
    "textsuperscript",
    "texttt",
    "uppercase",
    "url",
];

/// The file without such commands, whose arguments stay. The library would leave them in the texts.
fn plain(text: &str) -> String {
    LOOKS.iter().fold(text.to_owned(), |text, command| text.replace(&format!("\\{command}{{"), "{"))
}

/// A key that is not taken, which it is then.
fn fresh(key: &str, taken: &mut BTreeSet<String>) -> String {
    let key = unique(key, taken);
    taken.insert(key.clone());
    key
}

/// What is written as the address, the DOI and the number of a preprint. The library makes dashes of the hyphens in them.
#[derive(Debug, Default)]
struct RawAddresses {
    url: String,
    doi: String,
    eprint: String,
}

fn raw_addresses(entry: &biblatex::RawEntry<'_>) -> RawAddresses {
    let field = |name: &str| {
        let field = entry.fields.iter().find(|field| field.key.v.eq_ignore_ascii_case(name));
        let chunks = field.map(|field| field.value.v.as_slice()).unwrap_or_default();
        let text: String = chunks
            .iter()
            .map(|chunk| match chunk.v {
                biblatex::RawChunk::Normal(text) | biblatex::RawChunk::Abbreviation(text) => text,
            })
            .collect();
        let text = text.trim().trim_start_matches('{').trim_end_matches('}');
        ["%", "_", "#", "&", "~", "$", "^", ":"]
            .iter()
            .fold(text.to_owned(), |text, sign| text.replace(&format!("\\{sign}"), sign))
    };
    RawAddresses { url: field("url"), doi: field("doi"), eprint: field("eprint") }
}

fn foreign(entry: &Entry, raw: &RawAddresses) -> ForeignReference {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let mut field = |name: &'static str| {
        used.insert(name);
        let text = entry.get(name).map(|chunks| chunks.format_verbatim()).unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let titles = vec![joined(field("title"), &field("subtitle")), field("origtitle")];
    let how = field("howpublished");
    let mut addresses = vec![raw.url.clone(), String::new(), String::new()];
    if !raw.doi.is_empty() {
        addresses[1] = doi_address(&raw.doi);
    }
    let preprints = format!("{}{}", field("eprinttype"), field("archiveprefix")).to_lowercase();
    if !raw.eprint.is_empty() && preprints.starts_with("arxiv") {
        addresses[2] = format!("https://arxiv.org/abs/{}", raw.eprint.trim_start_matches("arXiv:"));
    }
    let how_is_address = how.contains("://");
    if how_is_address {
        addresses.push(how.clone());
    }
    let articles = [field("journaltitle"), field("journal"), field("shortjournal")];
    let houses = [field("publisher"), field("institution"), field("organization"), field("school"), field("booktitle")];
    let mut publishers: Vec<String> = match entry.entry_type {
        EntryType::Article | EntryType::SuppPeriodical => articles.into_iter().chain(houses).collect(),
        _ => houses.into_iter().chain(articles).collect(),
    };
    if !how_is_address {
        publishers.push(how);
    }
    let (langid, language, tag) = (field("langid"), field("language"), field(TAG));
    let language = [tag, langid, language].into_iter().find(|language| !language.is_empty());
    let subtype = field(SUBTYPE);
    let note = [field("annotation"), field("annote"), field("note"), field("addendum")];
    let note = note.into_iter().find(|note| !note.is_empty());
    let authors: Vec<String> = entry.author().unwrap_or_default().iter().map(ToString::to_string).collect();
    let others = entry.fields.keys().filter_map(|name| Some((name.strip_prefix(OWN_FIELD)?, name.as_str())));
    let others = others.filter(|(_, name)| *name != TAG).map(|(key, name)| {
        let value = entry.get(name).map(|chunks| chunks.format_verbatim()).unwrap_or_default();
        (key.to_owned(), value)
    });
    let others = others.collect();
    used.extend(["author", "date", "year", "month", "day", "urldate", "urlyear", "urlmonth", "urlday", "url"]);
    if raw.url.is_empty() {
        used.extend(["doi", "eprint"]);
    }
    let is_left_out = |name: &&String| !used.contains(name.as_str()) && !name.starts_with(OWN_FIELD);
    ForeignReference {
        key: entry.key.clone(),
        kind: kind(&entry.entry_type, &subtype),
        titles,
        publishers,
        authors,
        addresses,
        published: date(entry.date(), entry, "date", "year"),
        accessed: date(entry.url_date(), entry, "urldate", "urlyear"),
        language: language.map(|written| tag_of_language(&written)),
        note,
        others,
        left_out: entry.fields.keys().filter(is_left_out).cloned().collect(),
    }
}

fn joined(title: String, subtitle: &str) -> String {
    if subtitle.is_empty() { title } else { format!("{title}: {subtitle}") }
}

fn kind(of_type: &EntryType, subtype: &str) -> Option<&'static str> {
    let named = ["analysis", "data", "news", "official", "paper"].into_iter().find(|kind| *kind == subtype);
    let by_type = match of_type {
        EntryType::Article if matches!(subtype, "newspaper" | "magazine") => Some("news"),
        EntryType::Dataset => Some("data"),
        EntryType::Report | EntryType::TechReport | EntryType::Manual => Some("analysis"),
        EntryType::Online | EntryType::Misc | EntryType::Software | EntryType::Unpublished => None,
        EntryType::Set | EntryType::XData => None,
        EntryType::Unknown(name) => match name.as_str() {
            "legislation" | "legal" | "jurisdiction" | "standard" => Some("official"),
            _ => None,
        },
        _ => Some("paper"),
    };
    named.or(by_type)
}

/// A date as far as it is a day, month or year; else what is written. Nothing where nothing is.
fn date(
    read: Result<PermissiveType<biblatex::Date>, biblatex::RetrievalError>,
    entry: &Entry,
    whole: &str,
    year: &str,
) -> Option<Result<Date, String>> {
    let written = entry.get(whole).or_else(|| entry.get(year))?.format_verbatim();
    let day = match read {
        Ok(PermissiveType::Typed(biblatex::Date {
            value: DateValue::At(day),
            uncertain: false,
            approximate: false,
        })) => day,
        _ if written.trim().is_empty() => return None,
        _ => return Some(Err(written)),
    };
    Some(day_of(day).ok_or(written))
}

fn day_of(day: Datetime) -> Option<Date> {
    let Datetime { year, month, day, .. } = day;
    let parts = [
        Some(format!("{year:04}")),
        month.map(|month| format!("-{:02}", month + 1)),
        day.map(|day| format!("-{:02}", day + 1)),
    ];
    Date::parse(&parts.into_iter().flatten().collect::<String>())
}
