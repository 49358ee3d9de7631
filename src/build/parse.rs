//! Folders to pages: which files of a site have to be read, and what they become. The text of a file is let go as soon as
//! it is parsed, unless there is something wrong with it.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;

use super::snapshot::{Earlier, Seen, Standing, keep};
use super::{Sink, Stage};
use crate::config::{Config, Language};
use crate::content::Packed;
use crate::content::{Colours, PageKind, Words, WordsInput, read_facts, read_words};
use crate::diagnostic::{Code, Diagnostic, nearest, quoted_list};
use crate::render::{Index, markdown_copy};
use crate::site::{Extent, Face, Fault, PageId, PageInput, Place};
use crate::text::{Date, FileId, Source, Sources, Span};
use crate::tree::{Asset, Folder, History, LanguageFile, read_text};

/// What reading needs.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    pub root: &'a Path,
    pub config: &'a Config,
    pub sources: &'a Sources,
    pub colours: &'a Colours,
    pub sink: &'a dyn Sink,
    /// Whether drafts are part of the site.
    pub drafts: bool,
    pub history: &'a History,
    /// Files that are published as they are, and take the place of what is made.
    pub statics: &'a [Asset],
}

/// What a folder becomes.
#[derive(Default)]
pub struct Read {
    /// The page; nothing if it has no words in any language of the site.
    pub page: Option<PageInput>,
    /// The page's words; nothing if they have not been read, but only remembered to be there.
    pub words: Option<Packed>,
    /// What is wrong in its files.
    pub faults: Vec<Diagnostic>,
    /// The texts that the faults speak of.
    pub texts: Vec<(FileId, Source)>,
    /// How many language files have been parsed.
    pub parsed: usize,
    /// The files of the site that have been handed on.
    pub outputs: Vec<String>,
}

/// Whether the Markdown of pages is handed on as it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copies {
    /// It is part of the site.
    Published,
    /// It stands there already.
    Kept,
}

/// A site of which most is as the earlier build saw it.
pub struct Part {
    pub read: Vec<Read>,
    /// The pages that have to be rendered.
    pub stale: BTreeSet<PageId>,
    /// The index of the search.
    pub index: Index,
    /// The files of the site that stand.
    pub kept: Vec<Standing>,
    /// The files of the index, which stand as far as nothing else can be found.
    pub kept_index: Vec<Standing>,
}

