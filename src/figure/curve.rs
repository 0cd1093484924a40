//! The lemniscate, a closed curve with two loops, addressed by arc length.
//!
//! The curve is Bernoulli's lemniscate in its usual parametrization, stretched
//! vertically so that a name fits in each loop
//! (<https://mathworld.wolfram.com/Lemniscate.html>):
//! x = a sin u / (1 + cos² u), y = b sin u cos u / (1 + cos² u).
//! The y axis points down, as on a screen. The flow starts at the crossing, runs
//! through the right loop (first its lower half, then its upper half), returns
//! through the crossing and then runs through the left loop (again first its lower half).

use std::f64::consts::PI;
use std::ops::{Add, Mul, Sub};

/// A point or vector, in figure units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Horizontal coordinate, increasing to the right.
    pub x: f64,
    /// Vertical coordinate, increasing downwards.
    pub y: f64,
}

impl Point {
    /// The length of the vector.
    #[must_use]
    pub fn length(self) -> f64 {
        self.x.hypot(self.y)
    }

    /// The vector turned by a right angle: from the direction of travel to its right-hand side.
    #[must_use]
    pub fn perpendicular(self) -> Self {
        Self {
            x: -self.y,
            y: self.x,
        }
    }
}

impl Add for Point {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            x: self.x + other.x,
            y: self.y + other.y,
        }
    }
}

impl Sub for Point {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + other * -1.0
    }
}

impl Mul<f64> for Point {
    type Output = Self;
    fn mul(self, factor: f64) -> Self {
        Self {
            x: self.x * factor,
            y: self.y * factor,
        }
    }
}

/// Number of steps in the length table of one loop; its error is far below a hundredth of a unit.
const STEPS: usize = 2048;

/// A lemniscate whose points are addressed by the arc length from the crossing.
#[derive(Debug, Clone)]
pub struct Curve {
    half_width: f64,
    stretch: f64,
    /// Arc length from the crossing to parameter `i · π / STEPS`, for one loop.
    lengths: Vec<f64>,
}

impl Curve {
    /// Creates a lemniscate that extends `half_width` to either side and `half_height` up and down.
    #[must_use]
    pub fn new(half_width: f64, half_height: f64) -> Self {
        // Without stretching, the half height is √2/4 of the half width.
        let stretch = half_height / (2_f64.sqrt() / 4.0);
        let mut curve = Self {
            half_width,
            stretch,
            lengths: Vec::with_capacity(STEPS + 1),
        };
        let mut length = 0.0;
        let mut last = curve.at_parameter(0.0);
        for i in 0..=STEPS {
            let next = curve.at_parameter(i as f64 * PI / STEPS as f64);
            length += (next - last).length();
            curve.lengths.push(length);
            last = next;
        }
        curve
    }

    /// The arc length of the whole curve: twice that of one loop.
    #[must_use]
    pub fn length(&self) -> f64 {
        2.0 * self.loop_length()
    }

    /// The arc length of one loop, from the crossing back to it.
    #[must_use]
    pub fn loop_length(&self) -> f64 {
        self.lengths[STEPS]
    }

    /// The point at an arc length from the crossing; lengths beyond the curve wrap around.
    #[must_use]
    pub fn at(&self, length: f64) -> Point {
        let length = length.rem_euclid(self.length());
        let (in_loop, turn) = if length < self.loop_length() {
            (length, 0.0)
        } else {
            (length - self.loop_length(), PI)
        };
        let after = self.lengths.partition_point(|entry| *entry < in_loop);
        let before = after.clamp(1, STEPS) - 1;
        let (from, to) = (self.lengths[before], self.lengths[before + 1]);
        let within = (in_loop - from) / (to - from);
        self.at_parameter(turn + (before as f64 + within) * PI / STEPS as f64)
    }

    /// The direction of travel at an arc length, as a unit vector.
    #[must_use]
    pub fn direction(&self, length: f64) -> Point {
        let step = self.length() / 4096.0;
        let chord = self.at(length + step) - self.at(length - step);
        chord * (1.0 / chord.length())
    }

    /// The point beside the curve: `offset` units to the right of the direction of travel.
    #[must_use]
    pub fn offset_at(&self, length: f64, offset: f64) -> Point {
        self.at(length) + self.direction(length).perpendicular() * offset
    }

    fn at_parameter(&self, u: f64) -> Point {
        let (sin, cos) = u.sin_cos();
        let scale = sin / (1.0 + cos * cos);
        Point {
            x: self.half_width * scale,
            y: self.stretch * scale * cos,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_curve() -> impl Strategy<Value = Curve> {
        (100.0..900.0_f64, 0.3..0.8_f64).prop_map(|(width, ratio)| Curve::new(width, width * ratio))
    }

    fn near(a: Point, b: Point) -> bool {
        (a - b).length() < 0.05
    }

    proptest! {
        #[test]
        fn the_curve_is_closed(curve in any_curve(), part in 0.0..1.0_f64) {
            let length = part * curve.length();
            prop_assert!(near(curve.at(length), curve.at(length + curve.length())));
        }

        #[test]
        fn the_curve_crosses_itself_at_half_its_length(curve in any_curve()) {
            let origin = Point { x: 0.0, y: 0.0 };
            prop_assert!(near(curve.at(0.0), origin));
            prop_assert!(near(curve.at(curve.loop_length()), origin));
        }

        #[test]
        fn the_left_loop_mirrors_the_right(curve in any_curve(), part in 0.0..1.0_f64) {
            let right = curve.at(part * curve.loop_length());
            let left = curve.at((1.0 + part) * curve.loop_length());
            let mirrored = Point { x: -right.x, y: right.y };
            prop_assert!(near(left, mirrored));
        }

        #[test]
        fn the_upper_half_mirrors_the_lower_half(curve in any_curve(), part in 0.0..1.0_f64) {
            let point = curve.at(part * curve.loop_length());
            let opposite = curve.at((1.0 - part) * curve.loop_length());
            let mirrored = Point { x: point.x, y: -point.y };
            prop_assert!(near(opposite, mirrored));
        }

        #[test]
        fn equal_arc_lengths_cover_equal_distances(curve in any_curve(), part in 0.0..1.0_f64) {
            let step = curve.length() / 2000.0;
            let from = part * curve.length();
            let distance = (curve.at(from + step) - curve.at(from)).length();
            prop_assert!(
                (distance / step - 1.0).abs() < 0.01,
                "distance {distance} for an arc length of {step}"
            );
        }

        #[test]
        fn the_curve_stays_within_its_bounds(curve in any_curve(), part in 0.0..1.0_f64) {
            let point = curve.at(part * curve.length());
            let half_height = curve.stretch * 2_f64.sqrt() / 4.0;
            prop_assert!(point.x.abs() <= curve.half_width + 0.01);
            prop_assert!(point.y.abs() <= half_height + 0.01);
        }
    }
}
