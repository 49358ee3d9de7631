//! Holds the words of the site that this repository publishes to what `content/method` promises: one order of sections,
//! both languages saying the same, figures and sources in their places. What any site must satisfy is the business of
//! `check`; here stand only the promises of this one, and nothing judges style. It belongs to the content and not to the
//! program: `cargo test` leaves it out, and `cargo test --test content` runs it.

#[path = "../support/mod.rs"]
mod support;

use std::collections::{BTreeMap, BTreeSet};

use muwazana::build::Options;
use muwazana::diagnostic::human;
use muwazana::text::Date;
use support::{build_well, dead_links, options, root};
use toml::Table;

const LANGUAGES: [&str; 2] = ["ar", "en"];

/// Ids of the sections that every dimension has, in their order; others may stand between them.
const FIXED: [&str; 6] = ["brief", "claim", "evidence-for", "evidence-against", "where-each-stands", "change-our-mind"];

/// The day on which the newest sources were read; `check` takes a later one for a mistake.
const LAST_READ: &str = "2026-12-03";

/// Fewest and most words of an article, without its tables. Arabic joins article and particles to the word.
const LENGTHS: [(usize, usize); 2] = [(850, 1400), (900, 1500)];

/// A page in one language, as it is written.
struct Article {
    matter: Table,
    /// By id; what stands before the first heading has the empty one.
    sections: Vec<(String, String)>,
}

impl Article {
    fn read(file: &str) -> Self {
        let mut parts = file.splitn(3, "+++\n").skip(1);
        let matter = parts.next().expect("front matter").parse().expect("TOML");
        let mut sections = vec![(String::new(), String::new())];
        let mut fenced = false;
        for line in parts.next().expect("a body").lines() {
            fenced ^= line.starts_with("```");
            let id = line.strip_prefix("## ").filter(|_| !fenced).and_then(|line| line.rsplit_once("{#"));
            if let Some((_, id)) = id {
                sections.push((id.trim_end_matches('}').to_owned(), String::new()));
            }
            let (_, text) = sections.last_mut().expect("a section");
            text.extend([line, "\n"]);
        }
        Self { matter, sections }
    }

    fn ids(&self) -> Vec<&str> {
        self.sections.iter().map(|(id, _)| id.as_str()).collect()
    }

    fn text(&self) -> String {
        self.sections.iter().map(|(_, text)| text.as_str()).collect()
    }

    /// The string at a key of the front matter, or of a table in it.
    fn said(&self, path: &[&str]) -> &str {
        let (last, tables) = path.split_last().expect("a key");
        let within = tables.iter().try_fold(&self.matter, |table, key| table.get(*key)?.as_table());
        within.and_then(|table| table.get(*last)?.as_str()).unwrap_or_default()
    }
}

/// A page folder.
struct Page {
    /// In the order of [`LANGUAGES`].
    articles: [Article; 2],
    facts: Table,
    tables: BTreeMap<String, String>,
}

/// The page folders of `content/` by path, without the manual, which claims nothing and is held to the program by
/// `tests/manual.rs`; home has the empty path.
fn pages() -> BTreeMap<String, Page> {
    let files = support::files(&root().join("content"));
    let text = |path: String| files.get(&path).map(|bytes| String::from_utf8(bytes.clone()).expect("UTF-8"));
    let folders =
        files.keys().filter_map(|path| path.strip_suffix("en.md")).filter(|path| !path.starts_with("manual/"));
    let page = |folder: &str| Page {
        articles: LANGUAGES.map(|tag| {
            let file = text(format!("{folder}{tag}.md"));
            Article::read(&file.unwrap_or_else(|| panic!("content/{folder}{tag}.md is missing")))
        }),
        facts: text(format!("{folder}page.toml")).unwrap_or_default().parse().expect("TOML"),
        tables: files
            .keys()
            .filter_map(|path| path.strip_prefix(folder).filter(|name| name.ends_with(".csv") && !name.contains('/')))
            .map(|name| (name.to_owned(), text(format!("{folder}{name}")).expect("a file")))
            .collect(),
    };
    folders.map(|folder| (folder.trim_end_matches('/').to_owned(), page(folder))).collect()
}

