//! Pages that make it hard: a widget stands, works and stays a guest wherever it is put.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::embed::{ELEMENT, host};
use crate::site::{Plan, Site, wasm};
use crate::undisturbed::{WATCH, function, nothing_wrong, untouched};

/// What pages do around the element. `EMBED` is the address of the script, in pages that have
/// one of their own; all others get [`host`]'s.
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
    "<!doctype html><html lang=\"en\" dir=\"rtl\"><title>Guest</title>
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

/// Serves pages at `/0/`, `/1/` and so on, at another origin than the files'.
async fn serve(files: &Site, pages: &[&str]) -> Result<Site> {
    let mut plan = Plan::default();
    for (at, html) in pages.iter().enumerate() {
        let html = html.replace("ELEMENT", ELEMENT);
        let html = match html.contains("EMBED") {
            true => html.replace("EMBED", &files.url("/embed.js")),
            false => host(files, &html),
        };
        plan = plan.page(&format!("/{at}/"), html);
    }
    plan.serve().await
}

#[tokio::test]
async fn the_phases_are_a_click_away_on_any_page_before_and_after_the_widget_is_live() -> Result<()>
{
    let files = Plan::default().holding(wasm).serve().await?;
    browse(async |browser| {
        let site = serve(&files, PAGES).await?;
        browser.before_load(WATCH).await?;
        for is_live in [false, true] {
            for (at, name) in PAGES.iter().enumerate() {
                browser.open(&site.url(&format!("/{at}/"))).await?;
                if is_live {
                    let what = format!("the widget to come alive ({name})");
                    browser.wait(&what, "live()").await?;
                }
                leads_on(browser, 0, name).await?;
                let seen = "return [live(), $('.kl-figure').getBoundingClientRect().width > 200];";
                let seen: Value = browser.js(seen).await?;
                ensure!(seen == json!([is_live, true]), "{name}: {seen}");
                untouched(browser, "", name).await?;
                nothing_wrong(browser, name).await?;
            }
            files.release();
        }
        Ok(())
    })
    .await
}

/// What holds a widget that isn't seen at first, what the reader clicks, and what that does.
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

