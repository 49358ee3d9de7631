//! What is at the end of a link. A path is read as GitHub shows it, from the folder of the file that it stands in, and as
//! the site shows it: `../x/`, `../x/en.md`, `../x/README.md` and `../x.html` are one page.

use std::collections::HashMap;

use super::{Destination, Resolved, Resolver, find};
use crate::config::LanguageId;
use crate::content::Target;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::site::checks::redirect_path;
use crate::site::{Generated, Page, PageId};

/// Where a path points in the repository, parts joined by `/`, without dots.
pub(super) enum PlaceOfPath {
    /// Below `content/`; also whatever begins with a slash, which is below the site.
    Content(String),
    /// Below `static/`.
    Static(String),
    /// Elsewhere: the path from the root of the repository, or nothing if it leads out of that.
    Outside(Option<String>),
}

/// A page as a path names it.
struct NamedPage<'a> {
    path: &'a str,
    /// Set where the path names a file of one language.
    language: Option<LanguageId>,
}

impl<'a> Resolver<'a> {
    /// Where a link leads.
    pub(super) fn link(&self, target: &Target) -> Result<Resolved, Diagnostic> {
        match target {
            Target::Wiki { page, anchor } if page.is_empty() => self.section(self.page, None, anchor.as_deref()),
            Target::Wiki { page, anchor } => match self.generated(page) {
                Some(generated) if self.index.named(self.pages, page).is_empty() => {
                    self.with_anchor(Destination::Generated(generated), anchor.as_deref())
                }
                _ => {
                    let found = self.page_of_name(page);
                    let found = found.map_err(|fault| self.file_for_page(page).unwrap_or(fault))?;
                    self.section(found, None, anchor.as_deref())
                }
            },
            Target::Path { path, query, anchor } if path.is_empty() => {
                let resolved = self.section(self.page, None, anchor.as_deref())?;
                Ok(Resolved { query: query.clone(), ..resolved })
            }
            Target::Path { path, query, anchor } => {
                let resolved = self.path(path, anchor.as_deref())?;
                Ok(Resolved { query: query.clone(), ..resolved })
            }
            Target::OwnAddress { path, anchor, .. } => self.own_address(path, anchor.as_deref()),
            Target::Preview { path, anchor } => self.preview(path, anchor.as_deref()),
            // The content stage keeps only links within the site.
            Target::External | Target::Forbidden => {
                Err(Diagnostic::error(Code::BrokenLink, "this link leads out of the site"))
            }
        }
    }

    /// An address of this site that was written whole. It names what is published, and what a redirect or a slug says.
    fn own_address(&self, path: &str, anchor: Option<&str>) -> Result<Resolved, Diagnostic> {
        let named = path.trim_matches('/');
        let is_redirect = || {
            self.config.language_ids().any(|language| {
                let is_old = |old: &String| redirect_path(old, self.config.folder(language)).as_deref() == Some(named);
                self.pages
                    .iter()
                    .flat_map(|page| &page.input.faces[language.0])
                    .any(|face| face.redirects.iter().any(is_old))
            })
        };
        match self.path(path, anchor) {
            Err(mut fault) if fault.code == Code::BrokenAnchor || self.at_slug(named).is_none() && !is_redirect() => {
                fault.severity = Severity::Warning;
                fault.message = format!("this is an address of the site itself: {}", fault.message);
                Err(fault)
            }
            _ => Ok(Destination::External.into()),
        }
    }

    /// A page of this site that a link with words names by its whole address.
    pub(super) fn written_whole(&self, target: &Target) -> Option<Diagnostic> {
        let Target::OwnAddress { path, anchor, is_shown: false } = target else { return None };
        let named = path.trim_matches('/');
        let (first, below) = named.split_once('/').unwrap_or((named, ""));
        let language = self.config.language_ids().find(|language| self.config.folder(*language) == first);
        let page = match language {
            Some(_) => find(self.pages, below).or_else(|| self.at_slug(named)),
            None => find(self.pages, named).filter(|_| self.config.root.is_some() && !named.is_empty()),
        }?;
        let message = "this is the whole address of a page of this site, which no copy or preview of the site leads to";
        let folder = self.spelt(&self.pages[page.0].input.path, "../");
        let other = language.filter(|language| *language != self.language);
        let file = other.map_or_else(String::new, |other| format!("{}.md", self.config.at(other).locale.tag));
        let anchor = anchor.as_ref().map_or_else(String::new, |anchor| format!("#{anchor}"));
        Some(Diagnostic::warning(Code::Markup, message).help(format!("write `{folder}{file}{anchor}` in its place")))
    }

