//! A line of an article's HTML as a reader sees it: the words without the tags among them, and the way back from a place
//! in the words to a place in the HTML that is not inside a tag, with whole elements on both sides.

use std::ops::Range;

use crate::locale::OBJECT;

/// A stretch of words that is the same in the HTML, or one character that is written otherwise there.
struct LinePiece {
    at: usize,
    html: Range<usize>,
    is_verbatim: bool,
}

/// A tag among the words.
struct InlineTag {
    html: Range<usize>,
    /// Where it stands in the words.
    at: usize,
    /// The tag at the other end of its element, as an index.
    partner: Option<usize>,
}

/// The words of a line and the tags among them.
#[derive(Default)]
pub struct Line {
    /// The words.
    pub text: String,
    pieces: Vec<LinePiece>,
    tags: Vec<InlineTag>,
    /// The elements that are open, by name.
    open: Vec<(usize, Range<usize>)>,
    /// Where in the words code and other things stand that go from left to right.
    code: Vec<usize>,
}

/// Signs that join two pieces of code, as in `Ctrl`+`C`; those of the second list only without blanks.
const JOINS: &str = "+-−–—/\\*=<>≤≥≠×÷→←⇒|&^%~";
const CLOSE_JOINS: &str = ".:@_";
/// Signs that go on directly behind code: `f`(), `--limit`=5.
const GOES_ON: &[char] = &['(', '[', '{', '=', '+', '*', '<', '>', '/', '-', '@', '.', ':', '#', '_', '$', '%'];

impl Line {
    /// Adds words that stand in the HTML at a place.
    pub fn push_words(&mut self, html: &str, at: Range<usize>) {
        let mut done = at.start;
        while let Some(found) = html[done..at.end].find('&') {
            let start = done + found;
            self.push_piece(&html[done..start], done..start);
            let (c, length) = entity(&html[start..at.end]);
            self.pieces.push(LinePiece { at: self.text.len(), html: start..start + length, is_verbatim: false });
            self.text.push(c);
            done = start + length;
        }
        self.push_piece(&html[done..at.end], done..at.end);
    }

    fn push_piece(&mut self, words: &str, html: Range<usize>) {
        if !words.is_empty() {
            self.pieces.push(LinePiece { at: self.text.len(), html, is_verbatim: true });
            self.text.push_str(words);
        }
    }

    /// Adds something that is no word.
    pub fn push_object(&mut self, html: Range<usize>) {
        self.pieces.push(LinePiece { at: self.text.len(), html, is_verbatim: false });
        self.text.push(OBJECT);
    }

    /// Adds code, or something else that goes from left to right wherever it stands.
    pub fn push_code(&mut self, html: Range<usize>) {
        self.code.push(self.text.len());
        self.push_object(html);
    }

    /// Whether there is code.
    pub fn has_code(&self) -> bool {
        !self.code.is_empty()
    }

    /// Code with what it must not be parted from in a right-to-left line: other code that signs join to it, what goes on
    /// directly behind it, and the `phrases` of left-to-right words that are beside it.
    pub fn joined_code(&self, phrases: &[Range<usize>]) -> Vec<Range<usize>> {
        let code = self.code.iter().map(|at| {
            let end = at + OBJECT.len_utf8();
            CodeRun { range: *at..end + tail_of_code(&self.text[end..]), has_code: true, ends_in_code: true }
        });
        let words =
            phrases.iter().map(|phrase| CodeRun { range: phrase.clone(), has_code: false, ends_in_code: false });
        let mut all: Vec<CodeRun> = code.chain(words).collect();
        all.sort_by_key(|run| run.range.start);
        let mut runs: Vec<CodeRun> = Vec::new();
        for next in all {
            match runs.last_mut().filter(|run| run.is_beside(&next, &self.text)) {
                Some(run) => run.take_in(next),
                None => runs.push(next),
            }
        }
        let is_joined = |run: &CodeRun| run.has_code && run.range.len() > OBJECT.len_utf8();
        runs.into_iter().filter(is_joined).map(|run| run.range).collect()
    }

    /// Adds the tag that begins an element; `name` is where its name stands.
    pub fn push_open(&mut self, html: Range<usize>, name: Range<usize>) {
        self.open.push((self.tags.len(), name));
        self.tags.push(InlineTag { html, at: self.text.len(), partner: None });
    }

