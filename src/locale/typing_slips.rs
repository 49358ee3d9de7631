//! Faults of typing that a reader would see or, worse, would not: signs, letters and digits of another script, brackets the
//! wrong way round, invisible characters.

use std::borrow::Cow;
use std::cell::LazyCell;
use std::ops::Range;

use super::doubled_signs::doubled_signs;
use super::scripts::{WritingSystem, is_arabic_letter};
use super::word_slips::word_slips;
use super::{Locale, Slip};
use crate::diagnostic::{Cause, Code, Diagnostic, Matter};
use crate::text::scan::{begins_arabic, common_arabic_run};
use crate::text::{Located, Span, is_bidi_control};

/// The keyboard that a text should be typed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keyboard<'a> {
    /// The first part of the language's tag; empty if the language is not known.
    pub language: &'a str,
    /// Whether the language is written in the Arabic script.
    pub arabic_script: bool,
}

impl<'a> Keyboard<'a> {
    /// That of a language.
    pub fn of(locale: &'a Locale) -> Self {
        Self { language: locale.language(), arabic_script: locale.arabic_script }
    }

    /// That of a language by its tag.
    pub fn of_tag(tag: &'a str) -> Self {
        let language = tag.split('-').next().unwrap_or_default();
        Self { language, arabic_script: WritingSystem::new(tag).is_some_and(|system| system.is_arabic()) }
    }
}

/// What is to stand where a fault of typing stands; `None` where that depends on what is meant.
pub fn right_sign(code: Code, written: &str, language: &str) -> Option<Cow<'static, str>> {
    if let (Code::Punctuation, Some(number)) =
        (code, written.strip_prefix(['%', '٪']).filter(|number| !number.is_empty()))
    {
        return Some(Cow::Owned(format!("{number}{}", &written[..written.len() - number.len()])));
    }
    // Letters of one word, some of which are right.
    if code == Code::ForeignLetter && written.chars().nth(1).is_some() {
        let right = |c: char| match own_letter(c, language) {
            Some(_) => right_sign(code, c.encode_utf8(&mut [0; 4]), language),
            None => Some(Cow::Owned(c.to_string())),
        };
        let is_other = |c: char| own_letter(c, language).is_some();
        let is_word = written.starts_with(is_other) && written.ends_with(is_other);
        return written.chars().map(right).collect::<Option<String>>().filter(|_| is_word).map(Cow::Owned);
    }
    Some(Cow::Borrowed(match (code, written) {
        (Code::BidiControl | Code::ControlCharacter, _) => "",
        (Code::Punctuation, ",") => "،",
        (Code::Punctuation, ";") => "؛",
        (Code::Punctuation, "?") => "؟",
        (Code::Punctuation, "،") => ",",
        (Code::Punctuation, "؛") => ";",
        (Code::Punctuation, "؟") => "?",
        (Code::ForeignLetter, "ک") if language == "ar" => "ك",
        (Code::ForeignLetter, "ہ" | "ھ") if language == "ar" => "ه",
        (Code::ForeignLetter, "ك") => "ک",
        (Code::ForeignLetter, "ي" | "ى") if language != "ar" => "ی",
        _ => return None,
    }))
}

/// The faults of typing in a text of a data file in a language.
pub fn slips_of_text(text: &Located<String>, tag: &str) -> Vec<Diagnostic> {
    let keyboard = Keyboard::of_tag(tag);
    slips_of_whole(&text.value, slips(&text.value, keyboard, None), keyboard.language, text.span)
}

