//! One build from the tree to the bytes: reads, parses, assembles and renders, and gathers what every stage found
//! wrong. It decides neither what is written nor what is printed.

mod record;

use std::path::Path;

use rayon::prelude::*;

use crate::config::{BaseUrl, Config, Language, read_config};
use crate::content::{Lock, PageKind, Words, WordsInput, read_bibliography, read_facts, read_words};
use crate::diagnostic::{Code, Diagnostic, Severity, nearest, quoted_list, sort};
use crate::locale::{Messages, parse_messages};
use crate::render::{self, Output, Templates};
use crate::site::{Face, Fault, Freshness, PageInput, Place, assemble};
use crate::source::{Date, Folder, Found, LanguageFile, Sources, Span, discover};
pub use record::{LanguageRecord, PageRecord, Record};

/// How to build.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// In place of the one in site.toml.
    pub base_url: Option<BaseUrl>,
    /// Whether pages that are marked as drafts are part of the site.
    pub drafts: bool,
    /// The day against which `review_by` of sources is held; nothing leaves that out.
    pub today: Option<Date>,
}

/// What a build came to.
#[derive(Debug, Default)]
pub struct Build {
    /// The texts that the diagnostics speak of.
    pub sources: Sources,
    /// Everything that was found, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// The whole site, sorted by path; empty if there are errors.
    pub outputs: Vec<Output>,
    /// What there is, for the summary line.
    pub counts: Counts,
    /// How far the languages go together.
    pub record: Record,
    /// The path under which the site expects to be served: begins and ends with a slash.
    pub base_path: String,
}

/// How much a site holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Pages with a folder.
    pub pages: usize,
    /// Languages.
    pub languages: usize,
}

impl Build {
    /// How many errors and warnings there are.
    pub fn faults(&self) -> (usize, usize) {
        let errors = self.diagnostics.iter().filter(|fault| fault.severity == Severity::Error).count();
        (errors, self.diagnostics.len() - errors)
    }
}

/// Builds the site under `root`.
pub fn build(root: &Path, options: &Options) -> Build {
    let (found, mut diagnostics) = discover(root);
    let config = configure(&found, options, &mut diagnostics);
    let (outputs, counts, record) = match &config {
        Some(config) => site(&found, config, options, &mut diagnostics),
        None => Default::default(),
    };
    let base_path = config.map_or_else(|| "/".to_owned(), |config| config.base_url.path);
    sort(&found.sources, &mut diagnostics);
    let mut build = Build { sources: found.sources, diagnostics, outputs, counts, record, base_path };
    if build.faults().0 > 0 {
        build.outputs.clear();
    }
    build
}

fn configure(found: &Found, options: &Options, diagnostics: &mut Vec<Diagnostic>) -> Option<Config> {
    let Some(file) = found.site else {
        diagnostics.push(
            Diagnostic::error(Code::NoSite, "there is no site.toml here")
                .help("run this in the folder that holds site.toml, or name that folder with --root"),
        );
        return None;
    };
    let mut config = read_config(file.top(), found.sources.get(file), diagnostics)?;
    if let Some(base_url) = &options.base_url {
        config.base_url = base_url.clone();
    }
    Some(config)
}

fn site(
    found: &Found,
    config: &Config,
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Output>, Counts, Record) {
    let read: Vec<_> = found.folders.par_iter().map(|folder| page(folder, config, &found.sources)).collect();
    let mut inputs = Vec::new();
    let mut words = Vec::new();
    for (page, faults) in read {
        diagnostics.extend(faults);
        let Some((input, page_words)) = page else { continue };
        if options.drafts || !input.facts.draft {
            inputs.push(input);
            words.push(page_words);
        }
    }
    if inputs.is_empty() && diagnostics.is_empty() {
        let fault = Diagnostic::error(Code::NoSite, "there is no page under content/");
        diagnostics.push(fault.help("write content/<language>.md for the home page"));
    }
    let bibliography = match found.bibliography {
        Some(file) => read_bibliography(file.top(), found.sources.get(file), diagnostics),
        None => Vec::new(),
    };
    let counts = Counts { pages: inputs.len(), languages: config.languages.len() };
    let (site, faults, more) = assemble(config, inputs, bibliography, options.today);
    diagnostics.extend(more);
    let lock = found.lock.map(|file| Lock::read(file.top(), found.sources.get(file), diagnostics)).unwrap_or_default();
    let freshness = Freshness::new(&lock, &site, config, &words);
    let faults = faults.into_iter().chain(freshness.faults(&site, config));
    diagnostics.extend(faults.map(|fault| placed(&fault, &words)));
    let record = Record::new(config, &site, &words, (lock, &freshness), options.today);
    let messages = messages(found, config, diagnostics);
    let files: Vec<_> = found.templates.iter().filter(|(name, _)| !name.ends_with(".ftl")).cloned().collect();
    match (Templates::load(&files, &found.sources), messages) {
        (Ok(templates), Some(messages)) => {
            let input = render::Input {
                config,
                site: &site,
                words: &words,
                freshness: &freshness,
                messages: &messages,
                templates: &templates,
                assets: &found.assets,
                sources: &found.sources,
            };
            let (outputs, faults) = render::render(&input);
            diagnostics.extend(faults);
            (outputs, counts, record)
        }
        (templates, _) => {
            diagnostics.extend(templates.err().into_iter().flatten());
            (Vec::new(), counts, record)
        }
    }
}

