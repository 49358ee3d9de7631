//! More mistakes, as they are made in a hurry: slips in settings and keys, files in the wrong folder, links with typing
//! errors, front matter of other generators, and things that are not closed in Arabic pages.

use super::rows::Answer::{Clean, One};
use super::rows::Edit::{Each, Rename, Replace, Write};
use super::rows::{ABOUT, EN, FACTS, Row, SITE, SOURCES, row, said, typed};

const AR: &str = "content/dimensions/cost/ar.md";

/// All of them.
pub fn rows() -> Vec<Row> {
    let mut rows = settings();
    rows.extend(keys());
    rows.extend(sources());
    rows.extend(folders());
    rows.extend(links());
    rows.extend(copied());
    rows.extend(arabic());
    rows.extend(nesting());
    rows.extend(written_for_others());
    rows.extend(of_other_tools());
    rows.extend(marks_and_places());
    rows.extend(addresses_dates_and_ids());
    rows
}

/// Markdown in HTML, blocks of other generators, and addresses and marks that are none.
fn written_for_others() -> Vec<Row> {
    let html = |name, text, sign| said(name, text, &["Markdown is not read"]).at(EN, sign);
    vec![
        html("emphasis in HTML", "<div>\nSay *so* here.\n</div>\n", "Say *so*"),
        html("a list in HTML", "<section>\n- item\n- other\n</section>\n", "- item"),
        html("a numbered list in HTML", "<div>\n1. first\n2. second\n</div>\n", "1. first"),
        html("a heading in HTML", "<div>\n### Words\n</div>\n", "### Words"),
        html("a table in HTML", "<div>\n| a | b |\n|---|---|\n| c | d |\n</div>\n", "| a | b |"),
        html("a quotation in HTML", "<aside>\n> Said.\n</aside>\n", "> Said."),
        said("a block of PyMdown", "/// note | Title\n\nWords.\n\n///\n", &["[!NOTE]"]),
        said("a component of Nuxt", "::alert{type=\"info\"}\nWords.\n::\n", &["::alert", "[!NOTE]"]),
        said(
            "a component of Nuxt below a paragraph",
            "Some words.\n\n::card{title=\"x\"}\nWords.\n::\n",
            &["`::card`", "[!NOTE]"],
        )
        .at(EN, "::card"),
        said("an address of a file server", "See ftp://example.org/x, too.\n", &["https://"]),
        said("quotation marks twice", "He said \"\"yes\"\" to it.\n", &["\"yes\""]),
        said("italics of a wiki", "It was ''hers''.\n", &["\"hers\""]),
        row(
            "a map of the site that replaces its own",
            [Write("static/sitemap.xml", "<urlset/>\n")],
            One("", "", &["`static/sitemap.xml`", "takes the place"]),
        ),
        row(
            "an old address at which a file lies",
            [Write("static/old.pdf", "%PDF"), Replace(EN, "summary =", "redirects = [\"/old.pdf\"]\nsummary =")],
            One(EN, "redirects", &["/old.pdf", "static/old.pdf"]),
        ),
        said(
            "an attribute of code twice",
            "```rust {foo=1}\nlet a;\n```\n\n```rust {foo=1}\nlet b;\n```\n",
            &["`foo=1`"],
        ),
        said("a paragraph that falls out of its item", "1. one\n\n  Words.\n\n2. two\n", &["by 2", "the item"])
            .at(EN, "  W"),
        said("code that falls out of its item", "10. ten\n\n   ```text\n   x\n   ```\n", &["this code", "the item"])
            .at(EN, "   ```"),
        said("a note that ends too early", "A[^n].\n\n[^n]: One.\n\n  Two.\n", &["the note", "by 4"]).at(EN, "  T"),
        row("own words for robots", [Write("static/robots.txt", "User-agent: *\n")], Clean),
    ]
}

