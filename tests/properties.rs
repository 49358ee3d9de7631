//! What holds for every site, whatever is in it: links resolve under any base path, threads change nothing, and nothing
//! that anybody writes makes a build panic.

mod support;

use std::collections::BTreeMap;

use muwazana::build::build;
use proptest::prelude::*;
use scraper::Html;
use support::{NO_PICTURES, SITE, build_well, dead_links, options, select, site};

const PLACES: [&str; 12] = [
    "",
    "dimensions",
    "dimensions/energy",
    "dimensions/openness",
    "dimensions/التسمية",
    "terms",
    "terms/rollup",
    "terms/energy",
    "about",
    "about/deep",
    "about/deep/er",
    "lone/ly",
];
const HEADINGS: [&str; 3] = ["claim", "المعنى", "b-2"];

/// A page: where it is, which languages speak of it, and where it links to (a place, a heading of it, a way of writing).
#[derive(Clone, Debug)]
struct Page {
    place: usize,
    languages: Vec<bool>,
    headings: Vec<usize>,
    links: Vec<(usize, Option<usize>, u8)>,
}

fn pages() -> impl Strategy<Value = Vec<Page>> {
    let link = (0..PLACES.len(), proptest::option::of(0..HEADINGS.len()), 0u8..4);
    let page = (
        proptest::sample::select(vec![vec![true, true], vec![true, false], vec![false, true]]),
        proptest::sample::subsequence((0..HEADINGS.len()).collect::<Vec<_>>(), 0..=HEADINGS.len()),
        proptest::collection::vec(link, 0..5),
    );
    let places = proptest::sample::subsequence((1..PLACES.len()).collect::<Vec<_>>(), 0..PLACES.len());
    places.prop_flat_map(move |mut places| {
        places.insert(0, 0);
        proptest::collection::vec(page.clone(), places.len()).prop_map(move |pages| {
            let page = |(place, (languages, headings, links))| Page { place, languages, headings, links };
            places.iter().copied().zip(pages).map(page).collect()
        })
    })
}

/// The Markdown of a link that has a target, in one of the ways to write it.
fn link(from: &str, pages: &BTreeMap<usize, Page>, (to, heading, way): (usize, Option<usize>, u8), n: usize) -> String {
    let Some(target) = pages.get(&to) else { return String::new() };
    let anchor = heading.filter(|heading| target.headings.contains(heading));
    let anchor = anchor.map_or(String::new(), |heading| format!("#{}", HEADINGS[heading]));
    let path = PLACES[to];
    let relative = "../".repeat(from.split('/').filter(|part| !part.is_empty()).count());
    match way {
        0 if !path.is_empty() => format!("[[{path}{anchor}]]"),
        1 if !path.is_empty() => format!("[[{path}{anchor}|words {n}]]"),
        2 => format!("[words](/{path}{}{anchor})", if path.is_empty() { "" } else { "/" }),
        _ => format!("[words]({relative}{path}{}{anchor})", if path.is_empty() { "./" } else { "/" }),
    }
}

fn files(pages: &[Page]) -> Vec<(String, String)> {
    let by_place: BTreeMap<usize, Page> = pages.iter().map(|page| (page.place, page.clone())).collect();
    let mut files = vec![("site.toml".to_owned(), SITE.to_owned() + NO_PICTURES)];
    for page in pages {
        let path = PLACES[page.place];
        let folder = if path.is_empty() { "content".to_owned() } else { format!("content/{path}") };
        let dimension = path.starts_with("dimensions/");
        if dimension {
            let facts = format!("kind = \"similarity\"\norder = {}\n[axis]\nllm = 0\nchain = 100\n", page.place);
            files.push((format!("{folder}/page.toml"), facts));
        }
        for (tag, _) in ["ar", "en"].iter().zip(&page.languages).filter(|(_, speaks)| **speaks) {
            let mut text = format!("+++\ntitle = \"<{path}> ({tag})\"\nsummary = \"a & b\"\n");
            if dimension {
                text.push_str("[stance]\nllm = \"1\"\nchain = \"2\"\n[axis]\nstart = \"a\"\nend = \"b\"\n");
            }
            text.push_str("+++\n");
            for heading in &page.headings {
                text.push_str(&format!("\n## Heading {{#{}}}\n", HEADINGS[*heading]));
            }
            for (n, wanted) in page.links.iter().enumerate() {
                text.push_str(&format!("\n{} and[^n]\n", link(path, &by_place, *wanted, n)));
            }
            text.push_str("\n[^n]: A note.\n");
            files.push((format!("{folder}/{tag}.md"), text));
        }
    }
    files
}

