//! Finished views first, the live widget when it is needed: each step works without the next.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::circumstances::WIDTHS;
use crate::embed::{ELEMENT, LISTEN, host};
use crate::paths;
use crate::site::{Plan, Site, fragment, wasm};

/// What of our files the page has asked for.
const ASKED: &str =
    "performance.getEntriesByType('resource').map(({name}) => new URL(name).pathname)
    .filter((path) => path === '/embed.js' || path.startsWith('/files/'))
    // What nobody sees at first comes when the figure is there.
    .filter((path) => !/^.files.(charts|late)-/.test(path))";

/// Opens a page with some markup, at another origin than the files'.
async fn open(browser: &Browser, files: &Site, markup: &str) -> Result<Site> {
    let site = Plan::default()
        .page("/gast/", host(files, markup))
        .serve()
        .await?;
    browser.before_load(LISTEN).await?;
    browser.open(&site.url("/gast/")).await?;
    Ok(site)
}

async fn shows(browser: &Browser, heading: &str) -> Result<()> {
    let shown = "heading()?.startsWith(arguments[0])";
    browser
        .wait(&format!("the view {heading:?}"), shown, json!([heading]))
        .await
}

#[tokio::test]
async fn three_requests_show_the_figure_and_no_more_are_made_before_it_is_near() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let markup = format!("<div style=\"height: 4000px\"></div>{ELEMENT}");
        let _site = open(browser, &files, &markup).await?;
        shows(browser, "De kennislemniscaat").await?;
        let asked: Vec<String> = browser.js(&format!("return {ASKED};"), json!([])).await?;
        ensure!(asked.len() == 3, "{asked:?}");
        browser
            .js::<()>("place().scrollIntoView({behavior: 'instant'});", json!([]))
            .await?;
        browser
            .wait(
                "the widget to come alive once it is near",
                "live()",
                json!([]),
            )
            .await
    })
    .await
}

#[tokio::test]
async fn eager_widgets_come_alive_wherever_they_are() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let far = "<div style=\"height: 4000px\"></div><kennis-lemniscaat loading=\"eager\"></kennis-lemniscaat>";
        let _site = open(browser, &files, far).await?;
        browser.wait("a widget far down to come alive", "live()", json!([])).await
    })
    .await
}

#[tokio::test]
async fn readers_can_go_on_before_the_webassembly_is_there_and_lose_nothing_by_it() -> Result<()> {
    let files = Plan::default().holding(wasm).serve().await?;
    browse(async |browser| {
        let _site = open(browser, &files, ELEMENT).await?;
        shows(browser, "De kennislemniscaat").await?;
        browser.click("$('.kl-phase-3 .kl-label')").await?;
        shows(browser, "Fase 3 van 4: ").await?;
        browser.click("$('.kl-tip[data-view=\"vertaling/tip-5\"]')").await?;
        shows(browser, "Tip 5: ").await?;
        let focus = "focused() === $('[data-title]')";
        browser.wait("the focus on the new title", focus, json!([])).await?;
        browser.click("$('.kl-share summary')").await?;
        let before = "return [$('.kl-share').open, focused()?.localName, place().getAttribute('view'), live()];";
        let before: Value = browser.js(before, json!([])).await?;
        ensure!(before == json!([true, "summary", "vertaling/tip-5", false]), "{before}");
        files.release();
        browser.wait("the widget to come alive", "live()", json!([])).await?;
        let after = "return [$('.kl-share').open, focused()?.localName, place().getAttribute('view'), live()];";
        let after: Value = browser.js(after, json!([])).await?;
        ensure!(after == json!([true, "summary", "vertaling/tip-5", true]), "{after}");
        let heard: Value = browser.js("return heard.map(({what, view}) => [what, view]);", json!([])).await?;
        let told = json!([
            ["navigate", "vertaling"],
            ["navigate", "vertaling/tip-5"],
            ["ready", "vertaling/tip-5"]
        ]);
        ensure!(heard == told, "the page hears {heard}");
        browser.click("$('.kl-next')").await?;
        shows(browser, "Tip 6: ").await
    })
    .await
}

