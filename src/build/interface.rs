//! The words of the interface in every language of a site: the program's own, and over them, message by message, those of
//! the site's `templates/i18n/`. The program's English file is the contract: it says which messages there are, and with
//! what each is filled.

use std::collections::BTreeSet;

use super::message_lines::{message_lines, slips_of_lines};
use super::message_names::{Lacking, meant_by_idle, of_no_message};
use super::message_slips::{in_plain_words, typing_slips};
use super::unread_messages::{file_names, unread_messages};
use crate::config::{Config, Language};
use crate::diagnostic::{Code, Diagnostic, Guesses, Matter, nearest, quoted_list};
use crate::locale::{MessagePart, Messages, ParsedMessages, SiteNumbers, parse_messages};
use crate::render::is_in_comment;
use crate::text::FileId;
use crate::tree::SourceTree;

/// What every message may use: how many languages and subjects the site has.
const EVERYWHERE: [&str; 2] = ["languages", "subjects"];

/// The messages of each language, and what is wrong with the files of the site.
pub fn interface(tree: &SourceTree, config: &Config, faults: &mut Vec<Diagnostic>) -> Vec<Messages> {
    let contract = tree.default_template("i18n/en.ftl").map(|file| parsed(tree, file));
    let Some(contract) = contract else { return Vec::new() };
    let (unread, told): (Vec<_>, Vec<_>) = unread_messages(tree, config).into_iter().unzip();
    faults.extend(told);
    let interface = Interface { tree, contract, asked: asked_by_templates(tree), unread };
    let numbers = SiteNumbers { languages: config.languages.len(), subjects: config.subjects.len() };
    let own = interface.own_files(config, faults);
    interface.check_asked(&own, faults);
    let added: BTreeSet<&str> = own
        .iter()
        .flat_map(|own| own.messages.ids().filter(|id| !interface.contract.has(id) && interface.asked.contains(*id)))
        .collect();
    let of = |language: &Language| {
        let layers = interface.layers(language, faults);
        interface.check_complete(language, &layers, &added, faults);
        Messages::layered(&language.locale.tag, layers, numbers)
    };
    config.languages.iter().map(of).collect()
}

fn parsed(tree: &SourceTree, file: FileId) -> ParsedMessages {
    parse_messages(file, tree.sources.get(file), &mut Vec::new())
}

/// The names of the messages that templates ask for as `site.ui.name`.
fn asked_by_templates(tree: &SourceTree) -> BTreeSet<String> {
    let templates = tree.templates.iter().filter(|(name, _)| !name.ends_with(".ftl"));
    let names = templates.flat_map(|(_, file)| asked_in(&tree.sources.get(*file).text, "ui."));
    names.map(|(_, name)| name.to_owned()).collect()
}

/// The names behind a mark in a template, each with where it begins.
fn asked_in<'t>(text: &'t str, mark: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
    text.match_indices(mark).filter_map(move |(at, _)| {
        let start = at + mark.len();
        let rest = &text[start..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        (end > 0).then(|| (start, &rest[..end]))
    })
}

/// A message file of the site's.
struct OwnFile {
    file: FileId,
    messages: ParsedMessages,
}

struct Interface<'a> {
    tree: &'a SourceTree,
    contract: ParsedMessages,
    /// The names of the messages that templates ask for.
    asked: BTreeSet<String>,
    /// Files that no language reads: what stands in them is not missing, but in the wrong place, which is reported.
    unread: Vec<FileId>,
}

