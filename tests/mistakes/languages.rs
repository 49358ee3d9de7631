//! What the languages of a page say otherwise, where nobody has said that they agree; and folders that were copied or dragged.

use super::rows::Answer::{Clean, One};
use super::rows::Edit::{Each, Rename, Replace, Write};
use super::rows::{ABOUT, CSV, EN, FACTS, Row, SITE, SOURCES, row, typed};

const AR: &str = "content/dimensions/cost/ar.md";
const EN_TICKET: &str = "A ticket costs 365 euros.[^city-tariff-2025]";
const AR_TICKET: &str = "ثمن التذكرة 365 يورو.[^city-tariff-2025]";

/// All of them.
pub fn rows() -> Vec<Row> {
    let mut rows = differing();
    rows.extend(folders());
    rows.extend(data());
    rows
}

fn differing() -> Vec<Row> {
    let other = |name, text, at, words| row(name, [Replace(AR, AR_TICKET, text)], One(EN, at, words));
    let both = |name, more: [&str; 2], at, words| {
        let text = |ticket: &str, more: &str| -> &'static str {
            Box::leak(
                format!("{ticket}{}{more}", if more.starts_with(['\n', ' ']) { "" } else { " " }).into_boxed_str(),
            )
        };
        let edits =
            [Replace(EN, EN_TICKET, text(EN_TICKET, more[0])), Replace(AR, AR_TICKET, text(AR_TICKET, more[1]))];
        row(name, edits, One(EN, at, words))
    };
    let chart = |text: &str| {
        let start = text.find("```chart").expect("a chart");
        format!("{}\n\n## الحكم {}", &text[..start].trim_end(), &text[text.find("{#verdict}").expect("a heading")..])
    };
    vec![
        other(
            "another figure in one language",
            "ثمن التذكرة 356 يورو.[^city-tariff-2025]",
            "A ticket",
            &["365 in `en`", "356 in `ar`", "muwazana sync dimensions/cost"],
        ),
        row(
            "no source in one language",
            [Replace("content/dimensions/speed/ar.md", "[^street-count]", "")],
            One("content/dimensions/speed/ar.md", "## الشواهد", &["source `street-count` in `en` and not"]),
        ),
        other(
            "another source in one language",
            "ثمن التذكرة 365 يورو.[^street-count]",
            "## The evidence",
            &["`street-count` in `ar`"],
        ),
        row("no chart in one language", [Each(AR, chart)], One(AR, "## الشواهد", &["no chart in `ar`"])),
        both(
            "another month in one language",
            [" Since May 2025.", "ومنذ يونيو 2025."],
            "A ticket",
            &["2025-05 in `en`", "2025-06 in `ar`"],
        ),
        both(
            "millions for thousand millions",
            [" It sold 3 million.", "بيع منها 3 مليارات."],
            "A ticket",
            &["3 million in `en`", "3 billion in `ar`"],
        ),
        both(
            "another share in one language",
            [" Some 4% more.", "بزيادة 3٪."],
            "A ticket",
            &["4% in `en`", "3% in `ar`"],
        ),
        both("a lost decimal sign", [" For 1.5 years.", "لمدة 15 سنة."], "A ticket", &["1.5 in `en`", "15 in `ar`"]),
        both(
            "another sign in a formula",
            ["\n\n$$\nx - 1\n$$", "\n\n$$\nx + 1\n$$"],
            "## The evidence",
            &["`x-1` in `en`", "`x+1` in `ar`"],
        ),
        both(
            "a formula in one language",
            ["", "\n\n$$\nx = 1\n$$"],
            "## The evidence",
            &["1 formula in `ar`", "no formula in `en`"],
        ),
        both(
            "a table in one language",
            ["", "\n\n| أ | ب |\n|---|---|\n| 1 | 2 |"],
            "## The evidence",
            &["1 table in `ar`", "no table in `en`"],
        ),
        both("a share in words", [" Some 4% more.", "بزيادة 4 في المئة."], "A ticket", &[]).clean(),
        both("a grouped number", [" Some 2,500 more.", "بزيادة 2500."], "A ticket", &[]).clean(),
        both("a Levantine month", [" Since May 2025.", "ومنذ أيار 2025."], "A ticket", &[]).clean(),
        other("a number in words", "ثمن التذكرة ثلاثمئة وخمسة وستون يورو.[^city-tariff-2025]", "", &[]).clean(),
        both(
            "a grouped figure",
            [" Some 43,000 rode.", "ركبها 34,000."],
            "A ticket",
            &["43,000 in `en`", "34,000 in `ar`"],
        ),
        row(
            "a picture in one language",
            [
                Write(
                    "content/dimensions/cost/tram.svg",
                    "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
                ),
                Replace(EN, EN_TICKET, "A ticket costs 365 euros.[^city-tariff-2025] ![A tram](tram.svg)"),
            ],
            One(AR, "## الشواهد", &["the image `tram.svg` in `en` and not in `ar`"]),
        ),
        row(
            "a picture of the screen in each language",
            [
                Write(
                    "content/dimensions/cost/a.svg",
                    "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
                ),
                Write(
                    "content/dimensions/cost/b.svg",
                    "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
                ),
                Replace(EN, EN_TICKET, "A ticket costs 365 euros.[^city-tariff-2025] ![A tram](a.svg)"),
                Replace(AR, AR_TICKET, "ثمن التذكرة 365 يورو.[^city-tariff-2025] ![ترام](b.svg)"),
            ],
            Clean,
        ),
        row(
            "a label of a chart lost in one language",
            [Replace(AR, "tram = \"ترام\"\n", "")],
            One(AR, "[labels]", &["a label for `tram` in `en` and not in `ar`"]),
        ),
    ]
}

