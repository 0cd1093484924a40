//! Activation of prerendered views: users notice no change.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::host_page::LISTEN;
use harness::layout_shift::WATCH_SHIFTS;
use harness::server::{Plan, RELEASE, wasm};
use harness::views::KINDS;
use harness::{Page, Visit, embedded, standalone};
use rstest::rstest;
use rstest_reuse::apply;
use serde_json::{Value, json};

use crate::engines::every_engine;

/// Position and colors of every element.
const APPEARANCE: &str = include_str!("scripts/activation_appearance.js");

/// Requests the rest of the page once its first part is drawn, or after half a second.
const REQUEST_REST: &str = include_str!("scripts/activation_release.js");

/// Opens a page and waits until it is drawn with its view. The view isn't activated before the release.
async fn open_prerendered(visit: Visit) -> Result<Page> {
    let page = visit.holding(wasm).await?;
    let painted = "performance.getEntriesByName('first-contentful-paint').length > 0 && heading() && !isInteractive()";
    page.wait("the prerendered view", painted).await?;
    Ok(page)
}

async fn activate(page: &Page) -> Result<()> {
    page.release();
    page.wait("the page to become interactive", "isInteractive()")
        .await?;
    page.drawn().await
}

#[rstest]
#[tokio::test]
async fn nothing_moves_or_changes_color(#[values(320, 768, 1280)] width: u32) -> Result<()> {
    let mut problems = Vec::new();
    for path in KINDS {
        let visit = standalone(path).width(width).before_load(WATCH_SHIFTS);
        let page = open_prerendered(visit).await?;
        let before: Vec<String> = page.js(APPEARANCE).await?;
        activate(&page).await?;
        let after: Vec<String> = page.js(APPEARANCE).await?;
        let shifts: Vec<String> = page.js("return shifts;").await?;
        problems.extend(shifts.iter().map(|shift| format!("{path} shifts {shift}")));
        if before.len() != after.len() {
            problems.push(format!(
                "{path}: activation changes the number of elements from {} to {}",
                before.len(),
                after.len()
            ));
        }
        let mut pairs = before.iter().zip(&after);
        let change = pairs.find(|(before, after)| before != after);
        problems.extend(change.map(|(before, after)| format!("{path}: {before} becomes {after}")));
    }
    ensure!(problems.is_empty(), "{problems:#?}");
    Ok(())
}

#[rstest]
#[tokio::test]
async fn a_page_that_arrives_in_parts_does_not_shift(
    #[values(320, 1280)] width: u32,
) -> Result<()> {
    for path in KINDS {
        let part = "<li class=\"kl-phase kl-phase-4";
        let site = Plan::default().parting(|path| path.starts_with("/nl/"), part);
        let visit = standalone(path).width(width).site(site);
        let visit = visit.before_load(WATCH_SHIFTS);
        let page = visit
            .before_load(&REQUEST_REST.replace("RELEASE", RELEASE))
            .await?;
        let shifts: Vec<String> = page.js("return shifts;").await?;
        ensure!(shifts.is_empty(), "{path}: {shifts:#?}");
    }
    Ok(())
}

