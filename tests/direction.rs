//! The laws of direction, tried on generated sentences with Unicode's own algorithm as the judge: what is isolated must be
//! drawn exactly as if each phrase and each number had been isolated by hand. `DIRECTION_CASES` says how many sentences.

use muwazana::locale::{Direction, Isolator};
use proptest::prelude::*;
use proptest::sample::select;
use unicode_bidi::{BidiInfo, Level};

const CONTROLS: [char; 4] = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];

/// The characters of a paragraph from left to right, as a screen shows it, without the controls of isolation: each with
/// its place among the characters of the text without controls.
fn drawn(text: &str, direction: Direction) -> Vec<(usize, char)> {
    let base = if direction == Direction::Rtl { Level::rtl() } else { Level::ltr() };
    let bidi = BidiInfo::new(text, Some(base));
    let Some(paragraph) = bidi.paragraphs.first() else { return Vec::new() };
    let levels = bidi.reordered_levels(paragraph, paragraph.range.clone());
    let shown: Vec<(char, Level)> =
        text.char_indices().filter(|(_, c)| !CONTROLS.contains(c)).map(|(at, c)| (c, levels[at])).collect();
    let levels: Vec<Level> = shown.iter().map(|(_, level)| *level).collect();
    BidiInfo::reorder_visual(&levels).into_iter().map(|at| (at, shown[at].0)).collect()
}

fn shown(text: &str, direction: Direction) -> String {
    drawn(text, direction).into_iter().map(|(_, c)| c).collect()
}

/// HTML with the controls that stand for its `<bdi>`.
fn with_controls(html: &str) -> String {
    let mut text = String::new();
    for (n, part) in html.split('<').enumerate() {
        let (tag, rest) = if n == 0 { ("", part) } else { part.split_once('>').expect("a tag") };
        text.push_str(match tag {
            "" => "",
            "/bdi" => "\u{2069}",
            tag if tag.starts_with("bdi dir=\"rtl\"") => "\u{2067}",
            tag if tag.starts_with("bdi dir=\"ltr\"") => "\u{2066}",
            tag => panic!("{tag}"),
        });
        text.push_str(rest);
    }
    text
}

/// Text, and the same with every phrase and number isolated by hand.
#[derive(Clone, Debug, Default)]
struct Sentence {
    text: String,
    ideal: String,
}

impl Sentence {
    fn both(&mut self, text: &str) {
        self.text.push_str(text);
        self.ideal.push_str(text);
    }

    fn isolated(&mut self, phrase: &Sentence, control: char) {
        self.text.push_str(&phrase.text);
        self.ideal.push(control);
        self.ideal.push_str(&phrase.ideal);
        self.ideal.push('\u{2069}');
    }
}

const ARABIC: &[&str] = &["قال", "كتاب", "في عام", "شبكة", "مهمّة", "الأوّل والثاني", "إلى", "سنة ١٤٤٧"];
const HEBREW: &[&str] = &["ספר", "של", "גדול מאוד", "צה״ל", "שָׁלוֹם"];
const PERSIAN: &[&str] = &["می‌شود", "گفت‌وگو", "کتاب", "در سال"];
const ENGLISH: &[&str] =
    &["The", "book", "is read", "don’t", "Äpfel", "in 2026", "12 of", "V8-like", "so (or not)", "50% of"];
const LATIN: &[&str] = &[
    "GPT-4",
    "C++",
    "C#",
    ".NET",
    "OpenAI",
    "Base",
    "v1.2.3-rc.1",
    "/usr/local/bin",
    "https://example.org/a?b=c",
    "--dry-run",
    "10.5281/zenodo.123",
    "Gödel",
    "St. John’s",
    "Llama 3.1",
    "OP Stack (v2)",
    "$5.6M",
    "x = 5",
    "f(x)",
    "London (UK)",
    "Война",
    "Fine-Tuned",
    "A/B",
    "@user",
    "#tag",
    "R1",
    "e\u{301}t",
    "a[0]",
    "word «quoted»",
    "et al. (2017)",
    "pair (a, b)",
];
const LATIN_SIGNS: &[&str] = &[
    " ",
    " ",
    ": ",
    ", ",
    " – ",
    " & ",
    "/",
    "; ",
    "! ",
    ". ",
    " / ",
    "-",
    " 12 ",
    " 2026-01-30 ",
    " -5% ",
    " (12) ",
    " → ",
    "? ",
    " (v2) ",
    " [1] ",
    "… ",
];
const RTL_SIGNS: &[&str] =
    &[" ", " ", "، ", ": ", " – ", "؛ ", ", ", "؟ ", ". ", " 1984 ", " ١٩٨٤ ", "-", "/", "… ", " & "];
