//! Marks inside a line that nearly are a note, a link, an emoji or an attribute, and stay as they are.

use std::collections::BTreeSet;
use std::ops::Range;

use super::emoji::{emoji, nearest_emoji, shortcode as name_between_colons};
use super::literal_lines::{Found, is_attribute_list};
use crate::diagnostic::nearest;
use crate::locale::is_right_to_left;

/// In the place of what is no plain text: code, an escaped sign, the edge of a link.
pub const OPAQUE: char = '\u{fffc}';

/// How much of a text is looked at from a sign, in bytes.
pub const LONGEST: usize = 200;

/// `{.class}`, `{#id}` or `{key=value}` behind words, an image or a link.
pub fn attributes(text: &str) -> Option<Found> {
    let mut from = 0;
    while let Some(at) = text[from..].find('{').map(|at| from + at) {
        from = at + 1;
        let before = text[..at].chars().next_back();
        let (inside, _) = text[at + 1..].split_once('}')?;
        let is_behind_element = matches!(before, Some(OPAQUE | ']' | ')'));
        let begins = inside.trim_start().starts_with(['.', '#', ':']);
        if before == Some('{') || !(begins || is_behind_element) || !is_attribute_list(inside) {
            continue;
        }
        let range = at..at + inside.len() + 2;
        let written = &text[range.clone()];
        if inside.trim_start().starts_with('#') && inside.trim().len() > 1 && !inside.trim().contains(' ') {
            let id = inside.trim();
            return Some(match text[..at].trim().is_empty() && text[range.end..].contains(char::is_alphabetic) {
                true => (
                    range,
                    format!("the id `{written}` stands before the words, and is shown as it is"),
                    format!("write it behind those of the heading: ## … {{{id}}}"),
                ),
                false => (
                    range,
                    format!("the id `{written}` stands behind no heading, and is shown as it is"),
                    format!("write the signs of one before the words, ## … {{{id}}}; or take it out"),
                ),
            });
        }
        let sizes = inside.contains("width=") || inside.contains("height=");
        let names = inside.split_whitespace().filter_map(|word| word.split_once('='));
        let misspelt = names.into_iter().find_map(|(name, _)| Some((name, nearest(name, ["width", "height"])?)));
        let help = match misspelt.filter(|_| is_behind_element && !sizes) {
            Some((name, near)) => format!("did you mean `{}`?", written.replacen(name, near, 1)),
            None if is_behind_element && sizes => {
                "give the size of an image in pixels and nothing else: {width=300}".to_owned()
            }
            None => "take it out: classes and other attributes have no effect here".to_owned(),
        };
        return Some((range, format!("`{written}` changes nothing here, and is shown as it is"), help));
    }
    None
}

/// What stands before a sign, if none of others stands before it: a search that nothing ends would begin again at each sign.
pub fn up_to<'t>(text: &'t str, end: char, others: &[char]) -> Option<&'t str> {
    let at = text.find(|c| c == end || others.contains(&c))?;
    text[at..].starts_with(end).then(|| &text[..at])
}

/// What stands behind a sign, if none of others stands behind it.
fn from_last<'t>(text: &'t str, begin: char, others: &[char]) -> Option<(usize, &'t str)> {
    let at = text.rfind(|c| c == begin || others.contains(&c))?;
    text[at..].strip_prefix(begin).map(|behind| (at, behind))
}

/// What could be the key of a note or a source at the beginning of a text.
pub fn key_at(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_alphanumeric() || "-_.".contains(c)));
    &text[..end.unwrap_or(text.len())]
}

