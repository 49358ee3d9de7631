//! Finds the phrases of a text that are written the other way than the language around them, and the numbers that would
//! come out of order. The bidirectional algorithm of Unicode knows the direction of single characters only, and so takes
//! `2026-05-01`, `C++` or `OP Stack (v2)` apart; what belongs together is decided here.

use std::ops::Range;

use hyper::StatusCode;

use super::digit_groups::{MOST_GROUPS, grouped_arabic_numbers, groups_of_one_number};
use super::direction::Direction;
use super::segments::{SegmentKind, TextSegment, is_bracket, may_have_arabic_groups, segments};
use crate::text::scan::is_letter;

/// What ends a clause or a quotation at the end of a word.
const CLAUSE_ENDS: &[char] =
    &['.', ',', ':', ';', '!', '?', '،', '؛', '؟', '…', '"', '\'', '”', '“', '’', '»', '«', '–', '—', '-'];
/// What stands before a word without belonging to it.
const LEADING: &[char] = &['"', '\'', '“', '”', '‘', '’', '«', '»', '،', '؛', '–', '—', ',', ':', ';', '!', '?', '…'];
/// Between a word and a word of the other direction, these join the two and belong to neither.
const CONNECTORS: &[char] = &['-', '\u{2010}', '\u{2011}', '/', '\\', '|', '_', '=', '·', '•', '&', '×'];
/// Signs that join two numbers, or a number and its unit, across spaces.
const OPERATORS: &[&str] =
    &["–", "-", "—", "/", "×", "%", "±", "+", "=", "≈", "<", ">", "≤", "≥", "→", "<=", ">=", "==", "!=", "≠"];
/// Signs that compare a number with what follows: in `0 < p < 1` all belongs together.
const COMPARISONS: &[&str] = &["<", ">", "≤", "≥", "<=", ">=", "=", "==", "≠", "!=", "≈"];
/// Abbreviations that a number follows.
const BEFORE_NUMBERS: &[&str] = &[
    "fig", "figs", "no", "nos", "nr", "p", "pp", "pg", "vol", "ch", "chap", "sec", "art", "eq", "ref", "rs", "ver",
    "v", "tab", "app", "ed", "bd", "abb", "s", "st", "para", "cl", "ex",
];

/// How the names of months begin.
const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/// Currencies that a sum stands before, though it could be a year.
const CURRENCIES: &[&str] = &[
    "USD", "EUR", "GBP", "JPY", "CNY", "CHF", "CAD", "AUD", "INR", "PKR", "TRY", "RUB", "BRL", "KRW", "IRR", "ILS",
    "SAR", "AED", "EGP", "QAR", "KWD", "BHD", "OMR", "JOD", "IQD", "LBP", "SYP", "YER", "LYD", "TND", "DZD", "MAD",
    "SDG", "BTC", "ETH", "USDT", "USDC",
];

/// What ends a sentence in the languages of either direction that are isolated in each other.
const ENDINGS: &[char] = &['.', '!', '?', '…', '؟', '۔'];
/// Quotation marks that are no brackets to the bidirectional algorithm.
const QUOTES: &[(char, char)] = &[('‘', '’'), ('"', '"'), ('\'', '\''), ('„', '“'), ('‚', '‘')];

/// Stands in a text for an image, code or a note, which belong to no word.
pub const OBJECT: char = '\u{fffc}';

/// What is to be isolated in a text of a direction: in order, not overlapping, as ranges of bytes. What a right-to-left
/// text draws right of itself, plain Latin words and plain numbers, is left out.
pub fn phrases(text: &str, direction: Direction, before: SegmentKind) -> Vec<Range<usize>> {
    let found = all_phrases(text, direction, before);
    let mut found: Vec<_> = found.into_iter().filter(|phrase| phrase.isolated).map(|phrase| phrase.range).collect();
    if direction == Direction::Rtl && may_have_arabic_groups(text) {
        found.extend(grouped_arabic_numbers(text));
        found.sort_by_key(|range| range.start);
    }
    found
}

