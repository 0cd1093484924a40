//! The way to the figure: its time, what it takes from the network, and what it costs the main thread of the host page.

use anyhow::Result;

use super::visit;
use crate::browser::{Conditions, Tab};
use crate::peers::{NOTHING, Peer};
use crate::results::{Measure, Results};
use crate::site::{Site, Variant};

const fn measure(title: &'static str, unit: &'static str) -> Measure {
    let group = "Load";
    Measure { group, title, unit }
}

const FIGURE: Measure = measure("figure painted", "ms");
const FIGURE_SLOW_CPU: Measure = measure("figure painted, CPU 4× slower", "ms");
const FIGURE_SLOW_NETWORK: Measure = measure(
    "figure painted, CPU 4× slower, 1.6 Mbit/s, 150 ms latency",
    "ms",
);
const BYTES: Measure = measure("received until the figure", "KB");
const REQUESTS: Measure = measure("responses until the figure", "");
const ALL_BYTES: Measure = measure("received in all", "KB");
const ALL_REQUESTS: Measure = measure("responses in all", "");
const MAIN_THREAD: Measure = measure("main thread beside the host page, CPU 4× slower", "ms");
const LONGEST_TASK: Measure = measure("longest task over 50 ms, CPU 4× slower", "ms");

/// Loads the host page under each condition.
pub async fn take(site: &Site, peer: &Peer, results: &mut Results) -> Result<()> {
    let (mut tab, painted) = figure(site, peer, Conditions::Plain, FIGURE, results).await?;
    tab.rest().await?;
    let measures = [
        (painted, BYTES, REQUESTS),
        (f64::INFINITY, ALL_BYTES, ALL_REQUESTS),
    ];
    for (until, bytes, requests) in measures {
        let (size, count) = tab.received(until)?;
        results.add(bytes, peer, size / 1000.0);
        results.add(requests, peer, count as f64);
    }
    drop(tab);

    let slow = Conditions::SlowCpu;
    let (mut tab, _) = figure(site, peer, slow, FIGURE_SLOW_CPU, results).await?;
    tab.rest().await?;
    let tasks = 1000.0 * tab.metric("TaskDuration").await?;
    let longest = tab.number("probe.longestTask()").await?;
    drop(tab);
    results.add(MAIN_THREAD, peer, tasks - host_page_alone(site).await?);
    results.add(LONGEST_TASK, peer, longest);

    let slow = Conditions::SlowNetwork;
    figure(site, peer, slow, FIGURE_SLOW_NETWORK, results).await?;
    Ok(())
}

/// Loads the host page, and measures the time until the figure; returns the page, and when the figure was painted, in ms
/// of the page's clock.
async fn figure(
    site: &Site,
    peer: &Peer,
    conditions: Conditions,
    measure: Measure,
    results: &mut Results,
) -> Result<(Tab, f64)> {
    let mut tab = visit(site, peer, Variant::Plain, conditions).await?;
    let painted = tab.painted("figure").await?;
    results.add(measure, peer, painted - tab.number("probe.start").await?);
    Ok((tab, painted))
}

/// The time in ms that the main thread takes for the host page without a widget.
async fn host_page_alone(site: &Site) -> Result<f64> {
    let mut tab = visit(site, &NOTHING, Variant::Plain, Conditions::SlowCpu).await?;
    tab.painted("figure").await?;
    tab.rest().await?;
    Ok(1000.0 * tab.metric("TaskDuration").await?)
}
