//! Every view has an address that can be saved, shared and returned to.

use std::collections::HashSet;

use anyhow::{Result, ensure};
use harness::navigation::go;
use harness::server::Plan;
use harness::views::{all, examined};
use harness::{Page, blank, standalone};
use serde::Deserialize;
use serde_json::json;

/// For scripts. `read()` returns the text, the shape of the markup and the link targets of a
/// widget; `prerendered()` requests a page as the server sends it.
const READ: &str = include_str!("scripts/addresses_read.js");

#[derive(Deserialize)]
struct Comparison {
    status: u16,
    title: String,
    prerendered_title: String,
    same: bool,
}

/// Compares the interactive page with the prerendered page at the path.
async fn compare(page: &Page, path: &str) -> Result<Comparison> {
    let script = format!(
        "{READ} return prerendered(arguments[0]).then((page) => ({{
            status: page.status,
            title: document.title,
            prerendered_title: page.title,
            same: read(kl(), location.href) === read(page.kl, page.url),
        }}));"
    );
    page.js_with(&script, json!([path])).await
}

/// The problem with an interactive view, if it has one.
fn problem(path: &str, comparison: &Comparison) -> Option<String> {
    let Comparison {
        status,
        title,
        prerendered_title,
        same,
    } = comparison;
    if *status != 200 {
        Some(format!("{path} answers {status}, expected 200"))
    } else if !same {
        Some(format!("{path} differs from its prerendered page"))
    } else if title != prerendered_title {
        Some(format!(
            "{path} has the title {title:?}, its prerendered page {prerendered_title:?}"
        ))
    } else {
        None
    }
}

#[tokio::test]
async fn every_address_opens_its_own_view_and_activation_leaves_it_unchanged() -> Result<()> {
    let page = blank().await?;
    let mut problems = Vec::new();
    for path in examined() {
        page.open_interactive(&page.site().url(path)).await?;
        problems.extend(problem(path, &compare(&page, path).await?));
    }
    ensure!(problems.is_empty(), "{problems:#?}");
    Ok(())
}

#[tokio::test]
async fn an_interactive_page_shows_every_view_as_the_prerendered_page_does() -> Result<()> {
    let page = standalone("/nl/achtergrond/").await?;
    let mut problems = Vec::new();
    for path in examined() {
        go(&page, path).await?;
        problems.extend(problem(path, &compare(&page, path).await?));
    }
    ensure!(problems.is_empty(), "{problems:#?}");
    Ok(())
}

/// This test examines all views in each mode: the tests above examine some, and compare their
/// titles with these.
#[tokio::test]
async fn every_view_has_a_page_with_a_unique_title() -> Result<()> {
    let page = standalone("/nl/").await?;
    let script = format!(
        "{READ} return Promise.all(arguments[0].map(prerendered))
            .then((pages) => pages.map(({{status, title}}) => [status, title]));"
    );
    let paths: Vec<_> = all().collect();
    let pages: Vec<(u16, String)> = page.js_with(&script, json!([paths])).await?;
    let mut titles = HashSet::new();
    for (path, (status, title)) in paths.into_iter().zip(&pages) {
        ensure!(*status == 200, "{path} answers {status}, expected 200");
        ensure!(
            titles.insert(title),
            "{path} has a duplicate title {title:?}"
        );
    }
    ensure!(
        titles.len() > 1,
        "there is only one view, so this test shows nothing"
    );
    Ok(())
}

#[tokio::test]
async fn the_site_can_be_served_from_a_subfolder() -> Result<()> {
    let page = blank().site(Plan::default().below("/kaart")).await?;
    for (path, overview) in [
        ("/kaart/", "/kaart/nl/"),
        ("/kaart/nl/vertaling/", "/kaart/nl/"),
    ] {
        page.open_interactive(&page.site().url(path)).await?;
        page.click("$('.kl-phase-4 .kl-label')").await?;
        let shown = "location.pathname === arguments[0] && heading().startsWith('Fase 4')";
        let phase = json!([format!("{overview}implementeren/")]);
        let what = format!("phase 4, followed from {path}");
        page.wait_with(&what, shown, phase).await?;
    }
    Ok(())
}

/// The reader's location: the path, the page's title and the view's heading.
const LOCATION: &str = "[location.pathname, document.title, heading()]";

async fn location(page: &Page) -> Result<[String; 3]> {
    page.js(&format!("return {LOCATION};")).await
}

async fn returned_to(page: &Page, location: &[String; 3]) -> Result<()> {
    let condition = format!("isInteractive() && String({LOCATION}) === arguments[0]");
    let what = format!("the history to lead to {location:?}");
    page.wait_with(&what, &condition, json!([location.join(",")]))
        .await
}

#[tokio::test]
async fn back_forward_and_reload_restore_the_view() -> Result<()> {
    let page = standalone("/nl/").await?;
    let mut visited = vec![location(&page).await?];
    for view in [
        "vertaling",
        "vertaling/ervaringen",
        "vertaling/ervaringen/vorm",
    ] {
        page.click(&format!("$('a[data-view=\"{view}\"]')")).await?;
        let shown =
            "location.pathname === `/nl/${arguments[0]}/` && focused() === $('[data-title]')";
        page.wait_with(view, shown, json!([view])).await?;
        visited.push(location(&page).await?);
    }
    for location in visited.iter().rev().skip(1) {
        page.driver.back().await?;
        returned_to(&page, location).await?;
    }
    for location in &visited[1..] {
        page.driver.forward().await?;
        returned_to(&page, location).await?;
    }
    page.driver.refresh().await?;
    returned_to(&page, &visited[3]).await?;
    // The history from before the reload still precedes it.
    page.driver.back().await?;
    returned_to(&page, &visited[2]).await
}

