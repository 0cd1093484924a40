//! Libraries that change a page into a newer version of itself, and routers that own the history.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::host_page::{ELEMENT, with_script};
use harness::isolation::{WATCH, check_no_errors};
use harness::server::{Plan, Site};
use harness::setup::setup;
use harness::{Page, blank};
use rstest_reuse::apply;
use serde_json::json;

use crate::engines::every_engine;

/// A library, and a script that changes the content of `main` into `served`.
#[derive(Debug, Clone, Copy)]
struct Library {
    scripts: &'static str,
    morph: &'static str,
}

const IDIOMORPH: Library = Library {
    scripts: "<script src=\"/npm/idiomorph/dist/idiomorph.js\"></script>",
    morph: "Idiomorph.morph(main, served, { morphStyle: 'innerHTML' });",
};

/// Livewire morphs with this library as well.
const ALPINE: Library = Library {
    scripts: "<script src=\"/npm/@alpinejs/morph/dist/cdn.js\" defer></script>
        <script src=\"/npm/alpinejs/dist/cdn.js\" defer></script>",
    morph: "Alpine.morph(main, `<main>${served}</main>`);",
};

const TURBO: Library = Library {
    scripts: "<meta name=\"turbo-refresh-method\" content=\"morph\">
        <script src=\"/npm/@hotwired/turbo/dist/turbo.es2017-umd.js\"></script>",
    morph: "Turbo.visit(location.href, { action: 'replace' });",
};

const SCRIPT: &str = "<script async src=\"EMBED\"></script>";

/// Opens a host page with the library and some markup.
async fn open(page: &Page, library: Library, markup: &str) -> Result<Site> {
    let html = format!(
        "<!doctype html><html><head><meta charset=\"utf-8\"><title>Gast</title>{}</head>
        <body><main><p>Voor</p>{markup}<p id=\"count\">1</p></main></body></html>",
        library.scripts
    );
    let modules = setup().path("node-modules").display().to_string();
    let plan = Plan::default().page("/gast/", with_script(page.site(), &html));
    let host = plan.files("/npm", modules).serve().await?;
    page.open_interactive(&host.url("/gast/")).await?;
    Ok(host)
}

/// Follows links to a tip of phase 3.
async fn go_to_tip(page: &Page) -> Result<()> {
    page.click("$('.kl-phase-3 .kl-label')").await?;
    page.click("$('.kl-tip[data-view=\"vertaling/tip-5\"]')")
        .await?;
    page.wait("tip 5", "heading()?.startsWith('Tip 5: ')").await
}

/// Morphs the page to the page as served, and waits until the library is done.
async fn morph(page: &Page, library: Library) -> Result<()> {
    let change = format!(
        "document.getElementById('count').textContent = '2';
        const main = document.querySelector('main');
        const parsed = new DOMParser().parseFromString(arguments[0], 'text/html');
        const served = parsed.querySelector('main').innerHTML;
        {}",
        library.morph
    );
    let served = "return fetch('').then((answer) => answer.text());";
    let served: String = page.js(served).await?;
    page.js_with::<()>(&change, json!([served])).await?;
    page.wait(
        "the morph",
        "document.getElementById('count').textContent === '1'",
    )
    .await?;
    page.drawn().await
}

