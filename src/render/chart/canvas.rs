//! An SVG in the making. Along the line everything is placed in fractions of the width, from where reading begins, and
//! across it in em: so text has the size of text on every screen, and one drawing serves both directions. What is
//! mirrored is the place, never the text or the number.

use std::fmt::{self, Write};

use serde::Serialize;

use crate::locale::{Direction, Isolator};
use crate::text::html::escape;

/// The width of a digit or capital, in em of the chart's text, in wide faces.
const SIGN: f64 = 0.56;
/// How far above a mark a hint stands, in em: higher than the number that may be written over it.
const OVER_NUMBER: f64 = 1.75;
/// How many forms of marks there are.
pub const MARKS: usize = 6;
/// The width of a letter in running text, in em: in a line, narrow ones make up for the wide.
const LETTER: f64 = 0.5;

/// Which part of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning, as the page is read.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// The width of a number or name, in em, or a little more.
pub fn width(text: &str) -> f64 {
    text.chars().count() as f64 * SIGN
}

/// Breaks a text into lines of at most `most` em: at blanks, and inside a word only if it is longer than a line.
pub fn lines(text: &str, most: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let fits = |line: &str, word: &str| (line.chars().count() + 1 + word.chars().count()) as f64 * LETTER <= most;
    let longest = ((most / LETTER) as usize).max(1);
    let pieces = text.split_whitespace().flat_map(|word| {
        let letters: Vec<char> = word.chars().collect();
        letters.chunks(longest).map(|piece| piece.iter().collect::<String>()).collect::<Vec<_>>()
    });
    for word in pieces {
        let word = word.as_str();
        match lines.last_mut().filter(|line| fits(line, word)) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The ink of a mark: that of a subject, by its number, or else that of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ChartInk(pub Option<usize>);

/// The ink as the class of an element that has others.
impl fmt::Display for ChartInk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |subject| write!(f, " s{}", subject + 1))
    }
}

/// What a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum StrokeKind {
    /// A value of the scale.
    Grid,
    /// From the mark of a value to the words about it.
    Leader,
    /// The way of a series.
    Series(ChartInk),
}

/// How loud a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum TextTone {
    /// Names and numbers of the data.
    Plain,
    /// What belongs to the scale.
    Quiet,
}

/// Lengths of dashes and of what is between them, in pixels; none for a line that is whole.
pub type Dashes = &'static [u8];

/// A part of a drawing. Along the line places are fractions of the width from where reading begins, across it they are em.
#[derive(Clone, Debug)]
pub enum ChartShape {
    /// A bar from one place to a later one.
    Bar { from: f64, to: f64, y: f64, height: f64, ink: ChartInk, pattern: usize },
    /// A line between two points.
    Line { from: [f64; 2], to: [f64; 2], kind: StrokeKind, dashes: Dashes },
    /// The mark of a series at a point.
    Mark { at: [f64; 2], ink: ChartInk, form: usize },
    /// The key of a part: a small piece of its bar.
    Key { at: [f64; 2], ink: ChartInk, pattern: usize },
    /// Words or a number; `shift` is how far they stand from their place, in em.
    Text { at: [f64; 2], shift: f64, anchor: Anchor, tone: TextTone, text: String, is_number: bool },
}

/// What is said while a pointer is on one of some marks that stand below one another, in lines.
#[derive(Clone, Debug)]
pub struct ChartHint {
    x: f64,
    marks: Vec<f64>,
    lines: Vec<String>,
}

/// Collects the parts of a drawing.
pub struct Canvas<'a> {
    isolator: &'a Isolator,
    /// What has been drawn.
    pub shapes: Vec<ChartShape>,
    /// What lies over it.
    pub hints: Vec<ChartHint>,
}

impl<'a> Canvas<'a> {
    pub fn new(isolator: &'a Isolator) -> Self {
        Self { isolator, shapes: Vec::new(), hints: Vec::new() }
    }

    /// A bar from one place to another; `pattern` tells it from others without colour.
    pub fn bar(&mut self, from: f64, to: f64, y: f64, height: f64, ink: ChartInk, pattern: usize) {
        self.shapes.push(ChartShape::Bar { from: from.min(to), to: from.max(to), y, height, ink, pattern });
    }

    /// A line between two points.
    pub fn line(&mut self, from: [f64; 2], to: [f64; 2], kind: StrokeKind, dashes: Dashes) {
        self.shapes.push(ChartShape::Line { from, to, kind, dashes });
    }

    /// The mark of a series at a point.
    pub fn mark(&mut self, at: [f64; 2], ink: ChartInk, form: usize) {
        self.shapes.push(ChartShape::Mark { at, ink, form });
    }

    /// The key of a part: a small piece of its bar.
    pub fn key(&mut self, at: [f64; 2], ink: ChartInk, pattern: usize) {
        self.shapes.push(ChartShape::Key { at, ink, pattern });
    }

