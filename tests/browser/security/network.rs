//! Privacy: a visit sends requests only to two hosts, the page's and ours, and stores no data.

use std::fs;

use anyhow::{Context, Result, ensure};
use harness::csp::{WATCH, no_violation};
use harness::engine::Engine;
use harness::server::{Plan, Site};
use harness::{Page, embedded};
use rstest_reuse::apply;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::engines::every_engine;

/// Forbids requests to other hosts, including requests that would fail.
const OURS: &str = "default-src http://127.0.0.1:* 'unsafe-inline' 'wasm-unsafe-eval'";

/// The widget on a host page.
const MARKUP: &str = "<kennis-lemniscaat></kennis-lemniscaat>";

/// Everything that a browser stores for a page.
const STORED: &str =
    "return indexedDB.databases().then((databases) => [document.cookie, localStorage.length,
    sessionStorage.length, databases.length, navigator.serviceWorker?.controller ?? null]);";

/// The origins of all files that the page requested.
const ORIGINS: &str =
    "return performance.getEntriesByType('resource').map(({name}) => new URL(name).origin);";

/// The addresses of icons and manifest that the page names.
const ICONS: &str =
    "return [...document.querySelectorAll('[rel*=icon], [rel=manifest]')].map(({href}) => href);";

/// Defines `isReachable(element)`: whether a click in the middle of an element reaches the element.
const REACHABLE: &str = include_str!("scripts/network_reachable.js");

/// The addresses of the host page and of a standalone page.
fn addresses(page: &Page) -> [String; 2] {
    [page.host().url("/gast/"), page.site().url("/nl/")]
}

/// Opens a page and navigates through it as a user does.
async fn explore(page: &Page, address: &str) -> Result<()> {
    page.open_interactive(address).await?;
    let before: Vec<String> = page.js(ICONS).await?;
    let phase = "$('.kl-phase-2 .kl-label')";
    for (link, shown) in [
        (phase, "heading().startsWith('Fase 2 van 4: ')"),
        ("$('.kl-tip')", "heading().startsWith('Tip 1: ')"),
        ("$('.kl-share summary')", "$('.kl-share').open"),
    ] {
        // A transition between views must end before an element can be clicked.
        let reachable = format!("(() => {{ {REACHABLE} return isReachable({link}); }})()");
        page.wait(link, &reachable).await?;
        page.click(link).await?;
        page.wait(shown, shown).await?;
    }
    let after: Vec<String> = page.js(ICONS).await?;
    ensure!(
        before == after,
        "navigation changes the icons of {address} from {before:?} to {after:?}"
    );
    Ok(())
}

/// Checks that no request to a site had a cookie.
fn no_cookie(site: &Site) -> Result<()> {
    let requests = site.requests();
    ensure!(
        !requests.is_empty(),
        "the test needs requests, and the site received none"
    );
    for (path, headers) in requests {
        ensure!(
            !headers.contains_key("cookie"),
            "a cookie is sent to {path}"
        );
    }
    Ok(())
}

/// The targets of requests by pages on this machine in a browser's log, including requests that
/// only resolve a host name, and all header lines with cookies. Requests by the browser itself are
/// left out.
fn logged_requests(log: &Value) -> Result<(Vec<String>, Vec<String>)> {
    let events = log["events"].as_array().context("a log has events")?;
    let (mut targets, mut cookies) = (vec![], vec![]);
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
            targets.extend(["url", "host"].map(text).map(str::to_owned));
        }
        let headers = parameters["headers"].as_array().into_iter().flatten();
        let lines = headers.filter_map(Value::as_str);
        cookies.extend(lines.filter(|line| is_cookie(line)).map(str::to_owned));
    }
    targets.retain(|target| !target.is_empty());
    Ok((targets, cookies))
}

/// Whether a header line sends or sets a cookie.
fn is_cookie(line: &str) -> bool {
    let line = line.to_ascii_lowercase();
    line.starts_with("cookie:") || line.starts_with("set-cookie:")
}

/// Checks the pages themselves, the requests to their servers, and in Chromium its network log:
/// <https://www.chromium.org/developers/design-documents/network-stack/netlog/>.
#[apply(every_engine)]
#[tokio::test]
async fn a_visit_sends_requests_to_two_hosts_only_and_stores_nothing(
    #[case] engine: Engine,
) -> Result<()> {
    let folder = TempDir::new().context("a folder for the browser's log")?;
    let file = folder.path().join("network.json");
    let page = embedded(MARKUP)
        .engine(engine)
        .browser_argument(format!("--log-net-log={}", file.display()))
        // With cookies, which logs leave out by default.
        .browser_argument("--net-log-capture-mode=IncludeSensitive".into())
        // Without this flag, Chromium asks a server of its vendor about the form fields of a page.
        .browser_argument("--disable-features=AutofillServerCommunication".into())
        .prerendered()
        .await?;
    let ours = [page.site().url(""), page.host().url("")];
    let is_ours = |target: &String| {
        ours.iter()
            .any(|our| target == our || target.starts_with(&format!("{our}/")))
    };
    for address in addresses(&page) {
        explore(&page, &address).await?;
        let mut others: Vec<String> = page.js(ORIGINS).await?;
        others.retain(|origin| !is_ours(origin));
        ensure!(others.is_empty(), "{address} sends requests to {others:?}");
        let stored: Value = page.js(STORED).await?;
        ensure!(
            stored == json!(["", 0, 0, 0, null]),
            "the browser stores {stored} for {address}"
        );
    }
    no_cookie(page.site())?;
    no_cookie(page.host())?;
    if !page.is_chromium() {
        return Ok(());
    }
    page.driver.clone().quit().await?;
    let log = fs::read(file).context("the browser wrote no log")?;
    let log = serde_json::from_slice(&log).context("the browser's log")?;
    let (mut targets, cookies) = logged_requests(&log)?;
    ensure!(
        targets.iter().any(|target| target.ends_with(".wasm")),
        "the log lacks the requests of the pages"
    );
    targets.retain(|target| !is_ours(target));
    ensure!(
        targets.is_empty(),
        "the pages send requests to {targets:#?}"
    );
    ensure!(cookies.is_empty(), "the browser sends or gets {cookies:#?}");
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn no_request_to_another_host_is_attempted(#[case] engine: Engine) -> Result<()> {
    let plan = || Plan::default().policy(OURS);
    let visit = embedded(MARKUP).engine(engine).site(plan()).host(plan());
    let page = visit.before_load(WATCH).await?;
    for address in addresses(&page) {
        explore(&page, &address).await?;
        no_violation(&page, &address).await?;
    }
    Ok(())
}
