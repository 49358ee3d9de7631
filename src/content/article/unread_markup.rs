//! Markdown where it is not read: in HTML, and in plain texts such as titles.

use crate::diagnostic::{Code, Diagnostic};

/// The first piece of Markdown in a text that is shown as it is written, such as a title.
pub fn markup_in_plain_text(text: &str) -> Option<&str> {
    let pairs = [("**", "**"), ("[[", "]]"), ("[^", "]"), ("`", "`"), ("~~", "~~"), ("__", "__")];
    let pair = |(open, close): (&str, &str)| {
        let start = text.find(open)?;
        let inside = start + open.len();
        let words = text[inside..].find(close).map(|end| &text[inside..inside + end])?;
        let closed =
            !words.is_empty() && !words.starts_with(char::is_whitespace) && !words.ends_with(char::is_whitespace);
        closed.then(|| &text[start..inside + words.len() + close.len()])
    };
    pairs.into_iter().find_map(pair).or_else(|| inline_link(text)).or_else(|| emphasised(text)).or_else(|| id(text))
}

/// `{#id}` behind the words, as headings have it.
fn id(text: &str) -> Option<&str> {
    let start = text.rfind(" {#").filter(|_| text.ends_with('}'))? + 1;
    (!text[start..].contains(' ')).then(|| &text[start..])
}

/// What in a plain text readers would see as it is, Markdown or an entity of HTML, and the warning of it without its place;
/// `advice` says where Markdown belongs.
pub fn unread_in_plain_text<'t>(text: &'t str, advice: &str) -> Option<(&'t str, Diagnostic)> {
    let warning = |message: String, help: String| Diagnostic::warning(Code::Markup, message).help(help);
    if let Some(markup) = markup_in_plain_text(text) {
        let message = format!("this text is shown as it is written, and readers see the signs of `{markup}`");
        return Some((markup, warning(message, format!("write the words alone; {advice}"))));
    }
    let (entity, meant) = entity_in_plain_text(text)?;
    let message = format!("this text is shown as it is written, and readers see `{entity}`");
    Some((entity, warning(message, format!("write the sign itself: {meant}"))))
}

/// Entities of HTML that come with a text out of the source of a page, and what they mean.
const ENTITIES: [(&str, &str); 20] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "’"),
    ("nbsp", "a blank"),
    ("copy", "©"),
    ("reg", "®"),
    ("trade", "™"),
    ("hellip", "…"),
    ("mdash", "—"),
    ("ndash", "–"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("times", "×"),
    ("euro", "€"),
];

/// `&amp;`, `&#39;`, `&#x27;`, and what it means.
fn entity_in_plain_text(text: &str) -> Option<(&str, String)> {
    text.match_indices('&').find_map(|(at, _)| {
        let rest = &text[at + 1..];
        let name = &rest[..rest.find(';').filter(|end| *end < 9)?];
        let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => number.parse().ok(),
        });
        let named = || ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, meant)| (*meant).to_owned());
        let meant = number.and_then(char::from_u32).map(String::from).or_else(named)?;
        Some((&text[at..at + name.len() + 2], meant))
    })
}

/// `*words*` and `_words_`, which are no words of a formula and no name in code.
fn emphasised(text: &str) -> Option<&str> {
    let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && !"*_/\\".contains(c));
    text.match_indices(['*', '_']).find_map(|(start, mark)| {
        let inside = &text[start + 1..];
        let words = &inside[..inside.find(['*', '_', '\n'])?];
        let fits = words.starts_with(char::is_alphabetic) && words.ends_with(|c: char| !c.is_whitespace());
        let behind = inside[words.len()..].strip_prefix(mark)?;
        let stands_alone = is_edge(text[..start].chars().next_back()) && is_edge(behind.chars().next());
        (fits && stands_alone).then(|| &text[start..start + words.len() + 2])
    })
}

/// The first line of a text that would begin a heading, an item, a quotation or a table if it were Markdown.
pub fn block_markup(text: &str) -> Option<&str> {
    let letter = |rest: &str| rest.starts_with(char::is_alphabetic);
    let mut lines = text.split('\n').map(str::trim).enumerate().peekable();
    while let Some((number_of_line, line)) = lines.next() {
        let number = line.trim_start_matches(|c: char| c.is_numeric());
        let is_numbered = number.len() < line.len() && line.len() - number.len() < 4;
        let is_item = ["- ", "* ", "+ ", "> "].into_iter().find_map(|sign| line.strip_prefix(sign)).is_some_and(letter)
            || is_numbered && [". ", ") "].into_iter().find_map(|sign| number.strip_prefix(sign)).is_some_and(letter);
        let heading = line.trim_start_matches('#');
        let level = line.len() - heading.len();
        let is_heading = (1..=6).contains(&level) && heading.strip_prefix(' ').is_some_and(letter);
        // Behind a tag, `# of users` is the head of a column.
        if number_of_line == 0 {
            if is_heading && level > 1 {
                return Some(line);
            }
            continue;
        }
        let is_table = line.contains('|')
            && lines.peek().is_some_and(|(_, next)| {
                next.contains("--") && next.contains('|') && next.chars().all(|c| "|-: ".contains(c))
            });
        if is_item || is_heading || is_table {
            return Some(line);
        }
    }
    None
}

fn inline_link(text: &str) -> Option<&str> {
    let middle = text.find("](")?;
    let start = text[..middle].rfind('[')?;
    let end = text[middle..].find(')')?;
    Some(&text[start..middle + end + 1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_of_plain_texts() {
        for (text, found) in [
            ("a **bold** word", Some("**bold**")),
            ("see [[page]]", Some("[[page]]")),
            ("said [^key].", Some("[^key]")),
            ("`code`", Some("`code`")),
            ("[words](x) here", Some("[words](x)")),
            ("an *important* word", Some("*important*")),
            ("The map {#map}", Some("{#map}")),
            ("كلمة _مهمة_، هنا", Some("_مهمة_")),
            ("2 ** 3 ** 4, it`s [sic] and __init", None),
            ("2 * a * b, a*b*c, snake_case_name, src/*x*/y, Price* and note*", None),
        ] {
            assert_eq!(markup_in_plain_text(text), found);
        }
    }

    #[test]
    fn entities_of_plain_texts() {
        for (text, found) in [
            ("Train &amp; Car", Some("&")),
            ("It&#39;s", Some("'")),
            ("a &#x2014; b", Some("—")),
            ("R&D; AT&T, &copy and &unknown;", None),
        ] {
            assert_eq!(entity_in_plain_text(text).map(|(_, meant)| meant).as_deref(), found, "{text}");
        }
    }

    #[test]
    fn blocks_of_plain_texts() {
        for (text, found) in [
            ("\n- item\n- item two\n", Some("- item")),
            ("\n1. first\n", Some("1. first")),
            ("\n\u{661}. \u{623}\u{648}\u{644}\n", Some("\u{661}. \u{623}\u{648}\u{644}")),
            ("\n  ## Heading\n", Some("## Heading")),
            ("\n> said", Some("> said")),
            ("\n| a | b |\n|---|---|\n| 1 | 2 |\n", Some("| a | b |")),
            ("- 5 in a cell", None),
            ("\n- 5\n", None),
            ("\n#tag and a | b\n2026. That year\n", None),
        ] {
            assert_eq!(block_markup(text), found, "{text}");
        }
    }
}
