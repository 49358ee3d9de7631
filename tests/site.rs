//! A whole site as it is published: without a fault, with no dead link, called and marked as its settings say.

mod support;

use std::collections::{BTreeMap, BTreeSet};

use muwazana::build::Workspace;
use muwazana::build::{Build, Options, build};
use muwazana::content::HighlightCache;
use muwazana::diagnostic::human;
use muwazana::render::Output;
use muwazana::text::Date;
use scraper::Html;
use support::{build_well, dead_links, fixture, options, select};

#[test]
fn a_site_without_faults_has_no_diagnostics() {
    let built = build_well(&fixture(), &options(None));
    assert_eq!(built.faults(), (0, 0), "{}", human(&built.sources, &built.diagnostics, false));
}

#[test]
fn a_copy_with_other_line_ends_differs_only_in_files_that_are_published_as_they_are() {
    let copy = tempfile::tempdir().expect("a folder");
    for (path, bytes) in support::files(&fixture()) {
        let to = copy.path().join(path);
        std::fs::create_dir_all(to.parent().expect("a parent")).expect("a folder");
        let bytes =
            String::from_utf8(bytes).map_or_else(|bytes| bytes.into_bytes(), |text| text.replace('\n', "\r\n").into());
        std::fs::write(to, bytes).expect("a file");
    }
    let (here, there) = (build_well(&fixture(), &options(None)), build_well(copy.path(), &options(None)));
    let outputs = |built: &Build| -> BTreeMap<String, Vec<u8>> {
        built.outputs.iter().map(|output| (output.path.clone(), output.bytes.to_vec())).collect()
    };
    let (here, there) = (outputs(&here), outputs(&there));
    assert_eq!(here.keys().collect::<Vec<_>>(), there.keys().collect::<Vec<_>>());
    let differing: Vec<_> = here.iter().filter(|(path, bytes)| there.get(*path) != Some(bytes)).collect();
    assert!(
        differing.iter().all(|(path, _)| path.starts_with("files/")),
        "{:?}",
        differing.iter().map(|(path, _)| path)
    );
    assert!(!differing.is_empty(), "nothing in the fixture is published as it is");
}

#[test]
fn every_link_and_anchor_resolves_at_the_root_and_in_a_project_folder() {
    for base in ["/", "/some/repo/"] {
        let built = build_well(&fixture(), &options(Some(&format!("https://example.org{base}"))));
        let dead = dead_links(&built.outputs, "https://example.org", base);
        assert!(dead.is_empty(), "{dead:#?}");
        assert!(built.outputs.len() > 90, "only {} files", built.outputs.len());
    }
}

#[test]
fn a_site_is_called_as_it_says_or_else_as_its_home_page_is() {
    let home = |title: &str| format!("+++\ntitle = \"{title}\"\nsummary = \"s\"\n+++\n");
    let named = format!("name = {{ ar = \"وزن\", en = \"A & B (C++)\" }}\n{}", support::SITE);
    for (site, arabic, english) in [(support::SITE, "بيت", "Home"), (&named, "وزن", "A & B (C++)")] {
        let folder = support::site([
            ("site.toml", site),
            ("content/ar.md", &home("بيت")),
            ("content/en.md", &home("Home")),
            ("content/about/ar.md", &home("عن")),
            ("content/about/en.md", &home("About")),
        ]);
        let built = build_well(folder.path(), &options(None));
        for (path, title, name) in [("ar/about", "عن", arabic), ("en/about", "About", english)] {
            let path = format!("{path}/index.html");
            let output = built.outputs.iter().find(|output| output.path == path).expect("a page");
            let page = Html::parse_document(std::str::from_utf8(&output.bytes).expect("UTF-8"));
            let text = |selector| select(&page, selector).map(|e| e.text().collect::<String>()).collect::<Vec<_>>();
            assert_eq!(text("title"), [format!("{title} · {name}")]);
            assert_eq!(text(".site-name"), [name]);
        }
    }
}

