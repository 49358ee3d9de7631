//! The index as files. A query reads the manifest and the terms, then the blocks of places of the terms that it
//! matches, then the records of the pages that it finds and the texts of the sections that it shows.
//!
//! Everything is JSON, since hosts compress that and not files of a kind that they do not know:
//! - *terms*: one string, sorted by skeleton and then by letter. Of each term: a sign (`!` if it is in a name of a page,
//!   else a space), how many letters it shares with the one before in base 36, and the others.
//! - *places*: for each term of the block a list of numbers. A page is the distance from the page before, then its
//!   groups; a group is `(slot * 5 + field) * 2 + more`, then its places; a place is `n * 2 + more`. In names and
//!   headings `n` is `16 * place + length`, elsewhere the distance from the place before.
//! - *records*: `[url, title, summary, kind, aliases, [id, heading, text, number, …], tag, direction]`; `text` and
//!   `number` say where the section's words are.
//! - *texts*: the words of sections.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write as _;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde_json::json;

use super::gather::{Document, Field, Hit};
use crate::locale::analysis::{Analyser, Forms, skeleton};

/// What a block of places is to have at least, in characters before compression: about 3 KB after it.
const PLACES: usize = 8 << 10;
/// The same of a file of texts.
const TEXTS: usize = 4 << 10;
/// What a file of terms is to have at most; only large sites have more than one.
const TERMS: usize = 96 << 10;
/// How many blocks of places there are at most, and how many files of texts: on large sites they grow instead. Of texts
/// a query shows several, each from another file.
const BLOCKS: usize = 512;
const SHELVES: usize = 2048;
/// Pages in a file of records.
pub const RECORDS: usize = 16;
/// Pages of a term at most: of one that is everywhere, those where it counts most.
const PAGES: usize = 1500;
/// Places of a term in a section at most.
const REPEATS: usize = 6;

/// Where the files of a language's index begin.
#[derive(Debug, Default)]
pub struct Begins {
    /// Of each file of terms the first letter of its skeletons, and the number of its first term.
    pub terms: Vec<(String, usize)>,
    /// The number of the first term of each block of places.
    pub places: Vec<usize>,
}

/// A place of a term; the order of the fields is the order of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    term: u32,
    page: u32,
    group: u32,
    at: u32,
}

