//! The terms of a segment's pages and where they occur, as the published index has it: what of an index no segment can tell
//! alone, since the words of the whole site decide which terms a word has. Those of all segments are joined in
//! [`super::merge`].

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::postings::{DocumentFrequencies, Postings};
use super::vocabulary::{SpeltStem, Vocabulary};
use crate::search::format::{Field, Hit, SPELLING, push_group, push_number};

/// Positions of a term in one group of a page that are told, at most.
const MAX_POSITIONS: usize = 10;

/// Where the terms of a segment's pages occur. The texts of all lists are in two long strings, so that reading and storing
/// them costs a few copies and not two for each term.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermLists {
    /// The words of the pages.
    pub(super) frequencies: Arc<DocumentFrequencies>,
    /// By word: which of its forms were taken for terms, as [`Vocabulary::choices`] gives it.
    choices: Vec<u32>,
    /// The terms, in the order of the index: of each the stem, [`SPELLING`], and the spelling.
    terms: String,
    /// What [`TermList::numbers`] gives of each.
    numbers: String,
    lists: Vec<ListHead>,
}

/// What is known of a list beside its texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct ListHead {
    named: bool,
    prune_level: u8,
    first: u32,
    last: u32,
    /// Where its term and its numbers end; they begin where those of the list before end.
    term_end: usize,
    numbers_end: usize,
}

/// Where a term occurs in a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermList<'a> {
    /// The term.
    pub term: SpeltStem<'a>,
    /// Whether it is in a name of a page.
    pub named: bool,
    /// See [`Vocabulary::prune_level_of`].
    pub prune_level: u8,
    /// The first page that is told, by its position in the segment.
    pub first: u32,
    /// The last one.
    pub last: u32,
    /// What follows the number of the first page in the published list, each number after a comma.
    pub numbers: &'a str,
}

impl TermLists {
    /// The lists of a segment.
    pub(super) fn new(vocabulary: &Vocabulary<'_>, frequencies: Arc<DocumentFrequencies>, postings: &Postings) -> Self {
        let words = || frequencies.words().map(|(word, _)| word);
        let terms_of_word = |(number, word)| vocabulary.terms_of(word).iter().map(move |term| (*term, number));
        let mut words_by_term: Vec<(u32, usize)> = words().enumerate().flat_map(terms_of_word).collect();
        words_by_term.sort_unstable();
        let mut all = Self { choices: vocabulary.choices(words()), ..Self::default() };
        all.numbers.reserve(postings.size() * 3 / 2);
        let (mut hits, mut term) = (Vec::new(), TermPages::default());
        for words in words_by_term.chunk_by(|a, b| a.0 == b.0) {
            words.iter().for_each(|(_, word)| postings.hits_of(*word, &mut hits));
            if words.len() > 1 {
                hits.sort_unstable();
            }
            hits.dedup();
            hits.chunk_by(|a, b| a.0 == b.0).for_each(|page_hits| term.add(page_hits[0].0, page_hits));
            all.add(vocabulary, words[0].0 as usize, &mut term);
            hits.clear();
            term.clear();
        }
        Self { frequencies, ..all }
    }

    /// Adds the list of a term by its number in the vocabulary.
    fn add(&mut self, vocabulary: &Vocabulary<'_>, term: usize, pages: &mut TermPages) {
        let prune_level = vocabulary.prune_level_of(term);
        if let Some((first, last)) = pages.write(prune_level, &mut self.numbers) {
            let SpeltStem { stem, spelling } = vocabulary.terms[term];
            self.terms.push_str(stem);
            self.terms.push(SPELLING);
            self.terms.push_str(spelling);
            let (term_end, numbers_end) = (self.terms.len(), self.numbers.len());
            self.lists.push(ListHead { named: pages.named, prune_level, first, last, term_end, numbers_end });
        }
    }

    /// Whether the lists would be the same with this vocabulary: whether words have the same terms as when the lists were
    /// made, and terms the same prune level.
    pub(super) fn is_valid_for(&self, vocabulary: &Vocabulary<'_>) -> bool {
        let same_level = |list: TermList<'_>| {
            vocabulary.number_of(list.term).is_some_and(|term| vocabulary.prune_level_of(term) == list.prune_level)
        };
        self.choices == vocabulary.choices(self.frequencies.words().map(|(word, _)| word))
            && self.iter().all(same_level)
    }

    /// How many lists there are.
    pub(super) fn len(&self) -> usize {
        self.lists.len()
    }

    /// All lists, in the order of the index.
    pub(super) fn iter(&self) -> impl Iterator<Item = TermList<'_>> {
        (0..self.len()).filter_map(|number| self.get(number))
    }

    /// A list by its number; `None` if there is none.
    pub(super) fn get(&self, number: usize) -> Option<TermList<'_>> {
        let ListHead { named, prune_level, first, last, term_end, numbers_end } = *self.lists.get(number)?;
        let before = number.checked_sub(1).and_then(|before| self.lists.get(before));
        let (term_start, numbers_start) = before.map_or((0, 0), |before| (before.term_end, before.numbers_end));
        let (stem, spelling) = self.terms.get(term_start..term_end)?.split_once(SPELLING)?;
        let term = SpeltStem { stem, spelling };
        let numbers = self.numbers.get(numbers_start..numbers_end)?;
        Some(TermList { term, named, prune_level, first, last, numbers })
    }
}

