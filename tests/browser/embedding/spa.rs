//! Applications that draw their page from their state: the widget is part of it, stays through
//! what they do, tells them what the reader does, and leaves what they drew alone.
//!
//! Their sources, in React, Vue and Yew, are in `tests/hosts/spa/`.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::browser::{Browser, browse};
use crate::paths::PHASES;
use crate::site::{Plan, wasm};
use crate::undisturbed::{WATCH, nothing_wrong};

mod host;
mod hydration;

use host::{Host, REACT, REACT_STRICT, VUE_FUNCTIONS, VUE_TEMPLATE, YEW};

/// A step of the application, and what must be true of the widget then. It is asked to come alive
/// again where it must have left the page and come back.
struct Step {
    button: &'static str,
    shows: &'static str,
    returns: bool,
}

const fn step(button: &'static str, shows: &'static str) -> Step {
    Step {
        button,
        shows,
        returns: false,
    }
}

const fn returning(button: &'static str, shows: &'static str) -> Step {
    Step {
        returns: true,
        ..step(button, shows)
    }
}

const ALONE: &str = "place(0).id === 'twee' && !document.querySelector('#een')";

/// All that an application does with the widget.
const STEPS: &[Step] = &[
    step("tip", "same() && heading().startsWith('Tip 5: ')"),
    step(
        "theme",
        "same() && getComputedStyle(kl()).colorScheme === 'dark'",
    ),
    step("level", "same() && $('[data-title]').localName === 'h3'"),
    step(
        "lang",
        "same() && place().lang === 'fy' && kl().lang === 'nl'",
    ),
    step("again", "same() && heading().startsWith('Tip 5: ')"),
    returning("turn", "same() && heading().startsWith('Tip 5: ')"),
    returning(
        "turn",
        "same() && document.querySelector('main').firstElementChild.textContent === 'voor'",
    ),
    step("mount", ALONE),
    returning(
        "mount",
        "heading().startsWith('Tip 5: ') && getComputedStyle(kl()).colorScheme === 'dark'
            && $('[data-title]').localName === 'h3'",
    ),
    step("leave", "!place() && !!document.querySelector('#elders')"),
    returning(
        "back",
        "heading().startsWith('Tip 5: ') && getComputedStyle(kl()).colorScheme === 'dark'",
    ),
    step("home", "heading() === 'De kennislemniscaat'"),
];

/// What the application drew: all of the page but its counts of what readers do, and the view of
/// the element that it leaves to itself.
const DRAWN: &str = include_str!("scripts/spa_drawn.js");

/// Presses a button of the application, or goes back, and waits until its page says so.
async fn press(browser: &Browser, button: &str) -> Result<()> {
    let steps = "return Number(document.querySelector('#steps').textContent);";
    let before: u32 = browser.js(steps).await?;
    if button == "back" {
        browser.js::<()>("history.back();").await?;
    } else {
        let button = format!("document.querySelector('[data-do={button}]')");
        browser.click(&button).await?;
    }
    let drawn = "Number(document.querySelector('#steps').textContent) === arguments[0]";
    let what = format!("the application to draw its page after {button}");
    browser.wait_with(&what, drawn, json!([before + 1])).await
}

/// What the application draws without a widget, after each step.
async fn drawn_without(browser: &Browser, host: &Host) -> Result<Vec<String>> {
    let none = Plan::default().breaking(|_| true, 404).serve().await?;
    let _site = host.open(browser, &none).await?;
    let mut drawn = vec![browser.js(DRAWN).await?];
    for Step { button, .. } in STEPS {
        press(browser, button).await?;
        drawn.push(browser.js(DRAWN).await?);
    }
    Ok(drawn)
}

/// Takes the application through all steps, with the widget there after each.
async fn goes_along(browser: &Browser, without: &[String]) -> Result<()> {
    let unchanged = async |without: &String, after: &str| {
        let drawn: String = browser.js(DRAWN).await?;
        ensure!(
            drawn == *without,
            "after {after} the application's page is\n{drawn}\nand without the widget\n{without}"
        );
        Ok(())
    };
    browser
        .js::<()>(
            "const it = place(); window.same = () => place() === it;")
        .await?;
    unchanged(&without[0], "loading").await?;
    for (step, without) in STEPS.iter().zip(&without[1..]) {
        let Step {
            button,
            shows,
            returns,
        } = step;
        if *returns {
            let forget = "const it = place(0); if (it?.id === 'een') lively.delete(it);";
            browser.js::<()>(forget).await?;
        }
        press(browser, button).await?;
        if *returns {
            let what = format!("the widget to come back alive after {button}");
            let back = "place().id === 'een' && live() && live(1)";
            browser.wait(&what, back).await?;
        }
        let what = format!("what the reader sees after {button}");
        browser.wait(&what, shows).await?;
        unchanged(without, button).await?;
    }
    Ok(())
}

