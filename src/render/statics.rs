//! Files that are published as they are: those of `static/`, and those of pages that something refers to. Files that pages
//! load lie under `assets/`, named by their bytes; files that they offer under `files/`, by their own names.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use bytes::Bytes;

use crate::config::Config;
use crate::locale::{Direction, Locale};
use crate::render::compact::compact_sheet;
use crate::render::faces::{FontFace, faces, families};
use crate::render::output::Output;
use crate::render::own_rules::own_rules;
use crate::render::short_names::short_names;
use crate::render::social_image::TypefaceSet;
use crate::site::{Destination, FileRef, Resolved, Site};
use crate::text::fingerprint;
use crate::tree::Asset;

/// Static files in this folder are fingerprinted; all others keep their place and name.
pub const FINGERPRINTED: &str = "assets/";

/// The variables of the sheet that list fonts: for pages from left to right, and from right to left.
const FONT_VARIABLES: [&str; 2] = ["latin", "naskh"];

/// Files that pages offer are in this folder.
pub const DOWNLOADS: &str = "files/";

/// The sheet that every page has.
pub const SHEET: &str = "assets/style.css";

/// Tells GitHub Pages to publish the site as it is.
pub const NO_JEKYLL: &str = ".nojekyll";

/// The files of `static/` as they are published.
#[derive(Debug, Default)]
pub struct Statics {
    /// In the order of their names.
    files: Vec<Output>,
    /// Where fingerprinted files are published, by their names below `static/assets/`.
    pub assets: BTreeMap<String, String>,
    /// The faces of the sheet of all pages.
    pub faces: Vec<FontFace>,
    /// With which fonts the sheet and the settings write Latin letters, and Arabic ones; nothing where that is not told.
    fonts: [Option<Vec<String>>; 2],
    /// The same as outlines, once they are wanted.
    typefaces: OnceLock<TypefaceSet>,
    /// Width and height of pictures in CSS pixels, by their names below `static/`.
    dimensions: BTreeMap<String, (u32, u32)>,
}

impl Statics {
    /// Of the files of `static/` and the defaults.
    pub fn new(assets: &[Asset], config: &Config) -> Self {
        let files = statics(assets, &own_rules(config));
        let paths = assets.iter().zip(&files).filter_map(|(asset, output)| {
            Some((asset.name.strip_prefix(FINGERPRINTED)?.to_owned(), output.path.clone()))
        });
        let dimensions = assets.iter().filter_map(|asset| Some((asset.name.clone(), asset.dimensions?)));
        let sheet = assets.iter().find(|asset| asset.name == SHEET).map(|asset| String::from_utf8_lossy(&asset.bytes));
        let fonts = FONT_VARIABLES.map(|name| {
            let own =
                config.appearance.variables.iter().find(|(known, _)| *known == name).map(|(_, list)| list.as_str());
            let default = || sheet.as_ref()?.split_once(&format!("--{name}:"))?.1.split([';', '}']).next();
            own.or_else(default).map(families)
        });
        let faces = sheet.map_or_else(Vec::new, |sheet| faces(&sheet));
        let (assets, dimensions, typefaces) = (paths.collect(), dimensions.collect(), OnceLock::new());
        Self { assets, faces, fonts, dimensions, files, typefaces }
    }

    /// Whether a face is one of those with which the words of a language are written.
    pub fn is_written_with(&self, locale: &Locale, face: &FontFace) -> bool {
        let fonts = &self.fonts[usize::from(locale.direction == Direction::Rtl)];
        fonts.as_ref().is_none_or(|fonts| face.families.iter().any(|family| fonts.contains(family)))
    }

    /// The faces of the sheet as outlines, unpacked when they are first wanted.
    pub fn typefaces(&self) -> &TypefaceSet {
        let bytes = |face: &FontFace| {
            let path = self.assets.get(&face.file)?;
            self.files.iter().find(|file| file.path == *path).map(|file| file.bytes.clone())
        };
        self.typefaces.get_or_init(|| {
            let files: Vec<_> = self.faces.iter().filter_map(|face| Some((face, bytes(face)?))).collect();
            TypefaceSet::new(files.iter().map(|(face, bytes)| (*face, &bytes[..])))
        })
    }

    /// Width and height of a picture in CSS pixels, where it says them.
    pub fn dimensions(&self, name: &str) -> Option<(u32, u32)> {
        self.dimensions.get(name).copied()
    }

