//! The index of the search: for each language one manifest at `assets/search/<language>.json`, which never moves, and
//! beside it the files that it names, by their bytes. Pages know only where the manifest is, so that no change to a
//! text changes another page. What is typed is analysed in the browser, by the same tables as the texts here.

mod found;
mod gather;
mod lists;
mod manifest;
mod numbers;
mod segment;
mod vocabulary;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::config::{Config, LanguageId};
use crate::render::output::Output;
use crate::render::renderer::Renderer;
use crate::search::analysis::Analyser;
use crate::site::PageId;
use crate::text::fingerprint;
use found::{Counted, Places};
pub use gather::{SearchDocument, documents};
use gather::{WITHOUT_FOLDER, without_folder};
use lists::{Lists, Merged, invert, merge};
use manifest::manifest;
pub use segment::{Digest, Parts};
use segment::{PAGES, Pages, Segment, pack, show, unpack};
use vocabulary::Words;

/// Where the files are, below the output folder.
const FOLDER: &str = "assets/search";

/// Whether a path below the output folder is one of the index.
pub fn is_search_file(path: &str) -> bool {
    path.strip_prefix(FOLDER).is_some_and(|rest| rest.starts_with('/'))
}

/// The file of a language by which the others are found.
fn manifest_path(tag: &str) -> String {
    format!("{FOLDER}/{tag}.json")
}

/// Those of all languages.
pub fn manifest_paths(config: &Config) -> impl Iterator<Item = String> {
    config.languages.iter().map(|language| manifest_path(&language.locale.tag))
}

/// The index of all languages, as the next build finds it; by language.
pub type Index = Vec<Language>;

/// The index of a language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Language {
    segments: Vec<Segment>,
    /// The files of the site that are made of all segments.
    files: Vec<String>,
}

impl Language {
    /// The parts of it that are kept.
    pub fn parts(&self) -> impl Iterator<Item = &Digest> {
        self.segments.iter().flat_map(|segment| [&segment.pages, &segment.lists])
    }
}

/// What has become of the index.
#[derive(Debug, Default)]
pub enum Indexed {
    /// It is as it was, and no file has been handed on.
    #[default]
    AsItWas,
    /// It is another; beside the files that have been handed on, these are part of it.
    Anew(Index, Vec<String>),
    /// What had been kept of it is lost: it has to be made of all pages.
    Lost,
}

/// A segment whose pages have been rendered, or need not be.
pub enum State {
    /// It is as it was.
    Stands(Segment),
    /// It is another. Which terms its words are is open while the words of all others are not known.
    Open(Open),
}

/// A segment that has been shown, and what its pages are found by.
pub struct Open {
    /// Its lists are missing still.
    segment: Segment,
    words: Counted<'static>,
    places: Places,
}

impl State {
    fn take_places(&mut self) -> Places {
        match self {
            Self::Stands(_) => Places::default(),
            Self::Open(open) => std::mem::take(&mut open.places),
        }
    }
}

/// What is known of where the terms of a segment stand.
enum Known<'a> {
    Lists(Lists<'a>),
    Open(&'a Open),
}

impl Known<'_> {
    fn words(&self) -> &Counted<'_> {
        match self {
            Self::Lists(lists) => &lists.words,
            Self::Open(open) => &open.words,
        }
    }

    fn lists(&self) -> Option<&Lists<'_>> {
        match self {
            Self::Lists(lists) => Some(lists),
            Self::Open(_) => None,
        }
    }
}

/// Makes the index while pages are rendered.
pub struct Indexing<'a> {
    renderer: &'a Renderer<'a>,
    /// The index as it was; nothing where all pages are rendered.
    known: Option<&'a [Language]>,
    parts: &'a dyn Parts,
    take: &'a (dyn Fn(Output) + Sync),
}

impl<'a> Indexing<'a> {
    /// `take` is handed the files.
    pub fn new(
        renderer: &'a Renderer<'a>,
        known: Option<&'a [Language]>,
        parts: &'a dyn Parts,
        take: &'a (dyn Fn(Output) + Sync),
    ) -> Self {
        Self { renderer, known, parts, take }
    }

    /// How many pages can be found in a language: those with a folder, then the others.
    fn pages(&self) -> usize {
        self.renderer.site.pages.len() + WITHOUT_FOLDER
    }

    /// Pages by the number of the segment that they belong to. Where all are rendered, there may be one without any.
    pub fn by_segment<T>(&self, pages: Vec<(PageId, T)>) -> Vec<(usize, Vec<(PageId, T)>)> {
        let mut segments: BTreeMap<usize, Vec<(PageId, T)>> = BTreeMap::new();
        for page in pages {
            segments.entry(page.0.0 / PAGES).or_default().push(page);
        }
        if self.known.is_none() {
            segments.entry((self.pages() - 1) / PAGES).or_default();
        }
        segments.into_iter().collect()
    }

