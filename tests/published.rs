//! What is read apart from the site: the feed, and the words of all pages in one file. Whatever is in them can be understood
//! where neither the sheets and scripts of the site nor its other pages are at hand.

mod support;

use muwazana::build::{Build, Workspace, build};
use muwazana::content::HighlightCache;
use scraper::Html;
use support::{build_well, fixture, options, select};

fn text(built: &Build, path: &str) -> String {
    let output = built.outputs.iter().find(|output| output.path == path).unwrap_or_else(|| panic!("{path}"));
    String::from_utf8(output.bytes.to_vec()).expect("UTF-8")
}

/// The words of the pages in a feed, as HTML, each with the address of its page.
fn contents(feed: &str) -> Vec<(String, String)> {
    let document = roxmltree::Document::parse(feed).expect("XML");
    let entries = document.descendants().filter(|node| node.has_tag_name("entry"));
    let content = |entry: roxmltree::Node<'_, '_>| {
        let child = |name: &str| entry.children().find(|node| node.has_tag_name(name));
        let content = child("content")?;
        assert_eq!(content.attribute("type"), Some("html"));
        Some((child("id")?.text()?.to_owned(), content.text()?.to_owned()))
    };
    entries.filter_map(content).collect()
}

#[test]
fn the_words_of_a_page_in_the_feed_need_nothing_of_the_site() {
    let base = "https://example.org/some/repo/";
    let built = build_well(&fixture(), &options(Some(base)));
    for (tag, dir) in [("ar", "rtl"), ("en", "ltr")] {
        let contents = contents(&text(&built, &format!("{tag}/feed.xml")));
        assert_eq!(contents.len(), 3, "every dimension of the fixture");
        let mut addresses = 0;
        for (page, html) in contents {
            assert!(page.starts_with(base));
            let fragment = Html::parse_fragment(&html);
            let around = select(&fragment, &format!("div[lang={tag}][dir={dir}] > dl")).count();
            assert_eq!(around, 1, "{page} has its language, direction and stances");
            let unfit = "script, style, svg, button, [class], [id], [onclick], [style], a.anchor";
            assert_eq!(select(&fragment, unfit).count(), 0, "{page}: {html}");
            for element in select(&fragment, "[href], [src]") {
                let address = element.attr("href").or(element.attr("src")).expect("an address");
                assert!(address.starts_with("https://") || address.starts_with("mailto:"), "{page}: {address}");
                addresses += 1;
            }
            assert!(select(&fragment, "h2").count() > 0 && select(&fragment, "details:not([open])").count() == 0);
        }
        assert!(addresses > 10, "{addresses}");
    }
}

#[test]
fn the_words_of_all_pages_are_plain_markdown_in_the_order_of_reading() {
    let built = build_well(&fixture(), &options(None));
    let words = text(&built, "en/llms-full.txt");
    let titles: Vec<&str> = words.lines().filter_map(|line| line.strip_prefix("# ")).collect();
    let place = |title: &str| titles.iter().position(|own| *own == title);
    let index = text(&built, "en/llms.txt");
    let listed = index.lines().filter(|line| line.contains("/index.md)")).count();
    // `llms.txt` does not list home and the pages of sections.
    assert!(titles.len() > listed && listed > 5, "{titles:?}");
    assert_eq!(place(titles[0]), Some(0), "home comes first");
    assert!(index.contains("/en/llms-full.txt)"), "{index}");
    assert!(!words.contains("[[") && !words.contains("](../") && !words.contains("](/"), "{words}");
    assert!(!words.contains("```chart") && words.contains("| --- |"), "a chart is a table: {words}");
    let cited = words.matches("[^").count();
    assert!(cited > words.matches("]: ").count() && cited > 4, "{cited}");
}

#[test]
fn what_is_switched_off_is_not_made() {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, bytes) in support::files(&fixture()) {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
    let settings = std::fs::read_to_string(folder.path().join("site.toml")).expect("settings");
    let off = settings + "\n[output]\nfeed_text = false\nllms_full = false\n";
    std::fs::write(folder.path().join("site.toml"), off).expect("a file");
    let built = build_well(folder.path(), &options(None));
    assert!(contents(&text(&built, "en/feed.xml")).is_empty());
    assert!(built.outputs.iter().all(|output| !output.path.ends_with("llms-full.txt")));
    assert!(!text(&built, "en/llms.txt").contains("llms-full"));
}

#[test]
fn what_is_made_on_request_is_what_a_build_makes() {
    let built = build(&fixture(), &options(None));
    let workspace = Workspace::open(fixture(), options(None), HighlightCache::default());
    for path in ["en/feed.xml", "ar/feed.xml", "en/llms-full.txt", "ar/llms-full.txt"] {
        let served = workspace.file(path).expect("a file").expect("no fault");
        assert_eq!(String::from_utf8_lossy(&served), text(&built, path), "{path}");
    }
}
