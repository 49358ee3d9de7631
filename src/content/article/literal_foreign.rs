//! Marks inside a line that other tools read and Markdown does not: citations of Pandoc, remarks and marks of Obsidian,
//! CriticMarkup, formulas with blanks. Readers would see them.

use super::literal_inline::{LONGEST, OPAQUE, key_at};
use super::literal_lines::Found;
use super::signs::Signs;

/// The first of each kind. `signs` are those of the text.
pub fn foreign(text: &str, signs: &Signs) -> Vec<Found> {
    type Search = fn(&str) -> Option<Found>;
    /// Each kind with signs of which one stands in it.
    const KINDS: [(&str, Search); 14] = [
        ("@^]", citation),
        ("%", remark),
        ("{", critic),
        ("^|", doubled),
        ("=+", parted_mark),
        ("=", open_mark),
        ("^", block_mark),
        ("]", parted_reference),
        ("<", bare_host),
        ("$", formula_with_blanks),
        ("}", role),
        ("{", expression),
        ("]", named_place),
        ("@", parted_mail),
    ];
    KINDS.iter().filter(|(begin, _)| signs.has(begin)).filter_map(|(_, kind)| kind(text)).collect()
}

/// What begins with a sign and ends with another near it, on one line: where, and what is between.
pub fn between<'t>(text: &'t str, open: &str, close: &str) -> impl Iterator<Item = (usize, &'t str)> {
    text.match_indices(open).filter_map(move |(at, _)| {
        let rest = &text[at + open.len()..];
        let near = &rest[..rest.floor_char_boundary(LONGEST)];
        let inside = near.split_once(close).map(|(inside, _)| inside)?;
        (!inside.is_empty() && !inside.contains('\n')).then_some((at, inside))
    })
}

/// Whether a key is more than a word that may be somebody's name: `smith2020`, `iea-2025`, `doe:99`.
fn is_telling(key: &str) -> bool {
    key.contains(char::is_alphabetic) && key.contains(|c: char| c.is_ascii_digit())
}

/// `name@ example.org`: a mail address with a blank in it.
fn parted_mail(text: &str) -> Option<Found> {
    let in_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    text.match_indices("@ ").find_map(|(at, _)| {
        let near = &text[text.floor_char_boundary(at.saturating_sub(LONGEST))..at];
        let name = &near[near.rfind(|c| !in_name(c)).map_or(0, |end| near.ceil_char_boundary(end + 1))..];
        let behind = &text[at + 2..];
        let host = behind[..behind.find(|c| !in_name(c)).unwrap_or(behind.len())].trim_end_matches('.');
        let (first, ending) = host.rsplit_once('.')?;
        let is_host = !first.is_empty()
            && (2..=10).contains(&ending.len())
            && ending.bytes().all(|byte| byte.is_ascii_lowercase());
        let message = "a blank stands in this mail address, and it is none".to_owned();
        let range = at - name.len()..at + 2 + host.len();
        (is_host && !name.is_empty()).then(|| (range, message, format!("write it without the blank: {name}@{host}")))
    })
}

/// A role of MyST before its code: `{ref}`.
fn role(text: &str) -> Option<Found> {
    text.match_indices("}\u{fffc}").find_map(|(at, _)| {
        let near = &text[text.floor_char_boundary(at.saturating_sub(30))..at];
        let name = &near[near.rfind('{')? + 1..];
        let is_name = name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | ':'));
        let message = format!("`{{{name}}}` is the syntax of another generator, and is shown as it is");
        let help = "write a link as [words](address), and code between backticks alone".to_owned();
        is_name.then(|| (at - name.len() - 1..at + 1, message, help))
    })
}

/// A value or a remark of MDX or Vue among the words: `{props.name}`, `{/* remark */}`.
fn expression(text: &str) -> Option<Found> {
    let signs = ["{/*", "{props.", "{frontmatter.", "{$frontmatter"];
    let (at, sign) = signs.into_iter().filter_map(|sign| text.find(sign).map(|at| (at, sign))).min()?;
    let inside = super::literal_inline::up_to(&text[at..], '}', &['\n'])?;
    let help = match sign {
        "{/*" => "write a remark as <!-- … -->",
        _ => "write here what it stands for; code stands between backticks",
    };
    let message = format!("`{sign}` is the syntax of another generator, and is shown as it is");
    Some((at..at + inside.len() + 1, message, help.to_owned()))
}

