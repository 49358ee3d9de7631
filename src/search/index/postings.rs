//! The words of pages and where each occurs. They are collected page by page ([`PageTerms`]); those of a segment are
//! inverted, word by word ([`DocumentFrequencies`], [`Postings`]), since that is how they are looked up, and since each
//! word is stored once that way.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::varint::{VarintReader, put};
use crate::search::format::Hit;

/// The words of a page and where they occur.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageTerms {
    /// Every different word once, with nothing in between.
    words: String,
    /// Of each word how often it occurs, then group and position of each [`Hit`] in ascending order: for [`VarintReader`].
    numbers: Vec<u8>,
    /// By word: where it ends, and where its numbers end.
    ends: Vec<(u32, u32)>,
}

impl PageTerms {
    /// Of words, and the occurrences of each by its number.
    pub fn new(words: &[impl AsRef<str>], hits: &[(u32, Hit)]) -> Self {
        // Each end is where those of the word before end, until its own have come.
        let mut ends = vec![0; words.len() + 1];
        hits.iter().for_each(|(word, _)| ends[*word as usize + 1] += 1);
        (1..ends.len()).for_each(|word| ends[word] += ends[word - 1]);
        let mut sorted = vec![Hit::default(); hits.len()];
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

    /// How often words occur in it, all together.
    pub fn length(&self) -> u32 {
        let count = |(_, numbers): (&str, &[u8])| VarintReader(numbers.iter()).next().unwrap_or_default();
        self.words().map(count).fold(0, u32::saturating_add)
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
        for Hit { group, position } in hits {
            put(&mut self.numbers, group);
            put(&mut self.numbers, position);
        }
        let end = [self.words.len(), self.numbers.len()].map(|end| u32::try_from(end).unwrap_or(u32::MAX));
        self.ends.push(end.into());
    }
}

/// Every different word of a segment's pages, and the number of the pages that it occurs on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentFrequencies {
    /// A line each, sorted.
    words: String,
    /// By word: on how many of the pages it is.
    pages: Vec<u32>,
}

impl DocumentFrequencies {
    /// Each word with the number of its pages.
    pub fn words(&self) -> impl Iterator<Item = (&str, u32)> {
        self.words.lines().zip(self.pages.iter().copied())
    }
}

/// Where the words of a segment's pages occur. Words have the numbers of their positions in [`DocumentFrequencies`], pages
/// those of their positions in the segment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Postings {
    /// Word by word its pages in ascending order, each as the distance from the page before, followed by what [`PageTerms`]
    /// has: for [`VarintReader`].
    #[serde(with = "serde_bytes")]
    numbers: Vec<u8>,
    /// By word: where its numbers end.
    ends: Vec<usize>,
}

/// Inverts the words of the pages of a segment, which come in order.
pub fn invert<'a>(pages: impl Iterator<Item = &'a PageTerms>) -> (DocumentFrequencies, Postings) {
    let mut by_word: FxHashMap<&str, Vec<(u32, &[u8])>> = FxHashMap::default();
    let mut size = 0;
    for (number, page) in (0..).zip(pages) {
        page.words().for_each(|(word, numbers)| by_word.entry(word).or_default().push((number, numbers)));
        size += page.numbers.len() + page.ends.len();
    }
    let mut by_word: Vec<_> = by_word.into_iter().collect();
    by_word.sort_unstable_by_key(|(word, _)| *word);
    let mut postings = Postings { numbers: Vec::with_capacity(size), ends: Vec::with_capacity(by_word.len()) };
    for (_, pages) in &by_word {
        let mut before = 0;
        for (page, numbers) in pages {
            put(&mut postings.numbers, page - before);
            postings.numbers.extend_from_slice(numbers);
            before = *page;
        }
        postings.ends.push(postings.numbers.len());
    }
    let count = |pages: &Vec<_>| u32::try_from(pages.len()).unwrap_or(u32::MAX);
    let (words, pages): (Vec<&str>, Vec<u32>) = by_word.iter().map(|(word, pages)| (*word, count(pages))).unzip();
    (DocumentFrequencies { words: words.join("\n"), pages }, postings)
}

/// The words of each of so many pages, from those of their segment.
pub fn by_page(words: &DocumentFrequencies, postings: &Postings, count: usize) -> Vec<PageTerms> {
    let mut pages = vec![PageTerms::default(); count];
    let mut hits = Vec::new();
    for (number, (word, _)) in words.words().enumerate() {
        postings.hits_of(number, &mut hits);
        for own in hits.chunk_by(|a, b| a.0 == b.0) {
            if let Some(page) = pages.get_mut(own[0].0 as usize) {
                page.add(word, own.iter().map(|(_, hit)| *hit));
            }
        }
        hits.clear();
    }
    pages
}

impl Postings {
    /// Their size in bytes.
    pub fn size(&self) -> usize {
        self.numbers.len()
    }

    /// Appends the occurrences of a word by its number: page by page, each page's in ascending order.
    pub fn hits_of(&self, word: usize, out: &mut Vec<(u32, Hit)>) {
        let start = word.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let bytes = self.ends.get(word).and_then(|end| self.numbers.get(start..*end)).unwrap_or_default();
        let mut numbers = VarintReader(bytes.iter());
        let mut page = 0_u32;
        while let (Some(distance), Some(count)) = (numbers.next(), numbers.next()) {
            page = page.saturating_add(distance);
            let hit = || Some((page, Hit { group: numbers.next()?, position: numbers.next()? }));
            out.extend(std::iter::from_fn(hit).take(count as usize));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(group: u32, position: u32) -> Hit {
        Hit { group, position }
    }

    #[test]
    fn words_by_page_come_back_from_words_of_a_segment() {
        let pages = [
            PageTerms::new(&["zebra", "horse"], &[(0, hit(9, 300)), (1, hit(4, 1)), (0, hit(4, 7))]),
            PageTerms::default(),
            PageTerms::new(&["horse"], &[(0, hit(4, 2))]),
        ];
        let (words, postings) = invert(pages.iter());
        assert_eq!(words.words().collect::<Vec<_>>(), [("horse", 2), ("zebra", 1)]);
        let mut hits = Vec::new();
        (0..2).for_each(|word| postings.hits_of(word, &mut hits));
        assert_eq!(hits, [(0, hit(4, 1)), (2, hit(4, 2)), (0, hit(4, 7)), (0, hit(9, 300))]);
        let again = by_page(&words, &postings, 3);
        assert_eq!(again[1..], pages[1..]);
        assert_eq!(again[0].words().next(), pages[0].words().nth(1));
        assert_eq!(invert(again.iter()).1.numbers, postings.numbers);
    }
}
