//! The figure's shapes: what a phase looks like, where it is hit, where its number stands.

use serde::{Deserialize, Serialize};

use super::curve::{Curve, Point};
use super::path::{HIT_AREA, PathData, VISIBLE};
use crate::content::Content;

/// The coordinates that the shapes are drawn in: a square around the crossing.
/// The figure fills its width and, lying down, half its height.
pub const VIEW_BOX: &str = "-500 -500 1000 1000";

/// How wide the line is that a phase is hit by, in the figure of the overview: that
/// stands upright in narrow space, twice as long as the widget is wide.
pub const HIT_WIDTH: i16 = 100;
/// The same in the small figure beside a view, which always lies down.
pub const HIT_WIDTH_COMPACT: i16 = 160;

/// How far the curve reaches to the sides and up or down.
pub(super) const HALF_SIZE: (f64, f64) = (460.0, 205.0);
/// Half the width of the ribbon.
const HALF_RIBBON: f64 = 33.0;
/// How far the arrow point of a phase sticks out.
const POINT: f64 = 26.0;
/// Where arrowheads stand, as parts of the arc, and half their length and width.
const ARROWS: [f64; 2] = [0.25, 0.75];
const HALF_ARROW: (f64, f64) = (6.0, 17.0);
/// The gap between two phases.
const GAP: f64 = 9.0;
/// How far the upper strand clears the lower at the crossing, beyond the ribbon.
const CLEARANCE: f64 = 11.0;
/// How far past the crossing the upper strand goes from one phase to the next: so that the
/// crossing is one plain strand over another, and what leaves a loop arrives in the other.
/// At most this part of the shortest share, so that each phase keeps its number.
const SEAM_OFFSET: (f64, f64) = (66.0, 0.12);

/// All that is needed to draw the figure of one publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shapes {
    /// One arc a phase, in the content's order.
    pub arcs: Vec<PhaseArc>,
    /// Path data of the upper strand's centre line near the crossing, to clear it
    /// from the lower strand.
    pub crossing_mask: String,
    /// Width of that clearing.
    pub crossing_mask_width: i16,
}

/// One phase of the figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhaseArc {
    /// Path data of the phase's outline: a bent arrow.
    pub outline: String,
    /// Path data of its centre line, to be hit.
    pub centre_line: String,
    /// Path data of arrowheads that show the direction of the flow.
    pub arrows: String,
    /// The middle of the arc, where its number stands.
    pub number_position: (i16, i16),
    /// Where its name stands.
    pub slot: LabelSlot,
    /// Whether it runs over the other strand at the crossing.
    pub upper: bool,
}

/// Where a phase's name stands: beside its loop, on the side that the arc bends to.
/// Names on the same side of a loop share that place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelSlot {
    /// The loop: 0 is left, or the upper one where the figure stands upright.
    pub in_loop: u8,
    /// Below rather than above the figure; to the right rather than to the left
    /// where it stands upright.
    pub below: bool,
    /// Which of the names that share the place, from 0.
    pub index: u8,
    /// How many share it.
    pub count: u8,
}

impl Shapes {
    /// The figure of a publication without [problems](crate::content::problems).
    #[must_use]
    pub fn new(content: &Content) -> Self {
        let loops: Vec<_> = content
            .phases
            .iter()
            .map(|each| content.loop_of(each))
            .collect();
        let curve = Curve::new(HALF_SIZE.0, HALF_SIZE.1);
        let near = HALF_RIBBON * 2.4;
        let crossing = curve.loop_length();
        let crossing_mask = PathData::new(VISIBLE)
            .move_to(curve.at(crossing - near))
            .trace(&curve, crossing - near, crossing + near, 0.0)
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
        // Edges lie half a point back and points half a point ahead, so that
        // the border between two phases is where the arcs meet.
        let crossing = curve.loop_length();
        let border = |at: f64| {
            let upper = (at - crossing).abs() < 1.0;
            if upper { at + seam_offset } else { at }
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
            // The strand that leaves the right loop for the left one lies on top.
            upper: (crossing * 0.5..crossing * 1.5).contains(&((from + to) / 2.0)),
        }
    }
}

