//! `muwazana init`: a new site. What it is to be is asked on a terminal, or stands on the command line; everything has a
//! default.

use std::io::{BufRead, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;

use super::{Global, Outcome, interface_remark, print_error, refuse_in_site};
use crate::locale::{Digits, Locale, StarterWords};
use crate::output::create_source_files;
use crate::starter::{
    PlannedLanguage, PlannedSubject, SiteKind, SitePlan, begin_site, default_subjects, default_titles,
};
use crate::tree::{TreeEntry, entry_at};

#[derive(Debug, clap::Args)]
pub struct InitArguments {
    /// The folder of the site; it is made if it is not there
    folder: PathBuf,
    /// Tags of its languages, the first one first, such as ar,en [default: en]
    #[arg(long, value_name = "TAGS", value_delimiter = ',')]
    languages: Vec<String>,
    /// Whether it compares or explains [default: comparison]
    #[arg(long, value_name = "KIND")]
    kind: Option<Kind>,
    /// What is compared, such as coffee,tea; with names in the order of the languages: coffee=Kaffee|Café,tea=Tee|Thé
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    subjects: Vec<String>,
    /// What it is called; for one language alone with its tag before: --title fr=Boissons
    #[arg(long, value_name = "TITLE")]
    title: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// Things side by side, point by point
    Comparison,
    /// Chapters, with nothing compared
    Documentation,
}

pub fn run(global: &Global, arguments: &InitArguments) -> Outcome {
    refuse_in_site(&arguments.folder)?;
    for (name, what) in [("site.toml", "a site"), ("content", "a folder `content`")] {
        if entry_at(&arguments.folder, name) != TreeEntry::Nothing {
            return Err(format!(
                "there is {what} in {} already\n  help: name another folder, or begin a page of that site with `muwazana \
                 new`",
                arguments.folder.display()
            ));
        }
    }
    let is_asked = std::io::stdin().is_terminal() && !global.quiet;
    let mut ask = Ask { answers: is_asked.then(|| std::io::stdin().lock()) };
    let plan = plan(arguments, &mut ask)?;
    let files = begin_site(&plan);
    create_source_files(&arguments.folder, files.iter().map(|file| (file.path.as_str(), file.text.as_bytes())))
        .map_err(|failure| failure.to_string())?;
    for file in &files {
        global.say(&format!("wrote {}", arguments.folder.join(&file.path).display()));
    }
    remarks(&plan).iter().for_each(|remark| global.say(remark));
    let folder = arguments.folder.display();
    global.say(&format!("\nsee the site with `muwazana serve --root {folder}`, and begin a page with `muwazana new`"));
    Ok(ExitCode::SUCCESS)
}

/// What there is left to do that the files do not say.
fn remarks(plan: &SitePlan) -> Vec<String> {
    let mut remarks = Vec::new();
    for language in &plan.languages {
        let tag = &language.locale.tag;
        remarks.extend(interface_remark(tag));
        if !StarterWords::of(tag).1 {
            remarks.push(format!("note: the first pages in `{tag}` are in English: write them anew"));
        }
    }
    if env!("CARGO_PKG_REPOSITORY").is_empty() {
        remarks.push(
            "note: to publish, say where the program's repository is: MUWAZANA_REPOSITORY in .github/workflows/pages.yml"
                .to_owned(),
        );
    }
    remarks
}

fn plan<R: BufRead>(arguments: &InitArguments, ask: &mut Ask<R>) -> Result<SitePlan, String> {
    let kind = kind(arguments, ask)?;
    let locales = languages(arguments, ask)?;
    let subjects = match kind {
        SiteKind::Comparison => subjects(arguments, ask, &locales)?,
        SiteKind::Documentation => Vec::new(),
    };
    let titles = titles(arguments, ask, &subjects, &locales)?;
    // Where there is nothing to choose, nothing has to be chosen.
    let root = if let [only] = locales.as_slice() { Some(only.tag.clone()) } else { None };
    let languages = locales.into_iter().zip(titles).map(|(locale, title)| PlannedLanguage { locale, title });
    Ok(SitePlan { kind, languages: languages.collect(), root, subjects, date: super::today() })
}

fn kind<R: BufRead>(arguments: &InitArguments, ask: &mut Ask<R>) -> Result<SiteKind, String> {
    match (arguments.kind, arguments.subjects.is_empty()) {
        (Some(Kind::Documentation), false) => {
            Err("documentation compares nothing: leave out --kind documentation, or --subjects".to_owned())
        }
        (Some(Kind::Documentation), true) => Ok(SiteKind::Documentation),
        (Some(Kind::Comparison), _) | (None, false) => Ok(SiteKind::Comparison),
        (None, true) => ask.until_right("Comparison or documentation", "comparison", |answer| match answer {
            answer if "comparison".starts_with(&answer.to_lowercase()) => Ok(SiteKind::Comparison),
            answer if "documentation".starts_with(&answer.to_lowercase()) => Ok(SiteKind::Documentation),
            answer => Err(format!("`{answer}` is neither `comparison` nor `documentation`")),
        }),
    }
}

fn languages<R: BufRead>(arguments: &InitArguments, ask: &mut Ask<R>) -> Result<Vec<Locale>, String> {
    match arguments.languages.is_empty() {
        true => ask.until_right("Languages, by their tags, the first one first", "en", |answer| {
            languages_of(&split(answer, ','))
        }),
        false => languages_of(&arguments.languages),
    }
}

/// The languages of at least one tag.
fn languages_of(written: &[String]) -> Result<Vec<Locale>, String> {
    if written.is_empty() {
        return Err("a site has at least one language".to_owned());
    }
    let mut locales: Vec<Locale> = Vec::new();
    for tag in written.iter().map(|tag| tag.trim()) {
        let locale = Locale::new(tag, Digits::Latin).filter(|locale| locale.language_name(tag).is_some());
        let Some(locale) = locale else {
            return Err(super::no_language(tag));
        };
        if locales.iter().any(|other| other.tag == locale.tag) {
            return Err(format!("the language `{tag}` is named twice"));
        }
        locales.push(locale);
    }
    Ok(locales)
}

fn subjects<R: BufRead>(
    arguments: &InitArguments,
    ask: &mut Ask<R>,
    locales: &[Locale],
) -> Result<Vec<PlannedSubject>, String> {
    let named = match arguments.subjects.is_empty() {
        true => ask.until_right("What is compared, in short names", "coffee, tea", |answer| {
            named_subjects(&split(answer, ','))
        })?,
        false => named_subjects(&arguments.subjects)?,
    };
    let ids: Vec<String> = named.iter().map(|(id, _)| id.clone()).collect();
    let mut subjects = default_subjects(&ids, locales);
    for (subject, (_, names)) in subjects.iter_mut().zip(&named) {
        for (at, locale) in locales.iter().enumerate() {
            let name = &mut subject.names[at];
            *name = match names.get(at) {
                Some(given) => given.clone(),
                // A name that is given stands in for those that are not.
                None => ask.for_text(&format!("{} in {}", subject.id, locale.tag), names.first().unwrap_or(name)),
            };
        }
    }
    Ok(subjects)
}

/// The id of each subject, and the names that it is given, in the order of the languages.
fn named_subjects(written: &[String]) -> Result<Vec<(String, Vec<String>)>, String> {
    let parts: Vec<_> = written.iter().map(|written| written.split_once('=').unwrap_or((written, ""))).collect();
    let ids: Vec<String> = parts.iter().map(|(id, _)| id.trim().to_lowercase().replace(' ', "-")).collect();
    for (at, id) in ids.iter().enumerate() {
        if let Some(parts) = super::parted_otherwise(&written[at]) {
            return Err(format!("`{}` is no short name\n  help: commas part the names: {parts}", written[at]));
        }
        if id.is_empty() || id.contains(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_')) {
            return Err(format!("`{id}` is no short name\n  help: write it with letters, digits, `-` and `_`"));
        }
        if ids[..at].contains(id) {
            return Err(format!("`{id}` is named twice"));
        }
    }
    if !(2..=crate::config::MOST_SUBJECTS).contains(&ids.len()) {
        let most = crate::config::MOST_SUBJECTS;
        return Err(format!("a comparison has two to {most} subjects, and these are {}", ids.len()));
    }
    Ok(ids.into_iter().zip(parts.iter().map(|(_, names)| split(names, '|'))).collect())
}

/// What the site is called in each language.
fn titles<R: BufRead>(
    arguments: &InitArguments,
    ask: &mut Ask<R>,
    subjects: &[PlannedSubject],
    locales: &[Locale],
) -> Result<Vec<String>, String> {
    let mut titles = default_titles(subjects, locales);
    let of_language = |written: &str| {
        let (tag, title) = written.split_once('=')?;
        Some((locales.iter().position(|locale| locale.tag == tag.trim())?, title.trim().to_owned()))
    };
    for written in &arguments.title {
        if written.trim().is_empty() {
            return Err("a title says something".to_owned());
        }
        match of_language(written) {
            Some((at, title)) => titles[at] = title,
            None => titles.fill(written.trim().to_owned()),
        }
    }
    if arguments.title.is_empty() {
        for (title, locale) in titles.iter_mut().zip(locales) {
            *title = ask.for_text(&format!("Title in {}", locale.tag), title);
        }
    }
    Ok(titles)
}

/// The parts of a list that say something.
fn split(written: &str, sign: char) -> Vec<String> {
    written.split(sign).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Questions to whoever sits before a terminal.
struct Ask<R> {
    /// Where the answers are read, a line each; nowhere where nobody can be asked.
    answers: Option<R>,
}

impl<R: BufRead> Ask<R> {
    /// The answer, or what it is without one.
    fn for_text(&mut self, question: &str, default: &str) -> String {
        let answer = self.next(question, default).unwrap_or_default();
        if answer.is_empty() { default.to_owned() } else { answer }
    }

    /// What `read` makes of the answer. A wrong one is told, and asked for again.
    fn until_right<T>(
        &mut self,
        question: &str,
        default: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, String> {
        while let Some(answer) = self.next(question, default) {
            match read(if answer.is_empty() { default } else { &answer }) {
                Ok(value) => return Ok(value),
                Err(message) => print_error(&format!("{message}\n")),
            }
        }
        read(default)
    }

    /// The next line, trimmed; `None` when there are no more, or where nobody is asked.
    fn next(&mut self, question: &str, default: &str) -> Option<String> {
        let answers = self.answers.as_mut()?;
        print_error(&format!("{question} [{default}]: "));
        let mut answer = String::new();
        let length = answers.read_line(&mut answer).unwrap_or(0);
        (length > 0).then(|| answer.trim().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn planned(answers: &str) -> SitePlan {
        let arguments =
            InitArguments { folder: PathBuf::new(), languages: vec![], kind: None, subjects: vec![], title: vec![] };
        plan(&arguments, &mut Ask { answers: Some(answers.as_bytes()) }).expect("the answers end well")
    }

    fn tags(plan: &SitePlan) -> Vec<&str> {
        plan.languages.iter().map(|language| language.locale.tag.as_str()).collect()
    }

    #[test]
    fn a_wrong_answer_is_asked_for_again() {
        let plan = planned("both\ndoc\nklingon\nar,ar\n,\nar, en\nدليل\nGuide\n");
        assert_eq!((plan.kind, tags(&plan)), (SiteKind::Documentation, vec!["ar", "en"]));
        assert_eq!(plan.languages[1].title, "Guide");
        let plan = planned("\n\none\nin black, in white=White\nBlack\n\n");
        let names: Vec<&str> = plan.subjects.iter().map(|subject| subject.names[0].as_str()).collect();
        assert_eq!((plan.kind, names), (SiteKind::Comparison, vec!["Black", "White"]));
    }

    #[test]
    fn whoever_leaves_in_the_middle_gets_the_defaults() {
        for answers in ["", "both", "both\n", "\nklingon", "\n\none\n"] {
            let plan = planned(answers);
            assert_eq!(
                (plan.kind, tags(&plan), plan.subjects.len()),
                (SiteKind::Comparison, vec!["en"], 2),
                "{answers}"
            );
        }
    }
}
