//! The sample page that shows everything a host page can use, as docs/embedding.md states.

use anyhow::{Context, Result, ensure};
use harness::csp::no_violation;
use harness::examples::{PATH, open};
use harness::published::url;
use harness::{Page, blank};
use serde_json::{Value, json};
use thirtyfour::By;

/// Selects an option in the list of a section, as a user does.
async fn choose(page: &Page, section: &str, value: &str) -> Result<()> {
    let choose = "const select = document.querySelector(`#${arguments[0]} select`);
        select.value = arguments[1];
        if (select.value !== arguments[1]) throw new Error(`the list has no option ${arguments[1]}`);
        select.dispatchEvent(new Event('change', {bubbles: true}));";
    page.js_with(choose, json!([section, value])).await
}

/// Waits for a condition on a section's example. The condition can use `example`, the element, and
/// `root`, its shadow root.
async fn shows(page: &Page, description: &str, section: &str, condition: &str) -> Result<()> {
    let condition = format!(
        "(([section]) => {{
            const example = document.querySelector(`#${{section}} kennis-lemniscaat`);
            const root = example.shadowRoot;
            return {condition};
        }})(arguments)"
    );
    page.wait_with(description, &condition, json!([section]))
        .await
}

/// Clicks in the example of a section.
async fn click(page: &Page, section: &str, selector: &str) -> Result<()> {
    let click = "document.querySelector(`#${arguments[0]} kennis-lemniscaat`)
        .shadowRoot.querySelector(arguments[1]).click();";
    page.js_with(click, json!([section, selector])).await
}

/// Copies the link of the view that an example shows.
async fn copy_link(page: &Page, section: &str) -> Result<()> {
    let button = "(root.querySelector('.kl-share').open = true, root.querySelector('[name=link]'))";
    shows(page, "the share buttons", section, button).await?;
    click(page, section, "[name=link]").await
}

/// Waits until the page lists an event whose text starts with one text and contains another.
async fn event_listed(page: &Page, start: &str, part: &str) -> Result<()> {
    let listed = "[...eventLog.children].some(({textContent}) =>
        textContent.startsWith(arguments[0]) && textContent.includes(arguments[1]))";
    let description = format!("an event {start} with {part}");
    let result = page
        .wait_with(&description, listed, json!([start, part]))
        .await;
    let events: String = page.js("return eventLog.innerText;").await?;
    result.with_context(|| format!("the page lists the events\n{events}"))
}

#[tokio::test]
async fn every_attribute_has_a_control_that_changes_its_example() -> Result<()> {
    let page = blank().await?;
    open(&page).await?;
    choose(&page, "view", "explicitering").await?;
    let phase = "root.querySelector('[data-title]').textContent.startsWith('Fase 1')";
    shows(&page, "the chosen view", "view", phase).await?;
    let code = |view| {
        format!("document.querySelector('#view pre').textContent.includes('view=\"{view}\"')")
    };
    page.wait("the code of the chosen view", &code("explicitering"))
        .await?;
    click(&page, "view", "[data-view=vertaling]").await?;
    page.wait("the code of the next view", &code("vertaling"))
        .await?;
    choose(&page, "lang", "en").await?;
    let english = "example.lang === 'en' && root.querySelector('.kl').lang === 'en'";
    shows(&page, "the content in English", "lang", english).await?;
    choose(&page, "theme", "light").await?;
    let light =
        "getComputedStyle(root.querySelector('.kl')).backgroundColor === 'rgb(251, 250, 247)'";
    shows(&page, "the chosen theme", "theme", light).await?;
    let level = |level| format!("root.querySelector('[data-title]').localName === 'h{level}'");
    let section = "heading-level";
    shows(
        &page,
        "a heading one level below its section's",
        section,
        &level(4),
    )
    .await?;
    choose(&page, section, "6").await?;
    shows(&page, "the chosen level", section, &level(6)).await?;
    choose(&page, section, "").await?;
    shows(&page, "the default level", section, &level(2)).await?;
    no_violation(&page, PATH).await
}

#[tokio::test]
async fn a_closed_example_is_activated_only_on_request() -> Result<()> {
    let page = blank().await?;
    open(&page).await?;
    let state = "document.querySelector('#loading [data-interactive]').textContent";
    let before: String = page.js(&format!("return {state};")).await?;
    ensure!(
        before == "nee",
        "the page reports {before} for the interactivity of a closed example; expected nee"
    );
    choose(&page, "loading", "eager").await?;
    let interactive = format!("{state} === 'ja'");
    page.wait("the closed example to become interactive", &interactive)
        .await
}

#[tokio::test]
async fn the_address_follows_only_the_example_with_sync_url() -> Result<()> {
    let page = blank().await?;
    open(&page).await?;
    click(&page, "share-base", ".kl-next").await?;
    event_listed(&page, "share-base: kennislemniscaat:navigate", "tip-3").await?;
    let search: String = page.js("return location.search;").await?;
    ensure!(
        search.is_empty(),
        "without sync-url the address has {search}; expected no parameter"
    );
    click(&page, "sync-url", ".kl-next").await?;
    let next = "location.search === '?kennislemniscaat=explicitering/tip-2'";
    page.wait("the address of the next tip", next).await?;
    let untick = "document.querySelector('#sync-url input').click();";
    page.js::<()>(untick).await?;
    click(&page, "sync-url", ".kl-next").await?;
    event_listed(&page, "sync-url: kennislemniscaat:navigate", "tip-3").await?;
    let search: String = page.js("return location.search;").await?;
    ensure!(
        search.ends_with("tip-2"),
        "after sync-url is turned off, the address has {search}; expected tip-2"
    );
    Ok(())
}

