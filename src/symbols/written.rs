//! How a link is written: which bytes of it name the page, and which the section.

use std::ops::Range;

/// The places of a link's parts in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenLink {
    /// The page or path; empty in a link to a section of the page itself.
    pub page: Range<usize>,
    /// The id, without its sign.
    pub anchor: Option<Range<usize>>,
}

/// The parts of the link at these bytes of a text; `None` where it is written in a way in which they cannot be told.
pub fn written_link(text: &str, link: Range<usize>) -> Option<WrittenLink> {
    let inside = text.get(link.clone())?;
    let target = if let Some(wiki) = inside.strip_prefix("[[") {
        let end = wiki.find("]]")?;
        let end = wiki[..end].find('|').unwrap_or(end);
        2..2 + wiki[..end].trim_end_matches('\\').len()
    } else if inside.starts_with('<') {
        let start = inside.find("href=\"")? + "href=\"".len();
        start..start + inside[start..].find('"')?
    } else if let Some(open) = inside.rfind("](") {
        destination(inside, open + 2)
    } else {
        return definition(text, inside);
    };
    Some(parts(text, link.start + target.start..link.start + target.end))
}

/// The bytes of a destination that begins here, behind `(` or `: `.
fn destination(text: &str, from: usize) -> Range<usize> {
    let start = from + text[from..].len() - text[from..].trim_start().len();
    if let Some(rest) = text[start..].strip_prefix('<') {
        return start + 1..start + 1 + rest.find('>').unwrap_or(rest.len());
    }
    let mut depth = 0;
    for (at, c) in text[start..].char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return start..start + at,
            ')' => depth -= 1,
            c if c.is_whitespace() => return start..start + at,
            _ => {}
        }
    }
    start..text.len()
}

/// `[words][label]`, `[label][]` or `[label]`, whose destination stands elsewhere.
fn definition(text: &str, link: &str) -> Option<WrittenLink> {
    let link = link.strip_suffix("[]").unwrap_or(link);
    let label = link.strip_suffix(']')?;
    let label = &label[label.rfind('[')? + 1..];
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let inside = line.trim_start().strip_prefix('[').and_then(|rest| rest.split_once("]:"));
        if inside.is_some_and(|(name, _)| name.eq_ignore_ascii_case(label)) {
            let from = line.find("]:")? + 2;
            let target = destination(line, from);
            return Some(parts(text, start + target.start..start + target.end));
        }
        start += line.len();
    }
    None
}

fn parts(text: &str, target: Range<usize>) -> WrittenLink {
    let written = &text[target.clone()];
    let (path, anchor) = match written.find('#') {
        Some(at) => (at, Some(target.start + at + 1..target.end)),
        None => (written.len(), None),
    };
    let path = written[..path].find('?').unwrap_or(path);
    WrittenLink { page: target.start..target.start + path, anchor }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_link_are_found() {
        for (text, link, page, anchor) in [
            ("a [[x/y#z|w]] b", "[[x/y#z|w]]", "x/y", Some("z")),
            ("[[x\\|w]]", "[[x\\|w]]", "x", None),
            ("[[#z]]", "[[#z]]", "", Some("z")),
            ("[w](../x/#z \"t\")", "[w](../x/#z \"t\")", "../x/", Some("z")),
            ("[![i](f.svg)](../x(1)/)", "[![i](f.svg)](../x(1)/)", "../x(1)/", None),
            ("[w](<a b/#c>)", "[w](<a b/#c>)", "a b/", Some("c")),
            ("[w](/x/?q=1#z)", "[w](/x/?q=1#z)", "/x/", Some("z")),
            ("<a href=\"../x/#z\">w</a>", "<a href=\"../x/#z\">", "../x/", Some("z")),
            ("[w][r]\n\n[r]: ../x/#z\n", "[w][r]", "../x/", Some("z")),
            ("[R][]\n\n[r]: ../x/\n", "[R][]", "../x/", None),
        ] {
            let start = text.find(link).unwrap();
            let found = written_link(text, start..start + link.len()).expect(text);
            assert_eq!(&text[found.page], page, "{text}");
            assert_eq!(found.anchor.map(|anchor| &text[anchor]), anchor, "{text}");
        }
        assert_eq!(written_link("[w][r]", 0..6), None);
    }
}
