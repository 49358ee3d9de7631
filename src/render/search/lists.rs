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
//! - *records* and *texts* show a segment: see [`super::segment`].

use std::cmp::Reverse;
use std::fmt::Write as _;
use std::ops::Range;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::found::{Counted, Field, Hit, Places};
use super::segment::{Hand, PAGES};
use super::vocabulary::Vocabulary;
use crate::search::analysis::skeleton;

/// What a block of places is to have at least, in characters before compression: about 3 KB after it.
const PLACES: usize = 8 << 10;
/// What a file of terms is to have at most; only large sites have more than one.
const TERMS: usize = 96 << 10;
/// How many blocks of places there are at most: on large sites they grow instead.
const BLOCKS: usize = 512;
/// Places of a term in a section at most.
const REPEATS: usize = 6;

/// Where the terms of a segment's pages stand.
#[derive(Serialize, Deserialize)]
pub struct Lists<'a> {
    /// The words of the pages.
    pub words: Counted<'a>,
    /// By word: which of its forms were taken for terms, as the vocabulary says it.
    choices: Vec<u32>,
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
    /// How often its pages were halved.
    halvings: u8,
    /// The first page of the segment that is told, and the last.
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

    /// Whether the lists would be the same with this vocabulary, the segment's pages being as they were.
    pub fn stand(&self, vocabulary: &Vocabulary<'_>) -> bool {
        let stands = |list: &List<'_>| {
            vocabulary.number_of(list.term).is_some_and(|term| vocabulary.halvings_of(term) == list.halvings)
        };
        self.choices == vocabulary.choices(self.words.words().map(|(word, _)| word)) && self.lists.iter().all(stands)
    }
}

/// The lists of a segment as they are kept.
pub fn invert(vocabulary: &Vocabulary<'_>, counted: &Counted<'_>, places: &Places) -> Vec<u8> {
    let words = || counted.words().map(|(word, _)| word);
    let of_word = |(number, word)| vocabulary.terms_of(word).iter().map(move |term| (*term, number));
    let mut terms: Vec<(u32, usize)> = words().enumerate().flat_map(of_word).collect();
    terms.sort_unstable();
    let (mut hits, mut term) = (Vec::new(), Term::default());
    // All in one, and where in it each stands.
    let mut rests = String::with_capacity(places.size() * 3 / 2);
    let mut lists = Vec::new();
    for words in terms.chunk_by(|a, b| a.0 == b.0) {
        words.iter().for_each(|(_, word)| places.of(*word, &mut hits));
        if words.len() > 1 {
            hits.sort_unstable();
        }
        hits.dedup();
        let number = words[0].0 as usize;
        let halvings = vocabulary.halvings_of(number);
        hits.chunk_by(|a, b| a.0 == b.0).for_each(|of_page| term.add(of_page[0].0, of_page));
        let start = rests.len();
        if let Some((first, last)) = term.rest(halvings, &mut rests) {
            let list = List { term: vocabulary.terms[number], named: term.named, halvings, first, last, rest: "" };
            lists.push((list, start..rests.len()));
        }
        hits.clear();
        term.clear();
    }
    let lists = lists.into_iter().map(|(list, rest)| List { rest: &rests[rest], ..list }).collect();
    let choices = vocabulary.choices(words());
    let bytes = Vec::with_capacity(rests.len() * 5 / 4);
    postcard::to_extend(&Lists { words: counted.borrowed(), choices, lists }, bytes).unwrap_or_default()
}

/// Where a term stands in the pages of a segment.
#[derive(Default)]
struct Term {
    /// Whether it is in a name of a page.
    named: bool,
    /// Page by page what follows the number of the page, as it stands in the index.
    text: String,
    pages: Vec<OfPage>,
}

/// A page in the text of a term.
struct OfPage {
    page: u32,
    text: Range<usize>,
    /// The best field that the term is in, and how often it is in the page.
    field: u32,
    count: usize,
}

impl Term {
    /// Adds a page, which comes after those before, with the places of the term in it, in their order.
    fn add(&mut self, page: u32, hits: &[(u32, Hit)]) {
        let start = self.text.len();
        let mut put = |number: u32| put_number(number, &mut self.text);
        let mut groups = hits.chunk_by(|(_, a), (_, b)| a.group == b.group).peekable();
        while let Some(group) = groups.next() {
            let number = group[0].1.group;
            put(number.saturating_mul(2) + u32::from(groups.peek().is_some()));
            let apart = number % 5 >= Field::Summary as u32;
            let mut before = 0;
            let kept = &group[..group.len().min(REPEATS)];
            for (number, (_, hit)) in kept.iter().enumerate() {
                put((hit.at - before).saturating_mul(2) + u32::from(number + 1 < kept.len()));
                before = if apart { hit.at } else { 0 };
            }
        }
        let field = hits.iter().map(|(_, hit)| hit.group % 5).min().unwrap_or_default();
        self.named |= field <= Field::Foreign as u32;
        self.pages.push(OfPage { page, text: start..self.text.len(), field, count: hits.len() });
    }

