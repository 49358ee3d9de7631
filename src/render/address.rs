//! Addresses as pages name them: the one place that knows the base path. Pages lie in folders of their language, files under
//! `assets/`, once, named by their bytes. Which path a page has below its language is decided in `site/folder_addresses.rs`.

use crate::config::{Config, LanguageId};
use crate::render::statics::{FINGERPRINTED, Statics, download, shown_path};
use crate::site::{FileRef, Site, SiteFile};
use percent_encoding::AsciiSet;
use percent_encoding::NON_ALPHANUMERIC;
use percent_encoding::utf8_percent_encode;
use std::borrow::Cow;
use std::collections::BTreeMap;
use url::Url;

/// What would end a path or break it; other letters are left as people read them.
const BREAKING: &AsciiSet =
    &percent_encoding::CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?');

/// The path of a file of the site in an address of another place, such as that of its repository.
pub fn file_path(path: &str) -> Cow<'_, str> {
    utf8_percent_encode(path, BREAKING).into()
}

/// What stands for itself in a path.
const SEGMENTS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Addresses of a site.
pub struct Addresses {
    origin: String,
    base: String,
    /// By language: the folder of its pages, with a slash behind it, or nothing for the one at the root.
    folders: Vec<String>,
    /// The addresses of fingerprinted static files, by their names below `static/assets/`.
    pub assets: BTreeMap<String, String>,
}

impl Addresses {
    /// Of a site with these settings and static files.
    pub fn new(config: &Config, statics: &Statics) -> Self {
        let base = config.base_url.path.clone();
        let asset = |(name, path): (&String, &String)| (name.clone(), format!("{base}{path}"));
        Self {
            origin: config.base_url.origin.clone(),
            assets: statics.assets.iter().map(asset).collect(),
            folders: config.language_ids().map(|language| under(config.folder(language), "")).collect(),
            base,
        }
    }

    /// A page in a language, by its path below `content/`.
    pub fn page(&self, language: LanguageId, path: &str) -> String {
        let (base, folder) = (self.base.as_str(), self.folders[language.0].as_str());
        if path.is_empty() { [base, folder].concat() } else { [base, folder, &encode(path), "/"].concat() }
    }

    /// The address of a place below the base path.
    pub fn under(&self, path: &str) -> String {
        [self.base.as_str(), &encode(path)].concat()
    }

    /// The whole address of what [`Self::page`] or [`Self::under`] gave.
    pub fn absolute(&self, address: &str) -> String {
        [self.origin.as_str(), address].concat()
    }

    /// The whole address of what a page at an address leads to: a place in it, one below the host, or one anywhere.
    pub fn whole(&self, page: &str, address: &str) -> String {
        let whole = Url::parse(&self.absolute(page)).and_then(|page| page.join(address));
        whole.map_or_else(|_| address.to_owned(), String::from)
    }

    /// A file that is made of others; `language` says whose, where each has one.
    pub fn site_file(&self, language: LanguageId, file: SiteFile) -> String {
        let folder = if file.is_of_language() { self.folders[language.0].as_str() } else { "" };
        self.under(&[folder, file.path()].concat())
    }

    /// A file of `static/`, by its name there.
    pub fn static_file(&self, name: &str) -> String {
        let published = name.strip_prefix(FINGERPRINTED).and_then(|name| self.assets.get(name));
        published.cloned().unwrap_or_else(|| self.under(name))
    }

    /// A page's file, to be shown.
    pub fn shown_file(&self, site: &Site, file: FileRef) -> String {
        self.under(&shown_path(site, file))
    }

    /// A page's file, to be fetched.
    pub fn download(&self, site: &Site, file: FileRef) -> String {
        self.under(&download(site, file))
    }
}

/// The path of a name in a folder, which may be the one above all.
pub fn under(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { [folder, "/", name].concat() }
}

/// Most paths are copied nowhere: they stand for themselves.
fn encode(path: &str) -> Cow<'_, str> {
    utf8_percent_encode(path, SEGMENTS).into()
}