/// All phrases with words of the other direction in a text of a direction, plain ones, too: in order, not overlapping.
pub fn word_phrases(text: &str, direction: Direction) -> Vec<Range<usize>> {
    let found = all_phrases(text, direction, SegmentKind::Space).into_iter();
    found.filter(|phrase| phrase.has_words).map(|phrase| phrase.range).collect()
}

fn all_phrases(text: &str, direction: Direction, before: SegmentKind) -> Vec<Phrase> {
    let mut found = Vec::new();
    for segment in segments(text, direction, before) {
        PhraseReader { text, segment: &segment, direction }.read(&mut found);
    }
    join_area_codes(text, &mut found);
    isolate_neighbours(&mut found);
    found
}

/// A phrase or a number that was found.
struct Phrase {
    range: Range<usize>,
    /// Which stretch between two letters of the text's own direction it stands in.
    stretch: usize,
    has_words: bool,
    /// It is a number at the beginning of brackets that hold words of the text's own direction, too.
    after_bracket: bool,
    isolated: bool,
}

/// What may stand in brackets before the number of a telephone: `02`, `+966`, `031`.
fn is_area_code(code: &str) -> bool {
    let digits = code.strip_prefix('+').unwrap_or(code);
    let is_long = digits.len() < code.len() || digits.starts_with(['0', '۰']) || digits.chars().count() == 3;
    is_long && (1..=5).contains(&digits.chars().count()) && digits.chars().all(is_digit)
}

/// The number of a telephone whose area code stands in brackets is one: `(02) 123-4567`.
fn join_area_codes(text: &str, found: &mut Vec<Phrase>) {
    let digits = |range: &Range<usize>| text[range.clone()].chars().filter(|c| is_digit(*c)).count();
    let is_grouped = |number: &Range<usize>| text[number.clone()].contains(['-', ' ']) && digits(number) >= 6;
    let follows = |code: &Range<usize>, number: &Range<usize>| text[code.end..number.start].trim_end() == ")";
    for n in 1..found.len() {
        let (code, number) = (found[n - 1].range.clone(), found[n].range.clone());
        let is_code = is_area_code(&text[code.clone()]) && text[..code.start].ends_with('(');
        if !found[n].has_words && is_code && follows(&code, &number) && is_grouped(&number) {
            found[n].range.start = code.start - 1;
            found[n].isolated = true;
            found[n - 1].range = code.start - 1..code.start - 1;
        }
    }
    found.retain(|phrase| !phrase.range.is_empty());
}

/// A plain phrase draws what follows it from left to right, too, if only signs part the two: `Base، Rollup`, which is a
/// list that goes from right to left. So plain phrases are isolated unless they stand alone.
fn isolate_neighbours(found: &mut [Phrase]) {
    for stretch in found.chunk_by_mut(|a, b| a.stretch == b.stretch) {
        let Some(first) = stretch.iter().position(|phrase| phrase.has_words && !phrase.isolated) else { continue };
        let swallowed = |(at, phrase): (usize, &Phrase)| !(phrase.isolated || at == 0 && phrase.after_bracket);
        if stretch[first + 1..].iter().enumerate().any(swallowed) {
            stretch.iter_mut().filter(|phrase| phrase.has_words).for_each(|phrase| phrase.isolated = true);
        }
    }
}

/// Reads the phrase of one segment and the numbers beside it.
struct PhraseReader<'a> {
    text: &'a str,
    segment: &'a TextSegment,
    direction: Direction,
}

