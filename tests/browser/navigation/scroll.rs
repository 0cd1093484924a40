//! Scrolling: back leads to where the reader was, and no page gets longer than what it shows.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::browser::{Browser, browse};
use crate::embed::host;
use crate::site::{Plan, Site};

/// The last quote among the experiences, which its view is much shorter than.
const QUOTE: &str = "[...kl().querySelectorAll('.kl-speaker')].at(-1)";

/// Follows a link far down in the experiences, goes back and expects to see it again.
async fn back_finds_the_place(browser: &Browser, how: &str) -> Result<()> {
    let down = format!(
        "{QUOTE}.scrollIntoView({{block: 'center', behavior: 'instant'}}); return scrollY;"
    );
    let place: f64 = browser.js(&down).await?;
    ensure!(
        place > 600.0,
        "{how}: the quote is at the top, so this test shows nothing"
    );
    browser.click(QUOTE).await?;
    browser
        .wait(
            "the quote alone",
            "heading().startsWith('Citaat ')")
        .await?;
    let left: f64 = browser
        .js(
            "const left = scrollY; history.back(); return left;")
        .await?;
    let back = "heading().startsWith('Ervaringen') && Math.abs(scrollY - arguments[0]) < 2";
    let what = format!("{how}: the place where the reader was, from {left} px on the other view");
    let found = browser.wait_with(&what, back, json!([place])).await;
    let now: f64 = browser.js("return scrollY;").await?;
    found.with_context(|| format!("the page is scrolled to {now} px"))
}

#[tokio::test]
async fn back_leads_to_where_the_reader_was() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        browser.size(1280, 600).await?;
        let page = host(
            &files,
            "<kennis-lemniscaat sync-url view=\"vertaling/ervaringen\"></kennis-lemniscaat>",
        );
        let partner = Plan::default().page("/gast/", page).serve().await?;
        for motion in ["no-preference", "reduce"] {
            browser
                .prefer(&[("prefers-reduced-motion", motion)])
                .await?;
            browser
                .open_live(&files.url("/nl/vertaling/ervaringen/"))
                .await?;
            back_finds_the_place(browser, &format!("on our page, motion: {motion}")).await?;
            browser.open_live(&partner.url("/gast/")).await?;
            back_finds_the_place(browser, &format!("on a partner's, motion: {motion}")).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn in_a_box_that_scrolls_all_of_the_widget_is_in_the_box() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let markup = "<div style=\"height: 300px; overflow: auto\">
            <kennis-lemniscaat view=\"vertaling/ervaringen\"></kennis-lemniscaat></div>";
        let page = host(&files, markup);
        let partner = Plan::default().page("/gast/", page).serve().await?;
        browser.open_live(&partner.url("/gast/")).await?;
        let heights = "return [document.documentElement.scrollHeight, innerHeight, document.querySelector('div').scrollHeight];";
        let [page, window, inside]: [u32; 3] = browser.js(heights).await?;
        ensure!(inside > 2 * window, "the box holds {inside} px, so this test shows nothing");
        ensure!(page <= window, "the page is {page} px high, of which {window} show anything");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_figure_stays_beside_the_text_where_all_of_it_can_be_seen() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        for (height, stays) in [(900, true), (400, true), (256, false)] {
            browser.size(1280, height).await?;
            browser
                .open_live(&site.url("/nl/vertaling/ervaringen/"))
                .await?;
            let down = "$('.kl-next').scrollIntoView({block: 'end', behavior: 'instant'});
                const {top, bottom} = $('.kl-figure').getBoundingClientRect();
                return [top >= 0 && bottom <= innerHeight, bottom < 0];";
            let [seen, gone]: [bool; 2] = browser.js(down).await?;
            ensure!(
                seen == stays && gone != stays,
                "{height} px high: all of the figure is seen: {seen}, none of it: {gone}"
            );
        }
        Ok(())
    })
    .await
}
