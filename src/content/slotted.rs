//! Text with slots: what depends on other pages is left open at numbered places beside the text, not by marks in it, so
//! that nothing an author writes can be taken for a slot.

use serde::{Deserialize, Serialize};

use super::slot::Slot;

/// A text that grows at its end, and the slots in it with the offsets at which they stand, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slotted {
    text: String,
    slots: Vec<(usize, Slot)>,
}

/// Something to put into a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insertion {
    /// Before which byte of the text.
    pub at: usize,
    /// What.
    pub text: String,
    /// It ends something, and so stands before slots and other insertions at its place.
    pub ends: bool,
}

impl Slotted {
    /// Adds text.
    pub fn push_str(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds what `write` adds to the text that is there.
    pub fn write(&mut self, write: impl FnOnce(&mut String)) {
        write(&mut self.text);
    }

    /// Adds a slot.
    pub fn push_slot(&mut self, slot: Slot) {
        self.slots.push((self.text.len(), slot));
    }

    /// Adds another text with its slots.
    pub fn append(&mut self, other: &Self) {
        let from = self.text.len();
        self.text.push_str(&other.text);
        self.slots.extend(other.slots.iter().map(|(at, slot)| (from + at, slot.clone())));
    }

    /// Adds words, every run of white space in them a single blank, and none at the beginning of the text.
    pub fn push_words(&mut self, words: &str) {
        for (n, word) in words.split(char::is_whitespace).enumerate() {
            if n > 0 {
                self.blank();
            }
            self.text.push_str(word);
        }
    }

    /// Parts what follows from what is there by a blank.
    pub fn blank(&mut self) {
        let after_slot = self.slots.last().is_some_and(|(at, _)| *at == self.text.len());
        if after_slot || !(self.text.is_empty() || self.text.ends_with(' ')) {
            self.text.push(' ');
        }
    }

    /// Puts insertions, which are in order, into the text. At the place of a slot those that end something stand before
    /// it, all others behind it.
    pub fn insert(&mut self, insertions: &[Insertion]) {
        let more: usize = insertions.iter().map(|insertion| insertion.text.len()).sum();
        if more == 0 {
            return;
        }
        let mut text = String::with_capacity(self.text.len() + more);
        let mut slots = self.slots.iter_mut().peekable();
        let (mut done, mut grown) = (0, 0);
        for Insertion { at, text: inserted, ends } in insertions {
            while let Some(slot) = slots.next_if(|slot| slot.0 < *at || slot.0 == *at && !ends) {
                slot.0 += grown;
            }
            text.push_str(self.text.get(done..*at).unwrap_or_default());
            text.push_str(inserted);
            done = *at;
            grown += inserted.len();
        }
        slots.for_each(|slot| slot.0 += grown);
        text.push_str(self.text.get(done..).unwrap_or_default());
        self.text = text;
    }

    /// Where the slots stand, in bytes of the text.
    pub fn offsets(&self) -> impl Iterator<Item = usize> {
        self.slots.iter().map(|(at, _)| *at)
    }

    /// The text alone.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The same without white space around it; slots at its ends stay.
    pub fn trimmed(&self) -> Self {
        let first = self.slots.first().map_or(self.text.len(), |(at, _)| *at);
        let last = self.slots.last().map_or(0, |(at, _)| *at);
        let start = (self.text.len() - self.text.trim_start().len()).min(first);
        let end = self.text.trim_end().len().max(last).max(start);
        let text = self.text[start..end].to_owned();
        Self { text, slots: self.slots.iter().map(|(at, slot)| (at - start, slot.clone())).collect() }
    }

    /// Copies the text to `out`, with what `fill` writes in the place of each slot.
    pub fn fill(&self, out: &mut String, mut fill: impl FnMut(&Slot, &mut String)) {
        let mut done = 0;
        for (at, slot) in &self.slots {
            out.push_str(self.text.get(done..*at).unwrap_or_default());
            fill(slot, out);
            done = *at;
        }
        out.push_str(self.text.get(done..).unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &Slotted) -> String {
        let mut out = String::new();
        text.fill(&mut out, |_, out| out.push('@'));
        out
    }

    #[test]
    fn slots_stand_where_they_were_put() {
        let mut inner = Slotted::default();
        inner.push_str(" \u{e000}0\u{e001} ");
        inner.push_slot(Slot::Image(0));
        inner.push_str("b ");
        let mut text = Slotted::default();
        text.push_str("a");
        text.append(&inner);
        text.push_slot(Slot::Image(1));
        assert_eq!(filled(&text), "a \u{e000}0\u{e001} @b @");
        assert_eq!(filled(&inner.trimmed()), "\u{e000}0\u{e001} @b");
        assert_eq!(filled(&text.trimmed()), filled(&text));
        assert_eq!(Slotted::default().trimmed(), Slotted::default());
    }

    #[test]
    fn ends_stand_before_slots_and_beginnings_behind_them() {
        let mut text = Slotted::default();
        text.push_slot(Slot::Image(0));
        text.push_str("ab");
        text.push_slot(Slot::Image(1));
        text.push_slot(Slot::Image(2));
        text.push_str("c");
        text.push_slot(Slot::Image(3));
        text.insert(&[]);
        assert_eq!(filled(&text), "@ab@@c@");
        let insertion = |at, text: &str, ends| Insertion { at, text: text.to_owned(), ends };
        text.insert(&[
            insertion(0, "(", false),
            insertion(1, "-", false),
            insertion(2, ")", true),
            insertion(2, "[", false),
            insertion(3, "]", true),
        ]);
        assert_eq!(filled(&text), "@(a-b)@@[c]@");
    }

    #[test]
    fn words_have_single_blanks() {
        let mut text = Slotted::default();
        text.blank();
        text.push_slot(Slot::LinkTitle(0));
        text.push_words(" is\u{a0}\n a ");
        text.blank();
        text.push_words(" word\u{3000}");
        assert_eq!(filled(&text), "@ is a word ");
    }
}
