//! A chart as HTML: its title, the drawing, a remark with its sources, and the same data as a table.

use super::Drawing;
use super::canvas::{dash_attribute, dashes, filling, lines, mark, round, stretching};
use crate::content::{Cell, ChartKind, NoteRef};
use crate::locale::{Direction, ends_sentence};
use crate::text::html::escape;

/// The size of text in the document for other sites, in pixels, and the height of a line in sizes, as its sheet has them:
/// where reading begins on the left, and where on the right.
const TEXT: (f64, f64) = (18.0, 1.65);
const JOINED: (f64, f64) = (20.16, 1.85);

/// What stays empty at its edges, in pixels.
const FRAME_MARGIN: f64 = 12.0;

impl Drawing<'_> {
    /// The whole figure as an article has it; `notes` gives the references to sources, `data` is the address of the data,
    /// `page` that of the chart's own page.
    pub fn figure(&self, notes: &dyn Fn(&[NoteRef]) -> String, data: &str, page: Option<&str>) -> String {
        let (kind, title, picture) = (self.chart.kind.as_str(), self.html(&self.chart.title), self.picture());
        let message = |id: &str| self.html(&self.messages.with(id, &[]));
        let note = self.chart.note.as_deref().map(|note| self.html(note) + " ").unwrap_or_default();
        let sources = match self.chart.citations.len() {
            0 => String::new(),
            n => self.html(&self.messages.count(self.locale, "chart_sources", n)) + " " + &notes(&self.chart.citations),
        };
        let own = page.map(|url| format!("<a href=\"{url}\">{}</a>", message("chart_page"))).unwrap_or_default();
        let said: Vec<String> = [format!("{note}{sources}").trim_end().to_owned(), own].into();
        let said: Vec<&str> = said.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        let remark = if said.is_empty() { String::new() } else { format!("<p>{}</p>\n", said.join(" · ")) };
        let (table, data_title, csv) = (self.table(notes), message("chart_data"), message("chart_csv"));
        format!(
            "<figure class=\"chart {kind}\"><figcaption>{title}</figcaption>\n{picture}{remark}\
             <details><summary>{data_title}</summary>{table}<p><a href=\"{data}\">{csv}</a></p></details></figure>\n"
        )
    }

    /// The legend and the drawing.
    pub fn picture(&self) -> String {
        let legend = legend(self, &|text| self.html(text));
        if self.chart.facets.is_empty() {
            return legend + &self.drawn_in_html(&self.chart.title);
        }
        let part = |part: Drawing<'_>| {
            let name = part.facet_name().unwrap_or_default();
            format!("<div><small><b>{}</b></small>\n{}</div>\n", self.html(&name), part.drawn_in_html(&name))
        };
        format!("{legend}<div class=\"facets\">\n{}</div>\n", self.parts().map(part).collect::<String>())
    }

    /// A drawing with the room beside it. What a voice says of it is an attribute: an element would be shown by browsers when
    /// the pointer rests on the drawing, over the values that it came for.
    fn drawn_in_html(&self, name: &str) -> String {
        let (canvas, size) = self.drawn();
        let (before, height, after) = (space(size.before), round(size.height), space(size.after));
        let drawn = stretching(&canvas, self.locale.direction);
        let stop = if ends_sentence(name) { "" } else { "." };
        let said = self.plain(&format!("{name}{stop} {}", self.description()));
        format!(
            "<div>{before}<svg role=\"img\" aria-label=\"{said}\" height=\"{height}em\">\n{drawn}</svg>{after}</div>\n"
        )
    }

    /// Plain text for an attribute.
    fn plain(&self, text: &str) -> String {
        let mut html = String::new();
        escape(&self.isolator.plain(text), &mut html);
        html
    }

    /// The data, in a box that scrolls where it is too wide.
    pub fn table(&self, notes: &dyn Fn(&[NoteRef]) -> String) -> String {
        let title = self.html(&self.chart.title);
        let table = table(self, &|text| self.html(text), notes);
        format!("<div class=\"scroll\" tabindex=\"0\"><table><caption>{title}</caption>\n{table}</table></div>")
    }

    /// How high the document for other sites is in a frame of 320 pixels, the narrowest; in wider ones it is no higher, since
    /// all that then changes is where lines of text break. `below` are the paragraphs below the drawing.
    pub fn height_in_frame(&self, below: &[&str]) -> u32 {
        let (size, leading) = if self.locale.direction == Direction::Rtl { JOINED } else { TEXT };
        let room = (320.0 - 2.0 * FRAME_MARGIN) / size;
        // Letters of a face that is not known may be wider than those that lines are counted with.
        let text = |text: &str, part: f64| lines(text, room / part * 0.85).len() as f64 * part * leading;
        let legend = if self.chart.series.len() < 2 {
            0.0
        } else {
            self.chart.series.iter().map(|name| text(name, 0.88).max(0.88 * leading)).sum::<f64>() + 1.0
        };
        let below: f64 = below.iter().filter(|words| !words.is_empty()).map(|words| text(words, 0.88) + 0.5).sum();
        // In a frame so narrow small drawings stand below one another, each below its name.
        let name = |part: &Drawing<'_>| part.facet_name().map_or(0.0, |name| text(&name, 0.84) + 1.2);
        let picture: f64 = self.parts().map(|part| part.drawn().1.height * 0.84 + name(&part)).sum();
        // Something to spare: faces differ in how high they sit in their lines.
        ((text(&self.chart.title, 1.0) + 1.0 + legend + picture + below) * size + 2.0 * FRAME_MARGIN).ceil() as u32
    }

    /// Plain text as HTML.
    pub fn html(&self, text: &str) -> String {
        let mut html = String::new();
        self.isolator.html(text, &mut html);
        html
    }
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
    let key = |n: usize| {
        let ink = drawing.ink_of_series(n);
        match chart.kind {
            ChartKind::Line => {
                let (dashes, mark) = (dash_attribute(dashes(n)), mark(ink, drawing.form(0, n)));
                format!("<line class=\"l{ink}\" x1=\"-12\" x2=\"12\"{dashes}/>{mark}")
            }
            ChartKind::Dot | ChartKind::Axes => mark(ink, drawing.form(0, n)),
            ChartKind::Bar | ChartKind::Share => {
                format!("<rect class=\"m{ink}\" x=\"-9\" y=\"-5\" width=\"18\" height=\"10\"{}/>", filling(n))
            }
        }
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
