//! Finds what links, images, citations and lists of related pages refer to, and inverts the answers into backlinks.

mod anchor_index;
mod anchors;
mod files;
mod missing;
mod targets;

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};

use super::citations::unknown_source;
use super::{
    Around, Drafts, Face, Fault, FileRef, Generated, Page, PageId, PageInput, Place, Site, SiteFile, SourceId,
};
use crate::config::{Config, LanguageId};
use crate::content::{PageKind, Target};
use crate::diagnostic::{Code, Diagnostic, Guesses, Matter, quoted_list};
use crate::tree::Asset;

use anchor_index::AnchorIndex;

/// Where a link leads, or what an image shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// What is there.
    pub to: Destination,
    /// Set where one language is meant, whatever that of the reader.
    pub language: Option<LanguageId>,
    /// With its question mark; empty where there is none.
    pub query: String,
    /// An id in it.
    pub anchor: Option<String>,
}

/// What stands at the end of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A page.
    Page(PageId),
    /// A page that is made of others.
    Generated(Generated),
    /// A page in all its languages side by side.
    Parallel(PageId),
    /// A file that is made of others.
    SiteFile(SiteFile),
    /// A file of a page.
    File(FileRef),
    /// A file of `static/`.
    Static {
        /// Below `static/`.
        name: String,
        /// The size of an image, as in [`Asset::dimensions`](crate::tree::Asset::dimensions).
        dimensions: Option<(u32, u32)>,
    },
    /// What is at the address that was written, of another site or this one. Links that lead out of the site are not resolved.
    External,
}

impl From<Destination> for Resolved {
    fn from(to: Destination) -> Self {
        Self { to, language: None, query: String::new(), anchor: None }
    }
}

/// Pages by the last part of their paths.
struct Index {
    by_name: HashMap<String, Vec<PageId>>,
}

impl Index {
    fn new(pages: &[Page]) -> Self {
        let mut by_name: HashMap<String, Vec<PageId>> = HashMap::new();
        for (at, page) in pages.iter().enumerate() {
            by_name.entry(last_part(&page.input.path).to_owned()).or_default().push(PageId(at));
        }
        Self { by_name }
    }

    /// The pages whose path ends with these parts; the one whose whole path they are, if there is one.
    fn named(&self, pages: &[Page], name: &str) -> Vec<PageId> {
        let found = self.by_name.get(last_part(name)).map_or(&[][..], Vec::as_slice);
        let path = |id: &PageId| pages[id.0].input.path.as_str();
        if let Some(exact) = found.iter().find(|id| path(id) == name) {
            return vec![*exact];
        }
        let ends =
            |id: &&PageId| path(id).strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with('/'));
        found.iter().filter(ends).copied().collect()
    }

    /// The last parts of all paths, in no order.
    fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }
}

fn last_part(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// What the links of one language file are looked up in.
#[derive(Clone, Copy)]
struct Resolver<'a> {
    config: &'a Config,
    pages: &'a [Page],
    index: &'a Index,
    generated: &'a [Generated],
    site_files: &'a [SiteFile],
    sources: &'a HashMap<&'a str, SourceId>,
    statics: &'a [Asset],
    drafts: &'a Drafts<'a>,
    anchors: &'a AnchorIndex<'a>,
    parallel: &'a OnceCell<HashMap<&'a str, PageId>>,
    guesses: &'a Guesses,
    page: PageId,
    language: LanguageId,
}

