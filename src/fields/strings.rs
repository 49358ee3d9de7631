//! Texts and other values of TOML as authors mistype them: where a text ends, what its marks should be, and what a value
//! without marks is meant to be.

use toml::de::DeTable;

use super::brackets;
use super::toml_slip::{TomlSlip, edit};
use crate::text::{ascii_digits, has_other_digits};

pub use crate::text::is_invisible;

/// A text that nobody closes on so many further lines was to end on its own.
const MOST_LINES: usize = 50;

/// Where a text ends, and what is wrong with it.
pub struct Ended {
    pub end: usize,
    pub slip: Option<TomlSlip>,
}

/// Quotation marks that typography knows and TOML does not.
pub fn is_typographic_mark(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '‘' | '’' | '‚' | '″' | '＂')
}

/// A key that needs no marks.
pub fn is_key(name: &str) -> bool {
    let bare =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    let in_marks = |part: &str| part.len() > 1 && part.starts_with(['"', '\'']) && part.ends_with(['"', '\'']);
    in_marks(name) || name.split('.').map(str::trim).all(|part| bare(part) || in_marks(part))
}

/// A text or key in double quotes, which may hold anything but line ends.
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A name, in quotes if it needs them.
pub fn key_or_quoted(name: &str) -> String {
    if is_key(name) { name.to_owned() } else { quoted(name) }
}

/// The name of a table whose last part needs quotation marks; all of it stands in them where no part can do without.
pub fn quoted_parts(name: &str) -> String {
    let is_bare = |part: &str| is_key(part) && !part.is_empty();
    let whole = name.match_indices('.').rfind(|(at, _)| name[..*at].split('.').all(is_bare));
    match whole {
        Some((at, _)) => format!("{}.{}", &name[..at], quoted(&name[at + 1..])),
        None => quoted(name),
    }
}

/// Whether a line is `key = …`.
pub fn begins_with_key(line: &str) -> bool {
    line.split_once('=').is_some_and(|(key, _)| is_key(key.trim()))
}

/// Whether a line is `[name]` or `[[name]]`.
pub fn is_header(line: &str) -> bool {
    let name = line.split('#').next().unwrap_or_default().trim();
    let name = name.strip_prefix('[').and_then(|name| name.strip_suffix(']'));
    let name = name.map(|name| name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name));
    name.is_some_and(|name| is_key(name.trim()) && !name.bytes().all(|b| b.is_ascii_digit()))
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end)
}

/// Where a mark stands that closes a basic text which begins behind `from`.
fn closing(text: &str, from: usize, mark: char) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text[from..line_end(text, from)].char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if mark == '"' => escaped = true,
            c if c == mark => return Some(from + at),
            _ => {}
        }
    }
    None
}

/// Whether what stands behind a value on its line ends it.
fn is_end(behind: &str, open: Option<char>) -> bool {
    match behind.trim_start_matches([' ', '\t']).chars().next() {
        None | Some('\n' | '#' | '=') => true,
        Some(',' | '،' | '؛' | ']' | '}') => open.is_some(),
        Some('.') => open.is_none(),
        Some(_) if open.is_some() && brackets::closes_wrongly(behind.trim_start_matches([' ', '\t'])) => true,
        Some(c) => is_invisible(c),
    }
}

/// How long several texts with commas between them are at the beginning of a line; nothing where there is anything else.
pub fn texts_without_brackets(line: &str) -> Option<usize> {
    let mut rest = line;
    for count in 1.. {
        let mark = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let close = rest[1..].find(mark)? + 2;
        let behind = rest[close..].trim_start();
        if behind.is_empty() || behind.starts_with('#') {
            return (count > 1).then(|| line.len() - rest.len() + close);
        }
        rest = behind.strip_prefix([',', '،'])?.trim_start();
    }
    None
}