#[test]
fn a_short_title_names_a_page_in_the_menu_and_the_tree_and_nowhere_above_its_article() {
    let page = |title: &str, short: &str| format!("+++\ntitle = \"{title}\"\n{short}summary = \"s\"\n+++\n");
    let alone = support::SITE.split("[[subjects]]").next().expect("what comes before the subjects");
    for (site, menu) in [(support::SITE, ".site-nav a"), (alone, ".tree a")] {
        let folder = support::site([
            ("site.toml", site),
            ("content/ar.md", &page("بيت", "")),
            ("content/en.md", &page("Home", "")),
            ("content/doors/ar.md", &page("الأبواب: ما يُفتح منها وما يُغلق", "short_title = \"الأبواب\"\n")),
            ("content/doors/en.md", &page("Doors: how they open and shut", "short_title = \"Doors\"\n")),
            ("content/keys/ar.md", &page("المفاتيح", "")),
            ("content/keys/en.md", &page("Keys", "")),
        ]);
        let built = build_well(folder.path(), &options(None));
        for (language, title, names) in [
            ("ar", "الأبواب: ما يُفتح منها وما يُغلق", ["الأبواب", "المفاتيح"]),
            ("en", "Doors: how they open and shut", ["Doors", "Keys"]),
        ] {
            let path = format!("{language}/doors/index.html");
            let output = built.outputs.iter().find(|output| output.path == path).expect("a page");
            let page = Html::parse_document(std::str::from_utf8(&output.bytes).expect("UTF-8"));
            let text = |selector| select(&page, selector).map(|e| e.text().collect::<String>()).collect::<Vec<_>>();
            assert_eq!(text(menu), names, "{menu}");
            assert_eq!(text("h1"), [title]);
            assert!(text("title")[0].starts_with(title));
        }
    }
}

#[test]
fn a_page_may_name_its_own_picture_and_a_site_may_have_none() {
    let page = |extra: &str| format!("+++\ntitle = \"t\"\nsummary = \"s\"\n{extra}+++\nText.\n");
    let (home, own, missing) = (page(""), page("image = \"card.gif\"\n"), page("image = \"other.png\"\n"));
    let off = format!("{}[output]\nsocial_images = false\n", support::SITE);
    for (site, has_drawn) in [(support::SITE, true), (&off, false)] {
        let files =
            [("site.toml", site), ("content/en.md", &home), ("content/own/en.md", &own), ("content/own/card.gif", GIF)];
        let folder = support::site(files);
        let built = build_well(folder.path(), &options(None));
        let tags = |path: &str, name: &str| -> Vec<String> {
            let output = built.outputs.iter().find(|output| output.path == path).expect(path);
            let page = Html::parse_document(std::str::from_utf8(&output.bytes).expect("UTF-8"));
            let selector = format!("meta[property='{name}'], meta[name='{name}']");
            let tags = select(&page, &selector);
            tags.filter_map(|tag| tag.attr("content")).map(str::to_owned).collect()
        };
        let shown = tags("en/own/index.html", "og:image");
        assert!(shown[0].starts_with("https://example.org/assets/card.") && shown[0].ends_with(".gif"), "{shown:?}");
        let sides = ["og:image:width", "og:image:height"].map(|name| tags("en/own/index.html", name));
        assert_eq!(sides, [["3"], ["2"]]);
        assert!(built.outputs.iter().any(|output| shown[0].ends_with(&output.path)));
        let drawn = built.outputs.iter().filter(|output| output.path.ends_with("social.png")).count();
        assert_eq!(drawn > 0, has_drawn);
        assert_eq!(tags("en/index.html", "og:image").len(), usize::from(has_drawn));
        let card = if has_drawn { "summary_large_image" } else { "summary" };
        assert_eq!(tags("en/index.html", "twitter:card"), [card]);
    }
    let folder = support::site([("site.toml", support::SITE), ("content/en.md", missing.as_str())]);
    let told = build(folder.path(), &options(None));
    let told = human(&told.sources, &told.diagnostics, false);
    assert!(told.contains("there is no image `other.png`") && told.contains("content/en.md:4:9"), "{told}");
}

/// Three pixels wide and two high.
const GIF: &str = "GIF89a\u{3}\0\u{2}\0\0\0\0;";

#[test]
fn only_what_is_wrong_needs_no_picture() {
    let drawn = |faults_only| {
        let built = build_well(&fixture(), &muwazana::build::Options { faults_only, ..options(None) });
        built.outputs.iter().filter(|output| output.path.ends_with("social.png")).count()
    };
    assert_eq!(drawn(true), 0);
    assert!(drawn(false) > 20);
}

