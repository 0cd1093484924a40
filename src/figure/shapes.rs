//! The shapes of the figure: outline, hit area, number position and label slot of each phase.

use serde::{Deserialize, Serialize};

use super::curve::{Curve, Point};
use super::path::{HIT_AREA, PathData, VISIBLE};
use crate::content::Content;

/// The coordinate system of the shapes: a square around the crossing.
/// The horizontal figure fills the width of the square and half its height.
pub const VIEW_BOX: &str = "-500 -500 1000 1000";

/// Stroke width of a phase's hit area in the figure of the overview. In a narrow space that
/// figure is upright and twice as long as the widget is wide.
pub const HIT_WIDTH: i16 = 100;
/// Stroke width of a phase's hit area in the small figure beside a view, which is always
/// horizontal.
pub const HIT_WIDTH_COMPACT: i16 = 160;

/// Half the width and half the height of the curve.
pub(super) const HALF_SIZE: (f64, f64) = (460.0, 205.0);
/// Half the width of the ribbon.
const HALF_RIBBON: f64 = 33.0;
/// Length of the arrow point at the end of a phase.
const POINT: f64 = 26.0;
/// Positions of the arrowheads, as fractions of the arc.
const ARROWS: [f64; 2] = [0.25, 0.75];
/// Half the length and half the width of an arrowhead.
const HALF_ARROW: (f64, f64) = (6.0, 17.0);
/// The gap between two phases.
const GAP: f64 = 9.0;
/// Width of the gap that the upper strand leaves in the lower strand, on either side of its ribbon.
const CLEARANCE: f64 = 11.0;
/// Distance past the crossing at which the upper strand changes from one phase to the next, so
/// that the crossing is a single strand over another, and a phase that leaves a loop visibly
/// arrives in the other. The second number limits the distance to a fraction of the shortest
/// phase, so that each phase keeps its number.
const SEAM_OFFSET: (f64, f64) = (66.0, 0.12);

/// The shapes that are needed to draw the figure of one publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shapes {
    /// One arc for each phase, in the order of the content.
    pub arcs: Vec<PhaseArc>,
    /// Path data of the upper strand's center line near the crossing, to separate it
    /// from the lower strand.
    pub crossing_mask: String,
    /// Stroke width of the crossing mask.
    pub crossing_mask_width: i16,
}

/// The shapes of one phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhaseArc {
    /// Path data of the phase's outline: a bent arrow.
    pub outline: String,
    /// Path data of the phase's center line, which is the hit area.
    pub centre_line: String,
    /// Path data of the arrowheads that show the direction of the flow.
    pub arrows: String,
    /// Position of the phase's number: the middle of the arc.
    pub number_position: (i16, i16),
    /// Position of the phase's name.
    pub slot: LabelSlot,
    /// Whether the arc is part of the upper strand at the crossing.
    pub upper: bool,
}

/// Position of a phase's name: beside its loop, on the side that the arc bends to.
/// Names on the same side of a loop share a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelSlot {
    /// The loop: 0 is the left one, or the upper one in the upright figure.
    pub in_loop: u8,
    /// Whether the name is below the figure rather than above it; to the right rather
    /// than to the left of the upright figure.
    pub below: bool,
    /// Index among the names that share the slot, from 0.
    pub index: u8,
    /// Number of names that share the slot.
    pub count: u8,
}

impl Shapes {
    /// Computes the figure of content without [problems](crate::content::problems).
    #[must_use]
    pub fn new(content: &Content) -> Self {
        let loops: Vec<_> = content
            .phases
            .iter()
            .map(|phase| content.loop_of(phase))
            .collect();
        let curve = Curve::new(HALF_SIZE.0, HALF_SIZE.1);
        let half_length = HALF_RIBBON * 2.4;
        let crossing = curve.loop_length();
        let crossing_mask = PathData::new(VISIBLE)
            .move_to(curve.at(crossing - half_length))
            .trace(&curve, crossing - half_length, crossing + half_length, 0.0)
            .finish();
        let spans = spans(&curve, &loops);
        let seam_offset = seam_offset(&spans);
        let mut arcs: Vec<_> = spans
            .into_iter()
            .zip(&loops)
            .map(|(span, in_loop)| PhaseArc::new(&curve, span, seam_offset, *in_loop))
            .collect();
        share_slots(&mut arcs);
        Self {
            arcs,
            crossing_mask,
            crossing_mask_width: (2.0 * (HALF_RIBBON + CLEARANCE)) as i16,
        }
    }
}

