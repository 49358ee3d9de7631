//! Diagnostics for a person at a terminal. Carets under a line that holds right-to-left text would point
//! elsewhere once the terminal has reordered it, so there the place is named in words, and the line is isolated.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Padding, Renderer, Snippet};
use icu_properties::CodePointMapData;
use icu_properties::props::BidiClass;

use super::{Diagnostic, Severity, manual_address, printable};
use crate::text::{Sources, Span};

/// Longer lines are cut around the place.
const EXCERPT: usize = 160;
/// Bytes of a line that may be shown with carets below it.
const LONG: usize = 4_096;
/// So many of the other places of a fault are named.
const OTHER_PLACES: usize = 4;

/// The text of all diagnostics, in the order given, each followed by an empty line.
pub fn human(sources: &Sources, diagnostics: &[Diagnostic], colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(EXCERPT);
    diagnostics.iter().map(|diagnostic| one(sources, diagnostic, &renderer) + "\n\n").collect()
}

fn one(sources: &Sources, diagnostic: &Diagnostic, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    // A primary title would replace the isolates by a sign of its own.
    let message = isolate(&diagnostic.message);
    let title = level.secondary_title(message).id(diagnostic.code.as_str());
    let title = match manual_address(diagnostic.code) {
        Some(address) => title.id_url(address),
        None => title,
    };
    let mut group = title.elements(Vec::<Padding>::new());
    let excerpt;
    if let Some(span) = diagnostic.span {
        let source = sources.get(span.file);
        let place = source.line_column(span.start);
        excerpt = Excerpt::new(sources, span);
        if excerpt.mixed {
            group = group
                .element(Origin::path(printable(&source.path)).line(place.line).char_column(place.column))
                .element(Padding)
                .element(Level::NOTE.with_name("line").message(format!("\u{2068}{}\u{2069}", excerpt.line)))
                .element(Level::NOTE.with_name("at").message(excerpt.marked()));
        } else {
            group = group.element(
                Snippet::source(&*excerpt.line)
                    .path(printable(&source.path))
                    .line_start(place.line)
                    .annotation(AnnotationKind::Primary.span(excerpt.start..excerpt.end)),
            );
        }
    }
    if !diagnostic.others().is_empty() {
        group = group.element(Level::NOTE.with_name("also").message(other_places(sources, diagnostic.others())));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(isolate(help)));
    }
    renderer.render(&[group])
}

/// `content/a/en.md:3:7, content/b/en.md:9:1 and 2 more`
fn other_places(sources: &Sources, others: &[Diagnostic]) -> String {
    let shown = |span: Span| {
        let source = sources.get(span.file);
        let at = source.line_column(span.start);
        format!("{}:{}:{}", printable(&source.path), at.line, at.column)
    };
    let listed =
        others.iter().filter_map(|other| other.span).take(OTHER_PLACES).map(shown).collect::<Vec<_>>().join(", ");
    match others.len().saturating_sub(OTHER_PLACES) {
        0 => listed,
        more => format!("{listed} and {more} more"),
    }
}

struct Excerpt {
    line: String,
    start: usize,
    end: usize,
    mixed: bool,
}

impl Excerpt {
    fn new(sources: &Sources, span: Span) -> Self {
        let source = sources.get(span.file);
        let (line_start, line) = source.line_at(span.start);
        let start = line.floor_char_boundary(span.start - line_start);
        let end = line.ceil_char_boundary((span.end - line_start).clamp(start, line.len()));
        // A line that is longer than any screen is never looked at as a whole: it may have thousands of faults.
        let mixed = line.len() > LONG || has_rtl(line);
        if !mixed || line.len() <= LONG && line.chars().count() <= EXCERPT {
            return Self::of([&line[..start], &line[start..end], &line[end..]], mixed);
        }
        let from = line.floor_char_boundary(start.saturating_sub(EXCERPT / 2));
        let to = line.ceil_char_boundary((end + EXCERPT / 2).min(line.len()));
        let end = if end - start > LONG { line.floor_char_boundary(start + EXCERPT) } else { end };
        let to = if end < to { line.ceil_char_boundary((end + EXCERPT / 2).min(to)) } else { end };
        let (before, after) = (format!("…{}", &line[from..start]), format!("{}…", &line[end..to]));
        Self::of([before.as_str(), &line[start..end], after.as_str()], mixed)
    }

    /// What stands before the place, at it and after it, as a terminal may be given it.
    fn of(parts: [&str; 3], mixed: bool) -> Self {
        let [before, marked, after] = parts.map(printable);
        let (start, end) = (before.len(), before.len() + marked.len());
        Self { line: [before, marked, after].concat(), start, end, mixed }
    }

    /// The place in words; one between two letters is that before the word that follows.
    fn marked(&self) -> String {
        let isolated = |words: &str| format!("\u{2068}{words}\u{2069}");
        match &self.line[self.start..self.end] {
            "" if self.line[..self.start].trim().is_empty() => isolated("the start of the line"),
            "" => match self.line[self.start..].split_whitespace().next() {
                Some(word) => format!("before {}", isolated(word)),
                None => isolated("the end of the line"),
            },
            marked => isolated(marked),
        }
    }
}

/// Wraps each `quoted` name that holds right-to-left text, so that the sentence around it keeps its order.
pub(super) fn isolate(text: &str) -> String {
    let text = printable(text);
    if !has_rtl(&text) {
        return text.into_owned();
    }
    let parts = text.split('`').enumerate().map(|(at, part)| {
        if at % 2 == 1 && has_rtl(part) { format!("\u{2068}{part}\u{2069}") } else { part.to_owned() }
    });
    parts.collect::<Vec<_>>().join("`")
}

fn has_rtl(text: &str) -> bool {
    let classes = CodePointMapData::<BidiClass>::new();
    !text.is_ascii() && text.chars().any(|c| matches!(classes.get(c), BidiClass::RightToLeft | BidiClass::ArabicLetter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::text::Source;

    fn shown(source: Source, range: std::ops::Range<usize>) -> String {
        let mut sources = Sources::default();
        let file = sources.add(source);
        human(&sources, &[Diagnostic::error(Code::InvalidToml, "wrong").at(file.span(range))], false)
    }

    #[test]
    fn a_line_is_shown_as_it_was_written() {
        let (text, written) = ("a = 1\n            \nb = 2\n", "a = 1\n<<<<<<< HEAD\nb = 2\n");
        let source = Source::new("site.toml", text).shown_as(Some(written.to_owned()));
        assert!(shown(source, 6..18).contains("2 | <<<<<<< HEAD\n"));
    }

    #[test]
    fn a_place_between_two_signs_is_told_by_what_follows() {
        let line = "ar = \"قهوة\" en = \"coffee\"";
        let at = line.find("en").unwrap_or_default();
        let place = |at: usize| shown(Source::new("site.toml", line), at..at);
        assert!(place(at).contains("at: before \u{2068}en\u{2069}\n"), "{}", place(at));
        assert!(place(0).contains("at: \u{2068}the start of the line\u{2069}"), "{}", place(0));
        assert!(place(line.len()).contains("at: \u{2068}the end of the line\u{2069}"), "{}", place(line.len()));
    }
}
