//! SVG path data from points, as short as it can be without being seen.

use super::curve::{Curve, Point};

/// Cubic pieces for a quarter of the curve: closer to it than a tenth of a unit.
const PIECES: usize = 6;

/// Builds the `d` attribute of a path.
#[derive(Debug, Default)]
pub struct PathData(String);

impl PathData {
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
    pub fn along(&mut self, curve: &Curve, from: f64, to: f64, aside: f64) -> &mut Self {
        let piece = curve.loop_length() / (2 * PIECES) as f64;
        // What is shorter than a fifth of a piece is part of the next.
        let (low, high) = (from.min(to) + piece / 5.0, from.max(to) - piece / 5.0);
        let mut stops: Vec<_> = ((low / piece).ceil() as i32..=(high / piece).floor() as i32)
            .map(|stop| f64::from(stop) * piece)
            .collect();
        if to < from {
            stops.reverse();
        }
        stops.push(to);
        // Hermite's form of a cubic: the speeds at both ends fix the two control points.
        let tiny = curve.length() / 2048.0;
        let speed = |at: f64| {
            (curve.beside(at + tiny, aside) - curve.beside(at - tiny, aside)) * (0.5 / tiny)
        };
        let mut start = from;
        for end in stops {
            let step = end - start;
            let last = curve.beside(end, aside);
            let first_control = curve.beside(start, aside) + speed(start) * (step / 3.0);
            let second_control = last - speed(end) * (step / 3.0);
            self.command('C', &[first_control, second_control, last]);
            start = end;
        }
        self
    }

    /// Closes the outline.
    pub fn close(&mut self) -> &mut Self {
        self.0.push('Z');
        self
    }

    /// The finished path data.
    #[must_use]
    pub fn finish(&mut self) -> String {
        std::mem::take(&mut self.0)
    }

    fn command(&mut self, letter: char, points: &[Point]) -> &mut Self {
        self.0.push(letter);
        for (i, point) in points.iter().enumerate() {
            if i > 0 {
                self.0.push(' ');
            }
            self.0
                .push_str(&format!("{} {}", tenths(point.x), tenths(point.y)));
        }
        self
    }
}

/// A number with at most one decimal; never "-0".
fn tenths(number: f64) -> f64 {
    (number * 10.0).round() / 10.0 + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        assert_eq!(format!("{}", tenths(-0.04)), "0");
        assert_eq!(format!("{}", tenths(12.345)), "12.3");
    }

    #[test]
    fn the_pieces_follow_the_curve() {
        let curve = Curve::new(460.0, 215.0);
        let quarter = curve.loop_length() / 2.0;
        let mut path = PathData::default();
        let data = path
            .move_to(curve.beside(0.0, 30.0))
            .along(&curve, 0.0, quarter, 30.0)
            .finish();
        let step = quarter / PIECES as f64;
        for (i, piece) in data.split('C').enumerate().skip(1) {
            let numbers: Vec<f64> = piece
                .split(' ')
                .map(|n| n.parse().expect("a number"))
                .collect();
            let point = |k: usize| Point {
                x: numbers[2 * k],
                y: numbers[2 * k + 1],
            };
            let start = curve.beside((i - 1) as f64 * step, 30.0);
            let middle = (start + point(2)) * 0.125 + (point(0) + point(1)) * 0.375;
            let wanted = curve.beside((i as f64 - 0.5) * step, 30.0);
            assert!(
                (middle - wanted).length() < 0.5,
                "{middle:?} for {wanted:?}"
            );
        }
    }
}
