//! Reads the data that a chart names and checks it cell by cell. What is wrong in the block is reported there, what is
//! wrong in the data is reported in the CSV file itself.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::annotation::{self, Annotator};
use super::block::{KEYS, Spec, read_chart_block};
use super::csv::Table;
use super::facet;
use super::found::{self, Data, column};
use super::model::{Cell, Chart, ChartAnnotation, ChartKind, ChartName, Grid, GridRow, Number};
use super::number_cell::read_number;
use super::used_columns::Columns;
use super::{column_kind, label, range, rows_apart, share};
use crate::content::article::{slug, typographic};
use crate::content::page::LanguageFileInput;
use crate::diagnostic::{Code, Diagnostic, Guesses, Matter, quoted_list};
use crate::fields::Region;
use crate::locale::slips_of_whole;
use crate::text::{Located, Span};

/// A chart in the making.
struct ChartReader<'a> {
    spec: Spec,
    input: &'a LanguageFileInput<'a>,
    faults: &'a mut Vec<Diagnostic>,
    data: Data,
    /// What `labels` may name.
    named: BTreeSet<String>,
    /// What columns and cells are called in the article.
    labels: BTreeMap<String, String>,
    /// The subjects that cells are about.
    subjects: BTreeMap<String, usize>,
    /// The series by name.
    series: BTreeMap<String, usize>,
    annotator: Annotator,
    guesses: Guesses,
    /// Whether every column that the block names is there: else rows may not be told apart, and nothing is said of cells.
    has_all_columns: bool,
}

/// A chart whose sources are still keys.
pub struct Draft {
    pub chart: Chart,
    /// The name of the data file, and where the block names it.
    pub data: Located<String>,
    /// For the chart as a whole: those that the block lists, then those of its rows.
    pub sources: Vec<Located<String>>,
    /// By row of the table.
    pub row_sources: Vec<Vec<Located<String>>>,
}

/// How many series, or parts of a share, can be told apart.
const MOST_SERIES: usize = 6;

/// How many rows a chart may have. Each is drawn and stands in the table below the drawing: of 50,000, a page has some 15 MB.
const MOST_ROWS: usize = 50_000;

