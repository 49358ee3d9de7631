//! The index is made in segments of some dozens of pages, so that a change to one page makes one of them anew, and that a
//! large site is never in memory as a whole: what a segment shows is written as soon as its last page is rendered. Only
//! what its pages are found by waits for the words of all others.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::found::{Counted, FoundBy, Places, by_page, by_word};
use super::gather::{SearchDocument, Shown};

/// Pages in a segment; in the last there may be fewer.
pub const PAGES: usize = 64;
/// Pages in a file of records.
pub const RECORDS: usize = 16;
/// What a file of texts is to have at least on a site of so many pages or fewer, in characters before compression: about
/// 1.5 KB after it. A query shows several texts, each from another file, so they are small; but files take time to write.
/// With the pages, their number and their size both grow as the square root.
const TEXTS: usize = 4 << 10;
const FEW: usize = 150;

/// Names what is kept: BLAKE3 of its bytes.
pub type Digest = [u8; 32];

/// Where parts of the index wait for the next build.
pub trait Parts: Sync {
    /// A part that was kept; nothing if it is not there any more, or not as it was.
    fn get(&self, digest: &Digest) -> Option<Arc<Vec<u8>>>;

    /// Keeps a part.
    fn put(&self, bytes: Vec<u8>) -> Digest;
}

/// A segment of a language's index, as the next build finds it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Segment {
    /// By file of records: the digest in its name.
    pub records: Vec<String>,
    /// The same of texts.
    pub texts: Vec<String>,
    /// Its [`Pages`], packed.
    pub pages: Digest,
    /// Where its terms stand: see [`super::lists`].
    pub lists: Digest,
}

/// Takes a finished file of a language's index, with its kind and its number; gives the digest in its name.
pub type Hand<'a> = dyn Fn(&str, usize, String) -> String + Sync + 'a;

/// The pages of a segment, as the next build finds them.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Pages {
    /// How they are shown.
    pub shown: Vec<Shown>,
    /// What they are found by.
    pub words: Counted<'static>,
    pub places: Places,
}

impl Pages {
    /// Of documents, in their order.
    pub fn of(documents: Vec<SearchDocument>) -> Self {
        let documents = documents.into_iter().map(|SearchDocument { shown, found_by }| (shown, found_by));
        let (shown, found_by): (Vec<Shown>, Vec<FoundBy>) = documents.unzip();
        let (words, places) = by_word(found_by.iter());
        Self { shown, words, places }
    }

    /// With other documents in the places of some; nothing if there is no such place.
    pub fn with(self, documents: Vec<(usize, SearchDocument)>) -> Option<Self> {
        let found_by = by_page(&self.words, &self.places, self.shown.len());
        let pages = self.shown.into_iter().zip(found_by);
        let mut pages: Vec<SearchDocument> =
            pages.map(|(shown, found_by)| SearchDocument { shown, found_by }).collect();
        for (at, document) in documents {
            *pages.get_mut(at)? = document;
        }
        Some(Self::of(pages))
    }
}

/// The pages of a segment as they are stored.
pub fn pack(pages: &Pages) -> Vec<u8> {
    postcard::to_stdvec(pages).map(|bytes| lz4_flex::compress_prepend_size(&bytes)).unwrap_or_default()
}

/// The pages that were stored; nothing if the bytes are of none.
pub fn unpack(bytes: &[u8]) -> Option<Pages> {
    postcard::from_bytes(&lz4_flex::decompress_size_prepended(bytes).ok()?).ok()
}

/// What a record is written of: `[url, title, summary, kind, aliases, [id, heading, text, number, …], tag, direction]`.
/// `text` and `number` say in which file of texts of the segment, and where in it, a section's words are; tag and direction
/// are there where the words are not in the reader's language.
#[derive(Serialize)]
#[serde(untagged)]
enum Entry<'a> {
    Words(&'a str),
    Number(usize),
    List(Vec<Entry<'a>>),
}

/// Writes the records and texts of a segment of a language with so many pages; gives the digests of both.
pub fn show(shown: &[Shown], of_all: usize, hand: &Hand<'_>) -> (Vec<String>, Vec<String>) {
    let least = TEXTS * of_all.div_ceil(FEW).isqrt();
    let mut shelf: Vec<&str> = Vec::new();
    let mut texts = Vec::new();
    let mut size = 0;
    let mut put = |text| {
        let place = [texts.len(), shelf.len()].map(Entry::Number);
        size += str::len(text);
        shelf.push(text);
        if size >= least {
            texts.push(hand("texts", texts.len(), json(&shelf)));
            shelf.clear();
            size = 0;
        }
        place
    };
    let mut records = Vec::new();
    for (number, documents) in shown.chunks(RECORDS).enumerate() {
        let mut file = Vec::new();
        for document in documents {
            let mut parts = Vec::new();
            for part in &document.sections {
                parts.extend([&part.id, &part.heading].map(|words| Entry::Words(words)));
                parts.extend(put(&part.text));
            }
            let mut record = vec![
                Entry::Words(&document.url),
                Entry::Words(&document.title),
                Entry::Words(&document.summary),
                Entry::Words(&document.kind),
                Entry::List(document.aliases.iter().map(|alias| Entry::Words(alias)).collect()),
                Entry::List(parts),
            ];
            if let Some((tag, direction)) = &document.stand_in {
                record.extend([tag.as_str(), direction.as_str()].map(Entry::Words));
            }
            file.push(record);
        }
        records.push(hand("records", number, json(&file)));
    }
    if !shelf.is_empty() {
        texts.push(hand("texts", texts.len(), json(&shelf)));
    }
    (records, texts)
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
