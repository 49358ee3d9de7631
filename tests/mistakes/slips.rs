//! Slips of the same kinds in other places: components of other generators, brackets the wrong way round, files and folders
//! that are called nearly right, addresses and signs that are nearly some.

use super::rows::Answer::{self, Clean, One};
use super::rows::Edit::{Each, Rename, Replace, Write};
use super::rows::{ABOUT, CSV, EN, FACTS, Row, SITE, SOURCES, row, typed};

const AR: &str = "content/dimensions/cost/ar.md";
const DAYS: &str = "content/dimensions/cost/days.csv";
const SPEED: &str = "content/dimensions/speed/en.md";

/// All of them.
pub fn rows() -> Vec<Row> {
    let mut rows = components();
    rows.extend(brackets());
    rows.extend(names());
    rows.extend(links());
    rows.extend(marks());
    rows.extend(values());
    rows.extend(data());
    rows.extend(columns());
    rows.extend(redirects());
    rows
}

fn leaked(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

/// Below a sentence of the English article.
fn below(name: &'static str, text: &str, at: &'static str, words: &'static [&'static str]) -> Row {
    let text = leaked(format!("See [[headway]] and [[gears]].\n\n{text}\n"));
    row(name, [Replace(EN, "See [[headway]] and [[gears]].\n", text)], One(EN, at, words))
}

/// Behind a sentence of the Arabic article.
fn behind(name: &'static str, text: &str, at: &'static str, words: &'static [&'static str]) -> Row {
    let text = leaked(format!("أنظر [[headway]] و[[gears]]. {text}\n"));
    row(name, [Replace(AR, "أنظر [[headway]] و[[gears]].\n", text)], One(AR, at, words))
}

fn clean(mut row: Row) -> Row {
    row.answer = Clean;
    row
}

fn components() -> Vec<Row> {
    vec![
        below(
            "steps as components",
            "<Steps>\n  <Step>Get **it**.</Step>\n  <Step>\n    Ride *it*.\n  </Step>\n</Steps>",
            "<Steps>",
            &["`<Steps>`", "ordered list"],
        ),
        below(
            "tabs as components",
            "<Tabs>\n<TabItem label=\"x\">\n\n*words*\n\n</TabItem>\n</Tabs>",
            "<Tabs>",
            &["`<Tabs>`", "::: details"],
        ),
        below("a card", "<Card title=\"x\">\nWords, **bold**.\n</Card>", "<Card", &["`<Card>`", "heading"]),
        below("a callout", "<Callout type=\"warning\">\nMind **this**.\n</Callout>", "<Callout", &["::: note"]),
        below("a badge", "Words <Badge text=\"new\" /> here.", "Words <B", &["`<Badge>`"]),
        below("a component of the author's own", "<MyChart data={x} />", "<MyChart", &["`<MyChart>`", "Markdown"]),
        below("an accordion", "<Accordion title=\"x\">\n\nWords.\n\n</Accordion>", "<Acc", &["::: details Title"]),
    ]
}

fn brackets() -> Vec<Row> {
    vec![
        behind("square brackets the wrong way round", "]المطر[(../weather/)", "أنظر [[h", &["[المطر](../weather/)"]),
        behind("round brackets the wrong way round", "[المطر])../weather/(", "أنظر [[h", &["[المطر](../weather/)"]),
        behind("one bracket for another", "[المطر)../weather/(", "أنظر [[h", &["[المطر](../weather/)"]),
        behind("brackets of the Quran for a link", "﴿المطر﴾(../weather/)", "أنظر [[h", &["[المطر](../weather/)"]),
        behind("wide brackets", "[المطر]（../weather/）", "أنظر [[h", &["[المطر](../weather/)"]),
        clean(behind("a verse", "قال: ﴿اقرأ باسم ربك﴾ (العلق)، و﴿اقرأ﴾(1).", "", &[])),
        below("a reference that is nowhere, twice", "A [b c][one].\n\nA [d e][one].", "A [b", &["`[one]`"]),
    ]
}

fn names() -> Vec<Row> {
    vec![
        row(
            "sources beside site.toml",
            [Rename(SOURCES, "sources.toml")],
            One("", "", &["`sources.toml`", "content/sources.toml"]),
        ),
        row("Content", [Rename("content", "Content")], One("", "", &["`Content/`", "`content/`"])),
        row("contents", [Rename("content", "contents")], One("", "", &["`contents/`", "`content/`"])),
        row("site.yml", [Rename(SITE, "site.yml")], One("", "", &["`site.yml`", "`site.toml`", "TOML"])),
        row("Site.toml", [Rename(SITE, "Site.toml")], One("", "", &["`Site.toml`", "`site.toml`"])),
        row("site.toml in content", [Rename(SITE, "content/site.toml")], One("", "", &["content/site.toml"])),
        row("template", [Write("template/page.html", "x")], One("", "", &["`template/`", "`templates/`"])),
        row("Static", [Write("Static/x.txt", "x")], One("", "", &["`Static/`", "`static/`"])),
        row("page.toml of the home page", [Write("page.toml", "nav = []\n")], One("", "", &["content/page.toml"])),
        row("folders of one's own", [Write("docs/x.md", "x"), Write("scripts/content.py", "x")], Clean),
    ]
}

