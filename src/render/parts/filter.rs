//! The filters of a long list.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::config::LanguageId;
use crate::render::renderer::Renderer;

/// A choice of a filter.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Choice {
    /// What a reader chooses by.
    pub name: String,
    /// The value in the address.
    pub value: String,
}

/// What a filtered list says of itself; the script puts the numbers in.
pub fn shown_of_all(renderer: &Renderer<'_>, language: LanguageId) -> String {
    renderer.input.theme.messages[language.0].with("part_of", &[("shown", "{shown}"), ("all", "{all}")])
}

/// The values that occur, each once, in the order of their names.
pub fn choices<'a>(values: impl Iterator<Item = &'a str>, name: impl Fn(&str) -> String) -> Vec<Choice> {
    let values: BTreeSet<&str> = values.filter(|value| !value.is_empty()).collect();
    let mut choices: Vec<_> =
        values.into_iter().map(|value| Choice { name: name(value), value: value.to_owned() }).collect();
    choices.sort();
    choices
}
