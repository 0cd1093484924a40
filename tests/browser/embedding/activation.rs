//! A lazy widget becomes interactive when a pointer first moves over it or it first receives focus.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::isolation::{WATCH, check_no_errors};
use harness::{Page, Visit, embedded};
use rstest_reuse::apply;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::engines::every_engine;

/// Stops the browser from reporting visible elements, so that only user input activates the widget.
const NO_INTERSECTIONS: &str = "IntersectionObserver.prototype.observe = () => {};";

const MARKUP: &str = "<p><a href=\"/elders/\">Ervoor</a></p>
    <kennis-lemniscaat loading=\"lazy\"></kennis-lemniscaat>";

/// Opens a page and waits until its widget shows the prerendered overview. Checks that no file for
/// activation is requested yet.
async fn open_waiting(visit: Visit) -> Result<Page> {
    let page = visit.before_load(WATCH).prerendered().await?;
    let prerendered = "heading() === 'De kennislemniscaat'";
    page.wait("the prerendered figure", prerendered).await?;
    let state =
        "return drawn().then(() => [isInteractive(), performance.getEntriesByType('resource')
        .filter(({name}) => /\\/runtime-|\\.wasm$/.test(name)).length]);";
    let state: Value = page.js(state).await?;
    ensure!(
        state == json!([false, 0]),
        "before activation, [interactive, requested files] is {state}; expected [false, 0]"
    );
    Ok(page)
}

#[apply(every_engine)]
#[tokio::test]
async fn focus_activates_a_widget_far_below_the_window(#[case] engine: Engine) -> Result<()> {
    let markup = format!("<div style=\"height: 4000px\"></div>{MARKUP}");
    let page = open_waiting(embedded(&markup).engine(engine)).await?;
    // Scripts of the page and screen readers move the focus without scrolling.
    let focus = "$('.kl-phase-2 a').focus({preventScroll: true});";
    page.js::<()>(focus).await?;
    page.wait("the focus to activate the widget", "isInteractive()")
        .await?;
    let state = "return [scrollY, focused() === $('.kl-phase-2 a')];";
    let state: Value = page.js(state).await?;
    ensure!(
        state == json!([0, true]),
        "[scroll position, focus on the phase] is {state}; expected [0, true]"
    );
    page.press(Key::Enter).await?;
    let phase = "heading()?.startsWith('Fase 2 van 4: ')";
    page.wait("the view of the focused phase", phase).await?;
    check_no_errors(&page, "far below the window").await
}

#[apply(every_engine)]
#[tokio::test]
async fn keyboard_activates_a_widget(#[case] engine: Engine) -> Result<()> {
    let visit = embedded(MARKUP).before_load(NO_INTERSECTIONS);
    let page = open_waiting(visit.engine(engine)).await?;
    page.tab_to("$('.kl-phase-1 a')").await?;
    page.wait("the keyboard to activate the widget", "isInteractive()")
        .await?;
    let focused = "return focused() === $('.kl-phase-1 a');";
    let focused: bool = page.js(focused).await?;
    ensure!(
        focused,
        "the link lost the focus when the widget became interactive"
    );
    check_no_errors(&page, "without intersections").await
}

#[apply(every_engine)]
#[tokio::test]
async fn pointer_activates_a_widget(#[case] engine: Engine) -> Result<()> {
    let visit = embedded(MARKUP).before_load(NO_INTERSECTIONS);
    let page = open_waiting(visit.engine(engine)).await?;
    let middle = "const {x, y, width, height} = $('.kl-phase-1 .kl-label').getBoundingClientRect();
        return [x + width / 2, y + height / 2].map(Math.round);";
    let [x, y]: [i64; 2] = page.js(middle).await?;
    let pointer = page.driver.action_chain().move_to(x, y);
    pointer.perform().await?;
    page.wait("the pointer to activate the widget", "isInteractive()")
        .await?;
    page.click("$('.kl-phase-1 .kl-label')").await?;
    let phase = "heading()?.startsWith('Fase 1 van 4: ')";
    page.wait("the phase under the pointer", phase).await?;
    check_no_errors(&page, "without intersections").await
}