/// A fault of typing at its place. A lost letter may come of a file that could not be read as it was meant.
pub fn fault_of_slip(code: Code, message: String, help: &str, place: Span) -> Diagnostic {
    let (is_lost, is_misread) = (message.contains("U+FFFD"), message == MISREAD);
    let fault = Diagnostic::warning(code, message).at(place).help(help);
    if is_misread {
        // A file is read in one encoding from its beginning to its end.
        let cause = Cause { name: format!("encoding of the file {}", place.file.0), instead: None };
        return fault.doubting(Matter::Encoding(place.file)).because_of(cause);
    }
    match code {
        _ if is_lost => fault.resting_on(Matter::File(place.file)),
        // Some of what letters turn into in another encoding are quotation marks and dashes.
        Code::Punctuation => fault.resting_on(Matter::Encoding(place.file)),
        _ => fault,
    }
}

/// The faults of typing in a text that stands alone, at the place that it has as a whole.
pub fn slips_of_whole(text: &str, slips: Vec<Slip>, language: &str, span: Span) -> Vec<Diagnostic> {
    // Bare, or between quotation marks, the text stands as it is, unless something in it is escaped.
    let around = (span.end - span.start).checked_sub(text.len());
    let is_plain = matches!(around, Some(0 | 2));
    let fault = |(range, code, message, help): Slip| {
        let at = span.start + around.unwrap_or_default() / 2;
        let place = if is_plain { span.file.span(at + range.start..at + range.end) } else { span };
        let fault = fault_of_slip(code, message, help, place);
        let Some(right) = text.get(range.clone()).and_then(|written| right_sign(code, written, language)) else {
            return fault;
        };
        // The same sign may stand in the text more than once: what is before it tells which is meant.
        let start = text[..range.start].char_indices().rev().nth(7).map_or(0, |(at, _)| at);
        let before = &text[start..range.start];
        fault.mended(&text[start..range.end], format!("{before}{right}"))
    };
    slips.into_iter().map(fault).collect()
}

/// Whether a sign stands between a blank behind an Arabic word and the next word.
fn is_apart(text: &str, sign: &Range<usize>) -> bool {
    let before = text[..sign.start].strip_suffix(' ').and_then(|before| before.chars().next_back());
    before.is_some_and(is_arabic_letter) && text[sign.end..].starts_with(is_arabic_letter)
}

/// Finds the faults of typing in a text; `before` is the character in front of it.
pub fn slips(text: &str, keyboard: Keyboard<'_>, before: Option<char>) -> Vec<Slip> {
    let mut slips = doubled_signs(text);
    slips.extend(word_slips(text, keyboard.language, before.is_none()));
    if text.is_ascii() && !keyboard.arabic_script {
        return slips;
    }
    let (mut from, doubled) = (0, slips.len());
    // A text that has the digits of both tells of digits; whoever types one number in other digits types all so.
    let of_digits = LazyCell::new(|| text.contains(is_arabic_digit) && text.contains(is_persian_digit));
    let mut said_of_digits: Vec<String> = Vec::new();
    loop {
        from += right(&text.as_bytes()[from..], keyboard.language);
        let Some(c) = text[from..].chars().next() else { break };
        let last = text[..from].chars().next_back().or(before);
        let range = from..from + c.len_utf8();
        from = range.end;
        let Some((code, message, help)) = slip(text, range.clone(), c, last, keyboard, &of_digits) else { continue };
        let is_said = is_own_digit(c) && said_of_digits.contains(&message);
        match slips[doubled..].last_mut() {
            // Controls, shapes and digits in a row are one fault.
            Some((before, of, ..)) if before.end == range.start && *of == code && goes_on(c) => before.end = range.end,
            // And so are letters of one word.
            Some((before, _, of, advice)) if is_in_one_word(text, before, &range, keyboard.language) => {
                before.end = range.end;
                *of = format!("letters of `{}` are from another language's keyboard", &text[before.clone()]);
                *advice = "type the word anew on the keyboard of its language";
            }
            _ if is_said => {}
            _ => {
                said_of_digits.extend(is_own_digit(c).then(|| message.clone()));
                slips.push((range, code, message, help));
            }
        }
    }
    slips.extend(letters_in_words(text));
    slips.extend(turned_brackets(text, keyboard));
    if keyboard.arabic_script {
        slips.extend(other_layout(text));
    }
    slips.sort_by_key(|(range, ..)| range.start);
    slips
}

