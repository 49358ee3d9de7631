//! `muwazana check --fix`: makes the changes that take faults away and need no asking. What stands in a file beside them stays
//! as it was, line ends and byte order mark included.

use std::collections::BTreeMap;

use similar::TextDiff;

use super::edited::{FileEdit, edited};
use super::{Global, print};
use crate::build::{Options, build};
use crate::diagnostic::{Certainty, Code, Diagnostic, printable};
use crate::output::{read_source_file, write_source_file};
use crate::text::Sources;

/// How often what is left is looked at again: a change can bring to light what another change mends.
const MOST_ROUNDS: usize = 8;

/// Whether changes are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Making {
    /// They are written.
    Written,
    /// They are shown.
    Shown,
}

impl From<bool> for Making {
    fn from(dry_run: bool) -> Self {
        if dry_run { Self::Shown } else { Self::Written }
    }
}

/// Mends the faults of the site, or of some kinds; shows what it would do to the files as they are, or does it.
pub fn fix(global: &Global, options: &Options, only: &[Code], making: Making) -> Result<(), String> {
    let mut count = 0;
    for _ in 0..MOST_ROUNDS {
        let built = build(&global.root, options);
        let wanted = built.diagnostics.iter().filter(|fault| only.is_empty() || only.contains(&fault.code));
        let files = edits(&built.sources, wanted);
        if files.is_empty() {
            break;
        }
        for (path, edits) in files {
            let file = global.root.join(path);
            let before = read_source_file(&file).map_err(|failure| failure.to_string())?;
            let after = built.sources.text_at(path).and_then(|text| edited(&before, text, &edits));
            let Some(after) = after else {
                global.say(&format!("{path} is not mended: its lines end in more than one way"));
                continue;
            };
            count += edits.len();
            match making {
                Making::Shown => {
                    let diff = TextDiff::from_lines(&before, &after);
                    print(
                        &diff
                            .unified_diff()
                            .header(&format!("a/{}", printable(path)), &format!("b/{}", printable(path)))
                            .to_string(),
                    );
                }
                Making::Written => write_source_file(&file, after.as_bytes()).map_err(|failure| failure.to_string())?,
            }
        }
        if making == Making::Shown {
            break;
        }
    }
    let verb = if making == Making::Shown { "would be mended" } else { "mended" };
    global.say(&format!("{count} {} {verb}", if count == 1 { "fault" } else { "faults" }));
    Ok(())
}

/// The changes by file, in order; of two that overlap, the first.
fn edits<'a>(sources: &'a Sources, faults: impl Iterator<Item = &'a Diagnostic>) -> BTreeMap<&'a str, Vec<FileEdit>> {
    let mut files: BTreeMap<&str, Vec<FileEdit>> = BTreeMap::new();
    for fault in faults {
        let Some((range, mend)) = fault.edit(sources).filter(|(_, mend)| mend.certainty == Certainty::Sure) else {
            continue;
        };
        let Some(path) = fault.span.map(|span| sources.get(span.file).path.as_str()) else { continue };
        // What the program brings along is in no file.
        if !path.starts_with('(') {
            files.entry(path).or_default().push((range, mend.to.clone()));
        }
    }
    for edits in files.values_mut() {
        edits.sort_by_key(|(range, _)| (range.start, range.end));
        let mut end = 0;
        edits.retain(|(range, _)| {
            let fits = range.start >= end;
            if fits {
                end = range.end.max(range.start + 1);
            }
            fits
        });
    }
    files
}
