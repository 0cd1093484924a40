//! The stylesheet of charts and tables: views that have them wait for it, and no other view does.

use anyhow::{Result, ensure};
use harness::host_page::LISTEN;
use harness::server::Plan;
use harness::{Page, host_page};
use serde_json::{Value, json};

fn is_chart_style(path: &str) -> bool {
    path.starts_with("/files/charts-")
}

fn held() -> Plan {
    Plan::default().holding(is_chart_style)
}

/// Whether the background view is shown, and whether its tables have their style.
const BACKGROUND: &str = "[!!heading()?.startsWith('Hoe delen gemeenten'),
  $('.kl-table') && getComputedStyle($('.kl-table')).borderCollapse]";

const OVERVIEW: &str = "heading() === 'De kennislemniscaat'";

/// A host page with a widget below its first window. Its script comes after the page has loaded,
/// because a stylesheet on its way would delay that, and so the test.
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

/// Waits until a file whose address matches a pattern has come.
async fn loaded(page: &Page, pattern: &str) -> Result<()> {
    let loaded = "performance.getEntriesByType('resource').some(({name, responseEnd}) =>
        responseEnd > 0 && name.match(arguments[0]))";
    page.wait_with(pattern, loaded, json!([pattern])).await
}

/// The state of [`BACKGROUND`] once the page had time to draw.
async fn background(page: &Page) -> Result<Value> {
    page.js(&format!("return drawn().then(() => {BACKGROUND});"))
        .await
}

#[tokio::test]
async fn a_first_view_with_charts_waits_for_their_style_and_loads_nothing_else() -> Result<()> {
    let page = below_the_fold("achtergrond", held()).await?;
    loaded(&page, "/achtergrond/$").await?;
    let before = background(&page).await?;
    ensure!(
        before == json!([false, null]),
        "without the style: {before}"
    );
    let requests = page.site().requests().len();
    ensure!(requests == 4, "{requests} requests for the first view");
    page.release();
    page.wait("the view", &format!("{BACKGROUND}[0]")).await?;
    let after = background(&page).await?;
    ensure!(
        after == json!([true, "collapse"]),
        "with the style: {after}"
    );
    Ok(())
}

#[tokio::test]
async fn the_interactive_widget_waits_for_the_style_of_charts() -> Result<()> {
    let page = below_the_fold("", held()).await?;
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
        "without the style: {before}, interactive: {interactive}"
    );
    page.release();
    let shown = format!("isInteractive() && {BACKGROUND}[0]");
    page.wait("the interactive view", &shown).await?;
    let after = background(&page).await?;
    ensure!(
        after == json!([true, "collapse"]),
        "with the style: {after}"
    );
    Ok(())
}

#[tokio::test]
async fn views_without_charts_stay_available_when_the_style_of_charts_fails() -> Result<()> {
    let broken = Plan::default().breaking(is_chart_style, 404);
    let page = below_the_fold("", broken).await?;
    page.wait("the overview", OVERVIEW).await?;
    page.click("$('[data-view=achtergrond]')").await?;
    // One error for the view, one for the interactive widget, which can't do without the style either.
    let told = "heard.filter(({reason}) => reason === 'style').length === 2 && heard.length === 2";
    page.wait("the page to hear why", told).await?;
    let kept = format!("return {OVERVIEW} && place().getAttribute('view') === '';");
    let kept: bool = page.js(&kept).await?;
    ensure!(kept, "the overview is gone");
    page.click("$('.kl-phase-2 .kl-label')").await?;
    let phase = "heading().startsWith('Fase 2 van 4: ')";
    page.wait("the second phase", phase).await
}
