//! Emoji by the names that GitHub gives them: `:rocket:`.

use std::collections::BTreeSet;

use super::containers::is_container_line;
use super::edited_text::TextChange;
use crate::diagnostic::nearest;
use crate::locale::is_right_to_left;

/// The emoji whose name stands between colons at the beginning of a text, and how long that is; `before` is what stands in
/// front of it.
pub fn emoji(text: &str, before: Option<char>) -> Option<(&'static str, usize)> {
    let (name, behind) = shortcode(text, before)?;
    let found = emojis::get_by_shortcode(name)?;
    (!behind.starts_with(char::is_alphanumeric)).then(|| (found.as_str(), name.len() + 2))
}

/// What stands between two colons as the name of an emoji would, at the beginning of a text, and what follows.
pub fn shortcode(text: &str, before: Option<char>) -> Option<(&str, &str)> {
    let (name, behind) = text.strip_prefix(':')?.split_once(':')?;
    let is_name = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'+' | b'-');
    let fits = !name.is_empty() && name.bytes().all(is_name);
    // Arabic and Hebrew join particles to what follows.
    let is_apart = before.is_none_or(|c| is_right_to_left(c) || !c.is_alphanumeric() && c != ':' && c != '/');
    // Behind one may stand another.
    let next = behind.strip_prefix(':').map(|rest| rest.split_once(':').map_or("", |(next, _)| next));
    let ends = next.is_none_or(|next| emojis::get_by_shortcode(next).is_some());
    (fits && is_apart && ends).then_some((name, behind))
}

/// A separator before each colon that begins a line and neither a container, the rule below the head of a table nor, with a
/// blank behind it, a definition: to the parser it would begin one without the blank, too.
pub fn colon_lines(text: &str, separator: char, changes: &mut Vec<TextChange>) {
    let follows = |at: usize| at.checked_sub(1).is_none_or(|before| matches!(text.as_bytes()[before], b'\n' | b' '));
    if !memchr::memchr_iter(b':', text.as_bytes()).any(follows) {
        return;
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let shown = line.trim_start_matches([' ', '>']);
        let at = start + line.len() - shown.len();
        start += line.len();
        let is_joined = shown.strip_prefix(':').is_some_and(|rest| rest.starts_with(|c: char| !c.is_whitespace()));
        let is_rule = shown.starts_with(":-") && shown.bytes().all(|byte| b":-| \t\r\n".contains(&byte));
        if is_joined && !is_rule && !is_container_line(shown.trim_end()) {
            changes.push(TextChange { range: at..at, with: separator.to_string() });
        }
    }
}

/// The name that was most likely meant, among those that begin with the same letter.
pub fn nearest_emoji(name: &str) -> Option<&'static str> {
    let first = name.as_bytes().first();
    let names: BTreeSet<&'static str> =
        emojis::iter().flat_map(|emoji| emoji.shortcodes()).filter(|known| known.as_bytes().first() == first).collect();
    nearest(name, names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colon_without_a_blank_at_the_beginning_of_a_line_begins_no_definition() {
        let mut changes = Vec::new();
        let text = "Term\n: definition\n\n:rocket: go\n> :tada: go\n:::note\n:::\n:x\n::card\n::: a.b\n:\n:-: | --:\n";
        colon_lines(text, '|', &mut changes);
        let places: Vec<_> = changes.into_iter().map(|change| change.range.start).collect();
        assert_eq!(places, [19, 33, 55, 58, 65]);
    }

    #[test]
    fn names_between_colons() {
        assert_eq!(emoji(":rocket: go", None), Some(("🚀", 8)));
        assert_eq!(emoji(":+1:", Some('(')), Some(("👍", 4)));
        assert_eq!(emoji(":tada: هنا", Some('و')), Some(("🎉", 6)));
        assert_eq!(emoji(":rocket::tada:", None), Some(("🚀", 8)));
        assert_eq!(emoji(":rocket::nosuch:", None), None);
        for (text, before) in
            [(":b:", Some('a')), (":b:c", None), (":io::Error", Some('d')), (":nosuch:", None), (": x:", None)]
        {
            assert_eq!(emoji(text, before), None, "{text}");
        }
        assert_eq!(nearest_emoji("rokcet"), Some("rocket"));
        assert_eq!(nearest_emoji("material-account"), None);
    }
}
