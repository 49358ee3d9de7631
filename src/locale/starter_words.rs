//! The words that new pages and sites begin with, from `src/starter/files/words/<language>.ftl`. English stands in for a language
//! that has no file there.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::messages::{Messages, SiteNumbers, parse_messages};
use crate::text::{FileId, Source};
use crate::tree::embedded_starter;

/// By tag. They are part of the program, so that what is wrong in them is found by its tests.
static WORDS: LazyLock<BTreeMap<String, Messages>> = LazyLock::new(|| {
    let words = |(name, text): (String, &str)| {
        let tag = name.strip_prefix("words/")?.strip_suffix(".ftl")?.to_owned();
        let parsed = parse_messages(FileId(0), &Source::new(name, text), &mut Vec::new());
        let messages = Messages::layered(&tag, vec![parsed], SiteNumbers { languages: 1, subjects: 0 });
        Some((tag, messages))
    };
    embedded_starter().into_iter().filter_map(words).collect()
});

/// The words of one language. They are put into files as they are, without marks of direction.
#[derive(Clone, Copy)]
pub struct StarterWords(&'static Messages);

impl StarterWords {
    /// The words of a language, and whether they are its own; of a country's language, such as `pt-BR`, those of the
    /// language.
    pub fn of(tag: &str) -> (Option<Self>, bool) {
        let language = tag.split('-').next().unwrap_or(tag);
        match WORDS.get(tag).or_else(|| WORDS.get(language)) {
            Some(own) => (Some(Self(own)), true),
            None => (WORDS.get("en").map(Self), false),
        }
    }

    /// Those of every language that has some.
    pub fn all() -> impl Iterator<Item = Self> {
        WORDS.values().map(Self)
    }

    /// A text; empty if there is none of that name.
    pub fn say(&self, id: &str) -> String {
        self.say_of(id, ("", ""))
    }

    /// A text with another put in by its name.
    pub fn say_of(&self, id: &str, put_in: (&str, &str)) -> String {
        self.0.with(id, &[put_in]).replace(['\u{2068}', '\u{2069}'], "")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_language_says_the_same() {
        let ids = |tag: &str| {
            let name = format!("words/{tag}.ftl");
            let text = embedded_starter().into_iter().find(|(other, _)| *other == name).expect("words").1;
            let mut faults = Vec::new();
            let parsed = parse_messages(FileId(0), &Source::new(name, text), &mut faults);
            assert!(faults.is_empty(), "{tag}: {faults:?}");
            parsed.ids().map(str::to_owned).collect::<BTreeSet<_>>()
        };
        let english = ids("en");
        assert!(english.len() > 50);
        for tag in WORDS.keys() {
            assert_eq!(ids(tag), english, "{tag}");
            let placed = StarterWords(&WORDS[tag]).say_of("home_summary", ("names", "NAMES"));
            assert!(placed.contains("NAMES"), "{tag}: {placed}");
        }
    }

    #[test]
    fn a_language_without_words_begins_with_the_english_ones() {
        let said = |tag: &str| {
            let (words, own) = StarterWords::of(tag);
            (words.expect("words").say("terms_title"), own)
        };
        assert_eq!(said("ar-EG").0, said("ar").0);
        assert_eq!(said("qqq"), (said("en").0, false));
    }
}
