//! The pages of the manual that are made of the program itself: settings of what their readers ask, commands of the command
//! line, checks of their explanations. What stands between the lines `<!-- generated: NAME -->` and `<!-- end -->` in
//! `content/manual` is written anew by `UPDATE_REFERENCE=1 cargo test --test manual_reference`. The program speaks English;
//! what is said in another language stands in `tests/manual/*.TAG.toml`, by the English words, and what `explain` says in
//! `src/diagnostic/explanations.TAG.toml`. What is not said there stays English and is marked as such.

mod support;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

use muwazana::command::command_line;
use muwazana::diagnostic::{Code, Explanation, explanations, manual_address};
use muwazana::schema::{SchemaOf, schema};
use serde_json::Value;
use support::generated::{hold_generated, is_update};

/// The languages of the manual.
const LANGUAGES: [&str; 2] = ["ar", "en"];

/// The language that the program speaks.
const SPOKEN: &str = "en";

/// What is said in a language in place of the English words, and which of them were asked for.
struct Words {
    tag: &'static str,
    said: BTreeMap<String, String>,
    asked: RefCell<Vec<String>>,
}

impl Words {
    /// The words of the file of a page.
    fn read(name: &str, tag: &'static str) -> Self {
        let text = std::fs::read_to_string(words_file(name, tag)).unwrap_or_default();
        let said = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}.{tag}.toml: {error}"));
        Self { tag, said, asked: RefCell::default() }
    }

    /// A sentence in the language, as Markdown for one line.
    fn say(&self, english: &str) -> String {
        if self.tag == SPOKEN {
            return english.to_owned();
        }
        if !self.asked.borrow().iter().any(|asked| asked == english) {
            self.asked.borrow_mut().push(english.to_owned());
        }
        match self.said.get(english).filter(|said| !said.is_empty()) {
            Some(said) => said.clone(),
            None => format!("<span lang=\"{SPOKEN}\" dir=\"ltr\">{english}</span>"),
        }
    }

    /// Words that nothing says any more, and those that lack.
    fn stale(&self) -> (Vec<&String>, Vec<String>) {
        let asked = self.asked.borrow();
        let stale = self.said.keys().filter(|english| !asked.contains(english)).collect();
        let lacking = asked.iter().filter(|english| self.said.get(*english).is_none_or(String::is_empty));
        (stale, lacking.cloned().collect())
    }

    /// The file with all that was asked for, in that order; what is not said in the language is empty.
    fn written(&self) -> String {
        let line = |english: &String| {
            let said = self.said.get(english).cloned().unwrap_or_default();
            let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
            format!("{} = {}\n", serde_json::to_string(english).expect("a text"), quoted(&said))
        };
        self.asked.borrow().iter().map(line).collect()
    }
}

fn words_file(name: &str, tag: &str) -> PathBuf {
    let folder = if name == "checks" { "src/diagnostic/explanations" } else { &format!("tests/manual/{name}") };
    support::root().join(format!("{folder}.{tag}.toml"))
}

/// Holds the generated parts of a page in all languages to the program, and the words of the other languages to it.
fn holds(page: &str, part: impl Fn(&str, &Words) -> String) {
    for tag in LANGUAGES {
        let words = Words::read(page, tag);
        hold_generated(&format!("content/manual/{page}/{tag}.md"), &|name| part(name, &words));
        if tag == SPOKEN {
            continue;
        }
        if is_update() {
            std::fs::write(words_file(page, tag), words.written()).expect("words");
            continue;
        }
        let (stale, lacking) = words.stale();
        assert!(stale.is_empty(), "{page}.{tag}.toml has words that nothing says: {stale:#?}");
        assert!(lacking.is_empty(), "{page}.{tag}.toml lacks words for: {lacking:#?}");
    }
}

/// A text in a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