fn settings() -> Vec<Row> {
    vec![
        typed(
            "languages as one table",
            SITE,
            "[[languages]]\ntag = \"ar\"",
            "[languages]\ntag = \"ar\"",
            &["[[languages]]"],
        ),
        row(
            "all languages as tables",
            [Each(SITE, |text| text.replace("[[languages]]", "[languages]"))],
            One(SITE, "[languages]", &["[[languages]]"]),
        ),
        row(
            "all subjects as tables",
            [Each(SITE, |text| text.replace("[[subjects]]", "[subjects]"))],
            One(SITE, "[subjects]", &["[[subjects]]"]),
        ),
        typed(
            "colons in an inline table",
            SITE,
            "ar = \"الترام\", en = \"The tram\"",
            "ar: \"الترام\", en: \"The tram\"",
            &["`=`"],
        ),
        typed("a tag in capitals", SITE, "tag = \"en\"", "tag = \"EN\"", &["\"en\""]),
        typed(
            "a title that begins with a number",
            EN,
            "title = \"Cost\"",
            "title = 10 ways to pay",
            &["\"10 ways to pay\""],
        ),
        typed("an order with a comma", FACTS, "order = 10", "order = 10,", &["`,`"]),
        typed("an order with a semicolon", FACTS, "order = 10", "order = 10;", &["`;`"]),
        typed(
            "related without quotes",
            FACTS,
            "related = [\"speed\", \"weather\"]",
            "related = [speed, weather]",
            &["quotes"],
        ),
        typed(
            "two names in one text",
            FACTS,
            "related = [\"speed\", \"weather\"]",
            "related = [\"speed, weather\"]",
            &["\"speed\", \"weather\""],
        ),
        typed("a place in percent", FACTS, "bicycle = 20", "bicycle = 20%", &["%"]),
        typed("a comment of code behind", FACTS, "order = 10", "order = 10 // first", &["`#`"]),
    ]
}

fn keys() -> Vec<Row> {
    vec![
        typed("a wide equals sign", EN, "title = \"Cost\"", "title ＝ \"Cost\"", &["`=`"]),
        typed("an arrow", EN, "title = \"Cost\"", "title => \"Cost\"", &["`=`"]),
        typed(
            "a list as in YAML",
            EN,
            "aliases = [\"price\", \"fare\"]",
            "aliases:\n  - price\n  - fare",
            &["[\"price\", \"fare\"]"],
        )
        .at(EN, "aliases:"),
        typed(
            "a list without brackets",
            EN,
            "aliases = [\"price\", \"fare\"]",
            "aliases = \"price\", \"fare\"",
            &["[\"price\", \"fare\"]"],
        ),
        typed("a table in parentheses", EN, "[stance]", "(stance)", &["[stance]"]),
        typed("a table with a colon", EN, "[stance]", "[stance]:", &["[stance]"]),
        typed("a table as a heading", EN, "[stance]", "stance:", &["[stance]"]),
        typed("a stance without its table", EN, "[stance]\n", "", &["[stance]"]).at(EN, "bicycle ="),
        typed(
            "text of several lines in single marks",
            EN,
            "summary = \"What a year costs.\"",
            "summary = '''What a year costs.''",
            &["'''"],
        ),
    ]
}

