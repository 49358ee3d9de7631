//! What is known of what stands at a place: a page's title and summary, a source's record, a section's counterparts, the
//! meaning of a key.

use std::collections::BTreeSet;
use std::ops::Range;

use super::completion::is_front_matter;
use super::spot::{Named, Spot};
use crate::config::LanguageId;
use crate::content::{PageKind, SourceEntry, SourceNote};
use crate::schema::{SchemaOf, keys_of};
use crate::site::PageId;
use crate::symbols::{Symbol, headings};
use crate::text::{DiffMarks, DiffRun, word_diff};

/// Words that were taken out struck through, and those put in bold.
struct MarkdownMarks;

impl DiffMarks for MarkdownMarks {
    fn write(&self, piece: DiffRun<'_>, out: &mut String) {
        let (mark, text) = match piece {
            DiffRun::Same(text) => ("", text),
            DiffRun::Removed(text) => ("~~", text),
            DiffRun::Added(text) => ("**", text),
        };
        // A mark beside a blank is none.
        let inner = text.trim();
        let at = text.len() - text.trim_start().len();
        let mark = if inner.is_empty() { "" } else { mark };
        out.push_str(&text[..at]);
        out.push_str(mark);
        for c in inner.chars() {
            if c.is_ascii_punctuation() {
                out.push('\\');
            }
            out.push(c);
        }
        out.push_str(mark);
        out.push_str(&text[at + inner.len()..]);
    }
}

/// Markdown that says it, and the bytes that it is about.
pub fn hover(spot: &Spot<'_>) -> Option<(String, Range<usize>)> {
    if let Some(Named { symbol, name }) = spot.named() {
        let said = match &symbol {
            Symbol::Page(page) => spot.page_card(*page),
            Symbol::Section(page, id) if spot.page().is_some_and(|(own, _)| own == *page) => {
                spot.counterparts(*page, id)
            }
            Symbol::Section(page, id) => format!("{}\n\n{}", spot.page_card(*page), spot.counterparts(*page, id)),
            Symbol::Source(key) => {
                let source = spot.model.bibliography().iter().find(|source| source.key.value == *key)?;
                record(source)
            }
        };
        return Some((said, name));
    }
    spot.key_meaning()
}

