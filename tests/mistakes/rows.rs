//! The mistakes: what is typed, and at which place which words of the one message have to be.

/// A change of a file of the site.
pub enum Edit {
    /// In a file, the first such text by another.
    Replace(&'static str, &'static str, &'static str),
    /// A whole file.
    Write(&'static str, &'static str),
    /// A whole file that is no text.
    Bytes(&'static str, Vec<u8>),
    /// A file gets another name.
    Rename(&'static str, &'static str),
    /// A file goes.
    Delete(&'static str),
    /// A file, changed as a whole.
    Each(&'static str, fn(&str) -> String),
    /// `muwazana new`, with a kind and a name.
    New(&'static str, &'static str),
}

/// What has to be answered.
pub enum Answer {
    /// Nothing: it is no mistake.
    Clean,
    /// One message in a file, on the line of the first such text in it (or one beside it), with these words in message
    /// or remedy. Without a file, it may stand nowhere.
    One(&'static str, &'static str, &'static [&'static str]),
}

/// A mistake.
pub struct Row {
    pub name: &'static str,
    pub edits: Vec<Edit>,
    pub answer: Answer,
}

use Answer::{Clean, One};
use Edit::{Bytes, Delete, Each, New, Rename, Replace, Write};

pub const EN: &str = "content/dimensions/cost/en.md";
pub const FACTS: &str = "content/dimensions/cost/page.toml";
pub const CSV: &str = "content/dimensions/cost/prices.csv";
pub const SITE: &str = "site.toml";
pub const SOURCES: &str = "content/sources.toml";
pub const ABOUT: &str = "content/about/en.md";

pub fn row(name: &'static str, edits: impl Into<Vec<Edit>>, answer: Answer) -> Row {
    Row { name, edits: edits.into(), answer }
}

/// One text in a file is typed as another, and the answer stands where that is.
pub fn typed(
    name: &'static str,
    file: &'static str,
    from: &'static str,
    to: &'static str,
    words: &'static [&'static str],
) -> Row {
    let needle = to.lines().find(|line| !line.is_empty() && !from.contains(line)).unwrap_or(to);
    row(name, [Replace(file, from, to)], One(file, needle, words))
}

/// The names of those that are not answered rightly yet.
pub const OPEN: &[&str] = &[];

/// All of them.
pub fn rows() -> Vec<Row> {
    let mut rows = front_matter();
    rows.extend(keys());
    rows.extend(twice());
    rows.extend(values());
    rows.extend(dates());
    rows.extend(keyboard());
    rows.extend(charts());
    rows.extend(references());
    rows.extend(headings());
    rows.extend(files());
    rows.extend(placeholders());
    rows.extend(theme());
    rows.extend(no_mistakes());
    rows.extend(articles());
    rows.extend(references_that_are_none());
    rows.extend(of_other_tools());
    rows.extend(names_that_are_others());
    rows.extend(super::hurried::rows());
    rows.extend(super::typed::rows());
    rows.extend(super::slips::rows());
    rows.extend(super::pasted::rows());
    rows.extend(super::toml::rows());
    rows.extend(super::templates::rows());
    rows.extend(super::copied::rows());
    rows.extend(super::letters::rows());
    rows.extend(super::languages::rows());
    rows.extend(histories());
    rows.extend(told_once());
    rows.extend(super::told_once::rows());
    rows.extend(near_the_right_word());
    rows
}

fn front_matter() -> Vec<Row> {
    vec![
        row(
            "front matter not closed",
            [Replace(EN, "Paid again\"\n+++\n", "Paid again\"\n")],
            One(EN, "+++", &["is not closed by a line `+++`"]),
        ),
        row(
            "front matter not closed in the first language",
            [Replace("content/dimensions/cost/ar.md", "دائمًا\"\n+++\n", "دائمًا\"\n")],
            One("content/dimensions/cost/ar.md", "+++", &["is not closed by a line `+++`"]),
        ),
        row(
            "front matter closed by two signs",
            [Replace(EN, "Paid again\"\n+++\n", "Paid again\"\n++\n")],
            One(EN, "\n++\nA", &["is not closed by a line `+++`"]),
        ),
        row("TOML between hyphens", [Each(EN, |text| text.replace("+++\n", "---\n"))], One(EN, "---", &["`+++`"])),
        row("front matter begun by two signs", [Replace(EN, "+++\n", "++\n")], One(EN, "++", &["`+++`"])),
        typed(
            "a quotation mark in a title",
            EN,
            "title = \"Cost\"",
            "title = \"The \"true\" cost\"",
            &["quotation mark", "`\\\"`"],
        ),
        typed("a title without quotes", EN, "title = \"Cost\"", "title = Cost", &["a text stands in quotes"]),
        typed("a title of two words without quotes", EN, "title = \"Cost\"", "title = The cost", &["stands in quotes"]),
        typed(
            "a summary over two lines",
            EN,
            "summary = \"What a year costs.\"",
            "summary = \"What a year\ncosts in the end.\"",
            &["ends on its line", "`\"\"\"`"],
        ),
        typed("an empty short title", EN, "summary =", "short_title = \" \"\nsummary =", &["`short_title` is empty"]),
        typed("Markdown in a short title", EN, "summary =", "short_title = \"**Cost**\"\nsummary =", &["signs of `**"]),
        typed("shorttitle", EN, "summary =", "shorttitle = \"Cost\"\nsummary =", &["did you mean `short_title`?"]),
        typed("a short title in page.toml", FACTS, "kind =", "short_title = \"Cost\"\nkind =", &["en.md"]),
        typed("a title whose quote is not closed", EN, "title = \"Cost\"", "title = \"Cost", &["not closed"]),
        typed("a list that is not closed", EN, "\"fare\"]", "\"fare\"", &["`]`"]),
        typed("a colon for the equals sign", EN, "title = \"Cost\"", "title: \"Cost\"", &["`=`"]),
        typed("a header that is not closed", EN, "[stance]", "[stance", &["`]`"]),
        typed("an inline table that is not closed", SITE, "en = \"The tram\" }", "en = \"The tram\"", &["`}`"]),
        typed("no comma in a list", EN, "\"price\", \"fare\"", "\"price\" \"fare\"", &["comma"]),
        typed("a number that begins with nought", FACTS, "order = 10", "order = 010", &["0"]),
    ]
}

fn keys() -> Vec<Row> {
    vec![
        typed("sumary", EN, "summary =", "sumary =", &["did you mean `summary`?"]),
        typed("[stence]", EN, "[stance]", "[stence]", &["did you mean `stance`?"]),
        typed("[axsi]", EN, "[axis]", "[axsi]", &["did you mean `axis`?"]),
        typed("knid", FACTS, "kind =", "knid =", &["did you mean `kind`?"]),
        typed("realted", FACTS, "related =", "realted =", &["did you mean `related`?"]),
        typed("titel of a source", SOURCES, "title = \"Tariff", "titel = \"Tariff", &["did you mean `title`?"]),
        typed("ulr of a source", SOURCES, "url = \"https://l", "ulr = \"https://l", &["did you mean `url`?"]),
        typed("acent", SITE, "accent = \"#a", "acent = \"#a", &["did you mean `accent`?"]),
        typed("[[subject]]", SITE, "[[subjects]]", "[[subject]]", &["did you mean `subjects`?"]),
        typed("base_ulr", SITE, "base_url", "base_ulr", &["did you mean `base_url`?"]),
        typed("a subject misspelt in stances", EN, "tram = \"Paid", "trma = \"Paid", &["did you mean `tram`?"]),
        typed("a subject misspelt on the axis", FACTS, "bicycle =", "bycicle =", &["did you mean `bicycle`?"]),
        typed("a pole misspelt", EN, "start =", "strat =", &["did you mean `start`?"]),
        typed("a tag of a name misspelt", SITE, "en = \"The tram\"", "ne = \"The tram\"", &["did you mean `en`?"]),
        typed("Title with a capital", EN, "title =", "Title =", &["did you mean `title`?"]),
        typed("Chart key misspelt", EN, "sources = [", "source = [", &["did you mean `sources`?"]),
        row(
            "aliases below [stance]",
            [
                Replace(EN, "aliases = [\"price\", \"fare\"]\n", ""),
                Replace(EN, "[stance]\n", "[stance]\naliases = [\"price\"]\n"),
            ],
            One(EN, "aliases", &["belongs above", "`[stance]`"]),
        ),
        row(
            "summary below [axis]",
            [
                Replace(EN, "summary = \"What a year costs.\"\n", ""),
                Replace(EN, "[axis]\n", "[axis]\nsummary = \"What a year costs.\"\n"),
            ],
            One(EN, "summary", &["belongs above", "`[axis]`"]),
        ),
        row(
            "related below [axis]",
            [
                Replace(FACTS, "related = [\"speed\", \"weather\"]\n", ""),
                Replace(FACTS, "[axis]\n", "[axis]\nrelated = [\"speed\"]\n"),
            ],
            One(FACTS, "related", &["belongs above", "`[axis]`"]),
        ),
        row(
            "order below [axis]",
            [Replace(FACTS, "order = 10\n", ""), Replace(FACTS, "[axis]\n", "[axis]\norder = 10\n")],
            One(FACTS, "order", &["belongs above", "`[axis]`"]),
        ),
        row(
            "base_url below [[languages]]",
            [
                Replace(SITE, "base_url = \"https://wheels.example/\"\n", ""),
                Replace(SITE, "tag = \"ar\"\n", "tag = \"ar\"\nbase_url = \"https://wheels.example/\"\n"),
            ],
            One(SITE, "base_url", &["belongs above", "`[[languages]]`"]),
        ),
        typed("a pole in page.toml", FACTS, "[axis]\n", "[axis]\nstart = \"Paid once\"\n", &["`start`", "en.md"]),
        typed("a subject in an axis of poles", EN, "[axis]\n", "[axis]\nbicycle = 20\n", &["`bicycle`", "page.toml"]),
        typed("a title in page.toml", FACTS, "kind =", "title = \"Cost\"\nkind =", &["en.md"]),
        typed("an image in page.toml", FACTS, "kind =", "image = \"card.png\"\nkind =", &["`image`", "en.md"]),
        typed("nav in a language file", EN, "title =", "nav = [\"x\"]\ntitle =", &["`nav`", "page.toml"]),
        typed("kind in a language file", EN, "title =", "kind = \"difference\"\ntitle =", &["page.toml"]),
        row(
            "note below [labels]",
            [Replace(EN, "euros = \"Euros\"\n", "euros = \"Euros\"\nnote = \"Of 2025\"\n")],
            One(EN, "note", &["belongs above", "`[labels]`"]),
        ),
        typed("a label misspelt", EN, "tram = \"Tram\"", "trams = \"Tram\"", &["did you mean `tram`?"]),
    ]
}

fn twice() -> Vec<Row> {
    vec![
        row(
            "title twice",
            [Replace(EN, "summary =", "title = \"Price\"\nsummary =")],
            One(EN, "title = \"Price\"", &["`title`", "twice"]),
        ),
        row(
            "[axis] twice",
            [Replace(FACTS, "tram = 70\n", "tram = 70\n\n[axis]\nbicycle = 30\ntram = 60\n")],
            One(FACTS, "[axis]\nbicycle = 30", &["`axis`", "twice"]),
        ),
        row(
            "a source twice",
            [Each(SOURCES, |text| format!("{text}\n# again\n{}", text.split("\n\n").next().unwrap_or_default()))],
            One(SOURCES, "# again", &["`city-tariff-2025`", "twice"]),
        ),
        row(
            "an order twice",
            [Replace("content/dimensions/speed/page.toml", "order = 20", "order = 10")],
            One("content/dimensions/speed/page.toml", "order = 10", &["dimensions/cost"]),
        ),
        row(
            "a subject's id twice",
            [Replace(SITE, "id = \"tram\"", "id = \"bicycle\"")],
            One(SITE, "id = \"bicycle\"\nname = { ar = \"الترام\"", &["twice"]),
        ),
        row(
            "a language's tag twice",
            [Replace(SITE, "tag = \"en\"", "tag = \"ar\"")],
            One(SITE, "tag = \"ar\"\nname = \"English\"", &["twice"]),
        ),
        row(
            "two terms of one title",
            [
                Replace("content/terms/gears/en.md", "\"Gears\"", "\"Headway\""),
                Replace("content/terms/gears/ar.md", "\"التروس\"", "\"الفاصل\""),
            ],
            One("content/terms/headway/ar.md", "title", &["terms/gears"]),
        ),
    ]
}

fn values() -> Vec<Row> {
    vec![
        typed("related misspelt", FACTS, "\"weather\"]", "\"wether\"]", &["did you mean `weather`?"]),
        typed("related to itself", FACTS, "\"weather\"]", "\"weather\", \"cost\"]", &["page itself"]),
        typed("base_url without a scheme", SITE, "https://wheels", "wheels", &["begins with `https://`"]),
        typed("a source without a scheme", SOURCES, "\"https://lines", "\"lines", &["begins with `https://`"]),
        typed("a source with a misspelt scheme", SOURCES, "https://lines", "htps://lines", &["begins with `https://`"]),
        typed(
            "the site named once",
            SITE,
            "name = { ar = \"الدراجة والترام\", en = \"Bicycle and tram\" }",
            "name = \"Bicycle and tram\"",
            &["{ ar = \"…\", en = \"…\" }"],
        ),
        typed(
            "a subject named once",
            SITE,
            "name = { ar = \"الترام\", en = \"The tram\" }",
            "name = \"The tram\"",
            &["{ ar = \"…\", en = \"…\" }"],
        ),
        typed("a subject named in one language", SITE, "ar = \"الترام\", ", "", &["name.ar"]).at(SITE, "The tram"),
        typed("a kind misspelt", FACTS, "\"difference\"", "\"diference\"", &["did you mean `difference`?"]),
        typed("an order in quotes", FACTS, "order = 10", "order = \"10\"", &["whole number"]),
        typed("a place out of the axis", FACTS, "tram = 70", "tram = 170", &["0 to 100"]),
        typed("True with a capital", FACTS, "order = 10", "order = 10\ndraft = False", &["`false`"]),
        typed("a colour by name", SITE, "accent = \"#a3312b\"", "accent = \"red\"", &["#rrggbb"]),
        typed("related without brackets", FACTS, "[\"speed\", \"weather\"]", "\"speed\"", &["[\"speed\"]"]),
    ]
}

fn dates() -> Vec<Row> {
    vec![
        typed("a date from the day", FACTS, "2026-10-20", "20-10-2026", &["2026-10-20"]),
        typed("a date with points", FACTS, "2026-10-20", "\"20.10.2026\"", &["2026-10-20"]),
        typed("a date with points and no quotes", FACTS, "2026-10-20", "20.10.2026", &["2026-10-20"]),
        typed("a date with slashes and no quotes", FACTS, "2026-10-20", "2026/10/20", &["2026-10-20"]),
        typed("a date with strokes", SOURCES, "2026-10-12", "\"12/10/2026\"", &["2026-10-12"]),
        typed("a month that is not", FACTS, "2026-10-20", "2026-13-40", &["no month 13"]),
        typed("a day that is not", FACTS, "2026-10-20", "2026-02-30", &["no day 30"]),
        typed("a month that is not, as text", FACTS, "2026-10-20", "\"2026-13-01\"", &["no month 13"]),
        typed("a date in words", FACTS, "2026-10-20", "\"20 October 2026\"", &["2026-11-23"]),
        typed("a date of one digit", FACTS, "2026-10-20", "2026-1-5", &["2026-01-05"]),
        typed("a date to come", FACTS, "2026-10-20", "2062-10-20", &["future"]),
        typed("updated before date", FACTS, "2026-10-20\n", "2026-10-20\nupdated = 2025-10-21\n", &["before"]),
        typed("a source read in the future", SOURCES, "2026-10-12", "2062-10-12", &["future"]),
    ]
}

fn keyboard() -> Vec<Row> {
    vec![
        typed("an Arabic comma in related", FACTS, "\"speed\", ", "\"speed\"، ", &["Arabic comma"]),
        typed("an Arabic comma in aliases", EN, "\"price\", ", "\"price\"، ", &["Arabic comma"]),
        typed("an Arabic comma in a name", SITE, "\"الترام\", en", "\"الترام\"، en", &["Arabic comma"]),
        typed("curly quotation marks", EN, "\"Cost\"", "“Cost”", &["typographic quotation marks", "`\"`"]),
        typed("guillemets", EN, "\"Cost\"", "«الكلفة»", &["typographic quotation marks", "`\"`"]),
        typed("curly marks in a list", FACTS, "\"speed\"", "“speed”", &["typographic quotation marks"]),
        typed("a straight mark closed by a curly one", EN, "\"Cost\"", "\"Cost”", &["typographic quotation mark"]),
        typed("Arabic digits in an order", FACTS, "order = 10", "order = ١٠", &["Arabic digits", "`10`"]),
        typed("Persian digits in an axis", FACTS, "tram = 70", "tram = ۷۰", &["digits", "`70`"]),
        typed("Arabic digits in a date", FACTS, "2026-10-20", "٢٠٢٦-١٠-٢٠", &["Arabic digits", "2026-10-20"]),
        typed("an Arabic semicolon in a list", FACTS, "\"speed\", ", "\"speed\"؛ ", &["Arabic"]),
        typed("a tatweel for a hyphen sign in a key", FACTS, "order = ", "ordـer = ", &[]),
        typed("Arabic digits in a cell", CSV, "365", "٣٦٥", &["Arabic digits", "365"]),
        typed("an Arabic decimal sign in a cell", CSV, "365", "365٫5", &["Arabic decimal sign", "365.5"]),
        typed("a mark before a key", FACTS, "order =", "\u{200f}order =", &["invisible", "U+200F"]),
        typed("a no-break space before the sign", FACTS, "order =", "order\u{a0}=", &["no-break space", "U+00A0"]),
        typed("a mark in a key of a table", EN, "[stance]", "[\u{200e}stance]", &["invisible", "U+200E"]),
        typed("a zero-width space", SOURCES, "publisher =", "\u{200b}publisher =", &["invisible", "U+200B"]),
        typed("a mark before a table", FACTS, "[axis]", "\u{200f}[axis]", &["invisible", "U+200F"]),
        typed("a mark in the value of a choice", FACTS, "\"difference\"", "\"difference\u{200f}\"", &["U+200F"]),
    ]
}

fn charts() -> Vec<Row> {
    vec![
        row("cells between semicolons", [Each(CSV, |text| text.replace(',', ";"))], One(CSV, "what", &["semicolons"])),
        row("cells between tabs", [Each(CSV, |text| text.replace(',', "\t"))], One(CSV, "what", &["tabs"])),
        typed("a cell too many", CSV, "tram,365", "tram,365,5", &["3 cells"]),
        typed("a cell too few", CSV, "tram,365", "tram", &["1 cell"]),
        typed("a quotation mark that is not closed", CSV, "bicycle,", "\"bicycle,", &["not closed"]),
        typed("n/a", CSV, "365", "n/a", &["leave the cell empty"]),
        typed("digits in groups", CSV, "365", "1 400", &["1400"]),
        typed("digits with a comma", CSV, "365", "\"1,400\"", &["1400"]),
        typed("a unit in a cell", CSV, "365", "365 €", &["not a number"]),
        typed("a column misspelt", EN, "y = \"euros\"", "y = \"euro\"", &["did you mean `euros`?"]),
        typed("a file misspelt", EN, "\"prices.csv\"", "\"price.csv\"", &["did you mean `prices.csv`?"]),
        typed("a type misspelt", EN, "type = \"bar\"", "type = \"bars\"", &["did you mean `bar`?"]),
        typed("a chart without sources", EN, "sources = [\"city-tariff-2025\"]\n", "", &["no source"])
            .at(EN, "```chart"),
        typed(
            "a source of a chart misspelt",
            EN,
            "sources = [\"city-t",
            "sources = [\"cty-t",
            &["did you mean `city-tariff-2025`?"],
        ),
        typed("a subject's label given twice", EN, "tram = \"Tram\"", "tram = \"Tram\"\ntram = \"T\"", &["twice"]),
    ]
}

fn references() -> Vec<Row> {
    vec![
        typed(
            "a citation misspelt",
            EN,
            "[^city-tariff-2025]",
            "[^city-tarif-2025]",
            &["did you mean `city-tariff-2025`?"],
        ),
        typed("a citation in other letters", EN, "[^city-tariff-2025]", "[^City-Tariff-2025]", &["`city-tariff-2025`"]),
        typed("a figure without a source", EN, "euros.[^city-tariff-2025]", "euros.", &["figure"]).at(EN, "365 euros"),
        typed("a wikilink misspelt", EN, "[[weather]]", "[[wether]]", &["did you mean `weather`?"]),
        typed("a heading misspelt", EN, "[[weather]]", "[[weather#judgment]]", &["did you mean `judgement`?"]),
        typed("a wikilink with a capital", EN, "[[weather]]", "[[Weather]]", &["`weather`"]),
        row(
            "a term of the name of a dimension",
            [
                Write(
                    "content/terms/speed/ar.md",
                    "+++\ntitle = \"سرعة\"\nsummary = \"كم في الساعة.\"\n+++\n[[terms/speed]]\n",
                ),
                Write("content/terms/speed/en.md", "+++\ntitle = \"Pace\"\nsummary = \"How much an hour.\"\n+++\n"),
                Replace("content/about/ar.md", "الشارع", "[[terms/speed]]"),
                Replace("content/dimensions/cost/ar.md", "[[speed]]", "[[dimensions/speed]]"),
            ],
            One(EN, "[[speed]]", &["`dimensions/speed`", "`terms/speed`"]),
        ),
    ]
}

fn headings() -> Vec<Row> {
    vec![
        typed("a heading without its id", EN, "## The evidence {#evidence}", "## The evidence", &["`{#evidence}`"]),
        typed("an id without its sign", EN, "{#evidence}", "{evidence}", &["`{#evidence}`"]),
        typed("an id with a blank", EN, "{#evidence}", "{#the evidence}", &["`{#evidence}`"]),
        typed("an id with a capital", EN, "{#evidence}", "{#Evidence}", &["`evidence`"]),
        typed("an id misspelt", EN, "{#evidence}", "{#evidnce}", &["did you mean `evidence`?"]),
        row(
            "a heading without its id in Arabic",
            [Replace("content/dimensions/cost/ar.md", "## الشواهد {#evidence}", "## الشواهد")],
            One("content/dimensions/cost/ar.md", "## الشواهد", &["`{#evidence}`"]),
        ),
        row(
            "a section that is not translated",
            [Replace(EN, "## The verdict", "## The rest {#rest}\n\nWords.\n\n## The verdict")],
            One(EN, "## The rest", &["#rest", "`ar`"]),
        ),
    ]
}

fn files() -> Vec<Row> {
    vec![
        row(
            "eng.md",
            [Rename(ABOUT, "content/about/eng.md")],
            One("content/about/eng.md", "", &["did you mean `en.md`?"]),
        ),
        row(
            "EN.md",
            [Rename(ABOUT, "content/about/EN.md")],
            One("content/about/EN.md", "", &["did you mean `en.md`?"]),
        ),
        row(
            "en.md.txt",
            [Rename(ABOUT, "content/about/en.md.txt")],
            One("content/about/ar.md", "", &["did you mean `en.md`", "en.md.txt"]),
        ),
        row(
            "english.md",
            [Rename(ABOUT, "content/about/english.md")],
            One("content/about/english.md", "", &["did you mean `en.md`?"]),
        ),
        row(
            "Page.toml",
            [Rename(FACTS, "content/dimensions/cost/Page.toml")],
            One("content/dimensions/cost/ar.md", "", &["`page.toml`", "Page.toml"]),
        ),
        row(
            "Windows-1256",
            [Bytes(ABOUT, b"+++\ntitle = \"\xda\xe4\"\nsummary = \"\xda\xe4\"\n+++\n\xda\xe4 \xc7\xe1\n".to_vec())],
            One(ABOUT, "title", &["UTF-8"]),
        ),
        row(
            "a folder with a blank",
            [Rename(ABOUT, "content/about us/en.md"), Rename("content/about/ar.md", "content/about us/ar.md")],
            One("content/about us/ar.md", "", &["rename it to `about-us`"]),
        ),
        row(
            "a folder with a blank that has a slug",
            [
                Rename(ABOUT, "content/about us/en.md"),
                Rename("content/about/ar.md", "content/about us/ar.md"),
                Write("content/about us/page.toml", "slug = \"about-us\"\n"),
            ],
            Clean,
        ),
        row(
            "a slug with a blank",
            [Write("content/about/page.toml", "slug = \"about us\"\n")],
            One("content/about/page.toml", "", &["`about us`", "slug = \"about-us\""]),
        ),
        row(
            "a slug that is a path",
            [Write("content/about/page.toml", "slug = \"/site/about-us/\"\n")],
            One("content/about/page.toml", "", &["is a path", "slug = \"about-us\""]),
        ),
        row(
            "a slug of nothing",
            [Write("content/about/page.toml", "slug = \"\"\n")],
            One("content/about/page.toml", "", &["makes no good address"]),
        ),
        row(
            "a slug as the folder is called",
            [Write("content/about/page.toml", "slug = \"about\"\n")],
            One("content/about/page.toml", "", &["`slug`", "take it out"]),
        ),
        row(
            "a slug that is another page's folder",
            [Replace(FACTS, "order = 10", "slug = \"speed\"\norder = 10")],
            One(FACTS, "slug", &["content/dimensions/cost", "content/dimensions/speed"]),
        ),
        row(
            "a slug that is a page made of others",
            [Write("content/about/page.toml", "slug = \"matrix\"\n")],
            One("content/about/page.toml", "", &["`matrix`", "another slug"]),
        ),
        row(
            "a slug of the home page",
            [Write("content/page.toml", "slug = \"home\"\n")],
            One("content/page.toml", "", &["home page", "take it out"]),
        ),
        row(
            "a slug in the front matter",
            [Replace(ABOUT, "summary", "slug = \"about-us\"\nsummary")],
            One(ABOUT, "slug", &["`slug`", "page.toml"]),
        ),
        row(
            "a link by a slug",
            [
                Write("content/about/page.toml", "slug = \"imprint\"\n"),
                Replace("content/en.md", "A small site", "[[imprint]]: a small site"),
            ],
            One("content/en.md", "imprint", &["names folders", "[[about]]"]),
        ),
        row(
            "a link with the address of a slug",
            [
                Write("content/about/page.toml", "slug = \"imprint\"\n"),
                Replace("content/en.md", "A small site", "[Imprint](/en/imprint/): a small site"),
            ],
            One("content/en.md", "imprint", &["names folders", "`/about/`"]),
        ),
        row("a language's file deleted", [Delete("content/about/ar.md")], One(ABOUT, "", &["content/about/ar.md"])),
        row("page.toml deleted", [Delete(FACTS)], One("content/dimensions/cost/ar.md", "", &["page.toml"])),
        row(
            "the home page deleted",
            [Delete("content/ar.md"), Delete("content/en.md")],
            One("", "", &["home page", "content/ar.md"]),
        ),
        row(
            "a CSV file in UTF-16",
            [Bytes(CSV, "\u{feff}what,euros\nbicycle,1\ntram,2\n".encode_utf16().flat_map(u16::to_le_bytes).collect())],
            One(CSV, "", &["UTF-8"]),
        ),
    ]
}

fn placeholders() -> Vec<Row> {
    vec![
        row(
            "a draft that others link to",
            [
                Replace("content/dimensions/weather/page.toml", "order = 30", "order = 30\ndraft = true"),
                Replace(FACTS, ", \"weather\"", ""),
                Replace("content/dimensions/cost/ar.md", " و[[weather]]", ""),
            ],
            One(EN, "[[weather]]", &["draft"]),
        ),
        row(
            "a draft in related",
            [
                Replace("content/dimensions/weather/page.toml", "order = 30", "order = 30\ndraft = true"),
                Replace("content/dimensions/cost/ar.md", " و[[weather]]", ""),
                Replace(EN, " and [[weather]]", ""),
            ],
            One(FACTS, "weather", &["draft"]),
        ),
        row(
            "a page whose Arabic is as new wrote it",
            [
                New("page", "riders"),
                Delete("content/riders/page.toml"),
                Write("content/riders/en.md", "+++\ntitle = \"Riders\"\nsummary = \"Who rides.\"\n+++\nThey ride.\n"),
            ],
            One("content/riders/ar.md", "summary", &["`new`"]),
        ),
    ]
}

fn theme() -> Vec<Row> {
    vec![
        row(
            "an unknown message",
            [
                Write("templates/i18n/en.ftl", ""),
                Each("templates/i18n/en.ftl", |_| message("notes_title", "note_title")),
            ],
            One("templates/i18n/en.ftl", "note_title", &["did you mean `notes_title`?"]),
        ),
        row(
            "a message without its sign",
            [
                Write("templates/i18n/en.ftl", ""),
                Each("templates/i18n/en.ftl", |_| message("notes_title =", "notes_title")),
            ],
            One("templates/i18n/en.ftl", "notes_title", &["`=`"]),
        ),
        row(
            "a template of a name that none has",
            [Write("templates/dimenson.html", "<p>\n")],
            One("templates/dimenson.html", "", &["did you mean `dimension.html`?"]),
        ),
        row(
            "a condition that is not closed",
            [Write("templates/page.html", "<p>{% if x %}\n</p>\n")],
            One("templates/page.html", "", &["{% endif %}"]),
        ),
        row(
            "a field that is not there",
            [Write("templates/page.html", "<p>{{ document.titel }}</p>\n")],
            One("templates/page.html", "titel", &["did you mean `title`?"]),
        ),
    ]
}

/// The default English messages with one text by another.
fn message(from: &str, to: &str) -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/templates/i18n/en.ftl");
    std::fs::read_to_string(path).expect("the messages").replacen(from, to, 1)
}

fn no_mistakes() -> Vec<Row> {
    let crlf = |text: &str| text.replace('\n', "\r\n");
    let marked = |text: &str| format!("\u{feff}{text}");
    vec![
        row("line ends of Windows", [EN, FACTS, CSV, SITE, SOURCES].map(|file| Each(file, crlf)), Clean),
        row("byte order marks", [EN, FACTS, CSV, SITE, SOURCES].map(|file| Each(file, marked)), Clean),
        row("tabs in TOML", [Each(FACTS, |text| text.replace(" = ", "\t=\t"))], Clean),
        row(
            "no line end at the end",
            [EN, FACTS, CSV].map(|file| Each(file, |text| text.trim_end().to_owned())),
            Clean,
        ),
        row("a date as text", [Replace(FACTS, "2026-10-20", "\"2026-10-20\" # first")], Clean),
        row("a path to a file", [Replace(EN, "[[weather]]", "[rain](../weather/en.md)")], Clean),
        row("signs in code", [Replace(EN, "See [[headway]]", "`[[cost]]`\n\n\n\nSee [[headway]]")], Clean),
        row(
            "files of editors",
            [
                Write("content/about/en.md~", "x"),
                Write("content/about/.DS_Store", "x"),
                Write("content/about/notes.txt", "x"),
                Write("content/about/#en.md#", "x"),
                Write("content/about/en.md.bak", "x"),
                Write("content/about/.en.md.swp", "x"),
            ],
            Clean,
        ),
        row(
            "blanks and Arabic letters in names of files",
            [
                Write("content/about/the street.txt", "x"),
                Write("content/about/الشارع.txt", "x"),
                Replace(ABOUT, "the street", "[the street](the%20street.txt) and [شارع](الشارع.txt)"),
            ],
            Clean,
        ),
        row("signs in comments", [Replace(FACTS, "order = 10", "order = 10 # “ten”، عشرة ١٠")], Clean),
        row("signs in texts", [Replace(EN, "\"Bought once.\"", "\"«Bought» once ، ١٠ “x”\"")], Clean),
    ]
}

/// A picture of 6 MB that says its size and ends as it should.
fn photograph() -> Vec<u8> {
    let head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x07\x6c\0\0\x07\x08\x08\x02\0\0\0\0\0\0\0";
    [&head[..], &vec![1; 6_000_000], b"\0\0\0\0IEND\xae\x42\x60\x82"].concat()
}

/// In the article of the English page, in place of a sentence.
pub fn said(name: &'static str, text: &'static str, words: &'static [&'static str]) -> Row {
    let needle = text.lines().find(|line| !line.is_empty()).unwrap_or(text);
    row(name, [Replace(EN, "See [[headway]] and [[gears]].\n", text)], One(EN, needle, words))
}

