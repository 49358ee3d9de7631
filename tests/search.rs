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
