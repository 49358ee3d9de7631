//! What the lines of a language file are part of, also while it is being written and cannot be parsed yet.

use std::ops::Range;

/// What a line is part of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Front matter, or one of the two lines around it.
    FrontMatter,
    /// The article.
    Prose,
    /// The first or the last line of a block of code.
    Fence,
    /// The inside of a block of code, whose first line says this behind its signs.
    Code(String),
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileLine<'t> {
    /// Its bytes in the text, without its end.
    pub range: Range<usize>,
    /// Its text.
    pub text: &'t str,
    /// What it is part of.
    pub kind: LineKind,
}

/// The lines of a language file.
pub fn lines(text: &str) -> Vec<FileLine<'_>> {
    let mut lines = Vec::new();
    let mut front: Option<&str> = None;
    let mut fence: Option<(char, usize, String)> = None;
    let mut start = 0;
    for (n, line) in text.split('\n').enumerate() {
        let shown = line.trim_end();
        let kind = if let Some(marks) = front {
            if shown == marks {
                front = None;
            }
            LineKind::FrontMatter
        } else if n == 0 && matches!(shown, "+++" | "---") {
            front = Some(shown);
            LineKind::FrontMatter
        } else {
            in_article(line, &mut fence)
        };
        lines.push(FileLine { range: start..start + line.len(), text: line, kind });
        start += line.len() + 1;
    }
    lines
}

fn in_article(line: &str, fence: &mut Option<(char, usize, String)>) -> LineKind {
    let inside = line.trim_start_matches(['>', ' ', '\t']);
    let sign = inside.chars().next().filter(|sign| matches!(sign, '`' | '~'));
    let count = sign.map_or(0, |sign| inside.chars().take_while(|c| *c == sign).count());
    let rest = inside.get(count..).unwrap_or_default().trim();
    match (&fence, sign) {
        (Some((open, least, _)), Some(sign)) if sign == *open && count >= *least && rest.is_empty() => {
            *fence = None;
            LineKind::Fence
        }
        (Some((.., info)), _) => LineKind::Code(info.clone()),
        (None, Some(sign)) if count >= 3 && !(sign == '`' && rest.contains('`')) => {
            *fence = Some((sign, count, rest.to_owned()));
            LineKind::Fence
        }
        _ => LineKind::Prose,
    }
}

/// The places at which an article refers to a note of this key, each with that of the key in it. What stands in code is none.
pub fn note_references(text: &str, key: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let written = format!("[^{key}]");
    let mut found = Vec::new();
    for line in lines(text).into_iter().filter(|line| line.kind == LineKind::Prose) {
        for (at, _) in line.text.match_indices(&written) {
            // A definition says what a note of the article's own says.
            let defines = line.text[at + written.len()..].starts_with(':') && line.text[..at].trim().is_empty();
            if line.text[..at].matches('`').count() % 2 == 0 && !defines {
                let start = line.range.start + at;
                found.push((start..start + written.len(), start + 2..start + written.len() - 1));
            }
        }
    }
    found
}

/// The places of a source's key in the `sources` of charts.
pub fn chart_sources(text: &str, key: &str) -> Vec<Range<usize>> {
    let quoted = [format!("\"{key}\""), format!("'{key}'")];
    let mut found = Vec::new();
    let mut listing = false;
    for line in lines(text) {
        if !matches!(&line.kind, LineKind::Code(info) if info.split_whitespace().next() == Some("chart")) {
            listing = false;
            continue;
        }
        let inside = line.text.trim_start_matches(['>', ' ', '\t']);
        listing |= inside.split_once('=').is_some_and(|(name, _)| name.trim() == "sources");
        if listing {
            let places = quoted.iter().flat_map(|quoted| line.text.match_indices(quoted.as_str()));
            found.extend(places.map(|(at, _)| line.range.start + at + 1..line.range.start + at + 1 + key.len()));
        }
        listing &= !line.text.contains(']');
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_know_what_they_are_part_of() {
        let text = "+++\ntitle = \"a\"\n+++\nOne[^k] `[^k]`.\n````md\n```\n[^k]\n````\n> ```chart\n> sources = [\"k\"]\n> ```\n[^k]: no\n";
        let kinds: Vec<LineKind> = lines(text).into_iter().map(|line| line.kind).collect();
        let code = |info: &str| LineKind::Code(info.to_owned());
        use LineKind::{Fence, FrontMatter, Prose};
        assert_eq!(kinds[..8], [FrontMatter, FrontMatter, FrontMatter, Prose, Fence, code("md"), code("md"), Fence]);
        assert_eq!(kinds[8..], [Fence, code("chart"), Fence, Prose, Prose]);
        let found: Vec<_> = note_references(text, "k").into_iter().map(|(_, key)| text[key].to_owned()).collect();
        assert_eq!(found, ["k"]);
        assert_eq!(chart_sources(text, "k").len(), 1);
    }
}
