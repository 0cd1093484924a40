//! The page that shows everything a partner can use, as docs/embedding.md promises.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::hosted::url;
use crate::policy::{WATCH, no_violation};

/// Chooses in the list of a section, as a reader does.
async fn choose(browser: &Browser, section: &str, value: &str) -> Result<()> {
    let choose = "const select = document.querySelector(`#${arguments[0]} select`);
        select.value = arguments[1];
        if (select.value !== arguments[1]) throw new Error('there is no such choice');
        select.dispatchEvent(new Event('change', {bubbles: true}));";
    browser.js_with(choose, json!([section, value])).await
}

/// Waits until something holds of the example in a section: `example`, and `root` inside it.
async fn shows(browser: &Browser, what: &str, section: &str, condition: &str) -> Result<()> {
    let condition = format!(
        "(([section]) => {{
            const example = document.querySelector(`#${{section}} kennis-lemniscaat`);
            const root = example.shadowRoot;
            return {condition};
        }})(arguments)"
    );
    browser.wait_with(what, &condition, json!([section])).await
}

/// Clicks in the example of a section.
async fn click(browser: &Browser, section: &str, selector: &str) -> Result<()> {
    let click = "document.querySelector(`#${arguments[0]} kennis-lemniscaat`)
        .shadowRoot.querySelector(arguments[1]).click();";
    browser.js_with(click, json!([section, selector])).await
}

/// Copies the link of what an example shows.
async fn copy_link(browser: &Browser, section: &str) -> Result<()> {
    let button = "(root.querySelector('.kl-share').open = true, root.querySelector('[name=link]'))";
    shows(browser, "buttons to share", section, button).await?;
    click(browser, section, "[name=link]").await
}

/// Waits until the page heard something that starts like this and goes on like that.
async fn heard(browser: &Browser, start: &str, within: &str) -> Result<()> {
    let told = "[...heard.children].some(({textContent}) =>
        textContent.startsWith(arguments[0]) && textContent.includes(arguments[1]))";
    let what = format!("{start} with {within}");
    let waited = browser.wait_with(&what, told, json!([start, within])).await;
    let all: String = browser.js("return heard.innerText;").await?;
    waited.with_context(|| format!("the page heard\n{all}"))
}

#[tokio::test]
async fn every_attribute_has_a_control_that_its_example_obeys() -> Result<()> {
    browse(async |browser| {
        open(browser).await?;
        choose(browser, "view", "explicitering").await?;
        let phase = "root.querySelector('[data-title]').textContent.startsWith('Fase 1')";
        shows(browser, "the view that is chosen", "view", phase).await?;
        let code =
            "document.querySelector('#view pre').textContent.includes('view=\"explicitering\"')";
        browser.wait("its code", code).await?;
        click(browser, "view", "[data-view=vertaling]").await?;
        let code = "document.querySelector('#view pre').textContent.includes('view=\"vertaling\"')";
        browser
            .wait("the code of where the reader went", code)
            .await?;
        choose(browser, "lang", "en").await?;
        let dutch = "example.lang === 'en' && root.querySelector('.kl').lang === 'nl'";
        shows(browser, "Dutch where there is no English", "lang", dutch).await?;
        choose(browser, "theme", "light").await?;
        let light =
            "getComputedStyle(root.querySelector('.kl')).backgroundColor === 'rgb(251, 250, 247)'";
        shows(browser, "the theme that is chosen", "theme", light).await?;
        let level = |level| format!("root.querySelector('[data-title]').localName === 'h{level}'");
        shows(
            browser,
            "a heading below the page's",
            "heading-level",
            &level(4),
        )
        .await?;
        choose(browser, "heading-level", "6").await?;
        shows(
            browser,
            "the level that is chosen",
            "heading-level",
            &level(6),
        )
        .await?;
        choose(browser, "heading-level", "").await?;
        shows(
            browser,
            "the level without a choice",
            "heading-level",
            &level(2),
        )
        .await?;
        no_violation(browser, PATH).await
    })
    .await
}

#[tokio::test]
async fn an_example_that_is_closed_comes_alive_only_where_the_reader_asks_for_that() -> Result<()> {
    browse(async |browser| {
        open(browser).await?;
        let alive = "document.querySelector('#loading [data-alive]').textContent";
        let before: String = browser.js(&format!("return {alive};")).await?;
        ensure!(
            before == "nee",
            "what nobody opened is said to be alive: {before}"
        );
        choose(browser, "loading", "eager").await?;
        let now = format!("{alive} === 'ja'");
        browser
            .wait("a closed example alive at once", &now)
            .await
    })
    .await
}

