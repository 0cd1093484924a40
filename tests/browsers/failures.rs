//! When something can't be loaded, what was there stays, and the page hears why.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::browser::browse;
use crate::embed::{LISTEN, host};
use crate::site::{Matches, Plan, Site};

const MARKUP: &str =
    "<kennis-lemniscaat><a href=\"/elders/\">De kennislemniscaat</a></kennis-lemniscaat>";

fn wasm(path: &str) -> bool {
    path.ends_with(".wasm")
}

fn content(path: &str) -> bool {
    path.ends_with(".postcard")
}

fn glue(path: &str) -> bool {
    path.starts_with("/files/") && path.ends_with(".js")
}

fn style(path: &str) -> bool {
    path.ends_with(".css")
}

/// Opens a page and checks that its light content is seen and why nothing else is.
async fn falls_back(files: Site, page: Option<Plan>, reason: &str, case: &str) -> Result<()> {
    browse(async |browser| {
        let page = page
            .unwrap_or_default()
            .page("/gast/", host(&files, MARKUP));
        let site = page.serve().await?;
        browser.before_load(LISTEN).await?;
        browser.open(&site.url("/gast/")).await?;
        let told = format!("the page to hear that there is no widget ({case})");
        browser.wait(&told, "heard.length > 0", json!([])).await?;
        let heard: Value = browser.js("return heard;", json!([])).await?;
        ensure!(
            heard.as_array().is_some_and(|all| all.len() == 1)
                && heard[0]["what"] == "error"
                && heard[0]["reason"] == reason
                && heard[0]["message"]
                    .as_str()
                    .is_some_and(|message| message.len() > 20),
            "with {case} the page hears {heard}"
        );
        let seen = "const [link] = place().shadowRoot.querySelector('slot').assignedElements();
            const {x, y, width, height} = link.getBoundingClientRect();
            return width > 0 && height > 0
              && document.elementFromPoint(x + width / 2, y + height / 2) === link;";
        let seen: bool = browser.js(seen, json!([])).await?;
        ensure!(seen, "with {case} the page's own link isn't there either");
        Ok(())
    })
    .await
}

async fn broken(matches: Matches, status: u16, reason: &str, case: &str) -> Result<()> {
    let files = Plan::default().breaking(matches, status).serve().await?;
    falls_back(files, None, reason, case).await
}

#[tokio::test]
async fn without_its_webassembly_the_link_stays() -> Result<()> {
    broken(wasm, 404, "network", "no .wasm").await?;
    broken(wasm, 200, "wasm", "a damaged .wasm").await
}

#[tokio::test]
async fn without_its_content_the_link_stays() -> Result<()> {
    broken(content, 500, "network", "no content").await?;
    broken(content, 200, "content", "damaged content").await
}

#[tokio::test]
async fn without_its_code_the_link_stays() -> Result<()> {
    broken(glue, 404, "network", "no glue").await
}

#[tokio::test]
async fn without_its_style_the_link_stays() -> Result<()> {
    broken(style, 404, "style", "no stylesheet").await
}

#[tokio::test]
async fn on_a_page_that_forbids_webassembly_the_link_stays() -> Result<()> {
    let forbids = "script-src http:; style-src http: 'unsafe-inline'; connect-src http:";
    let page = Plan::default().policy(forbids);
    falls_back(
        Site::whole().await?,
        Some(page),
        "wasm",
        "a policy against WebAssembly",
    )
    .await
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
            browser.wait(path, shown, json!([path, heading])).await?;
        }
        let alive: bool = browser.js("return live();", json!([])).await?;
        ensure!(
            !alive,
            "the page came alive without WebAssembly, so this test shows nothing"
        );
        Ok(())
    })
    .await
}
