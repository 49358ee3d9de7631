//! A sheet of paper to draw on, and the sheet as a file. Every point is one ink in one strength, so that the file needs a
//! byte a point and few bytes on the whole.

use bytes::Bytes;
use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter};
use zeno::{Command, Fill, Mask, Stroke, Style, Transform, Vector};

/// In how many strengths an ink is seen along its edges: three times as many make a picture a fifth larger, and no eye finds them.
const STRENGTHS: usize = 16;

/// How hard the file is compressed, 1 to 9. Below 4 a picture is a sixth larger; at 6 it takes twice the time for a twentieth less.
const DEFLATE: u8 = 4;

/// A picture in the making.
pub struct Sheet {
    /// Width and height, in points.
    size: [u32; 2],
    paper: [f64; 3],
    inks: Vec<[f64; 3]>,
    /// How many strengths each ink has.
    strengths: usize,
    /// By point, row by row: 0 for paper, then each ink in its strengths.
    points: Vec<u8>,
    /// Where an outline is turned into points.
    strip: Vec<u8>,
}

/// An ink of a sheet, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Paper,
    Number(usize),
}

impl Sheet {
    /// Of a width and height in points, and inks as red, green and blue from 0 to 255; at most 64 of them.
    pub fn new(size: [u32; 2], paper: [f64; 3], inks: Vec<[f64; 3]>) -> Self {
        let strengths = (255 / inks.len().max(1)).clamp(1, STRENGTHS);
        let points = vec![0; size[0] as usize * size[1] as usize];
        Self { size, paper, inks, strengths, points, strip: Vec::new() }
    }

    /// Fills outlines that stand around the origin, upwards, at a size of 1: their origin at a place, in points from the upper
    /// left corner, at a size in points. Nothing further than `above` and `below` that is drawn.
    pub fn fill(&mut self, outlines: &[Command], at: [f32; 2], size: f32, reach: [f32; 2], ink: Ink) {
        self.draw(outlines, Style::Fill(Fill::NonZero), at, size, reach, ink);
    }

    /// Draws along outlines, with a pen so wide and dashes so long in points; the rest as for [`Self::fill`].
    pub fn stroke(
        &mut self,
        outlines: &[Command],
        at: [f32; 2],
        size: f32,
        (width, dashes): (f32, &[f32]),
        reach: [f32; 2],
        ink: Ink,
    ) {
        let mut pen = Stroke::new(width);
        // Lengths are those of the sheet, at whatever size the outlines are drawn.
        pen.dash(dashes, 0.0).scale(false);
        self.draw(outlines, Style::Stroke(pen), at, size, reach, ink);
    }

    fn draw(
        &mut self,
        outlines: &[Command],
        style: Style<'_>,
        [x, y]: [f32; 2],
        size: f32,
        [above, below]: [f32; 2],
        ink: Ink,
    ) {
        let [sheet_width, height] = self.size;
        let top = (y - above).floor().clamp(0.0, height as f32);
        let bottom = (y + below).ceil().clamp(top, height as f32);
        let (first, rows) = (top as usize, (bottom - top) as u32);
        if rows == 0 || outlines.is_empty() {
            return;
        }
        self.strip.clear();
        self.strip.resize((sheet_width * rows) as usize, 0);
        let place = Transform { xx: size, xy: 0.0, yx: 0.0, yy: -size, x, y: y - top };
        Mask::new(outlines)
            .style(style)
            .transform(Some(place))
            .size(sheet_width, rows)
            .offset(Vector::ZERO)
            .render_into(&mut self.strip, None);
        let strengths = self.strengths;
        let points = self.points[first * sheet_width as usize..].iter_mut();
        for (point, covered) in points.zip(&self.strip).filter(|(_, covered)| **covered > 0) {
            let strength = (usize::from(*covered) * strengths + 127) / 255;
            let is_over = *point == 0 || *covered > 127;
            *point = match ink {
                Ink::Paper if *covered > 127 => 0,
                Ink::Number(ink) if strength > 0 && is_over => (1 + ink * strengths + strength - 1) as u8,
                _ => *point,
            };
        }
    }

    /// The sheet as PNG. Writing into memory fails only for a picture of no size.
    pub fn finish(self) -> Bytes {
        self.encode().map(Bytes::from).unwrap_or_default()
    }

    fn encode(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut palette = self.paper.map(|part| part as u8).to_vec();
        for ink in &self.inks {
            for strength in 1..=self.strengths {
                let covered = strength as f64 / self.strengths as f64;
                let part = |part: usize| self.paper[part] + (ink[part] - self.paper[part]) * covered;
                palette.extend([0, 1, 2].map(|at| part(at).round() as u8));
            }
        }
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, self.size[0], self.size[1]);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_palette(palette);
        encoder.set_deflate_compression(DeflateCompression::Level(DEFLATE));
        encoder.set_filter(Filter::NoFilter);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.points)?;
        writer.finish()?;
        Ok(file)
    }
}

/// Red, green and blue of `#rrggbb`, as every colour of the settings is written: 0 to 255.
pub fn rgb(written: &str) -> [f64; 3] {
    let part = |at: usize| written.get(at..at + 2).and_then(|part| u8::from_str_radix(part, 16).ok());
    [1, 3, 5].map(|at| f64::from(part(at).unwrap_or_default()))
}
