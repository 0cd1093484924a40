//! Journeys through the publication, by mouse and by keyboard alone.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::views::PHASES;
use harness::{Page, Visit, standalone};
use rstest::rstest;
use rstest_reuse::apply;
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

use crate::engines::every_engine;

/// A view: its path, title and heading.
type View = [&'static str; 3];

const OVERVIEW: View = [
    "/nl/",
    "De kennislemniscaat: Hoe zoeken en delen beleidsadviseurs van de gemeenten kennis?",
    "De kennislemniscaat",
];
const PHASE_VIEWS: [View; 4] = [
    [
        "/nl/explicitering/",
        "Explicitering praktijkkennis en -ervaring – De kennislemniscaat",
        "Fase 1 van 4: Explicitering praktijkkennis en -ervaring",
    ],
    [
        "/nl/analyseren/",
        "Analyseren, onderbouwen werkzame principes – De kennislemniscaat",
        "Fase 2 van 4: Analyseren, onderbouwen werkzame principes",
    ],
    [
        "/nl/vertaling/",
        "Vertaling van werkzame principes naar training of werkwijze voor de praktijk – De kennislemniscaat",
        "Fase 3 van 4: Vertaling van werkzame principes naar training of werkwijze voor de praktijk",
    ],
    [
        "/nl/implementeren/",
        "Implementeren en (door)ontwikkelen van training of werkwijze in de praktijk – De kennislemniscaat",
        "Fase 4 van 4: Implementeren en (door)ontwikkelen van training of werkwijze in de praktijk",
    ],
];
const TIP: View = [
    "/nl/vertaling/tip-5/",
    "Tip 5 – Vertaling – De kennislemniscaat",
    "Tip 5: Zorg ervoor dat de informatie gemakkelijk via social media te verspreiden is.",
];
const EXPERIENCES: View = [
    "/nl/vertaling/ervaringen/",
    "Ervaringen: Vertaling van werkzame principes naar training of werkwijze voor de praktijk – De kennislemniscaat",
    "Ervaringen: Vertaling van werkzame principes naar training of werkwijze voor de praktijk",
];
const QUESTION: View = [
    "/nl/vertaling/ervaringen/vorm/",
    "Hoe krijgen beleidsadviseurs kennis het liefst aangereikt? In welke vorm? – De kennislemniscaat",
    "Ervaringen: Hoe krijgen beleidsadviseurs kennis het liefst aangereikt? In welke vorm?",
];
const QUOTE: View = [
    "/nl/vertaling/ervaringen/vorm/citaat-1/",
    "Citaat 1 – Hoe krijgen beleidsadviseurs kennis het liefst aangereikt? In welke vorm? – De kennislemniscaat",
    "Citaat 1",
];

const TO_EXPERIENCES: &str = "$('.kl-main .kl-button[data-view=\"vertaling/ervaringen\"]')";
const TO_TIP: &str = "$('.kl-tip[data-view=\"vertaling/tip-5\"]')";
const TO_QUOTE: &str = "$('.kl-speaker[data-view=\"vertaling/ervaringen/vorm/citaat-1\"]')";
const PARENT: &str = "$('.kl-breadcrumb li:last-child a')";

#[derive(Deserialize)]
struct State {
    view: [String; 3],
    focused: bool,
    same: bool,
}

/// Waits for a view, and checks its path, title, heading and focus.
async fn arrived(page: &Page, view: View) -> Result<()> {
    let shown = "location.pathname === arguments[0] && document.title === arguments[1]
        && heading() === arguments[2]";
    let state = "return {
        view: [location.pathname, document.title, heading() ?? ''],
        focused: focused()?.hasAttribute('data-title') ?? false,
        same: window.__same === true,
    };";
    let what = format!("the view {view:?}");
    let result = page.wait_with(&what, shown, json!(view)).await;
    let state: State = page.js(state).await?;
    result.map_err(|error| error.context(format!("the page shows {:?}", state.view)))?;
    ensure!(state.same, "the page was reloaded on the way to {view:?}");
    ensure!(
        state.focused,
        "the focus isn't on the heading of {view:?}: screen readers announce nothing"
    );
    Ok(())
}

