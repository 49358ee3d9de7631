//! Values and brackets of TOML as other languages write them, and lines that a merge has left in files of data.

use super::rows::Answer::One;
use super::rows::Edit::{Each, Replace, Write};
use super::rows::{CSV, EN, FACTS, Row, SITE, SOURCES, row, typed};

const MESSAGES: &str = "templates/i18n/en.ftl";

/// All of them.
pub fn rows() -> Vec<Row> {
    let mut rows = booleans();
    rows.extend(brackets());
    rows.extend(left_of_a_merge());
    rows.extend(lists_of_the_site());
    rows.extend(lines());
    rows
}

/// Lines that end otherwise than those of TOML, or hold more than one of its keys.
fn lines() -> Vec<Row> {
    let commas = |text: &str| text.replace("tram = 70\n", "tram = 70,\n").replace("bicycle = 20\n", "bicycle = 20,\n");
    let yaml = |text: &str| {
        ["type = \"bar\"", "data = \"prices.csv\"", "x = \"what\""]
            .iter()
            .fold(text.to_owned(), |text, line| text.replace(line, &line.replace(" =", ":").replace('"', "")))
    };
    vec![
        row(
            "commas at the ends of lines",
            [Each(FACTS, commas)],
            One(FACTS, "bicycle = 20,", &["comma", "take it away"]),
        ),
        row("a chart in YAML", [Each(EN, yaml)], One(EN, "type: bar", &["colon", "key = \"value\""])),
        typed("two keys on a line", FACTS, "bicycle = 20\ntram = 70", "bicycle = 20 tram = 70", &["two keys"]),
        typed(
            "two keys on a line with a comma",
            SOURCES,
            "title = \"Tariff of the lines\"\npublisher",
            "title = \"Tariff of the lines\", publisher",
            &["two keys"],
        ),
        typed(
            "a text without its key",
            SITE,
            "en = \"The tram\" }",
            "\"The tram\" }",
            &["has no key", "en = \"The tram\""],
        ),
        row(
            "a header that has gone",
            [Replace(SOURCES, "[street-count]\n", "")],
            One(SOURCES, "title = \"Count", &["a second time", "[name]"]),
        ),
        row(
            "a table whose header stands twice",
            [Replace(EN, "[stance]\n", "[stance]\n\n[stance]\n")],
            One(EN, "\n[stance]\nbicycle", &["given twice"]),
        ),
        typed(
            "a path with backslashes",
            EN,
            "title = \"Cost\"",
            "redirects = [\"\\old\\cost.html\"]\ntitle = \"Cost\"",
            &["\"/old/cost.html\""],
        ),
    ]
}

fn booleans() -> Vec<Row> {
    let epub = |name, value, words| {
        let line: &str = Box::leak(format!("[output]\nepub = {value}\n\n[[subjects]]").into_boxed_str());
        row(name, [Replace(SITE, "[[subjects]]", line)], One(SITE, "epub", words))
    };
    vec![
        epub("True", "True", &["`True` is not TOML", "`true`, in small letters"]),
        epub("FALSE", "FALSE # not yet", &["`FALSE` is not TOML", "`false`, in small letters"]),
        epub("yes", "yes", &["`yes` is not TOML", "write `true`"]),
        epub("a no in Arabic", "لا", &["`لا` is not TOML", "write `false`"]),
        epub("true with a semicolon", "true;", &["behind `true` stands `;`"]),
        epub("ture", "ture", &["not true or false", "write `true`"]),
        epub("true as a text", "\"true\"", &["a string", "`true`, without quotes"]),
        epub("a one for true", "1", &["an integer", "write `true`"]),
        typed("a title that is a yes", EN, "title = \"Cost\"", "title = Yes", &["text in quotes"]),
    ]
}

