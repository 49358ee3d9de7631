//! What becomes of HTML and of long texts that authors write: whatever they are, nothing of them runs, the page around them
//! stays whole, and the time for a file grows as its length.

mod support;

use std::time::{Duration, Instant};

use muwazana::build::build;
use proptest::prelude::*;
use scraper::Html;
use support::{SITE, build_well, options, select, site};

const PICTURE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"/>";

/// Pieces of articles, none of which is an error in any company.
const PIECES: &[&str] = &[
    "word ",
    "كلمة ",
    "<b>",
    "</b>",
    "<div class=a>",
    "</div>",
    "<p>",
    "</p>",
    "</main>",
    "</article>",
    "</body>",
    "<table>",
    "<td>",
    "</table>",
    "<li>",
    "</ul>",
    "<details open>",
    "<summary>",
    "<a href=\"https://example.org/?a=1&amp;quot;onclick=alert(1)\" title='\" onclick=alert(1) a=\"'>",
    "</a>",
    "<a href=\"javascript:alert(1)\">",
    "<a href=\"java&#115;cript&colon;alert(1)\">",
    "<script>alert(1)</script>",
    "<script>",
    "<style>*{}",
    "<svg onload=alert(1)>",
    "<math><mtext><style><img src=\"p.svg\" onerror=alert(1)>",
    "<img alt=a src=\"p.svg\" onerror=alert(1)>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<textarea>",
    "<title>",
    "<plaintext>",
    "<template>",
    "<!-- ",
    "-->",
    "<![CDATA[ x ]]>",
    "<?x ?>",
    "&#xE000;0&#xE001;",
    "\u{e000}0\u{e001}",
    "&lt;script>alert(1)&lt;/script>",
    "\n\n",
    "\n",
    "*",
    "**",
    "`",
    "- ",
    "> ",
    "\n\n## R1\n\n",
    "\n\n## Heading <b>bold\n\n",
    "\n\n### N1 <script>alert(1)</script>\n\n",
    "\n\n| <i>a | b |\n|--|--|\n| ",
    "\n\n```rust {1}\nlet a = \"</code><script>alert(1)</script>\";\n```\n\n",
    "[^1]",
    "\n\n[^1]: note <script>alert(1)</script> <b>",
    "![a <b onclick=x> &#xE000;0&#xE001;](p.svg \"&quot; onerror=alert(1) &#xE000;0&#xE001;\")",
    "[a](https://example.org/?&quot;onclick=alert(1)) ",
];

/// The names of the elements from the last footer of a page up to its root.
fn around_the_footer(page: &Html) -> Vec<String> {
    let footer = select(page, "footer").last().expect("a footer");
    footer.ancestors().filter_map(|node| Some(node.value().as_element()?.name().to_owned())).collect()
}

fn article(markdown: &str) -> tempfile::TempDir {
    let page = format!("+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n[^1]: n\n\n[^1] {markdown}\n");
    let texts = [("site.toml", SITE), ("content/ar.md", &page), ("content/en.md", &page), ("content/p.svg", PICTURE)];
    site(texts)
}

fn pages(folder: &tempfile::TempDir) -> Vec<Html> {
    let built = build_well(folder.path(), &options(None));
    let pages = ["ar/index.html", "en/index.html"];
    let find = |path: &str| built.outputs.iter().find(|output| output.path == path).expect("a page");
    pages.map(|path| Html::parse_document(&String::from_utf8_lossy(&find(path).bytes))).into()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn nothing_of_an_article_runs_and_the_page_stays_whole(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 1..24),
    ) {
        let plain = pages(&article("word"));
        for (page, plain) in pages(&article(&pieces.concat())).iter().zip(&plain) {
            prop_assert_eq!(around_the_footer(page), around_the_footer(plain));
            for selector in ["script", "style", "iframe", "main", "footer", "body > *"] {
                prop_assert_eq!(select(page, selector).count(), select(plain, selector).count(), "{}", selector);
            }
            for element in select(page, "main *") {
                for (name, value) in element.value().attrs() {
                    prop_assert!(!name.starts_with("on") && !value.starts_with("javascript:"), "{name}={value}");
                    prop_assert!(name.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-'), "{name}");
                }
            }
            let mut ids: Vec<_> = select(page, "[id]").filter_map(|element| element.attr("id")).collect();
            ids.sort_unstable();
            let count = ids.len();
            ids.dedup();
            prop_assert_eq!(ids.len(), count, "two elements have one id");
        }
    }
}

