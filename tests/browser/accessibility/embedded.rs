//! An embedded widget works by keyboard, with large text and with screen readers. The host page
//! stays light in every theme that the reader prefers.

use std::collections::HashSet;

use anyhow::{Result, ensure};
use harness::announcements::{LISTEN, check_announced, follow_each_kind};
use harness::host_page::host;
use harness::interactive::open_all;
use harness::preferences::{LARGE_TEXT, check_large_text, large_text};
use harness::reflow::fits;
use harness::server::{Plan, Site};
use harness::setup::exhaustive;
use harness::tab_order::walk;
use harness::viewports::WIDTHS;
use harness::views::{KINDS, view};
use harness::{Page, blank, focus};
use rstest::rstest;
use serde_json::json;
use thirtyfour::Key;

/// Serves a host page with an element for each kind of view, at the path of the view.
async fn host_of_each_kind(files: &Site) -> Result<Site> {
    let plan = KINDS.iter().fold(Plan::default(), |plan, path| {
        let markup = format!(
            "<p><a href=\"#voor\">Voor</a></p><kennis-lemniscaat view=\"{}\">\
            </kennis-lemniscaat><p><a href=\"#na\">Na</a></p>",
            view(path)
        );
        plan.page(path, host(files, &markup))
    });
    plan.serve().await
}

/// Checks each kind of view at a width, with every `details` element open.
async fn each_kind(
    page: &Page,
    width: u32,
    mut check: impl AsyncFnMut() -> Result<Vec<String>>,
) -> Result<()> {
    let host = host_of_each_kind(page.site()).await?;
    let mut problems = Vec::new();
    for path in KINDS {
        page.width(WIDTHS[0]).await?;
        page.open_interactive(&host.url(path)).await?;
        open_all(page).await?;
        page.width(width).await?;
        page.drawn().await?;
        let view_problems = check().await?.into_iter();
        problems.extend(view_problems.map(|problem| format!("{path} at {width} px: {problem}")));
    }
    ensure!(problems.is_empty(), "{problems:#?}");
    Ok(())
}

#[rstest]
#[tokio::test]
async fn tab_leads_from_the_host_page_through_the_widget_and_on_and_back(
    #[values(320, 768, 1280)] width: u32,
) -> Result<()> {
    let page = blank().await?;
    each_kind(&page, width, async || walk(&page).await).await
}

/// The styles are those of standalone pages, which are examined in every combination of width and
/// theme. Here each theme is examined at one width, or at all widths with `--exhaustive`.
#[rstest]
#[tokio::test]
async fn the_focus_is_clearly_visible(
    #[values("light", "dark")] theme: &'static str,
) -> Result<()> {
    let widths = match theme {
        _ if exhaustive() => &WIDTHS[..],
        "light" => &WIDTHS[..1],
        _ => &WIDTHS[2..],
    };
    let page = blank().theme(theme).await?;
    for &width in widths {
        let mut looks = HashSet::new();
        each_kind(&page, width, async || focus::check(&page, &mut looks).await).await?;
        let count = looks.len();
        ensure!(
            count > 20,
            "{count} looks were checked, expected more than 20"
        );
    }
    Ok(())
}

#[tokio::test]
async fn text_of_twice_the_size_fits() -> Result<()> {
    let page = large_text().await?;
    let host = host_of_each_kind(page.site()).await?;
    let urls = KINDS.map(|path| host.url(path));
    fits(&page, &urls, &LARGE_TEXT, "").await?;
    check_large_text(&page).await
}

/// Shows a view as the host page does, by the element's attribute.
async fn show(page: &Page, view: &str) -> Result<()> {
    let set = "
        window.before = place().getAttribute('view') === arguments[0] ? null : $('.kl-main');
        place().setAttribute('view', arguments[0]);";
    page.js_with::<()>(set, json!([view])).await?;
    let shown = "!window.before?.isConnected && hasSearch()";
    page.wait(view, shown).await?;
    page.drawn().await
}

#[tokio::test]
async fn each_view_that_a_link_leads_to_is_announced_once() -> Result<()> {
    let page = blank().await?;
    let host = host_of_each_kind(page.site()).await?;
    page.open_interactive(&host.url(KINDS[0])).await?;
    follow_each_kind(&page, async |path| show(&page, view(path)).await).await
}

#[tokio::test]
async fn each_parent_that_escape_leads_to_is_announced_once() -> Result<()> {
    let page = blank().await?;
    let host = host_of_each_kind(page.site()).await?;
    page.open_interactive(&host.url(KINDS[0])).await?;
    for path in KINDS {
        show(&page, view(path)).await?;
        // The widget handles Esc only while it has the focus.
        let enter = "
            $('.kl-phase-link').focus();
            return [...kl().querySelectorAll('.kl-breadcrumb a')].map((link) => link.dataset.view).reverse();";
        let parents: Vec<String> = page.js(enter).await?;
        for parent in &parents {
            page.js::<()>(LISTEN).await?;
            page.press(Key::Escape).await?;
            check_announced(&page, parent, &format!("Esc from {path}")).await?;
        }
        let heading: String = page.js("return heading();").await?;
        let overview = "De kennislemniscaat";
        ensure!(
            heading == overview,
            "Esc leads from {path} to {heading:?}, expected {overview:?}"
        );
    }
    Ok(())
}
