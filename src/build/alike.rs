//! What is a slip in one language of a page, and meant so where each of its languages has it.

use crate::content::{LIST_BEGINS, PageText};
use crate::diagnostic::Diagnostic;
use crate::text::FileId;

/// Drops what is said of lists that begin with the same numbers in every language: they go on after something else.
pub fn pardon(texts: &[Option<PageText>], faults: &mut Vec<Diagnostic>) {
    let of = |file: FileId, faults: &[Diagnostic]| -> Vec<String> {
        let is_here = |fault: &&Diagnostic| fault.span.is_some_and(|span| span.file == file);
        let lists = faults.iter().filter(is_here).map(|fault| &fault.message);
        lists.filter(|message| message.starts_with(LIST_BEGINS)).cloned().collect()
    };
    let mut by_language = texts.iter().flatten().map(|text| of(text.top.file, faults));
    let Some(first) = by_language.next().filter(|first| !first.is_empty()) else { return };
    let mut others = by_language.peekable();
    if others.peek().is_some() && others.all(|other| other == first) {
        faults.retain(|fault| !fault.message.starts_with(LIST_BEGINS));
    }
}
