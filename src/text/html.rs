//! Text as HTML.

/// Escapes text for HTML content and double-quoted attributes: `&`, `<`, `>`, `"` and `'`.
pub fn escape(text: &str, out: &mut String) {
    // Writing into a string does not fail.
    let _ = pulldown_cmark_escape::escape_html(out, text);
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
