//! Marks that readers would see as they are: of Markdown that is nearly right, and of other generators. They are looked for in
//! what is left as text after Markdown is parsed, so that what works is never reported.

use std::ops::Range;

use super::alerts::AlertKind;
use super::literal_brackets::unpaired_bracket;
use super::literal_dates::dates;
use super::literal_foreign::foreign;
use super::literal_html::{address, comment, entity, formula, open_formula, open_value, unopened_address};
use super::literal_inline::{
    OPAQUE, attributes, bracketed, doubled_quotes, half_open_wikilink, joined_underscores, lost_backslash, mirrored,
    note, open_keys, open_script, parted_image, shortcode, swapped,
};
use super::literal_lines::{BlockPlace, Found, lines};
use super::literal_links::{brackets, late_definition};
use super::literal_pasted::pasted;
use super::named_once::NamedOnce;
use super::reference_lines::ReferenceLines;
use super::signs::Signs;
use crate::diagnostic::{Code, Diagnostic};
use crate::text::is_invisible;

/// The words of one block as they are shown, and where each piece of them stands.
#[derive(Debug, Default)]
pub struct InlineText {
    text: String,
    pieces: Vec<(usize, usize)>,
    /// Where the last piece ends in the Markdown.
    end: usize,
    /// The signs behind a backslash, and where they would stand in the words.
    escaped: Vec<(usize, char)>,
    /// Where words in bold or in italics begin.
    emphasised: Vec<usize>,
    /// Whether something that is no text stands before the words, such as code.
    is_behind_object: bool,
    once: NamedOnce,
}

impl InlineText {
    /// The words of a text with lines that define references, or look so.
    pub fn with_references(lines: ReferenceLines) -> Self {
        Self { once: NamedOnce { lines, ..NamedOnce::default() }, ..Self::default() }
    }

    /// Adds text that the parser took for nothing else; `range` is where it stands in `markdown`.
    pub fn push(&mut self, text: &str, range: Range<usize>, markdown: &str) {
        self.pieces.push((self.text.len(), range.start));
        let written = markdown.get(range.clone()).unwrap_or_default();
        // The backslash of an escape is in no piece.
        let after_backslash = range.start.checked_sub(1).and_then(|at| markdown.as_bytes().get(at)) == Some(&b'\\');
        let escaped = after_backslash && self.end != range.start;
        self.end = range.end;
        match text.chars().next() {
            // An entity is meant as the sign that it stands for.
            Some(_) if written != text && text != "\n" => self.text.push(OPAQUE),
            Some(first) if escaped && first.is_ascii_punctuation() => {
                self.escaped.push((self.text.len(), first));
                self.text.push(OPAQUE);
                self.pieces.push((self.text.len(), range.start + first.len_utf8()));
                self.text.push_str(&text[first.len_utf8()..]);
            }
            _ => self.text.push_str(text),
        }
    }

    /// Adds something that is no text.
    pub fn push_opaque(&mut self) {
        self.is_behind_object |= self.text.is_empty();
        if !self.text.is_empty() && !self.text.ends_with(OPAQUE) {
            self.text.push(OPAQUE);
        }
    }

    /// Words in bold or in italics begin.
    pub fn begin_emphasis(&mut self) {
        self.emphasised.push(self.text.len());
        self.push_opaque();
    }

    /// What stands alone in square brackets and may be a name of the site, with its places.
    pub fn bracketed(&self) -> Vec<(String, Range<usize>)> {
        let place = |range: Range<usize>| {
            (self.text[range.clone()].to_owned(), self.place(range.start)..self.place(range.start) + range.len())
        };
        bracketed(&self.text).into_iter().map(place).collect()
    }

    /// Where a place in the words is in the Markdown.
    fn place(&self, at: usize) -> usize {
        let n = self.pieces.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        self.pieces.get(n).map_or(0, |(start, place)| place + at.saturating_sub(*start))
    }

