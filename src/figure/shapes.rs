//! The shapes of the figure: outline, hit area, number position and label slot of each phase.

use serde::{Deserialize, Serialize};

use super::curve::{Curve, Point};
use super::path::{HIT_AREA, PathData, VISIBLE};
use super::spans::{Span, spans};

/// The coordinate system of the shapes: a square around the crossing.
/// The horizontal figure fills the width of the square and 52 % of its height.
pub const VIEW_BOX: &str = "-500 -500 1000 1000";

/// Stroke width of a phase's hit area in the figure of the overview. In a narrow space that
/// figure is upright and twice as long as it is wide.
pub const HIT_WIDTH: i16 = 110;
/// Stroke width of a phase's hit area in the small figure beside a view, which is always
/// horizontal: 44 px in a window of 320 px, and no more, so that a strand at the crossing
/// doesn't cover the numbers of the other strand.
pub const HIT_WIDTH_COMPACT: i16 = 154;

/// Half the width and half the height of the curve.
pub(super) const HALF_SIZE: (f64, f64) = (460.0, 225.0);
/// Half the width of the ribbon.
const HALF_RIBBON: f64 = 32.0;
/// Length of the arrow point at the end of a phase.
const POINT: f64 = HALF_RIBBON;
/// Half the length and half the width of an arrowhead.
const HALF_ARROW: (f64, f64) = (0.22 * HALF_RIBBON, 0.5 * HALF_RIBBON);
/// The preferred distance between arrowheads.
const ARROW_DISTANCE: f64 = 200.0;
/// The least room for an arrowhead between a number and the end of its phase.
const ARROW_ROOM: f64 = 50.0;
/// The radius of a number in the small figure, where numbers are larger.
const NUMBER_RADIUS: f64 = 37.0;
/// The gap between two phases.
const GAP: f64 = 9.0;
/// Width of the gap that the upper strand leaves in the lower strand, on either side of its ribbon.
const CLEARANCE: f64 = 11.0;
/// Half the length of that gap: just longer than the lower strand is wide at the crossing.
const HALF_CROSSING: f64 = 1.6 * HALF_RIBBON;
/// Half the height of the figure without its names.
const HALF_BAND: f64 = 260.0;
/// Length of a leader beyond the band, into the space around a name.
const LEADER_END: f64 = 14.0;
/// Distance of a leader from the middle of its name at most, as a fraction of the slot.
const LEADER_SHIFT: f64 = 0.2;
/// Least distance of a leader from the ends of its phase.
const LEADER_MARGIN: f64 = 30.0;

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
    /// Path data of the arrowheads that show the direction of the flow; empty for a phase
    /// that is too short for them.
    pub arrows: String,
    /// Position of the phase's number: the middle of the arc without the crossing.
    pub number_position: (i16, i16),
    /// Position of the phase's name.
    pub slot: LabelSlot,
    /// Path data of the line from the name to the arc; empty for a name alone in its slot.
    pub leader: String,
    /// Whether the arc crosses the figure on the upper strand.
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
    /// Computes the figure of phases in these loops: 0 is the left one, 1 the right one.
    #[must_use]
    pub fn new(loops: &[usize]) -> Self {
        let curve = Curve::new(HALF_SIZE.0, HALF_SIZE.1);
        let crossing = curve.loop_length();
        let crossing_mask = PathData::new(VISIBLE)
            .move_to(curve.at(crossing - HALF_CROSSING))
            .trace(
                &curve,
                crossing - HALF_CROSSING,
                crossing + HALF_CROSSING,
                0.0,
            )
            .finish();
        let spans = spans(&curve, loops);
        let mut arcs: Vec<_> = spans
            .iter()
            .zip(loops)
            .map(|(span, in_loop)| PhaseArc::new(&curve, span, *in_loop))
            .collect();
        share_slots(&mut arcs);
        for (arc, span) in arcs.iter_mut().zip(&spans) {
            arc.leader = leader(&curve, span, arc.slot);
        }
        Self {
            arcs,
            crossing_mask,
            crossing_mask_width: (2.0 * (HALF_RIBBON + CLEARANCE)) as i16,
        }
    }
}

