//! Characters that come from another keyboard, or from a word processor, and are not what they look like.

/// Whether nothing is drawn for a character, or only a blank that is not the plain one: marks of direction, joiners,
/// no-break spaces. Such a one is at home in the words of an article, and in no name, number or sign.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{a0}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}'
        | '\u{205f}'..='\u{206f}' | '\u{3000}' | '\u{feff}' | '\u{1680}')
}

/// An invisible control of the direction of text.
pub fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The first invisible character of a text.
pub fn find_invisible(text: &str) -> Option<char> {
    if text.is_ascii() { None } else { text.chars().find(|c| is_invisible(*c)) }
}

/// The text with Arabic and Persian digits as those that machines read.
pub fn ascii_digits(text: &str) -> String {
    let digit = |c: char| {
        let value = match c {
            '٠'..='٩' => u32::from(c) - u32::from('٠'),
            '۰'..='۹' => u32::from(c) - u32::from('۰'),
            _ => return c,
        };
        char::from_digit(value, 10).unwrap_or(c)
    };
    text.chars().map(digit).collect()
}

/// Whether there are Arabic or Persian digits in a text.
pub fn has_other_digits(text: &str) -> bool {
    !text.is_ascii() && text.contains(|c| matches!(c, '٠'..='٩' | '۰'..='۹'))
}

/// The parts of a text between commas of either script: several names that were typed as one.
pub fn between_commas(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', '،']).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_invisible_characters() {
        assert_eq!(ascii_digits("٢٠٢٦-۱۰ x"), "2026-10 x");
        assert!(has_other_digits("a٣") && !has_other_digits("a3 كلمة"));
        assert_eq!(find_invisible("ab\u{200f}c"), Some('\u{200f}'));
        assert_eq!(find_invisible("كلمة «أخرى» — x"), None);
    }
}
