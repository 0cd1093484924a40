//! Difficult host pages: on each, the widget is shown and works, and the page stays unchanged.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::host_page::{ELEMENT, host, serve_each};
use harness::isolation::{WATCH, check_no_errors, check_unchanged, function};
use harness::navigation::{find, follow_phases};
use harness::server::{Plan, wasm};
use harness::{Page, blank, embedded};
use rstest_reuse::apply;
use serde_json::{Value, json};

use crate::engines::every_engine;

/// Host pages around `ELEMENT`. In pages that have their own script tag, `EMBED` is the address of
/// the script.
const PAGES: &[&str] = &[
    "<style>html { font-size: 62.5% }</style>ELEMENT",
    "<style>* { all: unset }</style>ELEMENT",
    "<style>* { all: unset !important }</style>ELEMENT",
    "<style>:empty { display: none }</style>ELEMENT",
    "<style>:empty { display: none }</style><kennis-lemniscaat></kennis-lemniscaat>",
    "<style>div:empty { display: none !important }</style>ELEMENT",
    "<style>button { font-size: 40px !important }</style>ELEMENT",
    "<div dir=\"rtl\" style=\"text-transform: uppercase; text-align: center; font-size: 1px\">
        ELEMENT</div>",
    "<div style=\"display: flex\">ELEMENT</div>",
    "<div style=\"display: flex\">ELEMENT<p>Ernaast staat tekst</p></div>",
    "<div style=\"display: flex\"><div>ELEMENT</div></div>",
    "<div style=\"display: flex; flex-direction: column; align-items: center\">ELEMENT</div>",
    "<div style=\"display: grid\">ELEMENT</div>",
    "<div style=\"display: grid; place-items: center\">ELEMENT</div>",
    "<style>kennis-lemniscaat { float: left }</style>ELEMENT",
    "<style>kennis-lemniscaat { display: inline-block }</style>ELEMENT",
    "<div style=\"transform: scale(.5); transform-origin: 0 0\">ELEMENT</div>",
    "<div style=\"zoom: 2\">ELEMENT</div>",
    "<div style=\"width: 280px\">ELEMENT</div>",
    "<div style=\"width: 2000px\">ELEMENT</div>",
    "<!doctype html><html lang=\"ar\" dir=\"rtl\"><title>Host page</title>
        <script async src=\"EMBED\"></script>ELEMENT",
    "<title>Gast</title><script async src=\"EMBED\"></script>ELEMENT",
    "<!doctype html><title>Gast</title><base href=\"https://elders.invalid/\">
        <script async src=\"EMBED\"></script>ELEMENT",
    "<!doctype html><title>Gast</title><script>
        Array.prototype.extra = Object.prototype.extra = () => {};
        </script><script async src=\"EMBED\"></script>ELEMENT",
    "<!doctype html><title>Gast</title><script>
        const own = window.fetch;
        window.fetch = (...all) => Object.assign(own(...all), { extra: 1 });
        window.fetch.extra = 1;
        </script><script async src=\"EMBED\"></script>ELEMENT",
    "<!doctype html><title>Gast</title><script src=\"EMBED\"></script><p>Voor</p>ELEMENT",
    "<!doctype html><title>Gast</title>ELEMENT<script src=\"EMBED\"></script>",
    "<!doctype html><title>Gast</title><script async src=\"EMBED\"></script>ELEMENT
        <script async src=\"EMBED\"></script>",
];

#[apply(every_engine)]
#[tokio::test]
async fn phases_can_be_followed_on_any_host_page(
    #[case] engine: Engine,
    #[values(false, true)] interactive: bool,
) -> Result<()> {
    let plan = Plan::default();
    let plan = if interactive {
        plan
    } else {
        plan.holding(wasm)
    };
    let visit = blank().site(plan).before_load(WATCH);
    let page = visit.engine(engine).await?;
    let host = serve_each(page.site(), PAGES).await?;
    for (index, name) in PAGES.iter().enumerate() {
        page.open(&host.url(&format!("/{index}/"))).await?;
        if interactive {
            let description = format!("the widget to become interactive ({name})");
            page.wait(&description, "isInteractive()").await?;
        }
        follow_phases(&page, 0, name).await?;
        find(&page, 0, name).await?;
        let state =
            "return [isInteractive(), $('.kl-figure').getBoundingClientRect().width > 200];";
        let state: Value = page.js(state).await?;
        ensure!(state == json!([interactive, true]), "{name}: {state}");
        check_unchanged(&page, "", name).await?;
        check_no_errors(&page, name).await?;
    }
    Ok(())
}

