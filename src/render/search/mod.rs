//! The index of the search: for each language one manifest at `assets/search/<language>.json`, which never moves, and
//! beside it the files that it names, by their bytes. Pages know only where the manifest is, so that no change to a
//! text changes another page. What is typed is analysed in the browser, by the same tables as the texts here.

mod encode;
mod gather;
mod page;
mod text;

use std::borrow::Cow;
use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::{Direction, Output, Renderer};
use crate::config::LanguageId;
use crate::locale::analysis::{Analyser, TABLES, Tables};
use crate::site::PageId;
use crate::source::fingerprint;
use encode::{RECORDS, encode};
use gather::gather;
pub use gather::{Document, documents};
pub use page::page;

/// Where the files are, below the output folder.
const FOLDER: &str = "assets/search";

/// What the browser reads first.
#[derive(Serialize)]
struct Manifest<'a> {
    language: &'a str,
    /// How many pages there are.
    pages: usize,
    /// How many pages a file of records has.
    size: usize,
    /// Which words are taken apart.
    analyser: Rules,
    tables: &'static Tables,
    /// By kind of file, the digests in their names.
    files: BTreeMap<&'static str, Vec<String>>,
    /// Where files of terms begin: the letter, and the number of the first term.
    terms_from: Vec<(String, usize)>,
    /// Where blocks of places begin, each from the one before.
    places_from: Vec<usize>,
    /// The words of the interface.
    words: BTreeMap<String, String>,
    /// Numbers as the language writes them: a tag for the browser.
    numbers: String,
    /// Some terms to begin with: those that most pages link to.
    suggestions: Vec<[String; 2]>,
    /// The other languages.
    others: Vec<Other>,
}

#[derive(Serialize)]
struct Rules {
    arabic: bool,
    english: bool,
}

#[derive(Serialize)]
struct Other {
    tag: String,
    name: String,
    dir: Direction,
}

/// The kinds of files that a manifest names.
const KINDS: [&str; 4] = ["places", "records", "terms", "texts"];

/// How many terms are offered before anything is typed.
const SUGGESTIONS: usize = 8;

/// By page and language: what can be found.
pub type Index = Vec<Vec<Document>>;

/// The index with other documents for some pages; nothing if they are as they were.
pub fn updated(mut index: Index, found: Vec<(PageId, Vec<Document>)>) -> Option<Index> {
    let mut changed = false;
    for (page, documents) in found {
        if let Some(known) = index.get_mut(page.0).filter(|known| **known != documents) {
            *known = documents;
            changed = true;
        }
    }
    changed.then_some(index)
}

/// Hands on the files of all languages.
pub fn files(renderer: &Renderer<'_>, by_page: &Index, take: &(dyn Fn(Output) + Sync)) {
    let readers: Vec<LanguageId> = renderer.config.language_ids().collect();
    readers.into_par_iter().for_each(|reader| index(renderer, reader, &gather(renderer, by_page, reader), take));
}

fn index(renderer: &Renderer<'_>, reader: LanguageId, documents: &[Cow<'_, Document>], take: &(dyn Fn(Output) + Sync)) {
    let locale = &renderer.config.at(reader).locale;
    let tag = &locale.tag;
    let Analyser { arabic, english } = locale.analyser;
    let mut names: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let begins = encode(documents, locale.analyser, &mut |kind, text| {
        let digest = fingerprint(text.as_bytes())[..8].to_owned();
        let digests = names.entry(kind).or_default();
        let path = format!("{FOLDER}/{tag}-{kind}-{}.{digest}.json", digests.len());
        take(Output { path, bytes: text.into_bytes().into() });
        digests.push(digest);
    });
    for kind in KINDS {
        names.entry(kind).or_default();
    }
    let manifest = Manifest {
        language: tag,
        pages: documents.len(),
        size: RECORDS,
        analyser: Rules { arabic, english },
        tables: &TABLES,
        files: names,
        terms_from: begins.terms,
        places_from: distances(&begins.places),
        words: words(renderer, reader),
        numbers: locale.numbers_tag.clone(),
        suggestions: suggestions(renderer, reader),
        others: renderer.config.language_ids().filter(|other| *other != reader).map(|id| other(renderer, id)).collect(),
    };
    if let Ok(bytes) = serde_json::to_vec(&manifest) {
        take(Output { path: format!("{FOLDER}/{tag}.json"), bytes: bytes.into() });
    }
}

fn distances(numbers: &[usize]) -> Vec<usize> {
    let before = [0].into_iter().chain(numbers.iter().copied());
    numbers.iter().zip(before).map(|(number, before)| number - before).collect()
}

fn other(renderer: &Renderer<'_>, id: LanguageId) -> Other {
    let language = renderer.config.at(id);
    Other { tag: language.locale.tag.clone(), name: language.name.clone(), dir: language.locale.direction }
}

/// The messages of the interface whose names begin with `search_`; what is said of a count is there once a plural form,
/// with `#` for the number.
fn words(renderer: &Renderer<'_>, reader: LanguageId) -> BTreeMap<String, String> {
    let messages = &renderer.input.messages[reader.0];
    let mut words: BTreeMap<String, String> =
        messages.plain().into_iter().filter(|(id, _)| id.starts_with("search_")).collect();
    for form in ["zero", "one", "two", "few", "many", "other"] {
        let said = messages.with_form("search_count", form, "#");
        words.insert(format!("search_count_{form}"), said);
    }
    words
}

fn suggestions(renderer: &Renderer<'_>, reader: LanguageId) -> Vec<[String; 2]> {
    let mut terms: Vec<_> =
        renderer.site.terms.iter().copied().filter(|term| renderer.site.page(*term).speaks(reader)).collect();
    terms.sort_by_key(|term| (std::cmp::Reverse(renderer.site.page(*term).backlinks.len()), *term));
    terms.truncate(SUGGESTIONS);
    let title = |term| renderer.site.page(term).face(reader).1.title.clone();
    terms.into_iter().map(|term| [title(term), renderer.url(term, reader)]).collect()
}
