//! What is wrong with the site, as open pages show it.

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Severity};
use crate::text::{Source, Sources, Span};

/// How many characters of a line are shown before and after what is wrong.
const AROUND: usize = 60;
/// How much of what is wrong is shown.
const MARKED: usize = 160;
/// How many faults of an open page it is told of.
const OF_PAGE: usize = 200;
/// How many errors elsewhere it is told of.
const ELSEWHERE: usize = 40;

/// A fault, as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownFault {
    /// `error` or `warning`.
    severity: &'static str,
    /// Its code as it is printed.
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) place: Option<ShownPlace>,
}

/// Where a fault is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct ShownPlace {
    /// The path of the file below the root of the site.
    pub(super) file: String,
    /// Counted from 1.
    pub(super) line: usize,
    /// In characters, counted from 1.
    pub(super) column: usize,
    /// The line, taken apart: before what is wrong, that, and behind it.
    excerpt: [String; 3],
}

impl ShownFault {
    /// All faults of a site, in their order, those of one slip each for itself: each page tells its own.
    pub fn all(sources: &Sources, diagnostics: &[Diagnostic]) -> Vec<Self> {
        let shown = |fault: &Diagnostic| Self {
            severity: if fault.severity == Severity::Error { "error" } else { "warning" },
            code: fault.code.as_str(),
            message: fault.message.clone(),
            help: fault.help.clone(),
            place: fault.span.map(|span| ShownPlace::of(sources.get(span.file), span)),
        };
        diagnostics.iter().flat_map(Diagnostic::each).map(shown).collect()
    }

    fn is_error(&self) -> bool {
        self.severity == "error"
    }

    /// A name that no other fault of the site has, but one that reads the same.
    pub(super) fn id(&self) -> String {
        let mut digest = blake3::Hasher::new();
        let place = self.place.as_ref().map(|place| format!("{}:{}:{}", place.file, place.line, place.column));
        for part in [self.code, &self.message, place.as_deref().unwrap_or_default()] {
            digest.update(&part.len().to_le_bytes()).update(part.as_bytes());
        }
        digest.finalize().to_hex()[..16].to_owned()
    }
}

impl ShownPlace {
    fn of(source: &Source, span: Span) -> Self {
        let place = source.line_column(span.start);
        let (line_start, line) = source.line_at(span.start);
        let start = line.floor_char_boundary(span.start - line_start);
        let end = line.ceil_char_boundary((span.end - line_start).clamp(start, line.len()));
        let excerpt = [last(&line[..start]), first(&line[start..end], MARKED), first(&line[end..], AROUND)];
        Self { file: source.path.clone(), line: place.line, column: place.column, excerpt }
    }
}

/// The beginning of a text.
fn first(text: &str, characters: usize) -> String {
    match text.char_indices().nth(characters) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// The end of a text.
fn last(text: &str) -> String {
    match text.char_indices().rev().nth(AROUND) {
        Some((at, c)) => format!("…{}", &text[at + c.len_utf8()..]),
        None => text.trim_start().to_owned(),
    }
}

/// What a page is told: its own faults, and the errors elsewhere.
#[derive(Debug, Serialize)]
pub(super) struct FaultsOfPage<'a> {
    /// Those of the page: errors first.
    own: Vec<ListedFault<'a>>,
    /// Errors elsewhere.
    elsewhere: Vec<ListedFault<'a>>,
    /// How many more of the page there are.
    more_own: usize,
    /// How many more elsewhere.
    more_elsewhere: usize,
}

/// A fault as it is told.
#[derive(Debug, Serialize)]
struct ListedFault<'a> {
    id: String,
    #[serde(flatten)]
    fault: &'a ShownFault,
    /// An address that opens its place, where the editor has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
}

