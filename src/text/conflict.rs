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
    fn what_only_looks_like_one_is_none() {
        for text in ["a\n=======\nb\n", "```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c\n```\n", "<<<<<<< a\nb\n", ""] {
            assert_eq!(find_conflicts(text, true), None, "{text}");
        }
    }
}