    /// The faults in the words so far, with their places, and begins anew.
    pub fn take_faults(&mut self, in_quote: bool, in_item: bool) -> Vec<(Range<usize>, Diagnostic)> {
        let begins_line = !std::mem::take(&mut self.is_behind_object);
        if self.text.is_empty() {
            return Vec::new();
        }
        let place = BlockPlace { in_quote, in_item, begins_line };
        let signs = Signs::of(&self.text);
        let mut found = literal_marks(&self.text, &signs, place, &mut self.once);
        for pasted in pasted(&self.text, &signs) {
            // Its signs are no marks of anything else.
            let (start, end) = (pasted.0.start, pasted.0.end);
            found.retain(|(range, ..)| range.end <= start || range.start >= end);
            found.push(pasted);
        }
        if let Some(formula) = formula(&self.text, &self.escaped) {
            // Its braces are no marks of anything else.
            found.retain(|(range, ..)| range.end <= formula.0.start);
            found.push(formula);
        }
        found.extend(open_formula(&self.text));
        found.extend(lost_backslash(&self.text, &self.escaped));
        found.extend(surplus_mark(&self.text, &self.emphasised));
        found.extend(parted_image(&self.text).filter(|_| self.emphasised.is_empty()));
        let diagnostic = |(range, message, help): Found| {
            let [message, help] = [message, help].map(|said| said.replace(OPAQUE, "…"));
            let start = self.place(range.start);
            (start..start + range.len(), Diagnostic::warning(Code::Markup, message).help(help))
        };
        let faults = found.into_iter().map(diagnostic).collect();
        self.text.clear();
        self.pieces.clear();
        self.escaped.clear();
        self.emphasised.clear();
        faults
    }
}

/// The signs of which one stands in every text that is looked at, beside those that are not ASCII.
const POSSIBLE: &str = "+*_~`&'\"[]{#!=?\\<:-^|%()\n$@";

/// The first of each kind of mark that stays as it is in the words of a block, and all references and the first emoji that are
/// not in `once` yet.
fn literal_marks(text: &str, signs: &Signs, place: BlockPlace, once: &mut NamedOnce) -> Vec<Found> {
    // Few texts hold a sign that could be one. `h2.` and `bq.` have none.
    if !signs.has(POSSIBLE) && !signs.is_other && !text.starts_with(['h', 'b']) {
        return Vec::new();
    }
    let mut found = Vec::new();
    // An invisible character before them is a fault of its own.
    let is_hidden = text.starts_with(is_invisible);
    if signs.has("+") {
        found.extend(open_keys(text));
    }
    // Between `$$` that became no formula stands TeX.
    if signs.has("~^") && !(signs.has("$") && text.contains("$$")) {
        found.extend(open_script(text));
    }
    if signs.has("*_~") {
        let has_star = once.star;
        once.star |= text.match_indices('*').any(|(at, _)| text[..at].ends_with(|c: char| !c.is_whitespace()));
        found.extend(joined_underscores(text).or_else(|| emphasis(text)).or_else(|| open_star(text, has_star)));
    }
    if signs.has("`") {
        found.extend(backtick(text).filter(|_| !is_hidden));
    }
    let template = if signs.has("{") { template(text) } else { None };
    let has_brackets = signs.has("[]");
    // What is a template in an address is said once.
    if template.is_none() && has_brackets {
        found.extend(brackets(text, once));
        found.extend(late_definition(text, once));
    }
    found.extend(template);
    if has_brackets || signs.has("^") || signs.is_other {
        let swapped = || swapped(text).or_else(|| mirrored(text)).or_else(|| half_open_wikilink(text));
        found.extend(note(text).or_else(swapped));
    }
    found.extend(foreign(text, signs));
    if signs.has("-") || signs.is_other {
        found.extend(dates(text));
    }
    if signs.has("&") {
        found.extend(entity(text));
    }
    if signs.has("<") {
        found.extend(comment(text));
        found.extend(open_value(text));
    }
    if signs.has("<:") {
        found.extend(address(text).or_else(|| unopened_address(text)));
    }
    if signs.has("\"'") {
        found.extend(doubled_quotes(text));
    }
    if has_brackets {
        found.extend(alert(text, place.in_quote));
    }
    let line = lines(text, place);
    if signs.has("{") {
        found.extend(attributes(text).filter(|_| line.is_none() && !is_hidden));
    }
    found.extend(line);
    if signs.has(":") {
        found.extend(shortcode(text, &mut once.emoji));
    }
    // Brackets of what is told already are no fault of their own.
    if found.is_empty() && signs.has("()[]") {
        found.extend(unpaired_bracket(text));
    }
    if text.ends_with('\\') {
        let help = "delete it, or write `<br>` for a line without words";
        found.push((
            text.len() - 1..text.len(),
            "a backslash at the end of a paragraph breaks no line".into(),
            help.into(),
        ));
    }
    found
}

