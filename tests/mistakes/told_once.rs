//! One slip of which much follows: what a copy, a move, a merge or another program has left is told at its cause alone.

use super::rows::Answer::{Clean, One};
use super::rows::Edit::{Each, New, Rename, Replace, Write};
use super::rows::{ABOUT, CSV, EN, FACTS, Row, SITE, SOURCES, row, typed};

const ABOUT_AR: &str = "content/about/ar.md";
const AR: &str = "content/dimensions/cost/ar.md";
const PICTURE: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>";

/// All of them.
pub fn rows() -> Vec<Row> {
    let mut rows = keys_given_twice();
    rows.extend(subjects());
    rows.extend(dates());
    rows.extend(folders());
    rows.extend(merges());
    rows.extend(sections());
    rows.extend(encodings());
    rows.extend(nearly_right());
    rows
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
        row(
            "a cell with a comma that a chart names",
            [Replace(CSV, "bicycle,", "bicycle, old,")],
            One(CSV, "bicycle, old", &["this row has 3 cells"]),
        ),
        row(
            "a cell that a comma parts and a chart names whole",
            [Replace(CSV, "bicycle,", "bi,cycle,")],
            One(CSV, "bi,cycle", &["this row has 3 cells"]),
        ),
    ]
}

fn subjects() -> Vec<Row> {
    let linked = |name, link: &'static str| {
        let link = |text: &'static str| -> &'static str { Box::leak(format!("{link} {text}").into_boxed_str()) };
        row(
            name,
            [
                Replace(ABOUT, "We write", link("We write")),
                Replace(ABOUT_AR, "نكتب", link("نكتب")),
                Replace(SITE, "id = \"tram\"", "id = \"bicycle\""),
            ],
            One(SITE, "id = \"bicycle\"\nname = { ar = \"الترام\"", &["listed twice"]),
        )
    };
    vec![
        linked("one subject twice, and a link to the matrix", "[[matrix]]"),
        linked("one subject twice, and a link to the balance", "[here](/balance/)"),
        row(
            "links to pages that are made",
            [Replace(ABOUT, "We write", "[[matrix]] We write"), Replace(ABOUT_AR, "نكتب", "[[matrix]] نكتب")],
            Clean,
        ),
        row(
            "a page that is nearly made",
            [Replace(ABOUT, "We write", "[[matrrix]] We write")],
            One(ABOUT, "[[matrrix]]", &["there is no page `matrrix`"]),
        ),
    ]
}

fn dates() -> Vec<Row> {
    let change = |day: &str| {
        format!(
            "\n[[history]]\ndate = {day}\nfrom = {{ bicycle = 30 }}\nto = {{ bicycle = 20 }}\n\
             reason = {{ ar = \"سبب\", en = \"A reason\" }}\n"
        )
    };
    let facts = move |date: &str, more: &str| -> &'static str {
        let text = format!(
            "kind = \"difference\"\norder = 10\nrelated = [\"speed\", \"weather\"]\n{date}\n\n[axis]\nbicycle = 20\n\
             tram = 70\n{more}"
        );
        Box::leak(text.into_boxed_str())
    };
    let late = &["lies in the future"];
    let first = change("2062-11-01").replace("bicycle = 20", "bicycle = 25");
    let second = change("2026-11-08").replace("bicycle = 30", "bicycle = 25");
    vec![
        row(
            "a page of next year with an earlier change",
            [Write(FACTS, facts("date = 2027-10-20", &change("2026-11-01")))],
            One(FACTS, "date = 2027", late),
        ),
        row(
            "a page of next year that was changed before",
            [Write(FACTS, facts("date = 2027-10-20\nupdated = 2026-11-01", ""))],
            One(FACTS, "date = 2027", late),
        ),
        row(
            "a change of another century before a right one",
            [Write(FACTS, facts("date = 2026-10-20", &(first + &second)))],
            One(FACTS, "date = 2062", late),
        ),
        row(
            "a page that was changed before it was published",
            [Write(FACTS, facts("date = 2026-10-20\nupdated = 2026-10-01", ""))],
            One(FACTS, "updated", &["before the page's `date`"]),
        ),
    ]
}