/// Mistakes in the words of articles.
fn references_that_are_none() -> Vec<Row> {
    let key = "[^city-tariff-2025]";
    vec![
        typed("a citation without its sign", EN, key, "[city-tariff-2025]", &["[^city-tariff-2025]"]),
        typed("a citation in parentheses", EN, key, "(^city-tariff-2025)", &["[^city-tariff-2025]"]),
        typed("a citation in braces", EN, key, "{^city-tariff-2025}", &["[^city-tariff-2025]"]),
        typed("two keys between brackets", EN, key, "[^city-tariff-2025, street-count]", &["[^street-count]"]),
        typed("a wikilink with one bracket", EN, "[[weather]]", "[weather|the weather]", &["[[weather|the weather]]"]),
        typed("a wikilink with a broken bar", EN, "[[weather]]", "[[weather¦rain]]", &["[[weather|rain]]"]),
        said("a link with a blank", "See [[headway]] and [[gears]], [the street] (../weather/).\n", &["(../weather/)"]),
        said(
            "a link the wrong way round",
            "See [[headway]] and [[gears]], (rain)[../weather/].\n",
            &["[rain](../weather/)"],
        ),
        said("a link with two blanks", "See [[headway]] and [[gears]]^[a note in it].\n", &["[^name]"]),
        typed("related twice", FACTS, "\"weather\"]", "\"weather\", \"speed\"]", &["twice"]),
    ]
}

