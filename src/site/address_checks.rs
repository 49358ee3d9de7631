//! Whether pages can stand at the addresses that their folders and slugs give them: see `folder_addresses.rs`.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::{Fault, FolderAddresses, PageId, Site};
use icu_normalizer::ComposingNormalizerBorrowed;

use crate::config::Config;
use crate::content::address_name;
use crate::diagnostic::{Code, Diagnostic, Matter};
use crate::text::Located;

/// A page is in nobody's way, and its folder's name makes an address or has a slug in its place.
pub fn of_page(
    site: &Site,
    config: &Config,
    id: PageId,
    addresses: &FolderAddresses,
    faults: &mut Vec<Fault>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let page = site.page(id);
    let (path, address) = (page.input.path.as_str(), page.address());
    let slug = addresses.slug(path);
    let place = slug.map_or(page.input.top, |slug| slug.span);
    let otherwise = if slug.is_some() { "give it another slug" } else { "give the folder another name" };
    if site.generated(config).any(|generated| generated.path() == address) {
        let message = format!("`{address}` is the address of what Muwazana makes itself");
        diagnostics.push(Diagnostic::error(Code::DuplicatePath, message).at(place).help(otherwise));
    }
    let top = address.split('/').next().unwrap_or(address);
    if config.root.is_some() && config.language_ids().any(|language| config.folder(language) == top && !top.is_empty())
    {
        let message = format!("`{top}` is the address of the site's pages in that language");
        let fault = Diagnostic::error(Code::DuplicatePath, message).at(place);
        diagnostics.push(fault.help(format!("{otherwise}, or leave `root` out of site.toml")));
    }
    let small = path.to_lowercase();
    if small != path && site.find(&small).is_some() {
        let message = format!("the folders `{path}` and `{small}` are one on systems that do not tell capitals apart");
        let fault = Diagnostic::error(Code::InvalidSlug, message).at(page.input.top);
        diagnostics.push(fault.help(format!("remove it, or rename it: `{small}` is there already")));
    }
    let name = page.name();
    let fit = address_name(name);
    if fit != name && slug.is_none() {
        let folder = path.strip_suffix(name).unwrap_or_default();
        let taken = site.find(&format!("{folder}{fit}")).is_some();
        let help = match (links_to(name, faults), taken) {
            (Some(linked), _) => format!("links call it `{linked}`: give the folder that name"),
            (None, true) => format!("remove it, or rename it: `{fit}` is there already"),
            (None, false) => format!("rename it to `{fit}`, or write slug = \"{fit}\" in its page.toml"),
        };
        let whole = ComposingNormalizerBorrowed::new_nfc().normalize(name).into_owned();
        if whole != name && address_name(&whole) == whole {
            let message =
                format!("the letters of the folder name `{name}` are written in parts, a letter and its mark");
            let fault = Diagnostic::error(Code::InvalidSlug, message).at(page.input.top);
            diagnostics
                .push(fault.help(format!("type the name anew, as `{whole}` in whole letters: some systems part them")));
            return;
        }
        let message = format!("the folder name `{name}` makes no good address: letters, digits, `-`, `_` and `.` do");
        diagnostics.push(Diagnostic::error(Code::InvalidSlug, message).at(page.input.top).help(help));
    }
}

/// What links call a page whose folder has a name that makes no address: that they lead to nothing comes of that name, and is
/// not told any more.
fn links_to(name: &str, faults: &mut Vec<Fault>) -> Option<String> {
    let mut called = None;
    faults.retain(|Fault { diagnostic, .. }| {
        let meant = diagnostic.meant().filter(|_| diagnostic.code == Code::BrokenLink);
        let Some((written, _)) = meant.filter(|(_, meant)| *meant == name) else { return true };
        called.get_or_insert_with(|| written.to_owned());
        false
    });
    called.filter(|called| address_name(called) == *called)
}

/// Slugs that say nothing, and those by which two folders would have one address.
pub fn of_folders(site: &Site, addresses: &FolderAddresses, diagnostics: &mut Vec<Diagnostic>) {
    if addresses.slugs().next().is_none() {
        return;
    }
    let mut folders: BTreeSet<&str> = site.pages.iter().flat_map(|page| with_folders_above(&page.input.path)).collect();
    for (folder, slug) in addresses.slugs().filter(|(folder, _)| folders.contains(folder)) {
        if last_part(folder) == slug.value {
            let message = format!("`slug` says what the folder is called anyway: `{}`", slug.value);
            diagnostics.push(Diagnostic::warning(Code::InvalidSlug, message).at(slug.span).help("take it out"));
        }
    }
    folders.remove("");
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    for folder in folders {
        match owners.entry(addresses.of(folder)) {
            Entry::Vacant(free) => {
                free.insert(folder);
            }
            // Where the folders above share an address, they have been named.
            Entry::Occupied(first) if folder_above(first.get()) == folder_above(folder) => {
                diagnostics.extend(shared(addresses, first.get(), folder, first.key()));
            }
            Entry::Occupied(_) => {}
        }
    }
}

/// Two folders with one address: one of them has it by a slug.
fn shared(addresses: &FolderAddresses, first: &str, second: &str, address: &str) -> Option<Diagnostic> {
    let of = |folder| addresses.slug(folder).map(|slug: &Located<String>| (folder, slug));
    let (folder, slug) = of(second).or_else(|| of(first))?;
    let other = if folder == second { first } else { second };
    let message = format!("`content/{folder}` has the address `{address}`, and so has `content/{other}`");
    let fault = Diagnostic::error(Code::DuplicatePath, message).at(slug.span).help("give one of the two another slug");
    Some(fault.doubting(Matter::Addresses))
}

/// A path and those of the folders above it.
fn with_folders_above(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at]).chain([path])
}

fn folder_above(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(above, _)| above)
}

fn last_part(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
