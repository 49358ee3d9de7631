//! The workspace of `serve`: a change does again only what it touches, and after any sequence of changes every file is what
//! a build from nothing gives.

#[path = "support/corpus.rs"]
mod corpus;
#[path = "support/random_edits.rs"]
mod random_edits;
mod support;

use std::collections::BTreeSet;
use std::path::Path;

use corpus::{SMALL, corpus, put, read};
use muwazana::build::{UpdateWork, Workspace, build};
use muwazana::content::HighlightCache;
use muwazana::diagnostic::human;
use muwazana::tree::Change;
use random_edits::edit_at_random;
use support::{Random, growing_tree, options, without_pictures};

fn paths(paths: &[&str]) -> Change {
    Change::Paths(paths.iter().map(|path| (*path).to_owned()).collect())
}

/// What the workspace says and serves is what a build from nothing says and makes. With errors, only what it says of them
/// can be compared: what was there before stays on show.
fn is_as_if_new(workspace: &Workspace, root: &Path, after: &str) {
    let fresh = build(root, &options(None));
    let live = workspace.report();
    if fresh.faults().0 > 0 {
        return assert!(live.faults().0 > 0, "{after}: {}", human(&fresh.sources, &fresh.diagnostics, false));
    }
    let told = |build: &muwazana::build::Build| human(&build.sources, &build.diagnostics, false);
    assert_eq!(told(&live), told(&fresh), "{after}");
    let expected: Vec<&str> = fresh.outputs.iter().map(|output| output.path.as_str()).collect();
    assert_eq!(workspace.paths(), expected, "{after}");
    for output in &fresh.outputs {
        let served = workspace.file(&output.path).expect("a file").expect("no fault");
        assert!(served == output.bytes, "{after}: {} is stale", output.path);
    }
}

#[test]
fn an_edited_text_is_one_parse_and_a_title_links_the_site_again() {
    let site = corpus(SMALL);
    let mut workspace = Workspace::open(site.path().to_owned(), options(None), HighlightCache::default());
    is_as_if_new(&workspace, site.path(), "nothing");
    let page = "content/dimensions/point-00005/en.md";
    put(site.path(), page, &(read(site.path(), page) + "\nOne sentence more.\n"));
    let body = UpdateWork { parsed: 1, linked: false, listed: false };
    assert_eq!(workspace.update(&paths(&[page])), body);
    is_as_if_new(&workspace, site.path(), "a text");
    put(site.path(), page, &read(site.path(), page).replacen("title = \"", "title = \"New: ", 1));
    assert_eq!(workspace.update(&paths(&[page])), UpdateWork { linked: true, ..body });
    is_as_if_new(&workspace, site.path(), "a title");
    // What an editor writes beside a file for a moment is nothing.
    assert_eq!(workspace.update(&paths(&["content/dimensions/4913"])), UpdateWork::default());
    assert_eq!(workspace.update(&Change::Commit), UpdateWork::default());
}

#[test]
fn a_page_with_an_error_is_shown_as_it_is_now() {
    let site = corpus(SMALL);
    let mut workspace = Workspace::open(site.path().to_owned(), options(None), HighlightCache::default());
    let (page, path) = ("content/dimensions/point-00005/en.md", "en/dimensions/point-00005/index.html");
    let text = read(site.path(), page);
    let good = workspace.file(path).expect("a file").expect("no fault");
    put(site.path(), page, &(text.replace("summary", "sumary") + "\nAn okapi.\n"));
    workspace.update(&paths(&[page]));
    assert!(workspace.report().faults().0 > 0);
    let shown = workspace.file(path).expect("a file").expect("no fault");
    assert!(shown != good && String::from_utf8_lossy(&shown).contains("An okapi."));
    // Other pages go on.
    let other = "content/dimensions/point-00004/en.md";
    put(site.path(), other, &(read(site.path(), other) + "\nA quagga.\n"));
    workspace.update(&paths(&[other]));
    let served = workspace.file("en/dimensions/point-00004/index.html").expect("a file").expect("no fault");
    assert!(String::from_utf8_lossy(&served).contains("A quagga."));
    put(site.path(), page, &text);
    workspace.update(&paths(&[page]));
    is_as_if_new(&workspace, site.path(), "mended");
}

