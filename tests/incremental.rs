//! What a build has to do, counted: never how long it takes. And that whatever is left undone leaves no trace: after any
//! edit, the folder holds what a build from nothing gives.

#[path = "support/corpus.rs"]
mod corpus;
mod support;

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use corpus::{SMALL, Shape, corpus, edit, put};
use muwazana::build::{Build, NoProgress, Options, Work, build, build_into, translation_status};
use muwazana::cache::{BuildKey, Cache, DiskStorage};
use muwazana::diagnostic::Code;
use muwazana::output::{Writing, Written};
use muwazana::text::Date;
use muwazana::tree::Stamp;
use support::{Random, growing_tree, options, without_pictures};

/// Builds into `public` as the program does, with what earlier builds have kept. A file that has just been written could
/// be written again within one tick of the clock, so that it would be read once more: that is waited for.
fn run(root: &Path) -> (Work, Written) {
    let (Build { work, diagnostics, .. }, written) = run_with_faults(root);
    assert_eq!(diagnostics, [], "the corpus has no fault");
    (work, written)
}

/// The same where something may be found wrong.
fn run_with_faults(root: &Path) -> (Build, Written) {
    run_with(root, &options(None))
}

fn run_with(root: &Path, options: &Options) -> (Build, Written) {
    std::thread::sleep(Duration::from_millis(80));
    let storage = DiskStorage::under(root);
    let output = root.join("public");
    let writing = Writing::into(&output).expect("a folder to write into");
    let (base_url, repository, commit) = (None, None, None);
    let key = BuildKey { program: Stamp::default(), base_url, repository, drafts: false, commit, output };
    let cache = Cache::open(&storage, Some(key));
    let mut built = build_into(root, options, &cache, &writing, &NoProgress);
    let (written, stamps) = writing.commit().expect("written");
    if let Some(pending) = built.pending.take() {
        pending.store(&stamps, &storage);
    }
    (built, written)
}

/// Documents that show the words of many pages, in two languages: the feeds, which have the newest pages alone, and the files
/// of all words.
const OF_MANY: usize = 4;

/// The folder holds exactly what a build from nothing makes.
fn is_as_if_new(root: &Path) {
    is_as_if_new_with(root, &options(None));
}

fn is_as_if_new_with(root: &Path, options: &Options) {
    let mut there = support::files(&root.join("public"));
    there.remove(".muwazana-files");
    let fresh = build(root, options);
    let names = |path: &String| path.clone();
    let expected: Vec<String> = fresh.outputs.iter().map(|output| output.path.clone()).collect();
    assert_eq!(there.keys().map(names).collect::<Vec<_>>(), expected);
    for output in &fresh.outputs {
        assert!(there[&output.path] == *output.bytes, "{} is stale", output.path);
    }
}

#[test]
fn a_block_is_highlighted_once_for_all_languages_and_never_again() {
    for languages in [1, 2, 3] {
        let site = corpus(Shape { languages, ..SMALL });
        let (work, _) = run(site.path());
        assert_eq!(work.highlighted, 2 * SMALL.coded(), "in {languages} languages");
        assert_eq!(work.parsed, (SMALL.dimensions + SMALL.terms + 3) * languages);
        std::fs::remove_dir_all(site.path().join("public")).expect("removed");
        std::fs::remove_file(site.path().join(".muwazana/build")).expect("removed");
        let (work, written) = run(site.path());
        assert_eq!(work.highlighted, 0, "it was kept");
        assert!(written.written > 0 && written.unchanged == 0);
    }
}