fn of_other_tools() -> Vec<Row> {
    let see = |text: &str| -> &'static str {
        Box::leak(format!("See [[headway]] and [[gears]].\n\n{text}\n").into_boxed_str())
    };
    let mut rows = Vec::new();
    for (name, text, at, words) in [
        ("an attribute list", "Words{.red} here.", "Words{", "{.red}"),
        ("a line of attributes", "{: .note }", "{:", "{: .note }"),
        ("contents", "[TOC]", "[TOC]", "headings"),
        ("an include", "<!--@include: ./x.md-->", "<!--@", "brought in"),
        ("a snippet", "<<< @/x.js", "<<<", "another generator"),
        ("a directive", ".. note:: Mind", ".. note", "another generator"),
        ("an export", "export const a = 1", "export", "another generator"),
        ("a remark of Obsidian", "%% later %%", "%%", "<!--"),
        ("an abbreviation", "*[HTML]: Hypertext", "*[HTML]", "<abbr"),
        ("an emoji that is none", "Go :rokcet: now", ":rokcet:", ":rocket:"),
        ("a table without its rule", "| a | b |\n| 1 | 2 |", "| a", "|---|---|"),
        ("a table with a short rule", "| a | b |\n|---|\n| 1 | 2 |", "| a", "|---|---|"),
        ("a paragraph behind a table", "| a | b |\n|---|---|\n| 1 | 2 |\nMore words.", "More words", "empty line"),
        ("a row with a cell too few", "| a | b |\n|---|---|\n| 1 |", "| 1 |", "1 cell"),
        ("a list of letters", "a) one\nb) two", "a)", "item of a list"),
        ("a heading of seven signs", "####### Deep", "#######", "six levels"),
        ("a heading without words", "### ", "###", "no words"),
        ("a product", "It is 2*3*4 wide.", "2*3", "product"),
        ("a name of Python", "See __init__ there.", "__init__", "`__init__`"),
        ("an indented paragraph", "    A paragraph that was indented.", "A paragraph that", "indented"),
        ("data as an image", "![prices](prices.csv)", "![prices]", "no image"),
        ("a size in an address", "![x](x.svg =100x20)", "![x]", "{width=100}"),
        ("a line of a merge", ">>>>>>> other", ">>>>>>>", "merge"),
        ("code in other code", "```sh\nls\n\nWords.\n\n```sh\ncd\n```", "```sh", "not closed"),
    ] {
        rows.push(said(name, see(text), &[]).at(EN, at).saying(words));
    }
    rows
}

