//! What the browser reads first of an index: which files there are, and what it needs to take apart and to say things.

use std::collections::BTreeMap;

use serde::Serialize;

use super::lists::Merged;
use super::segment::{PAGES, RECORDS, Segment};
use crate::config::LanguageId;
use crate::locale::Direction;
use crate::render::renderer::Renderer;
use crate::search::analysis::{Analyser, TABLES, Tables};

/// The version of the format of all files of an index. `static/assets/search-index.js` reads this one and refuses all
/// others: a browser may have an older script than the site has an index, or the reverse. It changes with the format.
const VERSION: u32 = 1;

/// What the browser reads first.
#[derive(Serialize)]
struct Manifest<'a> {
    /// [`VERSION`].
    version: u32,
    language: &'a str,
    /// How many pages there are.
    pages: usize,
    /// How many pages a segment has, and how many of them a file of records.
    segment: usize,
    size: usize,
    /// Which words are taken apart.
    analyser: Rules,
    tables: &'static Tables,
    /// By kind of file, the digests in their names.
    files: Files<'a>,
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
struct Files<'a> {
    places: Vec<String>,
    terms: Vec<String>,
    /// By segment.
    records: Vec<&'a [String]>,
    texts: Vec<&'a [String]>,
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

/// How many terms are offered before anything is typed.
const SUGGESTIONS: usize = 8;

/// The manifest of a language whose index has so many pages.
pub fn manifest(
    renderer: &Renderer<'_>,
    reader: LanguageId,
    pages: usize,
    segments: &[Segment],
    merged: Merged,
) -> Vec<u8> {
    let locale = &renderer.config.at(reader).locale;
    let Analyser { arabic, english } = Analyser::of(locale);
    let manifest = Manifest {
        version: VERSION,
        language: &locale.tag,
        pages,
        segment: PAGES,
        size: RECORDS,
        analyser: Rules { arabic, english },
        tables: &TABLES,
        files: Files {
            places: merged.places,
            terms: merged.terms,
            records: segments.iter().map(|segment| segment.records.as_slice()).collect(),
            texts: segments.iter().map(|segment| segment.texts.as_slice()).collect(),
        },
        terms_from: merged.terms_from,
        places_from: distances(&merged.places_from),
        words: words(renderer, reader),
        numbers: locale.numbers_tag.clone(),
        suggestions: suggestions(renderer, reader),
        others: renderer.config.language_ids().filter(|other| *other != reader).map(|id| other(renderer, id)).collect(),
    };
    serde_json::to_vec(&manifest).unwrap_or_default()
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
    let messages = &renderer.input.theme.messages[reader.0];
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
