//! The flow animation: drops that follow the curve, moved by the compositor alone.

use std::fmt::Write;

use super::curve::Curve;
use super::shapes::HALF_SIZE;

/// Number of straight pieces that approximate a loop; no piece deviates from the curve by
/// more than 4 units.
const PIECES: usize = 20;

/// The CSS keyframes `kl-stream`: the path through the right loop at constant speed, in
/// hundredths of the figure's width from the crossing. The drops are positioned at the
/// crossing, so the start and the end need no keyframe. The left loop is the mirror image.
#[must_use]
pub fn keyframes() -> String {
    let curve = Curve::new(HALF_SIZE.0, HALF_SIZE.1);
    let mut css = String::from("@keyframes kl-stream{");
    for piece in 1..PIECES {
        let part = piece as f64 / PIECES as f64;
        let point = curve.at(part * curve.loop_length());
        let (x, y) = (hundredths(point.x), hundredths(point.y));
        // Writing to a `String` can't fail.
        let _ = write!(
            css,
            "{}%{{transform:translate({x}cqi,{y}cqi)}}",
            (part * 100.0).round()
        );
    }
    css.push('}');
    css
}

/// Converts figure units to hundredths of the figure's width.
fn hundredths(units: f64) -> f64 {
    units.round() / 10.0 + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_starts_and_ends_at_the_crossing() {
        let curve = Curve::new(HALF_SIZE.0, HALF_SIZE.1);
        for end in [0.0, curve.loop_length()] {
            let distance = curve.at(end).length();
            assert!(
                distance < 0.5,
                "arc length {end} is {distance} units from the crossing"
            );
        }
        let css = keyframes();
        assert!(
            css.starts_with("@keyframes kl-stream{5%{transform:translate("),
            "{css}"
        );
        assert!(!css.contains("100%"), "{css}");
    }

    #[test]
    fn the_pieces_stay_close_to_the_curve() {
        let curve = Curve::new(HALF_SIZE.0, HALF_SIZE.1);
        let piece = curve.loop_length() / PIECES as f64;
        for i in 0..PIECES {
            let from = i as f64 * piece;
            let middle = (curve.at(from) + curve.at(from + piece)) * 0.5;
            let deviation = (middle - curve.at(from + piece / 2.0)).length();
            assert!(deviation < 4.0, "piece {i} deviates by {deviation} units");
        }
    }
}
