//! What is being written at a place, told from the text before it alone: it need not parse yet.

use std::ops::Range;

use crate::schema::SchemaOf;
use crate::symbols::{LineKind, lines};

/// What could be completed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Context {
    /// A page, behind `[[`, or between the quotation marks of `related`.
    Page,
    /// An id in the page that is written before it; that is empty for the page itself.
    Anchor {
        /// As it is written.
        page: String,
        /// Whether it is the page of a wikilink, and not a path.
        is_wiki: bool,
    },
    /// The key of a source, behind `[^` or in the `sources` of a chart.
    Source,
    /// The id of a heading.
    HeadingId,
    /// The kind of an alert.
    Alert,
    /// The language of a block of code.
    Language,
    /// A key of a table; the table is empty for the text as a whole.
    Key(SchemaOf, String),
    /// What a key of a chart is, between quotation marks; with the whole block.
    ChartValue(String, Range<usize>),
}

/// What is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// What it is.
    pub context: Context,
    /// The bytes that a completion takes the place of.
    pub range: Range<usize>,
    /// What has to stand behind it and does not yet.
    pub close: &'static str,
}

/// What is being written at a place of a file; `None` where nothing is to be completed.
pub fn cursor(path: &str, text: &str, offset: usize) -> Option<Cursor> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let whole = |notation| in_toml(notation, text, 0..text.len(), offset);
    match name {
        "page.toml" => whole(SchemaOf::Page),
        "site.toml" if path == name => whole(SchemaOf::Site),
        "sources.toml" => whole(SchemaOf::Sources),
        _ if name.ends_with(".md") => in_words(text, offset),
        _ => None,
    }
}

fn in_words(text: &str, offset: usize) -> Option<Cursor> {
    let lines = lines(text);
    let at = lines.iter().position(|line| line.range.contains(&offset) || line.range.end == offset)?;
    let line = &lines[at];
    let block = |kind: &LineKind| {
        let first = lines[..at].iter().rposition(|line| line.kind != *kind).map_or(0, |before| before + 1);
        let last = lines[at..].iter().position(|line| line.kind != *kind).map_or(lines.len(), |after| at + after);
        lines[first].range.start..lines[last - 1].range.end
    };
    match &line.kind {
        LineKind::FrontMatter => in_toml(SchemaOf::Head, text, block(&LineKind::FrontMatter), offset),
        kind @ LineKind::Code(info) if info.split_whitespace().next() == Some("chart") => {
            in_toml(SchemaOf::Chart, text, block(kind), offset)
        }
        LineKind::Code(_) => None,
        LineKind::Fence => in_fence(&text[line.range.start..offset], offset),
        LineKind::Prose => {
            let (before, after) = (&text[line.range.start..offset], &text[offset..line.range.end]);
            in_fence(before, offset).or_else(|| in_prose(before, after, offset))
        }
    }
}

/// Behind the signs that open a block of code.
fn in_fence(before: &str, offset: usize) -> Option<Cursor> {
    let inside = before.trim_start_matches(['>', ' ', '\t']);
    let word = inside.strip_prefix("```").or_else(|| inside.strip_prefix("~~~"))?.trim_start_matches(['`', '~']);
    let is_word = word.chars().all(|c| c.is_alphanumeric() || "+#-_".contains(c));
    is_word.then(|| Cursor { context: Context::Language, range: offset - word.len()..offset, close: "" })
}

fn in_prose(before: &str, after: &str, offset: usize) -> Option<Cursor> {
    let open = ["[[", "[^", "](", "{#", "[!"].into_iter().filter_map(|sign| Some((before.rfind(sign)?, sign)));
    let (at, sign) = open.max_by_key(|(at, _)| *at)?;
    let inner = &before[at + 2..];
    let name = |c: char| c.is_alphanumeric() || "-_./:".contains(c) || ('\u{300}'..'\u{370}').contains(&c);
    let rest = after.find(|c| !name(c)).unwrap_or(after.len());
    let behind = &after[rest..];
    let from = |start: usize| offset - (inner.len() - start)..offset + rest;
    let close = |wanted: &'static str| match behind {
        _ if behind.starts_with(wanted) => "",
        _ if wanted.len() == 2 && behind.starts_with(']') => "]",
        _ if behind.starts_with(['|', '#']) && wanted == "]]" => "",
        _ => wanted,
    };
    let hash = inner.find('#');
    let found = |context, start, close| Some(Cursor { context, range: from(start), close });
    match sign {
        "[[" if inner.contains("]]") || inner.contains('|') => None,
        "[[" => match hash {
            Some(hash) => {
                let context = Context::Anchor { page: inner[..hash].to_owned(), is_wiki: true };
                found(context, hash + 1, close("]]"))
            }
            None => found(Context::Page, 0, close("]]")),
        },
        "[^" if !inner.contains(']') => found(Context::Source, 0, close("]")),
        "](" if !inner.contains(')') => {
            let context = Context::Anchor { page: inner[..hash?].to_owned(), is_wiki: false };
            found(context, hash? + 1, close(")"))
        }
        "{#" if !inner.contains('}') && before.starts_with('#') => found(Context::HeadingId, 0, close("}")),
        "[!" if !inner.contains(']') && before.trim_start().starts_with('>') => found(Context::Alert, 0, close("]")),
        _ => None,
    }
}

