//! Parts of the index in memory, for a process that builds a site again and again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use super::model::PartId;
use super::segment::SegmentPages;
use super::store::IndexStore;
use super::term_lists::TermLists;

/// Parts of the index in memory, as they are.
#[derive(Debug, Default)]
pub struct MemoryIndexStore(Mutex<StoredParts>);

#[derive(Debug, Default)]
struct StoredParts {
    /// How many parts were ever stored: each is a new one.
    count: u64,
    pages: BTreeMap<PartId, Arc<SegmentPages>>,
    term_lists: BTreeMap<PartId, Arc<TermLists>>,
}

impl StoredParts {
    fn next_id(&mut self) -> PartId {
        self.count += 1;
        let mut id = PartId::default();
        id.0[..8].copy_from_slice(&self.count.to_be_bytes());
        id
    }
}

impl MemoryIndexStore {
    /// Drops all other parts: give it those of the [last index](super::LanguageIndex::parts) once that is made.
    pub fn retain(&self, ids: &BTreeSet<PartId>) {
        if let Ok(mut parts) = self.0.lock() {
            parts.pages.retain(|id, _| ids.contains(id));
            parts.term_lists.retain(|id, _| ids.contains(id));
        }
    }

    /// How many parts there are.
    pub fn len(&self) -> usize {
        self.0.lock().map_or(0, |parts| parts.pages.len() + parts.term_lists.len())
    }

    /// Whether there is no part.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl IndexStore for MemoryIndexStore {
    fn segment_pages(&self, id: &PartId) -> Option<Arc<SegmentPages>> {
        self.0.lock().ok()?.pages.get(id).cloned()
    }

    fn put_segment_pages(&self, pages: Arc<SegmentPages>) -> PartId {
        let Ok(mut parts) = self.0.lock() else { return PartId::default() };
        let id = parts.next_id();
        parts.pages.insert(id, pages);
        id
    }

    fn term_lists(&self, id: &PartId) -> Option<Arc<TermLists>> {
        self.0.lock().ok()?.term_lists.get(id).cloned()
    }

    fn put_term_lists(&self, lists: Arc<TermLists>) -> PartId {
        let Ok(mut parts) = self.0.lock() else { return PartId::default() };
        let id = parts.next_id();
        parts.term_lists.insert(id, lists);
        id
    }
}

#[cfg(test)]
mod tests {
    use super::super::{
        EntrySection, IndexBuilder, IndexLanguage, IndexUpdate, LanguageIndex, ReaderEntry, SearchEntry, SearchIndex,
    };
    use super::*;
    use crate::locale::{Digits, Direction, Isolator, Locale};

    /// Paths and bytes of the files of an index.
    type Emitted = BTreeMap<String, Vec<u8>>;