/// An id in brackets behind the words of a heading: `Numbers [#numbers]`.
fn named_place(text: &str) -> Option<Found> {
    let shown = text.trim_end();
    let (words, id) = shown.strip_suffix(']')?.rsplit_once(" [#")?;
    let is_id =
        id.starts_with(char::is_alphabetic) && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let message = format!("`[#{id}]` names no place, and is shown as it is");
    let help = format!("write it behind the words of a heading as {{#{id}}}");
    (is_id && !words.contains('\n')).then(|| (words.len() + 1..shown.len(), message, help))
}

/// References to notes and sources that are none: `[@key]`, `[@key, p. 5]`, `[^key` without its end, `^key]`, `[key^]`, and
/// another circumflex. What may be a name of the site is looked up there, see `bracketed`.
fn citation(text: &str) -> Option<Found> {
    let fault = |range, written: &str, key: &str| {
        let message = format!("`{written}` refers to nothing, and is shown as it is");
        Some((range, message, format!("write it in square brackets: [^{key}]")))
    };
    for (at, _) in text.match_indices(['@', '^', 'ˆ']) {
        let sign = text[at..].chars().next().unwrap_or_default();
        let (before, behind) = (&text[..at], &text[at + sign.len_utf8()..]);
        let key = key_at(behind);
        let rest = &behind[key.len()..];
        let opened = before.strip_suffix('[').or_else(|| before.strip_suffix("[-")).filter(|_| !before.ends_with("[["));
        let end = at + sign.len_utf8() + key.len();
        match (sign, opened) {
            ('@', Some(opened)) if is_telling(key) && rest.starts_with([']', ',', ';', ' ', ':']) => {
                let close = rest[..rest.floor_char_boundary(LONGEST)].find(']')?;
                let range = opened.len()..end + close + 1;
                return fault(range.clone(), &text[range], key);
            }
            ('ˆ', Some(opened)) if rest.starts_with(']') && key.len() > 1 => {
                return fault(opened.len()..end + 1, &text[opened.len()..=end], key);
            }
            ('^', Some(opened)) if key.len() > 1 && key.starts_with(char::is_alphabetic) => {
                let near = &rest[..rest.floor_char_boundary(LONGEST)];
                // Two keys with a blank between them.
                let second = near.strip_prefix(' ').map(key_at).filter(|second| is_telling(second) && is_telling(key));
                if let Some(second) = second.filter(|second| near[1 + second.len()..].starts_with(']')) {
                    let range = opened.len()..end + second.len() + 2;
                    let message = "several keys stand between these brackets, and they are shown as they are";
                    return Some((range, message.to_owned(), format!("give each its own: [^{key}][^{second}]")));
                }
                let is_open = near.find(']').is_none_or(|close| near[..close].contains('['));
                if is_open && !rest.starts_with([')', '}', '】', '^']) {
                    let message = format!("nothing closes the bracket of `[^{key}`, and it is shown as it is");
                    return Some((opened.len()..end, message, format!("write [^{key}]")));
                }
            }
            ('^', None) if rest.starts_with(']') && key.len() > 1 && key.starts_with(char::is_alphabetic) => {
                // A bracket further away opens something else.
                let near = &before[before.floor_char_boundary(before.len().saturating_sub(LONGEST))..];
                let is_opened = near.rfind(['[', ']']).is_some_and(|open| near[open..].starts_with('['));
                if !is_opened && !before.ends_with(['(', '{']) {
                    return fault(at..end + 1, &text[at..=end], key);
                }
            }
            ('^', None) if key.is_empty() && rest.starts_with(']') => {
                let near = before.floor_char_boundary(before.len().saturating_sub(60));
                let Some(open) = before[near..].rfind('[').map(|open| near + open) else { continue };
                let key = &before[open + 1..];
                if is_telling(key) && key_at(key) == key {
                    return fault(open..at + 2, &text[open..at + 2], key);
                }
            }
            _ => {}
        }
    }
    None
}

/// `%% words %%`, which Obsidian hides.
fn remark(text: &str) -> Option<Found> {
    let follows_number = |at: usize| text[..at].trim_end().ends_with(char::is_numeric);
    let begin = |at: usize| text[..at].chars().next_back().is_none_or(char::is_whitespace);
    let (at, length) = match text.strip_prefix("%%\n") {
        Some(_) => (0, 2),
        None => between(text, "%%", "%%")
            .find(|(at, inside)| begin(*at) && inside.contains(char::is_alphabetic) && !follows_number(*at))
            .map(|(at, inside)| (at, inside.len() + 4))?,
    };
    // A line of its own is named with the others.
    if text[..at].rsplit('\n').next() == Some("") && text[at + length..].split('\n').next() == Some("") && length > 2 {
        return None;
    }
    let message = "readers see this remark: `%%` hides nothing here".to_owned();
    Some((at..at + length, message, "write it as <!-- … -->".to_owned()))
}

