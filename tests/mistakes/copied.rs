//! What was copied and not changed, pasted from elsewhere, or named in two ways.

use super::rows::Answer::{Clean, One};
use super::rows::Edit::{Each, Replace, Write};
use super::rows::{ABOUT, CSV, EN, FACTS, Row, SITE, SOURCES, row, typed};

/// All of them.
pub fn rows() -> Vec<Row> {
    let mut rows = addresses();
    rows.extend(copies());
    rows.extend(numbers());
    rows.extend(data());
    rows.extend(contradictions());
    rows.extend(tables());
    rows.extend(names());
    rows.extend(hands());
    rows
}

fn addresses() -> Vec<Row> {
    let base = |name, to, words| typed(name, SITE, "https://wheels.example/", to, words);
    vec![
        typed(
            "a beginning of an address that stands twice",
            SOURCES,
            "https://lines.example/tariff",
            "https://https://lines.example/tariff",
            &["not a web address", "\"https://lines.example/tariff\""],
        ),
        base("a base address of one's own machine", "http://localhost:1111/", &["your own machine", "where the site"]),
        base("a base address of one's own number", "http://127.0.0.1:8000/", &["your own machine"]),
        row(
            "a base address of a name",
            [Replace(SITE, "https://wheels.example/", "https://localhost.example/")],
            Clean,
        ),
    ]
}

fn copies() -> Vec<Row> {
    let footer = "base_url = \"https";
    vec![
        row(
            "two stances of one sentence",
            [
                Replace(EN, "Bought once.", "Bought once for ever."),
                Replace(EN, "Paid each month.", "Bought once for ever."),
            ],
            One(EN, "tram = \"Bought", &["`stance.tram`", "`stance.bicycle`"]),
        ),
        row(
            "two stances of one sentence where both are alike",
            [
                Replace("content/dimensions/weather/en.md", "Gets wet.", "Wet on such days."),
                Replace("content/dimensions/weather/en.md", "Stays dry.", "Wet on such days."),
            ],
            Clean,
        ),
        row(
            "two stances of one sentence where a likeness was claimed and not found",
            [
                Replace("content/dimensions/weather/en.md", "Gets wet.", "Wet on such days."),
                Replace("content/dimensions/weather/en.md", "Stays dry.", "Wet on such days."),
                Replace("content/dimensions/weather/page.toml", "[axis]", "finding = \"different\"\n\n[axis]"),
            ],
            One("content/dimensions/weather/en.md", "tram = \"Wet", &["`stance.tram`", "`stance.bicycle`"]),
        ),
        typed("two ends of an axis of one name", EN, "\"Paid again\"", "\"Paid once\"", &["`axis.end` is the same"]),
        row(
            "two weightings of one name",
            [Each(SITE, |text| {
                let one = "\n[[weightings]]\nname = { ar = \"من يعدّ\", en = \"Who counts\" }\n\
                           reason = { ar = \"لمن يعدّ.\", en = \"For one who counts.\" }\nweights = { cost = 5 }\n";
                text.to_owned() + one + &one.replace("من يعدّ\"", "الثاني\"")
            })],
            One(SITE, "الثاني", &["two weightings are called `Who counts`"]),
        ),
        row(
            "two languages of one name",
            [Replace(SITE, "name = \"English\"", "name = \"العربية\" # en")],
            One(SITE, "# en", &["`ar` and `en` have one name"]),
        ),
        row(
            "a sentence left in another language",
            [Replace(
                SITE,
                footer,
                "footer = { ar = \"نكتب عن الشارع هنا.\", en = \"نكتب عن الشارع هنا.\" }\nbase_url = \"https",
            )],
            One(SITE, "footer", &["the text of `en` is word for word that of `ar`"]),
        ),
    ]
}

fn numbers() -> Vec<Row> {
    vec![
        typed("a place with a decimal comma", FACTS, "tram = 70", "tram = 70,5", &["has a comma", "such as 70 or 71"]),
        typed("a number with a comma", FACTS, "order = 10", "order = 1,000", &["has a comma", "write `1000`"]),
        typed("a letter in a number", FACTS, "order = 10", "order = 1O", &["the letter O", "write `10`"]),
    ]
}