/// A judgement of the fixture rests on a source that is to be looked at again by 2 November 2027.
#[test]
fn a_day_that_puts_a_judgement_under_review_is_a_change() {
    let site = tempfile::tempdir().expect("a folder");
    for (path, bytes) in support::files(&support::fixture()) {
        let to = site.path().join(path);
        std::fs::create_dir_all(to.parent().expect("a parent")).expect("a folder");
        std::fs::write(to, bytes).expect("a file");
    }
    for (day, is_changed) in [("2027-10-01", true), ("2027-10-02", false), ("2027-11-03", true), ("2027-11-04", false)]
    {
        let options = Options { today: Date::parse(day), ..options(None) };
        let (built, _) = run_with(site.path(), &options);
        assert_eq!(built.work.rendered > 0, is_changed, "{day}");
        is_as_if_new_with(site.path(), &options);
    }
}

#[test]
fn with_nothing_changed_nothing_is_done() {
    let site = corpus(SMALL);
    let (_, first) = run(site.path());
    let (work, second) = run(site.path());
    assert_eq!(work, Work::default());
    assert_eq!(second, Written { written: 0, unchanged: first.written, removed: 0 });
    is_as_if_new(site.path());
}

#[test]
fn an_edited_body_is_one_parse_of_its_page_and_its_own_documents() {
    let site = corpus(SMALL);
    run(site.path());
    let before = support::files(&site.path().join("public"));
    edit(site.path(), "content/dimensions/point-00005/en.md", |text| text + "\nOne sentence more.\n");
    let (work, _) = run(site.path());
    // Both languages of the page are read; it is rendered in each of them and side by side, and with other pages in what is
    // read by programs.
    assert_eq!(work, Work { parsed: 2, highlighted: 0, rendered: 3 + OF_MANY });
    // Its Markdown, the page and what stands side by side differ; the Arabic page does not. What is made of all words is
    // the index, the feed and the file of all words.
    let mut after = support::files(&site.path().join("public"));
    after.retain(|path, bytes| before.get(path) != Some(bytes));
    let changed: Vec<&str> =
        after.keys().map(String::as_str).filter(|path| !path.starts_with("assets/search/")).collect();
    let page = "dimensions/point-00005";
    let own = [
        format!("en/{page}/index.html"),
        format!("en/{page}/index.md"),
        "en/feed.xml".into(),
        "en/llms-full.txt".into(),
        "parallel/point-00005/index.html".into(),
    ];
    assert_eq!(changed.into_iter().filter(|path| *path != ".muwazana-files").collect::<Vec<_>>(), own);
    is_as_if_new(site.path());
    assert_eq!(run(site.path()).0, Work::default());
}

#[test]
fn what_others_see_of_a_page_reaches_them() {
    let site = corpus(SMALL);
    run(site.path());
    for change in [
        |text: String| text.replacen("title = \"", "title = \"New: ", 1),
        |text: String| text + "\n## More {#more}\n\nWords.\n",
        |text: String| text + "\n[[term-00002]]\n",
    ] {
        for tag in ["ar", "en"] {
            edit(site.path(), &format!("content/dimensions/point-00001/{tag}.md"), change);
        }
        let (work, written) = run(site.path());
        assert!(work.rendered > 3 && written.written > 1, "{work:?} {written:?}");
        is_as_if_new(site.path());
    }
    edit(site.path(), "content/dimensions/point-00001/page.toml", |text| {
        text.replace("kind = \"", "kind = \"similarity\" #")
    });
    run(site.path());
    is_as_if_new(site.path());
    std::fs::remove_dir_all(site.path().join("content/terms/term-00001")).expect("removed");
    for page in corpus::pages(SMALL).filter(|page| page.path() != "terms/term-00001") {
        for tag in ["ar", "en"] {
            let path = format!("content/{}/{tag}.md", page.path());
            edit(site.path(), &path, |text| text.replace("[[term-00001]]", "[[term-00002]]"));
        }
    }
    let (_, written) = run(site.path());
    assert!(written.removed >= 4, "{written:?}");
    is_as_if_new(site.path());
}