impl PhaseArc {
    fn new(curve: &Curve, span: &Span, in_loop: usize) -> Self {
        // The edges end half a point length before the border and the points half a point
        // length after it, so that the arcs meet at the border between two phases.
        let (start, end) = (
            span.from + (GAP - POINT) / 2.0,
            span.to - (GAP + POINT) / 2.0,
        );
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
            .move_to(curve.at(span.from))
            .trace(curve, span.from, span.to, 0.0)
            .finish();
        let mut arrows = PathData::new(VISIBLE);
        for at in arrow_positions(span) {
            let [back, tip, other_back] = arrowhead(curve, at);
            arrows.move_to(back).line_to(tip).line_to(other_back);
        }
        let number_position = curve.at(span.number());
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
            leader: String::new(),
            // The strand from the right loop to the left loop is the upper one.
            upper: span.from < curve.loop_length() && span.to > curve.loop_length(),
        }
    }
}

/// Arc lengths of a phase's arrowheads: evenly between its number and either end.
fn arrow_positions(span: &Span) -> Vec<f64> {
    let number = span.number();
    let ends = [span.from + POINT / 2.0, span.own_end - POINT / 2.0];
    let between = |end: f64| {
        let room = (end - number).abs() - NUMBER_RADIUS;
        let count = match room {
            ..ARROW_ROOM => 0,
            _ => ((room / ARROW_DISTANCE).round() as i32).max(1),
        };
        let direction = (end - number).signum();
        let distance =
            move |index| NUMBER_RADIUS + room * (f64::from(index) + 0.5) / f64::from(count);
        (0..count).map(move |index| number + direction * distance(index))
    };
    ends.into_iter().flat_map(between).collect()
}

