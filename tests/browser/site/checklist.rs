//! The checklist: ticks are counted and kept in the address, and the list is a worksheet in print.

use anyhow::{Result, ensure};
use harness::axe::Findings;
use harness::csp::{WATCH, no_violation};
use harness::engine::Engine;
use harness::interactive::INTERACTIVE;
use harness::print::{normalize, printed_pages};
use harness::published::{CONTENT, url};
use harness::screen::shoot_part;
use harness::viewports::{THEMES, prefer};
use harness::{Page, blank, standalone};
use kennislemniscaat::content::plain_text;
use kennislemniscaat::route::Kind;
use rstest_reuse::apply;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::engines::every_engine;

const PATH: &str = "/nl/checklist/";

/// For scripts: the boxes, the numbers of the ticked ones, the message about the state, and errors.
const PAGE: &str = "
const boxes = [...document.querySelectorAll('.kl-ticks input')];
const ticked = boxes.flatMap((box, index) => (box.checked ? [index] : [])).join();
const state = document.querySelector('[role=status]').innerText.trim();
const damaged = !document.querySelector('[data-damaged]').hidden;
const hasStarted = document.querySelector('[data-not-kept]').hidden;";

/// Records errors in `failures`.
const WATCH_ERRORS: &str = "
window.failures = [];
addEventListener('error', ({message}) => failures.push(message));
addEventListener('unhandledrejection', ({reason}) => failures.push(String(reason)));";

/// Waits until an expression with the names of [`PAGE`] is true.
async fn shows(page: &Page, what: &str, condition: &str) -> Result<()> {
    let check = format!("(() => {{ {PAGE} return hasStarted && ({condition}); }})()");
    page.wait(what, &check).await
}

/// Ticks or clears a box.
async fn click_tip(page: &Page, index: usize) -> Result<()> {
    let label = format!("document.querySelectorAll('.kl-ticks label')[{index}]");
    page.click(&label).await
}

async fn fragment(page: &Page) -> Result<String> {
    page.js("return location.hash;").await
}

/// All tips, in order.
fn tips() -> Vec<String> {
    let views = &CONTENT.views;
    let tips = views
        .routes()
        .filter(|route| views.get(*route).kind == Kind::Tip);
    tips.map(|tip| plain_text(&views.get(tip).heading))
        .collect()
}

#[apply(every_engine)]
#[tokio::test]
async fn ticks_are_counted_and_kept_in_the_address(#[case] engine: Engine) -> Result<()> {
    let page = standalone(PATH).engine(engine).before_load(WATCH_ERRORS);
    let page = page.prerendered().await?;
    shows(
        &page,
        "an empty list",
        "state === '0 van 25 gedaan' && location.hash === ''",
    )
    .await?;
    click_tip(&page, 0).await?;
    click_tip(&page, 7).await?;
    let both = "ticked === '0,7' && state === '2 van 25 gedaan'";
    shows(&page, "two ticks", both).await?;
    let counts: Vec<String> = page
        .js("return [...document.querySelectorAll('section [data-done]')].map(({textContent}) => textContent);")
        .await?;
    ensure!(
        counts
            == [
                "1 van 6 gedaan",
                "1 van 5 gedaan",
                "0 van 7 gedaan",
                "0 van 7 gedaan"
            ],
        "{counts:?}"
    );
    let held = fragment(&page).await?;
    ensure!(held.starts_with("#a"), "the address has {held}");
    let link = "document.querySelector('[data-address]')";
    let shown: [String; 3] = page
        .js(&format!(
            "return [{link}.href, {link}.textContent, location.href];"
        ))
        .await?;
    ensure!(shown[0] == shown[2] && shown[1] == shown[2], "{shown:?}");
    page.driver.refresh().await?;
    shows(&page, "the ticks after a reload", both).await?;
    click_tip(&page, 0).await?;
    shows(
        &page,
        "one tick",
        "ticked === '7' && state === '1 van 25 gedaan'",
    )
    .await?;
    let failures: Vec<String> = page.js("return failures;").await?;
    ensure!(failures.is_empty(), "{failures:?}");
    Ok(())
}

#[tokio::test]
async fn another_language_keeps_the_ticks() -> Result<()> {
    let page = standalone(PATH).prerendered().await?;
    shows(&page, "the script", "true").await?;
    for tip in [3, 24] {
        click_tip(&page, tip).await?;
    }
    let held = fragment(&page).await?;
    page.click("document.querySelector('a[hreflang=en]')")
        .await?;
    let english =
        "location.pathname === '/en/checklist/' && ticked === '3,24' && state === '2 of 25 done'";
    shows(&page, "the ticks in English", english).await?;
    ensure!(
        fragment(&page).await? == held,
        "the address has another state"
    );
    Ok(())
}

