//! The index is made in segments of some hundred pages, so that a change to one page makes one of them anew, and that a
//! large site is never in memory as a whole: what a segment shows is written as soon as its last page is rendered. Only
//! what its pages are found by waits for the words of all others.

use std::sync::Arc;

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::gather::{Document, FoundBy, Shown};

/// Pages in a segment; in the last there may be fewer.
pub const PAGES: usize = 128;
/// Pages in a file of records.
pub const RECORDS: usize = 16;
/// What a file of texts is to have at least, in characters before compression: about 1.5 KB after it.
const TEXTS: usize = 4 << 10;
/// How many files of texts a language has at most; on large sites they grow instead. A query shows several texts, each
/// from another file.
const SHELVES: usize = 2048;

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
    /// Its documents, as they are kept: see [`unfold`].
    pub documents: Digest,
    /// Where its terms stand, as it is kept: see [`super::encode`].
    pub lists: Digest,
}

/// Takes a finished file of a language's index, with its kind and its number; gives the digest in its name.
pub type Hand<'a> = dyn Fn(&str, usize, String) -> String + Sync + 'a;

/// Every different word of pages once, a line each, sorted.
pub fn words(pages: &[FoundBy]) -> String {
    let of_pages: Vec<String> = pages.iter().map(FoundBy::words).collect();
    let words: FxHashSet<&str> = of_pages.iter().flat_map(|words| words.lines()).collect();
    let mut words: Vec<&str> = words.into_iter().collect();
    words.sort_unstable();
    words.join("\n")
}

/// The documents of a segment as they are kept.
pub fn fold(documents: &[Document]) -> Vec<u8> {
    postcard::to_stdvec(documents).unwrap_or_default()
}

/// The documents that were kept; nothing if the bytes are of none.
pub fn unfold(bytes: &[u8]) -> Option<Vec<Document>> {
    postcard::from_bytes(bytes).ok()
}

/// How many files of texts a segment may have, of so many pages in all.
pub fn shelves(pages: usize) -> usize {
    (SHELVES * PAGES / pages.max(1)).max(1)
}

/// What a record is written of.
#[derive(Serialize)]
#[serde(untagged)]
enum Entry<'a> {
    Words(&'a str),
    Number(usize),
    List(Vec<Entry<'a>>),
}

/// Writes the records and texts of a segment, the latter into so many files at most; gives the digests of both.
pub fn show(documents: &[Document], shelves: usize, hand: &Hand<'_>) -> (Vec<String>, Vec<String>) {
    let shown: Vec<Shown> = documents.iter().map(Document::shown).collect();
    let total: usize = shown.iter().flat_map(|document| &document.sections).map(|part| part.text.len()).sum();
    let least = TEXTS.max(total / shelves);
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
