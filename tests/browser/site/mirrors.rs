//! Standalone pages under other addresses than their own, and in other languages.

use std::fs;

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::server::{Plan, Site};
use harness::setup::setup;
use harness::{Page, blank, standalone};
use rstest_reuse::apply;

use crate::engines::every_engine;

/// Checks that the page of phase 3 keeps its view when it becomes interactive, and leads to its first
/// tip and back.
async fn page_works(page: &Page, url: &str) -> Result<()> {
    page.open_interactive(url).await?;
    let shown = "return `${heading()} ${$('.kl-notice').textContent}`;";
    let shown: String = page.js(shown).await?;
    ensure!(
        shown.starts_with("Fase 3") && !shown.contains("bestaat niet"),
        "{url} shows {shown}"
    );
    page.click("$('.kl-tip')").await?;
    page.wait("tip 1", "heading()?.startsWith('Tip 1: ')")
        .await?;
    page.driver.back().await?;
    page.wait("phase 3 again", "heading()?.startsWith('Fase 3')")
        .await
}

/// The page of phase 3, with the address of its site as a base.
fn mirrored(site: &Site) -> Result<String> {
    let html = fs::read_to_string(setup().site.join("nl/vertaling/index.html"))?;
    let base = format!("<head><base href=\"{}\">", site.url("/nl/vertaling/"));
    ensure!(html.contains("<head>"), "the page has no head");
    Ok(html.replacen("<head>", &base, 1))
}

#[apply(every_engine)]
#[tokio::test]
async fn a_mirrored_page_keeps_its_view(#[case] engine: Engine) -> Result<()> {
    let page = blank().engine(engine).await?;
    let html = mirrored(page.site())?;
    let plan = Plan::default()
        .page("/nl/vertaling/", html.as_str())
        .page("/cache/123.html", html);
    let mirror = plan.serve().await?;
    page_works(&page, &mirror.url("/nl/vertaling/")).await?;
    page_works(&page, &mirror.url("/cache/123.html?lang=nl")).await
}

#[tokio::test]
async fn a_page_keeps_its_view_in_another_letter_case() -> Result<()> {
    let page = blank().await?;
    let html = fs::read_to_string(setup().site.join("nl/vertaling/index.html"))?;
    let site = Plan::default().page("/nl/Vertaling/", html).serve().await?;
    page_works(&page, &site.url("/nl/Vertaling/")).await
}

#[tokio::test]
async fn a_page_keeps_its_view_when_its_language_is_changed() -> Result<()> {
    let translate = "document.documentElement.lang = 'en';
        document.addEventListener('DOMContentLoaded', () => (document.documentElement.lang = 'en-x-mtfrom-nl'));";
    let page = standalone("/nl/vertaling/").before_load(translate).await?;
    page_works(&page, &page.site().url("/nl/vertaling/")).await
}