type PageRead = (Option<(PageInput, Vec<Option<Words>>)>, Vec<Diagnostic>);

/// Reads one folder. A folder without words in any language of the site is a fault and no page.
fn page(folder: &Folder, config: &Config, sources: &Sources) -> PageRead {
    let mut faults = Vec::new();
    let kind = PageKind::of(&folder.path);
    let mut words: Vec<Option<Words>> = config.languages.iter().map(|_| None).collect();
    for LanguageFile { tag, file } in &folder.words {
        let Some(language) = config.language(tag) else {
            faults.push(unknown_language(tag, file.top(), config));
            continue;
        };
        let (source, files) = (sources.get(*file), folder.assets.as_slice());
        let input = WordsInput { file: *file, source, files, sources, kind, language, config };
        let (read, more) = read_words(&input);
        faults.extend(more);
        words[language.0] = Some(read);
    }
    let facts = folder.facts.map(|file| read_facts(file.top(), sources.get(file), kind, config, &mut faults));
    let first = words.iter().flatten().next().map(|words| words.top);
    let Some(top) = folder.facts.map(|file| file.top()).or(first) else { return (None, faults) };
    if first.is_none() {
        if folder.words.is_empty() {
            let tag = &config.languages[0].locale.tag;
            faults.push(
                Diagnostic::error(Code::MissingTranslation, format!("`{}` has no words in any language", folder.path))
                    .at(top)
                    .help(format!("write `{tag}.md` beside this file")),
            );
        }
        return (None, faults);
    }
    let input = PageInput {
        path: folder.path.clone(),
        kind,
        has_facts: facts.is_some(),
        facts: facts.unwrap_or_default(),
        top,
        faces: words.iter().map(|words| words.as_ref().map(Face::of)).collect(),
        files: folder.assets.clone(),
    };
    (Some((input, words)), faults)
}

fn unknown_language(tag: &str, top: Span, config: &Config) -> Diagnostic {
    let tags = || config.languages.iter().map(|language: &Language| language.locale.tag.as_str());
    let fault = Diagnostic::error(Code::UnknownName, format!("`{tag}` is not a language of this site")).at(top);
    match nearest(tag, tags()) {
        Some(near) => fault.help(format!("did you mean `{near}.md`?")),
        None => fault.help(format!(
            "name the file after a language of site.toml ({}), or add the language there",
            quoted_list(tags())
        )),
    }
}

/// Looks up where the part of a page stands that a fault speaks of.
fn placed(fault: &Fault, words: &[Vec<Option<Words>>]) -> Diagnostic {
    let diagnostic = fault.diagnostic.clone();
    if let Place::Known(span) = fault.place {
        return diagnostic.at(span);
    }
    let Some(words) = &words[fault.page.0][fault.language.0] else { return diagnostic };
    let span = match fault.place {
        Place::Link(n) => words.body.links.get(n).map(|link| link.span),
        Place::Note(n) => words.body.notes.get(n).map(|note| note.span),
        Place::Image(n) => words.body.images.get(n).map(|image| image.span),
        Place::Section(Some(n)) => {
            words.body.sections.iter().filter_map(|section| section.heading.as_ref()).nth(n).map(|heading| heading.span)
        }
        Place::Redirect(n) => words.redirects.get(n).map(|redirect| redirect.span),
        Place::Section(None) | Place::Known(_) => None,
    };
    diagnostic.at(span.unwrap_or(words.top))
}

/// The interface's words in every language of the site; nothing if any is missing, which is reported.
fn messages(found: &Found, config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Option<Vec<Messages>> {
    let file = |tag: &str| {
        let name = format!("i18n/{tag}.ftl");
        found.templates.iter().find(|(known, _)| *known == name).map(|(_, file)| *file)
    };
    let parse = |tag: &str, diagnostics: &mut Vec<Diagnostic>| {
        file(tag).map(|file| (file, parse_messages(file, found.sources.get(file), diagnostics)))
    };
    let contract = parse("en", &mut Vec::new()).map(|(_, parsed)| parsed.ids().to_vec()).unwrap_or_default();
    let before = diagnostics.len();
    let mut messages = Vec::new();
    for language in &config.languages {
        let tag = &language.locale.tag;
        let Some((file, parsed)) = parse(tag, diagnostics) else {
            diagnostics.push(
                Diagnostic::error(Code::Message, format!("the interface has no words in `{tag}`"))
                    .help(format!("copy templates/i18n/en.ftl to templates/i18n/{tag}.ftl and translate it")),
            );
            continue;
        };
        for id in contract.iter().filter(|id| !parsed.ids().contains(id)) {
            diagnostics.push(
                Diagnostic::error(Code::Message, format!("the message `{id}` is missing"))
                    .at(file.top())
                    .help(format!("add a line `{id} = …` to this file")),
            );
        }
        messages.push(parsed.into_messages(tag));
    }
    (diagnostics.len() == before).then_some(messages)
}
