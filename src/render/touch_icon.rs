//! The icon as a picture of points, for telephones that keep a page beside their programs and know no drawings.

use png::{BitDepth, ColorType, Encoder};

use crate::config::Config;

/// How wide and high it is, in points, as Apple's telephones want it.
pub const SIDE: u32 = 180;

/// How wide the drawing is with its margins, in its own units; the marks reach from 0 to 8 across and stand around 4.
const WIDTH: f64 = 10.0;

/// How far outside a mark a place is, in units of the drawing; inside it is less than zero. Of sums, products and square
/// roots alone, which are the same on every machine.
type SignedDistance = fn(x: f64, y: f64) -> f64;

/// The icon as PNG: the marks of the first two subjects in their inks, on paper, or a ring.
pub fn touch_icon(config: &Config) -> Vec<u8> {
    let disc: SignedDistance = |x, y| length(x - 2.0, y - 4.0) - 2.0;
    let diamond: SignedDistance = |x, y| ((x - 6.0).abs() + (y - 4.0).abs() - 2.0) * std::f64::consts::FRAC_1_SQRT_2;
    let ring: SignedDistance = |x, y| (length(x - 4.0, y - 4.0) - 2.5).abs() - 0.75;
    let marks = match config.subjects.as_slice() {
        [first, second, ..] => vec![(disc, ink(&first.accent)), (diamond, ink(&second.accent))],
        _ => vec![(ring, ink("#665d53"))],
    };
    let paper = ink(&config.appearance.papers[0]);
    let unit = WIDTH / f64::from(SIDE);
    let place = |at: u32| (f64::from(at) + 0.5) * unit - (WIDTH - 8.0) / 2.0;
    let mut points = Vec::new();
    for (row, column) in (0..SIDE).flat_map(|row| (0..SIDE).map(move |column| (row, column))) {
        let mut colour = paper;
        for (distance, own) in &marks {
            // A point that the edge goes through is covered in part.
            let covered = (0.5 - distance(place(column), place(row)) / unit).clamp(0.0, 1.0);
            colour = [0, 1, 2].map(|part| colour[part] + (own[part] - colour[part]) * covered);
        }
        points.extend(colour.map(|part| part.round() as u8));
    }
    encode(&points).unwrap_or_default()
}

fn length(x: f64, y: f64) -> f64 {
    (x * x + y * y).sqrt()
}

/// Red, green and blue of `#rrggbb`, as every colour of the settings is written: 0 to 255.
fn ink(written: &str) -> [f64; 3] {
    let part = |at: usize| written.get(at..at + 2).and_then(|part| u8::from_str_radix(part, 16).ok());
    [1, 3, 5].map(|at| f64::from(part(at).unwrap_or_default()))
}

/// Writing into memory fails only for a picture of no size.
fn encode(points: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, SIDE, SIDE);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(points)?;
    writer.finish()?;
    Ok(file)
}
