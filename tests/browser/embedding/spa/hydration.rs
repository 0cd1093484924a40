//! Applications that a server rendered: they take over a page in which the widget may be there already.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::host::{Host, REACT_STRICT, VUE_FUNCTIONS};
use super::leads_on;
use crate::browser::{Browser, browse};
use crate::site::{Plan, Site};
use crate::undisturbed::{WATCH, nothing_wrong};

/// What a server renders of an application; here the application itself does.
async fn rendered(browser: &Browser, host: &Host) -> Result<String> {
    let none = Plan::default().breaking(|_| true, 404).serve().await?;
    let server = Host {
        how: "server",
        ..*host
    };
    let site = server.serve(&none, "").await?;
    browser.open(&site.url("/gast/")).await?;
    let done = "window.rendered";
    browser.wait("what is rendered", done).await?;
    browser.js("return rendered;").await
}

#[tokio::test]
async fn an_application_takes_over_a_page_with_a_live_widget_and_leaves_it_alive() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        browser.before_load(WATCH).await?;
        for host in [REACT_STRICT, VUE_FUNCTIONS] {
            let html = rendered(browser, &host).await?;
            let host = Host {
                how: "hydrate",
                ..host
            };
            let site = host.serve(&files, &html).await?;
            browser.open_live(&site.url("/gast/")).await?;
            let start = "window.before = [place(), kl(), place(1)]; hydrate();";
            browser.js::<()>(start).await?;
            browser
                .wait("the application", "window.hydrated")
                .await?;
            let same = "return before[0] === place() && before[1] === kl()
                && before[2] === place(1) && live();";
            let same: bool = browser.js(same).await?;
            ensure!(same, "{} puts another widget there", host.script);
            leads_on(browser).await.context(host.script)?;
            nothing_wrong(browser, host.script).await?;
        }
        Ok(())
    })
    .await
}