/// Resolves everything in the site.
pub fn resolve(site: &mut Site, config: &Config, around: &Around<'_>, faults: &mut Vec<Fault>) {
    let index = Index::new(&site.pages);
    let sources: HashMap<&str, SourceId> =
        site.bibliography.iter().enumerate().map(|(at, source)| (source.key.value.as_str(), SourceId(at))).collect();
    let generated: Vec<_> = site.generated(config).collect();
    let site_files: Vec<_> = site.site_files(config).collect();
    let (anchors, parallel, guesses) = (AnchorIndex::default(), OnceCell::new(), Guesses::default());
    let (mut answers, mut unknown) = (Vec::new(), Vec::new());
    for page in site.ids() {
        let resolver = Resolver {
            config,
            pages: &site.pages,
            index: &index,
            generated: &generated,
            site_files: &site_files,
            sources: &sources,
            statics: around.statics,
            drafts: around.drafts,
            anchors: &anchors,
            parallel: &parallel,
            guesses: &guesses,
            page,
            language: LanguageId(0),
        };
        let related = resolver.related(faults);
        let mut by_language = Vec::new();
        let mut unfit_named = BTreeSet::new();
        for language in config.language_ids() {
            let resolver = Resolver { page, language, ..resolver };
            let Some(face) = &site.page(page).input.faces[language.0] else {
                by_language.push((Vec::new(), Vec::new(), Vec::new()));
                continue;
            };
            let mut fault = |place, diagnostic| faults.push(Fault { page, language, place, diagnostic });
            let mut links = Vec::new();
            for (n, target) in face.links.iter().enumerate() {
                let found = resolver.link(target).map_err(|diagnostic| {
                    let leads_nowhere = matches!(diagnostic.code, Code::BrokenLink | Code::AmbiguousLink);
                    let doubts = leads_nowhere.then_some(Matter::Links);
                    fault(Place::Link(n), doubts.into_iter().fold(diagnostic, Diagnostic::doubting));
                });
                let found = found.ok();
                if let Some(diagnostic) = found.as_ref().and_then(|found| resolver.leads_to_draft(&found.to)) {
                    fault(Place::Link(n), diagnostic);
                }
                if let Some(diagnostic) = found.as_ref().and_then(|_| resolver.written_whole(target)) {
                    fault(Place::Link(n), diagnostic);
                }
                links.push(found);
            }
            let mut images = Vec::new();
            for (n, name) in face.images.iter().enumerate() {
                let shown = resolver.shown(name).map_err(|diagnostic| fault(Place::Image(n), diagnostic)).ok();
                // One that several languages show is named once.
                let unfit = shown.as_ref().and_then(|shown| resolver.unfit_image(&shown.to, &face.images));
                if let Some((asset, diagnostic)) = unfit
                    && unfit_named.insert(asset.to_owned())
                {
                    fault(Place::Image(n), diagnostic);
                }
                images.push(shown);
            }
            let mut citations = Vec::new();
            for (n, key) in face.citations.iter().enumerate() {
                let found = key.as_ref().and_then(|key| sources.get(key.as_str()).copied());
                unknown.extend(key.as_ref().filter(|_| found.is_none()).map(|key| (page, language, n, key.clone())));
                citations.push(found);
            }
            for (n, written) in face.bracketed.iter().enumerate() {
                resolver.bracketed(written).into_iter().for_each(|diagnostic| fault(Place::Bracketed(n), diagnostic));
            }
            by_language.push((links, images, citations));
        }
        linked_images(&site.page(page).input, page, faults);
        answers.push((related, by_language));
    }
    for (at, (related, by_language)) in answers.into_iter().enumerate() {
        let page = &mut site.pages[at];
        page.related = related;
        for (language, (links, images, citations)) in by_language.into_iter().enumerate() {
            page.links[language] = links;
            page.images[language] = images;
            page.citations[language] = citations;
        }
    }
    invert_links(site);
    let of_note = |(page, language, n, key): (PageId, LanguageId, usize, String)| {
        let otherwise = format!("add the source to content/sources.toml, or define a footnote: `[^{key}]: …`");
        let diagnostic = unknown_source(site, &key, &guesses, &otherwise);
        Fault { page, language, place: Place::Note(n), diagnostic }
    };
    faults.extend(unknown.into_iter().map(of_note));
}

/// Endings of what browsers show as an image.
const IMAGES: [&str; 8] = ["svg", "png", "jpg", "jpeg", "gif", "webp", "avif", "apng"];

/// Names links to images that another language shows, and this one does not: their sign `!` was forgotten.
fn linked_images(input: &PageInput, page: PageId, faults: &mut Vec<Fault>) {
    let shown = |face: &Face, name: &str| face.images.iter().any(|image| image == name);
    let faces = || input.faces.iter().flatten();
    if faces().all(|face| face.images.is_empty()) {
        return;
    }
    for (n, face) in input.faces.iter().enumerate() {
        let Some(face) = face else { continue };
        for (link, target) in face.links.iter().enumerate() {
            let Target::Path { path, query, anchor: None } = target else { continue };
            let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
            let is_image = query.is_empty() && IMAGES.contains(&ending.as_str());
            if !is_image || shown(face, path) || !faces().any(|other| shown(other, path)) {
                continue;
            }
            let message = format!("this is a link to the image `{path}`, which another language shows");
            let diagnostic = Diagnostic::warning(Code::Markup, message);
            let diagnostic = diagnostic.help(format!("write `!` before it to show it: ![…]({path})"));
            faults.push(Fault { page, language: LanguageId(n), place: Place::Link(link), diagnostic });
        }
    }
}

