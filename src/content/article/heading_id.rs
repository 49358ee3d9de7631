//! What a heading can be called in an address.

use std::collections::HashMap;

use icu_normalizer::ComposingNormalizer;

use crate::text::Span;

/// Ids that documents have of their own, besides those of notes, of references to them.
const OWN: &[&str] =
    &["main", "menu", "notes", "gloss", "scale", "points", "children", "related", "backlinks", "used-in"];

/// Whether a document may have this id already: `notes`; `n7`, `r7` and `r7-2`, which are a note and references to it. Charts
/// had `chart-1-title` and `chart-1-desc` once; headings that were called otherwise for that keep their addresses.
pub fn is_taken(id: &str) -> bool {
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let numbers = |text: &str| text.split_once('-').map_or(number(text), |(note, use_)| number(note) && number(use_));
    let chart = |rest: &str| rest.strip_suffix("-title").or(rest.strip_suffix("-desc")).is_some_and(number);
    OWN.contains(&id)
        || id.strip_prefix('n').is_some_and(number)
        || id.strip_prefix('r').is_some_and(numbers)
        || id.strip_prefix("chart-").is_some_and(chart)
}

/// The first character of an id that may not stand in one; nothing if all may and there is one at all.
pub fn wrong_character(id: &str) -> Option<char> {
    let may = |c: char| c.is_alphanumeric() || "-_.:".contains(c) || is_mark(c);
    id.chars().find(|c| !may(*c))
}

/// Combining marks belong to the letters of many scripts: Arabic vowel signs, vowels of Hindi.
fn is_mark(c: char) -> bool {
    use icu_properties::CodePointMapData;
    use icu_properties::props::GeneralCategory;
    let category = CodePointMapData::<GeneralCategory>::new().get(c);
    matches!(category, GeneralCategory::NonspacingMark | GeneralCategory::SpacingMark)
        || matches!(c, '\u{200c}' | '\u{200d}')
}

/// Letters and digits of any script, lower case, joined by hyphens.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "section".to_owned() } else { slug.to_owned() }
}

/// What GitHub calls a heading: its letters, digits, marks, hyphens and underscores in lower case, blanks as hyphens, all
/// else left out.
pub fn github_slug(text: &str) -> String {
    let small = text.trim().chars().flat_map(char::to_lowercase);
    let slug = small.filter_map(|c| match c {
        ' ' => Some('-'),
        c if c.is_alphanumeric() || matches!(c, '-' | '_') || is_mark(c) => Some(c),
        _ => None,
    });
    ComposingNormalizer::new_nfc().normalize(&slug.collect::<String>()).into_owned()
}

/// Whether an id is what `Ids::free` makes of words, or may be.
pub fn is_slug_of(id: &str, words: &str) -> bool {
    let slug = ComposingNormalizer::new_nfc().normalize(&slug(words)).into_owned();
    let rest = id.strip_prefix("section-").filter(|rest| rest.starts_with(&slug)).unwrap_or(id).strip_prefix(&*slug);
    rest.is_some_and(|rest| rest.is_empty() || rest.strip_prefix('-').is_some_and(|n| n.parse::<usize>().is_ok()))
}

/// The ids of an article, each with the place of what it names.
#[derive(Debug, Default)]
pub struct Ids {
    named: HashMap<String, Span>,
    /// By base the number that the next id of that base gets, so that the same heading a thousand times does not count
    /// from 1 a thousand times.
    next: HashMap<String, usize>,
    /// The names that GitHub would give the headings, each with the id, and by name how often it was given.
    github: Vec<(String, String)>,
    github_uses: HashMap<String, usize>,
}

impl Ids {
    /// The place of what has this id.
    pub fn get(&self, id: &str) -> Option<Span> {
        self.named.get(id).copied()
    }

    /// Gives an id away.
    pub fn insert(&mut self, id: String, span: Span) {
        self.named.insert(id, span);
    }

    /// Remembers what GitHub calls a heading of these words: the second of a name has `-1` at its end.
    pub fn name_as_github(&mut self, words: &str, id: &str) {
        let slug = github_slug(words);
        if slug.is_empty() {
            return;
        }
        let uses = self.github_uses.entry(slug.clone()).or_default();
        let name = if *uses == 0 { slug } else { format!("{slug}-{uses}") };
        *uses += 1;
        self.github.push((name, id.to_owned()));
    }

