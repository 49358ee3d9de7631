//! Trees of other generators become sites that check without an error, in the order and with the links that they had.

mod support;

use std::path::Path;

use assert_cmd::cargo::cargo_bin_cmd;
use muwazana::build::Build;
use muwazana::diagnostic::human;
use support::{build_well, dead_links, files, options, site};

struct Imported {
    folder: tempfile::TempDir,
    remarks: String,
    built: Build,
}

impl Imported {
    fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.folder.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn has_output(&self, path: &str) -> bool {
        self.built.outputs.iter().any(|output| output.path == path)
    }
}

fn run(old: &Path, new: &Path, arguments: &[&str]) -> (bool, String, String) {
    let mut command = cargo_bin_cmd!("muwazana");
    let output = command.arg("import").arg(old).arg("--root").arg(new).args(arguments).output().expect("it runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.success(), text(&output.stdout), text(&output.stderr))
}

/// Imports a tree, and insists that the site has no error and no link that leads nowhere.
fn imported(tree: &[(&str, &str)], arguments: &[&str]) -> Imported {
    imported_from(&site(tree.iter().copied()), arguments)
}

fn imported_from(old: &tempfile::TempDir, arguments: &[&str]) -> Imported {
    let folder = tempfile::tempdir().expect("a folder");
    let before = files(old.path());
    let (is_done, remarks, said) = run(old.path(), folder.path(), arguments);
    assert!(is_done, "{said}");
    assert_eq!(files(old.path()), before, "the old tree was changed");
    let built = build_well(folder.path(), &options(None));
    let dead = dead_links(&built.outputs, "https://example.org", "/");
    assert_eq!(dead, Vec::<String>::new(), "{}", human(&built.sources, &built.diagnostics, false));
    Imported { folder, remarks, built }
}

#[test]
fn vitepress() {
    let site = imported(
        &[
            (
                "docs/.vitepress/config.mts",
                "export default defineConfig({ title: 'Reedbed', lang: 'en',\n  themeConfig: {\n    nav: [{ text: 'Guide', link: '/guide/setup' }],\n    sidebar: [\n      { text: 'Guide', items: [\n        { text: 'Why', link: '/guide/why' },\n        { text: 'Setup', link: '/guide/setup' },\n      ]},\n    ],\n  },\n})\n",
            ),
            (
                "docs/index.md",
                "---\nlayout: home\nhero:\n  name: Reedbed\n  text: Grows anywhere\n  tagline: A small thing.\n  actions:\n    - text: Why\n      link: /guide/why\n---\n",
            ),
            ("docs/ar/index.md", "# قصباء\n\nشيء صغير.\n"),
            (
                "docs/guide/why.md",
                "---\ntitle: Why\ndescription: Reasons.\noutline: deep\nfoo: bar\n---\n\n# Why {#why}\n\nSee [setup](./setup.md#first-step), [the same](/guide/setup.html), [gone](./gone.md) and `[code](x.md)`.\n\n::: tip Title\nInside.\n:::\n\n[[toc]]\n\n![A reed](../public/reed.svg) ![Missing](nowhere.png)\n\n```md\n[x](y.md)\n```\n",
            ),
            (
                "docs/guide/setup.md",
                "# Setup\n\nWords.\n\n## First step\n\nMore. [Back](why#why)\n\n<script setup>\nimport X from './X.vue'\n</script>\n\n<Badge text=\"new\" />\n",
            ),
            (
                "docs/ar/guide/setup.md",
                "# الإعداد\n\nكلمات.\n\n## الخطوة الأولى {#first-step}\n\nالمزيد في [لماذا](./why.md).\n",
            ),
            ("docs/ar/guide/why.md", "# لماذا\n\nأسباب.\n"),
            (
                "docs/public/reed.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path d=\"M1 1h1\"/></svg>\n",
            ),
        ],
        &["--from", "vitepress"],
    );
    let why = site.read("content/guide/why/en.md");
    assert!(
        why.starts_with("+++\ntitle = \"Why\"\nsummary = \"Reasons.\"\nredirects = [\"/guide/why.html\"]\n+++\n"),
        "{why}"
    );
    assert!(
        why.contains("[setup](/guide/setup/#first-step), [the same](/guide/setup/), gone and `[code](x.md)`."),
        "{why}"
    );
    assert!(why.contains("![A reed](/reed.svg) Missing"), "{why}");
    assert!(
        why.contains("```md\n[x](y.md)\n```") && why.contains("::: tip Title") && !why.contains("[[toc]]"),
        "{why}"
    );
    assert!(site.read("content/en.md").contains("Grows anywhere\n\n- [Why](/guide/why/)"));
    assert!(site.read("content/ar.md").contains("title = \"قصباء\""));
    assert!(site.read("site.toml").contains("\nroot = \"en\"\n"));
    assert!(site.has_output("guide/why/index.html"));
    assert!(site.read("content/guide/why/page.toml").contains("order = 10"));
    assert!(site.read("content/guide/setup/page.toml").contains("order = 20"));
    assert!(site.read("content/guide/page.toml").contains("title = { \"en\" = \"Guide\", \"ar\" = \"Guide\" }"));
    assert!(site.read("site.toml").contains("name = { en = \"Reedbed\", ar = \"Reedbed\" }"));
    for said in [
        "guide: is called `Guide` in all languages: translate it in content/guide/page.toml",
        "docs/guide/why.md: these keys of its head say nothing here: `foo`",
        "docs/guide/why.md:10: a link leads to nothing in the tree, and is left out: ./gone.md",
        "docs/guide/why.md:18: an image leads to nothing",
        "docs/guide/setup.md:9: a script is left out",
        "docs/guide/setup.md:13: the component `Badge` means nothing here",
    ] {
        assert!(site.remarks.contains(said), "{said}\n{}", site.remarks);
    }
    assert!(site.has_output("guide/why.html") && site.has_output("ar/guide/setup/index.html"));
}

#[test]
fn mkdocs() {
    let site = imported(
        &[
            (
                "mkdocs.yml",
                "site_name: Reedbed\nnav:\n  - Home: index.md\n  - Guide:\n      - Setup: guide/Set_up.md\n      - guide/first.md\nplugins:\n  - i18n\nmarkdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\n",
            ),
            ("docs/index.md", "# Welcome\n\nTo the [guide](guide/Set_up.md).\n"),
            ("docs/index.ar.md", "# أهلًا\n\nإلى [الدليل](guide/Set_up.md).\n"),
            (
                "docs/guide/Set_up.md",
                "# Set up\n\n!!! note \"Mind\"\n    This.\n\n[First](first.md) ![x](../img/a%20b.svg)\n",
            ),
            (
                "docs/guide/Set_up.ar.md",
                "<!-- # no -->\n[![x](https://x.example/b.svg)](https://x.example/)\n\n# الإعداد\n\nكلمات.\n",
            ),
            ("docs/guide/first.md", "# First\n\nWords. [top](../index.md)\n\n=== \"Tab\"\n\n    text\n"),
            (
                "docs/img/a b.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path d=\"M1 1h1\"/></svg>\n",
            ),
        ],
        &["--from", "mkdocs", "--languages", "en,ar"],
    );
    let page = site.read("content/guide/Set_up/en.md");
    assert!(!page.contains("redirects"), "the address is the old one: {page}");
    assert!(page.contains("[First](/guide/first/) ![x](/img/a%20b.svg)"), "{page}");
    assert!(site.read("content/guide/Set_up/page.toml").contains("order = 10"));
    assert!(site.read("content/guide/first/page.toml").contains("order = 20"));
    assert!(site.read("content/guide/Set_up/ar.md").contains("title = \"الإعداد\""));
    assert!(site.remarks.contains("docs/guide/first.md:5: tabs around words become folds"), "{}", site.remarks);
    assert!(site.read("content/guide/first/en.md").ends_with("::: details Tab\n\ntext\n:::\n"));
    assert!(site.read("content/guide/page.toml").contains("title = { \"en\" = \"Guide\", \"ar\" = \"Guide\" }"));
    assert!(site.has_output("guide/Set_up/index.html"));
}

#[test]
fn docusaurus() {
    let site = imported(
        &[
            (
                "docusaurus.config.js",
                "module.exports = {\n  title: 'Reedbed',\n  i18n: { defaultLocale: 'en', locales: ['en', 'fa'] },\n};\n",
            ),
            (
                "sidebars.js",
                "module.exports = { docs: ['intro', { type: 'category', label: 'More', items: ['more/two', 'more/one'] }] };\n",
            ),
            (
                "docs/01-intro.md",
                "---\nsidebar_position: 1\nslug: /\n---\nimport Tabs from '@theme/Tabs';\n\n# Intro\n\nGo [on](./more/one.mdx) or [here](/docs/more/two).\n",
            ),
            ("docs/more/one.mdx", "---\ntitle: One\n---\n\nWords.\n"),
            ("docs/more/two.md", "# Two\n\n:::note[Title]\nText\n:::\n"),
            (
                "i18n/fa/docusaurus-plugin-content-docs/current/01-intro.md",
                "# آغاز\n\nبه [یک](./more/one.mdx) بروید.\n",
            ),
            ("i18n/fa/docusaurus-plugin-content-docs/current/more/one.mdx", "# یک\n\nواژه‌ها.\n"),
            ("static/img/x.txt", "x\n"),
        ],
        &["--from", "docusaurus"],
    );
    let intro = site.read("content/intro/en.md");
    assert!(intro.contains("Go [on](/more/one/) or [here](/more/two/).") && !intro.contains("import"), "{intro}");
    assert!(site.read("content/intro/fa.md").contains("[یک](/more/one/)"));
    assert!(site.read("content/more/two/page.toml").contains("order = 10"));
    assert!(site.read("content/more/one/page.toml").contains("order = 20"));
    assert_eq!(site.read("static/img/x.txt"), "x\n");
    assert!(site.has_output("docs/more/one/index.html"), "the old address");
}

/// Redirects come from addresses at which pages were, and from no others.
#[test]
fn docusaurus_addresses() {
    let config = "export default {\n  title: 'Sift',\n  url: 'https://sift.test',\n  baseUrl: '/',\n  i18n: { defaultLocale: 'en', \
                  locales: ['en', 'fr'] },\n  presets: [['classic', { docs: { sidebarPath: './sidebars.js' }, blog: { \
                  routeBasePath: '/news' } }]],\n};\n";
    let tree = [
        ("docusaurus.config.ts", config),
        (
            "docs/intro.md",
            "---\nslug: /\n---\n# Intro\n\nGo to [filters](/docs/guide/filter-things), or [home](/docs/).\n",
        ),
        (
            "docs/guide/filters.md",
            "---\nslug: /guide/filter-things\n---\n# Filters\n\n```sh\nsift\n```\n\nWhat a **filter** [is](./01-sizes.md#big).\n",
        ),
        (
            "docs/guide/01-sizes.md",
            "---\nid: sizes-doc\nsidebar_label: Size\n---\n# Sizes\n\nWords.\n\n## Big\n\nWords.\n",
        ),
        ("docs/guide/near.md", "---\nslug: nearby\n---\n# Near\n\nWords.\n"),
        ("docs/guide/guide.md", "# The guide\n\nWords, then [sizes](./sizes-doc).\n"),
        (
            "i18n/fr/docusaurus-plugin-content-docs/current/intro.md",
            "---\nslug: /\n---\n# Début\n\nVoir [les filtres](./guide/filters.md).\n",
        ),
    ];
    let imported_tree = |config: &str| {
        let tree: Vec<(&str, &str)> = tree
            .iter()
            .map(|(path, text)| if *path == "docusaurus.config.ts" { (*path, config) } else { (*path, *text) })
            .collect();
        let (old, folder) = (site(tree.iter().copied()), tempfile::tempdir().expect("a folder"));
        let (is_done, remarks, said) = run(old.path(), folder.path(), &["--from", "docusaurus"]);
        assert!(is_done, "{said}");
        let built = build_well(folder.path(), &options(None));
        assert_eq!(dead_links(&built.outputs, "https://sift.test", "/"), Vec::<String>::new());
        Imported { folder, remarks, built }
    };
    let read_redirects = |site: &Imported, page: &str| {
        let text = site.read(page);
        text.lines().find_map(|line| line.strip_prefix("redirects = ")).unwrap_or_default().to_owned()
    };
    let site = imported_tree(config);
    for (page, redirects) in [
        ("content/intro/en.md", "[\"/docs\"]"),
        ("content/intro/fr.md", "[\"/fr/docs\"]"),
        ("content/guide/filters/en.md", "[\"/docs/guide/filter-things\"]"),
        ("content/guide/sizes/en.md", "[\"/docs/guide/sizes-doc\"]"),
        ("content/guide/near/en.md", "[\"/docs/guide/nearby\"]"),
        ("content/guide/en.md", "[\"/docs/guide\"]"),
    ] {
        assert_eq!(read_redirects(&site, page), redirects, "{page}");
    }
    assert!(site.has_output("docs/index.html") && site.has_output("docs/guide/filter-things/index.html"));
    assert!(site.has_output("guide/filter-things/index.html") && site.has_output("guide/sizes-doc/index.html"));
    assert!(site.read("content/intro/en.md").contains("[filters](/guide/filters/), or [home](/intro/)."));
    assert!(site.read("content/intro/fr.md").contains("[les filtres](/guide/filters/)"), "what is not translated");
    let filters = site.read("content/guide/filters/en.md");
    assert!(
        filters.contains("summary = \"What a filter is.\"") && filters.contains("[is](/guide/sizes/#big)"),
        "{filters}"
    );
    assert!(site.read("site.toml").contains("base_url = \"https://sift.test/\""));
    assert!(site.read("content/guide/sizes/en.md").contains("title = \"Sizes\"\nshort_title = \"Size\"\n"));
    assert!(!site.read("content/guide/near/en.md").contains("short_title"));
    let home = site.read("content/en.md");
    assert!(
        home.contains("title = \"Sift\"") && home.contains("summary = \"The guide · Filters · Near · Sizes · Intro\""),
        "{home}"
    );
    // Where the documents are all of the site, its first page is the home page.
    let at_root = config.replace("docs: {", "docs: { routeBasePath: '/',").replace("/docs/", "/");
    let site = imported_tree(&at_root);
    assert!(site.read("content/en.md").contains("title = \"Intro\"") && site.read("content/fr.md").contains("Début"));
    assert_eq!(read_redirects(&site, "content/en.md"), "");
    assert_eq!(read_redirects(&site, "content/guide/en.md"), "", "it is where it was");
    for (page, slug) in [("filters", "filter-things"), ("near", "nearby"), ("sizes", "sizes-doc")] {
        assert_eq!(read_redirects(&site, &format!("content/guide/{page}/en.md")), "", "{page} is where it was");
        assert!(site.read(&format!("content/guide/{page}/page.toml")).contains(&format!("slug = \"{slug}\"\n")));
        assert!(site.has_output(&format!("guide/{slug}/index.html")), "{slug}");
    }
}

/// Groups are called as the navigation calls them, and what has another place in it is named.
#[test]
fn names_of_the_navigation() {
    let sidebars = "// @ts-check\nconst sidebars = {\n  docs: [\n    'intro',\n    { type: 'category', label: 'The Big Guide', items: ['guide/a', 'guide/b', 'faq'] },\n    { type: 'category', label: 'For experts', items: [{ type: 'doc', id: 'adv/deep/x', label: 'X' }, 'adv/y'] },\n  ],\n};\nmodule.exports = sidebars;\n";
    let current =
        "{\"sidebar.docs.category.The Big Guide\": {\"message\": \"Le grand guide\", \"description\": \"x\"}}";
    let site = imported(
        &[
            (
                "docusaurus.config.js",
                "module.exports = { title: 'Sift', i18n: { defaultLocale: 'en', locales: ['en', 'fr'] } };\n",
            ),
            ("sidebars.js", sidebars),
            ("docs/intro.md", "# Intro\n\nWords.\n"),
            ("docs/guide/a.md", "# A\n\nWords.\n"),
            ("docs/guide/b.md", "# B\n\nWords.\n"),
            ("docs/faq.md", "# FAQ\n\nWords.\n"),
            ("docs/adv/deep/x.md", "# X\n\nWords.\n"),
            ("docs/adv/y.md", "# Y\n\nWords.\n"),
            ("docs/ref/_category_.json", "{ \"label\": \"Nachschlagen\", \"position\": 7 }"),
            ("docs/ref/z.md", "# Z\n\nWords.\n"),
            ("i18n/fr/docusaurus-plugin-content-docs/current.json", current),
            ("i18n/fr/docusaurus-plugin-content-docs/current/intro.md", "# Début\n\nDes mots.\n"),
        ],
        &["--from", "docusaurus"],
    );
    let group = |path: &str| site.read(&format!("content/{path}/page.toml"));
    assert!(
        group("guide").contains("title = { \"en\" = \"The Big Guide\", \"fr\" = \"Le grand guide\" }"),
        "{}",
        group("guide")
    );
    assert!(group("adv").contains("\"en\" = \"For experts\""), "{}", group("adv"));
    assert!(group("ref").contains("\"en\" = \"Nachschlagen\""), "{}", group("ref"));
    for said in [
        "content/faq: stood under `The Big Guide` in the navigation",
        "adv: is called `For experts` in all languages: translate it",
        "adv/deep: has no page of its own: it is called after its folder",
    ] {
        assert!(site.remarks.contains(said), "{said}\n{}", site.remarks);
    }
    assert!(!site.remarks.contains("guide: is called"), "{}", site.remarks);
    // Each language of VitePress has a list of its own.
    let list = |label: &str, base: &str| {
        format!("sidebar: [{{ text: '{label}', items: [{{ link: '{base}/guide/a' }}, {{ link: '{base}/guide/b' }}] }}]")
    };
    let locales = format!(
        "export default {{ title: 'Sift', locales: {{ root: {{ lang: 'ar', themeConfig: {{ {} }} }}, en: {{ lang: 'en', themeConfig: {{ {} }} }} }} }}\n",
        list("الدليل", ""),
        list("The guide", "/en")
    );
    let page = "# A page\n\nWords.\n";
    let files = ["a", "b"].map(|name| (format!("docs/guide/{name}.md"), format!("docs/en/guide/{name}.md")));
    let mut tree = vec![("docs/.vitepress/config.mts", locales.as_str())];
    tree.extend(files.iter().flat_map(|(first, second)| [(first.as_str(), page), (second.as_str(), page)]));
    let vitepress = imported(&tree, &["--from", "vitepress"]);
    let group = vitepress.read("content/guide/page.toml");
    assert!(group.contains("title = { \"ar\" = \"الدليل\", \"en\" = \"The guide\" }"), "{group}");
    assert!(!vitepress.remarks.contains("guide"), "{}", vitepress.remarks);
    let nav = "site_name: Sift\nsite_url: https://example.org/\nnav:\n  - Home: index.md\n  - User Guide:\n      - guide/a.md\n      - Deep things:\n          - guide/deep/b.md\n";
    let mkdocs = imported(
        &[
            ("mkdocs.yml", nav),
            (
                "docs/index.md",
                "# Sift\n\nTo the [settings](guide/a.md#config) and [here](#more).\n\n## More { #more }\n\nWords.\n",
            ),
            ("docs/guide/a.md", "# A\n\nWords.\n\n## Config { #config .x }\n\nWords.\n"),
            ("docs/guide/deep/b.md", "Words without a heading.\n"),
        ],
        &["--from", "mkdocs"],
    );
    let group = |path: &str| mkdocs.read(&format!("content/{path}/page.toml"));
    assert!(group("guide").contains("\"User Guide\"") && group("guide/deep").contains("\"Deep things\""));
    let home = mkdocs.read("content/en.md");
    assert!(home.contains("[settings](/guide/a/#config) and [here](#more)"), "{home}");
}

/// The redirects of a page and its slug, as they are written.
fn kept(site: &Imported, folder: &str, tag: &str) -> (String, String) {
    let line = |path: &str, key: &str| {
        let text = std::fs::read_to_string(site.folder.path().join(path)).unwrap_or_default();
        text.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default().to_owned()
    };
    let page = format!("content/{folder}");
    (line(&format!("{page}/{tag}.md"), "redirects = "), line(&format!("{page}/page.toml"), "slug = "))
}

/// A page whose old address could stand as it is keeps it; one that cannot has a redirect from there.
#[test]
fn addresses_stay() {
    let titled = |title: &str, more: &str| format!("+++\ntitle = \"{title}\"\n{more}+++\n\nWords.\n");
    let (home, guide, started) = (titled("Home", ""), titled("Guide", ""), titled("Started", ""));
    let (bundle, url, own) = (
        titled("Bundle", "slug = \"The-Bundle\"\n"),
        titled("Url", "url = \"guide/by-url/\"\n"),
        titled("Elsewhere", "url = \"/elsewhere/\"\n"),
    );
    let plan = titled("Plan", "slug = \"plan-b\"\n");
    let linked = format!("{}[Started](/guide/getting-started/)\n", titled("Last", ""));
    let arabic = "+++\ntitle = \"البداية\"\nurl = \"guide/start-ar/\"\n+++\n\nكلمات.\n";
    let hugo = imported(
        &[
            ("hugo.toml", "title = \"Reedbed\"\ndefaultContentLanguage = \"en\"\n"),
            ("content/_index.md", home.as_str()),
            ("content/Guide/_index.md", guide.as_str()),
            ("content/Guide/Getting Started.md", started.as_str()),
            ("content/Guide/Getting Started.ar.md", arabic),
            ("content/Guide/bundle/index.md", bundle.as_str()),
            ("content/Guide/url.md", url.as_str()),
            ("content/Guide/elsewhere.md", own.as_str()),
            ("content/Guide/plan.md", plan.as_str()),
            ("content/Guide/last.md", linked.as_str()),
        ],
        &["--from", "hugo", "--languages", "en,ar"],
    );
    let of = |folder: &str, redirects: &str, slug: &str, output: &str| {
        assert_eq!(kept(&hugo, folder, "en"), (redirects.to_owned(), slug.to_owned()), "{folder}");
        assert!(hugo.has_output(&format!("{output}/index.html")), "{output}");
    };
    of("Guide", "", "\"guide\"", "guide");
    of("Guide/getting-started", "", "", "guide/getting-started");
    of("Guide/bundle", "", "\"the-bundle\"", "guide/the-bundle");
    of("Guide/url", "", "\"by-url\"", "guide/by-url");
    of("Guide/plan", "", "\"plan-b\"", "guide/plan-b");
    of("Guide/elsewhere", "[\"/elsewhere\"]", "", "guide/elsewhere");
    assert_eq!(kept(&hugo, "Guide/getting-started", "ar").0, "[\"/ar/guide/start-ar\"]", "the first language's stays");
    assert!(
        hugo.read("content/Guide/last/en.md").contains("[Started](/Guide/getting-started/)"),
        "a link names folders"
    );

    let (home, page) = ("# Home\n\nTo [one](Getting%20Started.md).\n", "# A page\n\nWords.\n");
    let mkdocs = imported(
        &[
            ("mkdocs.yml", "site_name: Reedbed\n"),
            ("docs/index.md", home),
            ("docs/Getting Started.md", page),
            ("docs/Getting-Going.md", page),
            ("docs/two--dashes.md", page),
            ("docs/C#.md", page),
            ("docs/search.md", page),
        ],
        &["--from", "mkdocs"],
    );
    for (folder, redirects) in [
        ("Getting-Started", "[\"/Getting Started\"]"),
        ("Getting-Going", ""),
        ("two--dashes", ""),
        ("C", ""),
        ("search-page", ""),
    ] {
        assert_eq!(kept(&mkdocs, folder, "en"), (redirects.to_owned(), String::new()), "{folder}");
    }
    assert!(mkdocs.has_output("Getting Started/index.html") && mkdocs.has_output("two--dashes/index.html"));
    assert!(mkdocs.remarks.contains("docs/C#.md: was at `/C#`, from where no page can lead on"), "{}", mkdocs.remarks);

    let jekyll = imported(
        &[
            ("_config.yml", "title: Reedbed\n"),
            ("index.md", "---\ntitle: Home\n---\n\nWords.\n"),
            ("guide/one.md", "---\ntitle: One\npermalink: /guide/first/\n---\n\nWords.\n"),
            ("guide/two.md", "---\ntitle: Two\npermalink: /guide/second.html\n---\n\nWords.\n"),
        ],
        &["--from", "jekyll"],
    );
    assert_eq!(kept(&jekyll, "guide/one", "en"), (String::new(), "\"first\"".to_owned()));
    assert_eq!(kept(&jekyll, "guide/two", "en"), ("[\"/guide/second.html\"]".to_owned(), "\"second\"".to_owned()));

    let zola = imported(
        &[
            ("config.toml", "base_url = \"https://example.org\"\ntitle = \"Reedbed\"\n"),
            ("content/_index.md", "+++\ntitle = \"Home\"\n+++\n\nWords.\n"),
            ("content/Set_up it.md", "+++\ntitle = \"Set up\"\n+++\n\nWords.\n"),
            ("content/Later.md", "+++\ntitle = \"Later\"\npath = \"afterwards\"\n+++\n\nWords.\n"),
        ],
        &["--from", "zola"],
    );
    assert_eq!(kept(&zola, "set-up-it", "en"), (String::new(), String::new()));
    assert_eq!(kept(&zola, "Later", "en"), (String::new(), "\"afterwards\"".to_owned()));
}

/// Code in tabs is code in tabs here.
#[test]
fn tabs_around_code() {
    let site = imported(
        &[
            ("mkdocs.yml", "site_name: Sift\n"),
            (
                "docs/index.md",
                "# Sift\n\nWords.\n\n=== \"Linux\"\n\n    ```sh\n    apt\n    ```\n\n=== \"macOS\"\n\n    ```sh\n    brew\n    ```\n\nMore [words](nowhere.md).\n",
            ),
        ],
        &["--from", "mkdocs"],
    );
    let text = site.read("content/en.md");
    assert!(text.contains("```sh [Linux]\napt\n```\n") && text.contains("```sh [macOS]\nbrew\n```\n"), "{text}");
    assert!(site.remarks.contains("docs/index.md:17: a link leads to nothing"), "{}", site.remarks);
    let home = site.built.outputs.iter().find(|output| output.path == "index.html").expect("a home page");
    assert!(String::from_utf8_lossy(&home.bytes).contains("<div class=\"code-group\">"));
}

#[test]
fn mdbook() {
    let site = imported(
        &[
            (
                "book.toml",
                "[book]\ntitle = \"Reedbed\"\nlanguage = \"en\"\nsrc = \"src\"\n\n[output.html.redirect]\n\"/old/x.html\" = \"../b.html\"\n",
            ),
            (
                "src/SUMMARY.md",
                "# Summary\n\n[Introduction](README.md)\n\n# Part\n\n- [Second](b.md)\n- [First](a/index.md)\n  - [Deep](a/deep.md)\n- [Later]()\n",
            ),
            ("src/part.md", "Brought in, [back](../b.md).\n"),
            ("list/x.rs", "// ANCHOR: a\nfn main() {}\n// ANCHOR_END: a\n"),
            ("po/ar.po", "msgid \"\"\n"),
            ("src/README.md", "# Introduction\n\nWords, then [second][s].\n\n[s]: ./b.md\n"),
            ("src/b.md", "# Second\n\nWords. ![far](https://example.com/x.png)\n"),
            ("src/a/index.md", "# First\n\n- item, not a paragraph\n"),
            (
                "src/a/deep.md",
                "# Deep\n\n{{#include ../part.md}}\n\n{{#include no.md}}\n\n```rust,editable\n# use x;\n{{#include ../../list/x.rs:a}}\n```\n\n[gone](gone.md)\n",
            ),
        ],
        &["--from", "mdbook"],
    );
    assert!(site.read("content/en.md").contains("[s]: /b/"));
    assert!(site.read("content/b/page.toml").contains("order = 10"));
    assert!(site.read("content/a/page.toml").contains("order = 20"));
    assert!(site.read("content/a/en.md").contains("summary = \"First\""));
    assert!(site.remarks.contains("src/a/index.md: has no sentence that could be its summary"), "{}", site.remarks);
    assert!(site.read("site.toml").contains("external_images = true"));
    let deep = site.read("content/a/deep/en.md");
    assert!(deep.contains("\nBrought in, [back](/b/).\n") && deep.contains("```rust\nfn main() {}\n```\n"), "{deep}");
    for said in [
        "po/ar.po: translations in catalogs are not read",
        "src/SUMMARY.md: pages stand in folders and not in parts, of which these are left out: `Part`",
        "src/SUMMARY.md: these chapters have no file, and are left out: `Later`",
        "src/a/deep.md:5: `{{#include no.md}}` stays as it is written, for what it brings in is not in the tree",
        "src/a/deep.md:8: lines of code that mdBook hides are left out",
        "src/a/deep.md:12: a link leads to nothing in the tree, and is left out: gone.md",
        "src/part.md: is not in SUMMARY.md, and was no page: it is left out",
    ] {
        assert!(site.remarks.contains(said), "{said}\n{}", site.remarks);
    }
    assert!(site.has_output("a/deep.html") && site.has_output("b.html") && site.has_output("old/x.html"));
}

#[test]
fn folders_of_markdown() {
    let site = imported(
        &[
            (
                "README.md",
                "# Reedbed\n\nSee [one](one/README.md) and <a href=\"one/two.md\">two</a>, not <a href=\"no.md\">three</a>.\n",
            ),
            ("README.ar.md", "# قصباء\n\nانظر [واحد](one/README.md).\n"),
            ("one/README.md", "# One\n\nWords. [data](data.csv)\n"),
            ("one/two.md", "Words without a title.\n"),
            ("one/data.csv", "a,b\n1,2\n"),
            (".github/x.md", "# Hidden\n"),
        ],
        &["--from", "plain", "--languages", "en,ar"],
    );
    let home = site.read("content/en.md");
    assert!(home.contains("[one](/one/) and <a href=\"/one/two/\">two</a>, not <a>three</a>."), "{home}");
    assert!(site.read("content/one/en.md").contains("[data](/one/data.csv)"));
    assert!(site.read("content/one/two/en.md").contains("title = \"Two\""));
    assert!(!site.folder.path().join("content/github").exists());
    assert!(site.remarks.contains("README.md:3: a link leads to nothing in the tree, and is left out: no.md"));
}

#[test]
fn hugo_zola_and_jekyll() {
    let hugo = imported(
        &[
            ("hugo.toml", "title = \"Reedbed\"\ndefaultContentLanguage = \"en\"\n"),
            ("content/_index.md", "+++\ntitle = \"Home\"\n+++\n\nWords.\n"),
            ("content/guide/_index.md", "+++\ntitle = \"Guide\"\nweight = 2\n+++\n\nWords, {{< ref \"x\" >}}.\n"),
            (
                "content/guide/first.md",
                "+++\ntitle = \"First steps\"\nlinkTitle = \"First\"\nweight = 1\naliases = [\"/old/first/\"]\ndraft = true\n+++\n\nWords.\n",
            ),
            ("content/guide/second.fa.md", "+++\ntitle = \"دوم\"\n+++\n\nواژه‌ها.\n"),
        ],
        &["--from", "hugo", "--languages", "en,fa"],
    );
    assert!(hugo.read("content/guide/first/page.toml").contains("draft = true\norder = 10"));
    assert!(hugo.read("content/guide/first/en.md").contains("redirects = [\"/old/first\"]"));
    assert!(hugo.read("content/guide/first/en.md").contains("title = \"First steps\"\nshort_title = \"First\"\n"));
    assert!(hugo.read("content/guide/second/fa.md").contains("title = \"دوم\"\n+++"));
    assert!(hugo.remarks.contains("a shortcode stays as it is written"), "{}", hugo.remarks);
    let zola = imported(
        &[
            ("config.toml", "title = \"Reedbed\"\ndefault_language = \"en\"\n"),
            ("content/_index.md", "+++\ntitle = \"Home\"\n+++\n\nWords.\n"),
            ("content/page.md", "+++\ntitle = \"Page\"\ndescription = \"One.\"\n+++\n\n[home](_index.md)\n"),
        ],
        &["--from", "zola"],
    );
    assert!(zola.read("content/page/en.md").contains("[home](/)"));
    let jekyll = imported(
        &[
            ("_config.yml", "title: Reedbed\n"),
            ("index.md", "---\nlayout: home\ntitle: Home\n---\n\nWords.\n"),
            ("_docs/one.md", "---\ntitle: One\nnav_order: 2\npermalink: /handbook/one/\n---\n\nWords.\n"),
            ("_posts/2020-01-01-x.md", "---\ntitle: X\n---\n\nA post.\n"),
        ],
        &["--from", "jekyll"],
    );
    assert!(jekyll.read("content/one/en.md").contains("\"/handbook/one\""));
    assert!(!jekyll.folder.path().join("content/posts").exists());
}

/// Languages that nothing but names of files and folders tell are found, and the constructions of Hugo that have a counterpart.
#[test]
fn languages_by_names_and_shortcodes() {
    let hugo = imported(
        &[
            ("hugo.yaml", "title: Reedbed\nlanguages:\n  en: {}\n  fa: {}\n"),
            ("content/_index.md", "---\ntitle: Home\n---\n\nWords.\n"),
            (
                "content/docs/a.md",
                "---\ntitle: A\n---\n\n## H\n\nUse `<h1>` and the {{< tip text=\"Service\" >}} here.\n\n[g](../guide/m), [k]({{< relref \"guide/m.md#one\" >}}), \
                 [p]({{< param \"x\" >}})\n\n{{< callout type=\"warning\" >}}\nMind it.\n{{< /callout >}}\n\n{{< figure src=\"/i.svg\" alt=\"I\" >}}\n",
            ),
            ("content/docs/a.fa.md", "---\ntitle: الف\n---\n\nواژه‌ها.\n"),
            ("content/docs/guide/m.md", "---\ntitle: M\n---\n\n## One\n\nWords.\n"),
            ("static/i.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\" height=\"2\"/>"),
        ],
        &["--from", "hugo"],
    );
    let page = hugo.read("content/docs/a/en.md");
    assert!(page.contains("summary = \"Use <h1> and the Service here.\""), "{page}");
    assert!(page.contains("Use `<h1>` and the Service here."), "{page}");
    assert!(page.contains("[g](/docs/guide/m/), [k](/docs/guide/m/#one), p\n"), "{page}");
    assert!(page.contains("::: warning\n\nMind it.\n\n:::\n") && page.contains("![I](/i.svg)"), "{page}");
    assert!(hugo.read("content/docs/a/fa.md").contains("title = \"الف\""));
    let course = imported(
        &[
            ("README.md", "# Course\n\nWords.\n\n## FAQ\n\n## FAQ\n\n[second](#faq-1)\n"),
            (
                "1/README.md",
                "# One {/*first*/}\n\nWords.\n\n## Part {/*the-part*/}\n\n[part](#the-part)\n\n<<<<<<< HEAD\n",
            ),
            ("translations/ar/1/README.md", "# واحد\n\nكلام [الدورة](../../../README.md).\n"),
        ],
        &["--from", "plain"],
    );
    assert!(course.read("content/1/ar.md").contains("title = \"واحد\""));
    assert!(course.read("content/1/en.md").contains("## Part {#the-part}\n\n[part](#the-part)"));
    assert!(course.read("content/en.md").contains("[second](#faq-1)"));
    assert!(!course.remarks.contains("code from a file"), "{}", course.remarks);
}

/// Addresses that stood below every page stand below those that name them.
#[test]
fn addresses_for_all_pages() {
    let site = imported(
        &[
            (
                "mkdocs.yml",
                "site_name: Sift\nmarkdown_extensions:\n  - pymdownx.snippets:\n      base_path:\n        - docs/.snippets\n      auto_append:\n        - links.txt\n        - gone.txt\n",
            ),
            (
                "docs/.snippets/links.txt",
                "<!-- ours\n-->\n[PEP 517]: https://peps.python.org/pep-0517/\n[b]: b.md\n[unused]: https://e.org/\n*[HTML]: words\n",
            ),
            ("docs/index.md", "# Sift\n\nWords, [pep  517], [more][b].\n\n```\n[unused]\n```\n\n[gone](gone.md)\n"),
            ("docs/b.md", "# B\n\nWords, [b].\n\n[b]: https://e.org/own\n"),
        ],
        &["--from", "mkdocs"],
    );
    let home = site.read("content/en.md");
    assert!(home.ends_with("\ngone\n\n\n[b]: /b/\n[PEP 517]: https://peps.python.org/pep-0517/\n"), "{home}");
    assert!(site.read("content/b/en.md").ends_with("[b].\n\n[b]: https://e.org/own\n"));
    for said in [
        "mkdocs.yml: `auto_append` names `gone.txt`, which is not in the tree",
        "docs/.snippets/links.txt: stood below every page by `auto_append`",
        "docs/index.md:9: a link leads to nothing",
    ] {
        assert!(site.remarks.contains(said), "{said}\n{}", site.remarks);
    }
}

/// What settings name that changes Markdown is read, or there is a remark that says what becomes of it.
#[test]
fn plugins_and_options() {
    let mdbook = imported(
        &[
            (
                "book.toml",
                "[book]\ntitle = \"Sift\"\n\n[output.html]\nmathjax-support = true\n\n[preprocessor.admonish]\ncommand = \"x\"\n\n[preprocessor.toc]\n",
            ),
            (
                "src/README.md",
                "# Sift\n\nWords, \\\\( x = y \\\\).\n\n```admonish warning title=\"Data loss\"\nMind [this](gone.md).\n```\n\n\\\\[\na \\\\\\\\ b\n\\\\]\n",
            ),
        ],
        &["--from", "mdbook"],
    );
    let home = mdbook.read("content/en.md");
    assert!(home.contains("Words, $x = y$.\n\n::: warning Data loss\nMind this.\n:::\n\n$$\na \\\\ b\n$$"), "{home}");
    assert!(mdbook.remarks.contains("book.toml:10: the preprocessor `toc` is not run"), "{}", mdbook.remarks);
    assert!(mdbook.remarks.contains("src/README.md:6: a link leads to nothing"), "{}", mdbook.remarks);
    assert_eq!(mdbook.remarks.lines().count(), 2, "{}", mdbook.remarks);
    assert!(!mdbook.built.diagnostics.iter().any(|told| told.message.contains("admonish")));
    let mkdocs = imported(
        &[
            (
                "mkdocs.yml",
                "site_name: Sift\nnav:\n  - tags: index.md\nplugins:\n  - search\n  - 'material/blog':\n      x: y\n  - mkdocstrings\nmarkdown_extensions:\n  - pymdownx.blocks.tab\n  - admonition\nhooks:\n  - a.py\n",
            ),
            ("docs/index.md", "# Sift\n\nWords.\n"),
        ],
        &["--from", "mkdocs"],
    );
    for said in [
        "mkdocs.yml:6: `material/blog` is not read here: posts are pages",
        "mkdocs.yml:8: `mkdocstrings` is not read here: `:::` commands stay",
        "mkdocs.yml:10: `pymdownx.blocks.tab` is not read here: `///` blocks stay",
        "mkdocs.yml:12: programs in `hooks`",
    ] {
        assert!(mkdocs.remarks.contains(said), "{said}\n{}", mkdocs.remarks);
    }
    assert!(!mkdocs.remarks.contains("mkdocs.yml:4") && !mkdocs.remarks.contains("search"), "{}", mkdocs.remarks);
    let config = "export default {\n  // remarkPlugins: []\n  presets: [['classic', { docs: { remarkPlugins: [math] } }]],\n};\n";
    let docusaurus =
        imported(&[("docusaurus.config.js", config), ("docs/a.md", "# A\n\nWords.\n")], &["--from", "docusaurus"]);
    assert!(
        docusaurus.remarks.contains("docusaurus.config.js:3: plugins that change Markdown"),
        "{}",
        docusaurus.remarks
    );
}

/// What is a mark of one tool is text in another, and in code it is text in all.
#[test]
fn marks_of_other_tools() {
    let text = "# Sift\n\nIn code `#!jinja {% raw %}`, ``{{ item }} ` ``; as text {{ item }} and {% raw %}.\n";
    let remarks = |settings: (&str, &str), page: &str, tool: &str| {
        let site = imported(&[settings, (page, text)], &["--from", tool]);
        site.remarks.matches("stays as it is written").count()
    };
    assert_eq!(remarks(("mkdocs.yml", "site_name: X\n"), "docs/index.md", "mkdocs"), 0);
    assert_eq!(remarks(("mkdocs.yml", "plugins:\n  - macros\n"), "docs/index.md", "mkdocs"), 1);
    assert_eq!(remarks(("book.toml", "[book]\n"), "src/README.md", "mdbook"), 0);
    assert_eq!(remarks(("_config.yml", "title: X\n"), "index.md", "jekyll"), 1);
    let code = "# Sift\n\nIn code `{{< x >}}` and `{{ x }}`, `<!-- {% x %} -->`.\n";
    let site = imported(&[("hugo.toml", "title = \"X\"\n"), ("content/_index.md", code)], &["--from", "hugo"]);
    assert!(!site.remarks.contains("stays as it is written"), "{}", site.remarks);
}

/// An image of HTML that is not there leaves its words, as one of Markdown does.
#[test]
fn images_that_are_not_there() {
    let site = imported(
        &[
            ("mkdocs.yml", "site_name: Sift\n"),
            (
                "docs/index.md",
                "# Sift\n\nA <img src=\"no.png\" alt=\"small picture\">{: .c }, <a href=\"b.md\"><img alt='b' src='no.svg'/></a>, `<img src=\"x.png\">`, <img src=\"a.svg\" alt=\"a\">.\n",
            ),
            ("docs/b.md", "# B\n\nWords.\n"),
            (
                "docs/a.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path d=\"M1 1h1\"/></svg>\n",
            ),
        ],
        &["--from", "mkdocs"],
    );
    let home = site.read("content/en.md");
    assert!(home.contains("\nA small picture, <a href=\"/b/\">b</a>, `<img"), "{home}");
    assert!(home.contains("<img src=\"/a.svg\" alt=\"a\">"), "{home}");
    assert!(
        site.remarks.contains("docs/index.md:3: an image leads to nothing in the tree, and is left out: no.svg"),
        "{}",
        site.remarks
    );
}

/// A statement of MDX is left out as a whole, and nothing else with it.
#[test]
fn statements_of_mdx() {
    let site = imported(
        &[
            ("docusaurus.config.js", "export default { title: 'Sift' }\n"),
            (
                "docs/intro.mdx",
                "# Intro\n\nWords.\n\nexport const H = ({children}) => (\n  <span\n    style={{\n      color: '#fff)',\n    }}>\n\n    {children}, don't\n  </span>\n);\n\nimport {\n  A,\n} from './a'\n\nexport const n =\n  5;\n\nAfter it.\n\nexport const open = {\n\nThe end.\n",
            ),
        ],
        &["--from", "docusaurus"],
    );
    let page = site.read("content/intro/en.md");
    assert_eq!(
        page.split_whitespace().skip_while(|word| *word != "Words.").collect::<Vec<_>>().join(" "),
        "Words. After it. The end."
    );
    for line in [5, 15, 19, 24] {
        assert!(
            site.remarks.contains(&format!("docs/intro.mdx:{line}: an import or export of MDX")),
            "{}",
            site.remarks
        );
    }
}

/// What stands in braces behind headings, links and images is no word: ids and sizes stay, the rest goes and is named once.
#[test]
fn lists_of_attributes() {
    let site = imported(
        &[
            ("mkdocs.yml", "site_name: Sift\n"),
            (
                "docs/index.md",
                "# Big {: #big .c }\n\nSee [b](b.md){.internal-link target=_blank}, [c](https://e.org/){: target=_blank rel=\"a b\" }.\n\n![i](a.svg){ width=\"30\" loading=lazy } ![j](a.svg){ width=30 } ![gone](no.png){ width=3 }\n\n## Version ## {: #ver }\n\n[v](#ver) and [x](b.md){name}\n\n### Other {#other .k}\n\n#### Use {name}\n",
            ),
            ("docs/b.md", "# B { #b }\n\nWords. [big](index.md#ver)\n\n## More {: #more }\n\nWords.\n"),
            (
                "docs/a.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path d=\"M1 1h1\"/></svg>\n",
            ),
        ],
        &["--from", "mkdocs"],
    );
    let home = site.read("content/en.md");
    for kept in [
        "title = \"Big\"",
        "See [b](/b/), [c](https://e.org/).\n",
        "![i](/a.svg){width=30} ![j](/a.svg){width=30} gone\n",
        "## Version ## {: #ver }\n\n[v](#ver) and [x](/b/){name}\n\n### Other {#other}\n\n#### Use {name}",
    ] {
        assert!(home.contains(kept), "{kept}\n{home}");
    }
    for said in [
        "docs/index.md:3: attributes behind links and images are left out but for sizes",
        "docs/index.md:11: attributes of headings are left out but for ids",
    ] {
        assert!(site.remarks.contains(said), "{said}\n{}", site.remarks);
    }
    assert_eq!(site.remarks.matches("attributes").count(), 2, "{}", site.remarks);
    assert!(site.read("content/b/en.md").contains("title = \"B\""));
}

/// What documents bring in of other files stands in its place, or there is a remark that says why it does not.
#[test]
fn files_that_are_brought_in() {
    let mkdocs = imported(
        &[
            (
                "mkdocs.yml",
                "site_name: Sift\nmarkdown_extensions:\n  - mdx_include:\n      base_path: docs\n  - pymdownx.snippets:\n      base_path:\n        - parts\n",
            ),
            ("code/a.py", "import a\n\na.run()\n"),
            ("docs/inc/words.md", "Brought in.\n"),
            ("parts/all.md", "One.\n\n<!-- --8<-- [start:x] -->\nTwo.\n<!-- --8<-- [end:x] -->\n"),
            (
                "docs/index.md",
                "# Sift\n\nWords.\n\n{!inc/words.md!}\n\n- Item\n\n    ```python hl_lines=\"3\"\n    {!../code/a.py!}\n    ```\n\n{* ../code/a.py hl[1,3] *}\n\n--8<-- \"all.md\"\n\n--8<-- \"all.md:x\"\n\n[gone](gone.md)\n",
            ),
            (
                "docs/no.md",
                "# No\n\nWords.\n\n```python\n{!../../../code/a.py!}\n```\n\n{!no.md!}\n\n--8<-- \"no\"\n\n;--8<-- \"no\"\n\n--8<--\nall.md\n--8<--\n\n{* ../code/a.py ln[1:2] *}\n",
            ),
        ],
        &["--from", "mkdocs"],
    );
    let home = mkdocs.read("content/en.md");
    for brought in [
        "\nBrought in.\n",
        "    ```python hl_lines=\"3\"\n    import a\n\n    a.run()\n    ```\n",
        "\n```py hl_lines=\"1 3\"\nimport a\n\na.run()\n```\n",
        "\nOne.\n\nTwo.\n\nTwo.\n",
    ] {
        assert!(home.contains(brought), "{brought}\n{home}");
    }
    let (outside, missing) = ("lies outside of the tree: copy", "is not in the tree: mend the path");
    for (line, command, reason) in [
        (6, "{!../../../code/a.py!}", outside),
        (11, "--8<-- \"no\"", missing),
        (15, "--8<--", "is a part of a file"),
        (17, "--8<--", "is a part of a file"),
        (19, "{* ../code/a.py ln[1:2] *}", "is a part of a file"),
    ] {
        let said = format!("docs/no.md:{line}: `{command}` stays as it is written, for what it brings in {reason}");
        assert!(mkdocs.remarks.contains(&said), "{said}\n{}", mkdocs.remarks);
    }
    assert!(!mkdocs.remarks.contains("docs/no.md:13"), "an escaped one is text: {}", mkdocs.remarks);
    assert!(mkdocs.remarks.contains("docs/index.md:19: a link leads to nothing"), "{}", mkdocs.remarks);
    let vitepress = imported(
        &[
            ("docs/.vitepress/config.js", "export default {}\n"),
            ("docs/parts/a.md", "---\ntitle: A\n---\n\nFirst.\n\nSecond.\n"),
            ("docs/x.js", "run()\n"),
            (
                "docs/index.md",
                "# Sift\n\nWords.\n\n<!--@include: ./parts/a.md-->\n\n<!-- @include: @/parts/a.md{4,} -->\n\n<<< ./x.js\n\n<!--@include: ./no.md-->\n\n<!-- words -->\n",
            ),
        ],
        &["--from", "vitepress"],
    );
    let home = vitepress.read("content/en.md");
    assert!(home.contains("\nFirst.\n\nSecond.\n\nSecond.\n\n```js\nrun()\n```\n"), "{home}");
    assert_eq!(vitepress.remarks.matches("stays as it is written").count(), 1, "{}", vitepress.remarks);
    assert!(vitepress.remarks.contains("docs/index.md:11: `<!--@include: ./no.md-->` stays"), "{}", vitepress.remarks);
    let mdbook = imported(
        &[
            ("book.toml", "[book]\ntitle = \"Sift\"\n"),
            ("src/SUMMARY.md", "- [Sift](README.md)\n"),
            (
                "src/README.md",
                "# Sift\n\nWords.\n\n{{#include ../../NEWS.md}}\n\n\\{{#include shown}} and {{#if x}}\n\n```handlebars\n\\{{#include shown}}\n{{#if author}}\n```\n",
            ),
        ],
        &["--from", "mdbook"],
    );
    let said = "src/README.md:5: `{{#include ../../NEWS.md}}` stays as it is written, for what it brings in lies outside of the tree";
    assert!(mdbook.remarks.contains(said), "{}", mdbook.remarks);
    assert_eq!(mdbook.remarks.lines().count(), 1, "{}", mdbook.remarks);
    assert!(mdbook.read("content/en.md").contains("```handlebars\n{{#include shown}}\n{{#if author}}\n```"));
}

/// What begins like a paragraph and is none gives no summary: without one the site would not be built.
#[test]
fn pages_without_a_sentence() {
    let pages = [
        ("ordered.md", "# Lists\n\n1. A\n2. B\n", true),
        ("bracket.md", "# Lists\n\n1) A\n2) B\n", true),
        ("table.md", "# Table\n\na | b\n--|--\n1 | 2\n", true),
        ("underlined.md", "# Title\n\nMore\n----\n\n- a\n", true),
        ("year.md", "# Year\n\n1984 was one.\n", false),
        ("later.md", "# Later\n\n1. A\n\nWords.\n", false),
    ];
    let tree: Vec<_> = pages.iter().map(|(path, text, _)| (*path, *text)).collect();
    let site = imported(&tree, &["--from", "plain"]);
    for (path, _, lacks) in pages {
        let said = format!("{path}: has no sentence that could be its summary");
        assert_eq!(site.remarks.contains(&said), lacks, "{path}\n{}", site.remarks);
    }
}

/// A heading counts in the language of the page to which a link leads.
#[test]
fn headings_of_one_language() {
    let site = imported(
        &[
            ("mkdocs.yml", "site_name: Sift\n"),
            ("docs/en/index.md", "# Sift\n\nWords, see [a](async.md#in-a-hurry).\n"),
            ("docs/en/async.md", "# Async\n\nWords.\n\n## In a hurry\n\nWords.\n"),
            ("docs/en/only.md", "# Only\n\nWords.\n\n## More\n\nWords.\n"),
            (
                "docs/fa/index.md",
                "# غربال\n\nواژه، [یک](async.md#in-a-hurry) و [دو](async.md#عجله) و [سه](only.md#more).\n",
            ),
            ("docs/fa/async.md", "# ناهمگام\n\nواژه.\n\n## عجله\n\nواژه، [اینجا](#in-a-hurry).\n"),
        ],
        &["--from", "mkdocs", "--languages", "en,fa"],
    );
    let home = site.read("content/fa.md");
    assert!(home.contains("[یک](/async/) و [دو](/async/#عجله) و [سه](/only/#more)"), "{home}");
    assert!(site.read("content/en.md").contains("[a](/async/#in-a-hurry)"));
    for said in [
        "docs/fa/index.md:3: there is no heading `async.md#in-a-hurry` leads to",
        "docs/fa/async.md:7: a link leads to nothing",
    ] {
        assert!(site.remarks.contains(said), "{said}\n{}", site.remarks);
    }
}

/// Pages at the top are of the language that the settings name, and of no other.
#[test]
fn languages_of_settings() {
    let page = "# صفحة\n\nكلمات.\n";
    let languages = |tool: &str, settings: (&str, &str), pages: &[&str]| {
        let tree: Vec<_> = pages.iter().map(|path| (*path, page)).chain([settings]).collect();
        let site = imported(&tree, &["--from", tool]);
        let settings = site.read("site.toml");
        let tags: Vec<String> =
            settings.lines().filter_map(|line| line.strip_prefix("tag = ")).map(str::to_owned).collect();
        (tags.join(", "), site.remarks)
    };
    let index = "docs/index.md";
    for (tool, settings, pages, expected) in [
        ("mkdocs", ("mkdocs.yml", "theme: {name: material, language: fa}\n"), &[index][..], "\"fa\""),
        (
            "mkdocs",
            (
                "mkdocs.yml",
                "theme:\n  name: material\n  # language: fr\n  language: 'ar' # x\nplugins:\n  - search:\n      lang: de\n",
            ),
            &[index],
            "\"ar\"",
        ),
        ("mkdocs", ("mkdocs.yml", "theme:\n  name: mkdocs\n  locale: zh_CN\n"), &[index], "\"zh-CN\""),
        ("mkdocs", ("mkdocs.yml", "plugins:\n  - search:\n      lang: de\n"), &[index], "\"en\""),
        ("mkdocs", ("mkdocs.yml", "theme:\n  language: ar\n"), &[index, "docs/en/index.md"], "\"ar\", \"en\""),
        ("mdbook", ("book.toml", "[book]\ntitle = \"X\"\nlanguage = \"ar\"\n"), &["src/a.md"], "\"ar\""),
        ("vitepress", ("docs/.vitepress/config.js", "export default {lang: 'ar'}\n"), &[index], "\"ar\""),
        (
            "vitepress",
            (
                "docs/.vitepress/config.js",
                "export default {locales: {en: {lang: 'en-US'}, root: {label: 'x', lang: 'ar'}}}\n",
            ),
            &[index, "docs/en/index.md"],
            "\"ar\", \"en\"",
        ),
        (
            "docusaurus",
            ("docusaurus.config.js", "export default {i18n: {defaultLocale: 'ar', locales: ['ar']}}\n"),
            &[index],
            "\"ar\"",
        ),
        ("hugo", ("hugo.toml", "defaultContentLanguage = \"ar\"\n"), &["content/_index.md"], "\"ar\""),
    ] {
        let (found, remarks) = languages(tool, settings, pages);
        assert_eq!(found, expected, "{settings:?}");
        assert!(!remarks.contains("no language"), "{remarks}");
    }
    let (found, remarks) = languages("mkdocs", ("mkdocs.yml", "theme:\n  language: custom\n"), &[index]);
    assert_eq!(found, "\"en\"");
    assert!(
        remarks.contains("settings: `custom` is no language that is known here: pages are taken for `en`"),
        "{remarks}"
    );
}

/// A link in the tree is the file to which it leads; one that leads out is named.
#[cfg(unix)]
#[test]
fn symbolic_links() {
    let old = site([
        ("mkdocs.yml", "site_name: Sift\n"),
        ("README.md", "# Sift\n\nWords, see the [guide](guide.md).\n"),
        (".git/config", "# Nobody's\n"),
        ("docs/guide.md", "# Guide\n\nWords. [home](index.md) ![a](a.svg)\n"),
        (
            "pictures/a.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path d=\"M1 1h1\"/></svg>\n",
        ),
        ("deep/page.md", "# Deep\n\nWords.\n"),
    ]);
    let elsewhere = site([("out.md", "# Out\n\nWords.\n")]);
    for (link, target) in [
        ("docs/index.md", Path::new("../README.md")),
        ("docs/a.svg", Path::new("../pictures/a.svg")),
        ("docs/out.md", &elsewhere.path().join("out.md")),
        ("docs/git.md", Path::new("../.git/config")),
        ("docs/folder", Path::new("../deep")),
    ] {
        std::os::unix::fs::symlink(target, old.path().join(link)).expect("a link");
    }
    let site = imported_from(&old, &["--from", "mkdocs"]);
    let home = site.read("content/en.md");
    assert!(home.contains("title = \"Sift\"") && home.contains("see the [guide](/guide/)"), "{home}");
    assert!(site.read("content/guide/en.md").contains("[home](/) ![a](/a.svg)"));
    for left_out in ["docs/out.md", "docs/git.md", "docs/folder"] {
        let said = format!("{left_out}: is a symbolic link to no file of this tree, and is left out");
        assert!(site.remarks.contains(&said), "{said}\n{}", site.remarks);
    }
    assert!(!site.folder.path().join("content/out").exists() && !site.folder.path().join("content/folder").exists());
}

#[test]
fn what_is_there_stays_and_a_tree_without_pages_is_none() {
    let old = site([("README.md", "# A\n\nB.\n")]);
    let taken = site([("site.toml", "mine")]);
    let (is_done, _, said) = run(old.path(), taken.path(), &["--from", "plain"]);
    assert!(!is_done && said.contains("is there already"), "{said}");
    assert_eq!(files(taken.path()).len(), 1);
    let (is_done, _, said) =
        run(old.path(), &taken.path().join("new"), &["--from", "vitepress", "--languages", "xx-y"]);
    assert!(!is_done && said.contains("no language"), "{said}");
    let empty = site([("x.txt", "x")]);
    let (is_done, _, said) = run(empty.path(), &taken.path().join("new"), &["--from", "plain"]);
    assert!(!is_done && said.contains("no page"), "{said}");
}
