//! The keyboard alone: what keys do, and that what they bring is announced once.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::addresses::go;
use crate::browser::{Browser, browse};
use crate::paths::KINDS;
use crate::site::Site;

/// Counts what is announced from now on: a title by its focus, and all that live regions say.
pub const LISTEN: &str = "
window.titles = [];
window.spoken = [];
const regions = '[role=status], [role=alert], [role=log], [aria-live], output';
const listen = (root) => {
  // What moves within a shadow isn't heard outside it.
  root.addEventListener('focusin', ({target}) => { if (target.matches('[data-title]')) titles.push(target.textContent); });
  new MutationObserver((records) => {
    for (const {target, addedNodes} of records) {
      const element = target.nodeType === 1 ? target : target.parentElement;
      const added = [...addedNodes].filter((each) => each.nodeType === 1);
      const changed = [element?.closest(regions), ...added.flatMap((each) =>
        [...(each.matches(regions) ? [each] : []), ...each.querySelectorAll(regions)])];
      for (const each of changed) if (each?.textContent.trim()) spoken.push(each.textContent.trim());
    }
  }).observe(root, {subtree: true, childList: true, characterData: true});
};
if (!window.listening) [document, place().shadowRoot].filter(Boolean).forEach(listen);
window.listening = true;
";

/// Gives a link the focus, and tells where it leads: to a path or, from an element, to a view.
const FOCUS_LINK: &str = "
const link = $(arguments[0] + ':not([aria-current=page])');
link.focus();
return place().shadowRoot ? link.dataset.view : new URL(link.getAttribute('href'), location.href).pathname;";

/// A link of each kind in the view that is shown, as a selector.
async fn kinds_of_links(browser: &Browser) -> Result<Vec<String>> {
    let classes = "return [...new Set([...kl().querySelectorAll('a[data-view]:not([aria-current=page])')]
        .map((each) => `${each.closest('svg') ? 'svg ' : ''}a[data-view][class='${each.getAttribute('class') ?? ''}']`))];";
    let classes: Vec<String> = browser.js(classes, json!([])).await?;
    // A link in a chart has its phase's class or none.
    let selectors = classes.iter().map(|link| link.replace("[class='']", ""));
    Ok(selectors.collect())
}

/// Waits until a view is shown, on its path or in an element, and checks that it is announced by
/// its title's focus alone.
pub async fn announced(browser: &Browser, view: &str, how: &str) -> Result<()> {
    let there = "(place().shadowRoot ? place().getAttribute('view') ?? '' : location.pathname) === arguments[0]
        && focused()?.hasAttribute('data-title')";
    browser.wait(how, there, json!([view])).await?;
    browser.js::<()>("return drawn();", json!([])).await?;
    let said = "return [titles, spoken, heading()];";
    let (titles, spoken, heading): (Vec<String>, Vec<String>, String) =
        browser.js(said, json!([])).await?;
    ensure!(
        titles == [heading.as_str()] && spoken.is_empty(),
        "{how}: {heading:?} is announced by focus as {titles:?}, by live regions as {spoken:?}"
    );
    Ok(())
}

/// Follows each kind of link in each kind of view by Enter; `show` brings a view, given its path.
pub async fn follow_each_kind(
    browser: &Browser,
    show: impl AsyncFn(&'static str) -> Result<()>,
) -> Result<()> {
    let mut kinds = 0;
    for path in KINDS {
        show(path).await?;
        for link in kinds_of_links(browser).await? {
            show(path).await?;
            let focus = format!("{LISTEN}{FOCUS_LINK}");
            let to: String = browser.js(&focus, json!([link])).await?;
            browser.press(Key::Enter).await?;
            announced(browser, &to, &format!("Enter on {link} in {path}")).await?;
            kinds += 1;
        }
    }
    ensure!(kinds > 15, "only {kinds} links were followed");
    Ok(())
}

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
            let above: Vec<String> = browser.js(above, json!([])).await?;
            for up in &above {
                browser.js::<()>(LISTEN, json!([])).await?;
                browser.press(Key::Escape).await?;
                announced(browser, up, &format!("Esc on the way up from {path}")).await?;
            }
            let all = "return [location.pathname, String(history.length), kl().outerHTML];";
            let before: [String; 3] = browser.js(all, json!([])).await?;
            browser.press(Key::Escape).await?;
            browser.js::<()>("return drawn();", json!([])).await?;
            let after: [String; 3] = browser.js(all, json!([])).await?;
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
                browser.js::<()>(focus, json!([at])).await?;
                let before: Value = browser.js(state, json!([])).await?;
                let keys = browser.driver.action_chain().send_keys(CHARACTERS);
                keys.perform().await?;
                browser.js::<()>("return drawn();", json!([])).await?;
                let after: Value = browser.js(state, json!([])).await?;
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
        browser.js::<()>("return drawn();", json!([])).await?;
        let state =
            "return [$('.kl-share input')?.value, focused()?.localName, location.pathname];";
        let state: [Option<String>; 3] = browser.js(state, json!([])).await?;
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
            .wait("the focus on the title", there, json!([]))
            .await?;
        browser.press(Key::Tab).await?;
        let past = "focused() === $('.kl-tip')";
        browser
            .wait("the first tip, past trail and figure", past, json!([]))
            .await
    })
    .await
}
