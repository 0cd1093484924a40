//! The stylesheet of charts and tables: only views with charts or tables wait for it.

use anyhow::{Result, ensure};
use harness::host_page::LISTEN;
use harness::server::Plan;
use harness::{Page, host_page};
use serde_json::{Value, json};

fn is_chart_style(path: &str) -> bool {
    path.starts_with("/files/charts-")
}

fn hold_chart_styles() -> Plan {
    Plan::default().holding(is_chart_style)
}

/// Whether the background view is shown, and the `border-collapse` of its table, which its
/// stylesheet sets.
const BACKGROUND: &str = "[!!heading()?.startsWith('Hoe delen gemeenten'),
  $('.kl-table') && getComputedStyle($('.kl-table')).borderCollapse]";

const OVERVIEW: &str = "heading() === 'De kennislemniscaat'";

/// Opens a host page with a widget below the first window. The widget's script is added after the
/// load event, because a pending stylesheet would delay that event, and with it the test.
async fn below_the_fold(view: &str, site: Plan) -> Result<Page> {
    let html = format!(
        "<!doctype html><title>Host</title><div style=\"height: 4000px\"></div>
        <kennis-lemniscaat view=\"{view}\"></kennis-lemniscaat>"
    );
    let visit = host_page(&html).site(site).before_load(LISTEN);
    let page = visit.prerendered().await?;
    let add = "const script = document.createElement('script');
        script.src = arguments[0];
        document.head.append(script);";
    let script = page.site().url("/embed.js");
    page.js_with::<()>(add, json!([script])).await?;
    Ok(page)
}

/// Waits until a file whose address matches a pattern has loaded.
async fn loaded(page: &Page, pattern: &str) -> Result<()> {
    let loaded = "performance.getEntriesByType('resource').some(({name, responseEnd}) =>
        responseEnd > 0 && name.match(arguments[0]))";
    page.wait_with(
        &format!("a loaded file that matches {pattern}"),
        loaded,
        json!([pattern]),
    )
    .await
}

/// The value of [`BACKGROUND`] after the page has drawn its next frames.
async fn background(page: &Page) -> Result<Value> {
    page.js(&format!("return drawn().then(() => {BACKGROUND});"))
        .await
}

#[tokio::test]
async fn a_first_view_with_charts_waits_for_their_style_and_loads_nothing_else() -> Result<()> {
    let page = below_the_fold("achtergrond", hold_chart_styles()).await?;
    loaded(&page, "/achtergrond/$").await?;
    let before = background(&page).await?;
    ensure!(
        before == json!([false, null]),
        "before the chart stylesheet has loaded: {before}"
    );
    let requests = page.site().requests().len();
    ensure!(
        requests == 4,
        "the first view makes {requests} requests; expected 4"
    );
    page.release();
    page.wait("the background view", &format!("{BACKGROUND}[0]"))
        .await?;
    let after = background(&page).await?;
    ensure!(
        after == json!([true, "collapse"]),
        "after the chart stylesheet has loaded: {after}"
    );
    Ok(())
}

#[tokio::test]
async fn the_interactive_widget_waits_for_the_style_of_charts() -> Result<()> {
    let page = below_the_fold("", hold_chart_styles()).await?;
    page.wait("the overview", OVERVIEW).await?;
    page.js::<()>("place().scrollIntoView({behavior: 'instant'});")
        .await?;
    loaded(&page, "/runtime-").await?;
    page.click("$('[data-view=achtergrond]')").await?;
    loaded(&page, "/achtergrond/$").await?;
    let before = background(&page).await?;
    let interactive: bool = page.js("return isInteractive();").await?;
    ensure!(
        before == json!([false, null]) && !interactive,
        "before the chart stylesheet has loaded: {before}, interactive: {interactive}"
    );
    page.release();
    let shown = format!("isInteractive() && {BACKGROUND}[0]");
    page.wait("the interactive view", &shown).await?;
    let after = background(&page).await?;
    ensure!(
        after == json!([true, "collapse"]),
        "after the chart stylesheet has loaded: {after}"
    );
    Ok(())
}

#[tokio::test]
async fn views_without_charts_stay_available_when_the_style_of_charts_fails() -> Result<()> {
    let broken = Plan::default().breaking(is_chart_style, 404);
    let page = below_the_fold("", broken).await?;
    page.wait("the overview", OVERVIEW).await?;
    page.click("$('[data-view=achtergrond]')").await?;
    // One error is for the view, and one for activation, which also requires the stylesheet.
    let reported = "widgetEvents.filter(({reason}) => reason === 'style').length === 2 && widgetEvents.length === 2";
    page.wait("two error events for the stylesheet", reported)
        .await?;
    let unchanged = format!("return {OVERVIEW} && place().getAttribute('view') === '';");
    let unchanged: bool = page.js(&unchanged).await?;
    ensure!(unchanged, "the overview or the view attribute changed");
    page.click("$('.kl-phase-2 .kl-label')").await?;
    let phase = "heading().startsWith('Fase 2 van 4: ')";
    page.wait("the second phase", phase).await
}
