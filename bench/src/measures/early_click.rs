//! A reader who clicks on the first phase as soon as it is there, on a slow network: the time until its tips are there.

use anyhow::Result;

use super::visit;
use crate::browser::Conditions;
use crate::peers::Peer;
use crate::results::{Measure, Results};
use crate::site::{Site, Variant};

const TIPS: Measure = Measure {
    group: "Early click",
    title: "tips painted, from the start of the page",
    unit: "ms",
};

/// Clicks on the first phase once the figure is painted.
pub async fn take(site: &Site, peer: &Peer, results: &mut Results) -> Result<()> {
    let mut tab = visit(site, peer, Variant::Plain, Conditions::SlowNetwork).await?;
    tab.painted("figure").await?;
    let start = tab.number("probe.start").await?;
    tab.click(peer.selectors().phase).await?;
    results.add(TIPS, peer, tab.painted("tips").await? - start);
    Ok(())
}
