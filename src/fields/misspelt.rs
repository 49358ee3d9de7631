//! What stands under names that nobody knows: that it does is told, and who reads it may still take it for what it was meant.

use super::tables::TableRecord;
use super::{FieldReport, Fields};
use crate::diagnostic::{Matter, nearest};

impl Fields<'_, '_> {
    /// Puts in doubt what a list settles where a part of it may not have been read: the text was read in part alone, or a key
    /// that nobody knows is nearly that of the list, which may be a second one with a slip in its name.
    pub fn doubt_if_unread(&mut self, list: &str, matter: Matter) {
        let is_near = |key: &str| !self.record.known.contains(key) && nearest(key, [list]).is_some();
        let is_misspelt = self.table.keys().any(|key| is_near(key.get_ref()));
        if self.report.is_partial || is_misspelt {
            self.doubt(matter);
        }
    }

    /// The text of a key, whether or not the key is known.
    pub fn written(&self, key: &str) -> Option<&str> {
        self.table.get(key)?.get_ref().as_str()
    }

    /// Reads a table that seems to stand under a name that is nearly its own, without saying anything of it: that the key is
    /// not known is told, and what the table would say is taken as said.
    pub fn misspelt_table<T>(&self, key: &str, read: impl FnOnce(&mut Fields<'_, '_>) -> T) -> Option<T> {
        if self.has(key) {
            return None;
        }
        let tables = self.table.iter().filter(|(_, value)| value.get_ref().is_table());
        let near = nearest(key, tables.map(|(name, _)| name.get_ref().as_ref()))?;
        let value = self.table.get(near).filter(|_| !self.record.known.contains(near))?;
        let mut report = FieldReport::default();
        let record = TableRecord::default();
        Some(read(&mut Fields::new(self.place, value.get_ref().as_table()?, value.span(), record, &mut report)))
    }
}
