//! The reserved height of the widget before it has loaded: content after the widget doesn't move.

use anyhow::{Result, ensure};
use harness::blank;
use harness::engine::Engine;
use harness::host_page::with_script;
use harness::layout_shift::WATCH_SHIFTS;
use harness::server::{Plan, fragment};
use harness::views::{KINDS, view};
use rstest_reuse::apply;

use crate::engines::every_engine;

/// The script runs before anything is drawn.
const EARLY: &str = "<script src=\"EMBED\"></script>";

/// The script loads late, but the host page reserves the height itself, as docs/embedding.md says.
const LATE: &str = "
<style>kennis-lemniscaat:not(:defined) { display: block; min-height: 100vh }</style>
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