/// Where a term occurs in the pages of a segment, while its list is made.
#[derive(Default)]
struct TermPages {
    /// Whether it is in a name of a page.
    named: bool,
    /// Page by page what follows the number of the page in the published list.
    text: String,
    pages: Vec<TermPage>,
}

/// A page in [`TermPages::text`].
struct TermPage {
    page: u32,
    text: Range<usize>,
    /// The best field that the term is in, and how often it occurs in the page.
    field: Field,
    count: usize,
}

impl TermPages {
    /// Adds a page, which comes after those before, with the occurrences of the term in it in ascending order.
    fn add(&mut self, page: u32, hits: &[(u32, Hit)]) {
        let start = self.text.len();
        let mut groups = hits.chunk_by(|(_, a), (_, b)| a.group == b.group).peekable();
        while let Some(group) = groups.next() {
            let told = group.iter().take(MAX_POSITIONS).map(|(_, hit)| *hit);
            push_group(told, groups.peek().is_some(), &mut self.text);
        }
        let field = hits.iter().map(|(_, hit)| hit.field()).min().unwrap_or(Field::Body);
        self.named |= field.names_page();
        self.pages.push(TermPage { page, text: start..self.text.len(), field, count: hits.len() });
    }

    /// Appends the list without the number of the first page; gives the first and the last page. At prune level `n` one
    /// page of 2ⁿ is told: those where the term counts most. `None` if there is no page.
    fn write(&mut self, prune_level: u8, out: &mut String) -> Option<(u32, u32)> {
        let most = self.pages.len().div_ceil(1 << prune_level.min(31));
        if self.pages.len() > most {
            self.pages.sort_unstable_by_key(|page| (page.field, Reverse(page.count), page.page));
            self.pages.truncate(most);
            self.pages.sort_unstable_by_key(|page| page.page);
        }
        let mut before = None;
        for TermPage { page, text, .. } in &self.pages {
            if let Some(before) = before {
                push_number(page - before, out);
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

#[cfg(test)]
mod tests {
    use super::super::postings::{PageTerms, invert};
    use super::super::vocabulary::SiteWords;
    use super::*;
    use crate::search::analysis::Analyser;
    use crate::search::format::{group, position_with_length};

    fn hit(page: u32, slot: usize, field: Field, position: u32) -> (u32, Hit) {
        (page, Hit { group: group(field, slot), position })
    }

    /// Pages 3, 4 and 9: once in a body, twice in a body, and in a name.
    fn term() -> TermPages {
        let mut term = TermPages::default();
        term.add(3, &[hit(3, 2, Field::Body, 7)]);
        term.add(4, &[hit(4, 1, Field::Body, 5), hit(4, 1, Field::Body, 8)]);
        term.add(9, &[hit(9, 0, Field::Name, position_with_length(1, 0)), hit(9, 0, Field::Summary, 2)]);
        term
    }

    fn written(term: &mut TermPages, prune_level: u8) -> (String, Option<(u32, u32)>) {
        let mut out = String::new();
        let ends = term.write(prune_level, &mut out);
        (out, ends)
    }

    #[test]
    fn a_list_tells_distances() {
        let mut term = term();
        // A group and its last position; then the distance of a page, and so on.
        assert_eq!(written(&mut term, 0), (",28,14,1,18,11,6,5,1,32,6,4".to_owned(), Some((3, 9))));
        assert!(term.named);
    }

    #[test]
    fn of_too_many_pages_those_are_told_where_the_term_counts_most() {
        let mut term = term();
        let pruned = written(&mut term, 1);
        let expected = (",18,11,6,5,1,32,6,4".to_owned(), Some((4, 9)));
        assert_eq!(pruned, expected, "a name, and then the page where it occurs more often");
        assert_eq!(written(&mut term, 9), (",1,32,6,4".to_owned(), Some((9, 9))));
    }

    #[test]
    fn lists_are_valid_while_words_have_the_same_terms_and_terms_about_as_many_pages() {
        let analyser = Analyser { arabic: true, english: true, light: None };
        let page = PageTerms::new(&["وكيل", "zebra"], &[hit(0, 1, Field::Body, 3), hit(1, 1, Field::Body, 4)]);
        let (words, postings) = invert([&page].into_iter());
        let words = Arc::new(words);
        let of_site = |others: &[(&'static str, u32)]| [words.words().collect(), others.to_vec()].concat();
        let lists = {
            let all = of_site(&[]);
            let site = SiteWords::new(all.into_iter(), analyser);
            TermLists::new(&site.vocabulary(), Arc::clone(&words), &postings)
        };
        let term = |list: TermList<'_>| format!("{} {}", list.term.stem, list.term.spelling);
        assert_eq!(lists.iter().map(term).collect::<Vec<_>>(), ["zebra zebra", "كيل كيل", "وكيل وكيل"]);
        assert_eq!(lists.get(0).map(|list| list.numbers), Some(",18,8"));
        assert_eq!(lists.get(3), None);
        let is_valid = |others: &[(&'static str, u32)]| {
            let all = of_site(others);
            lists.is_valid_for(&SiteWords::new(all.into_iter(), analyser).vocabulary())
        };
        assert!(is_valid(&[]) && is_valid(&[("zebra", 1399), ("horse", 9000)]));
        assert!(!is_valid(&[("zebra", 1400)]), "half of the pages of a term are told");
        assert!(!is_valid(&[("الوكيل", 1)]), "the first letter is its own");
    }
}
