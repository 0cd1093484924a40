//! What goes wrong later: on the way, on the line, or in the WebAssembly itself.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::embed::{ELEMENT, LISTEN, host};
use crate::failures::glue;
use crate::site::{Plan, Site, fragment, wasm};

/// From `window.trap` on, whatever the WebAssembly is asked to do traps; from `window.stall` on
/// it does nothing any more, as after a trap in a task of its own.
const TRAP: &str = include_str!("scripts/breakdowns_trap.js");

async fn open(browser: &Browser, files: &Site, markup: &str) -> Result<Site> {
    let page = Plan::default().page("/gast/", host(files, markup));
    let site = page.serve().await?;
    browser.before_load(LISTEN).await?;
    browser.open(&site.url("/gast/")).await?;
    Ok(site)
}

/// Follows a phase with the mouse.
async fn follow(browser: &Browser, phase: u32) -> Result<()> {
    browser
        .click(&format!("$('.kl-phase-{phase} .kl-label')"))
        .await?;
    let shown = "heading()?.startsWith(`Fase ${arguments[0]} van 4: `)";
    browser
        .wait_with(&format!("phase {phase}"), shown, json!([phase]))
        .await
}

/// The reasons that the page heard.
async fn reasons(browser: &Browser) -> Result<Value> {
    let reasons = "return heard.filter(({what}) => what === 'error').map(({reason}) => reason);";
    browser.js(reasons).await
}

#[tokio::test]
async fn a_host_that_names_the_wrong_type_for_webassembly_does_no_harm() -> Result<()> {
    let files = Plan::default().typing(wasm, "text/plain").serve().await?;
    browse(async |browser| {
        let _site = open(browser, &files, ELEMENT).await?;
        browser.wait("the live widget", "live()").await?;
        follow(browser, 2).await
    })
    .await
}

