//! What readers ask of tables: the keys, and what each may hold. A description of settings that is made of this cannot differ
//! from the code that reads them, since it is that code which is asked.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::shape::ValueShape;
use super::tables::TableRecord;

/// What is asked of one table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableOutline {
    /// By key: what it may hold; nothing for one that is read elsewhere.
    pub keys: BTreeMap<String, BTreeSet<ValueShape>>,
    /// By key: the table, or each table of the list, that stands there.
    pub tables: BTreeMap<String, TableOutline>,
    /// The keys without which it is not whole, as far as it lacked them.
    pub required: BTreeSet<String>,
    /// Whether the keys are names that the author gives, so that any may stand there.
    pub has_names: bool,
}

thread_local! {
    /// The texts that are read while somebody records; nothing while nobody does.
    static RECORDED: RefCell<Option<TableOutline>> = const { RefCell::new(None) };
}

/// Runs readers on this thread, and tells what they asked of the texts that they read, all of them together.
pub fn recorded(run: impl FnOnce()) -> TableOutline {
    RECORDED.with_borrow_mut(|recorded| *recorded = Some(TableOutline::default()));
    run();
    RECORDED.with_borrow_mut(Option::take).unwrap_or_default()
}

/// Whether somebody records.
pub fn is_recording() -> bool {
    RECORDED.with_borrow(Option::is_some)
}

/// Adds the tables of a text.
pub fn record(tables: &[TableRecord]) {
    RECORDED.with_borrow_mut(|recorded| {
        if let (Some(recorded), false) = (recorded, tables.is_empty()) {
            recorded.add(outline(tables, 0));
        }
    });
}

impl TableOutline {
    /// Takes those keys for required that another table of the same kind lacked.
    pub fn require_only(&mut self, lacking: &Self) {
        self.required.clone_from(&lacking.required);
        let nothing = Self::default();
        let any = lacking.tables.values().next().filter(|_| lacking.has_names);
        for (key, table) in &mut self.tables {
            table.require_only(any.or_else(|| lacking.tables.get(key)).unwrap_or(&nothing));
        }
    }

    /// Adds what was asked of another table of the same kind.
    pub fn add(&mut self, other: Self) {
        for (key, shapes) in other.keys {
            self.keys.entry(key).or_default().extend(shapes);
        }
        for (key, table) in other.tables {
            self.tables.entry(key).or_default().add(table);
        }
        self.required.extend(other.required);
        self.has_names |= other.has_names;
    }
}

fn outline(tables: &[TableRecord], at: usize) -> TableOutline {
    let table = &tables[at];
    let mut found = TableOutline { has_names: table.names.is_some() || table.has_given_names, ..Default::default() };
    for key in &table.asked {
        let shapes = table.shapes.get(key).cloned().unwrap_or_default();
        found.keys.entry(key.clone()).or_default().extend(shapes);
    }
    let lacking =
        table.missing.iter().filter_map(|(keys, _)| if let [only] = keys.as_slice() { Some(only) } else { None });
    found.required.extend(lacking.cloned());
    for (child, record) in tables.iter().enumerate().filter(|(_, record)| record.parent == Some(at)) {
        found.tables.entry(record.key.clone()).or_default().add(outline(tables, child));
    }
    found
}
