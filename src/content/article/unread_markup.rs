//! Markdown where it is not read: in HTML, and in plain texts such as titles.

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
    pairs.into_iter().find_map(pair).or_else(|| inline_link(text)).or_else(|| emphasised(text))
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
            ("كلمة _مهمة_، هنا", Some("_مهمة_")),
            ("2 ** 3 ** 4, it`s [sic] and __init", None),
            ("2 * a * b, a*b*c, snake_case_name, src/*x*/y, Price* and note*", None),
        ] {
            assert_eq!(markup_in_plain_text(text), found);
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