/// Files are handed to `take` as they are finished, with their kinds, so that the index of a large site is never in
/// memory as a whole.
pub fn encode(
    documents: &[Cow<'_, Document>],
    analyser: Analyser,
    take: &mut dyn FnMut(&'static str, String),
) -> Begins {
    let (terms, places) = invert(documents, analyser);
    let mut begins = Begins::default();
    lists(&terms, places, &mut begins, take);
    records(documents, take);
    begins
}

/// So many pages are unpacked at a time.
const AT_ONCE: usize = 256;

/// The terms in the order of the index, and where each stands.
fn invert(documents: &[Cow<'_, Document>], analyser: Analyser) -> (Vec<String>, Vec<Places>) {
    let mut known: FxHashMap<String, u32> = FxHashMap::default();
    let mut words: Vec<String> = Vec::new();
    let mut numbers: Vec<Vec<u32>> = Vec::with_capacity(documents.len());
    for documents in documents.chunks(AT_ONCE) {
        let own: Vec<Vec<String>> = documents.par_iter().map(|document| document.found_by().words).collect();
        for own in own {
            let number = |word: String| match known.get(&word) {
                Some(number) => *number,
                None => {
                    let number = u32::try_from(words.len()).unwrap_or(u32::MAX);
                    words.push(word.clone());
                    known.insert(word, number);
                    number
                }
            };
            numbers.push(own.into_iter().map(number).collect());
        }
    }
    let forms: Vec<Forms> = words.par_iter().map(|word| analyser.forms(word)).collect();
    let mut sure: BTreeSet<&str> =
        forms.iter().flat_map(|forms| forms.firm.iter().chain([&forms.stem])).map(String::as_str).collect();
    sure.extend(words.iter().zip(&forms).filter_map(|(word, forms)| after_and(word, forms, &known)));
    let mut terms: Vec<(String, &str)> = sure.into_iter().map(|term| (skeleton(term), term)).collect();
    terms.par_sort_unstable();
    let order: FxHashMap<&str, u32> =
        terms.iter().enumerate().map(|(at, (_, term))| (*term, u32::try_from(at).unwrap_or(u32::MAX))).collect();
    let of_word: Vec<Vec<u32>> = forms
        .par_iter()
        .map(|Forms { stem, firm, maybe }| {
            // What a word may be counts where it is a word of the site.
            let mut terms: Vec<u32> = [stem]
                .into_iter()
                .chain(firm)
                .chain(maybe)
                .filter_map(|term| order.get(term.as_str()).copied())
                .collect();
            terms.sort_unstable();
            terms.dedup();
            terms
        })
        .collect();
    let mut places: Vec<Places> = terms.iter().map(|_| Places::default()).collect();
    let mut page = 0;
    for (documents, numbers) in documents.chunks(AT_ONCE).zip(numbers.chunks(AT_ONCE)) {
        let of_pages: Vec<Vec<Place>> = (documents, numbers)
            .into_par_iter()
            .map(|(document, numbers)| of_page(&document.found_by().hits, numbers, &of_word))
            .collect();
        for place in of_pages.iter().enumerate().flat_map(|(at, of_page)| of_page.iter().map(move |place| (at, place)))
        {
            let (at, place) = place;
            places[place.term as usize].push(Place { page: page + u32::try_from(at).unwrap_or(u32::MAX), ..*place });
        }
        page += u32::try_from(documents.len()).unwrap_or(u32::MAX);
    }
    (terms.into_iter().map(|(_, term)| term.to_owned()).collect(), places)
}

/// Where the terms of a page stand in it, in order.
fn of_page(hits: &[Hit], numbers: &[u32], of_word: &[Vec<u32>]) -> Vec<Place> {
    let of_hit = |hit: &Hit| {
        let group = u32::from(hit.slot) * 5 + hit.field as u32;
        let at = match hit.field {
            Field::Name | Field::Foreign | Field::Heading => hit.at * 16 + u32::from(hit.length.min(15)),
            Field::Summary | Field::Body => hit.at,
        };
        let terms = &of_word[numbers[hit.word as usize] as usize];
        terms.iter().map(move |term| Place { term: *term, page: 0, group, at })
    };
    let mut places: Vec<Place> = hits.iter().flat_map(of_hit).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// The places of a term, page by page, in a few bytes each: those of all terms of a large site are millions.
#[derive(Default)]
struct Places {
    bytes: Vec<u8>,
    last: u32,
}

impl Places {
    /// Adds a place; its page is not before that of the last.
    fn push(&mut self, place: Place) {
        for number in [place.page - self.last, place.group, place.at] {
            let mut rest = number;
            while rest >= 0x80 {
                self.bytes.push(rest as u8 | 0x80);
                rest >>= 7;
            }
            self.bytes.push(rest as u8);
        }
        self.last = place.page;
    }

    fn all(&self, term: u32) -> Vec<Place> {
        let mut bytes = self.bytes.iter();
        let mut number = || {
            let (mut number, mut shift) = (0, 0);
            loop {
                let byte = u32::from(*bytes.next()?);
                number |= (byte & 0x7f) << shift;
                shift += 7;
                if byte < 0x80 {
                    return Some(number);
                }
            }
        };
        let mut places = Vec::with_capacity(self.bytes.len() / 3);
        let mut page = 0;
        while let (Some(distance), Some(group), Some(at)) = (number(), number(), number()) {
            page += distance;
            places.push(Place { term, page, group, at });
        }
        places
    }
}

/// What follows "and" where the word is never seen with the article: وكتب is "and books", while والوكيل shows that the
/// first letter of وكيل is its own.
fn after_and<'a>(word: &str, forms: &'a Forms, known: &FxHashMap<String, u32>) -> Option<&'a str> {
    let rest = word.strip_prefix(['و', 'ف'])?;
    let own = known.contains_key(format!("ال{word}").as_str());
    forms.maybe.first().filter(|_| !own && rest.chars().count() > 2).map(String::as_str)
}

/// Writes terms and places.
fn lists(terms: &[String], places: Vec<Places>, begins: &mut Begins, take: &mut dyn FnMut(&'static str, String)) {
    let numbered = places.into_par_iter().enumerate();
    let written: Vec<(bool, String)> =
        numbered.map(|(term, places)| list(&places.all(u32::try_from(term).unwrap_or(u32::MAX)))).collect();
    let least = PLACES.max(written.iter().map(|(_, list)| list.len()).sum::<usize>() / BLOCKS);
    let mut block = String::new();
    for (number, (_, list)) in written.iter().enumerate() {
        if block.is_empty() {
            begins.places.push(number);
        }
        block.push(if block.is_empty() { '[' } else { ',' });
        block.push_str(list);
        if block.len() >= least {
            take("places", std::mem::take(&mut block) + "]");
        }
    }
    if !block.is_empty() {
        take("places", block + "]");
    }
    let total: usize = terms.iter().map(|term| term.len() + 2).sum();
    let mut file = String::new();
    let mut before = "";
    let mut first = String::new();
    for (number, (term, (name, _))) in terms.iter().zip(&written).enumerate() {
        let letter: String = skeleton(term).chars().take(1).collect();
        // A file ends where a letter ends: whoever types a word needs the file of its first letter only.
        if total > TERMS && file.len() > TERMS / 4 && letter != first {
            take("terms", json!(std::mem::take(&mut file)).to_string());
            before = "";
        }
        if file.is_empty() {
            begins.terms.push((letter.clone(), number));
        }
        first = letter;
        let shared = before.chars().zip(term.chars()).take_while(|(a, b)| a == b).count().min(35);
        file.push(if *name { '!' } else { ' ' });
        file.extend(char::from_digit(u32::try_from(shared).unwrap_or(0), 36));
        file.extend(term.chars().skip(shared));
        before = term;
    }
    take("terms", json!(file).to_string());
}

/// The places of one term, and whether it is in a name.
fn list(places: &[Place]) -> (bool, String) {
    let named = |place: &Place| place.group % 5 <= Field::Foreign as u32;
    let mut pages: Vec<&[Place]> = places.chunk_by(|a, b| a.page == b.page).collect();
    if pages.len() > PAGES {
        let worth = |places: &&[Place]| {
            let best = places.iter().map(|place| place.group % 5).min();
            (best, std::cmp::Reverse(places.len()), places[0].page)
        };
        pages.sort_unstable_by_key(worth);
        pages.truncate(PAGES);
        pages.sort_unstable_by_key(|places| places[0].page);
    }
    let mut out = String::from("[");
    let mut put = |number: u32| {
        if out.len() > 1 {
            out.push(',');
        }
        let _ = write!(out, "{number}");
    };
    let mut last = 0;
    for page in pages {
        put(page[0].page - last);
        last = page[0].page;
        let mut groups = page.chunk_by(|a, b| a.group == b.group).peekable();
        while let Some(group) = groups.next() {
            put(group[0].group * 2 + u32::from(groups.peek().is_some()));
            let apart = group[0].group % 5 >= Field::Summary as u32;
            let mut before = 0;
            let kept = &group[..group.len().min(REPEATS)];
            for (at, place) in kept.iter().enumerate() {
                put((place.at - before) * 2 + u32::from(at + 1 < kept.len()));
                before = if apart { place.at } else { 0 };
            }
        }
    }
    out.push(']');
    (places.iter().any(named), out)
}

/// Writes records and texts.
fn records(documents: &[Cow<'_, Document>], take: &mut dyn FnMut(&'static str, String)) {
    let length =
        |document: &Cow<'_, Document>| document.shown().sections.iter().map(|part| part.text.len()).sum::<usize>();
    let least = TEXTS.max(documents.par_iter().map(length).sum::<usize>() / SHELVES);
    let mut texts: Vec<String> = Vec::new();
    let mut number = 0;
    let mut size = 0;
    let mut records = Vec::new();
    for document in documents.iter().map(|document| document.shown()) {
        let mut parts = Vec::new();
        for part in document.sections {
            parts.extend([json!(part.id), json!(part.heading), json!(number), json!(texts.len())]);
            size += part.text.len();
            texts.push(part.text);
            if size >= least {
                take("texts", json!(std::mem::take(&mut texts)).to_string());
                number += 1;
                size = 0;
            }
        }
        let mut record = vec![
            json!(document.url),
            json!(document.title),
            json!(document.summary),
            json!(document.kind),
            json!(document.aliases),
            json!(parts),
        ];
        if let Some((tag, direction)) = document.stand_in {
            record.extend([json!(tag), json!(direction.as_str())]);
        }
        records.push(record);
        if records.len() == RECORDS {
            take("records", json!(std::mem::take(&mut records)).to_string());
        }
    }
    if !records.is_empty() {
        take("records", json!(records).to_string());
    }
    if !texts.is_empty() {
        take("texts", json!(texts).to_string());
    }
}
