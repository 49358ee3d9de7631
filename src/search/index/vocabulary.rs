//! The words of a language's pages, and the terms that each is looked up by: its stem and its other sure forms, each in the
//! spelling of the word. A form that it only may have counts where it is a sure form of another word of the site. Of a term
//! that is on very many pages, only a part of them is told.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::search::analysis::{Analyser, Forms, skeleton};

/// Pages of a term that are told, at most, or not many more. Of a term on so many pages or fewer, all are told.
const MAX_PAGES: u32 = 1400;

/// The words of all pages, each different one once, with their forms.
pub struct SiteWords<'a> {
    words: Vec<&'a str>,
    /// By word: on how many pages it is.
    pages: Vec<u32>,
    number: FxHashMap<&'a str, u32>,
    forms: Vec<Forms>,
}

/// A stem in one of its spellings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SpeltStem<'a> {
    /// The stem.
    pub stem: &'a str,
    /// What it is the stem of.
    pub spelling: &'a str,
}

/// The terms of these words.
pub struct Vocabulary<'a> {
    /// In the order of the index: by the skeleton of the stem, then by stem and spelling.
    pub terms: Vec<SpeltStem<'a>>,
    order: FxHashMap<SpeltStem<'a>, u32>,
    prune_levels: Vec<u8>,
    number: &'a FxHashMap<&'a str, u32>,
    /// By word: its terms.
    of_word: Vec<Vec<u32>>,
    /// By word: see [`Self::choices`].
    choice: Vec<u32>,
}

impl<'a> SiteWords<'a> {
    /// Of words with the number of pages that each is on; a word may come several times, from different segments.
    pub fn new(all: impl Iterator<Item = (&'a str, u32)>, analyser: Analyser) -> Self {
        let (mut words, mut pages) = (Vec::new(), Vec::new());
        let mut number: FxHashMap<&str, u32> = FxHashMap::default();
        for (word, own) in all {
            let at = *number.entry(word).or_insert_with(|| {
                words.push(word);
                pages.push(0_u32);
                u32::try_from(words.len() - 1).unwrap_or(u32::MAX)
            });
            pages[at as usize] = pages[at as usize].saturating_add(own);
        }
        let forms = words.par_iter().map(|word| analyser.forms(word)).collect();
        Self { words, pages, number, forms }
    }

    /// Their terms.
    pub fn vocabulary(&'a self) -> Vocabulary<'a> {
        let spelt = |(stem, spelling): (&'a str, &'a str)| SpeltStem { stem, spelling };
        let after_and: Vec<Option<SpeltStem<'a>>> =
            self.words.iter().zip(&self.forms).map(|(word, forms)| self.after_and(word, forms).map(spelt)).collect();
        let mut stems: FxHashSet<&str> = self.forms.iter().flat_map(Forms::sure).map(|(stem, _)| stem).collect();
        stems.extend(after_and.iter().flatten().map(|after| after.stem));
        let terms_of = |forms: &'a Forms| -> Vec<SpeltStem<'a>> {
            let possible = forms.possible().filter(|(stem, _)| stems.contains(stem));
            forms.sure().chain(possible).map(spelt).collect()
        };
        let by_word: Vec<Vec<SpeltStem<'a>>> = self.forms.par_iter().map(terms_of).collect();
        let all: FxHashSet<SpeltStem<'a>> = by_word.iter().flatten().copied().collect();
        let mut terms: Vec<(String, SpeltStem<'a>)> = all.into_iter().map(|term| (skeleton(term.stem), term)).collect();
        terms.par_sort_unstable();
        let order: FxHashMap<SpeltStem<'a>, u32> = (0..).zip(&terms).map(|(at, (_, term))| (*term, at)).collect();
        let (of_word, choice) = by_word
            .par_iter()
            .zip(&self.forms)
            .map(|(own, Forms { maybe, .. })| {
                let mut terms: Vec<u32> = own.iter().filter_map(|term| order.get(term).copied()).collect();
                terms.sort_unstable();
                terms.dedup();
                let bits = maybe.iter().zip(0..u32::BITS).filter(|(stem, _)| stems.contains(stem.as_str()));
                (terms, bits.fold(0, |choice, (_, bit)| choice | 1 << bit))
            })
            .unzip();
        let of_word: Vec<Vec<u32>> = of_word;
        // A term is on no fewer pages than the most frequent of its words, and seldom on many more.
        let mut pages = vec![0_u32; terms.len()];
        for (terms, own) in of_word.iter().zip(&self.pages) {
            terms.iter().for_each(|term| pages[*term as usize] = pages[*term as usize].max(*own));
        }
        let level = |pages: u32| pages.div_ceil(MAX_PAGES).max(1).next_power_of_two().ilog2() as u8;
        let prune_levels = pages.into_iter().map(level).collect();
        let terms = terms.into_iter().map(|(_, term)| term).collect();
        Vocabulary { terms, order, prune_levels, number: &self.number, of_word, choice }
    }

    /// What follows "and" (و, ف) in a word that the site never has with the article: وكتب is "and books", while والوكيل shows that the
    /// first letter of وكيل is its own.
    fn after_and(&self, word: &str, forms: &'a Forms) -> Option<(&'a str, &'a str)> {
        let rest = word.strip_prefix(['و', 'ف'])?;
        let own = self.number.contains_key(format!("ال{word}").as_str());
        forms.possible().next().filter(|_| !own && rest.chars().count() > 2)
    }
}

impl Vocabulary<'_> {
    /// The number of a term; `None` if it is not among them.
    pub fn number_of(&self, term: SpeltStem<'_>) -> Option<usize> {
        self.order.get(&term).map(|number| *number as usize)
    }

    /// The prune level of a term by its number: at level `n` one page of 2ⁿ is told, and of most terms, at level 0, all.
    pub fn prune_level_of(&self, term: usize) -> u8 {
        self.prune_levels[term]
    }

    /// The numbers of the terms that a word is looked up by; none if it is not among the words.
    pub fn terms_of(&self, word: &str) -> &[u32] {
        self.number.get(word).map_or(&[], |number| &self.of_word[*number as usize])
    }

    /// By word: which of the forms that it may have are terms, a bit each, the first form the lowest. With its sure forms,
    /// that decides its terms.
    pub fn choices<'w>(&self, words: impl Iterator<Item = &'w str>) -> Vec<u32> {
        let choice = |word: &str| self.number.get(word).map_or(0, |number| self.choice[*number as usize]);
        words.map(choice).collect()
    }
}
