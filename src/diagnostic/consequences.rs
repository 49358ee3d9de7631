//! Causes before consequences: a fault may put a matter in doubt, and faults that rest on a matter in doubt are left out,
//! because they may be nothing but its consequences.

use std::collections::{BTreeMap, BTreeSet};

use super::matter::Matter;
use super::{Diagnostic, Severity};
use crate::text::{FileId, Span};

/// Leaves out the faults that may be nothing but consequences of others.
pub fn without_consequences(diagnostics: &mut Vec<Diagnostic>) {
    without_unsound_changes(diagnostics);
    without_doubtful(diagnostics);
    once_for_each_cause(diagnostics);
}

/// Leaves out what tells of a change or a difference of passages in which something is wrong: the slip may be all of it.
fn without_unsound_changes(diagnostics: &mut Vec<Diagnostic>) {
    if diagnostics.iter().all(|fault| fault.passages().is_empty()) {
        return;
    }
    let others = diagnostics.iter().filter(|fault| fault.passages().is_empty());
    let wrong: BTreeSet<_> = others.filter_map(|fault| fault.span).map(|span| (span.file, span.start)).collect();
    diagnostics.retain(|fault| {
        let is_right = |at: &Span| wrong.range((at.file, at.start)..(at.file, at.end)).next().is_none();
        fault.passages().iter().all(is_right)
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

/// Of the faults that come of one slip, leaves the first that knows what is meant, or else the first, with the
/// others; where they stand in several files, what is said in their place.
fn once_for_each_cause(diagnostics: &mut Vec<Diagnostic>) {
    let mut slips: BTreeMap<String, SlipFaults> = BTreeMap::new();
    for (at, (fault, cause)) in diagnostics.iter().map(|fault| (fault, fault.cause())).enumerate() {
        let Some(cause) = cause else { continue };
        let is_known = fault.meant().is_some();
        let slip = slips.entry(cause.name.clone()).or_insert_with(|| SlipFaults {
            told: at,
            is_known,
            files: BTreeSet::new(),
            others: Vec::new(),
            kept: 0,
        });
        slip.files.insert(fault.span.map(|span| span.file));
        // Of those in one file, the first one there is told, in whatever order they were found.
        let is_before = diagnostics[slip.told]
            .span
            .zip(fault.span)
            .is_some_and(|(told, own)| told.file == own.file && own.start < told.start);
        if is_known && !slip.is_known || is_known == slip.is_known && is_before {
            (slip.told, slip.is_known) = (at, is_known);
        }
    }
    if slips.is_empty() {
        return;
    }
    let mut kept = Vec::with_capacity(diagnostics.len());
    for (at, fault) in std::mem::take(diagnostics).into_iter().enumerate() {
        match fault.cause().and_then(|cause| slips.get_mut(&cause.name)) {
            Some(slip) if slip.told != at => slip.others.push(fault),
            Some(slip) => {
                slip.kept = kept.len();
                kept.push(fault);
            }
            None => kept.push(fault),
        }
    }
    *diagnostics = kept;
    for slip in slips.into_values().filter(|slip| !slip.others.is_empty()) {
        let told = &mut diagnostics[slip.kept];
        *told = together(told.clone(), slip);
    }
}

/// What is told of a slip: one of its faults, or what is said in the place of all, with those that stand elsewhere.
fn together(told: Diagnostic, slip: SlipFaults) -> Diagnostic {
    let instead = told.cause().and_then(|cause| cause.instead.clone()).filter(|_| slip.files.len() > 1);
    let place = |fault: &Diagnostic| fault.span.map(|span| (span.file, span.start, span.end));
    let (told, mut others) = match instead {
        Some(instead) => (instead, vec![told]),
        None => (told, Vec::new()),
    };
    let (told, earlier) = told.apart();
    others.extend(earlier.into_iter().chain(slip.others));
    let mut others: Vec<Diagnostic> = others
        .into_iter()
        .flat_map(|fault| {
            let (fault, more) = fault.apart();
            std::iter::once(fault).chain(more)
        })
        .filter(|other| place(other).is_some() && place(other) != place(&told))
        .collect();
    others.sort_by_key(place);
    others.dedup_by_key(|other| place(other));
    told.told_with(others)
}

/// The faults of one slip.
struct SlipFaults {
    /// The number of the one that is told.
    told: usize,
    /// Whether it knows what is meant.
    is_known: bool,
    files: BTreeSet<Option<FileId>>,
    /// All but the one that is told.
    others: Vec<Diagnostic>,
    /// Where the one that is told stands among the faults that are left.
    kept: usize,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Cause, Code};

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
    fn what_comes_of_one_slip_is_told_once() {
        let instead = Diagnostic::error(Code::UnknownColumn, "a column has another name").at(FileId(9).top());
        let fault = |file: u32, message: &str, instead: &Diagnostic| {
            let cause = Cause { name: "a column".to_owned(), instead: Some(instead.clone()) };
            Diagnostic::error(Code::UnknownColumn, message).at(FileId(file).top()).because_of(cause)
        };
        let other = Diagnostic::error(Code::BrokenLink, "other").at(FileId(1).top());
        let mut faults = vec![fault(1, "first", &instead), other.clone(), fault(2, "second", &instead)];
        without_consequences(&mut faults);
        let both = vec![fault(1, "first", &instead), fault(2, "second", &instead)];
        assert_eq!(faults, [instead.clone().told_with(both), other.clone()]);
        let before = faults.clone();
        without_consequences(&mut faults);
        assert_eq!(faults, before, "once more changes nothing");
        let first = fault(1, "first", &instead);
        let again = fault(1, "again", &instead).at(FileId(1).span(3..4)).help("its own remedy");
        let mut faults = vec![first.clone(), again.clone(), other.clone()];
        without_consequences(&mut faults);
        let told = first.clone().told_with(vec![again.clone()]);
        assert_eq!(faults, [told.clone(), other.clone()]);
        assert_eq!(told.others(), std::slice::from_ref(&again), "each keeps what was said of it");
        without_consequences(&mut faults);
        assert_eq!(faults, [told, other], "once more changes nothing");
    }

    #[test]
    fn of_one_slip_is_told_what_is_meant() {
        let fault = |file: u32, help: &str| {
            let fault = Diagnostic::error(Code::UnknownName, "no name").at(FileId(file).top());
            let fault = fault.nearest("car", [help], "they are many");
            let cause = Cause::of_name("car", "a name", &fault);
            fault.because_of(cause)
        };
        let mut faults = vec![fault(1, "train"), fault(2, "cars"), fault(3, "train")];
        without_consequences(&mut faults);
        let told: Vec<_> = faults.iter().map(|fault| (fault.message.as_str(), fault.help.as_deref())).collect();
        assert_eq!(told, [("`car` is not a name, and several files name it", Some("did you mean `cars`?"))]);
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
