//! Text that the parser of Markdown gives in several events, as one, and where its parts stand in the source.

use std::ops::Range;

use pulldown_cmark::Event;

/// Text that comes in several events, one directly behind the other.
pub struct TextRun {
    pub words: String,
    /// Where each piece begins, in the words and in the source.
    pub pieces: Vec<(usize, usize)>,
    /// Where in the words something of the source is left out, such as a separator, and how many bytes.
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
        for c in source.chars() {
            let at = letters.peek().map_or(text.len(), |(at, _)| *at);
            if letters.next_if(|(_, letter)| *letter == c).is_some() {
                continue;
            }
            if !is_separator(c) {
                return;
            }
            gaps.push((self.words.len() + at, c.len_utf8()));
        }
        if letters.next().is_none() {
            self.gaps.extend(gaps);
        }
    }

    pub fn place(&self, range: &Range<usize>) -> Range<usize> {
        let n = self.pieces.partition_point(|(at, _)| *at <= range.start).saturating_sub(1);
        let (at, start) = self.pieces.get(n).copied().unwrap_or_default();
        let left_out = |is_before: &dyn Fn(usize) -> bool| -> usize {
            self.gaps.iter().filter(|(gap, _)| *gap > at && is_before(*gap)).map(|(_, length)| length).sum()
        };
        let begin = start + (range.start - at) + left_out(&|gap| gap <= range.start);
        let end = start + (range.end - at) + left_out(&|gap| gap < range.end);
        begin..end.max(begin)
    }

    /// A range of the words in the pieces in which it came.
    pub fn split(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let next = self.pieces.partition_point(|(at, _)| *at <= range.start);
        let inside = self.pieces[next..].iter().map(|(at, _)| *at).take_while(|at| *at < range.end);
        let edges: Vec<_> = std::iter::once(range.start).chain(inside).chain([range.end]).collect();
        edges.windows(2).map(|edge| edge[0]..edge[1]).filter(|piece| !piece.is_empty()).collect()
    }
}

/// Whether a character may have been added to part others (see `edited_text.rs`).
fn is_separator(c: char) -> bool {
    ('\u{fdd0}'..='\u{fdef}').contains(&c)
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