    /// An address of the author's own machine. Below the folder of a language it is one at which `serve` has shown a page.
    fn preview(&self, path: &str, anchor: Option<&str>) -> Result<Resolved, Diagnostic> {
        let named = path.trim_matches('/');
        let first = named.split('/').next().unwrap_or_default();
        let is_of_language =
            !first.is_empty() && self.config.language_ids().any(|language| self.config.folder(language) == first);
        let page = match self.path(path, None) {
            Ok(Resolved { to: Destination::Page(page), .. }) => Some(page),
            _ => self.at_slug(named),
        };
        let Some(page) = page.filter(|_| is_of_language) else { return Ok(Destination::External.into()) };
        let message = "this is an address of your own machine, and leads readers nowhere";
        let anchor = anchor.map_or_else(String::new, |anchor| format!("#{anchor}"));
        let help = format!("write `{}{anchor}`", self.spelt(&self.pages[page.0].input.path, "../"));
        Err(Diagnostic::error(Code::BrokenLink, message).help(help))
    }

    /// What is at a path.
    pub(super) fn path(&self, written: &str, anchor: Option<&str>) -> Result<Resolved, Diagnostic> {
        let place = self.place_of(written);
        let found = match &place {
            PlaceOfPath::Content(path) if written.starts_with('/') => self.below_site(path, anchor),
            PlaceOfPath::Content(path) => self.in_content(path, anchor),
            PlaceOfPath::Static(name) => self.in_static(name, anchor),
            PlaceOfPath::Outside(_) => None,
        };
        found.unwrap_or_else(|| Err(self.missing(written, &place)))
    }

    /// Where a path points. One that begins with a slash is below the site; any other begins in the folder of the page.
    pub(super) fn place_of(&self, written: &str) -> PlaceOfPath {
        let own = self.pages[self.page.0].input.path.as_str();
        let is_rooted = written.starts_with('/');
        let base = if is_rooted { String::new() } else { format!("content/{own}") };
        let mut parts: Vec<&str> = base.split('/').filter(|part| !part.is_empty()).collect();
        for part in written.split('/') {
            match part {
                "" | "." => {}
                ".." if parts.pop().is_none() => return PlaceOfPath::Outside(None),
                ".." => {}
                part => parts.push(part),
            }
        }
        match parts.as_slice() {
            below if is_rooted => PlaceOfPath::Content(below.join("/")),
            ["content", below @ ..] => PlaceOfPath::Content(below.join("/")),
            ["static", below @ ..] => PlaceOfPath::Static(below.join("/")),
            all => PlaceOfPath::Outside(Some(all.join("/"))),
        }
    }

    /// What is at a path that begins with a slash: first below `content/`, then in `static/`, then a page side by side, then
    /// below the folder of a language, then as GitHub reads it, from the root of the repository.
    fn below_site(&self, path: &str, anchor: Option<&str>) -> Option<Result<Resolved, Diagnostic>> {
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        let in_language = || {
            let language = self.config.language(first)?;
            // The anchor is one of that language.
            let found = self.in_content(rest, None)?;
            Some(found.and_then(|resolved| self.in_language(resolved, language, anchor)))
        };
        let in_repository = || match first {
            "content" => self.in_content(rest, anchor),
            "static" => self.in_static(rest, anchor),
            _ => None,
        };
        let side_by_side = || {
            let page = *self.parallel_pages().get(rest).filter(|_| first == "parallel")?;
            let anchor = anchor.map(|anchor| self.id_side_by_side(page, anchor)).transpose();
            Some(anchor.map(|anchor| Resolved { anchor, ..Destination::Parallel(page).into() }))
        };
        self.in_content(path, anchor)
            .or_else(|| self.in_static(path, anchor))
            .or_else(side_by_side)
            .or_else(in_language)
            .or_else(in_repository)
    }

