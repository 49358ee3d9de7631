//! Causes before consequences: a fault may put a matter in doubt, and faults that rest on a matter in doubt are left out,
//! because they may be nothing but its consequences.

use std::collections::BTreeSet;

use super::matter::Matter;
use super::{Diagnostic, Severity};

/// Leaves out the faults that rest on what others put in doubt. A cause is as bad as its consequences.
pub fn without_consequences(diagnostics: &mut Vec<Diagnostic>) {
    let doubts: BTreeSet<Matter> = diagnostics.iter().flat_map(|fault| fault.doubts().iter().cloned()).collect();
    if doubts.is_empty() {
        return;
    }
    let mut grave: BTreeSet<Matter> = BTreeSet::new();
    diagnostics.retain(|fault| {
        let doubtful = fault.premises().iter().filter(|premise| doubts.contains(premise));
        let count = doubtful.clone().count();
        if fault.severity == Severity::Error {
            grave.extend(doubtful.cloned());
        }
        count == 0
    });
    for fault in diagnostics.iter_mut().filter(|fault| fault.doubts().iter().any(|doubt| grave.contains(doubt))) {
        fault.severity = Severity::Error;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    #[test]
    fn what_rests_on_a_matter_in_doubt_is_left_out() {
        let cause = Diagnostic::error(Code::InvalidToml, "cause").doubting(Matter::Sources);
        let consequence = Diagnostic::error(Code::UnknownCitation, "consequence").resting_on(Matter::Sources);
        let other = Diagnostic::error(Code::BrokenLink, "other").resting_on(Matter::Subjects);
        let mut faults = vec![consequence.clone(), cause.clone(), other.clone()];
        without_consequences(&mut faults);
        assert_eq!(faults, [cause, other.clone()]);
        let mild = Diagnostic::warning(Code::SectionId, "cause").doubting(Matter::Sources);
        let mut faults = vec![consequence.clone(), mild.clone()];
        without_consequences(&mut faults);
        assert_eq!(faults, [Diagnostic { severity: Severity::Error, ..mild }]);
        let mut faults = vec![consequence.clone(), other.clone()];
        without_consequences(&mut faults);
        assert_eq!(faults, [consequence, other]);
    }
}
