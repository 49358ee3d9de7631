//! The addresses under which readers and programs know a site, and which of them have been lost.

use std::collections::BTreeSet;

use super::path_check::plan;
use crate::config::Config;
use crate::content::AddressesLock;
use crate::diagnostic::{Code, Diagnostic, Guesses, nearest};
use crate::render::social_image::SOCIAL_IMAGE;
use crate::render::statics::{FINGERPRINTED, NO_JEKYLL};
use crate::site::Site;
use crate::tree::Asset;

/// What is no address that anybody keeps: files that pages load, what a host or a search engine looks for by itself, and the
/// pictures that pages name for themselves, which go where the page goes.
fn is_kept(path: &str) -> bool {
    let is_picture = path.rsplit('/').next() == Some(SOCIAL_IMAGE);
    let is_looked_for = [NO_JEKYLL, "404.html"].contains(&path) || path.starts_with("sitemap-");
    !path.starts_with(FINGERPRINTED) && !is_looked_for && !is_picture
}

/// The addresses of a site, redirects too, below the base path.
pub fn published_addresses(config: &Config, site: &Site, statics: &[Asset]) -> BTreeSet<String> {
    let files = plan(config, site, statics).into_iter().filter(|file| is_kept(&file.path));
    let address = |path: &str| match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => format!("/{folder}"),
        _ => format!("/{path}"),
    };
    files.map(|file| address(&file.path)).collect()
}

/// An error for each address that the site has been published with and that leads nowhere now.
pub fn lost_addresses(config: &Config, site: &Site, statics: &[Asset], lock: &AddressesLock) -> Vec<Diagnostic> {
    if lock.addresses().is_empty() {
        return Vec::new();
    }
    let now = published_addresses(config, site, statics);
    let lost = lock.addresses().iter().filter(|known| !now.contains(&known.value));
    let guesses = Guesses::default();
    let fault = |address: &str| {
        let message = format!("the site was published with `{address}`, and nothing is there any more");
        let is_guessed = guesses.allow(now.len());
        let misspelt = nearest(address, now.iter().map(String::as_str).take_while(|_| is_guessed));
        let misspelt = misspelt.map_or_else(String::new, |near| format!(" (`{near}`?)"));
        let help = match address.ends_with('/') || address.ends_with(".html") {
            true => format!(
                "in the front matter of the page that took its place{misspelt} write `redirects = [\"{address}\"]`, or remove \
                 this line if nothing did"
            ),
            false => format!("put a file there again{misspelt}, or remove this line if it is meant to be gone"),
        };
        Diagnostic::error(Code::LostAddress, message).help(help)
    };
    lost.map(|known| fault(&known.value).at(known.span)).collect()
}