    /// A segment by language, of what has been found of its pages: of all, or of those that were rendered. Nothing if what
    /// had been kept of the others is lost.
    pub fn segment(&self, number: usize, found: Vec<(PageId, Vec<SearchDocument>)>) -> Option<Vec<State>> {
        let mut by_language: Vec<Vec<(usize, SearchDocument)>> =
            self.renderer.config.language_ids().map(|_| Vec::new()).collect();
        let mut add = |(at, documents): (usize, Vec<SearchDocument>)| {
            by_language.iter_mut().zip(documents).for_each(|(found, document)| found.push((at, document)));
        };
        found.into_iter().map(|(page, documents)| (page.0 % PAGES, documents)).for_each(&mut add);
        // They come last, so that most segments have none of them.
        if self.known.is_none() && self.renderer.site.pages.len() < (number + 1) * PAGES {
            let all = (self.renderer.site.pages.len()..).zip(without_folder(self.renderer));
            let own = all.filter(|(at, _)| at / PAGES == number);
            own.map(|(at, documents)| (at % PAGES, documents)).for_each(&mut add);
        }
        let languages: Vec<_> = self.renderer.config.language_ids().zip(by_language).collect();
        let of_language = |(reader, found): (LanguageId, Vec<(usize, SearchDocument)>)| {
            let (pages, before) = match self.known {
                None => (Pages::of(found.into_iter().map(|(_, document)| document).collect()), None),
                Some(known) => {
                    let segment = known.get(reader.0)?.segments.get(number)?;
                    let bytes = self.parts.get(&segment.pages)?;
                    (unpack(&bytes)?.with(found)?, Some((segment, bytes)))
                }
            };
            let bytes = pack(&pages);
            Some(match before {
                Some((segment, before)) if *before == bytes => State::Stands(segment.clone()),
                _ => State::Open(self.open(reader, number, pages, bytes)),
            })
        };
        languages.into_par_iter().map(of_language).collect()
    }

    /// Writes what the pages of a segment show, and keeps them, packed.
    fn open(&self, reader: LanguageId, number: usize, pages: Pages, packed: Vec<u8>) -> Open {
        let hand = |kind: &str, at: usize, text: String| self.hand(reader, kind, &format!("{number}-{at}"), text);
        let (records, texts) = show(&pages.shown, self.pages(), &hand);
        let segment = Segment { records, texts, pages: self.parts.put(packed), lists: Digest::default() };
        Open { segment, words: pages.words, places: pages.places }
    }

    /// Hands on a file of the index; gives the digest in its name.
    fn hand(&self, reader: LanguageId, kind: &str, number: &str, text: String) -> String {
        let digest = fingerprint(text.as_bytes());
        (self.take)(Output { path: self.path(reader, kind, number, &digest), bytes: text.into_bytes().into() });
        digest
    }

    fn path(&self, reader: LanguageId, kind: &str, number: &str, digest: &str) -> String {
        format!("{FOLDER}/{}-{kind}-{number}.{digest}.json", self.renderer.config.at(reader).locale.tag)
    }

    /// Those of files of a kind, by their digests; `before` stands before their numbers.
    fn paths(&self, reader: LanguageId, kind: &str, before: &str, digests: &[String]) -> Vec<String> {
        let path = |(at, digest): (usize, &String)| self.path(reader, kind, &format!("{before}{at}"), digest);
        digests.iter().enumerate().map(path).collect()
    }

    /// Writes what is made of all segments; `made` has those that were rendered, by number.
    pub fn finish(&self, made: Vec<(usize, Vec<State>)>) -> Indexed {
        let mut by_language: Vec<BTreeMap<usize, State>> =
            self.renderer.config.language_ids().map(|_| BTreeMap::new()).collect();
        for (language, known) in by_language.iter_mut().zip(self.known.into_iter().flatten()) {
            language.extend(known.segments.iter().cloned().map(State::Stands).enumerate());
        }
        for (number, states) in made {
            by_language.iter_mut().zip(states).for_each(|(language, state)| {
                language.insert(number, state);
            });
        }
        let stands = |states: &BTreeMap<usize, State>| states.values().all(|state| matches!(state, State::Stands(_)));
        if by_language.iter().all(stands) {
            return Indexed::AsItWas;
        }
        let languages: Vec<_> = self.renderer.config.language_ids().zip(by_language).collect();
        let of_language = |(reader, states): (LanguageId, BTreeMap<usize, State>)| {
            let known = self.known.and_then(|known| known.get(reader.0)).filter(|_| stands(&states));
            let states: Vec<State> = states.into_values().collect();
            let mut standing = self.standing(reader, &states);
            let language = match known {
                Some(language) => {
                    standing.extend(language.files.iter().cloned());
                    language.clone()
                }
                None => self.language(reader, states)?,
            };
            Some((language, standing))
        };
        let languages = languages.into_par_iter().map(of_language).collect::<Option<Vec<_>>>();
        languages.map_or(Indexed::Lost, |languages| {
            let (index, standing): (Index, Vec<Vec<String>>) = languages.into_iter().unzip();
            Indexed::Anew(index, standing.concat())
        })
    }

