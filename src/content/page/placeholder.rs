//! What `muwazana new` writes for an author to replace, and where it has not been replaced.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::{FileId, Located, Span};

/// The words of guidance that a new file holds, in one language.
#[derive(Debug)]
pub struct Guidance {
    /// In place of a summary.
    pub summary: &'static str,
    /// In place of the names of the ends of an axis.
    pub poles: [&'static str; 2],
    /// In place of an article.
    pub article: &'static str,
}

/// Guidance in English, for every language that has none of its own.
pub const ENGLISH: Guidance = Guidance {
    summary: "One or two sentences: what does a reader learn here?",
    poles: ["One pole", "The other pole"],
    article: "Write here.",
};

/// Guidance in Arabic.
pub const ARABIC: Guidance = Guidance {
    summary: "جملة أو جملتان: ما الذي يعرفه القارئ هنا؟",
    poles: ["الطرف الأول", "الطرف الآخر"],
    article: "اكتب هنا.",
};

/// In place of a section, and of what is said of a subject.
pub const DOTS: &str = "…";

/// Texts of the front matter by what they are.
pub struct Texts<'a> {
    /// The summary, if there is one.
    pub summary: Option<&'a Located<String>>,
    /// What is said of each subject.
    pub stances: &'a [Located<String>],
    /// The ends of the axis.
    pub poles: Option<&'a [Located<String>; 2]>,
}

/// Reports a file in which something is left: at the first such place, with how many there are.
pub fn find(file: FileId, text: &str, body: usize, texts: &Texts<'_>) -> Option<Diagnostic> {
    let all = [&ENGLISH, &ARABIC];
    let summary = texts.summary.filter(|said| all.iter().any(|words| words.summary == said.value));
    let dots = |said: &&Located<String>| {
        said.value.strip_suffix(DOTS).is_some_and(|before| before.is_empty() || before.ends_with(": "))
    };
    let poles = texts.poles.into_iter().flatten();
    let poles = poles.filter(|pole| all.iter().any(|words| words.poles.contains(&pole.value.as_str())));
    let of_front = summary.into_iter().chain(texts.stances.iter().filter(dots)).chain(poles);
    let mut places: Vec<Span> = of_front.map(|said| said.span).collect();
    places.extend(of_article(text, body).map(|(start, end)| file.span(start..end)));
    places.sort_unstable();
    let first = *places.first()?;
    let more = match places.len() {
        1 => String::new(),
        2 => ", and at one more place of this file".to_owned(),
        n => format!(", and at {} more places of this file", n - 1),
    };
    let fault = Diagnostic::warning(Code::Placeholder, format!("this is still as `new` wrote it{more}"));
    Some(fault.at(first).help("write the words of this page in its place"))
}

/// Paragraphs of an article that are nothing but guidance, where they begin and end in the text.
fn of_article(text: &str, body: usize) -> impl Iterator<Item = (usize, usize)> {
    let (mut at, mut is_code, mut before) = (body, false, true);
    let lines = text.get(body..).unwrap_or_default().split_inclusive('\n');
    lines.filter_map(move |line| {
        let start = at;
        at += line.len();
        let shown = line.trim();
        is_code ^= shown.starts_with("```");
        let alone = std::mem::replace(&mut before, shown.is_empty());
        let is_left = [DOTS, ENGLISH.article, ARABIC.article].contains(&shown);
        (is_left && alone && !is_code).then(|| (start, start + line.trim_end().len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paragraphs_of_guidance_are_left_over() {
        let text = "x\n\n…\n\nand so on …\n\n```\n\n…\n```\n\nWrite here.\nAnd there.\n\nاكتب هنا.\n";
        let left: Vec<_> = of_article(text, 0).map(|(start, end)| &text[start..end]).collect();
        assert_eq!(left, ["…", "Write here.", "اكتب هنا."]);
    }
}
