//! Isolates what would be drawn out of order by the direction around it, when the site is built. In Arabic that is what
//! a bare bidirectional algorithm takes apart: `2026-05-01`, `-40%`, `C++`, `.NET`, `OP Stack (v2)`; plain words and plain
//! numbers need no help and get none. In English it is every phrase of Arabic.

use std::ops::Range;

use super::blocks::WordCount;
use super::direction::Direction;
use super::phrases::{needs_help, phrases, word_phrases};
use super::scripts::{WritingSystem, language_of};
use super::segments::{SegmentKind, kind, may_have_other};
use crate::text::html::escape;
use crate::text::scan::is_letter;
use memchr::memchr;

/// Isolates phrases of the other direction in texts of one language.
#[derive(Clone, Debug)]
pub struct Isolator {
    direction: Direction,
    /// The languages of the site, any of which a phrase may be in.
    languages: Vec<WritingSystem>,
}

impl Isolator {
    /// An isolator for texts in a direction, inside a site whose languages have these tags.
    pub fn new(direction: Direction, tags: &[&str]) -> Self {
        Self { direction, languages: tags.iter().filter_map(|tag| WritingSystem::new(tag)).collect() }
    }

    /// The direction of the texts.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// The runs to isolate, in order, not overlapping.
    pub fn runs(&self, text: &str) -> Vec<Range<usize>> {
        runs(text, self.direction)
    }

    /// What is to be isolated in a text of a direction, each before what is isolated inside it.
    pub fn isolates(&self, text: &str, direction: Direction) -> Vec<Isolate<'_>> {
        let mut found = Vec::new();
        for run in runs(text, direction) {
            let phrase = &text[run.clone()];
            found.push(Isolate {
                language: self.language(phrase),
                range: run.clone(),
                direction: direction.opposite(),
            });
            // Words that go from right to left may have numbers among them that need help there.
            if direction == Direction::Ltr {
                found.extend(runs(phrase, Direction::Rtl).into_iter().map(|inner| Isolate {
                    range: run.start + inner.start..run.start + inner.end,
                    direction: Direction::Ltr,
                    language: None,
                }));
            }
        }
        found
    }

    /// The phrases of the other direction in a text of a direction, those that need no help as well.
    pub fn phrases(&self, text: &str, direction: Direction) -> Vec<Range<usize>> {
        if may_have_other(text, direction) { word_phrases(text, direction) } else { Vec::new() }
    }

    /// The direction, and the language if its letters tell it, of a text that is wholly or mostly written in the other
    /// direction; nothing for all others.
    pub fn block(&self, text: &str) -> Option<(Direction, Option<&str>)> {
        // Only a text whose first letter is of the other direction is such a block.
        let first = text.chars().find(|c| is_letter(*c)).map(|c| kind(c, self.direction));
        if first == Some(SegmentKind::Own) || !may_have_other(text, self.direction) {
            return None;
        }
        let mut count = WordCount::default();
        count.add(text, self.direction);
        self.counted(&count)
    }

    /// The same for words that have been counted.
    pub fn counted(&self, count: &WordCount) -> Option<(Direction, Option<&str>)> {
        let language = || language_of(count.other_letters(), &self.languages);
        count.is_other(self.direction).then(|| (self.direction.opposite(), language()))
    }

    /// All that is to be isolated in a text that stands alone: the whole of it, if it is a block of the other direction.
    pub fn all_isolates(&self, text: &str) -> Vec<Isolate<'_>> {
        let Some((direction, language)) = self.block(text) else { return self.isolates(text, self.direction) };
        let mut all = vec![Isolate { range: 0..text.len(), direction, language }];
        all.extend(self.isolates(text, direction));
        all
    }

    /// A text that an element holds, if it is a sentence of the other direction with the sign that ends it, `What is Vue?`: that
    /// sign is none of the text around the element. A full stop may end both.
    pub fn sentence(&self, text: &str, direction: Direction) -> Option<Isolate<'_>> {
        let kinds = || text.chars().map(|c| kind(c, direction));
        let is_own = |kind| matches!(kind, SegmentKind::Own | SegmentKind::OwnSign);
        let fits = text.ends_with(['!', '?', '…', '؟'])
            && !text.starts_with(char::is_whitespace)
            && kinds().any(|kind| kind == SegmentKind::Other)
            && !kinds().any(is_own);
        fits.then(|| Isolate { range: 0..text.len(), direction: direction.opposite(), language: self.language(text) })
    }

    /// Text as HTML: escaped, its runs isolated by `<bdi>`.
    pub fn html(&self, text: &str, out: &mut String) {
        let isolates = self.all_isolates(text);
        weave(text, &isolates, out, escape, |isolate, out| out.push_str(&isolate.tags()[0]), "</bdi>");
    }

    /// The language that a phrase is marked as. A voice changes for a phrase or a word of another script, and need not for
    /// a sign or a number.
    pub fn language(&self, phrase: &str) -> Option<&str> {
        let is_word = phrase.chars().filter(|c| is_letter(*c)).nth(3).is_some();
        if is_word { language_of(phrase, &self.languages) } else { None }
    }

    /// What is to be isolated in a text that is no HTML.
    pub fn plain_isolates(&self, text: &str) -> Vec<Isolate<'_>> {
        // Plain words come out right alone, and here no language can be named.
        if needs_help(text) { self.all_isolates(text) } else { self.isolates(text, self.direction) }
    }

    /// Text for titles and attributes: its runs between U+2068 and U+2069, not escaped.
    pub fn plain(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 8);
        let isolates = self.plain_isolates(text);
        weave(text, &isolates, &mut out, |text, out| out.push_str(text), |_, out| out.push('\u{2068}'), "\u{2069}");
        out
    }
}

