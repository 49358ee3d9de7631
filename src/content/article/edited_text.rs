//! A text with small changes made before it is parsed, and the way back: every place in the changed text can be told in the
//! text as its author wrote it, and every piece of it shown as it was written.

use std::borrow::Cow;
use std::ops::{Range, RangeInclusive};

/// A change: what is to stand in the place of a range of the original text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextChange {
    /// The bytes of the original text that are replaced; empty where something is only added.
    pub range: Range<usize>,
    /// What is put there.
    pub with: String,
}

/// A text and the changes that were made in it.
#[derive(Debug)]
pub struct EditedText<'a> {
    original: &'a str,
    text: Cow<'a, str>,
    applied: Vec<Applied>,
    separator: Option<char>,
}

/// A change and where it stands in the edited text.
#[derive(Debug)]
struct Applied {
    edited: Range<usize>,
    original: Range<usize>,
}

/// The characters that may part others.
pub const SEPARATORS: RangeInclusive<char> = '\u{fdd0}'..='\u{fdef}';

/// A character that `text` does not hold, and that is neither white space nor punctuation to Markdown: one of the
/// noncharacters, which no text is meant to hold. Nothing for a text that holds them all.
pub fn free_separator(text: &str) -> Option<char> {
    // Nearly no text holds any of them, and their first byte is rare.
    SEPARATORS.clone().find(|c| !text.contains(*c))
}

impl<'a> EditedText<'a> {
    /// The text with changes, which may come in any order; of those at one place the first comes first. One that begins
    /// inside another is left out. `separator` is a character that changes have added only to part others, and that
    /// nobody is to see.
    pub fn new(original: &'a str, mut changes: Vec<TextChange>, separator: Option<char>) -> Self {
        if changes.is_empty() {
            return Self { original, text: Cow::Borrowed(original), applied: Vec::new(), separator: None };
        }
        changes.sort_by_key(|change| (change.range.start, change.range.end));
        let mut text = String::with_capacity(original.len() + 16 * changes.len());
        let mut applied = Vec::with_capacity(changes.len());
        let mut done = 0;
        for TextChange { range, with } in changes {
            let Some(between) = original.get(done..range.start) else { continue };
            text.push_str(between);
            let start = text.len();
            text.push_str(&with);
            done = range.end;
            applied.push(Applied { edited: start..text.len(), original: range });
        }
        text.push_str(original.get(done..).unwrap_or_default());
        Self { original, text: Cow::Owned(text), applied, separator }
    }

    /// The changed text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Where a place in the changed text is in the original one; for a place in what was put there, where that was put.
    pub fn origin(&self, at: usize) -> usize {
        let n = self.applied.partition_point(|applied| applied.edited.start <= at);
        match n.checked_sub(1).and_then(|n| self.applied.get(n)) {
            Some(last) if at < last.edited.end => last.original.start,
            Some(last) => last.original.end + (at - last.edited.end),
            None => at,
        }
    }

    /// The same for a range, which ends with what stands last in it.
    pub fn origin_range(&self, range: Range<usize>) -> Range<usize> {
        let start = self.origin(range.start);
        if range.is_empty() {
            return start..start;
        }
        let n = self.applied.partition_point(|applied| applied.edited.start < range.end);
        let end = match n.checked_sub(1).and_then(|n| self.applied.get(n)) {
            Some(last) => last.original.end + range.end.saturating_sub(last.edited.end),
            None => range.end,
        };
        start..end.max(start)
    }

    /// A text of the parser's as its author wrote it: of a range of the changed text that was taken as it stands, the same
    /// range of the original; of any other, such as one made of an entity, the text without separators.
    pub fn as_written<'t>(&self, text: Cow<'t, str>, range: &Range<usize>) -> Cow<'t, str> {
        if self.applied.is_empty() {
            return text;
        }
        let is_changed = self.applied.partition_point(|applied| applied.edited.end <= range.start);
        let touched = self.applied.get(is_changed).is_some_and(|applied| applied.edited.start < range.end);
        if touched && self.text.get(range.clone()) == Some(&*text) {
            return Cow::Owned(self.original[self.origin_range(range.clone())].to_owned());
        }
        self.without_separators(text)
    }

    /// A range of the changed text without a separator at its beginning.
    pub fn past_separator(&self, range: Range<usize>) -> Range<usize> {
        let begins = |separator: &char| self.text.get(range.clone()).is_some_and(|text| text.starts_with(*separator));
        let skipped = self.separator.filter(begins).map_or(0, char::len_utf8);
        range.start + skipped..range.end
    }

    /// A text without the characters that were added to part others.
    pub fn without_separators<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        match self.separator {
            Some(separator) if text.contains(separator) => Cow::Owned(text.replace(separator, "")),
            _ => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(range: Range<usize>, with: &str) -> TextChange {
        TextChange { range, with: with.to_owned() }
    }

    #[test]
    fn every_place_is_told_in_the_original() {
        let original = "a::: tip b\nc\n";
        let edited = EditedText::new(
            original,
            vec![change(1..9, "> "), change(11..11, "> "), change(12..12, "\u{fdd0}")],
            Some('\u{fdd0}'),
        );
        assert_eq!(edited.as_str(), "a> b\n> c\u{fdd0}\n");
        assert_eq!(edited.origin(0), 0);
        assert_eq!(edited.origin(1), 1);
        assert_eq!(edited.origin(3), 9);
        assert_eq!(edited.origin(5), 11);
        assert_eq!(edited.origin(7), 11);
        assert_eq!(edited.origin(edited.as_str().len()), original.len());
        assert_eq!(edited.origin_range(7..11), 11..12);
        assert_eq!(edited.as_written("c\u{fdd0}".into(), &(7..11)), "c");
        assert_eq!(edited.without_separators("x\u{fdd0}y".into()), "xy");
    }

    #[test]
    fn a_change_inside_another_is_left_out() {
        let edited = EditedText::new("abcdef", vec![change(2..4, "X"), change(1..3, "Y"), change(5..5, "Z")], None);
        assert_eq!(edited.as_str(), "aYdeZf");
        assert_eq!(EditedText::new("abc", Vec::new(), None).origin_range(1..2), 1..2);
    }

    #[test]
    fn digits_are_shown_as_they_were_written() {
        let edited = EditedText::new("١٢. x", vec![change(0..4, "12")], None);
        assert_eq!(edited.as_str(), "12. x");
        assert_eq!(edited.as_written("12. x".into(), &(0..5)), "١٢. x");
        assert_eq!(edited.as_written("x".into(), &(4..5)), "x");
    }
}