#[test]
fn what_has_fallen_behind_is_said_after_any_edit() {
    let site = corpus(SMALL);
    let table = "\n| 1 | 2 |\n|---|---|\n| 3 | 4 |\n";
    for tag in ["ar", "en"] {
        edit(site.path(), &format!("content/dimensions/point-00003/{tag}.md"), |text| text + table);
    }
    let (first, _) = run(site.path());
    let (status, _) = translation_status(site.path(), &options(None));
    let mut lock = status.lock.clone();
    status.pages.iter().for_each(|page| lock.confirm(&page.path, status.agreement(page)));
    put(site.path(), "content/translations.lock", &lock.write());
    // What was confirmed is no text of a page: all is read.
    assert_eq!(run(site.path()).0.parsed, first.parsed);
    let [one, two] = ["content/dimensions/point-00005/en.md", "content/dimensions/point-00002/ar.md"];
    let text = std::fs::read_to_string(site.path().join(one)).expect("a text");
    edit(site.path(), one, |text| text + "\nOne sentence more.\n");
    assert_eq!(behind(site.path(), 2), ["content/dimensions/point-00005/ar.md"]);
    // Of a page that is not read again, the earlier build knows the digests.
    edit(site.path(), two, |text| text + "\nجملة أخرى.\n");
    let both = ["content/dimensions/point-00002/en.md", "content/dimensions/point-00005/ar.md"];
    assert_eq!(behind(site.path(), 2), both);
    put(site.path(), one, &text);
    assert_eq!(behind(site.path(), 2), both[..1]);
    // What was lost is said where it stood.
    edit(site.path(), "content/dimensions/point-00003/ar.md", |text| text.replace("| 3 | 4 |\n", ""));
    assert_eq!(behind(site.path(), 2), [both[0], "content/dimensions/point-00003/ar.md"]);
}

/// Builds, and gives the files in which a section is behind; `parsed` files have to be read for that.
fn behind(root: &Path, parsed: usize) -> Vec<String> {
    let (Build { work, diagnostics, sources, .. }, _) = run_with_faults(root);
    assert_eq!(work.parsed, parsed);
    assert!(diagnostics.iter().all(|fault| fault.code == Code::Behind), "{diagnostics:?}");
    is_as_if_new(root);
    diagnostics.iter().filter_map(|fault| Some(sources.get(fault.span?.file).path.clone())).collect()
}

#[test]
fn a_chart_follows_its_data() {
    let site = corpus(SMALL);
    let chart = "\n```chart\ntype = \"bar\"\ndata = \"cost.csv\"\nx = \"name\"\ny = \"cost\"\ntitle = \"Cost\"\n```\n";
    put(site.path(), "content/dimensions/point-00003/cost.csv", "name,cost\n1,10\n2,20\n");
    for tag in ["ar", "en"] {
        edit(site.path(), &format!("content/dimensions/point-00003/{tag}.md"), |text| text + chart);
    }
    let (first, _) = run_with_faults(site.path());
    is_as_if_new(site.path());
    put(site.path(), "content/dimensions/point-00003/cost.csv", "name,cost\n1,10\n2,30\n");
    let (second, written) = run_with_faults(site.path());
    assert_eq!(second.work.parsed, first.work.parsed);
    // Both languages, what stands side by side, and the data, which keeps its address; in both languages the page of the chart,
    // its drawing, its picture and what is embedded; and what shows the words of many.
    assert_eq!((written.written, written.removed), (4 + 8 + OF_MANY, 0));
    is_as_if_new(site.path());
}

#[test]
fn a_file_that_others_changed_or_removed_is_put_right() {
    let site = corpus(SMALL);
    run(site.path());
    put(site.path(), "public/en/dimensions/point-00002/index.html", "somebody else's");
    std::fs::remove_file(site.path().join("public/ar/terms/term-00000/index.md")).expect("removed");
    let (work, written) = run(site.path());
    assert_eq!((work.parsed, work.rendered, written.written), (4, 5 + OF_MANY, 2));
    is_as_if_new(site.path());
    std::fs::remove_file(site.path().join("public/sitemap.xml")).expect("removed");
    std::fs::remove_file(site.path().join("public/.muwazana-files")).expect("removed");
    run(site.path());
    is_as_if_new(site.path());
    assert_eq!(run(site.path()).0, Work::default());
}

