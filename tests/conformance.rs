//! The examples of the CommonMark specification and of GitHub's extensions of it, tried on this program. What is compared is
//! which elements stand in which, and their words; addresses are other tests' business. Every example that comes out
//! otherwise is listed with the reason, and one that is listed must differ.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use muwazana::config::{Config, read_config};
use muwazana::content::{Body, HighlightCache, LanguageFileInput, PageKind, Slot, Slotted, Target, read_language_file};
use muwazana::text::{FileId, Source, Sources};
use scraper::{ElementRef, Html, Node};

const SITE: &str = "base_url = \"https://example.org/\"\n[[languages]]\ntag = \"en\"\nname = \"English\"\n\
    [[subjects]]\nid = \"a\"\nname = { en = \"A\" }\naccent = \"#a3312b\"\n\
    [[subjects]]\nid = \"b\"\nname = { en = \"B\" }\naccent = \"#1d5c7a\"\n";

/// An example of a specification.
struct Example {
    name: String,
    markdown: String,
    html: String,
}

fn examples() -> Vec<Example> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance/examples.txt");
    let text = std::fs::read_to_string(path).expect("the examples");
    let example = |part: &str| {
        let (name, rest) = part.split_once('\n').expect("a name");
        let (markdown, rest) = rest.split_once("=====html\n").expect("HTML");
        let (html, _) = rest.split_once("=====end").expect("an end");
        Example { name: name.to_owned(), markdown: markdown.to_owned(), html: html.to_owned() }
    };
    text.split("=====example ").skip(1).map(example).collect()
}

/// The article as HTML, with the addresses that were written.
fn article(markdown: &str, config: &Config) -> String {
    let source = Source::new("en.md", format!("+++\ntitle = \"T\"\nsummary = \"S\"\n+++\n{markdown}"));
    let (sources, highlights) = (Sources::default(), HighlightCache::default());
    let language = config.language("en").expect("English");
    let input = LanguageFileInput {
        file: FileId(0),
        source: &source,
        files: &[],
        sources: &sources,
        kind: PageKind::Ordinary,
        finds_alike: false,
        language,
        config,
        highlights: &highlights,
    };
    let body = read_language_file(&input).0.body;
    let mut html = String::new();
    for section in &body.sections {
        if let Some(heading) = &section.heading {
            html.push_str("<h2>");
            fill(&heading.html, &body, &mut html);
            html.push_str("</h2>");
        }
        fill(&section.html, &body, &mut html);
    }
    html
}

fn fill(text: &Slotted, body: &Body, out: &mut String) {
    text.fill(out, |slot, out| {
        if let Slot::LinkTitle(n) = slot
            && let Target::Wiki { page, .. } = &body.links[*n].target
        {
            out.push_str(page);
        }
    });
}

/// Elements and words in order, without what this program adds to them.
fn outline(html: &str) -> String {
    let mut out = String::new();
    let parsed = Html::parse_fragment(html);
    write_outline(parsed.root_element(), &mut out);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Elements that are only here: they isolate, colour or scroll.
fn is_transparent(name: &str) -> bool {
    matches!(name, "html" | "bdi" | "span" | "figure" | "figcaption" | "div")
}

fn write_outline(parent: ElementRef<'_>, out: &mut String) {
    for child in parent.children() {
        match child.value() {
            Node::Text(text) => out.push_str(&plain(&text.text)),
            Node::Element(element) => {
                // An article has the page's title above it.
                let name = if element.name() == "h1" { "h2" } else { element.name() };
                let shown = !is_transparent(name);
                if shown {
                    out.push_str(&format!(" <{name}> "));
                }
                if name == "img" {
                    out.push_str(&plain(element.attr("alt").unwrap_or_default()));
                }
                ElementRef::wrap(child).into_iter().for_each(|child| write_outline(child, out));
                if shown {
                    out.push_str(&format!(" </{name}> "));
                }
            }
            _ => {}
        }
    }
}

/// Words without typography.
fn plain(text: &str) -> String {
    let text = text.replace(['“', '”', '‘', '’', '"'], "'").replace('…', "...");
    text.replace('—', "---").replace('–', "--").replace(['\u{2068}', '\u{2069}'], "")
}

#[test]
fn the_specifications_hold_but_for_what_is_listed() {
    let source = Source::new("site.toml", SITE);
    let config = read_config(FileId(0).top(), &source, &mut Vec::new()).expect("settings");
    let listed: BTreeMap<&str, &str> =
        DEVIATIONS.iter().flat_map(|(reason, names)| names.iter().map(move |name| (*name, *reason))).collect();
    let mut differing = BTreeSet::new();
    let mut report = Vec::new();
    let examples = examples();
    assert!(examples.len() > 670, "only {} examples were read", examples.len());
    for Example { name, markdown, html } in &examples {
        let (wanted, found) = (outline(html), outline(&article(markdown, &config)));
        if wanted != found {
            differing.insert(name.as_str());
            if !listed.contains_key(name.as_str()) {
                report.push(format!("{name}: {markdown:?}\n  wanted {wanted}\n  found  {found}"));
            }
        }
    }
    report.extend(
        listed.keys().filter(|name| !differing.contains(**name)).map(|name| format!("{name} is listed, and holds")),
    );
    assert!(report.is_empty(), "{}", report.join("\n"));
}

/// By reason, the examples that come out otherwise.
const DEVIATIONS: &[(&str, &[&str])] = &[
    (
        "HTML that could run, load or style something, and elements that HTML does not have, are taken out and named",
        &[
            "commonmark 150",
            "commonmark 163",
            "commonmark 170",
            "commonmark 171",
            "commonmark 172",
            "commonmark 173",
            "commonmark 176",
            "commonmark 178",
            "commonmark 201",
            "commonmark 491",
            "commonmark 524",
            "commonmark 536",
            "commonmark 617",
        ],
    ),
    (
        "an element is closed at the latest where the paragraph or cell is that holds it, and an end without a beginning is \
         taken out",
        &[
            "commonmark 148",
            "commonmark 187",
            "commonmark 344",
            "commonmark 476",
            "commonmark 477",
            "commonmark 494",
            "commonmark 613",
            "commonmark 614",
            "commonmark 615",
            "commonmark 616",
            "commonmark 630",
            "commonmark 631",
            "commonmark 642",
            "commonmark 643",
        ],
    ),
    ("a dollar that is no end of a formula is masked, and no punctuation to emphasis", &["commonmark 354"]),
    ("`[[…]]` is a link to a page of the site", &["commonmark 548", "commonmark 559", "commonmark 590"]),
    (
        "bare addresses are links, as in the specification of GitHub",
        &["commonmark 602", "commonmark 606", "commonmark 608", "commonmark 611", "commonmark 612"],
    ),
];
