//! The word that an address doesn't exist: heard, because its place was there before it.

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::json;

use crate::browser::{Browser, browse};
use crate::embed::host;
use crate::site::{Plan, Site, wasm};

/// For scripts: the regions of the widget that tell what happens, but for that of its panel.
const REGIONS: &str = "
const regions = () => [...(place().shadowRoot ?? place()).querySelectorAll('[role=status]')]
  .filter((each) => !each.closest('.kl-share'));
";

/// Keeps the region that is there, which regions were seen empty in a frame, and what is said.
const KEEP: &str = include_str!("scripts/notice_keep.js");

#[derive(Deserialize, Debug)]
struct Said {
    text: String,
    known: bool,
}

#[derive(Deserialize)]
struct Told {
    same: bool,
    hidden: bool,
    said: Vec<Said>,
}

/// Asks for a view that doesn't exist, and checks that it is said once, in a region that was
/// empty before: a screen reader hears of what changes, not of what comes with its text. Returns
/// whether it is the region that was there with the view before.
async fn is_heard(browser: &Browser, ask: &str, how: &str) -> Result<bool> {
    let shown = "heading()?.startsWith('Fase 3')";
    browser.wait(how, shown).await?;
    let keep = format!("{REGIONS}{KEEP}");
    let before: Vec<String> = browser.js(&keep).await?;
    ensure!(
        before == [""],
        "{how}: of one empty region there are {before:?}"
    );
    browser.js::<()>(ask).await?;
    let notice = "said.length > 0 && heading().startsWith('Fase 3')";
    browser.wait(how, notice).await?;
    let told = format!(
        "{REGIONS} return drawn().then(() => ({{
            same: regions()[0] === region,
            hidden: !regions()[0].checkVisibility({{visibilityProperty: true}}),
            said,
        }}));"
    );
    let Told { same, hidden, said } = browser.js(&told).await?;
    ensure!(said.len() == 1, "{how}: what is said is {said:?}");
    ensure!(
        said[0].text.contains("tip-99"),
        "{how}: what is said is {said:?}"
    );
    ensure!(
        said[0].known,
        "{how}: the region came together with its text"
    );
    ensure!(!hidden, "{how}: the region isn't shown");
    Ok(same)
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
            browser.wait("the live widget", "live()").await?;
        }
        let how = format!("an unknown view where the widget is live: {live}");
        let ask = "place().setAttribute('view', 'vertaling/tip-99');";
        let same = is_heard(browser, ask, &how).await?;
        ensure!(
            same,
            "{how}: another region took the place of the one that was there"
        );
        // It goes again with a view that exists, and its place stays for the next time.
        let on = "place().setAttribute('view', 'vertaling/tip-5');";
        browser.js::<()>(on).await?;
        let gone = format!(
            "(() => {{ {REGIONS} return heading().startsWith('Tip 5') && regions().length === 1
                && !regions()[0].textContent.trim(); }})()"
        );
        browser.wait("the notice to go", &gone).await
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
        let same = is_heard(browser, ask, "an unknown address").await?;
        ensure!(
            same,
            "another region took the place of the one that was there"
        );
        Ok(())
    })
    .await
}