fn folders() -> Vec<Row> {
    let moved = |name, to: [&'static str; 4], at, words| {
        let files = ["page.toml", "prices.csv", "ar.md", "en.md"].map(|file| {
            let from: &'static str = Box::leak(format!("content/dimensions/cost/{file}").into_boxed_str());
            from
        });
        let edits = files.into_iter().zip(to).map(|(from, to)| Rename(from, to));
        row(name, edits.collect::<Vec<_>>(), One(at, "[axis]", words))
    };
    vec![
        moved(
            "a dimension dragged into another",
            [
                "content/dimensions/speed/cost/page.toml",
                "content/dimensions/speed/cost/prices.csv",
                "content/dimensions/speed/cost/ar.md",
                "content/dimensions/speed/cost/en.md",
            ],
            "content/dimensions/speed/cost/page.toml",
            &["belongs to dimensions", "`content/dimensions/cost`"],
        ),
        row(
            "a copy of a folder",
            [
                Write(
                    "content/about-old/ar.md",
                    "+++\ntitle = \"عن الموقع\"\nsummary = \"من نحن.\"\n+++\nنكتب عن [[cost]].\n",
                ),
                Write(
                    "content/about-old/en.md",
                    "+++\ntitle = \"About\"\nsummary = \"Who we are.\"\n+++\nWe write about [[cost]].\n",
                ),
                Write(ABOUT, "+++\ntitle = \"About\"\nsummary = \"Who we are.\"\n+++\nWe write about [[cost]].\n"),
                Write(
                    "content/about/ar.md",
                    "+++\ntitle = \"عن الموقع\"\nsummary = \"من نحن.\"\n+++\nنكتب عن [[cost]].\n",
                ),
            ],
            One("content/about-old/ar.md", "+++", &["`content/about`", "a copy"]),
        ),
        row(
            "the summary of a neighbour",
            [
                Replace(ABOUT, "Who we are.", "What is weighed here, and by whom."),
                Replace("content/terms/en.md", "All of them.", "What is weighed here, and by whom."),
            ],
            One("content/terms/en.md", "+++", &["`about` has this summary"]),
        ),
        row(
            "a link to a folder without a page",
            [
                Write("content/guide/page.toml", "title = { ar = \"الدليل\", en = \"Guide\" }\n"),
                Write("content/guide/map/ar.md", "+++\ntitle = \"الخريطة\"\nsummary = \"أين.\"\n+++\nكلام.\n"),
                Write("content/guide/map/en.md", "+++\ntitle = \"Map\"\nsummary = \"Where.\"\n+++\nSee [[guide]].\n"),
            ],
            One("content/guide/map/en.md", "[[guide]]", &["folder of pages", "`content/guide/en.md`"]),
        ),
        row(
            "a folder whose letters are in parts",
            [
                Write("content/terms/cafe\u{301}/ar.md", "+++\ntitle = \"المقهى\"\nsummary = \"مكان.\"\n+++\n"),
                Write("content/terms/cafe\u{301}/en.md", "+++\ntitle = \"Café\"\nsummary = \"A place.\"\n+++\n"),
                Replace(ABOUT, "the street", "the [[café]]"),
            ],
            One("content/terms/cafe\u{301}/ar.md", "+++", &["in parts", "`café`"]),
        ),
    ]
}

