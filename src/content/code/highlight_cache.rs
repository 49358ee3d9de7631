//! What is remembered of highlighted code, from one page to the next and from one build to the next: highlighting a block takes
//! some fifty times what the rest of a page takes, and the languages of a page share their blocks. It reads and writes no
//! file; it only knows the form in which blocks are stored.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use super::fence::Fence;
use super::highlight::highlight;
use super::language::grammar_name;
use super::lines::decorated;
use crate::text::html::escape;

/// Highlighted blocks by language and text. Shared between threads; each block is highlighted once.
#[derive(Default)]
pub struct HighlightCache {
    /// What an earlier build has highlighted, in the form that [`HighlightCache::to_bytes`] gives.
    stored: Vec<u8>,
    /// Where each block of it lies.
    places: BTreeMap<Key, Range<usize>>,
    /// Blocks of this build; each cell is filled by whoever comes first, and others wait.
    fresh: Mutex<BTreeMap<Key, Arc<OnceLock<String>>>>,
    used: Mutex<BTreeSet<Key>>,
    highlighted: AtomicUsize,
}

/// Whether a build has seen all code of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// It has.
    Complete,
    /// It has read only what had changed.
    Partial,
}

/// Names a block: half of a BLAKE3 digest of its language and text.
type Key = [u8; 16];

/// Everything that decides how code is highlighted, beside the code: the versions of the libraries, which `tests/tidy.rs`
/// compares with those that are locked, and what uses them.
const HIGHLIGHTER: [&str; 2] = ["syntect 5.3.0, two-face 0.5.2+bat-0.26.1", include_str!("highlight.rs")];

/// The length of a digest.
const DIGEST: usize = 32;

impl HighlightCache {
    /// What an earlier build has stored; nothing of it if it is damaged or was made by another program.
    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        let places = places(&bytes).unwrap_or_default();
        Self { places, stored: bytes, ..Self::default() }
    }

    /// What a later build may use; nothing if that is what there was already. After a build that has seen all code of
    /// the site, what it did not use is dropped.
    pub fn to_bytes(&self, coverage: Coverage) -> Option<Vec<u8>> {
        let fresh = self.fresh.lock().ok()?;
        let used = self.used.lock().ok()?;
        let stays = |key: &Key| coverage == Coverage::Partial || used.contains(key);
        if fresh.is_empty() && self.places.keys().all(stays) {
            return None;
        }
        let mut bytes = highlighter_digest().to_vec();
        let mut put = |key: &Key, html: &[u8]| {
            bytes.extend_from_slice(key);
            bytes.extend_from_slice(&(html.len() as u64).to_le_bytes());
            bytes.extend_from_slice(html);
        };
        for (key, place) in self.places.iter().filter(|(key, _)| stays(key)) {
            put(key, &self.stored[place.clone()]);
        }
        for (key, html) in fresh.iter() {
            html.get().into_iter().for_each(|html| put(key, html.as_bytes()));
        }
        let digest = *blake3::hash(&bytes).as_bytes();
        bytes.extend_from_slice(&digest);
        Some(bytes)
    }

    /// The size of what has been highlighted and not remembered, in bytes of HTML.
    pub fn size(&self) -> usize {
        let fresh = self.fresh.lock().map(|fresh| fresh.values().filter_map(|html| html.get()).map(String::len).sum());
        fresh.unwrap_or_default()
    }

    /// How many blocks have been highlighted, and not remembered.
    pub fn highlighted(&self) -> usize {
        self.highlighted.load(Ordering::Relaxed)
    }

    /// The inside of `<code>`: escaped, its tokens in `<span class=…>`, its lines as the fence says. The second value says
    /// whether the language is known; code in one that is not stays plain.
    pub fn html(&self, code: &str, fence: &Fence) -> (String, bool) {
        let language = fence.language.as_deref().filter(|_| fence.is_highlighted());
        let Some(language) = language else { return (self.plain(code, fence), true) };
        let language = grammar_name(language);
        let key = key(language, code);
        if let Some(place) = self.places.get(&key) {
            self.used.lock().into_iter().for_each(|mut used| {
                used.insert(key);
            });
            return (decorated(&String::from_utf8_lossy(&self.stored[place.clone()]), fence), true);
        }
        let Some(highlight) = highlight(code, language) else { return (self.plain(code, fence), false) };
        let cell = self.fresh.lock().map(|mut fresh| fresh.entry(key).or_default().clone()).unwrap_or_default();
        let html = cell.get_or_init(|| {
            self.highlighted.fetch_add(1, Ordering::Relaxed);
            highlight()
        });
        (decorated(html, fence), true)
    }

    /// The same without colours.
    pub fn plain(&self, code: &str, fence: &Fence) -> String {
        let mut html = String::with_capacity(code.len() + code.len() / 8);
        escape(code, &mut html);
        decorated(&html, fence)
    }
}