fn sources() -> Vec<Row> {
    vec![
        typed("a source as a list", SOURCES, "[city-tariff-2025]", "[[city-tariff-2025]]", &["[city-tariff-2025]"]),
        row(
            "sources in a file of another name",
            [Rename(SOURCES, "content/source.toml")],
            One("content/source.toml", "", &["sources.toml"]),
        ),
        row(
            "sources with a capital",
            [Rename(SOURCES, "content/Sources.toml")],
            One("content/Sources.toml", "", &["sources.toml"]),
        ),
        typed(
            "a source that is renamed",
            SOURCES,
            "[city-tariff-2025]",
            "[city-tariffs-2025]",
            &[
                "no source has the key `city-tariff-2025`",
                "call it `city-tariff-2025` again",
                "`city-tariffs-2025` in each",
            ],
        ),
        row(
            "a source that is misspelt where it is cited alone",
            [Replace("content/dimensions/speed/en.md", "[^street-count]", "[^street-cuont]")],
            One("content/dimensions/speed/en.md", "[^street-cuont]", &["did you mean `street-count`?"]),
        ),
        typed(
            "a DOI",
            SOURCES,
            "https://lines.example/tariff",
            "10.1016/j.mobil.2024",
            &["\"https://doi.org/10.1016/j.mobil.2024\""],
        ),
        typed(
            "a DOI with its name",
            SOURCES,
            "https://lines.example/tariff",
            "doi:10.1016/j.mobil",
            &["\"https://doi.org/10.1016/j.mobil\""],
        ),
        typed(
            "a DOI as a host",
            SOURCES,
            "https://lines.example/tariff",
            "https://10.1016/j.mobil",
            &["\"https://doi.org/10.1016/j.mobil\""],
        ),
        typed(
            "a number of arXiv",
            SOURCES,
            "https://lines.example/tariff",
            "arXiv:2301.00001",
            &["\"https://arxiv.org/abs/2301.00001\""],
        ),
        row(
            "a subject of a chart that is renamed in site.toml",
            [
                Replace(EN, "title = \"A year\"", "title = \"A year\"\nsubject = \"tram\""),
                Replace(AR, "title = \"ثمن سنة\"", "title = \"ثمن سنة\"\nsubject = \"tram\""),
                Replace(SITE, "id = \"tram\"", "id = \"train\""),
            ],
            One("content/dimensions/cost/page.toml", "tram = 70", &["several files name it", "did you mean `train`?"]),
        ),
        row(
            "a subject of a chart that is none",
            [Replace(EN, "title = \"A year\"", "title = \"A year\"\nsubject = \"metro\"")],
            One(EN, "subject = ", &["`metro` is not a subject", "`bicycle` or `tram`"]),
        ),
        typed(
            "two subjects of one colour",
            SITE,
            "accent = \"#1d5c7a\"",
            "accent = \"#A3312B\"",
            &["`tram` has the colour of `bicycle`", "one of its own"],
        ),
    ]
}

fn folders() -> Vec<Row> {
    vec![
        row(
            "a page beside folders",
            [Write("content/riders.md", "# Riders\n\nThey ride.\n")],
            One("content/riders.md", "", &["content/riders/ar.md"]),
        ),
        row(
            "a page in a folder of its language",
            [Rename(ABOUT, "content/en/about.md")],
            One("content/en/about.md", "", &["content/about/en.md"]),
        ),
        row(
            "a page of a folder under its name in other generators",
            [Rename(ABOUT, "content/about/index.en.md")],
            One("content/about/index.en.md", "", &["content/about/en.md"]),
        ),
        row(
            "en (1).md",
            [Each(ABOUT, str::to_owned), Write("content/about/en (1).md", "+++\ntitle = \"x\"\n+++\nx\n")],
            One("content/about/en (1).md", "", &["a copy of `en.md`"]),
        ),
        row(
            "about.en.md",
            [Rename(ABOUT, "content/about.en.md")],
            One("content/about.en.md", "", &["content/about/en.md"]),
        ),
        row(
            "page.yaml",
            [Write("content/about/page.yaml", "order: 1\n")],
            One("content/about/ar.md", "", &["page.toml"]),
        ),
        row(
            "page.tml",
            [Rename(FACTS, "content/dimensions/cost/page.tml")],
            One("content/dimensions/cost/ar.md", "", &["page.toml", "page.tml"]),
        ),
    ]
}