fn names_that_are_others() -> Vec<Row> {
    vec![
        typed("a stance of another subject", EN, "tram = \"Paid", "metro = \"Paid", &["did you mean `tram`?"]),
        typed("a table in Arabic", EN, "[stance]", "[موقف]", &["did you mean `stance`?"]),
        typed("a table as a list", EN, "[axis]", "[[axis]]", &["[axis]"]),
        typed("a key without its sign", EN, "start = \"Paid", "start \"Paid", &["start ="]),
        typed("a backslash in a text", EN, "title = \"Cost\"", "title = \"C:\\Cost\"", &["`\\\\`"]),
        typed("an id of a subject with a blank", SITE, "id = \"tram\"", "id = \"the tram\"", &["letters, digits"]),
        typed(
            "a key of a source with a blank",
            SOURCES,
            "[city-tariff-2025]",
            "[city tariff 2025]",
            &["city-tariff-2025"],
        ),
        typed("front matter closed with a margin", EN, "Paid again\"\n+++\n", "Paid again\"\n  +++\n", &["+++"]),
        row(
            "words before front matter",
            [Each(EN, |text| format!("Words.\n\n{text}"))],
            One(EN, "Words.", &["before the front"]),
        ),
        row("empty lines before front matter", [Each(EN, |text| format!("\n\n{text}"))], Clean),
        typed("an id twice", EN, "{#verdict}", "{#evidence}", &["`evidence`"]).at(EN, "## The verdict"),
        typed("an id with two signs", EN, "{#evidence}", "{##evidence}", &["`{#evidence}`"]),
        typed("a section of the third level", EN, "## The evidence", "### The evidence", &["level 3", "##"]),
        typed("a heading of wide signs", EN, "## The evidence", "＃＃ The evidence", &["plain ones"]),
        typed("chart misspelt", EN, "```chart", "```cahrt", &["did you mean `chart`?"]),
        row(
            "a chart that is not closed before other code",
            [Replace(
                EN,
                "euros = \"Euros\"\n```\n",
                "euros = \"Euros\"\n\nProse, and: more of it.\n\n```sh\nls\n```\n",
            )],
            One(EN, "```chart", &["not closed"]),
        ),
    ]
}

