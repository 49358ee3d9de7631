//! The tags of a document or of a template, as far as a Content-Security-Policy is concerned with them. Templates are the
//! site's own: this finds what their writers meant to inline, and guards against nobody.

use std::ops::Range;

use crate::text::html::end_of_content;

/// A start tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// Its name, as it is written.
    pub name: &'a str,
    /// Names and values, as they are written; a value that is not there is empty.
    pub attributes: Vec<(&'a str, &'a str)>,
    /// Where it stands, with its brackets.
    pub range: Range<usize>,
    /// For `<script>` and `<style>` where the text up to their end tag stands.
    pub content: Option<Range<usize>>,
}

impl Tag<'_> {
    /// Whether it has this name, in any case.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| *value)
    }
}

/// The start tags of a text, in order. Comments and the insides of scripts and sheets hold none.
pub(super) fn tags(text: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text[at..].find('<')?;
            let rest = &text[start + 1..];
            if let Some(comment) = rest.strip_prefix("!--") {
                at = text.len() - comment.split_once("-->").map_or("", |(_, after)| after).len();
                continue;
            }
            at = start + 1;
            if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
                continue;
            }
            let mut tag = Reader { text, at }.tag(start)?;
            at = tag.range.end;
            if tag.is("script") || tag.is("style") {
                let end = end_of_content(text, at, tag.name);
                tag.content = Some(at..end);
                at = end;
            }
            return Some(tag);
        }
    })
}

/// A place in a tag that is being read.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    /// The tag whose name stands here; nothing if it has no end.
    fn tag(mut self, start: usize) -> Option<Tag<'a>> {
        let name = self.take_until(|c| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
        let mut attributes = Vec::new();
        loop {
            self.take_until(|c| !c.is_ascii_whitespace() && c != '/');
            if self.peek()? == '>' {
                return Some(Tag { name, attributes, range: start..self.at + 1, content: None });
            }
            let first = self.at;
            self.at += self.peek()?.len_utf8();
            self.take_until(|c| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '='));
            let name = &self.text[first..self.at];
            attributes.push((name, self.value()?));
        }
    }

    /// The value of an attribute whose name ends here; nothing if its quotes have no end.
    fn value(&mut self) -> Option<&'a str> {
        let after_name = self.at;
        self.take_until(|c| !c.is_ascii_whitespace());
        if self.peek()? != '=' {
            self.at = after_name;
            return Some("");
        }
        self.at += 1;
        self.take_until(|c| !c.is_ascii_whitespace());
        let quote = self.peek()?;
        if !matches!(quote, '"' | '\'') {
            return Some(self.take_until(|c| c.is_ascii_whitespace() || c == '>'));
        }
        self.at += 1;
        let value = self.take_until(|c| c == quote);
        self.peek()?;
        self.at += 1;
        Some(value)
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// What stands before the first character that ends it.
    fn take_until(&mut self, is_end: impl Fn(char) -> bool) -> &'a str {
        let rest = &self.text[self.at..];
        let taken = &rest[..rest.find(is_end).unwrap_or(rest.len())];
        self.at += taken.len();
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn start_tags_and_the_insides_of_scripts_are_found() {
        let text =
            "<!doctype html><!-- <p> --><a href='x>y' B=1 c><SCRIPT>if (a<b) {}</Script ><br/>1 <2<i x=\"é\"></i>";
        let found: Vec<_> = tags(text).collect();
        let names: Vec<_> = found.iter().map(|tag| tag.name).collect();
        assert_eq!(names, ["a", "SCRIPT", "br", "i"]);
        assert_eq!(found[0].attributes, [("href", "x>y"), ("B", "1"), ("c", "")]);
        assert_eq!(found[0].attribute("b"), Some("1"));
        assert_eq!(&text[found[1].content.clone().unwrap()], "if (a<b) {}");
        assert_eq!(&text[found[2].range.clone()], "<br/>");
    }

    #[test]
    fn what_has_no_end_ends_the_search() {
        for text in ["<", "<a", "<a b", "<a b=", "<a b='", "<!--", "<a b='>"] {
            assert_eq!(tags(text).count(), 0, "{text}");
        }
        let script: Vec<_> = tags("<script>x").map(|tag| tag.content).collect();
        assert_eq!(script, [Some(8..9)]);
    }
}
