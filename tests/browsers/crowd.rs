//! Many widgets on one page: each of them works, and they share what they load.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::browser::{Browser, browse};
use crate::embed::host;
use crate::hosts::leads_on;
use crate::site::{Plan, Site, wasm};
use crate::undisturbed::{WATCH, nothing_wrong, untouched};

/// So many widgets that all come alive at once, with text around each.
fn crowd(count: usize) -> String {
    "<p>Ervoor</p><kennis-lemniscaat loading=\"eager\"></kennis-lemniscaat>".repeat(count)
}

/// The first, the one in the middle and the last each lead through the phases, and none of them
/// leaves a trace outside.
async fn all_work(browser: &Browser, count: u32, name: &str) -> Result<()> {
    for at in [0, count / 2, count - 1] {
        leads_on(browser, at, name).await?;
    }
    untouched(browser, "", name).await?;
    nothing_wrong(browser, name).await
}

#[tokio::test]
async fn each_of_many_widgets_leads_on_before_and_after_it_is_live() -> Result<()> {
    browse(async |browser| {
        browser.before_load(WATCH).await?;
        for count in [3, 100] {
            let files = Plan::default().holding(wasm).serve().await?;
            let page = host(&files, &crowd(count));
            let site = Plan::default().page("/gast/", page).serve().await?;
            browser.open(&site.url("/gast/")).await?;
            let all = "[...document.querySelectorAll('kennis-lemniscaat')].every((each) => EACH)";
            let finished = all.replace("EACH", "each.shadowRoot?.querySelector('.kl-title')");
            let name = format!("{count} finished views");
            browser.wait(&name, &finished, json!([])).await?;
            all_work(browser, count as u32, &name).await?;
            files.release();
            let live = all.replace("EACH", "lively.has(each)");
            let name = format!("{count} live widgets");
            browser.wait(&name, &live, json!([])).await?;
            all_work(browser, count as u32, &name).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_hundred_widgets_come_alive_with_one_request_for_each_file() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let page = host(&files, &crowd(100));
        let site = Plan::default().page("/gast/", page).serve().await?;
        browser.open(&site.url("/gast/")).await?;
        let all =
            "[...document.querySelectorAll('kennis-lemniscaat')].every((each) => lively.has(each))";
        browser
            .wait("a hundred live widgets", all, json!([]))
            .await?;
        let asked = "return performance.getEntriesByType('resource')
            .map(({name}) => name).filter((name) => name.startsWith(arguments[0])).sort();";
        let asked: Vec<String> = browser.js(asked, json!([files.url("/")])).await?;
        let mut once = asked.clone();
        once.dedup();
        ensure!(asked == once && asked.len() == 9, "{asked:#?}");
        Ok(())
    })
    .await
}
