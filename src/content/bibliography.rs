//! `content/sources.toml`: every source that is cited, once, by key.

use std::collections::BTreeSet;

use super::article::unread_in_plain_text;
use crate::diagnostic::{Code, Diagnostic, Matter};
use crate::fields::{Fields, Region, read_toml};
use crate::locale::{is_language_tag, meant_tag, slips_of_text};
use crate::text::{Date, Located, Source, Span, WebAddress};

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

/// How near a source stands to what it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// The originator's own document or data.
    Primary,
    /// Somebody else's report of it.
    Account,
    /// Its words, read elsewhere or in excerpts.
    Copy,
}

impl Grade {
    /// All of them, the nearest first.
    pub const ALL: [Self; 3] = [Self::Primary, Self::Account, Self::Copy];

    /// Its name in sources.toml, among the messages and in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Account => "account",
            Self::Copy => "copy",
        }
    }

    /// Whether somebody stands between the reader and what the originator wrote.
    pub fn is_weak(self) -> bool {
        self != Self::Primary
    }
}

/// A remark on a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceNote {
    /// One for readers of every language.
    Plain(String),
    /// By the tags of languages, in alphabetical order.
    ByLanguage(Vec<(Located<String>, String)>),
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
    pub url: WebAddress,
    /// Where that stands; nothing where a fault has been reported.
    pub url_span: Option<Span>,
    /// When it appeared, as far as it says.
    pub published: Option<Date>,
    /// When it was read.
    pub accessed: Option<Date>,
    /// These two as they are written.
    pub written: Vec<Located<Date>>,
    /// The language that it is written in.
    pub language: Option<String>,
    /// What sort of document it is.
    pub kind: Option<SourceKind>,
    /// How near it stands to what it tells.
    pub grade: Option<Grade>,
    /// A remark for readers.
    pub note: Option<SourceNote>,
    /// The day, month or year to which its evidence reaches, where that is not when it appeared.
    pub evidence_to: Option<Date>,
    /// When its figures should be looked at again.
    pub review_by: Option<Located<Date>>,
    /// Where a copy of it is kept that does not change.
    pub archived: Option<WebAddress>,
}

impl SourceEntry {
    /// To when its evidence reaches, as far as it says.
    pub fn reaches(&self) -> Option<Date> {
        self.evidence_to.or(self.published)
    }

    /// Whether its figures were to be looked at again before a day; not where no day is known.
    pub fn is_overdue(&self, today: Option<Date>) -> bool {
        self.review_by.as_ref().zip(today).is_some_and(|(review, today)| review.value < today)
    }
}

/// Reads `sources.toml`; the entries come sorted by key. A source of which something is wrong, which is reported, is a
/// source all the same.
pub fn read_bibliography(top: Span, source: &Source, faults: &mut Vec<Diagnostic>) -> Vec<SourceEntry> {
    if let Some((entries, mut more)) = read_in_parts(top, &source.text) {
        faults.append(&mut more);
        return entries;
    }
    read_part(Region { file: top.file, offset: 0 }, &source.text, faults)
}

/// A longer file is read in parts of about so many bytes: a text that is parsed takes some forty times its size in memory.
const PART: usize = 256 << 10;

/// Reads a long file in parts. `None` if it is short, or if the parts do not tell what the whole does: then something is wrong
/// with the file.
fn read_in_parts(top: Span, text: &str) -> Option<(Vec<SourceEntry>, Vec<Diagnostic>)> {
    if text.len() <= PART {
        return None;
    }
    let (mut entries, mut faults, mut keys) = (Vec::new(), Vec::new(), BTreeSet::new());
    let mut start = 0;
    while start < text.len() {
        // A part that can be parsed ends between two tables: one that was cut within a text or a list cannot.
        let from = text.ceil_char_boundary((start + PART).min(text.len()));
        let end = text[from..].find("\n[").map_or(text.len(), |at| from + at + 1);
        let region = Region { file: top.file, offset: start };
        let mut own = Vec::new();
        let part = read_part(region, &text[start..end], &mut own);
        if own.iter().any(|fault| fault.code == Code::InvalidToml) {
            return None;
        }
        faults.append(&mut own);
        for entry in part {
            if !keys.insert(entry.key.value.clone()) {
                return None;
            }
            entries.push(entry);
        }
        start = end;
    }
    entries.sort_by(|a, b| a.key.value.cmp(&b.key.value));
    Some((entries, faults))
}

