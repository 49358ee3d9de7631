//! What the index has to know of a language of the site.

use std::collections::BTreeMap;

use crate::locale::{Isolator, Locale};

/// A language of the site.
pub struct IndexLanguage<'a> {
    /// Its tag, direction and numbers; decides how its words are analysed.
    pub locale: &'a Locale,
    /// Isolates runs of the other direction in its texts.
    pub isolator: &'a Isolator,
    /// Its own name.
    pub name: &'a str,
    /// What the interface says of the search, by message id; the manifest takes it as it is.
    pub messages: BTreeMap<String, String>,
    /// Title and address of some pages that are offered before anything is typed, the best first.
    pub suggestions: Vec<[String; 2]>,
}
