//! What of a site can be found in a language: its pages, cut into sections, and the words of each with their places.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::found::{Field, FoundBy, Hit};
use crate::config::LanguageId;
use crate::content::{Cell, Chart, PageKind, PageText, Section, Slot};
use crate::locale::Direction;
use crate::locale::Isolator;
use crate::render::renderer::Renderer;
use crate::search::analysis::{Token, is_arabic, is_stop, tokens};
use crate::site::{Generated, PageId, Resolved};

/// A page as search shows it: plain text, its runs of the other direction isolated.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Shown {
    /// Its address.
    pub url: String,
    pub title: String,
    pub summary: String,
    /// The message that names its kind; empty for none.
    pub kind: Cow<'static, str>,
    pub aliases: Vec<String>,
    /// Tag and direction of its words where they are not the reader's.
    pub stand_in: Option<(String, Direction)>,
    /// What stands before the first heading, then the sections.
    pub sections: Vec<Part>,
}

/// A section of a page as search shows it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Part {
    pub id: String,
    pub heading: String,
    /// The headings inside it.
    pub inner: Vec<String>,
    pub text: String,
}

/// A page in the index.
#[derive(Debug)]
pub struct SearchDocument {
    /// How it is shown.
    pub shown: Shown,
    pub found_by: FoundBy,
}

/// The pages that are made of others and can be found.
const GENERATED: [Generated; 2] = [Generated::Matrix, Generated::Sources];

/// How many pages can be found that have no folder.
pub const WITHOUT_FOLDER: usize = GENERATED.len();

/// These, for the readers of each language.
pub fn without_folder(renderer: &Renderer<'_>) -> Vec<Vec<SearchDocument>> {
    let page = |page| renderer.config.language_ids().map(|reader| generated(renderer, page, reader)).collect();
    GENERATED.into_iter().map(page).collect()
}

fn generated(renderer: &Renderer<'_>, page: Generated, reader: LanguageId) -> SearchDocument {
    let path = page.path();
    let [title, summary] = ["title", "summary"].map(|part| renderer.ui(reader, &format!("{path}_{part}")));
    let mut writer = Writer::default();
    writer.name(Field::Name, 0, &title);
    writer.text(Field::Summary, 0, &tokens(&summary));
    let found_by = writer.finish();
    let url = renderer.addresses.page(reader, path);
    SearchDocument { shown: Shown { url, title, summary, ..Shown::default() }, found_by }
}

/// A page, whose words are at hand, for the readers of each language.
pub fn documents(renderer: &Renderer<'_>, page: PageId) -> Vec<SearchDocument> {
    let texts: Vec<Vec<Part>> = renderer.config.language_ids().map(|words| parts(renderer, page, words)).collect();
    // Each text is read once, for its own language and for the names in it that the others take.
    let read = texts.iter().map(|parts| parts.iter().map(|part| Read { part, tokens: tokens(&part.text) }).collect());
    let texts: Vec<Vec<Read<'_>>> = read.collect();
    renderer.config.language_ids().map(|reader| document(renderer, page, reader, &texts)).collect()
}

