//! What languages are called in one another's words, as Unicode's data (CLDR) has it: no list of languages is kept here.

use icu_locale::LanguageIdentifier;
use icu_locale::names::{LanguageIdentifierDisplayName, LanguageIdentifierDisplayNameOptions};
use writeable::TryWriteable;

use super::Locale;

impl Locale {
    /// What readers of this language call the language of a tag: `الألمانية` for `de` in Arabic. `None` if the tag is
    /// malformed, or if Unicode has no name for a part of it.
    pub fn language_name(&self, tag: &str) -> Option<String> {
        name_in(&self.tag, tag)
    }

    /// What this language is called in English, in small letters, as BibLaTeX wants it; its tag where Unicode has no name.
    pub fn bibliography_name(&self) -> String {
        let language = self.tag.split('-').next().unwrap_or_default();
        name_in("en", language).map_or_else(|| self.tag.clone(), |name| name.to_lowercase())
    }
}

fn name_in(readers: &str, tag: &str) -> Option<String> {
    let readers: icu_locale::Locale = readers.parse().ok()?;
    let named: LanguageIdentifier = tag.parse().ok()?;
    let options = LanguageIdentifierDisplayNameOptions::default();
    let name = LanguageIdentifierDisplayName::try_new_heavy((&readers).into(), named, options).ok()?;
    name.as_borrowed().try_write_to_string().ok().map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use crate::locale::{Digits, Locale};

    #[test]
    fn any_language_has_a_name_in_any_other() {
        let name = |readers: &str, tag: &str| Locale::new(readers, Digits::Latin).unwrap().language_name(tag);
        for (readers, tag, wanted) in [
            ("ar", "de", "الألمانية"),
            ("ar", "ja", "اليابانية"),
            ("en", "ar", "Arabic"),
            ("en", "sw", "Swahili"),
            ("en", "pt-BR", "Brazilian Portuguese"),
            ("fr", "af", "afrikaans"),
            ("fa", "ur", "اردو"),
            ("ja", "zh-Hant", "繁体中国語"),
        ] {
            assert_eq!(name(readers, tag).as_deref(), Some(wanted), "{tag} in {readers}");
        }
        for none in ["qqq", "en onclick=alert(1)", "", "x"] {
            assert_eq!(name("en", none), None, "{none}");
        }
    }

    #[test]
    fn bibliographies_name_a_language_in_english() {
        let name = |tag: &str| Locale::new(tag, Digits::Latin).unwrap().bibliography_name();
        let tags = ["ar", "en", "de", "fa", "pt-BR", "el", "zh-Hant", "qqq"];
        let names = ["arabic", "english", "german", "persian", "portuguese", "greek", "chinese", "qqq"];
        assert_eq!(tags.map(name), names);
    }
}
