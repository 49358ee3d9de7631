//! How a language sets its running text: its quotation marks and its dash, and what it does with them.

use crate::config::{Config, LanguageId};
use crate::locale::{Direction, Keyboard, Locale, QuotationMarks, is_arabic_letter, quotation_marks, space_in_quotes};

/// How the text of a language is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style<'a> {
    /// The first part of the language's tag; empty if the language is not known.
    pub language: &'a str,
    pub arabic_script: bool,
    pub quotes: QuotationMarks,
}

impl<'a> Style<'a> {
    /// That of a language.
    pub fn of(locale: &'a Locale) -> Self {
        Self { language: locale.language(), arabic_script: locale.arabic_script, quotes: locale.quotes() }
    }

    /// That of a block of text on a page in a language: the block's own language if it is written in the other direction.
    pub fn of_block(config: &'a Config, page: LanguageId, text: &str) -> Self {
        let page = config.at(page);
        let Some((direction, tag)) = page.isolator.block(text) else { return Self::of(&page.locale) };
        if let Some(language) = tag.and_then(|tag| config.language(tag)) {
            return Self::of(&config.at(language).locale);
        }
        let arabic_script = direction == Direction::Rtl && text.contains(is_arabic_letter);
        Self { language: "", arabic_script, quotes: quotation_marks("", arabic_script) }
    }

    /// The keyboard that its texts should be typed on.
    pub fn keyboard(&self) -> Keyboard<'a> {
        Keyboard { language: self.language, arabic_script: self.arabic_script }
    }

    /// The dash between blanks.
    pub fn spaced_dash(&self) -> char {
        if matches!(self.language, "be" | "bg" | "es" | "pt" | "ru" | "uk") { '—' } else { '–' }
    }

    /// French parts quotation marks and high signs from words by narrow spaces that do not break.
    pub fn parts_marks(&self) -> bool {
        !space_in_quotes(self.language).is_empty()
    }

    /// Whether guillemets may point at what they quote, as in »so«, beside the other way.
    pub fn points_inwards(&self) -> bool {
        matches!(self.language, "bs" | "cs" | "da" | "de" | "hr" | "hu" | "pl" | "sk" | "sl" | "sr")
    }

    /// Words of the language that have lost their beginning, and are written with an apostrophe there, beside those of
    /// English, which stand in texts of every language.
    pub fn shortened(&self) -> &'static [&'static str] {
        match self.language {
            "de" => &["m", "n", "ne", "nem", "nen", "ner", "nes", "s"],
            "nl" | "af" => &["k", "m", "n", "ns", "r", "s", "t"],
            "it" => &["na", "ndrangheta"],
            _ => &[],
        }
    }
}