fn document(renderer: &Renderer<'_>, page: PageId, reader: LanguageId, texts: &[Vec<Read<'_>>]) -> SearchDocument {
    let here = renderer.site.page(page);
    let (words, face) = here.face(reader);
    let mut writer = Writer::default();
    let mut names: Vec<&str> = vec![&face.title];
    names.extend(face.aliases.iter().map(String::as_str));
    let mut foreign: Vec<&str> = Vec::new();
    for (_, face) in here.input.faces.iter().enumerate().filter(|(at, _)| *at != words.0) {
        foreign.extend(face.iter().flat_map(|face| face.aliases.iter().chain([&face.title])).map(String::as_str));
    }
    // The last part of the path is a name in every language.
    foreign.push(here.input.path.rsplit('/').next().unwrap_or_default());
    foreign.retain(|name| !names.contains(name));
    for (field, names) in [(Field::Name, names), (Field::Foreign, foreign)] {
        for (slot, name) in names.iter().enumerate() {
            writer.name(field, slot, name);
        }
    }
    writer.text(Field::Summary, 0, &tokens(&face.summary));
    let sections = &texts[words.0];
    for (slot, Read { part, tokens }) in sections.iter().enumerate() {
        writer.name(Field::Heading, slot, &part.heading);
        for inner in &part.inner {
            writer.name(Field::Heading, slot, inner);
        }
        writer.text(Field::Body, slot, tokens);
    }
    // Names in the other languages' words lead to the section that corresponds: a reader may type Nvidia where the
    // Arabic has إنفيديا.
    let slots: BTreeMap<&str, usize> = sections.iter().enumerate().rev().map(|(n, own)| (&*own.part.id, n)).collect();
    for others in texts.iter().enumerate().filter(|(at, _)| *at != words.0).map(|(_, parts)| parts) {
        for other in others {
            if let Some(slot) = slots.get(&*other.part.id) {
                writer.names_in(*slot, other);
            }
        }
    }
    let locale = &renderer.config.at(words).locale;
    let isolator = &renderer.config.at(words).isolator;
    let part = |Read { part, .. }: &Read<'_>| Part {
        id: part.id.clone(),
        heading: isolator.plain(&part.heading),
        text: part.text.clone(),
        ..Part::default()
    };
    let shown = Shown {
        url: renderer.url(page, reader),
        title: isolator.plain(&face.title),
        summary: isolator.plain(&face.summary),
        kind: Cow::Borrowed(match here.input.kind {
            PageKind::Dimension => "dimension",
            PageKind::Term => "term",
            _ => "",
        }),
        aliases: face.aliases.clone(),
        stand_in: (words != reader).then(|| (locale.tag.clone(), locale.direction)),
        sections: sections.iter().map(part).collect(),
    };
    SearchDocument { shown, found_by: writer.finish() }
}

/// A section and the words of its text, which the readers of all languages share.
struct Read<'a> {
    part: &'a Part,
    tokens: Vec<Token<'a>>,
}

/// What stands before the first heading of a page, then its sections; nothing if it has no words in the language.
fn parts(renderer: &Renderer<'_>, page: PageId, language: LanguageId) -> Vec<Part> {
    let here = renderer.site.page(page);
    let Some(PageText { body, stances, poles, .. }) = renderer.words(page, language) else {
        return Vec::new();
    };
    let isolator = &renderer.config.at(language).isolator;
    let part = |(slot, section): (usize, &Section)| {
        let mut text = String::with_capacity(section.text.as_str().len());
        section.text.fill(&mut text, |mark, out| match mark {
            Slot::LinkTitle(n) => match here.links[language.0].get(*n) {
                Some(Some(Resolved::Page(target, _))) => out.push_str(&renderer.plain_title(*target, language)),
                Some(Some(Resolved::Generated(page))) => {
                    out.push_str(&renderer.ui(language, &format!("{}_title", page.path())));
                }
                _ => {}
            },
            Slot::Chart(n) => {
                if let Some(chart) = body.charts.get(*n) {
                    chart_words(chart, isolator, out);
                }
            }
            _ => {}
        });
        text.truncate(text.trim_end().len());
        if slot == 0 {
            // What is said of each subject, and between which poles, stands above the article.
            let mut said: Vec<String> =
                stances.iter().chain(poles.iter().flatten()).map(|said| isolator.plain(said)).collect();
            said.push(text);
            text = said.join(" ").trim().to_owned();
        }
        Part {
            id: section.id.clone(),
            heading: section.heading.as_ref().map_or(String::new(), |heading| heading.text.clone()),
            inner: section.inner.iter().map(|heading| heading.text.clone()).collect(),
            text,
        }
    };
    body.sections.iter().enumerate().map(part).collect()
}

/// Adds the words of a chart and of the table under it.
fn chart_words(chart: &Chart, isolator: &Isolator, out: &mut String) {
    let said = [Some(&chart.title), chart.unit.as_ref(), chart.note.as_ref()].into_iter().flatten();
    let cells = chart.table.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| match cell {
        Cell::Text(text) => Some(text),
        _ => None,
    });
    let words = said.chain(&chart.table.head).chain(cells);
    out.push_str(&words.map(|words| isolator.plain(words) + " ·").collect::<Vec<_>>().join(" "));
}

