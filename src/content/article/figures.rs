//! Finds the figures that a reader would ask a source for: percentages, sums of money, quantities with a unit or
//! a magnitude. Years, versions, dates and small counts are not among them: a check that cries wolf is not read.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// What a number is of, if it is a figure: in small letters, Arabic without vowel signs. A unit that documentation and
/// daily speech use of their own matters, such as seconds, pixels and years, is not among them.
const UNITS: &str = "\
    % ٪ ‰ percent pct pp ppm ppb bps prozent אחוז אחוזים درصد بالمئة بالمائة بالألف \
    thousand million millions billion billions trillion trillions bn mn tn trn mln bln mio mrd millionen milliarden \
    milliard milliards ألف ألفا آلاف مليون مليونا مليونين ملايين مليار مليارا مليارين مليارات بليون تريليون \
    تريليونا تريليونات هزار میلیون میلیارد מיליון מיליארד אלף אלפים \
    dollar dollars euro euros pound pounds yen yuan rupee rupees riyal riyals dirham dirhams dinar dinars franc francs cents \
    دولار دولارا دولارات يورو جنيه جنيها جنيهات ريال ريالا ريالات درهم درهما دراهم دينار دينارا دنانير ليرة ليرات فرنك \
    روبية ين يوان تومان שקל שקלים דולר דולרים אירו \
    flop flops petaflops exaflops tokens \
    kw mw gw kwh mwh gwh twh watts kilowatt kilowatts megawatt megawatts gigawatt gigawatts terawatt terawatts \
    واط كيلوواط ميغاواط غيغاواط جيجاواط تيراواط \
    km km² kilometre kilometres kilometer kilometers mile miles metres meters hectare hectares acre acres kg kilogram \
    kilograms kilogramme kilogrammes tonne tonnes ton tons litre litres liter liters barrel barrels °c °f celsius \
    fahrenheit كيلومتر كيلومترا كيلومترات كم متر مترا أمتار ميل ميلا أميال هكتار هكتارا هكتارات فدان فدانا كيلوغرام \
    كيلوغراما كيلوجرام كغ كجم طن طنا أطنان لتر لترا لترات برميل برميلا براميل أضعاف";

/// Units of several words.
const PHRASES: [&str; 12] = [
    "per cent",
    "percentage point",
    "basis point",
    "pour cent",
    "per mille",
    "degrees celsius",
    "في المئة",
    "في المائة",
    "في الألف",
    "نقطة مئوية",
    "نقاط مئوية",
    "نقطة أساس",
];

const CURRENCIES: &[char] = &['$', '€', '£', '¥', '₹', '₽', '₩', '₺', '₪', '₿', '﷼', '%', '٪'];

/// Codes of currencies, which stand before or behind a sum.
const CODES: [&str; 20] = [
    "USD", "EUR", "GBP", "JPY", "CNY", "INR", "CHF", "SAR", "AED", "EGP", "QAR", "KWD", "BHD", "OMR", "JOD", "MAD",
    "TND", "LBP", "ILS", "TRY",
];

fn is_unit(word: &str) -> bool {
    static KNOWN: LazyLock<HashSet<&str>> = LazyLock::new(|| UNITS.split_whitespace().collect());
    KNOWN.contains(word)
}

/// A word as it stands among the units: in small letters, without the vowel signs of Arabic.
fn plain(word: &str) -> String {
    word.chars().filter(|c| !('\u{064b}'..='\u{0652}').contains(c)).flat_map(char::to_lowercase).collect()
}

/// Digits in groups of three: `1,200`, `١٬٢٠٠`, `1 200` with a space that does not break.
fn is_grouped(number: &str) -> bool {
    [',', '٬', '\u{a0}', '\u{202f}']
        .into_iter()
        .any(|sign| number.contains(sign) && number.split(sign).skip(1).all(|group| group.chars().count() == 3))
}

