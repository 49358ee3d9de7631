//! Lines over time, or over what else comes in an order. Time runs as the page is read: in Arabic from right to left.

use std::collections::BTreeMap;

use super::annotation::AnnotationBand;
use super::canvas::{Anchor, Canvas, StrokeKind, TextTone, dashes, lines, width};
use super::scale::{Scale, Tick, years};
use super::{Drawing, DrawingSize, LINE, placed};
use crate::content::{Cell, Number};
use crate::text::Date;

/// The height of the part that holds the lines, in em.
const HEIGHT: f64 = 12.0;
/// The same of one of several small drawings.
const SMALL_HEIGHT: f64 = 7.0;
/// How wide a hint is at most, in em: as much as there is on that side of a narrow drawing that has more.
const HINT: f64 = 10.0;
/// How many places along a line a pointer can still tell apart.
const MOST_HINTS: usize = 200;
/// What stands above it: a number over the topmost point.
const ABOVE: f64 = 1.6;
/// How high a number over a point reaches.
const OVER: f64 = 1.55;
/// How far before its point a number begins that cannot stand over the middle of it.
const BESIDE: f64 = 0.4;
/// How far a mark reaches from its middle.
const MARK: f64 = 0.4;
/// Names no longer than this, in em, stand at the ends of their lines.
const SHORT: f64 = 6.0;

/// A value in its place.
struct Point<'a> {
    category: usize,
    x: f64,
    y: f64,
    /// From where to where its range reaches, from top to bottom; without one it is `y` alone.
    reach: [f64; 2],
    number: &'a Number,
}

/// Draws the lines, both scales, and as many numbers as stay apart.
pub fn chart_lines(drawing: &Drawing<'_>, canvas: &mut Canvas<'_>) -> DrawingSize {
    let chart = drawing.chart;
    let scale = Scale::of_places(chart.numbers(), chart.log);
    let plot_height = if drawing.facet.is_some() { SMALL_HEIGHT } else { HEIGHT };
    let mut top = ABOVE;
    for line in lines(&drawing.unit(), drawing.room) {
        canvas.words([0.0, top - 0.5], 0.0, Anchor::Start, TextTone::Quiet, &line);
        top += LINE;
    }
    let levels = scale.ticks(|ticks| ticks.len() <= if drawing.facet.is_some() { 4 } else { 6 });
    let level_names: Vec<_> = levels.iter().map(|tick| drawing.written(&tick.written)).collect();
    let before = level_names.iter().map(|name| width(name)).fold(0.0, f64::max) + 0.9;
    // Small drawings are as wide as one another, whatever stands at the ends of their lines.
    let all_ends: Vec<_> = drawing.parts().flat_map(|part| ends(&part)).flatten().collect();
    let after = all_ends.iter().map(|end| width(end)).fold(0.0, f64::max) + 1.0;
    let places = places(drawing);
    let band = AnnotationBand::new(drawing, top - 1.1, [before, after], |[category, _]| places.at(category));
    top += band.height;
    let bottom = top + plot_height;
    let height = |at: f64| bottom - at * plot_height;
    for (tick, name) in levels.iter().zip(&level_names) {
        canvas.line([0.0, height(tick.at)], [1.0, height(tick.at)], StrokeKind::Grid, &[]);
        canvas.number([0.0, height(tick.at) + 0.36], -0.8, Anchor::End, TextTone::Quiet, name);
    }
    along(drawing, canvas, &places, bottom, before, after);
    let ends = ends(drawing);
    let point = |category: usize, series: usize| {
        let number = chart.values[category][series].as_ref()?;
        let y = height(scale.at(number.value));
        let reach = chart
            .range([category, series])
            .map_or([y, y], |[low, high]| [high, low].map(|end| height(scale.at(end.value))));
        Some(Point { category, x: places.at(category), y, reach, number })
    };
    let of_series = |n: usize| places.order.iter().map(|category| point(*category, n)).collect::<Vec<_>>();
    let all: Vec<Vec<Option<Point<'_>>>> = (0..ends.len()).map(of_series).collect();
    let said: Vec<_> = band
        .placed
        .iter()
        .filter_map(|(value, said, y)| Some((*value, said, *y, point(value[0], value[1])?)))
        .collect();
    let plot = drawing.room - before - after;
    // No number stands on the way from words to their mark.
    let way = |at: &Point<'_>, y: f64| [at.x * plot - 0.15, at.x * plot + 0.15, y, at.reach[0] - OVER];
    let mut taken: Vec<_> = said.iter().map(|(_, _, y, at)| way(at, *y)).collect();
    let mut numbers = Vec::new();
    for (n, points) in all.iter().enumerate() {
        let is_said = |category: usize| said.iter().any(|(value, ..)| *value == [category, n]);
        // Nor over the marks of another line.
        let others =
            all.iter().enumerate().filter(|(other, _)| *other != n).flat_map(|(_, points)| points.iter().flatten());
        let marks: Vec<_> =
            others.map(|at| [at.x * plot - MARK, at.x * plot + MARK, at.reach[0] - MARK, at.reach[1] + MARK]).collect();
        numbers.extend(numbers_over(drawing, points, is_said, plot, (&mut taken, &marks)));
    }
    for (_, said, y, at) in &said {
        let has_number = numbers.iter().any(|(over, _)| *over == [at.x, at.reach[0]]);
        said.lead(canvas, *y, at.reach[0] - if has_number { OVER } else { 0.5 });
    }
    let mut last = Vec::new();
    for (n, (points, end)) in all.iter().zip(ends).enumerate() {
        series(drawing, canvas, n, points);
        last.extend(points.iter().flatten().next_back().map(|point| point.y).zip(end));
    }
    for ([x, y], text) in &numbers {
        let (anchor, shift) =
            if meets_levels(*x * plot, text) { (Anchor::Start, -BESIDE) } else { (Anchor::Middle, 0.0) };
        canvas.number([*x, y - 0.65], shift, anchor, TextTone::Plain, text);
    }
    end_names(canvas, last);
    band.write(canvas);
    let is_written = |at: &Point<'_>| numbers.iter().any(|(over, _)| *over == [at.x, at.reach[0]]);
    hints(drawing, canvas, &all, is_written);
    DrawingSize { height: bottom + 1.6, before, after }
}

