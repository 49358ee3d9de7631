//! Two texts as one, in which the words that were taken out and put in are marked. Where lines break in a paragraph is no matter.

use similar::{ChangeTag, TextDiff};

/// A run of words in a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiffRun<'a> {
    /// In both texts.
    Same(&'a str),
    /// In the earlier text alone.
    Removed(&'a str),
    /// In the later text alone.
    Added(&'a str),
}

/// How pieces are written.
pub trait DiffMarks {
    /// Adds a run of pieces of one kind.
    fn write(&self, piece: DiffRun<'_>, out: &mut String);
}

/// The lines of two texts in which anything differs, with a line `…` for what is left out between them.
pub fn word_diff(before: &str, after: &str, marks: &impl DiffMarks) -> Vec<String> {
    let (old, new) = (words(before), words(after));
    let diff = TextDiff::configure().diff_slices(&old, &new);
    let mut lines = vec![(String::new(), false)];
    let mut run: Option<(ChangeTag, String)> = None;
    let flush = |run: &mut Option<(ChangeTag, String)>, lines: &mut Vec<(String, bool)>| {
        let Some((tag, text)) = run.take() else { return };
        for (n, part) in text.split('\n').enumerate() {
            if n > 0 {
                lines.push((String::new(), false));
            }
            let Some((line, differs)) = lines.last_mut() else { continue };
            *differs |= tag != ChangeTag::Equal && !part.is_empty();
            let piece = match tag {
                ChangeTag::Equal => DiffRun::Same(part),
                ChangeTag::Delete => DiffRun::Removed(part),
                ChangeTag::Insert => DiffRun::Added(part),
            };
            if !part.is_empty() {
                marks.write(piece, line);
            }
        }
    };
    for change in diff.iter_all_changes() {
        match &mut run {
            Some((tag, text)) if *tag == change.tag() => text.push_str(change.value()),
            _ => {
                flush(&mut run, &mut lines);
                run = Some((change.tag(), change.value().to_owned()));
            }
        }
    }
    flush(&mut run, &mut lines);
    let mut shown: Vec<String> = Vec::new();
    let mut left_out = false;
    for (line, differs) in lines {
        if differs {
            if std::mem::take(&mut left_out) {
                shown.push("…".to_owned());
            }
            shown.push(line);
        } else {
            left_out |= !line.trim().is_empty();
        }
    }
    shown.extend((left_out && !shown.is_empty()).then(|| "…".to_owned()));
    shown
}

/// Words, the blanks between them, and the ends of paragraphs, list items, rows and headings.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for (n, line) in text.trim().split('\n').enumerate() {
        let inside = line.trim();
        let begins_block = inside.is_empty()
            || inside.starts_with(['|', '-', '*', '+', '>', '#', '`', '~', ':', '['])
            || inside.starts_with(|c: char| c.is_numeric());
        if n > 0 && !(begins_block && words.last() == Some(&"\n") && inside.is_empty()) {
            words.push(if begins_block || words.last() == Some(&"\n") { "\n" } else { " " });
        }
        for (at, word) in inside.split_whitespace().enumerate() {
            if at > 0 {
                words.push(" ");
            }
            words.push(word);
        }
    }
    words
}

/// As HTML.
pub struct HtmlMarks;

impl DiffMarks for HtmlMarks {
    fn write(&self, piece: DiffRun<'_>, out: &mut String) {
        let (open, close) = match piece {
            DiffRun::Same(_) => ("", ""),
            DiffRun::Removed(_) => ("<del>", "</del>"),
            DiffRun::Added(_) => ("<ins>", "</ins>"),
        };
        let (DiffRun::Same(text) | DiffRun::Removed(text) | DiffRun::Added(text)) = piece;
        out.push_str(open);
        crate::text::html::escape(text, out);
        out.push_str(close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_that_differ_are_marked() {
        for (before, after, lines) in [
            ("one two three", "one 2 three", &["one <del>two</del><ins>2</ins> three"][..]),
            ("one two\nthree", "one\ntwo three", &[]),
            ("a\n\nb c\n\nd", "a\n\nb x\n\nd", &["…", "b <del>c</del><ins>x</ins>", "…"]),
            ("- a\n- b", "- a\n- b\n- ج", &["…", "<ins>- ج</ins>"]),
            ("a < b", "a < c", &["a &lt; <del>b</del><ins>c</ins>"]),
        ] {
            assert_eq!(word_diff(before, after, &HtmlMarks), lines, "{before:?} {after:?}");
        }
    }
}
