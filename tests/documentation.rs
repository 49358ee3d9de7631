//! Sites that compare nothing: what they have and have not, the tree of their pages, the order in which these are read, and
//! where they lie.

mod support;

use muwazana::build::{Build, build};
use muwazana::diagnostic::{Code, human};
use scraper::{Html, Selector};
use support::{build_well, options, site};

const SETTINGS: &str = "base_url = \"https://example.org/\"\nlanguages = [{ tag = \"en\", name = \"English\" }]\n";

fn page(title: &str, body: &str) -> String {
    format!("+++\ntitle = \"{title}\"\nsummary = \"About it.\"\n+++\n{body}\n")
}

/// A site of one language, of pages by their paths, each titled by its path, and of other files.
fn built(paths: &[&str], files: &[(&str, &str)]) -> Build {
    let pages: Vec<_> = paths
        .iter()
        .map(|path| {
            (
                format!("content/{path}/en.md").replace("//", "/"),
                page(if path.is_empty() { "Home" } else { path }, "Words."),
            )
        })
        .collect();
    let pages = pages.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    let folder = site(pages.chain([("site.toml", SETTINGS)]).chain(files.iter().copied()));
    build(folder.path(), &options(None))
}

fn text(built: &Build, path: &str) -> String {
    let output = built.outputs.iter().find(|output| output.path == path).unwrap_or_else(|| panic!("no {path}"));
    String::from_utf8_lossy(&output.bytes).into_owned()
}

/// The words of what a selector finds in a page.
fn all(built: &Build, page: &str, selector: &str) -> Vec<String> {
    let html = Html::parse_document(&text(built, format!("{page}/index.html").trim_start_matches('/')));
    let selector = Selector::parse(selector).expect("a selector");
    let words = |element: scraper::ElementRef<'_>| {
        element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    html.select(&selector).map(words).collect()
}

fn told(built: &Build) -> String {
    human(&built.sources, &built.diagnostics, false)
}

#[test]
fn without_subjects_nothing_is_there_that_belongs_to_a_comparison() {
    let paths = ["", "guide", "guide/install", "dimensions", "dimensions/width"];
    let built =
        built(&paths, &[("content/numbers/en.md", &page("Numbers", "The limit is 42 megabytes, or 12 % of it."))]);
    assert_eq!(built.faults(), (0, 0), "{}", told(&built));
    let html: Vec<_> = built.outputs.iter().filter(|output| output.path.ends_with(".html")).collect();
    for output in &html {
        let text = String::from_utf8_lossy(&output.bytes);
        for furniture in ["matrix", "class=\"scale", "stances", "/sources/", "feed.xml", "site-footer", "id=\"menu\""] {
            assert!(!text.contains(furniture), "{}: {furniture}", output.path);
        }
    }
    let others = ["matrix", "sources/", "feed", "parallel"];
    assert!(!built.outputs.iter().any(|output| others.iter().any(|other| output.path.contains(other))));
    let alone = self::built(&[""], &[]);
    assert!(all(&alone, "", "#tree, [popovertarget]").is_empty(), "home alone needs no tree");
    // A folder of that name is like any other.
    assert_eq!(all(&built, "dimensions", ".cards h3"), ["dimensions/width"]);
    let base = "https://example.org";
    assert_eq!(support::dead_links(&built.outputs, base, "/"), Vec::<String>::new());
}

#[test]
fn what_is_there_is_linked_to() {
    let source = "[spec]\ntitle = \"Specification\"\npublisher = \"Engine\"\nurl = \"https://engine.example/spec\"\n";
    let dated = [("content/sources.toml", source), ("content/guide/page.toml", "date = 2026-01-02\n")];
    let cited = page("Start", "It is so.[^spec] See [[rollup]].");
    let built =
        built(&["", "guide", "terms", "terms/rollup"], &[&dated[..], &[("content/start/en.md", &cited)]].concat());
    assert_eq!(built.faults(), (0, 0), "{}", told(&built));
    assert_eq!(all(&built, "guide", "#tree a"), ["guide", "Start", "terms", "Sources"]);
    assert!(text(&built, "feed.xml").contains("<published>2026-01-02"));
    assert_eq!(all(&built, "guide", "footer a"), ["Feed"]);
    assert_eq!(all(&built, "sources", "#tree a").len(), 4);
    assert_eq!(support::dead_links(&built.outputs, "https://example.org", "/"), Vec::<String>::new());
}

