//! The search where something is missing.

use anyhow::Result;
use harness::server::{Plan, wasm};
use harness::{embedded, standalone};

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
    let markup = "<kennis-lemniscaat view=\"zoeken\" loading=\"eager\"></kennis-lemniscaat>";
    let plan = Plan::default().breaking(wasm, 404);
    let page = embedded(markup).site(plan).prerendered().await?;
    type_text(&page, "wethouder").await?;
    let results = "kl().querySelectorAll('.kl-result').length === 3";
    page.wait("results", results).await
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
