//! Joins the term lists of all segments of a language, and writes its terms and places.

use rayon::prelude::*;

use super::error::{IndexError, to_json};
use super::files::IndexFiles;
use super::term_lists::{TermList, TermLists};
use super::vocabulary::{SpeltStem, Vocabulary};
use crate::search::analysis::skeleton;
use crate::search::format::{FileKind, LETTERS_OF_TERM_FILES, first_page_of, push_spelling, push_stem};

/// The least size of a block of places in bytes before compression: about 0.8 KB after it.
const BLOCK_SIZE: usize = 2 << 10;
/// How many blocks of places there are, at most: on large sites they grow instead.
const MAX_BLOCKS: usize = 512;
/// The greatest size of a language's terms in bytes that still make one file.
const TERM_FILE_SIZE: usize = 12 << 10;
/// The least size of a file of terms where there are several: about 0.8 KB after compression. A question of a few words
/// needs a few of them, and all only where a word is not found.
const MIN_TERM_FILE_SIZE: usize = TERM_FILE_SIZE / 6;

/// The files that are made of all segments of a language.
#[derive(Debug, Default)]
pub struct MergedFiles {
    /// By file of terms: the digest in its name, …
    pub terms: Vec<String>,
    /// … what its skeletons begin with, and the number of its first term.
    pub terms_from: Vec<(String, usize)>,
    /// By block of places: the digest in its name, …
    pub places: Vec<String>,
    /// … and the number of its first term.
    pub places_from: Vec<usize>,
}

/// Where the list of a term is: the number of the segment, and that of the list in it.
type ListRef = (u32, u32);

/// The lists of all segments, by term.
struct ListsByTerm<'a> {
    segments: &'a [&'a TermLists],
    /// By term, in the order of the segments.
    by_term: Vec<Vec<ListRef>>,
}

/// Emits terms and places, from the lists of all segments in their order.
pub fn merge(
    vocabulary: &Vocabulary<'_>,
    segments: &[&TermLists],
    files: IndexFiles<'_>,
) -> Result<MergedFiles, IndexError> {
    let lists = ListsByTerm::new(vocabulary, segments);
    let (places, places_from) = write_places(vocabulary, &lists, files);
    let mut merged = MergedFiles { places, places_from, ..MergedFiles::default() };
    write_terms(vocabulary, &lists, files, &mut merged)?;
    Ok(merged)
}

impl<'a> ListsByTerm<'a> {
    fn new(vocabulary: &Vocabulary<'_>, segments: &'a [&'a TermLists]) -> Self {
        let mut by_term: Vec<Vec<ListRef>> = vocabulary.terms.iter().map(|_| Vec::new()).collect();
        for (segment, lists) in (0..).zip(segments) {
            for (number, list) in (0..).zip(lists.iter()) {
                if let Some(term) = vocabulary.number_of(list.term) {
                    by_term[term].push((segment, number));
                }
            }
        }
        Self { segments, by_term }
    }

    /// The lists of a term, each with the number of its segment's first page.
    fn of(&self, term: usize) -> impl Iterator<Item = (u32, TermList<'a>)> {
        self.by_term[term].iter().filter_map(|(segment, number)| {
            let list = self.segments.get(*segment as usize)?.get(*number as usize)?;
            Some((u32::try_from(first_page_of(*segment as usize)).unwrap_or(u32::MAX), list))
        })
    }

    /// About the size of what is published of a term, in bytes.
    fn size_of(&self, term: usize) -> usize {
        self.of(term).map(|(_, list)| list.numbers.len() + 4).sum()
    }
}

/// Emits the blocks of places; gives their digests, and the first term of each. All spellings of a stem are in one block:
/// who types one of them needs the others, too.
fn write_places(
    vocabulary: &Vocabulary<'_>,
    lists: &ListsByTerm<'_>,
    files: IndexFiles<'_>,
) -> (Vec<String>, Vec<usize>) {
    let sizes: Vec<usize> = (0..lists.by_term.len()).map(|term| lists.size_of(term)).collect();
    let least = BLOCK_SIZE.max(sizes.iter().sum::<usize>() / MAX_BLOCKS);
    let mut from = Vec::new();
    let mut size = least;
    let mut stem = None;
    for (term, own) in sizes.iter().enumerate() {
        let begins = stem.replace(vocabulary.terms[term].stem) != Some(vocabulary.terms[term].stem);
        if size >= least && begins {
            from.push(term);
            size = 0;
        }
        size += own;
    }
    let block = |(number, start): (usize, &usize)| {
        let end = from.get(number + 1).copied().unwrap_or(sizes.len());
        let joined: Vec<String> = (*start..end).map(|term| joined(lists.of(term))).collect();
        files.emit(FileKind::Places, &[number], format!("[{}]", joined.join(",")))
    };
    (from.par_iter().enumerate().map(block).collect(), from)
}

/// The published list of a term, from those of its segments with the numbers of their first pages.
fn joined<'a>(segments: impl Iterator<Item = (u32, TermList<'a>)>) -> String {
    let mut out = "[".to_owned();
    let mut before = 0;
    for (start, list) in segments {
        if out.len() > 1 {
            out.push(',');
        }
        out.push_str(itoa::Buffer::new().format((start + list.first).saturating_sub(before)));
        out.push_str(list.numbers);
        before = start + list.last;
    }
    out + "]"
}

/// Emits the files of terms, and notes their digests and where they begin.
fn write_terms(
    vocabulary: &Vocabulary<'_>,
    lists: &ListsByTerm<'_>,
    files: IndexFiles<'_>,
    merged: &mut MergedFiles,
) -> Result<(), IndexError> {
    let MergedFiles { terms: digests, terms_from: from, .. } = merged;
    let mut close = |file: &str| {
        digests.push(files.emit(FileKind::Terms, &[digests.len()], to_json(&file)?));
        Ok(())
    };
    let total: usize = vocabulary.terms.iter().map(|term| term.spelling.len() + 2).sum();
    let mut file = String::new();
    let mut before = "";
    let mut first = String::new();
    let mut number = 0;
    for terms in vocabulary.terms.chunk_by(|a, b| a.stem == b.stem) {
        let stem = terms[0].stem;
        let start: String = skeleton(stem).chars().take(LETTERS_OF_TERM_FILES).collect();
        // All that begins so is in one file, which is all that a typed word needs.
        if total > TERM_FILE_SIZE && file.len() > MIN_TERM_FILE_SIZE && start != first {
            close(&file)?;
            file.clear();
            before = "";
        }
        if file.is_empty() {
            from.push((start.clone(), number));
        }
        first = start;
        let numbers = number..number + terms.len();
        let named = numbers.clone().any(|number| lists.of(number).any(|(_, list)| list.named));
        push_stem(stem, named, before, &mut file);
        before = stem;
        number = numbers.end;
        if let [SpeltStem { spelling, .. }] = terms
            && *spelling == stem
        {
            continue;
        }
        for SpeltStem { spelling, .. } in terms {
            push_spelling(spelling, before, &mut file);
            before = spelling;
        }
    }
    close(&file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_segments_are_joined() {
        let term = SpeltStem { stem: "t", spelling: "t" };
        let list = |first, last, numbers| TermList { term, named: false, prune_level: 0, first, last, numbers };
        let segments = [(0, list(3, 9, ",28,14,6,1")), (128, list(0, 0, ",8,2"))];
        assert_eq!(joined(segments.into_iter()), "[3,28,14,6,1,119,8,2]");
        assert_eq!(joined([].into_iter()), "[]");
    }
}
