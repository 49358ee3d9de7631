//! Finds the figures that a reader would ask a source for: percentages, sums of money, quantities with a unit or
//! a magnitude. Years, versions, dates and small counts are not among them: a check that cries wolf is not read.

use std::ops::Range;

const UNITS: &[&str] = &[
    "%",
    "٪",
    "percent",
    "million",
    "billion",
    "trillion",
    "bn",
    "dollars",
    "euros",
    "twh",
    "gwh",
    "gw",
    "mw",
    "flop",
    "tokens",
    "مليون",
    "مليونًا",
    "مليونا",
    "مليونين",
    "ملايين",
    "مليار",
    "مليارًا",
    "مليارا",
    "مليارات",
    "تريليون",
    "تريليونات",
    "دولار",
    "دولارًا",
    "دولارا",
    "دولارات",
    "يورو",
    "بالمئة",
    "بالمائة",
    "تيراواط",
    "غيغاواط",
    "ميغاواط",
];
const CURRENCIES: &[char] = &['$', '€', '£', '¥'];

/// The first figure in a text.
pub fn figure(text: &str) -> Option<Range<usize>> {
    // Nearly no text holds a digit; those of Arabic are the bytes D9 A0 to D9 A9.
    let bytes = text.as_bytes();
    // All bytes are looked at, many at a time, which is faster than to stop at the first digit.
    let latin = bytes.iter().fold(false, |found, byte| found | byte.is_ascii_digit());
    let pairs = || bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    if !latin && !pairs().fold(false, |found, (first, second)| found | (*first == 0xd9 && second & 0xf0 == 0xa0)) {
        return None;
    }
    let is_digit = |c: char| c.is_ascii_digit() || ('\u{0660}'..='\u{0669}').contains(&c);
    let mut from = 0;
    while let Some(start) = text[from..].find(is_digit).map(|at| from + at) {
        let inside = |c: char| is_digit(c) || matches!(c, '.' | ',' | '٫' | '٬');
        let end = text[start..].find(|c| !inside(c)).map_or(text.len(), |at| start + at);
        let number = text[start..end].trim_end_matches(['.', ',']);
        let before = text[..start].chars().next_back();
        from = end;
        // `Llama3`, `v4` and the like are names.
        if before.is_some_and(char::is_alphabetic) {
            continue;
        }
        // Only the next word tells: all that follows, for each number again, would take the square of the text's length.
        let after = text[end..].trim_start_matches([' ', '\u{a0}', '-', '‑']);
        let stop = |c: char| c.is_whitespace() || is_digit(c) || matches!(c, '،' | ',' | '.' | ';' | '؛' | ')' | '»');
        let word = after[..after.find(stop).unwrap_or(after.len())].to_lowercase();
        let measured = UNITS.contains(&word.as_str())
            || after.starts_with(['%', '٪'])
            || after.get(..8).is_some_and(|words| words.eq_ignore_ascii_case("per cent"))
            || before.is_some_and(|c| CURRENCIES.contains(&c))
            || (number.contains(',') && number.split(',').skip(1).all(|group| group.len() == 3));
        if measured {
            return Some(start..end);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn figures_and_names() {
        for text in [
            "about 71% of it",
            "US$41.2 billion",
            "$5.6M",
            "نحو 852 مليار دولار",
            "some 1,200 chains",
            "50 per cent",
            "٤٠٪ منها",
        ] {
            assert!(figure(text).is_some(), "{text}");
        }
        for text in
            ["in 2026", "Llama 3.1 405B", "on 2026-05-01", "the 7 points", "ERC-20", "في عام 2026، بدأ", "3 per page"]
        {
            assert_eq!(figure(text), None, "{text}");
        }
    }
}
