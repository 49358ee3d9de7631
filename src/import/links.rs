//! Where the links and images of a document lead, in the old tree and then in the site.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;

use super::attributes::{id, of_heading, remarked_id};
use super::documents::{ForeignPage, page_path};
use super::fences::CodeFence;
use super::tool::{ForeignFiles, Layout, joined};
use crate::content::github_slug;

/// What a link turns out to be.
#[derive(Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// It stays as it is: an address on the web, or a place on the same page.
    Same,
    /// A page; where it is, from the top of the site. The second is set where its heading is not there.
    Page(String, bool),
    /// A file of the tree, by its path there, and below `static/`.
    File(String, String),
    /// Nothing of the tree.
    Nothing,
}

/// All places of a tree that links can lead to.
pub struct Links<'a> {
    files: &'a ForeignFiles,
    layout: &'a Layout,
    /// By file without its ending, by folder for the page of a folder, and by the name that a navigation has for it.
    pages: BTreeMap<String, &'a str>,
    /// By old address from the top of the site, without slashes and endings.
    addresses: BTreeMap<String, &'a str>,
    /// By page and language: the names of its headings.
    headings: BTreeMap<&'a str, BTreeMap<usize, BTreeSet<String>>>,
}

impl<'a> Links<'a> {
    /// The places of these documents and files.
    pub fn new(files: &'a ForeignFiles, layout: &'a Layout, documents: &'a [ForeignPage]) -> Self {
        let (mut pages, mut addresses) = (BTreeMap::new(), BTreeMap::new());
        let mut headings = BTreeMap::<&str, BTreeMap<usize, BTreeSet<String>>>::new();
        for document in documents {
            let stem = document.file.rsplit_once('.').map_or("", |(stem, _)| stem);
            pages.insert(stem.to_owned(), document.page.as_str());
            if document.is_index {
                let folder = stem.rsplit_once('/').map_or("", |(folder, _)| folder);
                pages.insert(folder.to_owned(), document.page.as_str());
            }
            let root = layout.roots.iter().filter(|(root, _)| document.file.starts_with(root.as_str()));
            let root = root.map(|(root, _)| root.as_str()).max_by_key(|root| root.len()).unwrap_or_default();
            let by_address = format!("{root}{}", document.old_path);
            pages.entry(by_address.trim_end_matches('/').to_owned()).or_insert(&document.page);
            if !document.id.is_empty() {
                pages.entry(format!("{root}{}", document.id)).or_insert(&document.page);
            }
            // A page that the program makes up was nowhere.
            let own = match document.file.is_empty() {
                true => Vec::new(),
                false => {
                    layout.old_addresses(&layout.languages[document.language], &document.old_path, document.is_index)
                }
            };
            let others = document.front.addresses.iter().chain(&document.front.own_address).cloned();
            for address in own.into_iter().chain(others) {
                let address = address.trim_matches('/').trim_end_matches(".html");
                addresses.entry(address.to_owned()).or_insert(document.page.as_str());
            }
            let of_page = headings.entry(&document.page).or_default();
            of_page.entry(document.language).or_default().extend(headings_of(&document.body));
        }
        Self { files, layout, pages, addresses, headings }
    }

