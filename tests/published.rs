//! What is read apart from the site: the feed, the words of all pages in one file, and the books. Whatever is in them can be understood
//! where neither the sheets and scripts of the site nor its other pages are at hand.

mod support;

use std::collections::{BTreeMap, BTreeSet};

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
    let folder = copy_of_fixture();
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
    // Where no history says when a page was changed.
    let folder = copy_of_fixture();
    let built = build(folder.path(), &options(None));
    let workspace = Workspace::open(folder.path().to_owned(), options(None), HighlightCache::default());
    for path in ["en/feed.xml", "ar/feed.xml", "en/llms-full.txt", "ar/llms-full.txt"] {
        let served = workspace.file(path).expect("a file").expect("no fault");
        assert!(String::from_utf8_lossy(&served) == text(&built, path), "{path} is another");
    }
}

/// The files of a book by their paths, in the order of the archive.
fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let count = archive.len();
    let file = |n: usize| {
        let mut file = archive.by_index(n).expect("a file");
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut bytes).expect("bytes");
        (file.name().expect("a name").into_owned(), bytes)
    };
    (0..count).map(file).collect()
}

fn with_books() -> tempfile::TempDir {
    let folder = copy_of_fixture();
    let settings = std::fs::read_to_string(folder.path().join("site.toml")).expect("settings");
    std::fs::write(folder.path().join("site.toml"), settings + "\n[output]\nepub = true\n").expect("a file");
    folder
}

fn copy_of_fixture() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, bytes) in support::files(&fixture()) {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
    folder
}

#[test]
fn a_book_is_whole_and_leads_nowhere_that_is_not_there() {
    let folder = with_books();
    let built = build_well(folder.path(), &options(None));
    for (path, dir, languages) in
        [("ar/book.epub", "rtl", 1), ("en/book.epub", "ltr", 1), ("parallel/book.epub", "rtl", 2)]
    {
        let output = built.outputs.iter().find(|output| output.path == path).expect("a book");
        let files = unpacked(&output.bytes);
        assert_eq!((files[0].0.as_str(), files[0].1.as_slice()), ("mimetype", &b"application/epub+zip"[..]));
        assert!(output.bytes[38..].starts_with(b"application/epub+zip"), "it says what it is, uncompressed");
        let text = |name: &str| {
            let file = files.iter().find(|(path, _)| path == name).unwrap_or_else(|| panic!("{name}"));
            String::from_utf8(file.1.clone()).expect("UTF-8")
        };
        let package = text("book/package.opf");
        assert!(package.contains(&format!("<spine page-progression-direction=\"{dir}\">")), "{package}");
        assert_eq!(package.matches("<dc:language>").count(), languages);
        let package = roxmltree::Document::parse(&package).expect("XML");
        let listed: BTreeSet<String> = package
            .descendants()
            .filter(|node| node.has_tag_name("item"))
            .map(|item| format!("book/{}", item.attribute("href").expect("a path")))
            .collect();
        let there: BTreeSet<String> =
            files.iter().map(|(path, _)| path.clone()).filter(|path| path.starts_with("book/")).collect();
        assert_eq!(&listed | &BTreeSet::from(["book/package.opf".to_owned()]), there);
        let (mut notes, mut links, mut drawings) = (0, 0, 0);
        let documents: BTreeMap<&str, String> = files
            .iter()
            .filter(|(path, _)| path.ends_with(".xhtml"))
            .map(|(path, _)| (path.as_str(), text(path)))
            .collect();
        let parsed: BTreeMap<&str, roxmltree::Document<'_>> = documents
            .iter()
            .map(|(path, text)| {
                let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
                (*path, roxmltree::Document::parse_with_options(text, options).expect(path))
            })
            .collect();
        for (path, document) in &parsed {
            for node in document.descendants().filter(roxmltree::Node::is_element) {
                drawings += usize::from(node.has_tag_name("svg"));
                let kind = node.attribute(("http://www.idpf.org/2007/ops", "type"));
                let Some(href) = node.attribute("href").filter(|_| node.tag_name().name() == "a") else { continue };
                if href.starts_with("https://") {
                    continue;
                }
                let (file, id) = href.split_once('#').map_or((href, None), |(file, id)| (file, Some(id)));
                let file = if file.is_empty() { (*path).to_owned() } else { format!("book/{file}") };
                let target = parsed.get(file.as_str()).unwrap_or_else(|| panic!("{path}: {href}"));
                let place = id.map(|id| target.descendants().find(|node| node.attribute("id") == Some(id)));
                let place = place.map(|place| place.unwrap_or_else(|| panic!("{path}: {href}")));
                links += 1;
                if kind == Some("noteref") {
                    notes += 1;
                    let note = place.and_then(|place| place.attribute(("http://www.idpf.org/2007/ops", "type")));
                    assert_eq!(note, Some("footnote"), "{path}: {href}");
                }
            }
        }
        assert!(notes > 3 && links > 20 && drawings > 2, "{path}: {notes} notes, {links} links, {drawings} drawings");
        assert!(listed.iter().any(|path| path.ends_with(".woff2")), "{listed:?}");
        assert!(text("book/nav.xhtml").contains("epub:type=\"toc\""));
    }
    let again = build_well(folder.path(), &options(None));
    let books = |built: &Build| -> Vec<_> {
        built.outputs.iter().filter(|output| output.path.ends_with(".epub")).cloned().collect()
    };
    assert!(books(&built) == books(&again), "the same site gives the same bytes");
    let home = text(&built, "en/index.html");
    assert!(home.contains("/en/book.epub") && home.contains("/parallel/book.epub"));
    assert!(text(&built, "en/llms.txt").contains("/en/book.epub)"));
    assert!(!text(&built, "en/about/index.html").contains("book.epub"), "only home leads there");
}

#[test]
fn documentation_has_a_book_whose_contents_are_its_tree() {
    let page = |title: &str| format!("+++\ntitle = \"{title}\"\nsummary = \"s\"\n+++\nWords.\n");
    let settings = "base_url = \"https://example.org/\"\nlanguages = [{ tag = \"en\", name = \"English\" }]\n[output]\nepub = true\n";
    let folder = support::site([
        ("site.toml", settings),
        ("content/en.md", &page("Handbook")),
        ("content/guide/page.toml", "title = { en = \"Guide\" }\n"),
        ("content/guide/one/en.md", &page("One")),
        ("content/guide/one/deep/en.md", &page("Deep")),
        ("content/guide/two/en.md", &page("Two")),
    ]);
    let built = build_well(folder.path(), &options(None));
    let output = built.outputs.iter().find(|output| output.path == "book.epub").expect("a book");
    let files = unpacked(&output.bytes);
    let (_, nav) = files.iter().find(|(path, _)| path == "book/nav.xhtml").expect("contents");
    let nav = String::from_utf8_lossy(nav);
    let at = |n: usize, title: &str| format!("<li><a href=\"chapter-000{n}.xhtml\">{title}</a>");
    let expected = format!(
        "<ol>{}</li><li><span>Guide</span><ol>{}<ol>{}</li></ol></li>{}</li></ol></li>",
        at(1, "Handbook"),
        at(2, "One"),
        at(3, "Deep"),
        at(4, "Two"),
    );
    assert!(nav.contains(&expected), "{nav}");
    assert!(built.outputs.iter().all(|output| output.path != "parallel/book.epub"));
}
