//! Lines over time, or over what else comes in an order. Time runs as the page is read: in Arabic from right to left.

use super::canvas::{Anchor, Canvas, StrokeKind, TextTone, dashes, lines, width};
use super::scale::{Scale, Tick, years};
use super::{Drawing, DrawingSize, LINE, placed};
use crate::content::{Cell, Number};
use crate::text::Date;

/// The height of the part that holds the lines, in em.
const HEIGHT: f64 = 12.0;
/// What stands above it: a number over the topmost point.
const ABOVE: f64 = 1.6;
/// Names no longer than this, in em, stand at the ends of their lines.
const SHORT: f64 = 6.0;

/// A value in its place.
struct Point<'a> {
    x: f64,
    y: f64,
    number: &'a Number,
}

/// Draws the lines, both scales, and as many numbers as stay apart.
pub fn chart_lines(drawing: &Drawing<'_>, canvas: &mut Canvas<'_>) -> DrawingSize {
    let chart = drawing.chart;
    let values = chart.values.iter().flatten().flatten().map(|number| number.value);
    let scale = Scale::of_places(values, chart.log);
    let mut top = ABOVE;
    for line in lines(&drawing.unit(), drawing.room) {
        canvas.words([0.0, top - 0.5], 0.0, Anchor::Start, TextTone::Quiet, &line);
        top += LINE;
    }
    let bottom = top + HEIGHT;
    let levels = scale.ticks(|ticks| ticks.len() <= 6);
    let level_names: Vec<_> = levels.iter().map(|tick| drawing.written(&tick.written)).collect();
    let before = level_names.iter().map(|name| width(name)).fold(0.0, f64::max) + 0.9;
    let ends = ends(drawing);
    let after = ends.iter().flatten().map(|end| width(end)).fold(0.0, f64::max) + 1.0;
    let height = |at: f64| bottom - at * HEIGHT;
    for (tick, name) in levels.iter().zip(&level_names) {
        canvas.line([0.0, height(tick.at)], [1.0, height(tick.at)], StrokeKind::Grid, &[]);
        canvas.number([0.0, height(tick.at) + 0.36], -0.8, Anchor::End, TextTone::Quiet, name);
    }
    let places = places(drawing);
    along(drawing, canvas, &places, bottom, before, after);
    let mut last = Vec::new();
    let mut taken = Vec::new();
    for (n, end) in ends.iter().enumerate() {
        let points = places.order.iter().map(|at| {
            let number = chart.values[*at][n].as_ref()?;
            Some(Point { x: places.at[*at], y: height(scale.at(number.value)), number })
        });
        let points: Vec<_> = points.collect();
        series(drawing, canvas, n, &points);
        let points: Vec<_> = points.into_iter().flatten().collect();
        numbers(drawing, canvas, &points, drawing.room - before - after, &mut taken);
        last.extend(points.last().map(|point| point.y).zip(end.clone()));
    }
    end_names(canvas, last);
    DrawingSize { height: bottom + 1.6, before, after }
}

/// Where the categories stand, and in which order the line visits them.
struct Places {
    at: Vec<f64>,
    order: Vec<usize>,
    /// The first and the last moment, as years, if the categories are dates.
    time: Option<[f64; 2]>,
}

fn places(drawing: &Drawing<'_>) -> Places {
    let categories = &drawing.chart.categories;
    let moments: Option<Vec<f64>> = categories
        .iter()
        .map(|cells| match cells[..] {
            [Cell::Date(date)] => Some(moment(date)),
            _ => None,
        })
        .collect();
    let Some(moments) = moments else {
        let most = categories.len().saturating_sub(1).max(1) as f64;
        let at = (0..categories.len()).map(|n| n as f64 / most).collect();
        return Places { at, order: (0..categories.len()).collect(), time: None };
    };
    let from = moments.iter().copied().fold(f64::INFINITY, f64::min);
    let to = moments.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let length = if to > from { to - from } else { 1.0 };
    let mut order: Vec<_> = (0..moments.len()).collect();
    order.sort_by(|a, b| moments[*a].total_cmp(&moments[*b]));
    let at = moments.iter().map(|moment| (moment - from) / length).collect();
    Places { at, order, time: Some([from, from + length]) }
}

/// A date as a year and its fraction, less than a day off: enough for a drawing.
fn moment(date: Date) -> f64 {
    let part = |part: Option<u8>| f64::from(part.unwrap_or(1)) - 1.0;
    f64::from(date.year) + (part(date.month) + part(date.day) / 31.0) / 12.0
}

