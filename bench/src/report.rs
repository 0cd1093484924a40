//! The report of the results, `bench/results.md`.

use crate::peers::Peer;
use crate::results::{Measure, OURS, Results, Row, rounded};

/// The circumstances of a run, for the report.
pub struct Circumstances {
    /// The day.
    pub day: String,
    /// The browser's name and version.
    pub browser: String,
    /// The number of cores of the machine.
    pub cores: usize,
    /// The number of runs.
    pub runs: usize,
    /// The names and versions of the packages that the twins are made with.
    pub packages: String,
}

/// The report as Markdown. `pictures` are the files of the groups, in their order.
#[must_use]
pub fn report(
    results: &Results,
    peers: &[Peer],
    circumstances: &Circumstances,
    pictures: &[String],
) -> String {
    let Circumstances {
        day,
        browser,
        cores,
        runs,
        packages,
    } = circumstances;
    let mut report = format!(
        "# Results\n\n`cargo xtask bench` writes this file; [README.md](README.md) describes the measures and the \
        peers.\n\n{day}, {browser}, headless, {cores} cores, {runs} runs, everything served by one nginx on the same \
        machine.\nThe twins are made with {packages}.\n\nCells are medians, with the quartiles in brackets.\n\
        The last column is our median divided by that of the best peer: less than 1 is better.\n"
    );
    for ((group, rows), picture) in results.groups().iter().zip(pictures) {
        let names: String = peers
            .iter()
            .map(|peer| format!(" {} |", peer.name))
            .collect();
        let lines = "--- |".repeat(peers.len());
        report += &format!(
            "\n## {group}\n\n![{group}]({picture})\n\n| |{names} ours / best |\n| --- |{lines} --- |\n"
        );
        for row in rows {
            report += &line(row, peers, *runs);
        }
    }
    report += "\n## Where we are behind\n\n";
    match results.behind(peers).as_slice() {
        [] => report += "Nowhere in these measures.\n",
        lines => report.extend(lines.iter().map(|line| format!("- {line}\n"))),
    }
    report
}

/// The line of a row in its table. Cells name the number of measurements where some of the runs have none.
fn line(row: &Row, peers: &[Peer], runs: usize) -> String {
    let Measure { title, unit, .. } = row.measure;
    let title = match unit {
        "" => title.to_owned(),
        unit => format!("{title} ({unit})"),
    };
    let cell = |peer: &Peer| match row.summary(peer.name) {
        Some(summary) => {
            let [lower, median, upper] =
                [summary.lower, summary.median, summary.upper].map(rounded);
            let count = match summary.count < runs {
                true => format!(" × {}", summary.count),
                false => String::new(),
            };
            format!(" {median} ({lower}–{upper}){count} |")
        }
        None => " – |".into(),
    };
    let cells: String = peers.iter().map(cell).collect();
    let ratio = match (row.summary(OURS), row.best(peers)) {
        (Some(ours), Some((name, best))) if best.median > 0.0 => {
            format!("{:.2} ({name})", ours.median / best.median)
        }
        _ => "–".into(),
    };
    format!("| {title} |{cells} {ratio} |\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::peers::named;

    const TIME: Measure = Measure {
        group: "Load",
        title: "figure",
        unit: "ms",
    };

    #[test]
    fn the_report_has_medians_quartiles_and_the_ratio_to_the_best_peer() {
        let peers = named(&["ours".into(), "lit".into()]).unwrap();
        let mut results = Results::default();
        for (peer, numbers) in peers.iter().zip([[1.0, 2.0, 3.0], [4.0, 4.0, 4.0]]) {
            for number in numbers {
                results.add(TIME, peer, number);
            }
        }
        let circumstances = Circumstances {
            day: "2026-01-01".into(),
            browser: "Chrome/1".into(),
            cores: 2,
            runs: 3,
            packages: "lit 3".into(),
        };
        let text = report(
            &results,
            &peers,
            &circumstances,
            &["results/load.svg".into()],
        );
        assert!(
            text.contains("| figure (ms) | 2.0 (1.5–2.5) | 4.0 (4.0–4.0) | 0.50 (lit) |"),
            "{text}"
        );
        let more = Circumstances {
            runs: 9,
            ..circumstances
        };
        let text = report(&results, &peers, &more, &["results/load.svg".into()]);
        assert!(text.contains(" 4.0 (4.0–4.0) × 3 |"), "{text}");
        assert!(text.contains("![Load](results/load.svg)"), "{text}");
        assert!(text.ends_with("Nowhere in these measures.\n"), "{text}");
    }
}
