//! Faults that come of one slip, so that it is told once.

use serde::{Deserialize, Serialize};

use super::Diagnostic;

/// A slip of which there may be several faults: a column that is renamed in the data is missed by every chart in every language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// What the faults have in common.
    pub name: String,
    /// What is said in their place where they stand in several files; where there is nothing, the first of them.
    pub instead: Option<Diagnostic>,
}

impl Cause {
    /// That of a fault which says that a name is not `what`: whoever calls something otherwise in one place forgets the others.
    pub fn of_name(name: &str, what: &str, fault: &Diagnostic) -> Self {
        let message = format!("`{name}` is not {what}, and several files name it");
        Self { name: format!("{what} {name}"), instead: Some(Diagnostic { message, ..fault.clone() }) }
    }
}
