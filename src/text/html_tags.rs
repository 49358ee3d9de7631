//! The tags of HTML, where they stand and with which attributes, as a browser would find them. For text that is changed at a few
//! places and otherwise stays byte for byte as it is; what is not to be trusted is taken apart by html5ever.

use std::ops::Range;

use memchr::{memchr, memmem};

/// Elements that have no end.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Elements whose content is no HTML.
const OPAQUE: [&str; 8] = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

/// Whether an element of this name, in small letters, has neither content nor end.
pub fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

/// How many attributes a tag may have: parsers compare each with all before it.
pub const MOST_ATTRIBUTES: usize = 400;

/// Whether a tag of HTML or XML has more attributes than it may. What stands between quotation marks is one value.
pub fn has_many_attributes(text: &str) -> bool {
    let mut from = 0;
    while let Some(start) = memchr(b'<', &text.as_bytes()[from..]).map(|at| from + at + 1) {
        from = start;
        if !text[start..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let (mut words, mut in_word, mut quote, mut last) = (0, false, None, b' ');
        for (at, byte) in text.as_bytes()[start..].iter().enumerate() {
            match (quote, byte) {
                (Some(mark), byte) if mark == *byte => quote = None,
                (Some(_), _) => {}
                // A mark begins a value alone; elsewhere it is part of a name.
                (None, b'"' | b'\'') if last == b'=' => quote = Some(*byte),
                (None, b'>' | b'<') => {
                    from = start + at;
                    break;
                }
                (None, byte) if byte.is_ascii_whitespace() || *byte == b'/' => in_word = false,
                (None, _) if !in_word => {
                    in_word = true;
                    words += 1;
                    if words > MOST_ATTRIBUTES + 1 {
                        return true;
                    }
                }
                _ => {}
            }
            last = if byte.is_ascii_whitespace() { last } else { *byte };
        }
        // A quotation mark that nothing closes hides no more than the rest of the text.
        if quote.is_some() {
            return false;
        }
    }
    false
}

/// A tag. Ranges are places in the text in which it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HtmlTag<'a> {
    /// Its name as it is written.
    pub name: &'a str,
    /// Whether it ends an element.
    pub is_end: bool,
    /// With its brackets; to the end of the text if it has no end, as browsers read it.
    pub range: Range<usize>,
    /// Whether it has an end.
    pub is_closed: bool,
    text: &'a str,
    name_end: usize,
}

/// An attribute of a tag, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HtmlAttribute<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its value without quotation marks, entities and all; empty if it has none.
    pub value: &'a str,
    /// Whether a value is written.
    pub has_value: bool,
    /// Name, sign and value with its quotation marks.
    pub range: Range<usize>,
}

/// What begins with `<`, if it is no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HtmlMarkup<'a> {
    /// A comment; to the end of the text if it is not closed.
    Comment(Range<usize>),
    /// A tag.
    Tag(HtmlTag<'a>),
}

impl<'a> HtmlTag<'a> {
    /// Whether it has this name, in any case.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// Where its name stands.
    pub fn name_range(&self) -> Range<usize> {
        self.name_end - self.name.len()..self.name_end
    }

    /// Its attributes, in order.
    pub fn attributes(&self) -> impl Iterator<Item = HtmlAttribute<'a>> {
        let mut reader = Reader { text: self.text, at: self.name_end };
        std::iter::from_fn(move || reader.attribute())
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes().find(|own| own.name.eq_ignore_ascii_case(name)).map(|own| own.value)
    }
}

/// The tag or comment that begins at a place where `<` stands; nothing if that is text.
pub fn markup_at(text: &str, at: usize) -> Option<HtmlMarkup<'_>> {
    let rest = &text[at..];
    if let Some(comment) = rest.strip_prefix("<!--") {
        let end = memmem::find(comment.as_bytes(), b"-->").map_or(text.len(), |end| at + 4 + end + 3);
        return Some(HtmlMarkup::Comment(at..end));
    }
    let is_end = rest.as_bytes().get(1) == Some(&b'/');
    let start = at + 1 + usize::from(is_end);
    if !text.as_bytes().get(start).is_some_and(u8::is_ascii_alphabetic) {
        return None;
    }
    let name_end = start + length(&text[start..], |byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'));
    let mut reader = Reader { text, at: name_end };
    while reader.attribute().is_some() {}
    let is_closed = reader.at < text.len();
    let range = at..reader.at + usize::from(is_closed);
    Some(HtmlMarkup::Tag(HtmlTag { name: &text[start..name_end], is_end, range, is_closed, text, name_end }))
}

