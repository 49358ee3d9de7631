//! Slips of the hand in words and numbers, which readers see: capitals of a key that stayed down, a letter for a digit, a
//! quotation mark for an apostrophe, a full stop or a comma without its blank.

use std::ops::Range;

use super::Slip;
use super::scripts::is_arabic_letter;
use crate::diagnostic::Code;

/// Finds them in a text in a language, in one pass over its bytes; `begins` says whether the text begins a block.
pub fn word_slips(text: &str, language: &str, begins: bool) -> Vec<Slip> {
    let bytes = text.as_bytes();
    let mut found: Vec<Slip> = Vec::new();
    let mut push = |range: Range<usize>, message: String, help| found.push((range, Code::Punctuation, message, help));
    let mut word_start = 0;
    for at in 1..bytes.len() {
        match (bytes[at - 1], bytes[at]) {
            (b'a'..=b'z', b'A'..=b'Z') => {
                if let Some(words) = in_capitals(text, at - 1, begins) {
                    push(words, "these words were typed with the key for capitals down".to_owned(), "type them anew");
                }
            }
            (b'0'..=b'9', letter @ (b'O' | b'o' | b'l' | b'I')) => {
                if let Some(number) = letter_in_number(text, at) {
                    let message = format!("the letter `{}` stands in this number", char::from(letter));
                    push(number, message, "write the digit");
                }
            }
            (b'a'..=b'z', sign @ (b'.' | b',' | b';' | b':' | b'?' | b'!')) if joins_sentences(text, at) => {
                push(at..at + 1, no_blank(char::from(sign)), "write one");
            }
            // The second byte of an Arabic letter, before a sign of its script or a full stop.
            (0x80..=0xbf, b'.') if joins_arabic(text, at, 1) => push(at..at + 1, no_blank('.'), "write one"),
            (0xd8, 0x8c | 0x9b | 0x9f) if joins_arabic(text, at - 1, 2) => {
                push(at - 1..at + 1, no_blank(text[at - 1..].chars().next().unwrap_or_default()), "write one");
            }
            // The second byte of ٪ is the first one here.
            (b'%' | 0xaa, b'0'..=b'9' | 0xd9) if bytes[at - 1] == b'%' || text[..at].ends_with('٪') => {
                if let Some(number) = percent_before(text, at, language) {
                    push(
                        number,
                        "the sign of per cent stands before its number".to_owned(),
                        "write it behind the number",
                    );
                }
            }
            (b' ', 0xd9) if stands_on_blank(text, at) => {
                let message = "this vowel mark stands on a blank, and not on the letter before it";
                push(at..at + 2, message.to_owned(), "take out the blank");
            }
            (_, b' ' | b'\n') => {
                let word = &bytes[word_start..at];
                word_start = at + 1;
                // Most words differ from the next one in their first byte.
                if !word.is_empty() && bytes[at + 1..].starts_with(word) && is_doubled(text, at, word.len(), language) {
                    let word = &text[at + 1..at + 1 + word.len()];
                    push(at + 1..at + 1 + word.len(), format!("`{word}` stands twice"), "write it once");
                }
            }
            (0xe2, 0x80) if text[at - 1..].starts_with('‘') && is_apostrophe(text, at - 1, language) => {
                let message = "`‘` opens a quotation, and stands in the place of an apostrophe";
                push(at - 1..at + 2, message.to_owned(), "write ’");
            }
            _ => {}
        }
    }
    found
}

fn no_blank(sign: char) -> String {
    format!("no blank stands behind this `{sign}`")
}

/// Where words in capitals stand, of which the first begins with a small letter, as `eVERY PAGE`: at the beginning of a
/// sentence, as elsewhere `iSCSI LUN` is right.
fn in_capitals(text: &str, at: usize, begins: bool) -> Option<Range<usize>> {
    let before = text[..at].trim_end_matches(['(', '“', '"', '«']);
    let begins =
        if before.is_empty() { begins } else { [". ", "? ", "! ", "\n"].iter().any(|end| before.ends_with(end)) };
    let is_capital = |byte: &u8| byte.is_ascii_uppercase();
    let run = |from: usize| text.as_bytes()[from..].iter().take_while(|byte| is_capital(byte)).count();
    let first = at + 1 + run(at + 1);
    let second = first + 1 + run((first + 1).min(text.len()));
    let is_next = text[first..].starts_with(' ') && second > first + 2;
    (begins && first > at + 3 && is_next).then_some(at..second)
}