fn links() -> Vec<Row> {
    let see =
        |name: &'static str, to: &'static str, words: &'static [&'static str]| typed(name, EN, "[[gears]]", to, words);
    vec![
        row(
            "a link by the name that GitHub gives a heading with a dash",
            [Replace(
                EN,
                "[[gears]]",
                "[[gears]] [x](#options----a-list) [y](#1990--1999).\n\n### Options -- a list\n\nA.\n\n### 1990--1999\n\nB",
            )],
            Clean,
        ),
        see("a scheme with one slash", "[[gears]] [x](https:/street.example)", &["https://street.example"]),
        see("a scheme without slashes", "[[gears]] [x](https:street.example)", &["https://street.example"]),
        see("a scheme twice", "[[gears]] [x](https://https://street.example)", &["https://street.example"]),
        see("a comma in a host", "[[gears]] [x](https://street,example/)", &["street"]),
        see("mailto with slashes", "[[gears]] [x](mailto://a@street.example)", &["mailto:a@street.example"]),
        see("a note with a round bracket", "[[gears]].[^city-tariff-2025)", &["[^city-tariff-2025]"]),
    ]
}

fn copied() -> Vec<Row> {
    vec![
        row(
            "a place in a sidebar",
            [Write(ABOUT, "---\ntitle: About\nsummary: Who.\nsidebar_position: 3\n---\nWe write.\n")],
            One(ABOUT, "sidebar_position", &["order"]),
        ),
        typed("a weight", ABOUT, "summary =", "weight = 10\nsummary =", &["order"]),
        row(
            "a colon in a value of YAML",
            [Write(ABOUT, "---\ntitle: About: us\nsummary: Who.\n---\nWe write.\n")],
            One(ABOUT, "title: About: us", &["\"About: us\""]),
        ),
        row(
            "a tab in YAML",
            [Write(ABOUT, "---\ntitle: About\nsummary: Who.\naliases:\n\t- us\n---\nWe write.\n")],
            One(ABOUT, "\t- us", &["blanks"]),
        ),
        row(
            "a quote in YAML that is not closed",
            [Write(ABOUT, "---\ntitle: \"About\nsummary: Who.\n---\nWe write.\n")],
            One(ABOUT, "title", &["not closed"]),
        ),
        row(
            "a key of YAML twice",
            [Write(ABOUT, "---\ntitle: About\ntitle: Us\nsummary: Who.\n---\nWe write.\n")],
            One(ABOUT, "title: Us", &["a second time"]),
        ),
        row(
            "no blank behind a colon",
            [Write(ABOUT, "---\ntitle:About\nsummary: Who.\n---\nWe write.\n")],
            One(ABOUT, "title:About", &["title: About"]),
        ),
        row(
            "an Arabic colon in YAML",
            [Write("content/about/ar.md", "---\ntitle： عن الموقع\nsummary: من نحن.\n---\nنكتب.\n")],
            One("content/about/ar.md", "title", &["title: عن الموقع"]),
        ),
    ]
}

/// In the article of the Arabic page, in place of a sentence.
fn written(name: &'static str, text: &'static str, words: &'static [&'static str]) -> Row {
    let needle = text.lines().find(|line| !line.is_empty()).unwrap_or(text);
    row(name, [Replace(AR, "أنظر [[headway]] و[[gears]].\n", text)], One(AR, needle, words))
}

fn arabic() -> Vec<Row> {
    vec![
        row(
            "an element that says what the page says",
            [
                Replace(
                    AR,
                    "أنظر [[headway]] و[[gears]].\n",
                    "<div dir=\"rtl\">\n\nأنظر [[headway]] و[[gears]].\n\n## خاتمة {#verdict}\n\nنص.\n\n</div>\n",
                ),
                Replace(AR, "## الحكم {#verdict}\n\n", ""),
            ],
            Clean,
        ),
        written(
            "signs of a question before a word",
            "أنظر [[headway]] و[[gears]].\n\n??? لماذا\nنص.\n",
            &["no container"],
        )
        .at(AR, "??? لماذا"),
        written("a container in Arabic", "أنظر [[headway]] و[[gears]].\n\n::: تنبيه\nنص.\n:::\n", &["note"])
            .at(AR, "::: تنبيه"),
        written(
            "a footnote with Arabic brackets",
            "أنظر [[headway]] و[[gears]].【^city-tariff-2025】\n",
            &["[^city-tariff-2025]"],
        ),
        written(
            "an id with an Arabic blank",
            "أنظر [[headway]] و[[gears]].\n\n## خاتمة {# verdict2}\n\nنص.\n",
            &["{#verdict2}"],
        )
        .at(AR, "## خاتمة"),
    ]
}

