//! What a key of a table may hold.

/// What a key may hold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ValueShape {
    /// A text.
    Text,
    /// A list of texts.
    Texts,
    /// A whole number, from the first to the second.
    Integer(i64, i64),
    /// The same, or a list of two of them.
    Interval(i64, i64),
    /// `true` or `false`.
    Boolean,
    /// A day, as TOML or a text.
    Day,
    /// One of these texts.
    Choice(Vec<String>),
    /// A table.
    Table,
    /// A list of tables.
    Tables,
}

/// What a value is, in words: `an integer`.
pub fn article(kind: &str) -> String {
    let article = if kind.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {kind}")
}
