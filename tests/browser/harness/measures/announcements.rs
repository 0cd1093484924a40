//! Announcements by screen readers after a change of view.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;
use crate::views::KINDS;

/// Records announcements from now on: titles that get the focus in `titles`, texts of live regions
/// in `liveTexts`.
pub const LISTEN: &str = include_str!("scripts/announcements_listen.js");

/// Focuses a link, and returns its target: a path or, in an element, a view.
pub const FOCUS_LINK: &str = "
const link = $(arguments[0] + ':not([aria-current=page])');
link.focus();
return place().shadowRoot ? link.dataset.view : new URL(link.getAttribute('href'), location.href).pathname;";

/// A selector for a link of each kind in the current view.
pub async fn link_kinds(page: &Page) -> Result<Vec<String>> {
    let selectors = "return [...new Set([...kl().querySelectorAll('a[data-view]:not([aria-current=page])')]
        .map((link) => `${link.closest('svg') ? 'svg ' : ''}a[data-view][class='${link.getAttribute('class') ?? ''}']`))];";
    let selectors: Vec<String> = page.js(selectors).await?;
    // A link in a chart has the class of its phase or none.
    let selectors = selectors
        .iter()
        .map(|selector| selector.replace("[class='']", ""));
    Ok(selectors.collect())
}

/// Waits until a view is shown, at its path or in an element, and checks that it is announced only
/// by the focus on its title.
pub async fn check_announced(page: &Page, view: &str, case: &str) -> Result<()> {
    let shown = "(place().shadowRoot ? place().getAttribute('view') ?? '' : location.pathname) === arguments[0]
        && focused()?.hasAttribute('data-title')";
    page.wait_with(case, shown, json!([view])).await?;
    page.drawn().await?;
    let announcements = "return [titles, liveTexts, heading()];";
    let (titles, live_texts, heading): (Vec<String>, Vec<String>, String) =
        page.js(announcements).await?;
    ensure!(
        titles == [heading.as_str()] && live_texts.is_empty(),
        "{case}: {heading:?} is announced by focus as {titles:?}, by live regions as {live_texts:?}"
    );
    Ok(())
}

/// Follows each kind of link in each kind of view with Enter; `show` shows the view at a path.
pub async fn follow_each_kind(
    page: &Page,
    show: impl AsyncFn(&'static str) -> Result<()>,
) -> Result<()> {
    let mut count = 0;
    for path in KINDS {
        show(path).await?;
        for link in link_kinds(page).await? {
            show(path).await?;
            let focus = format!("{LISTEN}{FOCUS_LINK}");
            let view: String = page.js_with(&focus, json!([link])).await?;
            page.press(Key::Enter).await?;
            check_announced(page, &view, &format!("Enter on {link} in {path}")).await?;
            count += 1;
        }
    }
    ensure!(
        count > 15,
        "{count} links were followed, expected more than 15"
    );
    Ok(())
}