#[test]
fn what_was_kept_counts_for_nothing_when_it_is_damaged() {
    let site = corpus(SMALL);
    let (first, _) = run(site.path());
    let kept = |name: &str| support::files(&site.path().join(".muwazana").join(name));
    // Of each language the index has one segment, and two parts for it.
    assert_eq!(kept("index").len(), 4);
    let damage = |name: &str| {
        let path = site.path().join(".muwazana").join(name);
        let mut bytes = std::fs::read(&path).expect("kept");
        let middle = bytes.len() / 2;
        bytes[middle] ^= 0x55;
        std::fs::write(path, bytes).expect("damaged");
    };
    for name in ["build", "pages", "index", "code"] {
        match name {
            "index" => kept(name).keys().for_each(|part| damage(&format!("index/{part}"))),
            _ => damage(name),
        }
        edit(site.path(), "content/dimensions/point-00004/ar.md", |text| {
            text.replacen("\n## ", "\nجملة أخرى.\n\n## ", 1)
        });
        let (work, _) = run(site.path());
        assert!(name == "code" || work.parsed == first.parsed, "{name}: {work:?}");
        is_as_if_new(site.path());
        assert_eq!(kept("index").len(), 4, "what is of no use any more is let go");
        assert_eq!(run(site.path()).0, Work::default());
    }
}

/// More than one segment of the index, so that one can change and another stay.
const LARGE: Shape = Shape { dimensions: 130, terms: 3, languages: 2 };

#[test]
fn an_edit_changes_one_segment_of_the_index_unless_the_site_has_learnt_a_word() {
    let site = corpus(LARGE);
    without_pictures(site.path());
    run(site.path());
    let parts = || support::files(&site.path().join(".muwazana/index")).into_keys().collect::<BTreeSet<_>>();
    let edit_and_run = |page: &str, words: &str| {
        let before = parts();
        edit(site.path(), page, |text| text.replacen("\n## ", &format!("\n{words}\n\n## "), 1));
        let (work, _) = run(site.path());
        // The page is none of the newest, whose words are in the feeds.
        assert_eq!(work, Work { parsed: 2, highlighted: 0, rendered: 3 + OF_MANY / 2 });
        is_as_if_new(site.path());
        let after = parts();
        assert_eq!(before.len(), after.len());
        after.difference(&before).count()
    };
    let page = "content/dimensions/point-00129/en.md";
    assert_eq!(edit_and_run(page, "A sentence with a quagga."), 2);
    // A name in the words of one language is looked for in the other, too.
    assert_eq!(edit_and_run(page, "It met Quagga."), 4);
    // "And" before a word of the site: which of the two is meant, the article tells, wherever in the site it is.
    assert_eq!(edit_and_run("content/dimensions/point-00129/ar.md", "وزغفل"), 2);
    assert_eq!(edit_and_run("content/dimensions/point-00001/ar.md", "الوزغفل"), 3);
    // The documents of a segment are asked for only then; without them, all is made anew.
    let before = parts();
    for part in &before {
        std::fs::write(site.path().join(".muwazana/index").join(part), "damaged").expect("written");
    }
    edit(site.path(), page, |text| text.replacen("\n## ", "\nAnother.\n\n## ", 1));
    let (work, _) = run(site.path());
    assert!(work.parsed > 100, "{work:?}");
    is_as_if_new(site.path());
}