/// A part of a text that is isolated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Isolate<'a> {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// Its own direction.
    pub direction: Direction,
    /// The tag of its language, where that is known.
    pub language: Option<&'a str>,
}

impl Isolate<'_> {
    /// The tags that isolate it in HTML.
    pub fn tags(&self) -> [String; 2] {
        let language = self.language.map_or(String::new(), |tag| format!(" lang=\"{tag}\""));
        [format!("<bdi dir=\"{}\"{language}>", self.direction.as_str()), "</bdi>".to_owned()]
    }

    /// The characters that isolate it where tags cannot: they may stand in different elements of one line.
    pub fn controls(&self) -> [String; 2] {
        let open = match self.direction {
            Direction::Ltr => "\u{2066}",
            Direction::Rtl => "\u{2067}",
        };
        [open.to_owned(), "\u{2069}".to_owned()]
    }
}

/// Writes a text with what begins and ends its isolates.
fn weave(
    text: &str,
    isolates: &[Isolate<'_>],
    out: &mut String,
    put: impl Fn(&str, &mut String),
    open: impl Fn(&Isolate<'_>, &mut String),
    close: &str,
) {
    let mut done = 0;
    let mut ends = Vec::new();
    let mut put = |to: usize, out: &mut String| {
        put(&text[done..to], out);
        done = to;
    };
    for isolate in isolates {
        while let Some(end) = ends.pop_if(|end| *end <= isolate.range.start) {
            put(end, out);
            out.push_str(close);
        }
        put(isolate.range.start, out);
        open(isolate, out);
        ends.push(isolate.range.end);
    }
    while let Some(end) = ends.pop() {
        put(end, out);
        out.push_str(close);
    }
    put(text.len(), out);
}

fn runs(text: &str, direction: Direction) -> Vec<Range<usize>> {
    if !may_have_other(text, direction) {
        return Vec::new();
    }
    // What the author has isolated stays as it is.
    let has_isolates = || text.contains(['\u{2066}', '\u{2067}', '\u{2068}']);
    if memchr(0xe2, text.as_bytes()).is_some() && has_isolates() {
        return Vec::new();
    }
    phrases(text, direction, SegmentKind::Space)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arabic(text: &str) -> Vec<&str> {
        let isolator = Isolator::new(Direction::Rtl, &["ar", "en"]);
        isolator.runs(text).into_iter().map(|run| &text[run]).collect()
    }

    #[test]
    fn runs_with_neutral_edges_are_isolated_in_arabic() {
        for (text, run) in [
            ("في 2026-05-01 بدأ", "2026-05-01"),
            ("انخفض بنسبة -40% هذا العام", "-40%"),
            ("بلغت الحصة 71%، ثم زادت", "71%"),
            ("لغة C++ قديمة", "C++"),
            ("منصة .NET مفتوحة", ".NET"),
            ("لغة C# حديثة", "C#"),
            ("هاتفه +966 11 123 4567 دائمًا", "+966 11 123 4567"),
            ("حزمة OP Stack (v2) مفتوحة", "OP Stack (v2)"),
            ("المعرّف 10.5281/zenodo.123 ثابت", "10.5281/zenodo.123"),
            ("راجع https://example.org/a?b=c. ثم", "https://example.org/a?b=c"),
            ("كلفته $5.6M تقريبًا", "$5.6M"),
            ("بين 20–80 ألفًا", "20–80"),
            ("حصة 97 % منها", "97 %"),
            ("إصدار v1.2.3-rc.1 جديد", "v1.2.3-rc.1"),
            ("الخيار --dry-run مفيد", "--dry-run"),
            ("نموذج Llama 3.1 الكبير", "Llama 3.1"),
            ("بمعيار «ERC-20» الشائع", "ERC-20"),
        ] {
            assert_eq!(arabic(text), [run], "{text}");
        }
    }

    #[test]
    fn plain_words_and_numbers_are_left_alone() {
        for text in [
            "شبكة Base وحدها",
            "رخصة MIT (24 أبريل 2026)",
            "نسخة 1.1 (BSL) منها",
            "عام 2026 بدأ",
            "نحو 41.2 مليار دولار",
            "شبكات (Base) أخرى",
            "كلها عربية",
        ] {
            assert_eq!(arabic(text), [""; 0], "{text}");
        }
    }

    fn english(text: &str) -> Vec<&str> {
        let isolator = Isolator::new(Direction::Ltr, &["ar", "en"]);
        isolator.runs(text).into_iter().map(|run| &text[run]).collect()
    }

    #[test]
    fn a_phrase_is_one_from_its_first_word_to_its_last() {
        for (text, runs) in [
            ("ورقة GPT-4: Technical Report مهمة.", &["GPT-4: Technical Report"][..]),
            (
                "ورقة LLaMA 2: Open Foundation and Fine-Tuned Chat Models مهمة.",
                &["LLaMA 2: Open Foundation and Fine-Tuned Chat Models"],
            ),
            ("عنوان St. John’s Wood, London (UK) معروف.", &["St. John’s Wood, London (UK)"]),
            ("ورقة «Attention Is All You Need» (2017) مهمة", &[]),
            (
                "كتاب «Gödel, Escher, Bach: an Eternal Golden Braid»، ثم",
                &["Gödel, Escher, Bach: an Eternal Golden Braid"],
            ),
            ("قال Vaswani et al. (2017) إنها", &["Vaswani et al. (2017)"]),
            ("في عام 2026 OpenAI GPT-5.2 كانت", &["OpenAI GPT-5.2"]),
            ("سرعة 20–80 ms لكل طلب و100 tokens per second.", &["20–80 ms", "100 tokens per second"]),
            ("من (OpenAI) GPT-4 إلى", &["GPT-4"]),
            ("من (OpenAI) GPT إلى", &["OpenAI", "GPT"]),
            ("لغات C++، Rust، Go هي", &["C++", "Rust", "Go"]),
            ("شبكات Base، 12، وغيرها", &["Base"]),
            ("شبكة Rollup (أو ZK) هي", &[]),
            ("الحلقة [GPT-4] والشرط f(x) > 0 صحيح", &["GPT-4", "f(x) > 0"]),
            ("١٢ C++، و٢٠٢٦-٠٥-٠١ ثم", &["C++"]),
            ("مدينة München‏ وكتاب Война и мир: том 1", &["Война и мир: том 1"]),
            ("سال ۲۰۲۶-۰۵-۰۱ و۱۲٪", &["۲۰۲۶-۰۵-۰۱", "۱۲٪"]),
            ("הספר A (B) C-3 כאן", &["A (B) C-3"]),
            ("قال 1) Base 2) Rollup ثم", &["Base 2) Rollup"]),
            ("+966 (11) 123-4567 هاتفه", &["+966 (11) 123-4567"]),
            ("هاتفه (02) 123-4567، أو (031) 4567-123.", &["(02) 123-4567", "(031) 4567-123"]),
            (
                "هاتفه 03 123 4567 أو 00966 50 123 4567 أو (+966) 50 123 4567، ثم",
                &["03 123 4567", "00966 50 123 4567", "(+966) 50 123 4567"],
            ),
            (
                "السعر 12 500 ريال، والرقم 920 000 123. والبطاقة 4111 1111 1111 1111 هنا",
                &["12 500", "920 000 123", "4111 1111 1111 1111"],
            ),
            ("في 2024 2025 2026 و1 2 3 و10 20 ثم", &[]),
            ("تلفن ۰۲۱ ۱۲۳۴ ۵۶۷۸ و(۰۲۱) ۱۲۳۴-۵۶۷۸ ثم", &["۰۲۱ ۱۲۳۴ ۵۶۷۸", "(۰۲۱) ۱۲۳۴-۵۶۷۸"]),
            ("قیمت ۱۲٬۵۰۰ و ۳٫۱۴ و ۱۲،۵۰۰ و ۲٫۵٪ است", &["۱۲٬۵۰۰", "۳٫۱۴", "۱۲،۵۰۰", "۲٫۵٪"]),
            ("یک، ۵، ۶ و ۷", &["۵", "۶", "۷"]),
            (
                "انظر Fig. 3 هنا وNo. 5, p. 12-15 وRs. 500 وRollup. 5 منها",
                &["Fig. 3", "No. 5, p. 12-15", "Rs. 500", "Rollup"],
            ),
            ("بلغ 500/- روپے", &["500/-"]),
            ("رقمه ٠١٠ ١٢٣٤ ٥٦٧٨، أو +٩٦٦ ٥٠ ١٢٣ ٤٥٦٧.", &["٠١٠ ١٢٣٤ ٥٦٧٨", "+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧"]),
            ("في ٢٠٢٤ ٢٠٢٥ و١ ٢ ٣ و١٠ ٢٠، والسعر ١٢ ٥٠٠ ثم", &["١٢ ٥٠٠"]),
            ("صدر Jan 30, 2024 ثم 30 January 2024، و5 May هنا", &["Jan 30, 2024", "30 January 2024", "5 May"]),
            ("من 10:30 AM – 11:45 PM اليوم", &["10:30 AM – 11:45 PM"]),
            ("عند 24.7136° N, 46.6753° E وحرارة 37.5 °C – 38.5 °C", &["24.7136° N, 46.6753° E", "37.5 °C – 38.5 °C"]),
            ("اللون rgb(0, 0, 0) ثم max(1, 2) هنا", &["rgb(0, 0, 0)", "max(1, 2)"]),
            ("دفع 1500 USD أو 2024 EUR في 2024 OpenAI", &["1500 USD", "2024 EUR"]),
            ("في U.S.A. كثير، ووصل 2:30 p.m. هنا. وNode.js. ثم", &["U.S.A.", "2:30 p.m.", "Node.js"]),
            ("يجيب 404 Not Found أو 500 Internal Server Error هنا", &["404 Not Found", "500 Internal Server Error"]),
            ("فئته O- أو AB- هنا، و-C كذا", &["O-", "AB-"]),
            ("المتغير ${USER} هنا و${HOME}/bin ثم", &["${USER}", "${HOME}/bin"]),
            ("ב-/usr/bin וה-/etc/hosts כאן", &["/usr/bin", "/etc/hosts"]),
            ("قال (Bonjour, ça va ?) ثم", &["Bonjour, ça va ?"]),
            ("مقاسه 20م×30م فقط", &[]),
            ("إذا كان 0 < p < 1 أو 10 <= n <= 20 أو 10 ≤ x ≤ 20 ثم", &["0 < p < 1", "10 <= n <= 20", "10 ≤ x ≤ 20"]),
            ("اكتب git -m \"my words\" ثم", &["git -m \"my words\""]),
            ("بند (1) 123-4567 ثم (2023) 12-15", &["123-4567", "12-15"]),
        ] {
            assert_eq!(arabic(text), runs, "{text}");
        }
        for (text, runs) in [
            ("The book كتاب 1984 مشهور is read.", &["كتاب 1984 مشهور"][..]),
            ("The title موازنة، شعرية is old.", &["موازنة، شعرية"]),
            ("They said: قال: نعم، ثم مضى. End.", &["قال: نعم، ثم مضى"]),
            ("The form موازنة (شعرية) قديمة is old.", &["موازنة (شعرية) قديمة"]),
            ("Hebrew שלום עולם, here", &["שלום עולם"]),
            ("Both سلام (hello) and وداع (bye).", &["سلام", "وداع"]),
            ("Quoted “كتاب 1984” and (كتاب 1984), but كتاب 1984 is", &["كتاب 1984", "كتاب 1984", "كتاب"]),
            ("A SQLite-ו word, SQL/سؤال", &["ו", "سؤال"]),
            ("From كتاب ١٩٨٤ مشهور! on", &["كتاب ١٩٨٤ مشهور"]),
        ] {
            assert_eq!(english(text), runs, "{text}");
        }
    }

    #[test]
    fn the_sign_that_ends_a_quoted_phrase_is_its_own() {
        for (text, runs) in [
            ("قال «Hello, world!» ثم", &["Hello, world!"][..]),
            ("كتاب «What is Vue?» مهم", &["What is Vue?"]),
            ("قال (See RFC 9110.) ثم", &["See RFC 9110."]),
            ("قال «GPT-4…» و‘Wow!’ ثم", &["GPT-4…", "Wow!"]),
            ("هل قرأت «Vue»؟ نعم، Vue! ثم", &[]),
            ("(انظر GPT-4.) ثم (71%!)", &["GPT-4", "71%"]),
            ("قال «نعم، Vue!» ثم", &[]),
        ] {
            assert_eq!(arabic(text), runs, "{text}");
        }
        for (text, runs) in [
            ("He said “مرحبا!” and left", &["مرحبا!"][..]),
            ("He said ‘مرحبا!’ and (كيف حالك؟).", &["مرحبا!", "كيف حالك؟"]),
            ("The word مرحبا! is", &["مرحبا"]),
            ("It is “كتاب 1984!” or (كتاب 1984).", &["كتاب 1984!", "كتاب 1984"]),
        ] {
            assert_eq!(english(text), runs, "{text}");
        }
    }

    #[test]
    fn a_hyphen_after_a_letter_joins_and_stays_outside() {
        for (text, runs) in [
            ("נכתב ו-SQLite מהיר", &[][..]),
            ("שיעור של ב-12% בשנה", &["12%"]),
            ("ב-2024-01-30 יצא", &["2024-01-30"]),
            ("ما بعد-GPT عصر", &[]),
            ("الـ-API نفسها", &[]),
            ("الـ-C++ نفسها", &["C++"]),
            ("بنسبة-40% نقصت", &["40%"]),
            ("נכתב ו\u{2011}C# מהיר", &["C#"]),
            ("عربي/C++ وC#/عربي", &["C++", "C#"]),
            ("C++-عربي", &["C++"]),
            ("و.NET وC++ و$5.6", &[".NET", "C++", "$5.6"]),
            ("انتهى.NET", &[]),
            ("نقص (-40%) و«-3» و -v هنا", &["-40%", "-3", "-v"]),
            ("-40% أولًا", &["-40%"]),
            ("بـ\u{2212}40% فقط", &["\u{2212}40%"]),
        ] {
            assert_eq!(arabic(text), runs, "{text}");
        }
    }

    #[test]
    fn arabic_in_english_is_isolated() {
        let isolator = Isolator::new(Direction::Ltr, &["ar", "en"]);
        let html = |text: &str| {
            let mut html = String::new();
            isolator.html(text, &mut html);
            html
        };
        assert_eq!(
            html("The genre (موازنة شعرية) is old & <classical>."),
            "The genre (<bdi dir=\"rtl\" lang=\"ar\">موازنة شعرية</bdi>) is old &amp; &lt;classical&gt;."
        );
        assert_eq!(html("Hebrew שלום עולם here"), "Hebrew <bdi dir=\"rtl\">שלום עולם</bdi> here");
        assert_eq!(
            html("On عام 2026-05-01 بدأ so"),
            "On <bdi dir=\"rtl\" lang=\"ar\">عام <bdi dir=\"ltr\">2026-05-01</bdi> بدأ</bdi> so"
        );
        assert_eq!(isolator.plain("Muwazana (موازنة)"), "Muwazana (\u{2068}موازنة\u{2069})");
    }

    #[test]
    fn time_grows_with_the_length_alone() {
        let isolators = [Direction::Ltr, Direction::Rtl].map(|direction| Isolator::new(direction, &["ar", "en"]));
        let started = std::time::Instant::now();
        for piece in [
            "عC++ 2026-01-01 ",
            "\u{202e}",
            "a\u{202e}",
            "(",
            "ع(",
            ")a",
            "[(",
            "«a",
            "a (1, ",
            "1 (1) ",
            "+1 ",
            "- 1 ",
            "a,",
            "ع-",
            "a) (",
            "1 – ",
            "‹1",
            "a\u{301}",
            "\u{64e}",
            "(ع)",
            "a (1)",
            "/",
            "-",
            "1 %  ",
            "{a}{",
            "“",
            " ",
            "+ (",
            "a (ع ",
            "02 ",
            ") 1 ",
            "(02) 1-",
            "p. 1 ",
            "0 < ",
            "۱٬",
        ] {
            for isolator in &isolators {
                isolator.runs(&format!("{}aع1", piece.repeat(50_000 / piece.len())));
                isolator.runs(&format!("1aع{}1a", piece.repeat(50_000 / piece.len())));
            }
        }
        // Linear, it takes two seconds without optimisation; quadratic, each of these texts alone would take longer than all.
        assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
    }
}
