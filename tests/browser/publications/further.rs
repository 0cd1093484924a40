//! A further publication, in a folder of the site.

use std::collections::HashSet;

use anyhow::{Result, ensure};
use harness::axe::Findings;
use harness::engine::Engine;
use harness::host_page::serve_each;
use harness::published::{all_editions, page as requested, url};
use harness::viewports::{THEMES, WIDTHS};
use harness::{blank, preferences, standalone};
use publisher::edition::ExtraPage;
use rstest_reuse::apply;
use serde_json::json;

use crate::engines::every_engine;

/// The paths of one page of each kind and of each page that is not a view, in each language of each further publication,
/// each with the path of the view whose card it has.
fn pages() -> Result<Vec<[String; 2]>> {
    let mut pages = Vec::new();
    for (folder, edition) in all_editions()? {
        if folder.is_empty() {
            continue;
        }
        let content = edition.content();
        let mut kinds = HashSet::new();
        for route in content.views.routes() {
            if kinds.insert(content.views.get(route).kind) {
                let path = content.views.path(route);
                let path = format!("{folder}/{}/{path}", content.lang);
                pages.push([path.clone(), path]);
            }
        }
        let paths = ExtraPage::ALL.map(|page| edition.extra_path(page));
        for path in paths.into_iter().flatten() {
            let overview = format!("{folder}/{}/", content.lang);
            pages.push([format!("{overview}{path}/"), overview]);
        }
    }
    Ok(pages)
}

/// The view of an element: its heading, or nothing.
const HEADINGS: &str = "
const heading = (name) => document.querySelector(name)?.shadowRoot.querySelector('[data-title]')?.textContent ?? '';";

#[tokio::test]
async fn pages_of_every_publication_have_no_axe_findings() -> Result<()> {
    let pages = pages()?;
    let page = standalone(&pages[0][0]).prerendered().await?;
    let mut findings = Findings::default();
    for [path, _] in pages {
        page.open(&page.site().url(&path)).await?;
        Findings::load_axe(&page).await?;
        for theme in THEMES {
            preferences::scheme(&page, theme).await?;
            for width in WIDTHS {
                page.width(width).await?;
                page.drawn().await?;
                findings
                    .add(&page, &format!("{path} {theme} at {width} px"))
                    .await?;
            }
        }
    }
    findings.check_none()
}

#[tokio::test]
async fn pages_of_every_publication_have_cards() -> Result<()> {
    for [path, view] in pages()? {
        let html = requested(&path).await?;
        let card = format!("property=\"og:image\" content=\"{}kaart.png\"", url(&view));
        ensure!(html.contains(&card), "{path} lacks {card}");
    }
    Ok(())
}

#[tokio::test]
async fn pages_have_no_trace_of_what_their_publication_lacks() -> Result<()> {
    for [path, _] in pages()? {
        let html = requested(&path).await?;
        let absent = [
            "ervaringen",
            "experiences",
            "kl-chart",
            "voorbeeld/",
            "blockquote",
        ];
        for absent in absent {
            let is_present = path.starts_with("/kennis-naar-actie/") && html.contains(absent);
            ensure!(!is_present, "{path} has {absent}");
        }
    }
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn two_publications_on_a_host_page_work_beside_each_other(
    #[case] engine: Engine,
) -> Result<()> {
    let page = blank().engine(engine).await?;
    let other = page.site().url("/kennis-naar-actie/embed.js");
    let host = format!(
        "<!doctype html><html lang=\"nl\"><meta charset=\"utf-8\"><title>Gast</title>
        <script async src=\"EMBED\"></script><script async src=\"{other}\"></script>
        <kennis-lemniscaat sync-url loading=\"eager\"></kennis-lemniscaat>
        <kennis-naar-actie sync-url loading=\"eager\"></kennis-naar-actie>"
    );
    let hosts = serve_each(page.site(), &[host]).await?;
    page.open(&hosts.url("/0/")).await?;
    let link = |name: &str, view: &str| {
        format!(
            "document.querySelector('{name}').shadowRoot.querySelector('[data-view={view}] .kl-label')"
        )
    };
    let shown = |name: &str, start: &str| {
        format!("(() => {{ {HEADINGS} return heading('{name}').startsWith('{start}'); }})()")
    };
    page.wait(
        "the first publication",
        &shown("kennis-lemniscaat", "De kennislemniscaat"),
    )
    .await?;
    page.wait(
        "the second publication",
        &shown("kennis-naar-actie", "Kennis naar actie"),
    )
    .await?;
    page.click(&link("kennis-naar-actie", "borgen")).await?;
    page.wait(
        "a phase of the second",
        &shown("kennis-naar-actie", "Fase 10 van 10"),
    )
    .await?;
    page.click(&link("kennis-lemniscaat", "vertaling")).await?;
    page.wait(
        "a phase of the first",
        &shown("kennis-lemniscaat", "Fase 3 van 4"),
    )
    .await?;
    let search = "location.search === arguments[0]";
    let both = "?kennisnaaractie=borgen&kennislemniscaat=vertaling";
    page.wait_with("both views in the URL", search, json!([both]))
        .await?;
    page.driver.back().await?;
    page.wait(
        "the first as before",
        &shown("kennis-lemniscaat", "De kennislemniscaat"),
    )
    .await?;
    let second: bool = page
        .js(&format!(
            "return {};",
            shown("kennis-naar-actie", "Fase 10 van 10")
        ))
        .await?;
    ensure!(second, "the second publication has left its view");
    Ok(())
}
