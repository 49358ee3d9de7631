//! Why an index cannot be made.

use serde::Serialize;

use crate::diagnostic::{Code, Diagnostic};

/// Why an index cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IndexError {
    /// The store has lost a part of the earlier index: all pages are needed.
    CacheMiss,
    /// A file could not be written as JSON; why.
    Serialisation(String),
}

/// A value as JSON.
pub fn to_json(value: &impl Serialize) -> Result<String, IndexError> {
    serde_json::to_string(value).map_err(|error| IndexError::Serialisation(error.to_string()))
}

/// What is said of a file that could not be written as JSON.
pub fn serialisation_fault(reason: &str) -> Diagnostic {
    Diagnostic::error(Code::Unreadable, format!("a file of the search index cannot be written as JSON: {reason}"))
        .help("this is a fault of the program: report it with the text that you changed last")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn what_is_no_json_is_an_error_and_not_an_empty_file() {
        // JSON has no keys that are lists.
        let value = BTreeMap::from([(vec![1], 2)]);
        let Err(IndexError::Serialisation(reason)) = to_json(&value) else { panic!("there is no such JSON") };
        assert!(serialisation_fault(&reason).message.contains(&reason));
    }
}