/// A text that begins with a straight mark, in a list or table if `open` is its bracket.
pub fn in_marks(text: &str, start: usize, open: Option<char>) -> Ended {
    let mark = if text[start..].starts_with('"') { '"' } else { '\'' };
    let triple = mark.to_string().repeat(3);
    if text[start..].starts_with(&triple) {
        let close = text[start + 3..].find(&triple).map(|at| start + 3 + at + 3);
        // As many as two further marks belong to the text.
        let more = |end: usize| text[end..].chars().take_while(|c| *c == mark).take(2).count();
        return match close {
            Some(end) => Ended { end: end + more(end), slip: None },
            None => {
                // What is a line of TOML below is rather that than a part of the text.
                let mut end = text.len();
                let mut at = line_end(text, start);
                while let Some(next) = text.get(at + 1..).and_then(|below| below.split('\n').next()) {
                    if begins_with_key(next) || is_header(next) {
                        end = at;
                        break;
                    }
                    at += 1 + next.len();
                }
                let shown = text[..end].trim_end();
                let last = shown.trim_end_matches(mark).len().max(start + 3);
                let slip = TomlSlip::new(
                    vec![edit(last.min(shown.len()), shown.len(), triple.clone())],
                    format!("the text that begins here with `{triple}` is not closed"),
                    format!("write `{triple}` at its end"),
                );
                Ended { end, slip: Some(with_place(slip, start)) }
            }
        };
    }
    let Some(close) = closing(text, start + 1, mark) else { return not_closed(text, start, mark, open) };
    let end = close + 1;
    if is_end(&text[end..line_end(text, end)], open) {
        return Ended { end, slip: None };
    }
    let behind = text[end..].trim_start_matches([' ', '\t']);
    let next = text.len() - behind.len();
    if open.is_some() && next > end && behind.starts_with(|c| matches!(c, '"' | '\'') || is_typographic_mark(c)) {
        let message = "between these texts no comma stands";
        return Ended { end, slip: Some(TomlSlip::new(vec![edit(end, end, ",")], message, "write `,` between them")) };
    }
    let line = behind.split('\n').next().unwrap_or_default();
    if next > end && begins_another(line) {
        let slip = match open {
            Some(_) => {
                TomlSlip::new(vec![edit(end, end, ",")], "between these keys no comma stands", "write `,` between them")
            }
            None => two_keys(end, end),
        };
        return Ended { end, slip: Some(slip) };
    }
    if open.is_none()
        && let Some(more) = line.strip_prefix([',', '،'])
    {
        let sign = line.len() - more.len();
        if begins_another(more.trim_start()) {
            return Ended { end: next + sign, slip: Some(two_keys(end, next + sign)) };
        }
        if more.trim().is_empty() || more.trim_start().starts_with('#') {
            return Ended { end: next + sign, slip: Some(comma_at_end(end, next + sign)) };
        }
    }
    marks_inside(text, start, mark, open).unwrap_or_else(|| not_closed_before(text, start, end, open))
}

/// A second key on a line; what stands between the two is taken for a line end.
fn two_keys(start: usize, end: usize) -> TomlSlip {
    TomlSlip::new(vec![edit(start, end, "\n")], "two keys stand on one line", "write each on a line of its own")
}

/// A comma behind a value that is in no list.
pub fn comma_at_end(start: usize, end: usize) -> TomlSlip {
    let message = "a comma, `,`, stands at the end of this line";
    let help = "take it away: so TOML parts the items of a list, and a key ends with its line";
    TomlSlip { on_each_line: true, ..TomlSlip::new(vec![edit(start, end, "")], message, help) }
}

/// A value without marks behind which another key stands, `30 car = 60`: how long the value is, and the slip.
pub fn other_key_behind(written: &str, start: usize) -> Option<(usize, TomlSlip)> {
    let (value, more) = written.split_once([' ', ','])?;
    let between = value.len()..written.len() - more.trim_start_matches([' ', ',']).len();
    (is_value(value) && begins_another(&written[between.end..]))
        .then(|| (between.end, two_keys(start + between.start, start + between.end)))
}

