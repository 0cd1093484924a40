//! The results: numbers of each measure and peer, and the measures in which a peer is ahead of the widget.

use std::collections::BTreeMap;

use crate::peers::Peer;
use crate::statistics::Summary;

/// The name of the widget in tables.
pub const OURS: &str = "ours";

/// Something that is measured; less is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// The table that it stands in.
    pub group: &'static str,
    /// The name, unique in its group.
    pub title: &'static str,
    /// The unit; empty for numbers without one.
    pub unit: &'static str,
}

/// All numbers of a measure, by the name of the peer.
pub struct Row {
    pub measure: Measure,
    numbers: BTreeMap<&'static str, Vec<f64>>,
}

impl Row {
    /// The median and the spread of a peer, if it was measured.
    #[must_use]
    pub fn summary(&self, peer: &str) -> Option<Summary> {
        Summary::of(self.numbers.get(peer)?)
    }

    /// The best of all peers but the widget, in either form, with its summary.
    #[must_use]
    pub fn best(&self, peers: &[Peer]) -> Option<(&'static str, Summary)> {
        let others = peers.iter().filter(|peer| !peer.is_ours());
        others
            .filter_map(|peer| Some((peer.name, self.summary(peer.name)?)))
            .min_by(|(_, one), (_, other)| one.median.total_cmp(&other.median))
    }
}

/// All results of a run of the bench.
#[derive(Default)]
pub struct Results {
    rows: Vec<Row>,
}

impl Results {
    /// Adds a number.
    pub fn add(&mut self, measure: Measure, peer: &Peer, number: f64) {
        let index = self.rows.iter().position(|row| row.measure == measure);
        let index = index.unwrap_or_else(|| {
            let numbers = BTreeMap::new();
            self.rows.push(Row { measure, numbers });
            self.rows.len() - 1
        });
        let numbers = &mut self.rows[index].numbers;
        numbers.entry(peer.name).or_default().push(number);
    }

    /// The rows by group, both in the order in which they were first measured.
    #[must_use]
    pub fn groups(&self) -> Vec<(&'static str, Vec<&Row>)> {
        let mut groups: Vec<(&'static str, Vec<&Row>)> = Vec::new();
        for row in &self.rows {
            let group = row.measure.group;
            match groups.iter_mut().find(|(name, _)| *name == group) {
                Some((_, rows)) => rows.push(row),
                None => groups.push((group, vec![row])),
            }
        }
        groups
    }

    /// Each measure in which another peer has a lower median than the widget, in words.
    #[must_use]
    pub fn behind(&self, peers: &[Peer]) -> Vec<String> {
        let mut lines = Vec::new();
        for row in &self.rows {
            let (Some(ours), Some((name, best))) = (row.summary(OURS), row.best(peers)) else {
                continue;
            };
            if ours.median <= best.median {
                continue;
            }
            let Measure { group, title, unit } = row.measure;
            let [own, other] = [ours, best].map(|summary| with_unit(summary.median, unit));
            let spread = match ours.overlaps(&best) {
                true => ", within the spread",
                false => "",
            };
            lines.push(format!("{group}, {title}: {own}, {name} {other}{spread}"));
        }
        lines
    }
}

fn with_unit(number: f64, unit: &str) -> String {
    format!("{} {unit}", rounded(number)).trim_end().to_owned()
}

/// A number with some three digits.
pub fn rounded(number: f64) -> String {
    match number.abs() {
        0.0 => "0".into(),
        size if size < 1.0 => format!("{number:.3}"),
        size if size < 100.0 => format!("{number:.1}"),
        _ => format!("{number:.0}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::peers::{PEERS, named};

    const TIME: Measure = Measure {
        group: "Load",
        title: "figure",
        unit: "ms",
    };

    fn results(numbers: &[(&str, [f64; 3])]) -> Results {
        let mut results = Results::default();
        for (name, numbers) in numbers {
            let peer = named(&[(*name).to_owned()]).unwrap()[0];
            for number in numbers {
                results.add(TIME, &peer, *number);
            }
        }
        results
    }

    #[test]
    fn a_measure_with_a_better_peer_is_listed_as_behind() {
        let results = results(&[
            ("ours", [120.0, 121.0, 122.0]),
            ("lit", [80.0, 81.0, 82.0]),
            ("svelte", [90.0, 91.0, 92.0]),
        ]);
        assert_eq!(
            results.behind(&PEERS),
            ["Load, figure: 121 ms, lit 81.0 ms"]
        );
    }

    #[test]
    fn a_difference_within_the_spread_is_named_as_such() {
        let results = results(&[("ours", [80.0, 90.0, 100.0]), ("lit", [79.0, 89.0, 99.0])]);
        assert_eq!(
            results.behind(&PEERS),
            ["Load, figure: 90.0 ms, lit 89.0 ms, within the spread"]
        );
    }

    #[test]
    fn a_measure_in_which_the_widget_is_best_is_not_behind() {
        let results = results(&[
            ("ours", [1.0, 2.0, 3.0]),
            ("pinned", [0.0, 1.0, 2.0]),
            ("lit", [4.0, 5.0, 6.0]),
        ]);
        assert_eq!(results.behind(&PEERS), [""; 0]);
    }

    #[test]
    fn a_measure_without_peers_is_not_behind() {
        let results = results(&[("ours", [1.0, 2.0, 3.0])]);
        assert_eq!(results.behind(&PEERS), [""; 0]);
    }
}