fn read_part(region: Region, text: &str, faults: &mut Vec<Diagnostic>) -> Vec<SourceEntry> {
    read_toml(text, region, faults, |fields| {
        let keys = fields.keys();
        fields.keys_are_given();
        fields.doubt_if_partial(Matter::Sources);
        let entries = keys.iter().filter_map(|key| {
            let key = Located { value: key.clone(), span: fields.key_span(key) };
            check_key(&key, fields);
            fields.table(&key.value.clone(), |entry| read_entry(key, entry))
        });
        entries.collect()
    })
}

/// A key stands between brackets in articles, and in the addresses of the list of sources.
fn check_key(key: &Located<String>, fields: &mut Fields<'_, '_>) {
    let near = source_key(&key.value);
    if !key.value.is_empty() && near == key.value {
        return;
    }
    let message = format!("`{}` cannot be the key of a source", key.value);
    let help = match near.is_empty() {
        true => "write it with letters, digits and hyphens".to_owned(),
        false => format!("write it with letters, digits and hyphens, such as `{near}`"),
    };
    fields.fault(Diagnostic::error(Code::InvalidValue, message).at(key.span).help(help));
    fields.doubt(Matter::Sources);
}

/// The key of a source that is nearest to a text: the text itself if it can be one, and empty if nothing of it can.
pub fn source_key(text: &str) -> String {
    let fit = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
    text.split(|c| !fit(c)).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

fn read_entry(key: Located<String>, fields: &mut Fields<'_, '_>) -> SourceEntry {
    let mut text =
        |key: &str, help: &str| fields.required_string(key, help).map_or_else(String::new, |text| text.value);
    let title = text("title", "give its title as it names itself");
    let publisher = text("publisher", "say who published it");
    if !fields.has("url") {
        fields.missing("url", "give the address at which it was read");
    }
    let (published, accessed) = (fields.date("published"), fields.date("accessed"));
    let evidence_to = fields.date("evidence_to");
    let url = fields.web_address("url");
    SourceEntry {
        url_span: url.as_ref().map(|url| url.span),
        url: url.map_or_else(WebAddress::default, |url| url.value),
        published: published.as_ref().map(|date| date.value),
        accessed: accessed.as_ref().map(|date| date.value),
        evidence_to: evidence_to.as_ref().map(|date| date.value),
        written: published.into_iter().chain(accessed).chain(evidence_to).collect(),
        language: language(fields),
        kind: fields.choice("kind", &KINDS.map(|kind| (kind, SourceKind(kind)))).map(|choice| choice.value),
        grade: fields.choice("grade", &Grade::ALL.map(|grade| (grade.as_str(), grade))).map(|choice| choice.value),
        note: note(fields),
        review_by: fields.date("review_by"),
        archived: fields.web_address("archived").map(|url| url.value),
        // Titles are in many languages; all of them have this sign for an apostrophe.
        title: title.replace('\'', "’"),
        publisher,
        key,
    }
}

/// A remark: one text, or one for each language.
fn note(fields: &mut Fields<'_, '_>) -> Option<SourceNote> {
    if !fields.is_table("note") {
        let note = fields.string("note")?;
        plain(&note, fields);
        return Some(SourceNote::Plain(note.value));
    }
    let by_language = fields.table("note", |notes| {
        notes.keys_are_given();
        let keys = notes.keys().into_iter();
        let note = |tag: String| {
            let said = notes.required_string(&tag, "say it in this language, or leave the line out")?;
            slips_of_text(&said, &tag).into_iter().for_each(|slip| notes.fault(slip));
            plain(&said, notes);
            Some((Located { span: notes.key_span(&tag), value: tag }, said.value))
        };
        keys.filter_map(note).collect()
    });
    by_language.map(SourceNote::ByLanguage)
}

/// A remark is shown as it is written.
fn plain(note: &Located<String>, fields: &mut Fields<'_, '_>) {
    if let Some((_, fault)) = unread_in_plain_text(&note.value, "a source has its address in `url`") {
        fields.fault(fault.at(note.span));
    }
}

/// The tag of the source's language; nothing where none is given, or what is given is none.
fn language(fields: &mut Fields<'_, '_>) -> Option<String> {
    let tag = fields.string("lang")?;
    if is_language_tag(&tag.value) {
        if let Some(meant) = meant_tag(&tag.value) {
            let message = format!("`lang` is `{}`, which names no language or country", tag.value);
            let fault = Diagnostic::warning(Code::InvalidValue, message).at(tag.span);
            fields.fault(fault.help(format!("write \"{meant}\"")));
        }
        return Some(tag.value);
    }
    let message = format!("`lang` is `{}`, which is not a language tag", tag.value);
    let fault = Diagnostic::error(Code::InvalidValue, message).at(tag.span);
    fields.fault(fault.help("write a tag of BCP 47, such as \"ar\", \"en\" or \"pt-BR\""));
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;

    fn read(text: &str) -> (Vec<SourceEntry>, Vec<String>) {
        let mut faults = Vec::new();
        let entries = read_bibliography(FileId(0).top(), &Source::new("content/sources.toml", text), &mut faults);
        (entries, faults.into_iter().map(|fault| fault.message).collect())
    }

    #[test]
    fn a_long_file_is_read_as_a_short_one_is() {
        let entry = |n: usize| format!("[s{n}]\ntitle = \"t\"\npublisher = \"p\"\nurl = \"https://example.org\"\n");
        let long: String = (0..10_000).map(entry).collect();
        assert!(long.len() > 2 * PART);
        let whole = |text: &str| {
            let mut faults = Vec::new();
            let entries = read_part(Region { file: FileId(0), offset: 0 }, text, &mut faults);
            (format!("{entries:?}"), faults)
        };
        let text = "note = \"\"\"\n[s1]\n\"\"\"\n";
        for (text, in_parts) in [
            (long.clone(), true),
            (long.replace("title = \"t\"\n", "").replace("[s77]\n", "[s77]\ntitel = 1\n"), true),
            (long.replace("url = \"https://example.org\"\n", &format!("url = \"https://example.org\"\n{text}")), false),
            (long.clone() + &entry(3), false),
            (long.clone() + "[s3.more]\na = 1\n", false),
            (long.replace("[s77]", "[s77"), false),
            (long.clone() + "[last]\nnote = \"\"\"\n" + &long, false),
        ] {
            let top = FileId(0).top();
            assert_eq!(read_in_parts(top, &text).is_some(), in_parts);
            let mut faults = Vec::new();
            let entries = read_bibliography(top, &Source::new("content/sources.toml", text.as_str()), &mut faults);
            assert_eq!((format!("{entries:?}"), faults.len()), (whole(&text).0, whole(&text).1.len()));
        }
    }

    #[test]
    fn one_fault_is_one_message_and_the_source_is_there() {
        let good = "[key]\ntitle = \"t\"\npublisher = \"p\"\nurl = \"https://example.org\"\nlang = \"pt-BR\"\n";
        assert_eq!(read(good).1, Vec::<String>::new());
        for (right, wrong, message) in [
            ("title", "titel", "`key.titel` is not a key"),
            ("url", "ulr", "`key.ulr` is not a key"),
            ("url = \"https://example.org\"\n", "", "`key.url` is missing"),
            ("https://example.org", "htps://example.org", "`key.url` is `htps://example.org`"),
            ("https://example.org", "javascript:alert(1)", "`key.url` is `javascript:alert(1)`"),
            ("pt-BR", "en onclick=alert(1)", "`lang` is `en onclick=alert(1)`"),
            ("pt-BR", "pt_BR", "`lang` is `pt_BR`"),
            ("pt-BR", "", "`lang` is ``"),
            ("[key]", "[\"a onclick=x\"]", "`a onclick=x` cannot be the key"),
        ] {
            let (entries, faults) = read(&good.replacen(right, wrong, 1));
            assert!(faults.len() == 1 && faults[0].starts_with(message), "{wrong}: {faults:?}");
            assert_eq!(entries.len(), 1, "{wrong}");
        }
    }
}
