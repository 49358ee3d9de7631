//! Which parts of Markdown are no words: translators' tools show them as codes and keep them.

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup<'a> {
    /// What is translated.
    Words(&'a str),
    /// What is kept as it is.
    Code(&'a str),
}

/// Cuts a text into words and codes: put together again they are the text.
pub fn pieces(text: &str) -> Vec<Markup<'_>> {
    let mut pieces = Vec::new();
    let (mut words, mut at) = (0, 0);
    while at < text.len() {
        let length = code(text, at);
        if length == 0 {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        }
        if words < at {
            pieces.push(Markup::Words(&text[words..at]));
        }
        pieces.push(Markup::Code(&text[at..at + length]));
        at += length;
        words = at;
    }
    if words < text.len() {
        pieces.push(Markup::Words(&text[words..]));
    }
    pieces
}

/// How many bytes of code begin at a place.
fn code(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let until = |end: &str| rest.find(end).map_or(0, |found| found + end.len());
    let in_line = |length: usize| if rest[..length].contains('\n') { 0 } else { length };
    let begins_line = at == 0 || text[..at].ends_with('\n');
    match rest.as_bytes()[0] {
        b'`' | b'~' if begins_line && (rest.starts_with("```") || rest.starts_with("~~~")) => fence(rest),
        b'`' => {
            let signs = rest.len() - rest.trim_start_matches('`').len();
            let close = &rest[..signs];
            rest[signs..].find(close).map_or(0, |found| in_line(signs + found + signs))
        }
        b'[' if rest.starts_with("[[") => {
            // The words of a wikilink are translated, its page is not.
            let end = in_line(until("]]"));
            rest[..end].find('|').map_or(end, |bar| bar + 1)
        }
        b'[' if rest.starts_with("[^") => in_line(until("]")),
        b']' if rest.starts_with("]]") => 2,
        b']' if rest.starts_with("](") => in_line(until(")")),
        b'{' if rest.starts_with("{#") => in_line(until("}")),
        b'<' if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') => in_line(until(">")),
        _ => 0,
    }
}

/// A whole block of code; what is not closed goes to the end.
fn fence(rest: &str) -> usize {
    let sign = &rest[..1];
    let signs = rest.len() - rest.trim_start_matches(sign).len();
    let mut at = rest.find('\n').map_or(rest.len(), |end| end + 1);
    for line in rest[at..].split_inclusive('\n') {
        at += line.len();
        let shown = line.trim();
        if shown.len() >= signs && shown.trim_start_matches(sign).is_empty() {
            // The end of the line is none of the code's.
            return at - (line.len() - line.trim_end_matches('\n').len());
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_translated_and_codes_are_kept() {
        let text = "See [[a#b|the words]] and [this](../x/).[^k] `f(x)` <b>\n\n```rs\nfn\n```\n";
        let words: Vec<&str> = pieces(text)
            .into_iter()
            .filter_map(|piece| match piece {
                Markup::Words(words) => Some(words),
                Markup::Code(_) => None,
            })
            .collect();
        assert_eq!(words, ["See ", "the words", " and [this", ".", " ", " ", "\n\n", "\n"]);
    }
}
