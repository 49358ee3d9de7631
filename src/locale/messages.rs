//! The words of the interface, from files of Fluent messages. Several files are laid one over another, message by message.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::Entry;
use unic_langid::LanguageIdentifier;

use super::Locale;
use super::message_parts::{MessagePart, message_parts};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::{FileId, Source};

/// How many languages and subjects a site has: `$languages` and `$subjects` in every message, for "both" and "all".
#[derive(Clone, Copy, Debug)]
pub struct SiteNumbers {
    /// Its languages.
    pub languages: usize,
    /// What it compares.
    pub subjects: usize,
}

/// The messages of one language.
pub struct Messages {
    bundle: FluentBundle<FluentResource>,
    ids: Vec<String>,
    numbers: SiteNumbers,
    letters: String,
}

/// A message file that has been read, whole or in part.
pub struct ParsedMessages {
    resource: FluentResource,
    messages: BTreeMap<String, Vec<MessagePart>>,
    terms: Vec<String>,
}

impl ParsedMessages {
    /// The names of its messages.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().map(String::as_str)
    }

    /// Whether it has a message of that name.
    pub fn has(&self, id: &str) -> bool {
        self.messages.contains_key(id)
    }

    /// Whether it has a term of that name, which messages name as `{ -name }`.
    pub fn has_term(&self, name: &str) -> bool {
        self.terms.iter().any(|term| term == name)
    }

    /// What a message names; nothing for one that it has not.
    pub fn parts(&self, id: &str) -> &[MessagePart] {
        self.messages.get(id).map_or(&[], Vec::as_slice)
    }
}

/// Parses a message file; what cannot be read is reported and the rest kept.
pub fn parse_messages(file: FileId, source: &Source, faults: &mut Vec<Diagnostic>) -> ParsedMessages {
    let resource = FluentResource::try_new(source.text.clone()).unwrap_or_else(|(resource, errors)| {
        faults.extend(errors.into_iter().map(|error| {
            // What is not closed is found missing at the end of the file, behind the blanks.
            let written = source.text[..source.text.floor_char_boundary(error.pos.start)].trim_end();
            let last = written.char_indices().next_back().map_or(0, |(at, _)| at);
            let rest = source.text.get(error.pos.start..).unwrap_or_default();
            let place = match rest.lines().next().unwrap_or_default().trim() {
                "" => last..written.len(),
                _ => error.pos.start..error.pos.end.min(source.text.len()),
            };
            Diagnostic::error(Code::Message, syntax_error(source, place.start, &error.kind.to_string()))
                .at(file.span(place))
                .help("a message is `name = words`; its further lines are indented")
        }));
        resource
    });
    let (mut messages, mut terms) = (BTreeMap::new(), Vec::new());
    for entry in resource.entries() {
        match entry {
            Entry::Message(message) => {
                let Some(value) = &message.value else { continue };
                messages.insert(message.id.name.to_owned(), message_parts(value));
            }
            Entry::Term(term) => terms.push(term.id.name.to_owned()),
            _ => {}
        }
    }
    ParsedMessages { resource, messages, terms }
}

/// What is wrong with a line, in the words of its author.
fn syntax_error(source: &Source, at: usize, said: &str) -> String {
    let (_, line) = source.line_at(at);
    match line.contains('=') {
        true => format!("this is not a valid message: {said}"),
        false if line.trim_start().starts_with("//") => "`//` begins no remark here: `#` does".to_owned(),
        false => format!("the line `{}` has no `=`", line.trim()),
    }
}

impl Messages {
    /// The messages of a language; of several files, a later one's take the places of an earlier one's.
    pub fn layered(tag: &str, layers: Vec<ParsedMessages>, numbers: SiteNumbers) -> Self {
        let id: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false); // Numbers need none, and texts bring their own.
        let mut ids: Vec<String> = layers.iter().flat_map(ParsedMessages::ids).map(str::to_owned).collect();
        ids.sort();
        ids.dedup();
        for layer in layers {
            bundle.add_resource_overriding(layer.resource);
        }
        let mut messages = Self { bundle, ids, numbers, letters: String::new() };
        let letters: BTreeSet<char> =
            messages.plain().into_values().flat_map(|text| text.chars().collect::<Vec<_>>()).collect();
        messages.letters = letters.into_iter().collect();
        messages
    }

    /// Every character of the messages once: what the language is written with.
    pub fn letters(&self) -> &str {
        &self.letters
    }

    /// All messages that need no argument but the numbers of the site, by name.
    pub fn plain(&self) -> BTreeMap<String, String> {
        self.ids.iter().filter_map(|id| Some((id.clone(), self.format(id, FluentArgs::new())?))).collect()
    }

    /// The message about `n` things: `$form` is the plural form that the language has for `n`, `$number` is `n` as the
    /// language writes it. The form comes from ICU4X, because
    /// Fluent's own plural rules are older and put 185 in Arabic into another form (`many` is right).
    pub fn count(&self, locale: &Locale, id: &str, n: usize) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set("form", locale.plural_form(n));
        arguments.set("number", locale.number(n));
        self.format(id, arguments).unwrap_or_default()
    }

    /// The message about a number that is not known yet: `number` stands in its place, in one plural form.
    pub fn with_form(&self, id: &str, form: &str, number: &str) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set("form", form.to_owned());
        arguments.set("number", number.to_owned());
        self.format(id, arguments).unwrap_or_default()
    }

    /// A message with named texts put in, each isolated in direction.
    pub fn with(&self, id: &str, texts: &[(&str, &str)]) -> String {
        let mut arguments = FluentArgs::new();
        for (name, text) in texts {
            arguments.set(*name, format!("\u{2068}{text}\u{2069}"));
        }
        self.format(id, arguments).unwrap_or_default()
    }

    fn format(&self, id: &str, mut arguments: FluentArgs<'_>) -> Option<String> {
        arguments.set("languages", self.numbers.languages);
        arguments.set("subjects", self.numbers.subjects);
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Messages({})", self.ids.len())
    }
}
