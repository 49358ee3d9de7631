//! Finds the runs of a text that would be drawn out of order by the direction around them, so that they can be
//! isolated when the site is built. In Arabic those are the runs that a bare bidirectional algorithm takes apart:
//! `2026-05-01`, `-40%`, `C++`, `.NET`, `OP Stack (v2)`; plain words and plain numbers need no help and get none.
//! In English they are the runs of Arabic.

use std::ops::Range;

use icu_properties::CodePointMapData;
use icu_properties::props::BidiClass;
use memchr::memchr;
use serde::{Deserialize, Serialize};

use crate::text::html::escape;
use crate::text::scan::begins_arabic;

/// Which way a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir`.
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

/// Isolates runs of the other direction in texts of one language.
#[derive(Clone, Debug)]
pub struct Isolator {
    direction: Direction,
    /// The site's first language of the other direction: what a phrase in that direction most likely is.
    other: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// Holds a letter that is written right to left.
    Rtl,
    /// Holds a letter that is written left to right, and none of the other.
    Ltr,
    /// Digits and signs only.
    Number,
    /// Neither letter nor digit.
    Neutral,
}

/// What may stand at the edge of a sentence's word without belonging to it.
const TRAILING: &[char] =
    &['.', ',', ':', ';', '!', '?', '،', '؛', '؟', '…', '"', '\'', '”', '“', '’', '»', '«', '–', '—', '-'];
const LEADING: &[char] = &['"', '\'', '“', '”', '‘', '«', '»', '،', '؛', '–', '—'];
const BRACKETS: [(char, char); 3] = [('(', ')'), ('[', ']'), ('{', '}')];
/// Signs that join two numbers or a number and its unit across spaces.
const JOINERS: &[&str] = &["–", "-", "—", "/", "×", "%", "±", "+", "=", "≈", "<", ">", "≤", "≥", "→"];

impl Isolator {
    /// An isolator for texts in a direction, inside a site whose language of the other direction is `other`.
    pub fn new(direction: Direction, other: Option<String>) -> Self {
        Self { direction, other }
    }

    /// The runs to isolate, in order, not overlapping.
    pub fn runs(&self, text: &str) -> Vec<Range<usize>> {
        match self.direction {
            // Nothing in an ASCII text can be of the other direction of a left-to-right language.
            Direction::Ltr if text.is_ascii() => Vec::new(),
            Direction::Ltr => self.collect(text, Class::Rtl),
            Direction::Rtl if !has_ascii_word(text) => Vec::new(),
            Direction::Rtl => self.collect(text, Class::Ltr),
        }
    }

    fn collect(&self, text: &str, wanted: Class) -> Vec<Range<usize>> {
        let has_isolates = || text.contains(['\u{2066}', '\u{2067}', '\u{2068}']);
        if memchr(0xe2, text.as_bytes()).is_some() && has_isolates() {
            return Vec::new(); // The author isolated it already.
        }
        let tokens = tokens(text);
        let mut runs = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let (_, class) = &tokens[at];
            let opens = *class == wanted || (wanted == Class::Ltr && *class == Class::Number);
            if !opens {
                at += 1;
                continue;
            }
            let mut end = at + 1;
            let mut look = at + 1;
            while look < tokens.len() && self.joins(text, &tokens[at..=look], wanted) {
                look += 1;
                let class = tokens[look - 1].1;
                if class == wanted
                    || (wanted == Class::Ltr && class == Class::Number)
                    || text[tokens[look - 1].0.clone()].starts_with('%')
                {
                    end = look;
                }
            }
            let mut run = trim(text, tokens[at].0.start..tokens[end - 1].0.end);
            // A bracket that closes outside the run belongs to the sentence: `MIT (24 أبريل 2026)`.
            while end > at + 1 && !balanced(&text[run.clone()]) {
                end -= 1;
                run = trim(text, tokens[at].0.start..tokens[end - 1].0.end);
            }
            if !run.is_empty() && (wanted == Class::Rtl || needs_help(&text[run.clone()])) {
                runs.push(run);
            }
            at = end;
        }
        runs
    }

    /// Whether the last token goes on the run that the others make.
    fn joins(&self, text: &str, tokens: &[(Range<usize>, Class)], wanted: Class) -> bool {
        let [first, .., before, last] = tokens else {
            let [first, last] = tokens else { return false };
            return self.joins_pair(text, first, first, last, wanted);
        };
        self.joins_pair(text, first, before, last, wanted)
    }

    fn joins_pair(
        &self,
        text: &str,
        first: &(Range<usize>, Class),
        before: &(Range<usize>, Class),
        last: &(Range<usize>, Class),
        wanted: Class,
    ) -> bool {
        let (before_text, last_text) = (&text[before.0.clone()], &text[last.0.clone()]);
        // A run does not reach over the end of a clause.
        if before_text.ends_with(['،', '؛', '؟', '.', ':', ';', '!', '?', '»', ')']) || before_text.ends_with(',') {
            return false;
        }
        match last.1 {
            // What stands in brackets after a mere number explains the words before it.
            _ if first.1 == Class::Number && before.1 == Class::Number && last_text.starts_with('(') => false,
            class if class == wanted => true,
            Class::Neutral => JOINERS.contains(&last_text),
            Class::Number if wanted == Class::Rtl => false,
            // A number goes on a Latin name, a telephone number or an expression, but two plain numbers stay two.
            Class::Number => before.1 == wanted || before.1 == Class::Neutral || text[first.0.clone()].starts_with('+'),
            _ => false,
        }
    }

    /// Text as HTML: escaped, its runs isolated by `<bdi>`.
    pub fn html(&self, text: &str, out: &mut String) {
        let dir = match self.direction {
            Direction::Ltr => "rtl",
            Direction::Rtl => "ltr",
        };
        let mut done = 0;
        for run in self.runs(text) {
            escape(&text[done..run.start], out);
            let phrase = &text[run.clone()];
            out.push_str("<bdi dir=");
            out.push_str(dir);
            // A voice changes for a phrase or a word of another script, and need not for a sign or a number.
            if let Some(other) =
                self.other.as_ref().filter(|_| phrase.chars().filter(|c| c.is_alphabetic()).count() > 3)
            {
                out.push_str(" lang=");
                out.push_str(other);
            }
            out.push('>');
            escape(phrase, out);
            out.push_str("</bdi>");
            done = run.end;
        }
        escape(&text[done..], out);
    }

    /// Text for titles and attributes: its runs between U+2068 and U+2069, not escaped.
    pub fn plain(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 8);
        let mut done = 0;
        for run in self.runs(text) {
            out.push_str(&text[done..run.start]);
            out.push('\u{2068}');
            out.push_str(&text[run.clone()]);
            out.push('\u{2069}');
            done = run.end;
        }
        out + &text[done..]
    }
}

