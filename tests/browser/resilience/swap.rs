//! The moment that a finished page comes alive: the reader notices nothing.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::circumstances::WIDTHS;
use crate::embed::host;
use crate::paths::KINDS;
use crate::site::{Plan, RELEASE, Site, wasm};

/// Where everything is, and what it looks like.
const LOOK: &str = include_str!("scripts/swap_look.js");

/// A site whose pages stay finished pages until it is released.
async fn held() -> Result<Site> {
    Plan::default().holding(wasm).serve().await
}

/// Opens a page that is drawn and not yet alive.
async fn open_finished(browser: &Browser, url: &str) -> Result<()> {
    browser.open(url).await?;
    let painted = "performance.getEntriesByName('first-contentful-paint').length > 0 && !live()";
    browser.wait("the finished page", painted).await
}

async fn come_alive(browser: &Browser, site: &Site) -> Result<()> {
    site.release();
    browser
        .wait("the page to come alive", "live()")
        .await?;
    browser.drawn().await
}

#[tokio::test]
async fn nothing_moves_or_changes_colour() -> Result<()> {
    browse(async |browser| {
        browser.before_load(WATCH_SHIFTS).await?;
        let mut wrong = Vec::new();
        for width in WIDTHS {
            browser.width(width).await?;
            for path in KINDS {
                let site = held().await?;
                open_finished(browser, &site.url(path)).await?;
                let before: Vec<String> = browser.js(LOOK).await?;
                come_alive(browser, &site).await?;
                let after: Vec<String> = browser.js(LOOK).await?;
                let shifts: Vec<String> = browser.js("return shifts;").await?;
                let place = format!("{path} at {width} px");
                wrong.extend(shifts.iter().map(|each| format!("{place} shifts {each}")));
                if before.len() != after.len() {
                    wrong.push(format!("{place} has other elements once it is live"));
                }
                let changes = before
                    .iter()
                    .zip(&after)
                    .find(|(before, after)| before != after);
                wrong.extend(changes.map(|(a, b)| format!("{place}: {a} becomes {b}")));
            }
        }
        ensure!(wrong.is_empty(), "{wrong:#?}");
        Ok(())
    })
    .await
}

/// Asks for the rest of the page once the first part is drawn, or had half a second for it.
const GO_ON: &str = include_str!("scripts/swap_go_on.js");

#[tokio::test]
async fn a_page_that_comes_in_parts_is_drawn_as_a_whole() -> Result<()> {
    browse(async |browser| {
        browser.before_load(WATCH_SHIFTS).await?;
        browser
            .before_load(&GO_ON.replace("RELEASE", RELEASE))
            .await?;
        for width in [320, 1280] {
            browser.width(width).await?;
            for path in KINDS {
                let part = "<li class=\"kl-phase kl-phase-4";
                let site = Plan::default().parting(|path| path.starts_with("/nl/"), part);
                browser.open_live(&site.serve().await?.url(path)).await?;
                let shifts: Vec<String> = browser.js("return shifts;").await?;
                ensure!(shifts.is_empty(), "{path} at {width} px: {shifts:#?}");
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_moves_goes_on_moving_from_where_it_was() -> Result<()> {
    browse(async |browser| {
        let moving = [("prefers-reduced-motion", "no-preference")];
        browser.prefer(&moving).await?;
        let site = held().await?;
        open_finished(browser, &site.url("/nl/")).await?;
        let animations = "kl().getAnimations({subtree: true}).filter((each) => each.animationName)";
        // Far enough on to tell going on from starting anew, however slow the browser is.
        let set = format!("const all = {animations}; for (const each of all) each.currentTime = 3000; return all.length;");
        let count: usize = browser.js(&set).await?;
        ensure!(count > 0, "nothing moves, so this test shows nothing");
        come_alive(browser, &site).await?;
        let times = format!("return {animations}.map((each) => each.currentTime);");
        let after: Vec<f64> = browser.js(&times).await?;
        ensure!(
            after.len() == count && after.iter().all(|time| *time >= 3000.0),
            "{count} things that moved were at 3000 ms and go on at {after:?}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_focus_and_the_scroll_stay_where_they_are() -> Result<()> {
    browse(async |browser| {
        browser.width(320).await?;
        let site = held().await?;
        open_finished(browser, &site.url("/nl/vertaling/")).await?;
        let link = "$('.kl-tip[data-view=\"vertaling/tip-3\"]')";
        browser.tab_to(link).await?;
        let state =
            "return [focused()?.dataset.view, focused()?.matches(':focus-visible'), scrollY];";
        let before: Value = browser.js(state).await?;
        come_alive(browser, &site).await?;
        let after: Value = browser.js(state).await?;
        ensure!(
            before == after,
            "the reader was at {before} and finds {after}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_selection_is_not_lost() -> Result<()> {
    browse(async |browser| {
        let site = held().await?;
        open_finished(browser, &site.url("/nl/achtergrond/")).await?;
        let select =
            "getSelection().selectAllChildren($('.kl-main p')); return String(getSelection());";
        let selected: String = browser.js(select).await?;
        ensure!(
            !selected.is_empty(),
            "nothing was selected, so this test shows nothing"
        );
        // Loaded in full: whatever is going to happen to the selection happens now.
        site.release();
        browser.code_loaded().await?;
        browser.drawn().await?;
        let kept: String = browser
            .js("return String(getSelection());")
            .await?;
        ensure!(kept == selected, "of {selected:?} remains {kept:?}");
        browser
            .js::<()>("getSelection().empty();")
            .await?;
        browser
            .wait("the page to come alive after all", "live()")
            .await
    })
    .await
}

/// Drags the mouse over the first words of a view.
async fn select(browser: &Browser) -> Result<String> {
    let line = "const text = $('.kl-main p').firstChild;
        const range = document.createRange();
        range.setStart(text, 0);
        range.setEnd(text, 12);
        const {left, right, top, height} = range.getBoundingClientRect();
        return [left + 1, right - 1, top + height / 2].map(Math.round);";
    let [left, right, middle]: [i64; 3] = browser.js(line).await?;
    let drag = browser.driver.action_chain().move_to(left, middle);
    let drag = drag.click_and_hold().move_to((left + right) / 2, middle);
    drag.move_to(right, middle).release().perform().await?;
    browser
        .js("return String(getSelection());")
        .await
}

#[tokio::test]
async fn a_selection_in_a_page_of_someone_else_is_not_lost() -> Result<()> {
    browse(async |browser| {
        let files = held().await?;
        let markup = "<kennis-lemniscaat view=\"achtergrond\"></kennis-lemniscaat><p>Erna</p>";
        let page = Plan::default().page("/gast/", host(&files, markup));
        let site = page.serve().await?;
        browser.open(&site.url("/gast/")).await?;
        browser
            .wait("the finished view", "$('.kl-main p')")
            .await?;
        browser.drawn().await?;
        let selected = select(browser).await?;
        ensure!(
            !selected.is_empty(),
            "nothing was selected, so this test shows nothing"
        );
        files.release();
        browser.code_loaded().await?;
        browser.drawn().await?;
        let kept: Value = browser
            .js("return [String(getSelection()), live()];")
            .await?;
        ensure!(
            kept == json!([selected, false]),
            "of {selected:?} remains {kept}"
        );
        browser
            .js::<()>("getSelection().empty();")
            .await?;
        browser
            .wait("the widget to come alive after all", "live()")
            .await
    })
    .await
}
