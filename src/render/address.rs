//! Where everything is: the one place that knows the base path. Pages lie in folders of their language, files under
//! `assets/`, once, named by their bytes.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{Input, Output};
use crate::config::LanguageId;
use crate::site::{FileRef, Resolved, Site};
use crate::text::fingerprint;
use crate::tree::Asset;

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
    /// Static files as they are published.
    statics: Vec<Output>,
}

impl Addresses {
    pub fn new(input: &Input<'_>) -> Self {
        let base = input.config.base_url.path.clone();
        let statics = statics(input.assets);
        let assets = input.assets.iter().zip(&statics).filter_map(|(asset, output)| {
            let name = asset.name.strip_prefix(FINGERPRINTED)?;
            Some((name.to_owned(), format!("{base}{}", output.path)))
        });
        Self {
            origin: input.config.base_url.origin.clone(),
            assets: assets.collect(),
            tags: input.config.languages.iter().map(|language| language.locale.tag.clone()).collect(),
            statics,
            base,
        }
    }

    /// A page in a language, by its path below `content/`.
    pub fn page(&self, language: LanguageId, path: &str) -> String {
        let (base, tag) = (self.base.as_str(), self.tags[language.0].as_str());
        if path.is_empty() { [base, tag, "/"].concat() } else { [base, tag, "/", &encode(path), "/"].concat() }
    }

    /// The address of a place below the base path.
    pub fn under(&self, path: &str) -> String {
        [self.base.as_str(), &encode(path)].concat()
    }

    /// The whole address of what [`Self::page`] or [`Self::under`] gave.
    pub fn absolute(&self, address: &str) -> String {
        [self.origin.as_str(), address].concat()
    }

    /// A page's file.
    pub fn file(&self, site: &Site, file: FileRef) -> String {
        let asset = &site.page(file.0).input.files[file.1];
        self.under(&published(file_name(&asset.name), &asset.digest))
    }

    /// All files that the site publishes as they are, each once: static files, and those of pages that something
    /// refers to.
    pub fn files(&self, input: &Input<'_>) -> Vec<Output> {
        let links = input.site.pages.iter().flat_map(|page| page.links.iter().flatten().flatten());
        let linked = links.filter_map(|link| match link {
            Resolved::File(file) => Some(*file),
            _ => None,
        });
        let images = input.site.pages.iter().flat_map(|page| page.images.iter().flatten().flatten().copied());
        let used: BTreeSet<FileRef> = linked.chain(images).collect();
        let of_pages = used.into_iter().map(|file| {
            let asset = &input.site.page(file.0).input.files[file.1];
            Output { path: published(file_name(&asset.name), &asset.digest), bytes: asset.bytes.clone() }
        });
        let jekyll = Output { path: ".nojekyll".to_owned(), bytes: Bytes::new() };
        let mut files: Vec<_> = self.statics.iter().cloned().chain(of_pages).chain([jekyll]).collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files.dedup_by(|a, b| a.path == b.path);
        files
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Static files at their places, in their order. Sheets and scripts name other assets by the names that these have in
/// `static/assets/`, as in `url(fonts/text.woff2)` and `"./search.js"`; they are published with their addresses.
fn statics(assets: &[Asset]) -> Vec<Output> {
    let mut done = vec![None; assets.len()];
    (0..assets.len()).for_each(|at| publish(assets, at, &mut done));
    done.into_iter().flatten().collect()
}

/// Publishes an asset after all that it names; one that is on the way already, round a circle, stays as it is named.
fn publish(assets: &[Asset], at: usize, done: &mut Vec<Option<Output>>) {
    let asset = &assets[at];
    let bytes = small(asset);
    let Some(name) = asset.name.strip_prefix(FINGERPRINTED) else {
        done[at] = Some(Output { path: asset.name.clone(), bytes });
        return;
    };
    let written = match name.rsplit('.').next() {
        Some("css") => |name: &str| format!("url({name})"),
        Some("js") => |name: &str| format!("\"./{name}\""),
        _ => {
            done[at] = Some(Output { path: published(name, &fingerprint(&bytes)), bytes });
            return;
        }
    };
    done[at] = Some(Output { path: asset.name.clone(), bytes: bytes.clone() });
    let mut text = String::from_utf8_lossy(&bytes).into_owned();
    for (other, named) in assets.iter().enumerate().filter(|(other, _)| *other != at) {
        let Some(named) = named.name.strip_prefix(FINGERPRINTED).map(written).filter(|named| text.contains(named))
        else {
            continue;
        };
        if done[other].is_none() {
            publish(assets, other, done);
        }
        if let Some(place) = done[other].as_ref().and_then(|output| output.path.strip_prefix(FINGERPRINTED)) {
            text = text.replace(&named, &written(place));
        }
    }
    done[at] = Some(Output { path: published(name, &fingerprint(text.as_bytes())), bytes: text.into_bytes().into() });
}

/// The generator's own sheets and scripts without their comments and white space; whatever a site brings is published
/// as it is.
fn small(asset: &Asset) -> Bytes {
    let text = std::str::from_utf8(&asset.bytes).ok().filter(|_| asset.default);
    let small = match (text, asset.name.rsplit('.').next()) {
        (Some(text), Some("css")) => minifier::css::minify(text).ok().map(|small| small.to_string()),
        (Some(text), Some("js")) => Some(minifier::js::minify(text).to_string()),
        _ => None,
    };
    small.map_or_else(|| asset.bytes.clone(), |small| Bytes::copy_from_slice(small.trim_start().as_bytes()))
}

/// `assets/name.digest.ending`
fn published(name: &str, digest: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{FINGERPRINTED}{stem}.{digest}.{ending}"),
        None => format!("{FINGERPRINTED}{name}.{digest}"),
    }
}

/// Most paths are copied nowhere: they stand for themselves.
fn encode(path: &str) -> Cow<'_, str> {
    utf8_percent_encode(path, SEGMENTS).into()
}
