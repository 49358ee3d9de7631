//! Reads and parses page folders: all of them, or those that have changed since an earlier build.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::progress::{Progress, Stage};
use super::{alike, heading_ids};
use crate::cache::PackedText;
use crate::config::Config;
use crate::content::{
    Facts, HighlightCache, LanguageFileInput, PageKind, PageText, Passages, PassagesOfFile, placeholder, read_facts,
    read_group, read_language_file, untranslated,
};
use crate::diagnostic::{Code, Diagnostic, Matter, nearest, quoted_list};
use crate::locale::{Digits, Locale};
use crate::render::{OutputSink, markdown_copy};
use crate::site::{Face, FolderAddresses, PageInput, SectionDigests};
use crate::text::{Date, FileId, Source, Sources, Span};
use crate::tree::{Asset, Folder, History, LanguageFile, read_text};

/// What parsing needs.
#[derive(Clone, Copy)]
pub struct Parser<'a> {
    pub root: &'a Path,
    pub config: &'a Config,
    pub sources: &'a Sources,
    pub highlights: &'a HighlightCache,
    pub history: &'a History,
}

/// What a folder becomes.
#[derive(Debug, Default)]
pub struct ParsedFolder {
    /// The page or group as others see it; `None` if it has neither words in a language of the site nor a title.
    pub page: Option<Arc<PageInput>>,
    /// By language: how much text there is, and what stands for it.
    pub section_digests: Vec<Option<SectionDigests>>,
    /// The page's text; `None` if it has not been read, but is known from an earlier build.
    pub text: Option<PackedText>,
    /// What is wrong in its files.
    pub faults: Vec<Diagnostic>,
    /// The texts that the faults speak of.
    pub sources: Vec<(FileId, Source)>,
    /// How many language files have been parsed.
    pub parsed: usize,
    /// The files of the site that have been emitted.
    pub outputs: Vec<String>,
}

/// What is read of a folder before its words: these have their addresses by what is written above them.
struct FolderFacts {
    kind: PageKind,
    facts: Option<Facts>,
    parsed: ParsedFolder,
}

/// Hands on the Markdown of pages as it is read, so that texts need not be in memory until their pages are rendered.
#[derive(Clone, Copy)]
pub struct MarkdownCopies<'a> {
    /// Where to.
    pub sink: &'a dyn OutputSink,
    /// Files that are published as they are, and take the place of what is made.
    pub statics: &'a [Asset],
    /// Whether drafts are part of the site.
    pub drafts: bool,
    /// Where folders stand on the site.
    pub addresses: &'a FolderAddresses,
}

impl MarkdownCopies<'_> {
    /// Gives the path of the copy; `None` if the site has none. `of_language` is the folder of the language's pages.
    fn publish(&self, of_language: &str, folder: &Folder, facts: Option<&Facts>, source: &Source) -> Option<String> {
        let copy = markdown_copy(of_language, &self.addresses.of(&folder.path), &source.text);
        let is_part = self.drafts || !facts.is_some_and(|facts| facts.draft);
        if !is_part || self.statics.iter().any(|file| file.name == copy.path) {
            return None;
        }
        let path = copy.path.clone();
        self.sink.write(copy);
        Some(path)
    }
}

impl FolderFacts {
    /// Whether the folder will be a page or a group: the slug of any other counts for nothing.
    fn is_of_page(&self, folder: &Folder, config: &Config) -> bool {
        let is_group = self.facts.as_ref().is_some_and(|facts| !facts.titles.is_empty());
        is_group || folder.words.iter().any(|words| config.language(&words.tag).is_some())
    }
}

impl ParsedFolder {
    /// Its path below `content/` and what its page.toml says, if it is a page or a group.
    pub fn path_and_facts(&self) -> Option<(&str, &Facts)> {
        self.page.as_ref().map(|page| (page.path.as_str(), &page.facts))
    }
}

