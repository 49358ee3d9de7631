//! Tells whether a whole block of text, such as a paragraph or a title, is written in the other direction than the page.

use super::direction::Direction;
use super::segments::{SegmentKind, kind};
use crate::text::scan::is_letter;

/// The words of a block by direction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordCount {
    /// Whether the first word is of the other direction, once there is one.
    first_is_other: Option<bool>,
    last_is_other: bool,
    own: usize,
    other: usize,
    other_letters: String,
    has_code: bool,
}

impl WordCount {
    /// How many letters of the other direction make more than a sign or, in Latin letters, an abbreviation. Beside code
    /// two are a word: `Home` and `End`.
    fn min_letters(&self, page: Direction) -> usize {
        match page {
            Direction::Rtl if !self.has_code => 4,
            _ => 2,
        }
    }

    /// Tells that code stands among the words.
    pub fn add_code(&mut self) {
        self.has_code = true;
    }

    /// How many words of the other direction stand for one of its own before right-to-left text is taken to be written
    /// from left to right: names in Latin letters are common in it.
    const LATIN_FOR_ONE: usize = 4;

    /// Counts the words of a text that is part of a page in a direction.
    pub fn add(&mut self, text: &str, page: Direction) {
        for word in text.split_whitespace() {
            let (mut own, mut other) = (false, false);
            for c in word.chars().filter(|c| is_letter(*c)) {
                let is_other = match kind(c, page) {
                    SegmentKind::Own => false,
                    SegmentKind::Other => true,
                    _ => continue,
                };
                own |= !is_other;
                other |= is_other;
                self.first_is_other.get_or_insert(is_other);
                self.last_is_other = is_other;
                if is_other {
                    self.other_letters.push(c);
                }
            }
            self.own += usize::from(own);
            self.other += usize::from(other);
        }
    }

    /// Whether the block has a word.
    pub fn has_words(&self) -> bool {
        self.first_is_other.is_some()
    }

    /// The letters of the other direction.
    pub fn other_letters(&self) -> &str {
        &self.other_letters
    }

    /// Whether the block is wholly or mostly in the other direction than the page. A sentence of the page's language that
    /// begins or ends with a long title is not.
    pub fn is_other(&self, page: Direction) -> bool {
        let mostly = match page {
            Direction::Rtl => self.last_is_other && self.other >= Self::LATIN_FOR_ONE * self.own,
            Direction::Ltr => self.other > self.own,
        };
        self.first_is_other == Some(true)
            && mostly
            && self.other_letters.chars().nth(self.min_letters(page) - 1).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_not_turned_by_the_titles_in_them() {
        for (text, page, is_other) in [
            ("Not translated yet (see below), \"sorry\".", Direction::Rtl, true),
            ("The Arabic word كتاب means book.", Direction::Rtl, true),
            ("OpenAI", Direction::Rtl, true),
            ("C++ 2026", Direction::Rtl, false),
            ("2026-05-01", Direction::Rtl, false),
            ("ورقة LLaMA 2: Open Foundation and Fine-Tuned Chat Models", Direction::Rtl, false),
            ("LLaMA 2: Open Foundation and Fine-Tuned Chat Models مهمة", Direction::Rtl, false),
            ("Python لغة", Direction::Rtl, false),
            ("كتاب 1984 مشهور، كتبه Orwell.", Direction::Ltr, true),
            ("The book كتاب مشهور جدًا هنا", Direction::Ltr, false),
            ("موازنة is a genre of poetry", Direction::Ltr, false),
            ("نعم.", Direction::Ltr, true),
            ("API", Direction::Rtl, false),
            ("שלום עולם", Direction::Ltr, true),
            ("", Direction::Ltr, false),
        ] {
            let mut count = WordCount::default();
            count.add(text, page);
            assert_eq!(count.is_other(page), is_other, "{text}");
        }
        for (text, is_other) in [("or", true), ("API", true), ("x", false), ("API هنا", false)] {
            let mut count = WordCount::default();
            count.add(text, Direction::Rtl);
            count.add_code();
            assert_eq!(count.is_other(Direction::Rtl), is_other, "{text} beside code");
        }
    }
}
