//! A page folder of a site that is being edited.

use crate::build::parse::ParsedFolder;
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::Sources;
use crate::tree::Folder;

/// What becomes of a part of the site that has errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnError {
    /// Its last state without errors stays on show: readers look at it.
    KeepLast,
    /// It is taken as far as it can be read, as a build does: a writer asks what is wrong with it.
    Take,
}

/// A page folder, and what is wrong in its files now.
#[derive(Default)]
pub struct LiveFolder {
    /// As it is shown or asked for; where errors keep it from being followed, the last state without errors, or the first
    /// one, if there has been none.
    pub parsed: ParsedFolder,
    /// What is wrong in its files now.
    pub faults: Vec<Diagnostic>,
}

impl LiveFolder {
    /// Takes what the folder was parsed to. Says whether another page can see a difference.
    pub fn take(
        &mut self,
        mut parsed: ParsedFolder,
        folder: &Folder,
        sources: &mut Sources,
        on_error: OnError,
    ) -> bool {
        for file in folder.words.iter().map(|words| words.file).chain(folder.facts) {
            sources.forget_text(file);
        }
        parsed.sources.drain(..).for_each(|(file, source)| sources.fill(file, source));
        self.faults = std::mem::take(&mut parsed.faults);
        if on_error == OnError::KeepLast && has_errors(&self.faults) && self.parsed.page.is_some() {
            return false;
        }
        let differs = self.parsed.page != parsed.page;
        self.parsed = parsed;
        differs
    }
}

/// Whether anything is wrong enough to stop a build.
pub fn has_errors(faults: &[Diagnostic]) -> bool {
    faults.iter().any(|fault| fault.severity == Severity::Error)
}
