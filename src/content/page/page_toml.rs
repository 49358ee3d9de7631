//! `page.toml`: what is true of a page in every language.

use serde::{Deserialize, Serialize};

use super::axis::AxisPlace;
use super::claim::{DimensionKind, Finding};
use super::evidence::{
    Evidence, JudgementTest, Reweighing, narrow_judgements, read_evidence, read_history, read_tests,
};
use super::keys::only_in_head;
use super::kind::PageKind;
use super::misplaced_dimension;
use super::slug::read_slug;
use crate::config::{Config, keys_are_subjects, names_in_site_languages};
use crate::diagnostic::{Code, Diagnostic, Matter};
use crate::fields::{Fields, Region, read_toml};
use crate::text::{Date, Located, Source, Span};

/// What stands beside each other where a page is read in all its languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ParallelUnit {
    /// Sections.
    Sections,
    /// Paragraphs, lists, tables and the like, in the sections in which all languages have as many of them.
    Blocks,
    /// Nothing: the page is read in one language at a time.
    None,
}

/// The content of `page.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Similarity, difference or synthesis; dimensions only, and there always.
    pub kind: Option<DimensionKind>,
    /// The last part of the address, in place of the folder's name.
    pub slug: Option<Located<String>>,
    /// What a group is called, in the order of the languages; groups only.
    pub titles: Vec<String>,
    /// The names of the folders in it, in the order in which lists show their pages.
    pub nav: Vec<Located<String>>,
    /// The place among the pages of the same folder.
    pub order: Option<Located<i64>>,
    /// Paths of related pages.
    pub related: Vec<Located<String>>,
    /// First published.
    pub date: Option<Date>,
    /// Changed since.
    pub updated: Option<Date>,
    /// The dates as they are written.
    pub written: Vec<Located<Date>>,
    /// Left out of a build, shown by `serve`.
    pub draft: bool,
    /// What stands beside each other where the page, and those below it that do not say otherwise, are read in all their
    /// languages.
    pub parallel: Option<ParallelUnit>,
    /// Where each subject stands, in their order, or nothing where the place of one could not be read; dimensions only.
    pub axis: Vec<AxisPlace>,
    /// What was found of its claim; dimensions only.
    pub finding: Option<Finding>,
    /// How sure its judgement is; dimensions only.
    pub evidence: Option<Evidence>,
    /// How its judgement has changed, the oldest change first; dimensions only.
    pub history: Vec<Reweighing>,
    /// What would change its judgement; dimensions only.
    pub tests: Vec<JudgementTest>,
}

impl Facts {
    /// Whether it finds its subjects alike; where it does not say what it found, what it claims counts.
    pub fn finds_alike(&self) -> bool {
        self.finding.map_or(self.kind == Some(DimensionKind::Similarity), |finding| finding == Finding::Alike)
    }

    /// Keys of the sources that it names itself, beside those that the articles cite.
    pub fn named_sources(&self) -> impl Iterator<Item = &Located<String>> {
        let of_evidence = self.evidence.iter().flat_map(|evidence| &evidence.sources);
        let of_history = self.history.iter().flat_map(|change| &change.sources);
        of_evidence.chain(of_history).chain(self.tests.iter().flat_map(|test| &test.sources))
    }
}

