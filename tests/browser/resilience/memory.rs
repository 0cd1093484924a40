//! Widgets that come and go leave nothing behind.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::embed::host;
use crate::site::{Plan, Site};

/// How many widgets come and go.
const MANY: u32 = 1000;

/// Makes elements, each live before it goes; `made` keeps them only as long as others do.
const COME_AND_GO: &str = include_str!("scripts/memory_come_and_go.js");

/// What the page holds, in bytes and nodes, once what nobody holds is gone.
async fn held(browser: &Browser) -> Result<(f64, u64, usize)> {
    for _ in 0..2 {
        browser
            .cdp("HeapProfiler.collectGarbage", json!({}))
            .await?;
    }
    let heap = browser.ask("Runtime.getHeapUsage", json!({})).await?;
    let used = heap["usedSize"].as_f64().context("a heap has a size")?;
    let nodes = browser.ask("Memory.getDOMCounters", json!({})).await?;
    let nodes = nodes["nodes"].as_u64().context("a page has nodes")?;
    let alive = "return made.filter((each) => each.deref()).length;";
    Ok((used, nodes, browser.js(alive).await?))
}

#[tokio::test]
async fn a_thousand_widgets_that_came_and_went_are_gone() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let page = Plan::default().page("/gast/", host(&files, ""));
        let host = page.serve().await?;
        browser.open(&host.url("/gast/")).await?;
        let defined = "customElements.get('kennis-lemniscaat')";
        browser.wait("the script", defined).await?;
        browser.js_with::<()>(COME_AND_GO, json!([20])).await?;
        let (bytes_before, nodes_before, _) = held(browser).await?;
        // In parts, each of which a script may take.
        for _ in 0..10 {
            browser.js_with::<Value>(COME_AND_GO, json!([MANY / 10])).await?;
        }
        let (bytes, nodes, alive) = held(browser).await?;
        let grown = (bytes - bytes_before) / f64::from(MANY);
        println!("{grown:.0} bytes stay of each widget, {nodes_before} nodes became {nodes}, {alive} elements live on");
        // One may be the last that a job under way still knows.
        ensure!(alive <= 1, "{alive} of {MANY} elements live on");
        ensure!(nodes < nodes_before + 400, "{nodes_before} nodes became {nodes}");
        ensure!(grown < 300.0, "{grown:.0} bytes stay of each widget");
        Ok(())
    })
    .await
}
