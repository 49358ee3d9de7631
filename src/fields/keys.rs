//! The keys of a table, whatever they mean.

use super::Fields;

impl Fields<'_, '_> {
    /// The keys that stand in the table, in alphabetical order, for tables whose keys are names.
    pub fn keys(&self) -> Vec<String> {
        self.table.keys().map(|key| key.get_ref().to_string()).collect()
    }

    /// The keys of the table that is the value of a key.
    pub fn keys_of(&self, key: &str) -> Vec<String> {
        let table = self.table.get(key).and_then(|value| value.get_ref().as_table());
        table.into_iter().flat_map(|table| table.keys().map(|key| key.get_ref().to_string())).collect()
    }
}