impl Interface<'_> {
    /// The site's files for its languages, each judged once.
    fn own_files(&self, config: &Config, faults: &mut Vec<Diagnostic>) -> Vec<OwnFile> {
        let names_of_files: BTreeSet<String> =
            config.languages.iter().flat_map(|language| file_names(&language.locale.tag)).collect();
        let read = |name: String| {
            let file = self.tree.own_template(&name)?;
            let mut unread = Vec::new();
            let messages = parse_messages(file, self.tree.sources.get(file), &mut unread);
            Some((name, OwnFile { file, messages }, unread))
        };
        let (mut names, mut own, mut unread) = (Vec::new(), Vec::new(), Vec::new());
        for (name, file, faults) in names_of_files.into_iter().filter_map(read) {
            names.push(name);
            own.push(file);
            unread.push(faults);
        }
        for ((name, file), unread) in names.iter().zip(&own).zip(unread) {
            let lacking = self.lacking(file, &own);
            faults.extend(unread.into_iter().map(|fault| self.in_plain_words(file, fault, &lacking)));
            self.check_names(file, &lacking.needed, faults);
            let tag = name.trim_start_matches("i18n/").trim_end_matches(".ftl");
            faults.extend(typing_slips(file.file, self.tree.sources.get(file.file), tag));
        }
        own
    }

    /// The messages that other files of the site's have, and one lacks.
    fn lacking<'o>(&self, own: &OwnFile, all: &'o [OwnFile]) -> Lacking<'o> {
        let others = all.iter().filter(|other| other.file != own.file).flat_map(|other| other.messages.ids());
        let (others, needed) = others.filter(|id| !own.messages.has(id)).partition(|id| self.contract.has(id));
        Lacking { needed, others }
    }

    /// The fault of a line that cannot be read, in the words of whoever wrote it.
    fn in_plain_words(&self, own: &OwnFile, fault: Diagnostic, lacking: &Lacking<'_>) -> Diagnostic {
        let (source, at) = (self.tree.sources.get(own.file), fault.span.map_or(0, |span| span.start));
        let asked = self.asked.iter().map(String::as_str).filter(|id| !self.contract.has(id) && !own.messages.has(id));
        let needed = lacking.needed.iter().copied().chain(asked).collect();
        let lacking = Lacking { needed, others: lacking.others.clone() };
        let of_name = of_no_message(own.file, source, at, &lacking, self.contract.ids());
        of_name.unwrap_or_else(|| in_plain_words(own.file, source, fault))
    }

    /// The files that make up the words of a language, the last of which has the last word.
    fn layers(&self, language: &Language, faults: &mut Vec<Diagnostic>) -> Vec<ParsedMessages> {
        let tag = &language.locale.tag;
        let own_and_default = |tag: &str| -> Vec<ParsedMessages> {
            let names = file_names(tag);
            let defaults = names.iter().filter_map(|name| self.tree.default_template(name));
            let own = names.iter().filter_map(|name| self.tree.own_template(name));
            defaults.chain(own).map(|file| parsed(self.tree, file)).collect()
        };
        let mut layers = Vec::new();
        if let Some(other) = &language.interface {
            layers = own_and_default(&other.value);
            if layers.is_empty() {
                let message = format!("the interface has no words in `{}`", other.value);
                let help = format!("name one of these: {}", quoted_list(self.default_languages()));
                faults.push(Diagnostic::error(Code::Message, message).at(other.span).help(help));
            }
        }
        layers.extend(own_and_default(tag));
        layers
    }

    /// Every message that the program or a template of the site asks for is there.
    fn check_complete(
        &self,
        language: &Language,
        layers: &[ParsedMessages],
        added: &BTreeSet<&str>,
        faults: &mut Vec<Diagnostic>,
    ) {
        let tag = &language.locale.tag;
        let all = self.contract.ids().chain(added.iter().copied());
        let missing: Vec<&str> = all.filter(|id| !layers.iter().any(|layer| layer.has(id))).collect();
        if missing.is_empty() {
            return;
        }
        let own = self.tree.own_template(&format!("i18n/{tag}.ftl"));
        // What stands there in a way that cannot be read is reported already.
        let files = own.iter().chain(&self.unread);
        let written: BTreeSet<&str> =
            files.flat_map(|file| message_lines(self.tree.sources.get(*file)).into_keys()).collect();
        let is_written = |id: &&str| written.contains(id);
        let missing: Vec<&str> = missing.into_iter().filter(|id| !is_written(id)).collect();
        let help = format!(
            "write them in templates/i18n/{tag}.ftl, or say in site.toml under this language whose words stand in for them: \
             interface = \"en\""
        );
        let fault = match (own, missing.as_slice()) {
            (_, []) => return,
            // The language that should stand in has none either, which is reported.
            (None, _) if language.interface.is_some() => return,
            (None, missing) if missing.len() == self.contract.ids().count() + added.len() => {
                let fault =
                    Diagnostic::error(Code::Message, format!("the interface has no words in `{tag}`")).help(help);
                fault.resting_on(Matter::Languages)
            }
            (own, missing) => {
                let names: Vec<String> = missing.iter().map(|id| format!("`{id}`")).collect();
                let message = match missing {
                    [id] => format!("the message `{id}` is missing in `{tag}`"),
                    _ => format!("{} messages are missing in `{tag}`: {}", missing.len(), names.join(", ")),
                };
                let fault = Diagnostic::error(Code::Message, message).help(help);
                let rests = |fault: Diagnostic, id: &&str| fault.resting_on(Matter::Message((*id).to_owned()));
                own.into_iter().fold(missing.iter().fold(fault, rests), |fault, file| fault.at(file.top()))
            }
        };
        faults.push(fault);
    }

    /// Every message that a template asks for is in some file. Where it is in no file of a language alone, that is said of the
    /// language.
    fn check_asked(&self, own: &[OwnFile], faults: &mut Vec<Diagnostic>) {
        let known = || self.contract.ids().chain(own.iter().flat_map(|own| own.messages.ids()));
        let all: BTreeSet<&str> = known().collect();
        let idle: BTreeSet<&str> = own.iter().flat_map(|own| self.idle(own)).collect();
        let files = own.iter().map(|own| &own.file).chain(&self.unread);
        let written: BTreeSet<&str> =
            files.flat_map(|file| message_lines(self.tree.sources.get(*file)).into_keys()).collect();
        for (name, file) in self.tree.templates.iter().filter(|(name, _)| !name.ends_with(".ftl")) {
            let text = &self.tree.sources.get(*file).text;
            let unknown = asked_in(text, "site.ui.").filter(|(_, id)| !all.contains(id) && !written.contains(id));
            for (start, id) in unknown.filter(|(start, _)| !is_in_comment(text, *start)) {
                let message = format!("the template `{name}` asks for a message `{id}`, which no file has");
                let fault = Diagnostic::error(Code::Message, message).at(file.span(start..start + id.len()));
                let otherwise = format!("write it in the files of templates/i18n: {id} = …");
                let fault = fault.resting_on(Matter::Message(id.to_owned())).nearest(id, known(), &otherwise);
                // A message that is asked for nowhere is asked for here.
                let only = idle.first().filter(|_| idle.len() == 1 && fault.meant().is_none());
                let fault = only.map_or(fault.clone(), |idle| fault.nearest(idle, [*idle], &otherwise));
                let meant = fault.meant().map(|(_, meant)| meant.to_owned());
                faults.push(meant.into_iter().map(Matter::Message).fold(fault, Diagnostic::doubting));
            }
        }
    }

    /// The messages of a file of the site's that nothing asks for.
    fn idle<'o>(&self, own: &'o OwnFile) -> Vec<&'o str> {
        let message = |part: &MessagePart| match part {
            MessagePart::Message(id) => Some(id.clone()),
            _ => None,
        };
        let ids = || own.messages.ids();
        let named: BTreeSet<String> = ids().flat_map(|id| own.messages.parts(id).iter().filter_map(message)).collect();
        ids().filter(|id| !self.contract.has(id) && !self.asked.contains(*id) && !named.contains(*id)).collect()
    }

    /// Every name in a file of the site's is one that somebody knows.
    fn check_names(&self, own: &OwnFile, lacking: &BTreeSet<&str>, faults: &mut Vec<Diagnostic>) {
        let source = self.tree.sources.get(own.file);
        let lines = message_lines(source);
        let place = |id: &str| own.file.span(lines.get(id).cloned().unwrap_or(0..0));
        faults.extend(slips_of_lines(source).into_iter().map(|(range, fault)| fault.at(own.file.span(range))));
        let in_file: Vec<&str> = own.messages.ids().collect();
        let idle = self.idle(own);
        let guesses = Guesses::default();
        let name = source.path.strip_prefix("templates/").unwrap_or(&source.path);
        let default = self.tree.default_template(name).map(|file| parsed(self.tree, file));
        for id in &in_file {
            if idle.contains(id) {
                let is_guessed = guesses.allow(self.contract.ids().count());
                let near = nearest(id, self.contract.ids().take_while(|_| is_guessed));
                faults.push(nothing_asks(id, near.or_else(|| meant_by_idle(id, &idle, lacking))).at(place(id)));
            }
            // A name that does not exist stands in the place of the one that is left out.
            let has_unknown =
                || own.messages.parts(id).iter().any(|part| self.unknown(id, part, &own.messages).is_some());
            let left_out = default.as_ref().and_then(|default| left_out(&own.messages, default, id));
            if let Some(name) = left_out.filter(|_| !has_unknown()) {
                let message = format!("the message `{id}` leaves out `{{ ${name} }}`, which the program's own shows");
                let help = format!("write `{{ ${name} }}` where it belongs in the sentence");
                faults.push(Diagnostic::warning(Code::Message, message).at(place(id)).help(help));
            }
            for part in own.messages.parts(id) {
                let Some((said, known)) = self.unknown(id, part, &own.messages) else { continue };
                let message = format!("the message `{id}` uses `{said}`, which does not exist");
                let at = place(id);
                let from = at.start;
                let within = source.text[from..].find(&said).map(|found| from + found);
                let span = within.map_or(at, |start| own.file.span(start..start + said.len()));
                let otherwise = match known.as_slice() {
                    [] if matches!(part, MessagePart::Function(_)) => {
                        "numbers are written already: call no function".to_owned()
                    }
                    [] => "define it in this file, or leave it out".to_owned(),
                    known => format!("it may use {}", quoted_list(known.iter().map(String::as_str))),
                };
                let fault = Diagnostic::error(Code::Message, message).at(span);
                faults.push(fault.nearest(&said, known.iter().map(String::as_str), &otherwise));
            }
        }
    }

    /// A name in a message that stands for nothing, as it is written, and the names that would.
    fn unknown(&self, id: &str, part: &MessagePart, own: &ParsedMessages) -> Option<(String, Vec<String>)> {
        let known = match part {
            MessagePart::Variable(name) => {
                let of_contract = self.contract.parts(id).iter().filter_map(|part| match part {
                    MessagePart::Variable(name) => Some(name.as_str()),
                    _ => None,
                });
                let known: BTreeSet<&str> = of_contract.chain(EVERYWHERE).collect();
                (!known.contains(name.as_str())).then(|| known.iter().map(|name| format!("${name}")).collect())
            }
            MessagePart::Message(name) => (!own.has(name) && !self.contract.has(name)).then(|| {
                // What is filled in begins with a sign that is easily left out.
                let parts = self.contract.parts(id).iter();
                let is_it = |part: &&MessagePart| matches!(part, MessagePart::Variable(variable) if variable == name);
                parts.filter(is_it).map(|_| format!("${name}")).collect()
            }),
            MessagePart::Term(name) => (!own.has_term(name)).then(Vec::new),
            MessagePart::Function(_) => Some(Vec::new()),
            MessagePart::Choice(..) => None,
        }?;
        let said = match part {
            MessagePart::Variable(name) => format!("${name}"),
            MessagePart::Term(name) => format!("-{name}"),
            MessagePart::Message(name) | MessagePart::Function(name) | MessagePart::Choice(name, _) => name.clone(),
        };
        Some((said, known))
    }

    /// The tags of the languages that the program speaks.
    fn default_languages(&self) -> impl Iterator<Item = &str> {
        let names = self.tree.default_templates.iter().map(|(name, _)| name.as_str());
        names.filter_map(|name| name.strip_prefix("i18n/")?.strip_suffix(".ftl"))
    }
}

