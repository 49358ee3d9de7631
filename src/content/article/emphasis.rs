//! Emphasis beside letters of scripts that join words, or what belongs to them, without a blank. CommonMark tells an opening
//! mark from a closing one by the white space around it: a mark between punctuation and a letter opens or closes only on one
//! side, which fails for `**قوي:**هو`, `**注意：**后面` and `**강조(Bold)**는`. Here such a mark may do both, as the published
//! amendment for Chinese, Japanese and Korean has it, and the parser pairs it with what it fits.
//!
//! To that end a separator, which is neither white space nor punctuation, is put between the mark and the punctuation; and
//! between brackets that would otherwise begin a link to a page.

use super::edited_text::TextChange;
use crate::locale::joins_words;
use crate::text::scan::escapes_next;

/// Separators for the marks of emphasis that need them, and for underscores in bare web addresses.
pub fn emphasis(text: &str, separator: char, changes: &mut Vec<TextChange>) {
    let mut insert = |at: usize| changes.push(TextChange { range: at..at, with: separator.to_string() });
    let mut from = 0;
    while let Some(start) = memchr::memchr2(b'*', b'~', &text.as_bytes()[from..]).map(|at| from + at) {
        let mark = text.as_bytes()[start];
        let end = start + text.as_bytes()[start..].iter().take_while(|byte| **byte == mark).count();
        from = end;
        if escapes_next(&text[..start]) {
            continue;
        }
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        match (before, after) {
            (Some(letter), Some(sign)) if is_of_word(letter) && may_open(sign) && concerns(letter, &text[end..]) => {
                insert(end);
            }
            (Some(sign), Some(letter))
                if may_close(sign) && is_of_word(letter) && concerned(letter, &text[..start]) =>
            {
                insert(start);
            }
            _ => {}
        }
    }
    addresses(text, &mut insert);
    bracketed_words(text, &mut insert);
}

/// `[[1]](address)` is a link whose words stand in brackets, and no link to a page: a separator parts the first two.
fn bracketed_words(text: &str, insert: &mut impl FnMut(usize)) {
    for (at, _) in text.match_indices("]](") {
        let near = &text[text.floor_char_boundary(at.saturating_sub(100))..at];
        let Some(words) = near.rfind('[').filter(|open| near[..*open].ends_with('[')).map(|open| &near[open + 1..])
        else {
            continue;
        };
        let behind = &text[at + 3..text.floor_char_boundary(at + 3 + 500)];
        let address = behind.split([')', ' ', '\n']).next().unwrap_or_default();
        let is_address = ["http://", "https://", "/", "./", "../", "#", "mailto:"];
        let closed = behind[address.len()..].starts_with(')');
        if closed && !words.contains(['|', '\n']) && is_address.iter().any(|begin| address.starts_with(begin)) {
            insert(at - words.len() - 1);
        }
    }
}

/// Whether the letter before a mark, or the first one of the word behind it, is of a script that joins words.
fn concerns(letter: char, behind: &str) -> bool {
    joins_words(letter) || word_letter(behind.chars()).is_some_and(joins_words)
}

/// The same for the letter behind a mark, and the last letter of the word before it.
fn concerned(letter: char, before: &str) -> bool {
    joins_words(letter) || word_letter(before.chars().rev()).is_some_and(joins_words)
}

fn word_letter(mut letters: impl Iterator<Item = char>) -> Option<char> {
    letters.by_ref().take(64).take_while(|c| !c.is_whitespace()).find(|c| c.is_alphabetic())
}

fn is_of_word(c: char) -> bool {
    !c.is_whitespace() && !is_sign(c)
}

fn is_sign(c: char) -> bool {
    use icu_properties::CodePointMapData;
    use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};
    if c.is_ascii() {
        return c.is_ascii_punctuation();
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(c);
    GeneralCategoryGroup::Punctuation.union(GeneralCategoryGroup::Symbol).contains(category)
}

/// Whether words in emphasis may begin with this sign.
fn may_open(c: char) -> bool {
    is_sign(c) && !")]}»”’›.,;:!?،؛؟…*~|\\_<）］｝」』】》〉〕。、，．；：！？".contains(c)
}

/// Whether words in emphasis may end with this sign.
fn may_close(c: char) -> bool {
    is_sign(c) && !"([{«“‘‹*~|\\_>（［｛「『【《〈〔".contains(c)
}

/// Underscores beside the signs of a bare web address are part of it: `/__init__.py`.
fn addresses(text: &str, insert: &mut impl FnMut(usize)) {
    if !text.contains('_') {
        return;
    }
    for (at, word) in super::autolinks::bare_addresses(text) {
        // An underscore behind the address may end the words in emphasis around it, or stand in what follows a link.
        let word = &word[..word.floor_char_boundary(super::autolinks::LONGEST)];
        let word = &word[..surplus_bracket(word)];
        let word = &word[..super::autolinks::address_end(word)];
        for (n, _) in word.match_indices('_').filter(|(n, _)| *n > 0) {
            let (before, after) = (word[..n].chars().next_back(), word[n + 1..].chars().next());
            if before.is_some_and(|c| c != '_' && is_sign(c)) {
                insert(at + n);
            }
            if after.is_none_or(|c| c != '_' && is_sign(c)) {
                insert(at + n + 1);
            }
        }
    }
}

/// Where a bracket closes that none before it opens: the address of a link ends there.
fn surplus_bracket(word: &str) -> usize {
    let mut open = 0_usize;
    for (at, sign) in word.match_indices(['(', ')']) {
        match (sign, open) {
            ("(", _) => open += 1,
            (_, 0) => return at,
            _ => open -= 1,
        }
    }
    word.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::article::edited_text::EditedText;

    fn separated(text: &str) -> String {
        let mut changes = Vec::new();
        emphasis(text, '·', &mut changes);
        EditedText::new(text, changes, None).as_str().to_owned()
    }

    #[test]
    fn marks_between_signs_and_letters_that_are_joined() {
        for (text, wanted) in [
            ("**الأول:**هو", "**الأول:·**هو"),
            ("كلمة**«قول»**كلمة", "كلمة**·«قول»·**كلمة"),
            ("**מי?**הוא", "**מי?·**הוא"),
            ("**الأول:**Rust", "**الأول:·**Rust"),
            ("**الأول:** هو", "**الأول:** هو"),
            ("**note:**it", "**note:**it"),
            ("**注意：**后面", "**注意：·**后面"),
            ("這是**「重點」**文字", "這是**·「重點」·**文字"),
            ("**強調（English）**です", "**強調（English）·**です"),
            ("**강조(Bold)**는", "**강조(Bold)·**는"),
            ("**`code`**를, و**`code`**ثم", "**`code`·**를, و**·`code`·**ثم"),
            ("**ข้อความ(x)**ต่อ", "**ข้อความ(x)·**ต่อ"),
            ("价格*，和数量*。（**强调**）后", "价格*，和数量*。（**强调**）后"),
            ("السعر*، والكمية*.", "السعر*، والكمية*."),
            ("(**قوي** هو", "(**قوي** هو"),
            (r"ا\**«ب»", r"ا\**«ب»"),
            ("https://a.org/__init__.py", "https://a.org/·__init__·.py"),
            ("_See https://a.org/b_c_ and __https://a.org/__", "_See https://a.org/b_c_ and __https://a.org/__"),
            ("[x](https://a.org){target=_blank}", "[x](https://a.org){target=_blank}"),
            ("snake__case__x", "snake__case__x"),
        ] {
            assert_eq!(separated(text), wanted, "{text}");
        }
    }
}
