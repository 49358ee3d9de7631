//! What is kept of a chart: its page, the document that other sites embed, and its pictures that stand alone.

#[path = "support/corpus.rs"]
mod corpus;
mod support;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::SystemTime;

use corpus::{Shape, corpus};
use muwazana::build::{Build, build};
use muwazana::diagnostic::human;
use scraper::Html;
use support::{build_well, fixture, options, select};

fn golden(name: &str) -> PathBuf {
    support::root().join("tests/golden").join(name).join("in")
}

fn of_charts<'a>(built: &'a Build, ending: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
    let own =
        built.outputs.iter().filter(move |output| output.path.contains("/charts/") && output.path.ends_with(ending));
    own.map(|output| (output.path.as_str(), &output.bytes[..]))
}

fn text<'a>(built: &'a Build, path: &str) -> &'a str {
    let output = built.outputs.iter().find(|output| output.path == path).unwrap_or_else(|| panic!("{path}"));
    std::str::from_utf8(&output.bytes).expect("UTF-8")
}

#[test]
fn a_drawing_says_by_itself_what_it_is_from_where_and_under_which_licence() {
    let built = build(&golden("chart-pages"), &options(None));
    let mut drawings = 0;
    for (path, bytes) in of_charts(&built, ".svg") {
        let document = roxmltree::Document::parse(std::str::from_utf8(bytes).expect("UTF-8")).expect("XML");
        let said = |name: &str| {
            let node = document.descendants().find(|node| node.tag_name().name() == name);
            node.and_then(|node| node.text()).unwrap_or_default().to_owned()
        };
        let seen: String = document
            .descendants()
            .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")))
            .filter_map(|node| node.text())
            .collect();
        assert!(
            !said("title").is_empty()
                && !said("desc").is_empty()
                && said("identifier").starts_with("https://example.org/tea/"),
            "{path}"
        );
        assert!(seen.contains("CC BY 4.0") && seen.contains(&said("identifier")), "{path}: {seen}");
        let licence = document.descendants().find(|node| node.tag_name().name() == "license").expect("a licence");
        assert_eq!(
            licence.attributes().next().map(|own| own.value()),
            Some("https://creativecommons.org/licenses/by/4.0/")
        );
        let is_arabic = path.starts_with("ar/");
        let board = if is_arabic { "مارس" } else { "March 2025" };
        let market = if is_arabic { "مايو" } else { "May 2025" };
        assert!(said("source").contains(board) || said("source").contains(market), "{path}: {}", said("source"));
        assert!(seen.contains("Board") || seen.contains("هيئة السوق"), "{path}: {seen}");
        drawings += 1;
    }
    assert!(drawings >= 4, "{drawings}");
}

#[test]
fn what_is_drawn_is_drawn_alike_as_svg_and_in_points() {
    for folder in [golden("chart-pages"), golden("charts"), fixture()] {
        let built = build(&folder, &options(None));
        let mut pictures = 0;
        for (path, bytes) in of_charts(&built, ".svg") {
            let document = roxmltree::Document::parse(std::str::from_utf8(bytes).expect("UTF-8")).expect("XML");
            let side = |name| {
                document.root_element().attribute(name).and_then(|side| side.parse::<u32>().ok()).expect("a size")
            };
            let png = path.replace(".svg", ".png");
            let points = built.outputs.iter().find(|output| output.path == png).unwrap_or_else(|| panic!("{png}"));
            let reader = png::Decoder::new(std::io::Cursor::new(&points.bytes[..])).read_info().expect("PNG");
            assert_eq!((reader.info().width, reader.info().height), (2 * side("width"), 2 * side("height")), "{path}");
            assert!((2_000..80_000).contains(&points.bytes.len()), "{png}: {}", points.bytes.len());
            pictures += 1;
        }
        assert!(pictures > 1, "{pictures}");
    }
}

