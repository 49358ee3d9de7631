//! Which parts of Markdown are no words: translators' tools show them as codes and keep them.

use std::collections::BTreeMap;

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

/// How the codes of a translation differ from those of its source.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct CodeChanges {
    /// What the translation lacks and readers would miss: citations, links, ids, code.
    pub lost: Vec<String>,
    /// What stands in it more often than in its source.
    pub doubled: Vec<String>,
    /// What changes only how words are set: tags without an address or an id, and the marks of code whose words are there.
    pub formatting: Vec<String>,
}

/// Compares the codes of a translation with those of its source. Languages may differ in them on purpose: what stands in the
/// translation as often as in the one that was there `before` is no change.
pub fn changed_codes(source: &str, before: Option<&str>, target: &str) -> CodeChanges {
    let (wanted, found) = (counted(source), counted(target));
    let before = before.map(counted);
    let mut changes = CodeChanges::default();
    for (code, times) in &wanted {
        let earlier = before.as_ref().map_or(*times, |before| before.get(code).copied().unwrap_or(0));
        let now = found.get(code).copied().unwrap_or(0);
        let is_kept = (*times.min(&earlier)..=*times.max(&earlier)).contains(&now);
        if is_kept {
            continue;
        }
        let name = code.clone();
        match (is_formatting(code, target), now < *times) {
            (true, _) => changes.formatting.push(name),
            (false, true) => changes.lost.push(name),
            (false, false) => changes.doubled.push(name),
        }
    }
    changes
}

/// How often each code stands in a text, by what has to be the same in every language.
fn counted(text: &str) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for piece in pieces(text) {
        if let Markup::Code(code) = piece
            && let Some(name) = name_of(code)
        {
            *counted.entry(name).or_default() += 1;
        }
    }
    counted
}

/// What of a code does not depend on the language: of a wikilink its page, of a link its address, of a block of code and of a
/// tag what it is. The end of a wikilink has no name of its own.
fn name_of(code: &str) -> Option<String> {
    let first = |text: &str| text.split_whitespace().next().unwrap_or_default().to_owned();
    let name = if code.starts_with("```") || code.starts_with("~~~") {
        first(code.lines().next().unwrap_or_default())
    } else if let Some(page) = code.strip_prefix("[[") {
        format!("[[{}]]", page.trim_end_matches("]]").split('|').next().unwrap_or_default().trim())
    } else if let Some(address) = code.strip_prefix("](") {
        format!("]({})", first(address.trim_end_matches(')')))
    } else if let Some((tag, false)) = tag_of(code) {
        format!("<{tag}>")
    } else if code == "]]" {
        return None;
    } else {
        code.to_owned()
    };
    Some(name)
}

/// The name of a tag, with the stroke of one that closes, and whether it has an address or an id. An address between angle
/// brackets is no tag.
fn tag_of(code: &str) -> Option<(&str, bool)> {
    let inside = code.strip_prefix('<')?.strip_suffix('>')?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let stroke = usize::from(inside.starts_with('/'));
    let end = inside[stroke..].find(|c: char| !is_name(c)).map_or(inside.len(), |end| stroke + end);
    let rest = &inside[end..];
    if !(rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || c == '/')) {
        return None;
    }
    let keys = ["href", "src", "srcset", "poster", "id", "name", "data"];
    let mut words = rest.split_whitespace().filter_map(|word| word.split_once('=')).map(|(key, _)| key.to_lowercase());
    Some((&inside[..end], words.any(|key| keys.contains(&key.as_str()))))
}

/// Whether a code that is lost takes nothing from readers but how words are set.
fn is_formatting(code: &str, target: &str) -> bool {
    let is_fence = code.starts_with("```") || code.starts_with("~~~");
    if code.starts_with('`') && !is_fence {
        let bare = code.trim_matches('`').trim();
        return !bare.is_empty()
            && pieces(target).iter().any(|piece| matches!(piece, Markup::Words(words) if words.contains(bare)));
    }
    matches!(tag_of(code), Some((_, false)))
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

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn what_readers_would_miss_is_lost() {
        let source =
            "## The claim {#claim}\n\nSee [[a#b|it]], [this](../x/ \"now\") and `f(x)`.[^k]\n\n```sh\nls\n```\n";
        let good = "## ما يُدّعى {#claim}\n\nانظر [[a#b]] و`f(x)` و[هذا](../x/ \"الآن\").[^k]\n\n```sh\nls # سرد\n```\n";
        assert_eq!(changed_codes(source, None, good), CodeChanges::default());
        let bare = changed_codes(source, None, "انظر هذا");
        assert_eq!(bare.lost, names(&["[[a#b]]", "[^k]", "](../x/)", "```sh", "`f(x)`", "{#claim}"]));
        assert_eq!((bare.doubled, bare.formatting), (Vec::new(), Vec::new()));
        let twice = changed_codes(source, None, &good.replace("[^k]", "[^k][^k]"));
        assert_eq!((twice.lost, twice.doubled), (Vec::new(), names(&["[^k]"])));
        // Another address in place of the one that was there is a loss of it; one more is the translator's.
        assert_eq!(changed_codes("[a](../x/)", None, "[a](../y/)").lost, names(&["](../x/)"]));
        assert_eq!(changed_codes("a", None, "[a](../y/)"), CodeChanges::default());
    }

    #[test]
    fn how_words_are_set_is_formatting() {
        let changes = changed_codes("Press <kbd>X</kbd> in `vim`.", None, "اضغط X في vim.");
        assert_eq!(changes.formatting, names(&["</kbd>", "<kbd>", "`vim`"]));
        assert_eq!((changes.lost, changes.doubled), (Vec::new(), Vec::new()));
        // What a tag or angle brackets lead to is none.
        let linked = "<a href=\"/x/\">a</a> <https://example.org/> <p dir=\"ltr\">";
        assert_eq!(changed_codes(linked, None, "ا").lost, names(&["<a href=\"/x/\">", "<https://example.org/>"]));
    }

    #[test]
    fn what_differed_before_may_differ_again() {
        let (source, before) = ("A.[^a] B.[^b]", "أ.[^a]");
        assert_eq!(changed_codes(source, Some(before), "أ وب.[^a]"), CodeChanges::default());
        assert_eq!(changed_codes(source, Some(before), "أ.[^a] ب.[^b]"), CodeChanges::default());
        assert_eq!(changed_codes(source, Some(before), "أ وب.").lost, names(&["[^a]"]));
    }
}
