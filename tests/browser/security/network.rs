//! No one but the reader and two hosts, that of the page and ours, hears of a visit, and nothing
//! of it is kept.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::browser::{Browser, browse, browse_logged};
use crate::embed::host;
use crate::policy::{WATCH, no_violation};
use crate::site::{Plan, Site};

/// What any request to another host is against, also one that comes to nothing.
const OURS: &str = "default-src http://127.0.0.1:* 'unsafe-inline' 'wasm-unsafe-eval'";

/// What a browser keeps for a page.
const KEPT: &str =
    "return indexedDB.databases().then((databases) => [document.cookie, localStorage.length,
    sessionStorage.length, databases.length, navigator.serviceWorker?.controller ?? null]);";

/// Where the page asked for something.
const ASKED: &str =
    "return performance.getEntriesByType('resource').map(({name}) => new URL(name).origin);";

/// Whether a click in the middle of an element is for the element.
const REACHABLE: &str = include_str!("scripts/network_reachable.js");

/// A page of a partner, and ours.
fn pages(files: &Site, site: &Site) -> [String; 2] {
    [site.url("/gast/"), files.url("/nl/")]
}

/// Goes through a page as a reader does.
async fn visit(browser: &Browser, page: &str) -> Result<()> {
    browser.open_live(page).await?;
    let linked = "return [...document.querySelectorAll('[rel*=icon], [rel=manifest]')].map(({href}) => href);";
    let before: Vec<String> = browser.js(linked).await?;
    for (link, shown) in [
        (
            "$('.kl-phase-2 .kl-label')",
            "heading().startsWith('Fase 2 van 4: ')",
        ),
        ("$('.kl-tip')", "heading().startsWith('Tip 1: ')"),
        ("$('.kl-share summary')", "$('.kl-share').open"),
    ] {
        // Where views turn into each other, a click waits until they have.
        let still = format!("({REACHABLE})({link})");
        browser.wait(link, &still).await?;
        browser.click(link).await?;
        browser.wait(shown, shown).await?;
    }
    let after: Vec<String> = browser.js(linked).await?;
    ensure!(
        before == after,
        "{page} has its icon at {before:?}, and then at {after:?}"
    );
    Ok(())
}

/// Neither site was sent a cookie.
fn no_cookie(sites: [&Site; 2]) -> Result<()> {
    for site in sites {
        let asked = site.asked();
        ensure!(
            !asked.is_empty(),
            "nothing was asked, so this test shows nothing"
        );
        for (path, headers) in asked {
            ensure!(
                !headers.contains_key("cookie"),
                "a cookie goes along to {path}"
            );
        }
    }
    Ok(())
}

/// All that a browser's log says of pages on this machine: where they asked for something, if only
/// for its address, and lines of headers with cookies. What the browser does by itself isn't theirs.
fn in_log(log: &Value) -> Result<(Vec<String>, Vec<String>)> {
    let events = log["events"].as_array().context("a log has events")?;
    let (mut places, mut cookies) = (vec![], vec![]);
    for parameters in events.iter().map(|event| &event["params"]) {
        let text = |name: &str| parameters[name].as_str().unwrap_or_default();
        let of_page = [
            "initiator",
            "network_isolation_key",
            "network_anonymization_key",
        ]
        .iter()
        .any(|name| text(name).contains("//127.0.0.1"));
        if of_page {
            places.extend(["url", "host"].map(text).map(str::to_owned));
        }
        let headers = parameters["headers"].as_array().into_iter().flatten();
        let lines = headers.filter_map(Value::as_str).map(str::to_owned);
        let lowercase = |line: &String| line.to_ascii_lowercase();
        cookies.extend(lines.filter(|line| {
            let line = lowercase(line);
            line.starts_with("cookie:") || line.starts_with("set-cookie:")
        }));
    }
    places.retain(|place| !place.is_empty());
    Ok((places, cookies))
}

#[tokio::test]
async fn a_visit_stays_between_the_reader_and_two_hosts() -> Result<()> {
    let files = Site::whole().await?;
    let markup = "<kennis-lemniscaat></kennis-lemniscaat>";
    let page = Plan::default().page("/gast/", host(&files, markup));
    let site = page.serve().await?;
    let ours = [files.url(""), site.url("")];
    let is_ours = |place: &String| {
        ours.iter()
            .any(|our| place == our || place.starts_with(&format!("{our}/")))
    };
    let log = browse_logged(async |browser| {
        for page in pages(&files, &site) {
            visit(browser, &page).await?;
            let mut others: Vec<String> = browser.js(ASKED).await?;
            others.retain(|place| !is_ours(place));
            ensure!(others.is_empty(), "{others:?} hear of a visit to {page}");
            let kept: Value = browser.js(KEPT).await?;
            ensure!(
                kept == json!(["", 0, 0, 0, null]),
                "the browser keeps {kept} of {page}"
            );
        }
        Ok(())
    })
    .await?;
    no_cookie([&files, &site])?;
    if let Some(log) = log {
        let (mut places, cookies) = in_log(&log)?;
        ensure!(
            places.iter().any(|place| place.ends_with(".wasm")),
            "the log lacks what was asked"
        );
        places.retain(|place| !is_ours(place));
        ensure!(places.is_empty(), "{places:#?} hear of a visit");
        ensure!(cookies.is_empty(), "the browser sends or gets {cookies:#?}");
    }
    Ok(())
}

#[tokio::test]
async fn nothing_of_another_host_is_tried() -> Result<()> {
    let files = Plan::default().policy(OURS).serve().await?;
    let markup = "<kennis-lemniscaat></kennis-lemniscaat>";
    let page = Plan::default()
        .policy(OURS)
        .page("/gast/", host(&files, markup));
    let site = page.serve().await?;
    browse(async |browser| {
        browser.before_load(WATCH).await?;
        for page in pages(&files, &site) {
            visit(browser, &page).await?;
            no_violation(browser, &page).await?;
        }
        Ok(())
    })
    .await
}