/// Markup in which the widget is hidden at first, and the script that shows it on a click.
const HIDDEN: [(&str, &str); 6] = [
    (
        "<div id=\"om\" style=\"display: none\">ELEMENT</div>",
        "page.getElementById('om').removeAttribute('style');",
    ),
    (
        "<div id=\"om\" style=\"width: 0\">ELEMENT</div>",
        "page.getElementById('om').removeAttribute('style');",
    ),
    (
        "<div id=\"om\" style=\"height: 0; overflow: hidden\">ELEMENT</div>",
        "page.getElementById('om').removeAttribute('style');",
    ),
    (
        "<div id=\"een\" role=\"tabpanel\">Een</div><div id=\"om\" role=\"tabpanel\" hidden>ELEMENT</div>",
        "page.getElementById('een').hidden = true; page.getElementById('om').hidden = false;",
    ),
    (
        "<details><summary id=\"knop\">Meer</summary>ELEMENT</details>",
        "page.querySelector('details').open = true;",
    ),
    (
        "<details name=\"uitleg\" open><summary>Een</summary>Een</details>
        <details name=\"uitleg\"><summary id=\"knop\">Twee</summary>ELEMENT</details>",
        "const [one, two] = page.querySelectorAll('details'); one.open = false; two.open = true;",
    ),
];

#[apply(every_engine)]
#[tokio::test]
async fn widget_that_is_hidden_at_first_works_once_it_is_shown(
    #[case] engine: Engine,
) -> Result<()> {
    let page = blank().before_load(WATCH).engine(engine).await?;
    for (name, show) in HIDDEN {
        // Browsers open a `details` element on a click without a script.
        let button = match name.contains("id=\"knop\"") {
            true => String::new(),
            false => format!(
                "<button id=\"knop\">Toon</button>
                <script>knop.onclick = () => ({})(document);</script>",
                function(show)
            ),
        };
        let host = serve_each(page.site(), &[format!("{button}{name}")]).await?;
        page.open(&host.url("/0/")).await?;
        let prerendered = "heading() === 'De kennislemniscaat'";
        page.wait("the prerendered view", prerendered).await?;
        page.click("document.getElementById('knop')").await?;
        let description = format!("the widget to become interactive ({name})");
        page.wait(&description, "isInteractive()").await?;
        follow_phases(&page, 0, name).await?;
        check_unchanged(&page, show, name).await?;
        check_no_errors(&page, name).await?;
    }
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn one_widget_remains_when_the_host_moves_or_changes_the_element(
    #[case] engine: Engine,
) -> Result<()> {
    let scripts = [
        "it.remove(); page.body.append(page.createElement('kennis-lemniscaat'));",
        "page.body.insertAdjacentHTML('beforeend', it.outerHTML); it.remove();",
        "page.body.prepend(it);",
        "for (let n = 0; n < 1000; n++) { it.remove(); page.body.append(it); }",
        include_str!("scripts/host_pages_attributes.js"),
    ];
    let page = blank().before_load(WATCH).engine(engine).await?;
    let host = serve_each(page.site(), &[ELEMENT]).await?;
    for script in scripts {
        page.open_interactive(&host.url("/0/")).await?;
        let run = format!("return ({})(document, place());", function(script));
        page.js::<()>(&run).await?;
        let one = "isInteractive() && place().shadowRoot.querySelectorAll('.kl').length === 1";
        page.wait(&format!("one widget after {script}"), one)
            .await?;
        follow_phases(&page, 0, script).await?;
        check_unchanged(&page, script, script).await?;
        check_no_errors(&page, script).await?;
    }
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn malformed_view_attributes_resolve_to_a_view(#[case] engine: Engine) -> Result<()> {
    let views = [
        ("vertaling/", "vertaling"),
        ("/vertaling", "vertaling"),
        ("vertaling//tip-5", "vertaling/tip-5"),
        ("?x", ""),
        ("#y", ""),
        ("../../nl", ""),
        ("%", ""),
    ];
    let element = |(view, _)| format!("<kennis-lemniscaat view=\"{view}\"></kennis-lemniscaat>");
    let page = blank().engine(engine).await?;
    let host = serve_each(page.site(), &views.map(element)).await?;
    for (index, (view, expected)) in views.into_iter().enumerate() {
        page.open_interactive(&host.url(&format!("/{index}/")))
            .await?;
        let resolved: String = page.js("return place().getAttribute('view');").await?;
        ensure!(resolved == expected, "{view:?} resolves to {resolved:?}");
    }
    Ok(())
}

/// The target page of the fallback link.
const LINKED: &str = "<!doctype html><title>Elders</title>";

#[apply(every_engine)]
#[tokio::test]
async fn fallback_link_works_in_a_sandbox_without_scripts(#[case] engine: Engine) -> Result<()> {
    let page = blank().engine(engine).await?;
    // A sandbox disables scripts as a user's settings do, and the surrounding page can inspect it.
    let frame = "<!doctype html><title>Eromheen</title>
        <iframe sandbox=\"allow-same-origin\" src=\"/gast/\"></iframe>";
    let plan = Plan::default()
        .page("/gast/", host(page.site(), ELEMENT))
        .page("/elders/", LINKED)
        .page("/eromheen/", frame);
    let host = plan.serve().await?;
    page.open(&host.url("/eromheen/")).await?;
    let link = "(() => {
        const element = frames[0].document.querySelector('kennis-lemniscaat');
        return frames[0].document.readyState === 'complete' && element?.shadowRoot === null
          && element.querySelector('a').getBoundingClientRect().height > 0;
    })()";
    page.wait("the fallback link", link).await?;
    let follow = "frames[0].document.querySelector('kennis-lemniscaat a').click();";
    page.js::<()>(follow).await?;
    let followed = "frames[0].document.title === 'Elders'";
    page.wait("the target of the fallback link", followed).await
}

