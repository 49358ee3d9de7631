//! Dashes as people type them, two or three hyphens. What stands on both sides tells a dash from the option of a command
//! (`--dry-run`), an arrow (`-->`) and a name (`block--part`).

use std::ops::Range;

use crate::locale::is_right_to_left;

/// What hyphens in a row stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hyphens {
    /// A dash.
    Dash(char),
    /// A dash or a part of a name, which their author alone can tell.
    Unclear,
    /// Themselves.
    Plain,
}

/// What some hyphens of a text stand for. `in_front` is what stands in front of the text, nothing where it begins a block;
/// `spaced` is the dash that the language has between blanks.
pub fn hyphens(text: &str, run: Range<usize>, in_front: Option<char>, spaced: char) -> Hyphens {
    let last = text[..run.start].chars().next_back();
    let (before, after) = (last.or(in_front), text[run.end..].chars().next());
    let is_blank = |c: char| c.is_whitespace() && c != '\u{202f}';
    let (mut blank_before, mut blank_after) = (before.is_none_or(is_blank), after.is_none_or(is_blank));
    // The blank that French types inside its marks, which is narrow once the text is set, parts nothing.
    let (mut head, mut tail) = (&text[..run.start], &text[run.end..]);
    let inner = [' ', '\u{a0}'];
    if !blank_before && let Some(rest) = tail.strip_prefix(inner).filter(|rest| rest.starts_with(['»', '›'])) {
        (tail, blank_after) = (rest, false);
    } else if !blank_after && let Some(rest) = head.strip_suffix(inner).filter(|rest| rest.ends_with(['«', '‹'])) {
        (head, blank_before) = (rest, false);
    }
    // The rule of a table that is none is no dash.
    if text[..run.start].trim_end().ends_with('|') || text[run.end..].trim_start().starts_with('|') {
        return Hyphens::Plain;
    }
    // Three hyphens stand in no name, so what they part may hold digits.
    let is_part = |c: char| is_letter(c) || run.len() > 2 && is_figure(c);
    let left = word_before(head, in_front, is_part);
    let right = word_after(tail, is_part);
    let (is_left, is_right) = (left.is_some(), right.is_some());
    match (run.len(), blank_before, blank_after) {
        // An element may follow at once: `--` and the name of an option in italics.
        (2, true, true) if before.is_some() && after.is_none() => Hyphens::Unclear,
        (2, true, true) => Hyphens::Dash(spaced),
        (3, true, true) => Hyphens::Dash('—'),
        (3, true, false) if is_right => Hyphens::Dash('—'),
        (3, false, true) if is_left => Hyphens::Dash('—'),
        (3, false, false) if is_left && (is_right || ends_after(tail)) => Hyphens::Dash('—'),
        (3, false, false) if is_right && begins_before(head, in_front) => Hyphens::Dash('—'),
        (2, false, false) if is_range(text, &run) => Hyphens::Dash('–'),
        (2, false, false) if is_left && (is_right || ends_after(tail) && !is_single(head)) => {
            // No name is written so in Arabic or Hebrew.
            let are_own = [left, right].into_iter().flatten().all(is_right_to_left);
            if are_own { Hyphens::Dash(spaced) } else { Hyphens::Unclear }
        }
        (2, false, true) if is_left && !is_single(head) => Hyphens::Unclear,
        _ => Hyphens::Plain,
    }
}

/// A letter, or a sign that may stand inside a word, as in `it's` and in abbreviations in Hebrew.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\'' | '’' | '"' | '״' | '׳')
}

/// What numbers are written with.
fn is_figure(c: char) -> bool {
    c.is_numeric() || ".,:%$€£°".contains(c)
}

