//! One slip of which much follows: what a copy, a move, a merge or another program has left is told at its cause alone.

use super::rows::Answer::{Clean, One};
use super::rows::Edit::Replace;
use super::rows::{EN, FACTS, Row, SITE, SOURCES, row, typed};

/// All of them.
pub fn rows() -> Vec<Row> {
    keys_given_twice()
}

fn keys_given_twice() -> Vec<Row> {
    let twice = &["is given twice", "keep one of the two"];
    let remark = "related = [\"speed\", \"weather\"   # both of them\n";
    vec![
        typed(
            "a name copied for another language",
            SITE,
            "en = \"Bicycle and tram\"",
            "ar = \"Bicycle and tram\"",
            twice,
        ),
        typed("a place copied for another subject", FACTS, "tram = 70", "bicycle = 70", twice),
        typed(
            "a stance copied for another subject",
            EN,
            "tram = \"Paid each month.\"",
            "bicycle = \"Paid each.\"",
            twice,
        ),
        typed("a key of a source copied", SOURCES, "publisher = \"City lines\"", "title = \"City lines\"", twice),
        typed("a list that ends with a remark", FACTS, "related = [\"speed\", \"weather\"]\n", remark, &["`]`"]),
        typed(
            "a list over several lines that ends with a remark",
            FACTS,
            "related = [\"speed\", \"weather\"]\n",
            "related = [\n  \"speed\", # the first\n  \"weather\" # the last\n",
            &["`]`"],
        ),
        row(
            "a list with remarks",
            [Replace(FACTS, "[\"speed\", \"weather\"]", "[ # both\n  \"speed\", # one\n  \"weather\" # two\n]")],
            Clean,
        ),
    ]
}
