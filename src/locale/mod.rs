//! All that differs between languages: direction, digits, plurals, dates, lists, alphabetical order, quotation marks
//! and the words of the interface. Facts of a language come from Unicode data (ICU4X), its words from the Fluent files.

mod bidi;
mod blocks;
mod digit_groups;
mod direction;
mod doubled_signs;
mod language_name;
mod message_parts;
mod messages;
mod phrases;
mod quotes;
mod scripts;
mod segments;
mod sentences;
mod starter_words;
mod typing_slips;
mod word_slips;

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::OnceLock;

use icu_calendar::Iso;
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_datetime::fieldsets::{Y, YM, YMD};
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_locale::subtags::script;
use icu_locale::{LanguageIdentifier, Locale as Tag, LocaleDirectionality, LocaleExpander};
use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_plurals::{PluralCategory, PluralRules};

use crate::diagnostic::Code;
use crate::text::Date;
pub use bidi::{Isolate, Isolator};
pub use blocks::WordCount;
pub use direction::Direction;
pub use message_parts::MessagePart;
pub use messages::{Messages, ParsedMessages, SiteNumbers, parse_messages};
pub use phrases::OBJECT;
pub use quotes::{QuotationMarks, quotation_marks, space_in_quotes};
pub use scripts::{WritingSystem, is_arabic_letter, is_right_to_left, joins_words, language_of};
pub use segments::may_have_other;
pub use sentences::ends_sentence;
pub use starter_words::StarterWords;
pub use typing_slips::{Keyboard, fault_of_slip, right_sign, slips, slips_of_text, slips_of_whole};

/// A fault of typing: where in the text, what kind, what is wrong, and what to do.
pub type Slip = (Range<usize>, Code, String, &'static str);

/// Whether a text is the tag of a language as BCP 47 writes it, such as `ar` or `pt-BR`.
pub fn is_language_tag(text: &str) -> bool {
    let well_formed = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    well_formed && text.parse::<LanguageIdentifier>().is_ok()
}

/// The tag that is meant by one that is well formed, and names no language or country that there is.
pub fn meant_tag(tag: &str) -> Option<String> {
    const LANGUAGES: [(&str, &str); 12] = [
        ("jp", "ja"),
        ("cn", "zh"),
        ("cz", "cs"),
        ("dk", "da"),
        ("gr", "el"),
        ("arabic", "ar"),
        ("english", "en"),
        ("french", "fr"),
        ("german", "de"),
        ("hebrew", "he"),
        ("persian", "fa"),
        ("spanish", "es"),
    ];
    let (language, rest) = tag.split_once('-').unwrap_or((tag, ""));
    let small = language.to_ascii_lowercase();
    let known = LANGUAGES.iter().find(|(wrong, _)| *wrong == small).map(|(_, right)| *right);
    let region = if rest.eq_ignore_ascii_case("UK") { "GB" } else { rest };
    let meant = [known.unwrap_or(language), region].join("-").trim_end_matches('-').to_owned();
    (meant != tag).then_some(meant)
}

/// The digits in which a site writes the numbers of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digits {
    /// 0123456789
    Latin,
    /// ٠١٢٣٤٥٦٧٨٩
    Arabic,
    /// ۰۱۲۳۴۵۶۷۸۹
    Persian,
}

/// A language with everything that is known of it.
pub struct Locale {
    /// The tag as site.toml writes it; names the files and the folder of the language.
    pub tag: String,
    /// Which way it is written.
    pub direction: Direction,
    /// Whether it is written in the Arabic script, which has punctuation of its own.
    pub arabic_script: bool,
    /// Whether it is written in the Latin script.
    pub latin_script: bool,
    /// With which digits it writes numbers.
    pub digits: Digits,
    /// How it writes numbers, as a tag that browsers understand.
    pub numbers_tag: String,
    number: DecimalFormatter,
    day: DateTimeFormatter<YMD>,
    month: DateTimeFormatter<YM>,
    year: DateTimeFormatter<Y>,
    /// From January on, as they stand beside a year; made when first asked for.
    months: OnceLock<Vec<String>>,
    list: ListFormatter,
    plurals: PluralRules,
    collator: CollatorBorrowed<'static>,
}

