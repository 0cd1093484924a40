//! The panel to send a view on, before the widget is live and while it comes alive.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::browser::{Browser, browse};
use crate::embed::host;
use crate::share::{FORBID, KEEP, SAID, open};
use crate::site::{Plan, Site, wasm};

/// Keeps all that the page hears of sharing, and stays where it is when a link is followed.
const HEAR: &str = include_str!("scripts/share_early_hear.js");

/// Opens a partner's page on a view whose panel has its controls, with the WebAssembly held back.
async fn open_panel(browser: &Browser) -> Result<(Site, Site)> {
    let files = Plan::default().holding(wasm).serve().await?;
    let markup = "<kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat>";
    let page = Plan::default().page("/gast/", host(&files, markup));
    let site = page.serve().await?;
    browser.open(&site.url("/gast/")).await?;
    let finished = "heading()?.startsWith('Fase 3')";
    browser
        .wait("the finished view", finished)
        .await?;
    open(browser).await?;
    Ok((files, site))
}

async fn write(browser: &Browser, text: &str) -> Result<()> {
    browser.click("$('.kl-share input')").await?;
    let keys = browser.driver.action_chain().send_keys(text);
    keys.perform().await?;
    Ok(())
}

#[tokio::test]
async fn what_is_written_in_the_panel_is_there_when_the_widget_has_come_alive() -> Result<()> {
    browse(async |browser| {
        browser.before_load(KEEP).await?;
        let (files, _site) = open_panel(browser).await?;
        browser.click("$('[name=link]')").await?;
        let copied = format!("{SAID} === 'Gekopieerd.'");
        browser
            .wait("word that it was copied", &copied)
            .await?;
        write(browser, "mastodon.example").await?;
        files.release();
        browser.code_loaded().await?;
        let state = format!(
            "return drawn().then(() => [$('.kl-share').open, $('.kl-share input').value, {SAID},
              focused()?.localName, focused()?.name || null, live()]);"
        );
        let typing: Value = browser.js(&state).await?;
        let expected = json!([
            true,
            "mastodon.example",
            "Gekopieerd.",
            "input",
            null,
            false
        ]);
        ensure!(typing == expected, "while it is written: {typing}");
        browser.press(Key::Tab).await?;
        let live = "live()";
        browser
            .wait("the widget to come alive after that", live)
            .await?;
        let after: Value = browser.js(&state).await?;
        let expected = json!([
            true,
            "mastodon.example",
            "Gekopieerd.",
            "button",
            null,
            true
        ]);
        ensure!(after == expected, "once it is live: {after}");
        // The button that has the focus is the one beside what was written.
        browser.press(Key::Enter).await?;
        let opened = "kept.opened?.startsWith('https://mastodon.example/share?text=')";
        browser
            .wait("the reader's own server", opened)
            .await
    })
    .await
}

#[tokio::test]
async fn an_address_that_is_shown_to_be_copied_stays_while_the_widget_comes_alive() -> Result<()> {
    browse(async |browser| {
        browser.before_load(FORBID).await?;
        let (files, _site) = open_panel(browser).await?;
        browser.click("$('[name=link]')").await?;
        let field = "$('.kl-share textarea')";
        let selected = format!("focused() === {field} && {field}.value === arguments[0]");
        let address = json!([files.url("/nl/vertaling/")]);
        browser
            .wait_with("the address, selected", &selected, address.clone())
            .await?;
        files.release();
        // As long as it is selected it may yet be copied.
        browser.click("document.querySelector('h1')").await?;
        browser
            .wait("the widget to come alive", "live()")
            .await?;
        let kept = format!(
            "return $('.kl-share').open && {field}.value === arguments[0]
                && {field}.getBoundingClientRect().height > 0 && {SAID}.includes('kopieer die zelf');"
        );
        let kept: bool = browser.js_with(&kept, address).await?;
        ensure!(kept, "the address is gone");
        Ok(())
    })
    .await
}

/// Uses everything in the panel; returns what was copied, opened and handed to the system, and
/// what the page heard.
async fn share(browser: &Browser) -> Result<Value> {
    let clear = "window.kept = {}; told.length = 0;";
    browser.js::<()>(clear).await?;
    let copied =
        |name: &str| format!("kept.copied && (kept.{name} = kept.copied, delete kept.copied)");
    for name in ["link", "code"] {
        browser.click(&format!("$('[name={name}]')")).await?;
        browser
            .wait("it to be copied", &copied(name))
            .await?;
    }
    browser.click("$('[name=system]')").await?;
    browser
        .wait("the system's own panel", "kept.shared")
        .await?;
    browser
        .js::<()>("$('.kl-share input').value = '';")
        .await?;
    write(browser, "mastodon.example").await?;
    browser.press(Key::Enter).await?;
    browser
        .wait("the reader's own server", "kept.opened")
        .await?;
    browser.click("$('[data-share=LinkedIn]')").await?;
    let heard = "told.length === 5";
    browser
        .wait("the page to hear of each", heard)
        .await?;
    browser
        .js("delete kept.event; return [kept, told];")
        .await
}

#[tokio::test]
async fn the_panel_does_before_the_widget_is_live_what_it_does_then() -> Result<()> {
    browse(async |browser| {
        browser.before_load(KEEP).await?;
        browser.before_load(HEAR).await?;
        let (files, _site) = open_panel(browser).await?;
        let early = share(browser).await?;
        let alive: bool = browser.js("return live();").await?;
        ensure!(!alive, "the widget is live, so this test shows nothing");
        let address = files.url("/nl/vertaling/");
        let [kept, told] = [&early[0], &early[1]];
        ensure!(
            kept["link"] == address && kept["shared"]["url"] == address,
            "{kept:#}"
        );
        let holds =
            |what: &str, part: &str| kept[what].as_str().is_some_and(|all| all.contains(part));
        ensure!(
            holds("code", "<kennis-lemniscaat lang=\"nl\" view=\"vertaling\">")
                && holds("opened", "https://mastodon.example/share?text=")
                && holds("opened", "%2Fnl%2Fvertaling%2F"),
            "{kept:#}"
        );
        let all = ["link", "code", "system", "Mastodon", "LinkedIn"];
        let all = all.map(|via| json!({"view": "vertaling", "url": address, "via": via}));
        ensure!(*told == json!(all), "the page hears {told:#}");
        files.release();
        browser
            .wait("the widget to come alive", "live()")
            .await?;
        let late = share(browser).await?;
        ensure!(early == late, "before it is live {early:#}, then {late:#}");
        Ok(())
    })
    .await
}