#[tokio::test]
async fn the_address_follows_only_the_example_that_asks_for_it() -> Result<()> {
    browse(async |browser| {
        open(browser).await?;
        click(browser, "share-base", ".kl-next").await?;
        heard(browser, "share-base: kennislemniscaat:navigate", "tip-3").await?;
        let address = "return location.search;";
        let search: String = browser.js(address).await?;
        ensure!(search.is_empty(), "without being asked, {search}");
        click(browser, "sync-url", ".kl-next").await?;
        let follows = "location.search === '?kennislemniscaat=explicitering/tip-2'";
        browser
            .wait("the address of the next tip", follows)
            .await?;
        let untick = "document.querySelector('#sync-url input').click();";
        browser.js::<()>(untick).await?;
        click(browser, "sync-url", ".kl-next").await?;
        heard(browser, "sync-url: kennislemniscaat:navigate", "tip-3").await?;
        let search: String = browser.js(address).await?;
        ensure!(search.ends_with("tip-2"), "no longer asked for, {search}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_reader_s_own_acts_raise_every_event() -> Result<()> {
    browse(async |browser| {
        open(browser).await?;
        let add = "document.getElementById('add').click();";
        browser.js::<()>(add).await?;
        let added = "document.querySelector('#ready kennis-lemniscaat')?.scrollIntoView({behavior: 'instant'})
            ?? heard.textContent.includes('ready: kennislemniscaat:ready')";
        browser.wait("word of one more example", added).await?;
        click(browser, "navigate", ".kl-next").await?;
        heard(browser, "navigate: kennislemniscaat:navigate", "\"view\":\"implementeren/tip-3\"").await?;
        copy_link(browser, "navigate").await?;
        heard(browser, "navigate: kennislemniscaat:share", "\"via\":\"link\"").await?;
        for (base, page) in [("./", "/voorbeeld/alles/?kennislemniscaat=vertaling/tip-2"), ("", "/nl/vertaling/tip-2/")] {
            choose(browser, "share-base", base).await?;
            copy_link(browser, "share-base").await?;
            heard(browser, "share-base: kennislemniscaat:share", &format!("{page}\"")).await?;
        }
        let strict = "document.getElementById('stricter').click();";
        browser.js::<()>(strict).await?;
        heard(browser, "strict: kennislemniscaat:error", "{\"reason\":\"wasm\"").await?;
        let finished = "(() => {
            const inside = document.querySelector('#strict iframe').contentDocument;
            return inside.querySelector('kennis-lemniscaat').shadowRoot.querySelector('.kl-figure').getBoundingClientRect().width > 100;
        })()";
        browser.wait("the finished view that readers keep", finished).await?;
        let counts: Vec<String> = browser
            .js("return [...document.querySelectorAll('[data-count]')].map((each) => each.textContent);")
            .await?;
        ensure!(counts.len() == 4 && !counts.contains(&"0".into()), "counted {counts:?}");
        no_violation(browser, PATH).await
    })
    .await
}

#[tokio::test]
async fn every_other_form_is_at_work() -> Result<()> {
    browse(async |browser| {
        open(browser).await?;
        let frame = "(() => {
            const frame = document.querySelector('#frame iframe');
            frame.scrollIntoView({behavior: 'instant'});
            return frame.height !== '400' && document.querySelector('[data-told]').textContent.includes('\"secret\":\"voorbeeld\"');
        })()";
        browser
            .wait("a frame as high as its view, which tells so twice", frame)
            .await?;
        let script = "(() => {
            const frame = document.querySelector('#script iframe');
            frame.scrollIntoView({behavior: 'instant'});
            return frame.contentDocument?.querySelector('kennis-lemniscaat')?.shadowRoot?.querySelector('.kl-figure');
        })()";
        browser.wait("a widget of a lone script", script).await?;
        let oembed = "document.querySelector('[data-oembed]').textContent.includes('\"type\": \"rich\"')";
        browser.wait("the answer of oEmbed", oembed).await?;
        let release = "(() => {
            const code = document.querySelector('[data-release]').textContent;
            return /\\/v\\d+\\.\\d+\\.\\d+\\/embed.js/.test(code) && code.includes('integrity=\"sha256-');
        })()";
        browser.wait("the newest release with its hash", release).await?;
        let copy = "document.querySelector('[data-release] + .copy button').click();";
        browser.js::<()>(copy).await?;
        let copied = "document.querySelector('[data-release] + .copy [role=status]').textContent !== ''";
        browser.wait("word that it was copied", copied).await?;
        no_violation(browser, PATH).await
    })
    .await
}

#[tokio::test]
async fn readers_without_scripts_see_what_the_element_holds() -> Result<()> {
    browse(async |browser| {
        browser.open(&url(PATH)).await?;
        let sandboxed = "return document.querySelector('#slot iframe').getAttribute('sandbox');";
        let sandboxed: Option<String> = browser.js(sandboxed).await?;
        ensure!(
            sandboxed.is_some_and(|allowed| allowed.is_empty()),
            "scripts may run in the frame"
        );
        browser.open(&url(&format!("{PATH}slot/"))).await?;
        let figure = "live() && $('.kl-figure').getBoundingClientRect().width > 100
            && place().querySelector('p').checkVisibility() === false";
        browser
            .wait(
                "the figure in place of the element's content",
                figure)
            .await?;
        browser
            .cdp(
                "Emulation.setScriptExecutionDisabled",
                json!({"value": true}),
            )
            .await?;
        browser.open(&url(&format!("{PATH}slot/"))).await?;
        let content: Value = browser
            .ask("DOM.getDocument", json!({"depth": -1, "pierce": true}))
            .await?;
        let text = content.to_string();
        ensure!(!text.contains("kl-figure"), "a figure without scripts");
        let lit = browser
            .driver
            .find(thirtyfour::By::Css("kennis-lemniscaat a"))
            .await?;
        ensure!(
            lit.is_displayed().await?,
            "the element's own link can't be seen"
        );
        Ok(())
    })
    .await
}