    /// The names that GitHub gives and nothing has as its id, each with the id of its heading.
    pub fn github_names(&mut self) -> Vec<(String, String)> {
        let named = &self.named;
        self.github.drain(..).filter(|(name, _)| !named.contains_key(name)).collect()
    }

    /// An id of words that nothing has yet: their slug, or with a number if it is given away. The second of a slug gets the
    /// number 1, as on GitHub, in mdBook, Docusaurus and VitePress, so that `#setup-2` means one place there and here. A
    /// slug that the page itself uses with every number, as of `R1`, goes on the word `section`.
    pub fn free(&mut self, words: &str) -> String {
        let slug = ComposingNormalizer::new_nfc().normalize(&slug(words)).into_owned();
        let base = if is_taken(&slug) && is_taken(&format!("{slug}-1")) { format!("section-{slug}") } else { slug };
        if !self.named.contains_key(&base) && !is_taken(&base) {
            return base;
        }
        let next = self.next.entry(base.clone()).or_insert(1);
        // Each step passes over an id that is given away, and no id is passed over twice: there are no more steps than ids.
        loop {
            let id = format!("{base}-{next}");
            *next += 1;
            if !self.named.contains_key(&id) {
                return id;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;

    #[test]
    fn ids_of_the_document_are_taken() {
        for id in ["notes", "n1", "r12", "r3-2", "chart-1-title", "chart-12-desc"] {
            assert!(is_taken(id), "{id}");
        }
        for id in ["n", "note", "n1a", "r-und-d", "claim", "مصادر", "r-2", "n1-2", "r1-2-2", "chart-title", "chart-1"]
        {
            assert!(!is_taken(id), "{id}");
        }
    }

    #[test]
    fn every_heading_gets_a_free_id() {
        let mut ids = Ids::default();
        let mut give = |words: &str| {
            let id = ids.free(words);
            assert!(!is_taken(&id) && ids.get(&id).is_none(), "{id}");
            ids.insert(id.clone(), FileId(0).top());
            id
        };
        for (words, id) in [
            ("R1", "section-r1"),
            ("R1", "section-r1-1"),
            ("r1-2", "r1-2-1"),
            ("N1", "n1-1"),
            ("N1", "n1-2"),
            ("Notes", "notes-1"),
            ("R", "r"),
            ("R", "r-1"),
            ("Chart 1 title", "chart-1-title-1"),
            ("A", "a"),
            ("A 2", "a-2"),
            ("A", "a-1"),
            ("A 1", "a-1-1"),
            ("!", "section"),
            ("؟", "section-1"),
        ] {
            assert_eq!(give(words), id);
        }
        for n in 0..20_000 {
            assert_eq!(give("خلاصة"), if n == 0 { "خلاصة".to_owned() } else { format!("خلاصة-{n}") });
        }
    }

    #[test]
    fn names_of_github() {
        for (words, name) in [
            ("It's Node.js", "its-nodejs"),
            ("Step 2 / Run", "step-2--run"),
            ("ما هو؟ قِيمة", "ما-هو-قِيمة"),
            ("a_b-c ", "a_b-c"),
            ("?!", ""),
        ] {
            assert_eq!(github_slug(words), name);
        }
        let mut ids = Ids::default();
        for (words, id) in [("Use it!", "use"), ("Use it", "second"), ("use", "third")] {
            ids.insert(id.to_owned(), FileId(0).top());
            ids.name_as_github(words, id);
        }
        let names = [("use-it", "use"), ("use-it-1", "second")].map(|(name, id)| (name.to_owned(), id.to_owned()));
        assert_eq!(ids.github_names(), names);
    }

    #[test]
    fn ids_hold_letters_digits_and_few_signs() {
        for id in ["a-b_c.d:e", "قِيمة", "हिन्दी", "1x"] {
            assert_eq!(wrong_character(id), None, "{id}");
        }
        for (id, c) in [("a b", ' '), ("x/onload=1", '/'), ("a\"", '"'), ("a'", '\''), ("<", '<'), ("a\u{1}", '\u{1}')]
        {
            assert_eq!(wrong_character(id), Some(c), "{id}");
        }
        for c in "=>&#%\\`\u{a0}\u{2028}\u{202e}\u{e000}".chars() {
            assert_eq!(wrong_character(&c.to_string()), Some(c), "{c:?}");
        }
    }
}
