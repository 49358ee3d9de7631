//! Looks up where in its files the part of a page stands that a fault names.

use std::collections::BTreeMap;

use crate::config::LanguageId;
use crate::content::{NearDefinition, Note, NoteKind, PageText};
use crate::diagnostic::{Code, Diagnostic, Matter};
use crate::site::{Fault, PageId, Place};
use crate::text::Span;

/// Places faults; the text of each page is asked for once.
pub fn place<'a>(
    faults: impl Iterator<Item = &'a Fault>,
    mut text: impl FnMut(PageId) -> Vec<Option<PageText>>,
) -> Vec<Diagnostic> {
    let mut by_page: BTreeMap<PageId, Vec<&Fault>> = BTreeMap::new();
    for fault in faults {
        by_page.entry(fault.page).or_default().push(fault);
    }
    let mut placed = Vec::new();
    for (page, faults) in by_page {
        let text = text(page);
        // Found once: a page may have as many faults of its sections as it has sections.
        let headings = text.iter().map(|words| words.as_ref().map(headings).unwrap_or_default()).collect::<Vec<_>>();
        placed.extend(faults.into_iter().map(|fault| diagnostic(fault, &text, &headings)));
    }
    placed
}

/// Where the headings of a page's sections stand.
fn headings(words: &PageText) -> Vec<Span> {
    words.body.sections.iter().filter_map(|section| section.heading.as_ref()).map(|heading| heading.span).collect()
}

/// From the heading of a section to the next one; from the beginning of the file for the head of a page.
fn passage(words: &PageText, headings: &[Span], section: Option<usize>) -> Span {
    let start = section.and_then(|n| headings.get(n)).map_or(0, |heading| heading.start);
    let next = headings.get(section.map_or(0, |n| n + 1));
    words.top.file.span(start..next.map_or(usize::MAX, |heading| heading.start))
}

/// `words` and `headings` are the page's, by language.
fn diagnostic(fault: &Fault, words: &[Option<PageText>], headings: &[Vec<Span>]) -> Diagnostic {
    let mut diagnostic = fault.diagnostic.clone();
    if matches!(fault.place, Place::Anchor(_) | Place::Section(Some(_)) | Place::Behind { section: Some(_), .. }) {
        // What sections there are follows from the texts in all languages.
        let files = words.iter().flatten().map(|words| Matter::File(words.top.file));
        diagnostic = files.fold(diagnostic, Diagnostic::resting_on);
    }
    if let Place::Known(span) = fault.place {
        return diagnostic.at(span);
    }
    if let Place::Behind { section, newer, changed, .. } = fault.place {
        let of = |language: LanguageId, section| {
            let words = words.get(language.0).and_then(Option::as_ref)?;
            Some(passage(words, &headings[language.0], section))
        };
        // What has not changed is as it was when the languages agreed.
        let own = of(fault.language, section).filter(|_| diagnostic.code == Code::LanguagesDiffer);
        diagnostic = of(newer, changed).into_iter().chain(own).fold(diagnostic, Diagnostic::resting_on_passage);
    }
    let Some(Some(words)) = words.get(fault.language.0) else { return diagnostic };
    if let Place::Note(n) = fault.place
        && diagnostic.code == Code::UnknownCitation
        && let Some(Note { kind: NoteKind::Citation(key), nearly_defined: Some(near), span, .. }) =
            words.body.notes.get(n)
    {
        match near {
            NearDefinition::Line(line) => {
                diagnostic.message =
                    "no colon stands directly behind these brackets, perhaps for a blank between them, so that the line defines no note".to_owned();
                return diagnostic.at(*line).help(format!("write `[^{key}]: …`"));
            }
            NearDefinition::Label(label) => {
                diagnostic.message = format!("there is neither a note nor a source `{key}`");
                let matter = Matter::Note(span.file, label.clone());
                return diagnostic.at(*span).help(format!("did you mean `{label}`?")).doubting(matter);
            }
        }
    }
    // A footnote is no remedy for a key in a chart.
    if let (Place::Note(n), Code::UnknownCitation) = (&fault.place, diagnostic.code)
        && words.body.notes.get(*n).is_some_and(|note| note.of_chart)
        && diagnostic.help.as_deref().is_some_and(|help| help.contains("footnote"))
    {
        diagnostic = diagnostic.help("add the source to content/sources.toml");
    }
    let span = match fault.place {
        Place::Link(n) => words.body.links.get(n).map(|link| link.span),
        Place::Note(n) => words.body.notes.get(n).map(|note| note.span),
        Place::Bracketed(n) => words.body.bracketed.get(n).map(|found| found.span),
        Place::Image(n) => words.body.images.get(n).map(|image| image.span),
        Place::Behind { section: Some(n), within: Some([start, end]), .. } => {
            let heading = headings.get(fault.language.0).and_then(|headings| headings.get(n));
            heading.map(|heading| heading.file.span(heading.start + start..heading.start + end))
        }
        Place::Section(Some(n)) | Place::Behind { section: Some(n), .. } => {
            headings.get(fault.language.0).and_then(|headings| headings.get(n)).copied()
        }
        Place::Anchor(n) => words.body.anchors.get(n).map(|anchor| anchor.span),
        Place::Alias(n) => words.aliases.get(n).map(|alias| alias.span),
        Place::Redirect(n) => words.redirects.get(n).map(|redirect| redirect.span),
        Place::Section(None) | Place::Behind { section: None, .. } | Place::Known(_) => None,
    };
    // The slip that puts a section on another level may be named where it stands.
    if let (Place::Anchor(_), Some(span)) = (&fault.place, span) {
        diagnostic = diagnostic.resting_on_passage(span);
    }
    // A blank behind the `!` that makes a link of an image is named there.
    if let (Place::Link(_), Code::Markup, Some(span)) = (&fault.place, diagnostic.code, span) {
        let sign = span.start.saturating_sub(2)..span.start.saturating_sub(1);
        diagnostic = diagnostic.resting_on(Matter::Value(span.file.span(sign)));
    }
    // A heading that is not written as one of a section tells of none.
    if let (Code::SectionId, Some(span)) = (diagnostic.code, span) {
        diagnostic = diagnostic.resting_on(Matter::Value(span));
    }
    diagnostic.at(span.unwrap_or(words.top))
}
