//! What pages are found by: their words, and where each stands. A page's are gathered page by page; a segment's are
//! turned round, word by word, since that is how they are asked for, and that way each word is there once.

use std::borrow::Cow;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::numbers::{Numbers, put};

/// Where in a page a word stands; the numbers are part of the format of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Its title and its other names: slot 0 is the title.
    Name = 0,
    /// Its titles and names in other languages.
    Foreign = 1,
    /// The heading of a section and those inside it; the slot is the section.
    Heading = 2,
    /// Its summary.
    Summary = 3,
    /// The words of a section.
    Body = 4,
}

/// A word at its place in a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// `slot * 5 + field`.
    pub group: u32,
    /// The number of the word; in names and headings `16 * number + length`, where `length` says how many words the name or
    /// heading has.
    pub at: u32,
}

/// What a page is found by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundBy {
    /// Every different word once, without anything between them.
    words: String,
    /// [`Numbers`]: of each word how often it occurs, and each time the group and the place, in their order.
    numbers: Vec<u8>,
    /// By word: where it ends, and where its numbers end.
    ends: Vec<(u32, u32)>,
}

impl FoundBy {
    /// Of words, and where each of them stands, by its number.
    pub fn new(words: &[impl AsRef<str>], hits: &[(u32, Hit)]) -> Self {
        // Each end is where those of the word before end, until its own have come.
        let mut ends = vec![0; words.len() + 1];
        hits.iter().for_each(|(word, _)| ends[*word as usize + 1] += 1);
        (1..ends.len()).for_each(|word| ends[word] += ends[word - 1]);
        let mut sorted = vec![Hit { group: 0, at: 0 }; hits.len()];
        for (word, hit) in hits {
            sorted[ends[*word as usize]] = *hit;
            ends[*word as usize] += 1;
        }
        let mut found = Self {
            words: String::with_capacity(words.iter().map(|word| word.as_ref().len()).sum()),
            numbers: Vec::with_capacity(hits.len() * 3),
            ends: Vec::with_capacity(words.len()),
        };
        let mut rest = sorted.as_mut_slice();
        for (word, end) in words.iter().zip(ends) {
            let (own, others) = rest.split_at_mut(end - (hits.len() - rest.len()));
            own.sort_unstable();
            found.add(word.as_ref(), own.iter().copied());
            rest = others;
        }
        found
    }

    /// Each word, and its numbers.
    fn words(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let ends = || self.ends.iter().map(|(word, numbers)| (*word as usize, *numbers as usize));
        let starts = [(0, 0)].into_iter().chain(ends());
        starts.zip(ends()).map(|(start, end)| (&self.words[start.0..end.0], &self.numbers[start.1..end.1]))
    }

    fn add(&mut self, word: &str, hits: impl ExactSizeIterator<Item = Hit>) {
        self.words.push_str(word);
        put(&mut self.numbers, u32::try_from(hits.len()).unwrap_or(u32::MAX));
        for Hit { group, at } in hits {
            put(&mut self.numbers, group);
            put(&mut self.numbers, at);
        }
        let end = [self.words.len(), self.numbers.len()].map(|end| u32::try_from(end).unwrap_or(u32::MAX));
        self.ends.push(end.into());
    }
}

/// Every different word of a segment's pages once.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Counted<'a> {
    /// A line each, sorted.
    words: Cow<'a, str>,
    /// By word: on how many of the pages it is.
    pages: Vec<u32>,
}

impl Counted<'_> {
    /// Each word with the number of its pages.
    pub fn words(&self) -> impl Iterator<Item = (&str, u32)> {
        self.words.lines().zip(self.pages.iter().copied())
    }

    /// The same, not owned.
    pub fn borrowed(&self) -> Counted<'_> {
        Counted { words: Cow::Borrowed(&self.words), pages: self.pages.clone() }
    }
}

/// Where the words of a segment's pages stand.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Places {
    /// [`Numbers`]: word by word the pages that it is on, as the distance from the page before, and after each of them what
    /// [`FoundBy`] has.
    #[serde(with = "serde_bytes")]
    numbers: Vec<u8>,
    /// By word: where its numbers end.
    ends: Vec<usize>,
}

