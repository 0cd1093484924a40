//! Charts: numbers that can be read, and followed to what is behind them.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::browser::browse;
use crate::site::{Plan, Site};

const BACKGROUND: &str = "/nl/achtergrond/";

/// How many bars there are, and which say another number than the cell of the table that they draw.
const NUMBERS: &str = include_str!("scripts/charts_numbers.js");

#[tokio::test]
async fn every_bar_says_its_number_and_leads_to_what_is_behind_it() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.open_live(&site.url(BACKGROUND)).await?;
        let (bars, wrong): (usize, Vec<String>) = browser.js(NUMBERS).await?;
        ensure!(bars == 4 + 11 + 10, "there are {bars} bars");
        ensure!(wrong.is_empty(), "{wrong:#?}");
        browser
            .click("$('.kl-chart a[href=\"#kl-municipality-11\"]')")
            .await?;
        browser
            .wait(
                "the row of Rotterdam",
                "$(':target')?.textContent.startsWith('Rotterdam')")
            .await?;
        // With the keyboard as with the mouse.
        let bar = "$('.kl-chart a[href=\"#kl-municipality-1\"]')";
        browser
            .js::<()>(&format!("{bar}.focus();"))
            .await?;
        browser.press(Key::Enter).await?;
        browser
            .wait(
                "the row of Amsterdam",
                "$(':target')?.textContent.startsWith('Amsterdam')")
            .await?;
        browser
            .click("$('.kl-chart a[data-view=\"vertaling/ervaringen/vorm/citaat-2\"]')")
            .await?;
        let quote = "heading() === 'Citaat 2' && location.pathname.endsWith('/vorm/citaat-2/')";
        browser
            .wait("the one quote of that bar", quote)
            .await?;
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
        browser.wait("the row of Amsterdam", there).await
    })
    .await
}