/// The last character of the word that a text ends with, perhaps inside marks that end there, too. A word consists of some
/// parts alone, and begins where words do. `in_front` is what stands in front of the text.
fn word_before(text: &str, in_front: Option<char>, is_part: impl Fn(char) -> bool) -> Option<char> {
    let ends = |c: char| is_quote(c) || ".,;:!?…)]،؛؟%°".contains(c);
    let word = text.trim_end_matches(ends);
    // French has a blank before such a sign, which is narrow once the text is set.
    let has_blank = text[word.len()..].starts_with(['!', '?', ';', ':']);
    let word = word.strip_suffix([' ', '\u{a0}']).filter(|_| has_blank).unwrap_or(word);
    let head = word.trim_end_matches(&is_part).trim_end_matches(|c: char| is_quote(c) || "([{¿¡".contains(c));
    let begins =
        head.is_empty() || head.ends_with(|c: char| c.is_whitespace() || "—–".contains(c)) || head.ends_with("--");
    // Nothing is known of a word in front of the text but its last sign.
    let last = word.chars().next_back().or(in_front);
    let is_word = |c: char| c.is_alphanumeric() && is_part(c) || word.is_empty() && ends(c);
    last.filter(|c| begins && is_word(*c))
}

/// The first character of the word that a text begins with, perhaps inside marks that begin there, too.
fn word_after(text: &str, is_part: impl Fn(char) -> bool) -> Option<char> {
    let text = text.trim_start_matches(|c: char| is_quote(c) || "([¿¡$€£".contains(c));
    let rest = text.trim_start_matches(&is_part);
    let tail = rest.trim_start_matches(|c: char| is_quote(c) || ".,;:!?…)]}،؛؟".contains(c));
    let ends =
        tail.is_empty() || tail.starts_with(char::is_whitespace) || rest.starts_with("--") || tail.starts_with("--");
    text.chars().next().filter(|c| ends && c.is_alphanumeric() && is_part(*c))
}

/// Whether a text begins with marks that end a quotation, a bracket or a sentence, as behind words that are broken off.
fn ends_after(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| is_quote(c) || ".)]!?…؟".contains(c));
    rest.len() < text.len() && (rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || ",;:،؛".contains(c)))
}

/// Whether a text ends with marks that begin a quotation or a bracket. `in_front` is what stands in front of the text.
fn begins_before(text: &str, in_front: Option<char>) -> bool {
    let head = text.trim_end_matches(|c: char| is_quote(c) || "([¿¡".contains(c));
    head.len() < text.len() && head.chars().next_back().or(in_front).is_none_or(char::is_whitespace)
}

/// A quotation mark, typed or set, or the space that French has inside it.
fn is_quote(c: char) -> bool {
    "\"'«»‹›“”„‟‘’‚\u{202f}\u{a0}".contains(c)
}

/// Whether a text ends with a word of one letter, as `i--` and `C--` begin; marks may stand behind it.
fn is_single(text: &str) -> bool {
    let text = text.trim_end_matches(is_quote);
    let word = text.len() - text.trim_end_matches(is_letter).len();
    text[text.len() - word..].chars().filter(|c| c.is_alphabetic()).count() == 1
}

