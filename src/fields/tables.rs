//! What was asked of each table of a TOML text and what stands in it, so that at the end each key that nobody asked for
//! can be told: it is misspelt, belongs to another table or file, or is none.

use std::collections::{BTreeMap, BTreeSet};

use super::shape::ValueShape;
use crate::diagnostic::{Cause, Code, Diagnostic, Guesses, Matter, nearest, quoted_list};
use crate::text::{Span, find_control, find_invisible};

/// A table that was read.
#[derive(Debug, Default)]
pub struct TableRecord {
    /// What stands before its keys in messages, such as `axis.`; empty for the text as a whole.
    pub name: String,
    /// The key at which it stands.
    pub key: String,
    /// As its header is written, such as `[axis]`.
    pub header: String,
    /// The table that holds it, by its number.
    pub parent: Option<usize>,
    /// The keys that stand in it.
    pub present: Vec<(String, Span)>,
    /// The keys that were asked for, in that order.
    pub asked: Vec<String>,
    /// The same, to be found.
    pub known: BTreeSet<String>,
    /// What is to be said where none of these keys stands there, not even misspelt or in another table.
    pub missing: Vec<(Vec<String>, Diagnostic)>,
    /// Keys that belong to another file, each with what to do.
    pub elsewhere: Vec<(String, String)>,
    /// What each key may hold, where somebody records it.
    pub shapes: BTreeMap<String, BTreeSet<ValueShape>>,
    /// Whether the keys are names that the author gives.
    pub has_given_names: bool,
    /// What the keys are names of, if they are, and the matter that settles which there are.
    pub names: Option<(String, Matter)>,
}

impl TableRecord {
    /// Whether nothing is to be said of any of its keys.
    pub fn is_settled(&self) -> bool {
        self.missing.is_empty()
            && self.unknown().next().is_none()
            && self.present.iter().all(|(key, _)| find_control(key).is_none())
    }

    /// The keys that were asked for and do not stand there, in the order of asking.
    fn free(&self) -> Vec<String> {
        let present: BTreeSet<&str> = self.present.iter().map(|(key, _)| key.as_str()).collect();
        self.asked.iter().filter(|key| !present.contains(key.as_str())).cloned().collect()
    }

    fn unknown(&self) -> impl Iterator<Item = &(String, Span)> {
        self.present.iter().filter(|(key, _)| !self.known.contains(key))
    }
}

/// What a key that nobody asked for is meant to be.
enum Meant {
    /// A key of a table, by its number.
    Key(usize, String),
    /// A key of another file; what to do.
    Elsewhere(String),
    Nothing,
}

/// Says what every key is that nobody asked for, and which keys are missing.
pub fn judge(mut tables: Vec<TableRecord>) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let free: Vec<Vec<String>> = tables.iter().map(TableRecord::free).collect();
    let guesses = Guesses::default();
    for at in 0..tables.len() {
        let unknown: Vec<_> = tables[at].unknown().cloned().collect();
        for (key, span) in &tables[at].present {
            if let Some((_, c)) = find_control(key) {
                faults.push(Diagnostic::control_character(c).at(*span));
            }
        }
        let only = only_unknown(&tables[at], &unknown);
        for (key, span) in unknown {
            let meant = match (meant(&tables, &free, at, &key, &guesses), &only) {
                (Meant::Nothing, Some(missing)) => Meant::Key(at, missing.clone()),
                (meant, _) => meant,
            };
            let fault = fault(&tables, &free, at, &key, &meant).at(span);
            faults.push(match &tables[at].names {
                Some((what, _)) if fault.code == Code::UnknownName => {
                    let cause = Cause::of_name(&key, what, &fault);
                    fault.because_of(cause)
                }
                _ => fault,
            });
            if let Meant::Key(table, near) = meant {
                tables[table].missing.retain(|(keys, _)| !keys.contains(&near));
            }
        }
    }
    faults.extend(tables.into_iter().flat_map(|table| table.missing).map(|(_, fault)| fault));
    faults
}