/// What is wrong with a character: its kind, and what to do.
fn slip(
    text: &str,
    range: Range<usize>,
    c: char,
    last: Option<char>,
    keyboard: Keyboard<'_>,
    of_digits: &LazyCell<bool, impl FnOnce() -> bool>,
) -> Option<(Code, String, &'static str)> {
    let Keyboard { language, arabic_script } = keyboard;
    let next = text[range.end..].chars().next();
    Some(match c {
        _ if is_bidi_control(c) => (
            Code::BidiControl,
            format!("here stands the invisible direction control U+{:04X}", c as u32),
            "delete it: runs of the other direction are isolated when the site is built",
        ),
        '\u{200b}' if last.is_some_and(is_of_words) && next.is_some_and(is_of_words) => (
            Code::ControlCharacter,
            "an invisible space, U+200B, stands inside this word".to_owned(),
            "delete it: the search does not find the word, and its letters may not be joined",
        ),
        '\u{fffd}' => (
            Code::ControlCharacter,
            "here stands U+FFFD, in the place of a letter that was lost".to_owned(),
            "write the letter anew",
        ),
        '¬' if last.is_some_and(is_joined_script) && next.is_some_and(is_joined_script) => (
            Code::ForeignLetter,
            "`¬` stands inside this word, as word processors write the half-space".to_owned(),
            "write the half-space, U+200C, or nothing",
        ),
        _ if is_misread(c, &text[range.end..]) || last.is_some_and(|last| is_misread(last, &text[range.start..])) => (
            Code::ForeignLetter,
            MISREAD.to_owned(),
            "type the words anew wherever such signs stand, or save as UTF-8 what they were copied from and copy it again",
        ),
        '۔' if matches!(language, "ar" | "fa") => {
            (Code::Punctuation, "`۔` is the full stop of Urdu".to_owned(), "write `.`")
        }
        '،' | '؛' if next == Some(c) => (Code::Punctuation, format!("`{c}` stands twice"), "write it once"),
        '\u{feff}' => (
            Code::ControlCharacter,
            "here stands the invisible mark U+FEFF, with which files begin".to_owned(),
            "delete it",
        ),
        ',' | ';' | '?' if arabic_script && ends_arabic(text, &range, last) => (
            Code::Punctuation,
            match last {
                Some(last) if last.is_ascii_alphanumeric() => format!("the Latin `{c}` stands before an Arabic word"),
                _ => format!("the Latin `{c}` follows an Arabic word"),
            },
            match c {
                ',' => "write the Arabic comma ،",
                ';' => "write the Arabic semicolon ؛",
                _ => "write the Arabic question mark ؟",
            },
        ),
        '،' | '؛' | '؟' if !arabic_script && last.is_some_and(is_of_other_script) => (
            Code::Punctuation,
            format!("the Arabic `{c}` follows a word of another script"),
            match c {
                '،' => "write `,`",
                '؛' => "write `;`",
                _ => "write `?`",
            },
        ),
        '٠'..='٩' | '۰'..='۹' if is_two_scripts(c, last, next) => (
            Code::ForeignLetter,
            "this number is written in digits of two scripts".to_owned(),
            "write all its digits in one",
        ),
        '۰'..='۹' if language == "ar" && !**of_digits => (
            Code::ForeignLetter,
            "here stand digits from the keyboard of Persian or Urdu".to_owned(),
            "write the digits of Arabic, ٠ to ٩, or 0 to 9",
        ),
        '٠'..='٩' if matches!(language, "fa" | "ur") && !**of_digits => (
            Code::ForeignLetter,
            "here stand digits from an Arabic keyboard".to_owned(),
            "write those of the language, ۰ to ۹, or 0 to 9",
        ),
        _ if is_shape(c) => (
            Code::ForeignLetter,
            format!("`{c}` (U+{:04X}) is the shape of a letter for print, and not the letter", c as u32),
            "type the word anew: the search does not find it as it is",
        ),
        _ => {
            let help = own_letter(c, language)?;
            let message = format!("the letter `{c}` (U+{:04X}) is from another language's keyboard", c as u32);
            (Code::ForeignLetter, message, help)
        }
    })
}

