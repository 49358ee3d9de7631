//! Text of a site as a terminal may be given it: what would steer the terminal, begin a line or turn the text round is
//! shown as an escape.

use std::borrow::Cow;
use std::fmt::Write;

use crate::text::is_bidi_control;

/// The text on one line, its control characters as `\\u{1b}`. So are those for directions: the printers bring their own.
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(steers) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if steers(c) => _ = write!(out, "\\u{{{:x}}}", u32::from(c)),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Several lines for a terminal or the log of a runner: as they are, but for what steers either.
pub fn printable_lines(text: &str) -> String {
    let line = |line: &str| {
        let line = printable(line).into_owned();
        let is_command = line.trim_start().starts_with("::") || line.trim_start().starts_with("##[");
        if is_command { format!(".{line}") } else { line }
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// Controls, line and paragraph separators, and the marks, embeddings, overrides and isolates of directions.
pub(super) fn steers(c: char) -> bool {
    c.is_control() || is_bidi_control(c) || matches!(c, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(printable("a\u{1b}]2;x\u{7}\u{9b}31m\n::b"), "a\\u{1b}]2;x\\u{7}\\u{9b}31m\\n::b");
        assert_eq!(printable("\u{202e}كلمة\u{2028}"), "\\u{202e}كلمة\\u{2028}");
        assert_eq!(printable_lines("a\u{1b}b\n ::error::x\nc"), "a\\u{1b}b\n. ::error::x\nc");
        assert!(matches!(printable("نصٌّ عادي: a‌b"), Cow::Borrowed(_)));
    }
}
