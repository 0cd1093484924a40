//! Esc belongs to what is innermost: an open panel, then the page's dialog, then the way up.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::browser::{Browser, browse};
use crate::embed::host;
use crate::site::{Plan, Site, wasm};

const WIDGET: &str = "<kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat>";

/// Whether the view is still the one that the page asked for.
async fn stayed(browser: &Browser, how: &str) -> Result<()> {
    browser.drawn().await?;
    let view: String = browser
        .js("return place().getAttribute('view');")
        .await?;
    ensure!(view == "vertaling", "{how}: Esc leads to {view:?} as well");
    Ok(())
}

/// Puts a widget in something of the page's that Esc closes, and presses Esc in the widget,
/// before and after it is live.
async fn closes(markup: &str, open: &str, is_open: &str) -> Result<()> {
    let files = Plan::default().holding(wasm).serve().await?;
    browse(async |browser| {
        let page = Plan::default().page("/gast/", host(&files, markup));
        let host = page.serve().await?;
        browser.open(&host.url("/gast/")).await?;
        for live in [false, true] {
            let how = format!("live: {live}");
            browser.js::<()>(open).await?;
            if live {
                files.release();
                browser.wait("the live widget", "live()").await?;
            }
            let shown = "heading()?.startsWith('Fase 3')";
            browser.wait("the view", shown).await?;
            browser.tab_to("$('.kl-next')").await?;
            browser.press(Key::Escape).await?;
            let closed = format!("!({is_open})");
            browser.wait(&how, &closed).await?;
            stayed(browser, &how).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn esc_closes_the_dialog_that_a_widget_is_in() -> Result<()> {
    let markup = format!("<dialog>{WIDGET}</dialog>");
    let dialog = "document.querySelector('dialog')";
    closes(
        &markup,
        &format!("{dialog}.showModal();"),
        &format!("{dialog}.open"),
    )
    .await
}

#[tokio::test]
async fn esc_closes_the_popover_that_a_widget_is_in() -> Result<()> {
    let markup = format!("<div popover>{WIDGET}</div>");
    let popover = "document.querySelector('[popover]')";
    closes(
        &markup,
        &format!("{popover}.showPopover();"),
        &format!("{popover}.matches(':popover-open')"),
    )
    .await
}

/// Opens the panel by keyboard, goes into it, and leaves it with Esc.
async fn panel_first(browser: &Browser, up: &str) -> Result<()> {
    browser.tab_to("$('.kl-share summary')").await?;
    browser.press(Key::Enter).await?;
    let open = "$('.kl-share').open";
    browser.wait("the panel", open).await?;
    browser.tab_to("$('.kl-share [name=link]')").await?;
    browser.press(Key::Escape).await?;
    let closed = "!$('.kl-share').open && focused() === $('.kl-share summary')
        && heading().startsWith('Fase 3')";
    browser
        .wait(
            "the panel to close, with the focus on its button",
            closed)
        .await?;
    browser.press(Key::Escape).await?;
    browser.wait("the way up", up).await
}

#[tokio::test]
async fn esc_closes_the_panel_first_and_then_leads_up() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.open_live(&site.url("/nl/vertaling/")).await?;
        panel_first(browser, "location.pathname === '/nl/'").await?;
        let page = Plan::default().page("/gast/", host(&site, WIDGET));
        let host = page.serve().await?;
        browser.open_live(&host.url("/gast/")).await?;
        panel_first(browser, "heading() === 'De kennislemniscaat'").await
    })
    .await
}
