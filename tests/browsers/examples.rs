//! The page that shows everything a partner can use, as docs/embedding.md promises.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::hosted::url;
use crate::policy::{WATCH, no_violation};

const PATH: &str = "/voorbeeld/alles/";

/// Opens the page and brings every widget on it to life.
async fn open(browser: &Browser) -> Result<()> {
    browser.before_load(WATCH).await?;
    browser.open(&url(PATH)).await?;
    let all = "[...document.querySelectorAll('kennis-lemniscaat')].every((each) =>
        (lively.has(each) || each.scrollIntoView({behavior: 'instant'}), lively.has(each)))";
    browser
        .wait("every example to come alive", all, json!([]))
        .await
}

/// Chooses in the list of a section, as a reader does.
async fn choose(browser: &Browser, section: &str, value: &str) -> Result<()> {
    let choose = "const select = document.querySelector(`#${arguments[0]} select`);
        select.value = arguments[1];
        select.dispatchEvent(new Event('change', {bubbles: true}));";
    browser.js(choose, json!([section, value])).await
}

#[tokio::test]
async fn every_example_works_and_wants_no_more_than_our_pages_may() -> Result<()> {
    browse(async |browser| {
        open(browser).await?;
        choose(browser, "view", "explicitering").await?;
        let view = "heading().startsWith('Fase 1')
            && document.querySelector('[data-shows]').textContent === 'explicitering'";
        browser.wait("the view that is chosen", view, json!([])).await?;
        choose(browser, "theme", "light").await?;
        let look = "const look = (id) => getComputedStyle(
            document.querySelector(`#${id} kennis-lemniscaat`).shadowRoot.querySelector('.kl'));";
        let light = format!("(() => {{ {look} return look('theme').backgroundColor; }})() === 'rgb(251, 250, 247)'");
        browser.wait("the theme that is chosen", &light, json!([])).await?;
        let level = "return document.querySelector('#heading-level kennis-lemniscaat')
            .shadowRoot.querySelector('[data-title]').localName;";
        let level: String = browser.js(level, json!([])).await?;
        ensure!(level == "h4", "heading-level=4 gives {level}");
        let house = format!("{look} const {{backgroundColor, color}} = look('properties'); return [backgroundColor, color];");
        let [ground, text]: [String; 2] = browser.js(&house, json!([])).await?;
        ensure!(ground == "rgb(18, 52, 59)", "the house's ground is {ground}");
        ensure!(text.starts_with("oklch(0.9"), "on it text is {text}");
        let parts = "const root = document.querySelector('#parts kennis-lemniscaat').shadowRoot;
            return [getComputedStyle(root.querySelector('.kl-title')).fontFamily.slice(0, 7),
              getComputedStyle(root.querySelector('.kl-figure')).borderStyle];";
        let parts: Value = browser.js(parts, json!([])).await?;
        ensure!(parts == json!(["Georgia", "solid"]), "parts: {parts}");
        let heard = "heard.textContent.includes('kennislemniscaat:ready')
            && heard.textContent.includes('\"view\":\"explicitering\"')";
        browser.wait("what the widgets tell", heard, json!([])).await?;
        let frame = "document.querySelector('iframe').scrollIntoView() ?? document.querySelector('iframe').height !== '400'";
        browser.wait("a frame as high as its view", frame, json!([])).await?;
        let release = "document.querySelector('[data-release]').textContent.includes('integrity=\"sha256-')";
        browser.wait("the newest release", release, json!([])).await?;
        no_violation(browser, PATH).await
    })
    .await
}

#[tokio::test]
async fn the_address_follows_only_the_example_that_asks_for_it() -> Result<()> {
    browse(async |browser| {
        open(browser).await?;
        let click = "const at = [...document.querySelectorAll('kennis-lemniscaat')].findIndex((each) => each.closest(`#${arguments[0]}`));
            $('.kl-next', at).click();";
        browser.js::<()>(click, json!(["share-base"])).await?;
        let heard = "heard.firstChild.textContent.startsWith('share-base: kennislemniscaat:navigate')";
        browser.wait("the next tip", heard, json!([])).await?;
        let address = "return location.search;";
        let search: String = browser.js(address, json!([])).await?;
        ensure!(search.is_empty(), "without being asked, {search}");
        browser.js::<()>(click, json!(["sync-url"])).await?;
        let follows = "location.search === '?kennislemniscaat=explicitering/tip-2'";
        browser.wait("the address of the next tip", follows, json!([])).await
    })
    .await
}
