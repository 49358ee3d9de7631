//! What is a slip in one language of a page, and meant so where another of its languages has it.

use std::collections::HashSet;

use crate::content::LIST_BEGINS;
use crate::diagnostic::Diagnostic;
use crate::text::FileId;

/// Drops what is said in a page of a list that begins with the same number in another of its languages: it goes on after something
/// else.
pub fn pardon(faults: &mut Vec<Diagnostic>) {
    let file_and_message = |fault: &Diagnostic| {
        let file = fault.span?.file;
        fault.message.starts_with(LIST_BEGINS).then(|| (file, fault.message.clone()))
    };
    let told: HashSet<(FileId, String)> = faults.iter().filter_map(file_and_message).collect();
    let is_alike = |fault: &Diagnostic| {
        let other = |(file, message): &(FileId, String)| {
            fault.span.is_some_and(|span| span.file != *file) && *message == fault.message
        };
        told.iter().any(other)
    };
    faults.retain(|fault| !is_alike(fault));
}
