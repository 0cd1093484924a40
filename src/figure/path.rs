//! SVG path data from points, as short as possible without a visible difference.

use super::curve::{Curve, Point};

/// The precision with which a path follows a curve.
#[derive(Debug, Clone, Copy)]
pub struct Precision {
    /// Number of cubic pieces for a quarter of the curve.
    pieces: usize,
    /// Coordinates are rounded to multiples of `1 / parts` units.
    parts: f64,
}

/// For visible paths, which stay within a unit of the curve.
pub const VISIBLE: Precision = Precision {
    pieces: 3,
    parts: 2.0,
};
/// For hit areas, which are invisible: equally close to the curve, with more abrupt turns.
pub const HIT_AREA: Precision = Precision {
    pieces: 2,
    parts: 1.0,
};

/// Builds the `d` attribute of an SVG path.
#[derive(Debug)]
pub struct PathData {
    data: String,
    precision: Precision,
}

impl PathData {
    pub fn new(precision: Precision) -> Self {
        Self {
            data: String::new(),
            precision,
        }
    }

    pub fn move_to(&mut self, point: Point) -> &mut Self {
        self.command('M', &[point])
    }

    pub fn line_to(&mut self, point: Point) -> &mut Self {
        self.command('L', &[point])
    }

    /// Follows the curve from one arc length to another at an offset; `from` may lie
    /// after `to`. The path must already be at the start point. The pieces meet at
    /// the same arc lengths in every path, because repeated numbers compress well.
    pub fn trace(&mut self, curve: &Curve, from: f64, to: f64, offset: f64) -> &mut Self {
        let piece = curve.loop_length() / (2 * self.precision.pieces) as f64;
        // A remainder shorter than a fifth of a piece is merged into the adjacent piece.
        let (low, high) = (from.min(to) + piece / 5.0, from.max(to) - piece / 5.0);
        let mut stops: Vec<_> = ((low / piece).ceil() as i32..=(high / piece).floor() as i32)
            .map(|stop| f64::from(stop) * piece)
            .collect();
        if to < from {
            stops.reverse();
        }
        stops.push(to);
        let step = curve.length() / 2048.0;
        let direction = |at: f64| {
            let chord = curve.offset_at(at + step, offset) - curve.offset_at(at - step, offset);
            chord * chord.length().recip()
        };
        let mut start = from;
        for end in stops {
            let (first, last) = (curve.offset_at(start, offset), curve.offset_at(end, offset));
            let middle = curve.offset_at((start + end) / 2.0, offset);
            let sign = (end - start).signum();
            let (leaving, arriving) = (direction(start) * sign, direction(end) * sign);
            let handle = handle_length(first, last, middle, leaving - arriving);
            self.command(
                'C',
                &[first + leaving * handle, last - arriving * handle, last],
            );
            start = end;
        }
        self
    }

    pub fn close(&mut self) -> &mut Self {
        self.data.push('Z');
        self
    }

    /// Takes the path data and leaves the builder empty.
    #[must_use]
    pub fn finish(&mut self) -> String {
        std::mem::take(&mut self.data)
    }

    fn command(&mut self, letter: char, points: &[Point]) -> &mut Self {
        let parts = self.precision.parts;
        let numbers = points.iter().flat_map(|point| [point.x, point.y]);
        // Adding 0.0 turns "-0" into "0".
        let rounded = numbers.map(|number| ((number * parts).round() / parts + 0.0).to_string());
        self.data.push(letter);
        self.data.push_str(&rounded.collect::<Vec<_>>().join(" "));
        self
    }
}

/// The distance between the control points of a cubic and its ends with which the cubic passes
/// through `middle`: its midpoint is `(first + last) / 2 + turn * handle_length * 3 / 8`, where
/// `turn` is the difference between the directions at its ends.
fn handle_length(first: Point, last: Point, middle: Point, turn: Point) -> f64 {
    let chord = last - first;
    let rise = middle - (first + last) * 0.5;
    match turn.length() {
        // Nearly straight: any handle length passes through the middle.
        ..0.1 => chord.length() / 3.0,
        length => (rise.x * turn.x + rise.y * turn.y) / (length * length) * (8.0 / 3.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_rounded_without_negative_zero() {
        let point = |x, y| Point { x, y };
        let path = PathData::new(VISIBLE)
            .move_to(point(-0.04, 12.345))
            .line_to(point(7.0, -0.6))
            .finish();
        assert_eq!(path, "M0 12.5L7 -0.5");
    }

    #[test]
    fn the_pieces_stay_within_a_unit_of_the_curve() {
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
                    let position = start * rest.powi(3)
                        + point(0) * (3.0 * rest * rest * part)
                        + point(1) * (3.0 * rest * part * part)
                        + point(2) * part.powi(3);
                    // The distance to the nearest point of the curve: the speeds of the curve and
                    // the cubic may differ.
                    let lengths = (0..=200).map(|k| (i as f64 - 1.0 + f64::from(k) / 200.0) * step);
                    let distances =
                        lengths.map(|at| (curve.offset_at(at, offset) - position).length());
                    let distance = distances.fold(f64::INFINITY, f64::min);
                    assert!(distance < 1.0, "piece {i} deviates by {distance} units");
                }
            }
        }
    }
}
