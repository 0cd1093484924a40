//! Standalone pages in a frame, for host pages that don't allow scripts.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::server::{Plan, Site};
use harness::{Page, blank, standalone};
use rstest_reuse::apply;
use serde_json::json;

use crate::engines::every_engine;

/// Serves and opens a host page that has a frame with these attributes and a script of its own.
async fn open_host(page: &Page, attributes: &str, script: &str) -> Result<Site> {
    let frame = page.site().url("/nl/vertaling/?embed#?secret=abc");
    let html = format!(
        "<!doctype html><meta charset=\"utf-8\"><title>Host page</title>
        <iframe src=\"{frame}\" width=\"600\" title=\"Vertaling\" {attributes}></iframe>
        <script>{script}</script>"
    );
    let host = Plan::default().page("/gast/", html).serve().await?;
    page.open(&host.url("/gast/")).await?;
    Ok(host)
}

/// Resizes the frame to the height that it posts, as a host page would; collects all messages in
/// `messages`.
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
    page.wait("a posted height above 300 px", grown).await?;
    let height: u64 = page.js(&format!("return {LAST_HEIGHT};")).await?;
    let ask = "messages.length = 0;
        document.getElementsByTagName('iframe')[0].contentWindow.postMessage({message: 'ready'}, '*');";
    page.js::<()>(ask).await?;
    let description = "the height, repeated for a host page that listens late";
    page.wait(description, "messages.length >= 2").await?;
    let wordpress = "return messages.some(({message, secret, value}) => message === 'height'
        && secret === 'abc' && value > 300);";
    let wordpress: bool = page.js(wordpress).await?;
    ensure!(
        wordpress,
        "the frame posts no height in WordPress's message format"
    );
    page.driver.enter_frame(0).await?;
    page.wait("an interactive page in the frame", "isInteractive()")
        .await?;
    let visible = "return [...document.querySelectorAll('.page-footer, .page-skip')]
        .filter((element) => element.getClientRects().length).length;";
    let visible: u32 = page.js(visible).await?;
    ensure!(
        visible == 0,
        "the frame shows {visible} elements outside the view"
    );
    page.click("$('.kl-tip')").await?;
    let tip = "heading().startsWith('Tip 1') && location.search === '?embed'";
    page.wait("a tip in the frame", tip).await?;
    page.driver.enter_default_frame().await?;
    let resized = format!("{LAST_HEIGHT} !== arguments[0]");
    page.wait_with(
        "a posted height that differs from the first",
        &resized,
        json!([height]),
    )
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
    page.wait("the open share panel at the end of the view", &open)
        .await?;
    page.click("$('.kl-next')").await?;
    let next = "heading().startsWith('Fase 4')
        && $('[data-title]').getBoundingClientRect().top >= 0
        && $('[data-title]').getBoundingClientRect().top < innerHeight";
    page.wait("the title of the next view", next).await
}

#[apply(every_engine)]
#[tokio::test]
async fn the_height_is_posted_only_to_the_framing_page(#[case] engine: Engine) -> Result<()> {
    // The host page has the same origin, so that the test can read the targets of the messages.
    let html = "<!doctype html><title>Gast</title>
        <iframe src=\"/nl/vertaling/?embed\" title=\"Fase\"></iframe>";
    let page = standalone("/gast/")
        .site(Plan::default().page("/gast/", html))
        .engine(engine)
        .before_load(include_str!("scripts/frame_targets.js"))
        .prerendered()
        .await?;
    page.wait("a height message", "window.targets?.length > 0")
        .await?;
    let targets: Vec<String> = page.js("return targets;").await?;
    let origin = page.site().url("");
    ensure!(
        targets.iter().all(|target| *target == origin),
        "the page posts to {targets:?}; expected only the origin of the framing page, {origin}"
    );
    Ok(())
}

#[tokio::test]
async fn links_out_of_the_widget_leave_the_frame() -> Result<()> {
    let click = "
        addEventListener('click', (event) => event.preventDefault());
        const link = document.querySelector(arguments[0]);
        link.click();
        return link.target;";
    for (path, link, target) in [
        (
            "/nl/achtergrond/?embed",
            ".kl-main a[href^=https]",
            "_blank",
        ),
        ("/nl/achtergrond/?embed", ".kl-share > p a", "_blank"),
        ("/nl/achtergrond/", ".kl-main a[href^=https]", ""),
        ("/nl/vertaling/?embed", ".kl-tip", ""),
    ] {
        let page = standalone(path).await?;
        let result: String = page.js_with(click, json!([link])).await?;
        ensure!(
            result == target,
            "{link} at {path} has the target {result:?}"
        );
    }
    Ok(())
}