impl Parser<'_> {
    /// Parses all folders.
    pub fn all(&self, folders: &[Folder], copies: &MarkdownCopies<'_>, progress: &dyn Progress) -> Vec<ParsedFolder> {
        progress.begin(Stage::Parse, folders.len());
        let facts: Vec<FolderFacts> = folders.par_iter().map(|folder| self.facts(folder)).collect();
        let of_pages = folders.iter().zip(&facts).filter(|(folder, facts)| facts.is_of_page(folder, self.config));
        let addresses = of_pages.filter_map(|(folder, facts)| Some((folder.path.as_str(), facts.facts.as_ref()?)));
        let addresses = &FolderAddresses::new(addresses);
        let copies = MarkdownCopies { addresses, ..*copies };
        let parse = |(folder, facts): (&Folder, FolderFacts)| {
            let parsed = self.with_facts(folder, facts, Some(&copies));
            progress.step();
            parsed
        };
        folders.par_iter().zip(facts).map(parse).collect()
    }

    /// Parses one folder. Without words in any language of the site it is a group if it has a title, and else a fault.
    pub fn folder(&self, folder: &Folder, copies: Option<&MarkdownCopies<'_>>) -> ParsedFolder {
        self.with_facts(folder, self.facts(folder), copies)
    }

    /// Reads the page.toml of a folder.
    fn facts(&self, folder: &Folder) -> FolderFacts {
        let mut parsed = ParsedFolder::default();
        let kind = PageKind::of(&folder.path, self.config);
        let is_group = folder.words.is_empty() && kind == PageKind::Ordinary;
        let facts = folder.facts.and_then(|file| {
            self.file(file, &mut parsed, |source, faults| match is_group {
                true => read_group(file.top(), source, self.config, faults),
                false => read_facts(file.top(), source, kind, self.config, faults),
            })
        });
        FolderFacts { kind, facts, parsed }
    }

    /// Parses the words of a folder whose page.toml is read.
    fn with_facts(&self, folder: &Folder, read: FolderFacts, copies: Option<&MarkdownCopies<'_>>) -> ParsedFolder {
        let FolderFacts { kind, facts, mut parsed } = read;
        let text = self.texts(folder, kind, facts.as_ref(), copies, &mut parsed);
        heading_ids::complete(&text, &mut parsed.faults);
        alike::pardon(&mut parsed.faults);
        if facts.as_ref().is_some_and(|facts| facts.draft) {
            placeholder::pardon(&mut parsed.faults);
        }
        self.config.levels.apply_severity(self.sources, &mut parsed.faults);
        let first = text.iter().flatten().next().map(|text| text.top);
        let Some(top) = folder.facts.map(|file| file.top()).or(first) else { return parsed };
        let has_facts = facts.is_some();
        let mut facts = facts.unwrap_or_default();
        if first.is_none() {
            let has_title = !facts.titles.is_empty();
            parsed.faults.extend((folder.words.is_empty() && !has_title).then(|| no_words(folder, top, self.config)));
            if !has_title {
                return parsed;
            }
        }
        facts.updated = facts.updated.or_else(|| self.last_change(folder, facts.date));
        parsed.page = Some(Arc::new(PageInput {
            path: folder.path.clone(),
            kind,
            has_facts,
            facts,
            top,
            faces: text.iter().map(|text| text.as_ref().map(Face::of)).collect(),
            files: folder.assets.clone(),
        }));
        parsed.section_digests = text.iter().map(|text| text.as_ref().map(SectionDigests::of)).collect();
        parsed.text = Some(PackedText::new(&text));
        parsed
    }

    /// The text of a folder in each language of the site.
    fn texts(
        &self,
        folder: &Folder,
        kind: PageKind,
        facts: Option<&Facts>,
        copies: Option<&MarkdownCopies<'_>>,
        parsed: &mut ParsedFolder,
    ) -> Vec<Option<PageText>> {
        let copies = copies.filter(|_| self.config.output.markdown);
        let mut texts: Vec<Option<PageText>> = self.config.languages.iter().map(|_| None).collect();
        let mut outputs = Vec::new();
        let mut passages_of_files = Vec::new();
        for LanguageFile { tag, file, .. } in &folder.words {
            let Some(language) = self.config.language(tag) else {
                parsed.faults.push(unknown_language(tag, file.top(), folder, self.config));
                continue;
            };
            texts[language.0] = self.file(*file, parsed, |source, faults| {
                let Self { config, highlights, sources, .. } = *self;
                let (file, files) = (*file, folder.assets.as_slice());
                let finds_alike = facts.is_some_and(Facts::finds_alike);
                let input =
                    LanguageFileInput { file, source, files, sources, kind, finds_alike, language, config, highlights };
                let (text, more) = read_language_file(&input);
                faults.extend(more);
                if folder.words.len() > 1 {
                    let direction = config.at(language).locale.direction;
                    let passages = Passages::of(&source.text, direction);
                    passages_of_files.push(PassagesOfFile { tag, direction, file, passages });
                }
                outputs
                    .extend(copies.and_then(|copies| copies.publish(config.folder(language), folder, facts, source)));
                text
            });
            parsed.parsed += 1;
        }
        parsed.outputs = outputs;
        for fault in untranslated(&passages_of_files) {
            // The text that the fault speaks of, where nothing else was wrong in it.
            let file = fault.span.map(|span| span.file);
            let is_known = parsed.sources.iter().any(|(known, _)| Some(*known) == file);
            let source =
                file.filter(|_| !is_known).and_then(|file| Some((file, read_text(self.root, self.sources, file).0?)));
            parsed.sources.extend(source);
            parsed.faults.push(fault);
        }
        texts
    }

    /// When a folder was last changed since it was published, as the history tells.
    fn last_change(&self, folder: &Folder, published: Option<Date>) -> Option<Date> {
        let own = folder.words.iter().map(|words| words.file).chain(folder.facts);
        let own = own.map(|file| Cow::Borrowed(self.sources.get(file).path.as_str()));
        let beside = folder.assets.iter().map(|asset| Cow::Owned(format!("content/{}/{}", folder.path, asset.name)));
        let day = self.history.last_change(own.chain(beside))?;
        Some(day).filter(|day| published.is_none_or(|published| published < *day))
    }

    fn file<T>(
        &self,
        file: FileId,
        parsed: &mut ParsedFolder,
        parse: impl FnOnce(&Source, &mut Vec<Diagnostic>) -> T,
    ) -> Option<T> {
        let before = parsed.faults.len();
        let (source, faults) = read_text(self.root, self.sources, file);
        parsed.faults.extend(faults);
        let source = source?;
        let value = parse(&source, &mut parsed.faults);
        if parsed.faults.len() > before {
            parsed.sources.push((file, source));
        }
        Some(value)
    }
}

