//! A chart as a figure: its title, the drawing, a remark with its sources, and the same data as a table. All of it is
//! made when the site is built; inks come from the style sheet, and marks, fillings and dashes say the same without ink.

mod canvas;
mod lines;
mod rows;
mod scale;

use std::fmt::Write;

use crate::content::{Body, Cell, Chart, ChartKind, NoteRef, Number, Slot};
use crate::locale::{Isolator, Locale, Messages};
use crate::render::parts::ReaderContext;
use crate::render::renderer::Renderer;
use crate::text::html::escape;
use canvas::{Anchor, Canvas, dashes, filling, mark, round, width};
use scale::Tick;

/// A line of text, in em.
const LINE: f64 = 1.5;
/// The width of a chart on the narrowest screen, in em of its text: 320 px less the page's margins.
const NARROW: f64 = 16.5;

/// How much room a drawing takes, in em: its height, and what stands before and after the part that stretches.
struct DrawingSize {
    height: f64,
    before: f64,
    after: f64,
}

/// A chart in the words and numbers of a language.
struct Drawing<'a> {
    chart: &'a Chart,
    locale: &'a Locale,
    isolator: &'a Isolator,
    messages: &'a Messages,
}

impl Drawing<'_> {
    fn number(&self, number: &Number) -> String {
        self.written(&number.written)
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

    /// The unit, and that the scale is logarithmic if it is.
    fn unit(&self) -> String {
        let unit = self.chart.unit.clone().unwrap_or_default();
        match (self.chart.log, unit.is_empty()) {
            (false, _) => unit,
            (true, true) => self.messages.with("chart_log", &[]),
            (true, false) => format!("{unit} · {}", self.messages.with("chart_log", &[])),
        }
    }

    /// The class of a category's ink: its subject's. The coloured inks are those of the subjects and of nothing else.
    fn ink(&self, category: usize) -> String {
        match self.subject(category) {
            Some(subject) => format!(" s{}", subject + 1),
            None => String::new(),
        }
    }

    /// The form of a mark: its subject's, as on the scale; that of its series where several have to be told apart.
    fn form(&self, category: usize, series: usize) -> usize {
        let several = self.chart.series.len() > 1;
        match self.subject(category).filter(|_| !several) {
            Some(subject) => subject,
            // Beside the subjects' marks, what is about none of them has one that no subject has.
            None if !several && self.chart.subjects.iter().any(Option::is_some) => canvas::MARKS - 1,
            None => series,
        }
    }

    fn subject(&self, category: usize) -> Option<usize> {
        self.chart.subjects.get(category).copied().flatten()
    }

    /// What a voice says in place of the drawing; the table has the rest.
    fn description(&self) -> String {
        let chart = self.chart;
        let named = chart
            .categories
            .iter()
            .zip(&chart.values)
            .flat_map(|(cells, values)| values.iter().flatten().map(move |number| (cells, number)));
        let by = |a: &(&Vec<Cell>, &Number), b: &(&Vec<Cell>, &Number)| a.1.value.total_cmp(&b.1.value);
        let say = |(cells, number): (&Vec<Cell>, &Number)| (self.name(cells), self.number(number));
        let (least, most) = (named.clone().min_by(by).map(say), named.max_by(by).map(say));
        let ((low, least), (high, most)) = (least.unwrap_or_default(), most.unwrap_or_default());
        let kind = self.messages.with(&format!("chart_{}", chart.kind.as_str()), &[]);
        let texts = [("kind", &*kind), ("low", &low), ("least", &least), ("high", &high), ("most", &most)];
        self.messages.with("chart_description", &texts)
    }
}

/// Where the names of round values stand, and what they are: as many as do not touch on a narrow screen.
fn placed(
    drawing: &Drawing<'_>,
    ticks: impl Fn(&dyn Fn(&[Tick]) -> bool) -> Vec<Tick>,
    before: f64,
    after: f64,
) -> Vec<(Tick, Anchor, String)> {
    let plot = (NARROW - before - after).max(4.0);
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
        let language = self.config.at(reading.words);
        let messages = &self.input.theme.messages[reading.words.0];
        let drawing = Drawing { chart, locale: &language.locale, isolator: &language.isolator, messages };
        let id = format!("{}chart-{}", reading.prefix, n + 1);
        let slot = |slot: &Slot| {
            let mut html = String::new();
            self.slot(reading, body, slot, &mut html);
            html
        };
        let notes = |notes: &[NoteRef]| notes.iter().map(|note| slot(&Slot::Note(*note))).collect::<Vec<_>>().join(" ");
        figure(&drawing, &id, &notes, &slot(&Slot::Link(chart.link)), out);
    }
}

