//! What nearly is HTML, or TeX, and stays as it is: entities, comments, addresses in angle brackets, formulas.

use super::literal_inline::OPAQUE;
use super::literal_lines::Found;
use super::raw_html::is_html_name;
use crate::diagnostic::nearest;

/// In the message of a value that is open: the tag that closes the element closes nothing then.
pub const IS_OPEN: &str = "is not closed, so this is no HTML, and is shown";

/// Entities that people type, of those that HTML knows.
const ENTITIES: [&str; 24] = [
    "nbsp", "amp", "lt", "gt", "quot", "apos", "copy", "reg", "trade", "hellip", "mdash", "ndash", "laquo", "raquo",
    "ldquo", "rdquo", "zwnj", "zwj", "lrm", "rlm", "shy", "times", "euro", "middot",
];

/// `&nbsp` without its semicolon, and `&nbps;`, which there is not.
pub fn entity(text: &str) -> Option<Found> {
    text.match_indices('&').find_map(|(at, _)| {
        let rest = &text[at + 1..];
        let name = &rest[..rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len())];
        let behind = &rest[name.len()..];
        if behind.starts_with(';') {
            let meant = (3..=8).contains(&name.len()).then(|| nearest(name, ENTITIES)).flatten()?;
            let message = format!("there is no entity `&{name};`, and its name is shown");
            return Some((at..at + name.len() + 2, message, format!("did you mean `&{meant};`?")));
        }
        // The parameter of an address goes on with its value.
        let is_whole = ENTITIES.contains(&name) && !behind.starts_with(['=', '_', '-']);
        is_whole.then(|| {
            let message = format!("no semicolon stands behind `&{name}`, and its name is shown");
            (at..at + name.len() + 1, message, format!("write `&{name};`"))
        })
    })
}

/// `<!-`, `<-- … -->` at the beginning of a line, and a comment that nothing closes.
pub fn comment(text: &str) -> Option<Found> {
    if let Some(at) = text.find("<!--") {
        return Some((at..at + 4, "this comment is not closed".to_owned(), "write `-->` behind it".to_owned()));
    }
    let short = text.match_indices("<!-").map(|(at, sign)| (at, sign.len()));
    let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
    let bare = line_starts.filter(|at| text[*at..].starts_with("<--")).map(|at| (at, "<--".len()));
    let (at, length) = short.chain(bare).find(|(at, length)| {
        // Up to the next of its kind, so that none is looked for behind all that follow it.
        let inside = text[at + length..].split(['<', '\n']).next().unwrap_or_default();
        inside.contains("->")
    })?;
    let message = "this is no comment, and readers see it".to_owned();
    Some((at..at + length, message, "write `<!--` before it and `-->` behind it".to_owned()))
}

/// `<a href="x>`: a tag with an odd number of quotation marks is none.
pub fn open_value(text: &str) -> Option<Found> {
    text.match_indices('<').find_map(|(at, _)| {
        let line = text[at + 1..].split(['\n', '<']).next().unwrap_or_default();
        let (name, rest) = line.split_once(' ')?;
        let (attribute, _) = rest.split_once("=\"")?;
        let is_name =
            |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        let is_open = is_html_name(name) && is_name(attribute.trim_start()) && rest.matches('"').count() % 2 == 1;
        let message = format!("the quotation mark of `{}` {IS_OPEN}", attribute.trim());
        is_open.then(|| (at..at + 1 + name.len(), message, "write `\"` behind its value".to_owned()))
    })
}

/// `<https://x.example` that is not closed.
pub fn address(text: &str) -> Option<Found> {
    ["<https://", "<http://", "<mailto:"].into_iter().find_map(|sign| {
        let at = text.find(sign)?;
        let address = text[at + 1..].split(|c: char| c.is_whitespace() || c == OPAQUE).next().unwrap_or_default();
        let address = without_end_of_sentence(address);
        (!address.contains('>')).then(|| {
            let message = "no `>` closes this address, and it is no link".to_owned();
            (at..at + 1 + address.len(), message, format!("write <{address}>"))
        })
    })
}

/// An address without the signs that end the sentence in which it stands.
fn without_end_of_sentence(address: &str) -> &str {
    address.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '،', '؛', '؟'])
}

/// A bare address that no browser opens any more, and that no link leads to.
pub fn unopened_address(text: &str) -> Option<Found> {
    let (at, scheme) = ["ftp://", "sftp://", "ftps://", "gopher://"]
        .into_iter()
        .flat_map(|scheme| text.match_indices(scheme))
        .find(|(at, _)| !text[..*at].ends_with(|c: char| c.is_ascii_alphanumeric()))?;
    let length = text[at..].find(|c: char| c.is_whitespace() || c == OPAQUE).unwrap_or(text.len() - at);
    let address = without_end_of_sentence(&text[at..at + length]);
    (address.len() > scheme.len()).then(|| {
        let message = format!("browsers open no `{scheme}` address, and this one is no link");
        let help = "give the address that begins with https://, or write this one between backticks";
        (at..at + address.len(), message, help.to_owned())
    })
}