/// `**`, `__` or `~~` that opens and closes nothing, and `*` as in `*words *`.
fn emphasis(text: &str) -> Option<Found> {
    let mut from = 0;
    let mut single: Option<usize> = None;
    while let Some(start) = text[from..].find(['*', '_', '~']).map(|at| from + at) {
        let mark = text[start..].chars().next()?;
        let length = text[start..].len() - text[start..].trim_start_matches(mark).len();
        let end = start + length;
        from = end;
        let (before, after) = (text[..start].chars().next_back(), text[end..].chars().next());
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let in_path = |c: Option<char>| c.is_some_and(|c| matches!(c, '/' | '.' | '\\' | '='));
        if in_path(before) || in_path(after) && mark != '*' || length > 1 && is_operator(text, start..end) {
            continue;
        }
        if mark == '_' && (joins(before) && joins(after) || is_identifier(&text[end..])) {
            continue;
        }
        if length == 1 {
            // One that closes after a blank, and one before it that could open.
            let opened = single.filter(|_| mark == '*' && before.is_some_and(char::is_whitespace) && !joins(after));
            if let Some(open) = opened {
                return Some(unpaired(open..open + 1, mark.to_string()));
            }
            if mark == '*' && blank(before) && joins(after) {
                single = Some(start);
            }
        } else if length <= 3 {
            let mark = &text[start..end];
            let closing = text[end..].find(mark).map(|at| end + at..end + at + length);
            let is_between = is_before_sign(text, &(start..end)) || closing.is_some_and(|at| is_behind_sign(text, &at));
            let found = unpaired(start..end, mark.to_owned());
            let help = format!(
                "leave a blank between it and the word that it touches, or the sign outside: {mark}words{mark}"
            );
            return Some(if is_between { (found.0, found.1, help) } else { found });
        }
    }
    None
}

/// `*` before a word, which no other one closes. At the beginning of a block it may be the sign of a note to something before
/// it, if a word there has one: `prices*`, and below, `*all with tax`.
fn open_star(text: &str, has_star: bool) -> Option<Found> {
    /// Names that are written with it.
    const NAMES: [&str; 6] = ["nix", "BSD", "args", "kwargs", "this", "self"];
    let mut stars = text.match_indices('*').map(|(at, _)| at);
    let start = stars.next().filter(|_| stars.next().is_none())?;
    let word = &text[start + 1..];
    let word = &word[..word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len())];
    let is_word = word.chars().nth(1).is_some() && !NAMES.contains(&word);
    let behind = &text[start + 1 + word.len()..];
    let is_code = behind.starts_with(['.', '_', '(', '/', '=', '[', '-', '>', OPAQUE]) && !behind.starts_with(". ");
    let is_note = text[..start].is_empty() && has_star;
    let is_begin = text[..start].ends_with([' ', '\n', '(', '«', '“']) || text[..start].is_empty();
    (is_word && !is_code && !is_note && is_begin).then(|| unpaired(start..start + 1, "*".to_owned()))
}

/// Whether a mark stands between a letter and a sign, and so opens nothing.
fn is_before_sign(text: &str, mark: &Range<usize>) -> bool {
    let (before, after) = (text[..mark.start].chars().next_back(), text[mark.end..].chars().next());
    before.is_some_and(char::is_alphanumeric) && after.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace())
}

