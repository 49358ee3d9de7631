//! Tells which of a site's languages a phrase is written in, as far as its letters can tell: a wrong language makes a
//! screen reader read nonsense, none does no harm.

use icu_locale::{LanguageIdentifier, LocaleExpander};
use icu_properties::props::{BidiClass, Script};
use icu_properties::{CodePointMapData, PropertyParser};

use crate::text::scan::is_letter;

/// Whether a character is a letter that is written from right to left, or a vowel sign on one.
pub fn is_right_to_left(c: char) -> bool {
    let class = || CodePointMapData::<BidiClass>::new().get(c);
    !c.is_ascii()
        && (matches!(c, '\u{0591}'..='\u{05c7}' | '\u{064b}'..='\u{065f}' | '\u{0670}')
            || matches!(class(), BidiClass::RightToLeft | BidiClass::ArabicLetter) && c.is_alphanumeric())
}

/// A letter of the Arabic script, without the marks on it.
pub fn is_arabic_letter(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{064a}' | '\u{0671}'..='\u{06d3}')
}

/// Whether a letter is of a script in which words, or particles and the words before them, follow each other without a blank.
pub fn joins_words(letter: char) -> bool {
    let script = || CodePointMapData::<Script>::new().get(letter);
    is_right_to_left(letter)
        || letter >= '\u{0e00}'
            && matches!(
                script(),
                Script::Han
                    | Script::Hiragana
                    | Script::Katakana
                    | Script::Bopomofo
                    | Script::Hangul
                    | Script::Thai
                    | Script::Lao
                    | Script::Khmer
                    | Script::Myanmar
                    | Script::Tibetan
            )
}

/// How a language of the site is written.
#[derive(Clone, Debug)]
pub struct WritingSystem {
    tag: String,
    script: Script,
    /// Letters of its script that it does not have.
    foreign: fn(char) -> bool,
}

impl WritingSystem {
    /// How the language of a tag is written; `None` if that is not known, or in more than one script.
    pub fn new(tag: &str) -> Option<Self> {
        let mut id: LanguageIdentifier = tag.parse().ok()?;
        LocaleExpander::new_extended().maximize(&mut id);
        let script = PropertyParser::<Script>::new().get_strict(id.script?.as_str())?;
        let foreign = match id.language.as_str() {
            "ar" => |c: char| !matches!(c, '\u{0621}'..='\u{0652}' | '\u{0670}' | '\u{0671}'),
            "fa" => |c: char| matches!(c, 'ك' | 'ي' | 'ة' | 'ى' | 'ہ' | 'ھ' | 'ے' | 'ٹ' | 'ڈ' | 'ڑ' | 'ں'),
            "ur" => |c: char| matches!(c, 'ك' | 'ي' | 'ى' | 'ه'),
            "en" => |c: char| !c.is_ascii(),
            _ => |_: char| false,
        };
        Some(Self { tag: tag.to_owned(), script, foreign })
    }

    /// Whether the language is written in the Arabic script.
    pub fn is_arabic(&self) -> bool {
        self.script == Script::Arabic
    }

    fn has(&self, letter: char, script: Script) -> bool {
        script == self.script && !(self.foreign)(letter)
    }
}

/// The one language of a list that has all letters of a phrase; `None` if there are more, or none.
pub fn language_of<'a>(phrase: &str, languages: &'a [WritingSystem]) -> Option<&'a str> {
    let letters = || phrase.chars().filter(|c| is_letter(*c));
    let scripts = CodePointMapData::<Script>::new();
    let mut fitting = languages.iter().filter(|language| {
        letters().all(|c| {
            let script = scripts.get(c);
            matches!(script, Script::Common | Script::Inherited) || language.has(c, script)
        })
    });
    let language = fitting.next().filter(|_| letters().next().is_some())?;
    fitting.next().is_none().then_some(language.tag.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_named_where_the_letters_tell_it() {
        let site = |tags: &[&str]| tags.iter().filter_map(|tag| WritingSystem::new(tag)).collect::<Vec<_>>();
        for (tags, phrase, language) in [
            (&["ar", "en"][..], "موازنة شعرية", Some("ar")),
            (&["ar", "en"], "Technical Report", Some("en")),
            (&["ar", "en"], "שלום עולם", None),
            (&["ar", "en"], "گفت‌وگو", None),
            (&["ar", "en"], "Universität", None),
            (&["ar", "en"], "Москва", None),
            (&["ar", "en"], "2026", None),
            (&["ar", "fa", "en"], "كتاب", Some("ar")),
            (&["ar", "fa", "en"], "کتاب", Some("fa")),
            (&["ar", "fa", "en"], "سلام", None),
            (&["he", "en"], "שלום עולם", Some("he")),
            (&["ar", "en", "de"], "Straße", Some("de")),
            (&["ar", "en", "de"], "Hand", None),
            (&["ar", "pt-BR"], "São Paulo", Some("pt-BR")),
        ] {
            assert_eq!(language_of(phrase, &site(tags)), language, "{phrase}");
        }
    }
}