/// Paths without a view: the path, the part that the notice quotes, and the path of the nearest
/// view. Text that can't be a path isn't quoted, because anybody may have written it.
const UNKNOWN: [[&str; 3]; 6] = [
    [
        "/nl/vertaling/tip-99/",
        "vertaling/tip-99",
        "/nl/vertaling/",
    ],
    [
        "/nl/vertaling/ervaringen/vorm/oud/1",
        "vorm/oud/1",
        "/nl/vertaling/ervaringen/vorm/",
    ],
    ["/nl/niets/", "niets", "/nl/"],
    ["/nl/%3Cb%3Evet%3C/", "“…”", "/nl/"],
    ["/nl/Bel%20nu%200900-1234/", "“…”", "/nl/"],
    ["/elders", "elders", "/nl/"],
];

#[tokio::test]
async fn an_unknown_address_shows_the_nearest_view_with_a_notice() -> Result<()> {
    let page = blank().await?;
    for [path, name, nearest] in UNKNOWN {
        page.open_interactive(&page.site().url(path)).await?;
        let script = format!(
            "{READ} return Promise.all([...arguments].map(prerendered)).then(([requested, nearest]) => [
                String(requested.status),
                $('.kl-notice')?.textContent ?? '',
                $('.kl-main').textContent, nearest.kl.querySelector('.kl-main').textContent,
                document.title, nearest.title,
            ]);"
        );
        let [status, notice, text, nearest_text, title, nearest_title]: [String; 6] =
            page.js_with(&script, json!([path, nearest])).await?;
        ensure!(
            status == "404",
            "{path} answers {status}, expected 404: search engines index it"
        );
        ensure!(
            notice.contains(name),
            "at {path} the notice reads {notice:?}, expected {name:?} in it"
        );
        ensure!(text == nearest_text, "{path} doesn't show {nearest}");
        ensure!(
            title == nearest_title,
            "{path} has the title {title:?}, expected {nearest_title:?}"
        );
    }
    page.click("$('.kl-phase-2 .kl-label')").await?;
    let gone = "location.pathname === '/nl/analyseren/' && $('.kl-notice').textContent === ''";
    page.wait("the next view, without the notice", gone).await
}

/// Links from the overview to a quote: the link, the path and the beginning of the heading.
const LINKS: [[&str; 3]; 4] = [
    [".kl-phase-3 .kl-label", "/nl/vertaling/", "Fase 3 van 4: "],
    [
        ".kl-tips li:nth-child(5) a",
        "/nl/vertaling/tip-5/",
        "Tip 5: ",
    ],
    [".kl-button", "/nl/vertaling/ervaringen/", "Ervaringen: "],
    [
        ".kl-speaker",
        "/nl/vertaling/ervaringen/vorm/citaat-1/",
        "Citaat 1",
    ],
];

#[tokio::test]
async fn links_work_without_scripts() -> Result<()> {
    let page = blank().await?;
    let disabled = json!({"value": true});
    page.cdp("Emulation.setScriptExecutionDisabled", disabled)
        .await?;
    page.open(&page.site().url("/nl/")).await?;
    for [link, path, heading] in LINKS {
        page.click(&format!("$('{link}')")).await?;
        let shown = "location.pathname === arguments[0] && heading().startsWith(arguments[1])";
        page.wait_with(path, shown, json!([path, heading])).await?;
        let interactive: bool = page.js("return isInteractive();").await?;
        ensure!(!interactive, "scripts run, so this test shows nothing");
    }
    Ok(())
}

#[tokio::test]
async fn aliases_show_the_views_they_stand_for() -> Result<()> {
    let page = blank().await?;
    let mut problems = Vec::new();
    let aliases = [
        ("/", "/nl/"),
        ("/index.html", "/nl/"),
        ("/nl/index.html", "/nl/"),
        ("/nl/vertaling/index.html", "/nl/vertaling/"),
        ("/nl/vertaling", "/nl/vertaling/"),
    ];
    for (alias, path) in aliases {
        page.open_interactive(&page.site().url(alias)).await?;
        let problem = problem(path, &compare(&page, path).await?);
        problems.extend(problem.map(|problem| (alias, problem)));
    }
    ensure!(problems.is_empty(), "{problems:#?}");
    page.open_interactive(&page.site().url("/")).await?;
    page.click("$('.kl-phase-1 .kl-label')").await?;
    let shown = "location.pathname === '/nl/explicitering/' && heading().startsWith('Fase 1')";
    page.wait("phase 1, followed from the root", shown).await
}

#[tokio::test]
async fn navigation_leaves_links_outside_the_widget_unchanged() -> Result<()> {
    let page = standalone("/nl/").await?;
    let links = "return [...document.querySelectorAll('footer a')].map(({href}) => href);";
    let before: Vec<String> = page.js(links).await?;
    ensure!(before.len() > 1, "the footer has no links");
    go(&page, "/nl/vertaling/ervaringen/vorm/").await?;
    let after: Vec<String> = page.js(links).await?;
    ensure!(
        before == after,
        "the footer's links lead to {after:?}, expected {before:?}"
    );
    Ok(())
}