/// Whether what stands behind a text is another key with its value.
fn begins_another(behind: &str) -> bool {
    let Some((key, value)) = behind.split_once('=') else { return false };
    let begins_value = |c: char| matches!(c, '"' | '\'' | '[' | '{') || c.is_ascii_digit();
    let value = value.trim_start();
    is_key(key.trim()) && (value.starts_with(begins_value) || value.starts_with("true") || value.starts_with("false"))
}

/// A text that holds marks like those around it.
fn marks_inside(text: &str, start: usize, mark: char, open: Option<char>) -> Option<Ended> {
    let line = line_end(text, start);
    let marks = || text[start + 1..line].match_indices(mark).map(|(at, _)| start + 1 + at);
    let close = marks().find(|at| is_end(&text[at + 1..line], open))?;
    let inside = marks().take_while(|at| *at < close).filter(|at| !text[..*at].ends_with('\\'));
    let edits = match mark {
        '"' => inside.map(|at| edit(at, at, "\\")).collect(),
        // Nothing can be escaped between single marks; double ones take their place.
        _ => vec![edit(start, close + 1, quoted(&text[start + 1..close]))],
    };
    let inner = &text[start + 1..close];
    let help = match mark {
        '"' if inner.contains('\'') => {
            "write `\\\"` for a quotation mark inside, or typographic ones: “…”, «…»".to_owned()
        }
        '"' => "write `\\\"` for a quotation mark inside, or typographic ones: “…”, «…»; or put the text between '…'"
            .to_owned(),
        _ => format!("put the text between double quotation marks: {}", quoted(inner)),
    };
    let slip = TomlSlip::new(edits, "inside this text stands a quotation mark that ends it", help);
    Some(Ended { end: close + 1, slip: Some(with_place(slip, start)) })
}

/// More words stand behind a text that is closed.
fn not_closed_before(text: &str, start: usize, end: usize, open: Option<char>) -> Ended {
    let line = line_end(text, end);
    let behind = &text[end..line];
    let stop = open.and_then(|_| behind.find([',', ']', '}'])).unwrap_or(behind.trim_end().len());
    let slip = TomlSlip::new(
        vec![edit(end, end + stop, "")],
        format!("behind this text stands `{}`", behind[..stop].trim()),
        "put all of it between one pair of quotation marks, or begin a remark with `#`",
    );
    Ended { end: end + stop, slip: Some(with_place(slip, start)) }
}

/// A text whose line ends before it is closed.
fn not_closed(text: &str, start: usize, mark: char, open: Option<char>) -> Ended {
    let line = line_end(text, start);
    let shown = text[start..line].trim_end();
    let inner = shown.trim_end_matches([']', '}', ',', ' ']);
    let typographic = inner.chars().next_back().filter(|c| is_typographic_mark(*c));
    if let Some(c) = typographic.filter(|_| inner.len() > 1) {
        let at = start + inner.len() - c.len_utf8();
        let slip = TomlSlip::new(
            vec![edit(at, at + c.len_utf8(), mark.to_string())],
            format!("this text ends with the typographic quotation mark `{c}`"),
            format!("write `{mark}` at both ends of a text"),
        );
        return Ended { end: start + inner.len(), slip: Some(with_place(slip, start)) };
    }
    if let Some(slip) = broken(text, start, line, mark) {
        return Ended { end: line_end_of(&slip, text), slip: Some(slip) };
    }
    let end = start + if open.is_some() { inner.len() } else { shown.len() };
    let slip = TomlSlip::new(
        vec![edit(end, end, mark.to_string())],
        "the text that begins here is not closed",
        format!("write `{mark}` at its end"),
    );
    Ended { end: if open.is_some() { end } else { line }, slip: Some(with_place(slip, start)) }
}

