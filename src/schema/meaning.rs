//! Keys in words, for editors that are asked what may be written: what a key means, and what it may hold.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::{SchemaOf, explained, outline};
use crate::fields::{TableOutline, ValueShape};

/// A key that an author may write.
#[derive(Debug)]
pub struct KeyMeaning {
    /// The table that it stands in, its parts joined by points: empty for the text as a whole, `*` for one whose name the
    /// author gives.
    pub table: String,
    /// What is written before the sign of equality.
    pub name: String,
    /// One or two sentences.
    pub meaning: String,
}

/// By kind of text, in the order of its samples.
static KEYS: LazyLock<[Vec<KeyMeaning>; SchemaOf::ALL.len()]> = LazyLock::new(|| SchemaOf::ALL.map(keys));

/// The keys of a table. Those that are names of subjects, languages or sources are not among them.
pub fn keys_of(of: SchemaOf, table: &str) -> impl Iterator<Item = &'static KeyMeaning> {
    let is_of = move |key: &&KeyMeaning| key.table == table || key.table == "*" && !table.is_empty();
    KEYS[of as usize].iter().filter(is_of)
}

fn keys(of: SchemaOf) -> Vec<KeyMeaning> {
    let (outline, _) = outline(of);
    let key = |(path, said): (String, String)| {
        let (table, name) = path.rsplit_once('.').unwrap_or(("", &path));
        let shapes = table_at(&outline, table).and_then(|table| table.keys.get(name));
        let allowed = shapes.and_then(allowed).map_or_else(String::new, |allowed| format!(" {allowed}"));
        KeyMeaning { table: table.to_owned(), name: name.to_owned(), meaning: format!("{said}{allowed}") }
    };
    explained(of).into_iter().map(key).collect()
}

fn table_at<'a>(outline: &'a TableOutline, path: &str) -> Option<&'a TableOutline> {
    path.split('.').filter(|part| !part.is_empty()).try_fold(outline, |table, part| match part {
        "*" => table.tables.values().next(),
        part => table.tables.get(part),
    })
}

/// What a key may hold; nothing where any text will do.
fn allowed(shapes: &BTreeSet<ValueShape>) -> Option<String> {
    let said: Vec<String> = shapes.iter().map(shape).collect();
    (said != ["a text"]).then(|| format!("Holds {}.", said.join(", or ")))
}

fn shape(shape: &ValueShape) -> String {
    match shape {
        ValueShape::Text => "a text".to_owned(),
        ValueShape::Texts => "a list of texts".to_owned(),
        ValueShape::Integer(i64::MIN, _) | ValueShape::Integer(_, i64::MAX) => "a whole number".to_owned(),
        ValueShape::Integer(least, most) => format!("a whole number from {least} to {most}"),
        ValueShape::Interval(least, most) => format!("a whole number from {least} to {most}, or a list of two of them"),
        ValueShape::Boolean => "true or false".to_owned(),
        ValueShape::Day => "a day such as 2026-11-01".to_owned(),
        ValueShape::Choice(names) => names.iter().map(|name| format!("{name:?}")).collect::<Vec<_>>().join(" or "),
        ValueShape::Table => "a table".to_owned(),
        ValueShape::Tables => "tables, each begun with two brackets".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meaning(of: SchemaOf, table: &str, name: &str) -> String {
        keys_of(of, table).find(|key| key.name == name).map(|key| key.meaning.clone()).unwrap_or_default()
    }

    #[test]
    fn a_key_is_told_with_what_it_may_hold() {
        let told = [
            meaning(SchemaOf::Chart, "", "scale"),
            meaning(SchemaOf::Chart, "", "unit"),
            meaning(SchemaOf::Sources, "fares-2026", "publisher"),
            meaning(SchemaOf::Site, "theme.links", "url"),
            meaning(SchemaOf::Page, "", "draft"),
        ];
        let wanted = [
            "How far apart numbers stand. Holds \"linear\" or \"log\".",
            "What its numbers count.",
            "Who published it.",
            "The address that it leads to, in place of a page.",
            "Whether the page is left out of a build; `muwazana serve` shows it. Holds true or false.",
        ];
        assert_eq!(told, wanted);
    }
}