#[tokio::test]
async fn a_script_of_the_wrong_type_leaves_the_finished_views() -> Result<()> {
    let files = Plan::default().typing(glue, "text/plain").serve().await?;
    browse(async |browser| {
        let _site = open(browser, &files, ELEMENT).await?;
        let told = "heard.some(({what}) => what === 'error')";
        browser
            .wait("word of what is wrong", told)
            .await?;
        follow(browser, 2).await?;
        let reasons = reasons(browser).await?;
        ensure!(reasons == json!(["network"]), "{reasons}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn who_goes_offline_keeps_what_was_seen() -> Result<()> {
    let files = Plan::default().holding(wasm).serve().await?;
    browse(async |browser| {
        let far = format!("<div style=\"height: 4000px\"></div>{ELEMENT}");
        let _site = open(browser, &files, &far).await?;
        let view = |name: &str| format!("place().setAttribute('view', '{name}');");
        for (name, heading) in [("vertaling", "Fase 3"), ("", "De kennislemniscaat")] {
            browser.js::<()>(&view(name)).await?;
            let shown = "heading()?.startsWith(arguments[0])";
            browser
                .wait_with("a finished view", shown, json!([heading]))
                .await?;
        }
        drop(files);
        let near = "place().scrollIntoView({behavior: 'instant'});";
        browser.js::<()>(near).await?;
        let told = "heard.some(({what}) => what === 'error')";
        browser
            .wait("word of the lost line", told)
            .await?;
        let reasons = reasons(browser).await?;
        ensure!(reasons == json!(["network"]), "{reasons}");
        follow(browser, 3).await?;
        let still = "place().getAttribute('view') === 'vertaling' && !live()";
        browser
            .wait("the view that was seen", still)
            .await
    })
    .await
}

#[tokio::test]
async fn a_view_that_cannot_be_had_does_not_keep_the_widget_from_coming_alive() -> Result<()> {
    let phase = |path: &str| path.starts_with("/files/") && path.ends_with("/analyseren/");
    let files = Plan::default()
        .holding(wasm)
        .breaking(phase, 500)
        .serve()
        .await?;
    browse(async |browser| {
        let _site = open(browser, &files, &format!("{ELEMENT}<p>Erna</p>")).await?;
        let overview = "heading() === 'De kennislemniscaat'";
        browser
            .wait("the finished view", overview)
            .await?;
        // The live widget waits for as long as the reader has it selected.
        let select = "getSelection().selectAllChildren(document.body);";
        browser.js::<()>(select).await?;
        files.release();
        browser.code_loaded().await?;
        browser
            .js::<()>("place().setAttribute('view', 'analyseren');")
            .await?;
        let told = "heard.some(({what}) => what === 'error')";
        browser
            .wait("word of what is missing", told)
            .await?;
        let state = format!("return [live(), {overview}];");
        let state: Value = browser.js(&state).await?;
        ensure!(
            state == json!([false, true]),
            "live, and the view that was seen: {state}"
        );
        browser
            .js::<()>("getSelection().empty();")
            .await?;
        browser
            .wait("the widget to come alive", "live()")
            .await?;
        let shown = format!("return [{overview}, place().getAttribute('view')];");
        let shown: Value = browser.js(&shown).await?;
        ensure!(shown == json!([true, ""]), "{shown}");
        follow(browser, 2).await
    })
    .await
}

#[tokio::test]
async fn a_view_that_was_altered_on_its_way_is_told_and_leaves_the_one_before() -> Result<()> {
    let files = Plan::default()
        .holding(wasm)
        .altering(fragment, "data-nearest", "data-elders");
    let files = files.serve().await?;
    browse(async |browser| {
        let _site = open(browser, &files, ELEMENT).await?;
        follow(browser, 3).await?;
        // Of a view that there isn't the finished ones can't say so any more.
        let gone = "place().setAttribute('view', 'vertaling/tip-99');";
        browser.js::<()>(gone).await?;
        let told = "heard.some(({what}) => what === 'error')";
        browser
            .wait("word of what is wrong", told)
            .await?;
        let reasons = reasons(browser).await?;
        ensure!(reasons == json!(["internal"]), "{reasons}");
        let shown: String = browser.js("return heading();").await?;
        ensure!(
            shown.starts_with("Fase 3"),
            "the reader had phase 3 and finds {shown}"
        );
        follow(browser, 2).await
    })
    .await
}

#[tokio::test]
async fn a_reader_in_a_hurry_is_no_breakdown() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        // Three seconds are over at once.
        let hurry = "
            const later = window.setTimeout;
            window.setTimeout = (act, time, ...rest) => later(act, time === 3000 ? 300 : time, ...rest);";
        browser.before_load(hurry).await?;
        let _site = open(browser, &files, ELEMENT).await?;
        browser.wait("the live widget", "live()").await?;
        let clicks = "
            for (const phase of [1, 2, 3]) $(`.kl-phase-${phase} a`).click();
            place().setAttribute('view', '');
            // When every earlier patience has come to its end.
            return new Promise((done) => setTimeout(done, 3000));";
        browser.js::<()>(clicks).await?;
        let overview = "heading() === 'De kennislemniscaat'";
        browser.wait("what was asked for last", overview).await?;
        let reasons = reasons(browser).await?;
        ensure!(reasons == json!([]), "the page hears {reasons}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_trap_in_the_webassembly_gives_the_finished_views_back() -> Result<()> {
    let files = Site::whole().await?;
    for how in ["trap", "stall"] {
        browse(async |browser| {
            browser.before_load(TRAP).await?;
            let _site = open(browser, &files, ELEMENT).await?;
            browser.wait("the live widget", "live()").await?;
            follow(browser, 1).await?;
            browser
                .js::<()>(&format!("window.{how} = true;"))
                .await?;
            follow(browser, 2).await?;
            let follows = "place().getAttribute('view') === 'analyseren'
                && heard.some(({what, view}) => what === 'navigate' && view === 'analyseren')";
            browser
                .wait("word of what is shown instead", follows)
                .await?;
            let reasons = reasons(browser).await?;
            ensure!(
                reasons == json!(["wasm"]),
                "after a {how} the page hears {reasons}"
            );
            follow(browser, 3).await?;
            let told =
                "place().getAttribute('view') === 'vertaling' && focused() === $('[data-title]')";
            browser
                .wait("the focus on the title", told)
                .await
        })
        .await?;
    }
    Ok(())
}
