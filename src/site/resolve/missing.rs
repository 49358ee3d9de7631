//! What is said of a link that leads to nothing: the cause where it can be told, and what was most likely meant.

use std::collections::BTreeSet;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::targets::PlaceOfPath;
use super::{Resolver, last_part};
use crate::content::remedy_of_path;
use crate::diagnostic::{Cause, Code, Diagnostic, Matter, Severity, nearest};
use crate::site::{Destination, Generated, Page, PageId};

/// What a path cannot hold where a link of Markdown writes it.
const NOT_IN_LINKS: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'(').add(b')').add(b'<').add(b'>').add(b'?').add(b'\\');

/// The fault of a path at which nothing is. A page may have been called so, or be made there if what settles that is right.
fn resting_on_page(path: &str, fault: Diagnostic) -> Diagnostic {
    let path = path.trim_matches('/');
    let fault = fault.resting_on(Matter::Page(path.to_owned()));
    Generated::at(path).and_then(Generated::premise).into_iter().fold(fault, Diagnostic::resting_on)
}

impl Resolver<'_> {
    /// The fault of a path at which nothing is.
    pub(super) fn missing(&self, written: &str, place: &PlaceOfPath) -> Diagnostic {
        let nothing_at = |path: &str| {
            let message = format!("there is neither a page nor a file at `{path}`");
            resting_on_page(path, Diagnostic::error(Code::BrokenLink, message))
        };
        if let Some(remedy) = remedy_of_path(written) {
            return nothing_at(written).help(remedy);
        }
        let path = match place {
            PlaceOfPath::Content(path) => path.as_str(),
            PlaceOfPath::Static(_) | PlaceOfPath::Outside(_) => written,
        };
        if let Some(draft) = self.draft_around(path) {
            return draft_fault(draft);
        }
        let fault = match place {
            PlaceOfPath::Content(path) => nothing_at(path).because_of(once_for(path)),
            PlaceOfPath::Static(_) | PlaceOfPath::Outside(_) => nothing_at(path),
        };
        if let Some(page) = self.at_slug(path.trim_end_matches('/')) {
            let spelt = self.spelt(&self.pages[page.0].input.path, written);
            return fault.help(format!("a link names folders, and this is an address: write `{spelt}`"));
        }
        if let PlaceOfPath::Outside(Some(path)) = place
            && let Some(spelt) = self.as_browsers_read(path, written)
        {
            return fault.help(format!("a link names folders, and this is an address: write `{spelt}`"));
        }
        if let PlaceOfPath::Outside(path) = place {
            return fault.help(self.outside(path.as_deref()));
        }
        match self.meant(path) {
            Some(near) => fault.help(format!("did you mean `{}`?", self.spelt(&near, written))),
            None => self.with_nearest_file(
                fault,
                written,
                "give a path from the content folder, such as /folder/page/, or a file beside this page",
            ),
        }
    }

    /// The fault of a name that no page has.
    pub(super) fn no_page_of_name(&self, name: &str) -> Diagnostic {
        if let Some(draft) = self.drafts.ending_with(name) {
            return draft_fault(draft);
        }
        let fault =
            Diagnostic::error(Code::BrokenLink, format!("there is no page `{name}`")).because_of(once_for(name));
        let fault = resting_on_page(name, fault);
        if let Some((page, other)) = name.split_once(['،', ',']).map(|(page, other)| (page.trim(), other.trim()))
            && [page, other].iter().all(|part| !self.index.named(self.pages, part).is_empty())
        {
            let help = format!("these are two pages: write each for itself, \"{page}\", \"{other}\" in a list");
            return fault.help(format!("{help} and [[{page}]], [[{other}]] in a text"));
        }
        if let Some((page, words)) = name.split_once(['¦', '│', '｜', '،', ',']) {
            return fault.help(format!("write a bar between page and words: [[{}|{}]]", page.trim(), words.trim()));
        }
        if let Some((page, words)) = name.split_once(' ')
            && !self.index.named(self.pages, page).is_empty()
            && words.contains(char::is_alphabetic)
        {
            return fault.help(format!("write a bar between page and words: [[{page}|{}]]", words.trim()));
        }
        if matches!(name.to_ascii_lowercase().as_str(), "toc" | "_toc_") {
            return fault.help("take it out: the contents of a page are made of its headings, and stand beside it");
        }
        let ending = [".md", ".html"].iter().find_map(|ending| name.strip_suffix(ending));
        if let Some(page) = ending.filter(|page| !self.index.named(self.pages, page).is_empty()) {
            return fault.help(format!("write the page alone: [[{page}]]"));
        }
        if let Some(page) = self.at_slug(name) {
            let (path, short) = (self.pages[page.0].input.path.as_str(), self.pages[page.0].name());
            let is_alone = self.index.named(self.pages, short).len() == 1;
            let folder = if is_alone { short } else { path };
            return fault.help(format!("a link names folders, and this is an address: write [[{folder}]]"));
        }
        if let Some(folder) = self.folder_of_pages(name) {
            let message = format!("`{name}` is a folder of pages, and no page itself");
            let fault = Diagnostic::error(Code::BrokenLink, message).because_of(once_for(name));
            let tag = &self.config.at(self.language).locale.tag;
            return fault.help(format!("link to one of its pages, or write `content/{folder}/{tag}.md`"));
        }
        let is_guessed = self.guesses.allow(self.index.by_name.len());
        let names = || self.index.names().take_while(|_| is_guessed);
        let small = last_part(name).to_lowercase();
        match names().filter(|known| known.to_lowercase() == small).min() {
            Some(same) => fault.help(format!("did you mean `{same}`?")),
            None => match self.called(name) {
                Some(page) => fault
                    .help(format!("a link names the folder of a page: did you mean `{page}`?"))
                    .likely_mended(name, page),
                None => fault.nearest(
                    last_part(name),
                    names(),
                    "write the last part of the page's path: [[page]] for content/folder/page",
                ),
            },
        }
    }

    /// The path of the folder of a name in which pages are.
    fn folder_of_pages(&self, name: &str) -> Option<&str> {
        let name = name.trim_matches('/');
        let folder = |path: &'_ str| -> Option<usize> {
            let ends = path.match_indices('/').map(|(at, _)| at);
            ends.into_iter().find(|end| {
                path[..*end].strip_suffix(name).is_some_and(|above| above.is_empty() || above.ends_with('/'))
            })
        };
        if name.is_empty() || !self.guesses.allow(self.pages.len()) {
            return None;
        }
        self.pages.iter().find_map(|page| folder(&page.input.path).map(|end| &page.input.path[..end]))
    }

    /// The fault of a page's name that a file has.
    pub(super) fn file_for_page(&self, name: &str) -> Option<Diagnostic> {
        let is_file = |path: &str| {
            let found = self.path(path, None).ok()?;
            matches!(found.to, Destination::File(_) | Destination::Static { .. }).then(|| path.to_owned())
        };
        let file = is_file(name).or_else(|| is_file(&format!("/{name}")))?;
        let message = format!("two brackets lead to a page, and `{name}` is a file");
        let help = format!("write [words]({})", utf8_percent_encode(&file, NOT_IN_LINKS));
        Some(Diagnostic::error(Code::BrokenLink, message).help(help))
    }

    /// The fault of an image that is a page.
    pub(super) fn page_for_image(&self, written: &str, path: &str) -> Option<Diagnostic> {
        let is_name = !path.is_empty() && !self.index.named(self.pages, path).is_empty();
        let is_page = || {
            let found = self.path(path, None).ok();
            found.is_some_and(|found| matches!(found.to, Destination::Page(_) | Destination::Generated(_)))
        };
        if !is_name && (path.is_empty() || !is_page()) {
            return None;
        }
        let message = format!("`{path}` is a page, and no page is brought into another");
        let link = if is_name { format!("[[{written}]]") } else { format!("[words]({written})") };
        Some(Diagnostic::error(Code::MissingImage, message).help(format!("link to it: {link}")))
    }

    /// How a path is to be written that is right between published pages, where the folder of a language takes the place
    /// of `content/`. `path` is what it leads to in the repository.
    fn as_browsers_read(&self, path: &str, written: &str) -> Option<String> {
        let (tag, below) = path.split_once('/').unwrap_or((path, ""));
        let language = self.config.language(tag)?;
        let of_page = |page: PageId| {
            let spelt = self.spelt(&self.pages[page.0].input.path, written);
            let is_other = language != self.language && self.pages[page.0].speaks(language);
            if is_other { format!("{spelt}{tag}.md") } else { spelt }
        };
        if let Some(page) = self.at_slug(below) {
            return Some(of_page(page));
        }
        match self.in_content(below, None)?.ok()?.to {
            Destination::Page(page) => Some(of_page(page)),
            Destination::File(_) | Destination::SiteFile(_) => {
                Some(self.spelt(below, written).trim_end_matches('/').to_owned())
            }
            _ => Some(self.spelt(below, written)),
        }
    }

    /// What a link writes to lead to the page that has a title in any language, if one alone has it.
    fn called(&self, title: &str) -> Option<&str> {
        if !self.guesses.allow(self.pages.len()) {
            return None;
        }
        let title = title.trim().to_lowercase();
        let has_title = |page: &&Page| {
            let faces = page.input.faces.iter().flatten();
            faces.into_iter().any(|face| !title.is_empty() && face.title.to_lowercase() == title)
        };
        let mut called = self.pages.iter().filter(has_title);
        let page = called.next().filter(|_| called.next().is_none())?;
        let name = page.name();
        Some(if self.index.named(self.pages, name).len() == 1 { name } else { page.input.path.as_str() })
    }

    /// The page that has an address, or the end of one, by a slug; perhaps below the folder of a language.
    pub(super) fn at_slug(&self, written: &str) -> Option<PageId> {
        let below =
            written.split_once('/').filter(|(tag, _)| self.config.language(tag).is_some()).map(|(_, below)| below);
        let ends = |address: &str, end: &str| {
            address.strip_suffix(end).is_some_and(|before| before.is_empty() || before.ends_with('/'))
        };
        let is_it = |page: &Page| {
            let mut written = [Some(written), below].into_iter().flatten().filter(|written| !written.is_empty());
            page.own_address().is_some_and(|address| written.any(|written| ends(address, written)))
        };
        self.pages.iter().position(is_it).map(PageId)
    }

    /// What is said of a link that works only while drafts are part of the site: it leads from a page that is none to one
    /// that is.
    pub(super) fn leads_to_draft(&self, to: &Destination) -> Option<Diagnostic> {
        let Destination::Page(to) = *to else { return None };
        let is_draft = |page: PageId| self.pages[page.0].input.facts.draft;
        let mut fault = (is_draft(to) && !is_draft(self.page)).then(|| draft_fault(&self.pages[to.0].input.path))?;
        fault.severity = Severity::Warning;
        Some(fault)
    }

    /// The draft that a path names, or in whose folder it leads, with the folder of a language before it or without.
    fn draft_around(&self, path: &str) -> Option<&str> {
        let without_language = path.split_once('/').filter(|(tag, _)| self.config.language(tag).is_some());
        self.drafts.around(path).or_else(|| self.drafts.around(without_language?.1))
    }

    /// What to write for a file of the repository that is no part of the site.
    fn outside(&self, path: Option<&str>) -> String {
        match (path, &self.config.repository) {
            (Some(path), Some(repository)) => {
                format!(
                    "this leads out of `content/`: link to the file's own address, such as {repository}/blob/main/{path}"
                )
            }
            _ => "this leads out of `content/`: link to the file's address on the web, or put it into `static/`"
                .to_owned(),
        }
    }

    /// The page that was most likely meant by a path at which nothing is: the only one of that name, or the nearest.
    fn meant(&self, path: &str) -> Option<String> {
        if !self.guesses.allow(self.pages.len()) {
            return None;
        }
        let path = ["md", "html", "htm", "markdown"]
            .iter()
            .find_map(|ending| path.strip_suffix(ending)?.strip_suffix('.'))
            .unwrap_or(path);
        let without_index = |path: &'_ str| -> String {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
            let is_index = name.eq_ignore_ascii_case("readme") || name.eq_ignore_ascii_case("index");
            if is_index || self.config.language(name).is_some() { folder } else { path }.to_owned()
        };
        let path = &without_index(path);
        let mut all: BTreeSet<&str> = BTreeSet::new();
        all.extend(self.pages.iter().map(|page| page.input.path.as_str()));
        for generated in self.generated {
            all.insert(generated.path());
        }
        let same = |candidate: &&&str| candidate.to_lowercase() == path.to_lowercase();
        let of_name = |name: &str| {
            let mut named = all.iter().filter(|candidate| last_part(candidate).eq_ignore_ascii_case(name));
            named.next().filter(|_| named.next().is_none() && !name.is_empty()).map(|only| (*only).to_owned())
        };
        let by_last_part = || {
            let names: BTreeSet<&str> = all.iter().map(|path| last_part(path)).collect();
            of_name(nearest(last_part(path), names)?)
        };
        all.iter()
            .find(same)
            .map(|found| (*found).to_owned())
            .or_else(|| of_name(last_part(path)))
            .or_else(|| nearest(path, all.iter().copied()).map(str::to_owned))
            .or_else(by_last_part)
    }

    /// A path of a page as an author would write it where `written` stood: from the top, or from the page's own folder.
    pub(super) fn spelt(&self, path: &str, written: &str) -> String {
        let encoded = utf8_percent_encode(path, NOT_IN_LINKS).to_string();
        if written.starts_with('/') {
            return if path.is_empty() { "/".to_owned() } else { format!("/{encoded}/") };
        }
        let parts = |path: &'_ str| -> Vec<String> {
            path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect()
        };
        let own = utf8_percent_encode(&self.pages[self.page.0].input.path, NOT_IN_LINKS).to_string();
        let (own, other) = (parts(&own), parts(&encoded));
        let shared = own.iter().zip(&other).take_while(|(a, b)| a == b).count();
        let up = "../".repeat(own.len() - shared);
        let down: String = other.iter().skip(shared).map(|part| format!("{part}/")).collect();
        if up.is_empty() { format!("./{down}") } else { up + &down }
    }

    /// Whether a file is made for another language or theme than the one that is written: no slip leads from one to the other.
    fn is_made_for_others(&self, name: &str, written: &str) -> bool {
        let written = marks(written);
        let is_known = |mark: &&str| matches!(*mark, "dark" | "light") || self.config.language(mark).is_some();
        !written.is_empty() && written.iter().all(is_known) && written != marks(name)
    }

    /// The nearest file of the page or of `static/` as the remedy, or else `otherwise`.
    pub(super) fn with_nearest_file(&self, fault: Diagnostic, written: &str, otherwise: &str) -> Diagnostic {
        let files = &self.pages[self.page.0].input.files;
        if !self.guesses.allow(files.len() + self.statics.len()) {
            return fault.help(otherwise);
        }
        let own: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
        let of_site = self.statics.iter().filter(|asset| !asset.default).map(|asset| format!("/{}", asset.name));
        let names: BTreeSet<String> = own.into_iter().chain(of_site).collect();
        let names = || names.iter().map(String::as_str);
        let same = names().find(|name| {
            let last = |path: &str| last_part(path).to_lowercase();
            last(name) == last(written)
        });
        match same {
            Some(same) => fault.help(format!("did you mean `{same}`?")),
            None => {
                let is_other = |name: &&str| self.is_made_for_others(name, written);
                fault.nearest(written.trim_start_matches("./"), names().filter(|name| !is_other(name)), otherwise)
            }
        }
    }
}

/// The parts of a file's name between its first and its ending: those of `map.ar.dark.svg` are `ar` and `dark`.
fn marks(name: &str) -> Vec<&str> {
    let mut marks: Vec<&str> = last_part(name).split('.').skip(1).collect();
    marks.pop();
    marks
}

/// What several links to one target come of where it is not there: it was renamed, moved or taken away.
pub(super) fn once_for(target: &str) -> Cause {
    Cause { name: format!("target `{target}`"), instead: None }
}

/// The fault of a link to a page that is there and is no part of the site yet.
fn draft_fault(draft: &str) -> Diagnostic {
    let page = if draft.is_empty() { "the home page".to_owned() } else { format!("the page `{draft}`") };
    Diagnostic::error(Code::BrokenLink, format!("{page} is a draft, and no part of the site"))
        .help("take `draft = true` out of its page.toml when it is ready, or leave the links to it out until then")
        .because_of(once_for(draft))
}