#[tokio::test]
async fn coming_alive_changes_nothing_that_is_seen() -> Result<()> {
    let files = Plan::default().holding(wasm).serve().await?;
    browse(async |browser| {
        let views: Vec<_> = paths::KINDS.map(paths::view).into();
        let widgets = views.iter().map(|view| format!("<kennis-lemniscaat loading=\"eager\" view=\"{view}\"></kennis-lemniscaat>"));
        let _site = open(browser, &files, &widgets.collect::<String>()).await?;
        let looks = "return drawn().then(() => [...document.querySelectorAll('kennis-lemniscaat')].map((each) =>
            [...each.shadowRoot.querySelectorAll('.kl, .kl *')].filter((node) => !node.closest('.kl-stream')).map((node) => {
                const {x, y, width, height} = node.getBoundingClientRect();
                const name = `${node.localName}.${node.getAttribute('class')}`;
                const {color, opacity} = getComputedStyle(node);
                return [name, ...[x, y + scrollY, width, height].map(Math.round), color, opacity].join(' ');
            })));";
        let at_each_width = async || -> Result<Vec<Vec<Vec<String>>>> {
            let mut seen = Vec::new();
            for width in WIDTHS {
                browser.width(width).await?;
                seen.push(browser.js(looks, json!([])).await?);
            }
            Ok(seen)
        };
        let all = "[...document.querySelectorAll('kennis-lemniscaat')].every((each) => each.shadowRoot?.querySelector('.kl-title'))";
        browser.wait("every finished view", all, json!([])).await?;
        let finished = at_each_width().await?;
        files.release();
        let all = "[...document.querySelectorAll('kennis-lemniscaat')].every((each) => lively.has(each))";
        browser.wait("every widget to come alive", all, json!([])).await?;
        let live = at_each_width().await?;
        for (width, (finished, live)) in WIDTHS.into_iter().zip(finished.into_iter().zip(live)) {
            for ((view, finished), live) in views.iter().zip(finished).zip(live) {
                let changed: Vec<_> = finished.iter().zip(&live).filter(|(was, is)| was != is).collect();
                ensure!(changed.is_empty() && finished.len() == live.len(), "{view} at {width} px: {changed:#?}");
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn attributes_hold_from_the_first_view() -> Result<()> {
    let files = Plan::default().holding(wasm).serve().await?;
    browse(async |browser| {
        let markup = "<kennis-lemniscaat view=\"vertaling/tip-99\" heading-level=\"4\" theme=\"dark\"></kennis-lemniscaat>";
        let _site = open(browser, &files, markup).await?;
        shows(browser, "Fase 3 van 4: ").await?;
        let seen = "return [$('[data-title]').localName, getComputedStyle(kl()).backgroundColor,
            [...kl().querySelectorAll('h1, h2, h3')].length];";
        let seen: Value = browser.js(seen, json!([])).await?;
        ensure!(seen == json!(["h4", "rgb(20, 23, 28)", 0]), "{seen}");
        browser.js::<()>("place().setAttribute('theme', 'light');", json!([])).await?;
        let light = "getComputedStyle(kl()).backgroundColor === 'rgb(251, 250, 247)'";
        browser.wait("the light theme", light, json!([])).await?;
        browser.js::<()>("place().setAttribute('view', 'analyseren');", json!([])).await?;
        shows(browser, "Fase 2 van 4: ").await?;
        files.release();
        browser.wait("the widget to come alive", "live()", json!([])).await?;
        let light: bool = browser.js(&format!("return {light} && $('[data-title]').localName === 'h4';"), json!([])).await?;
        ensure!(light, "the theme or the level changed when the widget came alive");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_finished_views_the_live_widget_comes_all_the_same() -> Result<()> {
    let files = Plan::default().breaking(fragment, 500).serve().await?;
    browse(async |browser| {
        let _site = open(browser, &files, ELEMENT).await?;
        browser.wait("the live widget", "live()", json!([])).await?;
        shows(browser, "De kennislemniscaat").await
    })
    .await
}