#[test]
fn an_icon_costs_no_request_unless_it_is_the_sites_own() {
    let home = "+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n";
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg'/>";
    for (brought, wanted) in [
        (None, "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'"),
        (Some(("static/icon.svg", drawing)), "data:"),
        (Some(("static/assets/icon.svg", drawing)), "/assets/icon."),
    ] {
        let files = [("site.toml", support::SITE), ("content/ar.md", home), ("content/en.md", home)];
        let folder = support::site(files.into_iter().chain(brought));
        let built = build_well(folder.path(), &options(None));
        for output in built.outputs.iter().filter(|output| output.path.ends_with(".html")) {
            let page = Html::parse_document(std::str::from_utf8(&output.bytes).expect("UTF-8"));
            let links: Vec<_> = select(&page, "link[rel=icon]").filter_map(|link| link.attr("href")).collect();
            assert!(links.len() == 1 && links[0].starts_with(wanted), "{}: {links:?}", output.path);
            assert!(!links[0].starts_with("data:") || links[0].contains("%23a3312b"), "{links:?}");
        }
        let file = built.outputs.iter().find(|output| output.path == "icon.svg").expect("an icon");
        let file = String::from_utf8_lossy(&file.bytes);
        let is_made = brought.is_none_or(|(path, _)| path != "static/icon.svg");
        assert!(roxmltree::Document::parse(&file).is_ok() && file.contains("#a3312b") == is_made, "{file}");
    }
}

/// A page as a program reads its head.
struct Head {
    page: Html,
}

impl Head {
    fn of(output: &Output) -> Self {
        Self { page: Html::parse_document(std::str::from_utf8(&output.bytes).expect("UTF-8")) }
    }

    /// The values of an attribute of all elements that a selector finds.
    fn all(&self, selector: &str, attribute: &str) -> Vec<&str> {
        select(&self.page, selector).filter_map(|element| element.attr(attribute)).collect()
    }

    /// The one value that is not empty.
    fn one(&self, selector: &str, attribute: &str) -> &str {
        let values = self.all(selector, attribute);
        assert!(values.len() == 1 && !values[0].is_empty(), "{selector}: {values:?}");
        values[0]
    }

    /// Languages and addresses of the same page.
    fn alternates(&self) -> BTreeMap<&str, &str> {
        let links = select(&self.page, "link[rel=alternate][hreflang]");
        links.filter_map(|link| Some((link.attr("hreflang")?, link.attr("href")?))).collect()
    }
}

#[test]
fn every_document_says_what_it_is_where_it_is_shared_and_found() {
    const BASE: &str = "https://example.org/some/repo/";
    let built = build_well(&fixture(), &options(Some(BASE)));
    // What other sites show in a frame is found by the page of the chart.
    let documents = built.outputs.iter().filter(|output| {
        output.path.ends_with(".html") && output.path != "404.html" && !output.path.ends_with("/embed.html")
    });
    let heads: BTreeMap<String, Head> = documents
        .map(|output| (format!("{BASE}{}", output.path.trim_end_matches("index.html")), Head::of(output)))
        .filter(|(_, head)| head.all("meta[http-equiv=refresh]", "content").is_empty())
        .collect();
    assert!(heads.len() > 30, "{}", heads.len());
    for (address, head) in &heads {
        let canonical = head.one("link[rel=canonical]", "href");
        assert_eq!(head.one("meta[property='og:url']", "content"), canonical);
        assert_eq!(head.one("meta[name=description]", "property"), "og:description");
        head.one("meta[name=description]", "content");
        assert_eq!(head.one("meta[property='og:locale']", "content"), head.one("html", "lang"));
        let title = select(&head.page, "title").flat_map(|title| title.text()).collect::<String>();
        assert!(title.starts_with(head.one("meta[property='og:title']", "content")), "{address}: {title}");
        assert!(["article", "website"].contains(&head.one("meta[property='og:type']", "content")), "{address}");
        assert_eq!(head.one("meta[name='twitter:card']", "content"), "summary_large_image");
        let image = head.one("meta[property='og:image']", "content");
        let path = image.strip_prefix(BASE).expect("an address of the site");
        let image = built.outputs.iter().find(|output| output.path == path).expect(path);
        assert!(image.bytes.starts_with(b"\x89PNG") && image.bytes.len() <= 60_000, "{path}: {}", image.bytes.len());
        let size =
            [&image.bytes[16..20], &image.bytes[20..24]].map(|part| u32::from_be_bytes(part.try_into().expect("4")));
        let said = ["width", "height"].map(|side| head.one(&format!("meta[property='og:image:{side}']"), "content"));
        assert_eq!(said, size.map(|side| side.to_string()), "{path}");
        assert_eq!(
            head.one("meta[property='og:image:alt']", "content"),
            head.one("meta[property='og:title']", "content")
        );
        assert_eq!(head.all("meta[name=theme-color]", "media").len(), 2);
        let alternates = head.alternates();
        if address.contains("/parallel/") {
            assert_eq!(alternates.len(), 0, "it is in all languages");
            continue;
        }
        // Whoever is named names the others, so that no search engine doubts it.
        let own = alternates.iter().filter(|(tag, _)| **tag != "x-default");
        for (tag, other) in own {
            let other = heads.get(*other).unwrap_or_else(|| panic!("{address}: nothing is at {other}"));
            assert_eq!(other.one("html", "lang"), *tag);
            assert_eq!(other.alternates(), alternates, "{address}");
        }
        assert!(heads.contains_key(alternates["x-default"]), "{address}");
        if head.all("meta[name=robots]", "content").is_empty() && *address != BASE {
            assert_eq!((canonical, alternates[head.one("html", "lang")]), (address.as_str(), address.as_str()));
        }
    }
    assert_eq!(heads[BASE].alternates()["x-default"], BASE);
    assert_eq!(heads[&format!("{BASE}en/")].alternates()["x-default"], BASE);
}