impl Spot<'_> {
    fn page_card(&self, page: PageId) -> String {
        let page = self.model.site.page(page);
        let language = self.page().map_or(LanguageId(0), |(_, language)| language);
        let (spoken, face) = page.face(language);
        let kind = match page.input.kind {
            PageKind::Term => "term",
            PageKind::Dimension => "dimension",
            _ => "page",
        };
        let path = if page.input.path.is_empty() { "/" } else { &page.input.path };
        let mut said = format!("**{}**\n\n{}\n\n{kind} `{path}`", face.title, face.summary);
        if let Some(address) = page.own_address() {
            said += &format!(", at `{address}`");
        }
        if spoken != language {
            let tag = &self.model.config.at(language).locale.tag;
            said += &format!(", which has no words in `{tag}`");
        }
        said
    }

    /// A section in every language, and whether each is as the others.
    fn counterparts(&self, page: PageId, id: &str) -> String {
        let model = self.model;
        let path = &model.site.page(page).input.path;
        let confirmed = model.lock.section(path, id);
        let texts = model.texts(page);
        let line = |language: LanguageId| {
            let tag = &model.config.at(language).locale.tag;
            let words = texts.get(language.0).and_then(Option::as_ref);
            let heading = words.and_then(|words| headings(words).find(|heading| heading.id == id));
            let state = match (model.freshness.behind(page, language, id), confirmed) {
                (Some(newer), _) => {
                    let newer = &model.config.at(newer).locale.tag;
                    format!("**behind** `{newer}`, which has changed since they agreed")
                }
                (None, Some(confirmed)) if confirmed.contains_key(tag) => "recorded as agreeing".to_owned(),
                _ => "not recorded as agreeing".to_owned(),
            };
            match (words, heading) {
                (None, _) => format!("- `{tag}`: no words"),
                (Some(_), None) => format!("- `{tag}`: this section is missing"),
                (Some(_), Some(heading)) if self.is_section(page, language, id) => {
                    format!("- `{tag}`: {}; {state}", heading.text)
                }
                (Some(_), Some(heading)) => format!("- `{tag}`: {}", heading.text),
            }
        };
        let lines: Vec<String> = model.config.language_ids().map(line).collect();
        let newer: BTreeSet<LanguageId> =
            model.config.language_ids().filter_map(|language| model.freshness.behind(page, language, id)).collect();
        let changes: String = newer.into_iter().filter_map(|newer| self.changes(page, newer, id)).collect();
        format!("`#{id}`\n\n{}{changes}", lines.join("\n"))
    }

    /// The words that have changed in a section since its languages agreed.
    fn changes(&self, page: PageId, language: LanguageId, id: &str) -> Option<String> {
        let [before, now] = self.model.section_change(page, language, id)?;
        let lines = word_diff(&before, &now, &MarkdownMarks);
        let tag = &self.model.config.at(language).locale.tag;
        Some(format!("\n\nChanged in `{tag}` since they agreed:\n\n{}", lines.join("\n\n")))
    }

    /// Only headings of the second level begin sections, which are held against each other.
    fn is_section(&self, page: PageId, language: LanguageId, id: &str) -> bool {
        let face = self.model.site.page(page).input.faces[language.0].as_ref();
        face.is_some_and(|face| face.sections.iter().any(|(section, _)| section == id))
    }

    fn key_meaning(&self) -> Option<(String, Range<usize>)> {
        let text = &self.source.text;
        let notation = match self.path.rsplit('/').next()? {
            "page.toml" => SchemaOf::Page,
            "site.toml" => SchemaOf::Site,
            "sources.toml" => SchemaOf::Sources,
            name if name.ends_with(".md") && is_front_matter(text, self.offset) => SchemaOf::Head,
            _ => return None,
        };
        let start = text[..self.offset].rfind('\n').map_or(0, |at| at + 1);
        let line = text[start..].lines().next()?;
        let key = line.split(['=', ':']).next()?.trim();
        if self.offset > start + line.find(key)? + key.len() {
            return None;
        }
        let header = text[..start].lines().rev().find(|line| line.starts_with('[') && line.trim_end().ends_with(']'));
        let table = header.map_or("", |header| header.trim().trim_matches(['[', ']']));
        let meaning = &keys_of(notation, table).find(|known| known.name == key)?.meaning;
        let from = start + line.find(key)?;
        Some((format!("`{key}`: {meaning}"), from..from + key.len()))
    }
}

fn record(source: &SourceEntry) -> String {
    let mut said = format!("**{}**\n\n{}", source.title, source.publisher);
    let mut add = |name: &str, value: Option<String>| {
        said.extend(value.map(|value| format!("\n\n{name} {value}")));
    };
    add("published", source.published.map(|date| date.to_string()));
    add("read", source.accessed.map(|date| date.to_string()));
    add("to be looked at again by", source.review_by.as_ref().map(|date| date.value.to_string()));
    add("a source of the kind", source.kind.map(|kind| kind.as_str().to_owned()));
    add("in", source.language.clone());
    add("of the grade", source.grade.map(|grade| grade.as_str().to_owned()));
    add("with evidence to", source.evidence_to.map(|date| date.to_string()));
    match &source.note {
        Some(SourceNote::Plain(note)) => add("note:", Some(note.clone())),
        Some(SourceNote::ByLanguage(notes)) => {
            notes.iter().for_each(|(tag, note)| add(&format!("note ({}):", tag.value), Some(note.clone())));
        }
        None => {}
    }
    said + &format!("\n\n<{}>", source.url)
}