    /// The page that a path from the top of the site, or from a folder of the tree, means.
    pub fn page(&self, folder: &str, path: &str) -> Option<&'a str> {
        let by_address = path.strip_prefix('/').and_then(|address| {
            let address = address.trim_end_matches('/').trim_end_matches(".html");
            self.addresses.get(address).copied()
        });
        by_address.or_else(|| self.places(folder, path).iter().find_map(|place| self.page_at(place)))
    }

    /// The path of the page or group that a folder of the tree becomes.
    pub fn folder(&self, folder: &str) -> String {
        page_path(folder.split('/'), self.layout)
    }

    /// Where a link of a document leads.
    pub fn find(&self, document: &ForeignPage, written: &str) -> LinkTarget {
        let has_scheme = written.split_once(':').is_some_and(|(scheme, _)| {
            scheme.len() > 1 && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
        });
        if has_scheme || written.starts_with("//") || written.is_empty() {
            return LinkTarget::Same;
        }
        let (path, anchor) = written.split_once('#').map_or((written, None), |(path, anchor)| (path, Some(anchor)));
        let path = path.split('?').next().unwrap_or_default();
        if path.is_empty() {
            let Some(anchor) = anchor.filter(|anchor| !anchor.is_empty()) else { return LinkTarget::Same };
            return match self.heading(&document.page, document.language, anchor) {
                Some(own) if own == anchor => LinkTarget::Same,
                Some(own) => LinkTarget::Page(format!("#{own}"), false),
                None => LinkTarget::Nothing,
            };
        }
        let path = percent_decoded(path);
        let folder = document.file.rsplit_once('/').map_or("", |(folder, _)| folder);
        // Where a page was a folder of addresses, what its links say may count from there.
        let stem = document.file.rsplit_once('.').map_or("", |(stem, _)| stem);
        let by_address = || self.page(stem, &path).filter(|_| self.layout.has_folders() && !document.is_index);
        if let Some(page) = self.page(folder, &path).or_else(by_address) {
            let address = if page.is_empty() { "/".to_owned() } else { format!("/{page}/") };
            let Some(anchor) = anchor.filter(|anchor| !anchor.is_empty()) else {
                return LinkTarget::Page(address, false);
            };
            return match self.heading(page, document.language, anchor) {
                Some(own) => LinkTarget::Page(format!("{address}#{own}"), false),
                None => LinkTarget::Page(address, true),
            };
        }
        let file = self.places(folder, &path).into_iter().find(|place| self.files.contains_key(place));
        match file {
            Some(file) => {
                let below = || file.strip_prefix(self.layout.root()).unwrap_or(&file);
                let name = self.layout.published(&file).unwrap_or_else(below).to_owned();
                LinkTarget::File(file, name)
            }
            None => LinkTarget::Nothing,
        }
    }

    fn places(&self, folder: &str, path: &str) -> Vec<String> {
        match path.strip_prefix('/') {
            Some(path) => self.layout.places_below(path.trim_end_matches('/')),
            None => {
                let place = joined(folder, path);
                // What is not translated is meant where it is.
                let roots = || self.layout.roots.iter().map(|(root, _)| root.as_str());
                let own =
                    roots().filter(|root| !root.is_empty() && place.starts_with(root)).max_by_key(|root| root.len());
                let rest = own.and_then(|root| place.strip_prefix(root)).unwrap_or(&place).to_owned();
                let others: Vec<String> = match own {
                    Some(_) => roots().map(|root| format!("{root}{rest}")).collect(),
                    None => Vec::new(),
                };
                std::iter::once(place).chain(others).collect()
            }
        }
    }

    fn page_at(&self, place: &str) -> Option<&'a str> {
        let place = place.trim_end_matches('/');
        let without =
            ["md", "mdx", "markdown", "html"].iter().find_map(|end| place.strip_suffix(end)?.strip_suffix('.'));
        let exact = without.unwrap_or(place);
        self.pages.get(exact).copied()
    }

    /// How a heading of a page is called here that an anchor means, in a language, or in any where the page is not translated: a
    /// link leads to those then. Some tools keep signs in anchors that are not in ours.
    fn heading(&self, page: &str, language: usize, anchor: &str) -> Option<String> {
        let decoded = percent_decoded(anchor);
        let slug = github_slug(&decoded);
        let of_page = self.headings.get(page)?;
        let has = |name: &str| match of_page.get(&language) {
            Some(headings) => headings.contains(name),
            None => of_page.values().any(|headings| headings.contains(name)),
        };
        match has(&decoded) {
            true => Some(anchor.to_owned()),
            false => Some(slug).filter(|slug| has(slug)),
        }
    }
}

/// An address without its percent signs, where they stand for text.
fn percent_decoded(written: &str) -> String {
    percent_decode_str(written).decode_utf8().map_or_else(|_| written.to_owned(), |text| text.into_owned())
}

/// The names by which links can mean the headings of a text: their ids, or what code hosts make of their words.
fn headings_of(body: &str) -> BTreeSet<String> {
    let (mut names, mut given) = (BTreeSet::new(), BTreeMap::new());
    let mut fence = CodeFence::default();
    for line in body.lines() {
        let in_code = fence.is_open_after(line);
        if !in_code {
            names.extend(
                [" id=\"", " name=\"", " id='", " name='", " id=", " name="]
                    .iter()
                    .flat_map(|mark| in_marks(line, mark)),
            );
        }
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        if in_code || !(1..=6).contains(&level) || !line[level..].starts_with(' ') {
            continue;
        }
        let words = line[level..].trim().trim_end_matches('#').trim_end();
        let (words, attributes) = of_heading(words);
        let (words, named) = match remarked_id(words) {
            Some((words, id)) => (words, Some(id)),
            None => (words, id(attributes.as_deref().unwrap_or_default())),
        };
        let slug = match named {
            Some(id) => id.to_owned(),
            None => github_slug(&words.trim_end_matches('#').trim_end().replace(['`', '*'], "")),
        };
        // Of equal headings the second is called by the number 1.
        let uses = given.entry(slug.clone()).or_insert(0_usize);
        names.insert(if *uses == 0 { slug } else { format!("{slug}-{uses}") });
        *uses += 1;
    }
    names
}

/// What stands between a mark and the next quotation mark of its kind, or the end of the attribute where it has none,
/// wherever it stands in HTML.
fn in_marks<'l>(line: &'l str, mark: &'l str) -> impl Iterator<Item = String> + 'l {
    let quotes: &[char] = match mark.chars().next_back() {
        Some('"') => &['"'],
        Some('\'') => &['\''],
        _ => &['"', '\'', ' ', '>'],
    };
    let html = if line.contains('<') { line } else { "" };
    html.split(mark).skip(1).filter_map(move |rest| Some(rest.split(quotes).next()?.to_owned()))
}
