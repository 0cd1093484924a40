//! The share panel before and during activation of the widget.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::server::wasm;
use harness::share_panel::{FORBID, KEEP, STATUS_TEXT, open};
use harness::{Page, embedded};
use rstest_reuse::apply;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::engines::every_engine;

/// Records the share events of the page in `events`, and prevents navigation by share links.
const LISTEN: &str = include_str!("scripts/share_before_activation_listen.js");

/// Opens a host page with a view whose share panel is open, with the WebAssembly held back.
async fn open_panel(engine: Engine, scripts: &[&str]) -> Result<Page> {
    let visit = embedded("<kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat>");
    let visit = scripts.iter().fold(visit.engine(engine), |visit, script| {
        visit.before_load(script)
    });
    let page = visit.holding(wasm).await?;
    page.wait("the prerendered view", "heading()?.startsWith('Fase 3')")
        .await?;
    open(&page).await?;
    Ok(page)
}

async fn type_server(page: &Page) -> Result<()> {
    page.click("$('.kl-share input')").await?;
    let keys = page.driver.action_chain().send_keys("mastodon.example");
    keys.perform().await?;
    Ok(())
}

async fn become_interactive(page: &Page) -> Result<()> {
    page.wait("the widget to become interactive", "isInteractive()")
        .await
}

#[apply(every_engine)]
#[tokio::test]
async fn activation_keeps_text_typed_into_the_share_panel(#[case] engine: Engine) -> Result<()> {
    let page = open_panel(engine, &[KEEP]).await?;
    page.click("$('[name=link]')").await?;
    let copied = format!("{STATUS_TEXT} === 'Gekopieerd.'");
    page.wait("the status message of copying", &copied).await?;
    type_server(&page).await?;
    page.release();
    page.code_loaded().await?;
    let state = format!(
        "return drawn().then(() => [$('.kl-share').open, $('.kl-share input').value, {STATUS_TEXT},
          focused()?.localName, focused()?.name || null, isInteractive()]);"
    );
    let expected = |focused: &str, interactive: bool| {
        json!([
            true,
            "mastodon.example",
            "Gekopieerd.",
            focused,
            null,
            interactive
        ])
    };
    let while_typing: Value = page.js(&state).await?;
    ensure!(
        while_typing == expected("input", false),
        "while the user types: {while_typing}"
    );
    page.press(Key::Tab).await?;
    become_interactive(&page).await?;
    let after: Value = page.js(&state).await?;
    ensure!(
        after == expected("button", true),
        "after activation: {after}"
    );
    // The focused button is the one beside the field.
    page.press(Key::Enter).await?;
    let opened = "shareActions.opened?.startsWith('https://mastodon.example/share?text=')";
    page.wait("the user's server", opened).await
}

#[apply(every_engine)]
#[tokio::test]
async fn activation_keeps_an_address_shown_for_copying(#[case] engine: Engine) -> Result<()> {
    let page = open_panel(engine, &[FORBID]).await?;
    page.click("$('[name=link]')").await?;
    let field = "$('.kl-share textarea')";
    let selected = format!("focused() === {field} && {field}.value === arguments[0]");
    let address = json!([page.site().url("/nl/vertaling/")]);
    page.wait_with("the address, selected", &selected, address.clone())
        .await?;
    page.release();
    // The widget isn't activated while the address is selected.
    page.click("document.querySelector('h1')").await?;
    become_interactive(&page).await?;
    let shown = format!(
        "return $('.kl-share').open && {field}.value === arguments[0]
            && {field}.getBoundingClientRect().height > 0 && {STATUS_TEXT}.includes('kopieer die zelf');"
    );
    let shown: bool = page.js_with(&shown, address).await?;
    ensure!(shown, "the address for copying isn't shown any more");
    Ok(())
}

/// Uses everything in the panel; returns the copied, opened and shared data, and the events that
/// the page received.
async fn share(page: &Page) -> Result<Value> {
    page.js::<()>("window.shareActions = {}; events.length = 0;")
        .await?;
    for name in ["link", "code"] {
        page.click(&format!("$('[name={name}]')")).await?;
        let copied = format!(
            "shareActions.copied && (shareActions.{name} = shareActions.copied, delete shareActions.copied)"
        );
        page.wait(&format!("the copied {name}"), &copied).await?;
    }
    page.click("$('[name=system]')").await?;
    page.wait("the system's share panel", "shareActions.shared")
        .await?;
    page.js::<()>("$('.kl-share input').value = '';").await?;
    type_server(page).await?;
    page.press(Key::Enter).await?;
    page.wait("the user's server", "shareActions.opened")
        .await?;
    page.click("$('[data-share=LinkedIn]')").await?;
    page.wait("an event for each action", "events.length === 5")
        .await?;
    page.js("delete shareActions.event; return [shareActions, events];")
        .await
}

#[apply(every_engine)]
#[tokio::test]
async fn the_share_panel_does_the_same_before_and_after_activation(
    #[case] engine: Engine,
) -> Result<()> {
    let page = open_panel(engine, &[KEEP, LISTEN]).await?;
    let before = share(&page).await?;
    let interactive: bool = page.js("return isInteractive();").await?;
    ensure!(
        !interactive,
        "the widget became interactive before its WebAssembly was released"
    );
    let address = page.site().url("/nl/vertaling/");
    let [actions, events] = [&before[0], &before[1]];
    ensure!(
        actions["link"] == address && actions["shared"]["url"] == address,
        "the recorded actions are {actions:#}"
    );
    let contains = |name: &str, part: &str| {
        actions[name]
            .as_str()
            .is_some_and(|text| text.contains(part))
    };
    ensure!(
        contains("code", "<kennis-lemniscaat lang=\"nl\" view=\"vertaling\">")
            && contains("opened", "https://mastodon.example/share?text=")
            && contains("opened", "%2Fnl%2Fvertaling%2F"),
        "the recorded actions are {actions:#}"
    );
    let expected = ["link", "code", "system", "Mastodon", "LinkedIn"];
    let expected = expected.map(|via| json!({"publication": "kennis-lemniscaat", "view": "vertaling", "url": address, "via": via}));
    ensure!(
        *events == json!(expected),
        "the page receives the events {events:#}"
    );
    page.release();
    become_interactive(&page).await?;
    let after = share(&page).await?;
    ensure!(
        before == after,
        "before activation {before:#}, after it {after:#}"
    );
    Ok(())
}