/// How many bytes on either side of a letter may belong to a number.
const LONGEST_NUMBER: usize = 40;

/// The number in which a letter at this place stands for a digit: `43O`, `2O26`. `16O` is an isotope, `0o7` a number in code, and
/// `5O` before a word that begins with a capital may be a name.
fn letter_in_number(text: &str, at: usize) -> Option<Range<usize>> {
    let is_of_token = |c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '_' | '-' | '/' | '#' | '\u{fffc}');
    // What is longer is no number, and going through all of it at each of its letters takes long.
    let nearest = text.floor_char_boundary(at.saturating_sub(LONGEST_NUMBER));
    let furthest = text.floor_char_boundary((at + LONGEST_NUMBER).min(text.len()));
    let before = text[nearest..at].char_indices().rfind(|(_, c)| !is_of_token(*c));
    let start = before.map_or(nearest, |(before, c)| nearest + before + c.len_utf8());
    let end = text[at..furthest].find(|c: char| !is_of_token(c)).map_or(furthest, |end| at + end);
    if start == nearest && nearest > 0 || end == furthest && furthest < text.len() {
        return None;
    }
    let number = text[start..end].trim_end_matches(['.', ',']);
    let fits =
        number.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'O' | b'o' | b'l' | b'I' | b'.' | b','));
    let between = text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
    let is_last = text.as_bytes()[at] == b'O' && at + 1 == start + number.len() && number.len() > 2;
    let is_other = number.starts_with("0o") || matches!(number, "16O" | "17O" | "18O");
    (fits && !is_other && (between || is_last) && number.bytes().filter(u8::is_ascii_alphabetic).count() == 1)
        .then_some(start..start + number.len())
}

/// A number that begins at this place, with the sign of per cent before it, in a language in which that stands behind: `%50` in
/// Arabic and Hebrew. Persian, as Turkish, has it before the number.
fn percent_before(text: &str, at: usize, language: &str) -> Option<Range<usize>> {
    let before = text[..at].strip_suffix(['%', '٪']).filter(|_| matches!(language, "ar" | "he"))?;
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '٠'..='٩');
    let rest = &text[at..];
    let number = &rest[..rest.find(|c| !(is_digit(c) || matches!(c, '.' | ',' | '٫' | '٬'))).unwrap_or(rest.len())];
    let number = number.trim_end_matches(['.', ',']);
    let behind = &rest[number.len()..];
    let is_whole = !before
        .ends_with(|c: char| c.is_ascii_alphanumeric() || is_digit(c) || matches!(c, '%' | '/' | '='))
        && !behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '%' | '٪' | '$' | '_' | '/' | '\u{fffc}'));
    (is_whole && number.starts_with(is_digit)).then_some(before.len()..at + number.len())
}

/// Words that begin sentences or go on behind a comma, of languages in Latin letters; few of them are names in code.
const SMALL_WORDS: [&str; 74] = [
    "the", "this", "that", "these", "those", "there", "they", "and", "but", "or", "so", "we", "you", "he", "she", "if",
    "for", "with", "when", "what", "which", "who", "how", "not", "no", "as", "because", "while", "however", "it",
    "its", "some", "most", "all", "our", "here", "then", "il", "elle", "le", "la", "les", "une", "des", "ce", "cette",
    "ces", "dans", "mais", "nous", "vous", "qui", "der", "die", "das", "ein", "eine", "sie", "wir", "und", "aber",
    "los", "las", "una", "pero", "que", "bu", "bir", "ve", "ama", "ini", "itu", "yang", "dan",
];

