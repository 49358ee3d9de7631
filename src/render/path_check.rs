//! All files that a site will come out as, before any of them is made, each with what it comes from: so that two owners of
//! one path, and names that no file can have, are found with their places, and nothing is lost when the site is written.

use std::borrow::Cow;
use std::cmp::Ordering;

use rustc_hash::FxHashSet;

use crate::config::{Config, LanguageId};
use crate::diagnostic::{Code, Diagnostic};
use crate::render::documents::Document;
use crate::render::file_names::{NameFault, fault_of_name, fold};
use crate::render::renderer::{MARKDOWN, document_path};
use crate::render::statics::{FINGERPRINTED, NO_JEKYLL, published, used_files};
use crate::search::format::manifest_path;
use crate::site::{Fault, FileRef, PageId, Place, Site, redirect_path};
use crate::text::Span;
use crate::tree::Asset;

/// What a path may have at most, in bytes: macOS takes 1,024 together with the path of the output folder.
const LONGEST_PATH: usize = 900;

/// What a site may bring itself, in `static/`, in place of what the program makes.
const REPLACED: [&str; 7] =
    ["index.html", "404.html", "robots.txt", "icon.svg", "apple-touch-icon.png", "llms.txt", NO_JEKYLL];

/// A file of the site that will come out.
#[derive(Debug)]
pub(super) struct PlannedFile<'a> {
    pub path: Cow<'a, str>,
    pub origin: Origin,
}

/// What a planned file comes from. Of two with one path, the one that comes first here is the one to be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Origin {
    /// An old path, by its number in the page's front matter.
    Redirect(PageId, LanguageId, usize),
    /// A file of a chart, by its number among those of the page that have addresses.
    Chart(PageId, LanguageId, usize),
    /// By its number among the static files.
    Static(usize),
    /// A file of a page.
    Attachment(FileRef),
    /// A page's document, …
    Page(PageId, LanguageId),
    /// … its Markdown, …
    Markdown(PageId, LanguageId),
    /// … and its languages side by side.
    Parallel(PageId),
    /// The picture of a page. A static file may take its place.
    Picture(PageId, LanguageId),
    /// What is made of all pages. A static file may take its place.
    Generated,
}

impl Origin {
    /// The page that has the file because of its own address.
    fn page(self) -> Option<PageId> {
        match self {
            Self::Attachment(FileRef(page, _)) | Self::Parallel(page) => Some(page),
            Self::Page(page, _) | Self::Markdown(page, _) | Self::Picture(page, _) => Some(page),
            Self::Redirect(..) | Self::Chart(..) | Self::Static(_) | Self::Generated => None,
        }
    }
}

/// Finds what is wrong with the paths of the site's files: errors where a file would be lost or could not be written,
/// warnings where that is so on some systems.
pub fn check_paths(config: &Config, site: &Site, statics: &[Asset]) -> (Vec<Fault>, Vec<Diagnostic>) {
    let mut check = Check { config, site, statics, faults: Vec::new(), diagnostics: Vec::new() };
    let mut files = plan(config, site, statics);
    check.check_names(&files);
    files.sort_unstable_by(|a, b| by_folder(&a.path, &b.path).then_with(|| a.origin.cmp(&b.origin)));
    check.check_collisions(&files);
    check.check_case_collisions(&files);
    (check.faults, check.diagnostics)
}

/// Every file of the site, in no order. Of the index of the search only the files whose names are fixed; the others have
/// their digests in their names.
pub(super) fn plan<'a>(config: &Config, site: &Site, statics: &'a [Asset]) -> Vec<PlannedFile<'a>> {
    let mut files = Vec::new();
    let mut add = |path: Cow<'a, str>, origin| files.push(PlannedFile { path, origin });
    for id in site.ids() {
        let address = site.page(id).address();
        for document in Document::of_page(config, site, id) {
            if let Some(origin) = origin_of(document, config, site) {
                add(document.path(config, site).into(), origin);
            }
        }
        for language in config.language_ids().filter(|language| site.page(id).speaks(*language)) {
            let folder = config.folder(language);
            if config.output.markdown {
                add(document_path(folder, address, MARKDOWN).into(), Origin::Markdown(id, language));
            }
        }
    }
    for (n, asset) in statics.iter().enumerate() {
        // Sheets and scripts are published under the digest of what they become: here only its length counts.
        let path = match asset.name.strip_prefix(FINGERPRINTED) {
            Some(name) => Cow::Owned(published(name, &asset.digest)),
            None => Cow::Borrowed(asset.name.as_str()),
        };
        add(path, Origin::Static(n));
    }
    for (path, file) in used_files(site) {
        add(path.into(), Origin::Attachment(file));
    }
    let documents = Document::of_site(config, site)
        .into_iter()
        .chain(Document::of_texts(config, site))
        .map(|document| document.path(config, site));
    let manifests =
        config.languages.iter().filter(|_| config.output.search).map(|language| manifest_path(&language.locale.tag));
    for path in documents.chain(manifests).chain([NO_JEKYLL.to_owned()]) {
        add(path.into(), Origin::Generated);
    }
    files
}