#[test]
fn links_follow_the_files_of_static_and_the_headings_of_other_pages() {
    let site = corpus(SMALL);
    let (page, other) = ("content/dimensions/point-00005/en.md", "content/dimensions/point-00004/en.md");
    let file = "static/.well-known/logo.svg";
    let drawing = |side: u32| format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{side}\" height=\"1\"/>\n");
    put(site.path(), file, &drawing(7));
    put(site.path(), other, &(read(site.path(), other) + "\n## It's new {#new}\n"));
    let links = "\n![Logo](/.well-known/logo.svg) [new](../point-00004/en.md#its-new) [data](/feed.xml?x=1)\n";
    put(site.path(), page, &(read(site.path(), page) + links));
    let mut workspace = Workspace::open(site.path().to_owned(), options(None), HighlightCache::default());
    is_as_if_new(&workspace, site.path(), "nothing");
    let served = || -> String {
        let bytes = workspace.file("en/dimensions/point-00005/index.html").expect("a file").expect("no fault");
        String::from_utf8_lossy(&bytes).into_owned()
    };
    for wanted in ["width=\"7\"", "/point-00004/#new\"", "/en/feed.xml?x=1\""] {
        assert!(served().contains(wanted), "{wanted}");
    }
    put(site.path(), file, &drawing(9));
    workspace.update(&paths(&[file]));
    is_as_if_new(&workspace, site.path(), "another size");
    put(site.path(), other, &read(site.path(), other).replace("It's new {#new}", "It's new {#newer}"));
    workspace.update(&paths(&[other]));
    is_as_if_new(&workspace, site.path(), "another id of the heading that the link names as GitHub does");
    put(site.path(), other, &read(site.path(), other).replace("It's new", "It's old"));
    workspace.update(&paths(&[other]));
    assert_eq!(workspace.report().faults().0, 1, "no heading of that name");
    put(site.path(), other, &read(site.path(), other).replace("It's old", "It's new"));
    std::fs::remove_file(site.path().join(file)).expect("removed");
    workspace.update(&paths(&[file, other]));
    assert_eq!(workspace.report().faults().0, 1, "no such image");
}

#[test]
fn an_edited_slug_is_at_once_in_every_address_below_it() {
    let site = growing_tree::site("");
    let facts = "content/a/page.toml";
    put(site.path(), facts, "slug = \"first\"\n");
    put(site.path(), "content/g/h/en.md", &(read(site.path(), "content/g/h/en.md") + "\n[[a/b]]\n"));
    let mut workspace = Workspace::open(site.path().to_owned(), options(None), HighlightCache::default());
    is_as_if_new(&workspace, site.path(), "nothing");
    for slug in ["second", "third"] {
        put(site.path(), facts, &format!("slug = \"{slug}\"\n"));
        let work = workspace.update(&paths(&[facts]));
        assert_eq!(work, UpdateWork { parsed: 1, linked: true, listed: false });
        is_as_if_new(&workspace, site.path(), slug);
        let served = workspace.file("en/g/h/index.html").expect("a file").expect("no fault");
        assert!(String::from_utf8_lossy(&served).contains(&format!("href=\"/en/{slug}/b/\"")), "{slug}");
    }
    // While a slug is wrong, the nearest that is none is shown, and the page stays where a reader of it is.
    put(site.path(), facts, "slug = \"third one\"\n");
    workspace.update(&paths(&[facts]));
    assert_eq!(workspace.report().faults().0, 1);
    assert!(workspace.contains("en/third-one/b/index.html"));
    std::fs::remove_file(site.path().join(facts)).expect("removed");
    workspace.update(&paths(&[facts]));
    is_as_if_new(&workspace, site.path(), "removed");
    assert!(workspace.contains("en/a/b/index.html") && !workspace.contains("en/third/b/index.html"));
}

#[test]
fn any_sequence_of_changes_gives_what_a_build_from_nothing_gives() {
    let seeds = std::env::var("LIVE_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(3);
    for seed in 0..seeds {
        let site = corpus(SMALL);
        if seed > 0 {
            without_pictures(site.path());
        }
        let mut random = Random(seed);
        let mut workspace = Workspace::open(site.path().to_owned(), options(None), HighlightCache::default());
        let mut done: Vec<String> = Vec::new();
        for step in 0..24 {
            // Changes come one by one or in bursts.
            let mut told = BTreeSet::new();
            for _ in 0..=random.below(3) {
                let (paths, what) = edit_at_random(site.path(), &mut random);
                told.extend(paths);
                done.push(what);
            }
            let change = match random.below(8) {
                0 => Change::Everything,
                _ => Change::Paths(told),
            };
            workspace.update(&change);
            is_as_if_new(&workspace, site.path(), &format!("seed {seed}, step {step}: {done:?}"));
        }
    }
}

#[test]
fn any_sequence_of_changes_of_the_tree_gives_what_a_build_from_nothing_gives() {
    let subjects = support::SITE.split_once("[[subjects]]").map(|(_, rest)| format!("[[subjects]]{rest}"));
    for subjects in ["", subjects.as_deref().unwrap_or_default()] {
        for seed in 0..3 {
            let site = growing_tree::site(subjects);
            if seed > 0 {
                without_pictures(site.path());
            }
            let mut random = Random(seed);
            let mut workspace = Workspace::open(site.path().to_owned(), options(None), HighlightCache::default());
            let mut done = Vec::new();
            for step in 0..24 {
                for _ in 0..=random.below(3) {
                    done.push(growing_tree::change(site.path(), &mut random));
                }
                let change = match random.below(3) {
                    0 => Change::Everything,
                    _ => paths(&["content"]),
                };
                workspace.update(&change);
                let after = format!("seed {seed}, step {step}: {done:?}");
                assert_eq!(workspace.report().faults().0, 0, "{after}");
                is_as_if_new(&workspace, site.path(), &after);
            }
        }
    }
}