fn data() -> Vec<Row> {
    vec![
        row("empty cells below the data", [Each(CSV, |text| format!("{text},\n,\n"))], Clean),
        row("empty cells of a wider table below the data", [Each(CSV, |text| format!("{text},,,\n"))], Clean),
        typed(
            "a formula in a cell",
            CSV,
            "tram,365",
            "tram,=B2*3",
            &["`=B2*3`", "is a formula", "the number that it gives"],
        ),
        row(
            "a file of data that has lost its first line",
            [Replace(CSV, "what,euros\n", "")],
            One(CSV, "bicycle,120", &["names no columns", "`what,euros`"]),
        ),
        typed(
            "rows of a cell that is not there",
            EN,
            "x = \"what\"",
            "x = \"what\"\nonly = { what = \"trma\" }",
            &["no row has `trma`", "`tram`?"],
        ),
        row(
            "sources below the labels of a chart",
            [
                Replace(EN, "sources = [\"city-tariff-2025\"]\n", ""),
                Replace(EN, "euros = \"Euros\"\n", "euros = \"Euros\"\nsources = [\"city-tariff-2025\"]\n"),
            ],
            One(EN, "sources =", &["`sources` belongs above `[labels]`"]),
        ),
        row(
            "evidence of a year that is yet to come",
            [Replace(SOURCES, "accessed = 2026-10-12\n", "accessed = 2026-10-12\nevidence_to = \"2042\"\n")],
            One(SOURCES, "2042", &["lies in the future"]),
        ),
        row(
            "an entry of BibTeX among the sources",
            [Each(SOURCES, |text| {
                format!("{text}\n@article{{hill2025,\n  title = {{A {{hill}} road}},\n  year = {{2025}},\n}}\n")
            })],
            One(SOURCES, "@article", &["BibTeX", "muwazana sources import"]),
        ),
    ]
}

fn contradictions() -> Vec<Row> {
    vec![
        row(
            "a change from one subject to another",
            [Each(FACTS, |text| {
                format!(
                    "{text}\n[[history]]\ndate = 2026-11-01\nfrom = {{ tram = 70 }}\nto = {{ bicycle = 20 }}\n\
                     reason = {{ ar = \"سبب\", en = \"A reason\" }}\n"
                )
            })],
            One(FACTS, "from", &["`from` names `tram`", "`to` names `bicycle`"]),
        ),
        row(
            "a link of the menu to a page and an address",
            [Each(SITE, |text| {
                format!(
                    "{text}\n[[theme.links]]\nname = {{ ar = \"عنّا\", en = \"About\" }}\npage = \"about\"\n\
                     url = \"https://wheels.example/about\"\n"
                )
            })],
            One(SITE, "url = \"https://wheels.example/about", &["a page and an address", "take out `url`, or `page`"]),
        ),
    ]
}

fn tables() -> Vec<Row> {
    const TWO_YEARS: &str = "what,euros,year\nbicycle,120,2025\nbicycle,130,2026\ntram,365,2025\ntram,370,2026\n";
    const EN_CHART: &str = "x = \"what\"";
    let two_years = |edits: Vec<_>| {
        let mut all = vec![Write(CSV, TWO_YEARS)];
        all.extend(edits);
        all
    };
    let by_year = |file| Replace(file, EN_CHART, "x = \"year\"\nseries = \"what\"");
    vec![
        row(
            "a chart without the column that tells its rows apart",
            two_years(vec![Replace("content/dimensions/cost/ar.md", EN_CHART, "x = \"year\"\nseries = \"what\"")]),
            One(EN, "data = \"prices.csv\"", &["several rows", "one `what`", "series = \"year\""]),
        ),
        row("a chart with that column", two_years(vec![by_year(EN), by_year("content/dimensions/cost/ar.md")]), Clean),
        row(
            "a name of a series in other capitals",
            [
                Write(CSV, "what,euros,year\nbicycle,120,2025\nBicycle,130,2026\ntram,365,2025\ntram,370,2026\n"),
                by_year(EN),
                by_year("content/dimensions/cost/ar.md"),
            ],
            One(CSV, "Bicycle", &["`Bicycle` differs from `bicycle`", "capitals"]),
        ),
        row(
            "months as a spreadsheet writes them",
            [
                Write(CSV, "what,euros\nJan-25,120\nFeb-25,365\n"),
                Replace(EN, "type = \"bar\"", "type = \"line\""),
                Replace(EN, "bicycle = \"Bicycle\"\ntram = \"Tram\"\n", ""),
                Replace("content/dimensions/cost/ar.md", "bicycle = \"دراجة\"\ntram = \"ترام\"\n", ""),
            ],
            One(CSV, "Jan-25", &["`Jan-25`", "is no date", "\"2025-01\""]),
        ),
        row(
            "a row of the sum among the parts",
            [
                Write(CSV, "what,euros\nbicycle,40\ntram,60\nall,100\n"),
                Replace(EN, "type = \"bar\"", "type = \"share\""),
                Replace("content/dimensions/cost/ar.md", "type = \"bar\"", "type = \"share\""),
            ],
            One(CSV, "all,100", &["`all` is the sum", "take the row out"]),
        ),
    ]
}