#[test]
fn work_grows_with_the_site_and_no_faster() {
    let bytes = |shape: Shape| {
        let site = corpus(shape);
        without_pictures(site.path());
        let (work, _) = run(site.path());
        let of_pages = support::files(&site.path().join("public")).into_iter();
        let lists = of_pages.filter(|(path, _)| path.ends_with("matrix/index.html") || path.ends_with("sitemap.xml"));
        (work, lists.map(|(_, bytes)| bytes.len()).sum::<usize>())
    };
    let (small, small_lists) = bytes(Shape::of(20));
    let (large, large_lists) = bytes(Shape::of(200));
    let pages = |shape: Shape| shape.pages() + 6;
    assert_eq!(small.parsed, pages(Shape::of(20)));
    assert_eq!(large.parsed, pages(Shape::of(200)));
    assert_eq!(large.highlighted, 10 * small.highlighted);
    assert!(large.rendered < 10 * small.rendered, "{small:?} {large:?}");
    assert!(large_lists < 11 * small_lists, "{small_lists} {large_lists}");
}

#[test]
fn a_file_of_static_and_a_name_of_a_heading_are_followed_from_other_pages() {
    let site = corpus(SMALL);
    let (page, other) = ("content/dimensions/point-00005/en.md", "content/dimensions/point-00004/en.md");
    let file = "static/logo.svg";
    let drawing = |side: u32| format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{side}\" height=\"1\"/>\n");
    put(site.path(), file, &drawing(7));
    // One id and one image in both languages, so that nothing is said of the sections.
    for tag in ["ar", "en"] {
        let text = format!("content/dimensions/point-00004/{tag}.md");
        edit(site.path(), &text, |text| text + "\n## It's new {#new}\n");
    }
    edit(site.path(), page, |text| text + "\n![Logo](/logo.svg) [new](../point-00004/en.md#its-new)\n");
    edit(site.path(), "content/dimensions/point-00005/ar.md", |text| text + "\n![شعار](/logo.svg)\n");
    run(site.path());
    put(site.path(), file, &drawing(9));
    run(site.path());
    is_as_if_new(site.path());
    let shown =
        std::fs::read_to_string(site.path().join("public/en/dimensions/point-00005/index.html")).expect("a page");
    assert!(shown.contains("width=\"9\"") && shown.contains("/point-00004/#new\""));
    edit(site.path(), other, |text| text.replace("It's new", "It's old"));
    let (built, _) = run_with_faults(site.path());
    assert!(built.diagnostics.iter().any(|fault| fault.code == Code::BrokenAnchor), "no heading of that name");
}

/// Whoever can write into the cache of a checkout can say there what they like of a page; what others show of it is text.
#[test]
fn what_a_forged_cache_says_of_a_page_is_text() {
    const TITLE: &str = "Forged title";
    const FORGERY: &str = "<script>x=1;";
    let site = corpus(SMALL);
    let page = "content/dimensions/point-00001/en.md";
    edit(site.path(), page, |text| text.replacen("title = \"", &format!("title = \"{TITLE} "), 1));
    let linking = "content/dimensions/point-00002/en.md";
    edit(site.path(), linking, |text| text + "\n[[point-00001]]\n");
    run(site.path());
    let [pages, build] = ["pages", "build"].map(|name| site.path().join(".muwazana").join(name));
    let read = |path: &Path| std::fs::read(path).expect("a file of the cache");
    let replaced = |bytes: &[u8], from: &[u8], to: &[u8]| {
        let at = bytes.windows(from.len()).position(|part| part == from).expect("what is to be forged");
        [&bytes[..at], to, &bytes[at + from.len()..]].concat()
    };
    // All digests are as they should be.
    let before = read(&pages);
    let after = replaced(&before, TITLE.as_bytes(), FORGERY.as_bytes());
    let content = read(&build);
    let content = &content[..content.len() - 32];
    let content = replaced(content, blake3::hash(&before).as_bytes(), blake3::hash(&after).as_bytes());
    std::fs::write(&pages, &after).expect("written");
    std::fs::write(&build, [&content[..], blake3::hash(&content).as_bytes()].concat()).expect("written");
    edit(site.path(), linking, |text| text + "\nOne sentence more.\n");
    assert_eq!(run(site.path()).0.rendered, 3 + OF_MANY, "what the cache says of other pages is used");
    let escaped = FORGERY.replace('<', "&lt;").replace('>', "&gt;");
    let mut shown = 0;
    for (path, bytes) in support::files(&site.path().join("public")) {
        let text = String::from_utf8_lossy(&bytes);
        if path.ends_with(".html") || path.ends_with(".xml") {
            assert!(!text.contains(FORGERY), "{path}");
            shown += usize::from(text.contains(&escaped));
        }
    }
    assert!(shown > 0, "the forgery is believed");
}

