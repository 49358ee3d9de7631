//! A text that has been mended in a few places before it is parsed, and the way back: a place in it as a place in the
//! text that the author wrote.

use std::ops::Range;

/// A change of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced, in bytes of the author's text.
    pub range: Range<usize>,
    /// What takes its place.
    pub with: String,
}

/// A text and what was changed in it.
#[derive(Debug, Default)]
pub struct Mended {
    /// The text to parse.
    pub text: String,
    /// For each change, where it ends in the mended text and in the author's, in order.
    ends: Vec<(usize, usize)>,
}

impl Mended {
    /// The text with these changes; one that overlaps an earlier one is left out.
    pub fn new(text: &str, mut edits: Vec<Edit>) -> Self {
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        let mut mended = Self { text: String::with_capacity(text.len()), ends: Vec::new() };
        let mut done = 0;
        for Edit { range, with } in edits {
            let Some(between) = text.get(done..range.start) else { continue };
            mended.text.push_str(between);
            mended.text.push_str(&with);
            mended.ends.push((mended.text.len(), range.end));
            done = range.end;
        }
        mended.text.push_str(text.get(done..).unwrap_or_default());
        mended
    }

    /// A place in the mended text as one in the author's. What stands within a change is at its end.
    pub fn original(&self, at: usize) -> usize {
        let before = self.ends.partition_point(|(mended, _)| *mended <= at);
        let (mended, original) = before.checked_sub(1).map_or((0, 0), |last| self.ends[last]);
        let there = original + (at - mended);
        // Within the next change: no further than to the end of it.
        self.ends.get(before).map_or(there, |(_, end)| there.min(*end))
    }

    /// Whether what ends here in the mended text was changed.
    pub fn is_changed(&self, end: usize) -> bool {
        self.ends.binary_search_by_key(&end, |(mended, _)| *mended).is_ok()
    }

    /// Replaces a range of the mended text by blanks, but for line ends, so that places stay where they are.
    pub fn blank(&mut self, range: Range<usize>) {
        let (start, end) = (self.text.floor_char_boundary(range.start), self.text.ceil_char_boundary(range.end));
        let blanks: String = self.text[start..end].bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }).collect();
        self.text.replace_range(start..end, &blanks);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back() {
        let text = "a = “b”\nc = 1\n";
        let edits =
            text.match_indices(['“', '”']).map(|(at, sign)| Edit { range: at..at + sign.len(), with: "\"".to_owned() });
        let mut mended = Mended::new(text, edits.collect());
        assert_eq!(mended.text, "a = \"b\"\nc = 1\n");
        for name in ["a", "b", "c", "1"] {
            let at = mended.text.find(name).expect("there");
            assert_eq!(text.get(mended.original(at)..).map(|rest| rest.starts_with(name)), Some(true), "{name}");
        }
        assert_eq!(mended.original(mended.text.len()), text.len());
        assert!(mended.is_changed("a = \"b\"".len()) && !mended.is_changed("a = \"b\"\nc = 1".len()));
        mended.blank(0..7);
        assert_eq!(mended.text, "       \nc = 1\n");
    }
}
