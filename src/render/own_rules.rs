//! The rules that a site's settings add to the sheet of all pages: the inks of its subjects, and its own colours and fonts.
//! In the pages themselves they would be inline style, which their policy forbids.

use crate::config::Config;

/// The rules, in the form in which the sheet is published.
pub fn own_rules(config: &Config) -> String {
    let inks = config.subjects.iter().enumerate();
    let mut rules: String = inks.map(|(n, subject)| format!(".s{}{{--own:{}}}", n + 1, subject.accent)).collect();
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
