//! A chart as a picture that stands alone: its title, legend and drawing, and below them what the page around it says
//! otherwise: the remark, the sources with their dates, the site, the licence and the address. Every place is in pixels from
//! the upper left corner, so that the SVG and the PNG are one picture, and nothing depends on whether a program knows
//! directions: where text begins is said as left or right.

use serde::Serialize;

use super::Drawing;
use super::canvas::{Anchor, ChartInk, ChartShape, Dashes, StrokeKind, TextTone, dashes, lines};
use crate::content::ChartKind;
use crate::locale::Direction;

/// How wide a picture is.
pub const WIDTH: f64 = 720.0;

/// What stays empty at every edge.
const MARGIN: f64 = 24.0;

/// The size of the drawing's text; joined letters are smaller than others of one size.
const SIZE: f64 = 16.0;
const JOINED: f64 = 18.0;

/// The sizes of the title, and of what stands below the drawing, beside that of its text.
const TITLE: f64 = 1.4;
const SMALL: f64 = 0.84;

/// The distance between base lines, in sizes.
const LEADING: f64 = 1.4;

/// How much wider letters may be in a face that is not known than those that lines are counted with.
const SPARE: f64 = 0.88;

/// The words around the drawing, plain text, isolated.
#[derive(Debug)]
pub struct PlateText {
    /// The remark, the sources, the site and its licence: a paragraph each; none is empty.
    pub below: Vec<String>,
    /// The address of the chart's page.
    pub url: String,
}

/// A picture, as what it is made of.
#[derive(Debug, Serialize)]
pub struct Plate {
    pub height: f64,
    /// Whether reading begins on the right.
    pub is_mirrored: bool,
    pub parts: Vec<PlatePart>,
}

/// A part of a picture.
#[derive(Debug, Serialize)]
pub enum PlatePart {
    Bar { at: [f64; 2], size: [f64; 2], ink: ChartInk, pattern: usize },
    Line { from: [f64; 2], to: [f64; 2], kind: StrokeKind, dashes: Dashes },
    Mark { at: [f64; 2], ink: ChartInk, form: usize },
    Text(PlateLine),
}

/// A line of text; `at` is on its base line.
#[derive(Debug, Serialize)]
pub struct PlateLine {
    pub at: [f64; 2],
    pub side: LineSide,
    pub size: f64,
    pub tone: TextTone,
    pub is_bold: bool,
    /// Whether it is read from right to left.
    pub is_mirrored: bool,
    pub text: String,
}

/// Which part of a line stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum LineSide {
    Left,
    Middle,
    Right,
}

impl Plate {
    /// The picture of a chart.
    pub fn new(drawing: &Drawing<'_>, text: &PlateText) -> Self {
        let is_mirrored = drawing.locale.direction == Direction::Rtl;
        let size = if is_mirrored { JOINED } else { SIZE };
        let mut plate = PlateDraft { y: MARGIN, size, is_mirrored, parts: Vec::new() };
        plate.paragraph(&drawing.isolator.plain(&drawing.chart.title), TITLE, TextTone::Plain, true);
        plate.y += size * 0.5;
        plate.legend(drawing);
        for part in drawing.parts() {
            if let Some(name) = part.facet_name() {
                plate.y += size * 0.3;
                plate.paragraph(&drawing.isolator.plain(&name), 1.0, TextTone::Plain, true);
                plate.y += size * 0.2;
            }
            plate.drawing(&part);
        }
        plate.y += size * 0.6;
        for paragraph in &text.below {
            plate.paragraph(paragraph, SMALL, TextTone::Quiet, false);
        }
        plate.address(&text.url);
        Self { height: (plate.y + MARGIN).ceil(), is_mirrored, parts: plate.parts }
    }
}

/// A picture in the making: what comes next begins at `y`.
struct PlateDraft {
    y: f64,
    size: f64,
    is_mirrored: bool,
    parts: Vec<PlatePart>,
}

impl Plate {
    /// How wide and high it is, in pixels.
    pub fn size(&self) -> [u32; 2] {
        [WIDTH, self.height].map(|length| length as u32)
    }
}

impl PlateDraft {
    /// How far from the left something is that is so far from where reading begins.
    fn x(&self, along: f64) -> f64 {
        if self.is_mirrored { WIDTH - MARGIN - along } else { MARGIN + along }
    }

    fn start(&self) -> LineSide {
        if self.is_mirrored { LineSide::Right } else { LineSide::Left }
    }

    /// Lines from edge to edge, from where reading begins.
    fn paragraph(&mut self, text: &str, size: f64, tone: TextTone, is_bold: bool) {
        let (size, is_mirrored) = (size * self.size, self.is_mirrored);
        for line in balanced(lines(text, (WIDTH - 2.0 * MARGIN) / size * SPARE)) {
            self.y += size * LEADING;
            let at = [self.x(0.0), self.y - size * 0.35];
            self.text(PlateLine { at, side: self.start(), size, tone, is_bold, is_mirrored, text: line });
        }
    }

    /// An address is read from left to right in every language.
    fn address(&mut self, url: &str) {
        let size = SMALL * self.size;
        for line in lines(url, (WIDTH - 2.0 * MARGIN) / size * SPARE) {
            self.y += size * LEADING;
            let at = [self.x(0.0), self.y - size * 0.35];
            let tone = TextTone::Quiet;
            self.text(PlateLine { at, side: self.start(), size, tone, is_bold: false, is_mirrored: false, text: line });
        }
    }

    fn text(&mut self, line: PlateLine) {
        self.parts.push(PlatePart::Text(line));
    }