#[tokio::test]
async fn fallback_link_works_with_scripts_disabled() -> Result<()> {
    let page = blank().await?;
    let plan = Plan::default().page("/gast/", host(page.site(), ELEMENT));
    let host = plan.page("/elders/", LINKED).serve().await?;
    let disabled = json!({"value": true});
    page.cdp("Emulation.setScriptExecutionDisabled", disabled)
        .await?;
    page.open(&host.url("/gast/")).await?;
    page.click("document.querySelector('kennis-lemniscaat a')")
        .await?;
    let title = page.driver.title().await?;
    ensure!(title == "Elders", "the link leads to {title:?}");
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn fallback_link_stays_where_the_policy_forbids_scripts(
    #[case] engine: Engine,
) -> Result<()> {
    let host = Plan::default().policy("script-src 'none'");
    let visit = embedded(ELEMENT).host(host).before_load(WATCH);
    let page = visit.prerendered().engine(engine).await?;
    fallback_link_is_visible(&page).await
}

#[apply(every_engine)]
#[tokio::test]
async fn fallback_link_stays_where_the_host_defines_the_element(
    #[case] engine: Engine,
) -> Result<()> {
    let markup = format!(
        "<script>customElements.define('kennis-lemniscaat', class extends HTMLElement {{}})</script>
        {ELEMENT}"
    );
    let visit = embedded(&markup).before_load(WATCH).prerendered();
    let page = visit.engine(engine).await?;
    fallback_link_is_visible(&page).await?;
    // The script runs and finds the element's name taken.
    let loaded = "performance.getEntriesByName(arguments[0]).length > 0";
    let script = json!([page.site().url("/embed.js")]);
    page.wait_with("the script to be loaded", loaded, script)
        .await?;
    // One line in the console and one event tell the developer of the page, and nothing else is reported.
    let told = "pageErrors.length === 2
        && pageErrors.every((error) => error.includes('another script has defined'))";
    page.wait("the advice", told).await
}

/// Waits for the fallback link of the only element, and checks that the page is as it was served.
async fn fallback_link_is_visible(page: &Page) -> Result<()> {
    let link = "place().shadowRoot === null && place().querySelector('a').offsetWidth > 0
        && document.querySelectorAll('kennis-lemniscaat').length === 1";
    page.wait("the fallback link", link).await?;
    check_unchanged(page, "", "with the fallback link").await
}
