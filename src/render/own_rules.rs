//! The rules that a site's settings add to the sheet of all pages: the inks of its subjects, the digits of its languages, and
//! its own colours and fonts.
//! In the pages themselves they would be inline style, which their policy forbids.

use crate::config::{Config, Language};
use crate::locale::Digits;

/// The rules, in the form in which the sheet is published.
pub fn own_rules(config: &Config) -> String {
    let inks = config.subjects.iter().enumerate();
    let mut rules: String = inks.map(|(n, subject)| format!(".s{}{{--own:{}}}", n + 1, subject.accent)).collect();
    rules.extend(config.languages.iter().filter_map(numerals));
    let appearance = &config.appearance;
    if !appearance.variables.is_empty() {
        let variables = appearance.variables.iter().map(|(name, value)| format!("--{name}:{value}"));
        rules += &format!(":root{{{}}}", variables.collect::<Vec<_>>().join(";"));
    }
    if appearance.logo.is_some() {
        rules += ".logo{block-size:1.6em;inline-size:auto;margin-inline-end:.5em;vertical-align:middle}";
    }
    rules
}

/// How ordered lists are numbered in a language whose digits are not those of all style sheets. The rule weighs nothing, so
/// that every other one goes before.
fn numerals(language: &Language) -> Option<String> {
    let style = match language.locale.digits {
        Digits::Latin => return None,
        Digits::Arabic => "arabic-indic",
        Digits::Persian => "persian",
    };
    Some(format!(":where(ol:lang({})){{list-style-type:{style}}}", language.locale.tag))
}
