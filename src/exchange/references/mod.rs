//! The bibliography in and out in the formats of reference managers: BibTeX (as BibLaTeX has it) and CSL-JSON. A source of ours
//! has fewer parts than theirs: what one of theirs has beside them is named, and a source that lacks what ours must have is
//! left out with the reason.

mod bibtex;
mod csl_json;
mod foreign;
mod language_names;
mod merge;
mod record;

use std::collections::BTreeSet;

use foreign::ForeignReference;
pub use merge::{MergePolicy, MergedSources, merge_sources, source_records};
pub use record::SourceRecord;

/// A format of reference managers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceFormat {
    /// BibTeX, with the fields of BibLaTeX.
    BibTex,
    /// CSL-JSON.
    CslJson,
}

/// What a file of another tool holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct References {
    /// The sources that can be ours, in their order; every key is a key of ours, and no two are the same.
    pub records: Vec<SourceRecord>,
    /// What was left out of which entry, and which are left out whole; each a sentence.
    pub remarks: Vec<String>,
}

/// Writes sources.
pub fn write_references(records: &[SourceRecord], format: ReferenceFormat) -> String {
    match format {
        ReferenceFormat::BibTex => bibtex::write(records),
        ReferenceFormat::CslJson => csl_json::write(records),
    }
}

/// Reads a file in either format. An error is one sentence on why nothing of it can be read.
pub fn read_references(text: &str) -> Result<References, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut references = References::default();
    let foreign = match text.trim_start().starts_with(['[', '{']) {
        true => csl_json::read(text, &mut references.remarks)?,
        false => bibtex::read(text, &mut references.remarks)?,
    };
    if foreign.is_empty() && references.remarks.is_empty() {
        return Err("it holds no entry of BibTeX or CSL-JSON".to_owned());
    }
    let mut taken = BTreeSet::new();
    for entry in foreign {
        references.add(entry, &mut taken);
    }
    Ok(references)
}

impl References {
    /// Carries an entry over under a key of its own.
    fn add(&mut self, entry: ForeignReference, taken: &mut BTreeSet<String>) {
        let name = entry.name();
        let mut notes = Vec::new();
        match entry.carried(&mut notes) {
            Ok(mut record) => {
                record.key = unique(&record.key, taken);
                if record.key != name {
                    notes.insert(0, format!("its key is `{}` here", record.key));
                }
                taken.insert(record.key.clone());
                self.records.push(record);
            }
            Err(why) => notes = vec![format!("left out: {why}")],
        }
        if !notes.is_empty() {
            self.remarks.push(format!("`{name}`: {}", notes.join("; ")));
        }
    }
}

/// The key, with a number behind it if it is taken.
fn unique(key: &str, taken: &BTreeSet<String>) -> String {
    let numbered = (2..).map(|n: usize| format!("{key}-{n}"));
    std::iter::once(key.to_owned()).chain(numbered).find(|key| !taken.contains(key)).unwrap_or_default()
}

#[cfg(test)]
mod tests;