fn data() -> Vec<Row> {
    let ranged = "what,euros,least,most\nbicycle,120,100,150\ntram,365,300,400\n";
    let range = |file, columns: &'static str| Replace(file, "y = \"euros\"", columns);
    vec![
        row(
            "a comma at the end of a row",
            [Replace(CSV, "bicycle,120", "bicycle,120,")],
            One(CSV, "bicycle,120", &["3 cells", "take away the comma"]),
        ),
        row(
            "the columns of a range exchanged",
            [
                Write(CSV, ranged),
                range(EN, "y = \"euros\"\nrange = [\"most\", \"least\"]"),
                range(AR, "y = \"euros\"\nrange = [\"least\", \"most\"]"),
            ],
            One(EN, "range", &["exchanged", "range = [\"least\", \"most\"]"]),
        ),
        row(
            "a cell between typographic marks",
            [
                Write(CSV, "what,year,euros\nbicycle,2024,120\n“bicycle”,2025,130\ntram,2024,365\ntram,2025,370\n"),
                Replace(EN, "x = \"what\"", "x = \"year\"\nseries = \"what\""),
                Replace(AR, "x = \"what\"", "x = \"year\"\nseries = \"what\""),
            ],
            One(CSV, "“bicycle”", &["typographic", "\"bicycle\""]),
        ),
        row(
            "labels of the other language",
            [Replace(
                EN,
                "bicycle = \"Bicycle\"\ntram = \"Tram\"\neuros = \"Euros\"",
                "bicycle = \"دراجة\"\ntram = \"ترام\"\neuros = \"يورو\"",
            )],
            One(EN, "دراجة", &["another language"]),
        ),
        row(
            "two sources in a cell with a comma",
            [
                Write(
                    CSV,
                    "what,euros,by\nbicycle,120,\"city-tariff-2025, street-count\"\ntram,365,city-tariff-2025\n",
                ),
                Replace(EN, "y = \"euros\"", "y = \"euros\"\ncite = \"by\""),
                Replace(AR, "y = \"euros\"", "y = \"euros\"\ncite = \"by\""),
            ],
            One(CSV, "bicycle", &["city-tariff-2025;street-count"]),
        ),
        typed(
            "a language tag of no country",
            SOURCES,
            "accessed = 2026-10-12",
            "lang = \"en-UK\"\naccessed = 2026-10-12",
            &["\"en-GB\""],
        ),
        typed(
            "a language by its name",
            SOURCES,
            "accessed = 2026-10-12",
            "lang = \"arabic\"\naccessed = 2026-10-12",
            &["\"ar\""],
        ),
        typed(
            "Markdown in a note",
            SOURCES,
            "accessed = 2026-10-12",
            "note = \"Its *summary* alone.\"\naccessed = 2026-10-12",
            &["`*summary*`"],
        ),
        typed(
            "a day for a copy's address",
            SOURCES,
            "accessed = 2026-10-12",
            "archived = 2026-10-13\naccessed = 2026-10-12",
            &["an address"],
        ),
        row(
            "a test without its movement",
            [Each(FACTS, |text| {
                format!(
                    "{text}\n[[tests]]\nclaim = {{ ar = \"دعوى\", en = \"A claim\" }}\n\
                     threshold = {{ ar = \"حدّ\", en = \"A limit\" }}\nvalue = {{ ar = \"نص\", en = \"Text\" }}\n\
                     date = 2026-10-20\nsources = [\"city-tariff-2025\"]\n"
                )
            })],
            One(FACTS, "value = {", &["movement", "`closer`"]),
        ),
        row(
            "inks of the two themes exchanged",
            [Replace(
                SITE,
                "[[languages]]\ntag = \"ar\"",
                "[theme.colours]\nink = { light = \"#eeeeee\", dark = \"#111111\" }\n\n[[languages]]\ntag = \"ar\"",
            )],
            One(SITE, "ink =", &["exchanged", "light = \"#111111\""]),
        ),
        row(
            "a folder of checks without quotation marks",
            [Replace(
                SITE,
                "[[languages]]\ntag = \"ar\"",
                "[check.folders.dimensions/cost]\n\n[[languages]]\ntag = \"ar\"",
            )],
            One(SITE, "[check.", &["[check.folders.\"dimensions/cost\"]"]),
        ),
    ]
}

impl Row {
    /// The same, and no mistake.
    fn clean(self) -> Self {
        Self { answer: Clean, ..self }
    }
}
