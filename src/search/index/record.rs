//! A page as search shows it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::locale::Direction;

/// A page as search shows it to the readers of one language: plain text, runs of the other direction isolated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchRecord {
    /// Its address.
    pub url: String,
    /// Its title.
    pub title: String,
    /// Its summary.
    pub summary: String,
    /// The name of its kind among the messages `search_…`; empty for none.
    pub kind: Cow<'static, str>,
    /// Other names, as they were written.
    pub aliases: Vec<String>,
    /// Tag and direction of the language of its text, where that is not the readers'.
    pub stand_in: Option<(String, Direction)>,
    /// What comes before the first heading, then the sections.
    pub sections: Vec<RecordSection>,
}

/// A section as search shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordSection {
    /// The id of its heading; empty for what comes before the first heading.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// Its text.
    pub text: String,
}
