//! The addresses under which readers and programs know a site, and which of those in `content/addresses_lock.rs` have been lost.

use std::collections::BTreeSet;

use super::path_check::{Origin, PlannedFile, plan};
use crate::config::Config;
use crate::content::AddressesLock;
use crate::diagnostic::{Code, Diagnostic, Guesses, Matter, nearest};
use crate::render::renderer::MARKDOWN;
use crate::render::social_image::SOCIAL_IMAGE;
use crate::render::statics::{DOWNLOADS, FINGERPRINTED, NO_JEKYLL};
use crate::site::Site;
use crate::tree::Asset;

/// What is no address that anybody keeps: files that pages load, what a host or a search engine looks for by itself, and what
/// a page names for itself, its picture, its Markdown and its charts without an id of their own, which go where the page
/// goes. No redirect could lead on from them.
fn is_kept(site: &Site, file: &PlannedFile<'_>) -> bool {
    let path = &*file.path;
    let is_picture = path.rsplit('/').next() == Some(SOCIAL_IMAGE);
    let goes_with_page = match file.origin {
        Origin::Markdown(..) => true,
        Origin::Chart(page, _, n) => !site.page(page).charts[n].is_named,
        _ => false,
    };
    let is_looked_for = [NO_JEKYLL, "404.html"].contains(&path) || path.starts_with("sitemap-");
    !path.starts_with(FINGERPRINTED) && !is_looked_for && !is_picture && !goes_with_page
}

/// What comes of the paths of files: the address below the base path.
pub(super) fn address(path: &str) -> String {
    match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => format!("/{folder}"),
        _ => format!("/{path}"),
    }
}

/// The addresses of a site, redirects too, below the base path.
pub fn published_addresses(config: &Config, site: &Site, statics: &[Asset]) -> BTreeSet<String> {
    plan(config, site, statics).iter().filter(|file| is_kept(site, file)).map(|file| address(&file.path)).collect()
}

/// An error for each address that the site has been published with and that leads nowhere now. What belongs to a page goes
/// where the page goes, and is none by itself: its Markdown, which lists of earlier versions have, and files in its folder
/// where a redirect says that the page is elsewhere.
pub fn lost_addresses(config: &Config, site: &Site, statics: &[Asset], lock: &AddressesLock) -> Vec<Diagnostic> {
    if lock.addresses().is_empty() {
        return Vec::new();
    }
    let planned = plan(config, site, statics);
    let now: BTreeSet<String> = planned.iter().map(|file| address(&file.path)).collect();
    let known: BTreeSet<&str> = lock.addresses().iter().map(|known| known.value.as_str()).collect();
    let new: Vec<&str> = planned
        .iter()
        .filter(|file| is_kept(site, file) && !matches!(file.origin, Origin::Redirect(..)))
        .filter_map(|file| now.get(&address(&file.path)))
        .map(String::as_str)
        .filter(|address| !known.contains(address))
        .collect();
    let moved = moved_folders(config, &planned);
    let belongs = |address: &str| {
        let of_page = address.strip_suffix(MARKDOWN).filter(|page| page.ends_with('/'));
        let file = address.strip_prefix('/').and_then(|path| path.strip_prefix(DOWNLOADS));
        of_page.is_some_and(|page| known.contains(page) || now.contains(page))
            || file.is_some_and(|file| file.match_indices('/').any(|(at, _)| moved.contains(&file[..at])))
    };
    let lost = lock.addresses().iter().filter(|known| !now.contains(&known.value) && !belongs(&known.value));
    let guesses = Guesses::default();
    let fault = |address: &str| {
        let message = format!("the site was published with `{address}`, and nothing is there any more");
        let successor = if guesses.allow(new.len()) { successor(address, &new) } else { None };
        let successor = successor.map_or_else(String::new, |near| format!(" (`{near}`?)"));
        let help = match address.ends_with('/') || address.ends_with(".html") {
            true => format!(
                "in the front matter of the page that took its place{successor} write `redirects = [\"{address}\"]`, or remove \
                 this line if nothing did; `muwazana rename` does so by itself"
            ),
            false => format!("put a file there again{successor}, or remove this line if it is meant to be gone"),
        };
        Diagnostic::error(Code::LostAddress, message).help(help).resting_on(Matter::Addresses)
    };
    lost.map(|known| fault(&known.value).at(known.span)).collect()
}

/// The paths of pages from which redirects lead on, without the folder of their language.
fn moved_folders(config: &Config, planned: &[PlannedFile<'_>]) -> BTreeSet<String> {
    let path = |file: &PlannedFile<'_>| {
        let Origin::Redirect(_, language, _) = file.origin else { return None };
        let path = file.path.strip_suffix("/index.html")?;
        let folder = config.folder(language);
        let below = if folder.is_empty() { Some(path) } else { path.strip_prefix(folder)?.strip_prefix('/') };
        below.map(str::to_owned)
    };
    planned.iter().filter_map(path).collect()
}

/// What took the place of an address, as far as can be told: of those that are new, the only one beside it, or one of nearly
/// the same name.
fn successor<'a>(address: &str, new: &[&'a str]) -> Option<&'a str> {
    let parts = |address: &str| -> (String, String) {
        let path = address.trim_end_matches('/');
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        (format!("{folder}{}", if address.ends_with('/') { "/" } else { "" }), name.to_owned())
    };
    let (folder, name) = parts(address);
    let beside: Vec<(String, &str)> = new
        .iter()
        .filter_map(|new| Some((parts(new), *new)).filter(|((other, _), _)| *other == folder))
        .map(|((_, name), new)| (name, new))
        .collect();
    match beside.as_slice() {
        [(_, only)] => Some(only),
        several => {
            let near = nearest(&name, several.iter().map(|(name, _)| name.as_str()))?.to_owned();
            several.iter().find(|(name, _)| *name == near).map(|(_, new)| *new)
        }
    }
}