/// The first figure in a text.
pub fn figure(text: &str) -> Option<Range<usize>> {
    // Nearly no text holds a digit; those of Arabic are the bytes D9 A0 to D9 A9, of Persian DB B0 to DB B9.
    let bytes = text.as_bytes();
    // All bytes are looked at, many at a time, which is faster than to stop at the first digit.
    let latin = bytes.iter().fold(false, |found, byte| found | byte.is_ascii_digit());
    let pairs = || bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    if !latin
        && !pairs().fold(false, |found, (first, second)| {
            found | (*first == 0xd9 && second & 0xf0 == 0xa0) | (*first == 0xdb && second & 0xf0 == 0xb0)
        })
    {
        return None;
    }
    let is_digit = |c: char| matches!(c, '0'..='9' | '\u{0660}'..='\u{0669}' | '\u{06f0}'..='\u{06f9}');
    let mut from = 0;
    while let Some(start) = text[from..].find(is_digit).map(|at| from + at) {
        let inside = |c: char| is_digit(c) || matches!(c, '.' | ',' | '٫' | '٬' | '\u{a0}' | '\u{202f}');
        let end = text[start..].find(|c| !inside(c)).map_or(text.len(), |at| start + at);
        let number = text[start..end].trim_end_matches(['.', ',', '\u{a0}', '\u{202f}']);
        let before = text[..start].chars().next_back();
        from = end;
        // `Llama3`, `v4` and the like are names.
        if before.is_some_and(char::is_alphabetic) {
            continue;
        }
        // Only the next word tells: all that follows, for each number again, would take the square of the text's length.
        let after = text[start + number.len()..].trim_start_matches([' ', '\u{a0}', '\u{202f}', '-', '‑']);
        let stop =
            |c: char| c.is_whitespace() || is_digit(c) || matches!(c, '،' | ',' | '.' | ';' | '؛' | ')' | '»' | '-');
        let written = &after[..after.find(stop).unwrap_or(after.len())];
        let phrase = || {
            let longest = after.floor_char_boundary(32);
            let words = plain(&after[..longest]);
            PHRASES.iter().any(|phrase| words.starts_with(phrase))
        };
        let code = || text[..start].trim_end_matches([' ', '\u{a0}']).rsplit(|c: char| !c.is_alphabetic()).next();
        let measured = is_unit(&plain(written))
            || CODES.contains(&written)
            || after.starts_with(CURRENCIES)
            || before.is_some_and(|c| CURRENCIES.contains(&c))
            || is_grouped(number)
            || code().is_some_and(|code| code.len() == 3 && CODES.contains(&code))
            || phrase();
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
            "٪٥٠ منها",
            "بلغ ۳۰ درصد",
            "5 thousand people",
            "cost 30 SAR",
            "USD 12 a month",
            "12 € a month",
            "3 percentage points",
            "نحو 20 في المئة",
            "٣ مليارات ريال",
            "سعره 30 درهمًا",
            "20 ألف زائر",
            "1\u{202f}400 visiteurs",
            "١٬٤٠٠ زائر",
            "7 km long",
            "40 tonnes of it",
            "بطول 7 كيلومترات",
            "warmer by 2 °C",
            "ארך 20 אחוז",
            "about 5-million-dollar deals",
        ] {
            assert!(figure(text).is_some(), "{text}");
        }
        for text in [
            "in 2026",
            "Llama 3.1 405B",
            "on 2026-05-01",
            "the 7 points",
            "ERC-20",
            "في عام 2026، بدأ",
            "3 per page",
            "wait 30 seconds",
            "16 MB",
            "300 px",
            "port 8080",
            "retry 3 times",
            "v2 in 5 years",
            "قبل 5 سنوات",
            "page 3 of 10",
            "call +966 11 123 4567",
            "at 10:30",
            "section 4.2.1",
            "3 tries",
            "12 pages",
        ] {
            assert_eq!(figure(text), None, "{text}");
        }
    }
}
