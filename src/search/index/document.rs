//! From an entry to a document of the index: takes its texts apart, and notes which words occur where.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::entry::{EntrySection, ReaderEntry, SearchEntry};
use super::language::IndexLanguage;
use super::postings::PageTerms;
use super::record::{RecordSection, SearchRecord};
use crate::search::analysis::{Token, is_arabic_script, is_stop, tokens};
use crate::search::format::{FOREIGN_TEXT_OFFSET, Field, Hit, group, position_with_length};

/// A page in the index of one language.
#[derive(Clone, Debug)]
pub struct PageDocument {
    /// How it is shown.
    pub record: SearchRecord,
    /// What it is found by.
    pub terms: PageTerms,
}

/// A page in the index of each language, ready for its segment.
#[derive(Clone, Debug)]
pub struct AnalysedPage(pub(super) Vec<PageDocument>);

/// Takes apart what a page says in all languages. Each text is read once, for the readers of its own language and for the
/// names in it that the readers of others look for.
pub fn analyse(entry: &SearchEntry, languages: &[IndexLanguage<'_>]) -> AnalysedPage {
    let read = |section| SectionTokens { section, tokens: tokens(&section.text) };
    let texts: Vec<Vec<SectionTokens<'_>>> =
        entry.texts.iter().map(|sections| sections.iter().map(read).collect()).collect();
    let document = |(number, reader): (usize, &ReaderEntry)| PageDocument {
        record: record(number, reader, entry.texts.get(reader.language).map_or(&[], Vec::as_slice), languages),
        terms: terms(reader, &texts),
    };
    AnalysedPage(entry.readers.iter().enumerate().map(document).collect())
}

/// A section and the words of its text.
struct SectionTokens<'a> {
    section: &'a EntrySection,
    tokens: Vec<Token<'a>>,
}

