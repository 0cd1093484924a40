//! Requests that are lost once: the next intent of the reader tries again.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::host_page::{ELEMENT, LISTEN};
use harness::server::{Matches, Plan, wasm};
use harness::share_panel::open;
use harness::{Page, embedded, standalone};
use rstest_reuse::apply;
use serde_json::{Value, json};

use crate::engines::every_engine;

fn runtime(path: &str) -> bool {
    path.starts_with("/files/runtime-")
}

fn bindings(path: &str) -> bool {
    path.starts_with("/files/kennislemniscaat-")
}

fn content(path: &str) -> bool {
    path.ends_with(".postcard")
}

/// A site that loses requests for some files until it is released.
fn losing(matches: Matches) -> Plan {
    Plan::default().breaking(matches, 503).recovering()
}

/// Turns to the widget until it is interactive, and opens the share panel with its controls.
async fn turn_to_widget(page: &Page) -> Result<()> {
    // An intent during a request that is being lost has no effect; the next one has.
    let turn = "($('.kl-phase-2 a').dispatchEvent(new Event('pointerover', {bubbles: true, composed: true})),
        isInteractive())";
    page.wait("the interactive widget", turn).await?;
    open(page).await?;
    let control = "$('.kl-share [name=link]')";
    page.wait("the controls of the share panel", control).await
}

#[apply(every_engine)]
#[tokio::test]
async fn a_widget_recovers_from_a_lost_request(
    #[case] engine: Engine,
    #[values(runtime, bindings, wasm, content)] file: Matches,
) -> Result<()> {
    let visit = embedded(ELEMENT).engine(engine).site(losing(file));
    let page = visit.before_load(LISTEN).prerendered().await?;
    let errors = "widgetEvents.filter(({what}) => what === 'error')";
    page.wait("the error event", &format!("{errors}.length > 0"))
        .await?;
    // While the file is lost, each intent fails for the same reason, which is reported once.
    page.click("$('.kl-phase-3 .kl-label')").await?;
    page.wait("phase 3, prerendered", "heading()?.startsWith('Fase 3')")
        .await?;
    page.site().release();
    turn_to_widget(&page).await?;
    let heading: String = page.js("return heading();").await?;
    ensure!(heading.starts_with("Fase 3"), "{heading}");
    let reasons: Value = page
        .js(&format!("return {errors}.map(({{reason}}) => reason);"))
        .await?;
    ensure!(reasons == json!(["network"]), "{reasons}");
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn a_standalone_page_recovers_from_a_lost_request(#[case] engine: Engine) -> Result<()> {
    let visit = standalone("/nl/vertaling/").engine(engine);
    let page = visit.site(losing(runtime)).prerendered().await?;
    page.drawn().await?;
    page.site().release();
    turn_to_widget(&page).await
}