fn nesting() -> Vec<Row> {
    vec![
        said("admonition without indentation", "See [[headway]] and [[gears]].\n\n!!! note\nWords.\n", &["indent"])
            .at(EN, "!!! note"),
    ]
}

/// What other tools read, and blocks that an empty line or a blank parts from what they belong to.
fn of_other_tools() -> Vec<Row> {
    vec![
        said(
            "a list that falls out of its item",
            "1. Install:\n  * Linux\n  * macOS\n2. Run\n",
            &["this list", "the item"],
        ),
        said("fences that are indented", "Do this.\n\n    ```js\n    let a = 1\n    ```\n", &["its fences"])
            .at(EN, "    ```js"),
        said("an alert below its words", "> Words.\n> [!NOTE]\n> More.\n", &["the first line"]),
        said("a row apart from its table", "| a | b |\n|---|---|\n| c | d |\n\n| e | f |\n", &["an empty line"])
            .at(EN, "| e | f |"),
        said(
            "a definition that a note swallows",
            "See [the guide][guide].[^n]\n\n[^n]: A note.\n[guide]: https://example.com\n",
            &["leave an empty line before `[guide]: …`"],
        ),
        said(
            "one label of two addresses",
            "See [a].\n\n[a]: https://a.example\n[a]: https://b.example\n",
            &["second time"],
        )
        .at(EN, "[a]: https://b"),
        said("a citation of Pandoc", "So it is said [@smith2020, p. 5].\n", &["[^smith2020]"]),
        said("a note that nothing closes", "So it is said.[^power-2025\n", &["nothing closes", "[^power-2025]"]),
        said("a remark of Obsidian", "Words %% hidden words %% go on.\n", &["<!-- … -->"]),
        said("a mark of Obsidian", "Words of a paragraph. ^abc123\n", &["^abc123"]),
        said("a change of CriticMarkup", "Words {--gone--} here.\n", &["as they are to stand"]),
        said("a formula with blanks", "The value $ y $ is meant.\n", &["write $y$"]),
        said("a host between brackets", "See <www.example.com> now.\n", &["<https://www.example.com>"]),
        said("a class of a heading", "### Words {#words .unnumbered}\n", &["`.unnumbered`"]).at(EN, ".unnumbered"),
        said("a box without a blank", "- [ ]milk\n- [ ] tea\n", &["behind the box"]),
        said("an admonition without a blank", "!!!note\n\nWords.\n", &["`!!!`"]),
    ]
}