fn below<'a>(pages: &'a BTreeMap<String, Page>, folder: &str) -> BTreeMap<&'a str, &'a Page> {
    pages.iter().filter_map(|(path, page)| Some((path.strip_prefix(folder)?, page))).collect()
}

/// Every dimension with each of its two articles: path, number of the language, article, page.
fn articles(pages: &BTreeMap<String, Page>) -> impl Iterator<Item = (String, usize, &Article, &Page)> {
    let both = |(slug, page): (&str, _)| {
        let page: &Page = page;
        let name = move |at: usize| format!("dimensions/{slug}/{}.md", LANGUAGES[at]);
        [0, 1].map(|at| (name(at), at, &page.articles[at], page))
    };
    below(pages, "dimensions/").into_iter().flat_map(both).collect::<Vec<_>>().into_iter()
}

/// What stands between two marks, wherever they occur.
fn between<'a>(text: &'a str, open: &'a str, close: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(open).skip(1).filter_map(move |rest| Some(rest.split_once(close)?.0))
}

fn citations(text: &str) -> BTreeSet<&str> {
    between(text, "[^", "]").collect()
}

/// The pages that a text links to, as they are written, without anchors.
fn links(text: &str) -> BTreeSet<&str> {
    between(text, "[[", "]]").map(|link| link.split(['|', '#', '\\']).next().unwrap_or_default()).collect()
}

/// A text as it is read: citations, destinations and ids are gone, and what they belong to stays.
fn as_read(text: &str) -> String {
    let mut read = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['[', ']', '{']) {
        let (before, from) = rest.split_at(at);
        read.push_str(before);
        let end = |close: &str| from.find(close).map_or(from.len(), |at| at + close.len());
        let skipped = if from.starts_with("[^") {
            end("]")
        } else if from.starts_with("](") {
            end(")")
        } else if from.starts_with("{#") {
            end("}")
        } else if from.starts_with("[[") {
            let bar = from[..end("]]")].find('|');
            bar.map_or_else(|| end("]]"), |bar| bar + 1)
        } else {
            1
        };
        rest = &from[skipped..];
    }
    read + rest
}

/// How many words a reader reads outside tables and fenced blocks.
fn words(text: &str) -> usize {
    let mut fenced = false;
    let prose = text.lines().filter(|line| {
        fenced ^= line.starts_with("```");
        !fenced && !line.starts_with(['|', '`'])
    });
    let prose = prose.collect::<Vec<_>>().join("\n");
    as_read(&prose).split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// What a figure counts, as far as the word after it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Percent,
    Million,
    Billion,
    Trillion,
}

/// The figures of a text with the units that they have there. Thousands are multiplied out, since one language writes
/// 28,000 where the other writes "28 thousand". One and two are left out: Arabic says them in the noun, and English has
/// "layer 2". A figure may have no unit where a range or a pair states it once.
fn figures(text: &str) -> BTreeMap<String, BTreeSet<Unit>> {
    let text = as_read(text);
    let mut found: BTreeMap<String, BTreeSet<Unit>> = BTreeMap::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(at);
        let digit = |at: usize| from[at..].starts_with(|c: char| c.is_ascii_digit());
        let inside = |(at, c): (usize, char)| digit(at) || (matches!(c, '.' | ',') && digit(at + 1));
        let number = from.char_indices().find(|at| !inside(*at)).map_or(from.len(), |(at, _)| at);
        rest = from[number..].trim_start_matches(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c));
        // `H100` and `x402` are names.
        if before.ends_with(|c: char| c.is_ascii_alphanumeric()) {
            continue;
        }
        let mut figure = from[..from.len() - rest.len()].replace(',', "");
        let word: String = rest.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
        if ["ألف", "آلاف"].iter().any(|stem| word.starts_with(stem)) || word == "thousand" {
            figure.push_str("000");
        }
        if !matches!(figure.as_str(), "1" | "2") {
            found.entry(figure).or_default().extend(unit(rest, &word));
        }
    }
    found
}