impl Reading<'_> {
    /// Reads all folders.
    pub fn all(&self, folders: &[Folder]) -> Vec<Read> {
        self.sink.begin(Stage::Parse, folders.len());
        let read = |folder: &Folder| {
            let read = self.folder(folder, Copies::Published);
            self.sink.step();
            read
        };
        folders.par_iter().map(read).collect()
    }

    /// Reads the folders whose words have changed, or whose documents are no longer there, and takes all others as the
    /// earlier build saw them. Nothing if more than words has changed: then everything has to be read.
    pub fn changed(&self, folders: &[Folder], earlier: Earlier<'_>) -> Option<Part> {
        let is_changed = |file: FileId| earlier.changed().contains(self.sources.get(file).path.as_str());
        let has_changed = |folder: &Folder| folder.words.iter().any(|words| is_changed(words.file));
        let words = folders.iter().flat_map(|folder| &folder.words);
        if words.filter(|words| is_changed(words.file)).count() < earlier.changed().len() {
            return None;
        }
        let broken = earlier.broken(self.sink)?;
        let seen = earlier.pages().filter(|seen| seen.len() == folders.len())?;
        let mut stale = BTreeSet::new();
        let mut pages = (0..).map(PageId);
        let mut wanted = Vec::with_capacity(folders.len());
        for (folder, seen) in folders.iter().zip(&seen) {
            let page = seen.as_ref().and_then(|_| pages.next());
            wanted.push(has_changed(folder) || page.is_some_and(|page| broken.contains(&page)));
            stale.extend(page.filter(|_| wanted.last() == Some(&true)));
        }
        self.sink.begin(Stage::Parse, stale.len());
        let read: Option<Vec<Read>> = (folders.par_iter(), seen, wanted)
            .into_par_iter()
            .map(|(folder, seen, wanted)| match wanted {
                true => self.folder(folder, Copies::Published).with_face_of(seen),
                false => Some(Read::remembered(folder, seen)),
            })
            .collect();
        let read = read?;
        let index = earlier.index();
        let (kept, kept_index) = earlier.standing(&stale);
        keep(&kept, self.sink);
        Some(Part { read, stale, index, kept, kept_index })
    }

    /// Reads one folder. A folder without words in any language of the site is a fault and no page.
    pub fn folder(&self, folder: &Folder, copies: Copies) -> Read {
        let mut read = Read::default();
        let kind = PageKind::of(&folder.path);
        let mut words: Vec<Option<Words>> = self.config.languages.iter().map(|_| None).collect();
        let facts = folder.facts.and_then(|file| {
            self.file(file, &mut read, |source, faults| read_facts(file.top(), source, kind, self.config, faults))
        });
        let published =
            copies == Copies::Published && (self.drafts || !facts.as_ref().is_some_and(|facts| facts.draft));
        let mut outputs = Vec::new();
        for LanguageFile { tag, file } in &folder.words {
            let Some(language) = self.config.language(tag) else {
                read.faults.push(unknown_language(tag, file.top(), self.config));
                continue;
            };
            words[language.0] = self.file(*file, &mut read, |source, faults| {
                let Self { config, colours, sources, .. } = *self;
                let (file, files) = (*file, folder.assets.as_slice());
                let input = WordsInput { file, source, files, sources, kind, language, config, colours };
                let (words, more) = read_words(&input);
                faults.extend(more);
                if published {
                    let copy = markdown_copy(tag, &folder.path, &source.text);
                    if self.statics.iter().all(|file| file.name != copy.path) {
                        outputs.push(copy.path.clone());
                        self.sink.take(copy);
                    }
                }
                words
            });
            read.parsed += 1;
        }
        read.outputs = outputs;
        let first = words.iter().flatten().next().map(|words| words.top);
        let Some(top) = folder.facts.map(|file| file.top()).or(first) else { return read };
        if first.is_none() {
            if folder.words.is_empty() {
                let tag = &self.config.languages[0].locale.tag;
                let message = format!("`{}` has no words in any language", folder.path);
                let fault = Diagnostic::error(Code::MissingTranslation, message).at(top);
                read.faults.push(fault.help(format!("write `{tag}.md` beside this file")));
            }
            return read;
        }
        let has_facts = facts.is_some();
        let mut facts = facts.unwrap_or_default();
        facts.updated = facts.updated.or_else(|| self.last_change(folder, facts.date));
        let input = PageInput {
            path: folder.path.clone(),
            kind,
            has_facts,
            facts,
            top,
            faces: words.iter().map(|words| words.as_ref().map(Face::of)).collect(),
            extents: words.iter().map(|words| words.as_ref().map(Extent::of)).collect(),
            files: folder.assets.clone(),
        };
        read.page = Some(input);
        read.words = Some(Packed::new(&words));
        read
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
        read: &mut Read,
        parse: impl FnOnce(&Source, &mut Vec<Diagnostic>) -> T,
    ) -> Option<T> {
        let before = read.faults.len();
        let (source, faults) = read_text(self.root, &self.sources.get(file).path, file);
        read.faults.extend(faults);
        let source = source?;
        let value = parse(&source, &mut read.faults);
        if read.faults.len() > before {
            read.texts.push((file, source));
        }
        Some(value)
    }
}

impl Read {
    /// The page as the earlier build saw it.
    fn remembered(folder: &Folder, seen: Option<Seen>) -> Self {
        let Some(Seen { faces, extents, facts, has_facts, top, faults }) = seen else { return Self::default() };
        let kind = PageKind::of(&folder.path);
        let files = folder.assets.clone();
        let input = PageInput { path: folder.path.clone(), kind, facts, has_facts, top, faces, extents, files };
        Self { page: Some(input), faults, ..Self::default() }
    }

    /// The same if no other page can see a difference from what the earlier build saw.
    fn with_face_of(self, seen: Option<Seen>) -> Option<Self> {
        let same = self.page.as_ref().zip(seen.as_ref()).is_some_and(|(input, seen)| input.faces == seen.faces);
        same.then_some(self)
    }
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

/// Looks up where the part of a page stands that a fault speaks of; `words` are the page's, by language.
pub fn placed(fault: &Fault, words: &[Option<Words>]) -> Diagnostic {
    let diagnostic = fault.diagnostic.clone();
    if let Place::Known(span) = fault.place {
        return diagnostic.at(span);
    }
    let Some(Some(words)) = words.get(fault.language.0) else { return diagnostic };
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