/// Whether a text holds a Latin letter or a Western digit. Looked at in pieces without a way out, which is several times
/// faster for texts that hold none.
fn has_ascii_word(text: &str) -> bool {
    let any = |piece: &[u8]| piece.iter().fold(false, |found, byte| found | byte.is_ascii_alphanumeric());
    text.as_bytes().chunks(64).any(any)
}

fn tokens(text: &str) -> Vec<(Range<usize>, Class)> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (c.is_whitespace(), start) {
            (false, None) => start = Some(at),
            (true, Some(from)) => {
                split(text, from..at, &mut tokens);
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        split(text, from..text.len(), &mut tokens);
    }
    tokens
}

/// A word that mixes scripts, such as «وEVM», is cut where the script changes.
fn split(text: &str, word: Range<usize>, tokens: &mut Vec<(Range<usize>, Class)>) {
    if is_arabic(&text.as_bytes()[word.clone()]) {
        tokens.push((word, Class::Rtl));
        return;
    }
    let mut from = word.start;
    let mut last: Option<Class> = None;
    // Digits and signs go with what follows them, but never in front of a letter of the other direction.
    let mut neutral_from = word.start;
    for (at, c) in text[word.clone()].char_indices() {
        let at = word.start + at;
        let class = class_of(c);
        match (class, last) {
            (Class::Rtl | Class::Ltr, Some(before)) if before != class => {
                let cut = if before == Class::Rtl { neutral_from } else { at };
                tokens.push((from..cut, class_in(&text[from..cut])));
                from = cut;
            }
            _ => {}
        }
        if matches!(class, Class::Rtl | Class::Ltr) {
            last = Some(class);
            neutral_from = at + c.len_utf8();
        }
    }
    // «بنسبة-40%»: what follows the last letter of an Arabic word and holds a digit stands alone.
    if last == Some(Class::Rtl) && class_in(&text[neutral_from..word.end]) == Class::Number {
        tokens.push((from..neutral_from, Class::Rtl));
        from = neutral_from;
    }
    if from < word.end {
        tokens.push((from..word.end, class_in(&text[from..word.end])));
    }
}

/// Whether a word holds nothing but the letters of nearly all Arabic words; each is two bytes in UTF-8.
fn is_arabic(word: &[u8]) -> bool {
    let (pairs, rest) = word.as_chunks::<2>();
    rest.is_empty() && pairs.iter().all(|pair| begins_arabic(pair))
}

fn class_in(text: &str) -> Class {
    let mut found = Class::Neutral;
    for class in text.chars().map(class_of) {
        match class {
            Class::Rtl => return Class::Rtl,
            Class::Ltr => found = Class::Ltr,
            Class::Number if found == Class::Neutral => found = Class::Number,
            _ => {}
        }
    }
    found
}

fn class_of(c: char) -> Class {
    if c.is_ascii() {
        return match c {
            'a'..='z' | 'A'..='Z' => Class::Ltr,
            '0'..='9' => Class::Number,
            _ => Class::Neutral,
        };
    }
    match CodePointMapData::<BidiClass>::new().get(c) {
        BidiClass::RightToLeft | BidiClass::ArabicLetter => Class::Rtl,
        // Marks belong to the letter before them, and Arabic-Indic digits keep their order in Arabic text.
        BidiClass::LeftToRight => Class::Ltr,
        BidiClass::EuropeanNumber => Class::Number,
        _ => Class::Neutral,
    }
}