impl PhraseReader<'_> {
    fn read(&self, found: &mut Vec<Phrase>) {
        let all = self.segment.range.clone();
        let Some(words) = &self.segment.words else { return self.numbers(all, found) };
        let word = self.text[all.start..words.start].rfind(char::is_whitespace).map_or(all.start, |at| {
            let white = self.text[all.start + at..].chars().next().map_or(0, char::len_utf8);
            all.start + at + white
        });
        // Digits alone are at home in both directions.
        if !self.text[words.clone()].contains(char::is_alphabetic) {
            return;
        }
        let mut start = self.without_lead(word..words.start);
        let end = self.phrase_end(words.end);
        self.numbers(all.start..start, found);
        let belongs =
            |number: &mut Phrase| self.is_amount(&number.range, start..end) || self.is_compared(&number.range, start);
        if let Some(number) = found.pop_if(belongs) {
            start = number.range.start;
        }
        let end = self.with_ending(start, end);
        self.push(start..end, true, found);
        self.numbers(end..all.end, found);
    }

    /// The end of a phrase with the sign that ends it, if it is quoted or stands in brackets alone: that of «Really?» is its
    /// own, and not that of the sentence around it.
    fn with_ending(&self, start: usize, end: usize) -> usize {
        let all = &self.segment.range;
        // Straight marks are left in code alone, `name="value"`, and their second one belongs to it as the first does.
        let mark = self.text[end..].chars().next().filter(|c| matches!(c, '"' | '\''));
        if mark.is_some_and(|mark| self.text[start..end].matches(mark).count() % 2 == 1) {
            return end + 1;
        }
        // French has a blank before such a sign.
        let tail = self.text[end..all.end].trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        let rest = tail.trim_start_matches(ENDINGS);
        if rest.len() == tail.len() {
            return end;
        }
        let is_enclosed = (self.segment.before, self.segment.after) == (SegmentKind::Open, SegmentKind::Close);
        let encloses = rest.is_empty() && is_enclosed && start == all.start;
        let quotes = |(open, close): &(char, char)| self.text[..start].ends_with(*open) && rest.starts_with(*close);
        if encloses || QUOTES.iter().any(quotes) { all.end - rest.len() } else { end }
    }

    fn push(&self, range: Range<usize>, has_words: bool, found: &mut Vec<Phrase>) {
        let isolated = self.direction == Direction::Ltr || needs_help(&self.text[range.clone()]);
        let after_bracket = !has_words && self.segment.before == SegmentKind::Open;
        found.push(Phrase { range, stretch: self.segment.stretch, has_words, after_bracket, isolated });
    }

    /// The beginning of a word or number without what stands before it: `lead` goes up to its first letter or digit.
    /// A hyphen is a sign of the word only where nothing is joined by it.
    fn without_lead(&self, lead: Range<usize>) -> usize {
        let is_joined = lead.start == self.segment.range.start
            && matches!(self.segment.before, SegmentKind::Own | SegmentKind::OwnSign | SegmentKind::Close);
        let leaves = |c: char, is_joined: bool| {
            LEADING.contains(&c)
                || c == OBJECT
                || is_bracket(c)
                || is_joined && (CONNECTORS.contains(&c) || c == '.' && !self.follows_particle())
        };
        // A number that a sign joins to right-to-left words goes with the sentence, as in `50%/نصف`.
        let joins = |text: &str| text.rfind(CONNECTORS).filter(|at| text[..*at].contains(is_digit));
        let joined = joins(&self.text[lead.clone()]).filter(|_| self.direction == Direction::Ltr);
        let lead = lead.start + joined.unwrap_or(0)..lead.end;
        let is_joined = is_joined || joined.is_some();
        // A path behind a particle and its hyphen: `ו-/usr/bin`.
        if is_joined && matches!(&self.text[lead.clone()], "-/" | "־/") {
            return lead.end - 1;
        }
        let leaves = |c: char| leaves(c, is_joined);
        lead.end - self.text[lead].trim_start_matches(leaves).len()
    }

    /// Whether the segment follows a particle that Arabic and Hebrew write together with the next word: `و.NET`.
    fn follows_particle(&self) -> bool {
        let mut before = self.text[..self.segment.range.start].chars().rev();
        before.next() == Some('ـ') || before.next().is_none_or(|c| !c.is_alphanumeric())
    }

    /// The end of a word or number without the sentence's punctuation: `tail` begins after its last letter or digit.
    fn without_tail(&self, tail: Range<usize>) -> usize {
        let is_joined = tail.end == self.segment.range.end && self.segment.after == SegmentKind::Own;
        let text = &self.text[tail.clone()];
        let count = |signs: [char; 3]| text.matches(signs).count();
        let mut unopened = count([')', ']', '}']).saturating_sub(count(['(', '[', '{']));
        let leaves = |c: char| match c {
            ')' | ']' | '}' if unopened == 0 => false,
            ')' | ']' | '}' => {
                unopened -= 1;
                true
            }
            '(' | '[' | '{' => true,
            c => CLAUSE_ENDS.contains(&c) || c == OBJECT || is_joined && CONNECTORS.contains(&c),
        };
        tail.start + trim_end(text, leaves).len()
    }

    /// Where the phrase ends whose last word ends at `last`: numbers that follow are part of it, as in `Llama 3.1`.
    fn phrase_end(&self, last: usize) -> usize {
        let limit = self.segment.range.end;
        // The brackets of a call: `rgb(0, 0, 0)`.
        let last = self.bracket_at(last).map_or(last, |bracket| bracket.end);
        let word = self.word_end(last, limit);
        let end = self.without_tail(last..word);
        if self.direction == Direction::Rtl && self.keeps_last_sign(end, word) {
            return end + 1;
        }
        if end < word {
            // `et al. (2017)`: brackets go on after an abbreviation, too.
            let is_abbreviated = &self.text[end..word] == ".";
            let next = self.next_word(word, limit).filter(|_| is_abbreviated && self.direction == Direction::Rtl);
            let is_letter = |c| super::segments::kind(c, self.direction) == SegmentKind::Other;
            let begin = self.text[..end].trim_end_matches(is_letter).len();
            let takes_number = BEFORE_NUMBERS.contains(&self.text[begin..end].to_lowercase().as_str());
            if next.as_ref().is_some_and(|next| takes_number && self.text[next.clone()].starts_with(is_digit)) {
                return self.with_numbers(word, limit, Goes::OverSpaces);
            }
            return next.and_then(|next| self.bracket_at(next.start)).map_or(end, |bracket| bracket.end);
        }
        let with_numbers = self.with_numbers(end, limit, Goes::OverSpaces);
        let encloses = (self.segment.before, self.segment.after) == (SegmentKind::Open, SegmentKind::Close);
        if self.direction == Direction::Rtl {
            return self.date_end(last, with_numbers, limit);
        }
        let is_all = || self.text[with_numbers..limit].trim_start_matches(ENDINGS).is_empty();
        // A number after right-to-left words belongs to the left-to-right sentence unless brackets say otherwise.
        if encloses && is_all() { with_numbers } else { end }
    }

    /// Whether the sign behind a word is its own: the full stop of `U.S.A.`, the minus of `O-` and of the mark `A-`.
    fn keeps_last_sign(&self, end: usize, word: usize) -> bool {
        let head = &self.text[self.segment.range.start..end];
        let begin = end - head.len() + head.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.').len();
        let token = &self.text[begin..end];
        let is_short = |part: &str| (1..=2).contains(&part.len());
        match &self.text[end..word] {
            "." => {
                token.contains('.')
                    && token.ends_with(|c: char| c.is_ascii_alphabetic())
                    && token.split('.').all(is_short)
            }
            "-" => {
                let is_apart =
                    self.text[..begin].chars().next_back().is_none_or(|c| c.is_whitespace() || is_bracket(c));
                is_apart && matches!(token, "A" | "B" | "C" | "D" | "AB" | "O")
            }
            _ => false,
        }
    }

    /// The end of a date that goes on behind a comma: `Jan 30, 2024`. `end` is that of the day, and `last` that of the month.
    fn date_end(&self, last: usize, end: usize, limit: usize) -> usize {
        let month = self.text[..last].rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let year = self.text[end..limit].strip_prefix(", ").unwrap_or_default();
        let digits = year.len() - year.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if end > last && is_month(month) && digits == 4 { end + 2 + digits } else { end }
    }

    fn word_end(&self, from: usize, limit: usize) -> usize {
        self.text[from..limit].find(char::is_whitespace).map_or(limit, |at| from + at)
    }

    /// The next word from a place on.
    fn next_word(&self, from: usize, limit: usize) -> Option<Range<usize>> {
        let start = limit - self.text[from..limit].trim_start().len();
        (start < limit).then(|| start..self.word_end(start, limit))
    }

    /// Goes on from the end of a phrase or number over the numbers that follow.
    fn with_numbers(&self, mut end: usize, limit: usize, goes: Goes) -> usize {
        while let Some(word) = self.next_word(end, limit).filter(|word| word.start > end) {
            if let Some(bracket) = self.bracket_at(word.start).filter(|_| goes == Goes::OverSpaces) {
                end = bracket.end;
                continue;
            }
            let sign = &self.text[word.clone()];
            if let Some(tail) = sign.strip_prefix('%') {
                end = word.start + 1;
                if !tail.is_empty() {
                    break;
                }
                continue;
            }
            let is_operator = OPERATORS.contains(&sign);
            if !is_operator && goes == Goes::OverOperators {
                break;
            }
            let next = if is_operator { self.next_word(word.end, limit) } else { Some(word) };
            let Some((next, number)) = next.and_then(|next| Some((next.clone(), self.number(next)?))) else { break };
            if number.start > next.start {
                break;
            }
            end = number.end;
            if number.end < next.end {
                break;
            }
        }
        end
    }

    /// The pair of brackets with nothing but digits and signs that begins at a place.
    fn bracket_at(&self, at: usize) -> Option<Range<usize>> {
        let brackets = &self.segment.numbers_in_brackets;
        brackets.binary_search_by_key(&at, |bracket| bracket.start).ok().map(|found| brackets[found].clone())
    }

    /// The number in a word, without the punctuation around it.
    fn number(&self, word: Range<usize>) -> Option<Range<usize>> {
        let text = &self.text[word.clone()];
        let first = word.start + text.find(is_digit)?;
        let (last, digit) = text.char_indices().rev().find(|(_, c)| is_digit(*c))?;
        let last = word.start + last + digit.len_utf8();
        let start = self.without_lead(word.start..first);
        let brackets = &self.segment.numbers_in_brackets;
        let after = brackets.partition_point(|bracket| bracket.start < last);
        // `5(3)` is one number, and in `(3)` the brackets stand around it.
        let bracket = brackets[..after].last().filter(|bracket| start <= bracket.start && last < bracket.end);
        let last = bracket.map_or(last, |bracket| bracket.end.min(word.end));
        // `500/-` is how sums of money are closed in India and Pakistan.
        let last = if self.text[last..word.end].starts_with("/-") { last + 2 } else { last };
        Some(start..self.without_tail(last..word.end))
    }

    /// Finds the numbers of a range. Only right-to-left text takes a number apart.
    fn numbers(&self, range: Range<usize>, found: &mut Vec<Phrase>) {
        if self.direction == Direction::Ltr {
            return;
        }
        let mut at = range.start;
        while let Some(word) = self.next_word(at, range.end) {
            at = word.end;
            let Some(number) = self.number(word.clone()) else { continue };
            let mut end = number.end;
            if end == word.end {
                let is_telephone = self.text[number.clone()].starts_with('+') || self.follows_area_code(&number);
                let goes = if is_telephone { Goes::OverSpaces } else { Goes::OverOperators };
                let groups = if is_telephone { end } else { self.end_of_groups(&number, range.end) };
                end = self.with_numbers(groups, range.end, goes);
            }
            self.push(number.start..end, false, found);
            at = at.max(end);
        }
    }

    /// Whether a sign compares a number with what begins at a place: `0 < p`.
    fn is_compared(&self, number: &Range<usize>, start: usize) -> bool {
        let fits = number.start >= self.segment.range.start && number.end < start;
        fits && COMPARISONS.contains(&self.text[number.end..start].trim())
    }

    /// The end of digits in groups with blanks between them: thousands, `12 500`, a telephone number, `03 123 4567`, or that
    /// of a card. Other numbers with blanks between them are a list.
    fn end_of_groups(&self, first: &Range<usize>, limit: usize) -> usize {
        let is_group = |word: &Range<usize>| word.len() < 30 && self.text[word.clone()].chars().all(is_digit);
        let count = |word: &Range<usize>| self.text[word.clone()].chars().count();
        if !is_group(first) || count(first) > 5 {
            return first.end;
        }
        let mut ends = vec![first.end];
        let mut counts = vec![count(first)];
        while let Some(word) =
            self.next_word(ends[ends.len() - 1], limit).filter(|word| word.start > ends[ends.len() - 1])
        {
            let number = self.number(word.clone()).filter(|number| number.start == word.start && is_group(number));
            let Some(number) = number.filter(|_| counts.len() < MOST_GROUPS) else { break };
            ends.push(number.end);
            counts.push(count(&number));
            if number.end < word.end {
                break;
            }
        }
        ends[groups_of_one_number(&counts, self.text[first.clone()].starts_with(['0', '۰'])) - 1]
    }

    /// Whether the area code of a telephone number stands in brackets before a number.
    fn follows_area_code(&self, number: &Range<usize>) -> bool {
        let before = self.text[..number.start].trim_end_matches(' ');
        let near = &before[before.floor_char_boundary(before.len().saturating_sub(16))..];
        near.strip_suffix(')').and_then(|near| near.rsplit_once('(')).is_some_and(|(_, code)| is_area_code(code))
    }

    /// Whether a number is an amount of the words after it: `20 ms`, `5 GB`; not `2026 OpenAI`.
    fn is_amount(&self, number: &Range<usize>, words: Range<usize>) -> bool {
        if number.end >= words.start
            || number.start < self.segment.range.start
            || !self.text[number.end..words.start].trim().is_empty()
        {
            return false;
        }
        let (number, words) = (&self.text[number.clone()], &self.text[words]);
        let unit = words.split_whitespace().next().unwrap_or_default();
        let is_year = number.len() == 4 && number.starts_with(['1', '2']) && number.bytes().all(|b| b.is_ascii_digit());
        let is_short = unit.chars().count() <= 2 || !is_year && unit == words;
        let is_day = number.len() <= 2 && is_month(unit.trim_end_matches(['.', ',']));
        is_short
            || is_day
            || CURRENCIES.contains(&unit)
            || !unit.contains(char::is_uppercase)
            || is_status(number, words)
    }
}

