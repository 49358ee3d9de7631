//! Cuts a text where a phrase of the other direction cannot go on: at letters of the text's own direction, at its own
//! punctuation, and at brackets that hold more than the phrase. One pass, so that no text takes more than its length.

use std::ops::Range;

use icu_properties::CodePointMapData;
use icu_properties::props::BidiClass;

use super::direction::Direction;

/// What a character does to a phrase of the other direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentKind {
    /// A letter of the text's own direction.
    Own,
    /// Punctuation that only the text's own script has.
    OwnSign,
    /// A letter of the other direction, or an Arabic-Indic digit in left-to-right text.
    Other,
    /// A digit that takes the direction of what is around it.
    Digit,
    /// White space.
    Space,
    /// An opening bracket or quotation mark.
    Open,
    /// A closing one.
    Close,
    /// Any other sign.
    Sign,
}

/// A piece of text without a letter of its own direction, and with a letter of the other direction or a digit.
#[derive(Debug)]
pub struct TextSegment {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// From the first letter of the other direction to the last, or the end of its brackets.
    pub words: Option<Range<usize>>,
    /// What stands directly before it: white space if nothing does.
    pub before: SegmentKind,
    /// What stands directly after it.
    pub after: SegmentKind,
    /// Which stretch between two letters of the text's own direction it stands in, counted from 0.
    pub stretch: usize,
    /// The brackets inside it that hold digits and signs alone.
    pub numbers_in_brackets: Vec<Range<usize>>,
}

const PAIRS: [(char, char); 6] = [('(', ')'), ('[', ']'), ('{', '}'), ('«', '»'), ('“', '”'), ('‹', '›')];

/// A bracket of the text.
struct Bracket {
    at: usize,
    /// Where the other one of the pair stands, if there is one.
    partner: Option<usize>,
    /// How many letters and signs of the text's own stand before it.
    own: usize,
    /// Nothing of the text's own stands between it and its partner.
    is_pure: bool,
}

/// Whether a character is one of a pair of brackets or quotation marks.
pub fn is_bracket(c: char) -> bool {
    PAIRS.iter().any(|(left, right)| c == *left || c == *right)
}

/// What a character of a text of a direction does.
pub fn kind(c: char, direction: Direction) -> SegmentKind {
    if c.is_ascii() {
        return match c {
            'a'..='z' | 'A'..='Z' => letter(Direction::Ltr, direction),
            '0'..='9' => SegmentKind::Digit,
            '(' | '[' | '{' => SegmentKind::Open,
            ')' | ']' | '}' => SegmentKind::Close,
            c if c.is_ascii_whitespace() => SegmentKind::Space,
            _ => SegmentKind::Sign,
        };
    }
    // Letters of the Arabic script, and digits of none.
    if matches!(c, '\u{620}'..='\u{64a}') {
        return letter(Direction::Rtl, direction);
    }
    match c {
        '«' | '“' | '‹' => return SegmentKind::Open,
        '»' | '”' | '›' => return SegmentKind::Close,
        '،' | '؛' | '؟' if direction == Direction::Rtl => return SegmentKind::OwnSign,
        _ => {}
    }
    match CodePointMapData::<BidiClass>::new().get(c) {
        BidiClass::RightToLeft | BidiClass::ArabicLetter => letter(Direction::Rtl, direction),
        BidiClass::LeftToRight => letter(Direction::Ltr, direction),
        BidiClass::EuropeanNumber => SegmentKind::Digit,
        // Arabic-Indic digits go with right-to-left text, and keep its order with any sign beside them.
        BidiClass::ArabicNumber => letter(Direction::Rtl, direction),
        _ if c.is_whitespace() => SegmentKind::Space,
        _ => SegmentKind::Sign,
    }
}

fn letter(of: Direction, direction: Direction) -> SegmentKind {
    if of == direction { SegmentKind::Own } else { SegmentKind::Other }
}

