//! The marks of subjects as outlines around the origin, the same as on the scale: a disc, a diamond, triangles, a square, a
//! cross. Circles are four curves, which are the same on every machine.

use zeno::{Command, Point};

/// How far the handles of a quarter of a circle reach, for a radius of 1.
const HANDLE: f32 = 0.552_284_8;

/// The mark of a subject by its number, about 2 wide and high. After the sixth they begin again, in other inks.
pub fn mark(number: usize) -> Vec<Command> {
    match number % 6 {
        0 => disc(1.0),
        1 => polygon(&[[0.0, 1.2], [1.2, 0.0], [0.0, -1.2], [-1.2, 0.0]]),
        2 => polygon(&[[0.0, 1.0], [1.2, -1.0], [-1.2, -1.0]]),
        3 => polygon(&[[-0.9, 0.9], [0.9, 0.9], [0.9, -0.9], [-0.9, -0.9]]),
        4 => polygon(&[[0.0, -1.0], [1.2, 1.0], [-1.2, 1.0]]),
        _ => {
            let (arm, end) = (0.4, 1.2);
            let quarter = |[x, y]: [f32; 2]| [[x, y], [y, -x], [-x, -y], [-y, x]];
            let [a, b, c] = [[-arm, end], [arm, end], [arm, arm]].map(quarter);
            let corners: Vec<_> = (0..4).flat_map(|side| [a[side], b[side], c[side]]).collect();
            polygon(&corners)
        }
    }
}

/// A ring, 2 wide and high.
pub fn ring() -> Vec<Command> {
    let mut outline = disc(1.0);
    // The inner edge goes the other way round, and so cuts a hole.
    outline.extend(arcs([0.0, 0.0], 0.0, 0.54, -1.0));
    outline
}

/// A bar with round ends, as long as `length` and twice as high as `half`, to the right of the origin.
pub fn disc_between(length: f32, half: f32) -> Vec<Command> {
    let radius = half.min(length / 2.0);
    if radius < half {
        return polygon(&[[0.0, half], [length, half], [length, -half], [0.0, -half]]);
    }
    arcs([radius, 0.0], length - 2.0 * radius, radius, 1.0)
}

/// A line from the origin to a point.
pub fn line([x, y]: [f32; 2]) -> Vec<Command> {
    vec![Command::MoveTo(Point::new(0.0, 0.0)), Command::LineTo(Point::new(x, y))]
}

fn disc(radius: f32) -> Vec<Command> {
    arcs([0.0, 0.0], 0.0, radius, 1.0)
}

/// Two halves of a circle, so far apart; `turn` is 1 for one way round and -1 for the other.
fn arcs([x, y]: [f32; 2], apart: f32, radius: f32, turn: f32) -> Vec<Command> {
    let handle = radius * HANDLE;
    let at = |dx: f32, dy: f32| Point::new(x + dx, y + dy * turn);
    let right = |dx: f32, dy: f32| at(apart + dx, dy);
    vec![
        Command::MoveTo(at(0.0, radius)),
        Command::LineTo(right(0.0, radius)),
        Command::CurveTo(right(handle, radius), right(radius, handle), right(radius, 0.0)),
        Command::CurveTo(right(radius, -handle), right(handle, -radius), right(0.0, -radius)),
        Command::LineTo(at(0.0, -radius)),
        Command::CurveTo(at(-handle, -radius), at(-radius, -handle), at(-radius, 0.0)),
        Command::CurveTo(at(-radius, handle), at(-handle, radius), at(0.0, radius)),
        Command::Close,
    ]
}

/// A surface between corners.
pub fn polygon(corners: &[[f32; 2]]) -> Vec<Command> {
    let mut outline: Vec<_> = corners.iter().map(|[x, y]| Command::LineTo(Point::new(*x, *y))).collect();
    if let (Some(first), Some([x, y])) = (outline.first_mut(), corners.first()) {
        *first = Command::MoveTo(Point::new(*x, *y));
    }
    outline.push(Command::Close);
    outline
}
