//! Passages that were left in the language from which a page was translated: word for word those of the other file, and in
//! letters that are not the page's.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use super::front_matter::split;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::Direction;
use crate::text::FileId;

/// What may be compared of a language file: sentences of the front matter and of charts, and paragraphs.
#[derive(Debug, Default)]
pub struct Passages {
    all: Vec<Passage>,
    /// How many of them are paragraphs, and how many words these have.
    paragraphs: usize,
    words: usize,
}

#[derive(Debug)]
struct Passage {
    /// Stands for its words.
    key: u64,
    range: Range<usize>,
    /// Whether its letters are those of the page's direction.
    is_own: bool,
    is_paragraph: bool,
}

/// A language file among those of its page.
#[derive(Debug)]
pub struct PassagesOfFile<'a> {
    /// The tag of the language.
    pub tag: &'a str,
    /// How the language is written.
    pub direction: Direction,
    /// Its file.
    pub file: FileId,
    /// What is compared.
    pub passages: Passages,
}

/// Fewer words than these may be the same in two languages: names, titles of works.
const FEW_WORDS: usize = 3;

/// A page of so many words that is copied whole is told by its digests.
const MANY_WORDS: usize = 8;

/// Keys whose values are the same in all languages, or may be: names, addresses, files.
const OTHER_KEYS: [&str; 9] =
    ["title", "short_title", "aliases", "redirects", "template", "image", "data", "slug", "keywords"];

impl Passages {
    /// Those of a language file.
    pub fn of(text: &str, direction: Direction) -> Self {
        let mut passages = Self::default();
        let body = split(text).body;
        let mut at = 0;
        // The sign and length of the fence that is open, and whether it holds a chart.
        let mut fence: Option<(&str, bool)> = None;
        let mut paragraph: Option<Range<usize>> = None;
        // How many elements are open in which the author has said that another language stands.
        let mut depth = 0_usize;
        for line in text.split_inclusive('\n').chain(["\n"]) {
            let start = at;
            at += line.len();
            let shown = line.trim();
            let range = start + (line.len() - line.trim_start().len())..start + line.trim_end().len();
            if start < body {
                passages.add_value(text, range, direction, false);
                continue;
            }
            match fence {
                Some((signs, _)) if shown.starts_with(signs) && shown.trim_matches(['`', '~']).is_empty() => {
                    fence = None
                }
                Some((_, true)) => passages.add_value(text, range, direction, true),
                Some(_) => {}
                None if shown.starts_with("```") || shown.starts_with("~~~") => {
                    passages.add_paragraph(text, paragraph.take(), direction);
                    let info = shown.trim_start_matches(['`', '~']);
                    fence = Some((&shown[..shown.len() - info.len()], info.trim() == "chart"));
                }
                None if depth > 0 || shown.starts_with("<div ") && shown.contains(" lang=") => {
                    depth = (depth + shown.matches("<div").count()).saturating_sub(shown.matches("</div").count());
                }
                None if shown.is_empty() => passages.add_paragraph(text, paragraph.take(), direction),
                None => match &mut paragraph {
                    Some(paragraph) => paragraph.end = range.end,
                    None => paragraph = Some(range),
                },
            }
        }
        passages
    }

    /// The value of a line of front matter or of a chart, such as a summary.
    fn add_value(&mut self, text: &str, line: Range<usize>, direction: Direction, is_chart: bool) {
        let Some(written) = text.get(line.clone()) else { return };
        let Some((key, value)) = written.split_once(['=', ':']) else { return };
        // What a chart is called is a sentence that says what it shows.
        let is_other = match is_chart {
            true => !["title", "text", "note"].contains(&key.trim()),
            false => OTHER_KEYS.contains(&key.trim()),
        };
        let value = value.trim().trim_matches(['"', '\'']);
        if is_other || value.starts_with(['[', '{']) || value.contains("://") {
            return;
        }
        let start = line.start + written.find(value).unwrap_or_default();
        self.add(text, start..start + value.len(), direction, false);
    }

    /// A paragraph of sentences. What begins otherwise is a list, a table, a quotation, a heading or HTML.
    fn add_paragraph(&mut self, text: &str, range: Option<Range<usize>>, direction: Direction) {
        let Some(range) = range else { return };
        let Some(words) = text.get(range.clone()) else { return };
        let begins = words.starts_with(|c: char| c.is_alphabetic() || "«“\"'".contains(c));
        let ends = words.ends_with(['.', '!', '?', ':', '؟', '۔', '»', '”', ']', ')']);
        if begins && ends {
            self.add(text, range, direction, true);
        }
    }

    fn add(&mut self, text: &str, range: Range<usize>, direction: Direction, is_paragraph: bool) {
        let bytes = &text.as_bytes()[range.clone()];
        let words = 1 + bytes.iter().filter(|byte| matches!(byte, b' ' | b'\n')).count();
        self.paragraphs += usize::from(is_paragraph);
        self.words += if is_paragraph { words } else { 0 };
        if words < FEW_WORDS {
            return;
        }
        // The first bytes of Hebrew, Arabic and their kin; names and addresses in Latin letters stand in every text.
        let right = bytes.iter().filter(|byte| matches!(byte, 0xd6..=0xdf)).count();
        let left = || bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
        let is_own = match direction {
            Direction::Rtl => right > 0,
            Direction::Ltr => right == 0 || right < left(),
        };
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        self.all.push(Passage { key: hasher.finish(), range, is_own, is_paragraph });
    }
}

