//! Endings of words, as the tables of every language list them.

/// An ending, what takes its place, and how many letters have to be left before it.
pub type Ending = (&'static str, &'static str, usize);
