//! The view in the URL of a host page.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::{Page, element, embedded};
use rstest_reuse::apply;
use serde_json::{Value, json};

use crate::engines::every_engine;

/// Waits for a heading and, exactly, for the rest of the URL after its origin.
async fn shows(page: &Page, heading: &str, address: &str) -> Result<()> {
    let shown = "heading()?.startsWith(arguments[0])
        && location.pathname + location.search + location.hash === arguments[1]";
    let what = format!("{heading:?} at {address}");
    page.wait_with(&what, shown, json!([heading, address]))
        .await
}

#[apply(every_engine)]
#[tokio::test]
async fn a_url_with_a_view_opens_that_view_on_the_host_page(#[case] engine: Engine) -> Result<()> {
    let address = "/gast/?a=1&kennislemniscaat=vertaling/tip-5#b";
    let page = element("view=\"analyseren\"")
        .engine(engine)
        .at(address)
        .await?;
    shows(&page, "Tip 5: ", address).await?;
    page.click("$('.kl-next')").await?;
    // Without `sync-url` the URL stays as it is.
    shows(&page, "Tip 6: ", address).await
}

#[apply(every_engine)]
#[tokio::test]
async fn the_url_follows_the_view_and_back_restores_both(#[case] engine: Engine) -> Result<()> {
    let page = element("sync-url")
        .engine(engine)
        .at("/gast/?q=a%20b+c#deel")
        .await?;
    page.js::<()>("history.replaceState({mine: 1}, '');")
        .await?;
    page.click("$('.kl-phase-3 .kl-label')").await?;
    let phase = "/gast/?q=a%20b+c&kennislemniscaat=vertaling#deel";
    shows(&page, "Fase 3 van 4: ", phase).await?;
    page.click("$('.kl-tip[data-view=\"vertaling/tip-5\"]')")
        .await?;
    let tip = "/gast/?q=a%20b+c&kennislemniscaat=vertaling/tip-5#deel";
    shows(&page, "Tip 5: ", tip).await?;
    let state: Value = page.js("return history.state;").await?;
    ensure!(
        state == json!({"mine": 1}),
        "the host page's history state became {state}"
    );
    page.driver.back().await?;
    shows(&page, "Fase 3 van 4: ", phase).await?;
    page.driver.back().await?;
    shows(&page, "De kennislemniscaat", "/gast/?q=a%20b+c#deel").await?;
    page.driver.forward().await?;
    shows(&page, "Fase 3 van 4: ", phase).await?;
    page.driver.refresh().await?;
    shows(&page, "Fase 3 van 4: ", phase).await
}

#[apply(every_engine)]
#[tokio::test]
async fn back_to_a_removed_view_keeps_the_forward_history(#[case] engine: Engine) -> Result<()> {
    let page = embedded("<kennis-lemniscaat sync-url></kennis-lemniscaat>")
        .engine(engine)
        .await?;
    let removed = "history.replaceState(null, '', '?kennislemniscaat=vertaling/tip-99');";
    page.js::<()>(removed).await?;
    page.click("$('.kl-phase-2 .kl-label')").await?;
    let phase = "/gast/?kennislemniscaat=analyseren";
    shows(&page, "Fase 2 van 4: ", phase).await?;
    page.driver.back().await?;
    // The nearest view replaces the removed one in the URL.
    let nearest = "/gast/?kennislemniscaat=vertaling";
    shows(&page, "Fase 3 van 4: ", nearest).await?;
    page.driver.forward().await?;
    shows(&page, "Fase 2 van 4: ", phase).await
}

#[apply(every_engine)]
#[tokio::test]
async fn the_overview_has_a_url_where_the_host_page_starts_with_another_view(
    #[case] engine: Engine,
) -> Result<()> {
    let markup = "<kennis-lemniscaat view=\"analyseren\" sync-url></kennis-lemniscaat>";
    let page = embedded(markup).engine(engine).await?;
    page.click("$('.kl-crumb')").await?;
    let overview = "/gast/?kennislemniscaat=";
    shows(&page, "De kennislemniscaat", overview).await?;
    page.driver.back().await?;
    shows(&page, "Fase 2 van 4: ", "/gast/").await?;
    page.driver.forward().await?;
    shows(&page, "De kennislemniscaat", overview).await?;
    page.driver.refresh().await?;
    shows(&page, "De kennislemniscaat", overview).await
}

#[apply(every_engine)]
#[tokio::test]
async fn the_base_element_of_the_host_page_does_not_affect_the_url(
    #[case] engine: Engine,
) -> Result<()> {
    let markup = "<base href=\"https://elders.invalid/\">
        <kennis-lemniscaat sync-url></kennis-lemniscaat>";
    let page = embedded(markup).engine(engine).await?;
    page.click("$('.kl-phase-2 .kl-label')").await?;
    let phase = "/gast/?kennislemniscaat=analyseren";
    shows(&page, "Fase 2 van 4: ", phase).await
}