fn links() -> Vec<Row> {
    let to = |name, address: &str, words| below(name, &format!("See [rain]({address})."), "See [rain]", words);
    vec![
        clean(to("blanks inside parentheses", " ../weather/ ", &[])),
        clean(to("an address without its slash", "../weather", &[])),
        to("an address in a bracket that is not closed", "<../weather/", &["(../weather/)"]),
        to("no colon in a scheme", "https//street.example", &["https://street.example"]),
        to("a semicolon in a scheme", "https;//street.example", &["https://street.example"]),
        to("backslashes in a scheme", "https:\\\\\\\\street.example", &["https://street.example"]),
        to("a letter short in a scheme", "ttps://street.example", &["https://street.example"]),
        to("a host alone", "street.example.org/a", &["https://street.example.org/a"]),
        to("a blank behind mailto", "<mailto: a@street.example>", &["mailto:a@street.example"]),
        to("a file of one's own disk", "file:///home/me/x.md", &["file"]),
        to("a path of Windows", "C:/site/x.md", &["C:/site/x.md"]),
        to("a script", "javascript:void(0)", &["javascript"]),
        to("an anchor with a blank", "<# evidence>", &["`evidence`"]),
        clean(to("the top of the page", "#", &[])),
        to("an anchor with a capital", "#Evidence", &["`evidence`"]),
        to("no address", "", &["address"]),
        below("an image the wrong way round", "!(A street)[street.svg]", "!(A", &["![A street](street.svg)"]),
        below("an image with a blank", "! [A street](prices.csv)", "! [A", &["![A street](…)"]),
        below("a wikilink with a bracket too few", "See [[weather] there.", "See [[w", &["]]"]),
        below("a wikilink with a bracket too few before", "See [weather]] there.", "See [w", &["[[weather]]"]),
        below("a wikilink with two bars", "See [[weather||rain]].", "See [[w", &["|"]),
        below("a wikilink with a sign of an anchor", "See [[weather#]].", "See [[w", &["#"]),
        below("an address that is not closed", "See <https://street.example there.", "See <h", &[">"]),
        below("a note of which the colon is parted", "A note.[^n]\n\n[^n] : Words.", "[^n] : W", &["[^n]:"]),
    ]
}

fn marks() -> Vec<Row> {
    vec![
        below("a sign too many", "It is ***bold** here.", "It is *", &["*"]),
        below("a sign too few", "It is ~~gone~ here.", "It is ~", &["~~"]),
        below("backticks of another number", "See ``code` here.", "See ``", &["backtick"]),
        below("code between apostrophes", "'''js\nlet x;\n'''", "'''js", &["```"]),
        below("code between other signs", "~~~\nx\n```", "~~~", &["not closed"]),
        below("the rule of another table", "| a | b |\n|---+---|\n| 1 | 2 |", "| a |", &["|---|---|"]),
        below("numbers with a blank before the point", "1 . one\n2 . two", "1 .", &["`1.`"]),
        below("numbers joined to their words", "1)one thing\n2)two things", "1)", &["`1.`"]),
        below("a container of two signs", ":: note\nWords.\n::", ":: note", &["::: note"]),
        below("a container without a name", ":::\nWords.\n:::", ":::", &[":::"]),
        below("a container that is not closed", "::: tip\nWords.", "::: tip", &["not closed"]),
        below("an entity without its semicolon", "A&nbsp word.", "A&nbsp", &["&nbsp;"]),
        below("an entity misspelt", "A &nbps; word.", "A &nbps", &["&nbsp;"]),
        below("a formula of LaTeX", "It is \\\\(x^2\\\\) here.", "It is", &["$"]),
        below("a block of LaTeX", "\\begin{align}\nx\n\\end{align}", "\\begin", &["$$"]),
        below("a formula that is not closed", "$$\nx\n\nWords.", "$$", &["$$"]),
        below("a remark with a hyphen too few", "<!- later -> Words.", "<!-", &["<!--"]),
        below("a remark without its sign", "<-- later --> Words.", "<--", &["<!--"]),
        below("a remark with a blank at its end", "<!-- later -- >\n\nWords.", "<!--", &["-->"]),
        below("bold that begins again", "It is <b>bold<b> here.", "It is <b>", &["</b>"]),
        below("front matter in the article", "---\ntitle: x\nsummary: y\n---", "---", &["front matter"]),
        behind("an element around the rest", "\n\n<div dir=\"rtl\">\n\nنص.", "<div", &["`<div>`", "`</div>`"]),
        below("words of a placeholder", "TODO: write this.", "TODO", &["TODO"]),
    ]
}

