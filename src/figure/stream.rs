//! The quiet stream: drops that follow the curve, moved by the compositor alone.

use std::fmt::Write;

use super::curve::Curve;
use super::shapes::HALF_SIZE;

/// Straight pieces that a round is made of: none strays from the curve by more
/// than 4 units.
const PIECES: usize = 40;

/// The CSS keyframes `kl-stream`: one round along the curve at constant speed, in
/// hundredths of the figure's width from its middle. A drop fades where its strand
/// runs under the other.
#[must_use]
pub fn keyframes() -> String {
    let curve = Curve::new(HALF_SIZE.0, HALF_SIZE.1);
    let mut css = String::from("@keyframes kl-stream{");
    for piece in 0..=PIECES {
        let part = piece as f64 / PIECES as f64;
        let point = curve.at(part * curve.length());
        let (x, y) = (hundredths(point.x), hundredths(point.y));
        // The lower strand passes the crossing where a round starts and ends.
        let opacity = match piece {
            0 | PIECES => ";opacity:0",
            1 => ";opacity:1",
            _ if piece == PIECES - 1 => ";opacity:1",
            _ => "",
        };
        // Writing to a String can't fail.
        let _ = write!(
            css,
            "{}%{{translate:{x}cqi {y}cqi{opacity}}}",
            (part * 1e4).round() / 100.0
        );
    }
    css.push_str("}\n");
    css
}

/// Units of the figure as hundredths of its width.
fn hundredths(units: f64) -> f64 {
    units.round() / 10.0 + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_ends_where_it_starts_and_is_unseen_there() {
        let css = keyframes();
        assert!(css.contains("{0%{translate:0cqi 0cqi;opacity:0}"), "{css}");
        assert!(
            css.ends_with("100%{translate:0cqi 0cqi;opacity:0}}\n"),
            "{css}"
        );
    }

    #[test]
    fn the_pieces_stay_close_to_the_curve() {
        let curve = Curve::new(HALF_SIZE.0, HALF_SIZE.1);
        let piece = curve.length() / PIECES as f64;
        for i in 0..PIECES {
            let from = i as f64 * piece;
            let middle = (curve.at(from) + curve.at(from + piece)) * 0.5;
            let strays = (middle - curve.at(from + piece / 2.0)).length();
            assert!(strays < 4.0, "piece {i} strays by {strays}");
        }
    }
}