/// The one key that is missing where one stands that nobody knows, and that is most likely meant: a name of another thing, or
/// a key in another language.
fn only_unknown(table: &TableRecord, unknown: &[(String, Span)]) -> Option<String> {
    let ([(key, _)], [(missing, _)]) = (unknown, table.missing.as_slice()) else { return None };
    let [missing] = missing.as_slice() else { return None };
    (table.names.is_some() || !key.is_ascii()).then(|| missing.clone())
}

/// `free` are the keys of each table that a key may stand for: one that stands there already is not what was meant.
fn meant(tables: &[TableRecord], free: &[Vec<String>], at: usize, key: &str, guesses: &Guesses) -> Meant {
    let table = &tables[at];
    let near = |at: usize| {
        let is_guessed = guesses.allow(free[at].len());
        nearest(key, free[at].iter().map(String::as_str).take_while(|_| is_guessed)).map(str::to_owned)
    };
    let above = || std::iter::successors(table.parent, |at| tables[*at].parent);
    let is_exact = |at: &usize| tables[*at].known.contains(key) && free[*at].iter().any(|free| free == key);
    if let Some((_, help)) = table.elsewhere.iter().find(|(other, _)| other == key) {
        return Meant::Elsewhere(help.clone());
    }
    if let Some(above) = above().find(is_exact) {
        return Meant::Key(above, key.to_owned());
    }
    let own = std::iter::once(at).chain(above());
    let found = own.filter_map(|at| Some((at, near(at)?))).next();
    let taken = || {
        let is_guessed = guesses.allow(table.asked.len());
        Some((at, nearest(key, table.asked.iter().map(String::as_str).take_while(|_| is_guessed))?.to_owned()))
    };
    found.or_else(taken).map_or(Meant::Nothing, |(at, near)| Meant::Key(at, near))
}

fn fault(tables: &[TableRecord], free: &[Vec<String>], at: usize, key: &str, meant: &Meant) -> Diagnostic {
    let table = &tables[at];
    let name = &table.name;
    let unknown = match &table.names {
        Some((what, matter)) => {
            let fault = Diagnostic::error(Code::UnknownName, format!("`{key}` is not {what}"));
            // A key of another table is no such name, whichever there are.
            match meant {
                Meant::Key(other, _) if *other != at => fault,
                Meant::Elsewhere(_) => fault,
                _ => fault.resting_on(matter.clone()),
            }
        }
        None => Diagnostic::error(Code::UnknownKey, format!("`{name}{key}` is not a key that is known here")),
    };
    let known = || table.asked.iter().map(String::as_str);
    match meant {
        Meant::Elsewhere(help) => {
            Diagnostic::error(Code::UnknownKey, format!("`{key}` does not belong here")).help(help)
        }
        Meant::Key(other, near) if *other != at => belongs_above(key, near, table, &tables[*other]),
        // A name is somebody's choice; a key that nobody reads is a slip.
        Meant::Key(_, near) if table.names.is_some() => {
            unknown.help(format!("{}did you mean `{near}`?", hidden(key))).likely_mended(key, near)
        }
        Meant::Key(_, near) if !free[at].contains(near) => {
            unknown.help(format!("{}did you mean `{near}`?", hidden(key)))
        }
        Meant::Key(_, near) => unknown.help(format!("{}did you mean `{near}`?", hidden(key))).mended(key, near),
        Meant::Nothing if table.names.is_some() => unknown.help(format!("they are {}", quoted_list(known()))),
        Meant::Nothing => unknown.help(format!("the keys here are {}", quoted_list(known()))),
    }
}

/// In TOML, a key belongs to the table whose header stands above it.
fn belongs_above(key: &str, near: &str, table: &TableRecord, other: &TableRecord) -> Diagnostic {
    let header = &table.header;
    let whole = if other.header.is_empty() { "the file as a whole".to_owned() } else { format!("`{}`", other.header) };
    let fault = Diagnostic::error(Code::UnknownKey, format!("`{key}` belongs above `{header}`, to {whole}"));
    let meant = if near == key { String::new() } else { format!(", as `{near}`") };
    fault.help(format!("move it above the line `{header}`{meant}: in TOML a key belongs to the table above it"))
}

/// Names the invisible character that makes a key another one.
fn hidden(key: &str) -> String {
    find_invisible(key).map_or_else(String::new, |c| format!("in it stands the invisible U+{:04X}; ", u32::from(c)))
}