    /// Adds the tag that ends one.
    pub fn push_close(&mut self, source: &str, html: Range<usize>, name: Range<usize>) {
        let last = self.open.last().filter(|(_, open)| source[open.clone()].eq_ignore_ascii_case(&source[name]));
        let partner = last.map(|(tag, _)| *tag);
        if let Some(partner) = partner {
            self.open.pop();
            self.tags[partner].partner = Some(self.tags.len());
        }
        self.tags.push(InlineTag { html, at: self.text.len(), partner });
    }

    /// The words of each element that begins and ends in the line.
    pub fn elements(&self) -> impl Iterator<Item = Range<usize>> {
        let ends = self.tags.iter().enumerate().filter_map(|(n, tag)| {
            let partner = tag.partner.filter(|partner| *partner > n)?;
            Some(tag.at..self.tags[partner].at)
        });
        ends.filter(|words| !words.is_empty())
    }

    /// The place in the HTML of a range of words, with whole elements in it and around it; nothing where elements begin
    /// before the range and end inside it, or begin in it and end after it.
    pub fn whole(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let mut html = self.place(range);
        let mut first = self.tags.partition_point(|tag| tag.html.start < html.start);
        let mut last = self.tags.partition_point(|tag| tag.html.start < html.end);
        let mut unchecked: Vec<_> = std::iter::once(first..last).collect();
        while let Some(tags) = unchecked.pop() {
            for tag in tags {
                let partner = self.tags[tag].partner?;
                let other = &self.tags[partner];
                if partner < first {
                    (other.at == range.start).then_some(())?;
                    unchecked.push(partner..first);
                    (first, html.start) = (partner, other.html.start);
                } else if partner >= last {
                    (other.at == range.end).then_some(())?;
                    unchecked.push(last..partner + 1);
                    (last, html.end) = (partner + 1, other.html.end);
                }
            }
        }
        Some(html)
    }

    /// The place in the HTML of a range of words, close around them.
    pub fn place(&self, range: &Range<usize>) -> Range<usize> {
        let piece = |at: usize| &self.pieces[self.pieces.partition_point(|piece| piece.at <= at).saturating_sub(1)];
        let first = piece(range.start);
        let last = piece(range.end.saturating_sub(1));
        let start = if first.is_verbatim { first.html.start + (range.start - first.at) } else { first.html.start };
        let end = if last.is_verbatim { last.html.start + (range.end - last.at) } else { last.html.end };
        start..end
    }
}

/// Code, words, or some of both that belong together.
struct CodeRun {
    range: Range<usize>,
    has_code: bool,
    ends_in_code: bool,
}

impl CodeRun {
    /// Whether the next code, or the next words, belong to this run of a text.
    fn is_beside(&self, next: &Self, text: &str) -> bool {
        // A phrase may have code in it.
        let Some(between) = text.get(self.range.end..next.range.start) else { return true };
        match (self.ends_in_code, next.ends_in_code) {
            (true, true) => joins(between),
            (false, false) => false,
            _ => between.trim().is_empty(),
        }
    }

    fn take_in(&mut self, next: Self) {
        if next.range.end > self.range.end {
            (self.range.end, self.ends_in_code) = (next.range.end, next.ends_in_code);
        }
        self.has_code |= next.has_code;
    }
}

/// Whether what stands between two pieces of code joins them.
fn joins(between: &str) -> bool {
    let signs = between.trim();
    let is_close = signs.len() == between.len();
    let is_sign = |c: char| JOINS.contains(c) || is_close && CLOSE_JOINS.contains(c);
    between.is_empty() || !signs.is_empty() && signs.chars().count() <= 3 && signs.chars().all(is_sign)
}

/// How much of what follows code directly belongs to it.
fn tail_of_code(text: &str) -> usize {
    if !text.starts_with(GOES_ON) && !text.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return 0;
    }
    let run = &text[..text.find(|c: char| !c.is_ascii() || c.is_whitespace()).unwrap_or(text.len())];
    let is_joined = text[run.len()..].starts_with(char::is_alphanumeric);
    let run = run.trim_end_matches(|c: char| ".,;:!?\"'-/".contains(c) || is_joined && !")]}".contains(c));
    let count = |signs: [char; 3]| run.matches(signs).count();
    if count(['(', '[', '{']) == count([')', ']', '}']) { run.len() } else { 0 }
}

/// The character that stands at the beginning of a text, and how long it is there: `&amp;` is one character.
fn entity(text: &str) -> (char, usize) {
    let Some(end) = text.bytes().take(12).position(|b| b == b';') else { return ('&', 1) };
    let name = &text[1..end];
    let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => number.parse().ok(),
    });
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "nbsp" => '\u{a0}',
        _ => number.and_then(char::from_u32).unwrap_or(OBJECT),
    };
    (c, end + 1)
}
