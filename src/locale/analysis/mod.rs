//! From text to what a search index holds: words, one spelling for each, and what is left of it when particles,
//! article and endings are off. The browser does the same to what is typed (`static/assets/search-engine.js`), from
//! the same tables; a test runs both over every word of the site. Nothing here knows of pages or of an index.

mod arabic;
mod english;
mod stem;
mod tables;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};
use rustc_hash::FxHashSet;

pub use stem::{Forms, skeleton};
pub use tables::{TABLES, Tables};

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// Its one spelling; never empty.
    pub word: Cow<'a, str>,
    /// Whether a hyphen joins it to the word before.
    pub joined: bool,
}

/// Which languages a stemmer is for: not a word of Persian in the Arabic script, nor of French in the Latin one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Analyser {
    /// Words in the Arabic script are Arabic.
    pub arabic: bool,
    /// Words in the Latin script are English.
    pub english: bool,
}

impl Analyser {
    /// For texts of a language. Words in the script of another are taken for the best known language of that script:
    /// an English name in an Arabic page, an Arabic one in a French page.
    pub fn new(tag: &str, arabic_script: bool, latin_script: bool) -> Self {
        let language = tag.split('-').next().unwrap_or_default();
        Self { arabic: language == "ar" || !arabic_script, english: language == "en" || !latin_script }
    }

    /// What a word is looked up by.
    pub fn forms(self, word: &str) -> Forms {
        if word.chars().all(|c| within(TABLES.script, c)) {
            return if self.arabic { stem::arabic(word) } else { Forms::only(stem::plain(word)) };
        }
        match self.english && word.bytes().all(|b| b.is_ascii_lowercase()) {
            true => Forms::only(stem::english(word)),
            false => Forms::only(word.to_owned()),
        }
    }
}

/// Whether a letter is of the Arabic script, which has no capitals; no word mixes it with others.
pub fn is_arabic(c: char) -> bool {
    is_common(c) || within(TABLES.script, c)
}

/// Whether a word says nothing of what a page is about.
pub fn is_stop(word: &str) -> bool {
    static STOP: LazyLock<FxHashSet<&str>> = LazyLock::new(|| TABLES.stop.iter().copied().flatten().copied().collect());
    STOP.contains(word) || (word.contains(['ة', 'أ']) && STOP.contains(stem::plain(word).as_str()))
}

fn within(ranges: &[(u32, u32)], c: char) -> bool {
    let c = u32::from(c);
    let at = ranges.partition_point(|(_, end)| *end < c);
    ranges.get(at).is_some_and(|(start, _)| *start <= c)
}

fn in_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    is_common(c)
        || c.is_alphanumeric()
        || within(TABLES.drop, c)
        || GeneralCategoryGroup::Mark.contains(CodePointMapData::<GeneralCategory>::new().get(c))
}

/// The letters of nearly all Arabic words, which need no look into a table.
fn is_common(c: char) -> bool {
    matches!(c, 'ا'..='غ' | 'ف'..='و' | 'ي')
}

/// What decides where a word ends inside a run of letters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Arabic,
    Other,
    Alone,
    /// Goes with what stands before it.
    Mark,
}

fn class(c: char) -> Class {
    if c.is_ascii() {
        Class::Other
    } else if is_common(c) {
        Class::Arabic
    } else if within(TABLES.drop, c) {
        Class::Mark
    } else if within(TABLES.script, c) {
        Class::Arabic
    } else if within(TABLES.alone, c) {
        Class::Alone
    } else if c.is_alphanumeric() {
        Class::Other
    } else {
        Class::Mark
    }
}

/// The words of a text, in order.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    // Room for more words than texts of either language have.
    let mut pieces: Vec<Range<usize>> = Vec::with_capacity(text.len() / 5);
    let mut last: Option<Class> = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if !in_word(c) {
            last = None;
            continue;
        }
        let class = class(c);
        match pieces.last_mut() {
            Some(piece) if last.is_some_and(|last| continues(last, class)) => piece.end = end,
            _ => pieces.push(at..end),
        }
        if class != Class::Mark || last.is_none() {
            last = Some(class);
        }
    }
    join(text, pieces)
}