#[test]
fn each_chart_leads_to_its_page_and_its_page_to_where_it_stands_and_to_the_other_languages() {
    let built = build(&golden("chart-pages"), &options(None));
    let article = Html::parse_document(text(&built, "en/prices/index.html"));
    let links: Vec<_> = select(&article, ".chart > p > a").filter_map(|link| link.attr("href")).collect();
    assert_eq!(
        links,
        ["/tea/en/charts/prices-leaf/", "/tea/en/charts/dearer/"],
        "a chart without an address has no link"
    );
    let page = Html::parse_document(text(&built, "en/charts/prices-leaf/index.html"));
    assert_eq!(select(&page, ".meta a").next().and_then(|link| link.attr("href")), Some("/tea/en/prices/#leaves"));
    let other = |page: &Html| -> Vec<String> {
        select(page, "link[hreflang]").filter_map(|link| link.attr("href")).map(str::to_owned).collect()
    };
    assert!(other(&page).contains(&"https://example.org/tea/ar/charts/prices-leaf/".to_owned()), "{:?}", other(&page));
    let alone = Html::parse_document(text(&built, "en/charts/dearer/index.html"));
    assert!(!other(&alone).iter().any(|url| url.contains("/ar/")), "it has another name in Arabic");
    let switch = select(&alone, "header a[hreflang=ar], header a[lang=ar]").filter_map(|link| link.attr("href"));
    assert!(switch.into_iter().all(|url| url == "/tea/ar/charts/"), "it leads to the list of charts");
}

#[test]
fn two_charts_of_one_id_are_told_and_drawn() {
    let built = build(&golden("chart-pages"), &options(None));
    let told = human(&built.sources, &built.diagnostics, false);
    assert!(told.contains("called `prices-leaf`, as is another of this page"), "{told}");
    assert!(
        told.contains("called `prices-leaf`, as is one of `then/prices`") || told.contains("as is one of `prices`"),
        "{told}"
    );
    assert!(told.contains("called `dear`, and its counterpart in `en` `dearer`"), "{told}");
    let article = Html::parse_document(text(&built, "en/prices/index.html"));
    assert_eq!(select(&article, ".chart").count(), 3);
}

#[test]
fn without_pages_of_charts_nothing_leads_to_one() {
    let site = std::fs::read_to_string(golden("chart-pages").join("site.toml")).expect("the settings");
    let files = support::files(&golden("chart-pages")).into_iter().filter(|(path, _)| path != "site.toml");
    let files: Vec<(String, String)> =
        files.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8"))).collect();
    let off = format!("{site}charts = false\n");
    let all = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).chain([("site.toml", off.as_str())]);
    let folder = support::site(all);
    let built = build(folder.path(), &options(None));
    assert_eq!(of_charts(&built, "").count(), 0);
    assert!(built.outputs.iter().any(|output| output.path == "en/prices/index.html"));
    for output in built.outputs.iter().filter(|output| output.path.ends_with(".html") || output.path.ends_with(".xml"))
    {
        assert!(!String::from_utf8_lossy(&output.bytes).contains("/charts/"), "{}", output.path);
    }
    let told = human(&built.sources, &built.diagnostics, false);
    assert!(!told.contains("has no address of its own"), "{told}");
}

#[test]
fn the_document_for_other_sites_holds_no_script_and_needs_none() {
    for folder in [golden("chart-pages"), golden("charts"), fixture()] {
        let built = build(&folder, &options(Some("https://example.org/a/b/")));
        let mut seen = 0;
        for (path, bytes) in of_charts(&built, "/embed.html") {
            let page = Html::parse_document(std::str::from_utf8(bytes).expect("UTF-8"));
            assert_eq!(select(&page, "script, iframe, form, header, nav").count(), 0, "{path}");
            assert!(bytes.len() < 12_000, "{path}: {}", bytes.len());
            let robots = select(&page, "meta[name=robots]").filter_map(|meta| meta.attr("content")).collect::<Vec<_>>();
            assert_eq!(robots, ["noindex"], "{path}");
            let out: BTreeSet<_> = select(&page, "a")
                .map(|link| (link.attr("target"), link.attr("href").is_some_and(|url| url.starts_with("https://"))))
                .collect();
            assert_eq!(out, BTreeSet::from([(Some("_blank"), true)]), "{path}");
            seen += 1;
        }
        assert!(seen > 1, "{seen}");
    }
}

