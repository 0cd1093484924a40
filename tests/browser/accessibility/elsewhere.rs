//! In a page of someone else, too, a widget can be used by keyboard, with large text, and by ear.
//! The page stays light, whatever the reader prefers.

use std::collections::HashSet;

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::accessibility::scheme;
use crate::browser::{Browser, browse};
use crate::circumstances::WIDTHS;
use crate::embed::host;
use crate::focus;
use crate::interactive::open_all;
use crate::keyboard::{LISTEN, announced, follow_each_kind};
use crate::paths::{KINDS, view};
use crate::preferences::{LARGE_TEXT, fits, with_large_text};
use crate::site::{Plan, Site};
use crate::tabbing::walk;

/// A site with a page around an element for each kind of view, at the paths of those.
async fn partner(files: &Site) -> Result<Site> {
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

/// Looks at each kind of view at each width, with all that opens open.
async fn each(
    browser: &Browser,
    mut look: impl AsyncFnMut(u32) -> Result<Vec<String>>,
) -> Result<()> {
    let files = Site::whole().await?;
    let host = partner(&files).await?;
    let mut wrong = Vec::new();
    for path in KINDS {
        browser.width(WIDTHS[0]).await?;
        browser.open_live(&host.url(path)).await?;
        open_all(browser).await?;
        for width in WIDTHS {
            browser.width(width).await?;
            browser.drawn().await?;
            let found = look(width).await?.into_iter();
            wrong.extend(found.map(|each| format!("{path} at {width} px: {each}")));
        }
    }
    ensure!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

#[tokio::test]
async fn tab_leads_from_the_page_through_the_widget_and_on_and_back() -> Result<()> {
    browse(async |browser| each(browser, async |_| walk(browser).await).await).await
}

async fn focus_in(theme: &str) -> Result<()> {
    browse(async |browser| {
        scheme(browser, theme).await?;
        let mut seen = WIDTHS.map(|width| (width, HashSet::new()));
        each(browser, async |width| {
            let of_width = seen.iter_mut().find(|(each, _)| *each == width);
            let (_, seen) = of_width.expect("one of the widths");
            focus::check(browser, seen).await
        })
        .await?;
        for (width, looks) in seen {
            let count = looks.len();
            ensure!(count > 20, "only {count} looks were compared at {width} px");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_focus_is_clearly_seen_in_a_light_widget() -> Result<()> {
    focus_in("light").await
}

#[tokio::test]
async fn the_focus_is_clearly_seen_in_a_dark_widget() -> Result<()> {
    focus_in("dark").await
}

#[tokio::test]
async fn text_of_twice_the_size_fits() -> Result<()> {
    let files = Site::whole().await?;
    let host = partner(&files).await?;
    let pages = KINDS.map(|path| host.url(path));
    with_large_text(async |browser| fits(browser, &pages, &LARGE_TEXT, "").await).await
}

/// Shows a view as the page does, by the element's attribute.
async fn show(browser: &Browser, view: &str) -> Result<()> {
    let set = "
        window.before = place().getAttribute('view') === arguments[0] ? null : $('.kl-main');
        place().setAttribute('view', arguments[0]);";
    browser.js_with::<()>(set, json!([view])).await?;
    let shown = "!window.before?.isConnected";
    browser.wait(view, shown).await?;
    browser.drawn().await
}

#[tokio::test]
async fn each_view_that_a_link_brings_is_announced_once() -> Result<()> {
    let files = Site::whole().await?;
    let host = partner(&files).await?;
    browse(async |browser| {
        browser.open_live(&host.url(KINDS[0])).await?;
        follow_each_kind(browser, async |path| show(browser, view(path)).await).await
    })
    .await
}

#[tokio::test]
async fn each_view_on_the_way_up_is_announced_once() -> Result<()> {
    let files = Site::whole().await?;
    let host = partner(&files).await?;
    browse(async |browser| {
        browser.open_live(&host.url(KINDS[0])).await?;
        for path in KINDS {
            show(browser, view(path)).await?;
            // Esc is the widget's where the focus is in it.
            let enter = "
                $('.kl-phase-link').focus();
                return [...kl().querySelectorAll('.kl-breadcrumb a')].map((each) => each.dataset.view).reverse();";
            let above: Vec<String> = browser.js(enter).await?;
            for up in &above {
                browser.js::<()>(LISTEN).await?;
                browser.press(Key::Escape).await?;
                announced(browser, up, &format!("Esc on the way up from {path}")).await?;
            }
            let heading: String = browser.js("return heading();").await?;
            let top = "De kennislemniscaat";
            ensure!(heading == top, "Esc leads from {path} to {heading:?}");
        }
        Ok(())
    })
    .await
}