const NUMBERS: &[&str] = &[
    "2026-05-01",
    "-40%",
    "71%",
    "+966 11 123 4567",
    "20–80",
    "97 %",
    "1984",
    "3.14",
    "1,234,567",
    "-5",
    "9:30",
    "12/7",
    "±3",
    "20–80 ms",
    "5 GB",
    "$5.6",
    "€40",
    "2024 – 2026",
    "1.2.3",
    "+1 (650) 253-0000",
    "#5",
    "3×4",
    "۱۲-۳",
    "100 tokens per second",
];

fn words(from: &'static [&'static str]) -> impl Strategy<Value = String> {
    proptest::collection::vec(select(from), 1..3).prop_map(|words| words.join(" "))
}

fn own(direction: Direction) -> BoxedStrategy<String> {
    match direction {
        Direction::Ltr => words(ENGLISH).boxed(),
        Direction::Rtl => prop_oneof![words(ARABIC), words(HEBREW), words(PERSIAN)].boxed(),
    }
}

/// A phrase that is written from left to right.
fn latin() -> impl Strategy<Value = Sentence> {
    (select(LATIN), proptest::collection::vec((select(LATIN_SIGNS), select(LATIN)), 0..4)).prop_map(|(first, rest)| {
        let mut phrase = Sentence::default();
        phrase.both(first);
        rest.iter().for_each(|(sign, word)| [sign, word].into_iter().for_each(|text| phrase.both(text)));
        phrase
    })
}

/// A phrase that is written from right to left, with numbers in it that need help there.
fn right_to_left() -> impl Strategy<Value = Sentence> {
    let word = || prop_oneof![words(ARABIC), words(HEBREW), words(PERSIAN)];
    let between = prop_oneof![
        select(RTL_SIGNS).prop_map(|sign| (sign, None)),
        select(NUMBERS.iter().copied().filter(|n| !n.contains(char::is_alphabetic)).collect::<Vec<_>>())
            .prop_map(|n| (" ", Some(n))),
    ];
    (word(), proptest::collection::vec((between, word(), any::<bool>()), 0..4)).prop_map(|(first, rest)| {
        let mut phrase = Sentence::default();
        phrase.both(&first);
        for ((sign, number), word, in_brackets) in &rest {
            phrase.both(sign);
            if let Some(number) = number {
                phrase.isolated(&Sentence { text: number.to_string(), ideal: number.to_string() }, '\u{2066}');
                phrase.both(" ");
            }
            let in_brackets = *in_brackets && sign.ends_with(' ');
            phrase.both(&if in_brackets { format!("({word})") } else { word.clone() });
        }
        phrase
    })
}

/// A part of a sentence in the other direction, or a number, and how it is bound to the words around it.
#[derive(Clone, Debug)]
struct Part {
    phrase: Sentence,
    before: &'static str,
    after: &'static str,
    /// What ends the phrase as a sentence, where it is quoted.
    ending: &'static str,
}

fn part(direction: Direction) -> BoxedStrategy<Part> {
    let (phrase, before, after, question) = match direction {
        Direction::Rtl => {
            let number = select(NUMBERS).prop_map(|n| Sentence { text: n.to_owned(), ideal: n.to_owned() });
            let before = vec![" ", " ", " (", " «", "، ", ": ", " – ", "؛ ", "-", "", ". ", " [", "ـ-", "/", " “"];
            let after = vec![" ", " ", "، ", ". ", ": ", "! ", "؟ ", "-", " – ", ".", "… ", ", "];
            (prop_oneof![latin(), latin(), number].boxed(), select(before), select(after), "?")
        }
        Direction::Ltr => {
            let before = vec![" ", " ", " (", " “", ", ", ": ", " – ", "; ", "/", ". ", " [", "-"];
            let after = vec![" ", " ", ", ", ". ", ": ", "! ", "? ", "-", " – ", ".", "… ", "/"];
            (right_to_left().boxed(), select(before), select(after), "؟")
        }
    };
    let ending = select(vec!["", "", "!", "…", ".", question, "?!"]);
    let part = |(phrase, before, after, ending)| Part { phrase, before, after, ending };
    (phrase, before, after, ending).prop_map(part).boxed()
}

