//! Brackets of another kind than TOML has around a list, a table or the name of a table.

use super::strings;

/// What opens a list or a table in other languages, or in TOML.
const OPENING: [char; 4] = ['[', '{', '(', '（'];

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
    let is_close = |c: char| matches!(c, ']' | '}') || FOREIGN_CLOSING.contains(&c);
    line.char_indices().find(|(at, c)| is_close(*c) && ends_line(&line[at + c.len_utf8()..])).map(|(at, _)| at)
}

fn ends_line(behind: &str) -> bool {
    let behind = behind.split('\n').next().unwrap_or_default().trim();
    let behind = behind.strip_prefix(',').unwrap_or(behind).trim_start();
    behind.is_empty() || behind.starts_with('#')
}

/// The list or table that a value is which stands in brackets of another kind, and how long it is; nothing where the value
/// begins with the right bracket.
pub fn in_others(line: &str) -> Option<(usize, String)> {
    let open = line.chars().next().filter(|c| OPENING.contains(c))?;
    let is_close = |c: char| matches!(c, ']' | '}') || FOREIGN_CLOSING.contains(&c);
    let (end, close) = line.char_indices().rfind(|(at, c)| is_close(*c) && ends_line(&line[at + c.len_utf8()..]))?;
    let inner = line.get(open.len_utf8()..end)?;
    let (right, value) = match strings::begins_with_key(inner) {
        true => ('{', format!("{{{inner}}}")),
        false => ('[', format!("[{inner}]")),
    };
    let is_wrong = open != right && !inner.trim().is_empty() && strings::is_value(&value);
    is_wrong.then(|| (end + close.len_utf8(), value))
}

/// The line that begins a table, where it is written in brackets of another kind.
pub fn header_in_others(line: &str) -> Option<String> {
    let closing = |c: char| matches!(c, ']' | '}' | ')' | '）');
    let named = line.trim_start_matches(OPENING);
    let is_double = line[..line.len() - named.len()].chars().count() > 1;
    let name = named.trim_end_matches(closing).trim();
    let is_header = !line.starts_with('[') && named.len() < line.len() && named.ends_with(closing);
    let header = if is_double { format!("[[{name}]]") } else { format!("[{name}]") };
    (is_header && strings::is_key(name)).then_some(header)
}

/// How many bytes at the end of the name of a table are brackets that close nothing.
pub fn foreign_end(name: &str) -> usize {
    name.len() - name.trim_end_matches(|c| c == '}' || FOREIGN_CLOSING.contains(&c)).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_tables_in_other_brackets() {
        for (line, value) in [
            ("(\"a\", \"b\")", "[\"a\", \"b\"]"),
            ("(50, 70] # x", "[50, 70]"),
            ("{50, 70}", "[50, 70]"),
            ("( a = \"x\" )", "{ a = \"x\" }"),
            ("[ a = \"x\" ]", "{ a = \"x\" }"),
        ] {
            assert_eq!(in_others(line).map(|(_, value)| value).as_deref(), Some(value), "{line}");
        }
        for line in ["[1, 2]", "{ a = 1 }", "{}", "(see below)", "[\"a (b)\"]", "[", ""] {
            assert_eq!(in_others(line), None, "{line}");
        }
    }
}
