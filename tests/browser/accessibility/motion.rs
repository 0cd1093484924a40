//! Transitions between views, and the motion of the flow in the figure.

use anyhow::{Result, ensure};
use harness::host_page::host;
use harness::interactive::hover;
use harness::server::Plan;
use harness::{Page, Visit, blank, embedded, standalone};
use serde_json::{Value, json};
use thirtyfour::Key;

/// Counts the page's started and finished view transitions in `transitions`.
const WATCH_TRANSITIONS: &str = include_str!("scripts/motion_watch_transitions.js");

/// Sets no preference for reduced motion, and counts view transitions.
fn with_motion(visit: Visit) -> Visit {
    visit
        .prefers("prefers-reduced-motion", "no-preference")
        .before_load(WATCH_TRANSITIONS)
}

/// Waits for a view with the focus on its title, and until this number of transitions have
/// finished.
async fn arrived(page: &Page, heading: &str, transitions: u32) -> Result<()> {
    let there = "heading().startsWith(arguments[0]) && focused() === $('[data-title]')
        && transitions.begun === arguments[1] && transitions.ended === arguments[1]";
    let what = format!("{heading:?} after {transitions} transitions");
    page.wait_with(&what, there, json!([heading, transitions]))
        .await
}

#[tokio::test]
async fn standalone_pages_have_view_transitions() -> Result<()> {
    let page = with_motion(standalone("/nl/")).await?;
    page.click("$('.kl-phase-3 .kl-label')").await?;
    arrived(&page, "Fase 3 van 4: ", 1).await?;
    // A link to the current view has no effect, and doesn't delay the next link.
    page.click("$('.kl-phase-3 .kl-label')").await?;
    page.click("$('.kl-next')").await?;
    arrived(&page, "Fase 4 van 4: ", 2).await?;
    page.press(Key::Escape).await?;
    arrived(&page, "De kennislemniscaat", 3).await?;
    page.js::<()>("history.back();").await?;
    let back = "heading().startsWith('Fase 4') && transitions.begun === 3";
    page.wait("the previous view, without a transition", back)
        .await
}

#[tokio::test]
async fn rapid_navigation_during_transitions_shows_the_last_view() -> Result<()> {
    let page = with_motion(standalone("/nl/")).await?;
    let clicks = "for (const phase of [1, 2, 3, 4]) $(`.kl-phase-${phase} a`).click();";
    page.js::<()>(clicks).await?;
    let last = "heading().startsWith('Fase 4') && location.pathname === '/nl/implementeren/'
        && !document.getAnimations().some((animation) => animation.effect.pseudoElement)";
    page.wait("the last of four views", last).await
}

#[tokio::test]
async fn reduced_motion_disables_transitions_and_animations() -> Result<()> {
    let page = standalone("/nl/").before_load(WATCH_TRANSITIONS).await?;
    for phase in [3, 2] {
        page.click(&format!("$('.kl-phase-{phase} .kl-label')"))
            .await?;
        let shown = format!("heading().startsWith('Fase {phase}')");
        page.wait("the phase", &shown).await?;
        let counts = "return [transitions.begun, document.getAnimations().length];";
        let counts: Value = page.js(counts).await?;
        ensure!(
            counts == json!([0, 0]),
            "numbers of transitions and animations: {counts}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn an_embedded_widget_starts_no_transitions_of_the_host_page() -> Result<()> {
    let page = with_motion(embedded("<kennis-lemniscaat></kennis-lemniscaat>")).await?;
    let count = "return $('.kl-main').getAnimations().length;";
    let count: u32 = page.js(count).await?;
    ensure!(count == 0, "the first view has {count} animations");
    let click = "return new Promise((done) => {
        place().addEventListener('kennislemniscaat:navigate', () =>
          done($('.kl-main').getAnimations().map((animation) => animation.animationName)));
        $('.kl-phase-1 a').click();
      });";
    let animations: Vec<String> = page.js(click).await?;
    ensure!(
        animations == ["kl-main"],
        "the next view has the animations {animations:?}, expected kl-main"
    );
    let transitions: u32 = page.js("return transitions.begun;").await?;
    ensure!(
        transitions == 0,
        "the widget starts a transition of the host page"
    );
    Ok(())
}

/// An expression for the number of moving drops of the flow. Drops that the browser skips because
/// they are out of view don't count.
const RUNNING: &str = "[...kl().querySelectorAll('.kl-stream')].flatMap((stream) => stream.getAnimations({subtree: true}))
    .filter(({playState, effect}) => playState === 'running' && effect.target.checkVisibility({contentVisibilityAuto: true})).length";

/// Scrolls the figure, which has the focus, out of the window and back.
async fn check_rest_out_of_view(page: &Page, case: &str) -> Result<()> {
    let moving = format!("{RUNNING} > 0");
    let resting = format!("{RUNNING} === 0");
    // While the focus is in the figure, the flow doesn't end.
    page.tab_to("$('.kl-phase-1 a')").await?;
    page.wait(&format!("{case}: the flow"), &moving).await?;
    let away = "
        scrollTo({top: document.documentElement.scrollHeight, behavior: 'instant'});
        return drawn().then(() => $('.kl-figure').getBoundingClientRect().bottom < -1.5 * innerHeight
            && focused() === $('.kl-phase-1 a'));";
    let is_away: bool = page.js(away).await?;
    ensure!(
        is_away,
        "{case}: the figure is still in view or has lost the focus, so this test shows nothing"
    );
    let rests = format!("{case}: the flow to rest out of view");
    page.wait(&rests, &resting).await?;
    let back = "$('.kl-figure').scrollIntoView({block: 'center', behavior: 'instant'});";
    page.js::<()>(back).await?;
    let again = format!("{case}: the flow to move again");
    page.wait(&again, &moving).await
}

#[tokio::test]
async fn the_flow_rests_while_the_figure_is_out_of_view() -> Result<()> {
    // A low window, because browsers also render elements up to one and a half windows out of view.
    let page = with_motion(blank()).size(1280, 200).await?;
    page.open_interactive(&page.site().url("/nl/")).await?;
    check_rest_out_of_view(&page, "on a standalone page").await?;
    page.js::<()>("$('.kl-phase-3 a').click();").await?;
    let phase = "heading().startsWith('Fase 3')";
    page.wait("the third phase", phase).await?;
    page.press(Key::Escape).await?;
    let overview = "heading() === 'De kennislemniscaat'";
    page.wait("the overview again", overview).await?;
    check_rest_out_of_view(&page, "after other views").await?;
    let html = host(page.site(), "<kennis-lemniscaat></kennis-lemniscaat>");
    let host = Plan::default().page("/gast/", html).serve().await?;
    page.open_interactive(&host.url("/gast/")).await?;
    check_rest_out_of_view(&page, "on a host page").await
}

#[tokio::test]
async fn the_flow_ends_by_itself_and_moves_again_only_under_the_mouse() -> Result<()> {
    let page = with_motion(standalone("/nl/")).await?;
    let (moves, rests) = (format!("{RUNNING} > 0"), format!("{RUNNING} === 0"));
    page.wait("the flow to begin", &moves).await?;
    page.wait("the flow to end", &rests).await?;
    hover(&page, "$('.kl-phase-2 .kl-label')").await?;
    page.wait("the flow under the mouse", &moves).await?;
    hover(&page, "$('.kl-invitation')").await?;
    let away = "the flow to rest once the mouse is elsewhere";
    page.wait(away, &rests).await
}