/// Whether a letter of another keyboard stands in the same word as the one before it.
fn is_in_one_word(text: &str, before: &Range<usize>, letter: &Range<usize>, language: &str) -> bool {
    let is_other = |range: &Range<usize>| text[range.clone()].starts_with(|c| own_letter(c, language).is_some());
    is_other(before)
        && is_other(letter)
        && text[before.end..letter.start].chars().all(|c| is_arabic_letter(c) || c == '\u{200c}')
}

/// Whether a character directly behind one that is wrong, and wrong in the same way, belongs to the same fault.
fn goes_on(c: char) -> bool {
    is_bidi_control(c) || is_shape(c) || is_own_digit(c) || !c.is_ascii() && !is_joined_script(c)
}

/// Whether a Latin sign ends a part of an Arabic sentence: behind an Arabic word, or before one.
fn ends_arabic(text: &str, sign: &Range<usize>, last: Option<char>) -> bool {
    let goes_on = || text[sign.end..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(is_arabic_letter));
    // The last letter or digit, perhaps in a quotation or in brackets that end before the sign.
    let inside = text[..sign.start].trim_end_matches(['»', ')', '”', '"', '’', ']']);
    let last = if inside.is_empty() { last } else { inside.chars().next_back() };
    last.is_some_and(is_arabic_letter)
        || is_apart(text, sign)
        || last.is_some_and(|c| c.is_ascii_alphanumeric()) && goes_on()
}

/// A letter or digit that Arabic punctuation does not follow.
fn is_of_other_script(c: char) -> bool {
    c.is_alphanumeric() && !is_arabic_letter(c) && !is_own_digit(c)
}

/// A digit of Arabic or of Persian and Urdu.
fn is_own_digit(c: char) -> bool {
    is_arabic_digit(c) || is_persian_digit(c)
}

fn is_arabic_digit(c: char) -> bool {
    matches!(c, '٠'..='٩')
}

fn is_persian_digit(c: char) -> bool {
    matches!(c, '۰'..='۹')
}

/// Whether a digit stands beside one of another script. A number is named once, at the first such place.
fn is_two_scripts(c: char, last: Option<char>, next: Option<char>) -> bool {
    let is_other =
        |other: char| other.is_ascii_digit() || is_own_digit(other) && is_arabic_digit(other) != is_arabic_digit(c);
    last.is_some_and(is_other) || next.is_some_and(is_other)
}

/// The shape that a letter of the Arabic script has at one place of a word, and a Latin ligature such as ﬁ, as they come out
/// of some PDF files. Ligatures that are signs of their own, such as ﷺ, are none.
fn is_shape(c: char) -> bool {
    matches!(c, '\u{fb00}'..='\u{fb06}' | '\u{fb50}'..='\u{fd3d}' | '\u{fd50}'..='\u{fdc7}' | '\u{fe70}'..='\u{fefc}')
}

/// A letter of a script whose words have blanks between them, so that none is parted by an invisible one.
fn is_of_words(c: char) -> bool {
    c.is_alphabetic() && c < '\u{0750}'
}

const MISREAD: &str = "these signs are letters that were read in another encoding";