    /// The files that show the segments which are as they were.
    fn standing(&self, reader: LanguageId, states: &[State]) -> Vec<String> {
        let mut paths = Vec::new();
        for (number, state) in states.iter().enumerate() {
            let State::Stands(segment) = state else { continue };
            let before = format!("{number}-");
            paths.extend(self.paths(reader, "records", &before, &segment.records));
            paths.extend(self.paths(reader, "texts", &before, &segment.texts));
        }
        paths
    }

    /// The index of a language, whose files are handed on; nothing if what had been kept of it is lost.
    fn language(&self, reader: LanguageId, mut states: Vec<State>) -> Option<Language> {
        // Apart, so that each can be let go when it has been read.
        let places: Vec<Places> = states.iter_mut().map(State::take_places).collect();
        let kept = |state: &State| match state {
            State::Stands(segment) => self.parts.get(&segment.lists),
            State::Open(_) => Some(Arc::default()),
        };
        let kept: Vec<Arc<Vec<u8>>> = states.par_iter().map(kept).collect::<Option<_>>()?;
        let known: Vec<Known<'_>> = (&states, &kept)
            .into_par_iter()
            .map(|(state, bytes)| match state {
                State::Stands(_) => Lists::read(bytes).map(Known::Lists),
                State::Open(open) => Some(Known::Open(open)),
            })
            .collect::<Option<_>>()?;
        let words = Words::new(
            known.iter().flat_map(|known| known.words().words()),
            Analyser::of(&self.renderer.config.at(reader).locale),
        );
        let vocabulary = words.vocabulary();
        // Nothing where the lists are as they were.
        let made: Vec<Option<Vec<u8>>> = (&states, &known, places)
            .into_par_iter()
            .map(|(state, known, places)| match (state, known) {
                (State::Open(open), _) => Some(Some(invert(&vocabulary, &open.words, &places))),
                (_, Known::Lists(lists)) if lists.stand(&vocabulary) => Some(None),
                (State::Stands(segment), _) => {
                    let pages: Pages = unpack(&self.parts.get(&segment.pages)?)?;
                    Some(Some(invert(&vocabulary, &pages.words, &pages.places)))
                }
            })
            .collect::<Option<_>>()?;
        let fresh: Vec<Option<Lists<'_>>> = made.par_iter().map(|made| made.as_deref().and_then(Lists::read)).collect();
        let lists = made.iter().zip(&fresh).zip(&known).map(|((made, fresh), known)| match made {
            Some(_) => fresh.as_ref(),
            None => known.lists(),
        });
        let lists: Vec<&Lists<'_>> = lists.collect::<Option<_>>()?;
        let hand = |kind: &str, number: usize, text: String| self.hand(reader, kind, &number.to_string(), text);
        let merged = merge(&vocabulary, &lists, &hand);
        Some(self.conclude(reader, &states, made, merged))
    }

    /// Keeps the lists that have been made and writes the manifest.
    fn conclude(&self, reader: LanguageId, states: &[State], made: Vec<Option<Vec<u8>>>, merged: Merged) -> Language {
        let segment = |(state, made): (&State, Option<Vec<u8>>)| {
            let (State::Stands(segment) | State::Open(Open { segment, .. })) = state;
            let lists = made.map_or(segment.lists, |bytes| self.parts.put(bytes));
            Segment { lists, ..segment.clone() }
        };
        let segments: Vec<Segment> = states.iter().zip(made).map(segment).collect();
        let mut files = self.paths(reader, "places", "", &merged.places);
        files.extend(self.paths(reader, "terms", "", &merged.terms));
        let bytes = manifest(self.renderer, reader, self.pages(), &segments, merged);
        let path = manifest_path(&self.renderer.config.at(reader).locale.tag);
        files.push(path.clone());
        (self.take)(Output { path, bytes: bytes.into() });
        Language { segments, files }
    }
}