/// Backlinks, terms and citing pages follow from the links.
fn invert_links(site: &mut Site) {
    let mut backlinks = vec![BTreeSet::new(); site.pages.len()];
    let mut cited_by = vec![BTreeSet::new(); site.bibliography.len()];
    for from in site.ids() {
        let mut terms = BTreeSet::new();
        for resolved in site.page(from).links.iter().flatten().flatten() {
            if let Destination::Page(to) = resolved.to
                && to != from
            {
                backlinks[to.0].insert(from);
                if site.page(to).input.kind == PageKind::Term {
                    terms.insert(to);
                }
            }
        }
        for source in site.page(from).citations.iter().flatten().flatten() {
            cited_by[source.0].insert(from);
        }
        for key in site.page(from).input.facts.named_sources() {
            if let Some(source) = site.source_of_key(&key.value) {
                cited_by[source.0].insert(from);
            }
        }
        site.pages[from.0].terms = terms.into_iter().collect();
    }
    for (page, backlinks) in site.pages.iter_mut().zip(backlinks) {
        page.backlinks = backlinks.into_iter().collect();
    }
    site.cited_by = cited_by.into_iter().map(|pages| pages.into_iter().collect()).collect();
}

impl Resolver<'_> {
    /// The pages that `page.toml` names. A name means a sibling first, and any page of that name else; it may be a path, too.
    fn related(&self, faults: &mut Vec<Fault>) -> Vec<PageId> {
        let input = &self.pages[self.page.0].input;
        let mut found = Vec::new();
        for name in &input.facts.related {
            let diagnostic = match self.related_page(&name.value) {
                Ok(other) if other == self.page => {
                    let message = format!("`{}` is this page itself", name.value);
                    Some(Diagnostic::warning(Code::InvalidValue, message).help("name other pages, or take it out"))
                }
                Ok(other) if found.contains(&other) => {
                    let message = format!("`{}` is named twice", name.value);
                    Some(Diagnostic::warning(Code::InvalidValue, message).help("name it once"))
                }
                Ok(other) => {
                    found.push(other);
                    self.leads_to_draft(&Destination::Page(other))
                }
                Err(diagnostic) => Some(diagnostic),
            };
            if let Some(diagnostic) = diagnostic {
                let place = Place::Known(name.span);
                faults.push(Fault { page: self.page, language: self.language, place, diagnostic });
            }
        }
        found
    }

    fn related_page(&self, name: &str) -> Result<PageId, Diagnostic> {
        if name.starts_with(['/', '.']) || name.ends_with('/') || name.ends_with(".md") {
            return match self.path(name, None)?.to {
                Destination::Page(page) => Ok(page),
                _ => Err(Diagnostic::error(Code::BrokenLink, format!("`{name}` is no page"))
                    .help("name a page with a folder of its own")),
            };
        }
        let path = self.pages[self.page.0].input.path.as_str();
        let sibling = path.rsplit_once('/').map_or_else(|| name.to_owned(), |(folder, _)| format!("{folder}/{name}"));
        match self.index.named(self.pages, &sibling)[..] {
            [sibling] => Ok(sibling),
            _ => self.page_of_name(name),
        }
    }

    /// What stands in square brackets, and is the key of a source or the name of a page.
    fn bracketed(&self, written: &str) -> Option<Diagnostic> {
        let inside = written.strip_prefix('[')?.strip_suffix(']')?;
        let key = inside.strip_prefix(['@', '#']).unwrap_or(inside);
        if self.sources.contains_key(key) {
            let message = format!("`{written}` is shown as it is, and `{key}` is the key of a source");
            return Some(Diagnostic::warning(Code::Markup, message).help(format!("write [^{key}] to cite it")));
        }
        let (name, _) = inside.split_once('|')?;
        let name = name.split('#').next().unwrap_or_default();
        let found = self.index.named(self.pages, name);
        (!found.is_empty()).then(|| {
            let message = format!("`{written}` is shown as it is, and `{name}` is a page");
            Diagnostic::warning(Code::Markup, message).help(format!("write a link with two brackets: [{written}]"))
        })
    }

    /// The page that `[[…]]` names.
    fn page_of_name(&self, name: &str) -> Result<PageId, Diagnostic> {
        let pages = self.pages;
        match self.index.named(pages, name)[..] {
            [page] => Ok(page),
            [] => Err(self.no_page_of_name(name)),
            ref several => {
                let paths: Vec<_> = several.iter().map(|id| pages[id.0].input.path.as_str()).collect();
                Err(Diagnostic::error(Code::AmbiguousLink, format!("several pages are called `{name}`"))
                    .because_of(missing::once_for(name))
                    .help(format!("write more of the path: {}", quoted_list(paths.iter().copied()))))
            }
        }
    }
}

fn find(pages: &[Page], path: &str) -> Option<PageId> {
    pages.binary_search_by(|page| page.input.path.as_str().cmp(path)).ok().map(PageId)
}
