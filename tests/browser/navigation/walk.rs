//! A reader walks through the publication, by mouse and by keyboard alone.

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

use crate::browser::{Browser, browse};
use crate::circumstances::WIDTHS;
use crate::paths::PHASES;
use crate::site::Site;

/// A view as the reader finds it: its path, its title, its heading.
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
const UP: &str = "$('.kl-breadcrumb li:last-child a')";

#[derive(Deserialize)]
struct Seen {
    view: [String; 3],
    focused: bool,
    same: bool,
}

/// Waits for a view, and checks all that tells the reader to be there.
async fn arrived(browser: &Browser, view: View, by_click: bool) -> Result<()> {
    let there = "location.pathname === arguments[0] && document.title === arguments[1]
        && heading() === arguments[2]";
    let seen = "return {
        view: [location.pathname, document.title, heading() ?? ''],
        focused: focused()?.hasAttribute('data-title') ?? false,
        same: window.__same === true,
    };";
    let what = format!("the view {view:?}");
    let waited = browser.wait_with(&what, there, json!(view)).await;
    let seen: Seen = browser.js(seen).await?;
    waited.map_err(|error| error.context(format!("the reader sees {:?}", seen.view)))?;
    ensure!(seen.same, "the page was loaded anew on the way to {view:?}");
    ensure!(
        seen.focused || !by_click,
        "the focus isn't on the heading of {view:?}: a screen reader says nothing"
    );
    Ok(())
}

async fn start(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_live(&site.url("/nl/")).await?;
    browser.js("window.__same = true;").await
}

/// A point on the drawn arc of a phase, away from its number.
async fn point_on_arc(browser: &Browser, phase: &str) -> Result<(f64, f64)> {
    let point = "
        const path = $(`.kl-phase-link[data-view=${arguments[0]}] .kl-hit`);
        $('.kl-phases').scrollIntoView({block: 'center', behavior: 'instant'});
        const on = path.getPointAtLength(path.getTotalLength() * 0.3);
        const {x, y} = new DOMPoint(on.x, on.y).matrixTransform(path.getScreenCTM());
        return [x, y];";
    browser.js_with(point, json!([phase])).await
}

#[tokio::test]
async fn every_phase_opens_by_its_name_and_by_its_arc() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        start(browser, &site).await?;
        // Lying down and upright.
        for width in WIDTHS {
            browser.width(width).await?;
            for (phase, view) in PHASES.into_iter().zip(PHASE_VIEWS) {
                let name = format!("$('.kl-phase-link[data-view={phase}] .kl-label')");
                browser.click(&name).await?;
                arrived(browser, view, true).await?;
                browser.click(UP).await?;
                arrived(browser, OVERVIEW, true).await?;
                let (x, y) = point_on_arc(browser, phase).await?;
                browser.click_at(x, y).await?;
                arrived(browser, view, true).await?;
                browser.click(UP).await?;
                arrived(browser, OVERVIEW, true).await?;
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_mouse_leads_to_a_quote_and_up_again() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        start(browser, &site).await?;
        browser.click("$('.kl-phase-3 .kl-label')").await?;
        arrived(browser, PHASE_VIEWS[2], true).await?;
        browser.click(TO_TIP).await?;
        arrived(browser, TIP, true).await?;
        browser.driver.back().await?;
        arrived(browser, PHASE_VIEWS[2], true).await?;
        browser.click(TO_EXPERIENCES).await?;
        arrived(browser, EXPERIENCES, true).await?;
        browser.click(TO_QUOTE).await?;
        arrived(browser, QUOTE, true).await?;
        for view in [QUESTION, EXPERIENCES, PHASE_VIEWS[2], OVERVIEW] {
            browser.click(UP).await?;
            arrived(browser, view, true).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_keyboard_alone_leads_to_a_quote_and_up_again() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let steps = [
            ("$('.kl-phase-3 .kl-phase-link')", PHASE_VIEWS[2]),
            (TO_TIP, TIP),
            (TO_EXPERIENCES, EXPERIENCES),
            (TO_QUOTE, QUOTE),
        ];
        for width in WIDTHS {
            browser.width(width).await?;
            start(browser, &site).await?;
            for (link, view) in steps {
                browser.tab_to(link).await?;
                browser.press(Key::Enter).await?;
                arrived(browser, view, true).await?;
            }
            for view in [QUESTION, EXPERIENCES, PHASE_VIEWS[2], OVERVIEW] {
                browser.press(Key::Escape).await?;
                arrived(browser, view, true).await?;
            }
            browser.press(Key::Escape).await?;
            arrived(browser, OVERVIEW, true).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn next_and_previous_go_round_the_cycle() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        start(browser, &site).await?;
        browser.click("$('.kl-phase-1 .kl-label')").await?;
        arrived(browser, PHASE_VIEWS[0], true).await?;
        for phase in [1, 2, 3, 0] {
            browser.click("$('.kl-next')").await?;
            arrived(browser, PHASE_VIEWS[phase], true).await?;
        }
        for phase in [3, 2, 1, 0] {
            browser.click("$('.kl-previous')").await?;
            arrived(browser, PHASE_VIEWS[phase], true).await?;
        }
        Ok(())
    })
    .await
}
