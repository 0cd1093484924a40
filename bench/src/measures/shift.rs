//! How much of the page moves while the widget loads: the sum of its layout shifts, with text below the widget.

use anyhow::Result;

use super::visit;
use crate::browser::Conditions;
use crate::peers::Peer;
use crate::results::{Measure, Results};
use crate::site::{Site, Variant};

const fn measure(title: &'static str) -> Measure {
    let (group, unit) = ("Layout shift", "");
    Measure { group, title, unit }
}

const PLAIN: Measure = measure("with the plain snippet");
const STYLED: Measure = measure("with the style that reserves the height");

/// Loads the host page with and without the style.
pub async fn take(site: &Site, peer: &Peer, results: &mut Results) -> Result<()> {
    for (variant, measure) in [(Variant::Plain, PLAIN), (Variant::Styled, STYLED)] {
        // Pages without a script reserve nothing.
        if variant == Variant::Styled && !peer.is_element() {
            continue;
        }
        let mut tab = visit(site, peer, variant, Conditions::SlowNetwork).await?;
        tab.painted("figure").await?;
        tab.rest().await?;
        results.add(measure, peer, tab.number("probe.shift()").await?);
    }
    Ok(())
}
