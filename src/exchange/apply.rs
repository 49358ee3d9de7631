//! Translations, put into the files of their language. What has no translation, or is to be looked at again, stays as it is.

use std::collections::{BTreeMap, BTreeSet};

use super::codes::changed_codes;
use super::unit::{Exchange, Unit, UnitState, parts};
use crate::build::SiteModel;
use crate::config::LanguageId;
use crate::content::{head_texts, section_ranges};
use crate::fields::quoted;
use crate::site::PageId;

/// What translations make of a site.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct AppliedTranslations {
    /// The files that are new or differ, by their paths.
    pub files: BTreeMap<String, String>,
    /// What was left out, each in a sentence.
    pub left_out: Vec<String>,
    /// What was put in and should be looked at, each in a sentence.
    pub warnings: Vec<String>,
}

/// Applies translations. An error says in a sentence why none of them can be.
pub fn apply(model: &SiteModel<'_>, exchange: &Exchange) -> Result<AppliedTranslations, String> {
    let language =
        |tag: &str| model.config.language(tag).ok_or_else(|| format!("`{tag}` is not a language of this site"));
    let (source, target) = (language(&exchange.source)?, language(&exchange.target)?);
    let mut applied = AppliedTranslations::default();
    let mut pages: BTreeMap<&str, Vec<&Unit>> = BTreeMap::new();
    for unit in &exchange.units {
        if unit.target.trim().is_empty() {
            continue;
        }
        let why = match unit.state {
            UnitState::Missing => "is marked as one without a translation, and has one",
            UnitState::Behind => "is marked as one to be looked at again",
            UnitState::Translated => {
                pages.entry(&unit.page).or_default().push(unit);
                continue;
            }
        };
        applied.left_out.push(format!("{} {why}; approve it in your tool, and import it again", unit.id()));
    }
    for (path, mut units) in pages {
        let Some(page) = model.site.find(path) else {
            applied.left_out.push(format!("there is no page `{path}` any more"));
            continue;
        };
        let place = TranslatedPage { model, page, source, target };
        let there = parts(model, page, target);
        units.retain(|unit| keeps_codes(unit, &there, &mut applied));
        if units.is_empty() {
            continue;
        }
        match model.words_path(page, target).and_then(|path| Some((path, model.source(path)?.text))) {
            Some((file, before)) => {
                let after = place.edited(&before, &units, &mut applied.left_out);
                if after != before {
                    applied.files.insert(file.to_owned(), after);
                }
            }
            None => {
                let folder = if path.is_empty() { "content".to_owned() } else { format!("content/{path}") };
                applied.files.insert(format!("{folder}/{}.md", exchange.target), new_file(&units));
            }
        }
    }
    Ok(applied)
}

/// Whether a translation has the codes of its source, or what differs is only how words are set. What differs is named.
fn keeps_codes(unit: &Unit, there: &[(String, String)], applied: &mut AppliedTranslations) -> bool {
    let before = there.iter().find(|(part, _)| *part == unit.part).map(|(_, text)| text.as_str());
    let changes = changed_codes(&unit.source, before, &unit.target);
    let listed = |codes: &[String]| codes.iter().map(|code| format!("`{code}`")).collect::<Vec<_>>().join(", ");
    if !changes.formatting.is_empty() {
        let codes = listed(&changes.formatting);
        applied
            .warnings
            .push(format!("{}: {codes} is set in another way than in the source; see whether it is meant", unit.id()));
    }
    if !changes.lost.is_empty() {
        let codes = listed(&changes.lost);
        applied.left_out.push(format!("{}: its translation lost {codes}; put it in, and import it again", unit.id()));
    }
    if !changes.doubled.is_empty() {
        let codes = listed(&changes.doubled);
        let why = format!("{}: its translation has {codes} more often than its source", unit.id());
        applied.left_out.push(format!("{why}; take away what is too much, and import it again"));
    }
    changes.lost.is_empty() && changes.doubled.is_empty()
}