/// How a page is shown to the readers of the language with a number.
fn record(
    reader: usize,
    entry: &ReaderEntry,
    sections: &[EntrySection],
    languages: &[IndexLanguage<'_>],
) -> SearchRecord {
    let language = languages.get(entry.language);
    let isolated = |text: &str| language.map_or_else(|| text.to_owned(), |language| language.isolator.plain(text));
    let section = |section: &EntrySection| RecordSection {
        id: section.id.clone(),
        heading: isolated(&section.heading),
        text: section.text.clone(),
    };
    let stand_in = language.filter(|_| entry.language != reader).map(|language| language.locale);
    SearchRecord {
        url: entry.url.clone(),
        title: isolated(&entry.title),
        summary: isolated(&entry.summary),
        kind: entry.kind.clone(),
        aliases: entry.aliases.clone(),
        stand_in: stand_in.map(|locale| (locale.tag.clone(), locale.direction)),
        sections: sections.iter().map(section).collect(),
    }
}

/// What the readers of a language find a page by; `texts` are those of all languages.
fn terms(entry: &ReaderEntry, texts: &[Vec<SectionTokens<'_>>]) -> PageTerms {
    let mut collector = TermCollector::default();
    let names = || [&entry.title].into_iter().chain(&entry.aliases);
    let foreign_names = entry.foreign_names.iter().filter(|name| !names().any(|own| own == *name));
    names().enumerate().for_each(|(slot, name)| collector.add_name(Field::Name, slot, name));
    foreign_names.enumerate().for_each(|(slot, name)| collector.add_name(Field::Foreign, slot, name));
    collector.add_text(Field::Summary, 0, &entry.summary, &tokens(&entry.summary));
    let sections = texts.get(entry.language).map_or(&[][..], Vec::as_slice);
    for (slot, SectionTokens { section, tokens }) in sections.iter().enumerate() {
        for heading in [&section.heading].into_iter().chain(&section.inner_headings) {
            collector.add_name(Field::Heading, slot, heading);
        }
        collector.add_text(Field::Body, slot, &section.text, tokens);
    }
    // Names in the other languages' texts lead to the section that corresponds: a reader may type Nvidia where the Arabic
    // has إنفيديا.
    let slots: FxHashMap<&str, usize> =
        sections.iter().enumerate().rev().map(|(slot, own)| (own.section.id.as_str(), slot)).collect();
    for others in texts.iter().enumerate().filter(|(at, _)| *at != entry.language).map(|(_, others)| others) {
        for other in others {
            if let Some(slot) = slots.get(other.section.id.as_str()) {
                collector.add_names_in(*slot, other);
            }
        }
    }
    collector.finish()
}

/// As many parts as a name from a program has at most.
const MOST_PARTS: usize = 16;

/// What else a name from a program is looked up by, in lower case: `getElementById` by each of its parts and from each of
/// them on, `v1.2.3` by the number. None for any other word.
fn parts_of_name(written: &str) -> Vec<String> {
    // Marks of direction around it are part of the token.
    let written = written.trim_matches(|c: char| !c.is_alphanumeric());
    let bytes = written.as_bytes();
    if let [b'v' | b'V', b'0'..=b'9', ..] = bytes {
        return vec![written[1..].to_owned()];
    }
    if !bytes.is_ascii() {
        return Vec::new();
    }
    let begins = |at: &usize| bytes[at - 1].is_ascii_lowercase() && bytes[*at].is_ascii_uppercase();
    let starts: Vec<usize> = [0].into_iter().chain((1..bytes.len()).filter(begins)).collect();
    let ends = starts.iter().skip(1).copied().chain([written.len()]);
    let mut parts: Vec<&str> = Vec::new();
    // What has more parts is no name, and all that follows each of them would be much longer than it is.
    if (2..=MOST_PARTS).contains(&starts.len()) {
        parts.extend(starts.iter().zip(ends).map(|(start, end)| &written[*start..end]));
        parts.extend(starts[1..starts.len() - 1].iter().map(|start| &written[*start..]));
    }
    parts.into_iter().map(str::to_ascii_lowercase).collect()
}

/// Collects the words of a page and numbers them.
#[derive(Default)]
struct TermCollector<'a> {
    /// By word its number; `None` for a stop word.
    numbers: FxHashMap<Cow<'a, str>, Option<u32>>,
    /// The words that are no stop words, by number.
    words: Vec<Cow<'a, str>>,
    /// With the numbers of the words.
    hits: Vec<(u32, Hit)>,
}

impl<'a> TermCollector<'a> {
    /// Adds a text of a field whose positions tell its length.
    fn add_name(&mut self, field: Field, slot: usize, text: &'a str) {
        let from = self.hits.len();
        let length = self.add_text(field, slot, text, &tokens(text));
        for (_, hit) in &mut self.hits[from..] {
            hit.position = position_with_length(hit.position, length);
        }
    }

    /// Adds a text by its tokens; gives the number of its words that are no stop words.
    fn add_text(&mut self, field: Field, slot: usize, text: &str, tokens: &[Token<'a>]) -> u32 {
        let group = group(field, slot);
        let mut at = 0;
        let mut length = 0;
        while at < tokens.len() {
            // What hyphens join is a word as a whole, too: fine-tuning, ERC-20.
            let parts = 1 + tokens[at + 1..].iter().take_while(|token| token.joined).count();
            if (2..=4).contains(&parts) {
                let word = tokens[at..at + parts].iter().map(|token| &*token.word).collect();
                self.add_word(&Token { word, ..tokens[at].clone() }, group, at);
            }
            for (offset, token) in tokens[at..at + parts].iter().enumerate() {
                length += u32::from(self.add_word(token, group, at + offset));
                for part in parts_of_name(&text[token.range.clone()]) {
                    self.add_word(&Token { word: part.into(), ..token.clone() }, group, at + offset);
                }
            }
            at += parts;
        }
        length
    }

    /// Adds the names in a section of another language, unless the page has them already: words with a capital or a digit
    /// that does not come from the beginning of a sentence.
    fn add_names_in(&mut self, slot: usize, SectionTokens { section, tokens }: &SectionTokens<'a>) {
        let text = &section.text;
        let group = group(Field::Body, slot);
        let own_words = self.words.len();
        let mut end = 0;
        for (at, token) in tokens.iter().enumerate() {
            let gap = end..token.range.start;
            end = token.range.end;
            // Most words are no names by their first letter, or by all of them.
            if token.word.starts_with(is_arabic_script)
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
            let is_foreign = |word: &Option<u32>| word.is_some_and(|word| word as usize >= own_words);
            if self.numbers.get(&*token.word).is_none_or(is_foreign) {
                self.add_word(token, group, FOREIGN_TEXT_OFFSET + at);
            }
        }
    }

    /// Adds an occurrence of a word; `false` for a stop word, which is not added.
    fn add_word(&mut self, Token { word, .. }: &Token<'a>, group: u32, position: usize) -> bool {
        let number = match self.numbers.get(word) {
            Some(number) => *number,
            None => {
                let number = (!is_stop(word)).then(|| u32::try_from(self.words.len()).unwrap_or(u32::MAX));
                self.numbers.insert(word.clone(), number);
                self.words.extend(number.map(|_| word.clone()));
                number
            }
        };
        let position = u32::try_from(position).unwrap_or(u32::MAX);
        self.hits.extend(number.map(|word| (word, Hit { group, position })));
        number.is_some()
    }

    fn finish(self) -> PageTerms {
        PageTerms::new(&self.words, &self.hits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_their_parts() {
        assert_eq!(parts_of_name("getElementById"), ["get", "element", "by", "id", "elementbyid", "byid"]);
        assert_eq!(parts_of_name("OpenAI"), ["open", "ai"]);
        assert_eq!(parts_of_name("\u{2068}v1.2.3\u{2069}"), ["1.2.3"]);
        assert!(parts_of_name(&"aB".repeat(100_000)).is_empty());
        for word in ["", "v", "vote", "GPT", "gpt4", "Word", "1.2.3", "نموذج", "éÉ"] {
            assert_eq!(parts_of_name(word), [""; 0], "{word}");
        }
    }
}