#[tokio::test]
async fn user_actions_raise_every_event() -> Result<()> {
    let page = blank().await?;
    open(&page).await?;
    page.js::<()>("document.getElementById('add').click();")
        .await?;
    let added =
        "document.querySelector('#ready kennis-lemniscaat')?.scrollIntoView({behavior: 'instant'})
            ?? eventLog.textContent.includes('ready: kennislemniscaat:ready')";
    page.wait("the ready event of an added example", added)
        .await?;
    click(&page, "navigate", ".kl-next").await?;
    let view = "\"view\":\"implementeren/tip-3\"";
    event_listed(&page, "navigate: kennislemniscaat:navigate", view).await?;
    copy_link(&page, "navigate").await?;
    event_listed(
        &page,
        "navigate: kennislemniscaat:share",
        "\"via\":\"link\"",
    )
    .await?;
    for (base, address) in [
        ("./", "/voorbeeld/alles/?kennislemniscaat=vertaling/tip-2"),
        ("", "/nl/vertaling/tip-2/"),
    ] {
        choose(&page, "share-base", base).await?;
        copy_link(&page, "share-base").await?;
        let address = format!("{address}\"");
        event_listed(&page, "share-base: kennislemniscaat:share", &address).await?;
    }
    page.js::<()>("document.getElementById('stricter').click();")
        .await?;
    let reason = "\"reason\":\"wasm\"";
    event_listed(&page, "strict: kennislemniscaat:error", reason).await?;
    let prerendered =
        "document.querySelector('#strict iframe').contentDocument.querySelector('kennis-lemniscaat')
            .shadowRoot.querySelector('.kl-figure').getBoundingClientRect().width > 100";
    page.wait("the prerendered view", prerendered).await?;
    let counts =
        "return [...document.querySelectorAll('[data-count]')].map((count) => count.textContent);";
    let counts: Vec<String> = page.js(counts).await?;
    ensure!(
        counts.len() == 4 && !counts.contains(&"0".into()),
        "the page counts {counts:?} events; expected four counts above 0"
    );
    no_violation(&page, PATH).await
}

#[tokio::test]
async fn every_other_way_of_embedding_works() -> Result<()> {
    let page = blank().await?;
    open(&page).await?;
    let frame = "(() => {
        const frame = document.querySelector('#frame iframe');
        frame.scrollIntoView({behavior: 'instant'});
        return frame.height !== '400' && document.querySelector('[data-reported]').textContent.includes('\"secret\":\"voorbeeld\"');
    })()";
    page.wait(
        "a frame of the height of its view, with both messages",
        frame,
    )
    .await?;
    let script = "(() => {
        const frame = document.querySelector('#script iframe');
        frame.scrollIntoView({behavior: 'instant'});
        return frame.contentDocument?.querySelector('kennis-lemniscaat')?.shadowRoot?.querySelector('.kl-figure');
    })()";
    page.wait("the widget of a lone script tag", script).await?;
    let oembed =
        "document.querySelector('[data-oembed]').textContent.includes('\"type\": \"rich\"')";
    page.wait("the oEmbed response", oembed).await?;
    let release = "(() => {
        const code = document.querySelector('[data-release]').textContent;
        return /\\/v\\d+\\.\\d+\\.\\d+\\/embed.js/.test(code) && code.includes('integrity=\"sha256-');
    })()";
    page.wait("the newest release with its hash", release)
        .await?;
    let copy = "document.querySelector('[data-release] + .copy button').click();";
    page.js::<()>(copy).await?;
    let copied =
        "document.querySelector('[data-release] + .copy [role=status]').textContent !== ''";
    page.wait("the status message of copying", copied).await?;
    no_violation(&page, PATH).await
}

#[tokio::test]
async fn slotted_content_is_visible_only_without_scripts() -> Result<()> {
    let page = blank().await?;
    page.open(&url(PATH)).await?;
    let sandbox = "return document.querySelector('#slot iframe').getAttribute('sandbox');";
    let sandbox: Option<String> = page.js(sandbox).await?;
    ensure!(
        sandbox.is_some_and(|allowed| allowed.is_empty()),
        "the frame has no sandbox, or its sandbox allows scripts"
    );
    let slot = url(&format!("{PATH}slot/"));
    page.open(&slot).await?;
    let figure = "isInteractive() && $('.kl-figure').getBoundingClientRect().width > 100
        && place().querySelector('p').checkVisibility() === false";
    page.wait("the figure instead of the slotted content", figure)
        .await?;
    let disable = json!({"value": true});
    page.cdp("Emulation.setScriptExecutionDisabled", disable)
        .await?;
    page.open(&slot).await?;
    let options = json!({"depth": -1, "pierce": true});
    let document: Value = page.ask("DOM.getDocument", options).await?;
    ensure!(
        !document.to_string().contains("kl-figure"),
        "the document has a figure although scripts are disabled"
    );
    let link = page.driver.find(By::Css("kennis-lemniscaat a")).await?;
    ensure!(link.is_displayed().await?, "the slotted link isn't visible");
    Ok(())
}