/// A page that is translated from one language to another.
struct TranslatedPage<'a> {
    model: &'a SiteModel<'a>,
    page: PageId,
    source: LanguageId,
    target: LanguageId,
}

impl TranslatedPage<'_> {
    /// The text of the file with translations in their places.
    fn edited(&self, before: &str, units: &[&Unit], left_out: &mut Vec<String>) -> String {
        let texts = self.model.texts(self.page);
        let Some(Some(words)) = texts.get(self.target.0) else { return before.to_owned() };
        let head = head_texts(words.top.file, before);
        let ranges = section_ranges(words, before);
        let order = self.order();
        let mut edits: Vec<(std::ops::Range<usize>, String)> = Vec::new();
        for unit in units {
            if let Some(key) = unit.part.strip_prefix('@') {
                let value = head.iter().find(|(own, _)| own == key).map(|(_, value)| value);
                match value {
                    Some(value) if value.value == unit.target => {}
                    Some(value) => {
                        let text = quoted(&unit.target.split_whitespace().collect::<Vec<_>>().join(" "));
                        edits.push((value.span.start..value.span.end, text));
                    }
                    None => left_out.push(format!("{}: the file has no `{key}` in its front matter", unit.id())),
                }
                continue;
            }
            let id = &unit.part[1..];
            match ranges.iter().find(|(own, _)| own == id) {
                Some((_, range)) => {
                    let old = &before[range.clone()];
                    if old.trim() == unit.target.trim() {
                        continue;
                    }
                    let start = range.start + old.len() - old.trim_start().len();
                    let end = (range.start + old.trim_end().len()).max(start);
                    let text = unit.target.trim();
                    // Where nothing stood, what follows is a heading.
                    let text = if start == end { format!("{text}\n\n") } else { text.to_owned() };
                    edits.push((start..end, text));
                }
                None => {
                    let later = order.iter().skip_while(|own| *own != id).skip(1);
                    let next = later.filter_map(|id| ranges.iter().find(|(own, _)| own == id)).next();
                    let at = next.map_or(before.len(), |(_, range)| range.start);
                    let gap = if at == before.len() && !before.ends_with("\n\n") { "\n" } else { "" };
                    edits.push((
                        at..at,
                        format!("{gap}{}\n{}", unit.target.trim(), if next.is_some() { "\n" } else { "" }),
                    ));
                }
            }
        }
        edits.sort_by_key(|(range, _)| range.start);
        let mut after = String::new();
        let mut done = 0;
        for (range, text) in edits {
            after += &before[done..range.start];
            after += &text;
            done = range.end;
        }
        after + &before[done..]
    }

    /// The ids of the sections, in the order of the language that is translated from.
    fn order(&self) -> Vec<String> {
        let face = self.model.site.page(self.page).input.faces[self.source.0].as_ref();
        face.into_iter().flat_map(|face| &face.sections).map(|(id, _)| id.clone()).collect()
    }
}

/// A language file that was not there.
fn new_file(units: &[&Unit]) -> String {
    let mut out = String::from("+++\n");
    let head = |unit: &&Unit| unit.part.strip_prefix('@').map(|key| (key.to_owned(), unit.target.trim().to_owned()));
    let keys: Vec<(String, String)> = units.iter().filter_map(head).collect();
    for (key, text) in keys.iter().filter(|(key, _)| !key.contains('.')) {
        out += &format!("{key} = {}\n", quoted(text));
    }
    let tables: BTreeSet<&str> = keys.iter().filter_map(|(key, _)| Some(key.split_once('.')?.0)).collect();
    for table in tables.into_iter().rev() {
        out += &format!("\n[{table}]\n");
        for (key, text) in &keys {
            if let Some((_, name)) = key.split_once('.').filter(|(of, _)| *of == table) {
                out += &format!("{name} = {}\n", quoted(text));
            }
        }
    }
    out += "+++\n";
    let sections = units.iter().filter(|unit| unit.part.starts_with('#')).map(|unit| unit.target.trim());
    out + &sections.collect::<Vec<_>>().join("\n\n") + "\n"
}
