//! Files that pages show or offer: those beside pages, those of `static/`, and those of other sites.

use super::targets::PlaceOfPath;
use super::{Destination, Resolved, Resolver, find};
use crate::content::Target;
use crate::diagnostic::{Cause, Code, Diagnostic, Matter};
use crate::site::{FileRef, PageId};
use crate::tree::{Asset, AssetFault};

impl Resolver<'_> {
    /// The file at a path below `content/`: the one made for this language, if there is one.
    pub(super) fn file(&self, path: &str) -> Option<FileRef> {
        let mut folder = path;
        while let Some((above, _)) = folder.rsplit_once('/') {
            folder = above;
            if let Some(page) = find(self.pages, folder) {
                return self.file_in(page, &path[folder.len() + 1..]);
            }
        }
        self.file_in(find(self.pages, "")?, path)
    }

    fn file_in(&self, page: PageId, name: &str) -> Option<FileRef> {
        let files = &self.pages[page.0].input.files;
        let at = |name: &str| Asset::position(files, name);
        let tag = &self.config.at(self.language).locale.tag;
        let own = name.rsplit_once('.').and_then(|(stem, ending)| at(&format!("{stem}.{tag}.{ending}")));
        own.or_else(|| at(name)).map(|at| FileRef(page, at))
    }

    /// A file of a page, if it may be published.
    pub(super) fn published(&self, file: FileRef) -> Result<Destination, Diagnostic> {
        let page = &self.pages[file.0.0].input;
        let asset = page.files.get(file.1);
        match asset.and_then(|asset| Some((asset, self.fault_of(asset)?))) {
            // What is wrong with the file is told once, in however many languages it is shown.
            Some((asset, fault)) => Err(fault.because_of(once(&page.path, &asset.name))),
            None => Ok(Destination::File(file)),
        }
    }

    /// The file of `static/` of a name, or the page in a folder of that name.
    pub(super) fn in_static(&self, name: &str, anchor: Option<&str>) -> Option<Result<Resolved, Diagnostic>> {
        let at = |name: &str| Asset::position(self.statics, name).map(|at| &self.statics[at]);
        let (asset, name) = match at(name) {
            Some(asset) => (asset, asset.name.clone()),
            None => (at(&format!("{name}/index.html"))?, format!("{name}/")),
        };
        let to = Destination::Static { name, dimensions: asset.dimensions };
        let anchor = anchor.map(str::to_owned);
        Some(match &asset.fault {
            Some(AssetFault::Damaged(why)) => Err(damaged(&asset.name, why)),
            _ => Ok(Resolved { anchor, ..to.into() }),
        })
    }

    /// What an image, a sound or a film shows.
    pub(super) fn shown(&self, written: &str) -> Result<Resolved, Diagnostic> {
        match Target::inline(written) {
            Target::Path { path, query, anchor } => {
                let place = self.place_of(&path);
                let name = match &place {
                    PlaceOfPath::Content(path) | PlaceOfPath::Static(path) => path.as_str(),
                    PlaceOfPath::Outside(_) => "",
                };
                let found = if name.is_empty() { None } else { self.path(&path, anchor.as_deref()).ok() };
                match found.filter(|found| {
                    !matches!(found.to, Destination::Page(_) | Destination::Generated(_) | Destination::Parallel(_))
                }) {
                    Some(found) => Ok(Resolved { query, ..found }),
                    None => Err(self
                        .file_fault(name)
                        .or_else(|| self.page_for_image(written, &path))
                        .unwrap_or_else(|| self.missing_image(written, &path))),
                }
            }
            _ if Target::is_inline_media(written) => Ok(Destination::External.into()),
            Target::External if self.config.external_images => Ok(Destination::External.into()),
            Target::External => {
                let message = format!("the image `{written}` is on another site");
                Err(Diagnostic::error(Code::MissingImage, message).help(
                    "put the file beside the page, so that readers' browsers ask nobody else; or set \
                     `external_images = true` in site.toml",
                ))
            }
            _ => Err(self.missing_image(written, written)),
        }
    }

    /// The name of an image that browsers do not show, or that is large, and the warning of it.
    /// The others that the page shows may be the same in a format that all show.
    pub(super) fn unfit_image(&self, shown: &Destination, others: &[String]) -> Option<(&str, Diagnostic)> {
        let asset = match shown {
            Destination::File(file) => self.pages[file.0.0].input.files.get(file.1)?,
            Destination::Static { name, .. } => &self.statics[Asset::position(self.statics, name)?],
            _ => return None,
        };
        if has_ending(&asset.name, UNSHOWN) {
            let stem = |name: &str| {
                let name = name.rsplit('/').next().unwrap_or_default();
                name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
            };
            let own = stem(&asset.name);
            if others.iter().any(|other| stem(other) == own && !has_ending(other, UNSHOWN)) {
                return None;
            }
            let message = format!("most browsers show no image of the format of `{}`", asset.name);
            let help = "save it as JPEG, PNG, WebP or AVIF, and write that name here";
            return Some((&asset.name, Diagnostic::warning(Code::FileType, message).help(help)));
        }
        let size = asset.bytes.len();
        if asset.dimensions.is_none() || size <= LARGE {
            return None;
        }
        let (name, (width, height)) = (asset.name.as_str(), asset.dimensions?);
        let megabytes = size / 100_000;
        let message =
            format!("the image `{name}` has {}.{} MB, and {width} × {height} pixels", megabytes / 10, megabytes % 10);
        let help = "save it as wide as it is shown, in WebP, AVIF or JPEG: readers with a phone wait for each megabyte";
        Some((name, Diagnostic::warning(Code::LargeImage, message).help(help)))
    }

    /// What is wrong with the file at a path below `content/` or `static/`, if there is one.
    fn file_fault(&self, path: &str) -> Option<Diagnostic> {
        let own = self.file(path).and_then(|file| self.published(file).err());
        own.or_else(|| self.in_static(path, None).and_then(Result::err))
    }

    fn missing_image(&self, written: &str, path: &str) -> Diagnostic {
        let (_, ending) = path.rsplit_once('.').unwrap_or_default();
        let is_film = ["mp4", "webm", "mov", "ogv", "mp3", "ogg", "wav", "m4a", "vtt"].contains(&ending);
        let noun = if is_film { "file" } else { "image" };
        let fault = Diagnostic::error(Code::MissingImage, format!("there is no {noun} `{written}`"));
        let fault = fault.because_of(once(&self.pages[self.page.0].input.path, written));
        self.with_nearest_file(fault, path, "put the file into the page's folder and name it as it is called there")
    }

    /// Why a file beside a page is not published, if it is not.
    fn fault_of(&self, asset: &Asset) -> Option<Diagnostic> {
        let name = &asset.name;
        let runs = |what: &str| {
            let message = format!("`{name}` {what}, and is not published: it could act in the name of the site");
            Diagnostic::error(Code::FileType, message)
        };
        match &asset.fault {
            Some(AssetFault::Damaged(why)) => Some(damaged(name, why)),
            _ if self.config.raw_html == crate::config::RawHtml::Allow => None,
            Some(AssetFault::Formula(cell)) => {
                let message =
                    format!("a cell of `{name}` begins as a formula, `{cell}`, and programs for tables would run it");
                let help = "write a letter or an apostrophe before it; a number has its sign and digits alone";
                let fault = Diagnostic::error(Code::FileType, message).help(help);
                Some(asset.text.into_iter().map(Matter::File).fold(fault, Diagnostic::resting_on))
            }
            Some(AssetFault::Active(what)) => Some(runs(&format!("holds {what}")).help(
                "take it out of the drawing, or set raw_html = \"allow\" in site.toml if you trust every author",
            )),
            None if is_published_type(name) => None,
            None if has_ending(name, CAMERA) => Some(
                Diagnostic::error(Code::FileType, format!("no browser shows an image of the format of `{name}`"))
                    .help("save it as JPEG, PNG, WebP or AVIF, and write that name here"),
            ),
            None => Some(runs("is of no type that pages publish").help(
                "publish images, data, PDF, sound, film, archives, fonts or text; put what is none of these into \
                 `static/`, or set raw_html = \"allow\" in site.toml if you trust every author",
            )),
        }
    }
}