fn nothing_asks(id: &str, near: Option<&str>) -> Diagnostic {
    let message = format!("nothing asks for a message `{id}`");
    let fault = match near {
        Some(near) => Diagnostic::error(Code::Message, message)
            .help(format!("did you mean `{near}`?"))
            .doubting(Matter::Message(near.to_owned())),
        None => Diagnostic::warning(Code::Message, message)
            .help(format!("remove it, or show it in a template: {{{{ site.ui.{id} }}}}")),
    };
    fault.resting_on(Matter::Message(id.to_owned()))
}

/// Whether a message that is filled with all of these says less without one of them: a plural form may tell the number, and how
/// many languages or subjects there are need not be told.
fn is_needed(name: &str, all: &BTreeSet<&str>) -> bool {
    !["form", "number", "languages", "subjects"].contains(&name) || name == "number" && !all.contains("form")
}

fn variables(parts: &[MessagePart]) -> BTreeSet<&str> {
    let names = parts.iter().filter_map(|part| match part {
        MessagePart::Variable(name) => Some(name.as_str()),
        _ => None,
    });
    names.collect()
}

/// What the program's own message in a language is filled with, and the site's is not.
fn left_out<'a>(own: &ParsedMessages, default: &'a ParsedMessages, id: &str) -> Option<&'a str> {
    let (used, all) = (variables(own.parts(id)), variables(default.parts(id)));
    all.iter().find(|name| is_needed(name, &all) && !used.contains(*name)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Digits, Locale};
    use crate::text::Source;
    use crate::tree::embedded_templates;

    /// Languages whose nouns stay as they are after any number.
    const ONE_FORM: [&str; 3] = ["fa", "id", "tr"];

    /// Words that a language has in common with English.
    const SAME: [(&str, &[&str]); 10] = [
        ("ar", &[]),
        ("de", &["feed", "markdown", "list_separator"]),
        ("en", &[]),
        ("es", &["markdown", "list_separator"]),
        ("fa", &[]),
        (
            "fr",
            &[
                "menu",
                "pages",
                "sources_title",
                "alert_note",
                "alert_important",
                "alert_question",
                "markdown",
                "list_separator",
                "sources_count",
            ],
        ),
        ("he", &["list_separator"]),
        ("id", &["menu", "source_data", "markdown", "list_separator"]),
        ("tr", &["markdown", "list_separator"]),
        ("ur", &[]),
    ];

    fn files() -> Vec<(String, Source, ParsedMessages)> {
        let read = |(name, text): (String, &'static str)| {
            let tag = name.strip_prefix("i18n/")?.strip_suffix(".ftl")?.to_owned();
            let (source, mut faults) = (Source::new(name, text), Vec::new());
            let messages = parse_messages(FileId(0), &source, &mut faults);
            assert!(faults.is_empty(), "{tag}: {faults:?}");
            Some((tag, source, messages))
        };
        embedded_templates().into_iter().filter_map(read).collect()
    }

    /// The text of a message as it is written, with its further lines.
    fn text<'a>(source: &'a Source, id: &str) -> &'a str {
        let after =
            message_lines(source).get(id).map_or("", |range| source.text[range.end..].trim_start_matches([' ', '=']));
        let ends = after.match_indices('\n').find(|(at, _)| !after[at + 1..].starts_with([' ', '\n']));
        after[..ends.map_or(after.len(), |(at, _)| at)].trim()
    }

    /// The forms that a language has for whole numbers.
    fn forms(tag: &str) -> BTreeSet<String> {
        let locale = Locale::new(tag, Digits::Latin).expect(tag);
        (0..=1000).chain([1_000_000]).map(|n| locale.plural_form(n).to_owned()).collect()
    }

    #[test]
    fn every_language_has_every_message_and_fills_it_with_the_same() {
        let files = files();
        let tags: Vec<&str> = files.iter().map(|(tag, ..)| tag.as_str()).collect();
        assert_eq!(tags, SAME.map(|(tag, _)| tag));
        let (_, _, english) = files.iter().find(|(tag, ..)| tag == "en").expect("en");
        for (tag, _, messages) in &files {
            let missing: Vec<&str> = english.ids().filter(|id| !messages.has(id)).collect();
            let extra: Vec<&str> = messages.ids().filter(|id| !english.has(id)).collect();
            assert!(missing.is_empty() && extra.is_empty(), "{tag} lacks {missing:?}, has {extra:?}");
            for id in english.ids() {
                // What a plural form or the number of languages says, a language may say in another way.
                let wanted = variables(english.parts(id));
                let used = variables(messages.parts(id));
                let fixed = |names: &BTreeSet<&str>| -> Vec<String> {
                    names.iter().filter(|name| is_needed(name, &wanted)).map(|name| (*name).to_owned()).collect()
                };
                assert_eq!(fixed(&used), fixed(&wanted), "{tag}: {id}");
                assert!(used.iter().all(|name| wanted.contains(name) || EVERYWHERE.contains(name)), "{tag}: {id}");
            }
        }
    }

    #[test]
    fn every_count_has_the_plural_forms_of_its_language() {
        let files = files();
        let (_, _, english) = files.iter().find(|(tag, ..)| tag == "en").expect("en");
        for (tag, _, messages) in &files {
            for id in english.ids().filter(|id| variables(english.parts(id)).contains("form")) {
                let chosen = messages.parts(id).iter().find_map(|part| match part {
                    MessagePart::Choice(name, keys) if name == "form" => Some(keys.iter().cloned().collect()),
                    _ => None,
                });
                let is_one_form = chosen.is_none() && ONE_FORM.contains(&tag.as_str());
                assert!(is_one_form || chosen == Some(forms(tag)), "{tag}: {id}");
            }
        }
    }

    #[test]
    fn no_language_speaks_in_the_words_of_another() {
        let files = files();
        let (_, source, english) = files.iter().find(|(tag, ..)| tag == "en").expect("en");
        for (tag, own, _) in files.iter().filter(|(tag, ..)| tag != "en") {
            let (_, same) = SAME.iter().find(|(known, _)| known == tag).expect(tag);
            let locale = Locale::new(tag, Digits::Latin).expect(tag);
            for id in english.ids() {
                let words = text(own, id);
                assert!(!words.is_empty(), "{tag}: {id}");
                assert!(same.contains(&id) || words != text(source, id), "{tag}: {id} is as in English: {words}");
                let letters = |c: &char| c.is_alphabetic() && crate::locale::is_right_to_left(*c);
                let is_own = words.chars().any(|c| letters(&c)) != locale.latin_script;
                assert!(is_own || words.starts_with('{') || id == "list_separator", "{tag}: {id}: {words}");
            }
        }
    }

    /// Punctuation as each language prints it.
    #[test]
    fn every_language_has_its_own_punctuation() {
        for (tag, own, messages) in files() {
            let locale = Locale::new(&tag, Digits::Latin).expect("a tag");
            for id in messages.ids() {
                let words: String = without_placeables(text(&own, id));
                if locale.arabic_script {
                    assert!(!words.contains([',', ';', '?']), "{tag}: {id}: {words}");
                }
                if tag == "ur" {
                    assert!(!words.contains('.'), "{tag}: {id}: {words}");
                }
                if tag == "fr" {
                    let bare = [" :", " ;", " ?", " !"].iter().any(|sign| words.contains(sign));
                    assert!(!bare && !words.contains('\''), "{tag}: {id}: {words}");
                }
                if matches!(tag.as_str(), "en" | "de" | "es" | "tr" | "id") {
                    let spaced = [" :", " ;", " ?", " !"].iter().any(|sign| words.contains(sign));
                    assert!(!spaced && !words.contains('\''), "{tag}: {id}: {words}");
                }
            }
        }
    }

    /// A message without its variables; the words of its variants stay.
    fn without_placeables(words: &str) -> String {
        let mut pieces = words.split("{ $");
        let first = pieces.next().unwrap_or_default().to_owned();
        first + &pieces.map(|piece| piece.split_once(['}', '>']).map_or("", |(_, rest)| rest)).collect::<String>()
    }
}
