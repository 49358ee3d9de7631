//! A page folder of a site that is being edited.

use crate::build::parse::ParsedFolder;
use crate::diagnostic::{Diagnostic, has_errors};
use crate::text::Sources;
use crate::tree::Folder;

/// What becomes of a part of the site that has errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnError {
    /// A page is shown as it is now, as far as it can be read, with its faults over it; settings, sources and templates that
    /// have errors, and a page of which nothing can be read, stay on show in their last state.
    KeepLast,
    /// It is taken as far as it can be read, as a build does: a writer asks what is wrong with it.
    Take,
}

/// A page folder, and what is wrong in its files now.
#[derive(Default)]
pub struct LiveFolder {
    /// As it is shown or asked for; where nothing of it can be read any more, the last state of which something could.
    pub parsed: ParsedFolder,
    /// Whether that is another state than the one its faults are of.
    pub is_kept: bool,
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
        self.is_kept = on_error == OnError::KeepLast
            && has_errors(&self.faults)
            && parsed.page.is_none()
            && self.parsed.page.is_some();
        if self.is_kept {
            return false;
        }
        let differs = self.parsed.page != parsed.page;
        self.parsed = parsed;
        differs
    }
}