fn no_words(folder: &Folder, top: Span, config: &Config) -> Diagnostic {
    let tag = &config.languages[0].locale.tag;
    Diagnostic::error(Code::MissingTranslation, format!("`{}` has no words in any language", folder.path))
        .at(top)
        .help(format!("write `{tag}.md` beside this file, or `title` in it for a group of the pages below"))
}

/// A file that is named after no language. It may be the one of a language that the page lacks.
fn unknown_language(tag: &str, top: Span, folder: &Folder, config: &Config) -> Diagnostic {
    let fault = Diagnostic::error(Code::UnknownName, format!("`{tag}` is not a language of this site")).at(top);
    let fault = fault.resting_on(Matter::Languages);
    let tags = || config.languages.iter().map(|language| language.locale.tag.as_str());
    if let Some((page, language)) = meant_page(tag, folder, config) {
        let help = format!(
            "a page is a folder with a file for each language: move this one to `content/{page}/{language}.md`"
        );
        return fault.help(help).doubting(Matter::Translation(page, language.to_owned()));
    }
    let copied = |own: &&str| tag.strip_prefix(own).is_some_and(|rest| rest.starts_with([' ', '(']));
    if let Some(own) = tags().find(copied).filter(|own| folder.words.iter().any(|words| words.tag == *own)) {
        return fault.help(format!("if this is a copy of `{own}.md`, remove it"));
    }
    match meant_language(tag, folder, config) {
        Some(near) => {
            let help = match nearest(tag, [near]) {
                Some(_) => format!("did you mean `{near}.md`?"),
                None => format!("did you mean `{near}.md`? A language of its own is listed in site.toml first"),
            };
            fault.help(help).doubting(Matter::Translation(folder.path.clone(), near.to_owned()))
        }
        None => {
            let help = format!(
                "name the file after a language of site.toml ({}), or add the language there",
                quoted_list(tags())
            );
            // What may be the tag of a language is hardly the name of a page.
            let page = (tag.len() > 3 && !tag.contains('-')).then(|| {
                let first = tags().next().unwrap_or_default();
                format!("; the words of a page of its own are `content/{}/{first}.md`", joined(&folder.path, tag))
            });
            fault.help(help + &page.unwrap_or_default())
        }
    }
}

fn joined(parent: &str, name: &str) -> String {
    if parent.is_empty() { name.to_owned() } else { format!("{parent}/{name}") }
}

/// The page and language that a file is meant to be that lies where other generators have it: `en/about.md`, `about.en.md`.
fn meant_page<'a>(written: &str, folder: &Folder, config: &'a Config) -> Option<(String, &'a str)> {
    let tag_of =
        |name: &str| config.languages.iter().map(|language| language.locale.tag.as_str()).find(|tag| *tag == name);
    // These are the pages of their folders.
    let is_own = |name: &str| ["index", "_index", "readme"].iter().any(|own| own.eq_ignore_ascii_case(name));
    let page = |parent: &str, name: &str| if is_own(name) { parent.to_owned() } else { joined(parent, name) };
    if let Some((name, language)) = written.rsplit_once('.') {
        return tag_of(language).map(|language| (page(&folder.path, name), language));
    }
    let (parent, last) = folder.path.rsplit_once('/').unwrap_or(("", &folder.path));
    tag_of(last).map(|language| (page(parent, written), language))
}

/// The language whose tag or name a file's name nearly is; one that the folder lacks sooner than another.
fn meant_language<'a>(written: &str, folder: &Folder, config: &'a Config) -> Option<&'a str> {
    let written = written.to_lowercase();
    let lacks = |tag: &&str| !folder.words.iter().any(|words| words.tag == *tag);
    let tags = || config.languages.iter().map(|language| language.locale.tag.as_str());
    let begins = |tag: &&str| {
        let rest = written.strip_prefix(&tag.to_lowercase());
        rest.is_some_and(|rest| rest.is_empty() || written.len() > 2)
    };
    let named = config.languages.iter().find(|language| language.name.to_lowercase() == written);
    nearest(&written, tags().filter(lacks))
        .or_else(|| tags().filter(lacks).find(begins))
        .or(named.map(|language| language.locale.tag.as_str()))
        .or_else(|| nearest(&written, tags()))
        .or_else(|| only_lacking(&written, tags().filter(lacks)))
}

/// The one language that a folder lacks, where what a file is named after may be a tag: it is as likely a wrong one as that
/// of a language which nobody has listed.
fn only_lacking<'a>(written: &str, mut lacking: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let (lacked, None) = (lacking.next()?, lacking.next()) else { return None };
    (written.len() <= 3 && Locale::new(written, Digits::Latin).is_some()).then_some(lacked)
}
