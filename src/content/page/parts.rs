//! The parts of a language file that say something, each with its place: the texts of its front matter, and its sections.

use std::ops::Range;

use super::front_matter::{Notation, split};
use super::keys::{HEAD_KEYS, HeadKey, HeadValue};
use super::text::PageText;
use crate::fields::{Fields, Region, read_toml, read_yaml};
use crate::text::{FileId, Located};

/// The texts of front matter that are translated, by their keys, such as `title` and `stance.llm`; each with the place of its
/// value, quotation marks included.
pub fn head_texts(file: FileId, text: &str) -> Vec<(String, Located<String>)> {
    let parts = split(text);
    let region = Region { file, offset: parts.offset };
    let mut faults = Vec::new();
    let read = |fields: &mut Fields<'_, '_>| {
        let mut texts = Vec::new();
        let mut add = |name: String, value: Option<Located<String>>| texts.extend(value.map(|value| (name, value)));
        for HeadKey { name, holds } in HEAD_KEYS {
            match holds {
                HeadValue::Text => add((*name).to_owned(), fields.string(name)),
                HeadValue::TextOf(key) if !fields.has(key) => add((*key).to_owned(), fields.string(name)),
                HeadValue::TextOf(_) | HeadValue::Own => {}
                HeadValue::Texts => {
                    let values = fields.table(name, |values| {
                        let keys = values.keys();
                        keys.into_iter().map(|key| (format!("{name}.{key}"), values.string(&key))).collect::<Vec<_>>()
                    });
                    values.into_iter().flatten().for_each(|(name, value)| add(name, value));
                }
            }
        }
        texts
    };
    match parts.notation {
        Notation::Toml => read_toml(parts.keys, region, &mut faults, read),
        Notation::Yaml => read_yaml(parts.keys, region, &mut faults, read),
    }
}

/// The bytes of the sections by their ids, in their order; the first has the empty id and is what stands before the first
/// heading. `text` is the whole file.
pub fn section_ranges(words: &PageText, text: &str) -> Vec<(String, Range<usize>)> {
    let headings = words.body.sections.iter().filter_map(|section| section.heading.as_ref());
    let starts: Vec<(String, usize)> = headings.map(|heading| (heading.id.clone(), heading.span.start)).collect();
    let ends = starts.iter().skip(1).map(|(_, start)| *start).chain([text.len()]);
    let first = starts.first().map_or(text.len(), |(_, start)| *start);
    let sections = starts.iter().zip(ends).map(|((id, start), end)| (id.clone(), *start..end));
    [(String::new(), split(text).body.min(first)..first)].into_iter().chain(sections).collect()
}