/// Opens a page and marks it, so that a reload is noticed.
async fn start(visit: Visit) -> Result<Page> {
    let page = visit.await?;
    page.js::<()>("window.__same = true;").await?;
    Ok(page)
}

/// A point on the drawn arc of a phase, away from its number.
async fn point_on_arc(page: &Page, phase: &str) -> Result<(f64, f64)> {
    let point = "
        const path = $(`.kl-phase-link[data-view=${arguments[0]}] .kl-hit`);
        $('.kl-phases').scrollIntoView({block: 'center', behavior: 'instant'});
        const point = path.getPointAtLength(path.getTotalLength() * 0.3);
        const {x, y} = new DOMPoint(point.x, point.y).matrixTransform(path.getScreenCTM());
        return [x, y];";
    page.js_with(point, json!([phase])).await
}

/// Covers widths with an upright figure and with a horizontal figure.
#[rstest]
#[tokio::test]
async fn every_phase_opens_by_its_name_and_by_its_arc(
    #[values(320, 768, 1280)] width: u32,
) -> Result<()> {
    let page = start(standalone("/nl/")).await?;
    page.width(width).await?;
    for (phase, view) in PHASES.into_iter().zip(PHASE_VIEWS) {
        let name = format!("$('.kl-phase-link[data-view={phase}] .kl-label')");
        page.click(&name).await?;
        arrived(&page, view).await?;
        page.click(PARENT).await?;
        arrived(&page, OVERVIEW).await?;
        let (x, y) = point_on_arc(&page, phase).await?;
        page.click_at(x, y).await?;
        arrived(&page, view).await?;
        page.click(PARENT).await?;
        arrived(&page, OVERVIEW).await?;
    }
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn the_mouse_reaches_a_quote_and_returns_to_the_overview(
    #[case] engine: Engine,
) -> Result<()> {
    let page = start(standalone("/nl/").engine(engine)).await?;
    page.click("$('.kl-phase-3 .kl-label')").await?;
    arrived(&page, PHASE_VIEWS[2]).await?;
    page.click(TO_TIP).await?;
    arrived(&page, TIP).await?;
    page.driver.back().await?;
    arrived(&page, PHASE_VIEWS[2]).await?;
    page.click(TO_EXPERIENCES).await?;
    arrived(&page, EXPERIENCES).await?;
    page.click(TO_QUOTE).await?;
    arrived(&page, QUOTE).await?;
    for view in [QUESTION, EXPERIENCES, PHASE_VIEWS[2], OVERVIEW] {
        page.click(PARENT).await?;
        arrived(&page, view).await?;
    }
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn the_keyboard_reaches_a_quote_and_returns_to_the_overview(
    #[case] engine: Engine,
    #[values(320, 768, 1280)] width: u32,
) -> Result<()> {
    let page = start(standalone("/nl/").engine(engine).width(width)).await?;
    let links = [
        ("$('.kl-phase-3 .kl-phase-link')", PHASE_VIEWS[2]),
        (TO_TIP, TIP),
        (TO_EXPERIENCES, EXPERIENCES),
        (TO_QUOTE, QUOTE),
    ];
    for (link, view) in links {
        page.tab_to(link).await?;
        page.press(Key::Enter).await?;
        arrived(&page, view).await?;
    }
    // Esc on the overview has no effect.
    for view in [QUESTION, EXPERIENCES, PHASE_VIEWS[2], OVERVIEW, OVERVIEW] {
        page.press(Key::Escape).await?;
        arrived(&page, view).await?;
    }
    Ok(())
}

#[tokio::test]
async fn next_and_previous_follow_the_cycle() -> Result<()> {
    let page = start(standalone("/nl/")).await?;
    page.click("$('.kl-phase-1 .kl-label')").await?;
    arrived(&page, PHASE_VIEWS[0]).await?;
    for phase in [1, 2, 3, 0] {
        page.click("$('.kl-next')").await?;
        arrived(&page, PHASE_VIEWS[phase]).await?;
    }
    for phase in [3, 2, 1, 0] {
        page.click("$('.kl-previous')").await?;
        arrived(&page, PHASE_VIEWS[phase]).await?;
    }
    Ok(())
}