/// Dashes, marks and notes with a blank too many, and files and pages in the place of each other.
fn marks_and_places() -> Vec<Row> {
    let clean = |name, text| row(name, [Replace(EN, "See [[headway]] and [[gears]].\n", text)], Clean);
    vec![
        said("two hyphens between quotations", "He said \"yes\"--\"no\" to it.\n", &["dash"]),
        said("two hyphens behind a sentence", "Stop!--he cried, again and again.\n", &["dash"]),
        said("two hyphens at the end of a quotation", "\"But--\" he said to it.\n", &["dash"]),
        said("two hyphens behind a bracket", "A word (note)--next to it.\n", &["dash"]),
        clean("three hyphens beside marks", "And then---\"Hi.\" Stop!---he cried (so)---twice, in 2020---once.\n"),
        clean("a call and an option in quotation marks", "Say f(x)--y, \"--all\" or '--help' to it.\n"),
        said(
            "brackets of a page around an address",
            "See [[https://street.example|the street]].\n",
            &["[the street](https://street.example)"],
        ),
        said(
            "brackets of a page around an address alone",
            "See [[www.street.example]].\n",
            &["(https://www.street.example)"],
        ),
        said("brackets of a page around a file", "See [[prices.csv|the prices]].\n", &["(prices.csv)", "is a file"]),
        said("a page brought in", "See all of it.\n\n![[headway]]\n", &["[[headway]]", "no page"])
            .at(EN, "![[headway]]"),
        said("a section brought in", "See all of it.\n\n![[cost#verdict]]\n", &["[[cost#verdict]]"]).at(EN, "![[cost"),
        said("a page as an image", "See ![the head](../../terms/headway/).\n", &["(../../terms/headway/)", "no page"]),
        said("a file that is no image brought in", "See all.\n\n![[prices.csv]]\n", &["[words](prices.csv)"])
            .at(EN, "![[prices"),
        said("an address as browsers have it", "See [who](../../../en/about/).\n", &["../../about/"]),
        said("one of the other language", "See [who](../../../ar/about/).\n", &["../../about/ar.md"]),
        said("a file as browsers have it", "See [it](../../../en/dimensions/cost/prices.csv).\n", &["./prices.csv"]),
        typed(
            "an apostrophe between single marks",
            EN,
            "title = \"Cost\"",
            "title = 'What's new'",
            &["\"What's new\""],
        ),
        typed(
            "quotation marks in a text with an apostrophe",
            EN,
            "title = \"Cost\"",
            "title = \"It's \"new\"\"",
            &["`\\\"`"],
        ),
        said(
            "quotation marks in the title of an image",
            "![A chart](a.svg \"The \"big\" one\")\n",
            &["no image", "'The \"big\" one'"],
        ),
        said(
            "an address with a blank and a title",
            "See [it](a b.pdf \"The title\").\n",
            &["](<a b.pdf> \"The title\")"],
        ),
        said("a note with a blank before its colon", "See.[^1]\n\n[^1] : Words of it.\n", &["blank", "colon"])
            .at(EN, "[^1] :"),
        row(
            "a tab behind the colon in YAML",
            [Write(ABOUT, "---\ntitle:\tAbout\nsummary: \tWho.\naliases:\n  -\tus\n---\nWe write.\n")],
            Clean,
        ),
        row(
            "a citation before a colon",
            [
                Replace(EN, "See [[headway]] and [[gears]].\n", "So says\n[^city-tariff-2025] : more and more.\n"),
                Replace("content/dimensions/cost/ar.md", "أنظر [[headway]]", "كذا[^city-tariff-2025] و[[headway]]"),
            ],
            Clean,
        ),
    ]
}

const AR_LEVEL: &str = "## بإيجاز {#short}\n\nكذلك هو.\n\n## الشواهد {#evidence}";

