//! What is remembered of highlighted code, from one page to the next and from one build to the next: highlighting a block takes
//! some fifty times what the rest of a page takes, and the languages of a page share their blocks. It reads and writes no
//! file; it only knows the form in which blocks are stored. What is stored lies in the checkout, where anybody may have
//! put it: it is used only if it is the code itself, with nothing but tokens marked in it.

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
        // What was stored and refused has been highlighted anew.
        for (key, place) in self.places.iter().filter(|(key, _)| stays(key) && !fresh.contains_key(*key)) {
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
        if let Some(html) = self.stored_html(&key, code) {
            self.used.lock().into_iter().for_each(|mut used| {
                used.insert(key);
            });
            return (decorated(html, fence), true);
        }
        let Some(highlight) = highlight(code, language) else { return (self.plain(code, fence), false) };
        let cell = self.fresh.lock().map(|mut fresh| fresh.entry(key).or_default().clone()).unwrap_or_default();
        let html = cell.get_or_init(|| {
            self.highlighted.fetch_add(1, Ordering::Relaxed);
            highlight()
        });
        (decorated(html, fence), true)
    }

    /// What an earlier build has stored of a block; nothing if it is anything else than that code with tokens marked.
    fn stored_html(&self, key: &Key, code: &str) -> Option<&str> {
        let html = std::str::from_utf8(&self.stored[self.places.get(key)?.clone()]).ok()?;
        is_highlighted(html, code).then_some(html)
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

/// Whether HTML is a piece of code, escaped, in which parts of lines stand in `<span class="…">` with a class of one
/// letter, and nothing else: then it can do no harm, and says what the code says, whoever has written it.
fn is_highlighted(html: &str, code: &str) -> bool {
    let mut text = String::with_capacity(code.len() + code.len() / 8);
    escape(code, &mut text);
    // Escaped code holds no `<`, so that all of them begin tags.
    let mut pieces = html.split('<');
    let Some(mut rest) = text.strip_prefix(pieces.next().unwrap_or_default()) else { return false };
    let mut is_open = false;
    for piece in pieces {
        let inside = if is_open { piece.strip_prefix("/span>") } else { after_open_tag(piece) };
        is_open = !is_open;
        let Some(inside) = inside.filter(|inside| !(is_open && inside.contains('\n'))) else { return false };
        match rest.strip_prefix(inside) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    rest.is_empty() && !is_open
}

/// What follows `<span class="…">`, of which the `<` is cut off.
fn after_open_tag(piece: &str) -> Option<&str> {
    let class = piece.strip_prefix("span class=\"")?;
    class.strip_prefix(|c: char| c.is_ascii_lowercase())?.strip_prefix("\">")
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

    /// A stored block as anybody can forge it: whole, of this program, under the right key.
    fn forged(language: &str, code: &str, html: &str) -> HighlightCache {
        let mut bytes = highlighter_digest().to_vec();
        bytes.extend_from_slice(&key(language, code));
        bytes.extend_from_slice(&(html.len() as u64).to_le_bytes());
        bytes.extend_from_slice(html.as_bytes());
        let digest = *blake3::hash(&bytes).as_bytes();
        bytes.extend_from_slice(&digest);
        HighlightCache::from_bytes(bytes)
    }

    #[test]
    fn what_is_not_the_code_with_its_tokens_marked_is_made_anew() {
        let code = "let x = \"<b>\"; // نعم & لا\nx\n";
        let (html, _) = HighlightCache::default().html(code, &fence("rust"));
        assert_eq!(forged("rust", code, &html).highlighted_for(code, &html), 0, "what this program has stored is used");
        let with = |from: &str, to: &str| {
            assert!(html.contains(from), "{from} in {html}");
            html.replacen(from, to, 1)
        };
        for forgery in [
            html.clone() + "<script>alert(1)</script>",
            format!("<script>alert(1)</script>{html}"),
            with("class=\"k\"", "class=\"k\" onclick=\"alert(1)\""),
            with("class=\"k\"", "class=\"k l\""),
            with("class=\"k\"", "class=\"\""),
            with("class=\"k\"", "style=\"k\""),
            with("<span class=\"k\">", "<SPAN CLASS=\"k\">"),
            with("<span class=\"k\">", "<span class=\"k\"><span class=\"k\">"),
            with("</span>", ""),
            with("</span>", "</span></span>"),
            with("</span>\n", "\n</span>"),
            with("</span>", "</code>"),
            with("&lt;", "<"),
            with("&lt;", "&#60;"),
            with("&amp;", "&"),
            with("نعم", "كلا"),
            with("\nx", ""),
            html.clone() + "<",
            html.clone() + "<!--",
            "<".to_owned(),
            String::new(),
        ] {
            assert_eq!(forged("rust", code, &forgery).highlighted_for(code, &html), 1, "{forgery}");
        }
    }

    #[test]
    fn a_forgery_is_not_stored_again() {
        let cache = forged("rust", "x", "<script>");
        cache.html("x", &fence("rust"));
        for coverage in [Coverage::Complete, Coverage::Partial] {
            let stored = cache.to_bytes(coverage).expect("something new");
            assert!(!stored.windows(8).any(|bytes| bytes == b"<script>"));
            let next = HighlightCache::from_bytes(stored);
            next.html("x", &fence("rust"));
            assert_eq!(next.highlighted(), 0);
        }
    }

    impl HighlightCache {
        /// How many blocks are highlighted for a piece of Rust that comes out as `html`.
        fn highlighted_for(&self, code: &str, html: &str) -> usize {
            assert_eq!(self.html(code, &fence("rust")), (html.to_owned(), true));
            self.highlighted()
        }
    }
}
