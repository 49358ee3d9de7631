//! An SVG in the making. Along the line everything is placed in fractions of the width, from where reading begins, and
//! across it in em: so text has the size of text on every screen, and one drawing serves both directions. What is
//! mirrored is the place, never the text or the number.

use std::fmt::Write;

use crate::locale::{Direction, Isolator};
use crate::text::html::escape;

/// The width of a digit or capital, in em of the chart's text, in wide faces.
const SIGN: f64 = 0.56;
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

/// Collects the elements of a drawing.
pub struct Canvas<'a> {
    direction: Direction,
    isolator: &'a Isolator,
    out: String,
}

impl<'a> Canvas<'a> {
    pub fn new(direction: Direction, isolator: &'a Isolator) -> Self {
        Self { direction, isolator, out: String::new() }
    }

    pub fn finish(self) -> String {
        self.out
    }

    /// A fraction of the width as SVG counts it, always from the left; a tenth of a per cent is half a pixel.
    fn across(&self, at: f64) -> String {
        let at = if self.direction == Direction::Rtl { 1.0 - at } else { at };
        round((at * 1000.0).round() / 10.0) + "%"
    }

    fn write(&mut self, arguments: std::fmt::Arguments<'_>) {
        // Writing to a text cannot fail.
        let _ = self.out.write_fmt(arguments);
        self.out.push('\n');
    }

    /// A bar from one place to another; `ink` is its classes, `pattern` tells it from others without colour.
    pub fn bar(&mut self, from: f64, to: f64, y: f64, height: f64, ink: &str, pattern: usize) {
        let (from, to) = (from.min(to), from.max(to));
        let left = self.across(if self.direction == Direction::Rtl { to } else { from });
        let (left, y) = (place("x", &left), place("y", &em(y)));
        let (length, height, pattern) = (round((to - from) * 100.0), em(height), filling(pattern));
        self.write(format_args!("<rect class=\"m{ink}\"{left}{y} width=\"{length}%\" height=\"{height}\"{pattern}/>"));
    }

    /// A line between two points.
    pub fn line(&mut self, [x, y]: [f64; 2], [x2, y2]: [f64; 2], class: &str, dashes: &str) {
        let (x, y) = (place("x1", &self.across(x)), place("y1", &em(y)));
        let (x2, y2) = (place("x2", &self.across(x2)), place("y2", &em(y2)));
        self.write(format_args!("<line class=\"{class}\"{x}{y}{x2}{y2}{dashes}/>"));
    }

    /// The mark of a series at a point.
    pub fn mark(&mut self, [x, y]: [f64; 2], ink: &str, shape: usize) {
        let (x, y) = (place("x", &self.across(x)), place("y", &em(y)));
        self.write(format_args!("<svg{x}{y}>{}</svg>", mark(ink, shape)));
    }

    /// The key of a part: a small piece of its bar.
    pub fn key(&mut self, [x, y]: [f64; 2], ink: &str, pattern: usize) {
        // A square that begins at its place has to be moved by its own width where reading goes the other way.
        let shift = if self.direction == Direction::Rtl { " x=\"-1em\"" } else { "" };
        let (x, y) = (place("x", &self.across(x)), place("y", &em(y)));
        let pattern = filling(pattern);
        self.write(format_args!(
            "<svg{x}{y}><rect class=\"m{ink}\"{shift} width=\"1em\" height=\"1em\"{pattern}/></svg>"
        ));
    }

    /// Words, in the direction of the page, which also says where they start; `shift` is how far they stand from their place, in em.
    pub fn words(&mut self, [x, y]: [f64; 2], shift: f64, anchor: Anchor, class: &str, text: &str) {
        let (x, y) = (place("x", &self.across(x)), place("y", &em(y)));
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let shift = place("dx", &em(if self.direction == Direction::Rtl { -shift } else { shift }));
        let mut html = String::new();
        escape(&self.isolator.plain(text), &mut html);
        self.write(format_args!("<text{class}{anchor}{x}{y}{shift}>{html}</text>"));
    }

    /// A number, which is written from left to right in every language.
    pub fn number(&mut self, [x, y]: [f64; 2], shift: f64, anchor: Anchor, class: &str, text: &str) {
        let mirrored = self.direction == Direction::Rtl;
        let anchor = match (anchor, mirrored) {
            (Anchor::Middle, _) => " text-anchor=\"middle\"",
            (Anchor::Start, true) | (Anchor::End, false) => " text-anchor=\"end\"",
            _ => "",
        };
        let direction = if mirrored { " direction=\"ltr\"" } else { "" };
        let shift = place("dx", &em(if mirrored { -shift } else { shift }));
        let (x, y) = (place("x", &self.across(x)), place("y", &em(y)));
        let mut html = String::new();
        escape(text, &mut html);
        self.write(format_args!("<text{class}{direction}{anchor}{x}{y}{shift}>{html}</text>"));
    }
}

/// An attribute that says where something is, in whatever unit; without it, an element is at 0.
fn place(name: &str, value: &str) -> String {
    if matches!(value, "0%" | "0em") { String::new() } else { format!(" {name}=\"{value}\"") }
}

fn em(value: f64) -> String {
    round(value) + "em"
}

/// The mark of a series around the origin, in pixels.
pub fn mark(ink: &str, shape: usize) -> String {
    let path = match shape {
        0 => "M5 0A5 5 0 1 1-5 0A5 5 0 1 1 5 0z",
        1 => "M0-6L6 0L0 6L-6 0z",
        2 => "M0-5L6 5H-6z",
        3 => "M-4-4H4V4H-4z",
        4 => "M0 5L6-5H-6z",
        _ => "M-2-6H2V-2H6V2H2V6H-2V2H-6V-2H-2z",
    };
    format!("<path class=\"m{ink}\" d=\"{path}\"/>")
}

/// How a bar is filled: full, empty, half; then the same with a broken edge.
pub fn filling(pattern: usize) -> &'static str {
    match pattern {
        0 => "",
        1 => " fill-opacity=\"0\"",
        2 => " fill-opacity=\".35\"",
        3 => " fill-opacity=\"0\" stroke-dasharray=\"5 3\"",
        4 => " fill-opacity=\".35\" stroke-dasharray=\"5 3\"",
        _ => " fill-opacity=\".7\" stroke-dasharray=\"1 3\"",
    }
}

/// How the line of a series is broken.
pub fn dashes(pattern: usize) -> &'static str {
    match pattern {
        0 => "",
        1 => " stroke-dasharray=\"7 4\"",
        2 => " stroke-dasharray=\"2 3\"",
        3 => " stroke-dasharray=\"10 3 2 3\"",
        4 => " stroke-dasharray=\"12 5\"",
        _ => " stroke-dasharray=\"1 5\"",
    }
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
        let mut canvas = Canvas::new(direction, &isolator);
        draw(&mut canvas);
        canvas.finish()
    }

    #[test]
    fn places_are_mirrored_and_numbers_are_not() {
        let draw = |canvas: &mut Canvas<'_>| {
            canvas.bar(0.0, 0.25, 1.0, 2.0, " s1", 0);
            canvas.number([0.25, 1.0], 0.5, Anchor::Start, "", "-40");
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