/// `\(x^2\)` and `\[x^2\]`, of which Markdown takes the backslashes away. `escaped` tells where signs stand behind a
/// backslash, and which.
pub fn formula(text: &str, escaped: &[(usize, char)]) -> Option<Found> {
    // Of `\\(`, as some converters need it, the second sign is no text either.
    let bracket = |&(at, sign): &(usize, char)| {
        let end = at + OPAQUE.len_utf8();
        let next = text.get(end..)?.chars().next().filter(|_| sign == '\\');
        Some((at, end + next.map_or(0, char::len_utf8), next.unwrap_or(sign)))
    };
    let brackets: Vec<_> = escaped.iter().filter_map(bracket).filter(|(.., sign)| "()[]".contains(*sign)).collect();
    brackets.windows(2).find_map(|window| {
        let [(start, from, open), (end, _, close)] = *window else { return None };
        if !matches!((open, close), ('(', ')') | ('[', ']')) {
            return None;
        }
        let inside = text.get(from..end)?;
        let is_word = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() > 3 && !word.starts_with('\\');
        let is_tex = inside.contains(['^', '_', '=', '\\', '+']) && !inside.split_whitespace().any(is_word)
            || inside.contains("\\frac")
            || inside.contains("\\sum");
        is_tex.then(|| {
            let sign = if open == '(' { "$" } else { "$$" };
            let message = format!("`\\{open}` begins no formula, and its signs are shown as they are");
            (start..start + 1, message, format!("write {sign}{}{sign}", inside.trim()))
        })
    })
}

/// `$\frac{a}{b}` without the dollar at its end, and `$a + b $`.
pub fn open_formula(text: &str) -> Option<Found> {
    padded_formula(text).or_else(|| unended_formula(text))
}

/// `$p = c / n $` and `$ p = c $`: no blank stands beside the dollars of a formula.
fn padded_formula(text: &str) -> Option<Found> {
    let signs: Vec<usize> = text.match_indices('$').map(|(at, _)| at).collect();
    signs.windows(2).find_map(|window| {
        let [start, end] = *window else { return None };
        let inside = &text[start + 1..end];
        let tex = inside.trim();
        let is_word = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() > 2 && !word.starts_with('\\');
        let is_tex = tex.contains(['=', '\\', '^', '_', '+', '/', '<', '>'])
            && !tex.split_whitespace().any(is_word)
            && !tex.starts_with(|c: char| c.is_ascii_digit())
            && tex.matches('{').count() == tex.matches('}').count();
        let joined = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_alone = !joined(text[..start].chars().next_back()) && !joined(text[end + 1..].chars().next());
        (tex.len() < inside.len() && is_tex && is_alone && !inside.contains('\n')).then(|| {
            let message = "a blank stands beside a `$` of this formula, which is none, and its TeX is shown";
            (start..end + 1, message.to_owned(), format!("write ${tex}$"))
        })
    })
}

fn unended_formula(text: &str) -> Option<Found> {
    let start = text.find('$')?;
    let inside = text[start + 1..].split(['\n', '$']).next()?;
    let is_tex = ["\\frac", "\\sqrt", "\\sum", "\\int", "\\text", "\\left", "\\cdot", "\\times", "\\mathrm"]
        .iter()
        .any(|command| inside.contains(command));
    // `$x = 1`, `$n^2`: a name of one letter, and a sign that prose has not.
    let mut letters = inside.chars();
    let is_name = letters.next().is_some_and(|c| c.is_ascii_lowercase());
    let is_tex = is_tex || is_name && letters.as_str().trim_start().starts_with(['=', '^', '_', '<', '≤', '≥', '≈']);
    let fits = is_tex && !inside.starts_with(char::is_whitespace) && !text[start + 1..].contains('$');
    fits.then(|| {
        let message = "this `$` begins no formula, for none ends it, and its TeX is shown".to_owned();
        (start..start + 1, message, "write `$` behind the formula, too; `\\$` is the sign itself".to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        let found = [entity(text), comment(text), address(text)];
        found.into_iter().flatten().map(|(range, ..)| text[range].to_owned()).collect()
    }

    #[test]
    fn what_nearly_is_html() {
        for (text, sign) in [
            ("A&nbsp word", "&nbsp"),
            ("a &nbps; b", "&nbps;"),
            ("قال &laqou;نعم", "&laqou;"),
            ("see <https://street.example there", "<https://street.example"),
            ("انظر <mailto:a@x.example", "<mailto:a@x.example"),
            ("<!- later -> Words", "<!-"),
            ("Words.\n<-- later --> Words", "<--"),
            ("Words <!-- later", "<!--"),
        ] {
            assert_eq!(all(text), [sign], "{text}");
        }
    }

    #[test]
    fn what_is_meant_as_it_stands() {
        for text in [
            "AT&T; R&D, Q&A; H&M and &c.",
            "https://x.example/?a=1&copy=2&lt_x",
            "a <-- b --> c, x <- y, a <! b",
            "<https://x.example> and a < b",
            "a &\u{fffc} b",
        ] {
            assert_eq!(all(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn formulas_of_latex() {
        let text = "It is \u{fffc}x^2\u{fffc} here";
        assert_eq!(formula(text, &[(6, '('), (12, ')')]).unwrap().2, "write $x^2$");
        let text = "It is \u{fffc}[x^2\u{fffc}] here";
        assert_eq!(formula(text, &[(6, '\\'), (13, '\\')]).unwrap().2, "write $$x^2$$");
        for inside in ["s", "or not", "as_in a name", "a = a long sentence"] {
            let text = format!("file\u{fffc}{inside}\u{fffc}");
            assert_eq!(formula(&text, &[(4, '('), (7 + inside.len(), ')')]), None, "{inside}");
        }
    }
}
