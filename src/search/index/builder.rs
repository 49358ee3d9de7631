//! Makes the index, or those segments of an earlier one whose pages have changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::document::{AnalysedPage, PageDocument, analyse};
use super::entry::SearchEntry;
use super::error::{IndexError, serialisation_fault};
use super::files::{EmitIndexFile, IndexFiles};
use super::language::IndexLanguage;
use super::manifest::manifest;
use super::merge::{MergedFiles, merge};
use super::model::{IndexSegment, IndexUpdate, LanguageIndex, PartId, SearchIndex};
use super::postings::{DocumentFrequencies, Postings};
use super::record_files::{RecordFiles, write_records};
use super::segment::SegmentPages;
use super::store::IndexStore;
use super::term_lists::TermLists;
use super::vocabulary::SiteWords;
use crate::diagnostic::Diagnostic;
use crate::search::analysis::Analyser;
use crate::search::format::{FileKind, manifest_path, segment_of};

/// Makes the index of all languages of a site. The steps, of which the first two may run in many threads:
///
/// 1. [`analyse`](Self::analyse) takes a page's [`SearchEntry`] apart;
/// 2. [`segment`](Self::segment) takes the pages of one segment, and emits what shows them;
/// 3. [`finish`](Self::finish) takes all segments, and emits what is made of them together.
///
/// The files, and the index, depend on the entries alone, not on the order of calls.
pub struct IndexBuilder<'a> {
    languages: &'a [IndexLanguage<'a>],
    page_count: usize,
    previous: Option<&'a [LanguageIndex]>,
    store: &'a dyn IndexStore,
    emit: &'a EmitIndexFile<'a>,
}

/// A segment in each language, by its number.
pub struct SegmentUpdate {
    number: usize,
    languages: Vec<SegmentState>,
}

/// What has become of a segment of a language.
enum SegmentState {
    /// It is that of the earlier index.
    Unchanged(IndexSegment),
    /// It is another one. Its term lists are still to be made, since they depend on the words of all segments.
    Rebuilt(RebuiltSegment),
}

/// A segment whose records and texts have been emitted.
struct RebuiltSegment {
    files: RecordFiles,
    lengths: String,
    pages: PartId,
    frequencies: Arc<DocumentFrequencies>,
    postings: Arc<Postings>,
}

/// The words of a segment, and its term lists where the earlier ones may be valid.
enum SegmentTerms {
    Stored(Arc<TermLists>),
    Rebuilt(Arc<DocumentFrequencies>),
}

impl SegmentTerms {
    fn frequencies(&self) -> &DocumentFrequencies {
        match self {
            Self::Stored(lists) => &lists.frequencies,
            Self::Rebuilt(frequencies) => frequencies,
        }
    }
}

