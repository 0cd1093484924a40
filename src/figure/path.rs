//! SVG path data from points, as short as it can be without being seen.

use super::curve::{Curve, Point};

/// How close a path keeps to what it follows.
#[derive(Debug, Clone, Copy)]
pub struct Precision {
    /// Cubic pieces for a quarter of the curve.
    pieces: usize,
    /// Parts of a unit that numbers are rounded to.
    parts: f64,
}

/// For what is seen: within a unit.
pub const VISIBLE: Precision = Precision {
    pieces: 3,
    parts: 2.0,
};
/// For what is only hit: as close, with more sudden turns.
pub const HIT_AREA: Precision = Precision {
    pieces: 2,
    parts: 1.0,
};

/// Builds the `d` attribute of a path.
#[derive(Debug)]
pub struct PathData {
    data: String,
    precision: Precision,
}

impl PathData {
    /// An empty path.
    pub fn new(precision: Precision) -> Self {
        Self {
            data: String::new(),
            precision,
        }
    }

    /// Starts at a point.
    pub fn move_to(&mut self, point: Point) -> &mut Self {
        self.command('M', &[point])
    }

    /// Draws a straight line.
    pub fn line_to(&mut self, point: Point) -> &mut Self {
        self.command('L', &[point])
    }

    /// Follows the curve from one length to another at a distance aside; `from`
    /// may lie after `to`. Starts from where the path is, which must be there.
    /// Pieces meet where they do in every path: the same numbers compress well.
    pub fn trace(&mut self, curve: &Curve, from: f64, to: f64, offset: f64) -> &mut Self {
        let piece = curve.loop_length() / (2 * self.precision.pieces) as f64;
        // What is shorter than a fifth of a piece is part of the next.
        let (low, high) = (from.min(to) + piece / 5.0, from.max(to) - piece / 5.0);
        let mut stops: Vec<_> = ((low / piece).ceil() as i32..=(high / piece).floor() as i32)
            .map(|stop| f64::from(stop) * piece)
            .collect();
        if to < from {
            stops.reverse();
        }
        stops.push(to);
        let tiny = curve.length() / 2048.0;
        let direction = |at: f64| {
            let ahead = curve.offset_at(at + tiny, offset) - curve.offset_at(at - tiny, offset);
            ahead * ahead.length().recip()
        };
        let mut start = from;
        for end in stops {
            let (first, last) = (curve.offset_at(start, offset), curve.offset_at(end, offset));
            let middle = curve.offset_at((start + end) / 2.0, offset);
            let sense = (end - start).signum();
            let (leaving, arriving) = (direction(start) * sense, direction(end) * sense);
            let handle_length = handle_length(first, last, middle, leaving - arriving);
            self.command(
                'C',
                &[
                    first + leaving * handle_length,
                    last - arriving * handle_length,
                    last,
                ],
            );
            start = end;
        }
        self
    }

    /// Closes the outline.
    pub fn close(&mut self) -> &mut Self {
        self.data.push('Z');
        self
    }

    /// The finished path data.
    #[must_use]
    pub fn finish(&mut self) -> String {
        std::mem::take(&mut self.data)
    }

    fn command(&mut self, letter: char, points: &[Point]) -> &mut Self {
        let parts = self.precision.parts;
        let numbers = points.iter().flat_map(|point| [point.x, point.y]);
        // Never "-0".
        let rounded = numbers.map(|number| ((number * parts).round() / parts + 0.0).to_string());
        self.data.push(letter);
        self.data.push_str(&rounded.collect::<Vec<_>>().join(" "));
        self
    }
}

/// How far the two control points of a cubic lie from its ends, so that it passes its middle:
/// the cubic is halfway at `(first + last) / 2 + turn * reach * 3 / 8`, where `turn` is the
/// difference between the directions at its ends.
fn handle_length(first: Point, last: Point, middle: Point, turn: Point) -> f64 {
    let chord = last - first;
    let rise = middle - (first + last) * 0.5;
    match turn.length() {
        // Nearly straight: any reach passes it.
        ..0.1 => chord.length() / 3.0,
        bent => (rise.x * turn.x + rise.y * turn.y) / (bent * bent) * (8.0 / 3.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let point = |x, y| Point { x, y };
        let path = PathData::new(VISIBLE)
            .move_to(point(-0.04, 12.345))
            .line_to(point(7.0, -0.6))
            .finish();
        assert_eq!(path, "M0 12.5L7 -0.5");
    }

    #[test]
    fn the_pieces_follow_the_curve() {
        let curve = Curve::new(460.0, 215.0);
        let quarter = curve.loop_length() / 2.0;
        for (precision, offset) in [(VISIBLE, 33.0), (VISIBLE, -33.0), (HIT_AREA, 0.0)] {
            let data = PathData::new(precision)
                .move_to(curve.offset_at(0.0, offset))
                .trace(&curve, 0.0, quarter, offset)
                .finish();
            let step = quarter / precision.pieces as f64;
            for (i, piece) in data.split('C').enumerate().skip(1) {
                let numbers: Vec<f64> = piece
                    .split(' ')
                    .map(|n| n.parse().expect("a number"))
                    .collect();
                let point = |k: usize| Point {
                    x: numbers[2 * k],
                    y: numbers[2 * k + 1],
                };
                let start = curve.offset_at((i - 1) as f64 * step, offset);
                for part in [0.25, 0.5, 0.75] {
                    let rest: f64 = 1.0 - part;
                    let on = start * rest.powi(3)
                        + point(0) * (3.0 * rest * rest * part)
                        + point(1) * (3.0 * rest * part * part)
                        + point(2) * part.powi(3);
                    // The nearest of the curve, whatever its speed there.
                    let about = (0..=200).map(|k| (i as f64 - 1.0 + f64::from(k) / 200.0) * step);
                    let far = about.map(|at| (curve.offset_at(at, offset) - on).length());
                    let far = far.fold(f64::INFINITY, f64::min);
                    assert!(far < 1.0, "piece {i} strays by {far}");
                }
            }
        }
    }
}