fn unit(rest: &str, word: &str) -> Option<Unit> {
    const WORDS: [(&str, Unit); 7] = [
        ("million", Unit::Million),
        ("مليون", Unit::Million),
        ("ملايين", Unit::Million),
        ("billion", Unit::Billion),
        ("مليار", Unit::Billion),
        ("trillion", Unit::Trillion),
        ("تريليون", Unit::Trillion),
    ];
    let counts = || WORDS.iter().find(|(stem, _)| word.starts_with(stem)).map(|(_, unit)| *unit);
    if rest.starts_with('%') { Some(Unit::Percent) } else { counts() }
}

/// How the figures of two texts differ; nothing if they do not.
fn unlike(a: &str, b: &str) -> Option<String> {
    let (a, b) = (figures(a), figures(b));
    let lacking = |from: &BTreeMap<String, _>, other: &BTreeMap<String, _>| {
        from.keys().filter(|figure| !other.contains_key(*figure)).cloned().collect::<Vec<_>>()
    };
    let (only_a, only_b) = (lacking(&a, &b), lacking(&b, &a));
    let counted = |(figure, units): (&String, &BTreeSet<Unit>)| {
        let other = b.get(figure)?;
        let stated = !units.is_empty() && !other.is_empty();
        (stated && units != other).then(|| format!("{figure}: {units:?} and {other:?}"))
    };
    let units: Vec<_> = a.iter().filter_map(counted).collect();
    let same = only_a.is_empty() && only_b.is_empty() && units.is_empty();
    (!same).then(|| format!("only {}: {only_a:?}, only {}: {only_b:?}, units: {units:?}", LANGUAGES[0], LANGUAGES[1]))
}

#[test]
fn the_site_has_no_fault_at_all() {
    let built = build_well(&root(), &Options { today: Date::parse(LAST_READ), ..options(None) });
    assert_eq!(built.faults(), (0, 0), "{}", human(&built.sources, &built.diagnostics, false));
}

#[test]
fn every_link_and_anchor_of_the_site_resolves() {
    let built = build_well(&root(), &options(Some("https://published.example/some/repo/")));
    let dead = dead_links(&built.outputs, "https://published.example", "/some/repo/");
    assert!(dead.is_empty(), "{dead:#?}");
    assert!(built.outputs.len() > 150, "only {} files", built.outputs.len());
}

#[test]
fn every_dimension_follows_the_order_of_the_method_in_both_languages() {
    let pages = pages();
    let dimensions = below(&pages, "dimensions/");
    assert!(dimensions.len() >= 12, "only {} dimensions", dimensions.len());
    for (path, page) in dimensions {
        let [ar, en] = &page.articles;
        assert_eq!(ar.ids(), en.ids(), "{path}");
        let fixed: Vec<_> = en.ids().into_iter().filter(|id| FIXED.contains(id)).collect();
        assert_eq!(fixed, FIXED, "{path}");
    }
}

#[test]
fn every_article_says_in_three_sentences_what_it_comes_to() {
    for (path, _, article, _) in articles(&pages()) {
        let (_, brief) = article.sections.iter().find(|(id, _)| id == "brief").expect("a brief");
        let text = as_read(brief);
        let ends = text
            .match_indices(['.', '؟', '?'])
            .filter(|(at, end)| text[at + end.len()..].chars().next().is_none_or(char::is_whitespace));
        assert_eq!(ends.count(), 3, "{path}: {text}");
    }
}