/// Reads `page.toml`.
pub fn read_facts(top: Span, source: &Source, kind: PageKind, config: &Config, faults: &mut Vec<Diagnostic>) -> Facts {
    let region = Region { file: top.file, offset: 0 };
    read_toml(&source.text, region, faults, |fields| {
        let (date, updated) = (fields.date("date"), fields.date("updated"));
        if let Some((date, updated)) = date.as_ref().zip(updated.as_ref()).filter(|(date, new)| new.value < date.value)
        {
            let message = format!("`updated` is {}, before the page's `date`, {}", updated.value, date.value);
            let fault = Diagnostic::warning(Code::InvalidValue, message).at(updated.span);
            let fault = fault.resting_on(Matter::Value(date.span));
            fields.fault(fault.help("nothing is changed before it is published: write the later day"));
        }
        for key in only_in_head() {
            fields.elsewhere(key, "write it in the language's file, such as en.md, between the lines `+++`");
        }
        let mut facts = Facts {
            slug: read_slug(fields, kind),
            nav: fields.strings("nav"),
            order: fields.integer("order", 0..1_000_000),
            related: fields.strings("related"),
            date: date.as_ref().map(|date| date.value),
            updated: updated.as_ref().map(|updated| updated.value),
            written: date.iter().cloned().chain(updated).collect(),
            draft: fields.boolean("draft"),
            parallel: parallel_unit(fields),
            ..Facts::default()
        };
        if kind.is_dimension() {
            facts.kind = DimensionKind::read(fields);
            facts.finding = Finding::read(fields, facts.kind);
            facts.evidence = read_evidence(fields, config);
            facts.axis = axis(fields, config, facts.evidence.as_ref());
            let (history, days) = read_history(fields, &facts.axis, date.as_ref(), config);
            let (tests, more) = read_tests(fields, config);
            facts.written.extend(days.into_iter().chain(more));
            (facts.history, facts.tests) = (history, tests);
        } else if let Some(key) = misplaced_dimension::take(fields, &misplaced_dimension::IN_PAGE_TOML) {
            fields.fault(misplaced_dimension::fault(&key, &source.path));
        }
        facts
    })
}

/// Reads the page.toml of a folder that has no words of its own: with a title it is a group in the tree of pages, and else
/// it is of a page that lacks its words, and says nothing.
pub fn read_group(top: Span, source: &Source, config: &Config, faults: &mut Vec<Diagnostic>) -> Facts {
    let region = Region { file: top.file, offset: 0 };
    read_toml(&source.text, region, faults, |fields| {
        if !fields.has("title") {
            fields.keys().iter().for_each(|key| fields.accept(key));
            return Facts::default();
        }
        let titles = names_in_site_languages(fields, "title", config, "name it in this language");
        Facts {
            titles: titles.unwrap_or_else(|| vec![String::new(); config.languages.len()]),
            slug: read_slug(fields, PageKind::Ordinary),
            nav: fields.strings("nav"),
            order: fields.integer("order", 0..1_000_000),
            parallel: parallel_unit(fields),
            ..Facts::default()
        }
    })
}

fn parallel_unit(fields: &mut Fields<'_, '_>) -> Option<ParallelUnit> {
    let units = [("sections", ParallelUnit::Sections), ("blocks", ParallelUnit::Blocks), ("none", ParallelUnit::None)];
    fields.choice("parallel", &units).map(|unit| unit.value)
}

fn axis(fields: &mut Fields<'_, '_>, config: &Config, evidence: Option<&Evidence>) -> Vec<AxisPlace> {
    let axis = fields.table("axis", |axis| {
        let mut places = Vec::new();
        for id in config.subject_ids() {
            if !axis.has(id) {
                axis.missing(
                    id,
                    "place the subject on the axis with a whole number from 0 to 100, or a range of two such as [20, 35]",
                );
            }
            places.extend(AxisPlace::read(axis, id));
        }
        for key in ["start", "end"] {
            axis.elsewhere(key, "name the ends in the languages' files, in [axis] of en.md and of the others");
        }
        keys_are_subjects(axis);
        narrow_judgements(evidence, &places, axis);
        places.into_iter().map(|place| place.value).collect()
    });
    if !fields.has("axis") {
        fields.missing(
            "axis",
            "place each subject between the two poles: [axis], then one number from 0 to 100 a subject",
        );
    }
    // Those that are left would be taken for the places of other subjects.
    axis.filter(|places: &Vec<_>| places.len() == config.subjects.len()).unwrap_or_default()
}
