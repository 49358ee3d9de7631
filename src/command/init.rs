//! `muwazana init`: a new site. What it is to be is asked on a terminal, or stands on the command line; everything has a
//! default.

use std::io::{BufRead, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;

use super::{Global, Outcome, print_error};
use crate::locale::{Digits, Locale, StarterWords};
use crate::output::create_source_files;
use crate::starter::{
    PlannedLanguage, PlannedSubject, SiteKind, SitePlan, begin_site, default_subjects, default_titles, has_interface,
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
    for (name, what) in [("site.toml", "a site"), ("content", "a folder `content`")] {
        if entry_at(&arguments.folder, name) != TreeEntry::Nothing {
            return Err(format!(
                "there is {what} in {} already\n  help: name another folder, or begin a page of that site with `muwazana \
                 new`",
                arguments.folder.display()
            ));
        }
    }
    let ask = Ask { is_on: std::io::stdin().is_terminal() && !global.quiet };
    let plan = plan(arguments, &ask)?;
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
        if !has_interface(tag) {
            remarks.push(format!(
                "note: the interface has no words in `{tag}`, and speaks English there: write them in \
                 templates/i18n/{tag}.ftl"
            ));
        }
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

fn plan(arguments: &InitArguments, ask: &Ask) -> Result<SitePlan, String> {
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

fn kind(arguments: &InitArguments, ask: &Ask) -> Result<SiteKind, String> {
    match (arguments.kind, arguments.subjects.is_empty()) {
        (Some(Kind::Documentation), false) => {
            Err("documentation compares nothing: leave out --kind documentation, or --subjects".to_owned())
        }
        (Some(Kind::Documentation), true) => Ok(SiteKind::Documentation),
        (Some(Kind::Comparison), _) | (None, false) => Ok(SiteKind::Comparison),
        (None, true) => match ask.for_text("Comparison or documentation", "comparison") {
            answer if "comparison".starts_with(&answer.to_lowercase()) => Ok(SiteKind::Comparison),
            answer if "documentation".starts_with(&answer.to_lowercase()) => Ok(SiteKind::Documentation),
            answer => Err(format!("`{answer}` is neither `comparison` nor `documentation`")),
        },
    }
}

fn languages(arguments: &InitArguments, ask: &Ask) -> Result<Vec<Locale>, String> {
    let written = match arguments.languages.is_empty() {
        true => split(&ask.for_text("Languages, by their tags, the first one first", "en"), ','),
        false => arguments.languages.clone(),
    };
    let mut locales: Vec<Locale> = Vec::new();
    for tag in written.iter().map(|tag| tag.trim()) {
        let locale = Locale::new(tag, Digits::Latin).filter(|locale| locale.language_name(tag).is_some());
        let Some(locale) = locale else {
            return Err(format!("`{tag}` is no language\n  help: write tags of BCP 47, such as ar, en or pt-BR"));
        };
        if locales.iter().any(|other| other.tag == locale.tag) {
            return Err(format!("the language `{tag}` is named twice"));
        }
        locales.push(locale);
    }
    Ok(locales)
}

fn subjects(arguments: &InitArguments, ask: &Ask, locales: &[Locale]) -> Result<Vec<PlannedSubject>, String> {
    let written = match arguments.subjects.is_empty() {
        true => split(&ask.for_text("What is compared, in short names", "coffee, tea"), ','),
        false => arguments.subjects.clone(),
    };
    let parts: Vec<_> = written.iter().map(|written| written.split_once('=').unwrap_or((written, ""))).collect();
    let ids: Vec<String> = parts.iter().map(|(id, _)| id.trim().to_lowercase().replace(' ', "-")).collect();
    for (at, id) in ids.iter().enumerate() {
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
    let mut subjects = default_subjects(&ids, locales);
    for (subject, (_, names)) in subjects.iter_mut().zip(&parts) {
        let names = split(names, '|');
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

/// What the site is called in each language.
fn titles(
    arguments: &InitArguments,
    ask: &Ask,
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
struct Ask {
    is_on: bool,
}

impl Ask {
    /// The answer, or what it is without one.
    fn for_text(&self, question: &str, default: &str) -> String {
        if !self.is_on {
            return default.to_owned();
        }
        print_error(&format!("{question} [{default}]: "));
        let mut answer = String::new();
        let _ = std::io::stdin().lock().read_line(&mut answer);
        let answer = answer.trim();
        if answer.is_empty() { default.to_owned() } else { answer.to_owned() }
    }
}