#[test]
fn every_article_has_a_length_that_a_reader_bears() {
    let pages = pages();
    let wrong = articles(&pages).filter_map(|(path, language, article, _)| {
        let ((fewest, most), words) = (LENGTHS[language], words(&article.text()));
        let is_bearable = (fewest..=most).contains(&words);
        (!is_bearable).then(|| format!("{path} has {words} words; {fewest} to {most} are wanted"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_article_rests_on_sources_and_leads_on() {
    let pages = pages();
    let leads = |text: &str, folder: &str, own: &str| {
        let target = |link: &&str| {
            let slug = link.strip_prefix(folder).unwrap_or(link);
            pages.contains_key(&format!("{folder}{slug}")) && !own.contains(&format!("/{slug}/"))
        };
        links(text).iter().filter(|link| target(link)).count()
    };
    for (path, _, article, page) in articles(&pages) {
        let text = article.text();
        let cited = citations(&text).len();
        assert!(cited >= 8, "{path} cites {cited} sources");
        let (terms, dimensions) = (leads(&text, "terms/", &path), leads(&text, "dimensions/", &path));
        assert!(terms >= 3 && dimensions >= 2, "{path} leads to {terms} terms and {dimensions} dimensions");
        assert!(text.contains("\n|") || text.contains("\n```chart"), "{path} has neither a table nor a chart");
        assert!(!page.tables.is_empty(), "{path} has no CSV beside it");
        for name in page.tables.keys() {
            assert!(text.contains(name.as_str()), "{path} does not mention {name}");
        }
    }
}

#[test]
fn every_article_says_where_both_subjects_stand() {
    for (path, _, article, page) in articles(&pages()) {
        for subject in ["llm", "chain"] {
            assert!(!article.said(&["stance", subject]).is_empty(), "{path} has no stance on {subject}");
            let place = &page.facts["axis"][subject];
            let ends = place.as_array().cloned().unwrap_or_else(|| vec![place.clone()]);
            let is_place = |end: &toml::Value| end.as_integer().is_some_and(|end| (0..=100).contains(&end));
            assert!(!ends.is_empty() && ends.iter().all(is_place), "{path}: {subject} stands at {place}");
        }
        for pole in ["start", "end"] {
            assert!(!article.said(&["axis", pole]).is_empty(), "{path} does not name the {pole} of its axis");
        }
    }
}

#[test]
fn every_article_introduces_the_essay_where_it_is_first_mentioned() {
    for (path, language, article, _) in articles(&pages()) {
        let essay = ["المقالة", "essay"][language];
        let text = article.text();
        let first = text.lines().find(|line| !line.starts_with("## ") && line.contains(essay)).unwrap_or_default();
        let before = first.split(essay).next().unwrap_or_default();
        assert!(before.contains("[[about#where-from|"), "{path} mentions the essay before it says which");
    }
}

#[test]
fn both_languages_cite_the_same_sources_in_each_section() {
    for (path, page) in pages() {
        let [ar, en] = &page.articles;
        for ((id, ar), (_, en)) in ar.sections.iter().zip(&en.sections) {
            assert_eq!(citations(ar), citations(en), "{path}#{id}");
        }
    }
}

#[test]
fn figures_are_read_alike_in_both_languages() {
    let alike = [
        ("نحو 28 ألف دولار", "some US$28,000[^paper-2026]"),
        ("37 مليارًا من 671 مليارًا", "37 of its 671 billion"),
        ("بين 23 و30%، وH100", "23 to 30%, and H100"),
        ("مليار دولار، فوق 10²⁵", "US$1 billion, above 10²⁵"),
        ("[[layer-2|شبكة]] في 2026", "a [[layer-3#why|chain]] of 2026, [data](table-7.csv) {#part-4}"),
    ];
    for (ar, en) in alike {
        assert_eq!(unlike(ar, en), None);
    }
    let different = [
        ("71%", "71 million"),
        ("5.6 ملايين", "5.6 billion"),
        ("2025", "2025 and 2026"),
        ("10²³", "10²⁵"),
        ("28 ألفًا", "28"),
        ("3.4", "34"),
    ];
    for (ar, en) in different {
        assert!(unlike(ar, en).is_some(), "{ar} and {en} pass for the same");
    }
}

#[test]
fn both_languages_give_the_same_figures_in_each_section() {
    let mut found = Vec::new();
    for (path, page) in pages() {
        let [ar, en] = &page.articles;
        let mut sections: Vec<_> = (ar.sections.iter().zip(&en.sections))
            .map(|((id, ar), (_, en))| (id.as_str(), ar.as_str(), en.as_str()))
            .collect();
        for said in [&["summary"][..], &["stance", "llm"], &["stance", "chain"]] {
            sections.push((said[said.len() - 1], ar.said(said), en.said(said)));
        }
        for (id, ar, en) in sections {
            found.extend(unlike(ar, en).map(|how| format!("{path}#{id}: {how}")));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// The figures of a row of a table that have a fraction or a unit, in their shortest form: others are dates, versions and counts
/// of what the row itself names.
fn figures_of_row(row: &str) -> impl Iterator<Item = String> {
    let figures = figures(row).into_iter().filter(|(figure, units)| figure.contains('.') || !units.is_empty());
    figures.filter_map(|(figure, _)| shortest(&figure))
}

fn shortest(number: &str) -> Option<String> {
    let number = number.replace(',', "");
    let digits =
        number.chars().all(|c| c.is_ascii_digit() || c == '.') && number.contains(|c: char| c.is_ascii_digit());
    let short = if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.') } else { &number };
    digits.then(|| short.to_owned())
}

#[test]
fn numbers_in_a_table_stand_in_the_csv_under_it() {
    let mut seen = 0;
    for (path, _, article, page) in articles(&pages()) {
        for (_, text) in &article.sections {
            let mut cells = BTreeSet::new();
            for line in text.lines() {
                if line.starts_with('|') {
                    cells.extend(figures_of_row(line));
                }
                for name in between(line, "](", ")").filter(|name| name.ends_with(".csv")) {
                    let csv = &page.tables[name];
                    let there: BTreeSet<_> =
                        csv.split(|c: char| !c.is_ascii_digit() && c != '.').filter_map(shortest).collect();
                    let lacking: Vec<_> = cells.difference(&there).collect();
                    assert!(lacking.is_empty(), "{path}: {lacking:?} in the table, not in {name}");
                    seen += cells.len();
                    cells.clear();
                }
            }
        }
    }
    assert!(seen > 20, "only {seen} numbers were looked up");
}

#[test]
fn every_term_has_its_names_and_its_definition_in_both_languages() {
    let pages = pages();
    let terms = below(&pages, "terms/");
    assert!(terms.len() >= 80, "only {} terms", terms.len());
    for (path, page) in terms {
        for (article, language) in page.articles.iter().zip(LANGUAGES) {
            assert!(!article.said(&["title"]).is_empty(), "terms/{path}/{language}.md");
            assert!(!article.said(&["summary"]).is_empty(), "terms/{path}/{language}.md");
            let example = ["*مثال:*", "*Example:*"][usize::from(language == "en")];
            assert!(article.text().contains(example), "terms/{path}/{language}.md has no example");
            let aliases = article.matter.get("aliases").and_then(|names| names.as_array()).map_or(0, Vec::len);
            assert!(aliases > 0, "terms/{path}/{language}.md has no other name");
        }
    }
}

#[test]
fn every_source_that_is_cited_is_dated() {
    let file = std::fs::read_to_string(root().join("content/sources.toml")).expect("the sources");
    let sources: Table = file.parse().expect("TOML");
    let mut cited = BTreeSet::new();
    for (path, page) in pages().iter().filter(|(path, _)| *path != "contribute") {
        for article in &page.articles {
            let text = article.text();
            for key in citations(&text) {
                let source = sources.get(key).unwrap_or_else(|| panic!("{path} cites {key}"));
                assert!(source.get("published").or(source.get("accessed")).is_some(), "{key} has no date");
                cited.insert(key.to_owned());
            }
        }
    }
    assert!(cited.len() >= 100, "only {} sources are cited", cited.len());
}

#[test]
fn a_title_that_is_ours_stands_in_brackets_and_its_note_says_so() {
    let file = std::fs::read_to_string(root().join("content/sources.toml")).expect("the sources");
    let sources: Table = file.parse().expect("TOML");
    let said = |source: &toml::Value, key| source.get(key).and_then(toml::Value::as_str).unwrap_or_default().to_owned();
    for (key, source) in &sources {
        let title = said(source, "title");
        for (tag, words) in [("en", "the title is our description"), ("ar", "العنوان وصف من عندنا")] {
            let note = source.get("note").map(|note| said(note, tag)).unwrap_or_default();
            let says = note.to_lowercase().contains(words);
            assert_eq!(title.starts_with('['), says, "{key}: {title} ({note})");
        }
    }
}

#[test]
fn every_source_has_a_grade_and_notes_in_both_languages() {
    let file = std::fs::read_to_string(root().join("content/sources.toml")).expect("the sources");
    let sources: Table = file.parse().expect("TOML");
    for (key, source) in &sources {
        assert!(source.get("grade").is_some(), "{key} has no grade");
        let notes = source.get("note").map(|note| note.as_table().expect("a table by language"));
        assert!(notes.is_none_or(|notes| notes.len() == 2), "{key}: a note in one language alone");
    }
}