#[tokio::test]
async fn animations_continue_from_where_they_were() -> Result<()> {
    let visit = standalone("/nl/").prefers("prefers-reduced-motion", "no-preference");
    let page = open_prerendered(visit).await?;
    let animations =
        "kl().getAnimations({subtree: true}).filter(({animationName}) => animationName)";
    // Late enough to tell a continued animation from a restarted one, also in a slow browser.
    let set = format!(
        "const all = {animations};
        for (const animation of all) animation.currentTime = 3000;
        return all.length;"
    );
    let count: usize = page.js(&set).await?;
    ensure!(
        count > 0,
        "the test needs an animation, and nothing is animated"
    );
    activate(&page).await?;
    let times = format!("return {animations}.map(({{currentTime}}) => currentTime);");
    let times: Vec<f64> = page.js(&times).await?;
    ensure!(
        times.len() == count && times.iter().all(|time| *time >= 3000.0),
        "{count} animations were set to 3000 ms; after activation they are at {times:?}"
    );
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn focus_and_scroll_position_are_preserved(#[case] engine: Engine) -> Result<()> {
    let visit = standalone("/nl/vertaling/").engine(engine).width(320);
    let page = open_prerendered(visit).await?;
    let link = "$('.kl-tip[data-view=\"vertaling/tip-3\"]')";
    page.tab_to(link).await?;
    let state = "return [focused()?.dataset.view, focused()?.matches(':focus-visible'), scrollY];";
    let before: Value = page.js(state).await?;
    activate(&page).await?;
    let after: Value = page.js(state).await?;
    ensure!(
        before == after,
        "activation changes the focus or the scroll position from {before} to {after}"
    );
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn the_scroll_position_of_a_short_host_page_is_preserved(
    #[case] engine: Engine,
) -> Result<()> {
    // The page scrolls only because of the widget.
    let visit = embedded("<kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat>");
    let page = open_prerendered(visit.engine(engine)).await?;
    let scroll =
        "scrollTo(0, document.documentElement.scrollHeight); return drawn().then(() => scrollY);";
    let before: f64 = page.js(scroll).await?;
    ensure!(before > 50.0, "the test needs a page that scrolls");
    activate(&page).await?;
    let after: f64 = page.js("return drawn().then(() => scrollY);").await?;
    ensure!(
        (before - after).abs() < 1.0,
        "activation scrolls the host page from {before} to {after}"
    );
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn a_change_during_a_selection_does_not_end_the_activation(
    #[case] engine: Engine,
) -> Result<()> {
    let visit = embedded("<kennis-lemniscaat view=\"achtergrond\"></kennis-lemniscaat>");
    let page = open_prerendered(visit.engine(engine)).await?;
    select(&page).await?;
    page.release();
    page.code_loaded().await?;
    // Long enough for the app to render: it waits for the end of the selection.
    for _ in 0..10 {
        page.drawn().await?;
    }
    page.js::<()>("place().setAttribute('heading-level', '3');")
        .await?;
    page.wait("headings of the new level", "$('h3[data-title]') !== null")
        .await?;
    page.js::<()>("getSelection().removeAllRanges();").await?;
    page.wait("the interactive widget", "isInteractive()").await
}

#[tokio::test]
async fn an_app_that_is_first_to_show_the_next_view_navigates_there() -> Result<()> {
    let phase = |path: &str| path.starts_with("/files/nl-") && path.ends_with("/vertaling/");
    let markup = "<kennis-lemniscaat loading=\"lazy\" sync-url></kennis-lemniscaat>";
    let visit = embedded(markup).before_load(LISTEN).holding(phase);
    let far = "IntersectionObserver.prototype.observe = () => {};";
    let page = visit.before_load(far).prerendered().await?;
    page.wait(
        "the prerendered overview",
        "heading() === 'De kennislemniscaat'",
    )
    .await?;
    page.click("$('.kl-phase-3 .kl-label')").await?;
    page.wait(
        "the interactive phase",
        "isInteractive() && heading().startsWith('Fase 3')",
    )
    .await?;
    let state = "return [location.search, focused()?.hasAttribute('data-title'),
        widgetEvents.map(({what, view}) => `${what} ${view}`)];";
    let state: Value = page.js(state).await?;
    let expected = json!([
        "?kennislemniscaat=vertaling",
        true,
        ["ready vertaling", "navigate vertaling"]
    ]);
    ensure!(state == expected, "{state}; expected {expected}");
    page.driver.back().await?;
    page.wait("the overview", "heading() === 'De kennislemniscaat'")
        .await
}

#[apply(every_engine)]
#[tokio::test]
async fn a_selection_on_a_standalone_page_is_preserved(#[case] engine: Engine) -> Result<()> {
    let visit = standalone("/nl/achtergrond/").engine(engine);
    let page = open_prerendered(visit).await?;
    let select =
        "getSelection().selectAllChildren($('.kl-main p')); return String(getSelection());";
    let selected: String = page.js(select).await?;
    ensure!(
        !selected.is_empty(),
        "the test needs a selection, and nothing is selected"
    );
    // All code has loaded: any change of the selection would have happened by now.
    page.release();
    page.code_loaded().await?;
    page.drawn().await?;
    let preserved: String = page.js("return String(getSelection());").await?;
    ensure!(
        preserved == selected,
        "the selection {selected:?} becomes {preserved:?}"
    );
    page.js::<()>("getSelection().empty();").await?;
    page.wait("the page to become interactive", "isInteractive()")
        .await
}

/// Drags the mouse over the first words of a view, and returns the selected text.
async fn select(page: &Page) -> Result<String> {
    let line = "const text = $('.kl-main p').firstChild;
        const range = document.createRange();
        range.setStart(text, 0);
        range.setEnd(text, 12);
        const {left, right, top, height} = range.getBoundingClientRect();
        return [left + 1, right - 1, top + height / 2].map(Math.round);";
    let [left, right, middle]: [i64; 3] = page.js(line).await?;
    let drag = page.driver.action_chain().move_to(left, middle);
    let drag = drag.click_and_hold().move_to((left + right) / 2, middle);
    drag.move_to(right, middle).release().perform().await?;
    page.js("return String(getSelection());").await
}

#[apply(every_engine)]
#[tokio::test]
async fn a_selection_on_a_host_page_is_preserved(#[case] engine: Engine) -> Result<()> {
    let markup = "<kennis-lemniscaat view=\"achtergrond\"></kennis-lemniscaat><p>Erna</p>";
    let page = embedded(markup).engine(engine).holding(wasm).await?;
    page.wait("the prerendered view", "$('.kl-main p')").await?;
    page.drawn().await?;
    let selected = select(&page).await?;
    ensure!(
        !selected.is_empty(),
        "the test needs a selection, and nothing is selected"
    );
    page.release();
    page.code_loaded().await?;
    page.drawn().await?;
    let state = "return [String(getSelection()), isInteractive()];";
    let state: Value = page.js(state).await?;
    ensure!(
        state == json!([selected, false]),
        "[selection, interactive] is {state}; expected [{selected:?}, false]"
    );
    page.js::<()>("getSelection().empty();").await?;
    page.wait("the widget to become interactive", "isInteractive()")
        .await
}