#[test]
fn groups_order_and_neighbours_follow_one_list() {
    let facts = [
        ("content/page.toml", "nav = [\"z\", \"a\"]\n"),
        ("content/z/page.toml", "title = { en = \"Last letter\" }\nnav = [\"two\", \"one\"]\n"),
        ("content/a/x/page.toml", "order = 2\n"),
        ("content/a/y/page.toml", "order = 1\n"),
    ];
    let built = built(&["", "a", "a/x", "a/y", "b", "z/one", "z/two", "z/three"], &facts);
    assert_eq!(built.faults(), (0, 0), "{}", told(&built));
    let order = ["z/two", "z/one", "z/three", "a", "a/y", "a/x", "b"];
    assert_eq!(all(&built, "b", "#tree a"), order);
    assert_eq!(all(&built, "b", "#tree summary"), ["Last letter", "a"]);
    assert_eq!(all(&built, "z/one", "#tree details[open] > summary"), ["Last letter"]);
    assert_eq!(all(&built, "a/x", "[aria-current=page]"), ["a/x"]);
    let around = |page: &str| (all(&built, page, "[rel=prev]"), all(&built, page, "[rel=next]"));
    let mut before = "Previous".to_owned();
    for pair in order.windows(2) {
        let (previous, next) = around(pair[0]);
        assert!(previous[0].starts_with(&before), "{previous:?}");
        assert_eq!(next, [format!("Next {}", pair[1])]);
        before = format!("Previous {}", pair[0]);
    }
    assert_eq!(all(&built, "a/x", ".kicker"), ["a"]);
    assert_eq!(all(&built, "z/one", ".kicker"), ["Last letter"]);
    // Home lists all of it.
    assert_eq!(all(&built, "", ".cards h2"), ["In this section", "Last letter"]);
    assert_eq!(all(&built, "", ".cards h3"), ["a", "b", "z/two", "z/one", "z/three"]);
}

#[test]
fn what_the_list_gets_wrong_is_said_with_its_place() {
    for (facts, code, said) in [
        ("nav = [\"instal\"]", Code::UnknownName, "did you mean `install`?"),
        ("nav = [\"install\", \"install\"]", Code::InvalidValue, "`nav` lists `install` twice"),
        ("nav = [\"ordered\"]", Code::InvalidValue, "this `order` changes nothing"),
        ("title = { en = \"Guide\" }", Code::UnknownKey, "en.md"),
    ] {
        let facts = [("content/guide/page.toml", facts), ("content/guide/ordered/page.toml", "order = 1\n")];
        let built = built(&["", "guide", "guide/install", "guide/ordered"], &facts);
        let of_code: Vec<_> = built.diagnostics.iter().filter(|fault| fault.code == code).collect();
        assert!(of_code.len() == 1 && told(&built).contains(said), "{said}: {}", told(&built));
        assert!(of_code[0].span.is_some());
    }
}

#[test]
fn a_folder_without_words_is_called_something_or_it_is_said() {
    let untitled = built(&["", "guide/install"], &[]);
    assert_eq!(untitled.faults(), (0, 1), "{}", told(&untitled));
    assert!(told(&untitled).contains("`content/guide/page.toml` with title = { en = \"…\" }"), "{}", told(&untitled));
    assert_eq!(all(&untitled, "guide/install", "#tree summary"), ["Guide"]);
    let empty = built(&[""], &[("content/guide/page.toml", "title = { en = \"Guide\" }\n")]);
    assert_eq!(empty.faults(), (0, 1), "{}", told(&empty));
    assert!(told(&empty).contains("`guide` has a title, and no page"));
    let incomplete = built(&["", "guide/install"], &[("content/guide/page.toml", "title = { eng = \"Guide\" }\n")]);
    assert_eq!(incomplete.faults().0, 1, "{}", told(&incomplete));
    let lost = built(&[""], &[("content/guide/page.toml", "order = 1\n")]);
    assert!(told(&lost).contains("`title` in it for a group"), "{}", told(&lost));
}

