//! From text to what a search index holds: words, one spelling for each, and what is left of it when particles,
//! article and endings are off. The browser does the same to what is typed (`static/assets/search-analysis.js`), from
//! the same tables; `tests/search/analysis.json` holds both to the same results. Nothing here knows of pages or of an index.

mod arabic;
mod ending;
mod english;
mod light;
mod stem;
mod tables;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};
use rustc_hash::FxHashSet;

use crate::locale::Locale;
use crate::text::scan::{common_arabic_run, is_common_arabic};
pub use light::Light;
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
    /// What all other words are taken apart by.
    pub light: Option<&'static Light>,
}

impl Analyser {
    /// For texts of a language. Words in the script of another are taken for the best known language of that script:
    /// an English name in an Arabic page, an Arabic one in a French page.
    pub fn of(locale: &Locale) -> Self {
        let language = locale.tag.split('-').next().unwrap_or_default();
        let arabic = language == "ar" || !locale.arabic_script;
        Self { arabic, english: language == "en" || !locale.latin_script, light: light::light(language) }
    }

    /// What a word is looked up by.
    pub fn forms(self, word: &str) -> Forms {
        let arabic = word.chars().all(|c| within(TABLES.script, c));
        if arabic && self.arabic {
            return stem::arabic(word);
        }
        if !arabic && self.english && word.bytes().all(|b| b.is_ascii_lowercase()) {
            return Forms::only(stem::english(word), word.to_owned());
        }
        let word = if arabic { Cow::Owned(stem::plain(word)) } else { Cow::Borrowed(word) };
        match self.light.filter(|_| word.chars().all(char::is_alphabetic)) {
            Some(light) => stem::light(&word, light),
            None => Forms::only(word.to_string(), word.into_owned()),
        }
    }
}

/// Whether a letter is of the Arabic script, which has no capitals; no word mixes it with others.
pub fn is_arabic_script(c: char) -> bool {
    is_common_arabic(c) || within(TABLES.script, c)
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

/// A word without what French and its neighbours write before a vowel: l’article, d'une, qu’elle.
fn without_elision(text: &str) -> &str {
    let elided = |before: &str| {
        matches!(
            before.as_bytes().to_ascii_lowercase().as_slice(),
            [b'c' | b'd' | b'j' | b'l'..=b'n' | b's' | b't'] | b"qu"
        )
    };
    let rest = text.split_once(['\'', '’']).filter(|(before, rest)| elided(before) && rest.chars().count() > 1);
    rest.map_or(text, |(_, rest)| rest)
}

/// The signs that follow or enclose most words, which need no look into a table.
fn is_sign(c: char) -> bool {
    matches!(c, '،' | '؛' | '؟' | '«' | '»' | '–' | '—' | '‘' | '’' | '“' | '”' | '…' | '\u{2068}' | '\u{2069}')
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

/// The class of a character; `None` if it can be part of no word.
fn class(c: char) -> Option<Class> {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric().then_some(Class::Other);
    }
    if is_common_arabic(c) {
        return Some(Class::Arabic);
    }
    if within(TABLES.drop, c) {
        return Some(Class::Mark);
    }
    if is_sign(c) {
        return None;
    }
    let is_mark = || GeneralCategoryGroup::Mark.contains(CodePointMapData::<GeneralCategory>::new().get(c));
    match c.is_alphanumeric() {
        false if !is_mark() => None,
        _ if within(TABLES.script, c) => Some(Class::Arabic),
        _ if within(TABLES.alone, c) => Some(Class::Alone),
        true => Some(Class::Other),
        false => Some(Class::Mark),
    }
}

/// A run of letters that belong together.
struct Piece {
    range: Range<usize>,
    /// Whether it is spelt as [`normalise`] would spell it: so are most.
    normal: bool,
}

impl Piece {
    /// The first one that begins at a place or after it.
    fn next(text: &str, from: usize) -> Option<Self> {
        let (start, first, mut last) =
            text.get(from..)?.char_indices().find_map(|(at, c)| Some((from + at, c, class(c)?)))?;
        let mut end = start + first.len_utf8();
        let mut normal = is_normal(first);
        loop {
            end += normal_run(&text.as_bytes()[end..], last);
            let next = text[end..].chars().next().and_then(|c| Some((c, class(c)?)));
            let Some((c, class)) = next.filter(|(_, class)| continues(last, *class)) else { break };
            if class != Class::Mark {
                last = class;
            }
            normal &= is_normal(c);
            end += c.len_utf8();
        }
        Some(Self { range: start..end, normal })
    }
}

/// How many bytes of a text go on a word of a class, spelt as they should be. Nearly all words end with them.
fn normal_run(text: &[u8], class: Class) -> usize {
    match class {
        Class::Other => text.iter().take_while(|byte| byte.is_ascii() && is_normal(char::from(**byte))).count(),
        Class::Arabic => common_arabic_run(text),
        Class::Alone | Class::Mark => 0,
    }
}

fn continues(before: Class, class: Class) -> bool {
    class == Class::Mark || before == Class::Mark || (before == class && class != Class::Alone)
}

/// Whether a letter is spelt as it should be.
fn is_normal(c: char) -> bool {
    matches!(c, 'a'..='z' | '0'..='9') || is_common_arabic(c)
}

/// The words of a text, in order.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(text.len() / 8);
    let mut push = |piece: Piece, joined: bool| {
        let written = &text[piece.range.clone()];
        let word = if piece.normal { Cow::Borrowed(written) } else { normalise(written) };
        if !word.is_empty() {
            tokens.push(Token { word, range: piece.range, joined });
        }
    };
    let mut before: Option<(Piece, bool)> = None;
    let mut from = 0;
    while let Some(mut piece) = Piece::next(text, from) {
        if piece.range.len() == 1 && text.as_bytes()[piece.range.start].is_ascii_alphabetic() {
            // C++, C#.
            let signs = text.as_bytes()[piece.range.end..].iter().take_while(|b| matches!(b, b'+' | b'#')).count();
            piece.range.end += signs;
            piece.normal &= signs == 0;
        }
        from = piece.range.end;
        let mut joined = false;
        if let Some((before, _)) = &mut before {
            let gap = &text[before.range.end..piece.range.start];
            let digits = || {
                text[..before.range.end].ends_with(char::is_numeric)
                    && text[piece.range.start..].starts_with(char::is_numeric)
            };
            // An apostrophe and the point of a number part no words.
            if matches!(gap, "'" | "’") || (matches!(gap, "." | "," | "٫" | "٬") && digits()) {
                *before = Piece { range: before.range.start..piece.range.end, normal: false };
                continue;
            }
            joined = matches!(gap, "-" | "‐" | "‑" | "_");
        }
        if let Some((piece, joined)) = before.replace((piece, joined)) {
            push(piece, joined);
        }
    }
    before.into_iter().for_each(|(piece, joined)| push(piece, joined));
    tokens
}