/// Reads a block. Nothing comes back if there is nothing to draw; why is among the faults.
pub fn read_chart(
    toml: &str,
    region: Region,
    input: &LanguageFileInput<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Draft> {
    let spec = read_chart_block(toml, region, input.config, faults);
    let locale = &input.config.at(input.language).locale;
    let data = spec.data.clone()?;
    spec.contradictions(faults);
    let data = Data::open(data, locale, input, faults)?;
    let mut labels = BTreeMap::new();
    for (name, label) in &spec.labels {
        labels.entry(name.value.clone()).or_insert_with(|| label.value.clone());
    }
    let mut subjects = BTreeMap::new();
    for (subject, cells) in &spec.subjects {
        for cell in cells {
            subjects.entry(cell.value.clone()).or_insert(*subject);
        }
    }
    let (named, series) = (data.table.loose.iter().cloned().collect(), BTreeMap::new());
    let (annotator, guesses) = (Annotator::default(), Guesses::default());
    let has_all_columns = true;
    ChartReader { spec, input, faults, data, named, labels, subjects, series, annotator, guesses, has_all_columns }
        .read()
}

impl ChartReader<'_> {
    fn read(mut self) -> Option<Draft> {
        let table = Rc::clone(&self.data.table);
        if table.head.is_empty() {
            return None; // Why is said.
        }
        let mut columns = self.columns(&table);
        let before = self.faults.len();
        let rows = facet::grouped(self.chosen(&table), columns.facet);
        if let Some([low, high]) = columns.range
            && let Some(fault) = range::exchanged(&self.spec.range, &rows, [low, high])
        {
            self.faults.push(fault);
            columns.range = Some([high, low]);
        }
        let is_missing_told = rows.is_empty() && self.faults.len() > before;
        if let Some(row) = rows.get(MOST_ROWS) {
            let message = format!("a chart of this file has {} rows, and a page can hold {MOST_ROWS}", rows.len());
            let fault = Diagnostic::error(Code::InvalidCell, message).at(row[0].span);
            self.faults.push(fault.help("ask for some of them in `only`, or add them up in this file"));
            return None;
        }
        let without_numbers = column_kind::without_numbers(&self.data, &self.spec);
        if !without_numbers.is_empty() {
            self.faults.extend(without_numbers);
            return None;
        }
        let odd = columns.x.iter().filter_map(|x| {
            let cells: Vec<_> = rows.iter().map(|row| &row[*x]).collect();
            column_kind::no_date(&self.spec, &table.head[*x].value, &cells)
        });
        self.faults.extend(odd);
        let in_two_cases = columns.names().filter_map(|column| {
            let cells: Vec<_> = rows.iter().map(|row| &row[column]).collect();
            rows_apart::in_two_cases(&table.head[column], &cells)
        });
        self.faults.extend(in_two_cases);
        let (category, used): (Vec<_>, Vec<_>) = (columns.category().collect(), columns.all().collect());
        if self.has_all_columns
            && let Some(fault) =
                rows_apart::forgotten_series(&self.data, &self.spec, &rows, (&category, &used), MOST_SERIES)
        {
            self.faults.push(fault);
            return None;
        }
        let parsed: Vec<_> = rows.iter().map(|row| self.numbers(&table, &columns, row)).collect();
        let is_faceted_by_nothing = self.spec.facet.is_some() && columns.facet.is_none();
        let has_no_whole_row = rows.is_empty() && !table.loose.is_empty();
        let is_told = has_no_whole_row || is_missing_told;
        if columns.x.is_empty() || columns.y.is_empty() || is_faceted_by_nothing || is_told {
            return None; // Why is said.
        }
        let is_blank = |row: &&[Located<String>]| columns.y.iter().all(|y| row[*y].value.trim().is_empty());
        if rows.iter().all(is_blank) {
            let what = if rows.is_empty() { "rows" } else { "numbers" };
            let message = format!("`{}` has no {what} for this chart", self.data.name.value);
            let fault = Diagnostic::error(Code::InvalidValue, message).resting_on(Matter::File(self.data.file));
            self.faults
                .push(fault.at(self.data.name.span).help(format!("add {what}, or ask for other rows in `only`")));
            return None;
        }
        let mut chart = self.empty(&table, &columns);
        let mut sources = self.spec.sources.clone();
        let mut row_sources = Vec::new();
        // Rows find their category by its cells as the file writes them.
        let mut places = BTreeMap::new();
        for (row, mut numbers) in rows.iter().zip(parsed) {
            let own = columns.cite.map_or_else(Vec::new, |cite| keys(&row[cite]));
            sources.extend(own.iter().cloned());
            row_sources.push(own);
            let cells = self.grid_row(&columns, row, &numbers);
            let range = self.range(&columns, row, &numbers);
            numbers.truncate(columns.y.len());
            let category: Vec<String> = columns.category().map(|column| row[column].value.clone()).collect();
            let at = *places.entry(category).or_insert_with_key(|written| {
                let first = usize::from(columns.facet.is_some());
                chart.categories.push(cells[first..first + columns.x.len()].to_vec());
                chart.values.push(Vec::new());
                chart.subjects.push(self.subject(&row[columns.x[0]].value));
                self.annotator.category(written);
                chart.categories.len() - 1
            });
            if columns.facet.is_some() {
                facet::put(&mut chart.facets, at, &cells[0]);
            }
            let first = columns.series.map_or(0, |column| self.series(&mut chart, &row[column]));
            chart.table.rows.push(GridRow { cells, citations: Vec::new() });
            // More series than can be told apart are an error; room for all of them in each category is not made.
            if first < MOST_SERIES {
                self.place(&mut chart.values[at], first, numbers, &row[columns.x[0]]);
                if let Some(range) = range {
                    range::put(&mut chart.ranges, [at, first], range);
                }
            }
        }
        let mut seen = BTreeSet::new();
        sources.retain(|key| seen.insert(key.value.clone()));
        if self.has_all_columns {
            self.whole(&chart);
        }
        self.names();
        if columns.series.is_some() && chart.series.len() > MOST_SERIES || facet::are_too_many(&chart.facets) {
            return None;
        }
        for values in &mut chart.values {
            values.resize(chart.series.len(), None);
        }
        self.annotate(&mut chart, &table);
        Some(Draft { chart, data: self.data.name, sources, row_sources })
    }

    fn columns(&mut self, table: &Table) -> Columns {
        let before = self.faults.len();
        self.faults.extend(found::lost_head(&self.data, table, &self.spec));
        let data = &self.data;
        let faults = &mut *self.faults;
        let mut find = |name: &Located<String>| column(data, table, name).map_err(|fault| faults.push(fault)).ok();
        let columns = Columns {
            x: self.spec.x.iter().filter_map(&mut find).collect(),
            y: self.spec.y.iter().filter_map(&mut find).collect(),
            range: self.spec.range.iter().filter_map(&mut find).collect::<Vec<_>>().try_into().ok(),
            series: self.spec.series.as_ref().and_then(&mut find),
            facet: self.spec.facet.as_ref().and_then(&mut find),
            also: self.spec.also.iter().filter_map(&mut find).collect(),
            cite: self.spec.cite.as_ref().and_then(&mut find),
        };
        self.has_all_columns &= self.faults.len() == before;
        columns
    }

    /// The rows that `only` lets through.
    fn chosen<'t>(&mut self, table: &'t Table) -> Vec<&'t [Located<String>]> {
        let mut rows: Vec<&[Located<String>]> = table.rows.iter().map(Vec::as_slice).collect();
        for (column, wanted) in &self.spec.only {
            let at = match self::column(&self.data, table, column) {
                Ok(at) => at,
                Err(fault) => {
                    self.faults.push(fault);
                    self.has_all_columns = false;
                    continue;
                }
            };
            let cells: BTreeSet<_> = table.rows.iter().map(|row| row[at].value.as_str()).collect();
            let is_there = |cell: &&Located<String>| cells.contains(&*cell.value) || table.loose.contains(&cell.value);
            let otherwise = format!("its cells are {}", quoted_list(cells.iter().copied()));
            for cell in wanted.iter().filter(|cell| !is_there(cell)) {
                let message = format!("no row has `{}` in the column `{}`", cell.value, column.value);
                self.faults.push(found::unknown_cell(&self.data, cell, message, &cells, &otherwise, &self.guesses));
            }
            let wanted: BTreeSet<_> = wanted.iter().map(|cell| cell.value.as_str()).collect();
            rows.retain(|row| wanted.contains(row[at].value.as_str()));
        }
        rows
    }

    /// The numbers of a row; an empty cell is none.
    fn numbers(&mut self, table: &Table, columns: &Columns, row: &[Located<String>]) -> Vec<Option<Number>> {
        for x in columns.names().filter(|x| row[*x].value.is_empty()) {
            let message = format!("the cell of `{}` is empty in this row", table.head[x].value);
            self.cell_fault(row[x].span, message, "say what the number of this row is of");
        }
        let read = |column: usize| {
            let (number, fault) = read_number(&row[column], &table.head[column].value, &self.spec);
            self.faults.extend(fault);
            number
        };
        columns.numbers().map(read).collect()
    }

    /// Between what the number of a row lies; its ends are behind it among the numbers.
    fn range(&mut self, columns: &Columns, row: &[Located<String>], numbers: &[Option<Number>]) -> Option<[Number; 2]> {
        let ([value], [low, high]) = (columns.y[..].try_into().ok()?, columns.range?);
        let cells = [value, low, high].map(|column: usize| &row[column]);
        let [value, low, high] = numbers.iter().map(Option::as_ref).collect::<Vec<_>>().try_into().ok()?;
        let cells = [(cells[0], value), (cells[1], low), (cells[2], high)];
        range::read(cells, &row[columns.x[0]].value).map_err(|fault| self.faults.push(fault)).ok().flatten()
    }

    fn cell_fault(&mut self, span: Span, message: String, help: &str) {
        self.faults.push(Diagnostic::error(Code::InvalidCell, message).at(span).help(help));
    }

    /// The chart without its rows.
    fn empty(&mut self, table: &Table, columns: &Columns) -> Chart {
        let shown = columns.names().chain(columns.numbers()).chain(columns.also.iter().copied());
        let head: Vec<String> = shown.map(|column| self.name(&table.head[column].value)).collect();
        let names = columns.names().count();
        let series = match columns.series {
            Some(_) => Vec::new(),
            None => {
                let of_columns = columns.y.iter().enumerate();
                of_columns.for_each(|(n, y)| self.annotator.series(&table.head[*y].value, n));
                head[names..names + columns.y.len()].to_vec()
            }
        };
        let spec = &self.spec;
        let (title, unit, note) = (spec.title.clone(), spec.unit.clone(), spec.note.clone());
        Chart {
            name: self.chart_name(),
            kind: spec.kind.as_ref().map_or(ChartKind::Bar, |kind| kind.value),
            log: spec.log(),
            subjects: Vec::new(),
            title: title.map(|text| self.shown(&text)).unwrap_or_default(),
            unit: unit.map(|text| self.shown(&text)),
            note: note.map(|text| self.shown(&text)),
            categories: Vec::new(),
            series,
            values: Vec::new(),
            ranges: Vec::new(),
            facets: Vec::new(),
            annotations: Vec::new(),
            table: Grid { head, names, rows: Vec::new() },
            link: 0,
            citations: Vec::new(),
        }
    }

    /// The id of the block, or else the name of its data.
    fn chart_name(&self) -> ChartName {
        let own = self.spec.id.as_ref().map(|id| ChartName::Own(id.value.clone()));
        own.unwrap_or_else(|| {
            let file = self.spec.data.as_ref().map_or("", |data| data.value.as_str());
            let name = file.rsplit('/').next().unwrap_or(file);
            ChartName::OfData(slug(name.rsplit_once('.').map_or(name, |(stem, _)| stem)))
        })
    }

    fn grid_row(&mut self, columns: &Columns, row: &[Located<String>], numbers: &[Option<Number>]) -> Vec<Cell> {
        let mut cells: Vec<_> = columns.names().map(|column| self.cell(&row[column])).collect();
        cells.extend(numbers.iter().map(|number| number.clone().map_or(Cell::Empty, Cell::Number)));
        cells.extend(columns.also.iter().map(|column| self.cell(&row[*column])));
        cells
    }

    fn cell(&mut self, cell: &Located<String>) -> Cell {
        let written = &cell.value;
        self.named.insert(written.clone());
        match self.labels.get(written) {
            _ if written.is_empty() => Cell::Empty,
            Some(_) => Cell::Text(self.name(written)),
            None => match (crate::text::Date::parse(written), Number::parse(written)) {
                (Some(date), _) => Cell::Date(date),
                (None, Some(number)) => Cell::Number(number),
                (None, None) => Cell::Text(self.name(written)),
            },
        }
    }

    /// The subject that a category is about, by the first cell of its name.
    fn subject(&self, name: &str) -> Option<usize> {
        let own = self.subjects.get(name).copied();
        own.or(self.spec.subject.as_ref().map(|subject| subject.value))
    }

    /// The number of a series, which is named when it first comes.
    fn series(&mut self, chart: &mut Chart, cell: &Located<String>) -> usize {
        let name = self.name(&cell.value);
        let number = *self.series.entry(name).or_insert_with_key(|name| {
            chart.series.push(name.clone());
            chart.series.len() - 1
        });
        self.annotator.series(&cell.value, number);
        number
    }

    /// Puts the numbers of a row beside those that its category has already.
    fn place(
        &mut self,
        values: &mut Vec<Option<Number>>,
        first: usize,
        numbers: Vec<Option<Number>>,
        x: &Located<String>,
    ) {
        let taken = values.get(first).is_some_and(Option::is_some);
        if taken && !self.has_all_columns {
            return;
        }
        if taken {
            let message = format!("`{}` has a value in a row above already", x.value);
            let help = "take the row out if it stands there twice; or name in `x` one column more that tells the rows apart, or in \
                        `series` the column that does";
            self.cell_fault(x.span, message, help);
            return;
        }
        values.resize(values.len().max(first + numbers.len()), None);
        for (place, number) in values[first..].iter_mut().zip(numbers) {
            *place = number;
        }
    }

    /// Finds the values that words of the block are about.
    fn annotate(&mut self, chart: &mut Chart, table: &Table) {
        let specs = std::mem::take(&mut self.spec.annotations);
        self.faults.extend(annotation::too_many(&specs));
        // Where a column is not known or a row could not be read, which is told, a place may be missing for that.
        let is_whole =
            self.has_all_columns && table.loose.is_empty() && !self.faults.iter().any(|fault| self.is_of_cell(fault));
        for meant in specs.iter().take(annotation::MOST) {
            let Some(text) = &meant.text else { continue };
            let shown = self.shown(text);
            self.faults.extend(annotation::too_long(text));
            if meant.at.is_empty() {
                continue; // Why is said.
            }
            match self.annotator.find(meant, &self.data, &self.spec, chart, &self.guesses) {
                Ok([category, series]) => chart.annotations.push(ChartAnnotation { category, series, text: shown }),
                Err(fault) if is_whole => self.faults.push(fault),
                Err(_) => {}
            }
        }
    }

    /// Whether a fault is one of a cell of the data.
    fn is_of_cell(&self, fault: &Diagnostic) -> bool {
        fault.code == Code::InvalidCell && fault.span.is_some_and(|span| span.file == self.data.file)
    }

    /// What only shows when all rows are there.
    fn whole(&mut self, chart: &Chart) {
        let is_share = chart.kind == ChartKind::Share;
        let series = if is_share { chart.categories.len() } else { chart.series.len() };
        if series > MOST_SERIES {
            let what = if is_share { "parts" } else { "series" };
            let message = format!("this chart has {series} {what}, and {MOST_SERIES} can be told apart");
            let fault = Diagnostic::error(Code::InvalidValue, message).at(self.data.name.span);
            self.faults.push(fault.help("put the smallest together, or make two charts of it"));
        }
        let crowd = self.spec.facet.as_ref().and_then(|column| facet::too_many(&chart.facets, column));
        self.faults.extend(crowd);
        // What a cell that cannot be read would add is not known.
        if is_share && !self.faults.iter().any(|fault| self.is_of_cell(fault)) {
            self.faults.extend(share::wrong_sum(chart, &self.data, &self.spec));
        }
    }

    /// What the block says of columns and cells has to name one of them; labels are words that readers see, besides.
    fn names(&mut self) {
        let labels = self.spec.labels.clone();
        self.faults.extend(label::of_another_language(&labels, self.input));
        labels.iter().for_each(|(_, label)| {
            self.shown(label);
        });
        let of_rows = self.spec.subjects.iter().flat_map(|(_, cells)| cells.iter().cloned());
        let names: Vec<_> = labels.into_iter().map(|(name, _)| name).chain(of_rows).collect();
        let named: BTreeSet<&str> = self.named.iter().map(String::as_str).collect();
        for name in names {
            if !self.named.contains(&name.value) && KEYS.contains(&name.value.as_str()) {
                let message = format!("`{}` belongs above `[labels]`: here it is a label of nothing", name.value);
                let fault = Diagnostic::error(Code::UnknownKey, message).at(name.span);
                self.faults
                    .push(fault.help("move it above the line `[labels]`: in TOML a key belongs to the table above it"));
            } else if self.has_all_columns && !self.named.contains(&name.value) {
                if self.data.table.head.iter().any(|column| column.value == name.value) {
                    self.faults.push(found::unshown_column(&self.data, &name));
                    continue;
                }
                let message = format!("`{}` is no column and no cell of this chart", name.value);
                let otherwise = "write it as the CSV file does, or leave it out";
                let fault = found::unknown_cell(&self.data, &name, message, &named, otherwise, &self.guesses);
                // The cell that a row lacks may be the one that is named.
                if fault.meant().is_some() || !self.data.table.lacks_cells {
                    self.faults.push(fault);
                }
            }
        }
    }

    /// What a column or cell is called in the article.
    fn name(&mut self, written: &str) -> String {
        self.named.insert(written.to_owned());
        let label = self.labels.get(written).map_or(written, String::as_str);
        typographic(label, self.input.config, self.input.language).0.into_owned()
    }

    /// Words of the block, with their faults of typing.
    fn shown(&mut self, text: &Located<String>) -> String {
        let (shown, slips) = typographic(&text.value, self.input.config, self.input.language);
        let language = &self.input.config.at(self.input.language).locale.tag;
        self.faults.extend(slips_of_whole(&text.value, slips, language, text.span));
        shown.into_owned()
    }
}

/// The keys of sources in a cell: one, or several between semicolons.
fn keys(cell: &Located<String>) -> Vec<Located<String>> {
    let keys = cell.value.split(';').map(str::trim).filter(|key| !key.is_empty());
    keys.map(|key| Located { value: key.to_owned(), span: cell.span }).collect()
}