fn articles() -> Vec<Row> {
    const LOCK: &str = "content/translations.lock";
    let conflict = |text: &str| {
        let (first, rest) = text.split_once('\n').unwrap_or_default();
        let (second, rest) = rest.split_once('\n').unwrap_or_default();
        format!("{first}\n<<<<<<< HEAD\n{second}\n=======\n{second}\n>>>>>>> other\n{rest}")
    };
    let mut rows = vec![
        row("a no-break space behind ##", [Replace(EN, "## The evidence", "##\u{a0}The evidence")], Clean),
        said("a NUL byte", "See [[headway]] \0and [[gears]].\n", &["U+0000"]),
        said("an embedding", "See [[headway]] \u{202b}and [[gears]].\n", &["U+202B"]),
        said("a mark in the article", "See [[headway]]\u{200f} and [[gears]].\n", &["U+200F"]),
        row("a conflict in front matter", [Each(EN, conflict)], One(EN, "<<<<<<<", &["merge conflict"])),
        row("a conflict in page.toml", [Each(FACTS, conflict)], One(FACTS, "<<<<<<<", &["merge conflict"])),
        row("a conflict in sources", [Each(SOURCES, conflict)], One(SOURCES, "<<<<<<<", &["merge conflict"])),
        row("a conflict in site.toml", [Each(SITE, conflict)], One(SITE, "<<<<<<<", &["merge conflict"])),
        row("a conflict in data", [Each(CSV, conflict)], One(CSV, "<<<<<<<", &["merge conflict"])),
        row(
            "a conflict in the lock",
            [Write(LOCK, "[\"\"]\n<<<<<<< HEAD\n\"\" = { ar = \"1\" }\n=======\n\"\" = { ar = \"2\" }\n>>>>>>> b\n")],
            One(LOCK, "<<<<<<<", &["merge conflict", "one side and none of the other"]),
        ),
        row("a blank in a citation", [Replace(EN, "[^city-tariff-2025]", "[ ^city-tariff-2025]")], Clean),
        row("a blank behind a key", [Replace(EN, "[^city-tariff-2025]", "[^city-tariff-2025 ]")], Clean),
        row("a blank before a key", [Replace(EN, "[^city-tariff-2025]", "[^ city-tariff-2025]")], Clean),
        said("a footnote without a reference", "See [[headway]] and [[gears]].\n\n[^n]: Unused.\n", &["`n`"])
            .at(EN, "[^n]"),
        said("a footnote twice", "See [[headway]] and [[gears]].[^n]\n\n[^n]: One.\n\n[^n]: Two.\n", &["`n`"])
            .at(EN, "[^n]: Two"),
        said("a wikilink to nothing", "See [[headway]] and [[gears]] and [[]].\n", &["[["]),
        said("a wikilink without words", "See [[headway]] and [[gears]] and [[cost|]].\n", &["no words"]),
        said("a wikilink without a target", "See [[headway]] and [[gears]] and [[|cost]].\n", &["[["]),
        typed("signs in a stance", EN, "Bought once.", "**Bought** once.", &["**"]),
        typed("a citation in a summary", EN, "What a year costs.", "What a year costs.[^city-tariff-2025]", &["[^"]),
        typed("a wikilink in a stance", EN, "Bought once.", "Bought [[headway]] once.", &["[["]),
        said("a path misspelt", "See [[headway]] and [[gears]] and [x](../wether/).\n", &["did you mean"]),
        said("an anchor misspelt", "See [[headway]], [[gears]], [x](../weather/#judgment).\n", &["`judgement`"]),
        row(
            "a path with its language",
            [Replace(EN, "See [[headway]]", "[x](/en/dimensions/weather/) [[headway]]")],
            Clean,
        ),
        said("a scheme misspelt", "See [[headway]], [[gears]], [x](htps://lines.example).\n", &["https://"]),
        said("no scheme", "See [[headway]], [[gears]], [x](www.street.example).\n", &["https://www.street.example"]),
        said("no mailto", "See [[headway]], [[gears]], [x](a@street.example).\n", &["mailto:"]),
        said("backslashes", "See [[headway]], [[gears]], [x](..\\weather\\en.md).\n", &["`/`"]),
        said("a blank in emphasis", "See [[headway]], [[gears]], **bold **.\n", &["**"]),
        said("code that is not closed", "See [[headway]], [[gears]], `code.\n", &["`"]),
        said("emphasis that is not closed", "See [[headway]], [[gears]], **bold.\n", &["**"]),
        said("a backslash at the end", "See [[headway]], [[gears]].\\\n", &["backslash"]),
        said("an unknown alert", "> [!NOTICE]\n> Words.\n\nSee [[headway]], [[gears]].\n", &["[!NOTE]"]),
        said("a misspelt alert", "> [!WARNNING]\n> Words.\n\nSee [[headway]], [[gears]].\n", &["WARNING"]),
        said("an alert without its sign", "> [NOTE]\n> Words.\n\nSee [[headway]], [[gears]].\n", &["[!NOTE]"]),
        said("a fence of another length", "See [[headway]], [[gears]].\n\n````\nx\n```\n", &["not closed"])
            .at(EN, "````"),
        said("a language that is none", "See [[headway]], [[gears]].\n\n```pyhton\nx = 1\n```\n", &["python"])
            .at(EN, "```pyhton"),
        said("an element that is not closed", "See [[headway]], [[gears]].\n\n<details>\n\nx\n", &["<details>"])
            .at(EN, "<details>"),
        said("a comment that is not closed", "See [[headway]], [[gears]].\n\n<!-- x\n\n", &["-->"]).at(EN, "<!--"),
        row(
            "a photograph straight from the camera",
            [
                Bytes("content/dimensions/cost/street.png", photograph()),
                Replace(EN, "See [[headway]]", "![A street](street.png)\n\nSee [[headway]]"),
            ],
            One(EN, "![A street", &["`street.png`", "6.0 MB", "1900"]),
        ),
        row(
            "a name of a file with its letters taken apart",
            [
                Write("content/dimensions/cost/cafe\u{301}.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
                Replace(EN, "See [[headway]]", "![A café](caf\u{e9}.svg)\n\nSee [[headway]]"),
                Replace("content/dimensions/cost/ar.md", "أنظر [[headway", "![مقهى](caf\u{e9}.svg)\n\nأنظر [[headway"),
            ],
            Clean,
        ),
        said("a quotation that does not end", "See [[headway]], \"fine, and [[gears]].\n", &["quotation", "end"]),
        said("a link of HTML to nowhere", "See [[headway]], <a href=\"\">x</a> and [[gears]].\n", &["`href`", "empty"]),
        said("an image misspelt", "See [[headway]], [[gears]]. ![x](pric.svg)\n", &["pric.svg"]),
        said("an image of another site", "See [[headway]], [[gears]]. ![x](https://a.example/b.png)\n", &["site"]),
    ];
    rows.push(row(
        "an image without alternative text",
        [
            Write("content/dimensions/cost/street.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
            Replace(EN, "See [[headway]]", "![](street.svg)\n\nSee [[headway]]"),
        ],
        One(EN, "![](street", &["alternative"]),
    ));
    rows.push(row(
        "an image in capitals",
        [
            Write("content/dimensions/cost/street.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
            Replace(EN, "See [[headway]]", "![A street](street.SVG)\n\nSee [[headway]]"),
        ],
        One(EN, "![A street", &["`street.svg`"]),
    ));
    rows
}

impl Row {
    /// The same with one word that has to be said.
    pub fn saying(mut self, word: &'static str) -> Self {
        if let One(file, needle, _) = self.answer {
            self.answer = One(file, needle, Box::leak(vec![word].into_boxed_slice()));
        }
        self
    }

    /// The same with the answer at another place.
    pub fn at(mut self, file: &'static str, needle: &'static str) -> Self {
        if let One(_, _, words) = self.answer {
            self.answer = One(file, needle, words);
        }
        self
    }
}

/// What a history has to be: the oldest change first, each from where the one before has led, the last to the axis.
fn histories() -> Vec<Row> {
    let history = |rows: &[[&str; 3]]| -> Edit {
        let row = |[day, from, to]: &[&str; 3]| {
            format!(
                "\n[[history]]\ndate = {day}\nfrom = {{ bicycle = {from} }}\nto = {{ bicycle = {to} }}\n\
                 reason = {{ ar = \"سبب\", en = \"A reason\" }}\n"
            )
        };
        let rows: String = rows.iter().map(row).collect();
        let text = format!(
            "kind = \"difference\"\norder = 10\nrelated = [\"speed\", \"weather\"]\ndate = 2026-10-20\n\n\
             [axis]\nbicycle = 20\ntram = 70\n{rows}"
        );
        Write(FACTS, Box::leak(text.into_boxed_str()))
    };
    let [first, second] = [["2026-11-01", "40", "30"], ["2026-11-08", "30", "20"]];
    let late = |day| One(FACTS, day, &["stands after that of", "put the oldest change first"]);
    vec![
        row("changes in their order", [history(&[first, second])], Clean),
        row("the newest change first", [history(&[second, first])], late("2026-11-01")),
        row(
            "a change of an earlier day at the end",
            [history(&[second, ["2026-11-01", "30", "25"]])],
            late("2026-11-01"),
        ),
        row(
            "a change that is given a day before the page",
            [history(&[first, ["2026-01-08", "30", "20"]])],
            late("2026-01-08"),
        ),
        row(
            "two changes of a day",
            [history(&[first, ["2026-11-01", "30", "20"]])],
            late("2026-11-01\nfrom = { bicycle = 30"),
        ),
        row(
            "a change from another place",
            [history(&[first, ["2026-11-08", "35", "20"]])],
            One(FACTS, "from = { bicycle = 35", &["moves from 35", "led to 30"]),
        ),
        row(
            "a history that ends elsewhere",
            [history(&[first, ["2026-11-08", "30", "25"]])],
            One(FACTS, "to = { bicycle = 25", &["ends at 25", "the axis is 20"]),
        ),
    ]
}

/// One slip of which several places are the consequences: levels of faults, columns and cells of data, names of files.
fn told_once() -> Vec<Row> {
    const AR: &str = "content/dimensions/cost/ar.md";
    const UNCITED: &str = "sources = [\"city-tariff-2025\"]\n\n[labels]";
    let uncited = |file| Replace(file, UNCITED, "[labels]");
    let checked = |text: &'static str| {
        let text = format!("{text}\n\n[[languages]]\ntag = \"ar\"");
        Replace(SITE, "[[languages]]\ntag = \"ar\"", Box::leak(text.into_boxed_str()))
    };
    let level =
        |name, text, needle, words| row(name, [checked(text), uncited(EN), uncited(AR)], One(SITE, needle, words));
    let years = "what,year,euros\nbicycle,2024,120\nbicycle,2025,130\ntram,2025,365\n";
    let by_year = |file, column| Replace(file, "x = \"what\"", column);
    let only = |file, column| Replace(file, "x = \"what\"", column);
    let renamed = |name, from, to, words| row(name, [Replace(CSV, from, to)], One(CSV, to, words));
    vec![
        row(
            "levels of a folder",
            [checked("[check.folders.\"dimensions\"]\nuncited-figure = \"off\""), uncited(EN), uncited(AR)],
            Clean,
        ),
        level(
            "a folder of levels misspelt",
            "[check.folders.\"dimensons\"]\nuncited-figure = \"off\"",
            "dimensons",
            &["no folder `content/dimensons`", "did you mean `dimensions`?"],
        ),
        level(
            "a folder of levels by its last part",
            "[check.folders.\"cost\"]\nuncited-figure = \"off\"",
            "\"cost\"",
            &["did you mean `dimensions/cost`?"],
        ),
        level(
            "a folder of levels with content/",
            "[check.folders.\"content/dimensions/\"]\nuncited-figure = \"off\"",
            "content/dimensions",
            &["did you mean `dimensions`?"],
        ),
        level(
            "a kind of fault misspelt",
            "[check.folders.\"dimensions\"]\nuncited-figures = \"off\"",
            "uncited-figures",
            &["did you mean `uncited-figure`?"],
        ),
        level(
            "a level that is none",
            "[check]\nuncited-figure = \"none\"",
            "\"none\"",
            &["`error`, `warning` or `off`"],
        ),
        level("[chek]", "[chek]\nuncited-figure = \"off\"", "[chek]", &["did you mean `check`?"]),
        row(
            "one of several columns misspelt",
            [Write(CSV, years), by_year(EN, "x = [\"what\", \"yaer\"]"), by_year(AR, "x = [\"what\", \"year\"]")],
            One(EN, "yaer", &["did you mean `year`?"]),
        ),
        row(
            "a column of `only` misspelt",
            [
                Write(CSV, years),
                only(EN, "x = \"what\"\nonly = { yaer = \"2025\" }"),
                only(AR, "x = \"what\"\nonly = { year = \"2025\" }"),
            ],
            One(EN, "yaer", &["did you mean `year`?"]),
        ),
        renamed("a column renamed in the data", "what,euros", "what,euro", &["no column `euros`", "`euro`"]),
        renamed("a cell renamed in the data", "tram,365", "trams,365", &["no cell `tram`", "`trams`"]),
        row(
            "a cell that is another in the data",
            [Replace(CSV, "bicycle,120", "on foot,120")],
            One(AR, "bicycle = \"دراجة\"", &["`bicycle`", "as the CSV file does"]),
        ),
        renamed("a row without its first cell", "tram,365", "365", &["1 cell", "the cell that is missing", "`,,`"]),
        row(
            "data in capitals",
            [Rename(CSV, "content/dimensions/cost/prices.CSV")],
            One(AR, "data =", &["`prices.CSV` is there", "rename it to `prices.csv`"]),
        ),
        row(
            "data with another ending",
            [Rename(CSV, "content/dimensions/cost/prices.csv.txt")],
            One(AR, "data =", &["`prices.csv.txt` is there"]),
        ),
        row(
            "a folder whose name has a blank in links",
            [
                Rename("content/terms/headway/ar.md", "content/terms/head way/ar.md"),
                Rename("content/terms/headway/en.md", "content/terms/head way/en.md"),
            ],
            One("content/terms/head way/ar.md", "+++", &["links call it `headway`"]),
        ),
        row(
            "a new folder whose name has a blank",
            [
                Write("content/terms/top tube/ar.md", "+++\ntitle = \"الأنبوب\"\nsummary = \"أعلى الإطار.\"\n+++\n"),
                Write("content/terms/top tube/en.md", "+++\ntitle = \"Top tube\"\nsummary = \"Of a frame.\"\n+++\n"),
            ],
            One("content/terms/top tube/ar.md", "+++", &["rename it to `top-tube`"]),
        ),
        row(
            "an id that both languages had",
            [
                Write(
                    "content/translations.lock",
                    "[\"dimensions/weather\"]\n\"judgement\" = { ar = \"1\", en = \"2\" }\n",
                ),
                Replace("content/dimensions/weather/ar.md", "{#judgement}", "{#verdict}"),
            ],
            One("content/dimensions/weather/ar.md", "{#verdict}", &["was `#judgement`", "write `{#judgement}` again"]),
        ),
        row(
            "an id that both languages had, changed in the second",
            [
                Write(
                    "content/translations.lock",
                    "[\"dimensions/weather\"]\n\"judgement\" = { ar = \"1\", en = \"2\" }\n",
                ),
                Replace("content/dimensions/weather/en.md", "{#judgement}", "{#verdict}"),
            ],
            One("content/dimensions/weather/en.md", "{#verdict}", &["was `#judgement`", "is so in `ar`"]),
        ),
    ]
}

/// What is nearly what was meant, and says so.
fn near_the_right_word() -> Vec<Row> {
    const MESSAGES: &str = "templates/i18n/en.ftl";
    vec![
        typed("a semicolon in a list", EN, "\"price\", \"fare\"", "\"price\"; \"fare\"", &["semicolon", "write `,`"]),
        typed("a semicolon in a table", SITE, "الترام\", en", "الترام\"; en", &["semicolon", "write `,`"]),
        typed("a point in a range", FACTS, "bicycle = 20", "bicycle = [20. 35]", &["stands `.`", "[20, 35]"]),
        typed("no comma in a range", FACTS, "bicycle = 20", "bicycle = [20 35]", &["no comma", "[20, 35]"]),
        typed("a range with a hyphen", FACTS, "bicycle = 20", "bicycle = 20-35", &["no range", "[20, 35]"]),
        typed(
            "a month before the year",
            SOURCES,
            "accessed = 2026-10-12",
            "published = \"02-2026\"\naccessed = 2026-10-12",
            &["write \"2026-02\""],
        ),
        typed(
            "a source that was read before it appeared",
            SOURCES,
            "accessed = 2026-10-12",
            "published = 2026-10-14\naccessed = 2026-10-12",
            &["appeared on 2026-10-14", "read, 2026-10-12"],
        ),
        row(
            "an issue of a later month",
            [Replace(SOURCES, "accessed = 2026-10-12", "published = \"2026-11\"\naccessed = 2026-10-12")],
            Clean,
        ),
        row(
            "a message whose brace is not closed",
            [Write(MESSAGES, ""), Each(MESSAGES, |_| message("{ $number }\n", "{ $number\n"))],
            One(MESSAGES, "{ $number\n", &["is not closed", "`{ $number }`"]),
        ),
        row(
            "messages under the name of their language",
            [Write("templates/i18n/english.ftl", "menu = Menu\n")],
            One("templates/i18n/english.ftl", "menu", &["`templates/i18n/en.ftl`"]),
        ),
        row(
            "messages with another ending",
            [Write("templates/i18n/en.ftl.txt", "menu = Menu\n")],
            One("templates/i18n/en.ftl.txt", "menu", &["`templates/i18n/en.ftl`"]),
        ),
        row(
            "messages of another language that the program speaks",
            [Write("templates/i18n/fr.ftl", "menu = Menu\n")],
            Clean,
        ),
        row(
            "a wikilink by the Arabic title",
            [Replace("content/dimensions/cost/ar.md", "[[headway]]", "[[headway]] و[[الفاصل|الوقت]]")],
            One("content/dimensions/cost/ar.md", "أنظر", &["did you mean `headway`?"]),
        ),
    ]
}