/// The names under the lines: round years, or else the first and the last category.
fn along(drawing: &Drawing<'_>, canvas: &mut Canvas<'_>, places: &Places, bottom: f64, before: f64, after: f64) {
    if let Some([from, to]) = places.time {
        let ticks = placed(drawing, |fits| years(from, to, fits), before, after);
        if ticks.len() > 1 {
            for (Tick { at, written }, anchor, _) in ticks {
                let year = Date::parse(&written).map_or(written, |year| drawing.locale.date(year));
                canvas.line([at, bottom], [at, bottom + 0.3], StrokeKind::Grid, &[]);
                canvas.number([at, bottom + 1.3], 0.0, anchor, TextTone::Quiet, &year);
            }
            return;
        }
    }
    for (at, anchor, name) in names(drawing, places, drawing.room - before - after) {
        canvas.words([at, bottom + 1.3], 0.0, anchor, TextTone::Quiet, &name);
    }
}

/// As many names of categories as stay apart: all, every second, and so on.
fn names(drawing: &Drawing<'_>, places: &Places, plot: f64) -> Vec<(f64, Anchor, String)> {
    let most = places.order.len().saturating_sub(1);
    let place = |n: usize| {
        let (at, name) = (places.at[places.order[n]], drawing.name(&drawing.chart.categories[places.order[n]]));
        let (anchor, before) = match n {
            0 => (Anchor::Start, 0.0),
            n if n == most => (Anchor::End, 1.0),
            _ => (Anchor::Middle, 0.5),
        };
        let from = at * plot - width(&name) * before;
        (from, from + width(&name), (at, anchor, name))
    };
    let mut names = Vec::new();
    for step in 1..=most.max(1) {
        names = (0..=most).step_by(step).map(place).collect();
        if names.windows(2).all(|pair| pair[0].1 + 0.6 <= pair[1].0) {
            break;
        }
        names.truncate(1);
    }
    names.into_iter().map(|(_, _, name)| name).collect()
}

/// A line with its marks; a value that is missing leaves a gap.
fn series(drawing: &Drawing<'_>, canvas: &mut Canvas<'_>, n: usize, points: &[Option<Point<'_>>]) {
    let ink = drawing.ink(0);
    for pair in points.windows(2) {
        if let [Some(a), Some(b)] = pair {
            canvas.line([a.x, a.y], [b.x, b.y], StrokeKind::Series(ink), dashes(n));
        }
    }
    for point in points.iter().flatten() {
        canvas.mark([point.x, point.y], ink, drawing.form(0, n));
    }
}

/// Numbers over the points: the first, the highest and the lowest come before the rest, and none over another.
fn numbers(drawing: &Drawing<'_>, canvas: &mut Canvas<'_>, points: &[Point<'_>], plot: f64, taken: &mut Vec<[f64; 4]>) {
    let Some((_, points)) = points.split_last() else { return };
    let by = |a: &usize, b: &usize| points[*a].y.total_cmp(&points[*b].y);
    let highest = (0..points.len()).min_by(by);
    let lowest = (0..points.len()).max_by(by);
    let first = (!points.is_empty()).then_some(0);
    let mut done = Vec::new();
    for n in first.into_iter().chain(highest).chain(lowest).chain(0..points.len()) {
        let Point { x, y, number } = &points[n];
        let text = drawing.number(number);
        let half = width(&text) / 2.0 + 0.25;
        // The box of the number, in em; the mark of the last point is kept clear of, too.
        let own = [x * plot - half, x * plot + half, y - 1.5, y - 0.5];
        let meets = |other: &[f64; 4]| own[0] < other[1] && own[1] > other[0] && own[2] < other[3] && own[3] > other[2];
        if done.contains(&n) || taken.iter().any(meets) || own[1] > plot {
            continue;
        }
        done.push(n);
        taken.push(own);
        canvas.number([*x, y - 0.65], 0.0, Anchor::Middle, TextTone::Plain, &text);
    }
}

/// What stands at the end of each line: its last number, and its name if all of the names are short.
fn ends(drawing: &Drawing<'_>) -> Vec<Option<String>> {
    let chart = drawing.chart;
    let order = places(drawing).order;
    let short = chart.series.len() > 1 && chart.series.iter().all(|name| width(name) <= SHORT);
    let end = |n: usize| {
        let number = order.iter().rev().find_map(|at| chart.values[*at][n].as_ref())?;
        let text = drawing.number(number);
        Some(if short { format!("{text} {}", chart.series[n]) } else { text })
    };
    (0..chart.series.len()).map(end).collect()
}

/// Puts the ends under one another where they would meet.
fn end_names(canvas: &mut Canvas<'_>, mut ends: Vec<(f64, String)>) {
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut free = f64::NEG_INFINITY;
    for (y, text) in ends {
        let y = (y + 0.36).max(free);
        free = y + LINE * 0.85;
        canvas.words([1.0, y], 0.7, Anchor::Start, TextTone::Plain, &text);
    }
}
