//! The bibliography in and out in the formats of reference managers: BibTeX (as BibLaTeX has it) and CSL-JSON. A source of ours
//! has fewer parts than theirs: what one of theirs has beside them is named, and a source that lacks what ours must have is
//! left out with the reason.

mod bibtex;
mod csl_json;
mod foreign;
mod language_names;
mod merge;
mod record;

use std::collections::BTreeSet;

use foreign::ForeignReference;
pub use merge::{MergePolicy, MergedSources, merge_sources, source_records};
pub use record::SourceRecord;

/// A format of reference managers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceFormat {
    /// BibTeX, with the fields of BibLaTeX.
    BibTex,
    /// CSL-JSON.
    CslJson,
}

/// What a file of another tool holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct References {
    /// The sources that can be ours, in their order; every key is a key of ours, and no two are the same.
    pub records: Vec<SourceRecord>,
    /// What was left out of which entry, and which are left out whole; each a sentence.
    pub remarks: Vec<String>,
}

/// Writes sources.
pub fn write_references(records: &[SourceRecord], format: ReferenceFormat) -> String {
    match format {
        ReferenceFormat::BibTex => bibtex::write(records),
        ReferenceFormat::CslJson => csl_json::write(records),
    }
}

/// Reads a file in either format. An error is one sentence on why nothing of it can be read.
pub fn read_references(text: &str) -> Result<References, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut references = References::default();
    let foreign = match text.trim_start().starts_with(['[', '{']) {
        true => csl_json::read(text, &mut references.remarks)?,
        false => bibtex::read(text, &mut references.remarks)?,
    };
    if foreign.is_empty() && references.remarks.is_empty() {
        return Err("it holds no entry of BibTeX or CSL-JSON".to_owned());
    }
    let mut taken = BTreeSet::new();
    for entry in foreign {
        references.add(entry, &mut taken);
    }
    Ok(references)
}

impl References {
    /// Carries an entry over under a key of its own.
    fn add(&mut self, entry: ForeignReference, taken: &mut BTreeSet<String>) {
        let name = entry.name();
        let mut notes = Vec::new();
        match entry.carried(&mut notes) {
            Ok(mut record) => {
                record.key = unique(&record.key, taken);
                if record.key != name {
                    notes.insert(0, format!("its key is `{}` here", record.key));
                }
                taken.insert(record.key.clone());
                self.records.push(record);
            }
            Err(why) => notes = vec![format!("left out: {why}")],
        }
        if !notes.is_empty() {
            self.remarks.push(format!("`{name}`: {}", notes.join("; ")));
        }
    }
}