#[test]
fn a_scale_of_a_comparison_is_among_the_charts() {
    let built = build_well(&fixture(), &options(None));
    for language in ["ar", "en"] {
        let list = Html::parse_document(text(&built, &format!("{language}/charts/index.html")));
        let first = select(&list, "main a").next().and_then(|link| link.attr("href"));
        assert_eq!(first, Some(format!("/{language}/charts/scale/").as_str()));
        let page = Html::parse_document(text(&built, &format!("{language}/charts/scale/index.html")));
        assert_eq!(select(&page, "tbody tr").count(), 3, "a row a dimension");
        let marks = select(&page, "figure svg[role=img] path").count();
        assert_eq!(marks, 6, "a mark for each subject on each axis");
    }
}

#[test]
fn a_scale_that_is_too_long_for_a_picture_has_no_address() {
    for (dimensions, files) in [(100, 8), (101, 0)] {
        let folder = corpus(Shape { dimensions, terms: 1, languages: 2 });
        let built = build(folder.path(), &options(None));
        let scale = built.outputs.iter().filter(|output| output.path.contains("/charts/scale/"));
        assert_eq!(scale.count(), files, "four files in each language, or none");
        let named =
            built.outputs.iter().filter(|output| output.path.ends_with(".html") || output.path.ends_with(".xml"));
        let named = named.filter(|output| String::from_utf8_lossy(&output.bytes).contains("/charts/"));
        assert_eq!(named.count() > 0, files > 0, "nothing leads to what is not there");
        let matrix = Html::parse_document(text(&built, "en/matrix/index.html"));
        assert!(select(&matrix, "svg[role=img] path").count() >= 2 * dimensions, "it is drawn where it stands");
    }
}

