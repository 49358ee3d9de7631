//! What was copied and not changed, pasted from elsewhere, or named in two ways.

use super::rows::Answer::{Clean, One};
use super::rows::Edit::{Each, Replace};
use super::rows::{CSV, EN, FACTS, Row, SITE, SOURCES, row, typed};

/// All of them.
pub fn rows() -> Vec<Row> {
    let mut rows = addresses();
    rows.extend(copies());
    rows.extend(numbers());
    rows.extend(data());
    rows.extend(contradictions());
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