/// Lines of a merge that were left where the rest of the conflict was resolved.
fn left_of_a_merge() -> Vec<Row> {
    let left = |name, file, line, mark| {
        let add: fn(&str) -> String = line;
        row(name, [Each(file, add)], One(file, mark, &["left over from a merge", "remove the lines"]))
    };
    vec![
        left("the end of a conflict in site.toml", SITE, |text| format!("{text}>>>>>>> other\n"), ">>>>>>>"),
        left("the end of a conflict in sources", SOURCES, |text| format!("{text}\n>>>>>>> other\n"), ">>>>>>>"),
        left("the beginning of a conflict in page.toml", FACTS, |text| format!("<<<<<<< HEAD\n{text}"), "<<<<<<<"),
        left("the middle of a conflict in page.toml", FACTS, |text| format!("=======\n{text}"), "======="),
        left("the middle of a conflict in data", CSV, |text| format!("{text}=======\n"), "======="),
        left("two lines of a conflict", CSV, |text| format!("{text}=======\n>>>>>>> a\n"), "======="),
        row(
            "the end of a conflict in messages",
            [Write(MESSAGES, "note_back_to = Back to { $number }\n>>>>>>> other\n")],
            One(MESSAGES, ">>>>>>>", &["left over from a merge"]),
        ),
        row(
            "the end of a conflict in a template",
            [Write("templates/page.html", "{% extends \"base.html\" %}\n>>>>>>> other\n")],
            One("templates/page.html", ">>>>>>>", &["left over from a merge"]),
        ),
    ]
}

/// Slips in what settles which languages and subjects there are.
fn lists_of_the_site() -> Vec<Row> {
    let english = "[[languages]]\ntag = \"en\"";
    let tag = |name, to, words| typed(name, SITE, "tag = \"en\"", to, words);
    vec![
        typed(
            "a language in the singular",
            SITE,
            english,
            "[[language]]\ntag = \"en\"",
            &["`language`", "`languages`?"],
        ),
        typed(
            "a subject in the singular",
            SITE,
            "[[subjects]]\nid = \"tram\"",
            "[[subject]]\nid = \"tram\"",
            &["`subject`", "`subjects`?"],
        ),
        tag("a tag that no file has", "tag = \"en-GB\"", &["language `en-GB`", "`en.md`", "tag = \"en\""]),
        tag("a tag of another language", "tag = \"ne\"", &["language `ne`", "`en.md`", "tag = \"en\""]),
    ]
}

fn brackets() -> Vec<Row> {
    let related = |name, list, words| typed(name, FACTS, "[\"speed\", \"weather\"]", list, words);
    vec![
        related(
            "a list closed by a round bracket",
            "[\"speed\", \"weather\")",
            &["list is closed by `)`", "write `]`"],
        ),
        related("a list closed by a brace", "[\"speed\", \"weather\"}", &["list is closed by `}`", "write `]`"]),
        related(
            "a list closed by a wide bracket",
            "[\"speed\", \"weather\"】",
            &["list is closed by `】`", "write `]`"],
        ),
        row(
            "a list closed by a round bracket below",
            [Replace(FACTS, "[\"speed\", \"weather\"]", "[\n  \"speed\",\n  \"weather\",\n)")],
            One(FACTS, "\n)", &["list is closed by `)`", "write `]`"]),
        ),
        related("a list in round brackets", "(\"speed\", \"weather\")", &["[\"speed\", \"weather\"]"]),
        related("a list in braces", "{\"speed\", \"weather\"}", &["[\"speed\", \"weather\"]"]),
        typed("a range closed by a round bracket", FACTS, "tram = 70", "tram = [60, 70)", &["closed by `)`", "`]`"]),
        typed("a range in round brackets", FACTS, "tram = 70", "tram = (60, 70)", &["[60, 70]"]),
        typed(
            "a table closed by a bracket",
            SITE,
            "en = \"The tram\" }",
            "en = \"The tram\" ]",
            &["closed by `]`", "`}`"],
        ),
        typed("a name closed by a round bracket", EN, "[stance]", "[stance)", &["closed by `)`", "write [stance]"]),
        typed("a name in braces", EN, "[stance]", "{stance}", &["write [stance]"]),
        typed(
            "a name in two round brackets",
            SITE,
            "[[subjects]]\nid = \"tram\"",
            "((subjects))\nid = \"tram\"",
            &["write [[subjects]]"],
        ),
    ]
}