/// The three points of an arrowhead whose middle is on the curve; its tip is the second one.
fn arrowhead(curve: &Curve, at: f64) -> [Point; 3] {
    let (middle, direction) = (curve.at(at), curve.direction(at));
    let (half_length, half_width) = HALF_ARROW;
    let back = middle - direction * half_length;
    let side = direction.perpendicular() * half_width;
    [back - side, middle + direction * half_length, back + side]
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

/// Path data of the line from a name to its arc, as upright as the arc allows.
fn leader(curve: &Curve, span: &Span, slot: LabelSlot) -> String {
    if slot.count == 1 {
        return String::new();
    }
    let [name, end] = leader_ends(curve, span, slot);
    PathData::new(VISIBLE).move_to(name).line_to(end).finish()
}

/// The ends of a leader: below or above the name, and at the outer edge of the arc.
fn leader_ends(curve: &Curve, span: &Span, slot: LabelSlot) -> [Point; 2] {
    let width = 500.0 / f64::from(slot.count);
    let middle = width * (f64::from(slot.index) + 0.5) + 500.0 * (f64::from(slot.in_loop) - 1.0);
    // The flow turns counterclockwise in the right loop and clockwise in the left one.
    let outside = match slot.in_loop {
        1 => HALF_RIBBON,
        _ => -HALF_RIBBON,
    };
    let (from, to) = (span.from + LEADER_MARGIN, span.own_end - LEADER_MARGIN);
    let steps = 64;
    let edge = |step| {
        let at = from + (to - from) * f64::from(step) / f64::from(steps);
        curve.offset_at(at, outside)
    };
    let is_on_side = |point: &Point| (point.y >= 0.0) == slot.below;
    let distance = |point: &Point| (point.x - middle).abs();
    let end = (0..=steps)
        .map(edge)
        .filter(is_on_side)
        .min_by(|a, b| distance(a).total_cmp(&distance(b)))
        .unwrap_or_else(|| edge(steps / 2));
    let y = HALF_BAND + LEADER_END;
    let name = Point {
        x: end
            .x
            .clamp(middle - width * LEADER_SHIFT, middle + width * LEADER_SHIFT),
        y: if slot.below { y } else { -y },
    };
    [name, end]
}

fn rounded(point: Point) -> (i16, i16) {
    (point.x.round() as i16, point.y.round() as i16)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::spans::any_loops;
    use super::*;

    /// Size in px of a figure unit in the small figure of a window of 320 px: the widget leaves
    /// 12 px on either side.
    const SMALL_SCALE: f64 = 296.0 / 1000.0;

    fn curve() -> Curve {
        Curve::new(HALF_SIZE.0, HALF_SIZE.1)
    }

    /// Points of a stretch of the curve, close to each other.
    fn points(curve: &Curve, from: f64, to: f64) -> impl Iterator<Item = Point> {
        let steps = 60;
        (0..=steps)
            .map(move |step| curve.at(from + (to - from) * f64::from(step) / f64::from(steps)))
    }

    proptest! {
        #[test]
        fn hit_areas_are_at_least_44_px_in_a_window_of_320_px(loops in any_loops()) {
            let curve = curve();
            let spans = spans(&curve, &loops);
            // The upright figure is 1.92 times as long as it is wide.
            prop_assert!(f64::from(HIT_WIDTH) * 1.92 * SMALL_SCALE >= 44.0);
            prop_assert!(f64::from(HIT_WIDTH_COMPACT) * SMALL_SCALE >= 44.0);
            for (i, span) in spans.iter().enumerate() {
                prop_assert!((span.own_end - span.from) * SMALL_SCALE >= 44.0);
                // A finger on the number hits no other phase.
                let number = curve.at(span.number());
                for (j, other) in spans.iter().enumerate().filter(|(j, _)| *j != i) {
                    let is_adjacent = (i + 1) % spans.len() == j || (j + 1) % spans.len() == i;
                    // Hit areas of adjacent phases end at the same line across the curve.
                    let half_width = if is_adjacent { 0.0 } else { f64::from(HIT_WIDTH_COMPACT) / 2.0 };
                    let own_part = points(&curve, other.from, other.own_end);
                    let nearest = own_part.map(|point| (point - number).length()).fold(f64::MAX, f64::min);
                    prop_assert!(
                        (nearest - half_width) * SMALL_SCALE > 21.5,
                        "number {} is {} px from phase {}", i, (nearest - half_width) * SMALL_SCALE, j
                    );
                }
            }
        }

        #[test]
        fn outlines_are_closed_and_overlap_only_at_the_crossing(loops in any_loops()) {
            let curve = curve();
            let spans = spans(&curve, &loops);
            for arc in Shapes::new(&loops).arcs {
                prop_assert!(arc.outline.starts_with('M') && arc.outline.ends_with('Z'));
            }
            let lines: Vec<Vec<_>> = spans.iter().map(|span| points(&curve, span.from, span.own_end).collect()).collect();
            for (i, span) in spans.iter().enumerate() {
                let steps = 24;
                let at = |step: i32| span.from + (span.own_end - span.from) * f64::from(step) / f64::from(steps);
                let sides = [-HALF_RIBBON, HALF_RIBBON];
                let edges: Vec<_> = (0..=steps).flat_map(|step| sides.map(|side| curve.offset_at(at(step), side))).collect();
                for (j, line) in lines.iter().enumerate().filter(|(j, _)| *j != i) {
                    let distances = edges.iter().flat_map(|edge| line.iter().map(|point| (*point - *edge).length()));
                    let distance = distances.fold(f64::MAX, f64::min);
                    prop_assert!(distance > HALF_RIBBON - 0.5, "phase {} is {} from phase {}", i, distance, j);
                }
            }
        }

        #[test]
        fn borders_are_not_covered_at_the_crossing(loops in any_loops()) {
            let curve = curve();
            let crossings = [curve.loop_length(), curve.length()];
            let spans = spans(&curve, &loops);
            for (crossing, other) in [(crossings[0], crossings[1]), (crossings[1], crossings[0])] {
                let passing = spans.iter().find(|span| span.from < crossing && crossing < span.to);
                let border = passing.expect("a phase that passes the crossing").to;
                for (offset, side) in [(-POINT, HALF_RIBBON), (-POINT, -HALF_RIBBON), (POINT, 0.0)] {
                    let corner = curve.offset_at(border + offset / 2.0, side);
                    let other_strand = points(&curve, other - 150.0, other + 150.0);
                    let distance = other_strand.map(|point| (point - corner).length()).fold(f64::MAX, f64::min);
                    prop_assert!(distance > HALF_RIBBON + 2.0, "the border is {} from the other strand", distance);
                }
            }
        }

        #[test]
        fn arrowheads_have_their_middle_on_the_ribbon_s_middle_line(loops in any_loops()) {
            let curve = curve();
            for span in spans(&curve, &loops) {
                let ends = [span.from + POINT / 2.0, span.own_end - POINT / 2.0];
                for at in arrow_positions(&span) {
                    let [back, tip, other_back] = arrowhead(&curve, at);
                    let middle = (tip + (back + other_back) * 0.5) * 0.5;
                    prop_assert!((middle - curve.at(at)).length() < 0.01);
                    // Neither over the number nor over the border.
                    prop_assert!((at - span.number()).abs() > NUMBER_RADIUS + HALF_ARROW.0);
                    prop_assert!(ends[0] < at && at < ends[1]);
                    for arm in [back, other_back] {
                        let side = (tip - arm).length();
                        prop_assert!((side - (tip - back).length()).abs() < 0.01);
                    }
                }
            }
        }

        #[test]
        fn leaders_end_at_their_arc_and_meet_no_other(loops in any_loops()) {
            let curve = curve();
            let shapes = Shapes::new(&loops);
            let spans = spans(&curve, &loops);
            let mut all = Vec::new();
            for (i, (arc, span)) in shapes.arcs.iter().zip(&spans).enumerate() {
                prop_assert_eq!(arc.leader.is_empty(), arc.slot.count == 1);
                if arc.slot.count == 1 {
                    continue;
                }
                let [name, end] = leader_ends(&curve, span, arc.slot);
                let own = points(&curve, span.from, span.own_end);
                let distance = own.map(|point| (point - end).length()).fold(f64::MAX, f64::min);
                prop_assert!((distance - HALF_RIBBON).abs() < 1.0);
                for part in [0.0, 0.25, 0.5, 0.75, 0.9] {
                    let point = name + (end - name) * part;
                    let whole = points(&curve, 0.0, curve.length() / 2.0).chain(points(&curve, curve.length() / 2.0, curve.length()));
                    let distance = whole.map(|other| (other - point).length()).fold(f64::MAX, f64::min);
                    prop_assert!(distance > HALF_RIBBON, "leader {} is {} from the ribbon's middle", i, distance);
                }
                all.push((arc.slot, name, end));
            }
            for (slot, name, end) in &all {
                let same_side = all.iter().filter(|(other, ..)| {
                    (other.in_loop, other.below) == (slot.in_loop, slot.below) && other.index > slot.index
                });
                for (_, other_name, other_end) in same_side {
                    prop_assert!(other_name.x > name.x && other_end.x > end.x, "leaders cross");
                }
            }
        }

        #[test]
        fn names_that_share_a_side_stand_in_the_order_of_their_numbers_positions(loops in any_loops()) {
            let shapes = Shapes::new(&loops);
            for a in &shapes.arcs {
                prop_assert!(a.slot.index < a.slot.count);
                for b in &shapes.arcs {
                    let share = (a.slot.in_loop, a.slot.below) == (b.slot.in_loop, b.slot.below);
                    if share && a.number_position.0 < b.number_position.0 {
                        prop_assert!(a.slot.index < b.slot.index);
                    }
                }
            }
        }
    }

    #[test]
    fn the_flow_starts_at_the_upper_left_and_runs_through_the_crossing() {
        let shapes = Shapes::new(&[0, 1, 1, 0]);
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
    fn the_last_phase_of_the_right_loop_lies_over_the_last_phase_of_the_left_loop() {
        let shapes = Shapes::new(&[0, 1, 1, 0]);
        let upper: Vec<_> = shapes.arcs.iter().map(|arc| arc.upper).collect();
        assert_eq!(upper, [false, false, true, false]);
    }
}
