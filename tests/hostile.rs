//! Whoever may send a text to a site may not send a script: a site in which every field holds a hostile text is built,
//! and all its pages are read as a browser reads them.

#[path = "support/intruder.rs"]
mod intruder;
mod support;

use std::collections::BTreeSet;

use intruder::{Allowed, intruder};
use muwazana::build::{Build, build};
use muwazana::diagnostic::{github, human, json};
use scraper::Html;
use support::{build_well, options, select};

/// Texts that become markup, an attribute, a script or a formula wherever one is not escaped.
const HOSTILE: [&str; 10] = [
    "\"><script>alert(1)</script>",
    "' onload=alert(1) x='",
    "x onfocus=alert(1) autofocus tabindex=0",
    "</title><img src=x onerror=alert(1)>",
    "&lt;img src onerror=alert(1)&gt;",
    "\u{e000}0\u{e001} &#xE000;0&#xE001;",
    "{{ 7*7 }}{% include \"base.html\" %}",
    "javascript:alert(1)//",
    "=HYPERLINK(\"https://evil.example\")",
    "]]></summary><script>alert(1)</script><!--",
];

/// A text as TOML writes it; what JSON writes is that, too.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text")
}

/// A text as Markdown shows it: each of its signs for itself.
fn shown(text: &str) -> String {
    let sign = |c: char| if c.is_ascii_punctuation() && c != '&' { format!("\\{c}") } else { c.to_string() };
    text.chars().map(sign).collect()
}

/// An address in which what is hostile is part of the path and the query.
const ADDRESS: &str = "https://example.org/x'onload=alert(1)/?a=\"><script>alert(1)</script>&lt;";

/// A name that file systems allow.
const FILE: &str = "a' onload=alert(1) x='";

fn settings(text: &str) -> String {
    let text = &quoted(text);
    let address = quoted(ADDRESS);
    let mut out = format!("base_url = \"https://example.org/\"\nname = {{ ar = {text}, en = {text} }}\n");
    out += &format!("repository = {address}\nlicence = {{ name = {text}, url = {address} }}\n");
    for tag in ["ar", "en"] {
        out += &format!("[[languages]]\ntag = \"{tag}\"\nname = {text}\n");
    }
    for (id, accent) in [("one", "#a3312b"), ("two", "#1d5c7a")] {
        out += &format!("[[subjects]]\nid = \"{id}\"\nname = {{ ar = {text}, en = {text} }}\naccent = \"{accent}\"\n");
    }
    out
}

fn sources(text: &str) -> String {
    let (text, address) = (quoted(text), quoted(ADDRESS));
    let mut out = String::new();
    for key in ["first", "second", "en"] {
        out += &format!("[{key}]\ntitle = {text}\npublisher = {text}\nnote = {text}\nurl = {address}\nlang = \"he\"\n");
    }
    out
}

/// A chart that has the text wherever it shows one.
fn chart(text: &str) -> String {
    let text = quoted(text);
    format!(
        "```chart\ntype = \"bar\"\ndata = \"data.csv\"\nx = \"who\"\ny = \"amount\"\ntitle = {text}\nunit = {text}\n\
         note = {text}\nsources = [\"first\"]\n[labels]\nwho = {text}\namount = {text}\n```\n"
    )
}

/// An article that has the text in whatever Markdown can show, as words (`shown`) and as it is (`text`).
fn article(text: &str) -> String {
    let shown = shown(text);
    let mut out =
        format!("Lede {shown} [^first] and {text}\n\n## Heading {shown} {{#one}}\n\n### Inner {shown} {{#inner}}\n\n");
    out += &format!("Words {shown}[^second] and a note[^own], [{shown}](https://example.org/?a=<b> \"{shown}\").\n\n");
    out += &format!("![{shown}](<{FILE}.svg> \"{shown}\") and [{shown}](<{FILE}.txt>) and [[terms/word|{shown}]].\n\n");
    out += &format!("| {shown} | b |\n|---|---|\n| {shown} | `{}` |\n\n", text.replace('|', ""));
    out += &format!("> [!NOTE]\n> {shown}\n\n- [ ] {shown}\n\n{shown}\n: {shown}\n\n");
    out += &format!("```rust title=\"{}\"\nlet a = \"{text}\";\n```\n\n```\n{text}\n```\n\n", text.replace('"', ""));
    out += &format!("## Raw {text} {{#two}}\n\n{text}\n\n[^own]: Note {shown} and {text}\n");
    out
}