    /// What tells the series apart, where there are several: as many on a line as it holds.
    fn legend(&mut self, drawing: &Drawing<'_>) {
        let chart = drawing.chart;
        if chart.series.len() < 2 {
            return;
        }
        let (size, key) = (self.size * 0.9, self.size * 1.9);
        let mut along = 0.0;
        self.y += size * LEADING;
        for (n, name) in chart.series.iter().enumerate() {
            let (text, ink) = (drawing.isolator.plain(name), drawing.ink_of_series(n));
            let width = key + text.chars().count() as f64 * size * 0.56;
            if along > 0.0 && along + width > WIDTH - 2.0 * MARGIN {
                along = 0.0;
                self.y += size * LEADING;
            }
            let middle = self.y - size * 0.3;
            let (left, right) =
                (self.x(along).min(self.x(along + key * 0.8)), self.x(along).max(self.x(along + key * 0.8)));
            let (mark, form) = ([f64::midpoint(left, right), middle], drawing.form(0, n));
            match chart.kind {
                ChartKind::Line => {
                    let (kind, dashes) = (StrokeKind::Series(ink), dashes(n));
                    self.parts.push(PlatePart::Line { from: [left, middle], to: [right, middle], kind, dashes });
                    self.parts.push(PlatePart::Mark { at: mark, ink, form });
                }
                ChartKind::Dot | ChartKind::Axes => self.parts.push(PlatePart::Mark { at: mark, ink, form }),
                ChartKind::Bar | ChartKind::Share => {
                    let (at, size) = ([left + 3.0, middle - 5.0], [right - left - 6.0, 10.0]);
                    self.parts.push(PlatePart::Bar { at, size, ink, pattern: n });
                }
            }
            let at = [self.x(along + key), self.y];
            let (side, tone, is_mirrored) = (self.start(), TextTone::Plain, self.is_mirrored);
            self.text(PlateLine { at, side, size, tone, is_bold: false, is_mirrored, text });
            along += width + size * 1.4;
        }
        self.y += size * 0.6;
    }

    /// The drawing over the whole width.
    fn drawing(&mut self, drawing: &Drawing<'_>) {
        let size = self.size;
        let room = (WIDTH - 2.0 * MARGIN) / size;
        let drawing = drawing.in_room(room * SPARE);
        let (canvas, extent) = drawing.drawn();
        let plot = (room - extent.before - extent.after) * size;
        let top = self.y;
        let place = |[along, y]: [f64; 2]| [self.x(extent.before * size + along * plot), top + y * size];
        let (start, end, is_mirrored) = (self.start(), opposite(self.start()), self.is_mirrored);
        let part = |shape: ChartShape| match shape {
            ChartShape::Bar { from, to, y, height, ink, pattern } => {
                let (a, b) = (place([from, y]), place([to, y]));
                let width = (b[0] - a[0]).abs();
                PlatePart::Bar { at: [a[0].min(b[0]), a[1]], size: [width, height * size], ink, pattern }
            }
            ChartShape::Line { from, to, kind, dashes } => {
                PlatePart::Line { from: place(from), to: place(to), kind, dashes }
            }
            ChartShape::Mark { at, ink, form } => PlatePart::Mark { at: place(at), ink, form },
            ChartShape::Key { at, ink, pattern } => {
                let [x, y] = place(at);
                PlatePart::Bar { at: [if is_mirrored { x - size } else { x }, y], size: [size, size], ink, pattern }
            }
            ChartShape::Text { at, shift, anchor, tone, text, is_number } => {
                let [x, y] = place(at);
                let x = x + shift * size * if is_mirrored { -1.0 } else { 1.0 };
                let side = match anchor {
                    Anchor::Start => start,
                    Anchor::Middle => LineSide::Middle,
                    Anchor::End => end,
                };
                let is_mirrored = is_mirrored && !is_number;
                PlatePart::Text(PlateLine { at: [x, y], side, size, tone, is_bold: false, is_mirrored, text })
            }
        };
        let parts: Vec<PlatePart> = canvas.shapes.into_iter().map(part).collect();
        self.parts.extend(parts);
        self.y += extent.height * size;
    }
}

/// Lines of one text, each of which closes what it isolates, and the next one opens it again: a line stands alone, and an end
/// without a beginning would be that of the whole line.
fn balanced(lines: Vec<String>) -> Vec<String> {
    let mut open: Vec<char> = Vec::new();
    let line = |line: String| {
        let mut whole: String = open.iter().collect();
        whole.push_str(&line);
        for c in line.chars() {
            match c {
                '\u{2066}'..='\u{2068}' => open.push(c),
                '\u{2069}' => drop(open.pop()),
                _ => {}
            }
        }
        whole.extend(open.iter().map(|_| '\u{2069}'));
        whole
    };
    lines.into_iter().map(line).collect()
}

fn opposite(side: LineSide) -> LineSide {
    match side {
        LineSide::Left => LineSide::Right,
        LineSide::Middle => LineSide::Middle,
        LineSide::Right => LineSide::Left,
    }
}

#[cfg(test)]
mod tests {
    use super::balanced;

    #[test]
    fn each_line_closes_what_it_isolates() {
        let lines = ["a \u{2068}b".to_owned(), "c \u{2067}d\u{2069}".to_owned(), "e\u{2069} f".to_owned()];
        let closed = ["a \u{2068}b\u{2069}", "\u{2068}c \u{2067}d\u{2069}\u{2069}", "\u{2068}e\u{2069} f"];
        assert_eq!(balanced(lines.into()), closed);
        assert_eq!(balanced(vec!["plain".to_owned()]), ["plain"]);
    }
}
