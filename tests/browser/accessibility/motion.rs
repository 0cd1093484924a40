//! What moves when the view changes, and that nothing is lost by it.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::browser::{Browser, browse};
use crate::embed::host;
use crate::interactive::hover;
use crate::site::{Plan, Site};

/// Keeps count of the page's own view transitions, in `turns`, and of those under way.
const WATCH: &str = include_str!("scripts/motion_watch.js");

async fn with_motion(browser: &Browser) -> Result<()> {
    browser
        .prefer(&[("prefers-reduced-motion", "no-preference")])
        .await?;
    browser.before_load(WATCH).await
}

/// Waits for a view, with the focus on its title, and for as many transitions to have ended.
async fn arrived(browser: &Browser, heading: &str, turns: u32) -> Result<()> {
    let there = "heading().startsWith(arguments[0]) && focused() === $('[data-title]')
        && turns.begun === arguments[1] && turns.ended === arguments[1]";
    let what = format!("{heading:?} after {turns} transitions");
    browser.wait_with(&what, there, json!([heading, turns])).await
}

#[tokio::test]
async fn on_our_pages_one_view_turns_into_the_next() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        with_motion(browser).await?;
        browser.open_live(&site.url("/nl/")).await?;
        browser.click("$('.kl-phase-3 .kl-label')").await?;
        arrived(browser, "Fase 3 van 4: ", 1).await?;
        // The way to where the reader is already leads nowhere, and holds nothing up.
        browser.click("$('.kl-phase-3 .kl-label')").await?;
        browser.click("$('.kl-next')").await?;
        arrived(browser, "Fase 4 van 4: ", 2).await?;
        browser.press(Key::Escape).await?;
        arrived(browser, "De kennislemniscaat", 3).await?;
        browser.js::<()>("history.back();").await?;
        let back = "heading().startsWith('Fase 4') && turns.begun === 3";
        browser.wait("the way back, at once", back).await
    })
    .await
}

#[tokio::test]
async fn who_goes_on_before_the_turn_has_ended_arrives_all_the_same() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        with_motion(browser).await?;
        browser.open_live(&site.url("/nl/")).await?;
        let quick = "for (const phase of [1, 2, 3, 4]) $(`.kl-phase-${phase} a`).click();";
        browser.js::<()>(quick).await?;
        let last = "heading().startsWith('Fase 4') && location.pathname === '/nl/implementeren/'
            && !document.getAnimations().some((each) => each.effect.pseudoElement)";
        browser
            .wait("the last of four views", last)
            .await
    })
    .await
}

#[tokio::test]
async fn a_reader_who_wants_nothing_to_move_sees_nothing_move() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.before_load(WATCH).await?;
        browser.open_live(&site.url("/nl/")).await?;
        for phase in [3, 2] {
            browser
                .click(&format!("$('.kl-phase-{phase} .kl-label')"))
                .await?;
            let shown = format!("heading().startsWith('Fase {phase}')");
            browser.wait("the phase", &shown).await?;
            let moves = "return [turns.begun, document.getAnimations().length];";
            let moves: Value = browser.js(moves).await?;
            ensure!(
                moves == json!([0, 0]),
                "transitions and animations: {moves}"
            );
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_partner_s_page_keeps_its_transitions_to_itself() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        with_motion(browser).await?;
        let markup = "<kennis-lemniscaat></kennis-lemniscaat>";
        let page = Plan::default().page("/gast/", host(&files, markup));
        let host = page.serve().await?;
        browser.open_live(&host.url("/gast/")).await?;
        let still = "return $('.kl-main').getAnimations().length;";
        let still: u32 = browser.js(still).await?;
        ensure!(still == 0, "the first view isn't there at once");
        let click = "return new Promise((done) => {
            place().addEventListener('kennislemniscaat:navigate', () =>
              done($('.kl-main').getAnimations().map((each) => each.animationName)));
            $('.kl-phase-1 a').click();
          });";
        let moves: Vec<String> = browser.js(click).await?;
        ensure!(moves == ["kl-main"], "the next view comes with {moves:?}");
        let turns: u32 = browser.js("return turns.begun;").await?;
        ensure!(turns == 0, "the widget turns the whole page");
        Ok(())
    })
    .await
}

/// How many drops of the stream are moving: what a browser skips because it is out of sight doesn't.
const RUNNING: &str = "[...kl().querySelectorAll('.kl-stream')].flatMap((each) => each.getAnimations({subtree: true}))
    .filter(({playState, effect}) => playState === 'running' && effect.target.checkVisibility({contentVisibilityAuto: true})).length";

/// Scrolls the figure out of the window, whoever has the focus in it, and back.
async fn rests_out_of_view(browser: &Browser, how: &str) -> Result<()> {
    let moving = format!("{RUNNING} > 0");
    let resting = format!("{RUNNING} === 0");
    // With the focus in the figure the stream has no end.
    browser.tab_to("$('.kl-phase-1 a')").await?;
    browser
        .wait(&format!("{how}: the stream"), &moving)
        .await?;
    let away = "
        scrollTo({top: document.documentElement.scrollHeight, behavior: 'instant'});
        return drawn().then(() => $('.kl-figure').getBoundingClientRect().bottom < -1.5 * innerHeight
            && focused() === $('.kl-phase-1 a'));";
    let away: bool = browser.js(away).await?;
    ensure!(
        away,
        "{how}: the figure is still in sight, or without the focus, so this test shows nothing"
    );
    let rests = format!("{how}: the stream to rest where nobody sees it");
    browser.wait(&rests, &resting).await?;
    let back = "$('.kl-figure').scrollIntoView({block: 'center', behavior: 'instant'});";
    browser.js::<()>(back).await?;
    let again = format!("{how}: the stream to move again");
    browser.wait(&again, &moving).await
}

#[tokio::test]
async fn the_stream_rests_while_the_figure_is_out_of_view() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        with_motion(browser).await?;
        // Low: browsers count what is a window and a half away as nearly in view.
        browser.size(1280, 200).await?;
        browser.open_live(&site.url("/nl/")).await?;
        rests_out_of_view(browser, "on our page").await?;
        browser
            .js::<()>("$('.kl-phase-3 a').click();")
            .await?;
        let back = "heading().startsWith('Fase 3')";
        browser.wait("the third phase", back).await?;
        browser.press(Key::Escape).await?;
        let back = "heading() === 'De kennislemniscaat'";
        browser.wait("the overview again", back).await?;
        rests_out_of_view(browser, "after other views").await?;
        let markup = "<kennis-lemniscaat></kennis-lemniscaat>";
        let page = Plan::default().page("/gast/", host(&site, markup));
        let host = page.serve().await?;
        browser.open_live(&host.url("/gast/")).await?;
        rests_out_of_view(browser, "on a page of someone else").await
    })
    .await
}

#[tokio::test]
async fn the_stream_ends_by_itself_and_moves_again_under_the_mouse_alone() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        with_motion(browser).await?;
        browser.open_live(&site.url("/nl/")).await?;
        let (moves, rests) = (format!("{RUNNING} > 0"), format!("{RUNNING} === 0"));
        browser
            .wait("the stream to begin", &moves)
            .await?;
        browser.wait("it to end", &rests).await?;
        hover(browser, "$('.kl-phase-2 .kl-label')").await?;
        let what = "the stream under the mouse";
        browser.wait(what, &moves).await?;
        hover(browser, "$('.kl-invitation')").await?;
        let what = "it to rest once the mouse is elsewhere";
        browser.wait(what, &rests).await
    })
    .await
}
