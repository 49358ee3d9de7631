//! The index of the search: that the analysis is that of the fixture with which the browser's is compared, too, and that
//! the index says what the pages say.

mod support;

use std::collections::{BTreeMap, BTreeSet};

use muwazana::build::Build;
use muwazana::locale::{Digits, Locale};
use muwazana::search::analysis::{Analyser, TABLES, is_stop, normalise, skeleton, tokens};
use muwazana::search::format::{
    Field, FileKind, RecordRow, RecordValue, Term, VERSION, decode_places, decode_terms, file_path, from_distances,
    manifest_path,
};
use serde_json::json;

/// Words and phrases as people write them in both languages, one a line.
const WRITTEN: &str = include_str!("search/words.txt");

/// Spellings that are rare, or belong to other languages.
const ODD: &[&str] = &[
    "السُّيُولَة",
    "ﷺ",
    "İstanbul",
    "ΣΊΣΥΦΟΣ",
    "½",
    "10²⁵",
    "a'b's",
    "C++",
    "f#",
    "x.1.2",
    "١٬٠٠٠٫٥",
    "عام2015",
    "الـDAO",
    "区块链和chain",
    "ภาษาไทย",
    "हिन्दी",
    "می‌شود",
    "e\u{301}a\u{308}",
    "\u{654}ا",
    "ؤَ",
    "ٱلْقُرْآن",
    "ۀ",
    "ﻻﻣﺮﻛﺰﻳﺔ",
    "_a_b-c‑d",
    "Å",
    "ﬁne",
    "ß",
    "ÆØ",
    "’tis",
    "'s",
    "ـــ",
    "o’clock's",
    "ئ",
    "ۓ",
    "٣٫١٤",
    "½½",
    "ⅷ",
    "①",
    "𝐀𝐁",
    "🙂",
    "ه‍",
    "ڭڤچپ",
    "l’article d'une qu’elle L'ÉTÉ aujourd'hui d'y l'",
    "installations réseaux nationaux paquets installées",
    "Häuser Paketen Verwaltungen Straße",
    "İSTANBUL'DA paketlerin Iğdır kullanıcılar dosyası",
    "کتاب‌ها کتاب‌های خانه‌ی می‌شود بزرگ‌ترین",
    "הספרים ובספר ספריות מחשב",
];

const ARABIC_ROOTS: [&str; 13] = [
    "شبكة",
    "نموذج",
    "السيولة",
    "ألوان",
    "إلكتروني",
    "أصوات",
    "التزام",
    "آلية",
    "مسؤول",
    "مدقق",
    "بناء",
    "حق",
    "ثابتة",
];

const ENGLISH_ROOTS: [&str; 10] =
    ["token", "central", "valid", "model", "licens", "analy", "creat", "hop", "bus", "process"];

/// Of some words every form that particles and endings can give.
fn inflected() -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let arabic = &TABLES.arabic;
    for root in ARABIC_ROOTS {
        for before in arabic.article.iter().chain(arabic.clitics).chain([&""]) {
            for (after, ..) in arabic.endings.iter().chain(arabic.maybe).chain([&("", "", 0)]) {
                words.insert(format!("{before}{root}{after}"));
                words.insert(format!("{before}{}{after}", root.trim_end_matches('ة')));
            }
        }
    }
    for root in ENGLISH_ROOTS {
        for (one, ..) in TABLES.english.endings {
            for (two, ..) in TABLES.english.endings {
                words.insert(format!("{root}{one}{two}"));
            }
        }
    }
    words
}

/// Every word that is written and odd, and so many of those that are inflected: the first of every `step`.
fn words(step: usize) -> BTreeSet<String> {
    let written = WRITTEN.lines().chain(ODD.iter().copied()).map(str::to_owned);
    written.chain(inflected().into_iter().step_by(step)).collect()
}

/// What the analysis makes of a text for each analyser: `[text, [[start, end, joined, word, is stop word, [forms, …]], …]]`
/// with places in UTF-16 code units; forms are `[stem, firm, maybe, skeleton, spellings]`, or null where they are those of the first
/// analyser.
fn analysed(text: &str, analysers: &[Analyser]) -> serde_json::Value {
    let tokens = tokens(text).into_iter().map(|token| {
        let utf16 = |at: usize| text[..at].encode_utf16().count();
        let forms: Vec<serde_json::Value> = analysers
            .iter()
            .map(|analyser| {
                let forms = analyser.forms(&token.word);
                json!([forms.stem, forms.firm, forms.maybe, skeleton(&forms.stem), forms.spellings])
            })
            .collect();
        let others = forms[1..].iter().map(|other| if *other == forms[0] { json!(null) } else { other.clone() });
        let forms: Vec<serde_json::Value> = forms[..1].iter().cloned().chain(others).collect();
        let (start, end) = (utf16(token.range.start), utf16(token.range.end));
        json!([start, end, token.joined, token.word, is_stop(&token.word), forms])
    });
    json!([text, tokens.collect::<Vec<_>>()])
}

