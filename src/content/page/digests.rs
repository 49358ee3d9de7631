//! What stands for the text of each section, so that a change of it can be told: a short digest that is blind to where
//! lines break. Digests are kept apart from everything that other pages see, because every edit changes them.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use memchr::memmem::Finder;
use memchr::{memchr_iter, memchr3};

use super::front_matter::split;
use super::section_facts::SectionFacts;
use super::text::{ArticleDigest, PageText};
use crate::content::Note;
use crate::locale::{Locale, is_right_to_left};
use crate::text::fingerprint;

/// Digests by section, in their order: see [`section_texts`]. `text` is the whole file, `body` where the article begins in it.
pub fn digests(words: &PageText, text: &str, body: usize) -> Vec<(String, String)> {
    texts(words, text, body).map(|(id, text)| (id, digest(&text))).collect()
}

/// What the sections hold beside words, in the same order.
pub fn facts(words: &PageText, text: &str, body: usize, locale: &Locale) -> Vec<SectionFacts> {
    let sources: BTreeSet<&str> = words.body.notes.iter().filter_map(Note::source_key).collect();
    texts(words, text, body).map(|(_, text)| SectionFacts::of(&text, &sources, locale)).collect()
}

/// Of an article, without its head.
pub fn article_digest(text: &str) -> ArticleDigest {
    ArticleDigest { digest: digest(text), is_right_to_left: is_mostly_right_to_left(text) }
}

/// Whether a text has more letters that are written from right to left than others. Nearly all are told by their first byte:
/// looking each up in a table took a fifth of the time of a build.
fn is_mostly_right_to_left(text: &str) -> bool {
    // ASCII, and from U+00C0 to U+057F: Latin, Greek, Cyrillic, Armenian.
    let is_left = |byte: u8| byte.is_ascii_alphabetic() | matches!(byte, 0xc3..=0xd5);
    // U+0580 to U+07FF: Hebrew, Arabic, Syriac, Thaana, N'Ko, with their marks.
    let is_right = |byte: u8| matches!(byte, 0xd6..=0xdf);
    // U+2000 to U+2FFF are signs.
    let is_long = |byte: u8| matches!(byte, 0xe0 | 0xe1 | 0xe3..);
    let (mut left, mut right, mut has_long) = (0_usize, 0_usize, false);
    // In pieces without a way out, which is several times faster than byte by byte.
    for piece in text.as_bytes().chunks(128) {
        left += count(piece, is_left);
        right += count(piece, is_right);
        has_long |= count(piece, is_long) > 0;
    }
    if has_long {
        for c in text.chars().filter(|c| c.len_utf8() > 2 && c.is_alphabetic()) {
            *if is_right_to_left(c) { &mut right } else { &mut left } += 1;
        }
    }
    right > left
}

/// How many bytes of at most 128 are so.
fn count(piece: &[u8], is_it: impl Fn(u8) -> bool) -> usize {
    usize::from(piece.iter().fold(0_u8, |n, byte| n + u8::from(is_it(*byte))))
}

/// The texts of the sections by their ids, in their order. The first has the empty id: it stands for title, summary, stances
/// and whatever comes before the first heading. `text` is the whole file.
pub fn section_texts(words: &PageText, text: &str) -> Vec<(String, String)> {
    texts(words, text, split(text).body).map(|(id, text)| (id, text.into_owned())).collect()
}

fn texts<'a>(words: &'a PageText, text: &'a str, body: usize) -> impl Iterator<Item = (String, Cow<'a, str>)> {
    let headings: Vec<_> = words.body.sections.iter().filter_map(|section| section.heading.as_ref()).collect();
    let starts: Vec<usize> = headings.iter().map(|heading| heading.span.start).collect();
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([text.len()]).collect();
    let first = starts.first().copied().unwrap_or(text.len());
    let head: String = words.translated_head().map(|said| format!("{said}\n")).collect();
    let lede = text.get(body..first).unwrap_or_default();
    let sections = headings.into_iter().zip(starts.into_iter().zip(ends)).map(move |(heading, (start, end))| {
        // A span that begins inside a character cannot come from the file that it is said to be of.
        (heading.id.clone(), Cow::Borrowed(text.get(start..end).unwrap_or_default()))
    });
    [(String::new(), Cow::Owned(format!("{head}{lede}")))].into_iter().chain(sections)
}

/// Of the words of a text, a blank between them.
fn digest(text: &str) -> String {
    static TWO_BLANKS: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new("  "));
    let mut words = String::with_capacity(text.len());
    let mut add = |word: &str| {
        words.push_str(if words.is_empty() { "" } else { " " });
        words.push_str(word);
    };
    let mut start = 0;
    for end in memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
        let line = text[start..end].trim_ascii();
        start = end + 1;
        let others = || memchr3(b'\t', b'\r', b'\x0c', line.as_bytes()).is_some();
        if line.is_empty() || TWO_BLANKS.find(line.as_bytes()).is_some() || others() {
            line.split_ascii_whitespace().for_each(&mut add);
        } else {
            // Nearly all lines are written with single blanks, and are added whole.
            add(line);
        }
    }
    fingerprint(words.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_letters_tell_the_direction() {
        for (text, is_right_to_left) in [
            ("نص عربي with words", false),
            ("نص عربي طويل with one", true),
            ("עברית ועוד", true),
            ("“—” ﻧﺺ ﻋﺮﺑﻲ a", true),
            ("Русский и ещё", false),
            ("中文和日本語 نص", false),
            ("हिन्दी", false),
            ("123 — …", false),
            ("", false),
        ] {
            assert_eq!(is_mostly_right_to_left(text), is_right_to_left, "{text}");
        }
    }

    #[test]
    fn where_lines_break_is_no_matter() {
        for same in [" a bc d e f", "a\nbc\n\n d \r\ne\x0cf\n", "a  bc d\t e f"] {
            assert_eq!(digest(same), digest("a bc d e f"), "{same:?}");
        }
        assert_ne!(digest("ab c"), digest("a bc"));
        assert_eq!(digest(" \n"), digest(""));
    }
}
