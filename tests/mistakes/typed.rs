//! Mistakes that nobody sees while typing: signs of another keyboard, characters that are not drawn, marks that lack their
//! other half, and halves that have changed places.

use super::rows::Answer::{Clean, One};
use super::rows::Edit::{Replace, Write};
use super::rows::{EN, FACTS, Row, SITE, SOURCES, row, said, typed};

const AR: &str = "content/dimensions/cost/ar.md";
const MESSAGES: &str = "templates/i18n/ar.ftl";

/// All of them.
pub fn rows() -> Vec<Row> {
    let mut rows = keyboard();
    rows.extend(markdown());
    rows.extend(data());
    rows.extend(texts_of_data());
    rows.extend(halves());
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
        row("a claim that nothing decides", [Replace(FACTS, "order = ", "finding = \"unknown\"\norder = ")], Clean),
    ]
}

/// Texts that stand in settings, data and messages are typed on the same keyboards.
fn texts_of_data() -> Vec<Row> {
    vec![
        typed("a Latin comma in a name of the site", SITE, "الدراجة والترام", "الدراجة, والترام", &["Arabic comma"]),
        typed(
            "a Latin comma in a note of a source",
            SOURCES,
            "publisher = \"City lines\"\n",
            "publisher = \"City lines\"\nnote = { ar = \"رواية, لا غير\", en = \"An account\" }\n",
            &["Arabic comma"],
        ),
        typed(
            "a Persian letter in a reason",
            FACTS,
            "date = 2026-10-20\n",
            "date = 2026-10-20\n\n[evidence]\nlevel = \"moderate\"\nreason = { ar = \"الدراسة الوحيدة هي کتاب\", en = \"One study\" }\n",
            &["ك"],
        )
        .at(FACTS, "reason ="),
        row(
            "a Latin comma in a message",
            [Write(MESSAGES, "menu = القائمة, كلها\n")],
            One(MESSAGES, "menu", &["Arabic comma"]),
        ),
        typed(
            "texts under each other's languages",
            SITE,
            "{ ar = \"الترام\", en = \"The tram\" }",
            "{ ar = \"The tram\", en = \"الترام\" }",
            &["changed places"],
        ),
    ]
}

/// Signs of which one half is there.
fn halves() -> Vec<Row> {
    vec![
        said(
            "an address with a bracket that closes none",
            "See [[headway]], [x](https://a.example/x_(tax) and [[gears]].\n",
            &["`)`"],
        ),
        said(
            "the title of a link without its end",
            "See [[headway]], [x](https://a.example/x \"Title) and [[gears]].\n",
            &["title"],
        ),
        said(
            "a link the wrong way round",
            "See [[headway]], (#evidence)[the evidence] and [[gears]].\n",
            &["[the evidence](#evidence)"],
        ),
        row(
            "an alert with a colon",
            [Replace(
                EN,
                "See [[headway]] and [[gears]].\n",
                "See [[headway]], [[gears]].\n\n> [!NOTE]: Mind\n> Words.\n",
            )],
            Clean,
        ),
        row(
            "a mark of direction before a fence",
            [Replace(AR, "```chart", "\u{200f}```chart")],
            One(AR, "\u{200f}```chart", &["U+200F"]),
        ),
        row(
            "a table twice",
            [Replace(EN, "[axis]\nstart", "[stance]\nbicycle = \"Bought.\"\n\n[axis]\nstart")],
            One(EN, "[stance]\nbicycle = \"Bought.\"", &["twice"]),
        ),
        row(
            "marks of a merge",
            [Replace(
                EN,
                "See [[headway]] and [[gears]].\n",
                "<<<<<<< HEAD\nSee [[headway]] and [[gears]].\n=======\nSee [[gears]], [[headway]].\n>>>>>>> main\n",
            )],
            One(EN, "<<<<<<< HEAD", &["merge"]),
        ),
        typed(
            "parallel reading in its section",
            SITE,
            "[[languages]]\ntag = \"ar\"",
            "parallel = true\n\n[[languages]]\ntag = \"ar\"",
            &["[output]"],
        ),
        typed("a title twice", EN, "title = \"Cost\"", "title = \"Cost\"\ntitle = \"Price\"", &["twice"]),
        row(
            "a block that is closed by another word",
            [Write(
                "templates/page.html",
                "{% extends \"base.html\" %}\n{% block content %}\n<p>x</p>\n{% endblok %}\n",
            )],
            One("templates/page.html", "{% endblok %}", &["endblock"]),
        ),
        row(
            "a link in a template to a page that is not there",
            [Write(
                "templates/page.html",
                "{% extends \"base.html\" %}\n{% block main %}\n<a href=\"/en/abuot/\">x</a>\n{% endblock %}\n",
            )],
            One("templates/page.html", "abuot", &["/en/about/"]),
        ),
        row(
            "a variable that a message leaves out",
            [Write(MESSAGES, "note_back_to = عودة إلى النص\n")],
            One(MESSAGES, "note_back_to", &["$"]),
        ),
    ]
}
