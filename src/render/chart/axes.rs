//! The scale of a comparison: an axis a dimension, with the names of its two ends below it and the mark of each subject on it.

use super::canvas::{Anchor, Canvas, ChartInk, StrokeKind, TextTone, lines, width};
use super::{Drawing, DrawingSize, LINE};
use crate::content::Number;

/// The height of an axis, and how far below one another marks of one place stand, in em.
const AXIS: f64 = 1.5;
const STACKED: f64 = 0.8;

/// How near marks are that would cover each other, of 1.
const NEAR: f64 = 0.025;

/// The height of a range, in em.
const RANGE: f64 = 0.34;

/// What stands between two axes, in em.
const GAP: f64 = 0.8;

/// Draws all axes, one below the other.
pub fn axes(drawing: &Drawing<'_>, canvas: &mut Canvas<'_>) -> DrawingSize {
    let mut y = 0.0;
    for (words, values) in drawing.chart.categories.iter().zip(&drawing.chart.values) {
        let [title, start, end] = [0, 1, 2].map(|n| words.get(n).map_or_else(String::new, |cell| drawing.cell(cell)));
        for line in lines(&title, drawing.room) {
            canvas.words([0.0, y + 1.1], 0.0, Anchor::Start, TextTone::Plain, &line);
            y += LINE;
        }
        y += axis(canvas, y + AXIS / 2.0, values);
        y += poles(drawing, canvas, y, [&start, &end]) + GAP;
    }
    DrawingSize { height: y, before: 0.0, after: 0.0 }
}

/// An axis around a height, and what stands on it; gives the room that it takes.
fn axis(canvas: &mut Canvas<'_>, middle: f64, values: &[Option<Number>]) -> f64 {
    canvas.line([0.0, middle], [1.0, middle], StrokeKind::Grid, &[]);
    for end in [0.0, 1.0] {
        canvas.line([end, middle - 0.4], [end, middle + 0.4], StrokeKind::Grid, &[]);
    }
    let place = |number: &Option<Number>| number.as_ref().map(|number| (number.value / 100.0).clamp(0.0, 1.0));
    let ranges = values.chunks(2).map(|ends| place(ends.first()?).zip(place(ends.get(1)?)));
    let ranges: Vec<_> = ranges.enumerate().filter_map(|(subject, range)| Some((subject, range?))).collect();
    for (subject, (low, high)) in ranges.iter().filter(|(_, (low, high))| low < high) {
        canvas.bar(*low, *high, middle - RANGE / 2.0, RANGE, ChartInk(Some(*subject)), 2);
    }
    let (mut before, mut most) = (Vec::new(), 0.0_f64);
    for (subject, (low, high)) in ranges {
        let at = f64::midpoint(low, high);
        let stacked = before.iter().filter(|other: &&f64| (**other - at).abs() < NEAR).count() as f64 * STACKED;
        canvas.mark([at, middle + stacked], ChartInk(Some(subject)), subject);
        before.push(at);
        most = most.max(stacked);
    }
    AXIS + most
}

/// The names of both ends, on one line where they fit; gives their height.
fn poles(drawing: &Drawing<'_>, canvas: &mut Canvas<'_>, y: f64, [start, end]: [&str; 2]) -> f64 {
    if width(start) + width(end) + 1.0 <= drawing.room {
        canvas.words([0.0, y + 0.9], 0.0, Anchor::Start, TextTone::Quiet, start);
        canvas.words([1.0, y + 0.9], 0.0, Anchor::End, TextTone::Quiet, end);
        return LINE;
    }
    let mut below = y;
    for (text, at, anchor) in [(start, 0.0, Anchor::Start), (end, 1.0, Anchor::End)] {
        for line in lines(text, drawing.room) {
            canvas.words([at, below + 0.9], 0.0, anchor, TextTone::Quiet, &line);
            below += LINE;
        }
    }
    below - y
}
