//! The index of the search: what the browser's half is given to be compared with, and that the index says what the
//! pages say.

mod support;

use std::collections::BTreeSet;

use muwazana::locale::analysis::{Analyser, TABLES, is_stop, normalise, skeleton, tokens};
use serde_json::json;

/// Every word of the site as it is written, and of some of them every form that particles and endings can give.
fn words() -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for (path, bytes) in support::files(&support::root().join("content")) {
        if path.ends_with(".md") {
            let text = String::from_utf8(bytes).expect("UTF-8");
            words.extend(text.split_whitespace().map(str::to_owned));
        }
    }
    let arabic = &TABLES.arabic;
    for root in [
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
    ] {
        for before in arabic.article.iter().chain(arabic.clitics).chain([&""]) {
            for (after, ..) in arabic.endings.iter().chain(arabic.maybe).chain([&("", "", 0)]) {
                words.insert(format!("{before}{root}{after}"));
                words.insert(format!("{before}{}{after}", root.trim_end_matches('ة')));
            }
        }
    }
    for root in ["token", "central", "valid", "model", "licens", "analy", "creat", "hop", "bus", "process"] {
        for (one, ..) in TABLES.english.endings {
            for (two, ..) in TABLES.english.endings {
                words.insert(format!("{root}{one}{two}"));
            }
        }
    }
    for odd in [
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
    ] {
        words.insert(odd.to_owned());
    }
    words
}

/// Written where the browser tests look for it: they give every word to the JavaScript half and insist on the same.
#[test]
fn the_browser_is_given_what_rust_makes_of_every_word() {
    let words = words();
    assert!(words.len() > 15_000, "only {} words", words.len());
    let analysers = [
        ("ar", Analyser::new("ar", true, false)),
        ("fa", Analyser::new("fa", true, false)),
        ("fr", Analyser::new("fr", false, true)),
    ];
    let analysed = words.iter().map(|text| {
        let tokens = tokens(text).into_iter().map(|token| {
            let utf16 = |at: usize| text[..at].encode_utf16().count();
            let forms = analysers.map(|(_, analyser)| {
                let forms = analyser.forms(&token.word);
                json!([forms.stem, forms.firm, forms.maybe, skeleton(&forms.stem)])
            });
            json!([
                utf16(token.range.start),
                utf16(token.range.end),
                token.joined,
                token.word,
                is_stop(&token.word),
                forms
            ])
        });
        json!([text, tokens.collect::<Vec<_>>()])
    });
    let rules = analysers.map(|(_, Analyser { arabic, english })| json!({ "arabic": arabic, "english": english }));
    let all = json!({ "tables": TABLES, "analysers": rules, "words": analysed.collect::<Vec<_>>() });
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("analysis.json");
    std::fs::write(path, all.to_string()).expect("written");
}

/// A word that is one already stays as it is, and stems of stems are stems.
#[test]
fn analysis_comes_to_rest() {
    let analyser = Analyser::new("ar", true, false);
    for text in words() {
        for token in tokens(&text) {
            assert_eq!(normalise(&token.word), token.word, "{text}");
            let stem = analyser.forms(&token.word).stem;
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
    let file = |path: &str| {
        let output = built.outputs.iter().find(|output| output.path == path);
        let bytes = &output.unwrap_or_else(|| panic!("{path} is not there")).bytes;
        serde_json::from_slice::<serde_json::Value>(bytes).expect("JSON")
    };
    let mut named = BTreeSet::new();
    for tag in ["ar", "en"] {
        let manifest = file(&format!("assets/search/{tag}.json"));
        named.insert(format!("assets/search/{tag}.json"));
        let mut of_kind = |kind: &str| -> Vec<serde_json::Value> {
            let digests = manifest["files"][kind].as_array().expect("digests");
            let paths = digests.iter().enumerate().map(|(number, digest)| {
                format!("assets/search/{tag}-{kind}-{number}.{}.json", digest.as_str().expect("a digest"))
            });
            let paths: Vec<String> = paths.collect();
            named.extend(paths.iter().cloned());
            paths.iter().map(|path| file(path)).collect()
        };
        let terms = of_kind("terms");
        let lists: usize = of_kind("places").iter().map(|block| block.as_array().expect("lists").len()).sum();
        let records = of_kind("records");
        let texts = of_kind("texts");
        let signs: usize = terms.iter().map(|file| file.as_str().expect("terms").matches([' ', '!']).count()).sum();
        assert_eq!(lists, signs, "{tag}");
        assert_eq!(
            records.iter().map(|file| file.as_array().expect("records").len() as u64).sum::<u64>(),
            manifest["pages"]
        );
        if tag == "ar" {
            let written = terms[0].to_string();
            for word in ["0nvidia", "0zephyr", "0قراص"] {
                assert!(written.contains(word), "{word}: {written}");
            }
            assert!(texts[0].to_string().contains("كلفة القراصيا"), "{texts:?}");
        }
    }
    let there = built.outputs.iter().map(|output| &output.path).filter(|path| path.starts_with("assets/search/"));
    assert_eq!(there.cloned().collect::<BTreeSet<_>>(), named);
}