impl Locale {
    /// The language of a tag such as `ar` or `pt-BR`; `None` if the tag is malformed.
    pub fn new(tag: &str, digits: Digits) -> Option<Self> {
        let id: LanguageIdentifier = tag.parse().ok().filter(|_| is_language_tag(tag))?;
        let numbering = match digits {
            Digits::Latin => "latn",
            Digits::Arabic => "arab",
            Digits::Persian => "arabext",
        };
        // Site content is dated in the Gregorian calendar whatever the language.
        let full: Tag = format!("{tag}-u-ca-gregory-nu-{numbering}").parse().ok()?;
        // English of no country goes by the day first, as most of the world reads it.
        let dated: Tag = match tag {
            "en" => format!("en-001-u-ca-gregory-nu-{numbering}").parse().ok()?,
            _ => full.clone(),
        };
        let mut expanded = id.clone();
        LocaleExpander::new_extended().maximize(&mut expanded);
        let direction = match LocaleDirectionality::new_extended().is_right_to_left(&id) {
            true => Direction::Rtl,
            false => Direction::Ltr,
        };
        let preferences = || DateTimeFormatterPreferences::from(&dated);
        Some(Self {
            months: OnceLock::new(),
            tag: tag.to_owned(),
            direction,
            arabic_script: expanded.script == Some(script!("Arab")),
            latin_script: expanded.script == Some(script!("Latn")),
            digits,
            numbers_tag: format!("{tag}-u-nu-{numbering}"),
            number: DecimalFormatter::try_new((&full).into(), DecimalFormatterOptions::default()).ok()?,
            day: DateTimeFormatter::try_new(preferences(), YMD::long()).ok()?,
            month: DateTimeFormatter::try_new(preferences(), YM::long()).ok()?,
            year: DateTimeFormatter::try_new(preferences(), Y::long()).ok()?,
            list: ListFormatter::try_new_and(
                (&full).into(),
                ListFormatterOptions::default().with_length(ListLength::Wide),
            )
            .ok()?,
            plurals: PluralRules::try_new_cardinal((&full).into()).ok()?,
            collator: Collator::try_new((&full).into(), CollatorOptions::default()).ok()?,
        })
    }

    /// A count in the language's digits, grouped.
    pub fn number(&self, n: usize) -> String {
        self.number.format(&Decimal::from(n as u64)).to_string()
    }

    /// A number that is written with a point and without groups, such as `-1234.50`, in the language's digits and
    /// separators; every digit is kept, zeros at the end too.
    pub fn decimal(&self, written: &str) -> String {
        let number = Decimal::try_from_str(written);
        number.map_or_else(|_| written.to_owned(), |number| self.number.format(&number).to_string())
    }

