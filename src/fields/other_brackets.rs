//! Lists, tables and names of tables in brackets of another kind than TOML has around them.

use super::brackets::{OPENING, ends_line, is_closing};
use super::strings;

/// The list or table that a value is which stands in brackets of another kind, and how long it is; nothing where the value
/// begins with the right bracket.
pub fn in_others(line: &str) -> Option<(usize, String)> {
    let open = line.chars().next().filter(|c| OPENING.contains(c))?;
    let (end, close) = line.char_indices().rfind(|(at, c)| is_closing(*c) && ends_line(&line[at + c.len_utf8()..]))?;
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