/// Where the categories stand, and in which order the line visits those of the drawing.
struct Places {
    /// By category of the whole chart, so that small drawings have one scale.
    at: Vec<f64>,
    order: Vec<usize>,
    /// The first and the last moment, as years, if the categories are dates.
    time: Option<[f64; 2]>,
}

impl Places {
    fn at(&self, category: usize) -> f64 {
        self.at.get(category).copied().unwrap_or_default()
    }
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
    let mut order: Vec<_> = drawing.categories().collect();
    let Some(moments) = moments else {
        let numbers = numbered(drawing);
        let most = numbers.iter().copied().max().unwrap_or_default().max(1) as f64;
        return Places { at: numbers.into_iter().map(|n| n as f64 / most).collect(), order, time: None };
    };
    let from = moments.iter().copied().fold(f64::INFINITY, f64::min);
    let to = moments.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let length = if to > from { to - from } else { 1.0 };
    order.sort_by(|a, b| moments[*a].total_cmp(&moments[*b]));
    let at = moments.iter().map(|moment| (moment - from) / length).collect();
    Places { at, order, time: Some([from, from + length]) }
}

/// The numbers of all categories in their order. What small drawings have in common has one number in all of them.
fn numbered(drawing: &Drawing<'_>) -> Vec<usize> {
    let categories = &drawing.chart.categories;
    if drawing.chart.facets.is_empty() {
        return (0..categories.len()).collect();
    }
    let mut known = BTreeMap::new();
    let number = |cells: &Vec<Cell>| {
        let next = known.len();
        *known.entry(drawing.name(cells)).or_insert(next)
    };
    categories.iter().map(number).collect()
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
        let (at, name) = (places.at(places.order[n]), drawing.name(&drawing.chart.categories[places.order[n]]));
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
        let [top, bottom] = point.reach;
        if top < bottom {
            canvas.line([point.x, top], [point.x, bottom], StrokeKind::Series(ink), dashes(n));
        }
        canvas.mark([point.x, point.y], ink, drawing.form(0, n));
    }
}