#[tokio::test]
async fn a_damaged_address_gives_a_message_and_an_empty_list() -> Result<()> {
    let page = blank().before_load(WATCH_ERRORS).await?;
    let long = "f".repeat(20_000);
    for damaged in ["a1f3ff", "a1", "b101", "%", "<img src=x>", &long] {
        // A new page each time.
        page.open(&page.site().url("/nl/print/")).await?;
        page.open(&page.site().url(&format!("{PATH}#{damaged}")))
            .await?;
        shows(
            &page,
            damaged,
            "damaged && ticked === '' && state.endsWith('0 van 25 gedaan')",
        )
        .await?;
        let failures: Vec<String> = page.js("return failures;").await?;
        ensure!(failures.is_empty(), "{damaged}: {failures:?}");
    }
    let shown: String = page
        .js("return document.querySelector('[role=status]').innerText;")
        .await?;
    ensure!(
        shown.contains(CONTENT.labels.checklist_damaged()),
        "{shown}"
    );
    click_tip(&page, 1).await?;
    shows(
        &page,
        "a sound list",
        "!damaged && ticked === '1' && location.hash.startsWith('#a')",
    )
    .await
}

#[apply(every_engine)]
#[tokio::test]
async fn back_restores_cleared_ticks_and_a_pasted_address_is_shown(
    #[case] engine: Engine,
) -> Result<()> {
    let page = standalone(PATH).engine(engine).prerendered().await?;
    shows(&page, "the script", "true").await?;
    for tip in [2, 5] {
        click_tip(&page, tip).await?;
    }
    shows(&page, "two ticks", "ticked === '2,5'").await?;
    page.click("document.querySelector('[type=reset]')").await?;
    shows(
        &page,
        "a cleared list",
        "ticked === '' && location.hash === '' && state === '0 van 25 gedaan'",
    )
    .await?;
    page.driver.back().await?;
    shows(
        &page,
        "the ticks of before",
        "ticked === '2,5' && state === '2 van 25 gedaan'",
    )
    .await?;
    page.driver.forward().await?;
    shows(&page, "the cleared list again", "ticked === ''").await?;
    page.js::<()>("location.hash = '#a101';").await?;
    shows(&page, "the pasted state", "ticked === '0' && !damaged").await?;
    page.js::<()>("location.hash = '#b';").await?;
    shows(&page, "the message", "ticked === '' && damaged").await
}

#[tokio::test]
async fn the_skip_link_keeps_the_ticks() -> Result<()> {
    let page = standalone(PATH).prerendered().await?;
    shows(&page, "the script", "true").await?;
    click_tip(&page, 4).await?;
    let held = fragment(&page).await?;
    page.js::<()>("document.querySelector('.page-skip').focus();")
        .await?;
    page.press(Key::Enter).await?;
    page.wait(
        "the focus on the content",
        "document.activeElement.id === 'inhoud'",
    )
    .await?;
    shows(&page, "the tick", "ticked === '4' && !damaged").await?;
    page.wait_with(
        "the state in the address",
        "location.hash === arguments[0]",
        json!([held]),
    )
    .await
}

#[tokio::test]
async fn boxes_are_ticked_with_the_keyboard_and_have_names() -> Result<()> {
    let page = standalone(PATH).prerendered().await?;
    shows(&page, "the script", "true").await?;
    let names: Vec<String> = page
        .js("return [...document.querySelectorAll('.kl-ticks input')].map(({labels}) => labels[0].textContent);")
        .await?;
    ensure!(names == tips(), "{names:?}");
    page.js::<()>("document.querySelectorAll('.kl-ticks input')[9].focus();")
        .await?;
    page.press(Key::Space).await?;
    shows(
        &page,
        "the tick",
        "ticked === '9' && document.activeElement === boxes[9]",
    )
    .await?;
    // Enter sends no form.
    page.press(Key::Enter).await?;
    shows(
        &page,
        "the same list",
        "ticked === '9' && location.search === ''",
    )
    .await
}

#[tokio::test]
async fn the_list_is_printed_with_its_ticks_and_lines_for_notes() -> Result<()> {
    let page = standalone(PATH).prerendered().await?;
    shows(&page, "the script", "true").await?;
    let done = [1, 8, 24];
    for tip in done {
        click_tip(&page, tip).await?;
    }
    shows(&page, "three ticks", "ticked === '1,8,24'").await?;
    let printed = printed_pages(&page).await?.concat();
    let mut end = 0;
    for (index, tip) in tips().iter().enumerate() {
        let text = normalize(tip);
        let start = printed[end..].find(&text);
        let start = start.map(|start| end + start);
        ensure!(
            start.is_some(),
            "“{tip}” isn't printed in its place: {printed}"
        );
        let before = &printed[..start.unwrap_or_default()];
        ensure!(
            before.ends_with('×') == done.contains(&index),
            "the box of “{tip}” has the wrong state: {printed}"
        );
        end = start.unwrap_or_default() + text.len();
    }
    let labels = &CONTENT.labels;
    for control in [
        labels.checklist_address(),
        labels.checklist_clear(),
        labels.checklist_not_kept(),
        labels.checklist_damaged(),
        labels.skip(),
        labels.print(),
        "English",
        "http",
    ] {
        let is_printed = printed.contains(&normalize(control));
        ensure!(!is_printed, "“{control}” is printed");
    }
    let media = json!({"media": "print"});
    page.cdp("Emulation.setEmulatedMedia", media).await?;
    let line: [f64; 2] = page
        .js(
            "const line = getComputedStyle(document.querySelector('.kl-ticks li'), '::after');
            return [parseFloat(line.blockSize), parseFloat(line.borderBlockEndWidth)];",
        )
        .await?;
    ensure!(
        line[0] >= 24.0 && line[1] > 0.0,
        "the line for a note is {line:?}"
    );
    Ok(())
}