#[test]
fn pages_of_each_kind_say_what_they_are_in_the_words_of_schema_org() {
    let built = build_well(&fixture(), &options(None));
    let graph = |path: &str| {
        let output = built.outputs.iter().find(|output| output.path == format!("{path}/index.html")).expect("a page");
        let head = Head::of(output);
        let script = select(&head.page, "script[type='application/ld+json']").next().expect("data");
        let data: serde_json::Value = serde_json::from_str(&script.text().collect::<String>()).expect("JSON");
        assert_eq!(data["@context"], "https://schema.org");
        data["@graph"].clone()
    };
    let url = |path: &str| format!("https://example.org/{path}/");
    assert_eq!(graph("en")[0]["@type"], "WebSite");
    let article = graph("en/dimensions/cost");
    assert_eq!(article[0]["@type"], "Article");
    assert_eq!(article[0]["@id"], url("en/dimensions/cost"));
    assert_eq!(article[0]["inLanguage"], "en");
    assert_eq!(article[0]["workTranslation"][0]["@id"], url("ar/dimensions/cost"));
    assert!(article[0]["citation"].as_array().is_some_and(|urls| !urls.is_empty()));
    let data = &article[0]["hasPart"][0];
    assert_eq!(data["@type"], "Dataset");
    let file = data["distribution"]["contentUrl"].as_str().expect("an address");
    let file = file.strip_prefix("https://example.org/").expect("a file of the site");
    assert!(built.outputs.iter().any(|output| output.path == file), "{file}");
    let way = article[1]["itemListElement"].as_array().expect("a way");
    let items: Vec<_> = way.iter().map(|item| item["item"].as_str()).collect();
    assert_eq!(items, [Some(&*url("en/dimensions")), None], "{way:?}");
    let terms = built.outputs.iter().filter(|output| output.path.starts_with("ar/terms/"));
    let term = terms.map(|output| output.path.as_str()).find(|path| path.matches('/').count() == 3).expect("a term");
    let term = graph(term.trim_end_matches("/index.html"));
    assert_eq!(term[0]["mainEntity"]["@type"], "DefinedTerm");
    assert_eq!(term[0]["mainEntity"]["inDefinedTermSet"], url("ar/terms"));
}

#[test]
fn the_icon_for_telephones_has_the_marks_in_their_inks() {
    let built = build_well(&fixture(), &options(None));
    let file = built.outputs.iter().find(|output| output.path == "apple-touch-icon.png").expect("an icon");
    assert!(file.bytes.len() < 4_000, "{} bytes", file.bytes.len());
    let mut reader = png::Decoder::new(std::io::Cursor::new(file.bytes.as_ref())).read_info().expect("a PNG");
    let mut points = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut points).expect("points");
    assert_eq!((info.width, info.height), (180, 180));
    let at = |x: f64, y: f64| {
        let [column, row] = [x, y].map(|unit| ((unit + 1.0) * 18.0) as usize);
        let first = (row * 180 + column) * 3;
        format!("#{:02x}{:02x}{:02x}", points[first], points[first + 1], points[first + 2])
    };
    let settings = std::fs::read_to_string(fixture().join("site.toml")).expect("settings");
    let inks: Vec<_> = settings.split("accent = \"").skip(1).map(|rest| &rest[..7]).collect();
    assert_eq!([at(2.0, 4.0), at(6.0, 4.0)], [inks[0], inks[1]]);
    assert_eq!([at(-0.9, -0.9), at(4.0, 1.0), at(4.6, 2.6), at(0.3, 2.3)], ["#fbf8f1"; 4].map(str::to_owned));
}