fn sentence(direction: Direction) -> impl Strategy<Value = Sentence> {
    let piece = (own(direction), part(direction), any::<bool>());
    (any::<bool>(), proptest::collection::vec(piece, 1..4), proptest::option::of(own(direction))).prop_map(
        move |(begins_with_part, pieces, end)| {
            let mut sentence = Sentence::default();
            for (n, (own, part, _)) in pieces.iter().enumerate() {
                let begins = n == 0 && begins_with_part;
                // What a sign joins begins with a letter; what it joins a number to is anybody's guess.
                if sentence.text.ends_with(['-', '/', '.']) && !own.starts_with(char::is_alphabetic) {
                    sentence.both(own_word(direction));
                }
                if !begins {
                    sentence.both(own);
                }
                append(&mut sentence, part, begins, direction);
            }
            // A sign that joins has something after it.
            let is_joined = sentence.text.ends_with(['-', '/', '.']);
            let end = end.filter(|end| !is_joined || end.starts_with(char::is_alphabetic));
            if let Some(end) = end.or_else(|| is_joined.then(|| own_word(direction).to_owned())) {
                sentence.both(&end);
            }
            sentence
        },
    )
}

fn own_word(direction: Direction) -> &'static str {
    match direction {
        Direction::Ltr => ENGLISH[0],
        Direction::Rtl => ARABIC[0],
    }
}

/// Puts a part to a sentence; what binds it must not be part of it.
fn append(sentence: &mut Sentence, part: &Part, begins: bool, direction: Direction) {
    let (phrase, control) = match direction {
        Direction::Rtl => (&part.phrase, '\u{2066}'),
        Direction::Ltr => (&part.phrase, '\u{2067}'),
    };
    let begins_plainly = phrase.text.starts_with(char::is_alphanumeric);
    let ends_plainly = phrase.text.ends_with(char::is_alphanumeric);
    let before = match part.before {
        before if begins => before.trim_start_matches(|c| !matches!(c, '(' | '[' | '«' | '“')),
        "-" | "" | "/" | "ـ-" if !begins_plainly || sentence.text.ends_with(|c: char| !c.is_alphabetic()) => " ",
        before => before,
    };
    let close = match before.trim() {
        "(" => ")",
        "[" => "]",
        "«" => "»",
        "“" => "”",
        _ => "",
    };
    let mut phrase = phrase.clone();
    if !close.is_empty() && phrase.text.contains(char::is_alphabetic) {
        phrase.both(part.ending);
    }
    sentence.both(before);
    sentence.isolated(&phrase, control);
    sentence.both(close);
    sentence.both(match part.after {
        "-" | "/" if !(ends_plainly && close.is_empty()) => " ",
        after => after,
    });
}