#[tokio::test]
async fn without_scripts_boxes_can_be_ticked_and_the_page_says_that_ticks_are_not_kept()
-> Result<()> {
    let page = blank().await?;
    let disable = json!({"value": true});
    page.cdp("Emulation.setScriptExecutionDisabled", disable)
        .await?;
    page.open(&url(PATH)).await?;
    click_tip(&page, 6).await?;
    let labels = &CONTENT.labels;
    let read = format!("{PAGE} return [ticked, document.body.innerText, location.href];");
    let [ticked, text, address]: [String; 3] = page.js(&read).await?;
    ensure!(
        ticked == "6" && address == url(PATH),
        "{ticked} at {address}"
    );
    ensure!(text.contains(labels.checklist_not_kept()), "{text}");
    for absent in [
        labels.checklist_address(),
        labels.checklist_damaged(),
        "gedaan.\n0 van",
    ] {
        ensure!(!text.contains(absent), "{absent} is shown: {text}");
    }
    page.click("document.querySelector('[type=reset]')").await?;
    page.wait(
        "a cleared list",
        "!document.querySelector('.kl-ticks :checked')",
    )
    .await?;
    let printed = printed_pages(&page).await?.concat();
    for tip in tips() {
        ensure!(printed.contains(&normalize(&tip)), "“{tip}” isn't printed");
    }
    Ok(())
}

#[tokio::test]
async fn the_script_is_loaded_by_the_checklist_alone_and_breaks_no_policy() -> Result<()> {
    let page = blank().before_load(WATCH).await?;
    page.open(&url(PATH)).await?;
    shows(&page, "the script", "true").await?;
    click_tip(&page, 0).await?;
    page.click("document.querySelector('[type=reset]')").await?;
    no_violation(&page, PATH).await?;
    // The names before the hashes.
    let scripts = "return [...document.querySelectorAll('script[src]')].map(({src}) => src.split('/').at(-1).split('-')[0]).join();";
    for (path, expected) in [
        (PATH, "checklist"),
        ("/nl/stappenplan/", ""),
        ("/nl/inhoud/", ""),
        ("/nl/print/", ""),
        ("/nl/citeren/", ""),
        ("/nl/", "page"),
    ] {
        page.open(&url(path)).await?;
        let loaded: String = page.js(scripts).await?;
        ensure!(
            loaded == expected,
            "{path} loads {loaded}; expected {expected}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn a_ticked_list_has_no_axe_findings() -> Result<()> {
    let page = standalone(&format!("{PATH}#a1f3f8"))
        .theme("light")
        .prerendered()
        .await?;
    shows(&page, "the ticks", "ticked.startsWith('0,1,4')").await?;
    Findings::load_axe(&page).await?;
    let mut findings = Findings::default();
    findings.add(&page, "a ticked list").await?;
    page.js::<()>("location.hash = '#b';").await?;
    shows(&page, "the message", "damaged").await?;
    findings.add(&page, "a damaged address").await?;
    findings.check_none()
}

/// The number of pixels that differ between the pictures `before` and `after`.
const DIFFERENCE: &str = "
const [before, after] = [shots.before.data, shots.after.data];
let count = 0;
for (let index = 0; index < before.length; index += 4) {
  const differs = [0, 1, 2].some((channel) => Math.abs(before[index + channel] - after[index + channel]) > 60);
  if (differs) count++;
}
return count;";

#[tokio::test]
async fn a_ticked_box_looks_different_in_forced_colors_and_in_both_themes() -> Result<()> {
    let page = standalone(PATH).prerendered().await?;
    shows(&page, "the script", "true").await?;
    let place = format!(
        "{INTERACTIVE}
        const box = document.querySelector('.kl-ticks input');
        box.scrollIntoView({{block: 'center', behavior: 'instant'}});
        document.activeElement.blur();
        const {{left, top, width, height}} = box.getBoundingClientRect();
        return drawn().then(() => [left + scrollX, top + scrollY, width, height].map(Math.round));"
    );
    for theme in THEMES {
        for forced in ["none", "active"] {
            let features = [
                ("forced-colors", forced),
                ("prefers-reduced-motion", "reduce"),
            ];
            prefer(&page, &features, theme).await?;
            let part: [u32; 4] = page.js(&place).await?;
            for (name, is_checked) in [("before", false), ("after", true)] {
                let set = "document.querySelector('.kl-ticks input').checked = arguments[0]; return drawn();";
                page.js_with::<()>(set, json!([is_checked])).await?;
                shoot_part(&page, name, part).await?;
            }
            let count: u32 = page.js(DIFFERENCE).await?;
            ensure!(
                count >= 40,
                "{theme}, forced colors {forced}: {count} pixels differ"
            );
        }
    }
    Ok(())
}
