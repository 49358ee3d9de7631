//! What stands for the text of each section, so that a change of it can be told: a short digest that is blind to where
//! lines break. Digests are kept apart from everything that other pages see, because every edit changes them.

use std::borrow::Cow;
use std::sync::LazyLock;

use memchr::memmem::Finder;
use memchr::{memchr_iter, memchr3};

use super::front_matter::split;
use super::text::{ArticleDigest, PageText};
use crate::locale::is_right_to_left;
use crate::text::fingerprint;

/// Digests by section, in their order: see [`section_texts`]. `text` is the whole file, `body` where the article begins in it.
pub fn digests(words: &PageText, text: &str, body: usize) -> Vec<(String, String)> {
    texts(words, text, body).map(|(id, text)| (id, digest(&text))).collect()
}

/// Of an article, without its head.
pub fn article_digest(text: &str) -> ArticleDigest {
    let [left, right] = text
        .chars()
        .filter(|c| c.is_alphabetic())
        .fold([0_usize; 2], |[left, right], c| if is_right_to_left(c) { [left, right + 1] } else { [left + 1, right] });
    ArticleDigest { digest: digest(text), is_right_to_left: right > left }
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
    fn where_lines_break_is_no_matter() {
        for same in [" a bc d e f", "a\nbc\n\n d \r\ne\x0cf\n", "a  bc d\t e f"] {
            assert_eq!(digest(same), digest("a bc d e f"), "{same:?}");
        }
        assert_ne!(digest("ab c"), digest("a bc"));
        assert_eq!(digest(" \n"), digest(""));
    }
}
