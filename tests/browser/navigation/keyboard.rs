//! The keyboard alone: what keys do, and that what they bring is announced once.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::addresses::go;
use crate::browser::{Browser, browse};
use crate::paths::KINDS;
use crate::site::Site;

#[tokio::test]
async fn enter_follows_each_kind_of_link_and_its_view_is_announced_once() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.open_live(&site.url("/nl/")).await?;
        follow_each_kind(browser, async |path| go(browser, path).await).await
    })
    .await
}

#[tokio::test]
async fn esc_leads_up_from_every_kind_of_view_and_ends_at_the_overview() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.open_live(&site.url("/nl/")).await?;
        for path in KINDS {
            go(browser, path).await?;
            let above = "return [...kl().querySelectorAll('.kl-breadcrumb a')].map((each) => each.pathname).reverse();";
            let above: Vec<String> = browser.js(above).await?;
            for up in &above {
                browser.js::<()>(LISTEN).await?;
                browser.press(Key::Escape).await?;
                announced(browser, up, &format!("Esc on the way up from {path}")).await?;
            }
            let all = "return [location.pathname, String(history.length), kl().outerHTML];";
            let before: [String; 3] = browser.js(all).await?;
            browser.press(Key::Escape).await?;
            browser.drawn().await?;
            let after: [String; 3] = browser.js(all).await?;
            ensure!(before[0] == "/nl/", "Esc leads from {path} to {}", before[0]);
            ensure!(before == after, "Esc does something on the overview");
        }
        Ok(())
    })
    .await
}

/// Letters, digits and signs, as speech input or a cat may press them.
const CHARACTERS: &str = "abcdefghijklmnopqrstuvwxyz0123456789/?.,-=+[];'";

#[tokio::test]
async fn no_single_character_does_anything() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.open_live(&site.url("/nl/")).await?;
        let state = "return [location.href, history.length, document.title, kl().outerHTML,
            scrollX, scrollY, [...kl().querySelectorAll('*')].indexOf(focused())];";
        for path in KINDS {
            go(browser, path).await?;
            for at in ["[data-title]", ".kl-phase-link", ".kl-share summary"] {
                let focus = "$(arguments[0]).focus();";
                browser.js_with::<()>(focus, json!([at])).await?;
                let before: Value = browser.js(state).await?;
                let keys = browser.driver.action_chain().send_keys(CHARACTERS);
                keys.perform().await?;
                browser.drawn().await?;
                let after: Value = browser.js(state).await?;
                ensure!(
                    before == after,
                    "{path}: a character typed on {at} changes something"
                );
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn keys_in_the_field_for_a_server_stay_there() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.open_live(&site.url("/nl/vertaling/tip-5/")).await?;
        browser.tab_to("$('.kl-share summary')").await?;
        browser.press(Key::Enter).await?;
        browser.tab_to("$('.kl-share input')").await?;
        let keys = browser.driver.action_chain().send_keys(CHARACTERS);
        keys.perform().await?;
        browser.press(Key::Escape).await?;
        browser.drawn().await?;
        let state =
            "return [$('.kl-share input')?.value, focused()?.localName, location.pathname];";
        let state: [Option<String>; 3] = browser.js(state).await?;
        let expected = [CHARACTERS, "input", "/nl/vertaling/tip-5/"].map(|each| Some(each.into()));
        ensure!(state == expected, "what was typed became {state:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_first_stop_leads_past_what_every_page_begins_with() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.open_live(&site.url("/nl/vertaling/")).await?;
        for key in [Key::Tab, Key::Enter] {
            browser.press(key).await?;
        }
        let there = "focused() === $('[data-title]') && heading().startsWith('Fase 3')";
        browser
            .wait("the focus on the title", there)
            .await?;
        browser.press(Key::Tab).await?;
        let past = "focused() === $('.kl-tip')";
        browser
            .wait("the first tip, past trail and figure", past)
            .await
    })
    .await
}