/// Whether a character and the one behind it are a letter whose bytes were read one by one: `â€™` for ’, `Ã©` for é, `Ã¼` for
/// ü, `Ø§` for ا. The bytes 80 to 9F are signs in the encoding of Windows, some of which stand behind letters anyway.
fn is_misread(c: char, behind: &str) -> bool {
    let mut behind = behind.chars();
    let Some(next) = behind.next() else { return false };
    match c {
        'â' => next == '€',
        'Ã' | 'Â' | 'Ø' | 'Ù' => match next {
            '\u{80}'..='\u{bf}' | 'ƒ' | 'ˆ' | '‰' | 'Š' | 'Œ' | 'Ž' | '˜' | '™' | 'š' | 'œ' | 'ž' | 'Ÿ' => {
                true
            }
            '‚' | '„' | '…' | '†' | '‡' | '‹' | '‘' | '’' | '“' | '”' | '•' | '–' | '—' | '›' | '€' => {
                matches!(c, 'Ã' | 'Ù') && behind.next().is_some_and(char::is_alphabetic)
            }
            _ => false,
        },
        _ => false,
    }
}

/// A letter of Arabic or Hebrew.
fn is_joined_script(c: char) -> bool {
    is_arabic_letter(c) || matches!(c, '\u{05d0}'..='\u{05ea}')
}

/// The scripts whose letters are mistaken for one another, by keyboards and by looks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Hebrew,
    Arabic,
}

fn script(c: char) -> Option<Script> {
    match c {
        'a'..='z' | 'A'..='Z' => Some(Script::Latin),
        '\u{0400}'..='\u{052f}' => Some(Script::Cyrillic),
        '\u{05d0}'..='\u{05ea}' => Some(Script::Hebrew),
        // The stroke that draws a word out may join it to a foreign one.
        'ـ' => None,
        c if is_arabic_letter(c) => Some(Script::Arabic),
        _ => None,
    }
}

/// Single letters that stand inside words of another script.
fn letters_in_words(text: &str) -> Vec<Slip> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    for (at, byte) in bytes.iter().enumerate() {
        // Few places are looked at: where ASCII and other letters meet, and where Hebrew may stand beside Arabic.
        let before = at.checked_sub(1).map_or(b' ', |before| bytes[before]);
        let next = bytes.get(at + if byte.is_ascii() { 1 } else { 2 }).copied().unwrap_or(b' ');
        let may_be = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => before >= 0x80 && next >= 0x80,
            0xd0..=0xd4 | 0xd8..=0xdb => before.is_ascii_alphabetic() && next.is_ascii_alphabetic(),
            0xd7 => before.is_ascii_alphabetic() && next.is_ascii_alphabetic() || before >= 0x80 && next >= 0xd8,
            _ => false,
        };
        if !may_be {
            continue;
        }
        let Some(c) = text[at..].chars().next() else { continue };
        let end = at + c.len_utf8();
        let around = [text[..at].chars().next_back(), text[end..].chars().next()].map(|c| c.and_then(script));
        let [Some(before), Some(after)] = around else { continue };
        if before == after && script(c).is_some_and(|own| own != before) {
            let message = format!("the letter `{c}` (U+{:04X}) stands inside a word of another script", c as u32);
            found.push((at..end, Code::ForeignLetter, message, "type the letter that the word has"));
        }
    }
    found
}

/// Brackets around words that were typed the wrong way round, as some editors show them in right-to-left text: `)so(`.
fn turned_brackets(text: &str, keyboard: Keyboard<'_>) -> Vec<Slip> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let brackets: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| matches!(c, '(' | ')')).collect();
    let mut at = 0;
    while let Some((start, bracket)) = brackets.get(at).copied() {
        at += 1;
        if bracket == '(' {
            depth += 1;
            continue;
        }
        let behind_blank = text[..start].chars().next_back().is_none_or(char::is_whitespace);
        let is_right_to_left = keyboard.arabic_script || matches!(keyboard.language, "he" | "yi");
        let begins =
            text[start + 1..].starts_with(|c| is_joined_script(c) || is_right_to_left && char::is_alphanumeric(c));
        if let Some((end, '(')) = brackets.get(at).copied()
            && depth == 0
            && behind_blank
            && begins
            && text[..end].ends_with(|c: char| !c.is_whitespace())
            && !text[end + 1..].starts_with(char::is_alphanumeric)
        {
            at += 1;
            let message = "these brackets are the wrong way round".to_owned();
            found.push((start..end + 1, Code::Punctuation, message, "type `(` before the words and `)` behind them"));
        }
        depth = depth.saturating_sub(1);
    }
    found
}

