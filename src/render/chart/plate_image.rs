//! The picture of a chart as PNG, for what shows no SVG: in the site's own faces and the colours of the light theme, with two
//! points a pixel.

use std::collections::BTreeMap;

use bytes::Bytes;
use serde::Serialize;

use super::Plate;
use super::canvas::{ChartInk, Dashes, StrokeKind, TextTone, pattern};
use super::plate::{LineSide, PlateLine, PlatePart, WIDTH};
use crate::render::social_image::{
    CardDirection, ImageKey, Ink, Lettering, Sheet, TypefaceSet, Weight, line, mark, polygon, rgb,
};

/// Points a pixel.
const SCALE: f64 = 2.0;

/// Changes with everything that is drawn otherwise than before.
const DESIGN: u32 = 1;

/// What stands for a character that no face has.
const UNKNOWN: char = '?';

/// The colours of a picture, `#rrggbb`.
#[derive(Debug, Serialize)]
pub struct PlateColours {
    /// Paper, text, quieter text and lines.
    pub light: [String; 4],
    pub dark: [String; 4],
    /// The inks of the subjects in the light theme.
    pub subjects: Vec<String>,
}

impl Plate {
    /// How wide and high the PNG is, in points.
    pub fn points(&self) -> [u32; 2] {
        [WIDTH, self.height].map(|length| (length * SCALE) as u32)
    }

    /// The name of the PNG: all that decides how it looks. `faces` name the bytes of the faces.
    pub fn key(&self, colours: &PlateColours, faces: &[String]) -> ImageKey {
        // A plate is made of texts and numbers, which can always be written.
        let text = serde_json::to_vec(&("chart", DESIGN, self, colours, faces)).unwrap_or_default();
        *blake3::hash(&text).as_bytes()
    }

    /// The file.
    pub fn png(&self, colours: &PlateColours, faces: &TypefaceSet) -> Bytes {
        let mut inks = InkSet::new(colours);
        // The sheet has to know all its inks before it is drawn on.
        self.parts.iter().for_each(|part| match part {
            PlatePart::Bar { ink, pattern: number, .. } => inks.add(*ink, pattern(*number).0),
            PlatePart::Mark { ink, .. } | PlatePart::Line { kind: StrokeKind::Series(ink), .. } => inks.add(*ink, 100),
            PlatePart::Line { .. } | PlatePart::Text(_) => {}
        });
        let sheet = Sheet::new(self.points(), rgb(&colours.light[0]), inks.colours.clone());
        let mut drawn = DrawnPlate { sheet, inks, faces };
        self.parts.iter().for_each(|part| drawn.part(part));
        drawn.sheet.finish()
    }
}

/// The inks of a sheet by their numbers: text, quieter text and lines, then what the parts are drawn in.
struct InkSet {
    paper: [f64; 3],
    text: [f64; 3],
    subjects: Vec<[f64; 3]>,
    colours: Vec<[f64; 3]>,
    numbers: BTreeMap<(Option<usize>, u8), usize>,
}

const TEXT: Ink = Ink::Number(0);
const QUIET: Ink = Ink::Number(1);
const GRID: Ink = Ink::Number(2);

impl InkSet {
    fn new(colours: &PlateColours) -> Self {
        let [paper, text, quiet, line] = &colours.light;
        Self {
            paper: rgb(paper),
            text: rgb(text),
            subjects: colours.subjects.iter().map(|colour| rgb(colour)).collect(),
            colours: [text, quiet, line].map(|colour| rgb(colour)).to_vec(),
            numbers: BTreeMap::new(),
        }
    }

    /// An ink so many hundredths strong; nothing where it is not seen.
    fn add(&mut self, ink: ChartInk, strength: u8) {
        let full = ink.0.and_then(|subject| self.subjects.get(subject)).copied().unwrap_or(self.text);
        for strength in [100, strength].into_iter().filter(|strength| *strength > 0) {
            let colours = &mut self.colours;
            self.numbers.entry((ink.0, strength)).or_insert_with(|| {
                let part = |n: usize| self.paper[n] + (full[n] - self.paper[n]) * f64::from(strength) / 100.0;
                colours.push([0, 1, 2].map(part));
                colours.len() - 1
            });
        }
    }

    fn of(&self, ink: ChartInk, strength: u8) -> Option<Ink> {
        self.numbers.get(&(ink.0, strength)).map(|number| Ink::Number(*number))
    }
}

struct DrawnPlate<'a> {
    sheet: Sheet,
    inks: InkSet,
    faces: &'a TypefaceSet,
}

