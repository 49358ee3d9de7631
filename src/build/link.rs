//! Links parsed pages into a site.

use std::sync::Arc;

use super::appearance::appearance;
use super::language_files::language_without_files;
use super::options::Options;
use super::parse::ParsedFolder;
use super::renamed_pages::renamed_pages;
use crate::config::Config;
use crate::content::{AddressesLock, Lock, SourceEntry, read_bibliography};
use crate::diagnostic::{Code, Diagnostic};
use crate::render::{broken_template_addresses, check_paths, lost_addresses};
use crate::site::{Around, Drafts, Fault, FolderAddresses, Freshness, PageId, Site, assemble};
use crate::text::FileId;
use crate::tree::SourceTree;

/// A site whose links are resolved.
pub struct LinkedSite {
    /// The model.
    pub site: Site,
    /// Which sections are behind.
    pub freshness: Freshness,
    /// What was confirmed to agree.
    pub lock: Lock,
    /// By page: the number of its folder.
    pub folders: Vec<usize>,
    /// By folder: its page, if it is part of the site.
    pub pages: Vec<Option<PageId>>,
    /// Faults that name a part of a page, which has to be looked up.
    pub faults: Vec<Fault>,
    /// All others.
    pub diagnostics: Vec<Diagnostic>,
}

/// The bibliography, and what is wrong with it.
pub fn bibliography(tree: &SourceTree) -> (Vec<SourceEntry>, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let entries = tree.bibliography.map(|file| read_bibliography(file.top(), tree.sources.get(file), &mut faults));
    (entries.unwrap_or_default(), faults)
}

/// Links the pages of these folders; drafts are left out unless they are asked for.
pub fn link<'a>(
    config: &Config,
    folders: impl Iterator<Item = &'a ParsedFolder>,
    bibliography: Arc<[SourceEntry]>,
    tree: &SourceTree,
    options: &Options,
) -> LinkedSite {
    let mut diagnostics = Vec::new();
    let folders: Vec<&ParsedFolder> = folders.collect();
    let is_part = |folder: &ParsedFolder| folder.page.as_ref().is_some_and(|page| options.drafts || !page.facts.draft);
    let is_group = |folder: &ParsedFolder| folder.page.as_ref().is_some_and(|page| page.is_group());
    let mut pages = vec![None; folders.len()];
    let mut of_page = Vec::new();
    for (at, _) in folders.iter().enumerate().filter(|(_, folder)| is_part(folder) && !is_group(folder)) {
        pages[at] = Some(PageId(of_page.len()));
        of_page.push(at);
    }
    let left_out = folders.iter().filter(|folder| !is_part(folder)).filter_map(|folder| folder.page.as_ref());
    let drafts = Drafts::new(left_out.map(|page| page.path.as_str()));
    let addresses = FolderAddresses::new(folders.iter().filter_map(|folder| folder.path_and_facts()));
    let lock = match tree.lock {
        Some(file) => Lock::read(file.top(), tree.sources.get(file), &mut diagnostics),
        None => Lock::default(),
    };
    let around = Around { statics: &tree.assets, drafts: &drafts, addresses: &addresses, lock: &lock };
    let inputs = folders.iter().filter(|folder| is_part(folder)).filter_map(|folder| folder.page.clone()).collect();
    let (site, mut faults, more) = assemble(config, inputs, bibliography, &around, options.today);
    diagnostics.extend(more);
    let (of_paths, more) = check_paths(config, &site, &tree.assets);
    faults.extend(of_paths);
    diagnostics.extend(more);
    diagnostics.extend(language_without_files(config, tree));
    diagnostics.extend(appearance(tree, config, &site));
    diagnostics.extend(renamed_pages(&lock, &folders, config));
    diagnostics.extend(lost_addresses(config, &site, &tree.assets, &addresses_lock(tree)));
    diagnostics.extend(broken_template_addresses(tree, config, &site, &tree.assets));
    let section_digests = of_page.iter().map(|at| folders[*at].section_digests.as_slice());
    let freshness = Freshness::new(&lock, &site, section_digests, config);
    LinkedSite { site, freshness, lock, folders: of_page, pages, faults, diagnostics }
}

/// The addresses that the site has been published with.
pub fn addresses_lock(tree: &SourceTree) -> AddressesLock {
    let read = |file: FileId| AddressesLock::read(file.top(), tree.sources.get(file));
    tree.addresses.map(read).unwrap_or_default()
}

/// A site without any page is a fault, unless something else explains it.
pub fn no_page() -> Diagnostic {
    Diagnostic::error(Code::NoSite, "there is no page under content/")
        .help("write content/<language>.md for the home page, or begin with `muwazana new home`")
}
