//! When something can't be loaded, what was there stays, and the page hears why.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::browser::browse;
use crate::embed::{ELEMENT, LISTEN, host};
use crate::site::{Matches, Plan, Site, wasm};

fn content(path: &str) -> bool {
    path.ends_with(".postcard")
}

fn style(path: &str) -> bool {
    path.ends_with(".css")
}

/// What the reader keeps when something can't be loaded.
enum Keeps {
    /// The finished views, which lead to each other.
    Views,
    /// The element's own content.
    Link,
}

/// Opens a page and checks what the reader keeps, and that the page hears why.
async fn falls_back(
    files: Site,
    page: Option<Plan>,
    reason: &str,
    keeps: Keeps,
    case: &str,
) -> Result<()> {
    browse(async |browser| {
        let page = page
            .unwrap_or_default()
            .page("/gast/", host(&files, ELEMENT));
        let site = page.serve().await?;
        browser.before_load(LISTEN).await?;
        browser.open(&site.url("/gast/")).await?;
        let told = format!("the page to hear what is missing ({case})");
        browser.wait(&told, "heard.length > 0").await?;
        let heard: Value = browser.js("return heard;").await?;
        ensure!(
            heard.as_array().is_some_and(|all| all.len() == 1)
                && heard[0]["what"] == "error"
                && heard[0]["reason"] == reason
                && heard[0]["message"]
                    .as_str()
                    .is_some_and(|message| message.len() > 20),
            "with {case} the page hears {heard}"
        );
        match keeps {
            Keeps::Views => {
                browser.click("$('.kl-phase-2 .kl-label')").await?;
                let shown = "heading()?.startsWith('Fase 2 van 4: ')
                    && place().getAttribute('view') === 'analyseren'
                    && focused() === $('[data-title]')";
                let what = format!("the finished view of a phase ({case})");
                browser.wait(&what, shown).await
            }
            Keeps::Link => {
                let seen =
                    "const [link] = place().shadowRoot.querySelector('slot').assignedElements();
                    const {x, y, width, height} = link.getBoundingClientRect();
                    return width > 0 && height > 0
                      && document.elementFromPoint(x + width / 2, y + height / 2) === link;";
                let seen: bool = browser.js(seen).await?;
                ensure!(seen, "with {case} the page's own link isn't there either");
                Ok(())
            }
        }
    })
    .await
}

async fn broken(
    matches: Matches,
    status: u16,
    reason: &str,
    keeps: Keeps,
    case: &str,
) -> Result<()> {
    let files = Plan::default().breaking(matches, status).serve().await?;
    falls_back(files, None, reason, keeps, case).await
}

#[tokio::test]
async fn without_its_webassembly_the_finished_views_stay() -> Result<()> {
    broken(wasm, 404, "network", Keeps::Views, "no .wasm").await?;
    let changed = "a .wasm that isn't the one that was published";
    broken(wasm, 200, "network", Keeps::Views, changed).await
}

#[tokio::test]
async fn without_the_script_that_makes_it_live_the_finished_views_stay() -> Result<()> {
    let live: Matches = |path| path.starts_with("/files/live-");
    broken(live, 404, "network", Keeps::Views, "no live.js").await?;
    broken(live, 200, "network", Keeps::Views, "a damaged live.js").await
}

#[tokio::test]
async fn without_its_content_the_finished_views_stay() -> Result<()> {
    broken(content, 500, "network", Keeps::Views, "no content").await?;
    broken(content, 200, "network", Keeps::Views, "damaged content").await
}

#[tokio::test]
async fn without_its_code_the_finished_views_stay() -> Result<()> {
    broken(glue, 404, "network", Keeps::Views, "no glue").await
}

#[tokio::test]
async fn without_its_style_the_link_stays() -> Result<()> {
    broken(style, 404, "style", Keeps::Link, "no stylesheet").await
}

#[tokio::test]
async fn on_a_page_that_forbids_our_style_the_link_stays() -> Result<()> {
    let page = Plan::default().policy("style-src 'none'");
    let files = Site::whole().await?;
    let case = "a policy against our stylesheet";
    falls_back(files, Some(page), "style", Keeps::Link, case).await
}

#[tokio::test]
async fn on_a_page_that_forbids_webassembly_the_finished_views_stay() -> Result<()> {
    let forbids = "script-src http:; style-src http: 'unsafe-inline'; connect-src http:; \
        require-trusted-types-for 'script'; trusted-types 'none'";
    let page = Plan::default().policy(forbids);
    let files = Site::whole().await?;
    let case = "a policy against WebAssembly";
    falls_back(files, Some(page), "wasm", Keeps::Views, case).await
}

#[tokio::test]
async fn without_anything_but_the_script_the_link_stays() -> Result<()> {
    let all = |path: &str| path.starts_with("/files/") && !style(path);
    broken(all, 404, "network", Keeps::Link, "no files").await
}

#[tokio::test]
async fn a_page_of_ours_goes_on_without_webassembly() -> Result<()> {
    let site = Plan::default().breaking(wasm, 404).serve().await?;
    browse(async |browser| {
        browser.open(&site.url("/nl/")).await?;
        for (link, path, heading) in [
            (
                "$('.kl-phase-2 .kl-label')",
                "/nl/analyseren/",
                "Fase 2 van 4: ",
            ),
            ("$('.kl-tip')", "/nl/analyseren/tip-1/", "Tip 1: "),
        ] {
            browser.click(link).await?;
            let shown = "location.pathname === arguments[0] && heading()?.startsWith(arguments[1])";
            browser.wait_with(path, shown, json!([path, heading])).await?;
        }
        let alive: bool = browser.js("return live();").await?;
        ensure!(
            !alive,
            "the page came alive without WebAssembly, so this test shows nothing"
        );
        Ok(())
    })
    .await
}