/// In TOML, or in YAML of front matter: a key, or what is between quotation marks.
fn in_toml(notation: SchemaOf, text: &str, block: Range<usize>, offset: usize) -> Option<Cursor> {
    let before = text.get(block.start..offset)?;
    let line = before.rsplit('\n').next().unwrap_or_default();
    let sign = if notation == SchemaOf::Head && text.starts_with("---") { ':' } else { '=' };
    let indented = line.trim_start();
    if !indented.contains(sign) {
        let is_key = indented.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
        if is_key && !is_inside_list(before) {
            let range =
                offset - indented.len()..offset + text[offset..].find(|c: char| !c.is_alphanumeric() && c != '_')?;
            // A key that stands there already is only named anew.
            let is_new = !text[range.end..].trim_start_matches(' ').starts_with(sign);
            let close = if !is_new {
                ""
            } else if sign == ':' {
                ": "
            } else {
                " = "
            };
            return Some(Cursor { context: Context::Key(notation, table(before)), range, close });
        }
    }
    let inside = &line[line.rfind('"')? + 1..];
    if line.matches('"').count() % 2 == 0 {
        return None;
    }
    let key = before.lines().rev().find_map(|line| Some(line.split_once(sign)?.0.trim().to_owned()))?;
    let end = text[offset..].find(['"', '\n']).unwrap_or(0);
    let close = if text[offset + end..].starts_with('"') { "" } else { "\"" };
    let context = match (notation, key.as_str()) {
        (SchemaOf::Page, "related") => Context::Page,
        (SchemaOf::Chart | SchemaOf::Page, "sources") => Context::Source,
        (SchemaOf::Chart, _) => Context::ChartValue(key, block),
        _ => return None,
    };
    Some(Cursor { context, range: offset - inside.len()..offset + end, close })
}

/// Whether a list of several lines is open.
fn is_inside_list(before: &str) -> bool {
    let mut lists = before.lines().filter_map(|line| Some(line.split_once('=')?.1));
    let last = lists.next_back().unwrap_or_default();
    let tail = before.rfind(last).map_or("", |at| &before[at..]);
    last.trim_start().starts_with('[') && tail.matches('[').count() > tail.matches(']').count()
}

/// The table whose keys stand here: the last header above.
fn table(before: &str) -> String {
    let header = before.lines().rev().skip(1).find(|line| line.starts_with('[') && line.trim_end().ends_with(']'));
    header.map_or_else(String::new, |line| line.trim().trim_matches(['[', ']']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found where `¦` stands, and what would be replaced.
    fn at(path: &str, text: &str) -> Option<(Context, String, &'static str)> {
        let offset = text.find('¦').expect("a place");
        let text = text.replace('¦', "");
        let found = cursor(path, &text, offset)?;
        Some((found.context, text[found.range].to_owned(), found.close))
    }

    #[test]
    fn what_is_being_written_is_known_from_what_stands_before() {
        let anchor = |page: &str, is_wiki| Context::Anchor { page: page.to_owned(), is_wiki };
        for (text, context, replaced, close) in [
            ("نص [[فت¦", Context::Page, "فت", "]]"),
            ("[[a¦b]] c", Context::Page, "ab", ""),
            ("[[a¦] c", Context::Page, "a", "]"),
            ("[[a/b#¦", anchor("a/b", true), "", "]]"),
            ("[[#c¦]]", anchor("", true), "c", ""),
            ("[w](../a/#c¦)", anchor("../a/", false), "c", ""),
            ("Figure.[^i¦", Context::Source, "i", "]"),
            ("## One {#¦", Context::HeadingId, "", "}"),
            ("> [!N¦", Context::Alert, "N", "]"),
            ("```py¦", Context::Language, "py", ""),
        ] {
            let found = at("content/a/en.md", &format!("+++\ntitle = \"a\"\n+++\n{text}\nmore\n"));
            assert_eq!(found, Some((context, replaced.to_owned(), close)), "{text}");
        }
        for text in ["[[a]] b¦", "[[a|b¦", "```sh\n[[a¦\n```", "a {#b¦", "plain¦"] {
            assert_eq!(at("content/a/en.md", &format!("{text}\n")), None, "{text}");
        }
    }

    #[test]
    fn keys_belong_to_the_table_above() {
        let key = |notation, table: &str| Context::Key(notation, table.to_owned());
        let front = at("content/a/en.md", "+++\ntitle = \"a\"\nsum¦\n[stance]\n+++\n");
        assert_eq!(front, Some((key(SchemaOf::Head, ""), "sum".to_owned(), " = ")));
        let stance = at("content/a/en.md", "+++\n[stance]\nll¦ = \"\"\n+++\n");
        assert_eq!(stance, Some((key(SchemaOf::Head, "stance"), "ll".to_owned(), "")));
        let yaml = at("content/a/en.md", "---\nti¦\n---\n");
        assert_eq!(yaml, Some((key(SchemaOf::Head, ""), "ti".to_owned(), ": ")));
        assert_eq!(
            at("site.toml", "[[languages]]\nta¦\n").map(|found| found.0),
            Some(key(SchemaOf::Site, "languages"))
        );
        let column = at("content/a/en.md", "```chart\ndata = \"a.csv\"\nx = \"mo¦\"\n```\n");
        assert!(matches!(column, Some((Context::ChartValue(key, _), part, "")) if key == "x" && part == "mo"));
        let source = at("content/a/en.md", "```chart\nsources = [\n  \"a\", \"b¦\n]\n```\n");
        assert_eq!(source, Some((Context::Source, "b".to_owned(), "\"")));
        assert_eq!(at("content/a/page.toml", "related = [\"a¦\"]\n").map(|found| found.0), Some(Context::Page));
    }
}
