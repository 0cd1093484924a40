//! The stylesheet of charts and tables: views that have them wait for it, and no other view does.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::embed::{LISTEN, host};
use crate::site::{Plan, Site};

fn style(path: &str) -> bool {
    path.starts_with("/files/charts-")
}

/// Whether the view of the background is seen, and whether its tables have their style.
const BACKGROUND: &str = "[!!heading()?.startsWith('Hoe delen gemeenten'),
  $('.kl-table') && getComputedStyle($('.kl-table')).borderCollapse]";

/// Opens a page of a partner with a widget below its first window, which shows a view.
async fn open(browser: &Browser, files: &Site, view: &str) -> Result<Site> {
    let markup = format!(
        "<div style=\"height: 4000px\"></div><kennis-lemniscaat view=\"{view}\"></kennis-lemniscaat>"
    );
    let page = Plan::default().page("/gast/", host(files, &markup));
    let site = page.serve().await?;
    browser.before_load(LISTEN).await?;
    browser.open(&site.url("/gast/")).await?;
    Ok(site)
}

/// Waits until a file whose address matches a pattern has come.
async fn loaded(browser: &Browser, pattern: &str) -> Result<()> {
    let loaded = "performance.getEntriesByType('resource').some(({name, responseEnd}) =>
        responseEnd > 0 && name.match(arguments[0]))";
    browser.wait(pattern, loaded, json!([pattern])).await
}

#[tokio::test]
async fn a_first_view_with_charts_waits_for_their_style_and_asks_for_nothing_else() -> Result<()> {
    let files = Plan::default().holding(style).serve().await?;
    browse(async |browser| {
        let _site = open(browser, &files, "achtergrond").await?;
        loaded(browser, "/achtergrond/$").await?;
        let seen = format!("return drawn().then(() => {BACKGROUND});");
        let before: Value = browser.js(&seen, json!([])).await?;
        ensure!(
            before == json!([false, null]),
            "without it {before} is seen"
        );
        let asked = files.asked().len();
        ensure!(asked == 4, "{asked} requests for the first view");
        files.release();
        let shown = format!("{BACKGROUND}[0]");
        browser.wait("the view", &shown, json!([])).await?;
        let after: Value = browser.js(&seen, json!([])).await?;
        ensure!(
            after == json!([true, "collapse"]),
            "with it {after} is seen"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_live_widget_waits_for_the_style_of_charts() -> Result<()> {
    let files = Plan::default().holding(style).serve().await?;
    browse(async |browser| {
        let _site = open(browser, &files, "").await?;
        let overview = "heading() === 'De kennislemniscaat'";
        browser.wait("the overview", overview, json!([])).await?;
        browser
            .js::<()>("place().scrollIntoView({behavior: 'instant'});", json!([]))
            .await?;
        loaded(browser, "/live-").await?;
        browser.click("$('[data-view=achtergrond]')").await?;
        loaded(browser, "/achtergrond/$").await?;
        let seen = format!("return drawn().then(() => [live(), ...{BACKGROUND}]);");
        let before: Value = browser.js(&seen, json!([])).await?;
        ensure!(before == json!([false, false, null]), "without it {before}");
        files.release();
        let shown = format!("live() && {BACKGROUND}[0]");
        browser.wait("the live view", &shown, json!([])).await?;
        let after: Value = browser.js(&seen, json!([])).await?;
        ensure!(after == json!([true, true, "collapse"]), "with it {after}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_the_style_of_charts_the_other_views_stay() -> Result<()> {
    let files = Plan::default().breaking(style, 404).serve().await?;
    browse(async |browser| {
        let _site = open(browser, &files, "").await?;
        let overview = "heading() === 'De kennislemniscaat'";
        browser.wait("the overview", overview, json!([])).await?;
        browser.click("$('[data-view=achtergrond]')").await?;
        // Of the live widget, which can't do without it either, and of the view.
        let told =
            "heard.filter(({reason}) => reason === 'style').length === 2 && heard.length === 2";
        browser
            .wait("the page to hear why", told, json!([]))
            .await?;
        let kept = format!("return {overview} && place().getAttribute('view') === '';");
        let kept: bool = browser.js(&kept, json!([])).await?;
        ensure!(kept, "the overview is gone");
        browser.click("$('.kl-phase-2 .kl-label')").await?;
        let phase = "heading().startsWith('Fase 2 van 4: ')";
        browser.wait("the second phase", phase, json!([])).await
    })
    .await
}
