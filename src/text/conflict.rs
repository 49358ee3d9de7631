//! Conflicts that a merge has left in a text.

use std::ops::Range;

/// What a merge has left.
#[derive(Debug, PartialEq, Eq)]
pub struct Conflicts {
    /// Where the first line stands that begins one.
    pub first: Range<usize>,
    /// How many there are.
    pub count: usize,
    /// The text as it is on this side of the merge, with blanks in the place of all else, so that places stay as they are.
    pub ours: String,
}

/// Finds the conflicts of a text; nothing in nearly all texts. In Markdown, code may show some.
pub fn find_conflicts(text: &str, is_markdown: bool) -> Option<Conflicts> {
    if !(text.starts_with("<<<<<<< ") || text.contains("\n<<<<<<< ")) {
        return None;
    }
    let mut found = Conflicts { first: 0..0, count: 0, ours: String::with_capacity(text.len()) };
    let (mut at, mut side, mut is_code) = (0, Side::Both, false);
    for line in text.split_inclusive('\n') {
        let shown = line.trim_end();
        is_code ^= is_markdown && side == Side::Both && (line.starts_with("```") || line.starts_with("~~~"));
        let (now, next) = match side {
            Side::Both if !is_code && shown.starts_with("<<<<<<< ") => (Side::Theirs, Side::Ours),
            Side::Ours if shown == "=======" || shown.starts_with("||||||| ") => (Side::Theirs, Side::Theirs),
            Side::Theirs if shown.starts_with(">>>>>>> ") => (Side::Theirs, Side::Both),
            side => (side, side),
        };
        if side == Side::Both && next == Side::Ours {
            found.first = if found.count == 0 { at..at + shown.len() } else { found.first };
            found.count += 1;
        }
        match now {
            Side::Both | Side::Ours => found.ours.push_str(line),
            Side::Theirs => found.ours.extend(line.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' })),
        }
        (at, side) = (at + line.len(), next);
    }
    (found.count > 0 && side == Side::Both).then_some(found)
}

/// Lines of a merge that were left where the rest of a conflict is gone, in a text in which nothing else begins as they do;
/// nothing in nearly all texts.
pub fn find_left_lines(text: &str, may_underline: bool) -> Option<Conflicts> {
    if !MARKS.iter().any(|mark| text.contains(mark)) {
        return None;
    }
    let mut found = Conflicts { first: 0..0, count: 0, ours: String::with_capacity(text.len()) };
    let (mut at, mut is_long_text) = (0, false);
    for line in text.split_inclusive('\n') {
        let shown = line.trim_end();
        if is_mark(shown) && !(shown == MARKS[1] && (may_underline || is_long_text)) {
            found.first = if found.count == 0 { at..at + shown.len() } else { found.first };
            found.count += 1;
            found.ours.extend(line.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        } else {
            found.ours.push_str(line);
        }
        // In a text of several lines, a line of `=` is a heading of Markdown.
        is_long_text ^= line.matches("\"\"\"").count() % 2 == 1;
        at += line.len();
    }
    (found.count > 0).then_some(found)
}

const MARKS: [&str; 4] = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];

fn is_mark(line: &str) -> bool {
    let behind = MARKS.iter().find_map(|mark| Some((mark, line.strip_prefix(mark)?)));
    behind.is_some_and(|(mark, name)| name.is_empty() || name.starts_with(' ') && *mark != MARKS[1])
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Both,
    Ours,
    Theirs,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_side_remains_at_its_place() {
        let text = "a\n<<<<<<< HEAD\nب\n||||||| base\nx\n=======\nc\n>>>>>>> other\nd\n";
        let found = find_conflicts(text, true).expect("a conflict");
        assert_eq!((&text[found.first.clone()], found.count), ("<<<<<<< HEAD", 1));
        assert_eq!(found.ours.split_whitespace().collect::<Vec<_>>(), ["a", "ب", "d"]);
        assert_eq!((found.ours.len(), found.ours.find('d')), (text.len(), text.find("d\n")));
    }

    #[test]
    fn lines_that_were_left_are_found_alone() {
        let text = "a = 1\n=======\nب = 2\n>>>>>>> other\n";
        let found = find_left_lines(text, false).expect("lines");
        assert_eq!((&text[found.first.clone()], found.count), ("=======", 2));
        assert_eq!((found.ours.len(), found.ours.find('ب')), (text.len(), text.find('ب')));
        assert_eq!(find_left_lines(text, true).map(|found| found.count), Some(1));
        for text in
            ["a = \"\"\"\nb\n=======\nc\n\"\"\"\n", "# ======= x\n========\n======= x\n", " <<<<<<< a\n", "a,b\n"]
        {
            assert_eq!(find_left_lines(text, false), None, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        for text in ["a\n=======\nb\n", "```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c\n```\n", "<<<<<<< a\nb\n", ""] {
            assert_eq!(find_conflicts(text, true), None, "{text}");
        }
    }
}
