//! Shorter names for the variables of the generator's own scripts: a sixteenth of what `site.js` weighs as it travels. A
//! compiler of JavaScript would know more, and would be larger than all the rest of this program; here a name is replaced
//! throughout a script, or left alone wherever it might be more than a variable: a property, a shorthand, something that
//! other scripts import, or a global. So nothing depends on scopes. A script that is no module becomes a block, since what it
//! declares would be global, and other scripts may have short names, too.

use std::collections::{BTreeMap, BTreeSet};

/// What the window of a browser has by names that a script may give to its own variables, too.
const GLOBALS: [&str; 24] = [
    "close",
    "closed",
    "document",
    "event",
    "find",
    "focus",
    "frames",
    "history",
    "length",
    "location",
    "name",
    "open",
    "opener",
    "origin",
    "parent",
    "performance",
    "print",
    "screen",
    "scroll",
    "self",
    "status",
    "stop",
    "top",
    "window",
];

/// Words that are variables in one place and part of the language in another, such as `from` in an import.
const CONTEXTUAL: [&str; 9] = ["as", "async", "await", "from", "get", "of", "set", "static", "yield"];

/// Words before which a slash begins a regular expression, as after most signs.
const BEFORE_EXPRESSIONS: [&str; 6] = ["return", "typeof", "case", "in", "of", "await"];

/// A minified script with short names for its variables. One with classes, which the generator has none of, stays as it is.
pub fn short_names(script: &str) -> String {
    let mut tokens = Vec::new();
    tokenize(script, 0, &mut tokens);
    if tokens.contains(&"class") {
        return script.to_owned();
    }
    let short = assign(&tokens);
    let script: String = tokens.iter().map(|token| short.get(token).map_or(*token, String::as_str)).collect();
    if short.is_empty() || is_module(&tokens) { script } else { format!("{{{script}}}") }
}

/// Whether a script imports or exports anything but as it runs.
fn is_module(tokens: &[&str]) -> bool {
    let mut words = tokens.iter().filter(|token| !token.trim().is_empty()).peekable();
    std::iter::from_fn(|| words.next().map(|word| (*word, words.peek().copied().copied())))
        .any(|(word, next)| word == "export" || (word == "import" && !matches!(next, Some("(" | "."))))
}

/// New names of variables; those that are used most get the shortest.
fn assign<'a>(tokens: &[&'a str]) -> BTreeMap<&'a str, String> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for token in tokens {
        *uses.entry(token).or_default() += 1;
    }
    let mut variables: Vec<_> = variables(tokens).into_iter().filter(|name| name.len() > 2).collect();
    variables.sort_by_key(|name| (std::cmp::Reverse(uses[name]), *name));
    let letters = || ('a'..='z').chain('A'..='Z').map(String::from);
    let pairs = letters().flat_map(|first| letters().map(move |second| format!("{first}{second}")));
    let is_free = |name: &String| {
        !uses.contains_key(name.as_str()) && !["as", "do", "if", "in", "is", "of"].contains(&name.as_str())
    };
    variables.into_iter().zip(letters().chain(pairs).filter(is_free)).collect()
}

/// What an open brace is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum OpenBracket {
    /// An object, or a pattern that takes one apart.
    Object,
    /// Anything else.
    Other,
}

