//! What is left in a text of where it came from: chat tools, word processors, wikis, forums, LaTeX, print, and the language
//! from which it was translated.

use super::rows::Answer::{Clean, One};
use super::rows::Edit::Replace;
use super::rows::{ABOUT, EN, Row, row, said, typed};

const AR: &str = "content/dimensions/cost/ar.md";
const ABOUT_AR: &str = "content/about/ar.md";

/// All of them.
pub fn rows() -> Vec<Row> {
    let mut rows = programs();
    rows.extend(languages());
    rows
}

fn programs() -> Vec<Row> {
    let chat = &["a chat tool cites", "[^key]"];
    vec![
        said("a citation of a chat tool", "It is full in summer.【4†source】 And so on.\n", chat).at(EN, "【4"),
        said("another citation of a chat tool", "Full.:contentReference[oaicite:2]{index=2}\n", chat).at(EN, ":cont"),
        said("a third citation of a chat tool", "[cite_start]It is full. [cite: 1]\n", chat).at(EN, "[cite"),
        said("the announcement of a chat tool", "Sure! Here is the translation:\n\nWords.\n", &["chat tool around"])
            .at(EN, "Sure"),
        typed(
            "the announcement of a chat tool in Arabic",
            AR,
            "مقدمة عن",
            "بالتأكيد! إليك الترجمة:\n\nمقدمة عن",
            &["chat tool around"],
        ),
        said("the offer of a chat tool", "Words.\n\nWould you like me to shorten it?\n", &["chat tool around"])
            .at(EN, "Would"),
        said(
            "a reference that a word processor lost",
            "See Error! Reference source not found.\n",
            &["[words](address)"],
        )
        .at(EN, "See Error"),
        said("bold of a wiki", "It is '''full''' in summer.\n", &["write **full**"]).at(EN, "It is '''"),
        said("bold of a forum", "It is [b]full[/b] in summer.\n", &["a forum", "**words**"]).at(EN, "It is [b]"),
        said("a link of a forum", "See [url=https://x.example]this[/url].\n", &["a forum", "[words](address)"])
            .at(EN, "See [url"),
        said("emphasis of LaTeX", "It is \\emph{full} in summer.\n", &["LaTeX", "*words*"]).at(EN, "It is \\emph"),
        said("a citation of LaTeX", "So it is \\cite{smith}.\n", &["LaTeX", "[^key]"]).at(EN, "So it is"),
        said("a heading of LaTeX", "\\section{Summer}\n\nWords.\n", &["LaTeX", "##"]).at(EN, "\\section"),
        said("a heading of Jira", "h3. Summer\n\nWords.\n", &["### Summer"]).at(EN, "h3."),
        said("code of Jira", "{code:java}\nint x;\n{code}\n", &["```"]).at(EN, "{code:java}"),
        said("a citation of Pandoc", "It is full [@city-tariff-2025] there.\n", &["[^city-tariff-2025]"])
            .at(EN, "It is full [@"),
        said("a word that print has parted", "Nobody carries a time-\ntable there.\n", &["timetable", "time- table"])
            .at(EN, "Nobody"),
        said("a mark that nothing closes", "For a bicycle, ==and no more=.\n", &["==words=="]).at(EN, "For a"),
        said("a line of a merge", "Words.\n\n=======\n\nOther words.\n", &["a merge"]).at(EN, "====="),
        said("a note with a slip in its label", "Sold there.[^ap]\n\n[^app]: The app is new.\n", &["neither", "`app`"])
            .at(EN, "Sold"),
        row("a word that the next one completes", [Replace(EN, "A lede", "Pre- and\npost-war. A lede")], Clean),
    ]
}

fn languages() -> Vec<Row> {
    let left = &["word for word that of", "not translated"];
    vec![
        typed(
            "a summary that was not translated",
            AR,
            "summary = \"كم تكلّف السنة.\"",
            "summary = \"What a year costs.\"",
            left,
        ),
        row(
            "a paragraph that was not translated",
            [
                Replace(ABOUT, "We write about the street.", "We write about the street.\n\nوالطريق طويل إلى البيت.\n"),
                Replace(ABOUT_AR, "نكتب عن الشارع.", "نكتب عن الشارع.\n\nوالطريق طويل إلى البيت.\n"),
            ],
            One(ABOUT, "والطريق", left),
        ),
        row(
            "the title of a chart that was not translated",
            [
                Replace(EN, "title = \"A year\"", "title = \"A year by tram costs more\""),
                Replace(AR, "title = \"ثمن سنة\"", "title = \"A year by tram costs more\""),
            ],
            One(AR, "A year by", left),
        ),
    ]
}