/// Whether a mark stands between a sign and a letter, and so closes nothing.
fn is_behind_sign(text: &str, mark: &Range<usize>) -> bool {
    let (before, after) = (text[..mark.start].chars().next_back(), text[mark.end..].chars().next());
    before.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace()) && after.is_some_and(char::is_alphanumeric)
}

/// A sign too many before words in bold or in italics: `***bold**`, `__words_`.
fn surplus_mark(text: &str, emphasised: &[usize]) -> Option<Found> {
    emphasised.iter().find_map(|at| {
        let mark = text[..*at].chars().next_back().filter(|c| matches!(c, '*' | '_'))?;
        let before = &text[..at - 1];
        let is_alone = before.chars().next_back().is_none_or(|c| c.is_whitespace() || "(«“\"".contains(c));
        let help = format!("write as many behind the words as before them, such as {mark}{mark}words{mark}{mark}");
        is_alone.then(|| (at - 1..*at, format!("`{mark}` opens or closes nothing here, and is shown as it is"), help))
    })
}

/// Whether a text goes on as a name in code does, with underscores inside: `errno_location`.
fn is_identifier(text: &str) -> bool {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    text[..end].trim_matches('_').contains('_')
}

/// Whether a mark stands between two operands, as in `2 ** 8`.
fn is_operator(text: &str, mark: Range<usize>) -> bool {
    let operand =
        |word: Option<&str>| word.is_some_and(|word| word.len() <= 3 && word.is_ascii() || word.starts_with(OPAQUE));
    operand(text[..mark.start].split_whitespace().next_back()) && operand(text[mark.end..].split_whitespace().next())
}

fn unpaired(range: Range<usize>, mark: String) -> Found {
    let help = format!("write it at the first and at the last word, without a blank inside: {mark}words{mark}");
    (range, format!("`{mark}` opens or closes nothing here, and is shown as it is"), help)
}

fn backtick(text: &str) -> Option<Found> {
    let at = text.find('`')?;
    let help = "write one before and one behind the code, or \\` for the sign itself";
    Some((at..at + 1, "this backtick opens or closes no code, and is shown as it is".to_owned(), help.to_owned()))
}

/// An alert of a kind that there is not, or that stands in no quotation.
fn alert(text: &str, in_quote: bool) -> Option<Found> {
    let first = text.lines().next().unwrap_or_default();
    let Some(end) = first.find(']').filter(|_| first.starts_with('[')) else { return late_alert(text, in_quote) };
    let inside = &first[1..end];
    let kind = inside.strip_prefix('!').unwrap_or(inside);
    let is_name = !kind.is_empty() && kind.chars().all(|c| c.is_alphabetic());
    let marked = inside.starts_with('!');
    let known = AlertKind::parse(kind).is_some();
    let behind = &first[end + 1..];
    let begins_title = behind.strip_prefix(' ').is_some_and(|title| title.starts_with(char::is_uppercase));
    let is_titled = begins_title && kind.chars().all(char::is_uppercase);
    let bare = in_quote && known && (behind.trim().is_empty() || is_titled);
    if !is_name || !(marked || bare) || first[end + 1..].starts_with(['(', '[']) {
        return None;
    }
    let (message, help) = match (known, AlertKind::nearest(kind)) {
        (true, _) if bare => (format!("`[{inside}]` is no alert"), format!("write [!{}]", kind.to_uppercase())),
        (true, _) => (
            format!("the alert `[{inside}]` stands in no quotation"),
            format!("begin its lines with `>`: > [{inside}]"),
        ),
        (false, Some(near)) => {
            (format!("there is no alert `[{inside}]`"), format!("did you mean `[!{}]`?", near.class().to_uppercase()))
        }
        (false, None) => (
            format!("there is no alert `[{inside}]`"),
            "write [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION]".to_owned(),
        ),
    };
    Some((0..end + 1, message, help))
}

/// An alert whose sign is not in the first line of its quotation.
fn late_alert(text: &str, in_quote: bool) -> Option<Found> {
    let mut at = 0;
    for line in text.split('\n') {
        let kind = line.trim_end().strip_prefix("[!").and_then(|rest| rest.strip_suffix(']'));
        if in_quote && kind.is_some_and(|kind| AlertKind::parse(kind).is_some()) {
            let message =
                format!("`{}` begins no alert, as it is not the first line of its quotation", line.trim_end());
            return Some((
                at..at + line.trim_end().len(),
                message,
                "write it above the words of the quotation".to_owned(),
            ));
        }
        at += line.len() + 1;
    }
    None
}