/// The cause of what is wrong with a file that a page has, or lacks, in all its languages.
fn once(page: &str, file: &str) -> Cause {
    Cause { name: format!("file {page}/{file}"), instead: None }
}

fn damaged(name: &str, why: &str) -> Diagnostic {
    Diagnostic::error(Code::DamagedFile, format!("the image `{name}` is damaged: {why}"))
        .help("export or download it once more, and put it in place of this file")
}

/// Formats of cameras and of print that browsers, or all but one, do not show.
const UNSHOWN: &[&str] = &["heic", "heif", "hif", "tif", "tiff"];

/// Formats in which cameras and programs for drawing keep an image, and that no browser shows.
const CAMERA: &[&str] = &["ai", "arw", "cr2", "cr3", "dng", "indd", "nef", "orf", "psd", "raf", "raw", "rw2", "xcf"];

/// From how many bytes on an image is named: more than a photograph needs that fills a screen.
const LARGE: usize = 1_000_000;

/// Endings of files that pages may publish: what browsers show or save, and do not run.
const PUBLISHED: &[&str] = &[
    // Images.
    "apng", "avif", "bmp", "gif", "heic", "heif", "hif", "ico", "jfif", "jpe", "jpeg", "jpg", "jxl", "png", "svg",
    "tif", "tiff", "webp", // Data.
    "bib", "csv", "db", "geojson", "gpx", "ipynb", "json", "jsonl", "kml", "ndjson", "ods", "parquet", "ris", "sqlite",
    "toml", "tsv", "xls", "xlsx", "yaml", "yml", // Documents.
    "doc", "docx", "epub", "odp", "odt", "pdf", "ppt", "pptx", "ps", "rtf", // Sound.
    "aac", "flac", "m4a", "mid", "mp3", "oga", "ogg", "opus", "wav", // Film.
    "avi", "m4v", "mkv", "mov", "mp4", "mpeg", "mpg", "ogv", "srt", "vtt", "webm", // Archives.
    "7z", "bz2", "gz", "rar", "tar", "tgz", "xz", "zip", "zst", // Fonts.
    "otf", "ttc", "ttf", "woff", "woff2", // Text and code that browsers show as text or save.
    "asc", "bat", "c", "cfg", "conf", "cpp", "cs", "diff", "go", "h", "hpp", "ini", "ics", "java", "jl", "kt", "lock",
    "log", "lua", "m", "nb", "patch", "pl", "po", "ps1", "py", "r", "rb", "rs", "rst", "scala", "sh", "sig", "sol",
    "sql", "swift", "tex", "ts", "txt", "vcf",
];

fn has_ending(name: &str, endings: &[&str]) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| endings.iter().any(|own| ending.eq_ignore_ascii_case(own)))
}

/// Whether a file beside a page is of a type that may be published. One without an ending is text, such as `LICENSE`.
fn is_published_type(name: &str) -> bool {
    let name = name.rsplit('/').next().unwrap_or(name);
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_none_or(|ending| PUBLISHED.contains(&ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_run_is_not_published() {
        for name in ["a.png", "B.SVG", "بيانات.csv", "x/y.PDF", "LICENSE", "a.tar.gz", "talk.mp4", "font.woff2"] {
            assert!(is_published_type(name), "{name}");
        }
        for name in ["a.html", "A.HTM", "x.xhtml", "x.svgz", "x.js", "x.mjs", "x.xml", "x.wasm", "x.php", "x.swf", "a."]
        {
            assert!(!is_published_type(name), "{name}");
        }
    }
}
