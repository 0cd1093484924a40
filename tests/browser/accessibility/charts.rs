//! Charts: visible numbers, and links to the data of each bar.

use anyhow::{Result, ensure};
use harness::{embedded, standalone};
use thirtyfour::Key;

/// The number of bars, and the bars whose number differs from the table cell that they represent.
const NUMBERS: &str = include_str!("scripts/charts_numbers.js");

#[tokio::test]
async fn bars_show_their_number_and_link_to_their_data() -> Result<()> {
    let page = standalone("/nl/achtergrond/").await?;
    let (bars, differing): (usize, Vec<String>) = page.js(NUMBERS).await?;
    ensure!(bars == 4 + 11 + 10, "{bars} bars, expected 25");
    ensure!(differing.is_empty(), "{differing:#?}");
    page.click("$('.kl-chart a[href=\"#kl-gemeente-domein-11\"]')")
        .await?;
    let rotterdam = "$(':target')?.textContent.startsWith('Rotterdam')";
    page.wait("the row of Rotterdam", rotterdam).await?;
    // Enter has the same effect as a click.
    let bar = "$('.kl-chart a[href=\"#kl-gemeente-domein-1\"]')";
    page.js::<()>(&format!("{bar}.focus();")).await?;
    page.press(Key::Enter).await?;
    let amsterdam = "$(':target')?.textContent.startsWith('Amsterdam')";
    page.wait("the row of Amsterdam", amsterdam).await?;
    page.click("$('.kl-chart a[data-view=\"vertaling/ervaringen/vorm/citaat-2\"]')")
        .await?;
    let quote = "heading() === 'Citaat 2' && location.pathname.endsWith('/vorm/citaat-2/')";
    page.wait("the only quote of that bar", quote).await
}

#[tokio::test]
async fn bars_on_a_host_page_link_to_their_row_without_changing_the_address() -> Result<()> {
    let markup = "<kennis-lemniscaat view=\"achtergrond\"></kennis-lemniscaat>";
    let page = embedded(markup).await?;
    page.click("$('.kl-chart a[href=\"#kl-gemeente-domein-1\"]')")
        .await?;
    let row = "focused()?.textContent.startsWith('Amsterdam') && location.hash === ''";
    page.wait("the row of Amsterdam", row).await
}