/// A text that goes on on the next lines, and is closed there.
fn broken(text: &str, start: usize, line: usize, mark: char) -> Option<TomlSlip> {
    let mut edits = vec![edit(line, line + 1, " ")];
    let mut at = line + 1;
    for _ in 0..MOST_LINES {
        let end = line_end(text, at.min(text.len()));
        let next = text.get(at..end)?;
        if next.trim().is_empty() || begins_with_key(next) || is_header(next) || next.starts_with("+++") {
            return None;
        }
        if next.trim_end().ends_with(mark) {
            let message = "this text goes on on another line";
            let marks = mark.to_string().repeat(3);
            let help = format!("a text ends on its line, or stands between `{marks}` and `{marks}`");
            return Some(with_place(TomlSlip::new(edits, message, help), start));
        }
        edits.push(edit(end, end + 1, " "));
        at = end + 1;
    }
    None
}

fn line_end_of(slip: &TomlSlip, text: &str) -> usize {
    let last = slip.edits.last().map_or(0, |edit| edit.range.end);
    line_end(text, last.min(text.len()))
}

/// The place of a slip is where its first edit is; one that changes nothing there leads to the beginning of the text.
fn with_place(mut slip: TomlSlip, start: usize) -> TomlSlip {
    slip.edits.insert(0, edit(start, start, ""));
    slip
}

/// A text between typographic marks.
pub fn in_typographic_marks(text: &str, start: usize) -> Ended {
    let line = line_end(text, start);
    let open = text[start..].chars().next().map_or(0, char::len_utf8);
    let is_mark = |c: char| is_typographic_mark(c) || c == '"';
    let marks: Vec<_> = text[start + open..line].char_indices().filter(|(_, c)| is_mark(*c)).collect();
    let close = marks.iter().find(|(at, c)| is_end(&text[start + open + at + c.len_utf8()..line], Some('[')));
    let (end, close_len) = match close {
        Some((at, c)) => (start + open + at, c.len_utf8()),
        None => (text[..line].trim_end().len().max(start + open), 0),
    };
    let mut edits = vec![edit(start, start + open, "\"")];
    let inside = text[start + open..end].match_indices('"').map(|(at, _)| start + open + at);
    edits.extend(inside.map(|at| edit(at, at, "\\")));
    edits.push(edit(end, end + close_len, "\""));
    let shown = &text[start..end + close_len];
    let slip = TomlSlip::new(
        edits,
        format!("`{shown}` stands between typographic quotation marks"),
        format!("write `\"` at both ends of a text: {}", quoted(&text[start + open..end])),
    );
    Ended { end: end + close_len, slip: Some(slip) }
}

/// Whether this can stand behind `=`.
pub fn is_value(written: &str) -> bool {
    DeTable::parse_recoverable(&format!("x = {written}")).1.is_empty()
}

/// A value without marks that begins at `start`; nothing if it is good.
pub fn bare_value(written: &str, start: usize) -> Option<TomlSlip> {
    if is_value(written) {
        return None;
    }
    let end = start + written.len();
    if let Some(boolean) = meant_boolean(written) {
        let message = format!("`{written}` is not TOML");
        let help = match written.to_lowercase() == boolean {
            true => format!("write `{boolean}`, in small letters"),
            false => format!("write `{boolean}`"),
        };
        // Where a text is asked for, its reader says so at the same place.
        let words = Some((message, help));
        return Some(TomlSlip::giving_way(vec![edit(start, end, boolean)], words));
    }
    let plain = ascii_digits(written);
    if has_other_digits(written) && (is_value(&plain) || is_date_like(&plain)) {
        let name = match written.contains(|c| matches!(c, '۰'..='۹')) {
            true => "Persian digits",
            false => "Arabic digits",
        };
        let with = if is_value(&plain) { plain.clone() } else { quoted(&plain) };
        let message = format!("`{written}` is in {name}");
        return Some(TomlSlip::new(
            vec![edit(start, end, with)],
            message,
            format!("write `{plain}`: TOML knows no others"),
        ));
    }
    let number = written.trim_start_matches('0');
    if number.len() < written.len() && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) {
        let message = format!("the number `{written}` begins with 0");
        return Some(TomlSlip::new(vec![edit(start, end, number)], message, format!("write `{number}`")));
    }
    if let Some((message, help, number)) = mistyped_number(written) {
        return Some(TomlSlip::new(vec![edit(start, end, number)], message, help));
    }
    let digits = written.len() - written.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let boolean = ["true", "false"].into_iter().find(|word| written.starts_with(word)).map_or(0, str::len);
    let (value, behind) = written.split_at(digits.max(boolean));
    let rest = behind.trim();
    let is_parted = rest.starts_with([';', '%']) || rest == "," || rest.starts_with("//");
    if is_parted && is_value(value) {
        let what = if digits > 0 { "the number " } else { "" };
        let slip = TomlSlip::new(
            vec![edit(start, end, value)],
            format!("behind {what}`{value}` stands `{rest}`"),
            "take it out; a remark begins with `#`",
        );
        return Some(slip);
    }
    let edits = vec![edit(start, end, quoted(written))];
    if is_date_like(written) {
        let message = format!("`{written}` is no date as TOML writes it");
        return Some(TomlSlip::giving_way(edits, Some((message, crate::text::date_help(written)))));
    }
    let message = format!("`{written}` stands without quotation marks");
    let help = format!("a text stands in quotes: {}", quoted(written));
    Some(TomlSlip::giving_way(edits, Some((message, help))))
}