/// Nothing for a redirect from what is no path, which is reported where redirects are checked.
fn origin_of(document: Document, config: &Config, site: &Site) -> Option<Origin> {
    match document {
        Document::Page(page, language) => Some(Origin::Page(page, language)),
        Document::Redirect(page, language, n) => {
            let face = site.page(page).input.faces[language.0].as_ref();
            let written = face.and_then(|face| face.redirects.get(n))?;
            redirect_path(written, config.folder(language)).map(|_| Origin::Redirect(page, language, n))
        }
        Document::OldParallel(page, language, n) => Some(Origin::Redirect(page, language, n)),
        Document::Parallel(page) => Some(Origin::Parallel(page)),
        Document::SocialImage(page, language) => Some(Origin::Picture(page, language)),
        Document::Chart(page, language, n, _) => Some(Origin::Chart(page, language, n)),
        _ => Some(Origin::Generated),
    }
}

/// The order in which a file comes just before what would be in a folder of its name.
fn by_folder(a: &str, b: &str) -> Ordering {
    let rank = |byte: &u8| if *byte == b'/' { 0 } else { u16::from(*byte) + 1 };
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let shared = a.iter().zip(b).position(|(a, b)| a != b).unwrap_or(a.len().min(b.len()));
    a.get(shared).map(rank).cmp(&b.get(shared).map(rank))
}