/// Names in each file of a page the first passage that is word for word one of another, and not translated. A page that is a
/// copy as a whole is told by its digests.
pub fn untranslated(files: &[PassagesOfFile<'_>]) -> Vec<Diagnostic> {
    let keys: Vec<HashSet<u64>> =
        files.iter().map(|file| file.passages.all.iter().map(|own| own.key).collect()).collect();
    let mut faults = Vec::new();
    for file in files {
        let Passages { all, paragraphs, words } = &file.passages;
        // Between languages of one direction letters do not tell which is the original.
        let is_original = |m: usize, passage: &Passage| {
            files[m].direction != file.direction && !passage.is_own && keys[m].contains(&passage.key)
        };
        let original = |passage: &Passage| (0..files.len()).find(|m| is_original(*m, passage));
        let copies: Vec<(&Passage, usize)> = all.iter().filter_map(|own| Some((own, original(own)?))).collect();
        let copied = copies.iter().filter(|(passage, _)| passage.is_paragraph).count();
        let is_whole = copied > 0 && copied == *paragraphs && *words >= MANY_WORDS;
        let Some((passage, original)) = copies.first().filter(|_| !is_whole) else { continue };
        let what = if passage.is_paragraph { "paragraph" } else { "text" };
        let more = match copies.len() - 1 {
            0 => String::new(),
            1 => ", as is one more below".to_owned(),
            more => format!(", as are {more} more below"),
        };
        let message =
            format!("this {what} is word for word that of `{}.md`, and not translated{more}", files[*original].tag);
        let help = format!("write it in the language of this page, `{}`; what is quoted stands behind `> `", file.tag);
        let place = file.file.span(passage.range.clone());
        faults.push(Diagnostic::warning(Code::MissingTranslation, message).at(place).help(help));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(texts: &[(&'static str, Direction, &str)]) -> Vec<(String, String)> {
        let file = |(n, (tag, direction, text)): (u32, &(&'static str, Direction, &str))| PassagesOfFile {
            tag,
            direction: *direction,
            file: FileId(n),
            passages: Passages::of(text, *direction),
        };
        let files: Vec<_> = (0..).zip(texts).map(file).collect();
        let place = |fault: Diagnostic| {
            let span = fault.span.unwrap();
            let (tag, _, text) = texts[span.file.0 as usize];
            (tag.to_owned(), text[span.start..span.end].to_owned())
        };
        untranslated(&files).into_iter().map(place).collect()
    }

    fn pair(ar: &str, en: &str) -> Vec<(String, String)> {
        found(&[("ar", Direction::Rtl, ar), ("en", Direction::Ltr, en)])
    }

    #[test]
    fn what_was_left_in_the_other_language() {
        let said = |tag: &str, words: &str| vec![(tag.to_owned(), words.to_owned())];
        let head = |summary: &str| format!("+++\ntitle = \"x\"\nsummary = \"{summary}\"\n+++\n");
        assert_eq!(pair(&head("What is carried."), &head("What is carried.")), said("ar", "What is carried."));
        assert_eq!(
            pair("نص أول هنا.\n\nAll of it is so.\n", "First text.\n\nAll of it is so.\n"),
            said("ar", "All of it is so.")
        );
        let arabic = "تُكتب الأخبار إلى [[about#rules|القواعد]] بالاسم.";
        assert_eq!(pair(&format!("نص أول.\n\n{arabic}\n"), &format!("First.\n\n{arabic}\n")), said("en", arabic));
        let chart = |title: &str| format!("Words.\n\n```chart\ntype = \"bar\"\ntitle = \"{title}\"\n```\n");
        assert_eq!(
            pair(&chart("Most stops are for fuel"), &chart("Most stops are for fuel")),
            said("ar", "Most stops are for fuel")
        );
    }

    #[test]
    fn what_may_be_the_same_in_two_languages() {
        for same in [
            "+++\ntitle = \"Attention Is All You Need\"\n+++\n",
            "> All of it is so, he said.\n",
            "- All of it is so.\n- And that.\n",
            "```sh\nrun = \"all of it is so\"\n```\n",
            "[Attention Is All You Need](https://x.example)\n",
            "Sam Altman, OpenAI\n",
            "GPT-4.\n",
            "<div lang=\"en\" dir=\"ltr\" markdown=\"1\">\n\nAll of it is so.\n\n</div>\n",
            "```chart\ny = \"euros a year\"\n```\n",
        ] {
            assert_eq!(pair(&format!("{same}\nنص.\n"), &format!("{same}\nText.\n")), [], "{same}");
        }
        let long = |first: &str| format!("{first}\n\nUn deux trois quatre cinq six sept huit neuf.\n");
        assert_eq!(found(&[("fr", Direction::Ltr, &long("A.")), ("en", Direction::Ltr, &long("B."))]), []);
        let whole = "All of it is so, and more than eight words.\n";
        assert_eq!(pair(whole, whole), []);
    }
}