#[test]
fn a_manifest_names_files_that_are_there() {
    let built = build_well(&fixture(), &options(Some("https://example.org/some/repo/")));
    for tag in ["ar", "en"] {
        let at = |path: String| built.outputs.iter().find(|output| output.path == path);
        let manifest = at(format!("{tag}/site.webmanifest")).expect("a manifest");
        let manifest: serde_json::Value = serde_json::from_slice(&manifest.bytes).expect("JSON");
        assert_eq!(
            (manifest["lang"].as_str(), manifest["start_url"].as_str()),
            (Some(tag), Some(&*format!("/some/repo/{tag}/")))
        );
        let icons = manifest["icons"].as_array().expect("icons").iter().filter_map(|icon| icon["src"].as_str());
        let icons: Vec<_> = icons.filter_map(|src| src.strip_prefix("/some/repo/")).collect();
        assert_eq!(icons, ["icon.svg", "apple-touch-icon.png"]);
        assert!(icons.iter().all(|icon| at((*icon).to_owned()).is_some()), "{icons:?}");
        let home = Head::of(at(format!("{tag}/index.html")).expect("home"));
        assert_eq!(home.one("link[rel=apple-touch-icon]", "href"), "/some/repo/apple-touch-icon.png");
        assert_eq!(home.one("link[rel=manifest]", "href"), format!("/some/repo/{tag}/site.webmanifest"));
        assert!(home.one("meta[http-equiv='Content-Security-Policy']", "content").contains(";manifest-src 'self'"));
    }
}

#[test]
fn a_footer_says_what_the_settings_say_and_nothing_else() {
    let home = "+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n";
    let said = format!("footer = {{ ar = \"كلمة\", en = \"A & B\" }}\n{}", support::SITE);
    for (site, arabic, english) in [(support::SITE, None, None), (&said, Some("كلمة"), Some("A & B"))] {
        let folder = support::site([("site.toml", site), ("content/ar.md", home), ("content/en.md", home)]);
        let built = build_well(folder.path(), &options(None));
        for (language, wanted) in [("ar", arabic), ("en", english)] {
            let output = built.outputs.iter().find(|output| output.path == format!("{language}/index.html"));
            let page = Html::parse_document(std::str::from_utf8(&output.expect("home").bytes).expect("UTF-8"));
            let lines: Vec<_> = select(&page, ".site-footer p").map(|line| line.text().collect::<String>()).collect();
            let (links, words) = lines.split_last().expect("a line of links");
            assert!(!links.is_empty(), "{language}");
            assert_eq!(words, wanted.map(str::to_owned).as_slice(), "{language}");
        }
    }
}

