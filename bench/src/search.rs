//! Keystrokes in a search of ten thousand pieces, with a slow CPU. The peers have no search.

use anyhow::{Context as _, Result};
use harness::standalone;
use serde_json::json;

use crate::peers::PEERS;
use crate::results::{Measure, Results};
use crate::statistics::Summary;

/// Makes the search, types queries, and returns times in ms.
const SEARCH: &str = include_str!("scripts/search.js");

const fn measure(title: &'static str) -> Measure {
    let (group, unit) = ("Search", "ms");
    Measure { group, title, unit }
}

const READY: Measure = measure("10,000 pieces ready, CPU 4× slower");
const KEYSTROKE: Measure = measure("median keystroke among 10,000 pieces, CPU 4× slower");
const SLOWEST: Measure = measure("slowest keystroke among 10,000 pieces, CPU 4× slower");

/// Types some queries once.
///
/// # Errors
/// When the search doesn't appear.
pub async fn take(results: &mut Results) -> Result<()> {
    let [ours, ..] = PEERS;
    let page = standalone("/nl/zoeken/").await?;
    page.wait("the search", "$('.kl-find form')").await?;
    let rate = json!({"rate": 4});
    page.cdp("Emulation.setCPUThrottlingRate", rate).await?;
    let (ready, times): (f64, Vec<f64>) = page.js(SEARCH).await?;
    let keystrokes = Summary::of(&times).context("the script has typed nothing")?;
    results.add(READY, &ours, ready);
    results.add(KEYSTROKE, &ours, keystrokes.median);
    let slowest = times.iter().copied().fold(0.0, f64::max);
    results.add(SLOWEST, &ours, slowest);
    Ok(())
}
