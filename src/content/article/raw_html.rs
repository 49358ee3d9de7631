//! HTML that an author wrote into Markdown: sanitised, refused or kept, as the site decides.

use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

/// What is taken out of an article is nothing that the generator itself writes into it.
static SANITIZER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::default();
    builder
        .add_tags(["bdi", "figure", "figcaption", "kbd", "mark", "details", "summary", "input", "section", "aside"])
        .add_generic_attributes(["class", "id", "lang", "dir", "role", "title", "tabindex"])
        .add_tag_attributes("input", ["type", "checked", "disabled"])
        .add_tag_attributes("img", ["width", "height", "loading", "decoding", "alt"])
        .add_tag_attributes("details", ["open"])
        .link_rel(None)
        .url_relative(UrlRelative::PassThrough);
    builder
});

static ALLOWED: LazyLock<HashSet<&'static str>> = LazyLock::new(|| SANITIZER.clone_tags());

/// HTML without anything that could run, load or cover something.
pub fn sanitize(html: &str) -> String {
    SANITIZER.clean(html).to_string()
}

/// What sanitising takes out of a piece of raw HTML, as an author would name it; nothing if it may stay.
pub fn removed(html: &str) -> Option<String> {
    for tag in html.split('<').skip(1) {
        let inner = tag.trim_start_matches('/');
        let name: String =
            inner.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
        if !name.is_empty() && !ALLOWED.contains(name.as_str()) {
            return Some(format!("<{name}>"));
        }
        let inside = inner.split('>').next().unwrap_or("");
        let handler = inside.split_ascii_whitespace().skip(1).find_map(|part| {
            let name = part.split('=').next().unwrap_or("").to_ascii_lowercase();
            (name.starts_with("on") || name == "style").then_some(name)
        });
        if let Some(handler) = handler {
            return Some(format!("{handler}=…"));
        }
        if inside.to_ascii_lowercase().contains("javascript:") {
            return Some("javascript:…".to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_runs_is_left() {
        let html = "<b onclick=x>a</b><script>alert(1)</script><a href=\"javascript:x\">l</a><details open><summary>s</summary></details>";
        assert_eq!(sanitize(html), "<b>a</b><a>l</a><details open=\"\"><summary>s</summary></details>");
        for (html, what) in [
            ("<script>", Some("<script>")),
            ("<b ONCLICK=x>", Some("onclick=…")),
            ("<a href='JavaScript:x'>", Some("javascript:…")),
            ("<p style=\"x\">", Some("style=…")),
            ("<kbd>K</kbd>", None),
            ("<!-- note -->", None),
        ] {
            assert_eq!(removed(html).as_deref(), what, "{html}");
        }
    }
}
