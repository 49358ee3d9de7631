//! What the browser reads first of a language's index: which files there are, how texts are taken apart, and what the
//! interface says.

use std::collections::BTreeMap;

use serde::Serialize;

use super::error::{IndexError, to_json};
use super::language::IndexLanguage;
use super::merge::MergedFiles;
use super::model::IndexSegment;
use crate::locale::Direction;
use crate::search::analysis::{Analyser, Light, TABLES, Tables};
use crate::search::format::{PAGES_PER_SEGMENT, VERSION, distances, pages_per_record_file};

/// What the browser reads first.
#[derive(Serialize)]
struct Manifest<'a> {
    /// [`VERSION`].
    version: u32,
    language: &'a str,
    /// How many pages there are.
    pages: usize,
    /// How many pages a segment has, …
    segment: usize,
    /// … and how many of them a file of records.
    size: usize,
    /// How long each page is, as one digit.
    lengths: String,
    /// Which words are stemmed.
    analyser: AnalyserRules,
    tables: &'static Tables,
    /// By kind of file, the digests in their names.
    files: FileDigests<'a>,
    /// Where files of terms begin: what their skeletons begin with, and the number of the first term.
    terms_from: Vec<(String, usize)>,
    /// Where blocks of places begin, each as the distance from the one before.
    places_from: Vec<usize>,
    /// What the interface says, by message id.
    words: &'a BTreeMap<String, String>,
    /// Numbers as the language writes them: a tag for the browser.
    numbers: &'a str,
    /// Title and address of pages that are offered before anything is typed.
    suggestions: &'a [[String; 2]],
    /// The other languages.
    others: Vec<OtherLanguage<'a>>,
}

#[derive(Serialize)]
struct FileDigests<'a> {
    places: Vec<String>,
    terms: Vec<String>,
    /// By segment.
    records: Vec<&'a [String]>,
    /// By segment.
    texts: Vec<&'a [String]>,
}

#[derive(Serialize)]
struct AnalyserRules {
    arabic: bool,
    english: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    light: Option<&'static Light>,
}

#[derive(Serialize)]
struct OtherLanguage<'a> {
    tag: &'a str,
    name: &'a str,
    dir: Direction,
}

/// The manifest of a language, by its number, whose index has so many pages.
pub fn manifest(
    languages: &[IndexLanguage<'_>],
    number: usize,
    pages: usize,
    segments: &[IndexSegment],
    merged: MergedFiles,
) -> Result<Vec<u8>, IndexError> {
    let IndexLanguage { locale, messages, suggestions, .. } = &languages[number];
    let Analyser { arabic, english, light } = Analyser::of(locale);
    let others = languages.iter().enumerate().filter(|(at, _)| *at != number).map(|(_, other)| OtherLanguage {
        tag: &other.locale.tag,
        name: other.name,
        dir: other.locale.direction,
    });
    let manifest = Manifest {
        version: VERSION,
        language: &locale.tag,
        pages,
        segment: PAGES_PER_SEGMENT,
        size: pages_per_record_file(pages),
        lengths: segments.iter().map(|segment| segment.lengths.as_str()).collect(),
        analyser: AnalyserRules { arabic, english, light },
        tables: &TABLES,
        files: FileDigests {
            places: merged.places,
            terms: merged.terms,
            records: segments.iter().map(|segment| segment.records.as_slice()).collect(),
            texts: segments.iter().map(|segment| segment.texts.as_slice()).collect(),
        },
        terms_from: merged.terms_from,
        places_from: distances(&merged.places_from),
        words: messages,
        numbers: &locale.numbers_tag,
        suggestions,
        others: others.collect(),
    };
    to_json(&manifest).map(String::into_bytes)
}
