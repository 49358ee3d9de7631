//! Values and brackets of TOML as other languages write them.

use super::rows::Answer::One;
use super::rows::Edit::Replace;
use super::rows::{EN, FACTS, Row, SITE, row, typed};

/// All of them.
pub fn rows() -> Vec<Row> {
    let mut rows = booleans();
    rows.extend(brackets());
    rows
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
