//! What an article says of itself where the front matter does not: its title and its summary.

use std::ops::Range;

use crate::locale::ends_sentence;

/// What an article says of itself, for files without front matter.
#[derive(Debug, Default)]
pub struct Opening {
    /// The words of its first heading of the first level, and where that stands.
    pub title: Option<(String, Range<usize>)>,
    /// Where what follows that heading begins, in bytes; 0 if something stands before it.
    pub title_end: usize,
    /// The words of its first paragraph as far as one or two sentences go, and where that stands.
    pub summary: Option<(String, Range<usize>)>,
}

/// Words without references to notes, and with single blanks.
pub fn plain_words(words: &str) -> String {
    let mut plain = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once("[^") {
        let Some((_, behind)) = after.split_once(']') else { break };
        plain.push_str(before);
        rest = behind;
    }
    plain.push_str(rest);
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How long a summary may be that is made of a paragraph, in characters.
const SUMMARY: usize = 240;

/// As many sentences of a paragraph as make a summary; of a longer one as many words.
pub fn first_sentences(paragraph: &str) -> String {
    let Some((limit, _)) = paragraph.char_indices().nth(SUMMARY) else { return paragraph.to_owned() };
    let head = &paragraph[..limit];
    if let Some(at) = head.match_indices(' ').map(|(at, _)| at).rfind(|at| ends_sentence(&head[..*at])) {
        return head[..at].to_owned();
    }
    format!("{}…", head.rsplit_once(' ').map_or(head, |(words, _)| words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_is_a_sentence_or_two() {
        assert_eq!(first_sentences("كلام قصير."), "كلام قصير.");
        let sentence = "عشرون حرفًا وأكثر هنا. ";
        assert_eq!(first_sentences(&sentence.repeat(20)), sentence.repeat(10).trim_end());
        let hindi = first_sentences(&"यहाँ बीस से अधिक अक्षर हैं। ".repeat(20));
        assert!(hindi.ends_with('।'), "{hindi}");
        let long = "word ".repeat(100);
        assert!(first_sentences(&long).ends_with("word…") && first_sentences(&long).len() < long.len());
        assert_eq!(first_sentences(&"x".repeat(500)), format!("{}…", "x".repeat(SUMMARY)));
        assert_eq!(plain_words(" a[^b]  c [^d"), "a c [^d");
    }
}
