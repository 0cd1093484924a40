//! Charts: numbers that can be read, and followed to what is behind them.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::browser::browse;
use crate::site::{Plan, Site};

const BACKGROUND: &str = "/nl/achtergrond/";

#[tokio::test]
async fn every_bar_says_its_number_and_leads_to_what_is_behind_it() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.open_live(&site.url(BACKGROUND)).await?;
        let bars: Vec<String> = browser
            .js("return [...kl().querySelectorAll('.kl-chart a')].map((bar) => bar.textContent.trim());", json!([]))
            .await?;
        ensure!(bars.len() == 4 + 11 + 10, "{bars:?}");
        ensure!(bars[0] == "Wmo 9", "{bars:?}");
        browser.click("$('.kl-chart a[href=\"#kl-municipality-11\"]')").await?;
        browser.wait("the row of Rotterdam", "$(':target')?.textContent.startsWith('Rotterdam')", json!([])).await?;
        browser.click("$('.kl-chart a[data-view=\"vertaling/ervaringen/vorm/citaat-2\"]')").await?;
        let quote = "heading() === 'Citaat 2' && location.pathname.endsWith('/vorm/citaat-2/')";
        browser.wait("the one quote of that bar", quote, json!([])).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn on_a_partners_page_a_bar_leads_to_its_row_too() -> Result<()> {
    let page = "<!doctype html><title>Partner</title><body>
        <kennis-lemniscaat view=\"achtergrond\"></kennis-lemniscaat><script async src=\"/embed.js\"></script>";
    let site = Plan::default().page("/gast.html", page).serve().await?;
    browse(async |browser| {
        browser.open_live(&site.url("/gast.html")).await?;
        browser
            .click("$('.kl-chart a[href=\"#kl-municipality-1\"]')")
            .await?;
        let there = "focused()?.textContent.startsWith('Amsterdam') && location.hash === ''";
        browser.wait("the row of Amsterdam", there, json!([])).await
    })
    .await
}
