//! Causes before consequences: a fault may put a matter in doubt, and faults that rest on a matter in doubt are left out,
//! because they may be nothing but its consequences.

use std::collections::BTreeSet;

use super::matter::Matter;
use super::{Diagnostic, Severity};

/// Leaves out the faults that may be nothing but consequences of others.
pub fn without_consequences(diagnostics: &mut Vec<Diagnostic>) {
    without_unsound_changes(diagnostics);
    without_doubtful(diagnostics);
}

/// Leaves out what tells of a change in a passage in which something is wrong: the slip may be all that has changed.
fn without_unsound_changes(diagnostics: &mut Vec<Diagnostic>) {
    if diagnostics.iter().all(|fault| fault.passage().is_none()) {
        return;
    }
    let others = diagnostics.iter().filter(|fault| fault.passage().is_none());
    let wrong: BTreeSet<_> = others.filter_map(|fault| fault.span).map(|span| (span.file, span.start)).collect();
    diagnostics.retain(|fault| {
        let Some(passage) = fault.passage() else { return true };
        wrong.range((passage.file, passage.start)..(passage.file, passage.end)).next().is_none()
    });
}

/// Leaves out the faults that rest on what others put in doubt. A cause is as bad as its consequences.
fn without_doubtful(diagnostics: &mut Vec<Diagnostic>) {
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
    use crate::text::FileId;

    #[test]
    fn a_change_is_told_of_where_nothing_is_wrong() {
        let file = FileId(3);
        let behind =
            Diagnostic::warning(Code::Behind, "behind").at(FileId(4).top()).resting_on_passage(file.span(10..20));
        let beside = Diagnostic::error(Code::Markup, "beside").at(file.span(20..22));
        let mut faults = vec![behind.clone(), beside.clone(), behind.clone()];
        without_consequences(&mut faults);
        assert_eq!(faults, [behind.clone(), beside, behind.clone()]);
        let inside = Diagnostic::warning(Code::Markup, "inside").at(file.span(19..20));
        let mut faults = vec![behind, inside.clone()];
        without_consequences(&mut faults);
        assert_eq!(faults, [inside]);
    }

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
