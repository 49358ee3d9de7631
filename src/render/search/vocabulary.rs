//! The words of a language's pages, and the terms that each is looked up by. What a word surely is, is a term; what it
//! only may be counts where another word of the site surely is that.

use std::collections::BTreeSet;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::locale::analysis::{Analyser, Forms, skeleton};

/// The words of pages, each different one once.
pub struct Words<'a> {
    words: Vec<&'a str>,
    number: FxHashMap<&'a str, u32>,
    forms: Vec<Forms>,
}

/// What these words are looked up by.
pub struct Vocabulary<'a> {
    /// In the order of the index: by skeleton, then by letter.
    pub terms: Vec<&'a str>,
    number: &'a FxHashMap<&'a str, u32>,
    /// By word: its terms.
    of_word: Vec<Vec<u32>>,
    /// By word: which of the forms that it may have are terms, a bit each.
    choice: Vec<u32>,
}

impl<'a> Words<'a> {
    /// Of texts with a word a line.
    pub fn new(texts: impl Iterator<Item = &'a str>, analyser: Analyser) -> Self {
        let mut words: Vec<&str> = Vec::new();
        let mut number: FxHashMap<&str, u32> = FxHashMap::default();
        for word in texts.flat_map(str::lines) {
            number.entry(word).or_insert_with(|| {
                words.push(word);
                u32::try_from(words.len() - 1).unwrap_or(u32::MAX)
            });
        }
        let forms = words.par_iter().map(|word| analyser.forms(word)).collect();
        Self { words, number, forms }
    }

    /// Their terms.
    pub fn vocabulary(&'a self) -> Vocabulary<'a> {
        let surely = |forms: &'a Forms| forms.firm.iter().chain([&forms.stem]).map(String::as_str);
        let mut sure: BTreeSet<&str> = self.forms.iter().flat_map(surely).collect();
        sure.extend(self.words.iter().zip(&self.forms).filter_map(|(word, forms)| self.after_and(word, forms)));
        let mut terms: Vec<(String, &str)> = sure.into_iter().map(|term| (skeleton(term), term)).collect();
        terms.par_sort_unstable();
        let order: FxHashMap<&str, u32> = (0..).zip(&terms).map(|(at, (_, term))| (*term, at)).collect();
        let (of_word, choice) = self
            .forms
            .par_iter()
            .map(|Forms { stem, firm, maybe }| {
                let known = |term: &String| order.get(term.as_str()).copied();
                let mut terms: Vec<u32> = [stem].into_iter().chain(firm).chain(maybe).filter_map(known).collect();
                terms.sort_unstable();
                terms.dedup();
                let bits = maybe.iter().zip(0..u32::BITS).filter(|(term, _)| known(term).is_some());
                (terms, bits.fold(0, |choice, (_, bit)| choice | 1 << bit))
            })
            .unzip();
        let terms = terms.into_iter().map(|(_, term)| term).collect();
        Vocabulary { terms, number: &self.number, of_word, choice }
    }

    /// What follows "and" where the word is never seen with the article: وكتب is "and books", while والوكيل shows that the
    /// first letter of وكيل is its own.
    fn after_and(&self, word: &str, forms: &'a Forms) -> Option<&'a str> {
        let rest = word.strip_prefix(['و', 'ف'])?;
        let own = self.number.contains_key(format!("ال{word}").as_str());
        forms.maybe.first().filter(|_| !own && rest.chars().count() > 2).map(String::as_str)
    }
}

impl Vocabulary<'_> {
    /// The numbers of the terms that a word is looked up by; none if it is not among the words.
    pub fn terms_of(&self, word: &str) -> &[u32] {
        self.number.get(word).map_or(&[], |number| &self.of_word[*number as usize])
    }

    /// By word, of a text with a word a line: what decides which of its forms are its terms.
    pub fn choices(&self, words: &str) -> Vec<u32> {
        let choice = |word: &str| self.number.get(word).map_or(0, |number| self.choice[*number as usize]);
        words.lines().map(choice).collect()
    }
}