impl<'a> IndexBuilder<'a> {
    /// An index of so many pages, numbered from 0. Without a previous index every page has to be given; with one, whose
    /// pages have the same numbers, only those that may have changed. `previous` must have been made with the same
    /// languages, messages and suggestions: where these have changed, or pages have come or gone, give all pages and no
    /// previous index.
    pub fn new(
        languages: &'a [IndexLanguage<'a>],
        page_count: usize,
        previous: Option<&'a SearchIndex>,
        store: &'a dyn IndexStore,
        emit: &'a EmitIndexFile<'a>,
    ) -> Self {
        Self { languages, page_count, previous: previous.map(Vec::as_slice), store, emit }
    }

    /// The segments that pages belong to, by number, with what goes with each page. Pages come in ascending order.
    pub fn by_segment<T>(pages: impl IntoIterator<Item = (usize, T)>) -> Vec<(usize, Vec<(usize, T)>)> {
        let mut segments: BTreeMap<usize, Vec<(usize, T)>> = BTreeMap::new();
        for (page, value) in pages {
            segments.entry(segment_of(page).0).or_default().push((page, value));
        }
        segments.into_iter().collect()
    }

    /// Takes a page apart. What comes out is smaller than the entry, which is no longer needed then.
    pub fn analyse(&self, entry: &SearchEntry) -> AnalysedPage {
        analyse(entry, self.languages)
    }

    /// A segment by its number, of its pages by theirs, in ascending order: of all pages where there is no previous index,
    /// else of those that may have changed. Emits its records and texts where it has changed.
    pub fn segment(&self, number: usize, pages: Vec<(usize, AnalysedPage)>) -> Result<SegmentUpdate, IndexError> {
        let mut by_language: Vec<Vec<(usize, PageDocument)>> = self.languages.iter().map(|_| Vec::new()).collect();
        for (page, AnalysedPage(documents)) in pages {
            let position = segment_of(page).1;
            by_language.iter_mut().zip(documents).for_each(|(own, document)| own.push((position, document)));
        }
        let state = |(language, documents)| self.segment_of_language(language, number, documents);
        let languages = by_language.into_par_iter().enumerate().map(state).collect::<Result<_, _>>()?;
        Ok(SegmentUpdate { number, languages })
    }

    fn segment_of_language(
        &self,
        language: usize,
        number: usize,
        documents: Vec<(usize, PageDocument)>,
    ) -> Result<SegmentState, IndexError> {
        let Some(previous) = self.previous else {
            let documents = documents.into_iter().map(|(_, document)| document).collect();
            return self.rebuilt(language, number, SegmentPages::new(documents));
        };
        let segment = previous.get(language).and_then(|index| index.segments.get(number));
        let segment = segment.ok_or(IndexError::CacheMiss)?;
        let before = self.store.segment_pages(&segment.pages).ok_or(IndexError::CacheMiss)?;
        let pages = before.with(documents).ok_or(IndexError::CacheMiss)?;
        match pages == *before {
            true => Ok(SegmentState::Unchanged(segment.clone())),
            false => self.rebuilt(language, number, pages),
        }
    }

    /// Emits what the pages of a segment show, and stores them.
    fn rebuilt(&self, language: usize, number: usize, pages: SegmentPages) -> Result<SegmentState, IndexError> {
        let files = write_records(&pages.records, number, self.page_count, self.files(language))?;
        let (frequencies, postings) = (Arc::clone(&pages.frequencies), Arc::clone(&pages.postings));
        let lengths = pages.lengths.clone();
        let pages = self.store.put_segment_pages(Arc::new(pages));
        Ok(SegmentState::Rebuilt(RebuiltSegment { files, lengths, pages, frequencies, postings }))
    }

    fn files(&self, language: usize) -> IndexFiles<'_> {
        IndexFiles { tag: &self.languages[language].locale.tag, emit: self.emit }
    }

    /// Emits what is made of all segments: of those that are given, in any order, and those of the previous index. An error
    /// is a fault of the program; the files that were emitted make no index then.
    pub fn finish(&self, segments: Vec<Result<SegmentUpdate, IndexError>>) -> Result<IndexUpdate, Diagnostic> {
        let segments = segments.into_iter().collect::<Result<Vec<_>, _>>();
        match segments.and_then(|segments| self.update(segments)) {
            Ok(update) => Ok(update),
            Err(IndexError::CacheMiss) => Ok(IndexUpdate::CacheMiss),
            Err(IndexError::Serialisation(reason)) => Err(serialisation_fault(&reason)),
        }
    }

    fn update(&self, segments: Vec<SegmentUpdate>) -> Result<IndexUpdate, IndexError> {
        let is_of_same_pages = |index: &LanguageIndex| index.pages == self.page_count;
        if self.previous.is_some_and(|all| all.len() != self.languages.len() || !all.iter().all(is_of_same_pages)) {
            return Err(IndexError::CacheMiss);
        }
        let mut by_language: Vec<BTreeMap<usize, SegmentState>> =
            self.languages.iter().map(|_| BTreeMap::new()).collect();
        for (states, previous) in by_language.iter_mut().zip(self.previous.into_iter().flatten()) {
            states.extend(previous.segments.iter().cloned().map(SegmentState::Unchanged).enumerate());
        }
        for SegmentUpdate { number, languages } in segments {
            by_language.iter_mut().zip(languages).for_each(|(states, state)| {
                states.insert(number, state);
            });
        }
        let is_unchanged = |state: &SegmentState| matches!(state, SegmentState::Unchanged(_));
        if by_language.iter().all(|states| states.values().all(is_unchanged)) {
            return Ok(IndexUpdate::Unchanged);
        }
        let of_language = |(language, states): (usize, BTreeMap<usize, SegmentState>)| {
            let states: Vec<SegmentState> = states.into_values().collect();
            let previous = self.previous.and_then(|previous| previous.get(language));
            let mut unchanged_files = self.unchanged_files(language, &states);
            match previous.filter(|_| states.iter().all(is_unchanged)) {
                Some(index) => {
                    unchanged_files.extend(index.files.iter().cloned());
                    Ok((index.clone(), unchanged_files))
                }
                None => Ok((self.language(language, states)?, unchanged_files)),
            }
        };
        let languages: Vec<_> =
            by_language.into_par_iter().enumerate().map(of_language).collect::<Result<_, IndexError>>()?;
        let (index, unchanged_files): (SearchIndex, Vec<Vec<String>>) = languages.into_iter().unzip();
        Ok(IndexUpdate::Rebuilt { index, unchanged_files: unchanged_files.concat() })
    }

    /// The paths of the records and texts of segments that have not changed.
    fn unchanged_files(&self, language: usize, states: &[SegmentState]) -> Vec<String> {
        let files = self.files(language);
        let mut paths = Vec::new();
        for (number, state) in states.iter().enumerate() {
            let SegmentState::Unchanged(segment) = state else { continue };
            paths.extend(files.paths(FileKind::Records, Some(number), &segment.records));
            paths.extend(files.paths(FileKind::Texts, Some(number), &segment.texts));
        }
        paths
    }

    /// The index of a language from the states of all segments, in their order.
    fn language(&self, language: usize, mut states: Vec<SegmentState>) -> Result<LanguageIndex, IndexError> {
        // Taken out, so that those of each segment are freed as soon as its term lists are made.
        let postings: Vec<Arc<Postings>> = states.iter_mut().map(SegmentState::take_postings).collect();
        let stored = |state: &SegmentState| match state {
            SegmentState::Unchanged(segment) => self.store.term_lists(&segment.term_lists).map(SegmentTerms::Stored),
            SegmentState::Rebuilt(segment) => Some(SegmentTerms::Rebuilt(Arc::clone(&segment.frequencies))),
        };
        let stored: Vec<SegmentTerms> =
            states.par_iter().map(stored).collect::<Option<_>>().ok_or(IndexError::CacheMiss)?;
        let words = SiteWords::new(
            stored.iter().flat_map(|terms| terms.frequencies().words()),
            Analyser::of(self.languages[language].locale),
        );
        let vocabulary = words.vocabulary();
        let lists = |((state, terms), postings): ((&SegmentState, &SegmentTerms), Arc<Postings>)| match (state, terms) {
            (_, SegmentTerms::Rebuilt(frequencies)) => {
                Some(Arc::new(TermLists::new(&vocabulary, Arc::clone(frequencies), &postings)))
            }
            (_, SegmentTerms::Stored(lists)) if lists.is_valid_for(&vocabulary) => Some(Arc::clone(lists)),
            (SegmentState::Unchanged(segment), SegmentTerms::Stored(_)) => {
                let pages = self.store.segment_pages(&segment.pages)?;
                Some(Arc::new(TermLists::new(&vocabulary, Arc::clone(&pages.frequencies), &pages.postings)))
            }
            (SegmentState::Rebuilt(_), SegmentTerms::Stored(_)) => None,
        };
        let lists: Vec<Arc<TermLists>> = (&states, &stored)
            .into_par_iter()
            .zip(postings)
            .map(lists)
            .collect::<Option<_>>()
            .ok_or(IndexError::CacheMiss)?;
        let borrowed: Vec<&TermLists> = lists.iter().map(Arc::as_ref).collect();
        let merged = merge(&vocabulary, &borrowed, self.files(language))?;
        let segments = states.into_iter().zip(&stored).zip(&lists);
        let segments = segments.map(|((state, stored), lists)| self.segment_with_lists(state, stored, lists)).collect();
        self.conclude(language, segments, merged)
    }

    /// A segment with its term lists, which are stored unless they are those of the earlier index.
    fn segment_with_lists(&self, state: SegmentState, stored: &SegmentTerms, lists: &Arc<TermLists>) -> IndexSegment {
        match (state, stored) {
            (SegmentState::Unchanged(segment), SegmentTerms::Stored(before)) if Arc::ptr_eq(before, lists) => segment,
            (SegmentState::Unchanged(segment), _) => {
                IndexSegment { term_lists: self.store.put_term_lists(Arc::clone(lists)), ..segment }
            }
            (SegmentState::Rebuilt(RebuiltSegment { files, lengths, pages, .. }), _) => {
                let RecordFiles { records, texts } = files;
                IndexSegment {
                    records,
                    texts,
                    lengths,
                    pages,
                    term_lists: self.store.put_term_lists(Arc::clone(lists)),
                }
            }
        }
    }

    /// Emits the manifest of a language.
    fn conclude(
        &self,
        language: usize,
        segments: Vec<IndexSegment>,
        merged: MergedFiles,
    ) -> Result<LanguageIndex, IndexError> {
        let own = self.files(language);
        let mut files = own.paths(FileKind::Places, None, &merged.places);
        files.extend(own.paths(FileKind::Terms, None, &merged.terms));
        let bytes = manifest(self.languages, language, self.page_count, &segments, merged)?;
        let path = manifest_path(own.tag);
        files.push(path.clone());
        (self.emit)(path, bytes);
        Ok(LanguageIndex { pages: self.page_count, segments, files })
    }
}

impl SegmentState {
    /// The postings of a segment that was rebuilt, which it has no more then; empty ones for any other.
    fn take_postings(&mut self) -> Arc<Postings> {
        match self {
            Self::Unchanged(_) => Arc::default(),
            Self::Rebuilt(segment) => std::mem::take(&mut segment.postings),
        }
    }
}
