//! The search on our pages.

use anyhow::{Result, ensure};
use harness::axe::Findings;
use harness::engine::Engine;
use harness::injection::{no_harm, texts};
use harness::layout::TOO_WIDE;
use harness::preferences;
use harness::reflow::misfits;
use harness::viewports::{THEMES, WIDTHS};
use harness::{blank, standalone};
use rstest_reuse::apply;
use serde_json::{Value, json};
use thirtyfour::Key;

use super::{announced, shows, type_text};
use crate::engines::every_engine;

#[apply(every_engine)]
#[tokio::test]
async fn results_follow_what_is_typed_and_back_restores_them(#[case] engine: Engine) -> Result<()> {
    let page = standalone("/nl/zoeken/").engine(engine).await?;
    type_text(&page, "wethouder").await?;
    shows(&page, 3, "/nl/zoeken/?q=wethouder").await?;
    announced(&page, "3 resultaten").await?;
    // A query that follows Enter has an entry of its own in the history.
    page.press(Key::Enter).await?;
    type_text(&page, "s").await?;
    shows(&page, 3, "/nl/zoeken/?q=wethouders").await?;
    page.driver.back().await?;
    shows(&page, 3, "/nl/zoeken/?q=wethouder").await?;
    let field = "$('.kl-find [type=search]').value === 'wethouder'";
    page.wait("the text of the earlier query", field).await?;
    page.press(Key::Down).await?;
    let heading = "return focused().textContent;";
    let result: String = page.js(heading).await?;
    page.press(Key::Enter).await?;
    page.wait(
        "the view of the result",
        "location.pathname !== '/nl/zoeken/' && heading()",
    )
    .await?;
    ensure!(!result.is_empty(), "arrow down leads to no result");
    page.driver.back().await?;
    shows(&page, 3, "/nl/zoeken/?q=wethouder").await
}

#[tokio::test]
async fn an_address_with_a_query_opens_its_results_and_lights_their_phases() -> Result<()> {
    let address = "/nl/zoeken/?q=wethouder&soort=vraag";
    let page = standalone(address).await?;
    shows(&page, 1, address).await?;
    let state = "const text = (selector) => [...kl().querySelectorAll(selector)].map((e) => e.textContent);
        return {
            phases: text('.kl-hit-phases li'),
            lit: [...kl().querySelectorAll('.kl-phase')].map((phase) => phase.hasAttribute('data-hits')),
            marks: text('.kl-result mark').length,
            chosen: text('.kl-chosen a'),
            checked: [...kl().querySelectorAll('.kl-facet :checked')].map(({value}) => value),
        };";
    let state: Value = page.js(state).await?;
    let expected = json!({
        "phases": ["Explicitering 1"], "lit": [true, false, false, false], "marks": state["marks"],
        "chosen": ["Vragen ×"], "checked": ["vraag"],
    });
    ensure!(state == expected, "{state}");
    // Taking the value away leads to all results, and the focus stays in the results.
    page.click("$('.kl-chosen a')").await?;
    shows(&page, 3, "/nl/zoeken/?q=wethouder").await?;
    let focus: String = page.js("return focused().textContent;").await?;
    ensure!(focus == "3 resultaten", "the focus is on {focus:?}");
    page.driver.back().await?;
    shows(&page, 1, address).await?;
    // The figure of the next view has its own light.
    page.click("$('.kl-crumb[data-view=\"\"]')").await?;
    page.wait(
        "the overview",
        "heading() === 'De kennislemniscaat' && !$('[data-lit], [data-hits]')",
    )
    .await
}

#[tokio::test]
async fn a_choice_never_leads_to_nothing() -> Result<()> {
    let page = standalone("/nl/zoeken/?q=wethouder").await?;
    shows(&page, 3, "/nl/zoeken/?q=wethouder").await?;
    let visible = "return [...kl().querySelectorAll('.kl-facet li:not([hidden])')]
        .map((item) => item.textContent).filter((text) => text.includes('(0)'));";
    let empty: Vec<String> = page.js(visible).await?;
    ensure!(empty.is_empty(), "values that lead to nothing: {empty:?}");
    page.click("$('.kl-facet summary')").await?;
    page.click("$('.kl-facet[open] li:not([hidden]) label')")
        .await?;
    page.wait("fewer results", "location.search.includes('soort=')")
        .await
}

#[tokio::test]
async fn nothing_found_leads_on() -> Result<()> {
    let page = standalone("/nl/zoeken/?q=bijkomstens").await?;
    page.wait(
        "the proposal",
        "$('.kl-find .kl-button[data-view*=\"?q=\"]')",
    )
    .await?;
    let phases = "return kl().querySelectorAll('.kl-find div:not([hidden]) > .kl-all a').length;";
    let phases: u32 = page.js(phases).await?;
    ensure!(phases == 4, "{phases} phases as ways on, expected 4");
    page.click("$('.kl-find .kl-button[data-view*=\"?q=\"]')")
        .await?;
    page.wait("results of the nearest word", "$('.kl-result')")
        .await
}

