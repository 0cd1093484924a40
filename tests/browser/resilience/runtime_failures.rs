//! Failures after the page has loaded: of a view, of the connection, and in the WebAssembly.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::host_page::{ELEMENT, LISTEN};
use harness::server::{Plan, fragment, script, wasm};
use harness::{Page, Visit, embedded};
use rstest_reuse::apply;
use serde_json::{Value, json};

use crate::engines::every_engine;

/// Once `window.trap` is set, every call into the WebAssembly traps. Once `window.stall` is set,
/// every call returns without effect, as after a trap in a separate task.
const TRAP: &str = include_str!("scripts/runtime_failures_trap.js");

/// Shortens the loader's timeout of three seconds to 300 ms.
const SHORT_TIMEOUT: &str = "
const later = window.setTimeout;
window.setTimeout = (callback, time, ...rest) => later(callback, time === 3000 ? 300 : time, ...rest);";

/// A host page with the widget, which records the widget's events.
fn listening(engine: Engine, markup: &str, site: Plan) -> Visit {
    embedded(markup)
        .engine(engine)
        .site(site)
        .before_load(LISTEN)
}

/// Follows a phase with the mouse.
async fn follow(page: &Page, phase: u32) -> Result<()> {
    let label = format!("$('.kl-phase-{phase} .kl-label')");
    page.click(&label).await?;
    let shown = "heading()?.startsWith(`Fase ${arguments[0]} van 4: `)";
    page.wait_with(&format!("phase {phase}"), shown, json!([phase]))
        .await
}

/// Sets the attribute that names the view.
async fn set_view(page: &Page, view: &str) -> Result<()> {
    let set = "place().setAttribute('view', arguments[0]);";
    page.js_with(set, json!([view])).await
}

/// Waits until the host page has received an error event.
async fn error_reported(page: &Page) -> Result<()> {
    let reported = "widgetEvents.some(({what}) => what === 'error')";
    page.wait("an error event on the host page", reported).await
}

/// The reasons of all error events that the host page has received.
async fn reasons(page: &Page) -> Result<Value> {
    let reasons =
        "return widgetEvents.filter(({what}) => what === 'error').map(({reason}) => reason);";
    page.js(reasons).await
}

#[apply(every_engine)]
#[tokio::test]
async fn a_wrong_content_type_of_the_webassembly_is_tolerated(
    #[case] engine: Engine,
) -> Result<()> {
    let site = Plan::default().typing(wasm, "text/plain");
    let page = listening(engine, ELEMENT, site).await?;
    follow(&page, 2).await
}

