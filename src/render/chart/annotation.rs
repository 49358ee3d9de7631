//! Words at a value: lines of text on that side of its mark where there is more room, and a thin line that leads to them. The
//! room is that of the narrowest screen, so that nothing leaves the picture on any.

use super::Drawing;
use super::canvas::{Anchor, Canvas, StrokeKind, TextTone, lines};

/// The distance between base lines, in em.
const LEADING: f64 = 1.3;

/// How far words stand from the line that leads to them, in em.
const APART: f64 = 0.5;

/// What stands between two annotations, and between one and what follows, in em.
const GAP: f64 = 0.3;

/// The words of a value, broken into lines.
pub struct AnnotationLines {
    /// Where the mark of the value stands along the drawing.
    at: f64,
    anchor: Anchor,
    lines: Vec<String>,
}

impl AnnotationLines {
    /// Breaks a text; `before` and `after` is the room beside what stretches, in em.
    pub fn new(drawing: &Drawing<'_>, text: &str, at: f64, [before, after]: [f64; 2]) -> Self {
        let plot = (drawing.room - before - after).max(4.0);
        let (to_start, to_end) = (at * plot + before, (1.0 - at) * plot + after);
        let (anchor, room) = if to_end >= to_start { (Anchor::Start, to_end) } else { (Anchor::End, to_start) };
        Self { at, anchor, lines: lines(text, (room - APART) * 0.95) }
    }

    /// How much room they take, in em.
    pub fn height(&self) -> f64 {
        self.lines.len() as f64 * LEADING + GAP
    }

    /// How far the mark stands from the edge that the words begin at.
    fn edge_distance(&self) -> f64 {
        if self.anchor == Anchor::Start { self.at } else { 1.0 - self.at }
    }

    /// Writes them below a height.
    pub fn write(&self, canvas: &mut Canvas<'_>, y: f64) {
        let shift = if self.anchor == Anchor::Start { APART } else { -APART };
        for (n, line) in self.lines.iter().enumerate() {
            canvas.words([self.at, y + 1.0 + n as f64 * LEADING], shift, self.anchor, TextTone::Plain, line);
        }
    }

    /// The line beside the words that are written below `y`, which goes on up or down to its mark.
    pub fn lead(&self, canvas: &mut Canvas<'_>, y: f64, mark: f64) {
        let end = y + self.lines.len() as f64 * LEADING;
        canvas.line([self.at, y.min(mark)], [self.at, end.max(mark)], StrokeKind::Leader, &[]);
    }
}

/// Annotations above a drawing, one below the other. Where a chart has small drawings, all leave as much room.
pub struct AnnotationBand {
    /// By annotation of the drawing: its category and series, and its words with the height at which they begin.
    pub placed: Vec<([usize; 2], AnnotationLines, f64)>,
    pub height: f64,
}

impl AnnotationBand {
    /// The band of a drawing that begins at `top`; `place` says where the mark of a value stands along it.
    pub fn new(drawing: &Drawing<'_>, top: f64, room: [f64; 2], place: impl Fn([usize; 2]) -> f64) -> Self {
        let lines = |value: [usize; 2], text: &str| AnnotationLines::new(drawing, text, place(value), room);
        let of_all =
            drawing.parts().map(|part| part.annotations().map(|(value, text)| lines(value, text).height()).sum());
        let height = of_all.fold(0.0, f64::max);
        let mut own: Vec<_> = drawing.annotations().map(|(value, text)| (value, lines(value, text))).collect();
        // Those nearest to an edge stand highest: words go from their mark towards the middle, and the lines of what stands
        // higher pass by them.
        own.sort_by(|(_, a), (_, b)| a.edge_distance().total_cmp(&b.edge_distance()));
        let mut y = top;
        let place = |(value, lines): ([usize; 2], AnnotationLines)| {
            let begin = y;
            y += lines.height();
            (value, lines, begin)
        };
        let placed = own.into_iter().map(place).collect();
        Self { placed, height }
    }

    /// Writes the words.
    pub fn write(&self, canvas: &mut Canvas<'_>) {
        self.placed.iter().for_each(|(_, lines, y)| lines.write(canvas, *y));
    }
}
