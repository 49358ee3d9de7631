//! What `muwazana new` writes for an author to replace, and where it has not been replaced.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::diagnostic::{Code, Diagnostic, Matter, Severity};
use crate::locale::StarterWords;
use crate::text::{FileId, Located, Span};

/// The guidance that new pages hold, in every language that has its own.
struct Guidance {
    /// In place of a summary.
    summaries: BTreeSet<String>,
    /// In place of the names of the ends of an axis.
    poles: BTreeSet<String>,
    /// In place of an article.
    articles: BTreeSet<String>,
}

static GUIDANCE: LazyLock<Guidance> = LazyLock::new(|| {
    let all = |ids: &[&str]| StarterWords::all().flat_map(|words| ids.iter().map(move |id| words.say(id))).collect();
    Guidance {
        summaries: all(&["draft_summary"]),
        poles: all(&["draft_start", "draft_end"]),
        articles: all(&["draft_article"]),
    }
});

/// In place of a section, and of what is said of a subject.
pub const DOTS: &str = "…";

/// The title of a new page, by the name of its folder.
pub fn working_title(folder: &str) -> String {
    format!("{} {DOTS}", folder.replace('-', " "))
}

/// Texts of the front matter by what they are.
pub struct Texts<'a> {
    /// The title, if there is one.
    pub title: Option<&'a Located<String>>,
    /// The summary, if there is one.
    pub summary: Option<&'a Located<String>>,
    /// What is said of each subject.
    pub stances: &'a [Located<String>],
    /// The ends of the axis.
    pub poles: Option<&'a [Located<String>; 2]>,
}

/// The words of the page that a file is of.
fn words_of(path: &str) -> Matter {
    let page = path.strip_prefix("content/").and_then(|path| path.rsplit_once('/')).map_or("", |(page, _)| page);
    Matter::Words(page.to_owned())
}

/// Reports a file, by its path, in which something is left: at the first such place, with how many there are.
pub fn find(file: FileId, path: &str, text: &str, body: usize, texts: &Texts<'_>) -> Option<Diagnostic> {
    let folder = path.rsplit('/').nth(1).unwrap_or_default();
    // Nearly every title is told by its end.
    let is_working = |title: &&Located<String>| title.value.ends_with(DOTS) && title.value == working_title(folder);
    let title = texts.title.filter(is_working);
    let summary = texts.summary.filter(|said| GUIDANCE.summaries.contains(&said.value));
    let dots = |said: &&Located<String>| {
        said.value.strip_suffix(DOTS).is_some_and(|before| before.is_empty() || before.trim_end().ends_with(':'))
    };
    let poles = texts.poles.into_iter().flatten().filter(|pole| GUIDANCE.poles.contains(&pole.value));
    let empty_summary = texts.summary.filter(|said| dots(said));
    if let Some(left) =
        texts.title.into_iter().chain(texts.summary).chain(texts.stances).find(|said| is_to_do(&said.value))
    {
        let message = format!("`{}` stands where words are to come, and readers see it", left.value);
        let fault = Diagnostic::error(Code::Placeholder, message).at(left.span).doubting(words_of(path));
        return Some(fault.help("write the words in its place"));
    }
    let of_front =
        title.into_iter().chain(summary).chain(empty_summary).chain(texts.stances.iter().filter(dots)).chain(poles);
    let mut places: Vec<Span> = of_front.map(|said| said.span).collect();
    places.extend(of_article(text, body).map(|(start, end)| file.span(start..end)));
    places.sort_unstable();
    let first = *places.first()?;
    let more = match places.len() {
        1 => String::new(),
        2 => ", and at one more place of this file".to_owned(),
        n => format!(", and at {} more places of this file", n - 1),
    };
    let fault = Diagnostic::error(Code::Placeholder, format!("this is still as `new` wrote it{more}"));
    let fault = fault
        .help("write the words in its place, or put `draft = true` into the page's page.toml until they are there");
    Some(fault.at(first).doubting(words_of(path)))
}

/// Whether a text is nothing but a mark for later.
fn is_to_do(text: &str) -> bool {
    let word = text.trim_end_matches(['.', '…', ':', '!', ' ']);
    matches!(word, "TODO" | "TBD" | "FIXME" | "XXX" | "tbd" | "todo" | "xxx")
}

/// A draft may hold what is left to be written: there it is no more than a warning.
pub fn pardon(faults: &mut [Diagnostic]) {
    for fault in faults.iter_mut().filter(|fault| fault.code == Code::Placeholder) {
        fault.severity = Severity::Warning;
    }
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
        (alone && !is_code && (shown == DOTS || GUIDANCE.articles.contains(shown)))
            .then(|| (start, start + line.trim_end().len()))
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
