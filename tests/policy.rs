//! The Content-Security-Policy of pages: every document has one, it allows what the templates inline and nothing else,
//! and a site can extend it.

mod support;

use muwazana::build::{Build, build};
use muwazana::diagnostic::Code;
use muwazana::render::Output;
use scraper::Html;
use support::{SITE, fixture, options, select, site};

const PAGE: &str = "+++\ntitle = \"T\"\nsummary = \"S\"\n+++\n";
const REDIRECT: &str = "+++\ntitle = \"T\"\nsummary = \"S\"\nredirects = [\"old\"]\n+++\n";

fn pages(outputs: &[Output]) -> impl Iterator<Item = (&str, Html)> {
    let pages = outputs.iter().filter(|output| output.path.ends_with(".html"));
    pages.map(|output| (output.path.as_str(), Html::parse_document(&String::from_utf8_lossy(&output.bytes))))
}

/// The policy of a page; it stands in the head, before all that it concerns.
fn policy(page: &Html) -> Option<String> {
    let governed = "head > :not(meta[charset])";
    let first = select(page, governed).next()?;
    let is_policy = first.attr("http-equiv") == Some("Content-Security-Policy");
    is_policy.then(|| first.attr("content").unwrap_or_default().to_owned())
}

fn built(files: &[(&str, &str)]) -> Build {
    let home = [("content/ar.md", PAGE), ("content/en.md", PAGE)];
    let own = |path: &str| files.iter().any(|(other, _)| *other == path);
    let folder = site(home.into_iter().filter(|(path, _)| !own(path)).chain(files.iter().copied()));
    let built = build(folder.path(), &options(None));
    assert_eq!(built.faults().0, 0, "{:?}", built.diagnostics);
    built
}

fn policy_of(built: &Build, path: &str) -> Option<String> {
    pages(&built.outputs).find(|(own, _)| *own == path).and_then(|(_, page)| policy(&page))
}

#[test]
fn every_document_has_a_policy_that_allows_its_own_scripts_and_no_inline_style() {
    let own = built(&[("site.toml", SITE), ("content/en.md", REDIRECT)]);
    assert!(own.outputs.iter().any(|output| output.path == "en/old/index.html"), "a redirect");
    let fixture = build(&fixture(), &options(None));
    let mut scripts = 0;
    for (path, page) in pages(&own.outputs).chain(pages(&fixture.outputs)) {
        let policy = policy(&page).unwrap_or_else(|| panic!("{path} has no policy"));
        assert!(policy.starts_with("default-src 'none';script-src 'self'"), "{path}: {policy}");
        let inline: Vec<_> = select(&page, "script:not([src]):not([type])").collect();
        assert_eq!(policy.matches("sha256-").count(), inline.len(), "{path}: {policy}");
        scripts += inline.len();
        for script in inline {
            let digest = hmac_sha256::Hash::hash(script.text().collect::<String>().as_bytes());
            let source = format!("'sha256-{}'", data_encoding::BASE64.encode(&digest));
            assert!(policy.contains(&source), "{path}: {policy}");
        }
        assert_eq!(select(&page, "[style], style, base").count(), 0, "{path}");
        let attributes = select(&page, "*").flat_map(|element| element.value().attrs().collect::<Vec<_>>());
        assert_eq!(attributes.filter(|(name, _)| name.starts_with("on")).count(), 0, "{path}");
    }
    assert!(scripts > 10, "pages have inline scripts");
    assert_eq!(own.diagnostics, [], "the default templates hold nothing that the policy stops");
}

#[test]
fn the_inks_of_the_subjects_are_in_the_sheet_of_all_pages() {
    for sheet in [None, Some("p { color: red }")] {
        let own = sheet.map(|sheet| ("static/assets/style.css", sheet));
        let built = built(&[("site.toml", SITE)].into_iter().chain(own).collect::<Vec<_>>());
        let is_sheet = |output: &&Output| output.path.starts_with("assets/style.") && output.path.ends_with(".css");
        let found = built.outputs.iter().find(is_sheet).expect("a sheet");
        assert!(found.bytes.ends_with(b".s1{--own:#a3312b}.s2{--own:#1d5c7a}"), "{:?}", found.bytes);
    }
}