#[test]
fn what_has_been_drawn_is_not_drawn_again() {
    let folder = support::site([("unused", "")]);
    for (path, bytes) in support::files(&golden("chart-pages")) {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
    let image_times = || -> Vec<(PathBuf, SystemTime)> {
        let images = std::fs::read_dir(folder.path().join(".muwazana/images")).expect("pictures").flatten();
        let mut times: Vec<_> =
            images.map(|file| (file.path(), file.metadata().and_then(|own| own.modified()).expect("a time"))).collect();
        times.sort();
        times
    };
    let command = |args: &[&str]| {
        let run = std::process::Command::new(env!("CARGO_BIN_EXE_muwazana"))
            .args(args)
            .arg("--root")
            .arg(folder.path())
            .output();
        run.expect("the program").status
    };
    command(&["build"]);
    let before = image_times();
    assert!(before.len() > 5, "{}", before.len());
    // Another page is edited, and what all pages show of themselves.
    let home = folder.path().join("content/en.md");
    let edited = std::fs::read_to_string(&home).expect("home").replace("title = \"Tea\"", "title = \"Teas\"");
    std::fs::write(&home, edited).expect("home");
    command(&["build"]);
    let after: BTreeSet<_> = image_times().into_iter().collect();
    let kept = before.iter().filter(|image| after.contains(image)).count();
    assert!(kept >= before.len() / 2, "{kept} of {}", before.len());
}

/// The languages of the golden case `chart-details`.
const DETAILS: [&str; 2] = ["ar", "en"];

fn drawn_texts(of: scraper::ElementRef<'_>) -> String {
    let texts = scraper::Selector::parse("svg text").expect("a selector");
    of.select(&texts).flat_map(|text| text.text()).collect::<Vec<_>>().join(" ")
}

#[test]
fn words_at_a_value_are_drawn_and_said_wherever_the_chart_is() {
    let built = build(&golden("chart-details"), &options(None));
    for (language, words, name) in
        [("en", "The longest line", "North · outer"), ("ar", "أطول الخطوط", "الشمالي · الأطراف")]
    {
        let article = Html::parse_document(text(&built, &format!("{language}/page/index.html")));
        let chart = select(&article, ".chart").nth(2).expect("a chart of dots");
        assert!(drawn_texts(chart).contains(words), "{language}: {}", drawn_texts(chart));
        let drawings = scraper::Selector::parse("svg[role=img]").expect("a selector");
        let said = chart.select(&drawings).next().and_then(|drawing| drawing.attr("aria-label")).expect("a name");
        let said: String = said.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect();
        assert!(said.contains(&format!("{name}: {words}.")), "{language}: {said}");
        let picture = text(&built, &format!("{language}/charts/stops-by-place/stops-by-place.svg"));
        assert_eq!(picture.matches(words).count(), 2, "{language}: as a text and in the description");
        assert!(text(&built, &format!("{language}/llms-full.txt")).contains(words), "{language}");
    }
}

#[test]
fn small_drawings_have_one_scale_one_legend_and_their_column_in_the_table() {
    let built = build(&golden("chart-details"), &options(None));
    for language in DETAILS {
        let article = Html::parse_document(text(&built, &format!("{language}/page/index.html")));
        let of = |chart: scraper::ElementRef<'_>, selector: &str| -> Vec<String> {
            let selector = scraper::Selector::parse(selector).expect("a selector");
            chart.select(&selector).map(|element| element.text().collect::<String>()).collect()
        };
        for (n, count) in [(4, 3), (5, 3), (6, 2)] {
            let chart = select(&article, ".chart").nth(n).expect("a chart with facets");
            let names = of(chart, ".facets b");
            assert_eq!(names.len(), count, "{language} {n}: {names:?}");
            assert_eq!(of(chart, "svg[role=img]").len(), count);
            assert!(of(chart, ":scope > ul").len() <= 1, "{language} {n}: more than one legend");
            let quiet = scraper::Selector::parse(".facets > div").expect("a selector");
            let ticks: BTreeSet<Vec<String>> = chart.select(&quiet).map(|part| of(part, "text.q")).collect();
            assert_eq!(ticks.len(), 1, "{language} {n}: more than one scale: {ticks:?}");
            let rows = of(chart, "tbody th:first-child");
            assert!(rows.iter().all(|cell| names.contains(&cell.trim().to_owned())), "{language} {n}: {rows:?}");
        }
        let picture = text(&built, &format!("{language}/charts/page-modes/page-modes.svg"));
        let stacked: Vec<_> = picture.lines().filter(|line| line.contains("font-weight")).collect();
        assert!(stacked.len() >= 4, "{language}: the title and three names: {stacked:?}");
    }
}

#[test]
fn every_value_of_a_line_is_written_or_shown_to_the_pointer_and_no_mark_takes_the_focus() {
    let built = build(&golden("chart-details"), &options(None));
    for language in DETAILS {
        let article = Html::parse_document(text(&built, &format!("{language}/page/index.html")));
        let chart = select(&article, ".chart.line").next().expect("a line");
        let marks = scraper::Selector::parse("svg[role=img] > svg > path").expect("a selector");
        let hints = scraper::Selector::parse("svg[role=img] > g").expect("a selector");
        let circles = scraper::Selector::parse("circle").expect("a selector");
        let cells = scraper::Selector::parse("tbody td").expect("a selector");
        let values: Vec<String> =
            chart.select(&cells).map(|cell| cell.text().collect::<String>().trim().to_owned()).collect();
        let values: Vec<_> = values.iter().filter(|value| *value != "–").collect();
        assert_eq!(chart.select(&marks).count(), values.len());
        let shown = drawn_texts(chart);
        assert!(
            values.iter().all(|value| shown.split([' ', ':']).any(|word| word == value.as_str())),
            "{language}: {shown}"
        );
        assert!(chart.select(&hints).all(|hint| hint.select(&circles).next().is_some()), "{language}");
        assert!(chart.select(&hints).next().is_some(), "{language}: nothing to be shown");
        assert_eq!(select(&article, "svg [tabindex], svg a, svg title").count(), 0, "{language}");
    }
}