fn names() -> Vec<Row> {
    let css = "[theme]\nstyles = [\"own.css\"]\n\n[[languages]]\ntag = \"ar\"";
    vec![
        row(
            "a draft to which several pages lead",
            [Write("content/about/page.toml", "draft = true\n"), Replace(EN, "[[speed]]", "[[about]]")],
            One(EN, "[[about]]", &["`about` is a draft"]),
        ),
        row(
            "a rule of a style sheet that is not closed",
            [
                Write("static/own.css", ".a { color: var(--rule); }\n.b {\n  margin: 0;\n"),
                Replace(SITE, "[[languages]]\ntag = \"ar\"", css),
            ],
            One("static/own.css", ".b {", &["is not closed"]),
        ),
        row(
            "HTML of a word processor",
            [Replace(
                ABOUT,
                "We write",
                "<p class=\"MsoNormal\" style=\"margin:0cm\"><span lang=\"EN-GB\">Words.<o:p></o:p></span></p>\n\nWe write",
            )],
            One(ABOUT, "MsoNormal", &["word processor"]),
        ),
        row(
            "messages under another ending that a template asks for",
            [
                Write("templates/i18n/ar.ftl", "contact = راسلونا\n"),
                Write("templates/i18n/en.flt", "contact = Write to us\n"),
                Write(
                    "templates/base.html",
                    "{% extends \"default/base.html\" %}\n{% block footer %}{{ site.ui.contact }}{% endblock %}\n",
                ),
            ],
            One("templates/i18n/en.flt", "contact", &["did you mean `templates/i18n/en.ftl`"]),
        ),
    ]
}

/// Slips of the hand.
fn hands() -> Vec<Row> {
    let said = |name, to, words| typed(name, ABOUT, "We write about the street.", to, words);
    let ar = |name, to, words| typed(name, "content/about/ar.md", "نكتب عن الشارع.", to, words);
    vec![
        said("two full stops", "We write about the street..", &["two full stops"]),
        said("two signs of per cent", "We write 5%% of it.[^street-count]", &["`%` stands twice"]),
        said("a blank before a comma", "We write , about the street.", &["a blank stands before this comma"]),
        ar("a blank before the comma of Arabic", "نكتب ، عن الشارع.", &["a blank stands before this comma"]),
        ar("a mark twice on a letter", "نكتب عن السكّّة.", &["U+0651 stands twice"]),
        typed(
            "two addresses of one source",
            SOURCES,
            "https://lines.example/tariff",
            "https://lines.example/tariff; https://lines.example/data",
            &["not a web address", "here stand several"],
        ),
        said(
            "an address that is not closed at the end of a sentence",
            "We write to <https://street.example/count.",
            &["no `>` closes this address", "write <https://street.example/count>"],
        ),
        row("three full stops", [Replace(ABOUT, "We write about the street.", "We write...")], Clean),
        row(
            "two subjects of one name",
            [Replace(
                SITE,
                "name = { ar = \"الترام\", en = \"The tram\" }",
                "name = { ar = \"الدراجة\", en = \"The bicycle\" }",
            )],
            One(SITE, "id = \"tram\"", &["`bicycle` and `tram` have one name"]),
        ),
        row(
            "a weighting without a weight",
            [Each(SITE, |text| {
                format!(
                    "{text}\n[[weightings]]\nname = {{ ar = \"من يعدّ\", en = \"Who counts\" }}\n\
                     reason = {{ ar = \"لمن يعدّ.\", en = \"For one who counts.\" }}\nweights = {{ cost = 0 }}\n"
                )
            })],
            One(SITE, "weights = { cost = 0 }", &["gives no dimension a weight"]),
        ),
        typed(
            "several names in one pair of quotation marks",
            EN,
            "aliases = [\"price\", \"fare\"]",
            "aliases = \"price, fare\"",
            &["[\"price\", \"fare\"]"],
        ),
        typed(
            "several columns in one pair of quotation marks",
            EN,
            "y = \"euros\"",
            "y = \"what, euros\"",
            &["[\"what\", \"euros\"]"],
        ),
        typed(
            "an old address with the folder of its language",
            ABOUT,
            "summary = \"Who we are.\"",
            "summary = \"Who we are.\"\nredirects = [\"en/who\"]",
            &["begins with a language", "\"who\"", "\"/en/who\""],
        ),
    ]
}