    /// What is said while a pointer is on one of some marks that stand below one another, in lines.
    pub fn hint(&mut self, x: f64, marks: Vec<f64>, lines: &[String]) {
        let lines = lines.iter().map(|line| self.isolator.plain(line)).collect();
        self.hints.push(ChartHint { x, marks, lines });
    }

    /// Words, in the direction of the page, which also says where they start; `shift` is how far they stand from their place, in em.
    pub fn words(&mut self, at: [f64; 2], shift: f64, anchor: Anchor, tone: TextTone, text: &str) {
        let text = self.isolator.plain(text);
        self.shapes.push(ChartShape::Text { at, shift, anchor, tone, text, is_number: false });
    }

    /// A number, which is written from left to right in every language.
    pub fn number(&mut self, at: [f64; 2], shift: f64, anchor: Anchor, tone: TextTone, text: &str) {
        let text = text.to_owned();
        self.shapes.push(ChartShape::Text { at, shift, anchor, tone, text, is_number: true });
    }
}

/// A drawing as the inside of an SVG that stretches with the page.
pub fn stretching(canvas: &Canvas<'_>, direction: Direction) -> String {
    let mut out = String::new();
    for shape in &canvas.shapes {
        write_shape(shape, direction == Direction::Rtl, &mut out);
        out.push('\n');
    }
    for hint in &canvas.hints {
        write_hint(hint, direction == Direction::Rtl, &mut out);
        out.push('\n');
    }
    out
}

/// Places for the pointer that are larger than the marks, and the words, which the style sheet shows when the pointer is there.
fn write_hint(ChartHint { x, marks, lines }: &ChartHint, mirrored: bool, out: &mut String) {
    // Beside the middle the words grow towards it, so that they stay in the picture.
    let anchor = match x {
        x if *x < 0.33 => "",
        x if *x > 0.67 => " text-anchor=\"end\"",
        _ => " text-anchor=\"middle\"",
    };
    let across = across(*x, mirrored);
    let above = marks.iter().copied().fold(f64::INFINITY, f64::min) - OVER_NUMBER;
    out.push_str("<g>");
    for y in marks {
        // Writing to a text cannot fail.
        let _ = write!(out, "<circle{}{} r=\"12\" opacity=\"0\"/>", place("cx", &across), place("cy", &em(*y)));
    }
    for (n, line) in lines.iter().enumerate() {
        let y = em(above - 1.3 * (lines.len() - 1 - n) as f64);
        let _ = write!(out, "<text{anchor}{}{}>", place("x", &across), place("y", &y));
        escape(line, out);
        out.push_str("</text>");
    }
    out.push_str("</g>");
}

/// A fraction of the width as SVG counts it, always from the left; a tenth of a per cent is half a pixel.
fn across(at: f64, mirrored: bool) -> String {
    let at = if mirrored { 1.0 - at } else { at };
    round((at * 1000.0).round() / 10.0) + "%"
}

fn write_shape(shape: &ChartShape, mirrored: bool, out: &mut String) {
    let across = |at: f64| across(at, mirrored);
    let point = |[x, y]: [f64; 2]| place("x", &across(x)) + &place("y", &em(y));
    let mut put = |arguments: fmt::Arguments<'_>| {
        // Writing to a text cannot fail.
        let _ = out.write_fmt(arguments);
    };
    match shape {
        ChartShape::Bar { from, to, y, height, ink, pattern } => {
            let (left, y) = (place("x", &across(if mirrored { *to } else { *from })), place("y", &em(*y)));
            let (length, height, filling) = (round((to - from) * 100.0), em(*height), filling(*pattern));
            put(format_args!("<rect class=\"m{ink}\"{left}{y} width=\"{length}%\" height=\"{height}\"{filling}/>"));
        }
        ChartShape::Line { from: [x, y], to: [x2, y2], kind, dashes } => {
            let (x, y) = (place("x1", &across(*x)), place("y1", &em(*y)));
            let (x2, y2) = (place("x2", &across(*x2)), place("y2", &em(*y2)));
            let dashes = dash_attribute(dashes);
            match kind {
                StrokeKind::Grid => put(format_args!("<line class=\"g\"{x}{y}{x2}{y2}{dashes}/>")),
                StrokeKind::Leader => put(format_args!("<line class=\"a\"{x}{y}{x2}{y2}/>")),
                StrokeKind::Series(ink) => put(format_args!("<line class=\"l{ink}\"{x}{y}{x2}{y2}{dashes}/>")),
            }
        }
        ChartShape::Mark { at, ink, form } => put(format_args!("<svg{}>{}</svg>", point(*at), mark(*ink, *form))),
        ChartShape::Key { at, ink, pattern } => {
            // A square that begins at its place has to be moved by its own width where reading goes the other way.
            let shift = if mirrored { " x=\"-1em\"" } else { "" };
            let (point, filling) = (point(*at), filling(*pattern));
            put(format_args!(
                "<svg{point}><rect class=\"m{ink}\"{shift} width=\"1em\" height=\"1em\"{filling}/></svg>"
            ));
        }
        ChartShape::Text { at, shift, anchor, tone, text, is_number } => {
            let turned = *is_number && mirrored;
            let anchor = match (anchor, turned) {
                (Anchor::Middle, _) => " text-anchor=\"middle\"",
                (Anchor::Start, true) | (Anchor::End, false) => " text-anchor=\"end\"",
                _ => "",
            };
            let direction = if turned { " direction=\"ltr\"" } else { "" };
            let class = if *tone == TextTone::Quiet { " class=\"q\"" } else { "" };
            let shift = place("dx", &em(if mirrored { -shift } else { *shift }));
            let mut html = String::new();
            escape(text, &mut html);
            put(format_args!("<text{class}{direction}{anchor}{}{shift}>{html}</text>", point(*at)));
        }
    }
}

