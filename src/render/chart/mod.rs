//! A chart as a figure: its title, the drawing, a remark with its sources, and the same data as a table. All of it is
//! made when the site is built; inks come from the style sheet, and marks, fillings and dashes say the same without ink.

mod annotation;
mod axes;
mod canvas;
mod figure;
mod lines;
mod plate;
mod plate_image;
mod plate_svg;
mod rows;
mod scale;

use std::ops::Range;

use crate::config::LanguageId;
use crate::content::{Body, Cell, Chart, ChartKind, GridRow, NoteRef, Number, Slot};
use crate::locale::{Isolator, Locale, Messages};
use crate::render::parts::ReaderContext;
use crate::render::renderer::Renderer;
use crate::site::{Generated, PageId};
use canvas::{Anchor, Canvas, ChartInk, width};
pub use plate::{Plate, PlateText};
pub use plate_image::PlateColours;
pub use plate_svg::PlateMetadata;
use scale::Tick;

/// A line of text, in em.
const LINE: f64 = 1.5;
/// The width of a chart on the narrowest screen, in em of its text: 320 px less the page's margins.
const NARROW: f64 = 16.5;

/// How much room a drawing takes, in em: its height, and what stands before and after the part that stretches.
pub struct DrawingSize {
    pub height: f64,
    pub before: f64,
    pub after: f64,
}

/// A chart in the words and numbers of a language.
pub struct Drawing<'a> {
    pub chart: &'a Chart,
    /// Which of its small drawings, if it has some and this is one of them.
    facet: Option<usize>,
    /// Whether some of its values are about a subject.
    has_subjects: bool,
    /// How wide it is at the least, in em.
    room: f64,
    locale: &'a Locale,
    isolator: &'a Isolator,
    messages: &'a Messages,
}

impl Drawing<'_> {
    fn number(&self, number: &Number) -> String {
        self.written(&number.written)
    }

    /// A number and between what it lies: "12 (9–16)", in the direction of the page.
    fn with_range(&self, number: &Number, range: Option<&[Number; 2]>) -> String {
        let number = self.number(number);
        match range {
            Some([low, high]) => format!("{number} ({}–{})", self.number(low), self.number(high)),
            None => number,
        }
    }

    fn written(&self, written: &str) -> String {
        self.locale.decimal(written)
    }

    fn cell(&self, cell: &Cell) -> String {
        match cell {
            Cell::Text(text) => text.clone(),
            Cell::Date(date) => self.locale.date(*date),
            Cell::Number(number) => self.number(number),
            Cell::Empty => "–".to_owned(),
        }
    }

    fn name(&self, cells: &[Cell]) -> String {
        cells.iter().map(|cell| self.cell(cell)).collect::<Vec<_>>().join(" · ")
    }

    /// The drawings that it consists of: itself, or the small ones.
    fn parts(&self) -> impl Iterator<Item = Drawing<'_>> {
        let count = self.chart.facets.len();
        (0..count.max(1)).map(move |n| Drawing { facet: (count > 0).then_some(n), ..*self })
    }

    /// The name of a small drawing.
    fn facet_name(&self) -> Option<String> {
        Some(self.cell(&self.chart.facets.get(self.facet?)?.name))
    }

    /// Its categories, by their numbers.
    fn categories(&self) -> Range<usize> {
        let facet = self.facet.and_then(|facet| self.chart.facets.get(facet));
        facet.map_or(0..self.chart.categories.len(), |facet| facet.categories.clone())
    }

    /// What is said of its values: category, series and words.
    fn annotations(&self) -> impl Iterator<Item = ([usize; 2], &str)> {
        let own = self.categories();
        let all = self.chart.annotations.iter().filter(move |said| own.contains(&said.category));
        all.map(|said| ([said.category, said.series], said.text.as_str()))
    }

    /// Every row of the table in words.
    fn rows_in_words(&self) -> String {
        let grid = &self.chart.table;
        let cell = |(name, cell): (&String, &Cell)| format!("{name}: {}", self.cell(cell));
        let row = |row: &GridRow| {
            let (names, cells) = row.cells.split_at(grid.names);
            let cells: Vec<String> = grid.head.iter().skip(grid.names).zip(cells).map(cell).collect();
            format!("{} ({})", self.name(names), self.locale.list(cells.iter().map(String::as_str)))
        };
        grid.rows.iter().map(row).collect::<Vec<_>>().join(" · ")
    }

    /// The unit, and that the scale is logarithmic if it is.
    fn unit(&self) -> String {
        let unit = self.chart.unit.clone().unwrap_or_default();
        match (self.chart.log, unit.is_empty()) {
            (false, _) => unit,
            (true, true) => self.messages.with("chart_log", &[]),
            (true, false) => format!("{unit} · {}", self.messages.with("chart_log", &[])),
        }
    }

    /// A category's ink: its subject's. The coloured inks are those of the subjects and of nothing else.
    fn ink(&self, category: usize) -> ChartInk {
        ChartInk(self.subject(category))
    }

    /// The ink of what goes through all categories: that of a subject that all of them are about. On axes each series is a
    /// subject.
    fn ink_of_series(&self, series: usize) -> ChartInk {
        if self.chart.kind == ChartKind::Axes {
            return ChartInk(Some(series));
        }
        let subjects = &self.chart.subjects;
        if subjects.windows(2).all(|pair| pair[0] == pair[1]) { self.ink(0) } else { ChartInk(None) }
    }

    /// The same where there is more room, in em.
    fn in_room(&self, room: f64) -> Drawing<'_> {
        Drawing { room, ..*self }
    }

    /// What is drawn, and how much room it takes.
    fn drawn(&self) -> (Canvas<'_>, DrawingSize) {
        let mut canvas = Canvas::new(self.isolator);
        let size = match self.chart.kind {
            ChartKind::Bar | ChartKind::Dot => rows::rows(self, &mut canvas),
            ChartKind::Line => lines::chart_lines(self, &mut canvas),
            ChartKind::Share => rows::share(self, &mut canvas),
            ChartKind::Axes => axes::axes(self, &mut canvas),
        };
        (canvas, size)
    }

    /// The form of a mark: its subject's, as on the scale; that of its series where several have to be told apart.
    fn form(&self, category: usize, series: usize) -> usize {
        let several = self.chart.series.len() > 1;
        match self.subject(category).filter(|_| !several) {
            Some(subject) => subject,
            // Beside the subjects' marks, what is about none of them has one that no subject has.
            None if !several && self.has_subjects => canvas::MARKS - 1,
            None => series,
        }
    }

    fn subject(&self, category: usize) -> Option<usize> {
        self.chart.subjects.get(category).copied().flatten()
    }

    /// What a voice says in place of the drawing; the table has the rest.
    pub fn description(&self) -> String {
        let chart = self.chart;
        if chart.kind == ChartKind::Axes {
            return self.rows_in_words();
        }
        let own = self.categories();
        let named = chart.categories[own.clone()]
            .iter()
            .zip(&chart.values[own])
            .flat_map(|(cells, values)| values.iter().flatten().map(move |number| (cells, number)));
        let by = |a: &(&Vec<Cell>, &Number), b: &(&Vec<Cell>, &Number)| a.1.value.total_cmp(&b.1.value);
        let say = |(cells, number): (&Vec<Cell>, &Number)| (self.name(cells), self.number(number));
        let of_facet = |category: usize| chart.facets.iter().find(|facet| facet.categories.contains(&category));
        let said = |([category, series], text): ([usize; 2], &str)| {
            let facet = of_facet(category).filter(|_| self.facet.is_none()).map(|facet| self.cell(&facet.name));
            let series = chart.series.get(series).filter(|_| chart.series.len() > 1).cloned();
            let names = facet.into_iter().chain([self.name(&chart.categories[category])]).chain(series);
            format!(" {}: {}.", names.collect::<Vec<_>>().join(" · "), text.trim_end_matches('.'))
        };
        let annotations: String = self.annotations().map(said).collect();
        let (least, most) = (named.clone().min_by(by).map(say), named.max_by(by).map(say));
        let ((low, least), (high, most)) = (least.unwrap_or_default(), most.unwrap_or_default());
        let kind = self.messages.with(&format!("chart_{}", chart.kind.as_str()), &[]);
        let texts = [("kind", &*kind), ("low", &low), ("least", &least), ("high", &high), ("most", &most)];
        self.messages.with("chart_description", &texts) + &annotations
    }
}

