//! Text that the parser of Markdown gives in several events, as one, and where its parts stand in the source.

use std::ops::Range;

use pulldown_cmark::Event;

use crate::content::article::edited_text::SEPARATORS;

/// Text that comes in several events, one directly behind the other.
pub struct TextRun {
    pub words: String,
    /// Where each piece begins, in the words and in the source.
    pub pieces: Vec<(usize, usize)>,
    /// Where in the words a separator of the source is left out, and how many bytes are up to there, with it.
    gaps: Vec<(usize, usize)>,
}

impl TextRun {
    pub fn new(events: &[(Event<'_>, Range<usize>)], source: &str) -> Self {
        let mut run = Self { words: String::new(), pieces: Vec::new(), gaps: Vec::new() };
        for (event, range) in events {
            run.pieces.push((run.words.len(), range.start));
            if let Event::Text(text) = event {
                if text.len() < range.len() {
                    run.leave_out(text, source.get(range.clone()).unwrap_or_default());
                }
                run.words.push_str(text);
            }
        }
        run
    }

    /// Remembers what a text lacks of its source. One that is made of something else, such as an entity, has no places in it.
    fn leave_out(&mut self, text: &str, source: &str) {
        let mut letters = text.char_indices().peekable();
        let mut gaps = Vec::new();
        let mut left_out = self.gaps.last().map_or(0, |(_, length)| *length);
        for c in source.chars() {
            let at = letters.peek().map_or(text.len(), |(at, _)| *at);
            if letters.next_if(|(_, letter)| *letter == c).is_some() {
                continue;
            }
            if !SEPARATORS.contains(&c) {
                return;
            }
            left_out += c.len_utf8();
            gaps.push((self.words.len() + at, left_out));
        }
        if letters.next().is_none() {
            self.gaps.extend(gaps);
        }
    }

    /// Where a range of the words stands in the source.
    pub fn place(&self, range: &Range<usize>) -> Range<usize> {
        let n = self.pieces.partition_point(|(at, _)| *at <= range.start).saturating_sub(1);
        let (at, start) = self.pieces.get(n).copied().unwrap_or_default();
        // A separator at the beginning of a piece is in none, and one at either end of the range is outside.
        let before_piece = self.left_out(|gap| gap <= at);
        let begin = start + (range.start - at) + self.left_out(|gap| gap <= range.start) - before_piece;
        let end = start + (range.end - at) + self.left_out(|gap| gap < range.end).saturating_sub(before_piece);
        begin..end.max(begin)
    }

    /// How many bytes are left out at the places that come first.
    fn left_out(&self, comes_first: impl Fn(usize) -> bool) -> usize {
        let n = self.gaps.partition_point(|(gap, _)| comes_first(*gap));
        n.checked_sub(1).map_or(0, |last| self.gaps[last].1)
    }

    /// A range of the words in the pieces in which it came.
    pub fn split(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let next = self.pieces.partition_point(|(at, _)| *at <= range.start);
        let inside = self.pieces[next..].iter().map(|(at, _)| *at).take_while(|at| *at < range.end);
        let edges: Vec<_> = std::iter::once(range.start).chain(inside).chain([range.end]).collect();
        edges.windows(2).map(|edge| edge[0]..edge[1]).filter(|piece| !piece.is_empty()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_source() {
        let text = |words: &'static str| Event::Text(words.into());
        let source = "a_\u{fdd0}(b) & c";
        let run = TextRun::new(&[(text("a_(b) "), 0..9), (text("& c"), 9..12)], source);
        for part in ["a", "_", "(b)", "&", "c", "a_(b)"] {
            let at = run.words.find(part).expect(part);
            let place = run.place(&(at..at + part.len()));
            assert_eq!(source[place].replace('\u{fdd0}', ""), part);
        }
        assert_eq!(run.split(0..9), [0..6, 6..9]);
        // An entity has no places in what it was written as.
        let run = TextRun::new(&[(text("&"), 0..5), (text("x"), 5..6)], "&amp;x");
        assert_eq!(run.place(&(1..2)), 5..6);
    }
}
