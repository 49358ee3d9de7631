//! Looks up where in its files the part of a page stands that a fault names.

use std::collections::BTreeMap;

use crate::content::PageText;
use crate::diagnostic::{Diagnostic, Matter};
use crate::site::{Fault, PageId, Place};

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
        placed.extend(faults.into_iter().map(|fault| diagnostic(fault, &text)));
    }
    placed
}

/// `words` are the page's, by language.
fn diagnostic(fault: &Fault, words: &[Option<PageText>]) -> Diagnostic {
    let mut diagnostic = fault.diagnostic.clone();
    if matches!(fault.place, Place::Section(Some(_))) {
        // What sections there are follows from the texts in all languages.
        let files = words.iter().flatten().map(|words| Matter::File(words.top.file));
        diagnostic = files.fold(diagnostic, Diagnostic::resting_on);
    }
    if let Place::Known(span) = fault.place {
        return diagnostic.at(span);
    }
    let Some(Some(words)) = words.get(fault.language.0) else { return diagnostic };
    let span = match fault.place {
        Place::Link(n) => words.body.links.get(n).map(|link| link.span),
        Place::Note(n) => words.body.notes.get(n).map(|note| note.span),
        Place::Image(n) => words.body.images.get(n).map(|image| image.span),
        Place::Section(Some(n)) => {
            words.body.sections.iter().filter_map(|section| section.heading.as_ref()).nth(n).map(|heading| heading.span)
        }
        Place::Redirect(n) => words.redirects.get(n).map(|redirect| redirect.span),
        Place::Section(None) | Place::Known(_) => None,
    };
    diagnostic.at(span.unwrap_or(words.top))
}
