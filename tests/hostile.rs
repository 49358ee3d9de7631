//! Whoever may send a text to a site may not send a script: a site in which every field holds a hostile text is built,
//! and all its pages are read as a browser reads them.

#[path = "support/intruder.rs"]
mod intruder;
mod support;

use std::collections::BTreeSet;
use std::path::PathBuf;

use intruder::{Allowed, intruder};
use muwazana::build::{Build, build};
use muwazana::diagnostic::{github, human, json};
use scraper::Html;
use support::{build_well, options, select};

/// An address in which what is hostile is part of the path and the query.
const ADDRESS: &str = "https://example.org/x'onload=alert(1)/?a=\"><script>alert(1)</script>&lt;";

/// A name that file systems allow.
const FILE: &str = "a' onload=alert(1) x='";

fn form() -> PathBuf {
    support::root().join("tests/fixtures/hostile")
}

/// Texts that become markup, an attribute, a script or a formula wherever one is not escaped.
fn hostile_texts() -> Vec<String> {
    let texts = std::fs::read(form().join("texts.json")).expect("the texts");
    serde_json::from_slice(&texts).expect("a list of texts")
}

/// A text as TOML writes it; what JSON writes is that, too.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text")
}

/// A text as Markdown shows it: each of its signs for itself.
fn shown(text: &str) -> String {
    let sign = |c: char| if c.is_ascii_punctuation() && c != '&' { format!("\\{c}") } else { c.to_string() };
    text.chars().map(sign).collect()
}

