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

/// Elements that are written with both their ends, and are opened and closed in one template.
const ELEMENTS: [&str; 16] = [
    "div", "section", "article", "aside", "nav", "main", "header", "footer", "ul", "ol", "table", "figure", "details",
    "form", "span", "button",
];

/// The last element of a template that is opened and not closed, with the branches of conditions and without them: one branch may
/// open what another opens otherwise.
pub fn unclosed_element(text: &str) -> Option<(usize, &'static str)> {
    let without = without_branches(text);
    ELEMENTS.into_iter().find_map(|name| {
        let open = |text: &str| {
            let mut open = Vec::new();
            let mut closes_more = false;
            for (at, _) in text.match_indices('<') {
                let inside = &text[at + 1..];
                let (is_end, inside) = inside.strip_prefix('/').map_or((false, inside), |inside| (true, inside));
                let is_it = inside.strip_prefix(name).is_some_and(|rest| rest.starts_with([' ', '>', '\n', '{']));
                match (is_it, is_end) {
                    (true, true) => closes_more |= open.pop().is_none(),
                    (true, false) => open.push(at),
                    _ => {}
                }
            }
            open.pop().filter(|_| !closes_more)
        };
        open(&without)?;
        open(text).map(|at| (at, name))
    })
}

/// A template with blanks in the place of what stands between `{% if … %}` and its end, of comments and of scripts.
fn without_branches(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut depth, mut rest) = (0_usize, text);
    while let Some(at) = rest.find("{%") {
        if depth == 0 {
            out.push_str(&rest[..at]);
        }
        let end = rest[at..].find("%}").map_or(rest.len(), |end| at + end + 2);
        let name = rest[at + 2..end].trim_start_matches('-').trim_start();
        if name.starts_with("if ") {
            depth += 1;
        } else if name.starts_with("endif") {
            depth = depth.saturating_sub(1);
        }
        rest = &rest[end..];
    }
    if depth == 0 {
        out.push_str(rest);
    }
    out
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