/// The key, with a number behind it if it is taken.
fn unique(key: &str, taken: &BTreeSet<String>) -> String {
    let numbered = (2..).map(|n: usize| format!("{key}-{n}"));
    std::iter::once(key.to_owned()).chain(numbered).find(|key| !taken.contains(key)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::content::read_bibliography;
    use crate::diagnostic::Severity;
    use crate::text::{Date, FileId, Source};

    /// As Zotero writes it, in its translator for BibLaTeX.
    const ZOTERO_BIBLATEX: &str = r#"
    @article{amari_masarat_2023,
    	title = {مسارات {DeFi} في المنطقة: قراءة أولى},
    	volume = {12},
    	issn = {1234-5678},
    	url = {https://journal.example/a--b/%D9%85?x=1&y=2_3},
    	doi = {10.1000/xyz--123},
    	abstract = {A long text, with 5\% of signs \& others.},
    	pages = {1--20},
    	number = {3},
    	journaltitle = {Journal of Tests},
    	author = {Amari, Layla and family=Vries, given=Jan, prefix=de, useprefix=true},
    	urldate = {2024-02-29},
    	date = {2023-05},
    	langid = {arabic},
    	keywords = {a, b},
    	file = {Full Text PDF:files/12/a.pdf:application/pdf},
    }

    @online{noauthor_rates_nodate,
    	title = {Rates \& {Fees} -- {NASA}'s 100\% \textit{plan}},
    	url = {https://www.bank.example/rates},
    	organization = {Central Bank},
    	urldate = {2024-13-01},
    	langid = {klingon},
    }

    @book{roe_book,
    	title = {A Book},
    	author = {Roe, R.},
    	publisher = {House},
    	date = {2001/2003},
    	isbn = {978-0-00-000000-0},
    }

    @misc{vas+2017,
    	title = {Attention},
    	author = {Vas, A. and Shaz, N.},
    	eprint = {1706.03762},
    	archivePrefix = {arXiv},
    	year = 2017,
    	month = jun,
    }

    @misc{dup, title = {One}, howpublished = {\url{https://one.example/}}, note = {seen}, year = {n.d.}}
    @misc{dup, title = {Two}, url = {https://two.example/}, month = unknownabbr}
    @misc{dup, title = {Three}, url = {ftp://three.example/}}
    "#;

    /// As Zotero writes it, in its translator for CSL-JSON.
    const ZOTERO_CSL: &str = r#"[
      {"id":"http://zotero.org/users/1/items/ABCD2345","type":"article-newspaper","container-title":"The <i>Paper</i>",
       "title":"Fees <span class=\"nocase\">DeFi</span> &amp; a < b","URL":"https://paper.example/1","language":"en-US",
       "original-title":"رسوم","author":[{"family":"Roe","given":"R."},{"literal":"Desk"}],
       "accessed":{"date-parts":[["2024",2,"29"]]},"issued":{"date-parts":[[2024,1]]},"page":"3","note":"Read\nagain"},
      {"id":7,"type":"report","title":"Rates","publisher":"Central Bank","DOI":"10.1000/r","issued":{"raw":"2023-05-01"}},
      {"id":"range","type":"webpage","title":"R","URL":"https://r.example/","issued":{"date-parts":[[2020],[2021]]}},
      {"id":"none","type":"book","title":"No address","ISBN":"1"},
      {"type":"webpage","URL":"https://untitled.example/"},
      5
    ]"#;

    fn date(text: &str) -> Option<Date> {
        Date::parse(text)
    }

    fn by_key<'a>(references: &'a References, key: &str) -> &'a SourceRecord {
        references.records.iter().find(|record| record.key == key).unwrap_or_else(|| panic!("{key}: {references:?}"))
    }

    #[test]
    fn what_zotero_writes_in_biblatex_is_read_and_what_is_lost_is_said() {
        let read = read_references(ZOTERO_BIBLATEX).expect("BibTeX");
        let article = by_key(&read, "amari_masarat_2023");
        assert_eq!(article.title, "مسارات DeFi في المنطقة: قراءة أولى");
        assert_eq!(article.publisher, "Journal of Tests");
        assert_eq!(article.url, "https://journal.example/a--b/%D9%85?x=1&y=2_3");
        assert_eq!((article.published, article.accessed), (date("2023-05"), date("2024-02-29")));
        assert_eq!((article.language.as_deref(), article.kind.as_deref()), (Some("ar"), Some("paper")));
        let online = by_key(&read, "noauthor_rates_nodate");
        assert_eq!(online.title, "Rates & Fees – NASA's 100% plan");
        assert_eq!((online.publisher.as_str(), online.accessed, &online.kind), ("Central Bank", None, &None));
        let preprint = by_key(&read, "vas-2017");
        assert_eq!(preprint.url, "https://arxiv.org/abs/1706.03762");
        assert_eq!((preprint.publisher.as_str(), preprint.published), ("A. Vas, N. Shaz", date("2017-06")));
        let other = by_key(&read, "dup");
        assert_eq!((other.url.as_str(), other.publisher.as_str()), ("https://one.example/", "one.example"));
        assert_eq!(other.note.as_deref(), Some("seen"));
        assert_eq!(read.records.len(), 4);
        let remarks = read.remarks.join("\n");
        for said in [
            "`amari_masarat_2023`: not carried over: author, abstract, doi, file, issn, keywords, number, pages, volume",
            "`noauthor_rates_nodate`: the date of reading `2024-13-01` is no day, month or year; the language `klingon` is",
            "`roe_book`: left out: it has no address on the web",
            "`vas+2017`: its key is `vas-2017` here; its authors stand as the publisher",
            "`dup`: the publisher is `one.example`, since it names none; the date `n.d.` is no day",
            "`dup-2` (line 46): left out: unknown abbreviation \"unknownabbr\"\n",
            "`dup-3`: left out: its address is `ftp://three.example/`: it begins with",
        ] {
            assert!(remarks.contains(said), "{said}\n{remarks}");
        }
        assert_eq!(read.remarks.len(), 7, "{remarks}");
    }

    #[test]
    fn what_zotero_writes_in_csl_json_is_read_and_what_is_lost_is_said() {
        let read = read_references(ZOTERO_CSL).expect("CSL-JSON");
        let news = by_key(&read, "ABCD2345");
        assert_eq!(news.title, "Fees DeFi & a < b [رسوم]");
        assert_eq!((news.publisher.as_str(), news.note.as_deref()), ("The Paper", Some("Read again")));
        assert_eq!((news.published, news.accessed), (date("2024-01"), date("2024-02-29")));
        assert_eq!((news.language.as_deref(), news.kind.as_deref()), (Some("en-US"), Some("news")));
        let report = by_key(&read, "7");
        assert_eq!((report.url.as_str(), report.published), ("https://doi.org/10.1000/r", date("2023-05-01")));
        assert_eq!(read.records.len(), 3);
        let remarks = read.remarks.join("\n");
        for said in [
            "entry 6 is left out",
            "`ABCD2345`: not carried over: author, page",
            "`range`: the publisher is `r.example`, since it names none; the date `2020/2021` is no day, month or year",
            "`none`: left out: it has no address",
            "`an entry`: left out: it has no title",
        ] {
            assert!(remarks.contains(said), "{said}\n{remarks}");
        }
        assert_eq!(read.remarks.len(), 5, "{remarks}");
    }

    #[test]
    fn what_is_neither_format_is_refused_in_a_sentence() {
        for (text, why) in [
            ("", "no entry"),
            ("Nothing of the kind.", "no entry"),
            ("[]", "no entry"),
            ("[{", "JSON does not parse"),
            ("@misc{a,\n title = {x", "line "),
        ] {
            let refused = read_references(text).expect_err(text);
            assert!(refused.contains(why), "{text}: {refused}");
        }
    }

    const FILE: &str = "\
    # About the file.\n# published: as far as known.\n\n# About b.\n[b]\ntitle = \"B\"   # a remark\npublisher = 'P'\n\
    url = \"https://b.example/\"\npublished = 2024-01-02\nreview_by = 2027-01-01\n\n[d]\ntitle = \"D\"\npublisher = \"P\"\nurl = \"https://d.example/\"\n";

    fn record(key: &str, title: &str) -> SourceRecord {
        let texts = (title.to_owned(), "P".to_owned(), format!("https://{}.example/", key.to_lowercase()));
        SourceRecord {
            key: key.to_owned(),
            title: texts.0,
            publisher: texts.1,
            url: texts.2,
            ..SourceRecord::default()
        }
    }

    #[test]
    fn sources_take_their_place_and_what_is_there_stays() {
        let mut b = record("b", "B");
        b.published = date("2024-01-02");
        let news = [record("c", "C \"q\""), b, record("a", "A"), record("e", "E"), record("d", "Other")];
        let merged = merge_sources(FILE, &news, MergePolicy::Keep).expect("TOML");
        assert_eq!(merged.added, ["c", "a", "e"]);
        assert_eq!((merged.same, merged.kept), (vec!["b".to_owned()], vec![("d".to_owned(), vec!["title"])]));
        let a = "[a]\ntitle = \"A\"\npublisher = \"P\"\nurl = \"https://a.example/\"\n";
        let c = "\n[c]\ntitle = 'C \"q\"'\npublisher = \"P\"\nurl = \"https://c.example/\"\n";
        let e = "\n[e]\ntitle = \"E\"\npublisher = \"P\"\nurl = \"https://e.example/\"\n";
        let (head, rest) = FILE.split_once("# About b.").expect("a head");
        let (before, after) = rest.split_once("\n[d]").expect("d");
        let expected = format!("{head}{a}\n# About b.{before}{c}\n[d]{after}{e}");
        assert_eq!(merged.text, expected);
        let merged = merge_sources(FILE, &[record("d", "Other")], MergePolicy::Update).expect("TOML");
        assert_eq!(merged.updated, [("d".to_owned(), vec!["title"])]);
        assert_eq!(merged.text, FILE.replace("\"D\"", "\"Other\""));
        let mut b = record("b", "New");
        b.note = Some("n".to_owned());
        let merged = merge_sources(FILE, &[b], MergePolicy::Update).expect("TOML");
        let expected = FILE
            .replace("\"B\"   #", "\"New\"   #")
            .replace("review_by = 2027-01-01\n", "review_by = 2027-01-01\nnote = \"n\"\n");
        assert_eq!(merged.text, expected);
        assert_eq!(merge_sources("", &[record("a", "A")], MergePolicy::Keep).expect("TOML").text, a);
        assert!(merge_sources("[", &[], MergePolicy::Keep).is_err());
    }

    #[test]
    fn keys_that_others_do_not_know_go_out_and_come_back() {
        let records = source_records(FILE).expect("TOML");
        assert_eq!(records[0].others, BTreeMap::from([("review_by".to_owned(), "2027-01-01".to_owned())]));
        for format in [ReferenceFormat::BibTex, ReferenceFormat::CslJson] {
            let read = read_references(&write_references(&records, format)).expect("it is read");
            assert_eq!((&read.records, read.remarks), (&records, Vec::new()));
            let merged = merge_sources("", &read.records, MergePolicy::Keep).expect("TOML");
            assert_eq!(source_records(&merged.text).expect("TOML"), records);
        }
    }

    fn text() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "كلمة", "word", "A", " ", "{", "}", "\\", "~", "^", "#", "&", "%", "$", "_", "-", "--", "\"", "'", "<",
            "<i>", "&amp;", "`", ",", "=", "@", "😀", "é", "(", ")", "[", ":", "1", "`", "‏", "x y", "\\url{",
        ]);
        prop::collection::vec(piece, 1..10)
            .prop_map(|pieces| {
                let text = pieces.concat();
                text.split_whitespace().collect::<Vec<_>>().join(" ")
            })
            .prop_filter("a text says something", |text| !text.is_empty())
    }

    fn a_date() -> impl Strategy<Value = Option<Date>> {
        prop::option::of(prop::sample::select(vec!["2024", "1999-12", "2024-02-29", "0999-01-01"]))
            .prop_map(|text| text.and_then(Date::parse))
    }

    fn a_record() -> impl Strategy<Value = SourceRecord> {
        let kinds = prop::sample::select(vec!["analysis", "data", "news", "official", "paper"]);
        let languages = prop::sample::select(vec!["ar", "en", "en-GB", "pt-BR", "tlh", "sr-Latn"]);
        let url = prop::sample::select(vec![
            "https://a.example/a--b_c%20d?x={1}&y=~#z",
            "http://xn--mgbh0fb.example/",
            "https://مثال.example/صفحة",
        ]);
        let texts = (text(), text(), url, prop::option::of(text()));
        (texts, a_date(), a_date(), prop::option::of(languages), prop::option::of(kinds)).prop_map(
            |((title, publisher, url, note), published, accessed, language, kind)| SourceRecord {
                key: "k".to_owned(),
                title,
                publisher,
                url: url.to_owned(),
                published,
                accessed,
                language: language.map(str::to_owned),
                kind: kind.map(str::to_owned),
                note,
                others: BTreeMap::new(),
            },
        )
    }

    #[test]
    fn entries_that_lead_to_themselves_are_read() {
        let own = "@article{a, title = {T}, url = {https://a.example/}, crossref = {a}}";
        let pair = "@article{a, title = {T}, url = {https://a.example/}, crossref = {b}}\n\
                    @misc{b, title = {U}, url = {https://b.example/}, xdata = {a}}";
        for (text, count) in [(own, 1), (pair, 2)] {
            let read = read_references(text).expect("references");
            let endless = read.remarks.iter().filter(|remark| remark.contains("takes from another entry"));
            assert_eq!((read.records.len(), endless.count()), (count, count), "{:?}", read.remarks);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(records in prop::collection::vec(a_record(), 1..4)) {
            let records: Vec<SourceRecord> =
                records.into_iter().enumerate().map(|(n, record)| SourceRecord { key: format!("k{n}"), ..record }).collect();
            for format in [ReferenceFormat::BibTex, ReferenceFormat::CslJson] {
                let written = write_references(&records, format);
                let read = read_references(&written).map_err(|error| TestCaseError::fail(format!("{error}\n{written}")))?;
                let same = |record: &SourceRecord| SourceRecord {
                    // Braces in an address are written as what they mean there.
                    url: record.url.replace('{', "%7B").replace('}', "%7D"), ..record.clone()
                };
                let (mut expected, mut found) = (records.clone(), read.records);
                expected.iter_mut().chain(&mut found).for_each(|record| *record = same(record));
                prop_assert_eq!(&found, &expected, "{}", written);
                prop_assert_eq!(&read.remarks, &Vec::<String>::new());
                let merged = merge_sources("", &found, MergePolicy::Keep).map_err(TestCaseError::fail)?;
                let mut faults = Vec::new();
                let entries = read_bibliography(FileId(0).top(), &Source::new("sources.toml", &*merged.text), &mut faults);
                // A remark may hold what readers see as signs, which is told.
                faults.retain(|fault| fault.severity == Severity::Error);
                prop_assert!(faults.is_empty() && entries.len() == records.len(), "{:?}\n{}", faults, merged.text);
                prop_assert_eq!(source_records(&merged.text).map_err(TestCaseError::fail)?, found);
            }
        }

        /// Nothing of what others write makes a source that is none, and reading it has an end.
        #[test]
        fn whatever_is_read_makes_good_sources(pieces in prop::collection::vec(prop::sample::select(vec![
            "@misc{", "@article{a", ",", "title = {", "url = {https://a.example/", "}", "}\n", "{", "\\", "\"", "date = 2024", " ",
            "$", "--", "[", "{\"id\":1", "\"title\":\"t\"", "\"URL\":\"https://a.example\"", "]", ":", "\u{feff}", "crossref = {a}",
            "langid = {", "\u{0}", "\n",
        ]), 0..24)) {
            if let Ok(read) = read_references(&pieces.concat()) {
                let merged = merge_sources("", &read.records, MergePolicy::Keep).map_err(TestCaseError::fail)?;
                let mut faults = Vec::new();
                read_bibliography(FileId(0).top(), &Source::new("sources.toml", &*merged.text), &mut faults);
                prop_assert!(faults.is_empty(), "{:?}\n{}", faults, merged.text);
            }
        }
    }
}