    /// The plural form that goes with a count, by its name in Unicode: `zero`, `one`, `two`, `few`, `many` or `other`.
    pub fn plural_form(&self, n: usize) -> &'static str {
        match self.plurals.category_for(n) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
    }

    /// A date in words, as precise as it is known.
    pub fn date(&self, date: Date) -> String {
        let Ok(day) =
            icu_calendar::Date::<Iso>::try_new_iso(date.year.into(), date.month.unwrap_or(1), date.day.unwrap_or(1))
        else {
            return date.to_string();
        };
        match (date.month, date.day) {
            (Some(_), Some(_)) => self.day.format(&day).to_string(),
            (Some(_), None) => self.month.format(&day).to_string(),
            _ => self.year.format(&day).to_string(),
        }
    }

    /// The number of a month, from 1, by its name as it stands beside a year.
    pub fn month_number(&self, name: &str) -> Option<usize> {
        let named = |month| {
            let shown = self.date(Date { year: 2001, month: Some(month), day: None });
            // `March 2001`, `marzo de 2001`.
            shown.split_whitespace().find(|word| word.chars().all(char::is_alphabetic)).unwrap_or_default().to_owned()
        };
        let months = self.months.get_or_init(|| (1..=12).map(named).collect());
        months.iter().position(|month| month == name).map(|n| n + 1)
    }

    /// `a, b and c` in the language.
    pub fn list<'a>(&self, items: impl Iterator<Item = &'a str> + Clone) -> String {
        self.list.format(items).to_string()
    }

    /// Alphabetical order.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collator.compare(a, b)
    }

    /// How many words of it a practised reader takes in a minute: 138 in Arabic and 228 in English, as Trauzettel-Klosinski
    /// and Dietz measured for seventeen languages in 2012; others are nearer to English.
    pub fn words_per_minute(&self) -> usize {
        if self.arabic_script { 138 } else { 228 }
    }

    /// The part of a title by which an alphabet orders it: in Arabic, what follows the article.
    pub fn headword<'a>(&self, title: &'a str) -> &'a str {
        title.strip_prefix("ال").filter(|rest| self.arabic_script && rest.chars().count() > 2).unwrap_or(title)
    }

    /// The letter under which an alphabet lists a title: its first, without marks, as a capital where there are any.
    pub fn letter(&self, title: &str) -> String {
        let first = self.headword(title).chars().find(|c| c.is_alphanumeric()).unwrap_or('#');
        let bare = DecomposingNormalizerBorrowed::new_nfd().normalize(first.encode_utf8(&mut [0; 4])).chars().next();
        bare.unwrap_or(first).to_uppercase().collect()
    }

    /// Opening and closing quotation marks, outer and inner.
    pub fn quotes(&self) -> QuotationMarks {
        quotation_marks(self.language(), self.arabic_script)
    }

    /// A text between quotation marks.
    pub fn quoted(&self, text: &str) -> String {
        let [(open, close), _] = self.quotes();
        let space = space_in_quotes(self.language());
        format!("{open}{space}{text}{space}{close}")
    }

    /// The first part of the tag, which names the language alone.
    pub fn language(&self) -> &str {
        self.tag.split('-').next().unwrap_or_default()
    }
}

impl std::fmt::Debug for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Locale({})", self.tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_and_english_from_unicode_data() {
        let arabic = Locale::new("ar", Digits::Arabic).unwrap();
        let latin = Locale::new("ar", Digits::Latin).unwrap();
        let english = Locale::new("en", Digits::Latin).unwrap();
        assert_eq!(arabic.direction, Direction::Rtl);
        assert_eq!(english.direction, Direction::Ltr);
        assert!(arabic.arabic_script && !english.arabic_script);
        assert_eq!(arabic.number(12345), "١٢٬٣٤٥");
        assert_eq!(latin.number(12345), "12,345");
        assert_eq!(Locale::new("fa", Digits::Persian).unwrap().number(12345), "۱۲٬۳۴۵");
        assert_eq!(arabic.decimal("1234.50"), "١٬٢٣٤٫٥٠");
        assert_eq!(english.decimal("0.010"), "0.010");
        let date = Date::parse("2026-11-23").unwrap();
        assert_eq!(latin.date(date), "23 نوفمبر 2026");
        assert_eq!(english.date(date), "23 November 2026");
        assert_eq!(english.date(Date::parse("2026-11").unwrap()), "November 2026");
        assert_eq!(english.list(["a", "b", "c"].into_iter()), "a, b, and c");
        assert_eq!(arabic.compare("أوزان", "بنية"), Ordering::Less);
        let forms = [0, 1, 2, 3, 11, 100, 103, 185].map(|n| latin.plural_form(n));
        assert_eq!(forms, ["zero", "one", "two", "few", "many", "other", "few", "many"]);
        assert!(Locale::new("not a tag", Digits::Latin).is_none());
        let french = Locale::new("fr-CA", Digits::Latin).unwrap();
        let quoted = [&arabic, &english, &french].map(|locale| locale.quoted("a"));
        assert_eq!(quoted, ["«a»", "“a”", "«\u{202f}a\u{202f}»"]);
    }

    #[test]
    fn locales_are_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Locale>();
    }
}
