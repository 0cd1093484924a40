//! The view in the address of a partner's page.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::embed::host;
use crate::site::{Plan, Site};

async fn shows(browser: &Browser, heading: &str, address: &str) -> Result<()> {
    let shown = "heading()?.startsWith(arguments[0])
        && location.pathname + location.search + location.hash === arguments[1]";
    let what = format!("{heading:?} at {address}");
    browser.wait_with(&what, shown, json!([heading, address])).await
}

async fn gast(files: &Site, attributes: &str) -> Result<Site> {
    let markup = format!("<kennis-lemniscaat {attributes}></kennis-lemniscaat>");
    Plan::default()
        .page("/gast/", host(files, &markup))
        .serve()
        .await
}

#[tokio::test]
async fn a_link_with_a_view_in_it_opens_that_view_on_a_partners_page() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let site = gast(&files, "view=\"analyseren\"").await?;
        let address = "/gast/?a=1&kennislemniscaat=vertaling/tip-5#b";
        browser.open_live(&site.url(address)).await?;
        shows(browser, "Tip 5: ", address).await?;
        browser.click("$('.kl-next')").await?;
        // Without being asked to, it doesn't touch the address.
        shows(browser, "Tip 6: ", address).await
    })
    .await
}

#[tokio::test]
async fn the_address_follows_the_reader_and_back_goes_back() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let site = gast(&files, "sync-url").await?;
        browser
            .open_live(&site.url("/gast/?q=a%20b+c#deel"))
            .await?;
        browser
            .js::<()>("history.replaceState({mine: 1}, '');")
            .await?;
        browser.click("$('.kl-phase-3 .kl-label')").await?;
        let phase = "/gast/?q=a%20b+c&kennislemniscaat=vertaling#deel";
        shows(browser, "Fase 3 van 4: ", phase).await?;
        browser
            .click("$('.kl-tip[data-view=\"vertaling/tip-5\"]')")
            .await?;
        let tip = "/gast/?q=a%20b+c&kennislemniscaat=vertaling/tip-5#deel";
        shows(browser, "Tip 5: ", tip).await?;
        let state: Value = browser.js("return history.state;").await?;
        ensure!(
            state == json!({"mine": 1}),
            "the page's own state became {state}"
        );
        browser.driver.back().await?;
        shows(browser, "Fase 3 van 4: ", phase).await?;
        browser.driver.back().await?;
        shows(browser, "De kennislemniscaat", "/gast/?q=a%20b+c#deel").await?;
        browser.driver.forward().await?;
        shows(browser, "Fase 3 van 4: ", phase).await?;
        browser.driver.refresh().await?;
        shows(browser, "Fase 3 van 4: ", phase).await
    })
    .await
}

#[tokio::test]
async fn going_back_to_a_view_that_is_gone_leaves_the_way_forward() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let site = gast(&files, "sync-url").await?;
        browser.open_live(&site.url("/gast/")).await?;
        let gone = "history.replaceState(null, '', '?kennislemniscaat=vertaling/tip-99');";
        browser.js::<()>(gone).await?;
        browser.click("$('.kl-phase-2 .kl-label')").await?;
        let phase = "/gast/?kennislemniscaat=analyseren";
        shows(browser, "Fase 2 van 4: ", phase).await?;
        browser.driver.back().await?;
        // The address says what is shown, in the place of what it said.
        shows(
            browser,
            "Fase 3 van 4: ",
            "/gast/?kennislemniscaat=vertaling",
        )
        .await?;
        browser.driver.forward().await?;
        shows(browser, "Fase 2 van 4: ", phase).await
    })
    .await
}

#[tokio::test]
async fn a_page_that_starts_with_another_view_has_an_address_for_the_first_too() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let site = gast(&files, "view=\"analyseren\" sync-url").await?;
        browser.open_live(&site.url("/gast/")).await?;
        browser.click("$('.kl-crumb')").await?;
        let first = "/gast/?kennislemniscaat=";
        shows(browser, "De kennislemniscaat", first).await?;
        browser.driver.back().await?;
        shows(browser, "Fase 2 van 4: ", "/gast/").await?;
        browser.driver.forward().await?;
        shows(browser, "De kennislemniscaat", first).await?;
        browser.driver.refresh().await?;
        shows(browser, "De kennislemniscaat", first).await
    })
    .await
}

#[tokio::test]
async fn the_address_stays_on_its_host_whatever_the_page_calls_its_base() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let markup = "<base href=\"https://elders.invalid/\"><kennis-lemniscaat sync-url></kennis-lemniscaat>";
        let plan = Plan::default().page("/gast/", host(&files, markup));
        let site = plan.serve().await?;
        browser.open_live(&site.url("/gast/")).await?;
        browser.click("$('.kl-phase-2 .kl-label')").await?;
        shows(browser, "Fase 2 van 4: ", "/gast/?kennislemniscaat=analyseren").await
    })
    .await
}

#[tokio::test]
async fn a_partner_can_have_its_own_page_shared() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let site = gast(&files, "view=\"vertaling\" share-base=\"/gast/?x=1\"").await?;
        browser.open_live(&site.url("/gast/")).await?;
        let link = "return decodeURIComponent($('[data-share=LinkedIn]').href);";
        let link: String = browser.js(link).await?;
        let address = site.url("/gast/?x=1&kennislemniscaat=vertaling");
        ensure!(link.ends_with(&format!("url={address}")), "{link}");
        browser
            .js::<()>("place().removeAttribute('share-base');")
            .await?;
        let ours = "decodeURIComponent($('[data-share=LinkedIn]').href).endsWith(arguments[0])";
        let address = json!([files.url("/nl/vertaling/")]);
        browser
            .wait_with("links to our own page again", ours, address)
            .await
    })
    .await
}