#[apply(every_engine)]
#[tokio::test]
async fn share_base_makes_share_links_lead_to_the_host_page(#[case] engine: Engine) -> Result<()> {
    let markup =
        "<kennis-lemniscaat view=\"vertaling\" share-base=\"/gast/?x=1\"></kennis-lemniscaat>";
    let page = embedded(markup).engine(engine).await?;
    let link = "return decodeURIComponent($('[data-share=LinkedIn]').href);";
    let link: String = page.js(link).await?;
    let address = page.host().url("/gast/?x=1&kennislemniscaat=vertaling");
    ensure!(link.ends_with(&format!("url={address}")), "{link}");
    page.js::<()>("place().removeAttribute('share-base');")
        .await?;
    let standalone = "decodeURIComponent($('[data-share=LinkedIn]').href).endsWith(arguments[0])";
    let address = json!([page.site().url("/nl/vertaling/")]);
    page.wait_with("links to the standalone page again", standalone, address)
        .await
}

#[tokio::test]
async fn a_false_sync_url_leaves_the_url() -> Result<()> {
    for value in ["false", "False"] {
        let address = "/gast/?q=1";
        let page = element(&format!("sync-url=\"{value}\""))
            .at(address)
            .await?;
        page.click("$('.kl-phase-3 .kl-label')").await?;
        shows(&page, "Fase 3 van 4: ", address).await?;
    }
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn names_of_views_ignore_letter_case(#[case] engine: Engine) -> Result<()> {
    let visit =
        embedded("<kennis-lemniscaat view=\"Vertaling\"></kennis-lemniscaat>").engine(engine);
    let page = visit.await?;
    let exact = "$('.kl-notice').textContent === '' && heading()?.startsWith(arguments[0])";
    page.wait_with("phase 3", exact, json!(["Fase 3"])).await?;
    page.js::<()>("place().setAttribute('view', 'VERTALING/Tip-5');")
        .await?;
    page.wait_with("tip 5", exact, json!(["Tip 5"])).await?;
    let url = page.host().url("/gast/?kennislemniscaat=Vertaling/Tip-5");
    page.open_interactive(&url).await?;
    page.wait_with("tip 5", exact, json!(["Tip 5"])).await
}

#[tokio::test]
async fn the_notice_repeats_only_paths() -> Result<()> {
    let long = "a".repeat(81);
    for text in ["Bel nu 0900-1234 voor uw toeslag", long.as_str()] {
        let page = embedded("<kennis-lemniscaat></kennis-lemniscaat>")
            .prerendered()
            .await?;
        let query = format!("/gast/?kennislemniscaat={}", text.replace(' ', "%20"));
        let url = page.host().url(&query);
        let notice = "$('.kl-notice')?.textContent.includes('“…”')";
        page.open(&url).await?;
        page.wait("the notice", notice).await?;
        page.open_interactive(&url).await?;
        page.wait("the notice of the interactive widget", notice)
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn one_of_several_widgets_has_the_url() -> Result<()> {
    let element = "<kennis-lemniscaat></kennis-lemniscaat>";
    let synced = "<kennis-lemniscaat sync-url></kennis-lemniscaat>";
    // Elements of the page, and the number of the one that the URL names.
    for (markup, owner) in [
        (format!("{element}{synced}{synced}"), 1),
        (format!("{element}{element}"), 0),
        (
            format!("<kennis-lemniscaat sync-url=\"false\"></kennis-lemniscaat>{element}"),
            0,
        ),
    ] {
        let page = embedded(&markup).prerendered().await?;
        page.open(&page.host().url("/gast/?kennislemniscaat=vertaling"))
            .await?;
        let all = "[...document.querySelectorAll('kennis-lemniscaat')].every((_, n) => heading(n))";
        page.wait("all widgets", all).await?;
        let owners = "return [...document.querySelectorAll('kennis-lemniscaat').keys()]
            .filter((n) => heading(n).startsWith('Fase 3'));";
        let owners: Vec<u32> = page.js(owners).await?;
        ensure!(
            owners == [owner],
            "{markup}: the URL names the widgets {owners:?}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn an_element_in_a_shadow_root_has_the_url_of_its_page() -> Result<()> {
    let page = embedded("<div id=\"outer\"></div>").prerendered().await?;
    page.open(&page.host().url("/gast/?kennislemniscaat=vertaling"))
        .await?;
    let insert = "window.inner = document.createElement('kennis-lemniscaat');
        inner.setAttribute('sync-url', '');
        inner.addEventListener('kennislemniscaat:ready', () => (window.isReady = true));
        outer.attachShadow({ mode: 'open' }).append(inner);";
    page.js::<()>(insert).await?;
    let title = "inner.shadowRoot?.querySelector('[data-title]')";
    page.wait(
        "phase 3",
        &format!("{title}?.textContent.startsWith('Fase 3')"),
    )
    .await?;
    page.wait("the interactive widget", "window.isReady")
        .await?;
    page.js::<()>("inner.shadowRoot.querySelector('.kl-tip').click();")
        .await?;
    let tip = format!(
        "{title}?.textContent.startsWith('Tip 1: ') && inner.shadowRoot.activeElement === {title}
        && location.search === '?kennislemniscaat=vertaling/tip-1'"
    );
    page.wait("tip 1, also in the URL", &tip).await
}
