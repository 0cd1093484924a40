//! Standalone pages in a frame, for hosts that don't allow scripts.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::server::{Plan, Site};
use harness::{Page, blank, standalone};
use rstest_reuse::apply;
use serde_json::json;

use crate::engines::every_engine;

/// Serves a host page with a frame of these attributes, and a script of the host's; opens it.
async fn open_host(page: &Page, attributes: &str, script: &str) -> Result<Site> {
    let frame = page.site().url("/nl/vertaling/?embed#?secret=abc");
    let html = format!(
        "<!doctype html><meta charset=\"utf-8\"><title>Partner</title>
        <iframe src=\"{frame}\" width=\"600\" title=\"Vertaling\" {attributes}></iframe>
        <script>{script}</script>"
    );
    let host = Plan::default().page("/gast/", html).serve().await?;
    page.open(&host.url("/gast/")).await?;
    Ok(host)
}

/// Resizes the frame as it asks for, as the page of a host would; keeps all messages in `messages`.
const RESIZE: &str = include_str!("scripts/frame_resize.js");

const LAST_HEIGHT: &str = "messages.findLast((message) => message.height).height";

#[apply(every_engine)]
#[tokio::test]
async fn a_frame_resizes_to_its_view(
    #[case] engine: Engine,
    #[values("", "sandbox=\"allow-scripts\"")] sandbox: &'static str,
) -> Result<()> {
    let page = blank().engine(engine).await?;
    let _host = open_host(&page, &format!("height=\"200\" {sandbox}"), RESIZE).await?;
    let grown = "messages.some((message) => message.height > 300)";
    page.wait("a frame that grows", grown).await?;
    let height: u64 = page.js(&format!("return {LAST_HEIGHT};")).await?;
    let ask = "messages.length = 0;
        document.getElementsByTagName('iframe')[0].contentWindow.postMessage({message: 'ready'}, '*');";
    page.js::<()>(ask).await?;
    let what = "the height, repeated for a host page that listens late";
    page.wait(what, "messages.length >= 2").await?;
    let wordpress = "return messages.some((each) => each.message === 'height'
        && each.secret === 'abc' && each.value > 300);";
    let wordpress: bool = page.js(wordpress).await?;
    ensure!(wordpress, "there is no message for WordPress");
    page.driver.enter_frame(0).await?;
    page.wait("an interactive page in the frame", "isInteractive()")
        .await?;
    let visible = "return [...document.querySelectorAll('.page-footer, .page-skip')]
        .filter((each) => each.getClientRects().length).length;";
    let visible: u32 = page.js(visible).await?;
    ensure!(visible == 0, "the frame shows more than the view");
    page.click("$('.kl-tip')").await?;
    let tip = "heading().startsWith('Tip 1') && location.search === '?embed'";
    page.wait("a tip in the frame", tip).await?;
    page.driver.enter_default_frame().await?;
    let resized = format!("{LAST_HEIGHT} !== arguments[0]");
    page.wait_with("a frame of another height", &resized, json!([height]))
        .await
}

#[apply(every_engine)]
#[tokio::test]
async fn the_whole_view_can_be_reached_in_a_frame_of_fixed_height(
    #[case] engine: Engine,
    #[values(200, 1000)] height: u32,
) -> Result<()> {
    // WebKit's driver clicks only on points inside the window.
    let page = blank().engine(engine).size(1280, 1150).await?;
    let attributes = format!("height=\"{height}\" sandbox=\"allow-scripts\"");
    let _host = open_host(&page, &attributes, "").await?;
    page.driver.enter_frame(0).await?;
    page.wait("the widget in the frame", "isInteractive()")
        .await?;
    let last = "$('.kl-share summary')";
    page.click(last).await?;
    let open =
        format!("{last}.parentElement.open && document.documentElement.scrollWidth <= innerWidth");
    page.wait("the end of the view", &open).await?;
    page.click("$('.kl-next')").await?;
    let next = "heading().startsWith('Fase 4')
        && $('[data-title]').getBoundingClientRect().top >= 0
        && $('[data-title]').getBoundingClientRect().top < innerHeight";
    page.wait("the title of the next view", next).await
}

#[apply(every_engine)]
#[tokio::test]
async fn the_height_is_posted_only_to_the_framing_page(#[case] engine: Engine) -> Result<()> {
    // Of the same origin, so that the targets of the messages can be seen.
    let html = "<!doctype html><title>Gast</title>
        <iframe src=\"/nl/vertaling/?embed\" title=\"Fase\"></iframe>";
    let page = standalone("/gast/")
        .site(Plan::default().page("/gast/", html))
        .engine(engine)
        .before_load(include_str!("scripts/frame_targets.js"))
        .prerendered()
        .await?;
    page.wait("a message of the height", "window.targets?.length > 0")
        .await?;
    let targets: Vec<String> = page.js("return targets;").await?;
    let origin = page.site().url("");
    ensure!(
        targets.iter().all(|target| *target == origin),
        "{origin} frames the page, which posts to {targets:?}"
    );
    Ok(())
}
