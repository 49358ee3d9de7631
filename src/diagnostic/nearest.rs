//! What somebody most likely meant by a name that is not known, and lists of names for messages.

use std::cell::Cell;

use crate::text::is_invisible;

/// As many names are listed one by one.
const MOST_LISTED: usize = 30;

/// How many names may still be compared to find what is meant by names that are not known: where there are thousands of
/// each, comparing each with each would take minutes, and the author has another mistake than in spelling.
#[derive(Debug)]
pub struct Guesses {
    left: Cell<usize>,
}

impl Default for Guesses {
    /// Some tenths of a second.
    fn default() -> Self {
        Self { left: Cell::new(300_000) }
    }
}

impl Guesses {
    /// Takes so many comparisons from what is left; `false` if there are not as many, and nothing is to be guessed.
    pub fn allow(&self, count: usize) -> bool {
        let left = self.left.get().checked_sub(count);
        self.left.set(left.unwrap_or_default());
        left.is_some()
    }
}

/// The candidate that a person most likely meant, if any is near.
///
/// Letters of another case and invisible characters count for nothing.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain =
        |name: &str| -> String { name.chars().filter(|c| !is_invisible(*c)).flat_map(char::to_lowercase).collect() };
    let (written, name) = (name, plain(name));
    let allowed = (name.chars().count() / 3).min(3);
    let swapped = |candidate: &str| name.len() == candidate.len() && name.chars().rev().eq(candidate.chars());
    let is_near = |distance: usize, candidate: &str| {
        // Of two letters, none may be another, but they may have changed places.
        distance <= allowed || distance == 1 && swapped(candidate)
    };
    let length = name.chars().count();
    let near = |candidate: &'a str| {
        let plain = plain(candidate);
        // Names whose lengths differ by more are further from each other.
        let may_be_near = plain.chars().count().abs_diff(length) <= allowed.max(1);
        let distance = may_be_near.then(|| strsim::damerau_levenshtein(&name, &plain))?;
        let is_near = !candidate.is_empty() && is_near(distance, &plain);
        is_near.then(|| (distance, strsim::damerau_levenshtein(written, candidate), candidate))
    };
    candidates.into_iter().filter_map(near).min().map(|(.., candidate)| candidate)
}

/// Whether a name is another one with a slip in it: other capitals, or a letter too many, too few, wrong or out of its place.
pub fn is_slip(name: &str, meant: &str) -> bool {
    strsim::damerau_levenshtein(&name.to_lowercase(), &meant.to_lowercase()) <= 1
}

/// `a`, `b` and `c`, each in backticks, for a message; of many, the first ones and how many there are.
pub fn quoted_list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut names = names.into_iter();
    let quoted: Vec<_> = names.by_ref().take(MOST_LISTED).map(|name| format!("`{name}`")).collect();
    match (quoted.as_slice(), names.count()) {
        ([], _) => "nothing".to_owned(),
        ([one], _) => one.clone(),
        ([init @ .., last], 0) => format!("{} or {last}", init.join(", ")),
        (shown, more) => format!("{} or {more} others", shown.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_near() {
        assert_eq!(nearest("titel", ["title", "summary"]), Some("title"));
        assert_eq!(nearest("sumary", ["title", "summary"]), Some("summary"));
        assert_eq!(nearest("colour", ["title", "summary"]), None);
        assert_eq!(nearest("ab", ["xy"]), None);
        assert_eq!(nearest("ne", ["ar", "en"]), Some("en"));
        assert_eq!(nearest("fr", ["ar", "en"]), None);
        assert_eq!(nearest("freedm", ["Freedom", "freedom"]), Some("freedom"));
        assert_eq!(nearest("\u{200f}Title", ["title", "summary"]), Some("title"));
    }

    #[test]
    fn no_more_is_guessed_than_is_allowed() {
        let guesses = Guesses::default();
        assert!(guesses.allow(200_000) && guesses.allow(100_000) && !guesses.allow(1));
        let guesses = Guesses::default();
        assert!(!guesses.allow(usize::MAX) && !guesses.allow(1));
    }

    #[test]
    fn a_list_has_an_end() {
        assert_eq!(quoted_list(["a", "b", "c"]), "`a`, `b` or `c`");
        assert_eq!(quoted_list([]), "nothing");
        let many: Vec<String> = (0..1_000).map(|n| n.to_string()).collect();
        let list = quoted_list(many.iter().map(String::as_str));
        assert!(list.ends_with("`29` or 970 others"), "{list}");
    }
}
