//! Brackets that open and close lists and tables in TOML, and those that do so elsewhere.

/// What opens a list or a table in other languages, or in TOML.
pub const OPENING: [char; 4] = ['[', '{', '(', '（'];

/// What closes one in other languages, or on other keyboards, and never in TOML.
const FOREIGN_CLOSING: [char; 6] = [')', '）', '］', '】', '｝', '>'];

/// The bracket that closes what another opens.
pub fn closing_of(open: char) -> char {
    if open == '[' { ']' } else { '}' }
}

/// What stands in such brackets.
pub fn name_of(open: char) -> &'static str {
    if open == '[' { "list" } else { "table" }
}

/// Whether a list or table ends with the bracket that begins this text, and the bracket is none that closes anything.
pub fn closes_wrongly(text: &str) -> bool {
    text.strip_prefix(FOREIGN_CLOSING).is_some_and(ends_line)
}

/// Where a value without marks ends because a bracket closes what it stands in, though not the one that should.
pub fn wrong_close(line: &str) -> Option<usize> {
    line.char_indices().find(|(at, c)| is_closing(*c) && ends_line(&line[at + c.len_utf8()..])).map(|(at, _)| at)
}

/// Whether nothing of the line stands behind a bracket but a comma or a remark.
pub fn ends_line(behind: &str) -> bool {
    let behind = behind.split('\n').next().unwrap_or_default().trim();
    let behind = behind.strip_prefix(',').unwrap_or(behind).trim_start();
    behind.is_empty() || behind.starts_with('#')
}

/// How many bytes at the end of the name of a table are brackets that close nothing.
pub fn foreign_end(name: &str) -> usize {
    name.len() - name.trim_end_matches(|c| c == '}' || FOREIGN_CLOSING.contains(&c)).len()
}

/// Whether it closes something, in TOML or elsewhere.
pub fn is_closing(c: char) -> bool {
    matches!(c, ']' | '}') || FOREIGN_CLOSING.contains(&c)
}