/// The whole figure; `notes` gives the references to sources, `data` is the address of the data.
fn figure(drawing: &Drawing<'_>, id: &str, notes: &dyn Fn(&[NoteRef]) -> String, data: &str, out: &mut String) {
    let chart = drawing.chart;
    let html = |text: &str| {
        let mut html = String::new();
        drawing.isolator.html(text, &mut html);
        html
    };
    let mut canvas = Canvas::new(drawing.locale.direction, drawing.isolator);
    let extent = match chart.kind {
        ChartKind::Bar | ChartKind::Dot => rows::rows(drawing, &mut canvas),
        ChartKind::Line => lines::chart_lines(drawing, &mut canvas),
        ChartKind::Share => rows::share(drawing, &mut canvas),
    };
    let plain = |text: &str| {
        let mut html = String::new();
        escape(&drawing.isolator.plain(text), &mut html);
        html
    };
    let (kind, title) = (chart.kind.as_str(), html(&chart.title));
    let mut put = |arguments: std::fmt::Arguments<'_>| {
        // Writing to a text cannot fail.
        let _ = out.write_fmt(arguments);
    };
    put(format_args!("<figure class=\"chart {kind}\"><figcaption>{title}</figcaption>\n{}", legend(drawing, &html)));
    put(format_args!(
        "<div>{}<svg role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" height=\"{}em\">\
         <title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>\n{}</svg>{}</div>\n",
        space(extent.before),
        round(extent.height),
        plain(&chart.title),
        plain(&drawing.description()),
        canvas.finish(),
        space(extent.after),
    ));
    let message = |id: &str| html(&drawing.messages.with(id, &[]));
    let note = chart.note.as_deref().map(|note| html(note) + " ").unwrap_or_default();
    let sources = match chart.citations.len() {
        0 => String::new(),
        n => html(&drawing.messages.count(drawing.locale, "chart_sources", n)) + " " + &notes(&chart.citations),
    };
    if !(note.is_empty() && sources.is_empty()) {
        put(format_args!("<p>{note}{sources}</p>\n"));
    }
    put(format_args!("<details><summary>{}</summary>", message("chart_data")));
    put(format_args!("<div class=\"scroll\" tabindex=\"0\"><table><caption>{title}</caption>\n"));
    put(format_args!("{}", table(drawing, &html, notes)));
    put(format_args!("</table></div><p><a href=\"{data}\">{}</a></p></details></figure>\n", message("chart_csv")));
}

/// Room beside what stretches, in em: a picture with nothing in it, since its width can be an attribute and needs no
/// inline style, which the policy of the page forbids.
fn space(width: f64) -> String {
    match round(width).as_str() {
        "0" => String::new(),
        width => format!("<svg aria-hidden=\"true\" width=\"{width}em\" height=\"0\"></svg>"),
    }
}

/// What tells the series apart, where there are several.
fn legend(drawing: &Drawing<'_>, html: &dyn Fn(&str) -> String) -> String {
    let chart = drawing.chart;
    if chart.series.len() < 2 {
        return String::new();
    }
    // Inks are told apart in the rows; a series goes through all of them.
    let ink = if chart.subjects.windows(2).all(|pair| pair[0] == pair[1]) { drawing.ink(0) } else { String::new() };
    let key = |n: usize| match chart.kind {
        ChartKind::Line => {
            format!("<line class=\"l{ink}\" x1=\"-12\" x2=\"12\"{}/>{}", dashes(n), mark(&ink, drawing.form(0, n)))
        }
        ChartKind::Dot => mark(&ink, drawing.form(0, n)),
        _ => format!("<rect class=\"m{ink}\" x=\"-9\" y=\"-5\" width=\"18\" height=\"10\"{}/>", filling(n)),
    };
    let item = |(n, name): (usize, &String)| {
        let (key, name) = (key(n), html(name));
        format!(
            "<li><svg aria-hidden=\"true\" viewBox=\"-13 -8 26 16\" width=\"26\" height=\"16\">{key}</svg> {name}</li>"
        )
    };
    format!("<ul>{}</ul>\n", chart.series.iter().enumerate().map(item).collect::<String>())
}

/// The head and the rows of the table; the sources of a row stand after its last cell.
fn table(drawing: &Drawing<'_>, html: &dyn Fn(&str) -> String, notes: &dyn Fn(&[NoteRef]) -> String) -> String {
    let grid = &drawing.chart.table;
    let is_number = |column: usize| {
        let mut cells = grid.rows.iter().map(|row| &row.cells[column]).peekable();
        cells.peek().is_some() && cells.all(|cell| matches!(cell, Cell::Number(_) | Cell::Empty))
    };
    // Once a column, not once a cell: the answer takes a look at all rows.
    let numbers: Vec<_> = (0..grid.head.len()).map(is_number).collect();
    let class = |column: usize| if numbers.get(column) == Some(&true) { " class=\"end\"" } else { "" };
    let head = |(n, name): (usize, &String)| format!("<th scope=\"col\"{}>{}", class(n), html(name));
    let head: String = grid.head.iter().enumerate().map(head).collect();
    let mut out = format!("<thead><tr>{head}<tbody>\n");
    for row in &grid.rows {
        out.push_str("<tr>");
        for (n, cell) in row.cells.iter().enumerate() {
            let text = html(&drawing.cell(cell));
            let notes = if n + 1 == row.cells.len() { notes(&row.citations) } else { String::new() };
            out.push_str(&match n < grid.names {
                true => format!("<th scope=\"row\"{}>{text}{notes}", class(n)),
                false => format!("<td{}>{text}{notes}", class(n)),
            });
        }
        out.push('\n');
    }
    out
}
