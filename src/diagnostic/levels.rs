//! How bad each kind of fault is to a site: what `[check]` in site.toml says of the whole site and of folders.

use std::collections::BTreeMap;

use super::{Code, Diagnostic, Severity};
use crate::text::Sources;

/// What becomes of a kind of fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Nothing is written.
    Error,
    /// The site is written.
    Warning,
    /// It is not reported.
    Off,
}

/// The levels that are set; every other kind is as bad as the program takes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    /// For the whole site.
    pub site: BTreeMap<Code, Level>,
    /// For folders below `content/`; the longest that holds a file counts before others.
    pub folders: BTreeMap<String, BTreeMap<Code, Level>>,
}

impl Levels {
    /// Makes faults as bad as they are set to be, and leaves out those that are off.
    pub fn apply(&self, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) {
        if *self == Self::default() {
            return;
        }
        diagnostics.retain(|fault| self.level(sources, fault) != Some(Level::Off));
        self.apply_severity(sources, diagnostics);
    }

    /// The same without leaving out any, so that what rests on them can still be told.
    pub fn apply_severity(&self, sources: &Sources, diagnostics: &mut [Diagnostic]) {
        for fault in diagnostics {
            match self.level(sources, fault) {
                Some(Level::Error) => fault.severity = Severity::Error,
                Some(Level::Warning | Level::Off) => fault.severity = Severity::Warning,
                None => {}
            }
        }
    }

    fn level(&self, sources: &Sources, fault: &Diagnostic) -> Option<Level> {
        let path = fault.span.map_or("", |span| sources.get(span.file).path.as_str());
        let below = path.strip_prefix("content/").unwrap_or_default();
        let holds = |folder: &str| below.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        let folders = self.folders.iter().filter(|(folder, _)| holds(folder));
        let own = folders
            .filter_map(|(folder, levels)| Some((folder.len(), *levels.get(&fault.code)?)))
            .max_by_key(|own| own.0);
        own.map(|(_, level)| level).or_else(|| self.site.get(&fault.code).copied())
    }
}

impl Code {
    /// Whether a site may take it for less than an error: without what these tell of, there is no site to write.
    pub fn may_be_lowered(self) -> bool {
        !matches!(
            self,
            Self::Unreadable
                | Self::InvalidUtf8
                | Self::MergeConflict
                | Self::InvalidToml
                | Self::NoSite
                | Self::MissingKey
                | Self::InvalidValue
                | Self::FrontMatter
                | Self::DuplicatePath
                | Self::InvalidPath
                | Self::DuplicateId
                | Self::Template
                | Self::Message
                | Self::ControlCharacter
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Source;

    #[test]
    fn the_nearest_folder_counts() {
        let mut sources = Sources::default();
        let mut at = |path: &str| sources.add(Source::new(path, "x")).top();
        let places =
            ["content/en.md", "content/docs/en.md", "content/docs/old/en.md", "content/docs-2/en.md"].map(&mut at);
        let levels = Levels {
            site: [(Code::UncitedFigure, Level::Error)].into(),
            folders: [
                ("docs".to_owned(), [(Code::UncitedFigure, Level::Off)].into()),
                ("docs/old".to_owned(), [(Code::UncitedFigure, Level::Warning)].into()),
            ]
            .into(),
        };
        let mut faults: Vec<_> =
            places.iter().map(|place| Diagnostic::warning(Code::UncitedFigure, "f").at(*place)).collect();
        faults.push(Diagnostic::error(Code::BrokenLink, "l").at(places[1]));
        levels.apply(&sources, &mut faults);
        let found: Vec<_> = faults.iter().map(|fault| (fault.span, fault.severity)).collect();
        let wanted = [(0, Severity::Error), (2, Severity::Warning), (3, Severity::Error), (1, Severity::Error)];
        assert_eq!(found, wanted.map(|(at, severity)| (Some(places[at]), severity)));
    }
}
