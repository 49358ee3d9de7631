//! Tags of templates that have to be closed, found in the text: Tera says only where the text ends.

/// Tags that have an end of their own.
const BLOCKS: [&str; 5] = ["if", "for", "block", "filter", "component"];

/// The tag that is not closed, or that is closed by another: where it stands, and the name of it.
pub fn unclosed(text: &str) -> Option<(usize, &str)> {
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find("{%") {
        let start = at + found;
        let inner = text[start + 2..].split("%}").next().unwrap_or_default();
        at = start + 2;
        let name = inner.trim_start_matches('-').split_whitespace().next().unwrap_or_default();
        let name = name.split('(').next().unwrap_or_default();
        match name.strip_prefix("end") {
            Some(ended) if open.last().is_some_and(|(_, name)| *name == ended) => _ = open.pop(),
            Some(_) if !open.is_empty() => break,
            _ if BLOCKS.contains(&name) => open.push((start, name)),
            _ => {}
        }
    }
    open.pop()
}

#[cfg(test)]
mod tests {
    use super::unclosed;

    #[test]
    fn the_innermost_open_tag_is_found() {
        assert_eq!(unclosed("{% if a %}{% for b in c %}{% endfor %}{% endif %}"), None);
        assert_eq!(unclosed("x{%- if a -%}{% for b in c %}{% endfor %}"), Some((1, "if")));
        assert_eq!(unclosed("{% block a %}{% if b %}{% endblock %}"), Some((13, "if")));
        assert_eq!(unclosed("{{ a }} {% include \"b\" %}"), None);
    }
}