/// The names that are variables wherever they stand.
fn variables<'a>(tokens: &[&'a str]) -> BTreeSet<&'a str> {
    let (mut declared, mut others) = (BTreeSet::new(), BTreeSet::from_iter(GLOBALS.into_iter().chain(CONTEXTUAL)));
    let mut open = Vec::new();
    let words: Vec<&str> = tokens.iter().copied().filter(|token| !token.trim().is_empty()).collect();
    for (at, word) in words.iter().copied().enumerate() {
        let before = |n: usize| at.checked_sub(n).map_or("", |at| words[at]);
        let after = words.get(at + 1).copied().unwrap_or_default();
        match word {
            "{" => {
                let is_block = matches!(
                    before(1),
                    "" | ")" | "=>" | "else" | "try" | "catch" | "finally" | "do" | ";" | "{" | "}"
                );
                open.push(if is_block { OpenBracket::Other } else { OpenBracket::Object });
            }
            "(" | "[" | "${" => open.push(OpenBracket::Other),
            "}" | ")" | "]" => _ = open.pop(),
            _ if !word.starts_with(is_name_start) => {}
            _ => {
                if matches!(before(1), "const" | "let" | "function") {
                    declared.insert(word);
                }
                let is_exported = before(2) == "export" || (before(2) == "async" && before(3) == "export");
                let is_key = open.last() == Some(&OpenBracket::Object)
                    && matches!(before(1), "{" | "," | "get" | "set" | "async" | "*")
                    && matches!(after, "," | "}" | "=" | ":" | "(");
                if is_exported || is_key || matches!(before(1), "." | "?.") {
                    others.insert(word);
                }
            }
        }
    }
    declared.difference(&others).copied().collect()
}

/// Adds the tokens of a script from a place on, white space too, up to a brace that closes what it did not open; gives where
/// that stands. What stands in the expressions of a template is tokens of the script.
fn tokenize<'a>(script: &'a str, mut at: usize, tokens: &mut Vec<&'a str>) -> usize {
    let mut depth = 0;
    while let Some(first) = script[at..].chars().next() {
        let rest = &script[at..];
        let length = match first {
            '`' => {
                at = template(script, at, tokens);
                continue;
            }
            '"' | '\'' => literal(rest, first),
            '/' if begins_expression(tokens) => regular_expression(rest),
            _ if is_name(first) => rest.find(|c| !is_name(c)).unwrap_or(rest.len()),
            _ if first.is_whitespace() => rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len()),
            _ => ["...", "=>", "?."]
                .iter()
                .find(|sign| rest.starts_with(**sign))
                .map_or(first.len_utf8(), |sign| sign.len()),
        };
        match first {
            '{' => depth += 1,
            '}' if depth == 0 => return at,
            '}' => depth -= 1,
            _ => {}
        }
        tokens.push(&rest[..length]);
        at += length;
    }
    at
}

/// Adds the tokens of the template that begins at a place; gives where it ends.
fn template<'a>(script: &'a str, start: usize, tokens: &mut Vec<&'a str>) -> usize {
    let mut from = start;
    let mut at = start + 1;
    while let Some(next) = script[at..].find(['\\', '`', '$']).map(|found| at + found) {
        let rest = &script[next..];
        if let Some(escaped) = rest.strip_prefix('\\') {
            at = next + 1 + escaped.chars().next().map_or(0, char::len_utf8);
        } else if rest.starts_with('`') {
            tokens.push(&script[from..=next]);
            return next + 1;
        } else if rest.starts_with("${") {
            tokens.extend([&script[from..next], &rest[..2]]);
            let end = tokenize(script, next + 2, tokens);
            tokens.push(&script[end..(end + 1).min(script.len())]);
            from = (end + 1).min(script.len());
            at = from;
        } else {
            at = next + 1;
        }
    }
    tokens.push(&script[from..]);
    script.len()
}

/// How long a text in quotation marks is.
fn literal(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    let end = rest.char_indices().skip(1).find(|(_, c)| {
        let is_end = *c == quote && !escaped;
        escaped = *c == '\\' && !escaped;
        is_end
    });
    end.map_or(rest.len(), |(at, _)| at + 1)
}

/// How long a regular expression is, without its flags.
fn regular_expression(rest: &str) -> usize {
    let (mut escaped, mut in_class) = (false, false);
    let end = rest.char_indices().skip(1).find(|(_, c)| {
        let is_end = *c == '/' && !escaped && !in_class;
        match c {
            '[' if !escaped => in_class = true,
            ']' if !escaped => in_class = false,
            _ => {}
        }
        escaped = *c == '\\' && !escaped;
        is_end
    });
    end.map_or(rest.len(), |(at, _)| at + 1)
}