/// The start tags of a text, in order, each with the content that is no HTML, such as that of a script; comments and that
/// content hold none.
pub fn start_tags(text: &str) -> impl Iterator<Item = (HtmlTag<'_>, Option<Range<usize>>)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + memchr(b'<', &text.as_bytes()[at..])?;
            at = match markup_at(text, start) {
                None => start + 1,
                Some(HtmlMarkup::Comment(range)) => range.end,
                Some(HtmlMarkup::Tag(tag)) if tag.is_end => tag.range.end,
                Some(HtmlMarkup::Tag(tag)) => {
                    let is_opaque = OPAQUE.iter().any(|name| tag.is(name));
                    let content = is_opaque.then(|| tag.range.end..end_of_content(text, tag.range.end, tag.name));
                    at = content.as_ref().map_or(tag.range.end, |content| content.end);
                    return Some((tag, content));
                }
            };
        }
    })
}

/// Where the end tag of an element begins whose content is no HTML; the end of the text if there is none.
fn end_of_content(text: &str, from: usize, name: &str) -> usize {
    let is_end =
        |at: &usize| text.get(at + 2..at + 2 + name.len()).is_some_and(|written| written.eq_ignore_ascii_case(name));
    memmem::find_iter(&text.as_bytes()[from..], b"</").map(|at| from + at).find(is_end).unwrap_or(text.len())
}

/// How many bytes stand before the first one that ends them.
fn length(text: &str, is_end: impl Fn(u8) -> bool) -> usize {
    text.bytes().position(is_end).unwrap_or(text.len())
}