    /// Adds the text of the pages, without the number of the first; halved so often, those stay where the term counts most.
    /// Gives the numbers of the first and of the last.
    fn rest(&mut self, halvings: u8, out: &mut String) -> Option<(u32, u32)> {
        let most = self.pages.len().div_ceil(1 << halvings.min(31));
        if self.pages.len() > most {
            self.pages.sort_unstable_by_key(|page| (page.field, Reverse(page.count), page.page));
            self.pages.truncate(most);
            self.pages.sort_unstable_by_key(|page| page.page);
        }
        let mut before = None;
        for OfPage { page, text, .. } in &self.pages {
            if let Some(before) = before {
                put_number(page - before, out);
            }
            out.push_str(&self.text[text.clone()]);
            before = Some(page);
        }
        Some((self.pages.first()?.page, self.pages.last()?.page))
    }

    fn clear(&mut self) {
        self.named = false;
        self.text.clear();
        self.pages.clear();
    }
}

/// Adds a comma and a number. A site has millions, most of them with one digit.
fn put_number(number: u32, out: &mut String) {
    match u8::try_from(number) {
        Ok(digit @ 0..10) => out.extend([',', char::from(b'0' + digit)]),
        _ => {
            out.push(',');
            out.push_str(itoa::Buffer::new().format(number));
        }
    }
}

/// Writes terms and places, from the lists of all segments.
pub fn merge(vocabulary: &Vocabulary<'_>, segments: &[&Lists<'_>], hand: &Hand<'_>) -> Merged {
    let mut by_term: Vec<Vec<(u32, &List<'_>)>> = vocabulary.terms.iter().map(|_| Vec::new()).collect();
    for (start, segment) in (0..).step_by(PAGES).zip(segments) {
        for list in &segment.lists {
            if let Some(term) = vocabulary.number_of(list.term) {
                by_term[term].push((start, list));
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
        let _ = write!(out, "{separator}{}{}", (start + list.first).saturating_sub(before), list.rest);
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

#[cfg(test)]
mod tests {
    use super::super::found::{FoundBy, by_word};
    use super::super::vocabulary::Words;
    use super::*;
    use crate::search::analysis::Analyser;

    fn hit(page: u32, slot: u32, field: Field, at: u32) -> (u32, Hit) {
        (page, Hit { group: slot * 5 + field as u32, at })
    }

    /// Pages 3, 4 and 9: once in a body, twice in a body, and in a name.
    fn term() -> Term {
        let mut term = Term::default();
        term.add(3, &[hit(3, 2, Field::Body, 7)]);
        term.add(4, &[hit(4, 1, Field::Body, 5), hit(4, 1, Field::Body, 8)]);
        term.add(9, &[hit(9, 0, Field::Name, 16), hit(9, 0, Field::Summary, 2)]);
        term
    }

    fn rest(term: &mut Term, halvings: u8) -> (String, Option<(u32, u32)>) {
        let mut out = String::new();
        let ends = term.rest(halvings, &mut out);
        (out, ends)
    }

    #[test]
    fn a_list_tells_distances() {
        let mut term = term();
        // A group and its last place; then the distance of a page, and so on.
        assert_eq!(rest(&mut term, 0), (",28,14,1,18,11,6,5,1,32,6,4".to_owned(), Some((3, 9))));
        assert!(term.named);
    }

    #[test]
    fn of_too_many_pages_those_stay_where_the_term_counts_most() {
        let mut term = term();
        let halved = rest(&mut term, 1);
        assert_eq!(
            halved,
            (",18,11,6,5,1,32,6,4".to_owned(), Some((4, 9))),
            "a name, and then what is there more often"
        );
        assert_eq!(rest(&mut term, 9), (",1,32,6,4".to_owned(), Some((9, 9))));
    }

    #[test]
    fn lists_stand_while_words_are_the_same_terms_and_on_about_as_many_pages() {
        let analyser = Analyser { arabic: true, english: true };
        let page = FoundBy::new(&["وكيل", "zebra"], &[hit(0, 1, Field::Body, 3), hit(1, 1, Field::Body, 4)]);
        let (words, places) = by_word([&page].into_iter());
        let of_site = |others: &[(&'static str, u32)]| [words.words().collect(), others.to_vec()].concat();
        let bytes = {
            let all = of_site(&[]);
            let site = Words::new(all.into_iter(), analyser);
            invert(&site.vocabulary(), &words, &places)
        };
        let lists = Lists::read(&bytes).expect("lists");
        let stand = |others: &[(&'static str, u32)]| {
            let all = of_site(others);
            lists.stand(&Words::new(all.into_iter(), analyser).vocabulary())
        };
        assert!(stand(&[]) && stand(&[("zebra", 1399), ("horse", 9000)]));
        assert!(!stand(&[("zebra", 1400)]), "the pages of a term are told by halves");
        assert!(!stand(&[("الوكيل", 1)]), "the first letter is its own");
    }

    #[test]
    fn lists_of_segments_are_joined() {
        let list = |first, last, rest| List { term: "t", named: false, halvings: 0, first, last, rest };
        let (one, two) = (list(3, 9, ",28,14,6,1"), list(0, 0, ",8,2"));
        assert_eq!(joined(&[(0, &one), (128, &two)]), "[3,28,14,6,1,119,8,2]");
        assert_eq!(joined(&[]), "[]");
    }
}