/// What the tables make of a letter that stands by itself, for those that Arabic uses most; nothing for a mark, and no
/// answer for all others.
fn simple(c: char) -> Option<Option<char>> {
    match c {
        'أ' | 'إ' | 'آ' => Some(Some('أ')),
        'ء' | 'ؤ' | 'ئ' => Some(Some('ء')),
        'ى' => Some(Some('ي')),
        '\u{640}' | '\u{64b}'..='\u{652}' => None,
        c => Some(Some(c).filter(|c| is_common_arabic(*c))),
    }
}

/// The one spelling of a word: without marks, accents and capitals, digits as 0–9, letters from other languages'
/// keyboards as the language's own. Of the forms of hamza only what stemming needs is left: أ for every alef with hamza
/// or madda, ء for every other; ة is still apart from ه.
pub fn normalise(text: &str) -> Cow<'_, str> {
    let text = without_elision(text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text));
    // Most words are written so already.
    if text.chars().all(is_normal) {
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
            if c.is_ascii_alphanumeric() || is_common_arabic(c) {
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

    fn analyser(tag: &str) -> Analyser {
        Analyser::of(&Locale::new(tag, crate::locale::Digits::Latin).unwrap())
    }

    const ARABIC: Analyser = Analyser { arabic: true, english: true, light: None };

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
        for c in ('\u{600}'..='\u{6ff}').filter(|c| is_common_arabic(*c)) {
            assert!(c.is_alphanumeric() && within(TABLES.script, c) && !within(TABLES.drop, c), "{c}");
        }
        let category = CodePointMapData::<GeneralCategory>::new();
        for c in ('\u{80}'..='\u{ffff}').filter(|c| is_sign(*c)) {
            assert!(!c.is_alphanumeric() && !GeneralCategoryGroup::Mark.contains(category.get(c)), "{c}");
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
    fn words_of_other_languages_meet_by_their_endings() {
        for (tag, typed, written) in [
            ("fa", "کتاب", "کتاب‌ها"),
            ("fa", "كتاب", "کتاب‌های"),
            ("fa", "خانه", "خانه‌ی"),
            ("fa", "خانه", "خانۀ"),
            ("fa", "بزرگ", "بزرگ‌ترین"),
            ("fr", "installation", "l’installation"),
            ("fr", "installations", "d'installation"),
            ("fr", "réseau", "réseaux"),
            ("fr", "national", "nationaux"),
            ("fr", "paquet", "Paquets"),
            ("de", "Haus", "Häuser"),
            ("de", "Paket", "Paketen"),
            ("de", "Verwaltung", "Verwaltungen"),
            ("tr", "paket", "paketlerin"),
            ("tr", "istanbul", "İSTANBUL'da"),
            ("tr", "dosya", "dosyası"),
            ("es", "configuraciones", "configuración"),
            ("he", "ספר", "הספרים"),
            ("he", "ספרים", "ובספר"),
            ("ur", "کتاب", "کتابیں"),
            ("fa", "models", "model"),
            ("fr", "النماذج", "نماذج"),
        ] {
            let forms = |word: &str| analyser(tag).forms(&normalise(word));
            let (one, other) = (forms(typed), forms(written));
            let meets = other.stem == one.stem || other.maybe.contains(&one.stem) || one.maybe.contains(&other.stem);
            assert!(meets, "{tag}: {typed} {one:?} {written} {other:?}");
        }
        for word in ["aujourd'hui", "don't", "o'clock", "l'"] {
            assert_eq!(without_elision(word), word);
        }
        // Of a language that is not known words stay whole.
        assert_eq!(analyser("eo").forms("domoj").stem, "domoj");
    }

    #[test]
    fn words_that_say_nothing() {
        assert!(is_stop("the") && is_stop(&normalise("إلى")) && is_stop(&normalise("على")));
        assert!(!is_stop("chain") && !is_stop("كتل"));
    }
}