/// Whether hyphens stand between two numbers, as in `1990--1999`.
fn is_range(text: &str, run: &Range<usize>) -> bool {
    let is_part = |c: char| c.is_numeric() || ".,…:%$€£".contains(c);
    // Arabic and Hebrew join particles to numbers, and put letters behind them: `و10--20`, `1999م`.
    let is_own = |c: char| is_right_to_left(c) && c.is_alphabetic();
    let head = text[..run.start].trim_end_matches(is_part);
    let head = head.strip_suffix('-').filter(|head| head.ends_with(is_own)).unwrap_or(head).trim_end_matches(is_own);
    let tail = text[run.end..].trim_start_matches(is_part).trim_start_matches(is_own);
    let outside = |c: char| !c.is_alphanumeric() && !"-_/\\".contains(c);
    text[..run.start].ends_with(char::is_numeric)
        && text[run.end..].starts_with(|c: char| c.is_numeric() || "$€£".contains(c))
        && (head.is_empty() || head.ends_with(outside))
        && (tail.is_empty() || tail.starts_with(outside))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> String {
        let mut shown = String::new();
        let mut rest = 0;
        while let Some(at) = text[rest..].find("--").map(|at| rest + at) {
            let length = text[at..].bytes().take_while(|byte| *byte == b'-').count();
            shown.push_str(&text[rest..at]);
            match hyphens(text, at..at + length, None, '–') {
                Hyphens::Dash(dash) => shown.push(dash),
                Hyphens::Unclear => shown.push('?'),
                Hyphens::Plain => shown.push_str(&text[at..at + length]),
            }
            rest = at + length;
        }
        shown + &text[rest..]
    }

    #[test]
    fn dashes_are_told_from_options_arrows_and_names() {
        for (text, shown) in [
            ("a word -- and more -- ends", "a word – and more – ends"),
            ("a word --- and\nmore ---\nends", "a word — and\nmore —\nends"),
            ("-- Shakespeare", "– Shakespeare"),
            ("--", "–"),
            ("---", "—"),
            ("كلمة -- وأخرى --- هنا", "كلمة – وأخرى — هنا"),
            ("كلمة--كلمة", "كلمة–كلمة"),
            ("و10--20، 1990--1999م و١٩٩٠--١٩٩٩ وב-10--20", "و10–20، 1990–1999م و١٩٩٠–١٩٩٩ وב-10–20"),
            ("1990--1999, pages 12--15 and 1.5--2.5%", "1990–1999, pages 12–15 and 1.5–2.5%"),
            ("said---to begin---nothing", "said—to begin—nothing"),
            ("said--to begin--nothing", "said?to begin?nothing"),
            ("said-- and", "said? and"),
            ("use --dry-run, `--` or npm i --save-dev", "use --dry-run, `--` or npm i --save-dev"),
            ("a --> b, <-- c, i-- and C-- and x--;", "a --> b, <-- c, i-- and C-- and x--;"),
            ("block__part--big, a/b--c.rs, 2026-01--02, ----", "block__part--big, a/b--c.rs, 2026-01--02, ----"),
            ("\"--\" and (--)", "\"--\" and (--)"),
            ("“so”--\"so\", „so“--„so“, 5'so--so", "“so”?\"so\", „so“?„so“, 5'so--so"),
            (
                "\"yes\"--\"no\". Stop!--he, a (big note)--next and [x]--(y)",
                "\"yes\"?\"no\". Stop!?he, a (big note)?next and [x]?(y)",
            ),
            ("then---\"Hi.\"---she (so)---in 2020---the 5%---more", "then—\"Hi.\"—she (so)—in 2020—the 5%—more"),
            ("\"But---\" he said, \"---but!\" (So---) Why---?", "\"But—\" he said, \"—but!\" (So—) Why—?"),
            ("\"But--\" he said, \"--but!\" «نعم--» (لا--)", "\"But?\" he said, \"--but!\" «نعم–» (لا–)"),
            ("then ---\"Hi.\"--- she, \"so\"-- and", "then —\"Hi.\"— she, \"so\"? and"),
            ("\"نعم\"--«لا»، نعم!--لا", "\"نعم\"–«لا»، نعم!–لا"),
            (
                "f(x)--y, f()--y, \"C--\" and (i--) or '--help', [--flag]",
                "f(x)--y, f()--y, \"C--\" and (i--) or '--help', [--flag]",
            ),
            ("a/b---c.rs, \"---\" and (---), <--->, +---+---+", "a/b---c.rs, \"---\" and (---), <--->, +---+---+"),
            ("| a | b |\n| --- | --- |", "| a | b |\n| --- | --- |"),
        ] {
            assert_eq!(all(text), shown, "{text}");
        }
    }

    #[test]
    fn what_follows_a_text_is_not_known() {
        assert_eq!(hyphens("an option --", 10..12, None, '–'), Hyphens::Unclear);
        assert_eq!(hyphens("--", 0..2, Some('x'), '–'), Hyphens::Unclear);
        assert_eq!(hyphens(" -- then", 1..3, Some('x'), '–'), Hyphens::Dash('–'));
    }
}