/// Turns round what the pages of a segment are found by.
pub fn by_word<'a>(pages: impl Iterator<Item = &'a FoundBy>) -> (Counted<'static>, Places) {
    let mut by_word: FxHashMap<&str, Vec<(u32, &[u8])>> = FxHashMap::default();
    let mut size = 0;
    for (number, page) in (0..).zip(pages) {
        page.words().for_each(|(word, numbers)| by_word.entry(word).or_default().push((number, numbers)));
        size += page.numbers.len() + page.ends.len();
    }
    let mut by_word: Vec<_> = by_word.into_iter().collect();
    by_word.sort_unstable_by_key(|(word, _)| *word);
    let mut places = Places { numbers: Vec::with_capacity(size), ends: Vec::with_capacity(by_word.len()) };
    for (_, pages) in &by_word {
        let mut before = 0;
        for (page, numbers) in pages {
            put(&mut places.numbers, page - before);
            places.numbers.extend_from_slice(numbers);
            before = *page;
        }
        places.ends.push(places.numbers.len());
    }
    let count = |pages: &Vec<_>| u32::try_from(pages.len()).unwrap_or(u32::MAX);
    let (words, pages): (Vec<&str>, Vec<u32>) = by_word.iter().map(|(word, pages)| (*word, count(pages))).unzip();
    (Counted { words: words.join("\n").into(), pages }, places)
}

/// The same by page again, of so many.
pub fn by_page(words: &Counted<'_>, places: &Places, count: usize) -> Vec<FoundBy> {
    let mut pages = vec![FoundBy::default(); count];
    let mut hits = Vec::new();
    for (number, (word, _)) in words.words().enumerate() {
        places.of(number, &mut hits);
        for own in hits.chunk_by(|a, b| a.0 == b.0) {
            if let Some(page) = pages.get_mut(own[0].0 as usize) {
                page.add(word, own.iter().map(|(_, hit)| *hit));
            }
        }
        hits.clear();
    }
    pages
}

impl Places {
    /// How many bytes they take.
    pub fn size(&self) -> usize {
        self.numbers.len()
    }

    /// Adds where a word stands, given by its number: page by page, in order.
    pub fn of(&self, word: usize, out: &mut Vec<(u32, Hit)>) {
        let start = word.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let bytes = self.ends.get(word).and_then(|end| self.numbers.get(start..*end)).unwrap_or_default();
        let mut numbers = Numbers(bytes.iter());
        let mut page = 0_u32;
        while let (Some(distance), Some(count)) = (numbers.next(), numbers.next()) {
            page = page.saturating_add(distance);
            let hit = || Some((page, Hit { group: numbers.next()?, at: numbers.next()? }));
            out.extend(std::iter::from_fn(hit).take(count as usize));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(group: u32, at: u32) -> Hit {
        Hit { group, at }
    }

    #[test]
    fn a_segment_is_turned_round_and_back() {
        let pages = [
            FoundBy::new(&["zebra", "horse"], &[(0, hit(9, 300)), (1, hit(4, 1)), (0, hit(4, 7))]),
            FoundBy::default(),
            FoundBy::new(&["horse"], &[(0, hit(4, 2))]),
        ];
        let (words, places) = by_word(pages.iter());
        assert_eq!(words.words().collect::<Vec<_>>(), [("horse", 2), ("zebra", 1)]);
        let mut hits = Vec::new();
        (0..2).for_each(|word| places.of(word, &mut hits));
        assert_eq!(hits, [(0, hit(4, 1)), (2, hit(4, 2)), (0, hit(4, 7)), (0, hit(9, 300))]);
        let again = by_page(&words, &places, 3);
        assert_eq!(again[1..], pages[1..]);
        assert_eq!(again[0].words().next(), pages[0].words().nth(1));
        assert_eq!(by_word(again.iter()).1.numbers, places.numbers);
    }
}
