//! Finds what links, images, citations and lists of related pages refer to, and inverts the answers into backlinks.

use std::collections::{BTreeSet, HashMap};

use super::{Fault, FileRef, Generated, Page, PageId, Place, Site, SourceId};
use crate::config::{Config, LanguageId};
use crate::content::{PageKind, Target};
use crate::diagnostic::{Code, Diagnostic, nearest, quoted_list};

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// A page, and an id in it.
    Page(PageId, Option<String>),
    /// A generated page.
    Generated(Generated),
    /// A file of a page.
    File(FileRef),
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

    fn names(&self) -> BTreeSet<&str> {
        self.by_name.keys().map(String::as_str).collect()
    }
}

fn last_part(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

struct Resolver<'a> {
    pages: &'a [Page],
    index: &'a Index,
    page: PageId,
    language: LanguageId,
    /// The language's tag, as it stands in file names.
    tag: &'a str,
}

/// Resolves everything in the site.
pub fn resolve(site: &mut Site, config: &Config, faults: &mut Vec<Fault>) {
    let index = Index::new(&site.pages);
    let sources: HashMap<&str, SourceId> =
        site.bibliography.iter().enumerate().map(|(at, source)| (source.key.value.as_str(), SourceId(at))).collect();
    let mut answers = Vec::new();
    for page in site.ids() {
        let related = related(&site.pages, &index, page, faults);
        let mut by_language = Vec::new();
        for language in config.language_ids() {
            let tag = config.at(language).locale.tag.as_str();
            let resolver = Resolver { pages: &site.pages, index: &index, page, language, tag };
            let Some(face) = &site.page(page).input.faces[language.0] else {
                by_language.push((Vec::new(), Vec::new(), Vec::new()));
                continue;
            };
            let mut fault = |place, diagnostic| faults.push(Fault { page, language, place, diagnostic });
            let mut links = Vec::new();
            for (n, target) in face.links.iter().enumerate() {
                links.push(resolver.link(target).map_err(|diagnostic| fault(Place::Link(n), diagnostic)).ok());
            }
            let mut images = Vec::new();
            for (n, name) in face.images.iter().enumerate() {
                images.push(resolver.image(name).map_err(|diagnostic| fault(Place::Image(n), diagnostic)).ok());
            }
            let mut citations = Vec::new();
            for (n, key) in face.citations.iter().enumerate() {
                let found = key.as_ref().map(|key| sources.get(key.as_str()).copied().ok_or(key));
                citations.push(found.and_then(|found| {
                    found.map_err(|key| fault(Place::Note(n), unknown_citation(key, &sources))).ok()
                }));
            }
            by_language.push((links, images, citations));
        }
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
}

/// Backlinks, terms and citing pages follow from the links.
fn invert_links(site: &mut Site) {
    let mut backlinks = vec![BTreeSet::new(); site.pages.len()];
    let mut cited_by = vec![BTreeSet::new(); site.bibliography.len()];
    for from in site.ids() {
        let mut terms = BTreeSet::new();
        for resolved in site.page(from).links.iter().flatten().flatten() {
            if let Resolved::Page(to, _) = resolved
                && *to != from
            {
                backlinks[to.0].insert(from);
                if site.page(*to).input.kind == PageKind::Term {
                    terms.insert(*to);
                }
            }
        }
        for source in site.page(from).citations.iter().flatten().flatten() {
            cited_by[source.0].insert(from);
        }
        site.pages[from.0].terms = terms.into_iter().collect();
    }
    for (page, backlinks) in site.pages.iter_mut().zip(backlinks) {
        page.backlinks = backlinks.into_iter().collect();
    }
    site.cited_by = cited_by.into_iter().map(|pages| pages.into_iter().collect()).collect();
}

/// A name in `related` means a sibling first, and any page of that name else.
fn related(pages: &[Page], index: &Index, page: PageId, faults: &mut Vec<Fault>) -> Vec<PageId> {
    let input = &pages[page.0].input;
    let folder = input.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut found = Vec::new();
    for name in &input.facts.related {
        let sibling = if folder.is_empty() { name.value.clone() } else { format!("{folder}/{}", name.value) };
        let answer = match index.named(pages, &sibling)[..] {
            [sibling] => Ok(sibling),
            _ => one(pages, index, &name.value),
        };
        match answer {
            Ok(other) if other != page && !found.contains(&other) => found.push(other),
            Ok(_) => {}
            Err(diagnostic) => {
                faults.push(Fault { page, language: LanguageId(0), place: Place::Known(name.span), diagnostic });
            }
        }
    }
    found
}

fn one(pages: &[Page], index: &Index, name: &str) -> Result<PageId, Diagnostic> {
    match index.named(pages, name)[..] {
        [page] => Ok(page),
        [] => {
            let fault = Diagnostic::error(Code::BrokenLink, format!("there is no page `{name}`"));
            Err(fault.nearest(
                last_part(name),
                index.names(),
                "write the last part of the page's path, such as [[open-source]]",
            ))
        }
        ref several => {
            let paths: Vec<_> = several.iter().map(|id| pages[id.0].input.path.as_str()).collect();
            Err(Diagnostic::error(Code::AmbiguousLink, format!("several pages are called `{name}`"))
                .help(format!("write more of the path: {}", quoted_list(paths.iter().copied()))))
        }
    }
}

fn unknown_citation(key: &str, sources: &HashMap<&str, SourceId>) -> Diagnostic {
    let keys: BTreeSet<&str> = sources.keys().copied().collect();
    Diagnostic::error(Code::UnknownCitation, format!("no source has the key `{key}`")).nearest(
        key,
        keys,
        "add the source to content/sources.toml, or define a footnote: [^key]: …",
    )
}

impl Resolver<'_> {
    fn link(&self, target: &Target) -> Result<Resolved, Diagnostic> {
        match target {
            Target::Wiki { page, anchor } if page.is_empty() => self.anchored(self.page, anchor),
            Target::Wiki { page, anchor } => match generated(page) {
                Some(generated) if self.index.named(self.pages, page).is_empty() => Ok(Resolved::Generated(generated)),
                _ => self.anchored(one(self.pages, self.index, page)?, anchor),
            },
            Target::Path { path, anchor } if path.is_empty() => self.anchored(self.page, anchor),
            Target::Path { path, anchor } => self.path(path, anchor),
            // The content stage keeps only links within the site.
            Target::External | Target::Forbidden => {
                Err(Diagnostic::error(Code::BrokenLink, "this link leads out of the site"))
            }
        }
    }

    fn path(&self, written: &str, anchor: &Option<String>) -> Result<Resolved, Diagnostic> {
        let missing = |path: &str| {
            let fault = Diagnostic::error(Code::BrokenLink, format!("there is neither a page nor a file at `{path}`"));
            let all: BTreeSet<&str> = self.pages.iter().map(|page| page.input.path.as_str()).collect();
            match nearest(path, all) {
                Some(near) => fault.help(format!("did you mean `/{near}/`?")),
                None => fault.help(
                    "give a path from the content folder, such as /dimensions/open-source/, or a file beside this page",
                ),
            }
        };
        let Some(path) = self.absolute(written) else { return Err(missing(written)) };
        if let Some(file) = self.file(&path) {
            return Ok(Resolved::File(file));
        }
        // `../open-source/en.md` is the page, too: that is how the link works in the repository's own view.
        let folder = path.strip_suffix(".md").map(|page| page.rsplit_once('/').map_or("", |(folder, _)| folder));
        let path = folder.unwrap_or(&path);
        if let Some(page) = find(self.pages, path) {
            return self.anchored(page, anchor);
        }
        generated(path).map(Resolved::Generated).ok_or_else(|| missing(path))
    }

    /// A path from the content folder, without dots; `None` if it leads out of it.
    fn absolute(&self, written: &str) -> Option<String> {
        let own = self.pages[self.page.0].input.path.as_str();
        let (base, written) = match written.strip_prefix('/') {
            Some(rest) => ("", rest),
            None => (own, written),
        };
        let mut parts: Vec<&str> = base.split('/').filter(|part| !part.is_empty()).collect();
        for part in written.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                part => parts.push(part),
            }
        }
        Some(parts.join("/"))
    }

    /// The file at a path: the one made for this language, if there is one.
    fn file(&self, path: &str) -> Option<FileRef> {
        let mut folder = path;
        while let Some((above, _)) = folder.rsplit_once('/') {
            folder = above;
            if let Some(page) = find(self.pages, folder) {
                return self.file_in(page, &path[folder.len() + 1..]);
            }
        }
        self.file_in(find(self.pages, "")?, path)
    }

    fn file_in(&self, page: PageId, name: &str) -> Option<FileRef> {
        let files = &self.pages[page.0].input.files;
        let at = |name: &str| files.iter().position(|file| file.name == name);
        let tag = self.tag;
        let own = name.rsplit_once('.').and_then(|(stem, ending)| at(&format!("{stem}.{tag}.{ending}")));
        own.or_else(|| at(name)).map(|at| FileRef(page, at))
    }

    fn image(&self, written: &str) -> Result<FileRef, Diagnostic> {
        let found = match Target::inline(written) {
            Target::Path { path, .. } => self.absolute(&path).and_then(|path| self.file(&path)),
            Target::External => {
                return Err(Diagnostic::error(Code::MissingImage, format!("the image `{written}` is on another site"))
                    .help("put the file beside the page: a reader's browser asks nobody else for anything"));
            }
            _ => None,
        };
        found.ok_or_else(|| {
            let files = self.pages[self.page.0].input.files.iter().map(|file| file.name.as_str());
            Diagnostic::error(Code::MissingImage, format!("there is no image `{written}`")).nearest(
                written,
                files,
                "put the file into the page's folder and name it as it is called there",
            )
        })
    }

    fn anchored(&self, page: PageId, anchor: &Option<String>) -> Result<Resolved, Diagnostic> {
        let target = &self.pages[page.0];
        if let Some(anchor) = anchor {
            let (_, face) = target.face(self.language);
            if !face.anchors.contains(anchor) {
                let title = if page == self.page { "this page".to_owned() } else { format!("`{}`", target.input.path) };
                let otherwise = match face.anchors.is_empty() {
                    true => "link to the page as a whole".to_owned(),
                    false => format!("its headings are {}", quoted_list(face.anchors.iter().map(String::as_str))),
                };
                return Err(Diagnostic::error(Code::BrokenAnchor, format!("{title} has no heading `#{anchor}`"))
                    .nearest(anchor, face.anchors.iter().map(String::as_str), &otherwise));
            }
        }
        Ok(Resolved::Page(page, anchor.clone()))
    }
}

fn find(pages: &[Page], path: &str) -> Option<PageId> {
    pages.binary_search_by(|page| page.input.path.as_str().cmp(path)).ok().map(PageId)
}

fn generated(path: &str) -> Option<Generated> {
    Generated::ALL.into_iter().find(|generated| generated.path() == path)
}
