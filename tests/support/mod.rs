//! What several tests need: sites in temporary folders, and pages read as a browser reads them.

#![allow(dead_code, reason = "each test uses its own part")]

pub mod generated;
pub mod growing_tree;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use muwazana::build::{Build, Options, build};
use muwazana::diagnostic::human;
use muwazana::render::Output;
use muwazana::text::Date;
use scraper::{Html, Selector};

/// The repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A small site with every kind of page in Arabic and English, whose words tests of the program may know.
pub fn fixture() -> PathBuf {
    root().join("tests/fixtures/comparison")
}

/// Options that give the same on every day.
pub fn options(base_url: Option<&str>) -> Options {
    Options {
        base_url: base_url.map(|url| muwazana::config::BaseUrl::parse(url).expect("a base URL")),
        today: Date::parse("2026-11-23"),
        ..Options::default()
    }
}

/// Builds and insists that nothing is wrong enough to stop it.
pub fn build_well(root: &Path, options: &Options) -> Build {
    let built = build(root, options);
    assert_eq!(built.faults().0, 0, "{}", human(&built.sources, &built.diagnostics, false));
    built
}

/// A site in a temporary folder, from texts by path.
pub fn site<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    folder
}

/// Settings without the pictures of pages and charts: to draw them takes most of the time of a build that is not optimised.
pub const NO_PICTURES: &str = "\n[output]\nsocial_images = false\ncharts = false\n";

/// Adds [`NO_PICTURES`] to the settings of a site.
pub fn without_pictures(root: &Path) {
    let path = root.join("site.toml");
    let settings = std::fs::read_to_string(&path).expect("settings");
    std::fs::write(path, settings + NO_PICTURES).expect("written");
}

/// A site.toml of two languages and two subjects.
pub const SITE: &str = r##"
base_url = "https://example.org/"
[[languages]]
tag = "ar"
name = "العربية"
[[languages]]
tag = "en"
name = "English"
[[subjects]]
id = "llm"
name = { ar = "النماذج", en = "Models" }
accent = "#a3312b"
[[subjects]]
id = "chain"
name = { ar = "السلاسل", en = "Chains" }
accent = "#1d5c7a"
"##;

/// Every link of every page that leads to another place of the site and finds nothing there.
pub fn dead_links(outputs: &[Output], origin: &str, base: &str) -> Vec<String> {
    let files: BTreeSet<&str> = outputs.iter().map(|output| output.path.as_str()).collect();
    let pages: BTreeMap<&str, Html> = outputs
        .iter()
        .filter(|output| output.path.ends_with(".html"))
        .map(|output| (output.path.as_str(), Html::parse_document(&String::from_utf8_lossy(&output.bytes))))
        .collect();
    let ids: BTreeMap<&str, BTreeSet<String>> = pages
        .iter()
        .map(|(path, page)| {
            let ids: Vec<String> = select(page, "[id]").map(|e| e.attr("id").unwrap_or_default().to_owned()).collect();
            let unique: BTreeSet<String> = ids.iter().cloned().collect();
            assert_eq!(ids.len(), unique.len(), "{path} has an id twice");
            (*path, unique)
        })
        .collect();
    let mut dead = Vec::new();
    for (path, page) in &pages {
        for element in select(page, "[href], [src]") {
            let written = element.attr("href").or(element.attr("src")).unwrap_or_default();
            let link = written.strip_prefix(origin).filter(|rest| rest.starts_with('/')).unwrap_or(written);
            if link.starts_with("http://")
                || link.starts_with("https://")
                || link.starts_with("mailto:")
                || link.starts_with("data:")
            {
                continue;
            }
            // A query is for the script of the page that it leads to.
            let link: &str = &link.split_once('?').map_or(link.to_owned(), |(path, rest)| {
                let anchor = rest.split_once('#').map_or(String::new(), |(_, anchor)| format!("#{anchor}"));
                format!("{path}{anchor}")
            });
            let (target, anchor) = link.split_once('#').map_or((link, None), |(target, anchor)| (target, Some(anchor)));
            let file = match target {
                "" => Some((*path).to_owned()),
                target => target.strip_prefix(base).map(|below| {
                    let below = percent_encoding::percent_decode_str(below).decode_utf8_lossy().into_owned();
                    if below.is_empty() || below.ends_with('/') { format!("{below}index.html") } else { below }
                }),
            };
            let found = file.as_deref().is_some_and(|file| {
                let anchor = anchor.map(|anchor| percent_encoding::percent_decode_str(anchor).decode_utf8_lossy());
                files.contains(file)
                    && anchor.is_none_or(|anchor| ids.get(file).is_some_and(|ids| ids.contains(&*anchor)))
            });
            if !found {
                dead.push(format!("{path}: {written}"));
            }
        }
    }
    dead
}

/// Elements of a page.
pub fn select<'a>(page: &'a Html, selector: &str) -> impl Iterator<Item = scraper::ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector).collect::<Vec<_>>().into_iter()
}

/// All files below a folder, by path with `/`.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(dir) = open.pop() {
        for entry in std::fs::read_dir(&dir).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else {
                let below = path.strip_prefix(folder).expect("below");
                let name: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
                found.insert(name.join("/"), std::fs::read(&path).expect("readable"));
            }
        }
    }
    found
}

/// A generator of pseudo-random numbers (SplitMix64), so that a failure can be repeated by its seed.
pub struct Random(pub u64);

impl Random {
    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) as usize % n
    }
}