/// Takes the sentence's own punctuation and unpaired brackets off the edges of a run.
fn trim(text: &str, run: Range<usize>) -> Range<usize> {
    let mut run = run;
    loop {
        let inside = &text[run.clone()];
        let Some((first, last)) = inside.chars().next().zip(inside.chars().next_back()) else { return run };
        let unpaired =
            |open: char, close: char| inside.matches(open).count() as i64 - inside.matches(close).count() as i64;
        let wrapped =
            BRACKETS.iter().any(|(open, close)| first == *open && last == *close && unpaired(*open, *close) == 0)
                && !inside[first.len_utf8()..inside.len() - last.len_utf8()].contains(['(', ')', '[', ']', '{', '}']);
        if wrapped {
            run = run.start + first.len_utf8()..run.end - last.len_utf8();
        } else if BRACKETS.iter().any(|(open, close)| last == *close && unpaired(*open, *close) < 0)
            || BRACKETS.iter().any(|(open, close)| last == *open && unpaired(*open, *close) > 0)
            || TRAILING.contains(&last)
        {
            run.end -= last.len_utf8();
        } else if BRACKETS.iter().any(|(open, close)| first == *open && unpaired(*open, *close) > 0)
            || BRACKETS.iter().any(|(open, close)| first == *close && unpaired(*open, *close) < 0)
            || LEADING.contains(&first)
        {
            run.start += first.len_utf8();
        } else {
            return run;
        }
    }
}

fn balanced(text: &str) -> bool {
    BRACKETS.iter().all(|(open, close)| text.matches(*open).count() == text.matches(*close).count())
}

/// Whether the bidirectional algorithm would take the run apart, or could: all but plain Latin words and plain numbers.
fn needs_help(run: &str) -> bool {
    let word = |word: &str| {
        let inner = |c: char| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '\u{2011}');
        word.starts_with(char::is_alphabetic) && word.ends_with(char::is_alphabetic) && word.chars().all(inner)
    };
    let plain_words = run.split(' ').all(word);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let plain_number = run.split(['.', ',']).all(digits) && run.matches(['.', ',']).count() <= 4;
    !(plain_words || plain_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arabic(text: &str) -> Vec<&str> {
        let isolator = Isolator::new(Direction::Rtl, Some("en".to_owned()));
        isolator.runs(text).into_iter().map(|run| &text[run]).collect()
    }

    #[test]
    fn runs_with_neutral_edges_are_isolated_in_arabic() {
        for (text, run) in [
            ("في 2026-05-01 بدأ", "2026-05-01"),
            ("انخفض بنسبة -40% هذا العام", "-40%"),
            ("بلغت الحصة 71%، ثم زادت", "71%"),
            ("لغة C++ قديمة", "C++"),
            ("منصة .NET مفتوحة", ".NET"),
            ("لغة C# حديثة", "C#"),
            ("هاتفه +966 11 123 4567 دائمًا", "+966 11 123 4567"),
            ("حزمة OP Stack (v2) مفتوحة", "OP Stack (v2)"),
            ("المعرّف 10.5281/zenodo.123 ثابت", "10.5281/zenodo.123"),
            ("راجع https://example.org/a?b=c. ثم", "https://example.org/a?b=c"),
            ("كلفته $5.6M تقريبًا", "$5.6M"),
            ("بين 20–80 ألفًا", "20–80"),
            ("حصة 97 % منها", "97 %"),
            ("إصدار v1.2.3-rc.1 جديد", "v1.2.3-rc.1"),
            ("الخيار --dry-run مفيد", "--dry-run"),
            ("نموذج Llama 3.1 الكبير", "Llama 3.1"),
            ("بمعيار «ERC-20» الشائع", "ERC-20"),
        ] {
            assert_eq!(arabic(text), [run], "{text}");
        }
    }

    #[test]
    fn plain_words_and_numbers_are_left_alone() {
        for text in [
            "شبكة Base وحدها",
            "رخصة MIT (24 أبريل 2026)",
            "نسخة 1.1 (BSL) منها",
            "عام 2026 بدأ",
            "نحو 41.2 مليار دولار",
            "شبكات (Base) أخرى",
            "كلها عربية",
        ] {
            assert_eq!(arabic(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn arabic_in_english_is_isolated() {
        let isolator = Isolator::new(Direction::Ltr, Some("ar".to_owned()));
        let mut html = String::new();
        isolator.html("The genre (موازنة شعرية) is old & <classical>.", &mut html);
        assert_eq!(html, "The genre (<bdi dir=rtl lang=ar>موازنة شعرية</bdi>) is old &amp; &lt;classical&gt;.");
        assert_eq!(isolator.plain("Muwazana (موازنة)"), "Muwazana (\u{2068}موازنة\u{2069})");
    }
}
