//! Where everything is: the one place that knows the base path. Pages lie in folders of their language, files under
//! `assets/`, once, named by their bytes.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{Input, Output};
use crate::config::LanguageId;
use crate::site::{FileRef, Resolved, Site};
use crate::source::Asset;

/// What stands for itself in a path.
const SEGMENTS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Static files in this folder are fingerprinted; all others keep their place and name.
const FINGERPRINTED: &str = "assets/";

pub struct Addresses {
    origin: String,
    base: String,
    tags: Vec<String>,
    /// The addresses of fingerprinted static files, by their names below `static/assets/`.
    pub assets: BTreeMap<String, String>,
}

impl Addresses {
    pub fn new(input: &Input<'_>) -> Self {
        let base = input.config.base_url.path.clone();
        let assets = input.assets.iter().filter_map(|asset| {
            let name = asset.name.strip_prefix(FINGERPRINTED)?;
            Some((name.to_owned(), format!("{base}{}", published(name, asset))))
        });
        Self {
            origin: input.config.base_url.origin.clone(),
            assets: assets.collect(),
            tags: input.config.languages.iter().map(|language| language.locale.tag.clone()).collect(),
            base,
        }
    }

    /// A page in a language, by its path below `content/`.
    pub fn page(&self, language: LanguageId, path: &str) -> String {
        let tag = &self.tags[language.0];
        if path.is_empty() { format!("{}{tag}/", self.base) } else { format!("{}{tag}/{}/", self.base, encode(path)) }
    }

    /// The address of a place below the base path.
    pub fn under(&self, path: &str) -> String {
        format!("{}{}", self.base, encode(path))
    }

    /// The whole address of what [`Self::page`] or [`Self::under`] gave.
    pub fn absolute(&self, address: &str) -> String {
        format!("{}{address}", self.origin)
    }

    /// A page's file.
    pub fn file(&self, site: &Site, file: FileRef) -> String {
        let asset = &site.page(file.0).input.files[file.1];
        self.under(&published(file_name(&asset.name), asset))
    }

    /// All files that the site publishes as they are: static files, and those of pages that something refers to.
    pub fn files(&self, input: &Input<'_>) -> Vec<Output> {
        let statics = input.assets.iter().map(|asset| Output {
            path: asset
                .name
                .strip_prefix(FINGERPRINTED)
                .map_or_else(|| asset.name.clone(), |name| published(name, asset)),
            bytes: asset.bytes.clone(),
        });
        let links = input.site.pages.iter().flat_map(|page| page.links.iter().flatten().flatten());
        let linked = links.filter_map(|link| match link {
            Resolved::File(file) => Some(*file),
            _ => None,
        });
        let images = input.site.pages.iter().flat_map(|page| page.images.iter().flatten().flatten().copied());
        let used: BTreeSet<FileRef> = linked.chain(images).collect();
        let of_pages = used.into_iter().map(|file| {
            let asset = &input.site.page(file.0).input.files[file.1];
            Output { path: published(file_name(&asset.name), asset), bytes: asset.bytes.clone() }
        });
        let jekyll = Output { path: ".nojekyll".to_owned(), bytes: Vec::new().into() };
        statics.chain(of_pages).chain([jekyll]).collect()
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// `assets/name.digest.ending`
fn published(name: &str, asset: &Asset) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{FINGERPRINTED}{stem}.{}.{ending}", asset.digest),
        None => format!("{FINGERPRINTED}{name}.{}", asset.digest),
    }
}

fn encode(path: &str) -> String {
    utf8_percent_encode(path, SEGMENTS).to_string()
}
