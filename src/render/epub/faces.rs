//! The faces of a book: those of the site's sheet that its text needs.

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;

use super::container::BookFile;
use crate::render::faces::FontFace;

/// The characters of texts.
pub fn character_set<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeSet<char> {
    let mut characters = BTreeSet::new();
    for text in texts {
        characters.extend(text.chars().filter(|c| !c.is_ascii()));
    }
    characters
}

/// The rules `@font-face` of published sheets for a text of these characters, and of ASCII, with the files that they load;
/// `files` are those of the site by their paths.
pub fn book_faces(
    sheets: &[&str],
    characters: &BTreeSet<char>,
    files: &BTreeMap<String, Bytes>,
) -> (String, Vec<BookFile>) {
    let mut rules = String::new();
    let mut loaded: BTreeMap<String, Bytes> = BTreeMap::new();
    let text: String = characters.iter().chain(&['a']).collect();
    for sheet in sheets {
        for rule in sheet.split("@font-face").skip(1) {
            let rule = rule.split('}').next().unwrap_or_default().trim_start().trim_start_matches('{');
            let url = rule.split_once("url(").and_then(|(_, rest)| rest.split_once(')')).map(|(url, _)| url);
            let Some((url, bytes)) = url.and_then(|url| Some((url, files.get(&format!("assets/{url}"))?))) else {
                continue;
            };
            if !FontFace::of_rule(url, rule).is_for(&text) {
                continue;
            }
            let name = url.rsplit('/').next().unwrap_or(url);
            let declarations = rule.split(';').map(str::trim).filter(|own| {
                // In a book nothing moves that is not there yet.
                !own.is_empty() && !own.starts_with("font-display") && !own.starts_with("src")
            });
            let declarations: Vec<&str> = declarations.collect();
            rules += &format!("@font-face {{ {}; src: url(fonts/{name}); }}\n", declarations.join("; "));
            loaded.insert(format!("fonts/{name}"), bytes.clone());
        }
    }
    (rules, loaded.into_iter().map(|(path, bytes)| BookFile { path, bytes }).collect())
}