/// `{--words--}`, `{>>words<<}` and `{~~words~>words~~}`.
fn critic(text: &str) -> Option<Found> {
    let (open, close) = [("{--", "--}"), ("{>>", "<<}"), ("{++", "++}"), ("{~~", "~~}")]
        .into_iter()
        .find(|(open, close)| between(text, open, close).next().is_some())?;
    let (at, inside) = between(text, open, close).next()?;
    let message = format!("`{open}…{close}` marks a change in other tools, and is shown as it is");
    Some((at..at + inside.len() + 6, message, "write the words as they are to stand".to_owned()))
}

/// `^^words^^` and `||words||`.
fn doubled(text: &str) -> Option<Found> {
    let is_edge = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || ".,;:!?،؛؟()«»“”".contains(c));
    ["^^", "||"].into_iter().find_map(|sign| {
        let is_phrase = |(at, inside): &(usize, &str)| {
            let is_letter = |c: char| c.is_alphanumeric();
            let behind = text[at + inside.len() + 4..].chars().next();
            let stands_alone = is_edge(text[..*at].chars().next_back()) && is_edge(behind);
            stands_alone && inside.starts_with(is_letter) && inside.ends_with(|c: char| !c.is_whitespace())
        };
        let (at, inside) = between(text, sign, sign).find(is_phrase)?;
        let message = format!("`{sign}` is the syntax of another tool, and is shown as it is");
        let help = match sign {
            "^^" => format!("write <u>{inside}</u> to underline it, or take the signs out"),
            _ => {
                "nothing is hidden here: write <details> for what readers are to open, or take the signs out".to_owned()
            }
        };
        Some((at..at + inside.len() + 4, message, help))
    })
}

