//! The word that an address doesn't exist: heard, because its place was there before it.

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::json;

use crate::browser::{Browser, browse};
use crate::embed::host;
use crate::site::{Plan, Site};

fn wasm(path: &str) -> bool {
    path.ends_with(".wasm")
}

/// For scripts: the regions of the widget that tell what happens, but for that of its panel.
const REGIONS: &str = "
const regions = () => [...(place().shadowRoot ?? place()).querySelectorAll('[role=status]')]
  .filter((each) => !each.closest('.kl-share'));
";

/// Keeps the region that will tell, and how often it says something from now on.
const KEEP: &str = "
window.region = regions()[0];
window.said = [];
if (region) new MutationObserver(() => {
  const text = region.textContent.trim();
  if (text && text !== said.at(-1)) said.push(text);
}).observe(region, {childList: true, characterData: true, subtree: true});
return regions().map((each) => each.textContent);";

#[derive(Deserialize)]
struct Told {
    same: bool,
    hidden: bool,
    said: Vec<String>,
    texts: Vec<String>,
}

/// Asks for a view that doesn't exist, and checks that it is said in a region that was there, once.
async fn is_heard(browser: &Browser, ask: &str, how: &str) -> Result<()> {
    let shown = "heading()?.startsWith('Fase 3')";
    browser.wait(how, shown, json!([])).await?;
    let keep = format!("{REGIONS}{KEEP}");
    let before: Vec<String> = browser.js(&keep, json!([])).await?;
    ensure!(
        before == [""],
        "{how}: a screen reader only hears what appears in an empty region that it knows; there are {before:?}"
    );
    browser.js::<()>(ask, json!([])).await?;
    let notice = format!(
        "(() => {{ {REGIONS} return regions().some((each) => each.textContent.includes('tip-99')); }})()"
    );
    browser.wait(how, &notice, json!([])).await?;
    let told = format!(
        "{REGIONS} return drawn().then(() => ({{
            same: region.isConnected && regions()[0] === region,
            hidden: !region.checkVisibility({{visibilityProperty: true}}),
            said, texts: regions().map((each) => each.textContent),
        }}));"
    );
    let told: Told = browser.js(&told, json!([])).await?;
    ensure!(
        told.same,
        "{how}: another region took the place of the one that was there"
    );
    ensure!(!told.hidden, "{how}: the region isn't shown");
    ensure!(
        told.texts.len() == 1,
        "{how}: it is told in {:?}",
        told.texts
    );
    ensure!(
        told.said.len() == 1,
        "{how}: what is said is {:?}",
        told.said
    );
    Ok(())
}

/// On a page of someone else, before and after the widget is live.
async fn on_a_page_of_someone_else(live: bool) -> Result<()> {
    let files = Plan::default().holding(wasm).serve().await?;
    browse(async |browser| {
        let markup = "<kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat>";
        let page = Plan::default().page("/gast/", host(&files, markup));
        let host = page.serve().await?;
        browser.open(&host.url("/gast/")).await?;
        if live {
            files.release();
            browser.wait("the live widget", "live()", json!([])).await?;
        }
        let how = format!("an unknown view where the widget is live: {live}");
        let ask = "place().setAttribute('view', 'vertaling/tip-99');";
        is_heard(browser, ask, &how).await?;
        // It goes again with a view that exists, and its place stays for the next time.
        let on = "place().setAttribute('view', 'vertaling/tip-5');";
        browser.js::<()>(on, json!([])).await?;
        let gone =
            "heading().startsWith('Tip 5') && region.isConnected && !region.textContent.trim()";
        browser.wait("the notice to go", gone, json!([])).await
    })
    .await
}

#[tokio::test]
async fn an_unknown_view_is_heard_of_before_the_widget_is_live() -> Result<()> {
    on_a_page_of_someone_else(false).await
}

#[tokio::test]
async fn an_unknown_view_is_heard_of_in_a_live_widget() -> Result<()> {
    on_a_page_of_someone_else(true).await
}

#[tokio::test]
async fn an_unknown_view_is_heard_of_on_our_own_pages() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.open_live(&site.url("/nl/vertaling/")).await?;
        // As back and forward lead to an address that is no more.
        let ask = "
            history.pushState(null, '', '/nl/vertaling/tip-99/');
            dispatchEvent(new PopStateEvent('popstate'));";
        is_heard(browser, ask, "an unknown address").await
    })
    .await
}