impl DrawnPlate<'_> {
    fn part(&mut self, part: &PlatePart) {
        match part {
            PlatePart::Bar { at, size, ink, pattern: number } => self.bar(*at, *size, *ink, pattern(*number)),
            PlatePart::Line { from, to, kind: StrokeKind::Grid, dashes } => self.line(*from, *to, 1.0, dashes, GRID),
            PlatePart::Line { from, to, kind: StrokeKind::Leader, .. } => self.line(*from, *to, 1.0, &[], QUIET),
            PlatePart::Line { from, to, kind: StrokeKind::Series(ink), dashes } => {
                let ink = self.inks.of(*ink, 100).unwrap_or(TEXT);
                self.line(*from, *to, 2.0, dashes, ink);
            }
            PlatePart::Mark { at, ink, form } => {
                let ink = self.inks.of(*ink, 100).unwrap_or(TEXT);
                let at = at.map(points);
                // The line around a mark makes it larger by half its width, as in the SVG.
                self.sheet.fill(&mark(*form), at, points(6.0), [points(9.0), points(9.0)], ink);
            }
            PlatePart::Text(line) => self.text(line),
        }
    }

    fn bar(&mut self, [x, y]: [f64; 2], [width, height]: [f64; 2], ink: ChartInk, (strength, dashes): (u8, Dashes)) {
        let outline = {
            let (width, height) = (width as f32, height as f32);
            polygon(&[[0.0, 0.0], [width, 0.0], [width, -height], [0.0, -height]])
        };
        let (at, reach) = ([points(x), points(y)], [points(2.0), points(height + 2.0)]);
        if let Some(fill) = self.inks.of(ink, strength) {
            self.sheet.fill(&outline, at, SCALE as f32, reach, fill);
        }
        let edge = self.inks.of(ink, 100).unwrap_or(TEXT);
        let lengths: Vec<f32> = dashes.iter().map(|length| points(f64::from(*length))).collect();
        self.sheet.stroke(&outline, at, SCALE as f32, (points(2.0), &lengths[..]), reach, edge);
    }

    fn line(&mut self, from: [f64; 2], to: [f64; 2], width: f64, dashes: &[u8], ink: Ink) {
        let outline = line([(to[0] - from[0]) as f32, (from[1] - to[1]) as f32]);
        let lengths: Vec<f32> = dashes.iter().map(|length| points(f64::from(*length))).collect();
        let reach = [points((from[1] - to[1]).max(0.0) + 2.0), points((to[1] - from[1]).max(0.0) + 2.0)];
        self.sheet.stroke(&outline, from.map(points), SCALE as f32, (points(width), &lengths[..]), reach, ink);
    }

    /// A line of text on a rim of paper, so that it is read over lines. One that is longer in the site's faces than there is
    /// room is smaller.
    fn text(&mut self, line: &PlateLine) {
        let direction = if line.is_mirrored { CardDirection::Rtl } else { CardDirection::Ltr };
        let weight = if line.is_bold { Weight::Bold } else { Weight::Regular };
        let has = |letter: char| Lettering::has(self.faces, letter);
        let known = |letter: char| if has(letter) { Some(letter) } else { Some(UNKNOWN).filter(|c| has(*c)) };
        let text: String = line.text.chars().filter_map(known).collect();
        let Some(lettering) = Lettering::new(self.faces, &text, direction, weight) else { return };
        let drawn = lettering.whole();
        let edge = match line.side {
            LineSide::Left => WIDTH - line.at[0],
            LineSide::Middle => 2.0 * line.at[0].min(WIDTH - line.at[0]),
            LineSide::Right => line.at[0],
        };
        let size = points(line.size).min(points(edge - 4.0) / drawn.width.max(0.01));
        let width = drawn.width * size;
        let left = match line.side {
            LineSide::Left => points(line.at[0]),
            LineSide::Middle => points(line.at[0]) - width / 2.0,
            LineSide::Right => points(line.at[0]) - width,
        };
        let (at, reach) = ([left, points(line.at[1])], [size * 1.6, size * 1.2]);
        let ink = if line.tone == TextTone::Quiet { QUIET } else { TEXT };
        self.sheet.stroke(&drawn.outlines, at, size, (points(3.0), &[]), reach, Ink::Paper);
        self.sheet.fill(&drawn.outlines, at, size, reach, ink);
    }
}

fn points(length: f64) -> f32 {
    (length * SCALE) as f32
}
