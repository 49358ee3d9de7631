//! How a page stands in a language beside the others: what is told of translations, on the command line and on the page of the
//! site that shows it.

use crate::config::LanguageId;

/// A page in a language that it is written in. Sections are named by their ids; the empty one is what stands before the first
/// heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageStanding {
    /// How many words the article has.
    pub words: usize,
    /// The language whose words these are, if nobody has translated them.
    pub copy_of: Option<LanguageId>,
    /// Sections that other languages have and this one lacks.
    pub missing: Vec<String>,
    /// Sections that are behind their counterparts, in their order, each with the language in which that has changed.
    pub behind: Vec<(String, LanguageId)>,
}

/// How a page stands in a language, in one word; the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StandingKind {
    /// The language lacks the page.
    Missing,
    /// Its words are those of another language.
    Copy,
    /// A section is behind.
    Behind,
    /// It lacks a section.
    Incomplete,
    /// Nothing is to be done.
    Complete,
}

impl StandingKind {
    /// All of them, the best first.
    pub const ALL: [Self; 5] = [Self::Complete, Self::Incomplete, Self::Behind, Self::Copy, Self::Missing];

    /// Its name on the command line and among the messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Copy => "copy",
            Self::Behind => "behind",
            Self::Incomplete => "incomplete",
            Self::Complete => "complete",
        }
    }

    /// Of a page in a language; of one that the language lacks, where there is none.
    pub fn of(standing: Option<&PageStanding>) -> Self {
        match standing {
            None => Self::Missing,
            Some(standing) if standing.copy_of.is_some() => Self::Copy,
            Some(standing) if !standing.behind.is_empty() => Self::Behind,
            Some(standing) if !standing.missing.is_empty() => Self::Incomplete,
            Some(_) => Self::Complete,
        }
    }
}