/// Shortcodes and the syntax of templates.
pub fn template(text: &str) -> Option<Found> {
    let mut starts = ["{{<", "{{%", "{%", "{{"].into_iter().filter_map(|sign| text.find(sign).map(|at| (at, sign)));
    let (at, sign) = starts.by_ref().find(|(at, sign)| {
        let inside = text[at + sign.len()..].trim_start();
        *sign != "{{"
            || inside.starts_with(|c: char| c.is_ascii_alphabetic() || c == '$' || c == '.') && inside.contains("}}")
    })?;
    let message = format!("`{sign}` is the syntax of another generator, and is shown as it is");
    Some((
        at..at + sign.len(),
        message,
        "write what it stands for in Markdown; code that shows it stands in backticks".to_owned(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const IN_QUOTE: BlockPlace = BlockPlace { in_quote: true, in_item: false, begins_line: true };

    fn first(text: &str) -> Option<String> {
        literal_marks(text, &Signs::of(text), IN_QUOTE, &mut NamedOnce::default())
            .into_iter()
            .next()
            .map(|(range, message, _)| format!("{}: {message}", &text[range]))
    }

    #[test]
    fn marks_that_stay_are_found() {
        for (text, sign) in [
            ("**bold **", "**"),
            ("**bold", "**"),
            ("**غليظ", "**"),
            ("كلمة ** و", "**"),
            ("** bold", "**"),
            ("a *word * b", "*"),
            ("`code", "`"),
            ("[[page", "[["),
            ("[words](a b)", "[words]("),
            ("[words](a", "[words]("),
            ("See [text](https://a.org/x_(y) now.", "[text]("),
            ("انظر و[نص][مرجع].", "[نص][مرجع]"),
            ("كلمة و_مائلة_ هنا", "_مائلة_"),
            ("و__غامقة__ ثم", "__غامقة__"),
            ("[words][nope]", "[words][nope]"),
            ("see [[]] here", "[[]]"),
            ("[!NOTICE]\nx", "[!NOTICE]"),
            ("[NOTE]\nx", "[NOTE]"),
            ("{{< figure src=x >}}", "{{<"),
            ("{% raw %}", "{%"),
            ("end\\", "\\"),
        ] {
            let found = first(text).unwrap_or_default();
            assert!(found.starts_with(&format!("{sign}: ")), "{text}: {found}");
        }
    }

    #[test]
    fn each_reference_is_named_once() {
        let mut undefined = NamedOnce::default();
        let mut names = |text| {
            let found =
                literal_marks(text, &Signs::of(text), BlockPlace { in_quote: false, ..IN_QUOTE }, &mut undefined)
                    .into_iter();
            found.map(|(range, ..)| text[range].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(names("[a b][One], [c][two] and [d][one], [e][]"), ["[a b][One]", "[c][two]", "[e][]"]);
        assert_eq!(names("[f g][two] and [h][six]"), ["[h][six]"]);
    }

    #[test]
    fn what_is_meant_as_it_stands_is_left() {
        for text in [
            "2 * 3 * 4 and 2 ** 8",
            "snake_case in src/**/*.rs, __errno_location and __init_once",
            "~5% to ~7%",
            "a[0][1] and [1][2]",
            "[[1, 2], [3, 4]], x = [[]]",
            "#1 and #tag",
            "Price* and *note",
            "C# is a language - so",
            "Really???",
            "x == y === z",
            "a [sic] b[^x][^y], [sic][^z]",
            "[NOTE] that",
            "2026-05-01 - a day\nthe next",
            "{ a: { b } } and {{}}",
            "the empty \"\" and '' or \"\", 5'' wide, \"'yes' he said\"",
            "over ftp:// or sftp://",
        ] {
            assert_eq!(first(text), None, "{text}");
        }
    }
}