fn values() -> Vec<Row> {
    vec![
        typed("two signs of equality", EN, "title = \"Cost\"", "title == \"Cost\"", &["`=`"]),
        typed("a semicolon behind a text", EN, "title = \"Cost\"", "title = \"Cost\";", &["`;`"]),
        typed("a comma behind a text", EN, "title = \"Cost\"", "title = \"Cost\",", &["`,`"]),
        typed("two keys on a line", EN, "title = \"Cost\"\nsummary", "title = \"Cost\" summary", &["line"]),
        typed("a title commented out", EN, "title = \"Cost\"", "# title = \"Cost\"", &["title"]),
        typed("an empty summary", EN, "\"What a year costs.\"", "\"\"", &["summary"]),
        typed("a title of a blank", EN, "\"Cost\"", "\" \"", &["title"]),
        typed("a draft in quotes", FACTS, "order = 10", "order = 10\ndraft = \"true\"", &["true"]),
        typed("a draft with yes", FACTS, "order = 10", "order = 10\ndraft = yes", &["true"]),
        typed("an order in words", FACTS, "order = 10", "order = ten", &["number"]),
        typed("an order with a fraction", FACTS, "order = 10", "order = 10.5", &["whole number"]),
        typed("a kind without quotes", FACTS, "\"difference\"", "difference", &["quotes"]),
        typed("a place in quotes", FACTS, "tram = 70", "tram = \"70\"", &["number"]),
        typed("a colon in a table", FACTS, "tram = 70", "tram: 70", &["`=`"]),
        row(
            "a table twice",
            [Replace(FACTS, "tram = 70\n", "tram = 70\n\n[axis]\nbicycle = 1\n")],
            One(FACTS, "[axis]\nbicycle = 1\n", &["axis", "twice"]),
        ),
        typed("a date and an hour", FACTS, "2026-10-20", "2026-10-20T10:00", &["2026-10-20"]),
        typed("tags", FACTS, "order = 10", "order = 10\ntags = [\"x\"]", &["tags"]),
        typed("a colour without its sign", SITE, "#a3312b", "a3312b", &["#a3312b"]),
        typed("a colour of five digits", SITE, "#a3312b", "#a3312", &["#rrggbb"]),
        typed("a language by name", SITE, "tag = \"en\"", "tag = \"english\"", &["\"en\""]),
        typed("an address without a scheme", SITE, "https://wheels.example/", "wheels.example", &["https://"]),
        typed("brackets of different number", SITE, "[[subjects]]", "[[subjects]", &["[[subjects]]"]),
        typed("brackets of different number before", SITE, "[[subjects]]", "[subjects]]", &["[[subjects]]"]),
        typed("no comma in a table", SITE, "\"الترام\", en", "\"الترام\" en", &["comma"]),
        row(
            "an address of a source without a scheme",
            [Replace(SOURCES, "https://lines", "lines")],
            One(SOURCES, "\"lines", &["https://"]),
        ),
        typed("yesterday", SOURCES, "2026-10-12", "\"yesterday\"", &["2026"]),
        row(
            "no stance in YAML",
            [Write(
                SPEED,
                "---\ntitle: Speed\nsummary: Who arrives first.\naxis:\n  start: Slow\n  end: Fast\n---\nAbout [[cost]].\n\n\
                 ## The evidence {#evidence}\n\nWheels were counted in the street.[^street-count]\n",
            )],
            One(SPEED, "", &["`stance:`"]),
        ),
    ]
}

fn data() -> Vec<Row> {
    vec![
        typed("a column twice", CSV, "what,euros", "what,what", &["what"]),
        row(
            "more rows than a page can hold",
            [Each(CSV, |_| "what,euros\n".to_owned() + &(0..50_001).map(|n| format!("{n},{n}\n")).collect::<String>())],
            One(CSV, "50000,50000", &["50001 rows", "`only`"]),
        ),
        row("no rows", [Each(CSV, |_| "what,euros\n".to_owned())], One(CSV, "", &["row"])),
        row("an empty line", [Replace(CSV, "tram", "\ntram")], Clean),
        row(
            "a comma at the end of lines",
            [Each(CSV, |text| text.replace('\n', ",\n"))],
            One(CSV, "what", &["column"]),
        ),
        row("an empty file", [Each(CSV, |_| String::new())], One(CSV, "", &["empty"])),
        typed("x and y exchanged", EN, "x = \"what\"\ny = \"euros\"", "x = \"euros\"\ny = \"what\"", &["exchanged"]),
        row(
            "words for numbers",
            [
                Each(CSV, |_| "what,town,euros\nbicycle,Tunis,120\ntram,Sfax,365\n".to_owned()),
                Replace(EN, "y = \"euros\"", "y = \"town\""),
            ],
            One(EN, "y = \"town\"", &["holds words", "did you mean `euros`?"]),
        ),
        row(
            "a word for the one number",
            [Each(CSV, |_| "what,euros\nbicycle,120\ntram,none\n".to_owned())],
            One(CSV, "none", &["leave the cell empty"]),
        ),
        row("a language file without words", [Each(ABOUT, |_| String::new())], One(ABOUT, "", &["title"])),
    ]
}

