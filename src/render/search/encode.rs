//! Which terms the words of a language are, and where they stand: the part of an index that no segment can tell alone.
//! A query reads the manifest and the terms, then the blocks of places of the terms that it matches, then the records of
//! the pages that it finds and the texts of the sections that it shows.
//!
//! Everything is JSON, since hosts compress that and not files of a kind that they do not know:
//! - *terms*: one string, sorted by skeleton and then by letter. Of each term: a sign (`!` if it is in a name of a page,
//!   else a space), how many letters it shares with the one before in base 36, and the others.
//! - *places*: for each term of the block a list of numbers. A page is the distance from the page before, then its
//!   groups; a group is `(slot * 5 + field) * 2 + more`, then its places; a place is `n * 2 + more`. In names and
//!   headings `n` is `16 * place + length`, elsewhere the distance from the place before.
//! - *records*, a file for each so many pages of a segment:
//!   `[url, title, summary, kind, aliases, [id, heading, text, number, …], tag, direction]`; `text` and `number` say where
//!   among the texts of the segment the section's words are.
//! - *texts*: the words of sections.

use std::fmt::Write as _;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::gather::{Field, FoundBy, Hit};
use super::segment::{Hand, PAGES};
use super::vocabulary::Vocabulary;
use crate::locale::analysis::skeleton;

/// What a block of places is to have at least, in characters before compression: about 3 KB after it.
const PLACES: usize = 8 << 10;
/// What a file of terms is to have at most; only large sites have more than one.
const TERMS: usize = 96 << 10;
/// How many blocks of places there are at most: on large sites they grow instead.
const BLOCKS: usize = 512;
/// Pages of a term, in the long run: of one that is everywhere, those of each segment where it counts most.
const MOST: usize = 1500;
/// Places of a term in a section at most.
const REPEATS: usize = 6;

/// Where the terms of a segment's pages stand.
#[derive(Serialize, Deserialize)]
pub struct Lists<'a> {
    /// Every different word, a line each, sorted.
    pub words: &'a str,
    /// What was taken for a term of them, as the vocabulary says it: where that has changed, the lists have to be made
    /// anew.
    pub choices: Vec<u32>,
    /// In the order of the index.
    #[serde(borrow)]
    lists: Vec<List<'a>>,
}

/// Where a term stands in a segment.
#[derive(Serialize, Deserialize)]
struct List<'a> {
    term: &'a str,
    /// Whether it is in a name of a page.
    named: bool,
    /// The first page of the segment that has it, and the last.
    first: u32,
    last: u32,
    /// What follows the number of the first page, as it stands in the index.
    rest: &'a str,
}

/// The files that are made of all segments of a language.
#[derive(Debug, Default)]
pub struct Merged {
    /// Of each file of terms the digest in its name, …
    pub terms: Vec<String>,
    /// … the first letter of its skeletons, and the number of its first term.
    pub terms_from: Vec<(String, usize)>,
    /// Of each block of places the digest in its name, …
    pub places: Vec<String>,
    /// … and the number of its first term.
    pub places_from: Vec<usize>,
}

impl<'a> Lists<'a> {
    /// The lists that were kept; nothing if the bytes are of none.
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

/// A place of a term in a page; the order of the fields is the order of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    term: u32,
    page: u32,
    group: u32,
    at: u32,
}

/// The lists of a segment as they are kept, in a language of so many pages.
pub fn invert(vocabulary: &Vocabulary<'_>, words: &str, pages: &[FoundBy], of_all: usize) -> Vec<u8> {
    let most = if of_all > MOST { (MOST * PAGES).div_ceil(of_all) } else { PAGES };
    let mut places: Vec<Places> = vocabulary.terms.iter().map(|_| Places::default()).collect();
    for (number, page) in (0..).zip(pages) {
        for place in of_page(vocabulary, page) {
            places[place.term as usize].push(Place { page: number, ..place });
        }
    }
    let rests: Vec<Option<Rest>> = (0..).zip(&places).map(|(term, places)| rest(&places.all(term), most)).collect();
    let lists = vocabulary.terms.iter().zip(&rests).filter_map(|(term, rest)| {
        let Rest { named, first, last, text } = rest.as_ref()?;
        Some(List { term, named: *named, first: *first, last: *last, rest: text })
    });
    let lists = Lists { words, choices: vocabulary.choices(words), lists: lists.collect() };
    postcard::to_stdvec(&lists).unwrap_or_default()
}

