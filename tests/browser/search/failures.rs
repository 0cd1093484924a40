//! The search where something is missing.

use anyhow::{Result, ensure};
use harness::server::{Plan, wasm};
use harness::{element, standalone};
use thirtyfour::Key;

use super::{shows, type_text};

fn search(path: &str) -> bool {
    path.contains("/files/search-") && path.ends_with(".js")
}

fn pieces(path: &str) -> bool {
    path.contains("/files/search-") && path.ends_with(".json")
}

#[tokio::test]
async fn a_page_without_webassembly_has_a_search() -> Result<()> {
    let plan = Plan::default().breaking(wasm, 404);
    let page = standalone("/nl/zoeken/").site(plan).prerendered().await?;
    type_text(&page, "wethouder").await?;
    shows(&page, 3, "/nl/zoeken/?q=wethouder").await
}

#[tokio::test]
async fn a_widget_whose_host_forbids_webassembly_has_a_search() -> Result<()> {
    let plan = Plan::default().breaking(wasm, 404);
    let page = element("view=\"zoeken\" loading=\"eager\"")
        .site(plan)
        .prerendered()
        .await?;
    type_text(&page, "wethouder").await?;
    let results = "kl().querySelectorAll('.kl-result').length === 3";
    page.wait("results", results).await
}

#[tokio::test]
async fn a_search_that_comes_after_the_app_follows_back() -> Result<()> {
    let page = standalone("/nl/zoeken/").holding(search).await?;
    let interactive = "place().dataset.kennislemniscaat === 'interactive'";
    page.wait("the app", interactive).await?;
    page.release();
    type_text(&page, "wethouder").await?;
    page.press(Key::Enter).await?;
    shows(&page, 3, "/nl/zoeken/?q=wethouder").await?;
    page.driver.back().await?;
    shows(&page, 0, "/nl/zoeken/").await?;
    page.wait("an empty field", "!$('.kl-find [type=search]').value")
        .await
}

#[tokio::test]
async fn a_host_that_repeats_each_query_in_the_element_interrupts_no_typing() -> Result<()> {
    let plan = Plan::default().breaking(wasm, 404);
    let page = element("view=\"zoeken\" loading=\"eager\"")
        .site(plan)
        .prerendered()
        .await?;
    let bind = "addEventListener('kennislemniscaat:navigate', ({detail}) => place().setAttribute('view', detail.view));";
    page.js::<()>(bind).await?;
    type_text(&page, "wethouder").await?;
    let bound = "place().getAttribute('view') === 'zoeken?q=wethouder'";
    page.wait("the query in the element", bound).await?;
    page.js::<()>("window.__field = focused();").await?;
    page.press(Key::Backspace).await?;
    let bound = "place().getAttribute('view') === 'zoeken?q=wethoude'";
    page.wait("the next query in the element", bound).await?;
    page.drawn().await?;
    let same = "return focused() === window.__field && __field.value === 'wethoude';";
    ensure!(
        page.js::<bool>(same).await?,
        "the field lost the focus or its text"
    );
    Ok(())
}

#[tokio::test]
async fn a_search_that_can_not_be_loaded_leaves_the_list_or_a_link() -> Result<()> {
    for missing in [search, pieces] {
        let plan = Plan::default().breaking(missing, 404);
        let page = standalone("/nl/zoeken/").site(plan).prerendered().await?;
        page.wait("the list", "kl().querySelectorAll('.kl-all a').length > 60")
            .await?;
        page.wait(
            "the app",
            "place().dataset.kennislemniscaat === 'interactive'",
        )
        .await?;
        page.click("$('.kl-crumb[data-view=\"\"]')").await?;
        page.wait("the overview", "heading() === 'De kennislemniscaat'")
            .await?;
        page.click("$('.kl-search a')").await?;
        page.wait("a link", "$('.kl-find a[href$=\"/nl/zoeken/\"]')")
            .await?;
    }
    Ok(())
}
