//! The long form of each kind of fault, with an example: `explanations.txt` beside this file has a part for each code,
//! which begins with a line `= code`. `explanations.TAG.toml` says the same in another language, by the English words.

use std::collections::BTreeMap;

use super::Code;

const TEXT: &str = include_str!("explanations.txt");

/// The languages in which faults are explained, English first, each with what says the English words in it.
const LANGUAGES: [(&str, &str); 2] = [("en", ""), ("ar", include_str!("explanations.ar.toml"))];

/// What a kind of fault means and what to do, in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What it is, as one sentence.
    pub meaning: String,
    /// Why it matters and what to do, as a paragraph.
    pub text: String,
    /// The lines of an example, which are the same in all languages.
    pub example: Vec<&'static str>,
    /// Where the manual says it in this language; nothing while it has no address that leads anywhere.
    pub see: Option<String>,
}

impl Explanation {
    /// The paragraph, and below it the example, as lines for a terminal.
    pub fn with_example(&self) -> String {
        let example = self.example.iter().map(|line| format!("\n    {line}"));
        format!("{}\n{}", self.text, example.collect::<String>())
    }
}

/// The tags of the languages in which faults are explained, English first.
pub fn explained_languages() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|(tag, _)| *tag)
}

/// All kinds of faults in a language, in their order; nothing if they are not explained in it.
pub fn explanations(tag: &str) -> Option<Vec<(Code, Explanation)>> {
    let (_, said) = LANGUAGES.iter().find(|(own, _)| *own == tag)?;
    // The file is part of the program, and a test reads it.
    let said: BTreeMap<String, String> = toml::from_str(said).unwrap_or_default();
    let say = |english: &str| said.get(english).cloned().unwrap_or_else(|| english.to_owned());
    let explained = |code: &Code| {
        let english = parts().find(|(name, _)| *name == code.as_str()).map_or("", |(_, text)| text);
        let (example, text): (Vec<_>, Vec<_>) = english.lines().partition(|line| line.starts_with("    "));
        let example = example.into_iter().map(|line| &line[4..]).collect();
        let (meaning, text) = (say(code.meaning()), say(text.join(" ").trim()));
        (*code, Explanation { meaning, text, example, see: address(env!("CARGO_PKG_HOMEPAGE"), *code, tag) })
    };
    Some(Code::ALL.iter().map(explained).collect())
}

/// Where the manual explains a code, in English as the messages of the program; nothing while the manual has no address that
/// leads anywhere.
pub fn manual_address(code: Code) -> Option<String> {
    address(env!("CARGO_PKG_HOMEPAGE"), code, "en")
}

fn address(homepage: &str, code: Code, tag: &str) -> Option<String> {
    let host = homepage.split("://").nth(1)?.split(['/', ':']).next()?;
    // Names that end so are never given to anybody (RFC 2606).
    let is_placeholder = host.ends_with(".example") || host.starts_with("example.") || host.ends_with(".invalid");
    (!is_placeholder).then(|| format!("{homepage}{tag}/manual/checks/#{}", code.as_str()))
}

/// The parts of the file: codes and their texts.
fn parts() -> impl Iterator<Item = (&'static str, &'static str)> {
    let parts = TEXT.strip_prefix("= ").unwrap_or(TEXT).split("\n= ");
    parts.filter_map(|part| part.split_once('\n')).map(|(name, text)| (name.trim(), text.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_stands_for_one_is_not_shown() {
        let address = |homepage: &str| address(homepage, Code::BrokenLink, "en");
        assert_eq!(address("https://muwazana.example/"), None);
        assert_eq!(address("https://example.org/x/"), None);
        let expected = "https://a.org/x/en/manual/checks/#broken-link".to_owned();
        assert_eq!(address("https://a.org/x/"), Some(expected));
    }

    #[test]
    fn every_code_is_explained_in_every_language_with_an_example() {
        let english = explanations("en").expect("English");
        for tag in explained_languages() {
            let explained = explanations(tag).expect("a language of the list");
            assert_eq!(explained.len(), Code::ALL.len());
            for ((code, own), (_, english)) in explained.iter().zip(&english) {
                let code = code.as_str();
                let is_explained = own.text.len() > 20 && !own.example.is_empty();
                assert!(
                    is_explained,
                    "src/diagnostic/explanations.txt has no part `= {code}` with words and an example"
                );
                for (said, english) in [(&own.meaning, &english.meaning), (&own.text, &english.text)] {
                    let is_said = tag == "en" || said != english;
                    assert!(is_said, "src/diagnostic/explanations.{tag}.toml does not say, for `{code}`: {english}");
                }
                assert_eq!(own.example, english.example, "{tag}: {code}");
            }
        }
        assert_eq!(explanations("xx"), None);
        for (name, _) in parts() {
            assert!(Code::parse(name).is_some(), "`= {name}` in src/diagnostic/explanations.txt is no code");
        }
        assert_eq!(parts().count(), Code::ALL.len(), "src/diagnostic/explanations.txt explains a code twice");
    }
}
