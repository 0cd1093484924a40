//! Scrolling: back restores the scroll position, and no page is longer than its content.

use anyhow::{Context, Result, ensure};
use harness::{Page, blank, embedded};
use rstest::rstest;
use serde_json::json;

/// The last quote among the experiences; its own view is much shorter than theirs.
const QUOTE: &str = "[...kl().querySelectorAll('.kl-speaker')].at(-1)";

/// Follows a link far down in the experiences, goes back and expects the same scroll position.
async fn back_restores_the_position(page: &Page, name: &str) -> Result<()> {
    let down = format!(
        "{QUOTE}.scrollIntoView({{block: 'center', behavior: 'instant'}}); return scrollY;"
    );
    let position: f64 = page.js(&down).await?;
    ensure!(
        position > 600.0,
        "{name}: the quote is near the top, so this test shows nothing"
    );
    page.click(QUOTE).await?;
    let quote = "heading().startsWith('Citaat ')";
    page.wait("the quote's own view", quote).await?;
    let left = "const left = scrollY; history.back(); return left;";
    let left: f64 = page.js(left).await?;
    let back = "heading().startsWith('Ervaringen') && Math.abs(scrollY - arguments[0]) < 2";
    let what = format!("{name}: the scroll position, from {left} px in the other view");
    let restored = page.wait_with(&what, back, json!([position])).await;
    let now: f64 = page.js("return scrollY;").await?;
    restored.with_context(|| format!("the page is scrolled to {now} px"))
}

#[rstest]
#[tokio::test]
async fn back_restores_the_scroll_position(
    #[values("no-preference", "reduce")] motion: &'static str,
) -> Result<()> {
    let markup = "<kennis-lemniscaat sync-url view=\"vertaling/ervaringen\"></kennis-lemniscaat>";
    let page = embedded(markup)
        .size(1280, 600)
        .prefers("prefers-reduced-motion", motion)
        .await?;
    back_restores_the_position(&page, "embedded").await?;
    let standalone = page.site().url("/nl/vertaling/ervaringen/");
    page.open_interactive(&standalone).await?;
    back_restores_the_position(&page, "standalone").await
}

#[tokio::test]
async fn a_widget_in_a_scroll_container_does_not_lengthen_the_page() -> Result<()> {
    let markup = "<div style=\"height: 300px; overflow: auto\">
        <kennis-lemniscaat view=\"vertaling/ervaringen\"></kennis-lemniscaat></div>";
    let page = embedded(markup).await?;
    let heights = "return [document.documentElement.scrollHeight, innerHeight,
        document.querySelector('div').scrollHeight];";
    let [document, window, container]: [u32; 3] = page.js(heights).await?;
    ensure!(
        container > 2 * window,
        "the container holds {container} px, so this test shows nothing"
    );
    ensure!(
        document <= window,
        "the page is {document} px high, expected at most {window} px"
    );
    Ok(())
}

#[tokio::test]
async fn the_figure_is_sticky_where_all_of_it_fits_the_window() -> Result<()> {
    let page = blank().await?;
    for (height, sticky) in [(900, true), (400, true), (256, false)] {
        page.size(1280, height).await?;
        let url = page.site().url("/nl/vertaling/ervaringen/");
        page.open_interactive(&url).await?;
        let down = "$('.kl-next').scrollIntoView({block: 'end', behavior: 'instant'});
            const {top, bottom} = $('.kl-figure').getBoundingClientRect();
            return [top >= 0 && bottom <= innerHeight, bottom < 0];";
        let [visible, gone]: [bool; 2] = page.js(down).await?;
        ensure!(
            visible == sticky && gone != sticky,
            "{height} px high: all of the figure is visible: {visible}, none of it: {gone}"
        );
    }
    Ok(())
}