/// Whether a sign that a blank follows stands between a word and the next one, which is a usual word: `corrected.It is`,
/// `late,but it`.
fn joins_sentences(text: &str, at: usize) -> bool {
    let behind = &text[at + 1..];
    let word = &behind[..behind.bytes().take_while(u8::is_ascii_alphabetic).count()];
    let sign = text.as_bytes()[at];
    let begins_sentence = matches!(sign, b'.' | b'?' | b'!');
    // A letter behind a full stop may be that of a figure or of an initial.
    let is_article = word == "A" && sign != b'.';
    let is_usual = word.starts_with(|c: char| c.is_ascii_uppercase() == begins_sentence)
        && (is_article || SMALL_WORDS.contains(&word.to_ascii_lowercase().as_str()));
    if !is_usual || !behind[word.len()..].starts_with([' ', '\n']) {
        return false;
    }
    // The word before it: of letters alone, and no part of an address or of a name in code.
    let before = text[..at].trim_end_matches(|c: char| c.is_ascii_lowercase() || c == '’' || c == '\'');
    at - before.len() > 1
        && before.chars().next_back().is_none_or(|c| c.is_whitespace() || "(“\"«".contains(c) || c.is_uppercase())
}

/// Whether a sign of so many bytes stands between two words of Arabic letters. Behind a full stop they have three letters at
/// least, as one of fewer may be an abbreviation.
fn joins_arabic(text: &str, at: usize, length: usize) -> bool {
    let least = if text[at..].starts_with('.') { 3 } else { 2 };
    let is_long = |mut letters: &mut dyn Iterator<Item = char>| {
        (&mut letters).take_while(|c| is_arabic_letter(*c)).count() >= least
    };
    is_long(&mut text[..at].chars().rev()) && is_long(&mut text[at + length..].chars())
}

/// Whether a vowel mark of Arabic stands behind a blank at this place, and inside a word: `المقد ّر`. One that is shown by
/// itself has no letter behind it.
fn stands_on_blank(text: &str, at: usize) -> bool {
    let mut behind = text[at..].chars();
    let is_mark = behind.next().is_some_and(|c| matches!(c, '\u{64b}'..='\u{652}'));
    is_mark && behind.next().is_some_and(is_arabic_letter) && text[..at - 1].ends_with(is_arabic_letter)
}

/// Words that never stand twice side by side, by language. Of others, such as `that that`, `nous nous` or `die die`, each may
/// have its own place in the sentence.
const SINGLE_WORDS: [(&str, &[&str]); 8] = [
    ("en", &["the", "a", "an", "of", "and", "to", "for", "with", "from", "at", "or", "by"]),
    ("ar", &["في", "إلى", "على", "عن", "التي", "الذي", "هذا", "هذه", "ذلك", "تلك", "أو", "ثم"]),
    ("fa", &["از", "به", "را", "این", "یا"]),
    ("he", &["של", "על", "עם", "או"]),
    ("de", &["und", "ein", "eine", "mit", "von", "für", "oder", "im"]),
    ("fr", &["le", "la", "et", "du", "une", "un", "dans", "pour", "ou"]),
    ("es", &["el", "los", "las", "de", "y", "una", "un", "en", "con", "para"]),
    ("id", &["yang", "dan", "di", "dari", "untuk"]),
];

/// Whether a word of so many bytes, which stands before a blank at this place and begins what follows, is never meant twice.
fn is_doubled(text: &str, at: usize, length: usize, language: &str) -> bool {
    let word = text[at - length..at].trim_start_matches(['(', '«', '“']);
    let behind = &text[at + 1 + length..];
    let is_whole = word.len() == length
        && !behind.starts_with(|c: char| c.is_alphanumeric() || "-’'./_".contains(c))
        && !behind.starts_with(['\u{fffc}', '\u{200c}']);
    let words = SINGLE_WORDS.iter().find(|(of, _)| *of == language).map_or(&[][..], |(_, words)| *words);
    is_whole && words.contains(&word)
}

