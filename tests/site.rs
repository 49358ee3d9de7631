//! The site that this repository publishes, and how any site is called and marked.

mod support;

use muwazana::diagnostic::human;
use scraper::Html;
use support::{build_well, dead_links, options, root, select};

#[test]
fn it_has_no_fault_at_all() {
    let built = build_well(&root(), &options(None));
    assert_eq!(built.faults(), (0, 0), "{}", human(&built.sources, &built.diagnostics, false));
}

#[test]
fn every_link_and_anchor_resolves_at_the_root_and_in_a_project_folder() {
    for base in ["/", "/some/repo/"] {
        let built = build_well(&root(), &options(Some(&format!("https://example.org{base}"))));
        let dead = dead_links(&built.outputs, "https://example.org", base);
        assert!(dead.is_empty(), "{dead:#?}");
        assert!(built.outputs.len() > 150, "only {} files", built.outputs.len());
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
fn an_icon_costs_no_request_unless_it_is_the_sites_own() {
    let home = "+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n";
    let own = ("static/assets/icon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    for brought in [None, Some(own)] {
        let files = [("site.toml", support::SITE), ("content/ar.md", home), ("content/en.md", home)];
        let folder = support::site(files.into_iter().chain(brought));
        let built = build_well(folder.path(), &options(None));
        let icon = built.outputs.iter().find(|output| output.path.ends_with(".svg"));
        for output in built.outputs.iter().filter(|output| output.path.ends_with(".html")) {
            let page = Html::parse_document(std::str::from_utf8(&output.bytes).expect("UTF-8"));
            let links: Vec<_> = select(&page, "link[rel=icon]").filter_map(|link| link.attr("href")).collect();
            match icon {
                Some(icon) => assert_eq!(links, [format!("/{}", icon.path)], "{}", output.path),
                None => assert!(links.len() == 1 && links[0].starts_with("data:") && links[0].contains("%23a3312b")),
            }
        }
        assert_eq!(icon.is_some(), brought.is_some());
    }
}
