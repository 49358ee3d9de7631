//! How the words that were taken out and put in look on a terminal.

use crate::text::{DiffMarks, DiffRun};

/// As `git diff --word-diff` writes it, in colours where there are any.
pub struct TerminalMarks {
    /// Whether there are.
    pub colour: bool,
}

impl DiffMarks for TerminalMarks {
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
