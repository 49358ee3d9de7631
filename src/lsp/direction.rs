//! Which way the lines run that hold words of both directions. An editor shows a line by its own rules, most of them from left
//! to right; readers see it by those of the site. A hint before the line says which way that is.

use std::ops::Range;

use lsp_types::{InlayHint, InlayHintLabel, InlayHintTooltip};

use super::place::TextPlaces;
use crate::locale::{Direction, Isolator, is_right_to_left};
use crate::symbols::{FileLine, LineKind, lines};

/// The hints for the lines of an article that begin in a range of bytes.
pub fn direction_hints(text: &str, isolator: &Isolator, wanted: &Range<usize>) -> Vec<InlayHint> {
    let places = TextPlaces::new(text);
    let mut hints = Vec::new();
    let lines = lines(text);
    for block in blocks(&lines) {
        let shown: Vec<String> = block.iter().map(|line| shown(line.text)).collect();
        let direction =
            isolator.block(&shown.join(" ")).map_or_else(|| isolator.direction(), |(direction, _)| direction);
        for line in block.iter().filter(|line| wanted.contains(&line.range.start) && is_mixed(line.text)) {
            let indent = line.text.len() - line.text.trim_start().len();
            let (sign, said) = match direction {
                Direction::Rtl => ("←", "Readers see this line from right to left."),
                Direction::Ltr => ("→", "Readers see this line from left to right."),
            };
            hints.push(InlayHint {
                position: places.position(line.range.start + indent),
                label: InlayHintLabel::String(sign.to_owned()),
                kind: None,
                text_edits: None,
                tooltip: Some(InlayHintTooltip::String(said.to_owned())),
                padding_left: None,
                padding_right: Some(true),
                data: None,
            });
        }
    }
    hints
}

/// The lines of each paragraph, item, heading or row.
fn blocks<'l, 't>(lines: &'l [FileLine<'t>]) -> Vec<&'l [FileLine<'t>]> {
    let is_prose = |line: &FileLine<'_>| line.kind == LineKind::Prose && !line.text.trim().is_empty();
    let joins = |above: &FileLine<'_>, line: &FileLine<'_>| {
        is_prose(above) && is_prose(line) && !begins(line.text) && !above.text.starts_with('#')
    };
    lines.chunk_by(joins).filter(|block| block.first().is_some_and(is_prose)).collect()
}

/// Whether a line begins something, whatever stands above it: a heading, an item, a row of a table, a definition.
fn begins(line: &str) -> bool {
    let line = line.trim_start_matches(['>', ' ', '\t']);
    let number = line.trim_start_matches(|c: char| c.is_numeric());
    line.starts_with(['#', '|', ':', '*', '-', '+']) || number.len() < line.len() && number.starts_with(['.', ')'])
}

/// A line about as readers see it: without addresses, keys of notes, ids and code.
fn shown(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find(['`', '(', '[', '{']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let skipped = match from {
            _ if from.starts_with('`') => between(from, "`", "`"),
            _ if from.starts_with("[[") => match (from.find('|'), from.find("]]")) {
                (Some(bar), Some(end)) if bar < end => Some(bar + 1),
                _ => between(from, "[[", "]]"),
            },
            _ if from.starts_with("[^") => between(from, "[^", "]"),
            _ if from.starts_with("{#") => between(from, "{#", "}"),
            _ if from.starts_with('(') && before.ends_with(']') => between(from, "(", ")"),
            _ => None,
        };
        if skipped.is_none() {
            out.push_str(&from[..1]);
        }
        rest = &from[skipped.unwrap_or(1)..];
    }
    out + rest
}

/// How many bytes there are to the end of what begins here, marks and all.
fn between(text: &str, open: &str, close: &str) -> Option<usize> {
    let inside = text.strip_prefix(open)?;
    inside.find(close).map(|end| open.len() + end + close.len())
}

/// Whether a line holds letters of both directions as it is written.
fn is_mixed(line: &str) -> bool {
    let mut letters = line.chars().filter(|c| c.is_alphabetic()).map(is_right_to_left);
    let Some(first) = letters.next() else { return false };
    letters.any(|other| other != first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hints(text: &str, direction: Direction) -> Vec<(u32, u32, String)> {
        let isolator = Isolator::new(direction, &["ar", "en"]);
        let found = direction_hints(text, &isolator, &(0..text.len()));
        let sign = |hint: InlayHint| match hint.label {
            InlayHintLabel::String(sign) => (hint.position.line, hint.position.character, sign),
            InlayHintLabel::LabelParts(_) => unreachable!(),
        };
        found.into_iter().map(sign).collect()
    }

    #[test]
    fn lines_of_both_directions_say_which_way_they_run() {
        let text = "+++\ntitle = \"عنوان DeFi\"\n+++\nكلمات وحدها.\n\nBitcoin عملة،\nلا غير.\n\n  - [رابط](https://a.example) هنا\n\
                    ```rust\n// تعليق a\n```\nLLaMA 2: Open Foundation and Chat Models هو\n\nNot translated yet, see كتاب below.\n";
        let found = hints(text, Direction::Rtl);
        let expected = [(5, 0, "←"), (8, 2, "←"), (12, 0, "←"), (14, 0, "→")];
        assert_eq!(found, expected.map(|(line, column, sign)| (line, column, sign.to_owned())));
        let found = hints("One word كتاب here.\n\nكتاب 1984 مشهور، كتبه Orwell.\n", Direction::Ltr);
        assert_eq!(found, [(0, 0, "→".to_owned()), (2, 0, "←".to_owned())]);
    }

    #[test]
    fn what_readers_do_not_see_does_not_turn_a_line() {
        assert_eq!(shown("a [[terms/x|كلمة]] [[y]] (b) [c](d)[^e] `f` {#g}"), "a كلمة]]  (b) [c]  ");
        for odd in ["`", "[", "[[", "[^", "(", "](", "{#", "[[a|"] {
            shown(odd);
        }
    }
}