#[test]
fn each_of_eight_subjects_has_an_ink_and_a_mark_of_its_own_and_a_ninth_is_an_error() {
    let with = |count: usize| {
        let subject = |n| {
            format!("[[subjects]]\nid = \"s{n}\"\nname = {{ ar = \"م{n}\", en = \"S{n}\" }}\naccent = \"#00000{n}\"\n")
        };
        let languages = support::SITE.split("[[subjects]]").next().expect("the languages");
        let places = |value: &str| (1..=count).map(|n| format!("s{n} = {value}\n")).collect::<String>();
        let facts = format!("kind = \"difference\"\norder = 1\n[axis]\n{}", places("50"));
        let point = format!(
            "+++\ntitle = \"t\"\nsummary = \"s\"\n[stance]\n{}[axis]\nstart = \"a\"\nend = \"b\"\n+++\n",
            places("\"x\"")
        );
        let home = "+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n";
        let site = languages.to_owned() + &(1..=count).map(subject).collect::<String>();
        let folder = support::site([
            ("site.toml", site.as_str()),
            ("content/ar.md", home),
            ("content/en.md", home),
            ("content/dimensions/one/page.toml", &facts),
            ("content/dimensions/one/ar.md", &point),
            ("content/dimensions/one/en.md", &point),
        ]);
        build(folder.path(), &options(None))
    };
    let built = with(8);
    assert_eq!(built.faults().0, 0, "{}", human(&built.sources, &built.diagnostics, false));
    let text = |wanted: &dyn Fn(&str) -> bool| {
        let output = built.outputs.iter().find(|output| wanted(&output.path)).expect("an output");
        String::from_utf8(output.bytes.to_vec()).expect("UTF-8")
    };
    let page = Html::parse_document(&text(&|path| path == "en/dimensions/one/index.html"));
    let marks: BTreeSet<_> = select(&page, ".stance .mark path").filter_map(|path| path.attr("d")).collect();
    assert_eq!(marks.len(), 8, "{marks:?}");
    let sheet = text(&|path| path.starts_with("assets/style."));
    for n in 1..=8 {
        assert!(sheet.contains(&format!(".s{n}{{--own:#00000{n}}}")), "{sheet}");
    }
    assert!(sheet.contains("[class]{--subject:light-dark(var(--own)"), "{sheet}");
    let nine = with(9);
    let said = human(&nine.sources, &nine.diagnostics, false);
    assert!(nine.faults().0 == 1 && said.contains("9 subjects, and 8 can be told apart"), "{said}");
}

/// What a site switches off is neither there nor linked, in a build and under `serve`.
#[test]
fn a_site_may_do_without_parts_of_its_output() {
    let fixture = support::root().join("tests/fixtures/comparison");
    let all = build_well(&fixture, &options(None));
    type IsOfPart = fn(&str) -> bool;
    let kinds: [(&str, IsOfPart); 3] = [
        ("parallel", |path| path.starts_with("parallel/")),
        ("markdown", |path| path.ends_with("/index.md")),
        ("search", |path| path.contains("/search/")),
    ];
    for (part, is_of_part) in kinds {
        let texts = support::files(&fixture).into_iter().filter(|(path, _)| !path.starts_with(['.', 'p']));
        let folder = tempfile::tempdir().expect("a folder");
        for (path, mut bytes) in texts {
            if path == "site.toml" {
                bytes.extend_from_slice(format!("\n[output]\n{part} = false\n").as_bytes());
            }
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            std::fs::write(path, bytes).expect("a file");
        }
        let without = build_well(folder.path(), &options(None));
        let paths = |built: &muwazana::build::Build| -> Vec<String> {
            built.outputs.iter().map(|output| output.path.clone()).filter(|path| !path.starts_with("assets/")).collect()
        };
        assert!(paths(&all).iter().any(|path| is_of_part(path)), "{part} is there otherwise");
        let expected: Vec<String> = paths(&all).into_iter().filter(|path| !is_of_part(path)).collect();
        assert_eq!(paths(&without), expected, "{part}");
        assert!(!without.outputs.iter().any(|output| is_of_part(&output.path) || part == "search" && output.path.starts_with("assets/search/")));
        assert_eq!(dead_links(&without.outputs, "https://example.org", "/"), Vec::<String>::new(), "{part}");
        let workspace = Workspace::open(folder.path().to_owned(), options(None), HighlightCache::default());
        let served: Vec<&str> = without.outputs.iter().map(|output| output.path.as_str()).collect();
        assert_eq!(workspace.paths(), served, "{part}");
    }
}

#[test]
fn lists_are_numbered_in_the_digits_of_their_language() {
    let home = "+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n1. x\n";
    let with = |ar: &str, en: &str| {
        let settings = support::SITE.replace("tag = \"ar\"", &format!("tag = \"ar\"\n{ar}"));
        let settings = settings.replace("tag = \"en\"", &format!("tag = \"en\"\n{en}"));
        let folder =
            support::site([("site.toml", settings.as_str()), ("content/ar.md", home), ("content/en.md", home)]);
        let built = build_well(folder.path(), &options(None));
        let sheet = built.outputs.iter().find(|output| output.path.starts_with("assets/style.")).expect("the sheet");
        String::from_utf8_lossy(&sheet.bytes).into_owned()
    };
    let arabic = with("digits = \"arab\"", "");
    assert!(arabic.ends_with(":where(ol:lang(ar)){list-style-type:arabic-indic}"), "{arabic}");
    assert!(with("", "digits = \"arabext\"").ends_with(":where(ol:lang(en)){list-style-type:persian}"));
    let latin = with("", "");
    assert!(!latin.contains("arabic-indic") && !latin.contains("persian"));
}

