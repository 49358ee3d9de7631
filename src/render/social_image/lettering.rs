//! Text as outlines: broken into lines, each in the order that the bidirectional algorithm gives, and its letters joined as
//! their script wants.

use std::ops::Range;

use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathSink};
use harfrust::{Buffer, GlyphId, ShapeOptions, ShaperFont, shape};
use unicode_bidi::{BidiInfo, Level, ParagraphInfo};
use zeno::{Command, Point};

use super::card::CardDirection;
use super::typeface::{TypefaceSet, Weight};

/// How large letters of other scripts are beside those of a right-to-left script, as in the sheet.
const BESIDE_JOINED: f32 = 0.89;

/// A text whose letters all have a face.
pub struct Lettering<'a> {
    faces: &'a TypefaceSet,
    weight: Weight,
    bidi: BidiInfo<'a>,
    /// By byte of the text, where a character begins: the number of its face, or nothing for what is not drawn.
    face: Vec<Option<usize>>,
    beside: f32,
    /// What stands between blanks, measured once for all sizes.
    words: Vec<Word>,
}

/// A line: its outlines at a size of 1, from its left end on the base line, upwards.
#[derive(Clone, Debug, Default)]
pub struct LetterLine {
    pub outlines: Vec<Command>,
    pub width: f32,
}

impl<'a> Lettering<'a> {
    /// `None` where a character of the text has no face.
    pub fn new(faces: &'a TypefaceSet, text: &'a str, direction: CardDirection, weight: Weight) -> Option<Self> {
        let (level, beside) = match direction {
            CardDirection::Ltr => (Level::ltr(), 1.0),
            CardDirection::Rtl => (Level::rtl(), BESIDE_JOINED),
        };
        let mut face = vec![None; text.len()];
        for (at, letter) in text.char_indices().filter(|(_, letter)| !is_mark_of_order(*letter)) {
            face[at] = Some(faces.face_for(letter)?);
        }
        let bidi = BidiInfo::new(text, Some(level));
        let mut lettering = Self { faces, weight, bidi, face, beside, words: Vec::new() };
        lettering.words = lettering.measured();
        Some(lettering)
    }

    /// Whether a character is drawn in one of the faces, or is nothing to be seen.
    pub fn has(faces: &TypefaceSet, letter: char) -> bool {
        is_mark_of_order(letter) || faces.face_for(letter).is_some()
    }

    /// The text in as few lines as its words fill, none wider than `most` at a size of 1, and all about equally wide; a
    /// word that is wider is broken. `None` where more than `lines` would be needed.
    pub fn lines(&self, most: f32, lines: usize) -> Option<Vec<LetterLine>> {
        let words = self.words(most, lines);
        let greedy = fill(&words, most);
        if greedy.len() > lines {
            return None;
        }
        // The narrowest width at which there are no more lines.
        let (mut low, mut high) = (0.0, most);
        for _ in 0..12 {
            let middle = (low + high) / 2.0;
            let fits = words.iter().all(|word| word.width <= middle) && fill(&words, middle).len() <= greedy.len();
            if fits { high = middle } else { low = middle }
        }
        Some(fill(&words, high).into_iter().map(|line| self.line(line)).collect())
    }

    /// As much of the text as so many lines hold.
    pub fn cut_lines(&self, most: f32, lines: usize) -> Vec<LetterLine> {
        fill(&self.words(most, lines), most).into_iter().take(lines).map(|line| self.line(line)).collect()
    }

    /// The whole text in one line.
    pub fn whole(&self) -> LetterLine {
        self.line(0..self.bidi.text.len())
    }

    /// What stands between blanks; a word that no line can hold is in pieces. Of a text that needs more than so many lines the
    /// rest is left out: to find where a word breaks, each of its beginnings is measured.
    fn words(&self, most: f32, lines: usize) -> Vec<Word> {
        let enough = most * (lines as f32 + 1.0);
        let (mut words, mut width) = (Vec::new(), 0.0);
        for word in &self.words {
            if width > enough {
                break;
            }
            let first = words.len();
            match word.width <= most {
                true => words.push(word.clone()),
                false => words.extend(self.broken(word.range.clone(), most, enough - width)),
            }
            width += words[first..].iter().map(|word| word.width).sum::<f32>();
        }
        words
    }

    fn measured(&self) -> Vec<Word> {
        let text = self.bidi.text;
        let mut words = Vec::new();
        let mut add = |range: Range<usize>| words.push(Word { width: self.line(range.clone()).width, range });
        let mut start = None;
        for (at, letter) in text.char_indices() {
            match (start, is_blank(letter)) {
                (None, false) => start = Some(at),
                (Some(from), true) => {
                    add(from..at);
                    start = None;
                }
                _ => {}
            }
        }
        start.into_iter().for_each(|from| add(from..text.len()));
        words
    }

    /// A word that no line can hold, in pieces that together are at least so wide, or all of it.
    fn broken(&self, word: Range<usize>, most: f32, enough: f32) -> Vec<Word> {
        let mut pieces: Vec<Word> = Vec::new();
        let (mut from, mut last) = (word.start, word.start);
        let ends = self.bidi.text[word.clone()].char_indices().map(|(at, letter)| word.start + at + letter.len_utf8());
        for end in ends {
            if self.line(from..end).width > most && last > from {
                pieces.push(Word { width: self.line(from..last).width, range: from..last });
                from = last;
                if pieces.iter().map(|piece| piece.width).sum::<f32>() > enough {
                    return pieces;
                }
            }
            last = end;
        }
        pieces.push(Word { width: self.line(from..word.end).width, range: from..word.end });
        pieces
    }