fn folders() -> Vec<Row> {
    let moved = |to: [&'static str; 2]| {
        [Rename("content/terms/gears/ar.md", to[0]), Rename("content/terms/gears/en.md", to[1])]
    };
    let titled = Write("content/term/page.toml", "title = { ar = \"الدورة\", en = \"The term\" }\n");
    let of_language = |to: &'static str| Rename(ABOUT_AR, to);
    let is_arabic = &["is not a language of this site", "did you mean `ar.md`?"];
    let no_image = |name, file: &'static str, shown: &'static str| {
        row(
            name,
            [Write(file, PICTURE), Replace(ABOUT, "We write", shown)],
            One(ABOUT, "![", &["there is no image `map.dark.svg`", "put the file into the page's folder"]),
        )
    };
    vec![
        row(
            "a folder that is nearly that of terms",
            moved(["content/term/gears/ar.md", "content/term/gears/en.md"]),
            One("content/term/gears/ar.md", "+++", &["did you mean `content/terms/`?"]),
        ),
        row(
            "a folder that has a title",
            {
                let [ar, en] = moved(["content/term/gears/ar.md", "content/term/gears/en.md"]);
                [ar, en, titled]
            },
            Clean,
        ),
        row(
            "a folder of another name",
            moved(["content/parts/gears/ar.md", "content/parts/gears/en.md"]),
            One("content/parts/gears/ar.md", "+++", &["no title in the list of pages"]),
        ),
        row(
            "a file named by a wrong tag",
            [of_language("content/about/sq.md")],
            One("content/about/sq.md", "+++", is_arabic),
        ),
        row(
            "a file named by an old tag",
            [of_language("content/about/fa.md")],
            One("content/about/fa.md", "+++", is_arabic),
        ),
        row(
            "a file of a language that nobody has listed",
            [Write("content/about/fa.md", "+++\ntitle = \"درباره\"\n+++\n")],
            One("content/about/fa.md", "+++", &["or add the language there"]),
        ),
        no_image(
            "an image of a theme beside one of a language",
            "content/about/map.ar.svg",
            "![A map](map.dark.svg) We write",
        ),
        no_image("an image of a theme beside one of all", "content/about/map.svg", "![A map](map.dark.svg) We write"),
        row(
            "an image of a theme, misspelt",
            [
                Write("content/about/map.dark.svg", PICTURE),
                Replace(ABOUT, "We write", "![A map](map.drak.svg) We write"),
            ],
            One(ABOUT, "![", &["did you mean `map.dark.svg`?"]),
        ),
        row(
            "a page whose words are to come, and to which nothing leads",
            [
                Write("content/terms/pedal/ar.md", "+++\ntitle = \"الدوّاسة\"\nsummary = \"تُداس.\"\n+++\n"),
                Write("content/terms/pedal/en.md", "+++\ntitle = \"Pedal\"\nsummary = \"…\"\n+++\n"),
            ],
            One("content/terms/pedal/en.md", "summary", &["as `new` wrote it", "draft = true"]),
        ),
        row("a page that was begun and is a draft", [New("term", "pedal")], Clean),
    ]
}

fn merges() -> Vec<Row> {
    let ticket = "A ticket costs 365 euros.[^city-tariff-2025]\n";
    let left = &["left over from a merge", "remove the lines"];
    vec![
        typed(
            "the middle of a conflict below a paragraph",
            EN,
            ticket,
            "A ticket costs 365 euros.[^city-tariff-2025]\n=======\n",
            left,
        ),
        typed("the middle of a conflict below a sentence", ABOUT, "street.\n", "street.\n=======\n", left),
        row(
            "the middle of a conflict below an Arabic sentence",
            [Replace(ABOUT_AR, "الشارع.\n", "الشارع.\n=======\n")],
            One(ABOUT_AR, "=======", left),
        ),
        row(
            "headings that are underlined",
            [
                Replace(ABOUT, "We write", "Summary\n=======\n\nWe write"),
                Replace(ABOUT_AR, "نكتب", "# خلاصة {#summary}\n\nنكتب"),
            ],
            One(ABOUT_AR, "# خلاصة", &["first-level heading"]),
        ),
        row(
            "a section of both sides of a merge",
            [Each(EN, |text| format!("{text} \n## The verdict {{#verdict}}\n\nSee [[headway]] and [[gears]].\n"))],
            One(EN, " \n## The verdict", &["in the same words", "take one of the two out"]),
        ),
        row(
            "an id of two sections",
            [Each(EN, |text| format!("{text}\n## The rest {{#verdict}}\n\nWhat else there is.\n"))],
            One(EN, "## The rest", &["stands on line", "another id"]),
        ),
    ]
}

fn sections() -> Vec<Row> {
    vec![
        row(
            "a section taken out of one language, to which others lead",
            [
                Replace("content/dimensions/weather/ar.md", "## الحكم {#judgement}\n\nخذ معطفًا.\n", ""),
                Replace(ABOUT_AR, "نكتب", "[[weather#judgement]] نكتب"),
                Replace(ABOUT, "We write", "[[weather#judgement]] We write"),
            ],
            One("content/dimensions/weather/en.md", "## The judgement", &["no counterpart in `ar`"]),
        ),
        row(
            "a section that no language has",
            [
                Replace(ABOUT_AR, "نكتب", "[[weather#judgment-day]] نكتب"),
                Replace("content/dimensions/weather/ar.md", "معطفًا", "معطفًا ثقيلًا"),
            ],
            One(ABOUT_AR, "[[weather#judgment-day]]", &["no heading `#judgment-day`"]),
        ),
        row(
            "sections of the first level",
            [Replace(EN, "## The verdict {#verdict}", "# The verdict"), Replace(AR, "## الحكم {#verdict}", "# الحكم")],
            One(AR, "# الحكم", &["first-level heading", "begin sections with `##`"]),
        ),
        typed(
            "a container that holds a section",
            EN,
            "## The verdict",
            "::: tip\nMind it.\n\n## The verdict",
            &["container is not closed"],
        ),
        row(
            "a container that is closed before a section",
            [
                Replace(EN, "## The verdict", "::: tip\nMind it.\n:::\n\n## The verdict"),
                Replace(AR, "## الحكم", "::: tip\nانتبه.\n:::\n\n## الحكم"),
            ],
            Clean,
        ),
    ]
}