/// Whether a slash after these tokens begins a regular expression and does not divide.
fn begins_expression(tokens: &[&str]) -> bool {
    let before = tokens.iter().rev().find(|token| !token.trim().is_empty());
    before.is_none_or(|token| {
        BEFORE_EXPRESSIONS.contains(token)
            || !token.ends_with(|c| is_name(c) || matches!(c, ')' | ']' | '"' | '\'' | '`' | '/'))
    })
}

fn is_name_start(c: char) -> bool {
    is_name(c) && !c.is_ascii_digit()
}

/// Numbers count as names that are never declared.
fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::embedded_assets;

    #[test]
    fn variables_get_short_names_and_everything_else_keeps_its_own() {
        for (script, expected) in [
            ("const long=1;let other=long+2;", "{const a=1;let b=a+2;}"),
            (
                "const make=(value)=>{const sum=value*2;return sum};make(3)",
                "{const a=(value)=>{const b=value*2;return b};a(3)}",
            ),
            ("const text=`a ${value?`${text}`:\"text\"} text`;", "{const a=`a ${value?`${a}`:\"text\"} text`;}"),
            ("const half=total/2/count;const mark=/half[/]half/g;", "{const a=total/2/count;const b=/half[/]half/g;}"),
            ("const word=\"\\\"word\";const $text=word;", "{const a=\"\\\"word\";const b=a;}"),
            ("function first(){second()}const second=()=>first?.call", "{function a(){b()}const b=()=>a?.call}"),
            ("const seen=3;f({...seen,x:seen,y:seen?seen:1})", "{const a=3;f({...a,x:a,y:a?a:1})}"),
            ("export{f};const long=1;f(long)", "export{f};const a=1;f(a)"),
        ] {
            assert_eq!(short_names(script), expected);
        }
        for script in [
            "export const long=1;export async function other(){}export function more(){}",
            "import{thing}from\"./x.js\";let thing=1;",
            "import{thing}from\"./x.js\";const from=1;f(from)",
            "const prop=1;a.prop=b?.prop;",
            "const short=1;f({short});",
            "const key=1;f({key:2});",
            "const way=1;f({a,way(){}});",
            "const one=1;({one})=>one;",
            "const name=1;const top=2;let location;",
            "class A{field=1}const field=2;",
            "const ab=1;",
            "`unfinished ${long",
        ] {
            assert_eq!(short_names(script), script);
        }
    }

    #[test]
    fn in_the_own_scripts_nothing_but_names_changes_and_no_two_become_one() {
        for (name, bytes) in embedded_assets().into_iter().filter(|(name, _)| name.ends_with(".js")) {
            let script = minifier::js::minify(std::str::from_utf8(bytes).expect("UTF-8")).to_string();
            let written = short_names(&script);
            let block = written.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
            let short = block.map_or_else(|| written.clone(), str::to_owned);
            let (mut before, mut after) = (Vec::new(), Vec::new());
            tokenize(&script, 0, &mut before);
            tokenize(&short, 0, &mut after);
            assert_eq!((before.concat(), after.concat()), (script.clone(), short.clone()), "{name}");
            assert_eq!(before.len(), after.len(), "{name}");
            let pairs: BTreeSet<_> = before.iter().zip(&after).filter(|(a, b)| a != b).collect();
            assert!(pairs.iter().all(|(a, b)| a.chars().all(is_name) && !before.contains(b)), "{name}: {pairs:?}");
            let sides =
                [pairs.iter().map(|(a, _)| **a).collect::<BTreeSet<_>>(), pairs.iter().map(|(_, b)| **b).collect()];
            assert!(sides.iter().all(|side| side.len() == pairs.len()), "{name}: {pairs:?}");
            assert!(name != "assets/site.js" || pairs.len() > 20, "{pairs:?}");
            assert_eq!(short_names(&written), written, "{name}");
        }
    }
}