#[apply(every_engine)]
#[tokio::test]
async fn a_morph_leaves_the_view_of_the_reader(
    #[case] engine: Engine,
    #[values(IDIOMORPH, ALPINE, TURBO)] library: Library,
) -> Result<()> {
    let page = blank().engine(engine).before_load(WATCH).await?;
    let with_view = ELEMENT.replacen(
        "lemniscaat",
        "lemniscaat view=\"achtergrond\" theme=\"light\"",
        1,
    );
    for markup in [ELEMENT, &with_view] {
        let _host = open(&page, library, &format!("{SCRIPT}{markup}")).await?;
        page.js::<()>("window.element = place();").await?;
        if markup == with_view {
            page.click("$('.kl-breadcrumb a')").await?;
            page.wait("the overview", "heading() === 'De kennislemniscaat'")
                .await?;
        }
        go_to_tip(&page).await?;
        for _ in 0..2 {
            morph(&page, library).await?;
            let same = "return place() === element && heading() + place().getAttribute('view');";
            let shown: String = page.js(same).await?;
            ensure!(
                shown.starts_with("Tip 5: ") && shown.ends_with("vertaling/tip-5"),
                "after a morph of {markup}: {shown}"
            );
        }
        // A change by the host page isn't a morph, even to the value that it had first.
        let view = match markup == with_view {
            true => "achtergrond",
            false => "",
        };
        page.js_with::<()>("place().setAttribute('view', arguments[0]);", json!([view]))
            .await?;
        let first = "!heading().startsWith('Tip 5') && (place().getAttribute('view') ?? '') === arguments[0]";
        page.wait_with("the view of the host page", first, json!([view]))
            .await?;
        check_no_errors(&page, markup).await?;
    }
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn a_morph_leaves_the_widget_of_a_lone_tag(
    #[case] engine: Engine,
    #[values(IDIOMORPH, ALPINE, TURBO)] library: Library,
) -> Result<()> {
    let page = blank().engine(engine).before_load(WATCH).await?;
    let _host = open(&page, library, SCRIPT).await?;
    go_to_tip(&page).await?;
    for _ in 0..2 {
        morph(&page, library).await?;
        let shown = "isInteractive() && heading()?.startsWith('Tip 5: ')
            && document.querySelectorAll('kennis-lemniscaat').length === 1";
        page.wait("the widget of the tag with tip 5", shown).await?;
    }
    check_no_errors(&page, "a lone tag").await
}

#[tokio::test]
async fn a_host_page_that_removes_the_widget_of_a_tag_at_once_keeps_running() -> Result<()> {
    let page = blank().await?;
    let host = open(&page, IDIOMORPH, SCRIPT).await?;
    let insist = "new MutationObserver(() => place()?.remove()).observe(document.body, { childList: true, subtree: true });
        place().remove();";
    page.js::<()>(insist).await?;
    page.drawn().await?;
    ensure!(
        page.js::<bool>("return !place();").await?,
        "the widget is still there"
    );
    drop(host);
    Ok(())
}

/// Applications with a router, in which `/gast/` holds the widget.
const VUE_ROUTER: &str = "<script src=\"/npm/vue/dist/vue.global.js\"></script>
    <script src=\"/npm/vue-router/dist/vue-router.global.js\"></script>
    <body><div id=\"app\"><router-link to=\"/elders\">Elders</router-link><router-view></router-view></div>
    <script>
        const { createRouter, createWebHistory } = VueRouter;
        const routes = [
            { path: '/gast/', component: { template: '<kennis-lemniscaat sync-url></kennis-lemniscaat>' } },
            { path: '/elders', component: { template: '<p>Elders</p>' } },
        ];
        const app = Vue.createApp({});
        app.config.compilerOptions.isCustomElement = (name) => name === 'kennis-lemniscaat';
        app.use(createRouter({ history: createWebHistory(), routes })).mount('#app');
    </script>";
const REACT_ROUTER: &str =
    "<body><div id=\"app\"></div><script src=\"/npm/react-router.js\"></script>";

#[apply(every_engine)]
#[tokio::test]
async fn the_view_is_there_again_after_another_page_of_a_router(
    #[case] engine: Engine,
    #[values((VUE_ROUTER, "node-modules"), (REACT_ROUTER, "host-applications"))] application: (
        &str,
        &str,
    ),
) -> Result<()> {
    let page = blank().engine(engine).await?;
    let (html, folder) = application;
    let html = format!(
        "<!doctype html><html><meta charset=\"utf-8\"><title>Gast</title>
        <script async src=\"EMBED\" data-only=\"elements\"></script>{html}</body></html>"
    );
    let folder = setup().path(folder).display().to_string();
    let plan = Plan::default().page("/gast/", with_script(page.site(), &html));
    let host = plan.files("/npm", folder).serve().await?;
    page.open_interactive(&host.url("/gast/")).await?;
    go_to_tip(&page).await?;
    page.click("document.querySelector('#app > a')").await?;
    page.wait(
        "the other page",
        "!place() && location.pathname === '/elders'",
    )
    .await?;
    page.driver.back().await?;
    let shown = "heading()?.startsWith('Tip 5: ')
        && location.search === '?kennislemniscaat=vertaling/tip-5'";
    page.wait("tip 5", shown).await?;
    page.driver.back().await?;
    page.wait("phase 3", "heading()?.startsWith('Fase 3')")
        .await?;
    page.driver.forward().await?;
    page.wait("tip 5 again", shown).await
}