impl std::fmt::Debug for HighlightCache {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "HighlightCache({} stored, {} fresh)", self.places.len(), self.highlighted())
    }
}

/// Where the blocks lie in bytes that are whole and of this program: the digest of its highlighter, then for each block its key, its length
/// and its HTML, then a digest of all that.
fn places(bytes: &[u8]) -> Option<BTreeMap<Key, Range<usize>>> {
    let (content, digest) = bytes.split_last_chunk::<DIGEST>()?;
    if blake3::hash(content).as_bytes() != digest || content.get(..DIGEST)? != highlighter_digest() {
        return None;
    }
    let mut places = BTreeMap::new();
    let mut at = DIGEST;
    while at < content.len() {
        let (key, rest) = content[at..].split_first_chunk::<16>()?;
        let (length, _) = rest.split_first_chunk::<8>()?;
        let start = at + 24;
        at = start.checked_add(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
        std::str::from_utf8(content.get(start..at)?).ok()?;
        places.insert(*key, start..at);
    }
    Some(places)
}

fn highlighter_digest() -> [u8; DIGEST] {
    let mut hasher = blake3::Hasher::new();
    for text in HIGHLIGHTER {
        hasher.update(text.as_bytes());
    }
    *hasher.finalize().as_bytes()
}

fn key(language: &str, code: &str) -> Key {
    let mut hasher = blake3::Hasher::new();
    hasher.update(language.as_bytes()).update(b"\n").update(code.as_bytes());
    let mut key = Key::default();
    hasher.finalize_xof().fill(&mut key);
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fence(language: &str) -> Fence {
        Fence { language: Some(language.to_owned()), ..Fence::default() }
    }

    #[test]
    fn a_block_is_highlighted_once_and_remembered() {
        let first = HighlightCache::default();
        let html = first.html("let x = 1;\n", &fence("rust"));
        assert_eq!(first.html("let x = 1;\n", &fence("rust")), html);
        assert!(first.html("let x = 1;\n", &fence("js")).1);
        assert_eq!(first.highlighted(), 2);
        let stored = first.to_bytes(Coverage::Complete).expect("something new");
        let second = HighlightCache::from_bytes(stored.clone());
        assert_eq!(second.html("let x = 1;\n", &fence("rust")), html);
        assert_eq!(second.highlighted(), 0);
        assert_eq!(second.to_bytes(Coverage::Partial), None, "nothing is new");
        let pruned = second.to_bytes(Coverage::Complete).expect("a block is gone");
        assert!(pruned.len() < stored.len());
    }

    #[test]
    fn what_does_not_fit_is_ignored() {
        let first = HighlightCache::default();
        first.html("x = 1\n", &fence("toml"));
        let stored = first.to_bytes(Coverage::Complete).expect("something new");
        for at in [0, 40, stored.len() / 2, stored.len() - 1] {
            let mut damaged = stored.clone();
            damaged[at] ^= 1;
            let second = HighlightCache::from_bytes(damaged);
            second.html("x = 1\n", &fence("toml"));
            assert_eq!(second.highlighted(), 1, "byte {at}");
        }
        assert_eq!(HighlightCache::from_bytes(stored[..stored.len() - 9].to_vec()).places.len(), 0);
        assert_eq!(HighlightCache::from_bytes(Vec::new()).places.len(), 0);
    }
}