#[test]
fn scripts_of_a_sites_own_templates_run_or_are_named() {
    let template = "<!doctype html>\n<title>{{ title }}</title>\n<script>\n  one(\"é\");\r\n  two();\n</script>\n\
        <script>three({{ tag }})</script>\n<p style=\"x\">";
    let built = built(&[
        ("site.toml", SITE),
        ("content/en.md", REDIRECT),
        ("templates/redirect.html", template),
        ("templates/components/own.html", "{% component own() -%}\n  <p onclick=\"x()\">\n{%- endcomponent own %}\n"),
    ]);
    let policy = policy_of(&built, "en/old/index.html").expect("a policy");
    // As it is published, without indentation, and as a browser reads it.
    let digest = data_encoding::BASE64.encode(&hmac_sha256::Hash::hash("\none(\"é\");\ntwo();\n".as_bytes()));
    assert!(policy.contains(&format!("script-src 'self' 'sha256-{digest}';")), "{policy}");
    assert_eq!(policy.matches("sha256-").count(), 1, "{policy}");
    let place = |span: muwazana::text::Span| {
        let source = built.sources.get(span.file);
        format!("{} {}", source.path, &source.text[span.start..span.end])
    };
    let named: Vec<_> = built.diagnostics.iter().filter(|fault| fault.code == Code::Template).collect();
    let mut places: Vec<_> = named.iter().map(|fault| fault.span.map_or(String::new(), place)).collect();
    places.sort();
    let expected = [
        "templates/components/own.html <p onclick=\"x()\">",
        "templates/redirect.html <p style=\"x\">",
        "templates/redirect.html <script>",
    ];
    assert_eq!(places, expected, "{named:?}");
}

/// The converter of formulas sets tables by attributes of style; nothing else does.
#[test]
fn attributes_of_style_are_allowed_where_a_formula_is() {
    let formula = format!(
        "{PAGE}$$\\begin{{cases}} x & x > 0 \\end{{cases}}$$\n\n```rust {{linenos=true linenostart=7}}\nlet x = 1;\n```\n"
    );
    let built = built(&[("site.toml", SITE), ("content/en.md", &formula)]);
    let (_, page) = pages(&built.outputs).find(|(path, _)| *path == "en/index.html").expect("a page");
    assert!(select(&page, "math [style]").count() > 0, "a formula with style");
    assert_eq!(select(&page, "[style]").count(), select(&page, "math [style]").count());
    // Home has a manifest.
    let ends = |policy: String, wanted: &str| assert!(policy.ends_with(wanted), "{policy}");
    let with = ";form-action 'self';style-src-attr 'unsafe-inline';manifest-src 'self'";
    ends(policy(&page).expect("a policy"), with);
    ends(policy_of(&built, "ar/index.html").expect("a policy"), ";form-action 'self';manifest-src 'self'");
}

#[test]
fn what_articles_bring_is_never_allowed_by_a_digest() {
    let script = "<script>alert(1)</script>\n";
    let page = format!("{PAGE}{script}");
    let allow = format!("raw_html = \"allow\"\n{SITE}");
    let none = built(&[("site.toml", &allow), ("content/en.md", &page)]);
    let bytes = none.outputs.iter().find(|output| output.path == "en/index.html").map(|output| output.bytes.clone());
    assert!(String::from_utf8_lossy(&bytes.unwrap()).contains(script.trim_end()), "it is left as it is");
    assert_eq!(policy_of(&none, "en/index.html"), None, "and may run, as the site wants it");
    let with = format!("{allow}[security]\nscript_src = [\"https://count.example\"]\n");
    let with = built(&[("site.toml", &with), ("content/en.md", &page)]);
    let policy = policy_of(&with, "en/index.html").expect("a policy");
    assert!(policy.contains("script-src 'self' 'sha256-") && policy.contains("' https://count.example;"), "{policy}");
    assert_eq!(policy.matches("sha256-").count(), 1, "the template's own, not the article's: {policy}");
}