/// What is wrong with a number in which a comma or letters stand, what to write, and what it is read as: a whole number, which
/// is what almost every key asks for.
fn mistyped_number(written: &str) -> Option<(String, String, String)> {
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((whole, rest)) = written.split_once(',').filter(|(whole, rest)| are_digits(whole) && are_digits(rest)) {
        let message = format!("the number `{written}` has a comma");
        if rest.len() == 3 {
            let joined = format!("{whole}{rest}");
            return is_value(&joined).then(|| (message, format!("write `{joined}`"), joined.clone()));
        }
        let next = whole.parse::<u32>().ok()?.checked_add(1)?;
        let help = format!("write a whole number, such as {whole} or {next}; a decimal has a point, {whole}.{rest}");
        return is_value(whole).then(|| (message, help, whole.to_owned()));
    }
    let letter = written.chars().find(|c| matches!(c, 'O' | 'o' | 'I' | 'l'))?;
    let is_mixed = written.chars().all(|c| c.is_ascii_digit() || matches!(c, 'O' | 'o' | 'I' | 'l' | '-'));
    let plain = written.replace(['O', 'o'], "0").replace(['I', 'l'], "1");
    let is_number = is_mixed && written.contains(|c: char| c.is_ascii_digit()) && is_value(&plain);
    is_number
        .then(|| (format!("in the number `{written}` stands the letter {letter}"), format!("write `{plain}`"), plain))
}

/// What is meant by a word that says yes or no in other languages, of programs or of people.
pub fn meant_boolean(word: &str) -> Option<&'static str> {
    match word.to_lowercase().as_str() {
        "true" | "yes" | "on" | "نعم" | "بله" | "כן" => Some("true"),
        "false" | "no" | "off" | "لا" | "خیر" | "לא" => Some("false"),
        _ => None,
    }
}

