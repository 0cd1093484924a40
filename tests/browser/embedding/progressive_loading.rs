//! Prerendered views load first, the interactive widget when it is needed; each step works without the next.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::host_page::{ELEMENT, LISTEN};
use harness::server::{Plan, fragment, wasm};
use harness::viewports::WIDTHS;
use harness::{Page, Visit, embedded, views};
use rstest_reuse::apply;
use serde_json::{Value, json};

use crate::engines::every_engine;

/// The widget's files that the page requested.
const REQUESTS: &str =
    "performance.getEntriesByType('resource').map(({name}) => new URL(name).pathname)
    .filter((path) => path === '/embed.js' || path.startsWith('/files/'))
    // The stylesheet of parts that aren't visible at first loads after the figure.
    .filter((path) => !path.startsWith('/files/deferred-'))";

/// A host page around some markup, with its events recorded.
fn host(markup: &str) -> Visit {
    embedded(markup).before_load(LISTEN).prerendered()
}

async fn shows(page: &Page, heading: &str) -> Result<()> {
    let shown = "heading()?.startsWith(arguments[0])";
    page.wait_with(&format!("the view {heading:?}"), shown, json!([heading]))
        .await
}

async fn activated(page: &Page) -> Result<()> {
    page.wait("the widget to become interactive", "isInteractive()")
        .await
}

#[apply(every_engine)]
#[tokio::test]
async fn two_requests_show_the_figure_and_the_rest_waits_until_it_is_near(
    #[case] engine: Engine,
) -> Result<()> {
    let markup = format!("<div style=\"height: 4000px\"></div>{ELEMENT}");
    let page = host(&markup).engine(engine).await?;
    shows(&page, "De kennislemniscaat").await?;
    let requests: Vec<String> = page.js(&format!("return {REQUESTS};")).await?;
    ensure!(requests.len() == 2, "expected 2 requests, got {requests:?}");
    page.js::<()>("place().scrollIntoView({behavior: 'instant'});")
        .await?;
    activated(&page).await
}

#[apply(every_engine)]
#[tokio::test]
async fn eager_widget_is_activated_outside_the_window(#[case] engine: Engine) -> Result<()> {
    let markup = "<div style=\"height: 4000px\"></div>
        <kennis-lemniscaat loading=\"eager\"></kennis-lemniscaat>";
    let page = host(markup).engine(engine).await?;
    activated(&page).await
}

#[apply(every_engine)]
#[tokio::test]
async fn activation_keeps_the_state_from_before_the_webassembly_loaded(
    #[case] engine: Engine,
) -> Result<()> {
    let page = host(ELEMENT).holding(wasm).engine(engine).await?;
    shows(&page, "De kennislemniscaat").await?;
    page.click("$('.kl-phase-3 .kl-label')").await?;
    shows(&page, "Fase 3 van 4: ").await?;
    page.click("$('.kl-tip[data-view=\"vertaling/tip-5\"]')")
        .await?;
    shows(&page, "Tip 5: ").await?;
    let focus = "focused() === $('[data-title]')";
    page.wait("the focus on the new title", focus).await?;
    page.click("$('.kl-share summary')").await?;
    let state = "return [$('.kl-share').open, focused()?.localName,
        place().getAttribute('view'), isInteractive()];";
    let before: Value = page.js(state).await?;
    ensure!(
        before == json!([true, "summary", "vertaling/tip-5", false]),
        "before activation: {before}"
    );
    page.release();
    activated(&page).await?;
    let after: Value = page.js(state).await?;
    ensure!(
        after == json!([true, "summary", "vertaling/tip-5", true]),
        "after activation: {after}"
    );
    let events = "return widgetEvents.map(({what, view}) => [what, view]);";
    let events: Value = page.js(events).await?;
    let expected = json!([
        ["navigate", "vertaling"],
        ["navigate", "vertaling/tip-5"],
        ["ready", "vertaling/tip-5"]
    ]);
    ensure!(events == expected, "the host page receives {events}");
    page.click("$('.kl-next')").await?;
    shows(&page, "Tip 6: ").await
}

/// The position, size and color of each node in each widget.
const APPEARANCE: &str = include_str!("scripts/progressive_loading_appearance.js");

/// The appearance of all widgets, by width, widget and node.
async fn appearance(page: &Page) -> Result<Vec<Vec<Vec<String>>>> {
    let mut appearance = Vec::new();
    for width in WIDTHS {
        page.width(width).await?;
        appearance.push(page.js(APPEARANCE).await?);
    }
    Ok(appearance)
}