/// Where names from another language stand: after all words of a section, so that they are no neighbours of them.
const APART: usize = 10_000;

/// Takes texts apart and numbers their words.
#[derive(Default)]
struct Writer<'a> {
    /// By word its number; nothing for one that says nothing.
    known: FxHashMap<Cow<'a, str>, Option<u32>>,
    /// Those that say something, by number.
    words: Vec<Cow<'a, str>>,
    /// With the numbers of the words.
    hits: Vec<(u32, Hit)>,
}

impl<'a> Writer<'a> {
    fn name(&mut self, field: Field, slot: usize, text: &'a str) {
        let from = self.hits.len();
        let length = self.text(field, slot, &tokens(text)).min(15);
        for (_, hit) in &mut self.hits[from..] {
            hit.at = hit.at * 16 + length;
        }
    }

    /// Gives the number of words that say something.
    fn text(&mut self, field: Field, slot: usize, tokens: &[Token<'a>]) -> u32 {
        let group = group(field, slot);
        let mut at = 0;
        let mut length = 0;
        while at < tokens.len() {
            // What hyphens join is a word as a whole, too: fine-tuning, ERC-20.
            let parts = 1 + tokens[at + 1..].iter().take_while(|token| token.joined).count();
            if (2..=4).contains(&parts) {
                let word = tokens[at..at + parts].iter().map(|token| &*token.word).collect();
                self.hit(&Token { word, ..tokens[at].clone() }, group, at);
            }
            for (offset, token) in tokens[at..at + parts].iter().enumerate() {
                length += u32::from(self.hit(token, group, at + offset));
            }
            at += parts;
        }
        length
    }

    /// The names in a text of another language, as far as they are not among the words already: words with a capital or
    /// a digit that does not come from the beginning of a sentence.
    fn names_in(&mut self, slot: usize, Read { part: Part { text, .. }, tokens }: &Read<'a>) {
        let group = group(Field::Body, slot);
        let known = self.words.len();
        let mut end = 0;
        for (at, token) in tokens.iter().enumerate() {
            let gap = end..token.range.start;
            end = token.range.end;
            // Most words are no names by their first letter, or by all of them.
            if token.word.starts_with(is_arabic)
                || text.as_bytes()[token.range.clone()].iter().all(u8::is_ascii_lowercase)
            {
                continue;
            }
            let written = &text[token.range.clone()];
            let begins = at == 0 || text[gap].contains(['.', '!', '?', ':', '…']);
            let letters = written.chars().filter(|c| c.is_alphanumeric());
            let capital = letters.skip(usize::from(begins)).any(char::is_uppercase);
            let sign = written.contains(char::is_numeric) && written.contains(char::is_alphabetic);
            if !capital && !sign {
                continue;
            }
            let new = |word: &Option<u32>| word.is_some_and(|word| word as usize >= known);
            if self.known.get(&*token.word).is_none_or(new) {
                self.hit(token, group, APART + at);
            }
        }
    }

    /// Notes a word; says whether it says something.
    fn hit(&mut self, Token { word, .. }: &Token<'a>, group: u32, at: usize) -> bool {
        let number = match self.known.get(word) {
            Some(known) => *known,
            None => {
                let number = (!is_stop(word)).then(|| u32::try_from(self.words.len()).unwrap_or(u32::MAX));
                self.known.insert(word.clone(), number);
                self.words.extend(number.map(|_| word.clone()));
                number
            }
        };
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        self.hits.extend(number.map(|word| (word, Hit { group, at })));
        number.is_some()
    }

    fn finish(self) -> FoundBy {
        FoundBy::new(&self.words, &self.hits)
    }
}

fn group(field: Field, slot: usize) -> u32 {
    // The browser has room for so many.
    u32::try_from(slot.min(0xffff)).unwrap_or_default() * 5 + field as u32
}