    fn languages(locales: &[(Locale, Isolator)]) -> Vec<IndexLanguage<'_>> {
        let mut languages = Vec::new();
        for (locale, isolator) in locales {
            let (messages, suggestions) = (BTreeMap::new(), Vec::new());
            languages.push(IndexLanguage { locale, isolator, name: "a language", messages, suggestions });
        }
        languages
    }

    fn locales() -> Vec<(Locale, Isolator)> {
        let locale = |tag| Locale::new(tag, Digits::Latin).unwrap();
        vec![
            (locale("ar"), Isolator::new(Direction::Rtl, &["ar", "en"])),
            (locale("en"), Isolator::new(Direction::Ltr, &["ar", "en"])),
        ]
    }

    fn entry(number: usize, texts: [&str; 2]) -> SearchEntry {
        let section = |text: &str| EntrySection { id: "one".to_owned(), text: text.to_owned(), ..Default::default() };
        let reader = |language| ReaderEntry {
            url: format!("/{language}/{number}/"),
            title: format!("page {number}"),
            language,
            ..ReaderEntry::default()
        };
        SearchEntry { texts: texts.map(|text| vec![section(text)]).into(), readers: [0, 1].map(reader).into() }
    }

    /// Runs the builder over some pages of the site; gives what became of the index, and what was emitted.
    fn run(
        site: &[SearchEntry],
        pages: &[usize],
        previous: Option<&SearchIndex>,
        store: &MemoryIndexStore,
    ) -> (IndexUpdate, Emitted) {
        let locales = locales();
        let languages = languages(&locales);
        let emitted = Mutex::new(Emitted::new());
        let emit = |path, bytes| {
            emitted.lock().unwrap().insert(path, bytes);
        };
        let builder = IndexBuilder::new(&languages, site.len(), previous, store, &emit);
        let analysed = pages.iter().map(|page| (*page, builder.analyse(&site[*page])));
        let segments = IndexBuilder::by_segment(analysed);
        let segments = segments.into_iter().map(|(number, pages)| builder.segment(number, pages)).collect();
        let update = builder.finish(segments).unwrap();
        (update, emitted.into_inner().unwrap())
    }

    fn anew(site: &[SearchEntry], store: &MemoryIndexStore) -> (SearchIndex, Emitted) {
        let all: Vec<usize> = (0..site.len()).collect();
        let (update, files) = run(site, &all, None, store);
        let IndexUpdate::Rebuilt { index, unchanged_files } = update else { panic!("{update:?}") };
        assert_eq!(unchanged_files, [""; 0]);
        (index, files)
    }

    #[test]
    fn an_index_that_is_updated_equals_one_that_is_made_anew() {
        let mut site: Vec<SearchEntry> = (0..150).map(|n| entry(n, ["وكيل في الشبكة", "an agent"])).collect();
        let store = MemoryIndexStore::default();
        let (mut index, mut files) = anew(&site, &store);
        for (page, texts) in [
            (70, ["وكيل في الشبكة", "an agent of Nvidia"]),
            (0, ["الوكيل يعرف", "agents"]),
            (149, ["", "zebra zebra"]),
            (70, ["وكيل في الشبكة", "an agent"]),
            (0, ["وكيل في الشبكة", "an agent"]),
        ] {
            site[page] = entry(page, texts);
            let (update, emitted) = run(&site, &[page], Some(&index), &store);
            let IndexUpdate::Rebuilt { index: updated, unchanged_files } = update else { panic!("{update:?}") };
            let unchanged = unchanged_files.into_iter().map(|path| (path.clone(), files[&path].clone()));
            files = unchanged.chain(emitted).collect();
            index = updated;
            store.retain(&index.iter().flat_map(LanguageIndex::parts).copied().collect());
            assert_eq!(files, anew(&site, &MemoryIndexStore::default()).1, "{texts:?}");
            assert_eq!(store.len(), 2 * 2 * 3, "pages and term lists of three segments in two languages");
        }
    }

    #[test]
    fn pages_that_are_as_they_were_change_nothing() {
        let site: Vec<SearchEntry> = (0..70).map(|n| entry(n, ["نص", "text"])).collect();
        let store = MemoryIndexStore::default();
        let (index, _) = anew(&site, &store);
        assert_eq!(run(&site, &[3, 64], Some(&index), &store), (IndexUpdate::Unchanged, Emitted::new()));
    }

    #[test]
    fn what_the_store_has_lost_or_never_had_is_a_cache_miss() {
        let mut site: Vec<SearchEntry> = (0..70).map(|n| entry(n, ["نص", "text"])).collect();
        let store = MemoryIndexStore::default();
        let (index, _) = anew(&site, &store);
        site.extend((70..140).map(|n| entry(n, ["نص", "text"])));
        assert_eq!(run(&site, &[70], Some(&index), &store).0, IndexUpdate::CacheMiss, "a page more in a segment");
        assert_eq!(run(&site, &[139], Some(&index), &store).0, IndexUpdate::CacheMiss, "a segment more");
        site.truncate(69);
        assert_eq!(run(&site, &[3], Some(&index), &store).0, IndexUpdate::CacheMiss, "a page fewer");
        site.push(entry(69, ["نص", "text"]));
        assert_eq!(run(&site, &[3], Some(&index), &store).0, IndexUpdate::Unchanged);
        store.retain(&BTreeSet::new());
        assert!(store.is_empty());
        assert_eq!(run(&site, &[3], Some(&index), &store).0, IndexUpdate::CacheMiss);
    }
}