/// A chart of its own below a sentence of the English article, with its data.
fn chart(name: &'static str, kind: &str, rows: &str, answer: Answer) -> Row {
    let data = leaked(format!("when,count\n{rows}"));
    let block = format!(
        "See [[headway]] and [[gears]].\n\n```chart\ntype = \"{kind}\"\ndata = \"days.csv\"\nx = \"when\"\ny = \"count\"\n\
         title = \"Wheels\"\nsources = [\"street-count\"]\n```\n"
    );
    // That the other language has no such chart was said to be right.
    let agreed = "[\"dimensions/cost\"]\n\"verdict\" = { ar = \"1\", en = \"2\" }\n";
    let edits = [
        Replace(EN, "See [[headway]] and [[gears]].\n", leaked(block)),
        Write(DAYS, data),
        Write("content/translations.lock", agreed),
    ];
    row(name, edits, answer)
}

fn columns() -> Vec<Row> {
    let one = |needle, words| One(DAYS, needle, words);
    vec![
        chart("a month that is none", "line", "2025-01,1\n2025-02,2\n2025-13,3\n", one("2025-13", &["no month 13"])),
        chart("a month of one digit", "bar", "2025-01,1\n2025-02,2\n2025-3,3\n", one("2025-3", &["2025-03"])),
        chart("months of one digit", "line", "2025-1,1\n2025-2,2\n2025-3,3\n", one("2025-1", &["2025-01"])),
        chart("a day that is none", "line", "2025-04-29,1\n2025-04-30,2\n2025-04-31,3\n", one("04-31", &["no day 31"])),
        chart("a month in Arabic digits", "line", "2025-01,1\n2025-02,2\n٢٠٢٥-٠٣,3\n", one("٢٠٢٥", &["2025-03"])),
        chart(
            "a total among months",
            "line",
            "2025-01,1\n2025-02,2\n2025-03,3\nTotal,6\n",
            one("Total", &["take the row"]),
        ),
        chart("a total among bars", "bar", "2023,1\n2024,2\n2025,3\nTotal,6\n", Clean),
        chart("seasons", "line", "2010-11,1\n2011-12,2\n2012-13,3\n", Clean),
        chart("years and a range of them", "bar", "2023,1\n2024,2\n2025-2026,3\n", Clean),
        chart("numbers of four digits", "line", "1000,1\n2000,2\n5000,3\n10000,4\n", Clean),
        chart("parts that are too much", "share", "Food,60\nFuel,42\n", one("when", &["102", "too large"])),
        chart("a part that is missing", "share", "Food,50\nFuel,42\n", one("when", &["92", "missing"])),
        chart("parts of one", "share", "Food,0.6\nFuel,0.4\n", one("when", &["per cent"])),
        row(
            "parts that are too much, in both languages",
            [
                Each(CSV, |_| "what,euros\nbicycle,60\ntram,42\n".to_owned()),
                Replace(EN, "type = \"bar\"", "type = \"share\""),
                Replace(AR, "type = \"bar\"", "type = \"share\""),
            ],
            One(CSV, "what", &["102", "too large"]),
        ),
    ]
}

fn redirects() -> Vec<Row> {
    let redirect = |name, written: &str, words| {
        let line = leaked(format!("summary = \"Who we are.\"\nredirects = [\"{written}\"]\n"));
        row(name, [Replace(ABOUT, "summary = \"Who we are.\"\n", line)], One(ABOUT, "redirects", words))
    };
    let mut rows = vec![
        redirect(
            "a redirect from a whole address",
            "https://wheels.example/en/us/",
            &["whole address", "path: \"us\""],
        ),
        redirect("a redirect from a host", "wheels.example/us", &["whole address", "path: \"/us/\""]),
        redirect("a redirect from another site", "http://old.example/us?x=1", &["whole address", "path: \"/us/\""]),
        redirect("a redirect from a path", "/us/", &[]),
    ];
    rows[3].answer = Clean;
    rows
}