#[test]
fn the_page_of_settings_says_what_the_program_reads() {
    holds("settings", |name, words| {
        let of = SchemaOf::FILES.into_iter().find(|of| of.as_str() == name).expect("a kind of settings");
        let schema: Value = serde_json::from_str(&schema(of)).expect("JSON");
        let mut out =
            format!("| {} | {} | {} |\n|---|---|---|\n", words.say("Key"), words.say("Holds"), words.say("Means"));
        let top = if of == SchemaOf::Sources { &schema["additionalProperties"] } else { &schema };
        keys(top, "", words, &mut out);
        out
    });
}

/// A row for each key of a table, and below it those of the tables in it.
fn keys(table: &Value, above: &str, words: &Words, out: &mut String) {
    let required: Vec<_> = table["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (key, value) in table["properties"].as_object().into_iter().flatten() {
        let path = format!("{above}{key}");
        let said = value["description"].as_str().unwrap_or_default();
        let must =
            if required.contains(&key.as_str()) { format!(" {}", words.say("Required.")) } else { String::new() };
        let (holds, inner) = holding(value, words);
        let meaning = if said.is_empty() { String::new() } else { words.say(said) };
        // What explains itself, such as `light` and `dark` in a colour, is told with the table that holds it.
        if !meaning.is_empty() {
            let _ = writeln!(out, "| `{path}` | {} | {}{must} |", cell(&holds), cell(&meaning));
        }
        // The keys of `[check]` are the codes, which have a page of their own.
        if let Some((inner, mark)) = inner.filter(|_| path != "check") {
            keys(inner, &format!("{path}{mark}."), words, out);
        }
    }
}

/// What a key may hold, in words; and the table in it, with the mark of a list or of names that the author gives.
fn holding<'a>(value: &'a Value, words: &Words) -> (String, Option<(&'a Value, &'static str)>) {
    if let Some(options) = value["enum"].as_array() {
        let options: Vec<_> = options.iter().filter_map(Value::as_str).map(|option| format!("`{option}`")).collect();
        return (options.join(" "), None);
    }
    if let Some(either) = value["anyOf"].as_array().or(value["oneOf"].as_array()) {
        let all: Vec<_> = either.iter().map(|one| holding(one, words)).collect();
        let texts: Vec<_> = all.iter().map(|(text, _)| text.clone()).collect();
        let inner = all.into_iter().find_map(|(_, inner)| inner);
        return (texts.join(&words.say(" or ")), inner);
    }
    match value["type"].as_str().unwrap_or_default() {
        "string" => (words.say("text"), None),
        "boolean" => ("`true` `false`".to_owned(), None),
        "integer" | "number" => match (value["minimum"].as_i64(), value["maximum"].as_i64()) {
            (Some(least), Some(most)) => (format!("{} {least}–{most}", words.say("number")), None),
            _ => (words.say("number"), None),
        },
        "array" => {
            let (of, inner) = holding(&value["items"], words);
            match inner {
                Some((inner, _)) => (words.say("tables"), Some((inner, ""))),
                None => (format!("{}: {of}", words.say("list")), None),
            }
        }
        "object" if value["properties"].is_object() => (words.say("table"), Some((value, ""))),
        "object" => {
            let (of, inner) = holding(&value["additionalProperties"], words);
            match inner {
                Some((inner, _)) => (words.say("table by names"), Some((inner, ".*"))),
                None => (format!("{}: {of}", words.say("by names")), None),
            }
        }
        _ => (String::new(), None),
    }
}

#[test]
fn the_page_of_commands_says_what_the_command_line_takes() {
    holds("commands", |name, words| {
        let mut line = command_line();
        line.build();
        if name == "global" {
            let everywhere: Vec<_> = line.get_arguments().filter(|argument| argument.is_global_set()).collect();
            return arguments(&everywhere, words);
        }
        line.get_subcommands()
            .filter(|command| command.get_name() != "help")
            .map(|command| section(command, words))
            .collect()
    });
}

/// The section of a command, with those below it.
fn section(command: &clap::Command, words: &Words) -> String {
    let name = command.get_name();
    let mut out = format!("## `{name}` {{#{name}}}\n\n{}\n\n", described(command, words));
    for inner in command.get_subcommands().filter(|inner| inner.get_name() != "help") {
        let id = inner.get_name();
        let _ = write!(out, "### `{name} {id}` {{#{name}-{id}}}\n\n{}\n\n", described(inner, words));
    }
    out
}