/// A place in a tag that is being read, behind its name. All that ends a part of a tag is ASCII.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    /// The next attribute; nothing at the end of the tag or of the text, where it then stands.
    fn attribute(&mut self) -> Option<HtmlAttribute<'a>> {
        self.take_until(|byte| !byte.is_ascii_whitespace() && byte != b'/');
        if matches!(self.peek(), None | Some(b'>')) {
            return None;
        }
        let start = self.at;
        // An equals sign at the beginning is part of the name.
        self.at += self.text[start..].chars().next().map_or(1, char::len_utf8);
        self.take_until(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'='));
        let name = &self.text[start..self.at];
        let name_end = self.at;
        self.take_until(|byte| !byte.is_ascii_whitespace());
        if self.peek() != Some(b'=') {
            self.at = name_end;
            return Some(HtmlAttribute { name, value: "", has_value: false, range: start..name_end });
        }
        self.at += 1;
        self.take_until(|byte| !byte.is_ascii_whitespace());
        let value = match self.peek() {
            Some(quote @ (b'"' | b'\'')) => {
                self.at += 1;
                let value = self.take_until(|byte| byte == quote);
                self.at = (self.at + 1).min(self.text.len());
                value
            }
            _ => self.take_until(|byte| byte.is_ascii_whitespace() || byte == b'>'),
        };
        Some(HtmlAttribute { name, value, has_value: true, range: start..self.at })
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take_until(&mut self, is_end: impl Fn(u8) -> bool) -> &'a str {
        let rest = &self.text[self.at..];
        let taken = &rest[..length(rest, is_end)];
        self.at += taken.len();
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_very_many_attributes() {
        let many = |n: usize| (0..n).map(|n| format!("a{n}=1 ")).collect::<String>();
        assert!(has_many_attributes(&format!("x<p>y <p {}>z", many(MOST_ATTRIBUTES + 1))));
        assert!(has_many_attributes(&format!("<p {}", "a ".repeat(MOST_ATTRIBUTES + 1))));
        assert!(!has_many_attributes(&format!("<p {}>", many(MOST_ATTRIBUTES))));
        assert!(!has_many_attributes(&format!("<path d='{}'/>", "M 0 0 ".repeat(MOST_ATTRIBUTES))));
        assert!(!has_many_attributes(&format!("<p>{}", "word ".repeat(MOST_ATTRIBUTES + 9))));
        assert!(has_many_attributes(&format!("<p ' {}>", many(MOST_ATTRIBUTES + 1))));
        assert!(!has_many_attributes(&format!("1 < 2 {}", "word ".repeat(MOST_ATTRIBUTES + 9))));
        assert!(!has_many_attributes(&"<".repeat(100_000)) && !has_many_attributes(&"<'".repeat(100_000)));
    }

    #[test]
    fn start_tags_and_what_is_no_html_are_found() {
        let text =
            "<!doctype html><!-- <p> --><a href='x>y' B=1 c></a><SCRIPT>if (a<b) {}</Script ><br/>1 <2<i x=\"é\"></i>";
        let found: Vec<_> = start_tags(text).collect();
        let names: Vec<_> = found.iter().map(|(tag, _)| tag.name).collect();
        assert_eq!(names, ["a", "SCRIPT", "br", "i"]);
        let (link, _) = &found[0];
        let attributes: Vec<_> = link.attributes().map(|own| (own.name, own.value, &text[own.range])).collect();
        assert_eq!(attributes, [("href", "x>y", "href='x>y'"), ("B", "1", "B=1"), ("c", "", "c")]);
        assert_eq!((link.attribute("b"), link.attribute("d")), (Some("1"), None));
        assert_eq!(&text[link.name_range()], "a");
        assert_eq!(&text[found[1].1.clone().unwrap()], "if (a<b) {}");
        assert_eq!(&text[found[2].0.range.clone()], "<br/>");
        assert!(found.iter().all(|(tag, _)| tag.is_closed && !tag.is_end));
    }

    #[test]
    fn what_has_no_end_reaches_the_end_of_the_text() {
        for text in ["<a", "<a b", "<a b=", "<a b='", "<a b='>", "<a =", "</a href=x"] {
            let Some(HtmlMarkup::Tag(tag)) = markup_at(text, 0) else { panic!("{text}") };
            assert_eq!((tag.range, tag.is_closed), (0..text.len(), false), "{text}");
        }
        for text in ["<", "<1", "< a", "<!doctype", "</", "<é"] {
            assert_eq!(markup_at(text, 0), None, "{text}");
        }
        assert_eq!(markup_at("<!-- a", 0), Some(HtmlMarkup::Comment(0..6)));
        assert_eq!(markup_at("<!-- a -->b", 0), Some(HtmlMarkup::Comment(0..10)));
        let script: Vec<_> = start_tags("<script>x").map(|(_, content)| content).collect();
        assert_eq!(script, [Some(8..9)]);
    }

    /// The same as the tokenizer of a browser finds.
    #[test]
    fn attributes_are_those_that_a_browser_reads() {
        for html in [
            "<img alt=\"a > b\" src=\"x.png\">",
            "<IMG SRC='x.png'/>",
            "<img\nsrc = x.png alt>",
            "<p title=it's>",
            "<p a'b=\"c\" =d e=f/g h=i>",
            "<p a=\"b\"c=d>",
        ] {
            let Some(HtmlMarkup::Tag(tag)) = markup_at(html, 0) else { panic!("{html}") };
            let own: Vec<_> =
                tag.attributes().map(|own| (own.name.to_ascii_lowercase(), own.value.to_owned())).collect();
            assert_eq!(own, browser(html), "{html}");
        }
    }

    fn browser(html: &str) -> Vec<(String, String)> {
        let fragment = scraper::Html::parse_fragment(html);
        let selector = scraper::Selector::parse("img, p").unwrap();
        let element = fragment.select(&selector).next().unwrap();
        let mut found: Vec<_> =
            element.value().attrs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        // In the order in which they are written.
        found.sort_by_key(|(name, _)| html.to_ascii_lowercase().find(name.as_str()));
        found
    }
}
