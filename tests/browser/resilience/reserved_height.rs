//! The reserved height of the widget before it has loaded: content after the widget doesn't move.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::host_page::with_script;
use harness::layout_shift::WATCH_SHIFTS;
use harness::server::{Plan, fragment};
use harness::views::{KINDS, view};
use harness::{Page, blank, host_page};
use rstest_reuse::apply;
use serde_json::json;

use crate::engines::every_engine;

/// The script runs before anything is drawn.
const EARLY: &str = "<script src=\"EMBED\"></script>";

/// The script loads late, but the host page reserves the height itself, as docs/embedding.md says.
const LATE: &str = "
<style>
@media (scripting: enabled) {
  kennis-lemniscaat:not(:defined) { display: block; animation: 4s kennis-lemniscaat }
  @keyframes kennis-lemniscaat { from, to { min-height: 90vh } }
}
</style>
<script>addEventListener('load', () => {
  const script = document.createElement('script');
  script.src = 'EMBED';
  document.head.append(script);
});</script>";

/// The top of the content after the widget in px, or the bottom of the window if the content is
/// below it.
const CONTENT_AFTER: &str = "return Math.min(after.getBoundingClientRect().top, innerHeight);";

fn host_html(head: &str, view: &str) -> String {
    format!(
        "<!doctype html><title>Gast</title>{head}<h1>Gast</h1><p>Ervoor</p>
        <kennis-lemniscaat view=\"{view}\"><a href=\"/elders/\">Elders</a></kennis-lemniscaat>
        <p id=\"after\">Erna</p>"
    )
}

#[apply(every_engine)]
#[tokio::test]
async fn content_after_the_widget_does_not_move_while_it_loads(
    #[case] engine: Engine,
    #[values(320, 768, 1280)] width: u32,
    #[values(EARLY, LATE)] head: &'static str,
) -> Result<()> {
    let visit = blank().engine(engine).width(width);
    let page = visit.before_load(WATCH_SHIFTS).await?;
    for view in KINDS.map(view) {
        // The fragment is the last file that the prerendered view needs.
        let site = Plan::default().holding(fragment).serve().await?;
        let html = with_script(&site, &host_html(head, view));
        let host = Plan::default().page("/gast/", html).serve().await?;
        page.open(&host.url("/gast/")).await?;
        let painted = "place().shadowRoot !== null
            && performance.getEntriesByName('first-contentful-paint').length > 0";
        page.wait("the page around the widget", painted).await?;
        page.drawn().await?;
        let before: f64 = page.js(CONTENT_AFTER).await?;
        site.release();
        page.wait("the widget to become interactive", "isInteractive()")
            .await?;
        page.drawn().await?;
        let after: f64 = page.js(CONTENT_AFTER).await?;
        ensure!(
            before == after,
            "{view:?} moves the content after it from {before} to {after} px"
        );
        // Chromium also records layout shifts in between.
        let shifts: Vec<String> = page.js("return shifts;").await?;
        ensure!(shifts.is_empty(), "{view:?}: {shifts:#?}");
        let gap = "return after.offsetTop - place().offsetTop - place().offsetHeight;";
        let gap: f64 = page.js(gap).await?;
        ensure!(
            gap < 40.0,
            "{gap} px stay empty below {view:?}; expected less than 40"
        );
    }
    Ok(())
}

/// A page with a short view below its head, and text after it.
const SHORT: &str = "<!doctype html><title>Gast</title><body style=\"margin: 0\">
    <header style=\"height: 120px\">Gast</header>
    <kennis-lemniscaat view=\"vertaling/ervaringen/vorm/citaat-1\"></kennis-lemniscaat>
    <p id=\"after\">Erna</p><div style=\"height: 3000px\"></div><script async src=\"EMBED\"></script></body>";

/// The empty height between the view and the text after it, and the place of that text in the window.
async fn gap_and_place(page: &Page) -> Result<(f64, f64)> {
    let gap = "const {top} = after.getBoundingClientRect(); return [top - kl().getBoundingClientRect().bottom, top];";
    page.js(gap).await
}