impl PhaseArc {
    fn new(curve: &Curve, (from, to): (f64, f64), seam_offset: f64, in_loop: usize) -> Self {
        // The edges end half a point length before the border and the points half a point
        // length after it, so that the arcs meet at the border between two phases.
        let crossing = curve.loop_length();
        let border = |at: f64| {
            let at_crossing = (at - crossing).abs() < 1.0;
            if at_crossing { at + seam_offset } else { at }
        };
        let (first, last) = (border(from), border(to));
        let (start, end) = (first + (GAP - POINT) / 2.0, last - (GAP + POINT) / 2.0);
        let outline = PathData::new(VISIBLE)
            .move_to(curve.offset_at(start, -HALF_RIBBON))
            .trace(curve, start, end, -HALF_RIBBON)
            .line_to(curve.at(end + POINT))
            .line_to(curve.offset_at(end, HALF_RIBBON))
            .trace(curve, end, start, HALF_RIBBON)
            .line_to(curve.at(start + POINT))
            .close()
            .finish();
        let centre_line = PathData::new(HIT_AREA)
            .move_to(curve.at(first))
            .trace(curve, first, last, 0.0)
            .finish();
        let mut arrows = PathData::new(VISIBLE);
        for part in ARROWS {
            let at = from + part * (to - from);
            let (back, offset) = HALF_ARROW;
            arrows
                .move_to(curve.offset_at(at - back, -offset))
                .line_to(curve.at(at + back))
                .line_to(curve.offset_at(at - back, offset));
        }
        let number_position = curve.at((from + to) / 2.0);
        Self {
            outline,
            centre_line,
            arrows: arrows.finish(),
            number_position: rounded(number_position),
            slot: LabelSlot {
                in_loop: in_loop as u8,
                below: number_position.y >= 1.0,
                index: 0,
                count: 1,
            },
            // The strand from the right loop to the left loop is the upper one.
            upper: (crossing * 0.5..crossing * 1.5).contains(&((from + to) / 2.0)),
        }
    }
}

/// Orders the names that share a slot, from left to right.
fn share_slots(arcs: &mut [PhaseArc]) {
    let slots: Vec<_> = arcs
        .iter()
        .map(|arc| (arc.slot, arc.number_position))
        .collect();
    for arc in arcs {
        let sharing = |(slot, _): &&(LabelSlot, (i16, i16))| {
            (slot.in_loop, slot.below) == (arc.slot.in_loop, arc.slot.below)
        };
        let x = arc.number_position.0;
        arc.slot.count = slots.iter().filter(sharing).count() as u8;
        arc.slot.index = slots
            .iter()
            .filter(sharing)
            .filter(|(_, position)| position.0 < x)
            .count() as u8;
    }
}

/// Start and end of each phase, as arc lengths; `loops` holds the loop of each phase.
///
/// The phases of a loop share it equally. The flow passes through a loop in one run,
/// which in the content may start at the end of the list and continue at its start.
fn spans(curve: &Curve, loops: &[usize]) -> Vec<(f64, f64)> {
    let count = loops.len();
    (0..count)
        .map(|i| {
            let same_loop = |step: &usize| loops[(i + count - step) % count] == loops[i];
            let before = (1..count).take_while(same_loop).count();
            let total = loops.iter().filter(|in_loop| **in_loop == loops[i]).count();
            let share = curve.loop_length() / total as f64;
            // The left loop comes second on the curve.
            let start = if loops[i] == 0 {
                curve.loop_length()
            } else {
                0.0
            };
            let from = start + (before % total) as f64 * share;
            (from, from + share)
        })
        .collect()
}

/// The distance between the crossing and the border between phases on the upper strand.
fn seam_offset(spans: &[(f64, f64)]) -> f64 {
    let (maximum, fraction) = SEAM_OFFSET;
    let limits = spans.iter().map(|(from, to)| (to - from) * fraction);
    limits.fold(maximum, f64::min)
}

