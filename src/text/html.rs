//! Text as HTML.

/// Escapes text for HTML content and double-quoted attributes: `&`, `<`, `>`, `"` and `'`.
pub fn escape(text: &str, out: &mut String) {
    // Writing into a string does not fail.
    let _ = pulldown_cmark_escape::escape_html(out, text);
}

/// JSON as the content of a `<script>`: nothing in it ends the element or begins a comment there.
pub fn json_in_script(json: &str) -> String {
    json.replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::{escape, json_in_script};

    #[test]
    fn nothing_ends_a_script() {
        let said = "</script><!-- \\ \" <b>";
        let json = json_in_script(&serde_json::to_string(said).expect("JSON"));
        assert!(!json.contains('<'), "{json}");
        assert_eq!(serde_json::from_str::<String>(&json).expect("JSON"), said);
    }

    #[test]
    fn nothing_ends_an_element_or_an_attribute() {
        let mut out = String::new();
        escape("a & b < c > d \" e ' ف\u{e000}", &mut out);
        assert_eq!(out, "a &amp; b &lt; c &gt; d &quot; e &#39; ف\u{e000}");
    }
}