/// An attribute that says where something is, in whatever unit; without it, an element is at 0.
fn place(name: &str, value: &str) -> String {
    if matches!(value, "0%" | "0em") { String::new() } else { format!(" {name}=\"{value}\"") }
}

fn em(value: f64) -> String {
    round(value) + "em"
}

/// The outline of a mark around the origin, in pixels.
pub fn mark_path(form: usize) -> &'static str {
    match form {
        0 => "M5 0A5 5 0 1 1-5 0A5 5 0 1 1 5 0z",
        1 => "M0-6L6 0L0 6L-6 0z",
        2 => "M0-5L6 5H-6z",
        3 => "M-4-4H4V4H-4z",
        4 => "M0 5L6-5H-6z",
        _ => "M-2-6H2V-2H6V2H2V6H-2V2H-6V-2H-2z",
    }
}

/// The mark of a series around the origin, in pixels.
pub fn mark(ink: ChartInk, form: usize) -> String {
    format!("<path class=\"m{ink}\" d=\"{}\"/>", mark_path(form))
}

/// How a bar is filled: full, empty, half; then the same with a broken edge. How much of its ink is in it, in hundredths, and
/// the dashes of its edge.
pub fn pattern(number: usize) -> (u8, Dashes) {
    match number {
        0 => (100, &[]),
        1 => (0, &[]),
        2 => (35, &[]),
        3 => (0, &[5, 3]),
        4 => (35, &[5, 3]),
        _ => (70, &[1, 3]),
    }
}

/// The same as attributes.
pub fn filling(number: usize) -> String {
    let (opacity, dashes) = pattern(number);
    let opacity = match opacity {
        100 => String::new(),
        0 => " fill-opacity=\"0\"".to_owned(),
        part => format!(" fill-opacity=\".{}\"", part.to_string().trim_end_matches('0')),
    };
    opacity + &dash_attribute(dashes)
}

/// How the line of a series is broken.
pub fn dashes(pattern: usize) -> Dashes {
    match pattern {
        0 => &[],
        1 => &[7, 4],
        2 => &[2, 3],
        3 => &[10, 3, 2, 3],
        4 => &[12, 5],
        _ => &[1, 5],
    }
}

/// The same as an attribute.
pub fn dash_attribute(dashes: &[u8]) -> String {
    let lengths: Vec<String> = dashes.iter().map(u8::to_string).collect();
    if lengths.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{}\"", lengths.join(" ")) }
}

/// At most two decimals, so that the same drawing has the same bytes on every machine.
pub fn round(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(direction: Direction, draw: impl Fn(&mut Canvas<'_>)) -> String {
        let isolator = Isolator::new(direction, &[]);
        let mut canvas = Canvas::new(&isolator);
        draw(&mut canvas);
        stretching(&canvas, direction)
    }

    #[test]
    fn places_are_mirrored_and_numbers_are_not() {
        let draw = |canvas: &mut Canvas<'_>| {
            canvas.bar(0.0, 0.25, 1.0, 2.0, ChartInk(Some(0)), 0);
            canvas.number([0.25, 1.0], 0.5, Anchor::Start, TextTone::Plain, "-40");
        };
        assert_eq!(
            drawn(Direction::Ltr, draw),
            "<rect class=\"m s1\" y=\"1em\" width=\"25%\" height=\"2em\"/>\n<text x=\"25%\" y=\"1em\" dx=\"0.5em\">-40</text>\n"
        );
        assert_eq!(
            drawn(Direction::Rtl, draw),
            "<rect class=\"m s1\" x=\"75%\" y=\"1em\" width=\"25%\" height=\"2em\"/>\n\
             <text direction=\"ltr\" text-anchor=\"end\" x=\"75%\" y=\"1em\" dx=\"-0.5em\">-40</text>\n"
        );
    }

    #[test]
    fn lines_break_at_blanks() {
        assert_eq!(lines("one two three", 7.5 * LETTER), ["one two", "three"]);
        assert_eq!(lines("", 9.0), [""; 0]);
        assert_eq!(lines("abcdefgh ij", 4.0 * LETTER), ["abcd", "efgh", "ij"]);
    }

    #[test]
    fn few_decimals() {
        assert_eq!([round(1.0), round(0.125), round(-0.001), round(33.333_333)], ["1", "0.12", "0", "33.33"]);
    }
}