/// Lines up the names that share a place, from left to right.
fn share_slots(arcs: &mut [PhaseArc]) {
    let all: Vec<_> = arcs
        .iter()
        .map(|arc| (arc.slot, arc.number_position))
        .collect();
    for arc in arcs {
        let sharing = |(slot, _): &&(LabelSlot, (i16, i16))| {
            (slot.in_loop, slot.below) == (arc.slot.in_loop, arc.slot.below)
        };
        let x = arc.number_position.0;
        arc.slot.count = all.iter().filter(sharing).count() as u8;
        arc.slot.index = all
            .iter()
            .filter(sharing)
            .filter(|each| each.1.0 < x)
            .count() as u8;
    }
}

/// From where to where on the curve each phase runs; `loops` tells the loop of each.
///
/// The phases of a loop share it equally. The flow passes a loop as one run,
/// which in the content may start at the end of the list and go on at its start.
fn spans(curve: &Curve, loops: &[usize]) -> Vec<(f64, f64)> {
    let count = loops.len();
    (0..count)
        .map(|i| {
            let same = |step: &usize| loops[(i + count - step) % count] == loops[i];
            let before = (1..count).take_while(same).count();
            let all = loops.iter().filter(|each| **each == loops[i]).count();
            let share = curve.loop_length() / all as f64;
            // The left loop comes second on the curve.
            let start = if loops[i] == 0 {
                curve.loop_length()
            } else {
                0.0
            };
            let from = start + (before % all) as f64 * share;
            (from, from + share)
        })
        .collect()
}

/// How far past the crossing the upper strand's border lies.
fn seam_offset(spans: &[(f64, f64)]) -> f64 {
    let (most, part) = SEAM_OFFSET;
    let lengths = spans.iter().map(|(from, to)| (to - from) * part);
    lengths.fold(most, f64::min)
}

fn rounded(point: Point) -> (i16, i16) {
    (point.x.round() as i16, point.y.round() as i16)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::content::fixture::publication;

    /// Loops of phases as a content file may have them: one run of each, from anywhere.
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
        fn the_phases_cover_the_curve_without_gap(loops in any_loops()) {
            let curve = Curve::new(460.0, 205.0);
            let spans = spans(&curve, &loops);
            for (i, span) in spans.iter().enumerate() {
                let next = spans[(i + 1) % spans.len()];
                let gap = (curve.at(span.1) - curve.at(next.0)).length();
                prop_assert!(gap < 0.1, "phase {} to the next: {}", i, gap);
            }
            let covered: f64 = spans.iter().map(|(from, to)| to - from).sum();
            prop_assert!((covered - curve.length()).abs() < 0.01);
        }

        #[test]
        fn the_phases_of_a_loop_share_it_equally(loops in any_loops()) {
            let curve = Curve::new(460.0, 205.0);
            let spans = spans(&curve, &loops);
            for side in [0, 1] {
                let mut shares = spans.iter().zip(&loops).filter(|(_, of)| **of == side);
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
            // The widget leaves 12 px on either side; upright the figure is twice as long.
            let forms = [(2.0 * 296.0, HIT_WIDTH), (296.0, HIT_WIDTH_COMPACT)];
            let curve = Curve::new(HALF_SIZE.0, HALF_SIZE.1);
            let spans = spans(&curve, &loops);
            let seam_offset = seam_offset(&spans);
            for (px, width) in forms {
                let scale = px / 1000.0;
                prop_assert!(f64::from(width) * scale >= 44.0);
                // More phases need more room.
                for (i, (from, to)) in spans.iter().enumerate().filter(|_| loops.len() <= 6) {
                    prop_assert!((to - from) * scale >= 44.0);
                    // Nor does another phase take away what lies around its number.
                    let number_position = curve.at((from + to) / 2.0);
                    let (other_from, other_to) = spans[(i + 1) % spans.len()];
                    let other = other_from + part * (other_to - other_from);
                    prop_assert!((curve.at(other) - number_position).length() * scale >= 22.0);
                    // Nor does the one before, where it reaches past the crossing.
                    let reaches = curve.at(from + part * seam_offset);
                    prop_assert!((reaches - number_position).length() * scale >= 22.0);
                }
            }
        }
    }

    #[test]
    fn the_flow_reads_from_the_upper_left_through_the_crossing() {
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