impl<'a> FaultsOfPage<'a> {
    /// Of a page that is made of these files; `address` gives what opens a place.
    pub(super) fn new(
        faults: &'a [ShownFault],
        files: &[String],
        address: impl Fn(&ShownPlace) -> Option<String>,
    ) -> Self {
        let is_own = |fault: &&ShownFault| fault.place.as_ref().is_some_and(|place| files.contains(&place.file));
        let (mut own, elsewhere): (Vec<_>, Vec<_>) = faults.iter().partition(is_own);
        let elsewhere: Vec<_> = elsewhere.into_iter().filter(|fault| fault.is_error()).collect();
        own.sort_by_key(|fault| !fault.is_error());
        let told = |fault: &'a ShownFault| ListedFault {
            id: fault.id(),
            fault,
            address: fault.place.as_ref().and_then(&address),
        };
        Self {
            more_own: own.len().saturating_sub(OF_PAGE),
            more_elsewhere: elsewhere.len().saturating_sub(ELSEWHERE),
            own: own.into_iter().take(OF_PAGE).map(told).collect(),
            elsewhere: elsewhere.into_iter().take(ELSEWHERE).map(told).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    #[test]
    fn a_page_is_told_its_own_faults_and_errors_elsewhere() {
        let mut sources = Sources::default();
        let own = sources.add(Source::new("content/a/ar.md", "سطر\nكلمة خطأ هنا\n"));
        let other = sources.add(Source::new("content/b/ar.md", "x"));
        let at = 7 + "كلمة ".len();
        let faults = [
            Diagnostic::warning(Code::Placeholder, "own warning").at(own.span(at..at + "خطأ".len())),
            Diagnostic::error(Code::BrokenLink, "own error").at(own.span(0..1)).help("mend"),
            Diagnostic::warning(Code::Placeholder, "other warning").at(other.span(0..1)),
            Diagnostic::error(Code::BrokenLink, "other error").at(other.span(0..1)),
            Diagnostic::error(Code::NoSite, "error without a place"),
        ];
        let shown = ShownFault::all(&sources, &faults);
        let told =
            FaultsOfPage::new(&shown, &["content/a/ar.md".to_owned()], |place| Some(format!("x:{}", place.line)));
        let told = serde_json::to_value(&told).expect("JSON");
        let messages = |of: &str| -> Vec<_> {
            let list = told[of].as_array().expect("a list");
            list.iter().map(|fault| fault["message"].as_str().expect("a message").to_owned()).collect()
        };
        assert_eq!(messages("own"), ["own error", "own warning"]);
        assert_eq!(messages("elsewhere"), ["other error", "error without a place"]);
        let warning = &told["own"][1];
        assert_eq!(warning["place"]["excerpt"], serde_json::json!(["كلمة ", "خطأ", " هنا"]));
        assert_eq!((&warning["place"]["line"], &warning["place"]["column"]), (&2.into(), &6.into()));
        assert_eq!(warning["address"], "x:2");
        assert_ne!(told["own"][0]["id"], told["own"][1]["id"]);
    }

    #[test]
    fn a_page_is_told_of_a_slip_what_to_write_on_it() {
        let mut sources = Sources::default();
        let (first, second) =
            (sources.add(Source::new("content/a.md", "x")), sources.add(Source::new("content/b.md", "x")));
        let fault = |file: crate::text::FileId, help| {
            Diagnostic::error(Code::BrokenLink, "gone").at(file.span(0..1)).help(help)
        };
        let faults = [fault(first, "write `b/`").told_with(vec![fault(second, "write `../b/`")])];
        let shown = ShownFault::all(&sources, &faults);
        let told = FaultsOfPage::new(&shown, &["content/b.md".to_owned()], |_| None);
        let told = serde_json::to_value(&told).expect("JSON");
        assert_eq!(
            (&told["own"][0]["help"], &told["elsewhere"][0]["help"]),
            (&"write `../b/`".into(), &"write `b/`".into())
        );
    }

    #[test]
    fn a_tree_full_of_errors_does_not_fill_the_page() {
        let mut sources = Sources::default();
        let file = sources.add(Source::new("content/a/ar.md", "x ".repeat(1000)));
        let faults: Vec<_> =
            (0..1000).map(|n| Diagnostic::error(Code::BrokenLink, "wrong").at(file.span(n..n + 1))).collect();
        let shown = ShownFault::all(&sources, &faults);
        for files in [vec![], vec!["content/a/ar.md".to_owned()]] {
            let text = serde_json::to_string(&FaultsOfPage::new(&shown, &files, |_| None)).expect("JSON");
            assert!(text.len() < 100_000, "{} bytes", text.len());
            assert!(text.contains(if files.is_empty() { "\"more_elsewhere\":960" } else { "\"more_own\":800" }));
        }
    }
}
