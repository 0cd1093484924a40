//! Bars of a host page that stay in place over its content (WCAG 2.2, criterion 2.4.11).

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::server::{Plan, wasm};
use harness::{Page, host_page};
use rstest_reuse::apply;
use thirtyfour::prelude::*;

use crate::engines::every_engine;

const PAGE: &str = "<!doctype html><html lang=\"nl\"><meta charset=\"utf-8\"><title>Gast</title>
    <script async src=\"EMBED\"></script>
    <style>
        header, .bar { position: sticky; height: 120px; background: #fff; z-index: 5 }
        header { top: 0 }
        .bar { bottom: 0 }
    </style>
    <body><header>Gemeente</header><p style=\"height: 300px\">Voor</p>
    <kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat>
    <p style=\"height: 1000px\">Na</p><div class=\"bar\">Cookies</div></body></html>";

/// Whether the middle of the focused node is visible.
const UNCOVERED: &str = "(() => {
    const { left, top, width, height } = focused().getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2) === place();
})()";

/// Waits until the focused node is visible.
async fn focus_is_in_sight(page: &Page, what: &str) -> Result<()> {
    page.wait(&format!("{what} in sight"), UNCOVERED).await
}

#[apply(every_engine)]
#[tokio::test]
async fn the_title_is_not_covered_after_a_click(
    #[case] engine: Engine,
    #[values(false, true)] interactive: bool,
) -> Result<()> {
    let plan = if interactive {
        Plan::default()
    } else {
        Plan::default().breaking(wasm, 404)
    };
    let visit = host_page(PAGE).engine(engine).site(plan).prerendered();
    let page = visit.await?;
    let state = if interactive {
        "isInteractive()"
    } else {
        "heading()?.startsWith('Fase 3')"
    };
    page.wait("the widget", state).await?;
    let scroll = "scrollBy(0, $('[data-title]').getBoundingClientRect().top - 20);
        $('.kl-tip').focus({ preventScroll: true }); $('.kl-tip').click();";
    page.js::<()>(scroll).await?;
    page.wait(
        "the tip",
        "heading()?.startsWith('Tip 1: ') && focused()?.matches('[data-title]')",
    )
    .await?;
    focus_is_in_sight(&page, "the title").await
}

#[tokio::test]
async fn no_focused_link_is_covered_on_the_way_through_the_widget() -> Result<()> {
    let page = host_page(PAGE).await?;
    page.js::<()>("$('[data-title]').focus();").await?;
    for forward in [true, false] {
        for _ in 0..8 {
            let keys = page.driver.action_chain();
            let keys = match forward {
                true => keys.send_keys(Key::Tab),
                false => keys
                    .key_down(Key::Shift)
                    .send_keys(Key::Tab)
                    .key_up(Key::Shift),
            };
            keys.perform().await?;
            let in_widget: bool = page.js("return focused() !== null;").await?;
            ensure!(in_widget, "the focus left the widget");
            focus_is_in_sight(&page, "the focused link").await?;
        }
    }
    Ok(())
}
