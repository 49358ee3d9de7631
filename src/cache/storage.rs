//! Where builds leave something for later ones.

use std::collections::BTreeSet;

/// Bytes by name. Whatever is lost or cannot be stored is made again.
pub trait Storage: std::fmt::Debug + Sync {
    /// What is stored under a name.
    fn get(&self, name: &str) -> Option<Vec<u8>>;

    /// Stores something under a name: whole, or what was there before stays.
    fn put(&self, name: &str, bytes: &[u8]);

    /// Removes what is stored below a folder under names that are not among these.
    fn retain(&self, folder: &str, names: &BTreeSet<String>);
}