#[test]
fn texts_in_attributes_of_html_keep_their_order() {
    let home = "+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n";
    let article = format!("{home}<img src=\"p.svg\" alt=\"لغة C++\" title=\"يوم 2026-05-01\"> كلام\n");
    let picture = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
    let folder = support::site([
        ("site.toml", support::SITE),
        ("content/ar.md", &article),
        ("content/en.md", home),
        ("content/p.svg", picture),
    ]);
    let built = build_well(folder.path(), &options(None));
    let page = built.outputs.iter().find(|output| output.path == "ar/index.html").expect("a page");
    let page = Html::parse_document(std::str::from_utf8(&page.bytes).expect("UTF-8"));
    let image = select(&page, "main img").next().expect("an image");
    assert_eq!(image.attr("alt"), Some("لغة \u{2068}C++\u{2069}"));
    assert_eq!(image.attr("title"), Some("يوم \u{2068}2026-05-01\u{2069}"));
}

#[test]
fn a_judgement_is_under_review_once_a_source_that_it_rests_on_is_past_its_date() {
    // The fixture's judgement of costs rests on accounts that are to be looked at again by 2 November 2027.
    for (day, is_under_review) in [("2027-11-02", false), ("2027-11-03", true)] {
        let options = Options { today: Date::parse(day), ..options(None) };
        let built = build_well(&fixture(), &options);
        let page = |path: &str| built.outputs.iter().find(|output| output.path == path).expect("a page");
        for path in ["en/dimensions/cost/index.html", "en/evidence/index.html"] {
            let text = std::str::from_utf8(&page(path).bytes).expect("UTF-8");
            assert_eq!(text.contains("Under review"), is_under_review, "{path} on {day}");
        }
        let text = std::str::from_utf8(&page("en/dimensions/space/index.html").bytes).expect("UTF-8");
        assert!(!text.contains("Under review"), "{day}");
    }
}

#[test]
fn how_far_the_evidence_of_a_page_reaches_is_told_by_its_latest_source() {
    let built = build_well(&fixture(), &options(None));
    let told = |path: &str| {
        let output = built.outputs.iter().find(|output| output.path == path).expect("a page");
        let page = Html::parse_document(std::str::from_utf8(&output.bytes).expect("UTF-8"));
        select(&page, ".meta li").map(|item| item.text().collect::<String>()).collect::<Vec<_>>()
    };
    let of_cost = told("en/dimensions/cost/index.html");
    assert!(of_cost.iter().any(|item| item == "Evidence to \u{2068}March 2026\u{2069}"), "{of_cost:?}");
    let without_sources = told("en/about/index.html");
    assert!(!without_sources.iter().any(|item| item.contains("Evidence")), "{without_sources:?}");
}

/// A page asks early for the faces that it is written with, and for none that a site has taken another for.
#[test]
fn a_page_asks_for_no_face_that_it_is_not_written_with() {
    let preloads = |theme: &str| -> BTreeMap<String, usize> {
        let settings = format!("{}\n{theme}", support::SITE);
        let home = "+++\ntitle = \"A\"\nsummary = \"S.\"\n+++\n";
        let folder = support::site([("site.toml", &*settings), ("content/ar.md", home), ("content/en.md", home)]);
        let built = build(folder.path(), &options(None));
        let page = |language: &str| {
            let path = format!("{language}/index.html");
            let output = built.outputs.iter().find(|output| output.path == path).expect("a home page");
            let page = Html::parse_document(&String::from_utf8_lossy(&output.bytes));
            select(&page, "link[rel=preload]").count()
        };
        ["ar", "en"].map(|language| (language.to_owned(), page(language))).into()
    };
    let counts = |theme: &str| preloads(theme).into_values().collect::<Vec<_>>();
    let (of_program, none) = (counts(""), 0);
    assert!(of_program.iter().all(|count| *count > 0), "{of_program:?}");
    assert_eq!(counts("[theme.fonts]\nlatin = \"Mine, serif\"\n"), [of_program[0], none]);
    assert_eq!(counts("[theme.fonts]\narabic = \"Amiri, serif\"\n"), [none, of_program[1]]);
    assert_eq!(counts("[theme.fonts]\nlatin = \"Mine, Roman\"\n"), of_program);
    assert_eq!(counts("[theme.fonts]\ncode = \"Mine\"\n"), of_program);
}