/// Where the names of round values stand, and what they are: as many as do not touch on a narrow screen.
fn placed(
    drawing: &Drawing<'_>,
    ticks: impl Fn(&dyn Fn(&[Tick]) -> bool) -> Vec<Tick>,
    before: f64,
    after: f64,
) -> Vec<(Tick, Anchor, String)> {
    let plot = (drawing.room - before - after).max(4.0);
    let place = |tick: &Tick| {
        let text = drawing.written(&tick.written);
        let (at, half) = (tick.at * plot, width(&text) / 2.0);
        let (anchor, from) = if at + before < half {
            (Anchor::Start, at)
        } else if at + half > plot + after {
            (Anchor::End, at - 2.0 * half)
        } else {
            (Anchor::Middle, at - half)
        };
        (anchor, text, from, from + 2.0 * half)
    };
    let fits = |ticks: &[Tick]| {
        let spans: Vec<_> = ticks.iter().map(place).collect();
        spans.windows(2).all(|pair| pair[0].3 + 0.5 <= pair[1].2)
    };
    let placed = |tick: Tick| {
        let (anchor, text, ..) = place(&tick);
        (tick, anchor, text)
    };
    ticks(&fits).into_iter().map(placed).collect()
}

impl Renderer<'_> {
    /// Writes a chart as it stands in an article.
    pub fn chart(&self, reading: ReaderContext<'_>, body: &Body, n: usize, out: &mut String) {
        let Some(chart) = body.charts.get(n) else { return };
        let drawing = self.drawing(reading.words, chart);
        let slot = |slot: &Slot| {
            let mut html = String::new();
            self.slot(reading, body, slot, &mut html);
            html
        };
        let notes = |notes: &[NoteRef]| notes.iter().map(|note| slot(&Slot::Note(*note))).collect::<Vec<_>>().join(" ");
        let page = self.chart_url(reading.page, reading.words, n);
        out.push_str(&drawing.figure(&notes, &slot(&Slot::Link(chart.link)), page.as_deref()));
    }

    /// A chart in the words of a language.
    pub fn drawing<'a>(&'a self, words: LanguageId, chart: &'a Chart) -> Drawing<'a> {
        let language = self.config.at(words);
        let messages = &self.input.theme.messages[words.0];
        let has_subjects = chart.subjects.iter().any(Option::is_some);
        let (locale, isolator) = (&language.locale, &language.isolator);
        Drawing { chart, facet: None, has_subjects, room: NARROW, locale, isolator, messages }
    }

    /// The address of a chart's own page, by its number among those of a page; nothing for one that has none.
    pub fn chart_url(&self, page: PageId, words: LanguageId, n: usize) -> Option<String> {
        let place = self.site.page(page).charts.iter().find(|place| place.numbers[words.0] == Some(n))?;
        Some(self.addresses.page(words, &chart_path(&place.id)))
    }
}

/// The path of the page of a chart, below the folder of a language.
pub fn chart_path(id: &str) -> String {
    format!("{}/{id}", Generated::Charts.path())
}