/// Words that were typed on the Latin layout of an Arabic keyboard: `hgsdhvm` for السيارة. Its `hg` is the article, with
/// which no word in Latin letters begins; particles before it stand on other keys.
fn other_layout(text: &str) -> Vec<Slip> {
    text.match_indices("hg")
        .filter_map(|(at, _)| {
            let is_key = |c: char| c.is_ascii_lowercase() || ",;'[]`".contains(c);
            let begin = text[..at].trim_end_matches([',', ';', 'f', 't']).len();
            let rest = &text[at + 2..];
            let word = &rest[..rest.find(|c| !is_key(c)).unwrap_or(rest.len())];
            let word = word.trim_end_matches([',', ';', '\'', '`']);
            let end = at + 2 + word.len();
            let stands_alone = text[..begin].chars().next_back().is_none_or(|c| c.is_whitespace() || "«(،".contains(c))
                && text[end..].chars().next().is_none_or(|c| c.is_whitespace() || "».,:;،؛؟!)".contains(c));
            let is_word = word.len() > 2 && at - begin < 3 && stands_alone;
            let meant: String = text[begin..end].chars().filter_map(arabic_key).collect();
            is_word.then(|| {
                let message = format!("`{}` was typed on the Latin layout, and stands for {meant}", &text[begin..end]);
                (begin..end, Code::ForeignLetter, message, "type the word anew on the Arabic layout")
            })
        })
        .collect()
}