fn encodings() -> Vec<Row> {
    let misread = &["read in another encoding", "save as UTF-8"];
    vec![
        row(
            "a title and an article that were read in another encoding",
            [
                Replace(ABOUT, "title = \"About\"", "title = \"Ãœber CafÃ©s\""),
                Replace(ABOUT, "We write", "The stra\u{c3}\u{178}e and the caf\u{c3}\u{a9}. We write"),
            ],
            One(ABOUT, "title", misread),
        ),
        typed("a letter whose second byte is a sign", ABOUT, "We write", "\u{c3}\u{201e}rzte and we write", misread),
        typed(
            "Arabic that was read in another encoding",
            ABOUT,
            "We write",
            "\u{d9}\u{201e}\u{d8}\u{a7} we write",
            misread,
        ),
        row("letters before signs", [Replace(ABOUT, "We write", "Danes write “Ø”, “Å” and Ø… We write")], Clean),
    ]
}

fn nearly_right() -> Vec<Row> {
    let map = Write("content/about/map.svg", PICTURE);
    vec![
        row(
            "a page of the site by its whole address",
            [Replace(EN, "See [[headway]]", "See [us](https://wheels.example/en/about/) and [[headway]]")],
            One(EN, "See [us]", &["a page of this site", "`../../about/`"]),
        ),
        row(
            "the same as readers see it",
            [Replace(EN, "See [[headway]]", "See https://wheels.example/en/about/ and [[headway]]")],
            Clean,
        ),
        row(
            "a row with a comma in a table that is only linked",
            [
                Write("content/dimensions/cost/all.csv", "what,euros\nbicycle,120\nbus, old,9\ntram,365\n"),
                Replace(EN, "See [[headway]]", "See [all](all.csv) and [[headway]]"),
                Replace(AR, "أنظر [[headway]]", "أنظر [الكل](all.csv) و[[headway]]"),
            ],
            One("content/dimensions/cost/all.csv", "bus, old", &["3 cells", "double quotes"]),
        ),
        row(
            "a table for people that is only linked",
            [
                Write("content/dimensions/cost/all.csv", "Prices of 2025\n\nwhat,euros\nbicycle,120\ntram,365\n"),
                Replace(EN, "See [[headway]]", "See [all](all.csv) and [[headway]]"),
            ],
            Clean,
        ),
        row(
            "a font that a sheet in the place of the default lacks",
            [Write("static/assets/style.css", "@font-face { font-family: A; src: url(\"fonts/a.woff2\") }\n")],
            One("static/assets/style.css", "@font-face", &["`fonts/a.woff2`"]),
        ),
        row(
            "the name of another term",
            [Replace("content/terms/gears/en.md", "+++\ntitle", "+++\naliases = [\"headway\"]\ntitle")],
            One("content/terms/gears/en.md", "aliases", &["`headway`", "`terms/headway` is called"]),
        ),
        row(
            "one name of two terms",
            [
                Replace("content/terms/gears/en.md", "+++\ntitle", "+++\naliases = [\"pace\"]\ntitle"),
                Replace("content/terms/headway/en.md", "+++\ntitle", "+++\naliases = [\"Pace\"]\ntitle"),
            ],
            One("content/terms/headway/en.md", "aliases", &["`Pace`", "`terms/gears`"]),
        ),
        typed(
            "the beginning of a key of a source",
            EN,
            "euros.[^city-tariff-2025]",
            "euros.[^city]",
            &["no source has the key `city`", "did you mean `city-tariff-2025`?"],
        ),
        typed(
            "the beginning of a key in a chart",
            EN,
            "sources = [\"city-tariff-2025\"]",
            "sources = [\"city-tariff\"]",
            &["did you mean `city-tariff-2025`?"],
        ),
        typed(
            "a key that begins as none",
            EN,
            "euros.[^city-tariff-2025]",
            "euros.[^office]",
            &["no source has the key `office`", "content/sources.toml"],
        ),
        row(
            "a size of an image, misspelt",
            [
                map,
                Replace(ABOUT, "We write", "![A map](map.svg){hieght=30}\n\nWe write"),
                Replace(ABOUT_AR, "نكتب", "![خريطة](map.svg)\n\nنكتب"),
            ],
            One(ABOUT, "![", &["did you mean `{height=30}`?"]),
        ),
        typed(
            "an attribute that is none of a size",
            ABOUT,
            "We write",
            "[A page](/about/){loading=lazy} We write",
            &["take it out"],
        ),
        typed(
            "an element that is misspelt",
            ABOUT,
            "We write",
            "<blockqoute>Said</blockqoute> We write",
            &["did you mean `<blockquote>`?"],
        ),
        typed(
            "an element that is nearly none",
            ABOUT,
            "We write",
            "<colour>Said</colour> We write",
            &["write what it shows"],
        ),
    ]
}
