//! The head of a standalone page, which browsers and their extensions share a view by, and the line that tells how to
//! cite the view.

use anyhow::{Result, ensure};
use harness::csp::{WATCH, no_violation};
use harness::engine::Engine;
use harness::server::Plan;
use harness::{Page, standalone};
use rstest_reuse::apply;
use serde_json::json;

use crate::engines::every_engine;

/// For scripts. `description()` returns the elements of a page's head, without those of files;
/// `served()` requests a page.
const READ: &str = include_str!("scripts/head_read.js");

/// A policy under which no string becomes a document or a script.
const POLICY: &str = "require-trusted-types-for 'script'; trusted-types 'none'";

/// A phase, and the link to it from the overview.
const PHASE: [&str; 2] = ["/nl/vertaling/", "$('.kl-phase-3 .kl-label')"];
/// A tip of that phase, and the link to it from there.
const TIP: [&str; 2] = [
    "/nl/vertaling/tip-5/",
    "$('.kl-tip[data-view=\"vertaling/tip-5\"]')",
];

fn is_phase(path: &str) -> bool {
    path == PHASE[0]
}

/// The description in the head of the page at a path, as the server sends it.
async fn served(page: &Page, path: &str) -> Result<Vec<String>> {
    let script = format!("{READ} return served(arguments[0]).then(description);");
    let served: Vec<String> = page.js_with(&script, json!([path])).await?;
    let canonical = |element: &String| element.contains("canonical") && element.contains(path);
    let cited = served.last().is_some_and(|line| line.ends_with(path));
    ensure!(
        served.iter().any(canonical) && cited,
        "{path} isn't its own canonical page or isn't cited, so this test shows nothing: {served:#?}"
    );
    Ok(served)
}

/// The description in the head of the page that is shown.
async fn shown(page: &Page) -> Result<Vec<String>> {
    page.js(&format!("{READ} return description(document);"))
        .await
}

/// Waits until the page has an address and describes the view as a fresh load of that address does.
async fn describes(page: &Page, path: &str) -> Result<()> {
    let same = format!(
        "(() => {{ {READ} return location.pathname === arguments[0]
            && String(description(document)) === arguments[1]; }})()"
    );
    let served = served(page, path).await?.join(",");
    let what = format!("the head of {path}");
    page.wait_with(&what, &same, json!([path, served])).await
}

/// Waits until the page has received a response for the page of the phase.
async fn phase_received(page: &Page) -> Result<()> {
    let received = "performance.getEntriesByType('resource').some(({name, responseEnd}) =>
        new URL(name).pathname === arguments[0] && responseEnd > 0)";
    page.wait_with("a response for the phase", received, json!([PHASE[0]]))
        .await?;
    page.drawn().await
}

#[apply(every_engine)]
#[tokio::test]
async fn the_head_describes_the_view_that_is_shown(#[case] engine: Engine) -> Result<()> {
    let visit = standalone("/nl/").engine(engine).before_load(WATCH);
    let page = visit.site(Plan::default().policy(POLICY)).await?;
    let remember = format!("{READ} window.files = [...document.head.querySelectorAll(FILES)];");
    page.js::<()>(&remember).await?;
    for [path, link] in [PHASE, TIP] {
        page.click(link).await?;
        describes(&page, path).await?;
    }
    page.driver.back().await?;
    describes(&page, PHASE[0]).await?;
    page.driver.back().await?;
    describes(&page, "/nl/").await?;
    page.driver.forward().await?;
    describes(&page, PHASE[0]).await?;
    let kept = "return files.length > 0 && files.every((element) => element.isConnected);";
    let kept: bool = page.js(kept).await?;
    ensure!(kept, "the page's own files are no longer in the head");
    no_violation(&page, PHASE[0]).await
}

#[tokio::test]
async fn a_late_response_does_not_describe_an_earlier_view() -> Result<()> {
    let plan = Plan::default().holding(is_phase);
    let page = standalone("/nl/").site(plan).await?;
    page.click(PHASE[1]).await?;
    page.click(TIP[1]).await?;
    describes(&page, TIP[0]).await?;
    let before = shown(&page).await?;
    page.release();
    phase_received(&page).await?;
    let after = shown(&page).await?;
    ensure!(before == after, "the head is {after:#?}");
    // The view that it is for is described when it is shown again.
    page.driver.back().await?;
    describes(&page, PHASE[0]).await
}

#[tokio::test]
async fn a_lost_request_leaves_a_usable_page_that_describes_no_other_view() -> Result<()> {
    let plan = Plan::default().breaking(is_phase, 503);
    let page = standalone("/nl/").site(plan).await?;
    page.click(PHASE[1]).await?;
    phase_received(&page).await?;
    let lost = shown(&page).await?;
    let title: String = page.js("return document.title;").await?;
    ensure!(title.starts_with("Vertaling"), "the title is {title}");
    let of_other_views = [
        "description",
        "og:",
        "canonical",
        "oembed",
        "ld+json",
        "citation_",
        "://",
    ];
    ensure!(
        !lost
            .iter()
            .any(|element| of_other_views.iter().any(|part| element.contains(part))),
        "the head describes another view: {lost:#?}"
    );
    page.click(TIP[1]).await?;
    describes(&page, TIP[0]).await
}
