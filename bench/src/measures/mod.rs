//! The measures: a file each. Every visit is in a new context of the browser.

mod click;
mod early_click;
mod load;
mod many;
mod shift;

use anyhow::{Context as _, Result};

use crate::browser::{Conditions, Tab};
use crate::peers::Peer;
use crate::results::Results;
use crate::site::{Site, Variant};

/// Takes all measures of a peer once.
///
/// # Errors
/// When a page doesn't do what is measured; the measures before it are in the results.
pub async fn take(site: &Site, peer: &Peer, results: &mut Results) -> Result<()> {
    load::take(site, peer, results).await.context("load")?;
    early_click::take(site, peer, results)
        .await
        .context("early click")?;
    click::take(site, peer, results).await.context("click")?;
    shift::take(site, peer, results).await.context("shift")?;
    many::take(site, peer, results).await.context("many")
}

/// A page on its way, which records when the figure, the tips of a phase and the title of a tip are painted.
async fn visit(site: &Site, peer: &Peer, variant: Variant, conditions: Conditions) -> Result<Tab> {
    let mut tab = prepare(peer, conditions).await?;
    tab.navigate(&site.page(peer, variant)).await?;
    Ok(tab)
}

/// An empty page, for [`visit`].
async fn prepare(peer: &Peer, conditions: Conditions) -> Result<Tab> {
    let selectors = peer.selectors();
    let parts = [
        ("figure", selectors.figure),
        ("tips", selectors.tips),
        ("statement", selectors.statement),
    ];
    Tab::open(&parts, conditions).await
}
