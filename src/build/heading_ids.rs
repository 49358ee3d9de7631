//! Completes what one file says of a wrong id: the heading at the same place in another language tells which was meant.

use crate::content::{Heading, PageText};
use crate::diagnostic::{Code, Diagnostic};

/// Adds the id of its counterpart to each fault of a heading's id.
pub fn complete(texts: &[Option<PageText>], faults: &mut [Diagnostic]) {
    let headings = |text: &PageText| -> Vec<Heading> {
        text.body.sections.iter().filter_map(|section| section.heading.clone()).collect()
    };
    let wrong: Vec<_> = faults.iter().filter(|fault| fault.code == Code::InvalidId).map(|fault| fault.span).collect();
    for fault in faults.iter_mut().filter(|fault| fault.code == Code::InvalidId) {
        let Some(span) = fault.span else { continue };
        let Some(text) = texts.iter().flatten().find(|text| text.top.file == span.file) else { continue };
        let own = headings(text);
        let Some(at) = own.iter().position(|heading| heading.span == span) else { continue };
        let others = texts.iter().flatten().filter(|text| text.top.file != span.file);
        let counterpart = others.filter_map(|text| headings(text).into_iter().nth(at));
        let counterpart = counterpart.filter(|heading| !wrong.contains(&Some(heading.span))).map(|heading| heading.id);
        let free = { counterpart }.find(|id| !own.iter().any(|heading| heading.id == *id));
        if let Some(id) = free {
            fault.help = Some(format!("did you mean the id of its counterpart, `{{#{id}}}`?"));
        }
    }
}