fn continues(before: Class, class: Class) -> bool {
    class == Class::Mark || before == Class::Mark || (before == class && class != Class::Alone)
}

/// Joins what an apostrophe or the point of a number parts, and notes what a hyphen joins.
fn join(text: &str, pieces: Vec<Range<usize>>) -> Vec<Token<'_>> {
    let mut tokens: Vec<(Range<usize>, bool)> = Vec::with_capacity(pieces.len());
    for mut piece in pieces {
        let letter = text[piece.clone()].len() == 1 && text.as_bytes()[piece.start].is_ascii_alphabetic();
        if letter {
            // C++, C#.
            let signs = text.as_bytes()[piece.end..].iter().take_while(|b| matches!(b, b'+' | b'#')).count();
            piece.end += signs;
        }
        let mut joined = false;
        if let Some((before, _)) = tokens.last_mut() {
            let gap = &text[before.end.min(piece.start)..piece.start];
            let digits =
                || text[..before.end].ends_with(char::is_numeric) && text[piece.start..].starts_with(char::is_numeric);
            if matches!(gap, "'" | "’") || (matches!(gap, "." | "," | "٫" | "٬") && digits()) {
                before.end = piece.end;
                continue;
            }
            joined = matches!(gap, "-" | "‐" | "‑" | "_");
        }
        tokens.push((piece, joined));
    }
    let token = |(range, joined): (Range<usize>, bool)| Token { word: normalise(&text[range.clone()]), range, joined };
    tokens.into_iter().map(token).filter(|token| !token.word.is_empty()).collect()
}

/// What the tables make of a letter that stands by itself, for those that Arabic uses most; nothing for a mark, and no
/// answer for all others.
fn simple(c: char) -> Option<Option<char>> {
    match c {
        'أ' | 'إ' | 'آ' => Some(Some('أ')),
        'ء' | 'ؤ' | 'ئ' => Some(Some('ء')),
        'ى' => Some(Some('ي')),
        '\u{640}' | '\u{64b}'..='\u{652}' => None,
        c => Some(Some(c).filter(|c| is_common(*c))),
    }
}