/// What a command does, how it is typed, and what can be said to it.
fn described(command: &clap::Command, words: &Words) -> String {
    let about = command.get_about().map(|about| words.say(&about.to_string())).unwrap_or_default();
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ").trim().to_owned();
    let own: Vec<_> = command
        .get_arguments()
        .filter(|argument| !argument.is_global_set() && !matches!(argument.get_id().as_str(), "help" | "version"))
        .collect();
    format!("{about}.\n\n```text\n{usage}\n```\n\n{}", arguments(&own, words)).trim_end().to_owned()
}

/// A table of arguments and options.
fn arguments(all: &[&clap::Arg], words: &Words) -> String {
    if all.is_empty() {
        return String::new();
    }
    let mut out = format!("| {} | {} |\n|---|---|\n", words.say("Option"), words.say("Means"));
    for argument in all {
        let value = argument.get_value_names().and_then(<[_]>::first).map(ToString::to_string).unwrap_or_default();
        let takes = argument.get_action().takes_values();
        let name = match (argument.get_long(), argument.get_short()) {
            (Some(long), short) => {
                let short = short.map(|short| format!("-{short}, ")).unwrap_or_default();
                let value = if takes { format!(" {value}") } else { String::new() };
                format!("{short}--{long}{value}")
            }
            _ => value,
        };
        let said = argument.get_help().map(ToString::to_string).unwrap_or_default();
        let (said, default) = said
            .split_once(" [default: ")
            .map_or((said.as_str(), None), |(said, rest)| (said, Some(rest.trim_end_matches(']').to_owned())));
        let mut meaning = format!("{}.", words.say(said));
        let options: Vec<_> = argument.get_possible_values();
        if takes && !options.is_empty() {
            let option = |value: &clap::builder::PossibleValue| {
                let said =
                    value.get_help().map(|said| format!(" ({})", words.say(&said.to_string()))).unwrap_or_default();
                format!("`{}`{said}", value.get_name())
            };
            let options: Vec<_> = options.iter().map(option).collect();
            let _ = write!(meaning, " {}", options.join(&words.say(", ")));
            meaning.push('.');
        }
        let own = argument.get_default_values().first().filter(|_| takes);
        let own = own.map(|value| format!("`{}`", value.to_string_lossy()));
        if let Some(default) = own.or(default.map(|default| words.say(&default))) {
            let _ = write!(meaning, " {} {default}.", words.say("Without it:"));
        }
        let _ = writeln!(out, "| `{}` | {} |", cell(&name), cell(&meaning));
    }
    out
}

#[test]
fn the_page_of_checks_explains_every_code() {
    holds("checks", |_, words| {
        let explained = explanations(SPOKEN).expect("English");
        let section = |(code, own): &(Code, Explanation)| {
            format!("## `{0}` {{#{0}}}\n\n{1}\n\n", code.as_str(), explanation(own, words))
        };
        explained.iter().map(section).collect()
    });
}

/// What a code means, why, and its example.
fn explanation(own: &Explanation, words: &Words) -> String {
    let Explanation { meaning, text, example, .. } = own;
    let fence = if example.iter().any(|line| line.contains("```")) { "````" } else { "```" };
    format!("{} {}\n\n{fence}text\n{}\n{fence}", words.say(meaning), words.say(text), example.join("\n").trim_end())
}

#[test]
fn messages_lead_to_where_the_manual_is_published() {
    let settings = std::fs::read_to_string(support::root().join("site.toml")).expect("settings");
    let settings: toml::Table = settings.parse().expect("TOML");
    assert_eq!(settings["base_url"].as_str(), Some(env!("CARGO_PKG_HOMEPAGE")), "`homepage` in Cargo.toml");
    for code in Code::ALL {
        assert!(
            manual_address(*code)
                .is_none_or(|address| address.ends_with(&format!("/en/manual/checks/#{}", code.as_str())))
        );
    }
}
