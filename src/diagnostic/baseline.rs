//! Faults that are known already: a tree that is being moved is checked against those that it had at the beginning.

use std::collections::BTreeMap;

use super::Diagnostic;
use crate::text::Sources;

/// How often each fault is known, by code, path and message. Lines are no part of it: they move.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Baseline(BTreeMap<String, usize>);

const HEAD: &str =
    "# Written by `muwazana check --baseline-write`: the faults that are known, which are not reported.\n";

impl Baseline {
    /// The faults that are there now.
    pub fn of(sources: &Sources, diagnostics: &[Diagnostic]) -> Self {
        let mut known = BTreeMap::new();
        for fault in diagnostics.iter().flat_map(Diagnostic::each) {
            *known.entry(line(sources, fault)).or_insert(0) += 1;
        }
        Self(known)
    }

    /// Reads what [`Baseline::write`] has written.
    pub fn read(text: &str) -> Self {
        let mut known = BTreeMap::new();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            *known.entry(line.to_owned()).or_insert(0) += 1;
        }
        Self(known)
    }

    /// A line for each fault, sorted.
    pub fn write(&self) -> String {
        let lines = self.0.iter().flat_map(|(line, count)| std::iter::repeat_n(format!("{line}\n"), *count));
        std::iter::once(HEAD.to_owned()).chain(lines).collect()
    }

    /// Leaves out the faults that are known, as often as they are; says how many were.
    pub fn remove_from(mut self, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> usize {
        let mut count = 0;
        let mut is_new = |fault: &Diagnostic| match self.0.get_mut(&line(sources, fault)) {
            Some(left @ 1..) => {
                *left -= 1;
                count += 1;
                false
            }
            _ => true,
        };
        // Of one slip, what has come since is told.
        *diagnostics = std::mem::take(diagnostics)
            .into_iter()
            .filter_map(|fault| {
                let (fault, others) = fault.apart();
                let mut new = std::iter::once(fault).chain(others).filter(&mut is_new);
                let first = new.next()?;
                Some(first.told_with(new.collect()))
            })
            .collect();
        count
    }
}

fn line(sources: &Sources, fault: &Diagnostic) -> String {
    let path = fault.span.map_or("", |span| sources.get(span.file).path.as_str());
    let plain = |text: &str| text.replace(['\t', '\n'], " ");
    format!("{}\t{}\t{}", fault.code.as_str(), plain(path), plain(&fault.message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::text::Source;

    #[test]
    fn what_is_known_is_left_out_as_often_as_it_is_known() {
        let mut sources = Sources::default();
        let file = sources.add(Source::new("a.md", "x\ny\nz\n"));
        let fault = |at: usize| Diagnostic::error(Code::BrokenLink, "no `x`").at(file.span(at..at + 1));
        let baseline = Baseline::of(&sources, &[fault(0), fault(2)]);
        let read = Baseline::read(&baseline.write());
        assert_eq!(read, baseline);
        let mut faults = vec![fault(0), fault(2), fault(4), Diagnostic::error(Code::Orphan, "o")];
        assert_eq!(read.remove_from(&sources, &mut faults), 2);
        assert_eq!(faults, [fault(4), Diagnostic::error(Code::Orphan, "o")]);
        // Of one slip, too, what has come since is told.
        let mut faults = vec![fault(0).told_with(vec![fault(2), fault(4)])];
        assert_eq!(Baseline::read(&baseline.write()).remove_from(&sources, &mut faults), 2);
        assert_eq!(faults, [fault(4)]);
        let mut faults = vec![fault(0).told_with(vec![fault(2)])];
        assert_eq!(Baseline::of(&sources, &faults).remove_from(&sources, &mut faults), 2);
        assert_eq!(faults, []);
    }
}
