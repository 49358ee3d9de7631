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
pub trait Marks {
    /// Adds a run of pieces of one kind.
    fn write(&self, piece: DiffRun<'_>, out: &mut String);
}

/// The lines of two texts in which anything differs, with a line `…` for what is left out between them.
pub fn word_diff(before: &str, after: &str, marks: &impl Marks) -> Vec<String> {
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

/// As `git diff --word-diff` writes it, in colours where there are any.
pub struct TerminalMarks {
    /// Whether there are.
    pub colour: bool,
}

impl Marks for TerminalMarks {
    fn write(&self, piece: DiffRun<'_>, out: &mut String) {
        let (open, close) = match (piece, self.colour) {
            (DiffRun::Same(_), _) => ("", ""),
            (DiffRun::Removed(_), false) => ("[-", "-]"),
            (DiffRun::Added(_), false) => ("{+", "+}"),
            (DiffRun::Removed(_), true) => ("\u{1b}[31m[-", "-]\u{1b}[0m"),
            (DiffRun::Added(_), true) => ("\u{1b}[32m{+", "+}\u{1b}[0m"),
        };
        let (DiffRun::Same(text) | DiffRun::Removed(text) | DiffRun::Added(text)) = piece;
        let text = crate::diagnostic::printable(text);
        out.push_str(open);
        out.push_str(&text);
        out.push_str(close);
    }
}

/// As HTML that GitHub shows in a comment.
pub struct HtmlMarks;

impl Marks for HtmlMarks {
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
        let marks = TerminalMarks { colour: false };
        for (before, after, lines) in [
            ("one two three", "one 2 three", &["one [-two-]{+2+} three"][..]),
            ("one two\nthree", "one\ntwo three", &[]),
            ("a\n\nb c\n\nd", "a\n\nb x\n\nd", &["…", "b [-c-]{+x+}", "…"]),
            ("- a\n- b", "- a\n- b\n- ج", &["…", "{+- ج+}"]),
        ] {
            assert_eq!(word_diff(before, after, &marks), lines, "{before:?} {after:?}");
        }
        assert_eq!(word_diff("a < b", "a < c", &HtmlMarks), ["a &lt; <del>b</del><ins>c</ins>"]);
    }
}
