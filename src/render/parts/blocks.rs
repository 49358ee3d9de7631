//! The blocks of an article's HTML: what stands beside each other in parallel reading.

use memchr::memchr;

use crate::text::html_tags::{HtmlMarkup, is_void, markup_at, start_tags};

/// The elements of a piece of HTML that stand in no other, each with what is in it. `None` where that cannot be told: where text
/// stands in no element, or an element has no end, as HTML of an author's own may have it.
pub fn blocks(html: &str) -> Option<Vec<&str>> {
    let mut found = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut start = 0;
    let mut at = 0;
    loop {
        let next = memchr(b'<', &html.as_bytes()[at..]).map_or(html.len(), |next| at + next);
        if open.is_empty() && !html[at..next].trim().is_empty() {
            return None;
        }
        if next == html.len() {
            return open.is_empty().then_some(found);
        }
        at = match markup_at(html, next) {
            None if open.is_empty() => return None,
            None => next + 1,
            Some(HtmlMarkup::Comment(range)) => range.end,
            Some(HtmlMarkup::Tag(tag)) if tag.is_end => {
                // An item of a list or a cell may end without a tag of its own.
                let opened = open.iter().rposition(|name| tag.is(name))?;
                open.truncate(opened);
                if open.is_empty() {
                    found.push(&html[start..tag.range.end]);
                }
                tag.range.end
            }
            Some(HtmlMarkup::Tag(tag)) => {
                if open.is_empty() {
                    start = next;
                }
                let name = tag.name.to_ascii_lowercase();
                let is_empty = is_void(&name) || html[tag.range.clone()].ends_with("/>");
                match is_empty {
                    true if open.is_empty() => found.push(&html[start..tag.range.end]),
                    true => {}
                    false => open.push(name),
                }
                // What is no HTML holds no tags.
                let content = start_tags(&html[next..]).next().and_then(|(_, content)| content);
                content.map_or(tag.range.end, |content| next + content.end)
            }
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_the_outermost_elements() {
        let html = "<p>a <b>b</b><br>\n c</p>\n<!-- <p> -->\n<ul>\n<li>x\n<li>y <p>z</p>\n</ul><hr>\n\
                    <div class=\"a>b\"><table><tr><td>1<td>2</table></div><svg><path d=\"\"/></svg><script>a<b</script>\n";
        let found = blocks(html).expect("blocks");
        let begins: Vec<&str> = found.iter().map(|block| &block[..3]).collect();
        assert_eq!(begins, ["<p>", "<ul", "<hr", "<di", "<sv", "<sc"]);
        assert_eq!(found.concat().len() + "\n<!-- <p> -->\n\n\n".len(), html.len());
        assert_eq!(blocks(" \n"), Some(Vec::new()));
        for unclear in ["text", "<p>a", "<p>a</p> text", "</p>", "<div><p>a</div>b", "1 < 2"] {
            assert_eq!(blocks(unclear), None, "{unclear}");
        }
    }
}