/// `tests/browser/analysis.test.mjs` insists that the browser's analysis gives what this file says, and this test that
/// Rust's does. `UPDATE_GOLDEN=1 cargo test --test search` writes it anew; read the difference before you commit it.
#[test]
fn the_analysis_gives_what_the_fixture_says() {
    let analysers = ["ar", "fa", "fr", "de", "tr", "he"].map(analyser);
    let rules = analysers.map(|Analyser { arabic, english, light }| {
        let light = light.map_or(json!({}), |light| json!({ "light": light }));
        let mut rules = json!({ "arabic": arabic, "english": english });
        rules.as_object_mut().expect("an object").extend(light.as_object().cloned().unwrap_or_default());
        rules
    });
    let words: Vec<String> = words(41).iter().map(|text| analysed(text, &analysers).to_string()).collect();
    assert!(words.len() > 5000, "only {} words", words.len());
    let [tables, rules] = [json!(TABLES), json!(rules)];
    let fresh = format!("{{\"tables\":{tables},\n\"analysers\":{rules},\n\"words\":[\n{}\n]}}\n", words.join(",\n"));
    let path = support::root().join("tests/search/analysis.json");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &fresh).expect("written");
    }
    let stored = std::fs::read_to_string(&path).expect("the fixture");
    let differences: Vec<_> = stored.lines().zip(fresh.lines()).filter(|(a, b)| a != b).take(5).collect();
    assert!(stored == fresh, "the fixture says otherwise; UPDATE_GOLDEN=1 accepts what is new: {differences:#?}");
}

/// A word that is one already stays as it is, and stems of stems are stems.
#[test]
fn analysis_comes_to_rest() {
    let arabic = analyser("ar");
    for text in words(1) {
        for token in tokens(&text) {
            assert_eq!(normalise(&token.word), token.word, "{text}");
            let stem = arabic.forms(&token.word).stem;
            assert!(!stem.is_empty(), "{text}");
        }
    }
}

/// Every file that a manifest names is there and no other; terms have as many lists of places; words of charts, and
/// names that only the other language writes, are among them.
#[test]
fn the_index_is_whole() {
    let chart = "```chart\ntype = \"bar\"\ndata = \"cost.csv\"\nx = \"model\"\ny = \"cost\"\ntitle = \"كلفة القراصيا\"\nsources = []\n```";
    let arabic =
        format!("+++\ntitle = \"صفحة\"\nsummary = \"عنها\"\n+++\n## قسم {{#one}}\n\nتذكر إنفيديا.\n\n{chart}\n");
    let english =
        "+++\ntitle = \"Page\"\nsummary = \"About\"\n+++\n## Section {#one}\n\nIt speaks of Nvidia and of others.\n";
    let home = "+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n";
    let folder = support::site([
        ("site.toml", support::SITE),
        ("content/ar.md", home),
        ("content/en.md", home),
        ("content/page/ar.md", &arabic),
        ("content/page/en.md", english),
        ("content/page/cost.csv", "model,cost\nZephyr,3\n"),
    ]);
    let built = support::build_well(folder.path(), &support::options(None));
    let [arabic, _] = whole(&built, ["ar", "en"]);
    let written = arabic["terms"][0].to_string();
    for word in ["0nvidia", "0zephyr", "0قراص"] {
        assert!(written.contains(word), "{word}: {written}");
    }
    assert!(arabic["texts"][0].to_string().contains("كلفة القراصيا"), "{arabic:?}");
}