/// Follows each phase with the mouse; the application hears the clicks and follows the view.
async fn leads_on(browser: &Browser) -> Result<()> {
    let overview = "heading() === 'De kennislemniscaat'
        && $('.kl-figure').getBoundingClientRect().width > 200";
    let clicks = "return Number(document.querySelector('#clicks').textContent);";
    let before: u32 = browser.js(clicks).await?;
    for (phase, view) in (1..).zip(PHASES) {
        browser.wait("the figure", overview).await?;
        let label = format!("$('.kl-phase-{phase} .kl-label')");
        let clicked = browser.click(&label).await;
        clicked.with_context(|| format!("phase {phase}"))?;
        let shown = "heading()?.startsWith(`Fase ${arguments[0]} van 4: `)
            && place().getAttribute('view') === arguments[1]
            && document.querySelector('#view').textContent === arguments[1]";
        let what = format!("the view of phase {phase}, and the application to know");
        browser.wait_with(&what, shown, json!([phase, view])).await?;
        press(browser, "home").await?;
    }
    browser.wait("the figure", overview).await?;
    let heard: u32 = browser.js(clicks).await?;
    ensure!(
        heard == before + 4,
        "the application heard {} of 4 clicks",
        heard - before
    );
    Ok(())
}

/// The widget that the application leaves to itself leads on as well, without its state.
async fn other_leads_on(browser: &Browser) -> Result<()> {
    let clicks = "return Number(document.querySelector('#clicks').textContent);";
    let before: u32 = browser.js(clicks).await?;
    browser.click("$('.kl-phase-1 .kl-label', 1)").await?;
    let shown = "heading(1)?.startsWith('Fase 1 van 4: ')
        && place(1).getAttribute('view') === 'explicitering'
        && heading() === 'De kennislemniscaat' && document.querySelector('#view').textContent === ''";
    browser
        .wait("the other widget's phase 1", shown)
        .await?;
    let heard: u32 = browser.js(clicks).await?;
    ensure!(
        heard == before + 1,
        "a click in the second widget doesn't reach the application"
    );
    Ok(())
}

async fn works_in(host: Host) -> Result<()> {
    let files = Plan::default().holding(wasm).serve().await?;
    browse(async |browser| {
        browser.before_load(WATCH).await?;
        let without = drawn_without(browser, &host).await?;
        let _site = host.open(browser, &files).await?;
        let context = "before the widget is live";
        leads_on(browser).await.context(context)?;
        files.release();
        let both = "live() && live(1)";
        browser.wait("live widgets", both).await?;
        leads_on(browser).await?;
        other_leads_on(browser).await?;
        nothing_wrong(browser, host.script).await?;
        // Anew, so that both pages count the same steps.
        browser.driver.refresh().await?;
        browser.wait("live widgets", both).await?;
        goes_along(browser, &without).await?;
        leads_on(browser).await.context("after all steps")?;
        nothing_wrong(browser, host.script).await
    })
    .await
}

#[tokio::test]
async fn a_react_application_draws_moves_and_follows_it() -> Result<()> {
    works_in(REACT).await
}

#[tokio::test]
async fn react_in_strict_mode_does_too() -> Result<()> {
    works_in(REACT_STRICT).await
}

#[tokio::test]
async fn a_vue_application_draws_moves_and_follows_it_in_a_template() -> Result<()> {
    works_in(VUE_TEMPLATE).await
}

#[tokio::test]
async fn vue_does_too_in_functions_and_kept_alive() -> Result<()> {
    works_in(VUE_FUNCTIONS).await
}

#[tokio::test]
async fn a_yew_application_draws_moves_and_follows_it_beside_webassembly_of_its_own() -> Result<()>
{
    works_in(YEW).await
}

#[tokio::test]
async fn an_application_may_draw_and_change_it_before_the_script_arrives() -> Result<()> {
    browse(async |browser| {
        browser.before_load(WATCH).await?;
        for host in [REACT, VUE_FUNCTIONS, YEW] {
            let files = Plan::default()
                .holding(|path| path == "/embed.js")
                .serve()
                .await?;
            // A tag in the page would hold up the opening of it.
            let host = Host { embed: "", ..host };
            let _site = host.open(browser, &files).await?;
            let late = "const script = document.createElement('script');
                script.src = arguments[0];
                document.head.append(script);";
            browser
                .js_with::<()>(late, json!([files.url("/embed.js")]))
                .await?;
            for button in ["turn", "mount", "mount", "tip", "theme", "level"] {
                press(browser, button).await?;
            }
            files.release();
            let shown = "live() && heading().startsWith('Tip 5: ')
                && getComputedStyle(kl()).colorScheme === 'dark'
                && $('[data-title]').localName === 'h3'";
            browser
                .wait("what the application asks for", shown)
                .await?;
            press(browser, "home").await?;
            leads_on(browser).await?;
            nothing_wrong(browser, host.script).await?;
        }
        Ok(())
    })
    .await
}
