//! Ordered lists that are numbered in Arabic (`١.`) or Persian (`۱.`) digits: Markdown knows only `1.`, so the markers are
//! rewritten before it is parsed. What turns out to be no marker is shown as it was written.

use super::edited_text::TextChange;

/// The markers of a text as changes to Latin digits.
pub fn list_digits(text: &str, changes: &mut Vec<TextChange>) {
    // The digits are the bytes D9 A0 to D9 A9 and DB B0 to DB B9; the first bytes begin many letters, too.
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let at = start;
        start += line.len();
        let marker = line.len() - line.trim_start_matches([' ', '\t', '>', '-', '*', '+']).len();
        let digits = digits(&line[marker..]);
        let after = &line[marker + digits..];
        // Markdown takes numbers of at most nine digits.
        let ends = after.strip_prefix(['.', ')']).is_some_and(|rest| rest.starts_with([' ', '\t', '\n', '\r']));
        if digits == 0 || digits > 2 * 9 || !ends {
            continue;
        }
        let range = at + marker..at + marker + digits;
        let latin = text[range.clone()].chars().filter_map(latin).collect();
        changes.push(TextChange { range, with: latin });
    }
}

/// How many bytes of Arabic or Persian digits a text begins with.
fn digits(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c| latin(c).is_some()).len()
}

/// A digit of any of the three kinds as a number.
pub fn value_of_digit(c: char) -> Option<u32> {
    latin(c).unwrap_or(c).to_digit(10)
}

fn latin(c: char) -> Option<char> {
    let value = match c {
        '\u{0660}'..='\u{0669}' => u32::from(c) - 0x0660,
        '\u{06f0}'..='\u{06f9}' => u32::from(c) - 0x06f0,
        _ => return None,
    };
    char::from_digit(value, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_of_lists_alone() {
        let mut changes = Vec::new();
        list_digits("١. أ\n  ۱۲) ب\n> ٣. ج\n٤.٥ د\nفي ٥. ه\n٦-ز\n١٢٣٤٥٦٧٨٩٠. ح\n٧.", &mut changes);
        let with: Vec<_> = changes.iter().map(|change| change.with.as_str()).collect();
        assert_eq!(with, ["1", "12", "3"]);
    }
}
