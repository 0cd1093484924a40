//! Announcements of screen readers after a change of view.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;
use crate::views::KINDS;

/// Counts what is announced from now on: a title by its focus, and all that live regions say.
pub const LISTEN: &str = include_str!("../scripts/announcements_listen.js");

/// Gives a link the focus, and tells where it leads: to a path or, from an element, to a view.
pub const FOCUS_LINK: &str = "
const link = $(arguments[0] + ':not([aria-current=page])');
link.focus();
return place().shadowRoot ? link.dataset.view : new URL(link.getAttribute('href'), location.href).pathname;";

/// A link of each kind in the view that is shown, as a selector.
pub async fn kinds_of_links(page: &Page) -> Result<Vec<String>> {
    let classes = "return [...new Set([...kl().querySelectorAll('a[data-view]:not([aria-current=page])')]
        .map((each) => `${each.closest('svg') ? 'svg ' : ''}a[data-view][class='${each.getAttribute('class') ?? ''}']`))];";
    let classes: Vec<String> = page.js(classes).await?;
    // A link in a chart has its phase's class or none.
    let selectors = classes.iter().map(|link| link.replace("[class='']", ""));
    Ok(selectors.collect())
}

/// Waits until a view is shown, on its path or in an element, and checks that it is announced by
/// its title's focus alone.
pub async fn announced(page: &Page, view: &str, how: &str) -> Result<()> {
    let there = "(place().shadowRoot ? place().getAttribute('view') ?? '' : location.pathname) === arguments[0]
        && focused()?.hasAttribute('data-title')";
    page.wait_with(how, there, json!([view])).await?;
    page.drawn().await?;
    let said = "return [titles, spoken, heading()];";
    let (titles, spoken, heading): (Vec<String>, Vec<String>, String) = page.js(said).await?;
    ensure!(
        titles == [heading.as_str()] && spoken.is_empty(),
        "{how}: {heading:?} is announced by focus as {titles:?}, by live regions as {spoken:?}"
    );
    Ok(())
}

/// Follows each kind of link in each kind of view by Enter; `show` brings a view, given its path.
pub async fn follow_each_kind(
    page: &Page,
    show: impl AsyncFn(&'static str) -> Result<()>,
) -> Result<()> {
    let mut kinds = 0;
    for path in KINDS {
        show(path).await?;
        for link in kinds_of_links(page).await? {
            show(path).await?;
            let focus = format!("{LISTEN}{FOCUS_LINK}");
            let to: String = page.js_with(&focus, json!([link])).await?;
            page.press(Key::Enter).await?;
            announced(page, &to, &format!("Enter on {link} in {path}")).await?;
            kinds += 1;
        }
    }
    ensure!(kinds > 15, "only {kinds} links were followed");
    Ok(())
}