#[apply(every_engine)]
#[tokio::test]
async fn a_script_of_the_wrong_type_leaves_the_prerendered_views(
    #[case] engine: Engine,
) -> Result<()> {
    let site = Plan::default().typing(script, "text/plain");
    let page = listening(engine, ELEMENT, site).prerendered().await?;
    error_reported(&page).await?;
    follow(&page, 2).await?;
    let reasons = reasons(&page).await?;
    ensure!(
        reasons == json!(["network"]),
        "the errors have the reasons {reasons}; expected network"
    );
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn views_that_were_shown_stay_available_offline(#[case] engine: Engine) -> Result<()> {
    let far = format!("<div style=\"height: 4000px\"></div>{ELEMENT}");
    let site = Plan::default().holding(wasm);
    let page = listening(engine, &far, site).prerendered().await?;
    for (view, heading) in [("vertaling", "Fase 3"), ("", "De kennislemniscaat")] {
        set_view(&page, view).await?;
        let shown = "heading()?.startsWith(arguments[0])";
        page.wait_with("a prerendered view", shown, json!([heading]))
            .await?;
    }
    page.site().stop();
    let near = "place().scrollIntoView({behavior: 'instant'});";
    page.js::<()>(near).await?;
    error_reported(&page).await?;
    let reasons = reasons(&page).await?;
    ensure!(
        reasons == json!(["network"]),
        "the errors have the reasons {reasons}; expected network"
    );
    follow(&page, 3).await?;
    let still = "place().getAttribute('view') === 'vertaling' && !isInteractive()";
    page.wait("the view that was shown before", still).await
}

#[apply(every_engine)]
#[tokio::test]
async fn a_missing_view_does_not_prevent_activation(#[case] engine: Engine) -> Result<()> {
    let phase = |path: &str| path.starts_with("/files/") && path.ends_with("/analyseren/");
    let site = Plan::default().holding(wasm).breaking(phase, 500);
    let markup = format!("{ELEMENT}<p>Erna</p>");
    let page = listening(engine, &markup, site).prerendered().await?;
    let overview = "heading() === 'De kennislemniscaat'";
    page.wait("the prerendered view", overview).await?;
    // The widget isn't activated while it is selected.
    let select = "getSelection().selectAllChildren(document.body);";
    page.js::<()>(select).await?;
    page.release();
    page.code_loaded().await?;
    set_view(&page, "analyseren").await?;
    error_reported(&page).await?;
    let state = format!("return [isInteractive(), {overview}];");
    let state: Value = page.js(&state).await?;
    ensure!(
        state == json!([false, true]),
        "[interactive, overview shown] is {state}; expected [false, true]"
    );
    page.js::<()>("getSelection().empty();").await?;
    page.wait("the widget to become interactive", "isInteractive()")
        .await?;
    let shown = format!("return [{overview}, place().getAttribute('view')];");
    let shown: Value = page.js(&shown).await?;
    ensure!(
        shown == json!([true, ""]),
        "after activation, [overview shown, view attribute] is {shown}"
    );
    follow(&page, 2).await
}

#[apply(every_engine)]
#[tokio::test]
async fn a_malformed_view_is_reported_and_the_previous_one_stays(
    #[case] engine: Engine,
) -> Result<()> {
    let site = Plan::default()
        .holding(wasm)
        .altering(fragment, "data-nearest", "data-elders");
    let page = listening(engine, ELEMENT, site).prerendered().await?;
    follow(&page, 3).await?;
    // The altered fragments lack the data that resolves a missing view to an existing one.
    set_view(&page, "vertaling/tip-99").await?;
    error_reported(&page).await?;
    let reasons = reasons(&page).await?;
    ensure!(
        reasons == json!(["internal"]),
        "the errors have the reasons {reasons}; expected internal"
    );
    let heading: String = page.js("return heading();").await?;
    ensure!(
        heading.starts_with("Fase 3"),
        "expected phase 3 to stay, got {heading}"
    );
    follow(&page, 2).await
}

#[apply(every_engine)]
#[tokio::test]
async fn rapid_navigation_does_not_trigger_the_render_timeout(
    #[case] engine: Engine,
) -> Result<()> {
    let visit = listening(engine, ELEMENT, Plan::default());
    let page = visit.before_load(SHORT_TIMEOUT).await?;
    let clicks = "
        // Resolves after every timeout that has begun by now.
        const wait = () => new Promise((done) => setTimeout(done, 3000));
        $('.kl-phase-4 a').click();
        return wait().then(() => {
          for (const phase of [1, 2, 3]) $(`.kl-phase-${phase} a`).click();
          place().setAttribute('view', '');
          return wait();
        });";
    page.js::<()>(clicks).await?;
    let overview = "heading() === 'De kennislemniscaat'";
    page.wait("the view that was requested last", overview)
        .await?;
    let reasons = reasons(&page).await?;
    ensure!(
        reasons == json!([]),
        "the host page receives errors with the reasons {reasons}"
    );
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn a_trap_in_the_webassembly_brings_back_the_prerendered_views(
    #[case] engine: Engine,
    #[values("trap", "stall")] failure: &'static str,
) -> Result<()> {
    let visit = listening(engine, ELEMENT, Plan::default());
    let page = visit.before_load(TRAP).await?;
    follow(&page, 1).await?;
    page.js::<()>(&format!("window.{failure} = true;")).await?;
    follow(&page, 2).await?;
    let reported = "place().getAttribute('view') === 'analyseren'
        && widgetEvents.some(({what, view}) => what === 'navigate' && view === 'analyseren')";
    page.wait("the navigate event of the shown view", reported)
        .await?;
    let reasons = reasons(&page).await?;
    ensure!(
        reasons == json!(["wasm"]),
        "the errors have the reasons {reasons}; expected wasm"
    );
    follow(&page, 3).await?;
    let focused = "place().getAttribute('view') === 'vertaling' && focused() === $('[data-title]')";
    page.wait("the focus on the title", focused).await
}