/// Numbers over the points: of which something is said, the first, the highest and the lowest come before the rest, and none
/// over another. Gives the points and their numbers.
fn numbers_over(
    drawing: &Drawing<'_>,
    points: &[Option<Point<'_>>],
    is_said: impl Fn(usize) -> bool,
    plot: f64,
    (taken, marks): (&mut Vec<[f64; 4]>, &[[f64; 4]]),
) -> Vec<([f64; 2], String)> {
    let points: Vec<_> = points.iter().flatten().collect();
    let Some((_, points)) = points.split_last() else { return Vec::new() };
    let by = |a: &usize, b: &usize| points[*a].y.total_cmp(&points[*b].y);
    let highest = (0..points.len()).min_by(by);
    let lowest = (0..points.len()).max_by(by);
    let first = (!points.is_empty()).then_some(0);
    let said = (0..points.len()).filter(|n| is_said(points[*n].category));
    let mut done = Vec::new();
    let mut numbers = Vec::new();
    for n in said.chain(first).chain(highest).chain(lowest).chain(0..points.len()) {
        let Point { x, reach: [y, _], number, .. } = points[n];
        let text = drawing.number(number);
        let half = width(&text) / 2.0 + 0.25;
        // The box of the number, in em; the mark of the last point is kept clear of, too.
        let middle = if meets_levels(x * plot, &text) { x * plot - BESIDE + half } else { x * plot };
        let own = [middle - half, middle + half, y - 1.5, y - 0.5];
        let meets = |other: &[f64; 4]| own[0] < other[1] && own[1] > other[0] && own[2] < other[3] && own[3] > other[2];
        if done.contains(&n) || taken.iter().chain(marks).any(meets) || own[1] > plot {
            continue;
        }
        done.push(n);
        taken.push(own);
        numbers.push(([*x, *y], text));
    }
    numbers
}

/// Whether a number over a point so far along, in em, would reach the numbers of the scale, which stand before the drawing.
fn meets_levels(along: f64, text: &str) -> bool {
    along - width(text) / 2.0 < -0.6
}

/// For the pointer: the values of each category that has one that is written nowhere in the drawing.
fn hints(
    drawing: &Drawing<'_>,
    canvas: &mut Canvas<'_>,
    all: &[Vec<Option<Point<'_>>>],
    is_written: impl Fn(&Point<'_>) -> bool,
) {
    let chart = drawing.chart;
    let count = all.first().map_or(0, Vec::len);
    if count > MOST_HINTS {
        return;
    }
    // The last number of a line stands at its end.
    let last: Vec<_> = all.iter().map(|points| points.iter().rposition(Option::is_some)).collect();
    for n in 0..count {
        let of_series = all.iter().zip(&last).enumerate();
        let points =
            of_series.filter_map(|(of, (points, last))| Some((points.get(n)?.as_ref()?, of, *last == Some(n))));
        let points: Vec<_> = points.collect();
        if points.iter().all(|(point, _, is_last)| *is_last || is_written(point)) {
            continue;
        }
        let Some((Point { x, category, .. }, ..)) = points.first() else { continue };
        let name = drawing.name(&chart.categories[*category]);
        let said = |what: &str, point: &Point<'_>, of: usize| {
            let number = point.number;
            let written = drawing.with_range(number, chart.range([point.category, of]));
            // A sign stays before its digits in a line from right to left only if both are isolated.
            let isolated = if number.value < 0.0 { format!("\u{2066}{written}\u{2069}") } else { written };
            format!("{what}: {isolated}")
        };
        let texts: Vec<String> = match chart.series.len() {
            1 => points.iter().map(|(point, of, _)| said(&name, point, *of)).collect(),
            _ => [name]
                .into_iter()
                .chain(points.iter().map(|(point, of, _)| said(&chart.series[*of], point, *of)))
                .collect(),
        };
        let lines: Vec<String> = texts.iter().flat_map(|text| lines(text, HINT)).collect();
        canvas.hint(*x, points.iter().map(|(point, ..)| point.y).collect(), &lines);
    }
}

/// What stands at the end of each line: its last number, and its name if all of the names are short.
fn ends(drawing: &Drawing<'_>) -> Vec<Option<String>> {
    let chart = drawing.chart;
    let order = places(drawing).order;
    // In a small drawing names would leave no room for the line.
    let is_whole = drawing.facet.is_none();
    let short = is_whole && chart.series.len() > 1 && chart.series.iter().all(|name| width(name) <= SHORT);
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