/// Whether a number is the status of an answer over HTTP, with its reason behind it: `404 Not Found`.
fn is_status(number: &str, words: &str) -> bool {
    let reason = StatusCode::from_bytes(number.as_bytes()).ok().and_then(|status| status.canonical_reason());
    reason.is_some_and(|reason| words.get(..reason.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(reason)))
}

/// How numbers follow one another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Goes {
    /// With spaces between them.
    OverSpaces,
    /// Only with a sign between them.
    OverOperators,
}

/// Whether a word is the name of a month, or begins as one: `Jan`, `January`.
fn is_month(word: &str) -> bool {
    let begins = |month: &&str| word.get(..3).is_some_and(|begin| begin.eq_ignore_ascii_case(month));
    word.len() <= 9 && word.bytes().all(|byte| byte.is_ascii_alphabetic()) && MONTHS.iter().any(begins)
}

fn is_digit(c: char) -> bool {
    super::segments::kind(c, Direction::Rtl) == SegmentKind::Digit
}

fn trim_end(text: &str, mut leaves: impl FnMut(char) -> bool) -> &str {
    let mut end = text.len();
    for (at, c) in text.char_indices().rev() {
        if !leaves(c) {
            break;
        }
        end = at;
    }
    &text[..end]
}

/// Whether the bidirectional algorithm would take a phrase apart, or could: all but plain words and plain numbers.
pub fn needs_help(phrase: &str) -> bool {
    let word = |word: &str| {
        let inner = |c: char| is_letter(c) || matches!(c, '\'' | '’' | '-' | '\u{2011}');
        word.starts_with(is_letter) && word.ends_with(is_letter) && word.chars().all(inner)
    };
    let plain_words = phrase.split([' ', '\n']).all(word);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let plain_number = phrase.split(['.', ',']).all(digits) && phrase.matches(['.', ',']).count() <= 4;
    !(plain_words || plain_number)
}