    /// What is at a path below `content/`; nothing if nothing is.
    pub(super) fn in_content(&self, path: &str, anchor: Option<&str>) -> Option<Result<Resolved, Diagnostic>> {
        if let Some(file) = self.file(path) {
            return Some(self.published(file).map(|to| Resolved { anchor: anchor.map(str::to_owned), ..to.into() }));
        }
        let NamedPage { path, language } = self.named_page(path);
        if let Some(page) = find(self.pages, path) {
            return Some(self.section(page, language, anchor));
        }
        let of_site = self.site_files.iter().copied().find(|file| file.path() == path);
        let of_site = of_site.map(Destination::SiteFile);
        let to = self.generated(path).map(Destination::Generated).or(of_site)?;
        Some(self.with_anchor(to, anchor))
    }

    /// The pages that stand in all their languages side by side, by their names there.
    fn parallel_pages(&self) -> &'a HashMap<&'a str, PageId> {
        self.parallel.get_or_init(|| {
            let name = |(at, page): (usize, &'a Page)| Some((page.parallel_name()?, PageId(at)));
            self.pages.iter().enumerate().rev().filter_map(name).collect()
        })
    }

    fn generated(&self, path: &str) -> Option<Generated> {
        self.generated.iter().copied().find(|generated| generated.path() == path)
    }

    /// A path without what names a file of a page.
    fn named_page<'p>(&self, path: &'p str) -> NamedPage<'p> {
        let whole = NamedPage { path, language: None };
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let Some((stem, ending)) = name.rsplit_once('.') else { return whole };
        let page = NamedPage { path: folder, language: None };
        let without_ending = NamedPage { path: &path[..path.len() - ending.len() - 1], language: None };
        match ending {
            "md" | "markdown" => match self.config.language(stem) {
                Some(language) => NamedPage { language: Some(language), ..page },
                None if is_index(stem) => page,
                None => without_ending,
            },
            "html" | "htm" if is_index(stem) => page,
            "html" | "htm" => without_ending,
            _ => whole,
        }
    }

    /// A page and an id in it. `language` is that of the file that was named: its own words mean the page as it is for
    /// each reader, those of another language mean that language.
    fn section(
        &self,
        page: PageId,
        language: Option<LanguageId>,
        anchor: Option<&str>,
    ) -> Result<Resolved, Diagnostic> {
        let language = language.filter(|language| *language != self.language);
        let target = &self.pages[page.0];
        if let Some(language) = language.filter(|language| !target.speaks(*language)) {
            let tag = &self.config.at(language).locale.tag;
            let message = format!("{} has no words in `{tag}`", self.title_of(page));
            let help =
                format!("write `{tag}.md` there, or link to the page: `{}`", self.spelt(&target.input.path, "../"));
            return Err(Diagnostic::error(Code::BrokenLink, message).help(help));
        }
        let anchor = match anchor {
            Some(anchor) => self.id_of(page, language.unwrap_or(self.language), anchor)?,
            None => None,
        };
        Ok(Resolved { language, anchor, ..Destination::Page(page).into() })
    }

    /// The same in the language that an address names.
    fn in_language(
        &self,
        resolved: Resolved,
        language: LanguageId,
        anchor: Option<&str>,
    ) -> Result<Resolved, Diagnostic> {
        match resolved.to {
            Destination::Page(page) => self.section(page, Some(language), anchor),
            to @ (Destination::Generated(_) | Destination::SiteFile(_)) => {
                let language = Some(language).filter(|language| *language != self.language);
                Ok(Resolved { language, ..self.with_anchor(to, anchor)? })
            }
            _ => Ok(Resolved { anchor: anchor.map(str::to_owned), ..resolved }),
        }
    }

    /// What is made of others, with an id in it.
    fn with_anchor(&self, to: Destination, anchor: Option<&str>) -> Result<Resolved, Diagnostic> {
        if let (Destination::Generated(Generated::Sources), Some(anchor)) = (&to, anchor) {
            self.check_source(anchor)?;
        }
        Ok(Resolved { anchor: anchor.map(str::to_owned), ..to.into() })
    }
}

/// Whether a file of this name stands for its folder, on GitHub or on the web.
fn is_index(stem: &str) -> bool {
    stem.eq_ignore_ascii_case("readme") || stem.eq_ignore_ascii_case("index")
}
