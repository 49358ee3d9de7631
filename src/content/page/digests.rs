//! What stands for the text of each section, so that a change of it can be told: a short digest that is blind to where
//! lines break. Digests are kept apart from everything that other pages see, because every edit changes them.

use std::sync::LazyLock;

use memchr::memmem::Finder;
use memchr::{memchr_iter, memchr3};

use super::text::PageText;
use crate::text::fingerprint;

/// Digests by section, in their order. The first has the empty id: it stands for title, summary, stances and whatever
/// comes before the first heading. `text` is the whole file, `body` where the article begins in it.
pub fn digests(words: &PageText, text: &str, body: usize) -> Vec<(String, String)> {
    let headings = || words.body.sections.iter().filter_map(|section| section.heading.as_ref());
    let starts: Vec<usize> = headings().map(|heading| heading.span.start).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let first = starts.first().copied().unwrap_or(text.len());
    let poles = words.poles.iter().flatten();
    let said = [&words.title, &words.summary].into_iter().chain(&words.stances).chain(poles);
    let head: String = said.map(|said| format!("{said}\n")).collect();
    let lede = text.get(body..first).unwrap_or_default();
    let sections = headings().zip(starts.iter().zip(ends)).map(|(heading, (start, end))| {
        // A span that begins inside a character cannot come from the file that it is said to be of.
        (heading.id.clone(), digest(text.get(*start..end).unwrap_or_default()))
    });
    [(String::new(), digest(&format!("{head}{lede}")))].into_iter().chain(sections).collect()
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
