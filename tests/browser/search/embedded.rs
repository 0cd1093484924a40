//! The search in host pages.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::{element, embedded};
use rstest_reuse::apply;
use serde_json::{Value, json};
use thirtyfour::Key;

use super::{announced, shows, type_text};
use crate::engines::every_engine;

/// From the link to a found quote and back, by keyboard alone.
#[apply(every_engine)]
#[tokio::test]
async fn a_quote_is_found_and_left_by_keyboard_alone(#[case] engine: Engine) -> Result<()> {
    let page = element("sync-url").engine(engine).await?;
    page.tab_to("$('.kl-search a')").await?;
    page.press(Key::Enter).await?;
    page.wait("the search field", "$('.kl-find [type=search]')")
        .await?;
    page.tab_to("$('.kl-find [type=search]')").await?;
    type_text(&page, "filmpjes beleidsadviseur wmo").await?;
    let query = "zoeken%3Fq%3Dfilmpjes%2Bbeleidsadviseur%2Bwmo";
    let address = format!("/gast/?kennislemniscaat={query}");
    page.wait_with(
        "the query in the URL",
        "location.pathname + location.search === arguments[0]",
        json!([address]),
    )
    .await?;
    page.press(Key::Down).await?;
    page.press(Key::Enter).await?;
    page.wait("the quote", "heading()?.startsWith('Citaat ')")
        .await?;
    page.driver.back().await?;
    let back = "location.pathname + location.search === arguments[0] && $('.kl-result')
        && $('.kl-find [type=search]').value === 'filmpjes beleidsadviseur wmo'";
    page.wait_with("the results", back, json!([address])).await
}

#[apply(every_engine)]
#[tokio::test]
async fn an_element_and_the_url_can_name_a_query(#[case] engine: Engine) -> Result<()> {
    let attributes = "view=\"zoeken?q=wethouder&amp;soort=vraag\"";
    let page = element(attributes).engine(engine).await?;
    shows(&page, 1, "/gast/").await?;
    announced(&page, "1 resultaat").await?;
    page.js::<()>("place().setAttribute('view', 'zoeken?q=wethouder');")
        .await?;
    shows(&page, 3, "/gast/").await?;
    let address = "/gast/?a=1&kennislemniscaat=zoeken%3Fq%3Dwethouder%26soort%3Dvraag&b=2#c";
    page.open_interactive(&page.host().url(address)).await?;
    shows(&page, 1, address).await
}

#[tokio::test]
async fn each_widget_of_a_page_has_a_query_of_its_own() -> Result<()> {
    let markup =
        "<kennis-lemniscaat view=\"zoeken?q=wethouder\" loading=\"eager\"></kennis-lemniscaat>
        <kennis-lemniscaat view=\"search\" lang=\"en\" loading=\"eager\"></kennis-lemniscaat>";
    let page = embedded(markup).await?;
    let both = "kl(0).querySelectorAll('.kl-result').length === 3 && $('.kl-find form', 1)
        && !kl(1).querySelector('.kl-result')";
    page.wait("both searches", both).await?;
    let submit = "$('.kl-find [type=search]', 1).value = 'alderman';
        $('.kl-find [type=search]', 1).dispatchEvent(new Event('input', {bubbles: true}));";
    page.js::<()>(submit).await?;
    let apart =
        "kl(0).querySelectorAll('.kl-result').length === 3 && kl(1).querySelector('.kl-result')";
    page.wait("results in the second alone", apart).await
}

#[tokio::test]
async fn links_to_services_lead_to_the_results() -> Result<()> {
    let page = element("view=\"zoeken?q=wethouder\"").await?;
    shows(&page, 3, "/gast/").await?;
    page.click("$('.kl-share summary')").await?;
    let clicked = "const link = $('[data-share=LinkedIn]');
        link.addEventListener('click', (event) => event.preventDefault());
        link.click();
        link.click();
        return new URL(link.href).searchParams.get('url');";
    let shared: String = page.js(clicked).await?;
    let results = page.site().url("/nl/zoeken/?q=wethouder");
    ensure!(shared == results, "LinkedIn shares {shared}");
    Ok(())
}

#[tokio::test]
async fn the_form_never_leaves_the_host_page_and_the_event_names_the_query() -> Result<()> {
    let page = element("view=\"zoeken\"").await?;
    page.js::<()>(
        "window.__views = [];
        addEventListener('kennislemniscaat:navigate', ({detail}) => __views.push(detail.view));",
    )
    .await?;
    type_text(&page, "wethouder").await?;
    page.press(Key::Enter).await?;
    shows(&page, 3, "/gast/").await?;
    page.wait("the event", "__views.includes('zoeken?q=wethouder')")
        .await?;
    let views: Value = page.js("return __views;").await?;
    ensure!(views == json!(["zoeken?q=wethouder"]), "events for {views}");
    Ok(())
}