#[tokio::test]
async fn a_slip_finds_the_word_that_was_meant_and_says_so() -> Result<()> {
    let page = standalone("/nl/zoeken/?q=betrouwbaarhied").await?;
    let said = "$('.kl-find').textContent.includes('Gezocht naar betrouwbaarheid.')";
    page.wait("the word that was looked for", said).await
}

#[tokio::test]
async fn esc_clears_a_text_and_leaves_an_empty_field_to_the_page() -> Result<()> {
    let page = standalone("/nl/zoeken/?q=wethouder").await?;
    shows(&page, 3, "/nl/zoeken/?q=wethouder").await?;
    page.js::<()>("$('.kl-find [type=search]').focus();")
        .await?;
    page.press(Key::Escape).await?;
    shows(&page, 0, "/nl/zoeken/").await?;
    let heard = "window.__heard = 0;
        addEventListener('keydown', (event) => { if (!event.defaultPrevented) window.__heard++; });";
    page.js::<()>(heard).await?;
    page.press(Key::Escape).await?;
    let heard: u32 = page.js("return window.__heard;").await?;
    ensure!(
        heard == 1,
        "the page hears Esc {heard} times, expected once"
    );
    let path: String = page.js("return location.pathname;").await?;
    ensure!(
        path == "/nl/zoeken/",
        "Esc in an empty field leads to {path}"
    );
    Ok(())
}

/// The file of the search's script.
const IS_SEARCH: &str = "/files/search-";

#[tokio::test]
async fn nothing_is_loaded_for_the_search_before_the_reader_goes_there() -> Result<()> {
    let page = standalone("/nl/").await?;
    let loaded = "return performance.getEntriesByType('resource').map(({name}) => name)
        .filter((name) => name.includes(arguments[0])).length;";
    let before: u32 = page.js_with(loaded, json!([IS_SEARCH])).await?;
    page.click("$('.kl-search a')").await?;
    page.wait("the form", "$('.kl-find form')").await?;
    let after: u32 = page.js_with(loaded, json!([IS_SEARCH])).await?;
    ensure!(
        before == 0 && after == 3,
        "{before} files before, {after} after"
    );
    Ok(())
}

#[tokio::test]
async fn without_scripts_the_page_lists_every_piece_by_kind_and_theme() -> Result<()> {
    let page = blank().await?;
    let disable = json!({"value": true});
    page.cdp("Emulation.setScriptExecutionDisabled", disable)
        .await?;
    page.open(&harness::published::url("/nl/zoeken/")).await?;
    let listed = "const lists = [...document.querySelectorAll('.kl-find section')];
        return lists.map((list) => [list.firstElementChild.textContent, list.querySelectorAll('a').length]);";
    let lists: Vec<(String, usize)> = page.js(listed).await?;
    let kinds: usize = lists.iter().take(5).map(|(_, count)| count).sum();
    ensure!(kinds == 65, "{kinds} pieces by kind: {lists:?}");
    ensure!(lists.len() == 12, "5 kinds and 7 themes: {lists:?}");
    Ok(())
}

#[tokio::test]
async fn any_text_in_the_query_is_shown_as_text() -> Result<()> {
    let page = standalone("/nl/zoeken/").await?;
    for text in texts() {
        let open = "history.pushState(null, '', `?${new URLSearchParams({q: arguments[0]})}`);
            dispatchEvent(new PopStateEvent('popstate'));";
        page.js_with::<()>(open, json!([text])).await?;
        let value =
            "$('.kl-find [type=search]').value.trim() === arguments[0].slice(0, 200).trim()";
        page.wait_with(&format!("{text:?} in the field"), value, json!([text]))
            .await?;
        page.drawn().await?;
        no_harm(&page, &format!("the query {text:?}")).await?;
    }
    Ok(())
}

#[tokio::test]
async fn results_have_no_axe_findings_and_fit_any_width() -> Result<()> {
    let page = standalone("/nl/zoeken/?q=beleid&thema=vorm").await?;
    page.wait("results", "$('.kl-result')").await?;
    page.js::<()>("kl().querySelectorAll('.kl-facet').forEach((facet) => (facet.open = true));")
        .await?;
    Findings::load_axe(&page).await?;
    let mut findings = Findings::default();
    for theme in THEMES {
        preferences::scheme(&page, theme).await?;
        for width in WIDTHS {
            page.width(width).await?;
            page.drawn().await?;
            let place = format!("the results, {theme} at {width} px");
            findings.add(&page, &place).await?;
            for misfit in misfits(&page, TOO_WIDE).await? {
                findings.add_problem(format!("{place}: {misfit}"));
            }
        }
    }
    findings.check_none()
}