/// Whether a text may hold a letter of the other direction, or a digit where that needs help: the answer is no for nearly
/// every text of one script. Looked at in pieces without a way out, which is several times faster than byte by byte.
pub fn may_have_other(text: &str, direction: Direction) -> bool {
    let mut pieces = text.as_bytes().chunks(64);
    match direction {
        // The first bytes of Hebrew, Arabic and all other right-to-left letters.
        Direction::Ltr => {
            pieces.any(|piece| piece.iter().fold(false, |found, b| found | matches!(b, 0xd6..=0xe0 | 0xef..)))
        }
        Direction::Rtl => {
            // Besides Arabic and Hebrew, U+00A0 to U+00BF and General Punctuation are common in right-to-left texts; the
            // first byte of the latter begins letters, too, and that of Persian letters the digits of Persian.
            let other = |b: u8| b.is_ascii_alphanumeric() | matches!(b, 0xc3..=0xd5 | 0xe0 | 0xe1 | 0xe3..);
            let unclear = |b: u8| matches!(b, 0xdb | 0xe2);
            let mut is_unclear = false;
            pieces.any(|piece| {
                is_unclear |= piece.iter().fold(false, |found, b| found | unclear(*b));
                piece.iter().fold(false, |found, b| found | other(*b))
            }) || is_unclear
                && text.chars().any(|c| {
                    !matches!(c, '\u{2000}'..='\u{206f}')
                        && matches!(kind(c, direction), SegmentKind::Other | SegmentKind::Digit)
                })
                || may_have_arabic_groups(text)
        }
    }
}

/// Whether a blank stands between two Arabic-Indic digits, as the bytes are: D9 A0 to D9 A9.
pub fn may_have_arabic_groups(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_last = |byte: Option<&u8>| matches!(byte, Some(0xa0..=0xa9));
    memchr::memchr_iter(b' ', bytes).any(|at| {
        bytes.get(at + 1) == Some(&0xd9)
            && is_last(bytes.get(at + 2))
            && is_last(at.checked_sub(1).and_then(|at| bytes.get(at)))
    })
}

/// Whether a mark goes with the letter before it.
fn is_mark(c: char) -> bool {
    !c.is_ascii() && CodePointMapData::<BidiClass>::new().get(c) == BidiClass::NonspacingMark
}

/// The pieces of a text in which phrases and numbers can be, in order. `before` is what stands before the text.
pub fn segments(text: &str, direction: Direction, before: SegmentKind) -> Vec<TextSegment> {
    let brackets = brackets(text, direction);
    let mut cutter = Cutter { brackets: brackets.iter().peekable(), ..Cutter::new(before) };
    for (at, c) in text.char_indices() {
        let parts_digits = || {
            let next = text[at + c.len_utf8()..].chars().next();
            cutter.last == SegmentKind::Digit && next.is_some_and(|c| kind(c, direction) == SegmentKind::Digit)
        };
        let kind = match kind(c, direction) {
            SegmentKind::Sign if is_mark(c) => cutter.last,
            // Persian and Urdu part thousands and decimals by signs of their own.
            _ if matches!(c, '،' | '٫' | '٬') && parts_digits() => SegmentKind::Sign,
            kind => kind,
        };
        cutter.take(at, c, kind);
    }
    cutter.cut(text.len(), SegmentKind::Space);
    cutter.found
}

/// The state of the pass.
struct Cutter<'a> {
    brackets: std::iter::Peekable<std::slice::Iter<'a, Bracket>>,
    found: Vec<TextSegment>,
    start: usize,
    before: SegmentKind,
    last: SegmentKind,
    words: Option<Range<usize>>,
    has_digit: bool,
    /// A telephone number may have brackets in it.
    has_plus: bool,
    /// A variable may stand in braces: `${HOME}`.
    is_behind_dollar: bool,
    stretch: usize,
    /// The pair of brackets that the segment goes through.
    inside: Option<Range<usize>>,
    numbers_in_brackets: Vec<Range<usize>>,
}

