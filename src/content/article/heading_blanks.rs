//! Headings with a no-break space behind their signs, as keyboards for Arabic and French put one there: nobody sees the
//! difference, and Markdown knows only the plain one, so it is put there before Markdown is parsed.

use super::edited_text::TextChange;

/// The fixed spaces behind the signs of headings as changes to plain ones.
pub fn heading_blanks(text: &str, changes: &mut Vec<TextChange>) {
    let is_fixed = |c: char| matches!(c, '\u{a0}' | '\u{202f}' | '\u{3000}' | '\u{2007}');
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let at = start;
        start += line.len();
        let signs = line.trim_start_matches([' ', '>']);
        let behind = signs.trim_start_matches('#');
        let level = signs.len() - behind.len();
        let words = behind.trim_start_matches(is_fixed);
        if (1..=6).contains(&level) && words.len() < behind.len() {
            let from = at + line.len() - behind.len();
            changes.push(TextChange { range: from..from + behind.len() - words.len(), with: " ".to_owned() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn behind_the_signs_of_headings_alone() {
        let mut changes = Vec::new();
        heading_blanks(
            "##\u{a0}A\n> #\u{202f}\u{a0}B\n#\u{a0}\n####### \u{a0}C\n## D\u{a0}e\nx #\u{a0}f\n",
            &mut changes,
        );
        let ranges: Vec<_> = changes.into_iter().map(|change| change.range).collect();
        assert_eq!(ranges, [2..4, 9..14, 17..19]);
    }
}