/// How two paths get into each other's way.
fn clash(a: &str, b: &str) -> Option<Clash> {
    match b.strip_prefix(a) {
        Some("") => Some(Clash::Same),
        Some(rest) if rest.starts_with('/') => Some(Clash::Folder),
        _ => None,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Clash {
    Same,
    /// The second is in a folder of the name of the first.
    Folder,
}

struct Check<'a> {
    config: &'a Config,
    site: &'a Site,
    statics: &'a [Asset],
    faults: Vec<Fault>,
    diagnostics: Vec<Diagnostic>,
}

impl Check<'_> {
    /// Two files at one path, or a file where a folder is needed. `files` are in the order of [`by_folder`].
    fn check_collisions(&mut self, files: &[PlannedFile<'_>]) {
        // The files that would be folders above the one that is looked at, the outermost first.
        let mut above: Vec<&PlannedFile<'_>> = Vec::new();
        let mut reported = FxHashSet::default();
        for file in files {
            while above.last().is_some_and(|last| clash(&last.path, &file.path).is_none()) {
                above.pop();
            }
            for first in above.iter().copied() {
                let kind = clash(&first.path, &file.path).unwrap_or(Clash::Same);
                if kind == Clash::Same && self.may_share(first.origin, file.origin) {
                    self.check_replacement(first, file);
                    continue;
                }
                // One file that cannot be is one fault, whatever else it is in the way of.
                let (to_change, other) = blame(kind, first, file);
                if reported.insert(to_change.origin) {
                    let diagnostic = self.collision_diagnostic(kind, first, to_change, other);
                    self.report(to_change.origin, diagnostic);
                }
            }
            if above.last().is_none_or(|last| last.path != file.path) {
                above.push(file);
            }
        }
    }

    /// A file of the author's takes the place of one that is made of all pages: for the few that sites write by themselves
    /// this is the way, and elsewhere it may be meant.
    fn check_replacement(&mut self, own: &PlannedFile<'_>, made: &PlannedFile<'_>) {
        let is_own = matches!((own.origin, made.origin), (Origin::Static(_), Origin::Generated));
        if is_own && !REPLACED.contains(&&*own.path) {
            let path = shown(&own.path);
            let message =
                format!("{} takes the place of `{path}`, which the program makes of the site", self.describe(own));
            let warning = Diagnostic::warning(Code::DuplicatePath, message);
            self.diagnostics.push(warning.help("remove the file, or give it another name"));
        }
    }

    /// Whether two files of one path do no harm, or have been reported with the site's addresses.
    fn may_share(&self, a: Origin, b: Origin) -> bool {
        if let (Some(a), Some(b)) = (a.page(), b.page())
            && a != b
            && self.site.page(a).address() == self.site.page(b).address()
        {
            return true;
        }
        match (a, b) {
            (Origin::Static(_), Origin::Generated | Origin::Picture(..)) => true,
            (Origin::Redirect(..), Origin::Redirect(..) | Origin::Page(..)) => true,
            (Origin::Page(..), Origin::Page(..)) | (Origin::Markdown(..), Origin::Markdown(..)) => true,
            (Origin::Picture(..), Origin::Picture(..)) => true,
            (Origin::Redirect(..) | Origin::Page(..) | Origin::Picture(..), Origin::Generated) => true,
            // Such files are named by what is in them.
            (Origin::Static(_) | Origin::Attachment(_), Origin::Static(_) | Origin::Attachment(_)) => {
                self.asset(a).zip(self.asset(b)).is_some_and(|(a, b)| a.bytes == b.bytes)
            }
            _ => false,
        }
    }

    fn asset(&self, origin: Origin) -> Option<&Asset> {
        match origin {
            Origin::Static(n) => self.statics.get(n),
            Origin::Attachment(file) => self.site.page(file.0).input.files.get(file.1),
            _ => None,
        }
    }

    fn collision_diagnostic(
        &self,
        kind: Clash,
        first: &PlannedFile<'_>,
        to_change: &PlannedFile<'_>,
        other: &PlannedFile<'_>,
    ) -> Diagnostic {
        let (this, that, path) = (self.describe(to_change), self.describe(other), shown(&first.path));
        let message = match kind {
            Clash::Same => format!("{this} would be `{path}` on the site, and so would {that}"),
            Clash::Folder if std::ptr::eq(to_change, first) => {
                format!("{this} would be the file `{path}` on the site, where {that} needs a folder")
            }
            Clash::Folder => format!("{this} needs a folder `{path}` on the site, where {that} is a file"),
        };
        Diagnostic::error(Code::DuplicatePath, message).help(self.remedy(to_change.origin))
    }

    /// Paths that are one where a file system does not tell capitals or forms of Unicode apart, as those of macOS and Windows.
    fn check_case_collisions(&mut self, files: &[PlannedFile<'_>]) {
        let mut folded: Vec<(Cow<'_, str>, &PlannedFile<'_>)> =
            files.iter().map(|file| (fold(&file.path), file)).collect();
        // Paths that stay as they are cannot meet but where they are equal.
        if folded.iter().all(|(key, file)| **key == *file.path) {
            return;
        }
        folded.sort_by(|(a, _), (b, _)| by_folder(a, b));
        let mut before: Option<(&str, &PlannedFile<'_>)> = None;
        let mut reported = FxHashSet::default();
        for (key, file) in &folded {
            let met = before.filter(|(first, _)| clash(first, key).is_some());
            let Some((_, first)) = met else {
                before = Some((key, file));
                continue;
            };
            if clash(&first.path, &file.path).is_some() || self.may_share_bytes(first.origin, file.origin) {
                continue;
            }
            let (to_change, other) = blame(Clash::Same, first, file);
            if reported.insert(to_change.origin) {
                let message = format!(
                    "{} (`{}`) and {} (`{}`) are one file on systems that do not tell capitals or forms of Unicode apart",
                    self.describe(to_change),
                    shown(&to_change.path),
                    self.describe(other),
                    shown(&other.path),
                );
                let warning = Diagnostic::warning(Code::DuplicatePath, message).help(self.remedy(to_change.origin));
                self.report(to_change.origin, warning);
            }
        }
    }

    fn may_share_bytes(&self, a: Origin, b: Origin) -> bool {
        self.asset(a).zip(self.asset(b)).is_some_and(|(a, b)| a.bytes == b.bytes)
    }

    /// Names that no file can have, or not on every system.
    fn check_names(&mut self, files: &[PlannedFile<'_>]) {
        let mut reported = FxHashSet::default();
        for file in files {
            let wrong = if file.path.len() > LONGEST_PATH {
                let what = format!("{} bytes, and {LONGEST_PATH} is the most that all systems take", file.path.len());
                Some(Diagnostic::error(Code::InvalidPath, format!("{} has a path of {what}", self.describe(file))))
            } else {
                self.own_parts(file).find_map(|part| Some(self.wrong_name(file, part, fault_of_name(part)?)))
            };
            // A page is reported once, and not in every language and form.
            let subject = match file.origin {
                Origin::Page(page, _) | Origin::Markdown(page, _) | Origin::Parallel(page) => Origin::Parallel(page),
                other => other,
            };
            if let Some(diagnostic) = wrong
                && reported.insert(subject)
            {
                self.report(file.origin, diagnostic.help(self.remedy(file.origin)));
            }
        }
    }

    fn wrong_name(&self, file: &PlannedFile<'_>, part: &str, (severity, why): (NameFault, String)) -> Diagnostic {
        let message = format!("{} has the name `{}`, {why}", self.describe(file), shown(part));
        match severity {
            NameFault::Impossible => Diagnostic::error(Code::InvalidPath, message),
            NameFault::NotEverywhere => Diagnostic::warning(Code::InvalidPath, message),
        }
    }

    /// The parts of a path that its origin has named: of a page the last, as the others are those of its parents.
    fn own_parts<'f>(&self, file: &'f PlannedFile<'_>) -> impl Iterator<Item = &'f str> + use<'f> {
        let parts = file.path.split('/');
        let (skip, take) = match file.origin {
            Origin::Generated | Origin::Picture(..) | Origin::Markdown(..) | Origin::Parallel(_) => (0, 0),
            Origin::Page(_, language) => {
                let above = usize::from(!self.config.folder(language).is_empty());
                (file.path.matches('/').count().saturating_sub(1).max(above), 1)
            }
            _ => (0, usize::MAX),
        };
        parts.skip(skip).take(take)
    }

    /// The slug by which the page of a file has its address.
    fn slug(&self, origin: Origin) -> Option<Span> {
        let is_named_by_page = !matches!(origin, Origin::Attachment(_));
        let page = origin.page().filter(|_| is_named_by_page)?;
        self.site.page(page).input.facts.slug.as_ref().map(|slug| slug.span)
    }

    fn remedy(&self, origin: Origin) -> &'static str {
        match origin {
            Origin::Redirect(..) => {
                "a redirect starts from the path of a page that is no longer used; remove it if it is none"
            }
            Origin::Chart(..) => "give the chart another name: id = \"…\" in its block",
            Origin::Static(_) | Origin::Attachment(_) => "rename the file, or move it to another folder",
            Origin::Page(..) | Origin::Markdown(..) | Origin::Parallel(_) if self.slug(origin).is_some() => {
                "give the page another slug"
            }
            Origin::Page(..) | Origin::Markdown(..) | Origin::Parallel(_) => "rename the page's folder",
            Origin::Picture(..) | Origin::Generated => "give what is in its way another name",
        }
    }

    fn report(&mut self, origin: Origin, diagnostic: Diagnostic) {
        let by_slug = origin.page().zip(self.slug(origin));
        let by_slug =
            by_slug.map(|(page, slug)| (page, self.site.page(page).face(LanguageId(0)).0, Place::Known(slug)));
        let (page, language, place) = match origin {
            Origin::Page(..) | Origin::Markdown(..) | Origin::Parallel(_) if by_slug.is_some() => {
                let Some(place) = by_slug else { return };
                place
            }
            Origin::Redirect(page, language, n) => (page, language, Place::Redirect(n)),
            Origin::Page(page, language) | Origin::Markdown(page, language) | Origin::Picture(page, language) => {
                (page, self.site.page(page).face(language).0, Place::Section(None))
            }
            Origin::Parallel(page) => {
                (page, self.site.page(page).face(LanguageId(0)).0, Place::Known(self.site.page(page).input.top))
            }
            Origin::Attachment(FileRef(page, _)) => {
                (page, self.site.page(page).face(LanguageId(0)).0, Place::Known(self.site.page(page).input.top))
            }
            Origin::Chart(page, language, n) => {
                let link = self.site.page(page).data_link(language, n);
                (page, language, link.map_or(Place::Section(None), Place::Link))
            }
            Origin::Static(_) | Origin::Generated => return self.diagnostics.push(diagnostic),
        };
        self.faults.push(Fault { page, language, place, diagnostic });
    }

    /// What a file comes from, in words, with the file of the site that says so.
    fn describe(&self, file: &PlannedFile<'_>) -> String {
        let tag = |language: LanguageId| self.config.at(language).locale.tag.as_str();
        let words = |page: PageId, language: LanguageId| {
            let page = self.site.page(page);
            let below = if page.input.path.is_empty() { "" } else { "/" };
            format!("`content{below}{}/{}.md`", page.input.path, tag(page.face(language).0))
        };
        match file.origin {
            Origin::Redirect(page, language, n) => {
                let face = self.site.page(page).input.faces[language.0].as_ref();
                let written = face.and_then(|face| face.redirects.get(n)).map_or("", String::as_str);
                format!("the redirect `{}` of {}", shown(written), words(page, language))
            }
            Origin::Static(n) => {
                let asset = self.statics.get(n);
                let default = if asset.is_some_and(|asset| asset.default) { "the default " } else { "" };
                format!("{default}`static/{}`", shown(asset.map_or("", |asset| &asset.name)))
            }
            Origin::Attachment(file) => {
                let input = &self.site.page(file.0).input;
                let below = if input.path.is_empty() { "" } else { "/" };
                let name = input.files.get(file.1).map_or("", |asset| &asset.name);
                format!("the file `content{below}{}/{}`", input.path, shown(name))
            }
            Origin::Page(page, language) => format!("the page {} in `{}`", words(page, language), tag(language)),
            Origin::Markdown(page, language) => format!("the Markdown of {}", words(page, language)),
            Origin::Parallel(page) => {
                format!("the parallel reading of `content/{}`", self.site.page(page).input.path)
            }
            Origin::Chart(page, language, n) => {
                let charts = &self.site.page(page).charts;
                format!("the chart `{}` of {}", charts.get(n).map_or("", |chart| &chart.id), words(page, language))
            }
            Origin::Picture(page, language) => format!("the social image of {}", words(page, language)),
            Origin::Generated => format!("the generated file `{}`", shown(&file.path)),
        }
    }
}

/// The one of two that is to be changed, and the other. A file of the author's where others need a folder is in the way of
/// all of them.
fn blame<'f>(
    kind: Clash,
    first: &'f PlannedFile<'f>,
    second: &'f PlannedFile<'f>,
) -> (&'f PlannedFile<'f>, &'f PlannedFile<'f>) {
    // An old address that is that of the file itself was written without looking.
    let is_redirect_to_it = matches!(second.origin, Origin::Redirect(..))
        && second.path.strip_prefix(&*first.path).is_some_and(|rest| rest == "/index.html");
    let is_in_the_way = kind == Clash::Folder
        && matches!(first.origin, Origin::Static(_) | Origin::Attachment(_))
        && !is_redirect_to_it;
    if is_in_the_way || first.origin <= second.origin { (first, second) } else { (second, first) }
}

/// A name as it can be printed in one line.
fn shown(name: &str) -> String {
    const LONGEST_SHOWN: usize = 80;
    let mut shown: String = name
        .chars()
        .take(LONGEST_SHOWN)
        .map(|c| {
            if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') {
                c.escape_default().to_string()
            } else {
                c.into()
            }
        })
        .collect();
    if name.chars().nth(LONGEST_SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_comes_just_before_what_is_in_a_folder_of_its_name() {
        let mut paths = ["a-b", "a/x", "a", "a.b", "a/x/y", "b", "a!/x", "a/é"];
        paths.sort_by(|a, b| by_folder(a, b));
        assert_eq!(paths, ["a", "a/x", "a/x/y", "a/é", "a!/x", "a-b", "a.b", "b"]);
    }

    #[test]
    fn paths_meet_where_they_are_one_or_one_is_in_the_other() {
        assert!(matches!(clash("a/b", "a/b"), Some(Clash::Same)));
        assert!(matches!(clash("a/b", "a/b/c"), Some(Clash::Folder)));
        assert!(clash("a/b", "a/bc").is_none() && clash("a/b/c", "a/b").is_none());
    }
}