/// Where the parts of a page's charts stand across, in per cent of the frame.
fn chart_places(page: &Html) -> impl Iterator<Item = f64> {
    let parts = select(page, ".chart > div > svg *").flat_map(|part| ["x", "x1", "x2"].map(|name| part.attr(name)));
    parts.flatten().filter_map(|place| place.strip_suffix('%')?.parse().ok())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_internal_link_resolves_under_any_base_path(pages in pages(), base in "(/[a-z0-9._-]{1,8}){0,3}/") {
        prop_assume!(!base.split('/').any(|part| part == "." || part == ".."));
        let files = files(&pages);
        let folder = site(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        let built = build_well(folder.path(), &options(Some(&format!("https://example.org{base}"))));
        let dead = dead_links(&built.outputs, "https://example.org", &base);
        prop_assert!(dead.is_empty(), "{dead:#?}");
    }

    #[test]
    fn nothing_that_is_written_makes_it_panic(
        body in "(\\PC|\n|#|\\[\\[|\\]\\]|\\[\\^|\\]|\\(|\\)|`{1,3}|<|>|\\||\\{#|\\}|!\\[|>|\\* |م|-40%|\u{202e}|\u{e000}){0,60}",
        front in "(\\PC|\n|title = |\"|\\[axis\\]|\\+\\+\\+){0,20}",
        facts in "(\\PC|\n|kind = |\"|\\[axis\\]|llm = |-|9){0,20}",
        settings in "(\\PC|\n|=|\"){0,8}",
    ) {
        let words = format!("+++\ntitle = \"t\"\nsummary = \"s\"\n{front}\n+++\n{body}");
        let settings = format!("{SITE}{settings}");
        let plain = format!("+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n{body}");
        let folder = site([
            ("site.toml", SITE),
            ("content/ar.md", plain.as_str()),
            ("content/en.md", words.as_str()),
            ("content/dimensions/x/page.toml", facts.as_str()),
            ("content/dimensions/x/ar.md", front.as_str()),
            ("content/sources.toml", facts.as_str()),
        ]);
        let built = build(folder.path(), &options(None));
        for output in &built.outputs {
            prop_assert!(!output.path.starts_with('/') && !output.path.split('/').any(|part| part == ".."));
        }
        std::fs::write(folder.path().join("site.toml"), settings).expect("settings");
        let _ = build(folder.path(), &options(None));
    }

    #[test]
    fn every_chart_stays_inside_its_frame(
        cells in proptest::collection::vec(proptest::option::weighted(0.9, (-9_999_999i64..9_999_999, 0usize..9)), 1..30),
        kind in proptest::sample::select(vec!["bar", "line", "dot", "share"]),
        x in proptest::sample::select(vec!["name", "day"]),
        log in any::<bool>(),
        rubbish in "(\\PC|\n|,|\"|-|1){0,6}",
    ) {
        let number = |(n, places): (i64, usize)| {
            let n = if log || kind == "share" { n.abs() + 1 } else { n };
            format!("{}.{}", n, "7".repeat(places + 1))
        };
        let row = |(n, pair): (usize, &[Option<(i64, usize)>])| {
            let cell = |at: usize| pair.get(at).copied().flatten().map(number).unwrap_or_default();
            format!("name {n},{:04}-0{},{},{}\n", 2000 + n * 3, n % 9 + 1, cell(0), cell(1))
        };
        let csv: String = cells.chunks(2).enumerate().map(row).collect();
        let csv = format!("name,day,a,b\n{csv}");
        let y = if kind == "share" { "\"a\"" } else { "[\"a\", \"b\"]" };
        let scale = if log && kind != "share" { "log" } else { "linear" };
        let page = format!(
            "+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n```chart\ntype = \"{kind}\"\ndata = \"d.csv\"\nx = \"{x}\"\n\
             y = {y}\nscale = \"{scale}\"\ntitle = \"t\"\n```\n"
        );
        let texts = [("site.toml", SITE), ("content/ar.md", &page), ("content/en.md", &page), ("content/d.csv", &csv)];
        let folder = site(texts);
        let built = build(folder.path(), &options(None));
        std::fs::write(folder.path().join("content/d.csv"), format!("{csv}{rubbish}")).expect("data");
        let _ = build(folder.path(), &options(None));
        // Some numbers cannot be shown by some kinds of chart, which is an error; the others have to be drawn.
        prop_assume!(built.faults().0 == 0);
        for language in ["ar", "en"] {
            let path = format!("{language}/index.html");
            let output = built.outputs.iter().find(|output| output.path == path).expect("the page");
            let html = Html::parse_document(&String::from_utf8_lossy(&output.bytes));
            let places: Vec<f64> = chart_places(&html).collect();
            prop_assert!(!places.is_empty(), "nothing is drawn in {path} of {csv}");
            let outside: Vec<_> = places.iter().filter(|place| !(0.0..=100.0).contains(*place)).collect();
            prop_assert!(outside.is_empty(), "{outside:?} in {path} of {csv}");
        }
    }
}

#[test]
fn one_thread_and_many_give_the_same_bytes_and_words() {
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool");
    let many = rayon::ThreadPoolBuilder::new().num_threads(8).build().expect("a pool");
    for case in ["behind", "charts", "full", "mistakes", "three"] {
        let root = support::root().join("tests/golden").join(case).join("in");
        let one = alone.install(|| build(&root, &options(None)));
        let other = many.install(|| build(&root, &options(None)));
        assert_eq!(one.outputs, other.outputs, "{case}");
        assert_eq!(one.diagnostics, other.diagnostics, "{case}");
    }
}