/// Where the terms of a page stand in it, in order.
fn of_page(vocabulary: &Vocabulary<'_>, page: &FoundBy) -> Vec<Place> {
    let words = page.words();
    let terms: Vec<&[u32]> = words.lines().map(|word| vocabulary.terms_of(word)).collect();
    let of_hit = |hit: &Hit| {
        let group = u32::from(hit.slot) * 5 + hit.field as u32;
        let at = match hit.field {
            Field::Name | Field::Foreign | Field::Heading => hit.at * 16 + u32::from(hit.length.min(15)),
            Field::Summary | Field::Body => hit.at,
        };
        let terms = terms.get(hit.word as usize).copied().unwrap_or_default();
        terms.iter().map(move |term| Place { term: *term, page: 0, group, at })
    };
    let mut places: Vec<Place> = page.hits().iter().flat_map(of_hit).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// The places of a term, page by page, in a few bytes each: those of all terms of a segment are many.
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

/// The same as [`List`], with what it is made of.
struct Rest {
    named: bool,
    first: u32,
    last: u32,
    text: String,
}

/// The places of one term, in so many pages at most; nothing if there is none.
fn rest(places: &[Place], most: usize) -> Option<Rest> {
    let named = |place: &Place| place.group % 5 <= Field::Foreign as u32;
    let mut pages: Vec<&[Place]> = places.chunk_by(|a, b| a.page == b.page).collect();
    if pages.len() > most {
        let worth = |places: &&[Place]| {
            let best = places.iter().map(|place| place.group % 5).min();
            (best, std::cmp::Reverse(places.len()), places[0].page)
        };
        pages.sort_unstable_by_key(worth);
        pages.truncate(most);
        pages.sort_unstable_by_key(|places| places[0].page);
    }
    let first = pages.first()?[0].page;
    let mut text = String::with_capacity(places.len() * 4);
    let mut digits = itoa::Buffer::new();
    let mut put = |number: u32| {
        text.push(',');
        text.push_str(digits.format(number));
    };
    let mut last = first;
    for page in pages {
        if page[0].page > first {
            put(page[0].page - last);
        }
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
    Some(Rest { named: places.iter().any(named), first, last, text })
}

/// Writes terms and places, from the lists of all segments.
pub fn merge(vocabulary: &Vocabulary<'_>, segments: &[Lists<'_>], hand: &Hand<'_>) -> Merged {
    let order: FxHashMap<&str, usize> = vocabulary.terms.iter().enumerate().map(|(at, term)| (*term, at)).collect();
    let mut by_term: Vec<Vec<(u32, &List<'_>)>> = vocabulary.terms.iter().map(|_| Vec::new()).collect();
    for (start, segment) in (0..).step_by(PAGES).zip(segments) {
        for list in &segment.lists {
            if let Some(at) = order.get(list.term) {
                by_term[*at].push((start, list));
            }
        }
    }
    let length = |lists: &Vec<(u32, &List<'_>)>| lists.iter().map(|(_, list)| list.rest.len() + 4).sum::<usize>();
    let least = PLACES.max(by_term.iter().map(length).sum::<usize>() / BLOCKS);
    let mut places_from = Vec::new();
    let mut size = least;
    for (number, lists) in by_term.iter().enumerate() {
        if size >= least {
            places_from.push(number);
            size = 0;
        }
        size += length(lists);
    }
    let block = |(number, start): (usize, &usize)| {
        let end = places_from.get(number + 1).copied().unwrap_or(by_term.len());
        let lists: Vec<String> = by_term[*start..end].iter().map(|lists| joined(lists)).collect();
        hand("places", number, format!("[{}]", lists.join(",")))
    };
    let places = places_from.par_iter().enumerate().map(block).collect();
    let (terms, terms_from) = terms(vocabulary, &by_term, hand);
    Merged { terms, terms_from, places, places_from }
}

/// The places of a term in all segments.
fn joined(segments: &[(u32, &List<'_>)]) -> String {
    let mut out = String::with_capacity(2 + segments.iter().map(|(_, list)| list.rest.len() + 6).sum::<usize>());
    let mut before = 0;
    for (start, list) in segments {
        let separator = if out.is_empty() { '[' } else { ',' };
        let _ = write!(out, "{separator}{}{}", start + list.first - before, list.rest);
        before = start + list.last;
    }
    out + if segments.is_empty() { "[]" } else { "]" }
}

/// Writes terms; gives the digests of the files, and where they begin.
fn terms(
    vocabulary: &Vocabulary<'_>,
    by_term: &[Vec<(u32, &List<'_>)>],
    hand: &Hand<'_>,
) -> (Vec<String>, Vec<(String, usize)>) {
    let total: usize = vocabulary.terms.iter().map(|term| term.len() + 2).sum();
    let (mut digests, mut from) = (Vec::new(), Vec::new());
    let mut file = String::new();
    let mut before = "";
    let mut first = String::new();
    for (number, (term, lists)) in vocabulary.terms.iter().zip(by_term).enumerate() {
        let letter: String = skeleton(term).chars().take(1).collect();
        // A file ends where a letter ends: whoever types a word needs the file of its first letter only.
        if total > TERMS && file.len() > TERMS / 4 && letter != first {
            digests.push(hand("terms", digests.len(), json!(std::mem::take(&mut file)).to_string()));
            before = "";
        }
        if file.is_empty() {
            from.push((letter.clone(), number));
        }
        first = letter;
        let shared = before.chars().zip(term.chars()).take_while(|(a, b)| a == b).count().min(35);
        file.push(if lists.iter().any(|(_, list)| list.named) { '!' } else { ' ' });
        file.extend(char::from_digit(u32::try_from(shared).unwrap_or(0), 36));
        file.extend(term.chars().skip(shared));
        before = term;
    }
    digests.push(hand("terms", digests.len(), json!(file).to_string()));
    (digests, from)
}
