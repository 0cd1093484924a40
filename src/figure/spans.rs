//! The stretch of the curve that each phase covers.

use super::curve::Curve;

/// The preferred distance between the crossing and the border that follows it: the phase that
/// leaves a loop passes the other strand and visibly arrives in the other loop, whichever
/// strand is the upper one.
const BORDER_OFFSET: f64 = 96.0;
/// The least length of a phase without the crossing: 44 px in the small figure of a window of
/// 320 px, which is 296 px wide, and a little more for the inner side of bends. Eight phases in a
/// loop leave less room at the crossing.
const MIN_LENGTH: f64 = 153.0;

/// The stretch of one phase, as arc lengths.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Span {
    /// The start.
    pub from: f64,
    /// The end.
    pub to: f64,
    /// The end without the passage through the crossing, which the last phase of a loop has.
    pub own_end: f64,
    /// Whether the phase has a loop for itself.
    pub is_alone: bool,
}

impl Span {
    /// The arc length of the phase's number: halfway, without the passage through the crossing. A
    /// phase that has its loop alone has its number on the upper side, where its name is.
    pub fn number(&self) -> f64 {
        let part = if self.is_alone { 0.75 } else { 0.5 };
        self.from + part * (self.own_end - self.from)
    }
}

/// The stretch of each phase; `loops` holds the loop of each phase.
///
/// The phases of a loop share it equally, except for the crossing and the same length on either
/// side of it: those belong to the phase that leaves the loop. The flow passes through a loop in
/// one run, which in the content may start at the end of the list and continue at its start.
pub(super) fn spans(curve: &Curve, loops: &[usize]) -> Vec<Span> {
    let count = loops.len();
    let in_loop = |side: usize| loops.iter().filter(|other| **other == side).count();
    let most = in_loop(0).max(in_loop(1)) as f64;
    let offset = ((curve.loop_length() - most * MIN_LENGTH) / 2.0).min(BORDER_OFFSET);
    let own_length = curve.loop_length() - 2.0 * offset;
    (0..count)
        .map(|i| {
            let same_loop = |step: &usize| loops[(i + count - step) % count] == loops[i];
            let before = (1..count).take_while(same_loop).count();
            let total = in_loop(loops[i]);
            let share = own_length / total as f64;
            // The left loop comes second on the curve.
            let start = match loops[i] {
                0 => curve.loop_length(),
                _ => 0.0,
            };
            let index = before % total;
            let from = start + offset + index as f64 * share;
            let own_end = from + share;
            let is_last = index + 1 == total;
            Span {
                from,
                to: if is_last {
                    own_end + 2.0 * offset
                } else {
                    own_end
                },
                own_end,
                is_alone: total == 1,
            }
        })
        .collect()
}

/// Loops of phases that a content file may contain: one run for each loop, starting anywhere.
#[cfg(test)]
pub(super) fn any_loops() -> impl proptest::strategy::Strategy<Value = Vec<usize>> {
    use proptest::prelude::*;
    let counts =
        (1..=8_usize, 1..=8_usize).prop_filter("at most 12", |(left, right)| left + right <= 12);
    (counts, 0..12_usize).prop_map(|((left, right), turn)| {
        let mut loops = [vec![0; left], vec![1; right]].concat();
        let turn = turn % loops.len();
        loops.rotate_left(turn);
        loops
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::shapes::HALF_SIZE;
    use super::*;

    proptest! {
        #[test]
        fn the_phases_cover_the_curve_without_gap_or_overlap(loops in any_loops()) {
            let curve = Curve::new(HALF_SIZE.0, HALF_SIZE.1);
            let spans = spans(&curve, &loops);
            for (i, span) in spans.iter().enumerate() {
                let next = spans[(i + 1) % spans.len()];
                let gap = (next.from - span.to).rem_euclid(curve.length());
                let gap = gap.min(curve.length() - gap);
                prop_assert!(gap < 0.01, "gap of {} units after phase {}", gap, i);
            }
            let covered: f64 = spans.iter().map(|span| span.to - span.from).sum();
            prop_assert!((covered - curve.length()).abs() < 0.01);
        }

        #[test]
        fn the_phases_of_a_loop_share_it_equally_without_the_crossing(loops in any_loops()) {
            let curve = Curve::new(HALF_SIZE.0, HALF_SIZE.1);
            let spans = spans(&curve, &loops);
            for side in [0, 1] {
                let in_loop = spans.iter().zip(&loops).filter(|(_, in_loop)| **in_loop == side);
                let lengths: Vec<_> = in_loop.map(|(span, _)| span.own_end - span.from).collect();
                prop_assert!(lengths.iter().all(|length| (length - lengths[0]).abs() < 0.01));
            }
        }

        #[test]
        fn a_phase_of_each_loop_passes_the_crossing(loops in any_loops()) {
            let curve = Curve::new(HALF_SIZE.0, HALF_SIZE.1);
            let crossings = [curve.loop_length(), curve.length()];
            for crossing in crossings {
                let passing = spans(&curve, &loops);
                let passing = passing.iter().filter(|span| span.from < crossing && crossing < span.to);
                prop_assert_eq!(passing.count(), 1);
            }
        }
    }
}
