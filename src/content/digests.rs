//! What stands for the text of each section, so that a change of it can be told: a short digest that is blind to where
//! lines break. Digests are kept apart from everything that other pages see, because every edit changes them.

use super::body::Words;
use crate::source::fingerprint;

/// Digests by section, in their order. The first has the empty id: it stands for title, summary, stances and whatever
/// comes before the first heading. `text` is the whole file, `body` where the article begins in it.
pub fn digests(words: &Words, text: &str, body: usize) -> Vec<(String, String)> {
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

fn digest(text: &str) -> String {
    let words: Vec<_> = text.split_ascii_whitespace().collect();
    fingerprint(words.join(" ").as_bytes())
}