#[test]
fn whatever_becomes_of_the_tree_the_folder_holds_what_a_build_from_nothing_gives() {
    for seed in 0..3 {
        let site = growing_tree::site("");
        if seed > 0 {
            without_pictures(site.path());
        }
        let mut random = Random(seed);
        run_with_faults(site.path());
        for _ in 0..12 {
            let done = growing_tree::change(site.path(), &mut random);
            let (built, _) = run_with_faults(site.path());
            assert_eq!(built.faults().0, 0, "seed {seed}: {done}");
            is_as_if_new(site.path());
        }
    }
}

#[test]
fn an_edited_text_makes_its_own_page_again_and_none_that_shows_it_in_the_tree() {
    let site = growing_tree::site("");
    put(site.path(), "content/g/page.toml", "title = { ar = \"مجموعة\", en = \"Group\" }\n");
    run(site.path());
    edit(site.path(), "content/g/h/en.md", |text| text + "\nOne sentence more.\n");
    assert_eq!(run(site.path()).0, Work { parsed: 2, highlighted: 0, rendered: 2 + OF_MANY / 2 });
    is_as_if_new(site.path());
    edit(site.path(), "content/g/page.toml", |text| text.replace("Group", "Another group"));
    run(site.path());
    is_as_if_new(site.path());
}

/// The slug of a page is in the addresses of all that is below it and in every link to that, though the page itself may be a
/// draft and no part of the site.
#[test]
fn a_slug_reaches_all_that_is_below_it_and_all_that_leads_there() {
    let site = growing_tree::site("");
    let facts = "content/a/page.toml";
    put(site.path(), facts, "slug = \"first\"\ndraft = true\n");
    put(site.path(), "content/g/page.toml", "title = { ar = \"مجموعة\", en = \"Group\" }\nslug = \"group\"\n");
    for tag in ["ar", "en"] {
        edit(site.path(), &format!("content/g/h/{tag}.md"), |text| text + "\n[[a/b]] [c](../../a/c/)\n");
    }
    run_with_faults(site.path());
    is_as_if_new(site.path());
    let shown = |path: &str| std::fs::read_to_string(site.path().join("public").join(path)).unwrap_or_default();
    assert!(shown("en/group/h/index.html").contains("href=\"/en/first/b/\""));
    // One parse, though the address comes from a page that is not read again.
    edit(site.path(), "content/a/b/en.md", |text| text + "\nOne sentence more.\n");
    assert_eq!(run_with_faults(site.path()).0.work.parsed, 2);
    assert!(shown("en/first/b/index.md").contains("One sentence more."));
    is_as_if_new(site.path());
    edit(site.path(), facts, |text| text.replace("first", "other"));
    run_with_faults(site.path());
    assert!(shown("en/group/h/index.html").contains("href=\"/en/other/c/\""));
    assert!(shown("en/first/b/index.md").is_empty() && !shown("en/other/b/index.md").is_empty());
    is_as_if_new(site.path());
    edit(site.path(), facts, |text| text.replace("slug = \"other\"\n", ""));
    run_with_faults(site.path());
    assert!(shown("en/group/h/index.html").contains("href=\"/en/a/b/\""));
    is_as_if_new(site.path());
}