#[tokio::test]
async fn a_widget_that_is_hidden_at_first_is_there_once_it_is_shown() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        browser.before_load(WATCH).await?;
        for (name, shown) in HIDDEN {
            // Browsers open what has a summary themselves.
            let button = match name.contains("id=\"knop\"") {
                true => String::new(),
                false => format!(
                    "<button id=\"knop\">Toon</button>
                    <script>knop.onclick = () => ({})(document);</script>",
                    function(shown)
                ),
            };
            let site = serve(&files, &[&format!("{button}{name}")]).await?;
            browser.open(&site.url("/0/")).await?;
            let finished = "heading() === 'De kennislemniscaat'";
            browser
                .wait("the finished view", finished)
                .await?;
            browser.click("document.getElementById('knop')").await?;
            let what = format!("the widget to come alive ({name})");
            browser.wait(&what, "live()").await?;
            leads_on(browser, 0, name).await?;
            untouched(browser, shown, name).await?;
            nothing_wrong(browser, name).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn however_the_page_makes_moves_and_changes_it_one_widget_is_there_in_the_end() -> Result<()>
{
    let scripts = [
        "it.remove(); page.body.append(page.createElement('kennis-lemniscaat'));",
        "page.body.insertAdjacentHTML('beforeend', it.outerHTML); it.remove();",
        "page.body.prepend(it);",
        "for (let n = 0; n < 1000; n++) { it.remove(); page.body.append(it); }",
        "const values = {view: ['', 'vertaling', 'niets', '?x', '#y', '/vertaling/', '../..', '%'],
            lang: ['nl', 'fy', ''], theme: ['dark', 'geen'], 'heading-level': ['1', '7', 'x'],
            loading: ['eager', ''], 'share-base': ['https://[', '/deel'], 'sync-url': ['']};
        const names = Object.keys(values);
        return (async () => {
          for (let n = 0; n < 300; n++) {
            const name = names[n * 7 % names.length];
            it.setAttribute(name, values[name][n * 5 % values[name].length]);
            if (n % 4 === 0) await new Promise((next) => setTimeout(next, n % 3));
          }
          it.setAttribute('view', '');
        })();",
    ];
    let files = Site::whole().await?;
    browse(async |browser| {
        let site = serve(&files, &["ELEMENT"]).await?;
        browser.before_load(WATCH).await?;
        for script in scripts {
            browser.open_live(&site.url("/0/")).await?;
            let run = format!("return ({})(document, place());", function(script));
            browser.js::<()>(&run).await?;
            let one = "live() && place().shadowRoot.querySelectorAll('.kl').length === 1";
            browser
                .wait(&format!("one widget after {script}"), one)
                .await?;
            leads_on(browser, 0, script).await?;
            untouched(browser, script, script).await?;
            nothing_wrong(browser, script).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn views_that_are_asked_for_in_odd_ways_come_alive_too() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        for (view, shown) in [
            ("vertaling/", "vertaling"),
            ("/vertaling", "vertaling"),
            ("vertaling//tip-5", "vertaling/tip-5"),
            ("?x", ""),
            ("#y", ""),
            ("../../nl", ""),
            ("%", ""),
        ] {
            let markup = format!("<kennis-lemniscaat view=\"{view}\"></kennis-lemniscaat>");
            let site = serve(&files, &[&markup]).await?;
            browser.open_live(&site.url("/0/")).await?;
            let named: String = browser
                .js("return place().getAttribute('view');")
                .await?;
            ensure!(named == shown, "{view:?} shows {named:?}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn where_no_script_runs_the_element_s_own_link_leads_on() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        // A sandbox turns scripts off as a reader's settings do, and lets the page around it look in.
        let frame = "<!doctype html><title>Eromheen</title>
            <iframe sandbox=\"allow-same-origin\" src=\"/gast/\"></iframe>";
        let plan = Plan::default()
            .page("/gast/", host(&files, ELEMENT))
            .page("/elders/", "<!doctype html><title>Elders</title>")
            .page("/eromheen/", frame);
        let site = plan.serve().await?;
        browser.open(&site.url("/eromheen/")).await?;
        let link = "(() => {
            const element = frames[0].document.querySelector('kennis-lemniscaat');
            return frames[0].document.readyState === 'complete' && element?.shadowRoot === null
              && element.querySelector('a').getBoundingClientRect().height > 0;
        })()";
        browser
            .wait("the element's own link", link)
            .await?;
        let follow = "frames[0].document.querySelector('kennis-lemniscaat a').click();";
        browser.js::<()>(follow).await?;
        let led = "frames[0].document.title === 'Elders'";
        browser.wait("where it leads", led).await
    })
    .await
}

#[tokio::test]
async fn where_the_page_blocks_scripts_or_has_such_an_element_its_own_content_is_there()
-> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        browser.before_load(WATCH).await?;
        let taken = "<script>customElements.define('kennis-lemniscaat',
            class extends HTMLElement {})</script>";
        let markup = format!("{taken}{ELEMENT}");
        for (policy, markup) in [("script-src 'none'", ELEMENT), ("img-src *", &markup[..])] {
            let plan = Plan::default()
                .policy(policy)
                .page("/gast/", host(&files, markup));
            let site = plan.serve().await?;
            browser.open(&site.url("/gast/")).await?;
            let link = "place().shadowRoot === null && place().querySelector('a').offsetWidth > 0
                && document.querySelectorAll('kennis-lemniscaat').length === 1";
            browser
                .wait(&format!("the link ({policy})"), link)
                .await?;
            untouched(browser, "", policy).await?;
        }
        // The script was there, and saw that the element is another's.
        let loaded = "performance.getEntriesByName(arguments[0]).length > 0";
        let script = json!([files.url("/embed.js")]);
        browser
            .wait_with("the script to be loaded", loaded, script)
            .await?;
        nothing_wrong(browser, "with an element of its own").await
    })
    .await
}