fn front(text: &str, more: &str) -> String {
    let text = quoted(text);
    format!("+++\ntitle = {text}\nsummary = {text}\naliases = [{text}]\n{more}+++\n\n")
}

fn site(text: &str) -> tempfile::TempDir {
    let quoted = quoted(text);
    let stance = format!("[stance]\none = {quoted}\ntwo = {quoted}\n[axis]\nstart = {quoted}\nend = {quoted}\n");
    let redirect = "redirects = [\"old' onload=alert(1) x='\"]\n";
    let cell = text.replace('"', "\"\"");
    let mut files = vec![
        ("site.toml".to_owned(), settings(text)),
        ("content/sources.toml".to_owned(), sources(text)),
        (
            "content/dimensions/cost/page.toml".to_owned(),
            "kind = \"difference\"\ndate = 2026-11-01\n[axis]\none = 20\ntwo = 70\n".to_owned(),
        ),
        ("content/about/data.csv".to_owned(), format!("who,amount\n\"{cell}\",1\nother,2\n")),
    ];
    for tag in ["ar", "en"] {
        let mut page = |path: &str, text: String| files.push((format!("content/{path}{tag}.md"), text));
        page("", front(text, "") + "Home [[cost]] [[terms/word]][^en].\n");
        page("dimensions/", front(text, ""));
        page("terms/", front(text, ""));
        page("terms/word/", front(text, "") + &shown(text));
        page("about/", front(text, "") + &shown(text) + "\n\n" + &chart(text));
        page("dimensions/cost/", front(text, &format!("{redirect}{stance}")) + &article(text));
    }
    for ending in ["svg", "txt"] {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>";
        files.push((format!("content/dimensions/cost/{FILE}.{ending}"), svg.to_owned()));
    }
    // What raw HTML of the texts shows.
    for folder in ["dimensions/cost", "about", "terms/gears", "dimensions/speed"] {
        files.push((format!("content/{folder}/x"), "x".to_owned()));
    }
    support::site(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

fn pages(built: &Build) -> impl Iterator<Item = (&str, Html)> {
    let pages = built.outputs.iter().filter(|output| output.path.ends_with(".html"));
    pages.map(|output| (output.path.as_str(), Html::parse_document(std::str::from_utf8(&output.bytes).expect("UTF-8"))))
}

fn scripts(page: &Html) -> BTreeSet<String> {
    select(page, "script:not([src])").map(|script| script.inner_html()).collect()
}

#[test]
fn no_field_adds_an_element_or_an_attribute_to_a_page() {
    let plain = site("plain words");
    let known: BTreeSet<String> =
        pages(&build_well(plain.path(), &options(None))).flat_map(|(_, page)| scripts(&page)).collect();
    assert!(!known.is_empty() && known.len() < 5, "{known:?}");
    let allowed = Allowed::of_the_program();
    let mut found = Vec::new();
    for text in HOSTILE {
        let folder = site(text);
        let built = build_well(folder.path(), &options(None));
        let mut count = 0;
        for (path, page) in pages(&built) {
            count += 1;
            found.extend(
                select(&page, "*")
                    .filter_map(|element| intruder(element, &allowed))
                    .map(|what| format!("{text}: {path}: {what}")),
            );
            found.extend(scripts(&page).difference(&known).map(|script| format!("{text}: {path}: {script}")));
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
    for text in HOSTILE.into_iter().filter(|text| !text.contains('\u{e000}')) {
        let folder = site(text);
        let built = build_well(folder.path(), &options(None));
        let (_, page) = pages(&built).find(|(path, _)| *path == "en/dimensions/cost/index.html").expect("the page");
        let typographic = |text: &str| text.replace(['’', '‘'], "'").replace(['“', '”'], "\"");
        let strip = |text: String| typographic(&text).replace(['\u{2068}', '\u{2069}'], "");
        for selector in ["title", "h1", ".summary", "dt", "dd", ".pole", "cite a", ".site-name"] {
            let shown = select(&page, selector).next().map(|element| strip(element.text().collect()));
            assert!(shown.as_ref().is_some_and(|shown| shown.contains(text)), "{selector}: {text}: {shown:?}");
        }
    }
}

#[test]
fn feeds_and_the_map_are_well_formed_and_tables_hold_no_formula() {
    for text in HOSTILE {
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
