//! Use by keyboard alone: the effect of keys, and one announcement for each change of view.

use anyhow::{Result, ensure};
use harness::announcements::{LISTEN, check_announced, follow_each_kind};
use harness::navigation::go;
use harness::standalone;
use harness::views::KINDS;
use serde_json::{Value, json};
use thirtyfour::Key;

#[tokio::test]
async fn enter_follows_each_kind_of_link_and_its_view_is_announced_once() -> Result<()> {
    let page = standalone("/nl/").await?;
    follow_each_kind(&page, async |path| go(&page, path).await).await
}

#[tokio::test]
async fn esc_leads_to_the_parent_of_every_kind_of_view_and_stops_at_the_overview() -> Result<()> {
    let page = standalone("/nl/").await?;
    for path in KINDS {
        go(&page, path).await?;
        let parents = "return [...kl().querySelectorAll('.kl-breadcrumb a')]
            .map(({pathname}) => pathname).reverse();";
        let parents: Vec<String> = page.js(parents).await?;
        for parent in &parents {
            page.js::<()>(LISTEN).await?;
            page.press(Key::Escape).await?;
            check_announced(&page, parent, &format!("Esc, repeated from {path}")).await?;
        }
        let state = "return [location.pathname, String(history.length), kl().outerHTML];";
        let before: [String; 3] = page.js(state).await?;
        page.press(Key::Escape).await?;
        page.drawn().await?;
        let after: [String; 3] = page.js(state).await?;
        ensure!(
            before[0] == "/nl/",
            "Esc leads from {path} to {}, expected /nl/",
            before[0]
        );
        ensure!(before == after, "Esc changes the overview");
    }
    Ok(())
}

/// Letters, digits and signs, as speech input may send them.
const CHARACTERS: &str = "abcdefghijklmnopqrstuvwxyz0123456789/?.,-=+[];'";

#[tokio::test]
async fn single_characters_have_no_effect() -> Result<()> {
    let page = standalone("/nl/").await?;
    let state = "return [location.href, history.length, document.title, kl().outerHTML,
        scrollX, scrollY, [...kl().querySelectorAll('*')].indexOf(focused())];";
    for path in KINDS {
        go(&page, path).await?;
        for selector in ["[data-title]", ".kl-phase-link", ".kl-share summary"] {
            let focus = "$(arguments[0]).focus();";
            page.js_with::<()>(focus, json!([selector])).await?;
            let before: Value = page.js(state).await?;
            let keys = page.driver.action_chain().send_keys(CHARACTERS);
            keys.perform().await?;
            page.drawn().await?;
            let after: Value = page.js(state).await?;
            ensure!(
                before == after,
                "{path}: characters typed on {selector} have an effect"
            );
        }
    }
    Ok(())
}

#[tokio::test]
async fn keys_in_the_server_field_stay_in_the_field() -> Result<()> {
    let page = standalone("/nl/vertaling/tip-5/").await?;
    page.tab_to("$('.kl-share summary')").await?;
    page.press(Key::Enter).await?;
    page.tab_to("$('.kl-share input')").await?;
    let keys = page.driver.action_chain().send_keys(CHARACTERS);
    keys.perform().await?;
    page.press(Key::Escape).await?;
    page.drawn().await?;
    let state = "return [$('.kl-share input')?.value, focused()?.localName, location.pathname];";
    let state: [Option<String>; 3] = page.js(state).await?;
    let expected = [CHARACTERS, "input", "/nl/vertaling/tip-5/"].map(|text| Some(text.into()));
    ensure!(state == expected, "typing led to {state:?}");
    Ok(())
}

#[tokio::test]
async fn the_skip_link_is_the_first_tab_stop_and_skips_breadcrumb_and_figure() -> Result<()> {
    let page = standalone("/nl/vertaling/").await?;
    for key in [Key::Tab, Key::Enter] {
        page.press(key).await?;
    }
    let title = "focused() === $('[data-title]') && heading().startsWith('Fase 3')";
    page.wait("the focus on the title", title).await?;
    page.press(Key::Tab).await?;
    let tip = "focused() === $('.kl-tip')";
    page.wait("the first tip, past breadcrumb and figure", tip)
        .await
}