#[test]
fn the_tree_in_a_page_is_the_branch_that_is_open() {
    let mut paths = vec![String::new()];
    for section in 0..10 {
        paths.push(format!("s{section}"));
        paths.extend((0..100).map(|n| format!("s{section}/p{n:02}")));
    }
    // Deeper than templates may call each other.
    paths.extend((1..30).map(|depth| vec!["deep"; depth].join("/")));
    let built = built(&paths.iter().map(String::as_str).collect::<Vec<_>>(), &[]);
    assert_eq!(built.faults(), (0, 0), "{}", told(&built));
    let links = all(&built, "s3/p70", "#tree a");
    assert!(links.len() < 60 && links.contains(&"s3/p70".to_owned()) && links.contains(&"s9".to_owned()), "{links:?}");
    assert_eq!(links.iter().filter(|link| link.starts_with("s3/")).count(), 40);
    assert!(links.contains(&"All pages".to_owned()));
    assert!(!links.iter().any(|link| link.starts_with("s4/")));
    let deepest = vec!["deep"; 29].join("/");
    assert_eq!(all(&built, &deepest, "[aria-current=page]"), [deepest.as_str()]);
    assert_eq!(all(&built, &deepest, ".kicker a").len(), 28);
}

#[test]
fn a_section_of_documentation_has_its_tree_in_a_site_that_compares() {
    let [ar, en] = ["صفحة", "Page"].map(|title| page(title, "Words."));
    let mut files = vec![("site.toml", support::SITE.to_owned())];
    for path in ["content", "content/about", "content/manual", "content/manual/install", "content/manual/use"] {
        for (tag, text) in [("ar", &ar), ("en", &en)] {
            files.push((path, text.replace("About it.", &format!("{path} {tag}"))));
        }
    }
    let mut named = Vec::new();
    for (n, (path, text)) in files.into_iter().enumerate() {
        let tag = if n % 2 == 1 { "ar" } else { "en" };
        named.push((if n == 0 { path.to_owned() } else { format!("{path}/{tag}.md") }, text));
    }
    let folder = site(named.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let built = build_well(folder.path(), &options(None));
    assert!(all(&built, "en/about", "#tree").is_empty(), "a page alone needs no tree");
    assert!(all(&built, "en", "#tree").is_empty());
    assert_eq!(all(&built, "en/manual/install", "#tree a").len(), 3);
    assert_eq!(all(&built, "en/manual", "#tree [aria-current=page]").len(), 1);
    assert_eq!(all(&built, "en/manual/install", "#menu a").len(), 2);
    let sheets = |page: &str| text(&built, &format!("en/{page}index.html")).contains("/tree.");
    assert!(sheets("manual/") && !sheets("about/") && !sheets(""), "styles are loaded where they are used");
    assert_eq!(all(&built, "en/manual/use", "[rel=prev]").len(), 1);
    assert!(all(&built, "en/about", "[rel=next]").is_empty());
}

#[test]
fn a_menu_of_a_thousand_pages_leads_to_a_list_of_them() {
    let pages: Vec<_> =
        (0..1000).map(|n| format!("content/p{n:04}/en.md")).chain(["content/en.md".to_owned()]).collect();
    let words = page("A page", "Words.");
    let settings = format!(
        "{SETTINGS}[[subjects]]\nid = \"a\"\nname = {{ en = \"A\" }}\naccent = \"#a3312b\"\n\
         [[subjects]]\nid = \"b\"\nname = {{ en = \"B\" }}\naccent = \"#1d5c7a\"\n"
    );
    let folder =
        site(pages.iter().map(|path| (path.as_str(), words.as_str())).chain([("site.toml", settings.as_str())]));
    let built = build_well(folder.path(), &options(None));
    assert_eq!(all(&built, "p0500", "#menu a").len(), 41);
    let html = text(&built, "p0500/index.html");
    assert!(html.contains("<a href=\"/search/\">All pages</a>"), "{html}");
}

const LANGUAGES: &str = "base_url = \"https://example.org/docs/\"\nroot = \"en\"\n\
    languages = [{ tag = \"ar\", name = \"العربية\" }, { tag = \"en\", name = \"English\" }]\n";

/// A site of two languages, English at the root, of pages by their paths, and of other files in place of those.
fn at_root(paths: &[&str], files: &[(&str, &str)]) -> Build {
    let words = |path: &str| page(if path.is_empty() { "Home" } else { path }, "Words.");
    let of_page =
        |path: &&str| ["ar", "en"].map(|tag| (format!("content/{path}/{tag}.md").replace("//", "/"), words(path)));
    let pages: Vec<_> = paths.iter().flat_map(of_page).collect();
    let pages = pages.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    let folder = site(pages.chain([("site.toml", LANGUAGES)]).chain(files.iter().copied()));
    build(folder.path(), &options(None))
}

#[test]
fn a_language_at_the_root_has_no_folder_and_the_others_have() {
    let built = at_root(&["", "guide", "guide/install"], &[]);
    assert_eq!(built.faults(), (0, 0), "{}", told(&built));
    for path in [
        "index.html",
        "guide/install/index.html",
        "search/index.html",
        "guide/index.md",
        "ar/index.html",
        "ar/guide/index.html",
    ] {
        text(&built, path);
    }
    assert!(!built.outputs.iter().any(|output| output.path.starts_with("en/")));
    let home = text(&built, "index.html");
    for address in
        ["canonical\" href=\"https://example.org/docs/\"", "href=\"/docs/ar/\"", "href=\"/docs/guide/\"", "lang=\"en\""]
    {
        assert!(home.contains(address), "{address}: {home}");
    }
    let guide = text(&built, "ar/guide/index.html");
    assert!(guide.contains("href=\"/docs/guide/\" hreflang=\"en\""), "{guide}");
    assert!(text(&built, "sitemap.xml").contains("<loc>https://example.org/docs/guide/install/</loc>"));
    assert_eq!(support::dead_links(&built.outputs, "https://example.org", "/docs/"), Vec::<String>::new());
}

#[test]
fn what_a_language_at_the_root_takes_is_nobody_elses() {
    let folder_of_arabic = at_root(&["", "ar", "ar/guide", "guide"], &[]);
    let said = told(&folder_of_arabic);
    assert!(said.contains("`ar` is the address of the site's pages in that language"), "{said}");
    let search = at_root(&["", "search"], &[]);
    assert!(told(&search).contains("`search` is the address of what Muwazana makes itself"), "{}", told(&search));
    let nobody =
        "base_url = \"https://example.org/\"\nroot = \"fr\"\nlanguages = [{ tag = \"en\", name = \"English\" }]\n";
    let unknown = built(&[""], &[("site.toml", nobody)]);
    assert_eq!(unknown.faults().0, 1, "{}", told(&unknown));
}

#[test]
fn old_addresses_lead_on_from_anywhere() {
    let redirects =
        "redirects = [\"old\", \"/en/guide/\", \"/Old_Docs/v1.2/Install.html\", \"/fr/guide/index.html\", \"/a/b/c/\"]";
    let words = page("Guide", "Words.").replace("+++\nWords", &format!("{redirects}\n+++\nWords"));
    let built = at_root(&["", "guide"], &[("content/guide/en.md", &words)]);
    assert_eq!(built.faults(), (0, 0), "{}", told(&built));
    for old in [
        "old/index.html",
        "en/guide/index.html",
        "Old_Docs/v1.2/Install.html",
        "fr/guide/index.html",
        "a/b/c/index.html",
    ] {
        assert!(text(&built, old).contains("0; url=/docs/guide/\""), "{old}");
    }
    for taken in ["/guide/", "guide", "/ar/guide/", "/search/", "/index.html"] {
        let words = words.replace("\"old\"", &format!("\"{taken}\""));
        let built = at_root(&["", "guide"], &[("content/guide/en.md", &words)]);
        assert!(
            built.faults().0 == 1 && told(&built).contains("is the address of a page"),
            "{taken}: {}",
            told(&built)
        );
    }
}

#[test]
fn names_keep_their_capitals_and_signs() {
    let links =
        page("Start", "[a](../API_Reference/v2.1/) [b](../API_Reference/v2.1/en.md) [[v2.1]] [[API_Reference]]");
    let own = built(&["", "API_Reference", "API_Reference/v2.1"], &[("content/start/en.md", &links)]);
    assert_eq!(own.faults(), (0, 0), "{}", told(&own));
    assert_eq!(
        text(&own, "start/index.html").matches("/API_Reference/v2.1/\"").count(),
        5,
        "three links, the tree, and the page before"
    );
    assert_eq!(support::dead_links(&own.outputs, "https://example.org", "/"), Vec::<String>::new());
    for (name, fit) in [("a b", "a-b"), ("a.html", "a-html"), ("what?", "what-")] {
        let unfit = built(&["", name], &[]);
        assert!(told(&unfit).contains(&format!("rename it to `{fit}`")), "{}", told(&unfit));
    }
    // One folder on systems that do not tell capitals apart.
    let both = built(&["", "Guide", "guide"], &[]);
    assert!(told(&both).contains("capitals"), "{}", told(&both));
}

#[test]
fn whatever_a_page_is_reached_by_has_its_slug() {
    let start = page("Start", "[[Set up]] [b](../The%20Guide/Set%20up/deep/en.md) [f](../The%20Guide/Set%20up/x.csv)");
    let moved = page("Deep", "[up](../)").replacen("summary", "redirects = [\"The Guide/old\"]\nsummary", 1);
    let own = built(
        &["", "The Guide/Set up"],
        &[
            ("content/start/en.md", &start),
            ("content/The Guide/page.toml", "title = { en = \"Guide\" }\nslug = \"guide\"\n"),
            ("content/The Guide/Set up/page.toml", "slug = \"setup\"\ndate = 2026-11-01\n"),
            ("content/The Guide/Set up/x.csv", "a,b\n1,2\n"),
            ("content/The Guide/Set up/deep/en.md", &moved),
        ],
    );
    assert_eq!(own.faults().0, 0, "{}", told(&own));
    assert_eq!(support::dead_links(&own.outputs, "https://example.org", "/"), Vec::<String>::new());
    let paths: Vec<&str> = own.outputs.iter().map(|output| output.path.as_str()).collect();
    for path in [
        "guide/setup/index.html",
        "guide/setup/index.md",
        "guide/setup/social.png",
        "guide/setup/deep/index.html",
        "The Guide/old/index.html",
        "files/guide/setup/x.csv",
    ] {
        assert!(paths.contains(&path), "{path} of {paths:?}");
    }
    let of_folder = |path: &&&str| path.contains("Set up") || path.contains("The Guide") && !path.contains("/old/");
    assert_eq!(paths.iter().find(of_folder), None);
    for path in ["sitemap.xml", "feed.xml", "llms.txt"] {
        let shown = text(&own, path);
        assert!(shown.contains("/guide/setup/") && !shown.contains("The%20Guide"), "{path}: {shown}");
    }
}

/// The documents with all languages side by side, and the pages that have links to them.
fn side_by_side(facts: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
    let settings = "base_url = \"https://example.org/\"\nlanguages = [{ tag = \"ar\", name = \"العربية\" }, { tag = \"en\", name = \"English\" }]\n";
    let words = page("Words", "Opening.\n\n## One {#one}\n\nText.");
    let both = ["", "guide", "guide/deep/install", "guide/api", "about"];
    let mut files: Vec<(String, &str)> =
        vec![("site.toml".into(), settings), ("content/guide/notes/en.md".into(), &words)];
    for language in ["ar", "en"] {
        files.extend(both.map(|path| (format!("content/{path}/{language}.md").replace("//", "/"), words.as_str())));
    }
    let files = files.iter().map(|(path, text)| (path.as_str(), *text));
    let folder = site(files.chain(facts.iter().copied()));
    let built = build(folder.path(), &options(None));
    assert_eq!(built.faults().0, 0, "{}", told(&built));
    assert_eq!(support::dead_links(&built.outputs, "https://example.org", "/"), Vec::<String>::new());
    let paths = built.outputs.iter().map(|output| output.path.as_str());
    let documents =
        paths.clone().filter(|path| path.starts_with("parallel/") && path.ends_with(".html")).map(str::to_owned);
    let english = paths.filter(|path| path.starts_with("en/") && path.ends_with("index.html"));
    let linked = english.filter(|path| text(&built, path).contains("href=\"/parallel/")).map(str::to_owned);
    (documents.collect(), linked.collect())
}

#[test]
fn pages_are_read_side_by_side_where_they_or_a_page_above_ask_for_it() {
    assert_eq!(side_by_side(&[]), (vec![], vec![]));
    let (documents, linked) = side_by_side(&[
        ("content/guide/page.toml", "parallel = \"sections\"\n"),
        ("content/guide/api/page.toml", "parallel = \"none\"\n"),
    ]);
    // A page with one language has nothing to stand beside.
    assert_eq!(documents, ["parallel/guide/deep/install/index.html", "parallel/guide/index.html"]);
    assert_eq!(linked, ["en/guide/deep/install/index.html", "en/guide/index.html"]);
    let group = "title = { ar = \"عميق\", en = \"Deep\" }\nparallel = \"blocks\"\n";
    let (documents, _) = side_by_side(&[("content/guide/deep/page.toml", group)]);
    assert_eq!(documents, ["parallel/guide/deep/install/index.html"]);
    let (documents, _) = side_by_side(&[("content/page.toml", "parallel = \"blocks\"\n")]);
    assert_eq!(documents.len(), 4, "all but home: {documents:?}");
    let off = (
        "site.toml",
        "base_url = \"https://example.org/\"\nlanguages = [{ tag = \"ar\", name = \"العربية\" }, { tag = \"en\", name = \"English\" }]\n[output]\nparallel = false\n",
    );
    assert_eq!(side_by_side(&[("content/page.toml", "parallel = \"blocks\"\n"), off]).0, Vec::<String>::new());
}