#[test]
fn a_frame_is_as_high_as_all_drawings_of_its_chart() {
    let built = build(&golden("chart-details"), &options(None));
    let mut seen = 0;
    for (path, bytes) in of_charts(&built, "/embed.html").map(|(path, bytes)| (path.to_owned(), bytes)) {
        let frame = Html::parse_document(std::str::from_utf8(bytes).expect("UTF-8"));
        let heights = select(&frame, "svg[role=img]")
            .filter_map(|drawing| drawing.attr("height")?.strip_suffix("em")?.parse::<f64>().ok());
        let drawn: f64 = heights.sum::<f64>() * 0.84 * if path.starts_with("ar/") { 20.16 } else { 18.0 };
        let page = text(&built, &path.replace("embed.html", "index.html"));
        let said = page.split_once("height=&#34;").or(page.split_once("height=&quot;")).map(|(_, rest)| rest);
        let said: String = said.expect("a height").chars().take_while(char::is_ascii_digit).collect();
        let height: f64 = said.parse().expect("a number");
        assert!((drawn + 60.0..drawn + 600.0).contains(&height), "{path}: {height} for {drawn}");
        seen += 1;
    }
    assert!(seen >= 20, "{seen}");
}

/// Where something stands along a drawing, in hundredths from where reading begins.
fn along(element: scraper::ElementRef<'_>, attribute: &str, language: &str) -> f64 {
    let at = element.attr(attribute).unwrap_or("0%").trim_end_matches('%').parse().expect("a part of the width");
    if language == "ar" { 100.0 - at } else { at }
}

#[test]
fn a_range_reaches_to_where_its_ends_stand_on_the_scale_of_the_values() {
    let built = build(&golden("chart-details"), &options(None));
    let (lines, marks) = ["svg[role=img] > line.l", "svg[role=img] > svg"]
        .map(|selector| scraper::Selector::parse(selector).expect("a selector"))
        .into();
    for language in DETAILS {
        let article = Html::parse_document(text(&built, &format!("{language}/page/index.html")));
        let chart = select(&article, ".chart.dot").nth(2).expect("a chart of dots with ranges");
        let marks: Vec<f64> = chart.select(&marks).map(|mark| along(mark, "x", language)).collect();
        let values = [12.0, 7.0, 5.0, 4.0];
        assert_eq!(marks.len(), values.len(), "{language}: {marks:?}");
        let unit = (marks[0] - marks[3]) / (values[0] - values[3]);
        let place = |value: f64| marks[3] + (value - values[3]) * unit;
        for (mark, value) in marks.iter().zip(values) {
            assert!((mark - place(value)).abs() < 0.2, "{language}: {value} at {mark}");
        }
        let level = chart.select(&lines).filter(|line| line.attr("y1") == line.attr("y2"));
        let ends: Vec<[f64; 2]> = level.map(|line| ["x1", "x2"].map(|end| along(line, end, language))).collect();
        let ranges = [[9.0, 16.0], [4.5, 5.0], [2.0, 9.0]];
        assert_eq!(ends.len(), ranges.len(), "{language}: what has no range has no line");
        for (drawn, range) in ends.iter().flatten().zip(ranges.iter().flatten()) {
            assert!((drawn - place(*range)).abs() < 0.2, "{language}: {range} at {drawn}");
        }
        // Below bars and at points of lines there is one for each, too, with its two ends or none.
        let bars = select(&article, ".chart.bar").last().expect("bars");
        assert_eq!(bars.select(&lines).count(), 3 * ranges.len(), "{language}");
        let over_time = select(&article, ".chart.line").last().expect("lines");
        let upright = over_time.select(&lines).filter(|line| line.attr("x1") == line.attr("x2"));
        assert_eq!(upright.count(), ranges.len(), "{language}");
        let cells = scraper::Selector::parse("thead th").expect("a selector");
        assert_eq!(chart.select(&cells).count(), 5, "{language}: both ends are in the table");
    }
}
