//! Links that become widgets, for systems that remove everything but links.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::server::{Plan, Site};
use harness::{Page, blank};
use rstest_reuse::apply;

use crate::engines::every_engine;

/// Serves a host page with some markup; `SITE` stands for the address of the widget's site.
async fn serve(page: &Page, markup: &str) -> Result<Site> {
    let site = page.site().url("");
    let html = format!(
        "<!doctype html><html lang=\"fy\"><meta charset=\"utf-8\"><title>Gast</title><body><h1>Gast</h1>{markup}</body></html>"
    );
    let html = html.replace("SITE", &site);
    Plan::default().page("/gast/", html).serve().await
}

const SCRIPT: &str = "<script async src=\"SITE/embed.js\" data-only=\"elements\"></script>";

#[apply(every_engine)]
#[tokio::test]
async fn each_link_to_a_view_becomes_a_widget_in_its_place(#[case] engine: Engine) -> Result<()> {
    let page = blank().engine(engine).await?;
    let markup = format!(
        "{SCRIPT}<p>Voor</p>
        <p><a class=\"kennislemniscaat knop\" href=\"SITE/en/translation/\" data-heading-level=\"3\">Translation</a></p>
        <p><a class=\"kennislemniscaat\" href=\"SITE/nl/zoeken/?q=beleid\">Zoeken</a></p>
        <p><a class=\"kennislemniscaat\" href=\"https://elders.example/nl/\">Elders</a></p>
        <p><a href=\"SITE/nl/vertaling/\">Vertaling</a></p>"
    );
    let host = serve(&page, &markup).await?;
    page.open(&host.url("/gast/")).await?;
    let widgets = "(() => {
        const [phase, search, ...others] = document.querySelectorAll('p > kennis-lemniscaat');
        return others.length === 0 && phase?.lang === 'en'
            && phase.shadowRoot.querySelector('h3[data-title]')?.textContent.startsWith('Phase 3')
            && phase.querySelector('a.knop:not(.kennislemniscaat)')?.textContent === 'Translation'
            && search?.shadowRoot.querySelector('[data-title]');
    })()";
    page.wait("the widgets of both links", widgets).await?;
    page.js::<()>("document.querySelectorAll('kennis-lemniscaat')[1].scrollIntoView();")
        .await?;
    let query = "document.querySelectorAll('kennis-lemniscaat')[1].shadowRoot.querySelector('input[name=q]')?.value === 'beleid'";
    page.wait("the search with the query of the link", query)
        .await?;
    let links =
        "return [...document.querySelectorAll('p > a')].map(({textContent}) => textContent);";
    let links: Vec<String> = page.js(links).await?;
    ensure!(
        links == ["Elders", "Vertaling"],
        "still links are {links:?}"
    );
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn a_lone_script_tag_inserts_nothing_on_a_page_with_such_a_link(
    #[case] engine: Engine,
) -> Result<()> {
    let page = blank().engine(engine).await?;
    let markup = "<a class=\"kennislemniscaat\" href=\"SITE/nl/vertaling/tip-5/\">Tip 5</a>
        <script async src=\"SITE/embed.js\"></script>";
    let host = serve(&page, markup).await?;
    page.open_interactive(&host.url("/gast/")).await?;
    let count = "return document.querySelectorAll('kennis-lemniscaat').length;";
    let count: u32 = page.js(count).await?;
    ensure!(count == 1, "the page has {count} widgets; expected one");
    page.wait("the view of the link", "heading().startsWith('Tip 5')")
        .await
}

#[tokio::test]
async fn a_link_stays_a_link_where_nothing_can_be_loaded() -> Result<()> {
    let site = Plan::default().breaking(|path| path.starts_with("/files/"), 500);
    let page = blank().site(site).await?;
    let markup =
        format!("{SCRIPT}<a class=\"kennislemniscaat\" href=\"SITE/nl/vertaling/\">Vertaling</a>");
    let host = serve(&page, &markup).await?;
    page.before_load("addEventListener('error', () => { window.failed = true; }, true);")
        .await?;
    page.open(&host.url("/gast/")).await?;
    page.wait(
        "a visible link",
        "document.readyState === 'complete' && document.querySelector('a').checkVisibility()",
    )
    .await
}
