//! Completes what one file says of a wrong id: the heading at the same place in another language tells which was meant.

use std::collections::BTreeSet;

use crate::content::{Heading, PageText};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// Adds the id of its counterpart to each fault of a heading's id.
pub fn complete(texts: &[Option<PageText>], faults: &mut [Diagnostic]) {
    let of_ids = |fault: &&Diagnostic| fault.code == Code::InvalidId;
    let wrong: BTreeSet<Span> = faults.iter().filter(of_ids).filter_map(|fault| fault.span).collect();
    if wrong.is_empty() {
        return;
    }
    // In the order of their places, with the ids that each text has.
    let headings: Vec<Vec<&Heading>> = texts.iter().flatten().map(headings).collect();
    let ids: Vec<BTreeSet<&str>> =
        headings.iter().map(|headings| headings.iter().map(|heading| heading.id.as_str()).collect()).collect();
    for fault in faults.iter_mut().filter(|fault| fault.code == Code::InvalidId) {
        let Some(span) = fault.span else { continue };
        let Some(own) = texts.iter().flatten().position(|text| text.top.file == span.file) else { continue };
        let Ok(at) = headings[own].binary_search_by_key(&span, |heading| heading.span) else { continue };
        let others = headings.iter().enumerate().filter(|(other, _)| *other != own);
        let mut counterparts = others.filter_map(|(_, headings)| headings.get(at));
        let meant = counterparts.find(|heading| !wrong.contains(&heading.span) && !ids[own].contains(&*heading.id));
        if let Some(heading) = meant {
            fault.help = Some(format!("did you mean the id of its counterpart, `{{#{}}}`?", heading.id));
        }
    }
}

fn headings(text: &PageText) -> Vec<&Heading> {
    text.body.sections.iter().filter_map(|section| section.heading.as_ref()).collect()
}