/// The site whose form is in `tests/fixtures/hostile/site`, with a text in every field.
fn site(text: &str) -> tempfile::TempDir {
    let filled = [
        ("@QUOTED@", quoted(text)),
        ("@SHOWN@", shown(text)),
        ("@CELL@", text.replace('"', "\"\"")),
        ("@UNBARRED@", text.replace('|', "")),
        ("@UNQUOTED@", text.replace('"', "")),
        ("@ADDRESS@", quoted(ADDRESS)),
        ("@TEXT@", text.to_owned()),
        ("FILE", FILE.to_owned()),
    ];
    let fill = |form: &str| filled.iter().fold(form.to_owned(), |form, (sign, with)| form.replace(sign, with));
    let mut files = Vec::new();
    for (path, bytes) in support::files(&form().join("site")) {
        let text = fill(std::str::from_utf8(&bytes).expect("texts are UTF-8"));
        match path.strip_suffix("words.md") {
            Some(folder) => files.extend(["ar", "en"].map(|tag| (format!("{folder}{tag}.md"), text.clone()))),
            None => files.push((fill(&path), text)),
        }
    }
    support::site(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

fn pages(built: &Build) -> impl Iterator<Item = (&str, Html)> {
    let pages = built.outputs.iter().filter(|output| output.path.ends_with(".html"));
    pages.map(|output| (output.path.as_str(), Html::parse_document(std::str::from_utf8(&output.bytes).expect("UTF-8"))))
}

fn scripts(page: &Html) -> BTreeSet<String> {
    select(page, "script:not([src]):not([type])").map(|script| script.inner_html()).collect()
}

/// What a page says of itself to programs.
fn structured_data(page: &Html) -> Vec<serde_json::Value> {
    let scripts = select(page, "script[type='application/ld+json']");
    scripts.map(|script| serde_json::from_str(&script.text().collect::<String>()).expect("JSON")).collect()
}

/// What a drawing that stands alone holds and has no use for.
fn drawn_intruders(svg: &str) -> impl Iterator<Item = String> {
    const OWN: [&str; 9] = ["svg", "title", "desc", "metadata", "style", "rect", "line", "path", "text"];
    const ATTRIBUTES: &str = "viewBox width height role aria-labelledby lang font-family id class x y x1 y1 x2 y2 d transform \
        text-anchor font-weight font-size stroke-dasharray fill-opacity about resource";
    let document = roxmltree::Document::parse(svg).expect("XML");
    let own = |node: &roxmltree::Node<'_, '_>| {
        let (namespace, name) = (node.tag_name().namespace().unwrap_or_default(), node.tag_name().name());
        let is_known = namespace != "http://www.w3.org/2000/svg" || OWN.contains(&name);
        is_known && node.attributes().all(|own| ATTRIBUTES.split_whitespace().any(|known| known == own.name()))
    };
    let elements = document.descendants().filter(|node| node.is_element() && !own(node));
    elements.map(|node| format!("{:?}", node)).collect::<Vec<_>>().into_iter()
}

#[test]
fn no_field_adds_an_element_or_an_attribute_to_a_page() {
    let plain = site("plain words");
    let known: BTreeSet<String> =
        pages(&build_well(plain.path(), &options(None))).flat_map(|(_, page)| scripts(&page)).collect();
    assert!(!known.is_empty() && known.len() < 5, "{known:?}");
    let allowed = Allowed::of_the_program();
    let mut found = Vec::new();
    for text in &hostile_texts() {
        let folder = site(text);
        let built = build_well(folder.path(), &options(None));
        let mut count = 0;
        for output in
            built.outputs.iter().filter(|output| output.path.ends_with(".svg") && output.path.contains("/charts/"))
        {
            found.extend(
                drawn_intruders(std::str::from_utf8(&output.bytes).expect("UTF-8"))
                    .map(|what| format!("{text}: {what}")),
            );
            count += 1;
        }
        assert!(count > 1, "only {count} drawings");
        for (path, page) in pages(&built) {
            count += 1;
            found.extend(
                select(&page, "*")
                    .filter_map(|element| intruder(element, &allowed))
                    .map(|what| format!("{text}: {path}: {what}")),
            );
            found.extend(scripts(&page).difference(&known).map(|script| format!("{text}: {path}: {script}")));
            let typed = select(&page, "script[type]:not([src])").count();
            assert!(typed < 2 && structured_data(&page).len() == typed, "{text}: {path}: a script of another type");
            for script in select(&page, "script[src]") {
                let own = script.attr("src").is_some_and(|src| src.starts_with("/assets/"));
                assert!(own, "{text}: {path}: a script of another place");
            }
        }
        assert!(count > 20, "only {count} pages");
    }
    assert!(found.is_empty(), "{} intruders:\n{}", found.len(), found.join("\n"));
}

#[test]
fn what_is_hostile_is_shown_as_it_was_written() {
    for text in hostile_texts().iter().filter(|text| !text.contains('\u{e000}')) {
        let folder = site(text);
        let built = build_well(folder.path(), &options(None));
        let (_, page) = pages(&built).find(|(path, _)| *path == "en/dimensions/cost/index.html").expect("the page");
        let typographic = |text: &str| text.replace(['’', '‘'], "'").replace(['“', '”'], "\"");
        let strip = |text: String| typographic(&text).replace(['\u{2068}', '\u{2069}'], "");
        for selector in ["title", "h1", ".summary", "dt", "dd", ".pole", "cite a", ".site-name"] {
            let shown = select(&page, selector).next().map(|element| strip(element.text().collect()));
            assert!(shown.as_ref().is_some_and(|shown| shown.contains(text)), "{selector}: {text}: {shown:?}");
        }
        for name in ["description", "og:title"] {
            let selector = format!("meta[name='{name}'], meta[property='{name}']");
            let content = select(&page, &selector).find_map(|meta| meta.attr("content"));
            assert_eq!(content.map(|content| strip(content.to_owned())).as_deref(), Some(text.as_str()), "{name}");
        }
        let data = structured_data(&page);
        for name in [&data[0]["@graph"][0]["headline"], &data[0]["@graph"][1]["itemListElement"][1]["name"]] {
            assert_eq!(name.as_str().map(|name| strip(name.to_owned())).as_deref(), Some(text.as_str()));
        }
        let llms = built.outputs.iter().find(|output| output.path == "en/llms.txt").expect("a list");
        let llms = String::from_utf8_lossy(&llms.bytes);
        let markdown = pulldown_cmark::Parser::new(&llms);
        let (mut links, mut others) = (0, Vec::new());
        for event in markdown {
            match event {
                pulldown_cmark::Event::Start(pulldown_cmark::Tag::Link { dest_url, .. }) => {
                    assert!(dest_url.starts_with("https://example.org/en/"), "{dest_url}");
                    links += 1;
                }
                pulldown_cmark::Event::Html(html) | pulldown_cmark::Event::InlineHtml(html) => others.push(html),
                _ => {}
            }
        }
        // Four pages, the file that holds the words of all, and the charts.
        let charts = built
            .outputs
            .iter()
            .filter(|output| output.path.starts_with("en/charts/") && output.path.ends_with("/index.html"));
        // The list of charts and the scale are none of a page.
        let charts = charts.count().saturating_sub(2);
        assert!(links == 5 + charts && others.is_empty(), "{links} links, {others:?}: {llms}");
        let manifest = built.outputs.iter().find(|output| output.path == "en/site.webmanifest").expect("a manifest");
        let manifest: serde_json::Value = serde_json::from_slice(&manifest.bytes).expect("JSON");
        assert_eq!(manifest["name"].as_str().map(|name| strip(name.to_owned())).as_deref(), Some(text.as_str()));
    }
}

#[test]
fn feeds_and_the_map_are_well_formed_and_tables_hold_no_formula() {
    for text in &hostile_texts() {
        let folder = site(text);
        let built = build_well(folder.path(), &options(None));
        let (mut xml, mut cells) = (0, 0);
        for output in &built.outputs {
            let content = String::from_utf8_lossy(&output.bytes);
            if output.path.ends_with(".xml") {
                let document = roxmltree::Document::parse(&content);
                assert!(document.is_ok(), "{text}: {}: {document:?}", output.path);
                xml += 1;
            }
            if output.path.ends_with("matrix.csv") {
                for cell in content.trim_start_matches('\u{feff}').lines().flat_map(|line| line.split("\",\"")) {
                    let cell = cell.trim_start_matches('"');
                    assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{text}: {cell}");
                    cells += 1;
                }
            }
        }
        assert!(xml == 3 && cells > 20, "{xml} files, {cells} cells");
    }
}

#[test]
fn no_link_of_an_article_is_a_script() {
    let allowed = Allowed::of_the_program();
    for markdown in [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java&#10;script:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](vbscript:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x]\n\n[x]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "![x](javascript:alert(1))",
        "[[javascript:alert(1)|x]]",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\" java\tscript:alert(1)\">x</a>",
    ] {
        let page = format!("+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n\n{markdown}\n");
        let files = [("site.toml", support::SITE), ("content/ar.md", page.as_str()), ("content/en.md", &page)];
        let folder = support::site(files);
        let built = build(folder.path(), &options(None));
        let found: Vec<_> = pages(&built)
            .flat_map(|(path, page)| {
                select(&page, "*")
                    .filter_map(|element| intruder(element, &allowed))
                    .map(|what| format!("{path}: {what}"))
                    .collect::<Vec<_>>()
            })
            .collect();
        assert!(found.is_empty(), "{markdown}: {found:?}");
        // What sanitising takes out of HTML is another matter.
        assert!(markdown.starts_with("<a ") || built.faults() != (0, 0), "{markdown}: nothing is said");
    }
}

#[test]
fn no_printer_lets_content_steer_a_terminal_or_begin_a_command() {
    let steering = "\\u001b]2;x\\u0007\\u009b31m\\n::error::x\\n ##[group]x\\r::y\\u2028::z\\u202e";
    let sources = format!(
        "[\"k\\n::add-mask::a\"]\n\"{steering}\" = 1\ntitle = \"t\"\npublisher = \"p\"\nurl = \"{steering}\"\n"
    );
    let page = "+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n\n[[nope\u{1b}]2;pwned\u{7}]] كلمة [[لا\u{9b}31m]]\n";
    let files = [("site.toml", support::SITE), ("content/ar.md", page), ("content/en.md", page)];
    let folder = support::site(files.into_iter().chain([("content/sources.toml", sources.as_str())]));
    let built = build(folder.path(), &options(None));
    assert!(built.faults().0 >= 4, "{:?}", built.faults());
    let commands = |text: &str| {
        let begins = |line: &&str| line.trim_start().starts_with("::") || line.trim_start().starts_with("##[");
        text.lines().filter(begins).count()
    };
    let (people, lines) = (human(&built.sources, &built.diagnostics, false), json(&built.sources, &built.diagnostics));
    let annotations = github(&built.sources, &built.diagnostics);
    for (name, text) in [("human", &people), ("json", &lines), ("github", &annotations)] {
        let control = text.chars().find(|c| c.is_control() && *c != '\n');
        assert_eq!(control, None, "{name}: {text}");
    }
    assert_eq!((commands(&people), commands(&lines)), (0, 0), "{people}{lines}");
    assert_eq!(commands(&annotations), built.diagnostics.len());
}

#[cfg(unix)]
#[test]
fn settings_behind_a_symbolic_link_are_refused_and_not_shown() {
    let elsewhere = support::site([("secret", "password = \"hush\"\n")]);
    let folder = support::site([("content/ar.md", "+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n")]);
    std::os::unix::fs::symlink(elsewhere.path().join("secret"), folder.path().join("site.toml")).expect("a link");
    let built = build(folder.path(), &options(None));
    let said = human(&built.sources, &built.diagnostics, false);
    assert_eq!(built.faults(), (1, 0), "{said}");
    assert!(said.contains("`site.toml` cannot be read: it is a symbolic link") && !said.contains("hush"), "{said}");
}
