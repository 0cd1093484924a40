//! No one but the reader and two hosts, that of the page and ours, hears of a visit, and nothing
//! of it is kept.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::browser::browse_logged;
use crate::embed::host;
use crate::policy::{WATCH, no_violation};
use crate::site::{Plan, Site};

/// What any request to another host is against, be it for a picture or for its address alone.
const OURS: &str = "default-src http://127.0.0.1:* 'unsafe-inline' 'wasm-unsafe-eval'";

/// What a browser keeps for a page.
const KEPT: &str =
    "return indexedDB.databases().then((databases) => [document.cookie, localStorage.length,
    sessionStorage.length, databases.length, navigator.serviceWorker?.controller ?? null]);";

#[tokio::test]
async fn a_visit_stays_between_the_reader_and_two_hosts() -> Result<()> {
    let files = Site::whole().await?;
    let markup = "<kennis-lemniscaat></kennis-lemniscaat>";
    let site = Plan::default()
        .policy(OURS)
        .page("/gast/", host(&files, markup))
        .serve()
        .await?;
    let log = browse_logged(async |browser| {
        browser.before_load(WATCH).await?;
        for own in [site.url("/gast/"), files.url("/nl/")] {
            browser.open_live(&own).await?;
            for link in ["$('.kl-phase-2 .kl-label')", "$('.kl-tip')", "$('.kl-share summary')"] {
                browser.click(link).await?;
                browser.js::<Value>("return drawn();", json!([])).await?;
            }
            let asked = "return performance.getEntriesByType('resource').map(({name}) => new URL(name).origin)
                .filter((each) => !arguments[0].includes(each));";
            let ours = json!([[files.url(""), site.url("")]]);
            let others: Vec<String> = browser.js(asked, ours).await?;
            ensure!(others.is_empty(), "{others:?} hear of it too");
            no_violation(browser, &own).await?;
            let kept: Value = browser.js(KEPT, json!([])).await?;
            ensure!(kept == json!(["", 0, 0, 0, null]), "the browser keeps {kept}");
        }
        Ok(())
    })
    .await?;
    if let Some(log) = log {
        std::fs::write("/tmp/h4net.json", log.to_string())?;
    }
    Ok(())
}
