//! What is left in a text of where it came from: chat tools, word processors, wikis, forums, LaTeX, print, and the language
//! from which it was translated.

use super::rows::Answer::{Clean, One};
use super::rows::Edit::{Bytes, Each, Replace, Write};
use super::rows::{ABOUT, EN, Row, row, said, typed};

const AR: &str = "content/dimensions/cost/ar.md";
const ABOUT_AR: &str = "content/about/ar.md";

/// All of them.
pub fn rows() -> Vec<Row> {
    let mut rows = programs();
    rows.extend(signs());
    rows.extend(images());
    rows.extend(of_word_processors());
    rows.extend(blocks());
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

/// Signs and words that a keyboard, a layout or a program has changed.
fn signs() -> Vec<Row> {
    vec![
        row(
            "the answer of a chat tool with its fence",
            [Each(EN, |text| format!("```markdown\n{text}```\n"))],
            One(EN, "```markdown", &["a block of code", "at the end"]),
        ),
        typed(
            "an entity in a title",
            EN,
            "title = \"Cost\"",
            "title = \"Cost &amp; price\"",
            &["`&amp;`", "sign itself: &"],
        ),
        typed("an entity by its number", EN, "What a year costs.", "A year&#39;s cost.", &["`&#39;`", "itself: '"]),
        typed("a Latin comma behind a quotation", AR, "مقدمة عن", "بصيغة «ماركداون», ومن مقدمة", &["comma ،"]),
        typed("a word on the other layout", AR, "مقدمة عن", "مقدمة ,hgsdhvm عن", &["والسيارة", "Latin layout"]),
        typed("brackets around numbers turned round", AR, "مقدمة عن", "مقدمة )1908--1912( عن", &["wrong way round"]),
        said("an option with a dash", "Give the option `–dry-run` there.\n", &["`--dry-run`"]).at(EN, "Give the"),
        said("an option with a dash in a block", "```sh\nrun —all\n```\n", &["`--all`"]).at(EN, "run —all"),
        row(
            "typographic marks in a fence",
            [
                Replace(ABOUT, "We write", "```python title=“price.py” {1}\nx = 1\n```\n\nWe write"),
                Replace("content/about/ar.md", "نكتب", "```python title=“price.py” {1}\nx = 1\n```\n\nنكتب"),
            ],
            Clean,
        ),
    ]
}

/// Images, files and links to them.
fn images() -> Vec<Row> {
    const PICTURE: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>";
    let shows = |name, words: &'static str, file: &'static str| {
        move |answer| {
            row(
                name,
                [
                    Write(file, PICTURE),
                    Replace(ABOUT, "We write", words),
                    Replace(ABOUT_AR, "نكتب", "![خريطة](map.svg)\n\nنكتب"),
                ],
                answer,
            )
        }
    };
    let map = "content/about/map.svg";
    let shown = "![A map](map.svg)\n\nWe write";
    vec![
        shows("an alternative text that is the name of the file", "![map.svg](map.svg)\n\nWe write", map)(One(
            ABOUT,
            "![map.svg]",
            &["name of a file"],
        )),
        shows("an image without its sign", "[A map](map.svg)\n\nWe write", map)(One(ABOUT, "[A map]", &["write `!`"])),
        shows("an image with a capital ending", shown, "content/about/map.SVG")(One(
            ABOUT_AR,
            "![خريطة]",
            &["`map.SVG`"],
        )),
        row(
            "an image of a language whose name does not say so",
            [
                Write(map, PICTURE),
                Write("content/about/map_ar.svg", PICTURE),
                Replace(ABOUT, "We write", shown),
                Replace(ABOUT_AR, "نكتب", "![خريطة](map.svg)\n\nنكتب"),
            ],
            One(ABOUT_AR, "+++", &["`map.ar.svg`"]),
        ),
        row(
            "an image that is damaged",
            [
                Bytes("content/about/map.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0".to_vec()),
                Replace(ABOUT, "We write", "![A map](map.png)\n\nWe write"),
                Replace(ABOUT_AR, "نكتب", "![خريطة](map.png)\n\nنكتب"),
            ],
            One(ABOUT_AR, "![خريطة]", &["`map.png` is damaged"]),
        ),
        said(
            "an element without its end",
            "<figure>\n<img alt=\"A map\"\n<figcaption>Words.</figcaption>\n</figure>\n",
            &["no `>` ends `<img`"],
        )
        .at(EN, "<img"),
        said(
            "an address of serve",
            "See [the price](http://127.0.0.1:1111/en/dimensions/speed/#evidence).\n",
            &["`../speed/#evidence`", "own machine"],
        )
        .at(EN, "See [the"),
        row(
            "an address of another server",
            [Replace(ABOUT, "We write", "Open http://localhost:3000/ first. We write")],
            Clean,
        ),
    ]
}

/// What comes out of word processors, spreadsheets, PDF files and files of another encoding.
fn of_word_processors() -> Vec<Row> {
    vec![
        typed("the full stop of Urdu", AR, "[[weather]].", "[[weather]]۔", &["Urdu"]),
        typed("a comma twice", AR, "مقدمة عن", "مقدمة،، عن", &["stands twice"]),
        said("a ligature out of a PDF", "Drivers ﬁnd many reasons.\n", &["`ﬁ`", "type the word anew"])
            .at(EN, "Drivers"),
        said("a letter that was lost", "Drivers lo\u{fffd}e time.\n", &["U+FFFD"]).at(EN, "Drivers"),
        said("another encoding", "The clerkâ€™s colleague left.\n", &["another encoding"]).at(EN, "The clerk"),
        said("an invisible space in a word", "It is cor\u{200b}rected.\n", &["U+200B"]).at(EN, "It is"),
        said("bullets of a word processor", "\u{f0b7} One pays all.\n\u{f0b7} Two pay half.\n", &["bullets", "`-`"])
            .at(EN, "\u{f0b7} One"),
        said("numbers of other notes", "Every ten minutes,[1] nobody waits.[2]\n", &["`[1]`", "[^key]"])
            .at(EN, "Every"),
        said("a link of reStructuredText", "See `the price <../speed/>`_ there.\n", &["[the price](../speed/)"])
            .at(EN, "See `the"),
        said("a link of AsciiDoc", "See link:../speed/[the price] there.\n", &["[the price](../speed/)"])
            .at(EN, "See link"),
        said("dummy text", "Lorem ipsum dolor sit amet, consectetur.\n", &["dummy text"]).at(EN, "Lorem"),
        said(
            "a link round by a search engine",
            "See [this](https://www.google.com/url?q=https://x.example/a&sa=D).\n",
            &["https://x.example/a", "goes round"],
        )
        .at(EN, "See [this"),
        typed("an id in a title", EN, "title = \"Cost\"", "title = \"Cost {#cost}\"", &["`{#cost}`"]),
        typed("a summary that is still to come", EN, "\"What a year costs.\"", "\"TODO\"", &["`TODO`"]),
    ]
}

/// Blocks that end too early, or too late.
fn blocks() -> Vec<Row> {
    let table = "| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |\n| 5 | 6 |\n";
    vec![
        said("an empty line in a table", table, &["take the empty line away", "these rows"]).at(EN, "| 3 | 4 |"),
        said("long dashes below the head of a table", "| a | b |\n|—|—|\n| 1 | 2 |\n", &["|---|---|", "long dashes"])
            .at(EN, "|—|—|"),
        said("an alert without its sign", "> [WARNING] Before you pay\n> Words.\n", &["[!WARNING]"]).at(EN, "> [WARN"),
        said("a container closed by two colons", "::: tip\nWords.\n::\n\nMore.\n", &["two colons", "`:::`"])
            .at(EN, "\n::\n"),
        said(
            "words of a container that are not indented",
            "!!! tip \"A hint\"\nWords.\n",
            &["nothing stands", "indent"],
        )
        .at(EN, "!!! tip"),
        said("two tabs of one name", "```sh [npm]\na\n```\n\n```sh  [npm]\nb\n```\n", &["`npm`", "own name"])
            .at(EN, "```sh  [npm]"),
        row("marks of print in a tag", [Replace(ABOUT, "We write", "<p title=“A bag”>So.</p>\n\nWe write")], Clean),
    ]
}
