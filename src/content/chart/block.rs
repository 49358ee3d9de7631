//! The keys of a chart's block, before its data is read.

use super::model::ChartKind;
use super::range;
use crate::config::{Config, keys_are_subjects, no_subject};
use crate::content::article::slug;
use crate::diagnostic::{Code, Diagnostic};
use crate::fields::{Fields, Region, read_toml};
use crate::text::{Located, Span};

/// What a block says.
#[derive(Debug)]
pub struct Spec {
    pub kind: Option<Located<ChartKind>>,
    pub data: Option<Located<String>>,
    /// Columns that name the rows.
    pub x: Vec<Located<String>>,
    /// Columns of numbers.
    pub y: Vec<Located<String>>,
    /// The columns of the least and the most that a value may be.
    pub range: Vec<Located<String>>,
    /// A column that says which series a row belongs to.
    pub series: Option<Located<String>>,
    /// A column that has a small drawing for each of its cells.
    pub facet: Option<Located<String>>,
    /// Columns that only the table shows.
    pub also: Vec<Located<String>>,
    /// A column of keys of sources.
    pub cite: Option<Located<String>>,
    /// Columns, each with the cells whose rows are wanted.
    pub only: Vec<(Located<String>, Vec<Located<String>>)>,
    /// By what the chart is known on the site.
    pub id: Option<Located<String>>,
    pub title: Option<Located<String>>,
    pub unit: Option<Located<String>>,
    pub note: Option<Located<String>>,
    /// Keys of sources.
    pub sources: Vec<Located<String>>,
    pub log: Option<Located<bool>>,
    /// The subject that all of it is about.
    pub subject: Option<Located<usize>>,
    /// Subjects, each with the cells of the first `x` that are about it.
    pub subjects: Vec<(usize, Vec<Located<String>>)>,
    /// Names of columns and words of cells, each with what it is called in the article.
    pub labels: Vec<(Located<String>, Located<String>)>,
    /// Words at single values.
    pub annotations: Vec<AnnotationSpec>,
}

/// A value, by the words of the data, and what is said of it.
#[derive(Debug)]
pub struct AnnotationSpec {
    /// The table as a whole.
    pub span: Span,
    /// The cells of `x`, or the first of them.
    pub at: Vec<Located<String>>,
    /// The column of `y` or the cell of `series`.
    pub series: Option<Located<String>>,
    /// The cell of `facet`.
    pub facet: Option<Located<String>>,
    pub text: Option<Located<String>>,
}

/// Keys of texts and lists, which belong above the tables of a block.
pub const KEYS: [&str; 16] = [
    "type", "data", "x", "y", "range", "series", "facet", "also", "cite", "id", "title", "unit", "note", "sources",
    "scale", "subject",
];

/// Reads the keys of a block.
pub fn read_chart_block(toml: &str, region: Region, config: &Config, faults: &mut Vec<Diagnostic>) -> Spec {
    read_toml(toml, region, faults, |fields| Spec::read(fields, config))
}

impl Spec {
    /// Asks for every key that a chart may have.
    fn read(fields: &mut Fields<'_, '_>, config: &Config) -> Self {
        let subjects: Vec<_> = config.subject_ids().enumerate().map(|(n, id)| (id, n)).collect();
        let kinds = ChartKind::ALL.map(|kind| (kind.as_str(), kind));
        for (key, guidance) in [
            ("type", "say what is drawn: type = \"bar\", \"line\", \"dot\" or \"share\""),
            ("x", "name the column that says what each number is of: x = \"…\""),
            ("y", "name the column of the numbers: y = \"…\", or several: y = [\"…\", \"…\"]"),
        ] {
            if !fields.has(key) {
                fields.missing(key, guidance);
            }
        }
        no_source(fields);
        Self {
            kind: fields.choice("type", &kinds),
            data: fields.required_string("data", "name the CSV file beside the page: data = \"….csv\""),
            x: fields.one_or_more("x"),
            y: fields.one_or_more("y"),
            range: range::columns(fields),
            series: fields.string("series"),
            facet: fields.string("facet"),
            also: fields.one_or_more("also"),
            cite: fields.string("cite"),
            only: pairs(fields, "only", |fields, column| Some(fields.one_or_more(column))),
            id: id(fields),
            title: fields.required_string("title", "say in a few words what the chart shows: title = \"…\""),
            unit: fields.string("unit"),
            note: fields.string("note"),
            sources: fields.strings("sources"),
            log: fields.choice("scale", &[("linear", false), ("log", true)]),
            subject: subject(fields, &subjects),
            subjects: subjects_of_rows(fields, &subjects),
            labels: pairs(fields, "labels", label),
            annotations: fields.tables("annotation", annotation),
        }
    }

    /// Whether the scale is logarithmic.
    pub fn log(&self) -> bool {
        self.log.as_ref().is_some_and(|log| log.value)
    }

    /// Whether the block says that it is of that kind.
    pub fn is(&self, kind: ChartKind) -> bool {
        self.kind.as_ref().is_some_and(|said| said.value == kind)
    }

