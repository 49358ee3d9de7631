//! Charts that are read from top to bottom: bars, marks on one scale, and the parts of a whole. Every category has
//! lines of its own for its name, over the full width, so that long names never meet a bar or one another.

use super::annotation::{AnnotationBand, AnnotationLines};
use super::canvas::{Anchor, Canvas, ChartInk, StrokeKind, TextTone, lines, width};
use super::scale::Scale;
use super::{Drawing, DrawingSize, LINE, placed};
use crate::content::{ChartKind, Number};

/// The height of a bar, and of a mark's row, in em.
const BAR: f64 = 0.95;
/// What stands between two categories, in em.
const GAP: f64 = 0.55;
/// The room of a range below its bar, and half the height of its ends, in em.
const RANGE: f64 = 0.4;
const RANGE_END: f64 = 0.16;

/// Draws bars or marks and their scale.
pub fn rows(drawing: &Drawing<'_>, canvas: &mut Canvas<'_>) -> DrawingSize {
    let chart = drawing.chart;
    let scale = match chart.kind {
        ChartKind::Dot => Scale::of_places(chart.numbers(), chart.log),
        _ => Scale::of_lengths(chart.numbers(), chart.log),
    };
    // The longest bar leaves room for its number.
    let of_category = |(category, values): (usize, &Vec<Option<Number>>)| {
        let written = values
            .iter()
            .enumerate()
            .filter_map(|(series, number)| Some(width(&beside(drawing, [category, series], number.as_ref()?))));
        written.fold(1.0, f64::max)
    };
    let after = chart.values.iter().enumerate().map(of_category).fold(1.0, f64::max) + 0.9;
    let names = chart.categories[drawing.categories()].iter().map(|cells| lines(&drawing.name(cells), drawing.room));
    let names: Vec<_> = drawing.categories().zip(names).collect();
    let said = drawing.annotations().filter_map(|(value, text)| {
        let number = chart.values[value[0]][value[1]].as_ref()?;
        Some((value, AnnotationLines::new(drawing, text, scale.at(number.value), [0.0, after])))
    });
    let said: Vec<_> = said.collect();
    // Of a mark the range goes through it, and needs no room of its own.
    let below = |value: [usize; 2]| match chart.range(value) {
        Some(_) if chart.kind == ChartKind::Bar => RANGE,
        _ => 0.0,
    };
    let height = |(category, lines): &(usize, Vec<String>)| {
        let said = said.iter().filter(|(value, _)| value[0] == *category).map(|(_, said)| said.height());
        let ranges: f64 = (0..chart.values[*category].len()).map(|series| below([*category, series])).sum();
        let rows = lines.len() + chart.values[*category].iter().flatten().count();
        rows as f64 * LINE + ranges + said.sum::<f64>() + GAP
    };
    let end = axis(drawing, canvas, scale, names.iter().map(height).sum(), after);
    let mut y = 0.0;
    for name in &names {
        let (category, lines) = name;
        for (n, line) in lines.iter().enumerate() {
            canvas.words([0.0, y + 1.1 + n as f64 * LINE], 0.0, Anchor::Start, TextTone::Plain, line);
        }
        let mut row = y + lines.len() as f64 * LINE;
        for (n, number) in chart.values[*category].iter().enumerate() {
            let Some(number) = number else { continue };
            let here = [*category, n];
            value(drawing, canvas, scale, row, here, number);
            let edge = row + LINE / 2.0 + BAR / 2.0;
            row += LINE + below(here);
            for (_, said) in said.iter().filter(|(value, _)| *value == here) {
                said.lead(canvas, row, edge);
                said.write(canvas, row);
                row += said.height();
            }
        }
        y += height(name);
    }
    DrawingSize { height: end, before: 0.0, after }
}

/// A bar or mark, and its number beside it.
fn value(drawing: &Drawing<'_>, canvas: &mut Canvas<'_>, scale: Scale, y: f64, here: [usize; 2], number: &Number) {
    let [category, series] = here;
    let ink = drawing.ink(category);
    let (zero, at) = (scale.zero(), scale.at(number.value));
    let middle = y + LINE / 2.0;
    let range = drawing.chart.range(here).map(|ends| ends.each_ref().map(|end| scale.at(end.value)));
    let mut free = at.max(zero);
    if drawing.chart.kind == ChartKind::Dot {
        canvas.line([0.0, middle], [1.0, middle], StrokeKind::Grid, &[1, 4]);
        if let Some([low, high]) = range {
            between(canvas, [low, high], middle, ink);
            free = high;
        }
        canvas.mark([at, middle], ink, drawing.form(category, series));
    } else {
        canvas.bar(zero, at, middle - BAR / 2.0, BAR, ink, series);
        if let Some(ends) = range {
            // Below the bar, where it is seen beside the ink of the bar and beside the paper.
            between(canvas, ends, middle + BAR / 2.0 + RANGE / 2.0 + 0.1, ink);
        }
    }
    // A bar that goes below nothing has its number where there is room: on the other side.
    let (place, text) = ([free, middle + 0.36], beside(drawing, here, number));
    match drawing.chart.range(here) {
        Some(_) => canvas.words(place, 0.7, Anchor::Start, TextTone::Plain, &text),
        None => canvas.number(place, 0.7, Anchor::Start, TextTone::Plain, &text),
    }
}