fn rounded(point: Point) -> (i16, i16) {
    (point.x.round() as i16, point.y.round() as i16)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::content::fixture::publication;

    /// Loops of phases that a content file may contain: one run for each loop, starting anywhere.
    fn any_loops() -> impl Strategy<Value = Vec<usize>> {
        (1..6_usize, 1..6_usize, 0..12_usize).prop_map(|(left, right, turn)| {
            let mut loops = [vec![0; left], vec![1; right]].concat();
            let turn = turn % loops.len();
            loops.rotate_left(turn);
            loops
        })
    }

    proptest! {
        #[test]
        fn the_phases_cover_the_curve_without_gaps(loops in any_loops()) {
            let curve = Curve::new(460.0, 205.0);
            let spans = spans(&curve, &loops);
            for (i, span) in spans.iter().enumerate() {
                let next = spans[(i + 1) % spans.len()];
                let gap = (curve.at(span.1) - curve.at(next.0)).length();
                prop_assert!(gap < 0.1, "gap of {} units after phase {}", gap, i);
            }
            let covered: f64 = spans.iter().map(|(from, to)| to - from).sum();
            prop_assert!((covered - curve.length()).abs() < 0.01);
        }

        #[test]
        fn the_phases_of_a_loop_share_it_equally(loops in any_loops()) {
            let curve = Curve::new(460.0, 205.0);
            let spans = spans(&curve, &loops);
            for side in [0, 1] {
                let mut shares = spans.iter().zip(&loops).filter(|(_, in_loop)| **in_loop == side);
                let first = shares.next().map(|((from, to), _)| to - from);
                let differs = |((from, to), _): (&(f64, f64), _)| {
                    first.is_none_or(|first| (to - from - first).abs() > 0.01)
                };
                prop_assert!(!shares.any(differs));
            }
        }

        #[test]
        fn every_hit_area_is_at_least_44_px_in_a_window_of_320_px(
            loops in any_loops(), part in 0.0..1.0_f64
        ) {
            // The widget leaves 12 px on either side; the upright figure is twice as long.
            let layouts = [(2.0 * 296.0, HIT_WIDTH), (296.0, HIT_WIDTH_COMPACT)];
            let curve = Curve::new(HALF_SIZE.0, HALF_SIZE.1);
            let spans = spans(&curve, &loops);
            let seam_offset = seam_offset(&spans);
            for (px, width) in layouts {
                let scale = px / 1000.0;
                prop_assert!(f64::from(width) * scale >= 44.0);
                // More than six phases need a wider window.
                for (i, (from, to)) in spans.iter().enumerate().filter(|_| loops.len() <= 6) {
                    prop_assert!((to - from) * scale >= 44.0);
                    // The next phase leaves the area around the number free.
                    let number_position = curve.at((from + to) / 2.0);
                    let (other_from, other_to) = spans[(i + 1) % spans.len()];
                    let other = other_from + part * (other_to - other_from);
                    prop_assert!((curve.at(other) - number_position).length() * scale >= 22.0);
                    // The previous phase does too, where it extends past the crossing.
                    let extension = curve.at(from + part * seam_offset);
                    prop_assert!((extension - number_position).length() * scale >= 22.0);
                }
            }
        }
    }

    #[test]
    fn the_flow_starts_at_the_upper_left_and_runs_through_the_crossing() {
        let shapes = Shapes::new(publication());
        let corners: Vec<_> = shapes
            .arcs
            .iter()
            .map(|arc| (arc.number_position.0 > 0, arc.number_position.1 > 0))
            .collect();
        // Upper left, lower right, upper right, lower left.
        assert_eq!(
            corners,
            [(false, false), (true, true), (true, false), (false, true)]
        );
    }

    #[test]
    fn one_strand_lies_over_the_other() {
        let shapes = Shapes::new(publication());
        let upper: Vec<_> = shapes.arcs.iter().map(|arc| arc.upper).collect();
        assert_eq!(upper, [false, false, true, true]);
    }
}