impl Cutter<'_> {
    fn new(before: SegmentKind) -> Self {
        Self {
            brackets: [].iter().peekable(),
            found: Vec::new(),
            start: 0,
            before,
            last: before,
            words: None,
            has_digit: false,
            has_plus: false,
            is_behind_dollar: false,
            stretch: 0,
            inside: None,
            numbers_in_brackets: Vec::new(),
        }
    }

    fn take(&mut self, at: usize, c: char, kind: SegmentKind) {
        let end = at + c.len_utf8();
        match kind {
            SegmentKind::Own | SegmentKind::OwnSign => {
                self.cut(at, kind);
                self.stretch += usize::from(kind == SegmentKind::Own);
                (self.start, self.before) = (end, kind);
            }
            SegmentKind::Other => {
                let start = self.words.as_ref().map_or(at, |words| words.start);
                self.words = Some(start..end);
            }
            SegmentKind::Digit => self.has_digit = true,
            SegmentKind::Open | SegmentKind::Close => self.bracket(at, end, kind),
            SegmentKind::Sign => self.has_plus |= c == '+',
            SegmentKind::Space => {}
        }
        self.is_behind_dollar = c == '$';
        self.last = kind;
    }

    fn bracket(&mut self, at: usize, end: usize, kind: SegmentKind) {
        let Some(bracket) = self.brackets.next_if(|bracket| bracket.at == at) else { return };
        if let Some(inside) = self.inside.take_if(|inside| inside.end == at) {
            let inside = inside.start..end;
            match &mut self.words {
                Some(words) if words.end > inside.start => *words = words.start.min(inside.start)..end,
                _ => self.numbers_in_brackets.push(inside),
            }
            return;
        }
        let Some(partner) = bracket.partner.filter(|_| self.inside.is_none()) else { return };
        let glued = matches!(self.last, SegmentKind::Digit | SegmentKind::Other);
        let goes_on = self.words.is_some() || glued || self.has_plus || self.is_behind_dollar;
        if kind == SegmentKind::Open && goes_on && bracket.is_pure {
            self.inside = Some(at..partner);
            return;
        }
        self.cut(at, kind);
        (self.start, self.before) = (end, kind);
    }

    fn cut(&mut self, at: usize, after: SegmentKind) {
        let numbers_in_brackets = std::mem::take(&mut self.numbers_in_brackets);
        let (words, has_digit) = (self.words.take(), std::mem::take(&mut self.has_digit));
        (self.inside, self.has_plus) = (None, false);
        if words.is_some() || has_digit {
            let (range, before, stretch) = (self.start..at, self.before, self.stretch);
            self.found.push(TextSegment { range, words, before, after, stretch, numbers_in_brackets });
        }
    }
}

/// The brackets and quotation marks of a text, paired as the bidirectional algorithm does.
fn brackets(text: &str, direction: Direction) -> Vec<Bracket> {
    let mut found: Vec<Bracket> = Vec::new();
    // The open ones as places in `found` with their kinds, and how many of each kind are open.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut counts = [0; PAIRS.len()];
    let mut own = 0;
    for (at, c) in text.char_indices() {
        match kind(c, direction) {
            SegmentKind::Own | SegmentKind::OwnSign => own += 1,
            SegmentKind::Open | SegmentKind::Close => {
                found.push(Bracket { at, partner: None, own, is_pure: false });
                let Some(pair) = PAIRS.iter().position(|(left, right)| c == *left || c == *right) else { continue };
                if c == PAIRS[pair].0 {
                    open.push((found.len() - 1, pair));
                    counts[pair] += 1;
                }
                // The open ones above the partner stay without one.
                while c == PAIRS[pair].1 && counts[pair] > 0 {
                    let Some((opening, kind)) = open.pop() else { break };
                    counts[kind] -= 1;
                    if kind == pair {
                        let last = found.len() - 1;
                        (found[last].partner, found[opening].partner) = (Some(found[opening].at), Some(at));
                        found[opening].is_pure = found[opening].own == own;
                        break;
                    }
                }
            }
            _ => {}
        }
    }
    found
}