#[apply(every_engine)]
#[tokio::test]
async fn activation_changes_nothing_visible(#[case] engine: Engine) -> Result<()> {
    let views = views::KINDS.map(views::view);
    let widgets = views.map(|view| {
        format!("<kennis-lemniscaat loading=\"eager\" view=\"{view}\"></kennis-lemniscaat>")
    });
    let visit = host(&widgets.concat()).holding(wasm);
    let page = visit.engine(engine).await?;
    let all = "[...document.querySelectorAll('kennis-lemniscaat')]
        .every((element) => element.shadowRoot?.querySelector('.kl-title'))";
    page.wait("every prerendered view", all).await?;
    let prerendered = appearance(&page).await?;
    page.release();
    let all = "[...document.querySelectorAll('kennis-lemniscaat')]
        .every((element) => activated.has(element))";
    page.wait("every widget to become interactive", all).await?;
    let interactive = appearance(&page).await?;
    let widths = prerendered.into_iter().zip(interactive);
    for (width, (prerendered, interactive)) in WIDTHS.into_iter().zip(widths) {
        for ((view, before), after) in views.iter().zip(prerendered).zip(interactive) {
            let nodes = before.iter().zip(&after);
            let changed: Vec<_> = nodes.filter(|(before, after)| before != after).collect();
            ensure!(
                changed.is_empty() && before.len() == after.len(),
                "{view} at {width} px: {changed:#?}"
            );
        }
    }
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn attributes_apply_from_the_first_view(#[case] engine: Engine) -> Result<()> {
    let markup = "<kennis-lemniscaat view=\"vertaling/tip-99\" heading-level=\"4\" theme=\"dark\"></kennis-lemniscaat>";
    let page = host(markup).holding(wasm).engine(engine).await?;
    shows(&page, "Fase 3 van 4: ").await?;
    let state = "return [$('[data-title]').localName, getComputedStyle(kl()).backgroundColor,
        [...kl().querySelectorAll('h1, h2, h3')].length];";
    let state: Value = page.js(state).await?;
    ensure!(
        state == json!(["h4", "rgb(20, 23, 28)", 0]),
        "[heading, background, higher headings] is {state}"
    );
    page.js::<()>("place().setAttribute('theme', 'light');")
        .await?;
    let light = "getComputedStyle(kl()).backgroundColor === 'rgb(251, 250, 247)'";
    page.wait("the light theme", light).await?;
    page.js::<()>("place().setAttribute('view', 'analyseren');")
        .await?;
    shows(&page, "Fase 2 van 4: ").await?;
    page.release();
    activated(&page).await?;
    let unchanged = format!("return {light} && $('[data-title]').localName === 'h4';");
    let unchanged: bool = page.js(&unchanged).await?;
    ensure!(
        unchanged,
        "activation changed the theme or the heading level"
    );
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn widget_is_activated_without_prerendered_views(#[case] engine: Engine) -> Result<()> {
    let site = Plan::default().breaking(fragment, 500);
    let page = host(ELEMENT).site(site).engine(engine).await?;
    activated(&page).await?;
    shows(&page, "De kennislemniscaat").await
}

#[apply(every_engine)]
#[tokio::test]
async fn missing_view_is_announced_before_and_after_activation(
    #[case] engine: Engine,
) -> Result<()> {
    let markup = "<kennis-lemniscaat view=\"vertaling/tip-99/x\"></kennis-lemniscaat>";
    let page = embedded(markup).holding(wasm).engine(engine).await?;
    let notice = "$('.kl-notice[role=status]')?.textContent.includes('vertaling/tip-99/x')
        && heading().startsWith('Fase 3') && place().getAttribute('view') === 'vertaling'";
    page.wait("the notice in the prerendered view", notice)
        .await?;
    page.release();
    activated(&page).await?;
    page.wait("the notice in the interactive view", notice)
        .await?;
    page.click("$('.kl-tip')").await?;
    let gone = "heading().startsWith('Tip 1: ') && $('.kl-notice').textContent === ''";
    page.wait("an existing view without a notice", gone).await
}

#[apply(every_engine)]
#[tokio::test]
async fn share_links_name_the_host_page_before_activation(#[case] engine: Engine) -> Result<()> {
    let markup =
        "<kennis-lemniscaat view=\"vertaling/tip-5\" share-base=\"/deel?x=1\"></kennis-lemniscaat>
        <kennis-lemniscaat view=\"vertaling/tip-5\"></kennis-lemniscaat>";
    let page = embedded(markup).holding(wasm).engine(engine).await?;
    let both = "heading(0)?.startsWith('Tip 5') && heading(1)?.startsWith('Tip 5')";
    page.wait("the prerendered views", both).await?;
    let shared = "return [0, 1].map((n) =>
        new URL($('[data-share=LinkedIn]', n).href).searchParams.get('url'));";
    let shared: Value = page.js(shared).await?;
    let host_url = "/deel?x=1&kennislemniscaat=vertaling/tip-5";
    let host_url = page.host().url(host_url);
    let site_url = page.site().url("/nl/vertaling/tip-5/");
    ensure!(
        shared == json!([host_url, site_url]),
        "the shared addresses are {shared}"
    );
    Ok(())
}