#[test]
fn harmless_markdown_and_html_come_out_as_they_are_meant() {
    let html = "A *b* **c** ~~d~~ `e<f` <kbd>K</kbd> <sub>2</sub> [g](https://example.org/)\n\n- [x] h\n\n> i\n";
    for page in pages(&article(html)) {
        for (selector, text) in [
            ("main em", "b"),
            ("main strong", "c"),
            ("main del", "d"),
            ("main p > code", "e<f"),
            ("main kbd", "K"),
            ("main sub", "2"),
            ("main a[href='https://example.org/']", "g"),
            ("main blockquote > p", "i"),
        ] {
            let found: Vec<String> =
                select(&page, selector).map(|element| element.text().collect::<String>()).collect();
            assert_eq!(found.first().map(|text| text.trim()), Some(text), "{selector}");
        }
        assert_eq!(select(&page, "main input[type=checkbox][checked]").count(), 1);
    }
}

#[test]
fn the_time_for_a_file_grows_as_its_length() {
    let rows: String = (0..5_000).map(|n| format!("n{n},{n}\n")).collect();
    let data = format!("name,n\n{rows}");
    let chart = |more: &str| {
        format!("```chart\ntype = \"bar\"\ndata = \"d.csv\"\nx = \"name\"\ny = \"n\"\ntitle = \"T\"\n{more}```\n")
    };
    let labels: String = (0..2_000).map(|n| format!("n{n} = \"m{n}\"\n")).collect();
    for article in [
        "#### Same\n\n".repeat(3_000),
        "[^".repeat(40_000),
        "<div>\n".repeat(4_000),
        "[[".repeat(40_000),
        "x][".repeat(40_000),
        "::: note\n".repeat(10_000),
        "> [!NOTE] a\n".repeat(10_000),
        "a**!".repeat(30_000),
        "ا**(".repeat(30_000),
        "\\".repeat(100_000),
        "ا_ا".repeat(40_000),
        "\"\"a".repeat(40_000),
        "\\\"a".repeat(40_000),
        "C:\\.".repeat(20_000),
        ":a:".repeat(40_000),
        "x\n::a\n".repeat(10_000),
        format!("<div>\n{}</div>\n", "*a ".repeat(20_000)),
        format!("https://a.b/{}", ")".repeat(100_000)),
        "https://:".repeat(20_000),
        format!("https://a.b/_{}", "]".repeat(100_000)),
        format!("{}!!! note\n{}", " ".repeat(50_000), "\n".repeat(50_000)),
        format!("- a\n\n    !!! note\n{}        b\n", "\n".repeat(50_000)),
        "٠١٠ ".repeat(30_000),
        "a.a.".repeat(30_000),
        "a@".repeat(40_000),
        "[^a ".repeat(30_000),
        format!("[{}", "x^]".repeat(30_000)),
        "[@a1 ".repeat(30_000),
        "[a]](/".repeat(20_000),
        "[[a]](/b)".repeat(20_000),
        "%%a ".repeat(30_000),
        "{--a".repeat(30_000),
        "$ a ".repeat(30_000),
        "++ctrl+".repeat(20_000),
        "a\n[a]: b\n".repeat(10_000),
        "`a`+".repeat(20_000),
        "- ".repeat(5_000),
        format!("<details>\n{}</details>\n", "*a* <b>\n".repeat(5_000)),
        format!("```ini\n{}\n```\n", " ".repeat(5_000)),
        format!("```sv\n{}\n```\n", "[".repeat(20_000)),
        format!("```js\n{}\n```\n", "QUJD".repeat(10_000)),
        chart(&format!("[labels]\n{labels}")),
        chart("series = \"name\"\n"),
    ] {
        let page = format!("+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n{article}");
        let folder = site([
            ("site.toml", SITE),
            ("content/ar.md", &page),
            ("content/en.md", "+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n"),
            ("content/d.csv", &data),
        ]);
        let start = Instant::now();
        let _ = build(folder.path(), &options(None));
        // What grows as the square or the cube takes minutes here.
        let taken = start.elapsed();
        assert!(
            taken < Duration::from_secs(60),
            "{taken:?} for {}…",
            page.chars().skip(40).take(40).collect::<String>()
        );
    }
}
