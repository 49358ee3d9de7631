//! The words of the interface, from `templates/i18n/<language>.ftl`. The English file is the contract:
//! every language has exactly its messages.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::Entry;
use unic_langid::LanguageIdentifier;

use super::Locale;
use crate::diagnostic::{Code, Diagnostic};
use crate::text::{FileId, Source};

/// The messages of one language.
pub struct Messages {
    bundle: FluentBundle<FluentResource>,
    ids: Vec<String>,
}

/// A message file that has been read, whole or in part.
pub struct ParsedMessages {
    resource: FluentResource,
    ids: Vec<String>,
}

impl ParsedMessages {
    /// The names of its messages.
    pub fn ids(&self) -> &[String] {
        &self.ids
    }

    /// The messages, in a language.
    pub fn into_messages(self, tag: &str) -> Messages {
        let id: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false); // Numbers need none, and texts bring their own.
        bundle.add_resource_overriding(self.resource);
        Messages { bundle, ids: self.ids }
    }
}

/// Parses a message file; what cannot be read is reported and the rest kept.
pub fn parse_messages(file: FileId, source: &Source, faults: &mut Vec<Diagnostic>) -> ParsedMessages {
    let resource = FluentResource::try_new(source.text.clone()).unwrap_or_else(|(resource, errors)| {
        faults.extend(errors.into_iter().map(|error| {
            Diagnostic::error(Code::Message, syntax_error(source, error.pos.start, &error.kind.to_string()))
                .at(file.span(error.pos.start..error.pos.end))
                .help("a message is `name = words`; its further lines are indented")
        }));
        resource
    });
    let ids = resource
        .entries()
        .filter_map(|entry| match entry {
            Entry::Message(message) => Some(message.id.name.to_owned()),
            _ => None,
        })
        .collect();
    ParsedMessages { resource, ids }
}

/// What is wrong with a line, in the words of its author.
fn syntax_error(source: &Source, at: usize, said: &str) -> String {
    let (_, line) = source.line_at(at);
    match line.contains('=') {
        true => format!("this is not a valid message: {said}"),
        false => format!("the line `{}` has no `=`", line.trim()),
    }
}

impl Messages {
    /// All messages that need no argument, by name.
    pub fn plain(&self) -> BTreeMap<String, String> {
        self.ids.iter().filter_map(|id| Some((id.clone(), self.format(id, None)?))).collect()
    }

    /// The message about `n` things: `$form` is the plural form that the language has for `n`, `$number` is `n` as the
    /// language writes it. The form comes from ICU4X, because
    /// Fluent's own plural rules are older and put 185 in Arabic into another form (`many` is right).
    pub fn count(&self, locale: &Locale, id: &str, n: usize) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set("form", locale.plural_form(n));
        arguments.set("number", locale.number(n));
        self.format(id, Some(&arguments)).unwrap_or_default()
    }

    /// The message about a number that is not known yet: `number` stands in its place, in one plural form.
    pub fn with_form(&self, id: &str, form: &str, number: &str) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set("form", form.to_owned());
        arguments.set("number", number.to_owned());
        self.format(id, Some(&arguments)).unwrap_or_default()
    }

    /// A message with named texts put in, each isolated in direction.
    pub fn with(&self, id: &str, texts: &[(&str, &str)]) -> String {
        let mut arguments = FluentArgs::new();
        for (name, text) in texts {
            arguments.set(*name, format!("\u{2068}{text}\u{2069}"));
        }
        self.format(id, Some(&arguments)).unwrap_or_default()
    }

    fn format(&self, id: &str, arguments: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, arguments, &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Messages({})", self.ids.len())
    }
}
