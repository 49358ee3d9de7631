//! Tags of templates that have to be closed, found in the text: Tera says only where the text ends.

/// Tags that have an end of their own.
const BLOCKS: [&str; 5] = ["if", "for", "block", "filter", "component"];

/// Tags that have none, or stand inside one that has, and those around text that is not read.
const OTHERS: [&str; 12] = [
    "set",
    "set_global",
    "endset",
    "endset_global",
    "include",
    "extends",
    "else",
    "elif",
    "break",
    "continue",
    "raw",
    "endraw",
];

/// A tag that is not closed, or that is closed by another.
#[derive(Debug, PartialEq, Eq)]
pub struct UnclosedTag<'a> {
    /// Where it begins.
    pub start: usize,
    /// Its name.
    pub name: &'a str,
    /// The first tag behind it that nobody knows, as it stands: its end, most likely.
    pub unknown: Option<(usize, &'a str)>,
}

/// The innermost tag that is not closed.
pub fn unclosed(text: &str) -> Option<UnclosedTag<'_>> {
    let mut open: Vec<UnclosedTag<'_>> = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find("{%") {
        let start = at + found;
        let inner = text[start + 2..].split("%}").next().unwrap_or_default();
        at = start + 2;
        let name = inner.trim_start_matches('-').split_whitespace().next().unwrap_or_default();
        let name = name.split('(').next().unwrap_or_default();
        match name.strip_prefix("end") {
            Some(ended) if open.last().is_some_and(|tag| tag.name == ended) => _ = open.pop(),
            Some(ended) if BLOCKS.contains(&ended) && !open.is_empty() => break,
            _ if BLOCKS.contains(&name) => open.push(UnclosedTag { start, name, unknown: None }),
            _ => {
                let tag = open.last_mut().filter(|tag| tag.unknown.is_none());
                if let Some(tag) = tag.filter(|_| !OTHERS.contains(&name)) {
                    tag.unknown = Some((start, name));
                }
            }
        }
    }
    open.pop()
}

/// Two signs that are to close what two others open.
#[derive(Debug, PartialEq, Eq)]
pub struct OpenBraces<'a> {
    /// Where they stand that are open.
    pub start: usize,
    /// What opens.
    pub open: &'static str,
    /// What is to close it.
    pub close: &'static str,
    /// What stands between, without blanks around it.
    pub inner: &'a str,
    /// What was written to close it; empty for nothing.
    pub written: &'a str,
}

/// What is open before a place at which something else is found: `{{ name }`, `{% if a }}`, `{{ name`.
pub fn open_braces(text: &str, at: usize) -> Option<OpenBraces<'_>> {
    let before = text.get(..at)?;
    let (variable, tag) = (before.rfind("{{"), before.rfind("{%"));
    let (start, open, close) = if variable > tag { (variable?, "{{", "}}") } else { (tag?, "{%", "%}") };
    let line = text[start + 2..].lines().next().unwrap_or_default();
    let end = line.find(['}', '<', '{']).unwrap_or(line.len());
    let inner = line[..end].trim_end_matches('%');
    let written = &line[inner.len()..];
    let written = &written[..written.len() - written.trim_start_matches(['%', '}']).len()];
    let is_closed = before[start..].contains(close) || written == close;
    (!is_closed).then(|| OpenBraces { start, open, close, inner: inner.trim(), written })
}

/// Whether a place of a template is in a comment of it.
pub fn is_in_comment(text: &str, at: usize) -> bool {
    is_between("{#", "#}", text, at)
}

/// Whether a place is behind a mark that the next one has not closed before it.
pub fn is_between(open: &str, close: &str, text: &str, at: usize) -> bool {
    text[..at].rfind(open).is_some_and(|open| !text[open..at].contains(close))
}

#[cfg(test)]
mod tests {
    use super::{OpenBraces, UnclosedTag, open_braces, unclosed};

    #[test]
    fn braces_that_are_open_are_found_before_a_place() {
        let open = |start, open, close, inner, written| Some(OpenBraces { start, open, close, inner, written });
        assert_eq!(open_braces("a {{ b.c</p>", 8), open(2, "{{", "}}", "b.c", ""));
        assert_eq!(open_braces("a {{ b.c }</p>", 9), open(2, "{{", "}}", "b.c", "}"));
        assert_eq!(open_braces("a {{ b.c %}</p>", 10), open(2, "{{", "}}", "b.c", "%}"));
        assert_eq!(open_braces("{{ a }}{% if b }}x", 15), open(7, "{%", "%}", "if b", "}}"));
        assert_eq!(open_braces("{{ a }} b", 9), None);
        assert_eq!(open_braces("a } b", 3), None);
    }

    #[test]
    fn the_innermost_open_tag_is_found() {
        let tag = |start, name, unknown| Some(UnclosedTag { start, name, unknown });
        assert_eq!(unclosed("{% if a %}{% for b in c %}{% endfor %}{% endif %}"), None);
        assert_eq!(unclosed("x{%- if a -%}{% for b in c %}{% endfor %}"), tag(1, "if", None));
        assert_eq!(unclosed("{% block a %}{% if b %}{% endblock %}"), tag(13, "if", None));
        assert_eq!(unclosed("{% block a %}x{% set b = 1 %}{% endblok %}"), tag(0, "block", Some((29, "endblok"))));
        assert_eq!(unclosed("{{ a }} {% include \"b\" %}"), None);
    }
}