/// Three groups of digits.
fn is_date_like(written: &str) -> bool {
    let groups: Vec<_> = written.split(['-', '/', '.']).collect();
    groups.len() == 3 && groups.iter().all(|group| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::mended::Mended;

    /// What each slip says first, and what becomes of the text.
    fn mended(text: &str) -> (Vec<String>, String) {
        let slips = crate::fields::slips::find(text);
        let said = slips.iter().filter_map(|slip| Some(slip.words.as_ref()?.0.clone())).collect();
        let edits = slips.into_iter().flat_map(|slip| slip.edits).collect();
        (said, Mended::new(text, edits).text)
    }

    #[test]
    fn good_toml_has_no_slips() {
        for good in [
            "a = \"x \\\" y\" # “z”\nb = 'it'\nc = [1, 2.5, \"x\",\n  \"y\", # z\n]\n[t]\nd = 2026-10-20\n",
            "[[t]]\na = { b = \"x\", c = [ { d = 1 } ] }\n\"كلمة\" = \"\"\"\nx \"y\"\n\"\"\"\nx.y = true\n",
            "a = [\n[1, 2],\n[3],\n]\nb = '''\n\"x'''\nc = -0.5\nd = 0\n'e' = 1979-05-27T07:32:00Z\n",
            "t = {\n  a = 1,\n  b = 2\n}\n[x.\"y z\"]\n",
        ] {
            assert_eq!(mended(good), (Vec::new(), good.to_owned()));
        }
    }

    #[test]
    fn slips_are_mended_so_that_the_rest_can_be_read() {
        for (wrong, right) in [
            ("a = \"The \"true\" cost\"\n", "a = \"The \\\"true\\\" cost\"\n"),
            ("a = Cost of it # x\n", "a = \"Cost of it\" # x\n"),
            ("a = \"one\ntwo\"\nb = 1\n", "a = \"one two\"\nb = 1\n"),
            ("a = \"one\nb = 1\n", "a = \"one\"\nb = 1\n"),
            ("a = [\"x\"، \"y\"]\n", "a = [\"x\", \"y\"]\n"),
            ("a = [\"x\" \"y\"]\n", "a = [\"x\", \"y\"]\n"),
            ("a = [\"x\"\n[t]\nb = 1\n", "a = [\"x\"]\n[t]\nb = 1\n"),
            ("a = [\"x\"\nb = 1\n", "a = [\"x\"]\nb = 1\n"),
            ("a = { b = \"x\"\nc = 1\n", "a = { b = \"x\"}\nc = 1\n"),
            ("a = “Cost”\n", "a = \"Cost\"\n"),
            ("a = [«x»، “y \"z\"”]\n", "a = [\"x\", \"y \\\"z\\\"\"]\n"),
            ("a = \"Cost”\n", "a = \"Cost\"\n"),
            ("a = ١٢\nb = ٢٠٢٦-١٠-٢٠\n", "a = 12\nb = 2026-10-20\n"),
            ("\u{200f}a = 1\nb\u{a0}= 2\n[\u{200e}c]\n", "a = 1\nb = 2\n[c]\n"),
            ("a: \"x\"\n", "a = \"x\"\n"),
            ("[a\nb = 1\n[[c]\n", "[a]\nb = 1\n[[c]]\n"),
            ("a = True\nb = 010\n", "a = true\nb = 10\n"),
            ("a = [Yes, OFF]\nb = نعم # x\nc = true;\n", "a = [true, false]\nb = true # x\nc = true\n"),
            ("a = \"x\" b = 1\n", "a = \"x\"\n b = 1\n"),
            ("a = { b = \"x\" c = \"y\" }\n", "a = { b = \"x\", c = \"y\" }\n"),
            ("[[subjects]\nid = 1\n[subjects]]\nid = 2\n[a]]\n", "[[subjects]]\nid = 1\n[[subjects]]\nid = 2\n[a]\n"),
            ("كلمة = \"x\"\n", "\"كلمة\" = \"x\"\n"),
            ("a = 20-10-2026\n", "a = \"20-10-2026\"\n"),
            ("a = 30,5\nb = 1,200\nc = 007,5x\n", "a = 30\nb = 1200\nc = \"007,5x\"\n"),
            ("a = 1O # x\nb = l0\nc = 2026-1O-20\nd = Oil\n", "a = 10 # x\nb = 10\nc = 2026-10-20\nd = \"Oil\"\n"),
        ] {
            let (said, text) = mended(wrong);
            assert_eq!(text, right, "{wrong}");
            assert!(!said.is_empty(), "{wrong}");
            assert!(DeTable::parse_recoverable(&text).1.is_empty(), "{wrong}");
            assert_eq!(mended(&text).0, Vec::<String>::new(), "{wrong}");
        }
    }
}