/// The one spelling of a word: without marks, accents and capitals, digits as 0–9, letters from other languages'
/// keyboards as the language's own. Of the forms of hamza only what stemming needs is left: أ for every alef with hamza
/// or madda, ء for every other; ة is still apart from ه.
pub fn normalise(text: &str) -> Cow<'_, str> {
    let text = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text);
    // Most words are written so already.
    if text.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9') || is_common(c)) {
        return Cow::Borrowed(text);
    }
    if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Cow::Owned(text.to_ascii_lowercase());
    }
    if let Some(word) = text.chars().filter_map(simple).collect() {
        return Cow::Owned(word);
    }
    let mut out = String::with_capacity(text.len());
    for c in DecomposingNormalizerBorrowed::new_nfkd().normalize(text).chars() {
        // Hamza above and below and madda come after all other marks of a letter that count.
        if matches!(c, '\u{653}'..='\u{655}') {
            let carrier = out.pop();
            out.extend(match carrier {
                Some('ا') => Some('أ'),
                Some('و' | 'ي') => Some('ء'),
                other => other,
            });
            continue;
        }
        if within(TABLES.drop, c) {
            continue;
        }
        for c in c.to_lowercase().filter(|c| !within(TABLES.drop, *c)) {
            let mut bytes = [0; 4];
            let letter = &*c.encode_utf8(&mut bytes);
            if c.is_ascii_alphanumeric() || is_common(c) {
                out.push(c);
                continue;
            }
            match TABLES.fold.iter().find(|(from, _)| *from == letter) {
                Some((_, to)) => out.push_str(to),
                None => out.push(c),
            }
        }
    }
    out.retain(|c| c != ' ');
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARABIC: Analyser = Analyser { arabic: true, english: true };

    fn words(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| plain(&token.word)).collect()
    }

    fn plain(word: &str) -> String {
        word.replace('ة', "ه").replace('أ', "ا")
    }

    fn stem(word: &str) -> String {
        let words = tokens(word);
        assert_eq!(words.len(), 1, "{word}");
        ARABIC.forms(&words[0].word).stem
    }

    /// Whether whoever types the one finds a page with the other, by a stem or by a skeleton.
    fn meet(typed: &str, written: &str) -> bool {
        let typed = ARABIC.forms(&normalise(typed));
        let written = ARABIC.forms(&normalise(written));
        let all = |forms: &Forms| -> Vec<String> {
            [vec![forms.stem.clone()], forms.firm.clone(), forms.maybe.clone()].concat()
        };
        let sure = [vec![written.stem.clone()], written.firm].concat();
        all(&typed).iter().any(|form| sure.contains(form))
            || written.maybe.contains(&typed.stem)
            || all(&typed).iter().any(|form| sure.iter().any(|other| skeleton(form) == skeleton(other)))
    }

    #[test]
    fn one_spelling_for_each_word() {
        for (typed, word) in [
            ("السُّيُولَة", "السيوله"),
            ("الحوكـــمة", "الحوكمه"),
            ("إثبات", "اثبات"),
            ("ٱلآلية", "الاليه"),
            ("مسئولية", "مسءوليه"),
            ("مسؤولية", "مسءوليه"),
            ("المحتوى", "المحتوي"),
            ("بیتکوین", "بيتكوين"),
            ("٢٠٠۸", "2008"),
            ("ﻻﻣﺮﻛﺰﻳﺔ", "لامركزيه"),
            ("Résumé", "resume"),
            ("STRASSE", "strasse"),
            ("Straße", "strasse"),
            ("model’s", "model"),
            ("don't", "dont"),
            ("می‌شود", "ميشود"),
        ] {
            assert_eq!(words(typed), [word], "{typed}");
        }
    }

    #[test]
    fn what_needs_no_look_into_a_table_is_what_the_tables_say() {
        for c in ('\u{600}'..='\u{6ff}').filter(|c| is_common(*c)) {
            assert!(c.is_alphanumeric() && within(TABLES.script, c) && !within(TABLES.drop, c), "{c}");
        }
        for word in TABLES.stop.iter().copied().flatten() {
            assert!(is_stop(word), "{word}");
        }
    }

    #[test]
    fn words_end_where_readers_see_them_end() {
        for (text, expected) in [
            ("ما هي سلسلة الكتل؟", "ما هي سلسله الكتل"),
            ("الـDAO و«GPT-4»", "ال dao و gpt 4"),
            ("عام2015م", "عام 2015 م"),
            ("405B، 3.1 و1,000٫5", "405b 3.1 و 1000.5"),
            ("C++ (C#) .NET", "c++ c# net"),
            ("区块链 chain", "区 块 链 chain"),
            ("and/or", "and or"),
            ("…", ""),
            ("ـ ً", ""),
        ] {
            assert_eq!(words(text).join(" "), expected, "{text}");
        }
        let joined: Vec<bool> = tokens("fine-tuning a roll - up").iter().map(|token| token.joined).collect();
        assert_eq!(joined, [false, true, false, false, false]);
    }

    #[test]
    fn ranges_are_those_of_the_text() {
        let text = "قال: «السُّيُولَة» (e.g. C++).";
        let found: Vec<&str> = tokens(text).into_iter().map(|token| &text[token.range]).collect();
        assert_eq!(found, ["قال", "السُّيُولَة", "e", "g", "C++"]);
    }

    #[test]
    fn arabic_words_meet_in_all_their_forms() {
        for (typed, written) in [
            ("سيولة", "السيولة"),
            ("للسيولة", "سيولة"),
            ("سيولتها", "السيولة"),
            ("وبالشبكات", "شبكة"),
            ("فالتعدين", "التعدين"),
            ("كالمحفظة", "محفظة"),
            ("لبيتكوين", "بيتكوين"),
            ("محفظتي", "المحفظة"),
            ("رصيدك", "رصيده"),
            ("مكافأتهم", "مكافأة"),
            ("أوزانه", "أوزان"),
            ("سلاسل", "سلسلة"),
            ("نماذج", "نموذج"),
            ("عقود", "عقد"),
            ("محافظ", "محفظة"),
            ("مفاتيح", "مفتاح"),
            ("أصوات", "صوت"),
            ("صوت", "أصوات"),
            ("أوزان", "وزن"),
            ("أنظمة", "نظام"),
            ("أدلة", "دليل"),
            ("شركاء", "شريك"),
            ("قوانين", "قانون"),
            ("حصص", "حصة"),
            ("حقوق", "حق"),
            ("قضايا", "قضية"),
            ("قواعد", "قاعدة"),
            ("رسائل", "رسالة"),
            ("مدققين", "المدققون"),
            ("شبكتان", "شبكة"),
            ("الإلكترونية", "إلكتروني"),
            ("الالكترونية", "إلكتروني"),
            ("الكتروني", "الإلكترونية"),
            ("التزام", "الالتزامات"),
            ("ألوان", "لون"),
            ("ثابته", "ثابتة"),
            ("ثابت", "ثابتة"),
            ("شبكته", "الشبكة"),
            ("مستويات", "المستوى"),
            ("محتوياته", "المحتوى"),
            ("نهائي", "النهائية"),
            ("بناؤها", "البناء"),
            ("قراءة", "قرائة"),
            ("آلية", "الآليات"),
            ("لغوية", "اللغة"),
            ("رقمي", "الرقمية"),
            ("بيانا", "بيانات"),
        ] {
            assert!(
                meet(typed, written),
                "{typed} {:?} {written} {:?}",
                ARABIC.forms(&normalise(typed)),
                ARABIC.forms(&normalise(written))
            );
        }
        for (typed, written) in [("بنك", "بناء"), ("محفظة", "محافظة على"), ("عقدة", "قاعدة")]
        {
            let forms = |word: &str| stem(word.split(' ').next().unwrap_or_default());
            assert_ne!(forms(typed), forms(written), "{typed} {written}");
        }
    }

    #[test]
    fn english_words_meet_in_all_their_forms() {
        for family in [
            "decentralisation decentralization decentralized decentralise decentralising",
            "hallucination hallucinate hallucinating hallucinations",
            "license licence licences licensed licensing",
            "validator validators validate validating validation",
            "governance govern governed governing",
            "model models modelling modeling modelled",
            "mine miner mining mined",
            "colour color colours colors",
            "centre center centres centred",
            "analyse analyze analysis analyses analysing analyzed",
            "tokenise tokenize tokenization tokenised token tokens",
            "infer inference inferred inferring",
            "verify verifies verified verifiable verification verifications",
            "index indexes indices indexing",
            "use used uses using",
            "company companies",
            "computing compute computation computations",
            "operate operating operation operator operators",
            "process processes processing processed",
            "cache caches caching cached",
            "energy energies",
            "liquidity liquid",
            "transformer transformers transform",
        ] {
            let mut stems: Vec<String> = family.split(' ').map(stem).collect();
            stems.dedup();
            assert_eq!(stems.len(), 1, "{family}: {stems:?}");
        }
        for pair in ["string strong", "model modem", "chain chair", "bias bit"] {
            let (one, other) = pair.split_once(' ').unwrap_or_default();
            assert_ne!(stem(one), stem(other));
        }
    }

    #[test]
    fn other_languages_keep_their_words_whole() {
        let persian = Analyser::new("fa", true, false);
        assert_eq!(persian.forms(&normalise("کتابها")).stem, "كتابها");
        assert_eq!(persian.forms("models").stem, "model");
        let french = Analyser::new("fr", false, true);
        assert_eq!(french.forms("modèles").stem, "modèles");
        assert_eq!(french.forms(&normalise("النماذج")).stem, "نماذج");
    }

    #[test]
    fn words_that_say_nothing() {
        assert!(is_stop("the") && is_stop(&normalise("إلى")) && is_stop(&normalise("على")));
        assert!(!is_stop("chain") && !is_stop("كتل"));
    }
}