/// What a key of a Latin keyboard types on the usual Arabic layout; `b` types two letters, of which the first is given.
fn arabic_key(key: char) -> Option<char> {
    const LATIN: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`";
    const ARABIC: &str = "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرلىةوزظذ";
    let n = LATIN.chars().position(|latin| latin == key)?;
    ARABIC.chars().nth(n)
}

/// How many bytes at the beginning of a text are right for sure: nearly all are.
fn right(text: &[u8], language: &str) -> usize {
    let ascii = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'.');
    let mut at = 0;
    loop {
        at += text[at..].iter().position(|byte| !ascii(byte)).unwrap_or(text.len() - at);
        let rest = &text[at..];
        let run = match language {
            "ar" => common_arabic_run(rest).max(if begins_arabic(rest) { 2 } else { 0 }),
            _ => 0,
        };
        if run == 0 {
            return at;
        }
        at += run;
    }
}

/// What to type in place of a letter that looks like one of the language's own.
fn own_letter(c: char, language: &str) -> Option<&'static str> {
    match (language, c) {
        ("ar", 'ک') => Some("type the Arabic ك"),
        ("ar", 'ی') => Some("type the Arabic ي, or ى at the end of a word"),
        ("ar", 'ہ' | 'ھ') => Some("type the Arabic ه"),
        ("ar", 'ۀ' | 'ە' | 'ۃ') => Some("type the Arabic ة, or ه"),
        ("ar", 'ے') => Some("type the Arabic ي"),
        ("fa" | "ur", 'ك') => Some("type ک"),
        ("fa" | "ur", 'ي' | 'ى') => Some("type ی"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Digits;

    fn found(tag: &str, text: &str) -> Vec<(String, Code)> {
        let locale = Locale::new(tag, Digits::Latin).unwrap();
        let slips = slips(text, Keyboard::of(&locale), None).into_iter();
        slips.map(|(range, code, ..)| (text[range].to_owned(), code)).collect()
    }

    #[test]
    fn slips_of_the_keyboard() {
        for (tag, text, slips) in [
            ("ar", "نعم, لا", &[(",", Code::Punctuation)][..]),
            ("ar", "«نعم»، Base، وغيرها", &[]),
            ("ar", "في Cairo, ثم", &[(",", Code::Punctuation)]),
            ("ar", "Go, Rust, C", &[]),
            ("ar", "کتاب", &[("ک", Code::ForeignLetter)]),
            ("ar", "کتابک کان", &[("کتابک", Code::ForeignLetter), ("ک", Code::ForeignLetter)]),
            ("ar", "عام\u{200f} 2026", &[("\u{200f}", Code::BidiControl)]),
            ("ar", "سنة ۱۸۶۰", &[("۱۸۶۰", Code::ForeignLetter)]),
            ("ar", "سنة ١٨٦٠ و1860", &[]),
            ("ar", "سنة 1٨60", &[("٨", Code::ForeignLetter)]),
            ("fa", "سال ٤٥٦", &[("٤٥٦", Code::ForeignLetter)]),
            ("fa", "سال ۴۵۶", &[]),
            ("ar", "الأرقام ١٢٣ و۱۲۳", &[]),
            ("ar", "تعر\u{200b}يفة", &[("\u{200b}", Code::ControlCharacter)]),
            ("ar", "ﺗﻌﺮﻳﻔﺔ أقدم ﷺ", &[("ﺗﻌﺮﻳﻔﺔ", Code::ForeignLetter)]),
            ("ar", "البرyد وx في الـxات", &[("y", Code::ForeignLetter)]),
            ("ar", "الكتاب۔ نعم،، لا", &[("۔", Code::Punctuation), ("،", Code::Punctuation)]),
            ("fa", "می¬توان", &[("¬", Code::ForeignLetter)]),
            ("ur", "کتاب۔", &[]),
            (
                "en",
                "Drivers ﬁnd cor\u{200b}rected lett\u{fffd}rs",
                &[
                    ("ﬁ", Code::ForeignLetter),
                    ("\u{200b}", Code::ControlCharacter),
                    ("\u{fffd}", Code::ControlCharacter),
                ],
            ),
            ("en", "The clerkâ€™s café, cafÃ©, Ærø, NÃO", &[("â€", Code::ForeignLetter), ("Ã©", Code::ForeignLetter)]),
            ("ar", "كאتب", &[("א", Code::ForeignLetter)]),
            ("ar", "منها )أو أوثق(.", &[(")أو أوثق(", Code::Punctuation)]),
            ("ar", "سنة )1908--1912(. ثم", &[(")1908--1912(", Code::Punctuation)]),
            ("ar", "بصيغة «ماركداون», ومن (كذا); ثم «Go», Rust", &[(",", Code::Punctuation), (";", Code::Punctuation)]),
            (
                "ar",
                "من القلّة، ,hgsdhvm بين hgl]dkm وhgext وhg",
                &[(",hgsdhvm", Code::ForeignLetter), ("hgl]dkm", Code::ForeignLetter)],
            ),
            ("en", "by hgsdhvm )1908(", &[]),
            ("ar", "منها (أو أوثق) و(ثم). 1) كذا 2) (كذا)", &[]),
            ("he", "כאן )כך( שם", &[(")כך(", Code::Punctuation)]),
            ("he", "מoלה", &[("o", Code::ForeignLetter)]),
            ("he", "כך، כאן", &[("،", Code::Punctuation)]),
            ("en", "An older tariff، or", &[("،", Code::Punctuation)]),
            ("en", "The Arabic comma ، and the word نعم، here", &[]),
            ("en", "An older tаriff, ЯндексGPT, α-helix, µm", &[("а", Code::ForeignLetter)]),
            ("en", "\u{feff}An older", &[("\u{feff}", Code::ControlCharacter)]),
        ] {
            let expected: Vec<_> = slips.iter().map(|(sign, code)| ((*sign).to_owned(), *code)).collect();
            assert_eq!(found(tag, text), expected, "{text}");
        }
        let many = format!("عام{}", "\u{202e}".repeat(50_000));
        assert_eq!(found("ar", &many).len(), 1);
    }
}