fn cases() -> ProptestConfig {
    let cases = std::env::var("DIRECTION_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(1000);
    ProptestConfig { cases, failure_persistence: None, max_global_rejects: u32::MAX, ..ProptestConfig::default() }
}

fn check(sentence: &Sentence, direction: Direction) -> Result<(), TestCaseError> {
    let isolator = Isolator::new(direction, &["ar", "en"]);
    let mut html = String::new();
    isolator.html(&sentence.text, &mut html);
    let html = with_controls(&html).replace("&amp;", "&");
    if let Some((turned, _)) = isolator.block(&sentence.text) {
        // All of it goes the other way, with the signs at its end.
        let alone = Isolator::new(turned, &["ar", "en"]).plain(&sentence.text);
        let trimmed = |text: &str, direction| shown(text, direction).trim().to_owned();
        prop_assert_eq!(trimmed(&html, direction), trimmed(&alone, turned), "{}", html);
        return Ok(());
    }
    let plain = isolator.plain(&sentence.text);
    for isolated in [&html, &plain] {
        prop_assert_eq!(isolated.replace(CONTROLS, ""), &sentence.text[..]);
        prop_assert_eq!(
            shown(isolated, direction),
            shown(&sentence.ideal, direction),
            "{} / {}",
            isolated,
            sentence.ideal
        );
    }
    Ok(())
}

/// Characters in any order, such as nobody writes.
fn soup() -> impl Strategy<Value = String> {
    let pieces = [
        "قال", "ה", "گ", "a", "GPT", "É", "1", "2026", " ", " ", " ", "-", "+", "%", ".", ",", "،", ":", "(", ")", "[",
        "]", "«", "»", "/", "$", "#", "–", "’", "!", "؟", "\u{301}", "\u{64e}", "ـ", "&", "<", "“", "”", "😀",
        "\u{200c}",
    ];
    proptest::collection::vec(select(pieces.to_vec()), 0..16).prop_map(|pieces| pieces.concat())
}

fn letter(c: char) -> Option<Direction> {
    match c {
        'a'..='z' | 'A'..='Z' | 'É' => Some(Direction::Ltr),
        '\u{5d0}'..='\u{5ea}' | '\u{620}'..='\u{64a}' | 'گ' => Some(Direction::Rtl),
        _ => None,
    }
}

/// In any text at all, nothing is lost, words of the other direction with only signs and numbers between them are drawn one
/// after the other in their own direction, without a word of the text's own between them, and so are digits of a number.
fn check_soup(text: &str, direction: Direction) -> Result<(), TestCaseError> {
    let isolator = Isolator::new(direction, &["ar", "en"]);
    let isolates = isolator.isolates(text, direction);
    for (n, isolate) in isolates.iter().enumerate() {
        prop_assert!(text.is_char_boundary(isolate.range.start) && text.is_char_boundary(isolate.range.end));
        prop_assert!(isolate.range.start < isolate.range.end);
        let before = isolates[..n].last().map_or(0..0, |before| before.range.clone());
        let inside = direction == Direction::Ltr && isolate.direction == Direction::Ltr;
        prop_assert!(before.end <= isolate.range.start || inside && isolate.range.end <= before.end);
    }
    // The words of a text that is no block of the other direction.
    let mut isolated = String::new();
    let mut marks: Vec<(usize, usize, char)> = Vec::new();
    for (n, isolate) in isolates.iter().enumerate() {
        let control = if isolate.direction == Direction::Ltr { '\u{2066}' } else { '\u{2067}' };
        marks.push((isolate.range.start, n + 1, control));
        marks.push((isolate.range.end, 0, '\u{2069}'));
    }
    marks.sort();
    let mut done = 0;
    for (at, _, control) in marks {
        isolated.push_str(&text[done..at]);
        isolated.push(control);
        done = at;
    }
    isolated.push_str(&text[done..]);
    let mut place = vec![0; text.chars().count()];
    for (visual, (logical, _)) in drawn(&isolated, direction).into_iter().enumerate() {
        place[logical] = visual;
    }
    let own: Vec<usize> =
        text.chars().enumerate().filter(|(_, c)| letter(*c) == Some(direction)).map(|(at, _)| place[at]).collect();
    let mut last: Option<(usize, char)> = None;
    for (at, c) in text.chars().enumerate() {
        let parts = |c: char| "()[]«»“”،؟".contains(c) || letter(c) == Some(direction);
        if letter(c) == Some(direction.opposite()) || c.is_ascii_digit() {
            if let Some((before, b)) = last {
                let is_number = c.is_ascii_digit() && b.is_ascii_digit() && before + 1 == at;
                let are_words = letter(c).is_some() && letter(b).is_some();
                let goes_right = is_number || direction == Direction::Rtl;
                let (first, second) = if goes_right { (place[before], place[at]) } else { (place[at], place[before]) };
                prop_assert!(!(is_number || are_words) || first < second, "{:?} {} {}", text, b, c);
                let between = own.iter().any(|own| first < *own && *own < second);
                prop_assert!(!(is_number || are_words) || !between, "{:?} {} {}", text, b, c);
            }
            if letter(c).is_some() || last.is_none_or(|(before, b)| letter(b).is_none() && before + 1 == at) {
                last = Some((at, c));
            }
        } else if parts(c) {
            last = None;
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_text_keeps_its_words_in_order(text in soup()) {
        for direction in [Direction::Ltr, Direction::Rtl] {
            check_soup(&text, direction)?;
        }
    }

    #[test]
    fn right_to_left_sentences_are_drawn_as_if_isolated_by_hand(sentence in sentence(Direction::Rtl)) {
        check(&sentence, Direction::Rtl)?;
    }

    #[test]
    fn left_to_right_sentences_are_drawn_as_if_isolated_by_hand(sentence in sentence(Direction::Ltr)) {
        check(&sentence, Direction::Ltr)?;
    }
}
