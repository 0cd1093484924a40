//! Clicks on the first phase and on its first tip, with a slow CPU: the time from the event to the paint.
//!
//! Beside our own clock stands that of Event Timing, which counts in steps of 8 ms and knows no clicks under 16 ms.

use anyhow::Result;
use serde_json::json;

use super::prepare;
use crate::browser::{Conditions, Tab};
use crate::peers::Peer;
use crate::results::{Measure, Results};
use crate::site::{Site, Variant};

/// The measures of a click: by our clock, and as Event Timing tells.
type Measures = [Measure; 2];

const fn measures(own: &'static str, timing: &'static str) -> Measures {
    let (group, unit) = ("Click", "ms");
    [
        Measure {
            group,
            title: own,
            unit,
        },
        Measure {
            group,
            title: timing,
            unit,
        },
    ]
}

const AFTER: [Measures; 2] = [
    measures("to a phase", "to a phase, by Event Timing"),
    measures(
        "from there to a tip",
        "from there to a tip, by Event Timing",
    ),
];
const BEFORE: [Measures; 2] = [
    measures(
        "to a phase, before activation",
        "to a phase, before activation, by Event Timing",
    ),
    measures(
        "from there to a tip, before activation",
        "from there to a tip, before activation, by Event Timing",
    ),
];

/// The least time that Event Timing tells, in ms.
const LEAST: f64 = 16.0;

/// Clicks in a page at rest: with the interactive widget and, for the widget alone, without its WebAssembly.
pub async fn take(site: &Site, peer: &Peer, results: &mut Results) -> Result<()> {
    let mut tab = prepare(peer, Conditions::SlowCpu).await?;
    tab.navigate(&site.page(peer, Variant::Plain)).await?;
    tab.painted("figure").await?;
    if peer.is_element() {
        tab.interactive(1).await?;
    }
    clicks(tab, peer, AFTER, results).await?;
    if !peer.is_ours() {
        return Ok(());
    }
    let mut tab = prepare(peer, Conditions::SlowCpu).await?;
    let blocked = json!({"urls": ["*.wasm"]});
    tab.session.call("Network.setBlockedURLs", blocked).await?;
    tab.navigate(&site.page(peer, Variant::Plain)).await?;
    tab.painted("figure").await?;
    clicks(tab, peer, BEFORE, results).await
}

async fn clicks(
    mut tab: Tab,
    peer: &Peer,
    measures: [Measures; 2],
    results: &mut Results,
) -> Result<()> {
    let selectors = peer.selectors();
    let steps = [(selectors.phase, "tips"), (selectors.tip, "statement")];
    for ((selector, part), [own, timing]) in steps.into_iter().zip(measures) {
        tab.rest().await?;
        tab.click(selector).await?;
        let painted = tab.painted(part).await?;
        results.add(own, peer, painted - tab.number("probe.inputTime()").await?);
        // The page with the click has gone where there is no script.
        if peer.is_element() {
            tab.rest().await?;
            let duration: Option<f64> = tab.session.evaluate("probe.eventTiming()").await?;
            results.add(timing, peer, duration.unwrap_or(LEAST));
        }
    }
    Ok(())
}
