//! Holds an output of the end-to-end benchmark to doing no less than the others: all pages and lists are there, links lead
//! to pages, and code is coloured.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::corpus::{self, Page, Shape, tags};

/// All files below a folder, by path with `/`, with their lengths in bytes.
pub fn files(folder: &Path) -> Vec<(String, u64)> {
    let mut found = Vec::new();
    let mut open = vec![String::new()];
    while let Some(below) = open.pop() {
        for entry in fs::read_dir(folder.join(&below)).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if below.is_empty() { name } else { format!("{below}/{name}") };
            let data = entry.metadata().expect("metadata");
            if data.is_dir() {
                open.push(path);
            } else if data.is_file() {
                found.push((path, data.len()));
            }
        }
    }
    found.sort();
    found
}

/// Panics at the first thing that is missing.
pub fn check(which: &str, folder: &Path, shape: Shape) {
    let there: BTreeSet<String> = files(folder).into_iter().map(|(path, _)| path).collect();
    let read = |path: &str| fs::read_to_string(folder.join(path)).unwrap_or_else(|_| panic!("{which} has no {path}"));
    for (tag, _) in tags(shape) {
        for page in corpus::pages(shape) {
            article(which, &read(&format!("{tag}/{}/index.html", page.path())), page, shape, &there);
            assert!(there.contains(&format!("{tag}/{}/index.md", page.path())), "{which}: no Markdown beside {page:?}");
        }
        let points = |text: &str| text.matches("/dimensions/point-").count();
        assert!(points(&read(&format!("{tag}/matrix/index.html"))) >= shape.dimensions, "{which}: the matrix");
        assert!(points(&read(&format!("{tag}/index.html"))) >= shape.dimensions, "{which}: the scale");
        assert!(points(&read(&format!("{tag}/dimensions/index.html"))) >= shape.dimensions, "{which}: the list");
        assert!(read(&format!("{tag}/terms/index.html")).matches("/terms/term-").count() >= shape.terms);
        let search = if which == "hugo" { format!("{tag}/search.json") } else { format!("assets/search/{tag}.json") };
        assert!(there.contains(&search), "{which}: the search");
        let feed = if which == "hugo" { "index.xml" } else { "feed.xml" };
        assert!(points(&read(&format!("{tag}/{feed}"))) >= shape.dimensions, "{which}: the feed");
    }
    let maps = there.iter().filter(|path| path.ends_with("sitemap.xml"));
    let entries: usize = maps.map(|path| read(path).matches("<loc>").count()).sum();
    assert!(entries >= shape.pages(), "{which}: the sitemap has {entries} entries");
    let parallel = there.iter().filter(|path| path.contains("parallel")).count();
    assert!(parallel >= shape.dimensions, "{which}: {parallel} pages with both languages");
}

fn article(which: &str, text: &str, page: Page, shape: Shape, there: &BTreeSet<String>) {
    let fail = |what: &str| panic!("{which}: {page:?} {what}");
    // One writes quotes around attributes and the other does without.
    let text = &text.replace('"', "");
    let body = text.split_once("<main").map_or(text.as_str(), |(_, main)| main);
    let leads =
        |address: &str| body.match_indices(address).any(|(at, _)| body[at + address.len()..].starts_with([' ', '>']));
    for (to, section) in corpus::links(shape, page) {
        let anchor = section.map_or(String::new(), |id| format!("#{id}"));
        // To itself, a generator may write the anchor alone.
        if to != page && !leads(&format!("/{}/{anchor}", to.path())) {
            fail("lacks a link");
        }
    }
    for href in text.split("href=/").skip(1) {
        let target = href.split([' ', '>', '#']).next().unwrap_or_default();
        let file = if target.ends_with('/') { format!("{target}index.html") } else { target.to_owned() };
        if !there.contains(&file) && !file.starts_with("assets/") {
            fail(&format!("has a dead link to /{target}"));
        }
    }
    for (what, least) in [("<tr", 5), ("<h2", 7), ("<blockquote", 1), ("rel=alternate", 3), ("<sup", 2)] {
        if text.matches(what).count() < least {
            fail(&format!("has too little {what}"));
        }
    }
    if let Page::Dimension(_) = page {
        for what in ["id=related", "id=backlinks", "class=stance", "class=neighbours", "class=axis"] {
            if !text.contains(what) {
                fail(&format!("has no {what}"));
            }
        }
    }
    let coloured = body.matches("<span class=").count();
    if ["<figure class=code", "class=highlight"].iter().any(|code| text.contains(code)) && coloured < 30 {
        fail("has plain code");
    }
}