/// A word of a single page leads to that page, wherever segments of the index end; two pages more have no folder.
#[test]
fn a_word_leads_to_its_page_in_any_segment() {
    for pages in [1, 126, 127, 128, 129, 255, 257] {
        let path = |page: usize| format!("content/page-{page:03}/en.md");
        let name =
            |page: usize| format!("{}ox", char::from(b'a' + (page % 26) as u8).to_string().repeat(1 + page / 26));
        let text = |page| format!("+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n## {} {{#one}}\n\nWords.\n", name(page));
        let texts: Vec<(String, String)> = (1..pages).map(|page| (path(page), text(page))).collect();
        let home = [("site.toml", support::SITE), ("content/en.md", "+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n")];
        let folder = support::site(texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).chain(home));
        let built = support::build_well(folder.path(), &support::options(None));
        let [_, files] = whole(&built, ["ar", "en"]);
        let flat = |kind: &str| files[kind].iter().flat_map(|file| file.as_array().expect("a list").clone()).collect();
        let (records, places): (Vec<serde_json::Value>, Vec<serde_json::Value>) = (flat("records"), flat("places"));
        assert_eq!(records.len(), pages + 1, "the pages and the matrix");
        let terms = files["terms"].iter().flat_map(terms);
        let mut found = 0;
        for (term, list) in terms.zip(&places) {
            if let Some(page) = (1..pages).find(|page| name(*page) == term.spelling) {
                let list: Vec<u32> = serde_json::from_value(list.clone()).expect("numbers");
                let (first, hits) = decode_places(&list).expect("a list").remove(0);
                let record = RecordRow::decode(value(&records[first as usize])).expect("a record");
                assert_eq!(record.url, format!("/en/page-{page:03}/"), "{term:?}");
                assert_eq!(hits[0].field(), Field::Heading, "{term:?}");
                assert_eq!(record.sections[1].1, name(page));
                found += 1;
            }
        }
        assert_eq!(found, pages - 1);
    }
}

/// By language and kind: the files that a manifest names. All of them are there, and no others.
fn whole<const N: usize>(built: &Build, tags: [&str; N]) -> [BTreeMap<&'static str, Vec<serde_json::Value>>; N] {
    let bytes_of = |path: &str| {
        let output = built.outputs.iter().find(|output| output.path == path);
        output.unwrap_or_else(|| panic!("{path} is not there")).bytes.as_ref()
    };
    let file = |path: &str| serde_json::from_slice::<serde_json::Value>(bytes_of(path)).expect("JSON");
    let mut named = BTreeSet::new();
    let files = tags.map(|tag| {
        let manifest = file(&manifest_path(tag));
        assert_eq!(manifest["version"], VERSION, "the scripts read this format");
        named.insert(manifest_path(tag));
        let kinds = [FileKind::Places, FileKind::Records, FileKind::Terms, FileKind::Texts];
        let files = kinds.map(|kind| {
            let paths = paths(tag, kind, &[], &manifest["files"][kind.as_str()]);
            named.extend(paths.iter().cloned());
            (kind.as_str(), paths.iter().map(|path| file(path)).collect())
        });
        let files: BTreeMap<&str, Vec<serde_json::Value>> = files.into();
        let length = |kind: &str| files[kind].iter().map(|file| file.as_array().expect("a list").len()).sum::<usize>();
        assert_eq!(manifest["version"], VERSION, "{tag}");
        assert!(
            bytes_of(&manifest_path(tag)).starts_with(format!("{{\"version\":{VERSION},").as_bytes()),
            "the version comes first"
        );
        let count = files["terms"].iter().map(|file| terms(file).len()).sum::<usize>();
        assert_eq!(length("places"), count, "{tag}");
        let starts: Vec<usize> = serde_json::from_value(manifest["places_from"].clone()).expect("distances");
        let mut start = 0;
        for (from, file) in from_distances(&starts).into_iter().zip(&files["places"]) {
            assert_eq!(from, start, "{tag}");
            start += file.as_array().expect("a list").len();
        }
        assert_eq!(manifest["pages"], length("records"), "{tag}");
        files
    });
    let there = built.outputs.iter().map(|output| &output.path).filter(|path| path.starts_with("assets/search/"));
    assert_eq!(there.cloned().collect::<BTreeSet<_>>(), named);
    files
}

/// The files of a kind with these digests, by number or by segment and number.
fn paths(tag: &str, kind: FileKind, before: &[usize], digests: &serde_json::Value) -> Vec<String> {
    let of_one = |(number, digest): (usize, &serde_json::Value)| {
        let numbers = [before, &[number]].concat();
        match digest.as_str() {
            Some(digest) => vec![file_path(tag, kind, &numbers, digest)],
            None => paths(tag, kind, &numbers, digest),
        }
    };
    digests.as_array().expect("digests").iter().enumerate().flat_map(of_one).collect()
}

/// The terms in a file of terms.
fn terms(file: &serde_json::Value) -> Vec<Term> {
    decode_terms(file.as_str().expect("terms")).expect("terms")
}

fn value(json: &serde_json::Value) -> RecordValue<'static> {
    serde_json::from_value(json.clone()).expect("a record")
}

fn analyser(tag: &str) -> Analyser {
    Analyser::of(&Locale::new(tag, Digits::Latin).expect("a tag"))
}
