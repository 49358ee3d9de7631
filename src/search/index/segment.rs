//! The pages of a segment, as the next build finds them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::document::PageDocument;
use super::postings::{DocumentFrequencies, PageTerms, Postings, by_page, invert};
use super::record::SearchRecord;
use crate::search::format::length_digit;

/// The pages of a segment for the readers of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SegmentPages {
    /// How they are shown, page by page.
    pub(super) records: Vec<SearchRecord>,
    /// How long they are, a digit for each page.
    pub(super) lengths: String,
    /// Their words.
    pub(super) frequencies: Arc<DocumentFrequencies>,
    /// Where these occur. Shared, like the words, since both outlive the records while an index is made.
    pub(super) postings: Arc<Postings>,
}

impl SegmentPages {
    /// Of documents, in their order.
    pub(super) fn new(documents: Vec<PageDocument>) -> Self {
        let documents = documents.into_iter().map(|PageDocument { record, terms }| (record, terms));
        let (records, terms): (Vec<SearchRecord>, Vec<PageTerms>) = documents.unzip();
        let lengths = terms.iter().map(|terms| length_digit(terms.length())).collect();
        let (frequencies, postings) = invert(terms.iter());
        Self { records, lengths, frequencies: Arc::new(frequencies), postings: Arc::new(postings) }
    }

    /// The same with other documents in the positions of some; `None` if there is no such position.
    pub(super) fn with(&self, documents: Vec<(usize, PageDocument)>) -> Option<Self> {
        let terms = by_page(&self.frequencies, &self.postings, self.records.len());
        let pages = self.records.iter().cloned().zip(terms);
        let mut pages: Vec<PageDocument> = pages.map(|(record, terms)| PageDocument { record, terms }).collect();
        for (position, document) in documents {
            *pages.get_mut(position)? = document;
        }
        Some(Self::new(pages))
    }
}
