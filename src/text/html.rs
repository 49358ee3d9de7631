//! Text as HTML.

/// Escapes text for HTML content and double-quoted attributes: `&`, `<`, `>`, `"` and `'`.
pub fn escape(text: &str, out: &mut String) {
    // Writing into a string does not fail.
    let _ = pulldown_cmark_escape::escape_html(out, text);
}

/// Where the end tag of an element begins whose content is no HTML, such as a script; the end of the text if there is none.
pub fn end_of_content(text: &str, from: usize, name: &str) -> usize {
    let is_end =
        |at: &usize| text.get(at + 2..at + 2 + name.len()).is_some_and(|written| written.eq_ignore_ascii_case(name));
    text[from..].match_indices("</").map(|(at, _)| from + at).find(is_end).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_ends_an_element_or_an_attribute() {
        let mut out = String::new();
        escape("a & b < c > d \" e ' ف\u{e000}", &mut out);
        assert_eq!(out, "a &amp; b &lt; c &gt; d &quot; e &#39; ف\u{e000}");
    }
}