    /// A part of the text as a line.
    fn line(&self, range: Range<usize>) -> LetterLine {
        let mut line = LetterLine::default();
        let Some(paragraph) = self.bidi.paragraphs.iter().find(|paragraph| paragraph.range.contains(&range.start))
        else {
            return line;
        };
        let range = range.start..range.end.min(paragraph.range.end);
        for (run, level) in self.visual_runs(paragraph, range) {
            for (piece, face) in self.pieces(run, level) {
                self.shape(piece, face, level, &mut line);
            }
        }
        line
    }

    fn visual_runs(&self, paragraph: &ParagraphInfo, range: Range<usize>) -> Vec<(Range<usize>, Level)> {
        let (levels, runs) = self.bidi.visual_runs(paragraph, range);
        runs.into_iter().map(|run| (run.clone(), levels[run.start])).collect()
    }

    /// A run by its faces, from left to right.
    fn pieces(&self, run: Range<usize>, level: Level) -> Vec<(Range<usize>, usize)> {
        let mut pieces: Vec<(Range<usize>, usize)> = Vec::new();
        for at in run {
            let Some(face) = self.face[at] else { continue };
            match pieces.last_mut().filter(|(_, before)| *before == face) {
                Some((piece, _)) => piece.end = at + 1,
                None => pieces.push((at..at + 1, face)),
            }
        }
        let text = self.bidi.text;
        for (piece, _) in &mut pieces {
            piece.end = (piece.end..=text.len()).find(|end| text.is_char_boundary(*end)).unwrap_or(text.len());
        }
        if level.is_rtl() {
            pieces.reverse();
        }
        pieces
    }

    /// Adds the letters of one face and direction to a line.
    fn shape(&self, piece: Range<usize>, face: usize, level: Level, line: &mut LetterLine) {
        let Some(font) = self.faces.font(face, self.weight) else { return };
        let mut buffer = Buffer::new();
        let is_joined = self.bidi.text[piece.clone()].chars().any(|letter| ('\u{590}'..='\u{8ff}').contains(&letter));
        let letters = self.bidi.text[piece].chars().filter(|letter| !is_mark_of_order(*letter));
        letters.zip(0..).for_each(|(letter, cluster)| buffer.push(u32::from(letter), cluster));
        buffer.set_direction(if level.is_rtl() {
            harfrust::Direction::RightToLeft
        } else {
            harfrust::Direction::LeftToRight
        });
        buffer.guess_segment_properties();
        if shape(&ShaperFont::new(font), &mut buffer, ShapeOptions::new()).is_err() {
            return;
        }
        let size = if is_joined { 1.0 } else { self.beside };
        let size = size / f32::from(font.units_per_em().max(1));
        let outlines = font.outline_glyphs();
        for (glyph, place) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
            let (x, y) = (line.width + place.x_offset as f32 * size, place.y_offset as f32 * size);
            if let Some(outline) = outlines.get(GlyphId::new(glyph.glyph_id)) {
                let mut pen = Pen { x, y, size, outlines: &mut line.outlines };
                // A glyph that cannot be drawn leaves its room empty, as in browsers.
                let _ = outline.draw(&DrawOptions::new(), DrawMemory::Scratch, &mut pen);
            }
            line.width += place.x_advance as f32 * size;
        }
    }
}

#[derive(Clone)]
struct Word {
    range: Range<usize>,
    width: f32,
}

/// The width of a blank at a size of 1, about, which only decides where lines are broken.
const BLANK: f32 = 0.24;

/// Fills lines with words, each line with as many as it holds.
fn fill(words: &[Word], most: f32) -> Vec<Range<usize>> {
    let mut lines: Vec<(Range<usize>, f32)> = Vec::new();
    for word in words {
        match lines.last_mut().filter(|(_, width)| width + BLANK + word.width <= most) {
            Some((line, width)) => {
                // A piece of a broken word follows without a blank.
                *width += if line.end == word.range.start { 0.0 } else { BLANK } + word.width;
                line.end = word.range.end;
            }
            None => lines.push((word.range.clone(), word.width)),
        }
    }
    lines.into_iter().map(|(line, _)| line).collect()
}

/// A line may end here. No-break blanks are none.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// What says in which order text stands and is nothing to be seen; and characters that ask for a break of a word or forbid
/// one.
fn is_mark_of_order(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
        || matches!(letter, '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
        || letter.is_control()
}

/// Collects outlines at their place.
struct Pen<'a> {
    x: f32,
    y: f32,
    size: f32,
    outlines: &'a mut Vec<Command>,
}

impl Pen<'_> {
    fn at(&self, x: f32, y: f32) -> Point {
        Point::new(self.x + x * self.size, self.y + y * self.size)
    }
}

impl PathSink for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.outlines.push(Command::MoveTo(self.at(x, y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.outlines.push(Command::LineTo(self.at(x, y)));
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.outlines.push(Command::QuadTo(self.at(cx0, cy0), self.at(x, y)));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.outlines.push(Command::CurveTo(self.at(cx0, cy0), self.at(cx1, cy1), self.at(x, y)));
    }

    fn close(&mut self) {
        self.outlines.push(Command::Close);
    }
}