/// What stands beside a bar or a mark.
fn beside(drawing: &Drawing<'_>, value: [usize; 2], number: &Number) -> String {
    drawing.with_range(number, drawing.chart.range(value))
}

/// A range: a line between its ends, which have short lines across.
fn between(canvas: &mut Canvas<'_>, [low, high]: [f64; 2], y: f64, ink: ChartInk) {
    canvas.line([low, y], [high, y], StrokeKind::Series(ink), &[]);
    for end in [low, high] {
        canvas.line([end, y - RANGE_END], [end, y + RANGE_END], StrokeKind::Series(ink), &[]);
    }
}

/// Lines at round values from top to bottom, their numbers and the unit; gives the height of it all.
fn axis(drawing: &Drawing<'_>, canvas: &mut Canvas<'_>, scale: Scale, bottom: f64, after: f64) -> f64 {
    for at in scale.powers_of_ten() {
        canvas.line([at, 0.0], [at, bottom], StrokeKind::Grid, &[]);
    }
    for (tick, anchor, text) in placed(drawing, |fits| scale.ticks(fits), 0.0, after) {
        if !drawing.chart.log {
            canvas.line([tick.at, 0.0], [tick.at, bottom], StrokeKind::Grid, &[]);
        }
        canvas.number([tick.at, bottom + 1.1], 0.0, anchor, TextTone::Quiet, &text);
    }
    let mut end = bottom + 1.1;
    for line in lines(&drawing.unit(), drawing.room) {
        end += LINE;
        canvas.words([0.0, end], 0.0, Anchor::Start, TextTone::Quiet, &line);
    }
    end + 0.4
}

/// One bar of a hundred parts, and under it what the parts are.
pub fn share(drawing: &Drawing<'_>, canvas: &mut Canvas<'_>) -> DrawingSize {
    let chart = drawing.chart;
    let parts = chart.categories.iter().zip(&chart.values).enumerate().filter_map(|(n, (cells, values))| {
        let number = values.first()?.as_ref()?;
        Some((n, drawing.name(cells), drawing.number(number), number.value))
    });
    let parts: Vec<_> = parts.collect();
    let whole = parts.iter().map(|(.., value)| value).sum::<f64>().max(100.0);
    let middle = |[category, _]: [usize; 2]| {
        let before = parts.iter().filter(|(n, ..)| *n < category).map(|(.., value)| value).sum::<f64>();
        let own = parts.iter().find(|(n, ..)| *n == category).map_or(0.0, |(.., value)| *value);
        (before + own / 2.0) / whole
    };
    let band = AnnotationBand::new(drawing, 0.0, [0.0, 0.0], middle);
    let top = band.height;
    let numbers = parts.iter().map(|(_, _, number, _)| width(number)).fold(0.0, f64::max);
    let mut from = 0.0;
    let mut y = top + 4.2;
    for (n, (category, name, number, value)) in parts.iter().enumerate() {
        let (ink, to) = (drawing.ink(*category), from + value / whole);
        canvas.bar(from, to, top + 1.5, 2.0, ink, n);
        // The number stands over its part if the part is wide enough for it.
        let is_wide = (to - from) * drawing.room > width(number) + 0.6;
        for (_, said, begin) in band.placed.iter().filter(|([said, _], ..)| said == category) {
            said.lead(canvas, *begin, top + if is_wide { 0.2 } else { 1.5 });
        }
        if is_wide {
            canvas.number([f64::midpoint(from, to), top + 1.05], 0.0, Anchor::Middle, TextTone::Plain, number);
        }
        canvas.key([0.0, y + 0.3], ink, n);
        canvas.number([0.0, y + 1.1], 1.7 + numbers, Anchor::End, TextTone::Plain, number);
        for line in lines(name, drawing.room - numbers - 2.5) {
            canvas.words([0.0, y + 1.1], 2.3 + numbers, Anchor::Start, TextTone::Plain, &line);
            y += LINE;
        }
        y += 0.15;
        from = to;
    }
    band.write(canvas);
    for line in lines(&drawing.unit(), drawing.room) {
        canvas.words([0.0, y + 1.2], 0.0, Anchor::Start, TextTone::Quiet, &line);
        y += LINE;
    }
    DrawingSize { height: y + 0.4, before: 0.0, after: 0.0 }
}