/// `== words ==` and `++ words ++`, whose blanks make them text. Between operands they are operators.
fn parted_mark(text: &str) -> Option<Found> {
    let is_edge = |c: Option<char>| c.is_none_or(|c| c == '\n' || ".,;:!?،؛؟()«»“”".contains(c));
    ["==", "++"].into_iter().find_map(|sign| {
        let is_phrase = |(at, inside): &(usize, &str)| {
            let before = text[..*at].trim_end_matches(' ').chars().next_back();
            let behind = text[at + inside.len() + 4..].trim_start_matches(' ').chars().next();
            let blanks = inside.starts_with(' ') && inside.ends_with(' ');
            let is_word = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() > 2;
            let stands_apart = text[..*at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
            blanks && stands_apart && (is_edge(before) || is_edge(behind)) && inside.split_whitespace().any(is_word)
        };
        let (at, inside) = between(text, sign, sign).find(is_phrase)?;
        let message = format!("blanks inside these signs make them no mark, and `{sign}` is shown as it is");
        Some((at..at + inside.len() + 4, message, format!("write {sign}{}{sign}", inside.trim())))
    })
}

/// `==words` that nothing closes. What is an operator has a blank on both sides or on none.
fn open_mark(text: &str) -> Option<Found> {
    let is_begin = |at: &usize| {
        let opens = text[..*at].chars().next_back().is_none_or(|c| c.is_whitespace() || "(«“".contains(c));
        let near = text[at + 2..].split('\n').next().unwrap_or_default();
        opens && near.starts_with(char::is_alphabetic) && !near.contains("==")
    };
    let at = text.match_indices("==").map(|(at, _)| at).find(is_begin)?;
    let message = "`==` opens or closes nothing here, and is shown as it is".to_owned();
    Some((at..at + 2, message, "write it before the first and behind the last word: ==words==".to_owned()))
}

/// `^name` at the end of a block, by which Obsidian links to it.
fn block_mark(text: &str) -> Option<Found> {
    let at = text.rfind('^').filter(|at| text[..*at].ends_with([' ', '\n']))?;
    let name = &text[at + 1..];
    let is_name = name.len() > 2 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (is_name && name.contains(|c: char| c.is_ascii_alphabetic())).then(|| {
        let message = format!("`^{name}` marks a block in other tools, and is shown as it is");
        (at..text.len(), message, "take it out: links lead to headings: ## … {#id}".to_owned())
    })
}

/// `[words] [1]` where `[1]` is a link: a blank parts the halves of a reference.
fn parted_reference(text: &str) -> Option<Found> {
    text.match_indices("] \u{fffc}").find_map(|(at, _)| {
        let label = text[at + 2 + OPAQUE.len_utf8()..].split(OPAQUE).next()?;
        let start = text[..at].rfind(['[', ']']).filter(|start| text[*start..].starts_with('['))?;
        let words = &text[start + 1..at];
        let is_label = (1..=3).contains(&label.len()) && label.bytes().all(|byte| byte.is_ascii_digit());
        let fits = is_label && words.contains(char::is_alphabetic) && !words.contains(OPAQUE);
        fits.then(|| {
            let message = "a blank parts the two halves of this link, and only the second one is a link".to_owned();
            (start..at + 1, message, format!("write it without the blank: [{words}][{label}]"))
        })
    })
}

/// `<www.example.com>`, whose brackets readers see.
fn bare_host(text: &str) -> Option<Found> {
    let (at, host) = between(text, "<www.", ">").find(|(_, host)| !host.contains([' ', '<']))?;
    let message = "no address stands between these brackets, and they are shown as they are".to_owned();
    Some((at..at + host.len() + 6, message, format!("write its beginning: <https://www.{host}>")))
}

/// `$ y $`: formulas of other tools, with blanks inside the dollars.
fn formula_with_blanks(text: &str) -> Option<Found> {
    let is_operand = |word: &str| {
        let mut chars = word.chars();
        let is_name = chars.next().is_some_and(|c| c.is_ascii_alphabetic()) && chars.as_str().len() < 2;
        is_name || word.bytes().all(|byte| byte.is_ascii_digit() || b"+-*/=<>^_(){}.".contains(&byte))
    };
    let is_formula = |(at, inside): &(usize, &str)| {
        let tex = inside.trim();
        let blanks = inside.starts_with(' ') && inside.ends_with(' ');
        let stands_alone = !text[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '$');
        let has_name = tex.contains(|c: char| c.is_ascii_alphabetic());
        blanks && stands_alone && has_name && (tex.contains('\\') || tex.split_whitespace().all(is_operand))
    };
    let (at, inside) = between(text, "$", "$").find(is_formula)?;
    let message = "blanks inside its dollars make this no formula, and readers see them".to_owned();
    Some((at..at + inside.len() + 2, message, format!("write ${}$", inside.trim())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        foreign(text, &Signs::of(text)).into_iter().map(|(range, ..)| text[range].to_owned()).collect()
    }

    #[test]
    fn what_other_tools_read_is_named() {
        for (text, found) in [
            ("As shown [@smith2020] here", "[@smith2020]"),
            ("See {ref}\u{fffc} there", "{ref}"),
            ("Words {/* a remark */} and", "{/* a remark */}"),
            ("By {props.name}, now", "{props.name}"),
            ("Numbers [#numbers]", "[#numbers]"),
            ("As shown [@smith2020, p. 5] here", "[@smith2020, p. 5]"),
            ("It rose.[^iea-2025 For 2025", "[^iea-2025"),
            ("It rose.[^iea-2025", "[^iea-2025"),
            ("It rose.^iea-2025]", "^iea-2025]"),
            ("It rose.[iea-2025^] so", "[iea-2025^]"),
            ("It rose.[ˆkey] so", "[ˆkey]"),
            ("It rose.[^iea-2025 base-2025] so", "[^iea-2025 base-2025]"),
            ("Text %% my hidden note %% goes on.", "%% my hidden note %%"),
            ("%%\nblock\n%%", "%%"),
            ("Text {--gone--} and", "{--gone--}"),
            ("Text {>>why<<} and", "{>>why<<}"),
            ("^^inserted^^ words", "^^inserted^^"),
            ("A ||spoiler|| here", "||spoiler||"),
            ("== marked words ==", "== marked words =="),
            ("This is ++ new ++.", "++ new ++"),
            ("for a bicycle, ==and no more=.", "=="),
            ("Some paragraph. ^abc123", "^abc123"),
            ("Old [text] \u{fffc}1\u{fffc} style", "[text]"),
            ("See <www.example.com> now", "<www.example.com>"),
            ("The value $ y $ and", "$ y $"),
            ("The value $ x + 1 $ and", "$ x + 1 $"),
        ] {
            assert_eq!(all(text), [found], "{text}");
        }
    }

    #[test]
    fn what_is_meant_as_it_stands_is_left() {
        for text in [
            "thanks [@antfu] and [@user] for it",
            "a || b and c||d",
            "5 %% of 10 %%",
            "a {ref} and {x}, see [#12] and [#1 of 2]",
            "x ^2 and 2^10",
            "costs $ 5 and $ 6",
            "US $ and the $ sign",
            "[1] and [a] [b]",
            "a {b} {c--} d",
            "[^key] and [^other], [words^2]",
            "%% a remark %%",
            "a ^ b",
            "if count == total and total == sum then",
            "x == y ==",
        ] {
            assert_eq!(all(text), [""; 0], "{text}");
        }
    }
}