/// References to notes that are none: `^[words]`, `(^key)`, `{^key}`, `[^a, b]`.
pub fn note(text: &str) -> Option<Found> {
    let mut from = 0;
    while let Some(at) = text[from..].find('^').map(|at| from + at) {
        from = at + 1;
        let before = text[..at].chars().next_back();
        let rest = &text[at + 1..];
        let is_key = |key: &str| key.len() > 1 && key.contains(char::is_alphabetic);
        match before {
            _ if rest.starts_with('[') => {
                // Up to the next of its kind, so that none is looked for behind all that follow it.
                let inside = rest[1..].split("^[").next().unwrap_or_default();
                let Some((words, _)) = inside.split_once(']') else { continue };
                if words.contains(' ') && !words.starts_with('^') {
                    let help = "write [^name] here, and on a line of its own: `[^name]: the words of the note`";
                    let message = "a note is not written inside its sentence, and this one is shown as it is";
                    return Some((at..at + words.len() + 3, message.to_owned(), help.to_owned()));
                }
            }
            Some(open @ ('(' | '{')) => {
                let close = if open == '(' { ')' } else { '}' };
                let key = key_at(rest);
                if !is_key(key) || !rest[key.len()..].starts_with(close) {
                    continue;
                }
                let message = format!("`{open}^{key}{close}` refers to nothing, and is shown as it is");
                return Some((at - 1..at + key.len() + 2, message, format!("write it in square brackets: [^{key}]")));
            }
            Some('[' | '【') => {
                // The bracket that closes it may be another one, as an Arabic keyboard makes easy.
                let key = key_at(rest);
                let close = rest[key.len()..].chars().next().filter(|c| is_key(key) && matches!(c, ')' | '}' | '】'));
                if let Some(c) = close {
                    let open = before.unwrap_or_default();
                    let start = at - open.len_utf8();
                    let message = format!("`{open}^{key}{c}` refers to nothing, and is shown as it is");
                    let help = format!("write it in square brackets: [^{key}]");
                    return Some((start..at + 1 + key.len() + c.len_utf8(), message, help));
                }
                let Some(inside) = up_to(rest, ']', &['[', '\n']) else { continue };
                let keys: Vec<_> =
                    inside.split([',', ';', '،', '؛']).map(|key| key.trim().trim_start_matches('^')).collect();
                if keys.len() > 1 && keys.iter().all(|key| is_key(key)) {
                    let each: String = keys.iter().map(|key| format!("[^{key}]")).collect();
                    let message = "several keys stand between these brackets, and they are shown as they are";
                    return Some((
                        at - 1..at + inside.len() + 2,
                        message.to_owned(),
                        format!("give each its own: {each}"),
                    ));
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether what stands between brackets could be nothing but an address.
fn is_address(address: &str) -> bool {
    let ends = [
        ".md", ".html", ".csv", ".pdf", ".toml", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".mp4",
        ".zip",
    ];
    !address.is_empty()
        && !address.contains([' ', '\n', OPAQUE])
        && (address.starts_with("http") && address.contains("://")
            || address.starts_with(['/', '#', '.']) && address.contains(char::is_alphabetic)
            || ends.iter().any(|end| address.ends_with(end))
            || address.ends_with('/') && address.contains(char::is_alphabetic))
}

/// `[words] (address)`, `(words)[address]` and `(address)[words]`.
pub fn swapped(text: &str) -> Option<Found> {
    let parted = text.match_indices("] (").find_map(|(at, _)| {
        let (start, words) = from_last(&text[..at], '[', &[']'])?;
        let address = up_to(&text[at + 3..], ')', &[' ', '\n'])?;
        let is_link = is_address(address) && words.contains(char::is_alphabetic) && !words.starts_with('^');
        is_link.then(|| {
            let (what, sign) = if text[..start].ends_with('!') { ("image", "!") } else { ("link", "") };
            let message = format!("a blank parts the two halves of this {what}, which is none");
            let help = format!("write it without the blank: {sign}[{words}]({address})");
            (start - sign.len()..at + 4 + address.len(), message, help)
        })
    });
    parted.or_else(|| {
        text.match_indices(")[").find_map(|(at, _)| {
            let (start, words) = from_last(&text[..at], '(', &[')'])?;
            let behind = up_to(&text[at + 2..], ']', &['[', '\n'])?;
            let (what, sign) = if text[..start].ends_with('!') { ("image", "!") } else { ("link", "") };
            let range = start - sign.len()..at + 3 + behind.len();
            if is_address(behind) {
                let message = format!("the brackets of this {what} have changed places, and it is none");
                return Some((range, message, format!("write {sign}[{words}]({behind})")));
            }
            let is_link = is_address(words) && behind.contains(char::is_alphabetic) && !behind.starts_with('^');
            is_link.then(|| {
                let message = format!("the halves of this {what} have changed places, and it is none");
                (range, message, format!("write {sign}[{behind}]({words})"))
            })
        })
    })
}

/// `! [words](address)`, where nothing but the image stands in its paragraph.
pub fn parted_image(text: &str) -> Option<Found> {
    let behind = text.strip_prefix("! ")?.strip_prefix(OPAQUE)?;
    let words = behind.strip_suffix(OPAQUE).filter(|words| !words.contains(OPAQUE))?;
    let message = "a blank parts the sign of this image from its words, and it is a link";
    Some((0..1, message.to_owned(), format!("write it without the blank: ![{words}](…)")))
}

/// `[name]]`: a link to a page with one bracket before it.
pub fn half_open_wikilink(text: &str) -> Option<Found> {
    let mut open = 0usize;
    let mut start = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| matches!(c, '[' | ']')) {
        match c {
            '[' => (open, start) = (open + 1, at),
            _ if open == 1 && text[at + 1..].starts_with(']') => {
                let name = &text[start + 1..at];
                let is_name = name.starts_with(char::is_alphabetic)
                    && !name.contains(|c: char| !(c.is_alphanumeric() || " -_/#|".contains(c)));
                let before = text[..start].chars().next_back();
                let is_alone = before.is_none_or(|c| c.is_whitespace() || "(«“\"".contains(c));
                if is_name && is_alone {
                    let message = "`]]` closes no link to a page, as one bracket opens it";
                    return Some((start..at + 2, message.to_owned(), format!("write [[{name}]]")));
                }
                open = 0;
            }
            _ => open = open.saturating_sub(1),
        }
    }
    None
}

/// Brackets that begin and end a link when they are typed the right way round, or look like those that do. From right to left
/// it is easily seen wrongly which of a pair is which.
const WORDS: [(char, char); 6] = [('[', ']'), (']', '['), ('﴿', '﴾'), ('﴾', '﴿'), ('【', '】'), ('［', '］')];
const ADDRESSES: [(char, char); 5] = [('(', ')'), (')', '('), ('﴿', '﴾'), ('﴾', '﴿'), ('（', '）')];

/// `]words[(address)`, `[words])address(`, `[words)address(` and `﴿words﴾(address)`.
pub fn mirrored(text: &str) -> Option<Found> {
    let is_bracket = |c: char| WORDS.iter().chain(&ADDRESSES).any(|(open, close)| c == *open || c == *close);
    // Each bracket, and where the one before it ends.
    let brackets: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| is_bracket(*c)).collect();
    brackets.windows(3).enumerate().find_map(|(n, window)| {
        let [(start, open), (middle, second), (third, last)] = *window else { return None };
        let behind = middle + second.len_utf8();
        let words = &text[start + open.len_utf8()..middle];
        // `[words)address(` has three brackets; the others have two that touch.
        let (pair, address, end) = if third == behind {
            let (end, close) = *brackets.get(n + 3)?;
            let address = &text[third + last.len_utf8()..end];
            let is_link = open == '[' && second == ']' && last == '(' && close == ')';
            let is_known = WORDS.contains(&(open, second)) && ADDRESSES.contains(&(last, close)) && !is_link;
            (is_known.then_some((open, last))?, address, end + close.len_utf8())
        } else {
            let is_known = (open, second, last) == ('[', ')', '(');
            (is_known.then_some((open, second))?, &text[behind..third], third + last.len_utf8())
        };
        // A name of a page is an address only where no other brackets would be usual.
        let is_usual = ['﴿', '﴾', '【'].into_iter().any(|usual| pair.0 == usual || pair.1 == usual);
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
        let may_be = !is_usual && letters(address) > 1 && !address.contains(|c: char| c.is_whitespace() || c == OPAQUE);
        let goes_on = text[end..].starts_with(char::is_alphanumeric)
            || text[..start].ends_with(char::is_alphanumeric) && pair.0 == '[';
        let fits = letters(words) > 1 && !words.contains('\n') && !goes_on && (is_address(address) || may_be);
        fits.then(|| {
            let message = "the brackets of this link are others or the wrong way round, and it is none";
            (start..end, message.to_owned(), format!("write [{}]({address})", words.trim()))
        })
    })
}

/// The name of an emoji that there is not, or a role of reStructuredText: `:name:`. Those in `named` have been said.
pub fn shortcode(text: &str, named: &mut BTreeSet<String>) -> Option<Found> {
    let mut from = 0;
    while let Some(at) = text[from..].find(':').map(|at| from + at) {
        from = at + 1;
        let before = text[..at].chars().next_back();
        let Some((name, behind)) = name_between_colons(&text[at..], before) else { continue };
        from = at + name.len() + 2;
        let is_word = name.len() > 1 && name.contains(|c: char| c.is_ascii_alphabetic());
        if !is_word || behind.starts_with(char::is_alphanumeric) || emoji(&text[at..], before).is_some() {
            continue;
        }
        let range = at..from;
        if behind.starts_with(OPAQUE) {
            let message = format!("`:{name}:` is the syntax of another generator, and is shown as it is");
            return Some((
                range,
                message,
                "write a link as [words](address), and code between backticks alone".to_owned(),
            ));
        }
        if !named.insert(name.to_owned()) {
            continue;
        }
        let help = match nearest_emoji(name) {
            Some(near) => format!("did you mean `:{near}:`?"),
            None => "write the sign itself; code stands in backticks".to_owned(),
        };
        return Some((range, format!("no emoji is called `:{name}:`, and its name is shown"), help));
    }
    None
}

/// `++ctrl+f+`: keys of which two signs open the row, and less than two close it.
pub fn open_keys(text: &str) -> Option<Found> {
    text.match_indices("++").find_map(|(at, _)| {
        // Only behind a blank are they looked at: going through them at each sign takes as long as their length squared.
        text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || "(«“\"".contains(c)).then_some(())?;
        let keys = &text[at + 2..];
        let keys = &keys[..keys.find(|c: char| !c.is_ascii_alphanumeric() && c != '+').unwrap_or(keys.len())];
        let names = keys.trim_end_matches('+');
        let is_row = names.contains('+') && names.split('+').all(|key| !key.is_empty()) && !keys.ends_with("++");
        is_row.then(|| {
            let message = "these keys are not closed, and readers see their signs";
            (at..at + 2 + keys.len(), message.to_owned(), format!("write ++{names}++"))
        })
    })
}

/// `H~2O` and `m^2`, which one sign opens and none closes.
pub fn open_script(text: &str) -> Option<Found> {
    text.match_indices(['~', '^']).find_map(|(at, sign)| {
        let behind = &text[at + 1..];
        let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
        let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric());
        let (before, next) = (text[..at].chars().next_back(), behind[digits..].chars().next());
        // `~` parts two numbers, too; behind `^` a word ends.
        let fits = match sign {
            "~" => before.is_some_and(|c| c.is_ascii_alphabetic()),
            _ => is_word(before) && !is_word(next),
        };
        // What follows in the word is looked through as far as it has none of these signs.
        let goes_on = || {
            let end = behind.find(|c: char| c.is_whitespace() || "~^(=".contains(c));
            end.is_some_and(|end| !behind[end..].starts_with(char::is_whitespace))
        };
        (fits && (1..3).contains(&digits) && !goes_on()).then(|| {
            let (what, number) = (if sign == "~" { "below" } else { "above" }, &behind[..digits]);
            let message = format!("`{sign}{number}` sets nothing {what} the line, as nothing closes it");
            let help = format!("write {sign}{number}{sign}, or put it between backticks");
            (at..at + 1 + digits, message, help)
        })
    })
}

/// What stands alone in square brackets and could be the key of a source, or a link to a page with a bar:
/// `[city-tariff-2025]`, `[weather|the weather]`. Whether there is such a source or page only the site knows.
pub fn bracketed(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('[') {
        let before = text[..at].chars().next_back();
        let Some(inside) = up_to(&text[at + 1..], ']', &['[', '\n']) else { continue };
        let behind = &text[at + inside.len() + 2..];
        let is_part = matches!(before, Some('[' | '!' | '\\')) || behind.starts_with(['(', '[', ']', ':']);
        // `[@key]` and `[#key]` cite in other tools.
        let name = inside.split('|').next().unwrap_or_default();
        let (name, is_marked) = name.strip_prefix(['@', '#']).map_or((name, false), |name| (name, true));
        let is_name = name.len() > 1
            && !name.contains(|c: char| !(c.is_alphanumeric() || "-_./#".contains(c)))
            && (inside.contains('|') || is_marked || name.contains('-') || name.contains(|c: char| c.is_ascii_digit()));
        if !is_part && is_name && !inside.contains(OPAQUE) && name.contains(char::is_alphabetic) {
            found.push(at..at + inside.len() + 2);
        }
    }
    found
}

/// `و_كلمة_`: underscores that a letter is joined to are no emphasis.
pub fn joined_underscores(text: &str) -> Option<Found> {
    let is_joined = |at: usize| text[..at].ends_with(|c: char| is_right_to_left(c) || c == 'ـ');
    text.match_indices('_').filter(|(at, _)| is_joined(*at)).find_map(|(at, _)| {
        let mark = if text[at..].starts_with("__") { "__" } else { "_" };
        let inside = text[at..].strip_prefix(mark).filter(|inside| inside.starts_with(char::is_alphabetic))?;
        let near = &inside[..inside.floor_char_boundary(LONGEST)];
        let words = near.split_once(mark).map(|(words, _)| words).filter(|words| !words.contains('\n'))?;
        let behind = &inside[words.len() + mark.len()..];
        let fits = !words.contains('_') && !behind.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        fits.then(|| {
            let stars = "*".repeat(mark.len());
            let message = format!("`{mark}` behind a letter emphasises nothing, and is shown as it is");
            let range = at..at + words.len() + 2 * mark.len();
            (range, message, format!("write asterisks: {stars}{words}{stars}"))
        })
    })
}

/// The backslash of a path of Windows, which Markdown takes away. `escaped` tells where signs stand behind a backslash.
pub fn lost_backslash(text: &str, escaped: &[(usize, char)]) -> Option<Found> {
    escaped.iter().find_map(|&(at, sign)| {
        // A path is short; what stands far away is none of it.
        let (from, to) = (text.floor_char_boundary(at.saturating_sub(LONGEST)), text.floor_char_boundary(at + LONGEST));
        let is_edge = |c: char| c.is_whitespace() || "(«“\"".contains(c);
        let start = text[from..at].char_indices().rev().find(|(_, c)| is_edge(*c));
        let start = start.map_or(from, |(before, c)| from + before + c.len_utf8());
        let word = &text[start..at];
        let is_drive = word.len() >= 2 && word.as_bytes()[0].is_ascii_alphabetic() && word.as_bytes()[1] == b':';
        let is_server = word.is_empty() && sign == '\\' && {
            let rest = text[at..to].trim_start_matches([OPAQUE, '\\']);
            let name = rest.split(|c: char| c.is_whitespace()).next().unwrap_or_default();
            name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.contains('\\')
        };
        let is_path = is_drive && (word.len() == 2 || word[2..].starts_with('\\')) || is_server;
        is_path.then(|| {
            let message = "a backslash of this path is lost: Markdown reads it as an escape".to_owned();
            (at..at + OPAQUE.len_utf8(), message, "write the path between backticks".to_owned())
        })
    })
}

/// `""words""` and `''words''`, which begin and end two quotations at once.
pub fn doubled_quotes(text: &str) -> Option<Found> {
    ["\"\"", "''"].into_iter().find_map(|sign| {
        let open = text.match_indices(sign).find(|(at, _)| {
            !text[..*at].ends_with(|c: char| c.is_alphanumeric() || sign.contains(c))
                && text[at + sign.len()..].starts_with(char::is_alphanumeric)
        });
        let (start, _) = open?;
        let inside = &text[start + sign.len()..];
        let words = &inside[..inside.find(sign).filter(|at| !inside[..*at].contains('\n'))?];
        let message = format!("two marks stand where one is meant, as a quotation in an empty one: `{sign}`");
        let fits = words.ends_with(|c: char| !c.is_whitespace());
        fits.then(|| (start..start + words.len() + 2 * sign.len(), message, format!("write \"{words}\"")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        let found = [
            attributes(text),
            note(text),
            swapped(text),
            mirrored(text),
            shortcode(text, &mut BTreeSet::new()),
            doubled_quotes(text),
        ];
        found.into_iter().flatten().map(|(range, ..)| text[range].to_owned()).collect()
    }

    #[test]
    fn what_nearly_is_something() {
        for (text, sign) in [
            ("\u{fffc}{width=50%}", "{width=50%}"),
            ("said \"\"yes\"\" twice", "\"\"yes\"\""),
            ("قال: \"\"نعم\"\" ثم مضى", "\"\"نعم\"\""),
            ("as a wiki: ''words''.", "''words''"),
            ("\u{fffc}{ .md-button .primary }", "{ .md-button .primary }"),
            ("\u{fffc}{target=_blank}", "{target=_blank}"),
            ("[words]{.red} here", "{.red}"),
            ("words {.cls}", "{.cls}"),
            ("said ^[in a note] here", "^[in a note]"),
            ("said.(^city-2025)", "(^city-2025)"),
            ("said.{^city-2025}", "{^city-2025}"),
            ("said.[^city-2025) and", "[^city-2025)"),
            ("قيل.【^city-2025】", "【^city-2025】"),
            ("said.[^city-2025, town-2024]", "[^city-2025, town-2024]"),
            ("قيل.[^city-2025، town-2024]", "[^city-2025، town-2024]"),
            ("see [the data] (data.csv)", "[the data] (data.csv)"),
            ("see (the data)[../data/]", "(the data)[../data/]"),
            ("انظر ]الكلفة[(../cost/) هنا", "]الكلفة[(../cost/)"),
            ("انظر ]الكلفة[(cost).", "]الكلفة[(cost)"),
            ("انظر [الكلفة])../cost/( هنا", "[الكلفة])../cost/("),
            ("انظر [الكلفة)الرابط(", "[الكلفة)الرابط("),
            ("انظر [الكلفة)https://x.example/(.", "[الكلفة)https://x.example/("),
            ("انظر ﴿الكلفة﴾(../cost/)", "﴿الكلفة﴾(../cost/)"),
            ("انظر [الكلفة]﴿../cost/﴾", "[الكلفة]﴿../cost/﴾"),
            ("see ［the cost］（../cost/）", "［the cost］（../cost/）"),
            ("go :rokcet: now", ":rokcet:"),
            ("see :ref:\u{fffc}", ":ref:"),
        ] {
            assert_eq!(all(text), [sign], "{text}");
        }
    }

    #[test]
    fn what_is_meant_as_it_stands() {
        for text in [
            "{x=1} and {a, b}, f(x){return}, {{ page }}",
            "x^2 and (^_^) and [^key] and ^[a-z]+$",
            "[sic] (see above), f(x)[0], [1] (https://x.example/)",
            "10:30:45 and std::io::x and :rocket: and :) and a:b:c",
            "(words)[note] and array(1)[i]",
            "قال ﴿وقل رب زدني علما﴾ (طه: 114) و﴿اقرأ﴾(العلق) و﴾اقرأ﴿",
            "f([xs])map(g) and ]0, 1[(x), [see a) or (b], [a](b) [sic](see)",
            "(أ)[ب](ج) و[نص](رابط) و(نص)",
        ] {
            assert_eq!(all(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn what_may_be_a_name_of_the_site() {
        let found = |text: &str| bracketed(text).into_iter().map(|range| text[range].to_owned()).collect::<Vec<_>>();
        assert_eq!(found("said.[city-2025] and [weather|the weather]"), ["[city-2025]", "[weather|the weather]"]);
        for text in ["[x](y-1)", "[[a-b]]", "[sic] and [two words-1]", "[a-b][c]", "[on|off", "![a-b]"] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
