//! `[[weightings]]` of site.toml: how somebody in particular would weigh the dimensions, for readers to begin with.

use super::names::{Tags, names_in_languages, of_known_languages};
use crate::diagnostic::{Code, Diagnostic};
use crate::fields::Fields;
use crate::text::Located;

/// Weights of dimensions, with whose they are.
#[derive(Debug)]
pub struct Weighting {
    /// What it is called, in the order of the languages.
    pub names: Vec<String>,
    /// Whose it is and why, in the order of the languages.
    pub reasons: Vec<String>,
    /// By the name of a dimension, the last part of its path: 0 leaves it out, 5 counts it most.
    pub weights: Vec<(Located<String>, u8)>,
    /// The weight of all other dimensions.
    pub others: u8,
}

impl Weighting {
    /// The weight of a dimension.
    pub fn weight(&self, name: &str) -> u8 {
        self.weights.iter().find(|(key, _)| key.value == name).map_or(self.others, |(_, weight)| *weight)
    }
}

/// Reads `[[weightings]]`.
pub fn read_weightings(site: &mut Fields<'_, '_>, tags: &Tags) -> Vec<Weighting> {
    let mut earlier: Vec<String> = Vec::new();
    site.tables("weightings", |fields| {
        let mut words = |key: &str, help: &str| {
            if !fields.has(key) {
                fields.missing(key, &format!("{help}: {key} = {{ ar = \"…\", en = \"…\" }}"));
            }
            let read = names_in_languages(fields, key, tags, help);
            of_known_languages(read.unwrap_or_else(|| vec![String::new(); tags.len()]), tags)
        };
        let names = words("name", "name the weighting in every language");
        let is_same = |name: &&String| !name.is_empty() && earlier.contains(name);
        let same = names.iter().find(is_same).cloned();
        earlier.extend(names.iter().cloned());
        let reasons = words("reason", "say in every language whose weighting it is, and why");
        if let Some(name) = same {
            let fault = Diagnostic::warning(Code::InvalidValue, format!("two weightings are called `{name}`"));
            fields
                .fault(fault.at(fields.key_span("name")).help("give this one a name of its own: readers choose by it"));
        }
        if !fields.has("weights") {
            fields.missing("weights", "give dimensions by their names a weight from 0 to 5: weights = { cost = 5 }");
        }
        let weights = fields.table("weights", |weights| {
            weights.keys_are_given();
            let keys = weights.keys().into_iter();
            keys.filter_map(|key| {
                let weight = weight(weights, &key)?;
                Some((Located { span: weights.key_span(&key), value: key }, weight))
            })
            .collect()
        });
        let (weights, others): (Vec<_>, u8) = (weights.unwrap_or_default(), weight(fields, "others").unwrap_or(0));
        if !weights.is_empty() && others == 0 && weights.iter().all(|(_, weight)| *weight == 0) {
            let fault = Diagnostic::warning(Code::InvalidValue, "this weighting gives no dimension a weight");
            fields.fault(fault.at(fields.key_span("weights")).help("give one of them at least 1"));
        }
        Weighting { names, reasons, weights, others }
    })
}

fn weight(fields: &mut Fields<'_, '_>, key: &str) -> Option<u8> {
    fields.integer(key, 0..6).and_then(|weight| u8::try_from(weight.value).ok())
}