    /// What this combination of keys cannot be.
    pub fn contradictions(&self, faults: &mut Vec<Diagnostic>) {
        use crate::diagnostic::Code::InvalidValue;
        let mut fault = |span, message: &str, help: &str| {
            faults.push(Diagnostic::error(InvalidValue, message).at(span).help(help));
        };
        let share = self.is(ChartKind::Share);
        if let Some(second) = self.y.get(1).filter(|_| share || self.series.is_some() || !self.range.is_empty()) {
            let message = "this chart takes one column for `y`";
            let help = match (share, self.series.is_some()) {
                (true, _) => "a share is one bar; draw the other column as a chart of its own",
                (false, true) => "leave out `series`: several columns are several series already",
                (false, false) => {
                    "`range` is about one column: put all numbers into it, and say in a column for `series` what each is of"
                }
            };
            fault(second.span, message, help);
        }
        if let Some(series) = self.series.as_ref().filter(|_| share) {
            fault(series.span, "a share is one bar and has no series", "leave out `series`, or draw bars");
        }
        if let Some(range) = self.range.first().filter(|_| share) {
            fault(range.span, "the parts of a share have no ranges", "leave out `range`, or draw bars");
        }
        if let Some(facet) = self.facet.as_ref().filter(|_| share) {
            fault(facet.span, "a share is one bar and has no facets", "leave out `facet`, or draw bars");
        }
        if let Some(log) = self.log.as_ref().filter(|log| share && log.value) {
            fault(log.span, "shares of a whole have no logarithmic scale", "leave out `scale`");
        }
        let of_rows = self.subjects.iter().find_map(|(_, cells)| cells.first());
        if let Some(cell) = of_rows.filter(|_| self.is(ChartKind::Line)) {
            fault(cell.span, "a line is about one subject", "name it with `subject`");
        } else if let Some((cell, _)) = of_rows.zip(self.subject.as_ref()) {
            fault(cell.span, "all of this chart is about one subject already", "leave out `subject` or `subjects`");
        }
    }
}

fn annotation(fields: &mut Fields<'_, '_>) -> AnnotationSpec {
    if !fields.has("at") {
        fields.missing("at", "say which value is meant, by the cell of `x` as the CSV has it: at = \"…\"");
    }
    AnnotationSpec {
        span: fields.span(),
        at: fields.one_or_more("at"),
        series: fields.string("series"),
        facet: fields.string("facet"),
        text: fields.required_string("text", "say in a few words what there is to see: text = \"…\""),
    }
}

/// What makes a good address, and the same on every system.
fn id(fields: &mut Fields<'_, '_>) -> Option<Located<String>> {
    let id = fields.string("id")?;
    let good = slug(&id.value);
    if good == id.value {
        return Some(id);
    }
    let message = format!("`{}` makes no good address for a chart: small letters, digits and `-` do", id.value);
    fields.fault(Diagnostic::error(Code::InvalidId, message).at(id.span).help(format!("write id = \"{good}\"")));
    None
}

/// Numbers without a source are reported, unless the key turns out to be misspelt.
fn no_source(fields: &mut Fields<'_, '_>) {
    let named = fields.has("cite") || fields.lists_something("sources");
    if !named {
        let fault = Diagnostic::warning(Code::UncitedFigure, "the numbers of this chart have no source");
        let fault = fault
            .at(fields.span())
            .help("add sources = [\"…\"] with keys from content/sources.toml, or name a column of keys: cite = \"…\"");
        fields.lacks(&["sources", "cite"], fault);
    }
}

/// What a name is called. A list below a key of the block is that key, which belongs above: nobody asks for it here.
fn label(labels: &mut Fields<'_, '_>, name: &str) -> Option<Located<String>> {
    if KEYS.contains(&name) && labels.written(name).is_none() {
        return None;
    }
    labels.string(name)
}

fn pairs<T>(
    fields: &mut Fields<'_, '_>,
    key: &str,
    mut read: impl FnMut(&mut Fields<'_, '_>, &str) -> Option<T>,
) -> Vec<(Located<String>, T)> {
    let pairs = fields.table(key, |table| {
        table.keys_are_given();
        let names = table.keys().into_iter();
        let pairs = names.filter_map(|name| {
            let span = table.key_span(&name);
            Some((Located { value: name.clone(), span }, read(table, &name)?))
        });
        pairs.collect()
    });
    pairs.unwrap_or_default()
}

fn subject(fields: &mut Fields<'_, '_>, subjects: &[(&str, usize)]) -> Option<Located<usize>> {
    let written = fields.string("subject")?;
    let found = subjects.iter().find(|(id, _)| *id == written.value);
    if found.is_none() {
        fields.fault(no_subject(&written, subjects));
    }
    found.map(|(_, subject)| Located { value: *subject, span: written.span })
}

/// Only ids of subjects are asked for, so that any other key is reported.
fn subjects_of_rows(fields: &mut Fields<'_, '_>, subjects: &[(&str, usize)]) -> Vec<(usize, Vec<Located<String>>)> {
    let read = |table: &mut Fields<'_, '_>| {
        table.keys_are_given();
        keys_are_subjects(table);
        subjects.iter().map(|(id, subject)| (*subject, table.one_or_more(id))).collect()
    };
    fields.table("subjects", read).unwrap_or_default()
}