    /// All files that a site publishes as they are, each once and by path: static files, and those of pages that
    /// something refers to.
    pub fn files(&self, site: &Site) -> Vec<Output> {
        let of_pages = used_files(site).into_iter().map(|(path, file)| {
            let asset = &site.page(file.0).input.files[file.1];
            Output { path, bytes: asset.bytes.clone() }
        });
        let jekyll = Output { path: NO_JEKYLL.to_owned(), bytes: Bytes::new() };
        let mut files: Vec<_> = self.files.iter().cloned().chain(of_pages).chain([jekyll]).collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files.dedup_by(|a, b| a.path == b.path);
        files
    }
}

/// The files of pages that something refers to, by their paths on the site. What a page shows is named by its bytes; what a
/// reader may fetch has an address that lasts.
pub fn used_files(site: &Site) -> BTreeMap<String, FileRef> {
    let file = |resolved: &Resolved| match resolved.to {
        Destination::File(file) => Some(file),
        _ => None,
    };
    let linked = site.pages.iter().flat_map(|page| page.links.iter().flatten().flatten()).filter_map(file);
    let shown = site.pages.iter().flat_map(|page| page.images.iter().flatten().flatten()).filter_map(file);
    let linked: BTreeSet<FileRef> = linked.collect();
    let shown: BTreeSet<FileRef> = shown.collect();
    let linked = linked.into_iter().map(|file| (download(site, file), file));
    linked.chain(shown.into_iter().map(|file| (shown_path(site, file), file))).collect()
}

/// Where a file lies that a page shows: named by its bytes, so that browsers need not ask for it again.
pub fn shown_path(site: &Site, file: FileRef) -> String {
    let asset = &site.page(file.0).input.files[file.1];
    published(file_name(&asset.name), &asset.digest)
}

/// Where a file lies that a page offers: `files/`, the address of its page and its own name, whatever is in it.
pub fn download(site: &Site, file: FileRef) -> String {
    let (page, address) = (site.page(file.0), site.page(file.0).address());
    let below = if address.is_empty() { "" } else { "/" };
    format!("{DOWNLOADS}{address}{below}{}", page.input.files[file.1].name)
}

/// The last part of a path.
pub fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Static files at their places, in their order. Sheets and scripts name other assets by the names that these have in
/// `static/assets/`, as in `url(fonts/text.woff2)` and `"./search.js"`; they are published with their addresses.
fn statics(assets: &[Asset], own_rules: &str) -> Vec<Output> {
    let mut done = vec![None; assets.len()];
    (0..assets.len()).for_each(|at| publish(assets, at, own_rules, &mut done));
    done.into_iter().flatten().collect()
}

/// Publishes an asset after all that it names; one that is on the way already, round a circle, stays as it is named. The
/// sheet of all pages ends with the rules of the site's settings.
fn publish(assets: &[Asset], at: usize, own_rules: &str, done: &mut Vec<Option<Output>>) {
    let asset = &assets[at];
    let mut bytes = minified(asset);
    if asset.name == SHEET {
        bytes = [&bytes, own_rules.as_bytes()].concat().into();
    }
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
            publish(assets, other, own_rules, done);
        }
        if let Some(place) = done[other].as_ref().and_then(|output| output.path.strip_prefix(FINGERPRINTED)) {
            text = text.replace(&named, &written(place));
        }
    }
    done[at] = Some(Output { path: published(name, &fingerprint(text.as_bytes())), bytes: text.into_bytes().into() });
}

/// The generator's own sheets and scripts without their comments and white space; whatever a site brings is published
/// as it is.
fn minified(asset: &Asset) -> Bytes {
    let text = std::str::from_utf8(&asset.bytes).ok().filter(|_| asset.default);
    let minified = match (text, asset.name.rsplit('.').next()) {
        (Some(text), Some("css")) => minifier::css::minify(text).ok().map(|text| compact_sheet(&text.to_string())),
        (Some(text), Some("js")) => Some(short_names(&minifier::js::minify(text).to_string())),
        _ => None,
    };
    minified.map_or_else(|| asset.bytes.clone(), |text| Bytes::copy_from_slice(text.trim_start().as_bytes()))
}

/// `assets/name.digest.ending`
pub fn published(name: &str, digest: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{FINGERPRINTED}{stem}.{digest}.{ending}"),
        None => format!("{FINGERPRINTED}{name}.{digest}"),
    }
}
