//! Mistakes that nobody sees while typing: signs of another keyboard, characters that are not drawn, marks that lack their
//! other half, and halves that have changed places.

use super::rows::Answer::{Clean, One};
use super::rows::Edit::{Replace, Write};
use super::rows::{EN, FACTS, Row, SITE, SOURCES, row, said, typed};

const AR: &str = "content/dimensions/cost/ar.md";

/// All of them.
pub fn rows() -> Vec<Row> {
    let mut rows = keyboard();
    rows.extend(markdown());
    rows.extend(data());
    rows
}

/// In the article of the Arabic page, behind a sentence.
fn arabic(name: &'static str, text: &'static str, words: &'static [&'static str]) -> Row {
    row(name, [Replace(AR, "أنظر [[headway]] و[[gears]].\n", text)], One(AR, "أنظر", words))
}

fn keyboard() -> Vec<Row> {
    vec![
        said("an Arabic comma in English", "See [[headway]] or more، and [[gears]].\n", &["`،`", "`,`"]),
        arabic("a Latin comma behind a Latin word", "أنظر [[headway]] وCairo, ثم [[gears]].\n", &["Arabic comma"]),
        arabic("digits of two scripts", "أنظر [[headway]] سنة 1٨60 و[[gears]].\n", &["two scripts"]),
        arabic("digits of Persian", "أنظر [[headway]] سنة ۱۸۶۰ و۱۸۶۱ و[[gears]].\n", &["Persian"]),
        arabic("an invisible space in a word", "أنظر [[headway]] وتعر\u{200b}يفة و[[gears]].\n", &["U+200B"]),
        arabic("letters as a PDF shapes them", "أنظر [[headway]] وﺗﻌﺮﻳﻔﺔ و[[gears]].\n", &["shape"]),
        arabic("a Latin letter in an Arabic word", "أنظر [[headway]] والبرyد و[[gears]].\n", &["`y`"]),
        said("a Cyrillic letter in a word", "See [[headway]], the tаriff and [[gears]].\n", &["U+0430"]),
        arabic("brackets the wrong way round", "أنظر [[headway]] )أو أوثق( و[[gears]].\n", &["wrong way"]),
        arabic("guillemets the wrong way round", "أنظر [[headway]] »كلمة« و[[gears]].\n", &["«"]),
        arabic("a pair of Latin marks", "أنظر [[headway]] “كلمة” و[[gears]].\n", &["«…»"]),
        said("a control in code", "See [[headway]], `a \u{200f}--b` and [[gears]].\n", &["U+200F", "copies"]),
    ]
}

fn markdown() -> Vec<Row> {
    vec![
        said(
            "an invisible character before a heading",
            "See [[headway]], [[gears]].\n\n\u{feff}## More {#more}\n\nText.\n",
            &["U+FEFF"],
        )
        .at(EN, "\u{feff}## More"),
        said("a formula that nothing ends", "See [[headway]], $v = \\frac{d}{t}, and [[gears]].\n", &["none ends it"]),
        said("code between two backticks", "See [[headway]], [[gears]].\n\n``sh\nls\n``\n", &["three"]).at(EN, "``sh"),
        said(
            "an alert that an empty line parts from its words",
            "See [[headway]], [[gears]].\n\n> [!NOTE]\n\n> Words.\n",
            &["no words", "empty line"],
        )
        .at(EN, "> [!NOTE]"),
        said("an underscore too many", "See [[headway]], __words_ and [[gears]].\n", &["__words__"]),
        said(
            "a wikilink with its words before the bar",
            "See [[headway]], [[the gears page|terms/gears]] and [[gears]].\n",
            &["changed places", "[[terms/gears|the gears page]]"],
        ),
        said("a sentence above a rule", "See [[headway]], [[gears]].\n---\nMore of it.\n", &["`---`", "empty line"]),
        said(
            "a note without its colon",
            "See [[headway]] and [[gears]].[^aside]\n\n[^aside] Words of the note.\n",
            &["[^aside]: …"],
        )
        .at(EN, "[^aside] Words"),
        said(
            "a quotation that a paragraph begins with",
            "\"See [[headway]], [[gears]].\n\nMore of it.\n",
            &["does not end"],
        ),
        row(
            "a quotation of several paragraphs",
            [Replace(EN, "See [[headway]] and [[gears]].\n", "“See [[headway]].\n\n“And [[gears]].”\n")],
            Clean,
        ),
        said(
            "an address with an Arabic question mark",
            "See [[headway]], [x](https://a.example/b؟c=1) and [[gears]].\n",
            &["https://a.example/b?c=1"],
        ),
        typed("an id without its brace", EN, "## The verdict {#verdict}", "## The verdict {#verdict", &["{#verdict}"]),
        typed("a heading without its signs", EN, "## The verdict {#verdict}", "The verdict {#verdict}", &["## "]),
    ]
}

fn data() -> Vec<Row> {
    vec![
        typed(
            "a base address with a file",
            SITE,
            "https://wheels.example/",
            "https://wheels.example/index.html",
            &["folder"],
        ),
        typed(
            "a source at an address with a comma",
            SOURCES,
            "lines.example/tariff\"",
            "lines.example/tariff،\"",
            &["no address has"],
        ),
        row("an empty file", [Write("content/about/en.md", "")], One("content/about/en.md", "", &["empty"])),
        row(
            "lines of the first Macs",
            [Write("content/about/en.md", "+++\rtitle = \"About\"\rsummary = \"Us.\"\r+++\rWe write.\r")],
            Clean,
        ),
        row("a claim that nothing decides", [Replace(FACTS, "order = ", "undecided = true\norder = ")], Clean),
    ]
}