/// Addresses at which nobody is reached, dates that begin a line, ids between other brackets.
fn addresses_dates_and_ids() -> Vec<Row> {
    let mail = |name, text, words| said(name, text, words).at(EN, "](");
    let id = |name, heading: &'static str| {
        let edits =
            [Replace(EN, "## The evidence {#evidence}", heading), Replace(AR, "## الشواهد {#evidence}", AR_LEVEL)];
        row(name, edits, One(EN, "In short", &["`{#short}`"]))
    };
    vec![
        mail("a mail address without its sign", "Write [to us](mailto:office).\n", &["`office`", "`@`"]),
        mail("no mail address", "Write [to us](mailto:).\n", &["names no mail address"]),
        mail("a host without an ending", "Write [to us](mailto:a@street).\n", &["`a@street`", "ending"]),
        mail("no number", "Call [us](tel:).\n", &["telephone number", "tel:+"]),
        mail("a dot behind a host", "Write [to us](mailto:a@street.example.).\n", &["dot"]),
        mail("two signs", "Write [to us](mailto:a@@street.example).\n", &["more than one `@`"]),
        row("a short message to anybody", [Replace(EN, "See [[headway]]", "[Share](sms:?body=It) [[headway]]")], Clean),
        row(
            "months that are counted",
            [
                Replace(EN, "See [[headway]]", "1. January 2024\n2. February 2024\n\nSee [[headway]]"),
                Replace(AR, "أنظر [[headway]]", "1. يناير 2024\n2. فبراير 2024\n\nأنظر [[headway]]"),
            ],
            Clean,
        ),
        row(
            "headings that end in a link, a language and an issue",
            [Replace(
                EN,
                "See [[headway]]",
                "### In [the evidence](#evidence)\n\nSo.\n\n### Written in C (C#)\n\nSo.\n\n### As it was called (#MeToo)\n\nSo.\n\n### What came of (#12)\n\nSo. [[headway]]",
            )],
            Clean,
        ),
        id("an id between full-width brackets", "## In short （#short）\n\nSo it is.\n\n## The evidence {#evidence}"),
        row(
            "an id between round brackets where no other has one",
            [
                Replace(ABOUT, "We write", "## In short (#short)\n\nWe write"),
                Replace("content/about/ar.md", "نكتب", "## بإيجاز {#short}\n\nنكتب"),
            ],
            One(ABOUT, "## In short", &["`{#short}`"]),
        ),
        row(
            "a section of the third level where it cites",
            [
                Replace(
                    EN,
                    "## The evidence {#evidence}",
                    "## In short {#short}\n\nSo it is.\n\n### The evidence {#evidence}",
                ),
                Replace(AR, "## الشواهد {#evidence}", AR_LEVEL),
            ],
            One(EN, "### The evidence", &["##"]),
        ),
        row(
            "remarks over several lines",
            [
                Replace(EN, "See [[headway]]", "```c\nf();\n/* say\n it */\n```\n\nSee [[headway]]"),
                Replace(AR, "أنظر [[headway]]", "```c\nf();\n/* see\n * that\n */\n```\n\nأنظر [[headway]]"),
            ],
            Clean,
        ),
        row(
            "the last line of code",
            [
                Replace(EN, "See [[headway]]", "```sh\ncd street\n```\n\nSee [[headway]]"),
                Replace(AR, "أنظر [[headway]]", "```sh\ncd street\nmake\n```\n\nأنظر [[headway]]"),
            ],
            One(EN, "cd street", &["`make`"]),
        ),
        row(
            "a link to another page",
            [
                Replace(EN, "See [[headway]]", "See [it](../../about/) and [[headway]]"),
                Replace(AR, "أنظر [[headway]]", "أنظر [ذلك](../../terms/) و[[headway]]"),
            ],
            One(EN, "## The verdict", &["`about`", "`terms`"]),
        ),
        row("a message to anybody", [Replace(EN, "See [[headway]]", "[Share](mailto:?subject=It) [[headway]]")], Clean),
        said("a day at the beginning of a line", "3. October 2024 was the day.\n", &["the day `3.`", "3\\."])
            .at(EN, "3. October"),
        row(
            "a list that goes on in each language",
            [
                Replace(EN, "See [[headway]]", "3. This\n4. that\n\nSee [[headway]]"),
                Replace(AR, "أنظر [[headway]]", "3. هذا\n4. ذاك\n\nأنظر [[headway]]"),
            ],
            Clean,
        ),
        id("an id between round brackets", "## In short (#short)\n\nSo it is.\n\n## The evidence {#evidence}"),
        id("the sign of an id behind it", "## In short {short#}\n\nSo it is.\n\n## The evidence {#evidence}"),
        id("a blank in the brace of an id", "## In short {# short}\n\nSo it is.\n\n## The evidence {#evidence}"),
        id("an id closed by another bracket", "## In short {#short)\n\nSo it is.\n\n## The evidence {#evidence}"),
        row(
            "a section of the fourth level in one language",
            [
                Replace(
                    EN,
                    "## The evidence {#evidence}",
                    "#### In short {#short}\n\nSo it is.\n\n## The evidence {#evidence}",
                ),
                Replace(AR, "## الشواهد {#evidence}", AR_LEVEL),
            ],
            One(EN, "#### In short", &["##"]),
        ),
        row(
            "a source of a chart that is not there",
            [Replace(EN, "sources = [\"city-tariff-2025\"]", "sources = [\"bus-fares\"]")],
            One(EN, "bus-fares", &["add the source to content/sources.toml"]),
        ),
        said("a day that is none", "It was on 2024-13-05, as told.\n", &["`2024-13-05`", "no month 13"])
            .at(EN, "2024-13-05"),
        said("years that go backwards", "It was so in 2020–2012, as told.\n", &["2012–2020"]).at(EN, "2020"),
        said("a blank in a mail address", "Write to office@ street.example, please.\n", &["office@street.example"])
            .at(EN, "office@"),
        said("a formula that nothing ends", "It is $x = 1 and more.\n", &["`$`"]).at(EN, "$x"),
        said("hyphens for a sign of items", "-- this\n-- that\n", &["`--`"]).at(EN, "-- this"),
        said(
            "two dots in the name of a site",
            "See [it](https://street..example/x) and more.\n",
            &["https://street.example/x"],
        )
        .at(EN, "[it]"),
        said("an item that was taken out", "1. this\n2. that\n4. more\n", &["number 3", "4 is written"])
            .at(EN, "4. more"),
        row(
            "lists that are numbered otherwise",
            [
                Replace(EN, "See [[headway]]", "1. a\n1. b\n1. c\n\nSo\n\n1. a\n2. b\n2. c\n4. d\n\nSee [[headway]]"),
                Replace(
                    AR,
                    "أنظر [[headway]]",
                    "1. أ\n2. ب\n3. ت\n\nكذا\n\n1. أ\n2. ب\n3. ت\n4. ث\n\nأنظر [[headway]]",
                ),
            ],
            Clean,
        ),
        said("a blank in an image", "See ![prices] (prices.webp) here.\n", &["image", "![prices](prices.webp)"])
            .at(EN, "![prices]"),
        said("the rest of a division", "It is\n\n$$\na = b % c = 3\n$$\n\nhere.\n", &["`%`", "\\%"]).at(EN, "%"),
        said("the sign for per cent in a formula", "It is $p = 50% of x$ here.\n", &["`%`", "\\%"]).at(EN, "$p"),
        said(
            "a blank in the name of a file",
            "See [the prices](Prices .csv), or [these](the prices.csv).\n",
            &["no link"],
        )
        .at(EN, "[the prices]"),
        row(
            "a blank for a hyphen in the name of a file",
            [
                Write("content/dimensions/cost/two-ways.csv", "a,b\n1,2\n"),
                Replace(EN, "See [[headway]]", "See [both](two ways.csv) and [[headway]]"),
                Replace(AR, "أنظر [[headway]]", "أنظر [كليهما](two-ways.csv) و[[headway]]"),
            ],
            One(EN, "two ways", &["`two-ways.csv`"]),
        ),
        row(
            "a link to another page in one language",
            [Replace(EN, "and [[gears]]", "and [[speed]]")],
            One(EN, "The verdict", &["a link to `gears`", "a link to `speed`"]),
        ),
        row(
            "a number in code that one language has otherwise",
            [
                Replace(EN, "See [[headway]]", "```sh\nserve --port 8080 # here\n```\n\nSee [[headway]]"),
                Replace(AR, "أنظر [[headway]]", "```sh\nserve --port 8008 # هنا\n```\n\nأنظر [[headway]]"),
            ],
            One(EN, "serve --port", &["8080", "8008"]),
        ),
        row(
            "a block of code that one language lacks",
            [Replace(EN, "See [[headway]]", "```sh\nserve --port 8080\n```\n\nSee [[headway]]")],
            One(AR, "الحكم", &["1 code block", "no code block"]),
        ),
        row(
            "remarks and texts of code in two languages",
            [
                Replace(EN, "See [[headway]]", "```py\nsay(\"yes\") # here\n```\n\nSee [[headway]]"),
                Replace(AR, "أنظر [[headway]]", "```py\nsay(\"نعم\") # هنا\n```\n\nأنظر [[headway]]"),
            ],
            Clean,
        ),
    ]
}