#[apply(every_engine)]
#[tokio::test]
async fn the_reserved_height_goes_while_the_reader_scrolls(#[case] engine: Engine) -> Result<()> {
    let page = host_page(SHORT).engine(engine).size(1280, 1100).await?;
    page.drawn().await?;
    let height: f64 = page.js("return innerHeight;").await?;
    let (gap, place) = gap_and_place(&page).await?;
    ensure!(
        gap > 60.0 && place >= height,
        "{gap} px are empty, and the text is at {place} of {height} px"
    );
    // The text comes closer by twice the way that the reader scrolls, until the height is used up.
    for _ in 0..12 {
        let (before, place) = gap_and_place(&page).await?;
        let scroll = "scrollBy({ top: 40, behavior: 'instant' }); return drawn();";
        page.js::<()>(scroll).await?;
        let (gap, next) = gap_and_place(&page).await?;
        let way = place - next;
        ensure!(
            gap <= before + 0.1 && (39.0..=81.0).contains(&way),
            "the empty height goes from {before} to {gap} px, and the text moves by {way} px"
        );
    }
    let (gap, _) = gap_and_place(&page).await?;
    ensure!(gap <= 40.0, "{gap} px stay empty");
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn a_jump_past_the_widget_releases_its_height_and_moves_nothing(
    #[case] engine: Engine,
) -> Result<()> {
    let page = host_page(SHORT).engine(engine).size(1280, 1100).await?;
    page.drawn().await?;
    let jump =
        "scrollTo({ top: after.getBoundingClientRect().top + scrollY - 40, behavior: 'instant' });
        return after.getBoundingClientRect().top;";
    let before: f64 = page.js(jump).await?;
    let released = "after.getBoundingClientRect().top - kl().getBoundingClientRect().bottom <= 40";
    page.wait("the end of the reserved height", released)
        .await?;
    page.drawn().await?;
    let (_, place) = gap_and_place(&page).await?;
    let moved = place - before;
    ensure!(moved.abs() <= 1.0, "the text moves by {moved} px");
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn a_frame_that_follows_its_content_comes_to_rest(#[case] engine: Engine) -> Result<()> {
    let page = blank().engine(engine).await?;
    let site = Plan::default().holding(fragment).serve().await?;
    let inner = with_script(&site, "<!doctype html><title>Gast</title><h1>Gast</h1>
        <kennis-lemniscaat view=\"vertaling/tip-1\"></kennis-lemniscaat><script async src=\"EMBED\"></script>");
    let outer = "<!doctype html><title>Buiten</title><iframe id=\"frame\" src=\"/gast/\" width=\"800\" height=\"300\"></iframe>
        <script>window.heights = [];
        setInterval(() => {
            const {scrollHeight} = frame.contentDocument.documentElement;
            if (scrollHeight !== heights.at(-1)) heights.push(scrollHeight);
            frame.height = scrollHeight;
        }, 20);</script>";
    let host = Plan::default()
        .page("/gast/", inner)
        .page("/buiten/", outer);
    let host = host.serve().await?;
    page.open(&host.url("/buiten/")).await?;
    let defined = "!!frame.contentDocument?.querySelector('kennis-lemniscaat')?.shadowRoot";
    page.wait("the widget in the frame", defined).await?;
    page.js::<()>("return drawn().then(drawn).then(drawn);")
        .await?;
    site.release();
    let view = "frame.contentDocument.querySelector('kennis-lemniscaat').shadowRoot.querySelector('[data-title]')";
    page.wait("the view in the frame", view).await?;
    let at_rest = "(() => {
        const element = frame.contentDocument.querySelector('kennis-lemniscaat');
        const view = element.shadowRoot.querySelector('.kl').getBoundingClientRect();
        return frame.clientHeight >= view.bottom && frame.clientHeight - view.bottom <= 40;
    })()";
    page.wait("a frame as high as the view", at_rest).await?;
    let heights: Vec<f64> = page.js("return heights;").await?;
    ensure!(heights.len() < 6, "the frame had the heights {heights:?}");
    Ok(())
}

#[tokio::test]
async fn the_host_page_keeps_no_height_for_a_script_that_does_not_come() -> Result<()> {
    let no_script = Plan::default().breaking(|path| path == "/embed.js", 404);
    let page = host_page(&host_html(LATE, ""))
        .site(no_script)
        .prerendered()
        .await?;
    let height = "return place().offsetHeight;";
    let kept: f64 = page.js(height).await?;
    ensure!(
        kept > 300.0,
        "the host page keeps {kept} px; expected some of the window"
    );
    page.js::<()>("for (const animation of document.getAnimations()) animation.finish();")
        .await?;
    let kept: f64 = page.js(height).await?;
    ensure!(
        kept < 60.0,
        "the host page keeps {kept} px after the animation"
    );
    Ok(())
}

#[tokio::test]
async fn the_host_page_keeps_no_height_where_scripts_are_off() -> Result<()> {
    let page = blank().await?;
    let host = Plan::default()
        .page("/gast/", host_html(LATE, ""))
        .serve()
        .await?;
    page.cdp(
        "Emulation.setScriptExecutionDisabled",
        json!({"value": true}),
    )
    .await?;
    page.driver.goto(host.url("/gast/")).await?;
    let element = page
        .driver
        .find(thirtyfour::By::Tag("kennis-lemniscaat"))
        .await?;
    let height = element.rect().await?.height;
    ensure!(height < 60.0, "the host page keeps {height} px");
    Ok(())
}