/// Whether `‘` at a place stands in a word where its language writes an apostrophe: `C‘est`, `it‘s`. In transcriptions of Arabic,
/// such as `Ka‘ba`, it is a letter.
fn is_apostrophe(text: &str, at: usize, language: &str) -> bool {
    let (before, behind) = (&text[..at], &text[at + '‘'.len_utf8()..]);
    let word = |text: &str| text.bytes().take_while(u8::is_ascii_alphabetic).count();
    match language {
        "fr" | "it" | "ca" => {
            let first = &before[before.trim_end_matches(|c: char| c.is_alphabetic()).len()..];
            let is_joined = matches!(
                first.to_lowercase().as_str(),
                "qu" | "un" | "dell" | "all" | "nell" | "sull" | "jusqu" | "lorsqu" | "puisqu"
            ) || first.chars().count() == 1
                && first.to_lowercase().contains(['c', 'd', 'j', 'l', 'm', 'n', 's', 't']);
            is_joined && behind.starts_with(char::is_alphabetic)
        }
        "en" => {
            let is_end = matches!(&behind[..word(behind)], "s" | "t" | "re" | "ll" | "ve" | "d" | "m");
            is_end && before.ends_with(|c: char| c.is_ascii_lowercase())
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_in_words_are_told_once() {
        for (text, language, slip) in [
            ("eVERY PAGE can be corrected", "en", "eVERY PAGE"),
            ("It is so. tHIS ONE too", "en", "tHIS ONE"),
            ("costs 43O euros", "en", "43O"),
            ("in 2O26, as", "en", "2O26"),
            ("1l5 words", "en", "1l5"),
            ("can be corrected.It is", "en", "."),
            ("it came late,but it came", "en", ","),
            ("قيل هذا.وكان كذلك", "ar", "."),
            ("قيل هذا،وكان كذلك", "ar", "،"),
            ("من عندهم،في هذا", "ar", "،"),
            ("speaks against it;as it", "en", ";"),
            ("one thing:the other", "en", ":"),
            ("by themselves?A comparison", "en", "?"),
            ("had bought the the security", "en", "the"),
            ("كان في في الكتاب", "ar", "في"),
            ("استهلاكها المقد ّر", "ar", "ّ"),
            ("C‘est vrai, et qu‘elle", "fr", "‘‘"),
            ("it‘s so", "en", "‘"),
            ("بأكثر من %99.9.", "ar", "%99.9"),
            ("نحو ٪٥٠ و(%3)", "ar", "٪٥٠%3"),
            ("יותר מ-%50, אבל", "he", "%50"),
        ] {
            let found: String =
                word_slips(text, language, true).iter().map(|(range, ..)| &text[range.clone()]).collect();
            assert_eq!(found, slip, "{text}");
        }
    }

    #[test]
    fn per_cent_in_its_place() {
        for (text, language) in
            [("نحو 50% و50%30 و%20ب و%1$s و%s", "ar"), ("٪۵۰", "fa"), ("%50", "tr"), ("a %20 in it", "en")]
        {
            assert_eq!(word_slips(text, language, true).len(), 0, "{text}");
        }
    }

    #[test]
    fn what_is_meant_as_it_stands() {
        for text in [
            "iOS, macOS, eBPF VM, an iSCSI LUN and mRNA",
            "16O and 18O, H2O, CO2, 0o755, 3I4A, 5G",
            "Node.js, System.Out, fmt.Println prints, example.com, e.g. This",
            "config.The",
            "java.util.All is, see a.But it",
            "red,green,blue",
            "Ka‘ba, Sa‘ud, the ‘word’ and ‘t is",
            "ق.م وما بعد، د.إ",
            "1.5 و 2.5، نعم",
            "a, but it",
            "He said that that had had no end; what it is is that",
            "to the, the last of all, and a A-B",
            "std::the x, see http://a?the=1 and fig.A is",
            "الفتحة َ والضمة ُ",
            "و the theory",
        ] {
            assert_eq!(word_slips(text, "en", true).len(), 0, "{text}");
        }
    }
}
