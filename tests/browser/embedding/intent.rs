//! A widget that waits to be needed comes alive with the first pointer over it or focus in it.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::browser::{Browser, browse};
use crate::embed::host;
use crate::site::{Plan, Site};
use crate::undisturbed::{WATCH, nothing_wrong};

/// A browser that doesn't say what is near, so that nothing but the reader can ask.
const SILENT: &str = "IntersectionObserver.prototype.observe = () => {};";

const MARKUP: &str = "<p><a href=\"/elders/\">Ervoor</a></p>
    <kennis-lemniscaat loading=\"lazy\"></kennis-lemniscaat>";

/// Opens a page with some markup, until its widget shows the finished overview; none of what
/// would make it live has been asked for.
async fn open_waiting(browser: &Browser, files: &Site, markup: &str) -> Result<Site> {
    let plan = Plan::default().page("/gast/", host(files, markup));
    let site = plan.serve().await?;
    browser.open(&site.url("/gast/")).await?;
    let finished = "heading() === 'De kennislemniscaat'";
    browser
        .wait("the finished figure", finished)
        .await?;
    let state = "return drawn().then(() => [live(), performance.getEntriesByType('resource')
        .filter(({name}) => /\\/live-|\\.wasm$/.test(name)).length]);";
    let state: Value = browser.js(state).await?;
    ensure!(
        state == json!([false, 0]),
        "a widget that nobody needs yet loads or is live: {state}"
    );
    Ok(site)
}

#[tokio::test]
async fn the_first_focus_enlivens_a_widget_far_below_what_is_seen() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        browser.before_load(WATCH).await?;
        let far = format!("<div style=\"height: 4000px\"></div>{MARKUP}");
        let _site = open_waiting(browser, &files, &far).await?;
        // As a script of the page does, or who reads by ear: the window stays where it is.
        let focus = "$('.kl-phase-2 a').focus({preventScroll: true});";
        browser.js::<()>(focus).await?;
        browser
            .wait("the focus to enliven the widget", "live()")
            .await?;
        let state = "return [scrollY, focused() === $('.kl-phase-2 a')];";
        let state: Value = browser.js(state).await?;
        ensure!(
            state == json!([0, true]),
            "the scroll and the focus: {state}"
        );
        browser.press(Key::Enter).await?;
        let phase = "heading()?.startsWith('Fase 2 van 4: ')";
        browser
            .wait("the phase that has the focus", phase)
            .await?;
        nothing_wrong(browser, "far below").await
    })
    .await
}

#[tokio::test]
async fn the_keyboard_or_a_pointer_enlivens_a_widget_that_nothing_else_does() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        browser.before_load(WATCH).await?;
        browser.before_load(SILENT).await?;
        let _site = open_waiting(browser, &files, MARKUP).await?;
        browser.tab_to("$('.kl-phase-1 a')").await?;
        browser
            .wait("the keyboard to enliven the widget", "live()")
            .await?;
        let kept = "return focused() === $('.kl-phase-1 a');";
        let kept: bool = browser.js(kept).await?;
        ensure!(kept, "the focus is lost when the widget comes alive");
        let _site = open_waiting(browser, &files, MARKUP).await?;
        let middle =
            "const {x, y, width, height} = $('.kl-phase-1 .kl-label').getBoundingClientRect();
            return [x + width / 2, y + height / 2].map(Math.round);";
        let [x, y]: [i64; 2] = browser.js(middle).await?;
        let pointer = browser.driver.action_chain().move_to(x, y);
        pointer.perform().await?;
        browser
            .wait("the pointer to enliven the widget", "live()")
            .await?;
        browser.click("$('.kl-phase-1 .kl-label')").await?;
        let phase = "heading()?.startsWith('Fase 1 van 4: ')";
        browser
            .wait("the phase under the pointer", phase)
            .await?;
        nothing_wrong(browser, "with a silent observer").await
    })
    .await
}
